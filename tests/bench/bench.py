#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure what the product promises about the speed of its journal, beside the limits of the machine
and, if wanted, beside other programs with the same entries.

usage: bench.py BUILD PREFIX [--entries 100000] [--rounds 5] [--peers] [--all-pages] [--patience 60]
                [--precedence] [--markdown FILE]

BUILD is the build folder, PREFIX where the program is installed. All is measured in rounds, one thing
after the other, and pooled: machines are noisy, and only figures of one run can be compared. Before each
it waits for the machine to be quiet, and says at the end how often it was not. On a machine that is
nobody else's, --precedence (as root) puts the run before what else there is to do. It ends with 1 if a
figure is over what is asked for."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import measures
import peers
import table
from screen import Screen

PRIORITY = "-15"


def take_precedence():
    """Goes on in a session of its own, for the scheduler weighs sessions against each other."""
    child = os.fork()
    if child:
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    os.setsid()
    pathlib.Path("/proc/self/autogroup").write_text(PRIORITY, encoding="ascii")


def make_journals(build, folder, entries):
    """The journals to be measured, by how many entries they have."""
    journals = {}
    for count in sorted({0, min(1000, entries), entries}):
        path = folder / f"journal-{count}.db"
        print(f"Generating {count} entries.", flush=True)
        subprocess.run([f"{build}/tests/bench/generate", path, str(count)], check=True)
        journals[count] = path
    return journals


def run(args, folder):
    journals = make_journals(args.build, folder, args.entries)
    found = measures.Found()
    with Screen(folder / "home", args.prefix, args.patience) as screen:
        bench = measures.Bench(args.build, args.prefix, screen, journals, folder)
        shelf = peers.prepare(folder, journals[args.entries], screen) if args.peers else []
        for number in range(args.rounds + 1):
            print(f"Round {number} of {args.rounds}." if number else "A round to warm up.", flush=True)
            # What is read for the first time is not compared with what is read again.
            kept = found if number else measures.Found()
            bench.measure_starts(kept)
            bench.measure_exports(kept)
            bench.measure_work(kept, all_pages=args.all_pages and number == args.rounds)
            for peer in shelf:
                peer.measure(kept, bench)
        bench.measure_once(found)
        print(f"{screen.n_runs} programs were run, {screen.n_disturbed} of them beside other work.")
    return found, shelf


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("prefix", type=pathlib.Path)
    parser.add_argument("--entries", type=int, default=100000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--all-pages", action="store_true",
                        help="turn every page of the journal once: takes minutes")
    parser.add_argument("--patience", type=float, default=60,
                        help="how many seconds to wait for a quiet machine, each time")
    parser.add_argument("--precedence", action="store_true")
    parser.add_argument("--markdown", type=pathlib.Path)
    args = parser.parse_args()
    args.build = args.build.resolve()
    args.prefix = args.prefix.resolve()

    if args.precedence:
        take_precedence()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="ms-programs-bench-"))
    try:
        found, shelf = run(args, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    rows = table.make_rows(found, args.entries)
    text = table.write(rows, table.make_peer_rows(found, args.entries, shelf))
    print(text)
    if args.markdown:
        args.markdown.write_text(text, encoding="utf-8")
    return any(row.is_over() for row in rows)


if __name__ == "__main__":
    sys.exit(main())
