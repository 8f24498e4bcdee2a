#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the power at every operation: what was not synced is kept or lost at random, a sector at a time.

    power.py WRITER        TAP
MS_PROGRAMS_FAULT_SEEDS: how many dice are thrown for each operation; _STEPS: how long the script is.
"""
import sys

from lab import EXIT_FAULT, Lab, Ledger, case, finish, note, number, remove, scratch


def sweep(lab, steps, seeds, stride, *pragma):
    """cuts, acknowledged, problems"""
    journal = lab.journal("power")
    remove(journal)
    whole = lab.write(journal, "p", steps, *pragma, kind="cut")
    total = int(whole.stdout.split("operations ")[1].split()[0])
    cuts, acknowledged, problems = 0, 0, []
    for at in range(1, total + 1, stride):
        for seed in range(seeds):
            remove(journal)
            result = lab.write(journal, "p", steps, *pragma, kind="cut", at=at, seed=at * 31 + seed * 7919)
            ledger = Ledger().read(result.stdout)
            _, wrong = lab.check(journal, ledger)
            cuts += result.returncode == EXIT_FAULT
            acknowledged += ledger.acknowledged
            problems += [f"operation {at}, seed {seed}: {problem}" for problem in wrong]
    return cuts, acknowledged, problems


def main(lab):
    seeds = number("SEEDS", 1)
    cuts, acknowledged, problems = sweep(lab, number("STEPS", 10), seeds, 1)
    note(f"{cuts} power cuts, {acknowledged} acknowledged, {len(problems)} problems")
    case(f"{cuts} power cuts lose nothing that was acknowledged", cuts > 300 and not problems, problems)

    # If nothing were lost without syncing, the cuts above would prove nothing.
    for level in ("OFF", "NORMAL"):
        cuts, acknowledged, problems = sweep(lab, 10, 1, 4, f"synchronous={level}")
        lost = sum("lost: " in problem or "changed: " in problem for problem in problems)
        note(f"synchronous={level}: {cuts} power cuts, {acknowledged} acknowledged, {lost} lost")
        case(f"the same with synchronous={level} does lose entries", lost > 0)


with scratch() as home:
    main(Lab(sys.argv[1], home))
finish()
