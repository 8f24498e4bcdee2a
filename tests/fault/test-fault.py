#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that the journal acknowledged is lost. TAP: test-fault.py WRITER PROGRAM

Kills, power cuts, I/O errors and full disks at every operation that writes; writers side by side;
damaged, foreign and newer files. MS_PROGRAMS_FAULT_ROUNDS: how many kills at random moments.
"""
import hashlib
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

WRITER, PROGRAM = sys.argv[1:3]
ROUNDS = int(os.environ.get("MS_PROGRAMS_FAULT_ROUNDS", "40"))
ENTRIES = 6
ENDED_BY_FAULT = 77
cases = []


def case(name, good, detail=""):
    cases.append(good)
    print(f"{'ok' if good else 'not ok'} {len(cases)} - {name}{' # ' + detail if detail else ''}",
          flush=True)


def write(journal, count, **fault):
    """exit code and what was said: lists of (what, id, detail)"""
    done = subprocess.run([WRITER, journal, str(count)], capture_output=True, timeout=120,
                          env={**os.environ, **{key: str(value) for key, value in fault.items()}},
                          check=False)
    return done.returncode, said(done.stdout)


def said(output):
    lines = output.decode().split("\n")[:-1]
    return [tuple(line.split("\t")) for line in lines if line.count("\t") == 2]


def wrong(journal, acknowledged):
    """what is wrong with the file: sentences"""
    acknowledged = [line for line in acknowledged if line[0] in ("added", "edited", "deleted")]
    if not os.path.exists(journal):
        return ["acknowledged, but no file"] if acknowledged else []
    with sqlite3.connect(journal) as file:
        problems = [row[0] for row in file.execute("PRAGMA integrity_check") if row[0] != "ok"]
        problems += [f"foreign key {row}" for row in file.execute("PRAGMA foreign_key_check")]
        if not file.execute("SELECT 1 FROM sqlite_schema WHERE name = 'contribution'").fetchone():
            return problems + (["acknowledged, but no table"] if acknowledged else [])
        file.execute("INSERT INTO contribution_text (contribution_text) VALUES ('integrity-check')")
        rows = {row[0]: row[1:] for row in
                file.execute("SELECT uuid, title, deleted FROM contribution")}
    file.close()
    for what, uuid, detail in acknowledged:
        if uuid not in rows:
            problems.append(f"lost: {detail}")
        elif what == "edited" and rows[uuid][0] != detail:
            problems.append(f"lost edit: {detail}")
        elif what == "deleted" and rows[uuid][1] is None:
            problems.append(f"lost delete: {detail}")
    return problems


def kill_at_random(folder):
    journal, acknowledged, problems = folder + "/killed.db", [], []
    for _ in range(ROUNDS):
        with subprocess.Popen([WRITER, journal, "100000"], stdout=subprocess.PIPE) as writer:
            time.sleep(random.uniform(0.005, 0.06))
            writer.kill()
            acknowledged += said(writer.stdout.read())
        problems += wrong(journal, acknowledged)
    case("kill -9 at random moments loses nothing", not problems and len(acknowledged) > ROUNDS,
         f"{ROUNDS} rounds, {len(acknowledged)} acknowledged, {len(problems)} lost {problems[:3]}")


def sweep(folder, fault, every=1, **more):
    """The fault at every operation; how many rounds, and what was wrong after one."""
    operations = int(write(folder + "/count.db", ENTRIES, FAULT="none")[1][-1][2])
    problems, rounds, failures = [], 0, []
    for at in range(1, operations + 1, every):
        journal = f"{folder}/{fault}-{at}.db"
        code, lines = write(journal, ENTRIES, FAULT=fault, FAULT_AT=at, FAULT_SEED=at, **more)
        if code < 0:
            problems.append(f"at {at}: signal {-code}")
        failures += [line[2] for line in lines if line[0] == "failed"]
        try:
            problems += [f"at {at}: {text}" for text in wrong(journal, lines)]
        except sqlite3.DatabaseError as error:
            problems.append(f"at {at}: {error}")
        rounds += 1
        for file in pathlib.Path(folder).glob(f"{fault}-{at}.db*"):
            file.unlink()
    pathlib.Path(folder + "/count.db").unlink()
    return rounds, problems, failures


def sweeps(folder):
    for fault, name in (("kill", "a kill"), ("crash", "a power cut")):
        rounds, problems, _ = sweep(folder, fault)
        case(f"{name} at every operation loses nothing", not problems and rounds > 20,
             f"{rounds} rounds {problems[:3]}")
    rounds, problems, _ = sweep(folder, "crash", every=3, FAULT_NO_SYNC=1)
    case("the power cut is seen to lose entries where nothing is synced", len(problems) > 0,
         f"{rounds} rounds, {len(problems)} problems")
    for name, more in (("once", {}), ("for ever", {"FAULT_PERSIST": 1})):
        rounds, problems, failures = sweep(folder, "ioerr", **more)
        case(f"an I/O error {name} at every operation loses nothing", not problems and failures,
             f"{rounds} rounds, {len(failures)} failures told {problems[:3]}")
    rounds, problems, failures = sweep(folder, "full")
    named = [text for text in failures if "disk" in text]
    case("a full disk at every operation loses nothing, and is named", not problems and named,
         f"{rounds} rounds, {len(named)} of {len(failures)} name the disk {problems[:3]}")


def side_by_side(folder):
    journal = folder + "/shared.db"
    writers = [subprocess.Popen([WRITER, journal, "500"], stdout=subprocess.PIPE) for _ in range(3)]
    lines = [line for writer in writers for line in said(writer.communicate()[0])]
    added = sum(line[0] == "added" for line in lines)
    failed = [line for line in lines if line[0] == "failed"]
    problems = wrong(journal, lines)
    case("three writers of 500 entries each", added == 1500 and not failed and not problems,
         f"{added} added, {len(failed)} failed {failed[:2]} {problems[:2]}")


def listed(journal):
    return subprocess.run([PROGRAM, "list", "--journal", journal, "--format", "json"],
                          capture_output=True, text=True, timeout=60, check=False)


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def left_alone(folder, name, journal):
    before = digest(journal)
    add = subprocess.run([PROGRAM, "add", "x", "--type", "Blog", "--journal", journal],
                         capture_output=True, text=True, timeout=60, check=False)
    listing = listed(journal)
    beside = [path.name for path in pathlib.Path(folder).glob(pathlib.Path(journal).name + "-*")]
    case(f"{name} is refused and stays as it is",
         add.returncode != 0 and listing.returncode != 0 and digest(journal) == before and
         not beside and len(add.stderr.strip().split("\n")) == 1, add.stderr.strip()[:120])


def other_files(folder):
    write(folder + "/good.db", 20)
    newer = folder + "/newer.db"
    shutil.copy(folder + "/good.db", newer)
    with sqlite3.connect(newer) as file:
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute("PRAGMA user_version = 99")
    file.close()
    left_alone(folder, "a newer journal", newer)
    foreign = folder + "/foreign.db"
    with sqlite3.connect(foreign) as file:
        file.execute("CREATE TABLE notes (text)")
    file.close()
    left_alone(folder, "another program's database", foreign)
    for name, data in (("a text file", b"Dear diary,\n" * 200), ("a random file",
                                                              random.randbytes(9000))):
        path = f"{folder}/{name.replace(' ', '-')}"
        pathlib.Path(path).write_bytes(data)
        left_alone(folder, name, path)


def damage(folder):
    """Bytes of a good journal changed at random: an answer or an error, never a crash or a new file."""
    write(folder + "/healthy.db", 200)
    with sqlite3.connect(folder + "/healthy.db") as file:
        file.execute("PRAGMA wal_checkpoint (TRUNCATE)")
    file.close()
    good = pathlib.Path(folder + "/healthy.db").read_bytes()
    problems = []
    for turn in range(ROUNDS):
        data = bytearray(good)
        start = random.randrange(len(data))
        for at in range(start, min(start + random.choice((1, 16, 600, 8192)), len(data))):
            data[at] = random.randrange(256)
        if turn % 8 == 0:
            del data[random.randrange(len(data)):]
        path = f"{folder}/damaged.db"
        pathlib.Path(path).write_bytes(data)
        done = listed(path)
        if done.returncode not in (0, 1, 2):
            problems.append(f"{turn}: exit {done.returncode}")
        if len(data) > 100 and os.path.getsize(path) < len(data) // 2:
            problems.append(f"{turn}: written over")
        for file in pathlib.Path(folder).glob("damaged.db*"):
            file.unlink()
    case("a damaged journal is answered or refused", not problems,
         f"{ROUNDS} variations {problems[:3]}")


def permissions(folder):
    home = folder + "/home"
    os.mkdir(home)
    env = {key: value for key, value in os.environ.items() if key != "MS_PROGRAMS_JOURNAL"}
    env.update(HOME=home, XDG_DATA_HOME=home + "/data", XDG_CONFIG_HOME=home + "/config")
    subprocess.run(["/bin/sh", "-c", 'umask 000; exec "$@"', "sh", PROGRAM, "add", "Mine",
                    "--type", "Blog"], env=env, check=True, capture_output=True)
    files = [path for path in pathlib.Path(home).rglob("*") if path.is_file()]
    folders = {path.parent for path in files if "journal" in path.name}
    case("only the user can read the journal, which is where XDG says",
         files and all(path.stat().st_mode & 0o777 == 0o600 for path in files) and
         all(path.stat().st_mode & 0o777 == 0o700 for path in folders) and
         all(path.is_relative_to(home + "/data") for path in files), str(files)[:200])


def read_only(folder):
    if os.getuid() != 0 or not shutil.which("setpriv"):
        print("# only root can try what another user sees")
        return
    place = folder + "/readable"
    os.mkdir(place)
    write(place + "/journal.db", 10)
    os.chmod(place + "/journal.db", 0o644)
    for path in (folder, place):
        os.chmod(path, 0o755)
    before = digest(place + "/journal.db")
    other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM]
    add = subprocess.run(other + ["add", "x", "--type", "Blog", "--journal", place + "/journal.db"],
                         capture_output=True, text=True, check=False)
    listing = subprocess.run(other + ["list", "--journal", place + "/journal.db"],
                             capture_output=True, text=True, check=False)
    case("who may not write can read, and is told",
         add.returncode != 0 and "can be read but not written" in add.stderr and
         listing.returncode == 0 and "entry" in listing.stdout and
         digest(place + "/journal.db") == before, (add.stderr + listing.stderr)[:200])


def main():
    random.seed(2026)
    with tempfile.TemporaryDirectory() as folder:
        kill_at_random(folder)
        sweeps(folder)
        side_by_side(folder)
        other_files(folder)
        damage(folder)
        permissions(folder)
        read_only(folder)
    print(f"1..{len(cases)}")
    return 0 if all(cases) else 1


sys.exit(main())
