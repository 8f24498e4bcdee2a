#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure imports beside what no import can be faster than: the same rows written with nothing but
SQLite, into the same tables, with the same indexes.

usage: import.py BUILD PREFIX [--entries 100000] [--rounds 5] [--markdown FILE]

All is measured in rounds, one thing after the other: only figures of one run can be compared. It ends
with 1 if a figure is over what is asked for."""

import argparse
import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

MOST_BYTES = 32 * 1024 * 1024
MOST_MIB = 200
# What a spreadsheet of one's own would have; so many entries fit into what a file may be.
COLUMNS = ["title", "date", "url", "activityTypeName", "technologyFocusArea", "targetAudience", "role",
           "numberOfViews", "subscriberBase", "numberOfSessions", "liveStreamViews", "onDemandViews",
           "inPersonAttendees", "isPrivate", "isHighImpact", "inPortal", "tags", "description"]
DESCRIPTION = 100


def run(*command):
    """How long it takes, and the memory that it takes at most."""
    start = time.monotonic()
    with subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, text=True) as process:
        text = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = (time.monotonic() - start) * 1000
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}: {text}")
    return took, used.ru_maxrss / 1024, text


class Bench:
    def __init__(self, build, prefix, folder):
        self.programs = build / "tests/bench"
        self.app = prefix / "bin/ms-programs"
        self.folder = folder
        self.values = {}

    def add(self, name, value):
        self.values.setdefault(name, []).append(value)

    def median(self, name):
        return statistics.median(self.values[name])

    def journal(self, name):
        for old in self.folder.glob(f"{name}*"):
            old.unlink()
        shutil.rmtree(self.folder / "backups", ignore_errors=True)
        return self.folder / name

    def make_files(self, entries):
        """In a process of its own: what one takes at most counts for those that it starts."""
        child = os.fork()
        if child == 0:
            try:
                self.write_files(entries)
                os._exit(0)
            finally:
                os._exit(1)
        if os.waitpid(child, 0)[1]:
            sys.exit("The files could not be made.")

    def write_files(self, entries):
        full = self.journal("full.db")
        run(self.programs / "generate", full, entries)
        _, _, text = run(self.app, "list", "--journal", full, "--format", "csv")
        rows = list(csv.DictReader(text.splitlines(keepends=True)))
        with open(self.folder / "rows.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
            writer.writeheader()
            for row in rows:
                writer.writerow({**row, "description": row["description"][:DESCRIPTION]})
        self.write_json(rows)

    def write_json(self, rows):
        """As many of the same rows as a file may hold."""
        numbers = COLUMNS[7:13]
        size, lines = 2, []
        for row in rows:
            entry = {name: row[name] for name in COLUMNS if row[name]}
            entry["description"] = row["description"][:DESCRIPTION]
            entry.update({name: int(row[name]) for name in numbers if row[name]})
            entry.update({name: entry[name].split(";") for name in ("targetAudience", "tags") if name in entry})
            entry.update({name: row[name] == "true" for name in ("isPrivate", "isHighImpact")})
            line = json.dumps(entry, ensure_ascii=False)
            size += len(line.encode()) + 2
            if size > MOST_BYTES:
                break
            lines.append(line)
        (self.folder / "rows.json").write_text("[" + ",\n".join(lines) + "]", encoding="utf-8")

    def measure(self, kind):
        journal, rows = self.journal("measured.db"), self.folder / f"rows.{kind}"
        took, peak, _ = run(self.app, "import", rows, "--journal", journal)
        self.add(f"{kind} new", took)
        self.add(f"{kind} peak", peak)
        limit = float(run(self.programs / "limits", "import", journal)[2].split()[1])
        self.add(f"{kind} limit", limit)
        self.add(f"{kind} ratio", took / limit)
        for name, options in (("try", ["--dry-run"]), ("again", []),
                              ("try update", ["--dry-run", "--on-duplicate", "update"])):
            took, peak, _ = run(self.app, "import", rows, "--journal", journal, *options)
            self.add(f"{kind} {name}", took)
            self.add(f"{kind} {name} peak", peak)
        self.measure_empty_try(kind, rows)

    def measure_empty_try(self, kind, rows):
        took, peak, _ = run(self.app, "import", rows, "--journal", self.journal("nothing.db"), "--dry-run")
        self.add(f"{kind} first try", took)
        self.add(f"{kind} first try peak", peak)

    def measure_backup(self):
        journal = self.folder / "full.db"
        took, _, text = run(self.app, "backup", "--journal", journal)
        self.add("backup", took)
        self.add("backup size", os.path.getsize(text.strip()) / 1e6)


def table(bench, kinds, entries):
    yield f"| import of {entries:,} rows | ms | against the limit | asked for | MiB | asked for |"
    yield "|---|---|---|---|---|---|"
    for kind, most in kinds:
        yield (f"| {kind.upper()}, the rows alone with SQLite (the limit) | "
               f"{bench.median(f'{kind} limit'):,.0f} | 1.00 | | | |")
        yield (f"| {kind.upper()} into an empty journal | {bench.median(f'{kind} new'):,.0f} | "
               f"{bench.median(f'{kind} ratio'):.2f} | {most} | {bench.median(f'{kind} peak'):.0f} | {MOST_MIB} |")
        for name, what in (("first try", "tried before"), ("again", "again, all of them there, with its backup"),
                           ("try", "tried again"), ("try update", "tried as an update")):
            value = bench.median(f"{kind} {name}")
            yield (f"| {kind.upper()} {what} | {value:,.0f} | {value / bench.median(f'{kind} limit'):.2f} | {most} | "
                   f"{bench.median(f'{kind} {name} peak'):.0f} | {MOST_MIB} |")
    yield f"| a backup of {bench.median('backup size'):.0f} MB, verified | {bench.median('backup'):,.0f} | | | | |"


def is_over(bench, kinds):
    return any(bench.median(f"{kind} ratio") > most or
               any(value > MOST_MIB for name, values in bench.values.items()
                   if name.startswith(kind) and name.endswith("peak") for value in values)
               for kind, most in kinds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("prefix", type=pathlib.Path)
    parser.add_argument("--entries", type=int, default=100000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kinds", default="csv,json")
    parser.add_argument("--markdown", type=pathlib.Path)
    args = parser.parse_args()
    kinds = [(kind, {"csv": 2, "json": 3}[kind]) for kind in args.kinds.split(",")]
    with tempfile.TemporaryDirectory(prefix="ms-programs-import-") as folder:
        bench = Bench(args.build.resolve(), args.prefix.resolve(), pathlib.Path(folder))
        bench.make_files(args.entries)
        for number in range(args.rounds):
            print(f"Round {number + 1} of {args.rounds}.", flush=True)
            for kind, _ in kinds:
                bench.measure(kind)
            bench.measure_backup()
        text = "\n".join(table(bench, kinds, args.entries)) + "\n"
    print(text)
    if args.markdown:
        args.markdown.write_text(text, encoding="utf-8")
    return is_over(bench, kinds)


if __name__ == "__main__":
    sys.exit(main())
