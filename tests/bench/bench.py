#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print the ratios that the product promises: start-up against a minimal libadwaita window, start-up
with a full journal against an empty one, and how long a change takes to be on the disk.

usage: bench.py BUILD PREFIX [--entries 10000] [--rounds 9]

BUILD is the build folder, PREFIX where the program is installed. Rounds are interleaved and
medians compared, for machines are noisy: only the ratios mean something."""

import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile


def start_time(probe, command, env):
    """Milliseconds to the first painted frame."""
    done = subprocess.run([probe, *command], env=env, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def environment(home, prefix, journal, display):
    home = pathlib.Path(home)
    for folder in ("config", "data", "cache", "run"):
        (home / folder).mkdir(parents=True, exist_ok=True)
    (home / "run").chmod(0o700)
    return {**os.environ, "DISPLAY": display, "HOME": str(home), "GSK_RENDERER": "cairo",
            "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"), "XDG_RUNTIME_DIR": str(home / "run"),
            "XDG_DATA_DIRS": f"{prefix}/share:/usr/local/share:/usr/share",
            "GSETTINGS_BACKEND": "memory", "MS_PROGRAMS_JOURNAL": journal}


def measure_starts(build, prefix, home, full, rounds, display):
    probe = f"{build}/tests/bench/first-paint"
    app = [f"{prefix}/bin/ms-programs", "--page", "journal"]
    empty = f"{home}/empty.db"
    subprocess.run([f"{build}/tests/bench/journal", empty, "0"], check=True)
    cases = {"minimal": ([f"{build}/tests/bench/minimal-window"], empty),
             "overview": ([f"{prefix}/bin/ms-programs", "--page", "overview"], empty),
             "journal, empty": (app, empty), "journal, full": (app, full)}
    times = {name: [] for name in cases}
    for turn in range(rounds + 1):
        for name, (command, journal) in cases.items():
            bus = ["dbus-run-session", "--"]
            took = start_time(probe, [*bus, *command], environment(home, prefix, journal, display))
            if turn > 0:
                times[name].append(took)
    return {name: statistics.median(taken) for name, taken in times.items()}


def start_screen():
    """An X server on a free display number, which it tells when it is ready."""
    screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return screen, ":" + screen.stdout.readline().strip()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("prefix")
    parser.add_argument("--entries", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=9)
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as home:
        full = f"{home}/full.db"
        print(f"Changes to a journal of {args.entries} entries:", flush=True)
        subprocess.run([f"{args.build}/tests/bench/journal", full, str(args.entries)], check=True)
        screen, display = start_screen()
        try:
            medians = measure_starts(args.build, args.prefix, home, full, args.rounds, display)
        finally:
            screen.terminate()
            screen.wait()
    print("Start to the first painted frame, median:")
    for name, median in medians.items():
        print(f"  {name:16} {median:7.1f} ms   {median / medians['minimal']:5.2f} x minimal")
    print(f"  full : empty journal  {medians['journal, full'] / medians['journal, empty']:5.2f}")


main()
