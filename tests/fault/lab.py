# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fault tests share: running the writer, remembering what it was told, and checking the journal."""
import os
import sqlite3
import subprocess
import sys
import tempfile

TODAY = "2026-11-23"
EXIT_FAULT = 77
DEADLINE = 60
COMPANIONS = ("", "-wal", "-shm", "-journal")
cases = []


def case(name, good, problems=()):
    cases.append(bool(good))
    print(f"{'ok' if good else 'not ok'} {len(cases)} - {name}", flush=True)
    for problem in [] if good else list(problems)[:8]:
        print(f"# {problem}", flush=True)


def note(text):
    print(f"# {text}", flush=True)


def skip(name, reason):
    cases.append(True)
    print(f"ok {len(cases)} - {name} # SKIP {reason}", flush=True)


def finish():
    print(f"1..{len(cases)}")
    sys.exit(not all(cases))


def number(variable, otherwise):
    return int(os.environ.get(f"MS_PROGRAMS_FAULT_{variable}", otherwise))


def scratch():
    return tempfile.TemporaryDirectory(prefix="ms-programs-fault-", dir=os.environ.get("MS_PROGRAMS_FAULT_FOLDER"))


def environment(**more):
    clean = {name: value for name, value in os.environ.items()
             if name != "MS_PROGRAMS_JOURNAL" and not name.startswith("MSP_FAULT")}
    return {**clean, "MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-warnings", "LC_ALL": "C.UTF-8",
            **{name: str(value) for name, value in more.items()}}


def run(*command, timeout=DEADLINE, env=None):
    """Its status is "hangs" if it does not end, and "not UTF-8" if that is what it writes."""
    try:
        ended = subprocess.run([str(word) for word in command], capture_output=True, stdin=subprocess.DEVNULL,
                               env=env or environment(), timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, "hangs", "", "")
    status = ended.returncode
    texts = [text.decode(errors="replace") for text in (ended.stdout, ended.stderr)]
    if any(text.encode() != raw for text, raw in zip(texts, (ended.stdout, ended.stderr))):
        status = "not UTF-8"
    return subprocess.CompletedProcess(command, status, *texts)


def remove(journal):
    for companion in COMPANIONS:
        if os.path.exists(journal + companion):
            os.unlink(journal + companion)


class Ledger:
    """What was acknowledged, and what was under way when the writer ended."""

    def __init__(self):
        self.entries = {}    # name: (id, revision, "live" or "trash")
        self.pending = None  # (verb, name, revision)
        self.acknowledged = 0
        self.failures = []   # (verb, name, code, text)

    def read(self, text):
        for line in text[:text.rfind("\n") + 1].splitlines():
            words = line.split(" ", 5)
            if words[0] == "try":
                self.pending = (words[1], words[2], int(words[3]))
            elif words[0] == "ok":
                self.acknowledge(*words[1:5])
            elif words[0] == "fail":
                self.pending = None
                self.failures.append((words[1], words[2], int(words[4]), words[5]))
        return self

    def acknowledge(self, verb, name, revision, identifier):
        self.pending = None
        if verb == "open":
            return
        self.acknowledged += 1
        if verb == "purge":
            self.entries = {name: entry for name, entry in self.entries.items() if entry[2] == "live"}
            return
        old_revision = self.entries[name][1] if name in self.entries else 0
        self.entries[name] = (identifier, int(revision) if verb == "edit" else old_revision,
                              "trash" if verb == "delete" else "live")

    def may_be(self, name, shown):
        """what an unfinished step may have made of an entry; shown is None if the entry is not there"""
        kept = self.entries.get(name)
        if shown == kept:
            return True
        if self.pending is None:
            return False
        verb, pending_name, revision = self.pending
        if verb == "purge":
            return shown is None and kept[2] == "trash"
        if pending_name != name:
            return False
        if verb == "add":
            return kept is None and shown[1:] == (0, "live")
        after = {"edit": (kept[0], revision, "live"), "delete": (*kept[:2], "trash"), "restore": (*kept[:2], "live")}
        return shown == after[verb]

    def compare(self, shown):
        """what is wrong: one line an entry"""
        for name in sorted(self.entries.keys() | shown.keys()):
            if not self.may_be(name, shown.get(name)):
                kept = self.entries.get(name)
                what = "lost" if kept and name not in shown else "changed" if kept else "not acknowledged, but there"
                yield f"{what}: {name}, acknowledged {kept}, found {shown.get(name)}, under way {self.pending}"

    def adopt(self, shown):
        self.entries = dict(shown)
        self.pending = None


class Lab:
    """A folder for journals, and the writer."""

    def __init__(self, writer, folder):
        self.writer = writer
        self.folder = folder

    def journal(self, name="journal"):
        return os.path.join(self.folder, name, "journal.db")

    def write(self, journal, run_name, steps, *pragma, verb="write", **fault):
        faults = {f"MSP_FAULT{'_' + name.upper() if name != 'kind' else ''}": value for name, value in fault.items()}
        return run(self.writer, journal, verb, run_name, steps, *pragma, env=environment(**faults))

    def show(self, journal):
        """Opens the journal as the program does: the entries by name, and what is wrong with them."""
        shown, problems = {}, []
        result = run(self.writer, journal, "show")
        for line in result.stdout.splitlines():
            words = line.split(" ", 5)
            if words[0] == "entry":
                if words[2] in shown:
                    problems.append(f"twice: {words[2]}")
                if words[5] != "whole":
                    problems.append(f"torn: {line}")
                shown[words[2]] = (words[1], int(words[3]), words[4])
            elif words[0] in ("problem", "fail"):
                problems.append(line)
        if result.returncode != 0 or not result.stdout.endswith("end\n"):
            problems.append(f"the journal cannot be shown: {result.returncode} {result.stderr}")
        return shown, problems

    def check(self, journal, ledger):
        shown, problems = self.show(journal)
        problems += inspect(journal, len(shown))
        return shown, problems + list(ledger.compare(shown))


def inspect(journal, n_entries):
    """The file's own health, asked without our code."""
    problems = []
    database = sqlite3.connect(journal)
    try:
        problems += [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        problems += [f"foreign key: {row}" for row in database.execute("PRAGMA foreign_key_check")]
        if (database.execute("PRAGMA user_version").fetchone()[0] or n_entries) != 0:
            database.execute("INSERT INTO contribution_text (contribution_text) VALUES ('integrity-check')")
            for missing, where in (("contribution", "position"), ("contribution_text", "rowid")):
                other, key = {"contribution": ("contribution_text", "rowid"),
                              "contribution_text": ("contribution", "position")}[missing]
                count = database.execute(f"SELECT count(*) FROM {missing} WHERE {where} NOT IN "
                                         f"(SELECT {key} FROM {other})").fetchone()[0]
                if count:
                    problems.append(f"{count} rows of {missing} without one of {other}")
            count = database.execute("SELECT count(*) FROM contribution").fetchone()[0]
            if count != n_entries:
                problems.append(f"{count} rows, {n_entries} entries shown")
        database.rollback()
    except sqlite3.Error as error:
        problems.append(f"SQLite: {error}")
    finally:
        database.close()
    return problems
