# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop without a desk: an X server, a session bus and a home of their own, for as long as a
benchmark takes."""

import os
import pathlib
import subprocess
import time

QUIET_SHARE = 0.25
LOOK_S = 0.5


def machine_use():
    """CPU time that the whole machine has used, in seconds: user, nice, system and interrupts."""
    figures = pathlib.Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:8]
    user, nice, system, _, _, irq, soft_irq = map(int, figures)
    return (user + nice + system + irq + soft_irq) / os.sysconf("SC_CLK_TCK")


def is_quiet():
    """Whether less than a quarter of a core is in use."""
    before = machine_use()
    time.sleep(LOOK_S)
    return machine_use() - before < QUIET_SHARE * LOOK_S


class Screen:
    def __init__(self, home, prefix, patience=0):
        self.patience = patience
        self.n_runs = self.n_disturbed = 0
        for folder in ("config", "data", "cache", "run"):
            (home / folder).mkdir(parents=True)
        (home / "run").chmod(0o700)
        self.home = home
        self.env = {
            "PATH": "/usr/bin:/bin:/usr/games", "HOME": str(home), "LC_ALL": "C.UTF-8",
            "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"), "XDG_RUNTIME_DIR": str(home / "run"),
            "XDG_DATA_DIRS": f"{prefix}/share:/usr/local/share:/usr/share",
            "GSETTINGS_BACKEND": "memory", "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo"}
        self.started = []

    def __enter__(self):
        self.env["DISPLAY"] = ":" + self.start(["Xvfb", "-displayfd", "1", "-nolisten", "tcp",
                                                "-screen", "0", "1280x900x24"])
        # One bus for all: its services, accessibility among them, are there as on a desktop.
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.start(["dbus-daemon", "--session", "--nofork",
                                                           "--print-address=1"])
        return self

    def __exit__(self, *error):
        for process in reversed(self.started):
            process.terminate()
            process.wait()

    def start(self, command):
        """Starts a service that prints one line once it is there, and returns that."""
        process = subprocess.Popen(command, env=self.env, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        self.started.append(process)
        return process.stdout.readline().strip()

    def wait_for_quiet(self):
        end = time.monotonic() + self.patience
        quiet = is_quiet()
        while not quiet and time.monotonic() < end:
            quiet = is_quiet()
        self.n_runs += 1
        self.n_disturbed += not quiet

    def run(self, command, timeout=900, **changes):
        """What the command prints; environment variables as keywords."""
        done = subprocess.run([str(word) for word in command], env={**self.env, **changes}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout,
                              check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}")
        return done.stdout
