#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Links and files that prove a contribution, in the window of an installed program.

    evidence.py PREFIX [FOLDER]

Added in the form, saved, seen again, opened, removed, brought back by undo, and named by the command line.
With FOLDER it leaves pictures there.
"""
import hashlib
import json
import os
import signal
import stat
import sys
import time

from uxdriver import Session, UxError

TODAY = "2026-11-23"
NAME = "Q&A <b>.txt"
CONTENT = b"What was said.\n"
HANDLER = """[Desktop Entry]
Type=Application
Name=Record
Exec=sh -c 'echo "$1" >> "{log}"' record %f
MimeType=text/plain;inode/directory;application/x-shellscript;
"""


class Evidence:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.data = session.home + "/.local/share/ms-programs"
        self.log = session.home + "/opened"
        self.app = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def prepare(self):
        """a program that opens texts and folders, and files to attach"""
        applications = self.s.home + "/.local/share/applications"
        os.makedirs(applications)
        with open(applications + "/record.desktop", "w", encoding="utf-8") as file:
            file.write(HANDLER.format(log=self.log))
        with open(applications + "/mimeapps.list", "w", encoding="utf-8") as file:
            file.write("[Default Applications]\ntext/plain=record.desktop\ninode/directory=record.desktop\n"
                       "application/x-shellscript=record.desktop\n")
        for name, content in ((NAME, CONTENT), ("run.sh", b"#!/bin/sh\necho\n")):
            with open(f"{self.s.home}/{name}", "wb") as file:
                file.write(content)

    def start(self):
        self.app = self.s.launch([self.program, "--page", "journal"])
        time.sleep(1)

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def entry(self):
        return json.loads(self.run("list", "--format", "json"))[0]

    def names(self):
        return [attachment["name"] for attachment in self.entry()["attachments"]]

    def stored(self):
        return sorted(os.listdir(self.data + "/attachments"))

    def row(self, name):
        return self.app.find(name=name, role="text")

    def button(self, name):
        return self.app.find(name=name, role="push button")

    def picture(self, name):
        if self.folder:
            time.sleep(0.5)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def look(self, name):
        """the part of the form below the texts"""
        if self.folder:
            self.s.xdo("mousemove", 500, 400, "click", "--repeat", 9, "--delay", 60, 5, "mousemove", 1, 1)
            self.picture(name)

    def wait(self, what, seconds=5):
        end = time.time() + seconds
        while not what():
            assert time.time() < end, what
            time.sleep(0.1)

    def edit(self):
        self.s.key("ctrl+f", "Down", "Return")
        self.app.wait_text("Edit contribution")

    def is_choosing(self):
        return self.s.run(["xdotool", "search", "--onlyvisible", "--name", "^Attach Files$"]).stdout.strip() != ""

    def choose(self, path):
        """in the file chooser, by its path"""
        self.button("Attach a File…").click()
        self.wait(self.is_choosing)
        time.sleep(1)
        self.s.type(path)
        time.sleep(0.5)
        self.picture("evidence-chooser")
        self.s.key("Return")
        self.wait(lambda: not self.is_choosing())

    def save_is_off(self):
        return "sensitive" not in self.button("Save").states()

    def added(self):
        self.s.key("ctrl+n")
        self.app.find(name="Title", role="text")
        self.s.type("With proof")
        self.row("Add a further link").set_text("javascript:alert(1)")
        self.wait(self.save_is_off)
        self.row("Further link 1").set_text("https://example.org/recording")
        self.row("Add a further link").set_text("https://example.org/slides")
        self.wait(lambda: not self.save_is_off())
        self.choose(f"{self.s.home}/{NAME}")
        self.app.wait_text(NAME)
        self.choose(f"{self.s.home}/run.sh")
        self.app.wait_text("run.sh")
        self.look("evidence-form")
        self.s.key("ctrl+Return")
        self.app.wait_text("1 contribution ")
        entry = self.entry()
        assert entry["links"] == ["https://example.org/recording", "https://example.org/slides"], entry["links"]
        assert self.names() == [NAME, "run.sh"], self.names()
        digest = hashlib.sha256(CONTENT).hexdigest()
        assert entry["attachments"][0]["hash"] == digest and digest in self.stored()
        self.done("links and files are added in the form, and the command line names them")

    def opened(self):
        self.edit()
        assert self.row("Further link 2").text == "https://example.org/slides"
        self.button(f"Open {NAME}").click()
        self.wait(lambda: os.path.exists(self.log))
        with open(self.log, encoding="utf-8") as file:
            path = file.read().strip()
        assert os.path.basename(path) == NAME and path.startswith(self.s.home + "/.cache/ms-programs/open/"), path
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o400
        with open(path, "rb") as file:
            assert file.read() == CONTENT
        self.button("Open run.sh").click()
        self.app.wait_text("is a program, so it was not started")
        with open(self.log, encoding="utf-8") as file:
            assert os.path.isdir(file.read().splitlines()[1])
        self.look("evidence-open")
        self.done("a file is opened with its program, and a program is not started")

    def removed(self):
        self.button(f"Remove {NAME}").click()
        self.app.gone(name=NAME)
        self.button("Remove further link 1").click()
        self.app.gone(name="Further link 2", role="text")
        self.s.key("ctrl+Return")
        self.wait(lambda: self.names() == ["run.sh"])
        assert self.entry()["links"] == ["https://example.org/slides"]
        assert len(self.stored()) == 2
        time.sleep(0.5)
        self.s.key("ctrl+z")
        self.wait(lambda: self.names() == [NAME, "run.sh"])
        assert len(self.entry()["links"]) == 2
        self.done("what is removed comes back by undo, the file too")

    def refused(self):
        self.edit()
        self.choose(f"{self.s.home}/{NAME}")
        self.app.wait_text("is attached already")
        self.look("evidence-refused")
        self.s.key("Escape")
        time.sleep(0.5)
        self.done("a file that is attached already is said")

    def gone(self):
        self.s.key("ctrl+q")
        self.app.proc.wait(10)
        assert len(self.stored()) == 2
        self.run("edit", self.entry()["id"], "--detach", NAME)
        assert len(self.stored()) == 1
        self.done("a file goes with the last entry that uses it")


def main(prefix, folder=None):
    with Session(size=(1000, 900), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        evidence = Evidence(session, prefix, folder)
        evidence.prepare()
        evidence.start()
        try:
            for step in (evidence.added, evidence.opened, evidence.removed, evidence.refused, evidence.gone):
                step()
        except Exception:
            print(session.tail(), file=sys.stderr)
            raise
    print(f"1..{evidence.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
