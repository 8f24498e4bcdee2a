# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the programs of the benchmark and collect what they measure."""

import collections
import os
import shutil
import time

PAGES = 450
JUMPS = 150
CHANGES = 40
IDLE_S = 10
# Of each kind a round, one kind after the other: a start is short, and noise is not.
STARTS = 4


class Found:
    """All values that were measured, by name, over all rounds."""

    def __init__(self):
        self.values = collections.defaultdict(list)

    def add(self, text, prefix=""):
        """Lines of a name and its values, as the programs print them."""
        for line in text.splitlines():
            name, *values = line.split()
            self.values[prefix + name] += [float(value) for value in values]

    def at(self, name, share):
        """The value that a share of all values does not exceed; 1 for the greatest."""
        values = sorted(self.values[name])
        return values[min(len(values) - 1, int(len(values) * share))] if values else None

    def median(self, name):
        return self.at(name, 0.5)


class Bench:
    def __init__(self, build, prefix, screen, journals, folder):
        self.programs = build / "tests/bench"
        self.app = prefix / "bin/ms-programs"
        self.screen = screen
        self.journals = journals
        self.folder = folder

    def copy(self, count):
        """A journal as it was made: measuring changes it."""
        path = self.folder / "measured.db"
        for old in self.folder.glob("measured.db*"):
            old.unlink()
        shutil.copy(self.journals[count], path)
        # Else whoever saves first waits for the copy to reach the disk.
        os.sync()
        return path

    def probe(self, command, options=(), **changes):
        # libX11 1.8 loses count now and then when a window goes that is being asked about.
        for last in (False, False, True):
            self.screen.wait_for_quiet()
            try:
                return self.screen.run([self.programs / "probe", *options, "--", *command], **changes)
            except RuntimeError:
                if last:
                    raise

    def window(self, count, *parts, **changes):
        path = self.copy(count)
        self.screen.wait_for_quiet()
        command = [self.programs / "window", path, time.monotonic_ns() // 1000, *parts]
        return self.screen.run(command, **changes)

    def limit(self, *command):
        self.screen.wait_for_quiet()
        return self.screen.run([self.programs / command[0], *command[1:]])

    def measure_starts(self, found):
        for _ in range(STARTS):
            self.measure_start(found)

    def measure_start(self, found):
        found.add(self.probe([self.programs / "minimal-window"]), "minimal.")
        for count in self.journals:
            found.add(self.window(count), f"{count}.")
            path = self.copy(count)
            command = [self.app, "--page", "journal", "--journal", path]
            found.add(self.probe(command, ["--settle", "2"]), f"app-{count}.")

    def measure_work(self, found, all_pages):
        entries = max(self.journals)
        pages = 0 if all_pages else PAGES
        found.add(self.limit("limits", "search", self.journals[entries]))
        found.add(self.window(entries, "query", "search"))
        found.add(self.limit("list-window", entries, PAGES, JUMPS), "limit.")
        found.add(self.window(entries, f"scroll={pages}"))
        found.add(self.limit("limits", "write", self.folder))
        found.add(self.window(entries, f"changes={CHANGES}"))

    def measure_exports(self, found):
        """Beside reading the same rows and writing as many bytes, in processes of their own both."""
        journal, path = self.journals[max(self.journals)], self.folder / "export"
        for form in ("csv", "json"):
            self.screen.wait_for_quiet()
            start = time.monotonic()
            self.screen.run([self.app, "--journal", journal, "export", "--format", form, "--output", path])
            found.values[f"export.{form}"].append((time.monotonic() - start) * 1000)
            size = path.stat().st_size
            self.screen.wait_for_quiet()
            start = time.monotonic()
            self.limit("limits", "export", journal, self.folder / "bare", size)
            found.values[f"limit.export.{form}"].append((time.monotonic() - start) * 1000)

    def measure_once(self, found):
        entries = max(self.journals)
        found.add(self.window(entries, f"idle={IDLE_S}"))
        found.add(self.window(entries, "search", f"scroll={PAGES}", GTK_A11Y="none"), "quiet.")
        found.add(self.window(0, f"idle={IDLE_S}"), "empty.")
