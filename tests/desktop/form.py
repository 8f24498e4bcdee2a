#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The entry form when something is in its way, in the window of an installed program.

    form.py PREFIX [FOLDER]

What is wrong is said at its field; what is typed outlives the program; nobody's change is lost.
With FOLDER it leaves pictures there.
"""
import json
import signal
import sys
import time

from uxdriver import Session, UxError

TODAY = "2026-11-23"


class Form:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def start(self):
        self.app = self.s.launch([self.program, "--page", "journal"])
        time.sleep(1)

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def row(self, name):
        return self.app.find(name=name, role="text")

    def entries(self):
        return json.loads(self.run("list", "--format", "json"))

    def picture(self, name):
        if self.folder:
            time.sleep(0.4)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def save_is_off(self):
        return "sensitive" not in self.app.find(name="Save", role="push button").states()

    def fields(self):
        self.s.key("ctrl+n")
        self.app.wait_text("The title is missing.")
        assert self.save_is_off()
        self.s.type("x" * 104)
        self.app.wait_text("at most 100 fit")
        assert self.save_is_off()
        self.row("Title").set_text("Short enough")
        self.row("Date").set_text("2026-02-30")
        self.row("Link").set_text("javascript:alert(1)")
        self.row("Number of Views").set_text("1.5")
        self.app.wait_text("This must be a whole number, such as 1200.")
        self.picture("form-problems")
        assert self.save_is_off()
        self.row("Date").set_text("2026-02-28")
        self.row("Link").set_text("https://example.org/short")
        self.row("Number of Views").set_text("1,200")
        time.sleep(0.4)
        assert not self.save_is_off()
        self.done("what is wrong is said at its field, and Save stays off")

    def killed(self):
        time.sleep(3)
        self.app.proc.kill()
        self.app.proc.wait(10)
        self.start()
        self.s.key("ctrl+n")
        self.app.wait_text("This is what you had typed and not saved.")
        assert self.row("Title").text == "Short enough"
        assert self.row("Number of Views").text == "1200"
        self.picture("form-draft")
        self.s.key("ctrl+Return")
        self.app.wait_text("1 contribution ")
        self.s.key("ctrl+n")
        time.sleep(0.6)
        assert self.row("Title").text == ""
        self.s.key("Escape")
        time.sleep(0.4)
        self.done("what was typed outlives a kill, and is gone once it is saved")

    def discarded(self):
        self.s.key("ctrl+n")
        self.app.find(name="Title", role="text")
        self.s.type("Never mind")
        self.s.key("Escape")
        self.app.wait_text("Discard what you typed?")
        self.picture("form-discard")
        self.app.find(name="Keep Editing", role="push button").click()
        time.sleep(0.5)
        assert self.row("Title").text == "Never mind"
        self.s.key("Escape")
        self.app.find(name="Discard", role="push button").click()
        time.sleep(0.5)
        assert len(self.entries()) == 1
        self.done("Cancel asks before it discards")

    def duplicate(self):
        self.s.key("ctrl+n")
        self.row("Link").set_text("https://example.org/short")
        self.s.type("Short enough")
        self.s.key("Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
        self.app.wait_text("The journal has this already")
        self.picture("form-duplicate")
        self.app.find(name="Open the Other", role="push button").click()
        self.app.wait_text("Edit contribution")
        self.s.key("Escape")
        time.sleep(0.5)
        self.s.key("Escape")
        self.app.find(name="Discard", role="push button").click()
        time.sleep(0.5)
        self.done("a duplicate is said, and the other one opens")

    def conflict(self):
        number = self.entries()[0]["id"]
        self.s.key("ctrl+f", "Down", "Return")
        self.app.wait_text("Edit contribution")
        self.row("Title").set_text("Mine")
        self.run("edit", number, "--title", "Theirs")
        self.s.key("ctrl+Return")
        self.app.wait_text("This contribution was changed elsewhere")
        self.app.wait_text("Theirs")
        self.picture("form-conflict")
        self.app.find(name="Save Mine", role="push button").click()
        self.app.wait_text("The contribution was changed.")
        shown = self.run("show", number)
        assert "Mine" in shown, shown
        self.done("the later save is told what changed in between")


def main(prefix, folder=None):
    with Session(size=(1000, 800), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        form = Form(session, prefix, folder)
        form.start()
        try:
            for step in (form.fields, form.killed, form.discarded, form.duplicate, form.conflict):
                step()
        except Exception:
            print(session.tail(), file=sys.stderr)
            raise
        session.key("ctrl+q")
        form.app.proc.wait(10)
    print(f"1..{form.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
