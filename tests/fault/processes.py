#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets several processes write to one journal.

    processes.py WRITER PROGRAM        TAP
MS_PROGRAMS_FAULT_ADDS: how many entries each of three processes adds; _STARTS: how many journals are
begun by three processes at once.
"""
import os
import sqlite3
import subprocess
import sys

from lab import Lab, Ledger, case, environment, finish, note, number, remove, run, scratch

PROCESSES = 3


def together(commands, env):
    """(status, output, errors) of each"""
    running = [subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                stdin=subprocess.DEVNULL, text=True, env=env) for command in commands]
    # Each says little enough to fit into its pipe, or is read while the others wait for nothing.
    return [(process, *process.communicate(timeout=300)) for process in running]


def add_together(lab, journal, adds, verb="add"):
    """what each was told, and what is wrong"""
    ended = together([[lab.writer, journal, verb, f"p{index}", adds] for index in range(PROCESSES)], environment())
    ledger, problems = Ledger(), []
    for process, said, errors in ended:
        ledger.read(said)
        if process.returncode != 0 or not said.endswith("end\n"):
            problems.append(f"ended with {process.returncode} {errors[-300:]} {said[-300:]}")
    problems += [f"told: {failure}" for failure in ledger.failures]
    shown, wrong = lab.check(journal, ledger)
    return len(shown), problems + wrong


def test_adds(lab):
    adds = number("ADDS", 500)
    present, problems = add_together(lab, lab.journal("adds"), adds)
    note(f"{present} of {PROCESSES * adds} entries present")
    case(f"{PROCESSES} processes add {adds} entries each: all are there, nobody is told to wait",
         present == PROCESSES * adds and not problems, problems)


def test_all_verbs(lab):
    steps = number("STEPS", 150)
    _, problems = add_together(lab, lab.journal("verbs"), steps, "write")
    # One empties the trash of all: what the others have just put there is gone, which is what it should be.
    problems = [problem for problem in problems if "'trash'" not in problem and "no entry in the trash" not in problem]
    case("and they edit, delete, restore and checkpoint at once", not problems, problems)


def test_starts(lab):
    starts, journal, problems = number("STARTS", 40), lab.journal("starts"), []
    for index in range(starts):
        remove(journal)
        present, wrong = add_together(lab, journal, 2)
        problems += [f"start {index}: {problem}" for problem in wrong]
        if present != PROCESSES * 2:
            problems.append(f"start {index}: {present} entries")
    case(f"{starts} journals are begun by {PROCESSES} processes at once", not problems, problems)


def test_program(lab, program):
    journal, rounds, identifiers, problems = lab.journal("program"), 15, set(), []
    env = environment(MS_PROGRAMS_JOURNAL=journal)
    for index in range(rounds):
        ended = together([[program, "add", f"Talk {index} of {name}", "--type", "Blog"] for name in range(PROCESSES)] +
                         [[program, "list"]], env)
        identifiers |= {said.strip() for _, said, _ in ended[:PROCESSES]}
        problems += [f"ended with {process.returncode} {errors}" for process, _, errors in ended
                     if process.returncode != 0 or errors]
    listed = subprocess.run([program, "list"], capture_output=True, text=True, env=env, check=False).stdout
    case(f"{rounds * PROCESSES} commands add an entry each, three at a time, and others read",
         len(identifiers) == len(listed.splitlines()) == rounds * PROCESSES and not problems, problems)


def test_reader(lab, program):
    """A journal that was only begun reads as empty."""
    journal = lab.journal("begun")
    env = environment(MS_PROGRAMS_JOURNAL=journal)
    os.makedirs(os.path.dirname(journal))
    problems = []
    for setup in ("", "PRAGMA journal_mode = WAL"):
        remove(journal)
        with open(journal, "wb"):
            pass
        database = sqlite3.connect(journal)
        database.execute(setup)
        ended = run(program, "list", env=env)
        if ended.returncode != 0 or ended.stdout or ended.stderr:
            problems.append(f"{setup}: {ended.returncode} {ended.stdout} {ended.stderr}")
        database.close()
    case("a journal that another process only begins reads as empty", not problems, problems)


def main(lab):
    test_reader(lab, sys.argv[2])
    test_starts(lab)
    test_adds(lab)
    test_all_verbs(lab)
    test_program(lab, sys.argv[2])


with scratch() as home:
    main(Lab(sys.argv[1], home))
finish()
