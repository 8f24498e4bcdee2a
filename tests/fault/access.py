#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens journals that may not be written or read, and looks at who may read what the program makes.

    access.py WRITER PROGRAM        TAP
As root nothing is forbidden, so root runs the program as another user.
"""
import os
import shutil
import stat
import sys

from lab import COMPANIONS, Lab, Ledger, case, environment, finish, run, scratch, skip

NOBODY = 65534
READ_ONLY = "The journal can be read but not written. Check the permissions of the file and of its folder."
CANT_OPEN = "The journal cannot be opened. Check that its folder exists and that you may write in it."
ADD = ["add", "T", "--type", "Blog"]


def as_another():
    """the words before a command that make it run without root's rights"""
    if os.getuid() != 0:
        return []
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def content(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    return found


def give(folder, name, source, file_mode, folder_mode, companions):
    """A copy of a journal that whoever runs the program owns, or may only look at."""
    place = os.path.join(folder, name)
    os.mkdir(place)
    journal = os.path.join(place, "journal.db")
    for companion in companions:
        if os.path.exists(source + companion):
            shutil.copyfile(source + companion, journal + companion)
            os.chmod(journal + companion, file_mode)
            if os.getuid() == 0:
                os.chown(journal + companion, NOBODY, NOBODY)
    os.chmod(place, folder_mode)
    if os.getuid() == 0:
        os.chown(place, NOBODY, NOBODY)
    return journal


def try_unwritable(program, journal):
    """what is wrong with how a journal is taken that can be read only"""
    env, folder = environment(MS_PROGRAMS_JOURNAL=journal, HOME="/nonexistent"), os.path.dirname(journal)
    before = content(folder)["journal.db"]
    listed = run(*as_another(), program, "list", env=env)
    if listed.returncode != 0 or "Talk" not in listed.stdout:
        yield f"list: {listed.returncode} {listed.stdout[:200]} {listed.stderr}"
    identifier = (listed.stdout.split() or ["12345678"])[0]
    for command in (ADD, ["edit", identifier, "--notes", "n"], ["delete", identifier], ["trash", "--empty"]):
        ended = run(*as_another(), program, *command, env=env)
        if ended.returncode != 1 or not ended.stderr.startswith(f"ms-programs: {READ_ONLY}") or ended.stdout:
            yield f"{command[0]}: {ended.returncode} {ended.stdout} {ended.stderr}"
    if content(folder)["journal.db"] != before:
        yield "the file was written"


def test_unwritable(lab, program):
    source = lab.journal("source")
    lab.write(source, "a", 20)
    for name, file_mode, folder_mode in (("a file", 0o400, 0o700), ("a folder", 0o600, 0o500),
                                         ("a file and its folder", 0o400, 0o500)):
        journal = give(lab.folder, name, source, file_mode, folder_mode, COMPANIONS)
        problems = list(try_unwritable(program, journal))
        os.chmod(os.path.dirname(journal), 0o700)
        case(f"{name} that cannot be written: shown, and every change refused with what to do", not problems, problems)


def test_unwritable_log(lab, program):
    """A log with entries in a folder where SQLite can make no index for it: a clear word, no wrong entries."""
    source = lab.journal("killed")
    killed = lab.write(source, "a", 20, kind="kill", at=500)
    acknowledged = Ledger().read(killed.stdout).entries
    for companions, what in ((COMPANIONS[:2], "without its index"), (COMPANIONS, "with its index")):
        journal = give(lab.folder, f"log {what}", source, 0o400, 0o500, companions)
        env = environment(MS_PROGRAMS_JOURNAL=journal, HOME="/nonexistent")
        listed = run(*as_another(), program, "list", env=env)
        added = run(*as_another(), program, *ADD, env=env)
        os.chmod(os.path.dirname(journal), 0o700)
        shown = len([entry for entry in acknowledged.values() if entry[2] == "live"])
        right = listed.returncode == 0 and len(listed.stdout.splitlines()) == shown or \
            listed.returncode == 1 and any(text in listed.stderr for text in (READ_ONLY, CANT_OPEN))
        refused = added.returncode == 1 and any(text in added.stderr for text in (READ_ONLY, CANT_OPEN))
        case(f"a log {what} in a folder that cannot be written: all of it or a clear word",
             len(acknowledged) > 2 and right and refused, [str(listed), str(added), str(acknowledged)])


def test_unreadable(lab, program):
    source = lab.journal("source")
    journal = give(lab.folder, "unreadable", source, 0o000, 0o700, COMPANIONS)
    problems = []
    for command in (["list"], ADD):
        ended = run(*as_another(), program, *command, env=environment(MS_PROGRAMS_JOURNAL=journal, HOME="/nonexistent"))
        if ended.returncode != 1 or not any(text in ended.stderr for text in (CANT_OPEN, READ_ONLY)):
            problems.append(str(ended))
    case("a file that cannot be read: a clear word", not problems, problems)
    folder = os.path.join(lab.folder, "closed")
    os.mkdir(folder, 0o500)
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    ended = run(*as_another(), program, *ADD, env=environment(
        XDG_DATA_HOME=os.path.join(folder, "data"), HOME="/nonexistent"))
    case("a home where no folder can be made: a clear word", ended.returncode == 1 and
         ended.stderr.startswith(f"ms-programs: {CANT_OPEN}"), [str(ended)])


def tree(folder):
    """path below the folder: permissions"""
    return {os.path.relpath(os.path.join(place, name), folder): stat.S_IMODE(os.stat(os.path.join(place, name)).st_mode)
            for place, folders, files in os.walk(folder) for name in folders + files}


def home_environment(home, **more):
    env = environment(HOME=home, TMPDIR=os.path.join(home, "tmp"), XDG_RUNTIME_DIR=os.path.join(home, "run"), **more)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        if name not in more:
            env.pop(name, None)
    return env


def use_everything(program, env):
    """exit codes of commands that write and read"""
    identifier = run(program, *ADD, env=env).stdout.strip()
    return [run(program, *command, env=env).returncode for command in (
        ["list"], ["check"], ["stats"], ["edit", identifier, "--notes", "n"], ["delete", identifier],
        ["restore", identifier], ["compare"], ["deadlines"], ["trash"])]


def wrong_modes(made, folders, journal):
    """A command that only reads may leave log and index behind, empty; nothing else, nothing open to others."""
    may_be = {**{folder: 0o700 for folder in folders}, **{journal + companion: 0o600 for companion in COMPANIONS[:3]}}
    wrong = [f"{path}: {mode:o}" for path, mode in made.items() if may_be.get(path) != mode]
    return wrong + [f"{path} is missing" for path in [*folders, journal] if path not in made]


def test_modes(lab, program):
    """Under a umask that hides nothing."""
    home = os.path.join(lab.folder, "home")
    for name in ("tmp", "run"):
        os.makedirs(os.path.join(home, name), 0o700)
    before, where = set(tree(home)), os.getcwd()
    old = os.umask(0)
    os.chdir(os.path.join(home, "tmp"))
    codes = use_everything(program, home_environment(home))
    made = {path: mode for path, mode in tree(home).items() if path not in before}
    data = ".local/share/ms-programs"
    wrong = wrong_modes(made, [".local", ".local/share", data], f"{data}/journal.db")
    case("the journal is where it should be, for its owner only, and nothing is anywhere else",
         set(codes) == {0} and not wrong, [str(codes), *wrong])

    codes = use_everything(program, home_environment(home, XDG_DATA_HOME=os.path.join(home, "elsewhere")))
    more = {path: mode for path, mode in tree(home).items() if path not in before and path not in made}
    wrong = wrong_modes(more, ["elsewhere", "elsewhere/ms-programs"], "elsewhere/ms-programs/journal.db")
    case("XDG_DATA_HOME is followed", set(codes) == {0} and not wrong, [str(codes), *wrong])

    killed = lab.journal("modes")
    lab.write(killed, "m", 20, kind="kill", at=500)
    modes = tree(os.path.dirname(killed))
    case("log and index are for their owner only", modes == {
        "journal.db": 0o600, "journal.db-wal": 0o600, "journal.db-shm": 0o600}, [str(modes)])
    os.umask(old)
    os.chdir(where)


def main(lab, program):
    test_modes(lab, program)
    # The other user must reach both the program and the journals.
    os.chmod(lab.folder, 0o755)
    if run(*as_another(), program, "--version").returncode != 0:
        skip("a journal that cannot be written", "another user cannot run the program here")
        return
    if run(*as_another(), "test", "-x", lab.folder).returncode != 0:
        skip("a journal that cannot be written", "another user cannot enter the folder of the tests")
        return
    test_unwritable(lab, program)
    test_unwritable_log(lab, program)
    test_unreadable(lab, program)


with scratch() as scratch_folder:
    main(Lab(os.path.abspath(sys.argv[1]), scratch_folder), os.path.abspath(sys.argv[2]))
finish()
