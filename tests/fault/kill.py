#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the writer at random moments and at every operation; nothing acknowledged may be lost.

    kill.py WRITER [random|sweep]        TAP
MS_PROGRAMS_FAULT_ROUNDS and _SEED: how many random kills, and which; _STEPS: how long the swept script is.
"""
import os
import random
import subprocess
import sys
import time

from lab import EXIT_FAULT, Lab, Ledger, case, environment, finish, note, number, remove, scratch

ENDLESS = 1000000
ACKS_PER_ROUND = 130


def kill_once(lab, journal, name, generator):
    """Lets the writer write for a while; what it said is all that it said before it was killed."""
    with subprocess.Popen([lab.writer, journal, "write", name, str(ENDLESS)], stdout=subprocess.PIPE,
                          env=environment(), bufsize=0) as writer:
        # One in six is killed while it opens the journal; the others after some acknowledgements.
        wanted = generator.randrange(1, ACKS_PER_ROUND) if generator.random() > 0.17 else 0
        said = b""
        while said.count(b"\nok ") < wanted:
            more = writer.stdout.read(4096)
            if not more:
                break
            said += more
        time.sleep(generator.uniform(0, 0.004) if wanted else generator.uniform(0, 0.02))
        ended = writer.poll()
        writer.kill()
        said += writer.stdout.readall()
    return said.decode(), ended


def test_random(lab):
    rounds = number("ROUNDS", 40)
    generator = random.Random(number("SEED", 7))
    journal, ledger, problems = lab.journal("random"), Ledger(), []
    for index in range(rounds):
        said, ended = kill_once(lab, journal, f"k{index}", generator)
        ledger.read(said)
        if ended is not None:
            problems.append(f"round {index}: the writer ended by itself with {ended}: {said[-300:]}")
        if not os.path.exists(journal):
            continue
        shown, wrong = lab.check(journal, ledger)
        problems += [f"round {index}: {problem}" for problem in wrong]
        ledger.adopt(shown)
    note(f"{rounds} kills, {ledger.acknowledged} acknowledged, {len(problems)} problems")
    case(f"{rounds} kills at random lose nothing that was acknowledged", not problems, problems)
    case("enough was acknowledged to mean something", ledger.acknowledged >= rounds * 20)


def test_sweep(lab):
    steps = number("STEPS", 10)
    journal = lab.journal("sweep")
    whole = lab.write(journal, "w", steps, kind="kill")
    total = int(whole.stdout.split("operations ")[1].split()[0])
    problems, kills, acknowledged = [], 0, 0
    for at in range(1, total + 1):
        remove(journal)
        result = lab.write(journal, "w", steps, kind="kill", at=at)
        ledger = Ledger().read(result.stdout)
        _, wrong = lab.check(journal, ledger)
        kills += result.returncode == EXIT_FAULT
        acknowledged += ledger.acknowledged
        problems += [f"operation {at}: {problem}" for problem in wrong]
    note(f"{kills} kills at {total} operations, {acknowledged} acknowledged, {len(problems)} problems")
    case(f"a kill at each of {total} operations loses nothing", not problems, problems)
    case("each was a kill", kills == total and total > 300)


with scratch() as home:
    {"random": test_random, "sweep": test_sweep}[sys.argv[2]](Lab(sys.argv[1], home))
finish()
