#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens damaged journals, and files that are no journal of ours.

    damage.py WRITER PROGRAM random|strangers        TAP
A damaged journal is reported or works, and is never begun anew; a stranger's file stays as it is.
MS_PROGRAMS_FAULT_VARIATIONS and _SEED: how many damages, and which.
"""
import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time

from lab import COMPANIONS, Lab, Ledger, case, environment, finish, note, number, remove, run, scratch

PAGE = 4096
DEADLINE = 5
APPLICATION_ID = 0x4d535031


def content(journal):
    """file: digest, of a journal and all that lies beside it"""
    folder, found = os.path.dirname(journal), {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = hashlib.sha256(file.read()).hexdigest()
    return found


def damage(data, generator):
    """says what it did to the bytes"""
    kind = generator.choice(["bytes", "bytes", "header", "page", "zeros", "swap", "cut", "noise"])
    pages = len(data) // PAGE
    page = generator.randrange(pages) * PAGE
    if kind == "bytes":
        for _ in range(generator.randrange(1, 60)):
            data[generator.randrange(len(data))] = generator.randrange(256)
    elif kind == "header":
        data[generator.randrange(16, 120)] = generator.randrange(256)
    elif kind == "page":
        # The first bytes of a page say what is on it.
        for offset in range(page, page + 12):
            data[offset] = generator.randrange(256)
    elif kind == "zeros":
        data[page:page + PAGE] = bytes(PAGE)
    elif kind == "swap":
        other = generator.randrange(pages) * PAGE
        data[page:page + PAGE], data[other:other + PAGE] = data[other:other + PAGE], data[page:page + PAGE]
    elif kind == "cut":
        del data[generator.randrange(1, len(data)):]
    else:
        start = generator.randrange(len(data))
        noise = generator.randbytes(min(generator.randrange(1, 20000), len(data) - start))
        data[start:start + len(noise)] = noise
    return kind


def survivors(before, after):
    """how many of the pages are still as they were"""
    return sum(before[at:at + PAGE] == after[at:at + PAGE] for at in range(0, len(before), PAGE))


def try_damaged(lab, program, journal, known):
    """(what was reported, what is wrong)"""
    with open(journal, "rb") as file:
        before = file.read()
    env = environment(MS_PROGRAMS_JOURNAL=journal)
    identifier = generator_of(journal).choice(known)
    commands = [[program, "list", "--format", "json"], [program, "list", "--search", "revision talk"],
                [program, "check"], [lab.writer, journal, "show"], [program, "edit", identifier, "--notes", "N"],
                [program, "add", "Talk of damage", "--type", "Blog"]]
    reported, wrong = 0, []
    for command in commands:
        start = time.monotonic()
        ended = run(*command, env=env, timeout=DEADLINE)
        if ended.returncode not in (0, 1) or time.monotonic() - start > DEADLINE:
            wrong.append(f"{command[1:3]} ended with {ended.returncode}: {ended.stderr[-300:]}")
        if ended.returncode == 1 and command[0] == program and not ended.stderr.startswith("ms-programs: "):
            wrong.append(f"{command[1:3]} failed without a word: {ended.stdout[-300:]} {ended.stderr[-300:]}")
        reported += ended.returncode == 1
    with open(journal, "rb") as file:
        after = file.read()
    # Two small writes touch some pages; a journal begun anew would be another file.
    if len(after) < len(before) or survivors(before, after) < len(before) // PAGE // 2:
        wrong.append(f"written over: {len(before)} bytes became {len(after)}, "
                     f"{survivors(before, after)} of {len(before) // PAGE} pages stayed")
    return reported, wrong


def generator_of(journal):
    return random.Random(os.path.getsize(journal))


def test_random(lab, program):
    original = lab.journal("original")
    ledger = Ledger().read(lab.write(original, "o", 150).stdout)
    known = [entry[0] for entry in ledger.entries.values()]
    with open(original, "rb") as file:
        whole = file.read()
    variations, generator = number("VARIATIONS", 200), random.Random(number("SEED", 7))
    problems, reported, journal = [], 0, lab.journal("damaged")
    os.makedirs(os.path.dirname(journal))
    for index in range(variations):
        remove(journal)
        data = bytearray(whole)
        kind = damage(data, generator)
        with open(journal, "wb") as file:
            file.write(data)
        told, wrong = try_damaged(lab, program, journal, known)
        reported += told > 0
        problems += [f"variation {index}, {kind}: {problem}" for problem in wrong]
    note(f"{variations} damages of {len(whole)} bytes, {reported} reported, {len(problems)} problems")
    case(f"{variations} damaged journals: no crash, no hang, none begun anew", not problems, problems)
    case("damage is noticed", reported > variations // 3)


def kill_with_log(lab, journal):
    """A journal as a kill leaves it, most of it still in its log."""
    with subprocess.Popen([lab.writer, journal, "add", "w", "100000"], stdout=subprocess.PIPE,
                          env=environment()) as writer:
        said = b""
        while said.count(b"\nok add") < 30:
            said += writer.stdout.read1(4096)
        writer.kill()
        said += writer.stdout.read()
    return Ledger().read(said.decode())


def test_log(lab):
    """What SQLite cannot know to be whole it leaves out; the rest must stay readable."""
    original, journal = lab.journal("log"), lab.journal("damaged-log")
    kill_with_log(lab, original)
    generator, problems = random.Random(number("SEED", 7)), []
    os.makedirs(os.path.dirname(journal))
    for index in range(number("VARIATIONS", 200) // 4):
        remove(journal)
        for companion in COMPANIONS[:2]:
            shutil.copy(original + companion, journal + companion)
        with open(journal + "-wal", "r+b") as file:
            data = bytearray(file.read())
            kind = damage(data, generator)
            file.seek(0)
            file.write(data)
            file.truncate()
        shown = run(lab.writer, journal, "show", timeout=DEADLINE)
        if shown.returncode != 0 or "torn" in shown.stdout or "problem" in shown.stdout:
            problems.append(f"log {index}, {kind}: {shown.returncode} {shown.stdout[-300:]} {shown.stderr[-300:]}")
    case("a damaged log ends where the damage begins", not problems, problems)


def test_torn_beginning(lab, program):
    """The power went while the first page of a new file was written; SQLite's own journal takes it back."""
    journal = lab.journal("torn")
    for at in range(1, 30):
        remove(journal)
        lab.write(journal, "t", 1, kind="kill", at=at)
        if os.path.exists(journal + "-journal") and os.path.exists(journal) and os.path.getsize(journal) > 0:
            break
    with open(journal, "r+b") as file:
        file.write(bytes(512))
    env = environment(MS_PROGRAMS_JOURNAL=journal)
    ended = run(program, "add", "T", "--type", "Blog", env=env)
    listed = run(program, "list", env=env)
    case("a journal whose first page was torn is begun again", ended.returncode == 0 and
         len(listed.stdout.splitlines()) == 1, [str(ended), str(listed)])


def test_lost_file(lab, program):
    """A journal that has become empty, its entries still in the log: SQLite would throw the log away."""
    journal = lab.journal("emptied")
    ledger = kill_with_log(lab, journal)
    with open(journal, "r+b") as file:
        whole = file.read()
        file.truncate(0)
    before = {name: digest for name, digest in content(journal).items() if not name.endswith("-shm")}
    env = environment(MS_PROGRAMS_JOURNAL=journal)
    ended = [run(program, "list", env=env), run(program, "add", "T", "--type", "Blog", env=env)]
    after = {name: digest for name, digest in content(journal).items() if not name.endswith("-shm")}
    case("a journal that became empty keeps its log", before == after and
         all(end.returncode == 1 and "damaged" in end.stderr for end in ended), [str(ended), str(before), str(after)])
    with open(journal, "wb") as file:
        file.write(whole)
    problems = lab.check(journal, ledger)[1]
    case("so that whoever brings the file back has it all", not problems, problems)


def stranger(journal, *statements, script=None):
    """Another program's database."""
    database = sqlite3.connect(journal)
    for statement in statements:
        database.execute(statement)
    if script:
        database.executescript(script)
    database.commit()
    database.close()


def write_text(journal, text):
    with open(journal, "wb") as file:
        file.write(text)


def with_log(journal, source, *statements):
    """Makes a database whose last change is in its log only, as after a kill."""
    stranger(source, "PRAGMA journal_mode = WAL", "CREATE TABLE IF NOT EXISTS other (a)")
    database = sqlite3.connect(source)
    for statement in statements:
        database.execute(statement)
    database.commit()
    for companion in COMPANIONS[:3]:
        shutil.copy(source + companion, journal + companion)
    database.close()


def strangers(lab):
    """name: what makes the file"""
    ours = lab.journal("ours")
    lab.write(ours, "s", 20)

    def changed(*statements):
        return lambda journal: (shutil.copy(ours, journal), stranger(journal, *statements))

    return {
        "a newer journal": changed("PRAGMA user_version = 99"),
        "a newer journal with other tables": changed("DROP TABLE reminder", "PRAGMA user_version = 99"),
        "another application's": changed("PRAGMA application_id = 305419896"),
        "another application's, without an id": changed("PRAGMA application_id = 0"),
        "a database without id and version": lambda journal: stranger(
            journal, "CREATE TABLE note (text)", "INSERT INTO note VALUES ('mine')"),
        "the same with a log": lambda journal: stranger(
            journal, "PRAGMA journal_mode = WAL", "CREATE TABLE note (text)"),
        "a database with many tables": lambda journal: stranger(
            journal, script="".join(f"CREATE TABLE note_of_some_length_{i} (text, other, third);" for i in range(200))),
        "a text": lambda journal: write_text(journal, b"Dear diary,\n" * 500),
        "a short text": lambda journal: write_text(journal, b"x"),
        "zeros": lambda journal: write_text(journal, bytes(8192)),
        "a picture": lambda journal: write_text(journal, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        "the head of a journal": lambda journal: write_text(journal, b"SQLite format 3\0" + bytes(40)),
    }


def open_stranger(program, journal):
    """what is wrong with how the program takes the file"""
    before, env = content(journal), environment(MS_PROGRAMS_JOURNAL=journal)
    identifier = "0123456789abcdef"
    for command in (["list"], ["check"], ["show", identifier], ["stats"], ["add", "T", "--type", "Blog"],
                    ["edit", identifier, "--notes", "n"], ["delete", identifier], ["trash", "--empty"]):
        ended = run(program, *command, env=env, timeout=DEADLINE)
        if ended.returncode != 1 or not ended.stderr.startswith("ms-programs: ") or \
                "It was left as it is." not in ended.stderr or ended.stdout:
            yield f"{command[0]}: {ended.returncode} {ended.stdout} {ended.stderr}"
        if content(journal) != before:
            yield f"{command[0]} changed the folder: {before} {content(journal)}"
            return


def test_strangers(lab, program):
    for name, make in strangers(lab).items():
        journal = lab.journal(name)
        os.makedirs(os.path.dirname(journal))
        make(journal)
        problems = list(open_stranger(program, journal))
        case(f"{name} is refused and stays as it is", not problems, problems)


def test_logged_strangers(lab, program):
    """What tells a stranger is in its log only: file and log stay."""
    ours = lab.journal("logged-ours")
    lab.write(ours, "s", 20)
    for name, source, statement in (
            ("a newer journal", ours, "PRAGMA user_version = 99"),
            ("another application's", lab.journal("logged"), "PRAGMA application_id = 305419896")):
        os.makedirs(os.path.dirname(source), exist_ok=True)
        journal = lab.journal(f"logged {name}")
        os.makedirs(os.path.dirname(journal))
        with_log(journal, source, statement)
        before = content(journal)
        problems = []
        for command in (["list"], ["add", "T", "--type", "Blog"]):
            ended = run(program, *command, env=environment(MS_PROGRAMS_JOURNAL=journal))
            after = content(journal)
            changed = [file for file in ("journal.db", "journal.db-wal") if before[file] != after.get(file)]
            if ended.returncode != 1 or changed:
                problems.append(f"{command[0]}: {ended.returncode} {ended.stderr} {before} {after}")
        case(f"{name}, which only its log tells, is refused and stays", not problems, problems)


def main(lab, program, kind):
    if kind == "random":
        test_random(lab, program)
        test_log(lab)
    else:
        test_torn_beginning(lab, program)
        test_lost_file(lab, program)
        test_strangers(lab, program)
        test_logged_strangers(lab, program)


with scratch() as home:
    main(Lab(sys.argv[1], home), *sys.argv[2:4])
finish()
