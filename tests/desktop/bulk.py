#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several contributions at once, and the trash, in the window of an installed program.

    bulk.py PREFIX [FOLDER]

Selected by mouse and keyboard, changed, copied, deleted and restored, each with one undo.
With FOLDER it leaves pictures there.
"""
import json
import re
import signal
import sys
import time

from uxdriver import Session, UxError

TODAY = "2026-11-23"
TITLES = ["Zero trust at home", "Bicep by example", "A meetup in Bern", "Ask me anything",
          "Notes on <b>&amp;</b>"]


class Bulk:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def entries(self, *filters):
        return {entry["title"]: entry for entry in json.loads(self.run("list", "--format", "json", *filters))}

    def see(self, text):
        self.app.wait_text(text, timeout=15)

    def wait(self, what, seconds=15):
        end = time.time() + seconds
        while not what():
            assert time.time() < end, what
            time.sleep(0.1)

    def start(self):
        for number, title in enumerate(TITLES):
            self.run("add", title, "--type", "Blog", "--date", f"2026-11-{20 - number:02}",
                     "--tag", "old", "--reach", f"numberOfViews={number * 10}")
        self.app = self.s.launch([self.program, "--page", "journal"])
        self.see("5 contributions")

    def picture(self, name):
        if self.folder:
            time.sleep(0.4)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def row(self, title):
        return self.app.find(name=re.compile("^" + re.escape(title + ",")), role="list item")

    def button(self, name):
        return self.app.find(name=name, role="push button")

    def choose(self, menu, item):
        self.app.find(name=menu, role="push button").click()
        self.app.find(name=item, role="menu item").click()

    def by_mouse(self):
        self.button("Select Contributions").click()
        for title in TITLES[:3]:
            self.row(title).mouse_click()
        self.see("3 selected")
        self.picture("bulk-selected")
        self.row(TITLES[2]).mouse_click()
        self.see("2 selected")
        self.done("a click selects and takes back while somebody selects")

    def tags(self):
        self.choose("Change", "Add Tags…")
        self.see("This changes 2 contributions.")
        self.picture("bulk-tags")
        self.app.find(name="Tags, separated by commas", role="text").set_text("Kubernetes, OLD")
        self.button("Apply").click()
        self.see("2 contributions were changed.")
        assert self.entries()[TITLES[0]]["tags"] == ["old", "Kubernetes"]
        assert self.entries()[TITLES[2]]["tags"] == ["old"]
        self.s.key("ctrl+z")
        self.see("The change of 2 contributions was taken back.")
        assert self.entries()[TITLES[0]]["tags"] == ["old"]
        self.s.key("ctrl+shift+z")
        self.wait(lambda: self.entries()[TITLES[0]]["tags"] == ["old", "Kubernetes"])
        self.done("tags are added to all with one undo, and redone")

    def marks(self):
        self.choose("Change", "Mark as in the Portal")
        self.wait(lambda: self.entries()[TITLES[1]]["inPortal"] == TODAY)
        self.choose("Change", "Mark as High Impact")
        self.wait(lambda: self.entries("--high-impact").keys() == set(TITLES[:2]))
        self.done("status, portal and high impact are set for all")

    def by_keyboard(self):
        self.s.key("Escape")
        self.s.key("ctrl+f", "Down", "shift+Down", "shift+Down")
        self.see("3 selected")
        self.s.key("ctrl+a")
        self.see("5 selected")
        self.s.key("ctrl+c")
        self.see("5 contributions were copied.")
        self.s.key("Escape")
        self.done("Shift and arrows select, Control and A selects all, Control and C copies")

    def delete(self):
        before = self.entries()
        self.s.key("ctrl+f", "Down", "Home", "shift+Down", "Delete")
        self.see("2 contributions are in the trash.")
        self.button("Undo").click()
        self.wait(lambda: self.entries() == before)
        self.see("5 contributions")
        self.done("several go to the trash, and one undo brings the same rows back")

    def trash(self):
        for title in TITLES[:3]:
            self.run("delete", self.entries()[title]["id"])
        self.see("2 contributions")
        self.choose("Journal Menu", "Trash")
        self.see("Contributions leave the trash after 30 days.")
        self.see("3 contributions")
        self.see("leaves the trash on")
        self.picture("trash")
        self.s.key("ctrl+f")
        self.s.type("bicep")
        self.see("1 contribution ")
        self.s.key("Down", "shift+F10")
        self.app.find(name="Restore", role="menu item").click()
        self.wait(lambda: TITLES[1] in self.entries())
        self.s.key("ctrl+f", "ctrl+a", "BackSpace")
        self.see("2 contributions")
        self.done("the trash says what leaves when, is searched, and gives back")

    def empty(self):
        self.button("Empty the Trash").mouse_click()
        self.see("The trash is empty")
        self.picture("trash-empty")
        self.s.key("ctrl+z")
        self.wait(lambda: len(self.entries("--trash")) == 2)
        self.button("Empty the Trash").mouse_click()
        self.see("The trash is empty")
        assert not self.entries("--trash")
        self.button("Back to the Journal").click()
        self.see("3 contributions")
        self.done("emptying the trash can be undone too")


def main(prefix, folder=None):
    with Session(size=(1000, 760), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        bulk = Bulk(session, prefix, folder)
        bulk.start()
        try:
            for step in (bulk.by_mouse, bulk.tags, bulk.marks, bulk.by_keyboard, bulk.delete, bulk.trash,
                         bulk.empty):
                step()
        except Exception:
            print(session.tail(), file=sys.stderr)
            if folder:
                session.screenshot(f"{folder}/failed.png")
            raise
        session.key("ctrl+q")
        bulk.app.proc.wait(10)
    print(f"1..{bulk.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
