#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, done in the window of an installed program on a private display.

    tour.py PREFIX [FOLDER]

Reads the overview, compares, fills in the wizard, adds, finds, deletes and takes back
contributions, starts again and finds them. With FOLDER it leaves pictures of every page there.
Each step that fails ends it with an error.
"""
import os
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from uxdriver import Session, UxError  # noqa: E402

TODAY = "2026-11-23"
TITLES = ["Landing zones without tears", "Q&A <b>é 漢", "Zero trust for small teams"]


class Tour:
    def __init__(self, session, prefix, folder):
        self.s, self.prefix, self.folder = session, prefix, folder
        self.app = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def start(self, *options):
        self.app = self.s.launch([self.prefix + "/bin/ms-programs", *options])
        time.sleep(0.8)

    def stop(self):
        self.s.key("ctrl+q")
        self.app.proc.wait(10)

    def picture(self, name, window=None):
        if self.folder:
            time.sleep(0.5)
            self.s.screenshot(f"{self.folder}/{name}.png", window)

    def view(self, number, name):
        self.s.key(f"alt+{number}")
        time.sleep(0.6)
        self.picture(name)

    def read(self):
        self.app.wait_text("Which program is for you?")
        for name in ("Student Ambassadors", "Most Valuable Professional", "Regional Director"):
            self.app.wait_text(name)
        self.picture("overview")
        self.app.find(name="Most Valuable Professional", role="push button").click()
        self.app.wait_text("What it takes")
        self.picture("program")
        self.s.key("alt+Left")
        self.done("the overview and a program's page can be read")

    def compare(self):
        self.view(2, "compare")
        self.app.wait_text("Award term")
        self.done("the comparison shows its rows")

    def wizard(self):
        self.view(3, "eligibility")
        self.app.find(name="Start", role="push button").click()
        time.sleep(0.6)
        self.picture("wizard")
        for _ in range(20):
            if self.app.find_all(name="See result", role="push button"):
                break
            self.app.find(name="Skip", role="push button").click()
            time.sleep(0.3)
        self.app.find(name="See result", role="push button").click()
        self.app.wait_text("Regional Director")
        self.picture("result")
        self.done("the wizard gives a verdict")

    def add(self, title):
        self.s.key("ctrl+n")
        title_row = self.app.find(name="Title", role="text")
        if title.isascii():
            self.s.type(title)
        else:
            title_row.set_text(title)
        time.sleep(0.3)
        self.picture("editor")
        self.s.key("ctrl+Return")
        time.sleep(0.7)

    def journal(self):
        self.view(4, "journal-empty")
        for title in TITLES:
            self.add(title)
        self.app.wait_text("3 contributions")
        self.picture("journal")
        self.s.key("ctrl+f")
        self.s.type("trust")
        self.app.wait_text("1 contribution ")
        self.s.key("ctrl+a", "BackSpace")
        self.app.wait_text("3 contributions")
        self.done("contributions are added and found")

    def delete(self):
        self.s.key("ctrl+f", "Down", "Delete")
        self.app.wait_text("2 contributions")
        self.app.find(name="Undo", role="push button").click()
        self.app.wait_text("3 contributions")
        self.done("a deleted contribution comes back with Undo")

    def again(self):
        self.stop()
        self.start("--page", "journal")
        self.app.wait_text("3 contributions")
        self.done("they are there after a new start")

    def command_line(self):
        add = self.s.run([self.prefix + "/bin/ms-programs", "add", "From a terminal", "--type", "Blog"])
        assert add.returncode == 0, add.stderr
        self.app.wait_text("4 contributions", timeout=3)
        gone = self.s.run([self.prefix + "/bin/ms-programs", "delete", add.stdout.strip()])
        assert gone.returncode == 0, gone.stderr
        self.app.wait_text("3 contributions", timeout=3)
        self.done("the window shows what the command line did within two seconds")

    def rest(self):
        self.view(5, "progress")
        self.app.wait_text("128")
        self.s.key("ctrl+comma")
        self.app.wait_text("Yearly dates")
        self.picture("preferences")
        self.s.key("Escape")
        self.done("progress and preferences can be read")


def main(prefix, folder=None):
    with Session(size=(1000, 760), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        tour = Tour(session, prefix, folder)
        tour.start()
        for step in (tour.read, tour.compare, tour.wizard, tour.journal, tour.delete, tour.again,
                     tour.command_line, tour.rest):
            step()
        tour.stop()
    print(f"1..{tour.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        sys.exit(1)
