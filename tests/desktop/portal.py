#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A contribution copied into the portal's form field by field, in the window of an installed program.

    portal.py PREFIX [FOLDER]

With the keyboard alone; what is on the clipboard is asked for by another program, as the browser
would. With FOLDER it leaves pictures there.
"""
import json
import signal
import sys
import time

from uxdriver import Session, UxError

TODAY = "2026-11-23"
WALK = "Copy for the Portal"
DESCRIPTION = "Q&A <b>über</b> Bicep. " * 40
PASTE = """
import gi
gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gtk, Gdk
print(Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).wait_for_text() or "", end="")
"""


class Portal:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def start(self):
        self.run("add", "Something older", "--type", "Article", "--date", "2026-10-01")
        self.id = self.run("add", "Networks <explained>", "--type", "Blog", "--date", "2026-11-21",
                           "--url", "https://example.org/networks", "--description", DESCRIPTION,
                           "--area", "Azure Networking", "--audience", "Developer", "--audience",
                           "IT Pro", "--role", "Author", "--reach", "numberOfViews=3412",
                           "--high-impact").strip()
        self.app = self.s.launch([self.program, "--page", "journal"])
        time.sleep(1)

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def entry(self):
        return next(entry for entry in json.loads(self.run("list", "--format", "json"))
                    if entry["id"] == self.id)

    def clipboard(self):
        result = self.s.run(["/usr/bin/python3", "-c", PASTE])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def picture(self, name):
        if self.folder:
            time.sleep(0.4)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def walk(self):
        return self.app.find(role="filler", name=WALK)

    def next(self, label, text):
        """what is shown is this field; Enter puts it on the clipboard"""
        self.app.wait_text(label)
        self.s.key("Return")
        self.app.wait_text(f"On the clipboard: {label}")
        shown = self.clipboard()
        assert shown == text, (label, shown)

    def fields(self):
        self.s.key("ctrl+f", "Down", "ctrl+shift+c")
        self.walk()
        self.picture("portal-first")
        place = self.s.window_geometry(self.s.window_id(WALK))
        self.app.wait_text("Field 1 of 10")
        self.next("Activity Type", "Blog")
        self.next("Primary Technology Area", "Azure Networking")
        self.app.wait_text("Empty, so left out: Additional Technology Areas")
        self.app.wait_text("20 of 100 characters")
        self.picture("portal-title")
        self.next("Title", "Networks <explained>")
        self.app.wait_text(" of 1000 characters")
        self.picture("portal-description")
        self.s.key("Next")
        self.next("Description", DESCRIPTION.strip())
        self.app.wait_text("Empty, so left out: Private Description")
        self.next("Target Audience", "Developer; IT Pro")
        self.next("Published Date", "2026-11-21")
        assert self.s.window_geometry(self.s.window_id(WALK)) == place, "the window has moved"
        self.done("Enter copies a field and goes on to the next that is not empty")

    def back(self):
        self.app.wait_text("Role")
        self.s.key("alt+Left")
        self.app.wait_text("Field 6 of 10")
        self.s.key("Return")
        self.run("edit", self.id, "--role", "Co-Author")
        time.sleep(1.5)
        self.next("Role", "Co-Author")
        self.done("Back goes back; what was changed meanwhile is copied as it is now")

    def mark(self):
        self.next("Quantity", "1")
        self.next("Activity URL", "https://example.org/networks")
        self.next("Number of Views", "3412")
        self.app.wait_text("That was the last field")
        self.app.wait_text("Mark it there as high impact, too.")
        self.app.wait_text("Empty, so left out: Subscriber Base")
        self.picture("portal-end")
        assert self.entry()["inPortal"] is None
        self.s.key("Return")
        self.app.wait_text("Marked as in the portal.")
        self.app.wait_text("It is marked as in the portal since")
        self.picture("portal-marked")
        assert self.entry()["inPortal"] == TODAY
        self.walk().find(name="Undo", role="push button").click()
        self.app.find(name="Mark as in the Portal", role="push button")
        assert self.entry()["inPortal"] is None
        self.s.key("Return")
        self.app.wait_text("It is marked as in the portal since")
        assert self.entry()["inPortal"] == TODAY
        self.s.key("Return")
        time.sleep(0.5)
        assert not self.app.find_all(role="filler", name=WALK)
        self.done("it is marked at the end, and Undo takes exactly that back")

    def from_form(self):
        self.s.key("ctrl+f", "Down", "Return")
        self.app.wait_text("Edit contribution")
        self.app.find(name="Title", role="text").set_text("Networks explained again")
        self.s.key("ctrl+t")
        time.sleep(0.4)
        self.picture("portal-editor-menu")
        self.app.find(name=f"Save and {WALK}…").click()
        self.walk()
        self.app.wait_text("Networks explained again")
        assert self.entry()["title"] == "Networks explained again"
        self.s.key("Escape")
        time.sleep(0.5)
        assert not self.app.find_all(role="filler", name=WALK)
        self.done("the form saves first, then copies")


def main(prefix, folder=None):
    with Session(size=(1000, 800), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        portal = Portal(session, prefix, folder)
        portal.start()
        try:
            for step in (portal.fields, portal.back, portal.mark, portal.from_form):
                step()
        except Exception:
            if folder:
                session.screenshot(f"{folder}/portal-failed.png")
            print(session.tail(), file=sys.stderr)
            raise
        session.key("ctrl+q")
        portal.app.proc.wait(10)
        noise = session.tail()
        assert "ms-programs" not in noise, noise
    print(f"1..{portal.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
