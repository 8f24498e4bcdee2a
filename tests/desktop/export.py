#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contributions written to files from the window of an installed program.

    export.py PREFIX [FOLDER]

All, what the list shows and the selected ones, in every form, with what goes wrong said and
nothing lost; a long one with progress and Cancel. With FOLDER it leaves pictures there.
MS_PROGRAMS_GENERATE is the program that makes a large journal.
"""
import csv
import json
import os
import signal
import stat
import subprocess
import sys
import time
import zipfile

from uxdriver import Session, UxError

TODAY = "2026-11-23"
TITLES = ["Zero trust at home", "Bicep by example", "A meetup in Bern", "Notes on <b>&amp;</b>"]
MANY = 60000
FORMS = {"csv": "Table (CSV)", "json": "Data (JSON)", "zip": "Data with attached files (ZIP)",
         "md": "Texts for the portal (Markdown)", "ics": "Calendar (iCalendar)"}


class Export:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = None
        self.steps = 0
        self.many = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def see(self, text):
        self.app.wait_text(text, timeout=15)

    def wait(self, what, seconds=15):
        end = time.time() + seconds
        while not what():
            assert time.time() < end, what
            time.sleep(0.1)

    def picture(self, name):
        if self.folder:
            time.sleep(0.4)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def button(self, name):
        return self.app.find(name=name, role="push button")

    def choose(self, name):
        self.app.find(name=name, role="check box").mouse_click()

    def path(self, name):
        return os.path.join(self.s.home, name)

    def save_as(self, path):
        """in the file chooser that the dialog opens"""
        # the last of them: the bar of the selected ones has one too
        self.app.find_all(name="Export…", role="push button")[-1].click()
        self.see("Export Contributions")
        time.sleep(0.5)
        self.s.key("ctrl+a")
        self.s.type(path)
        self.s.key("Return")

    def titles(self, name):
        with open(self.path(name), encoding="utf-8", newline="") as file:
            return [row["title"] for row in csv.DictReader(file)]

    def is_left(self):
        """the dialog is, and the window has the keys again"""
        left = len(self.app.children()) == 1
        time.sleep(0.5)
        return left

    def start(self):
        for number, title in enumerate(TITLES):
            self.run("add", title, "--type", "Blog", "--date", f"2026-11-{20 - number:02}",
                     "--tag", "old" if number else "new", "--status", "done" if number else "planned")
        with open(self.path("slides.pdf"), "wb") as file:
            file.write(b"slides")
        self.run("edit", self.run("list", "--format", "ids").split()[0], "--attach", self.path("slides.pdf"))
        self.app = self.s.launch([self.program, "--page", "journal"])
        self.see("4 contributions")

    def all_forms(self):
        for end, form in FORMS.items():
            path = self.path(f"out.{end}")
            self.s.key("ctrl+e")
            self.see("All contributions")
            if end != "csv":
                self.choose(form)
            self.see("The deadlines and 1 planned contribution" if end == "ics" else "4 contributions")
            if end == "csv":
                self.picture("export-dialog")
            self.save_as(path)
            self.wait(lambda: os.path.exists(path) and self.is_left())
            if end == "csv":
                self.picture("export-done")
            assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert self.titles("out.csv") == TITLES
        with open(self.path("out.json"), encoding="utf-8") as file:
            assert [entry["title"] for entry in json.load(file)["entries"]] == TITLES
        with zipfile.ZipFile(self.path("out.zip")) as archive:
            assert len(archive.namelist()) == 2 and archive.testzip() is None
        with open(self.path("out.md"), encoding="utf-8") as file:
            assert file.read().count("# MVP Activity: ") == 4
        with open(self.path("out.ics"), encoding="utf-8", newline="") as file:
            assert file.read().count("BEGIN:VEVENT") == 4
        self.done("every form, and the file is its owner's only")

    def of_the_list(self):
        self.s.key("ctrl+f")
        self.s.type("meetup")
        self.see("1 contribution ")
        self.app.find(name="Main Menu", role="push button").click()
        self.app.find(name="Export…", role="menu item").click()
        self.see("What the list shows now")
        self.see("1 contribution")
        self.save_as(self.path("shown.csv"))
        self.wait(lambda: os.path.exists(self.path("shown.csv")) and self.is_left())
        assert self.titles("shown.csv") == [TITLES[2]]
        self.done("what the list shows is what is meant where something is filtered")

    def of_the_selected(self):
        self.s.key("ctrl+f", "ctrl+a", "BackSpace")
        self.see("4 contributions")
        self.s.key("Down", "Home", "shift+Down")
        self.see("2 selected")
        self.app.find(name="Export…", role="push button").click()
        self.see("The selected contributions")
        self.see("2 contributions")
        self.picture("export-selected")
        self.save_as(self.path("selected.csv"))
        self.wait(lambda: os.path.exists(self.path("selected.csv")) and self.is_left())
        assert self.titles("selected.csv") == TITLES[:2]
        self.s.key("Escape")
        self.done("the selected ones are what is meant from their bar")

    def refused(self):
        """the chooser asks about a file before it is replaced; by then its folder may be locked"""
        path = self.path("out.csv")
        with open(path, "w", encoding="ascii") as file:
            file.write("old")
        os.link(path, self.path("away"))
        self.s.key("ctrl+e")
        self.see("4 contributions")
        self.save_as(path)
        button = self.app.find(name="Replace", role="push button", timeout=20)
        os.unlink(path)
        os.mkdir(path)
        button.click()
        self.see("is a folder")
        self.picture("export-refused")
        os.rmdir(path)
        os.rename(self.path("away"), path)
        self.s.key("Escape")
        self.wait(self.is_left)
        with open(path, encoding="ascii") as file:
            assert file.read() == "old"
        self.done("what cannot be written is said in the dialog, which stays")

    def elsewhere(self):
        self.s.key("alt+1", "ctrl+e")
        self.see("4 contributions")
        self.s.key("Escape")
        self.wait(self.is_left)
        self.done("before another view it is all of them, and Escape leaves")

    def leave(self):
        self.s.key("ctrl+q")
        self.app.proc.wait(10)

    def large(self):
        """another journal, that takes a while"""
        self.leave()
        journal = self.path("large.db")
        subprocess.run([os.environ["MS_PROGRAMS_GENERATE"], journal, str(MANY)], check=True,
                       stdout=subprocess.DEVNULL)
        self.app = self.s.launch([self.program, "--page", "journal", "--journal", journal])
        # some are in its trash
        self.many = len(self.run("list", "--journal", journal, "--format", "ids").split())
        self.see(f"{self.many} contributions")

    def cancelled(self):
        path = self.path("long.json")
        with open(path, "w", encoding="ascii") as file:
            file.write("old")
        self.s.key("ctrl+e")
        self.choose(FORMS["json"])
        self.see(f"{self.many} contributions")
        self.save_as(path)
        # replacing a file is asked about first
        self.app.find(name="Replace", role="push button", timeout=20).click()
        # sooner than the whole tree can be looked through
        time.sleep(0.5)
        self.picture("export-progress")
        self.s.key("Escape")
        time.sleep(1)
        assert len(self.app.children()) == 2, "the dialog stays"
        with open(path, encoding="ascii") as file:
            assert file.read() == "old"
        assert not [name for name in os.listdir(self.s.home) if name.startswith(".new-")]
        self.done("a long one is cancelled, and the old file is whole")

    def finished(self):
        path = self.path("long.csv")
        self.choose(FORMS["csv"])
        self.save_as(path)
        self.wait(self.is_left, 60)
        with open(path, encoding="utf-8", newline="") as file:
            assert sum(1 for _ in csv.reader(file)) == self.many + 1
        self.done("and goes on to the end when asked again")


def main(prefix, folder=None):
    with Session(size=(1000, 760), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        export = Export(session, os.path.abspath(prefix), folder)
        export.start()
        try:
            for step in (export.all_forms, export.of_the_list, export.of_the_selected, export.refused,
                         export.elsewhere, export.large, export.cancelled, export.finished):
                step()
        except Exception:
            print(session.tail(), file=sys.stderr)
            if folder:
                session.screenshot(f"{folder}/failed.png")
            raise
        export.leave()
    print(f"1..{export.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
