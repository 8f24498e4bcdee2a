#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures brought up to date in one table, in the window of an installed program.

    figures.py PREFIX [FOLDER]

Typed with Tab and Enter, pasted from a spreadsheet, undone at once; what is there is checked from the
command line. With FOLDER it leaves pictures there.
"""
import json
import os
import re
import signal
import subprocess
import sys
import time

from uxdriver import Session, UxError

TODAY = "2026-11-23"
# Another program that holds the clipboard, as a spreadsheet would.
CLIPBOARD = """
import sys
import gi
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
Gdk.Display.get_default().get_clipboard().set(sys.argv[1])
print("ready", flush=True)
GLib.MainLoop().run()
"""
VIEWS, SUBSCRIBERS = "Number of Views", "Subscriber Base"


class Figures:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = None
        self.ids = []
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def run(self, *words, today=TODAY):
        result = subprocess.run([self.program, *words], env={**self.s.env, "MS_PROGRAMS_TODAY": today},
                                capture_output=True, text=True, timeout=30)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def entry(self, number):
        shown = json.loads(self.run("show", self.ids[number], "--format", "json"))
        return shown[0] if isinstance(shown, list) else shown

    def expect(self, number, name, value):
        end = time.time() + 15
        while self.entry(number).get(name) != value:
            if time.time() > end:
                raise UxError(f"{self.entry(number)}: {name} is not {value}")
            time.sleep(0.2)

    def cell(self, column, title, value):
        return self.app.find(name=f"{column}, {title}, {value}", role="table cell", timeout=15)

    def focused(self):
        return [n.name for n in self.app.find_all(role="table cell", visible=False)
                if "focused" in n.states()]

    def expect_focus(self, name):
        end = time.time() + 15
        while self.focused() != [name]:
            if time.time() > end:
                raise UxError(f"the cursor is at {self.focused()}, not at {name}")
            time.sleep(0.1)

    def shows(self, pattern):
        """in a toast: they lie near the top of the tree, all of which takes longer than they are shown"""
        try:
            return any(node.role == "label" and re.search(pattern, node.name)
                       for _depth, node in self.app.walk(max_depth=9))
        except self.s.GLib.Error:
            return False        # what was looked at has just gone

    def said(self, pattern, timeout=30):
        end = time.time() + timeout
        while not self.shows(pattern):
            if time.time() > end:
                raise UxError(f"nobody said {pattern}")

    def copy(self, text):
        holder = self.s._spawn(["/usr/bin/python3", "-c", CLIPBOARD, text], stdout=subprocess.PIPE)
        holder.stdout.readline()
        time.sleep(0.3)

    def picture(self, name):
        if self.folder:
            time.sleep(0.5)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def add(self, title, kind, date, recorded, *figures):
        words = [word for figure in figures for word in ("--reach", figure)]
        self.ids.append(self.run("add", title, "--type", kind, "--date", date, *words, today=recorded).strip())

    def start(self):
        self.add("Zero trust at home", "Blog", "2026-09-05", "2026-09-10", "numberOfViews=812")
        self.run("edit", self.ids[0], "--reach", "numberOfViews=2104", today="2026-10-10")
        self.add("Networks without tears", "Podcast", "2026-09-04", "2026-11-20")
        self.add("Q&A <b>", "Blog", "2026-09-03", "2026-09-10", "numberOfViews=5", "stars=12")
        self.add("Names and numbers", "Article", "2026-09-02", "2026-11-20", "numberOfViews=60")
        self.app = self.s.launch([self.program, "--page", "journal"])
        self.app.find(name="Figures", role="push button").click()
        self.cell(VIEWS, "Zero trust at home", "2104")
        self.cell(VIEWS, "Networks without tears", "not applicable")
        self.cell("stars", "Q&A <b>", "12")
        self.app.find(name=re.compile("Zero trust at home.*updated: 6 weeks ago"), role="list item")
        self.done("the columns are what the types have, each cell has a name")

    def typed(self):
        self.cell(VIEWS, "Zero trust at home", "2104").mouse_click()
        self.s.type("3.412")
        self.s.key("Tab")
        self.expect_focus(f"{SUBSCRIBERS}, Zero trust at home, not recorded")
        self.s.type("240")
        self.s.key("Return")
        self.expect_focus(f"{SUBSCRIBERS}, Networks without tears, not applicable")
        self.expect(0, "numberOfViews", 3412)
        self.expect(0, "subscriberBase", 240)
        self.app.find(name=re.compile("Zero trust at home.*updated: Today"), role="list item")
        self.s.key("shift+Return", "shift+Tab")
        self.expect_focus(f"{VIEWS}, Zero trust at home, 3412")
        self.picture("figures")
        self.done("typing replaces, Tab goes on, Enter goes down, Shift goes back")

    def wrong(self):
        self.s.type("1.5")
        self.s.key("Return")
        self.app.wait_text("This must be a whole number, such as 1200.")
        self.picture("figures-wrong")
        self.s.key("Escape")
        self.expect_focus(f"{VIEWS}, Zero trust at home, 3412")
        self.s.key("F2", "BackSpace", "Return", "Up")
        self.expect(0, "numberOfViews", 341)
        self.s.key("Delete")
        self.expect(0, "numberOfViews", None)
        self.s.key("ctrl+z")
        self.expect(0, "numberOfViews", 341)
        self.done("what is no number is said at its cell; Delete clears, undo brings back")

    def pasted(self):
        self.cell(VIEWS, "Q&A <b>", "5").mouse_click()
        self.copy("1 234\r\nmany\r\n")
        self.s.key("ctrl+v")
        self.said("^Line 2 is not a whole number")
        self.copy("1.234\r\n5,678\r\n9\r\n")
        self.s.key("ctrl+v")
        self.said("^1 line was left over")
        self.expect(2, "numberOfViews", 1234)
        self.expect(3, "numberOfViews", 5678)
        self.picture("figures-pasted")
        self.s.key("ctrl+z")
        self.expect(2, "numberOfViews", 5)
        self.expect(3, "numberOfViews", 60)
        self.done("a column is pasted as a whole or not at all, and undone at once")

    def history(self):
        self.cell(VIEWS, "Zero trust at home", "341").mouse_click()
        self.s.key("alt+Down")
        chart = self.app.find(name=VIEWS, role="image")
        assert "10 Sep: 812" in chart.description and "10 Oct: 2104" in chart.description, chart.description
        self.picture("figures-history")
        self.s.key("alt+Down")
        self.app.gone(name=VIEWS, role="image")
        self.done("the history of a figure is drawn and said")

    def older(self):
        self.app.find(name="Older than 30 Days", role="push button").click()
        self.app.wait_text("2 contributions")
        self.cell(VIEWS, "Q&A <b>", "5").mouse_click()
        self.s.type("6")
        self.s.key("Tab")
        self.expect_focus(f"{SUBSCRIBERS}, Q&A <b>, not recorded")
        self.s.type("7")
        self.s.key("Up")
        self.app.wait_text("1 contribution ")
        self.expect(2, "numberOfViews", 6)
        self.expect(2, "subscriberBase", 7)
        self.app.find(name="Older than 30 Days", role="push button").click()
        self.app.wait_text("4 contributions")
        self.done("what is older is shown alone, and a row stays until it is left")

    def away(self):
        self.cell(VIEWS, "Names and numbers", "60").mouse_click()
        self.s.type("61")
        self.app.find(name="List", role="push button").click()
        self.app.gone(name=re.compile("^Number of Views, "), role="table cell")
        self.expect(3, "numberOfViews", 61)
        self.app.find(name="Figures", role="push button").click()
        self.cell(VIEWS, "Names and numbers", "61").mouse_click()
        self.s.type("62")
        self.s.key("Return")
        self.expect(3, "numberOfViews", 62)
        self.done("what was typed is kept when another view is shown")


def main(prefix, folder=None):
    with Session(size=(1000, 800), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        figures = Figures(session, prefix, folder)
        try:
            for step in (figures.start, figures.typed, figures.wrong, figures.pasted, figures.history,
                         figures.older, figures.away):
                step()
        except Exception:
            if folder:
                session.screenshot(f"{folder}/figures-failed.png")
            print(session.tail(), file=sys.stderr)
            raise
        session.key("ctrl+q")
        figures.app.proc.wait(10)
    print(f"1..{figures.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    main(os.path.abspath(sys.argv[1]), *sys.argv[2:])
