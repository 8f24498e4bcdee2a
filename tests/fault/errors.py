#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets the disk refuse each operation, once and for good, and fills it up.

    errors.py WRITER once|ever|full|disk        TAP
Whoever writes is told, what is refused is not half there, and the same store saves it afterwards.
MS_PROGRAMS_FAULT_STEPS: how long the script is.
"""
import os
import subprocess
import sys

from lab import Lab, Ledger, case, environment, finish, inspect, note, number, remove, run, scratch, skip

# What a person reads first, by the code of MspDatabaseError.
FULL, READ_ONLY, IO, CANT_OPEN = 5, 6, 8, 9
SENTENCES = {
    FULL: "The disk is full. Nothing that was saved is lost. Free some space, then save again.",
    IO: "The disk did not read or write as it should. Nothing that was saved is lost. Check the disk, then try again.",
    CANT_OPEN: "The journal cannot be opened. Check that its folder exists and that you may write in it.",
}


def failures_of(ledger, codes):
    """what is wrong with what the writer was told"""
    for verb, name, code, text in ledger.failures:
        if code not in codes:
            yield f"{verb} {name} is told {code}: {text}"
        elif not text.startswith(SENTENCES[code]):
            yield f"{verb} {name} is told no sentence: {text}"


def try_operation(lab, journal, steps, codes, fault):
    remove(journal)
    result = lab.write(journal, "e", steps, **fault)
    ledger = Ledger().read(result.stdout)
    problems = list(failures_of(ledger, codes))
    if result.returncode != 0 or not result.stdout.endswith("end\n"):
        problems.append(f"ended with {result.returncode} {result.stderr[-200:]} {result.stdout[-200:]}")
    if os.path.exists(journal):
        problems += lab.check(journal, ledger)[1]
    return ledger, problems


def sweep(lab, what, codes, least, **fault):
    steps, journal = number("STEPS", 10), lab.journal()
    whole = lab.write(journal, "e", steps, **{name: value for name, value in fault.items() if name != "at"})
    total = int(whole.stdout.split("operations ")[1].split()[0])
    problems, told, acknowledged, silent = [], 0, 0, 0
    for at in range(1, total + 1):
        ledger, wrong = try_operation(lab, journal, steps, codes, {**fault, "at": at})
        problems += [f"operation {at}: {problem}" for problem in wrong]
        told += len(ledger.failures)
        silent += not ledger.failures
        acknowledged += ledger.acknowledged
    note(f"{what}: {total} operations, {acknowledged} acknowledged, {told} told, "
         f"{silent} without effect, {len(problems)} problems")
    case(f"{what} at each of {total} operations: told, nothing lost, nothing half there", not problems, problems)
    case("the writer was told often enough", told >= least, [f"{told} times"])


def fill_disk(lab):
    """Inside a mount of our own: a disk of 1,600 KiB, 900 of them taken by something else."""
    disk = os.path.join(lab.folder, "disk")
    os.mkdir(disk)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1600k", "none", disk], check=True)
    ballast, journal = os.path.join(disk, "ballast"), os.path.join(disk, "journal.db")
    with open(ballast, "wb") as file:
        file.write(bytes(900 * 1024))
    ledger = Ledger().read(lab.write(journal, "d", 100, verb="add").stdout)
    case("a disk runs full while entries are added", ledger.failures and ledger.acknowledged > 5)
    problems = list(failures_of(ledger, {FULL}))
    case("each refusal names the disk and what to do", not problems, problems)
    shown, problems = lab.check(journal, ledger)
    case("what was acknowledged is there, and no more", not problems, problems)
    os.unlink(ballast)
    ledger.adopt(shown)
    ledger.failures.clear()
    more = lab.write(journal, "f", 12)
    problems = lab.check(journal, ledger.read(more.stdout))[1]
    case("with space again the journal takes what it refused", more.returncode == 0 and
         not ledger.failures and not problems, problems + ledger.failures)
    subprocess.run(["umount", disk], check=True)


def test_disk(lab):
    """The parent, which may not mount, asks for a room where it may."""
    if "MS_PROGRAMS_FAULT_INSIDE" in os.environ:
        fill_disk(lab)
        return
    rights = [] if os.getuid() == 0 else ["--map-root-user"]
    room = ["unshare", *rights, "--mount"]
    folder = os.path.join(lab.folder, "try")
    os.mkdir(folder)
    if run(*room, "mount", "-t", "tmpfs", "none", folder).returncode != 0:
        skip("a disk runs full", "no file system can be mounted here")
        return
    os.environ["MS_PROGRAMS_FAULT_INSIDE"] = "1"
    sys.stdout.flush()
    status = subprocess.run([*room, sys.executable, *sys.argv], check=False).returncode
    sys.exit(status)


def main(kind, lab):
    if kind == "once":
        sweep(lab, "a disk error, once,", {IO, CANT_OPEN}, 150, kind="error")
    elif kind == "ever":
        sweep(lab, "a disk error from then on", {IO, CANT_OPEN}, 500, kind="error", persist=1)
    elif kind == "disk":
        test_disk(lab)
    else:
        sweep(lab, "a full disk", {FULL}, 500, kind="full")


with scratch() as home:
    main(sys.argv[2], Lab(sys.argv[1], home))
finish()
