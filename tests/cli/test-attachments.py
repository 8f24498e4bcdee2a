#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attaches files by the program's commands, also where that cannot be. TAP: test-attachments.py PROGRAM"""
import hashlib
import json
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
NOBODY = 65534
ADD = ["add", "T", "--type", "Blog"]
cases = []


def case(name, good, *problems):
    cases.append(bool(good))
    print(f"{'ok' if good else 'not ok'} {len(cases)} - {name}", flush=True)
    for problem in () if good else problems:
        print(f"# {problem}", flush=True)


def skip(name, reason):
    cases.append(True)
    print(f"ok {len(cases)} - {name} # SKIP {reason}", flush=True)


class Home:
    """A folder with a journal and files to attach."""

    def __init__(self, folder):
        self.folder = folder
        self.data = os.path.join(folder, "data/ms-programs")
        self.attachments = os.path.join(self.data, "attachments")
        self.env = {**os.environ, "HOME": folder, "XDG_DATA_HOME": os.path.join(folder, "data"),
                    "MS_PROGRAMS_TODAY": "2026-11-23", "G_DEBUG": "fatal-warnings", "LC_ALL": "C.UTF-8"}
        self.env.pop("MS_PROGRAMS_JOURNAL", None)

    def run(self, *words, before=(), **more):
        return subprocess.run([*before, PROGRAM, *words], capture_output=True, text=True, env=self.env,
                              cwd=self.folder, timeout=60, check=False, **more)

    def show(self, identifier):
        return json.loads(self.run("show", identifier, "--format", "json").stdout)

    def names(self, identifier):
        return [attachment["name"] for attachment in self.show(identifier)["attachments"]]

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def stored(self):
        return sorted(os.listdir(self.attachments)) if os.path.isdir(self.attachments) else []


def test_life(home):
    slides, photo = b"slides" * 1000, bytes(range(256)) * 500
    home.file("slides.pdf", slides)
    home.file("Q&A <b>é 漢.png", photo)
    added = home.run(*ADD, "--attach", "slides.pdf", "--attach", "Q&A <b>é 漢.png", "--link", "https://example.org/a")
    first = added.stdout.strip()
    shown = home.show(first)["attachments"]
    expected = [{"name": "slides.pdf", "hash": hashlib.sha256(slides).hexdigest(), "size": len(slides)},
                {"name": "Q&A <b>é 漢.png", "hash": hashlib.sha256(photo).hexdigest(), "size": len(photo)}]
    case("add --attach keeps name, hash and size",
         [{key: value for key, value in attachment.items() if key != "added"} for attachment in shown] == expected,
         added, shown)
    case("list names them too", json.loads(home.run("list", "--format", "json").stdout)[0]["attachments"] == shown)
    text = home.run("show", first).stdout
    case("show names links and files", "Attachment: slides.pdf (6.0" in text and "https://example.org/a" in text, text)

    path = home.run("attachment", first, "slides.pdf").stdout.strip()
    case("attachment says where", path == os.path.join(home.attachments, expected[0]["hash"]) and
         open(path, "rb").read() == slides, path)
    target = home.file("out.png", b"old")
    out = home.run("attachment", first, "Q&A <b>é 漢.png", "--output", "out.png")
    case("attachment --output copies it, for its owner only", out.returncode == 0 and
         open(target, "rb").read() == photo and stat.S_IMODE(os.stat(target).st_mode) == 0o600, out)
    missing = home.run("attachment", first, "none.pdf")
    case("a name that no file has", missing.returncode == 1 and "none.pdf" in missing.stderr, missing)

    second = home.run(*ADD, "--attach", "slides.pdf").stdout.strip()
    case("the same file lies there once", len(home.stored()) == 2, home.stored())
    copy = home.run("duplicate", second).stdout.strip()
    case("a copy of the entry has it", home.names(copy) == ["slides.pdf"])
    home.file("slides.pdf", b"other")
    home.run("edit", second, "--attach", "slides.pdf")
    case("another file of that name gets one of its own", home.names(second) == ["slides.pdf", "slides (2).pdf"])
    removal(home, first, second, copy)


def removal(home, first, second, copy):
    home.run("edit", second, "--detach", "slides (2).pdf")
    case("--detach takes it away at once", home.names(second) == ["slides.pdf"] and len(home.stored()) == 2)
    wrong = home.run("edit", second, "--detach", "slides (2).pdf", "--title", "Changed")
    case("--detach of none changes nothing", wrong.returncode == 1 and home.show(second)["title"] == "T", wrong)
    home.run("edit", second, "--no-attachments")
    home.run("edit", copy, "--no-attachments")
    case("what another entry has stays", home.names(second) == [] and len(home.stored()) == 2)
    home.run("delete", first)
    case("what is in the trash stays", len(home.stored()) == 2)
    home.run("restore", first)
    case("and comes back", len(home.names(first)) == 2)
    home.run("delete", first)
    home.run("trash", "--empty")
    case("with the last entry it goes", home.stored() == [], home.stored())


def test_many(home):
    home.file("agenda.txt", b"agenda")
    ids = [home.run(*ADD).stdout.strip() for _ in range(3)]
    added = home.run("edit", *ids, "--attach", "agenda.txt")
    case("one file for many entries", added.returncode == 0 and len(home.stored()) == 1 and
         all(home.names(identifier) == ["agenda.txt"] for identifier in ids), added)
    again = home.run("edit", *ids, "--attach", "agenda.txt")
    case("twice is once", again.returncode == 0 and home.names(ids[0]) == ["agenda.txt"], again)
    home.run("edit", ids[0], "--no-attachments")
    wrong = home.run("edit", *ids, "--detach", "none.txt", "--title", "Changed")
    taken = home.run("edit", *ids, "--detach", "agenda.txt")
    case("and taken away from those that have it", wrong.returncode == 1 and taken.returncode == 0 and
         home.stored() == [] and home.show(ids[1])["title"] == "T", wrong, taken, home.stored())


def test_refused(home):
    os.mkfifo(os.path.join(home.folder, "pipe"))
    large = home.file("large.bin", b"")
    os.truncate(large, 100 * 1024 * 1024 + 1)
    entries = len(json.loads(home.run("list", "--format", "json").stdout))
    for name, words in (("missing.pdf", "is not there any more"), (home.folder, "is a folder"),
                        ("pipe", "is a pipe"), ("large.bin", "too large")):
        result = home.run(*ADD, "--attach", name)
        case(f"refused: {words}", result.returncode == 1 and words in result.stderr and
             result.stderr.count("\n") == 1 and home.stored() == [], result)
    case("nothing was added", len(json.loads(home.run("list", "--format", "json").stdout)) == entries)
    home.file("small.txt", b"small")
    wrong = home.run(*ADD, "--date", "2026-02-30", "--attach", "small.txt")
    failed = home.run("edit", "00000000", "--attach", "small.txt")
    case("a line that fails leaves nothing behind", wrong.returncode == 2 and failed.returncode == 1 and
         home.stored() == [], wrong, failed, home.stored())


def limit_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))


def test_full(home):
    home.file("video.bin", os.urandom(2 << 20))
    result = home.run(*ADD, "--attach", "video.bin", preexec_fn=limit_files)
    case("no room for a file: said, and nothing of it stays", result.returncode == 1 and
         "The disk is full" in result.stderr and home.stored() == [], result, home.stored())

    disk = os.path.join(home.folder, "disk")
    os.mkdir(disk)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True,
                      check=False).returncode != 0:
        skip("a full disk", "nothing can be mounted here")
        return
    try:
        journal = ["--journal", os.path.join(disk, "journal.db")]
        first = home.run(*ADD, *journal)
        result = home.run(*ADD, *journal, "--attach", "video.bin")
        left = os.listdir(os.path.join(disk, "attachments"))
        home.file("small.txt", b"small")
        after = home.run(*ADD, *journal, "--attach", "small.txt")
        case("a full disk: said, nothing of it stays, and it goes on", first.returncode == 0 and
             result.returncode == 1 and "The disk is full" in result.stderr and left == [] and
             after.returncode == 0, first, result, left, after)
    finally:
        subprocess.run(["umount", disk], check=False)


def test_modes(home):
    old = os.umask(0)
    home.file("small.txt", b"small")
    home.run(*ADD, "--attach", "small.txt")
    os.umask(old)
    modes = {stat.S_IMODE(os.stat(os.path.join(home.attachments, name)).st_mode) for name in home.stored()}
    case("for their owner only, under any umask", modes == {0o600} and
         stat.S_IMODE(os.stat(home.attachments).st_mode) == 0o700, modes)


def test_read_only(home):
    before = []
    if os.getuid() == 0:
        before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        for place, folders, files in os.walk(home.folder):
            for name in [place, *(os.path.join(place, name) for name in folders + files)]:
                os.chown(name, NOBODY, NOBODY)
    if subprocess.run([*before, PROGRAM, "--version"], capture_output=True, check=False).returncode != 0:
        skip("a folder that cannot be written", "another user cannot run the program here")
        return
    home.file("other.txt", b"other")
    os.chmod(home.file("secret.txt", b"secret"), 0)
    os.chmod(home.attachments, 0o500)
    stored = home.stored()
    result = home.run(*ADD, "--attach", "other.txt", before=before)
    case("a folder that cannot be written: said", result.returncode == 1 and
         "cannot be written" in result.stderr and home.stored() == stored, result)
    os.chmod(home.attachments, 0o700)
    if os.getuid() == 0:
        os.chown(os.path.join(home.folder, "secret.txt"), 0, 0)
    result = home.run(*ADD, "--attach", "secret.txt", before=before)
    case("a file that may not be read: said", result.returncode == 1 and
         "may not be read" in result.stderr and home.stored() == stored, result)
    os.chmod(os.path.join(home.data, "journal.db"), 0o400)
    result = home.run(*ADD, "--attach", "other.txt", before=before)
    case("a journal that can only be read: said", result.returncode == 1 and "only be read" in result.stderr, result)


def main():
    folder = tempfile.mkdtemp(prefix="ms-programs-attachments-")
    os.chmod(folder, 0o755)
    try:
        home = Home(folder)
        for test in (test_life, test_many, test_refused, test_full, test_modes, test_read_only):
            test(home)
    finally:
        shutil.rmtree(folder)
    print(f"1..{len(cases)}")
    return not all(cases)


sys.exit(main())
