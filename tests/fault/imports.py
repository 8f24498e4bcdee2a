#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills imports at random moments, and lets them fill the disk; a journal is what it was or what it is to be.

    imports.py WRITER kill|full PROGRAM        TAP
MS_PROGRAMS_FAULT_ROUNDS, _SEED and _ROWS: how many kills, which, and of how many rows.
"""
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time

from lab import Lab, case, environment, finish, inspect, note, number, run, scratch, skip

HEADER = "title,date,activityTypeName,url,numberOfViews,tags,description\n"
OLD = 40


def make_rows(path, first, count):
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADER)
        for index in range(first, first + count):
            file.write(f"Entry {index} with some words,20{10 + index % 16:02}-0{1 + index % 9}-{1 + index % 28:02},"
                       f"Blog,https://example.org/{index},{index},tag;other,What there is to say about {index}\n")


def count(journal):
    database = sqlite3.connect(journal)
    try:
        return database.execute("SELECT count(*) FROM contribution").fetchone()[0]
    finally:
        database.close()


def wrong_backups(folder):
    """What ends in a time is a backup, and each of them is whole."""
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        if name.endswith("Z"):
            database = sqlite3.connect(f"file:{folder}/{name}?immutable=1", uri=True)
            if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                yield f"the backup {name} is not whole"
            database.close()


def begin(lab, program, name):
    journal, rows = lab.journal(name), os.path.join(lab.folder, "rows.csv")
    old = os.path.join(lab.folder, "old.csv")
    make_rows(old, 0, OLD)
    make_rows(rows, 1000, number("ROWS", 20000))
    run(program, "import", old, "--journal", journal)
    return journal, [program, "import", rows, "--journal", journal]


def test_kill(lab, program):
    rounds, generator = number("ROUNDS", 10), random.Random(number("SEED", 7))
    journal, command = begin(lab, program, "kill")
    kept = os.path.join(lab.folder, "kept")
    shutil.copytree(os.path.dirname(journal), kept)
    start = time.monotonic()
    run(*command, timeout=300)
    whole, problems, old, new = time.monotonic() - start, [], 0, 0
    for index in range(rounds):
        shutil.rmtree(os.path.dirname(journal))
        shutil.copytree(kept, os.path.dirname(journal))
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment()) as process:
            time.sleep(generator.uniform(0, whole * 1.1))
            process.kill()
        found = count(journal)
        old, new = old + (found == OLD), new + (found == OLD + number("ROWS", 20000))
        problems += [f"round {index}: {problem}" for problem in inspect(journal, found)]
        problems += [f"round {index}: {problem}" for problem in wrong_backups(os.path.dirname(journal) + "/backups")]
        if run(program, "check", "--journal", journal).returncode != 0:
            problems.append(f"round {index}: the check finds something")
    note(f"{rounds} kills: {old} journals as they were, {new} imported, {len(problems)} problems")
    case(f"{rounds} imports that were killed are whole or not there", old + new == rounds and not problems, problems)
    case("some were killed before the end", old > 0)


def fill_disk(lab, program):
    """Inside a mount of our own: disks from one that has no room for the backup to one that is large enough."""
    outcomes, problems = set(), []
    for size in (700, 1000, 1600, 2600, 5000, 40000):
        disk = os.path.join(lab.folder, f"disk-{size}")
        os.mkdir(disk)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", disk], check=True)
        journal = os.path.join(disk, "journal.db")
        old, rows = os.path.join(lab.folder, "old.csv"), os.path.join(lab.folder, "rows.csv")
        make_rows(old, 0, OLD)
        make_rows(rows, 1000, 3000)
        begun = run(program, "import", old, "--journal", journal)
        ended = run(program, "import", rows, "--journal", journal)
        found = count(journal)
        outcomes.add(ended.returncode)
        if begun.returncode != 0 or found != (OLD if ended.returncode else OLD + 3000):
            problems.append(f"{size} KiB: {begun.stderr} {ended.returncode}, {found} entries")
        if ended.returncode not in (0, 1) or (ended.returncode == 1 and "The disk is full." not in ended.stderr):
            problems.append(f"{size} KiB: {ended.returncode} {ended.stderr}")
        problems += [f"{size} KiB: {problem}" for problem in inspect(journal, found)]
        problems += [f"{size} KiB: {problem}" for problem in wrong_backups(disk + "/backups")]
        problems += [f"{size} KiB: left behind: {name}" for name in os.listdir(disk + "/backups") if name[0] == "."]
        subprocess.run(["umount", disk], check=True)
    case("an import that fills the disk is told, and is whole or not there", not problems, problems)
    case("some were refused and some were not", outcomes == {0, 1}, outcomes)


def test_full(lab, program):
    """The parent, which may not mount, asks for a room where it may."""
    if "MS_PROGRAMS_FAULT_INSIDE" in os.environ:
        fill_disk(lab, program)
        return
    rights = [] if os.getuid() == 0 else ["--map-root-user"]
    room = ["unshare", *rights, "--mount"]
    folder = os.path.join(lab.folder, "try")
    os.mkdir(folder)
    if run(*room, "mount", "-t", "tmpfs", "none", folder).returncode != 0:
        skip("an import fills the disk", "no file system can be mounted here")
        return
    os.environ["MS_PROGRAMS_FAULT_INSIDE"] = "1"
    sys.stdout.flush()
    sys.exit(subprocess.run([*room, sys.executable, *sys.argv], check=False).returncode)


with scratch() as home:
    {"kill": test_kill, "full": test_full}[sys.argv[2]](Lab(sys.argv[1], home), sys.argv[3])
finish()
