#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal as a table of 100,000 entries, in the window of an installed program.

    table.py PREFIX GENERATE [FOLDER]

GENERATE is the program that makes a journal (tests/bench). The names of the columns sort, as the command
line does; columns are hidden and resized, and remembered; what is in sight stays there when another
process adds an entry; rows are selected. With FOLDER it leaves pictures there.
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
ENTRIES = 100000
ROWS = 5
HEADERS = {"Title": "title", "Type": "type", "Area": "area", "Reach": "reach", "Date": "date"}


class Table:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = self.table = self.list = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def start(self):
        self.app = self.s.launch([self.program, "--page", "journal"])
        self.app.find(name="Table", role="push button", timeout=20).click()
        self.table = self.app.find(role="table row", timeout=20).parent().parent()
        self.list = self.table.find(role="list", name="Contributions")
        self.wait(self.top_rows)

    def stop(self):
        self.s.key("ctrl+q")
        self.app.proc.wait(10)

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def wait(self, ask, timeout=10):
        end = time.time() + timeout
        while True:
            try:
                answer = ask()
            except self.s.GLib.Error:
                # A row went while it was looked at.
                answer = None
            assert self.app.proc.poll() is None, "the program has ended"
            if answer or time.time() > end:
                assert answer, f"waited in vain for {ask}"
                return answer
            time.sleep(0.1)

    def picture(self, name):
        if self.folder:
            time.sleep(0.4)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def header(self, name):
        return self.head().find(name=name, role="push button")

    def head(self):
        """without the rows, of which there are many"""
        return self.table.children()[0]

    def top_rows(self):
        """what the first rows say, once they have been read"""
        names = [row.raw_name for row in self.list.children()[:ROWS]]
        return names if len(names) == ROWS and all(names) else None

    def expect(self, order, reverse):
        words = ["list", "--sort", order, "--limit", str(ROWS), "--format", "json"]
        wanted = [entry["title"] for entry in json.loads(self.run(*words, *(["--reverse"] if reverse else [])))]

        def same():
            names = self.top_rows()
            return names and all(name.startswith(title + ", ") for name, title in zip(names, wanted))
        try:
            self.wait(same)
        except AssertionError as error:
            raise AssertionError(f"{order}: {self.top_rows()} is not {wanted}") from error

    def sorted_by_headers(self):
        self.expect("date", False)
        for name, order in HEADERS.items():
            self.header(name).click()
            self.expect(order, False)
            self.header(name).click()
            self.expect(order, True)
            self.header(name).click()
        self.picture("table")
        self.done("the names of the columns sort as the command line does")

    def columns(self):
        self.header("Area").mouse_click(button=3)
        self.picture("table-column-menu")
        self.head().find(name="Hide", role="menu item").click()
        self.head().gone(name="Area", role="push button")
        before = self.header("Type").extents()
        window = self.app.window()
        left, top, _wid = self.s.origin(window)
        edge, middle = left + before[0] + before[2] + 12, top + before[1] + before[3] // 2
        self.s.xdo("mousemove", edge, middle, "mousedown", 1)
        for step in range(1, 7):
            self.s.xdo("mousemove", edge + 10 * step, middle)
            time.sleep(0.05)
        self.s.xdo("mouseup", 1)
        time.sleep(0.5)
        after = self.header("Type").extents()
        assert after[2] == before[2] + 60, (before, after)
        self.picture("table-columns")
        self.stop()
        self.start()
        assert not self.head().find_all(name="Area", role="push button")
        assert self.header("Type").extents()[2] == after[2], self.header("Type").extents()
        self.header("Columns").click()
        self.head().find(name="Area", role="menu item").click()
        self.header("Area")
        self.s.key("Escape")
        self.done("columns are hidden, resized, and remembered")

    def look(self):
        """what the rows look like, without the bar that scrolls them, once that and the focus have faded"""
        time.sleep(4)
        path = f"{self.s.home}/look.png"
        self.s.screenshot(path)
        left, top, _wid = self.s.origin(self.app.window())
        x, y, width, height = self.list.extents()
        crop = f"{width - 40}x{height}+{left + x}+{top + y}"
        return self.s.run(["convert", path, "-crop", crop, "-depth", "8", "-scale", "25%", "txt:-"]).stdout

    def place_is_kept(self):
        x, y, width, _height = self.list.extents()
        self.s.mouse_click(self.app.window(), x + width // 3, y + 16)
        at_the_top = self.look()
        self.s.key(*["Next"] * 15)
        before = self.look()
        assert before != at_the_top, "nothing scrolled"
        number = self.run("add", "Newest of all", "--type", "Blog", "--date", "2027-02-01").strip()
        self.app.wait_text(f"{ENTRIES + 1} contributions")
        assert self.look() == before
        self.run("delete", number)
        self.app.wait_text(f"{ENTRIES} contributions")
        assert self.look() == before
        self.picture("table-scrolled")
        self.done("what is in sight stays when something is added and deleted above it")

    def selected(self):
        window = self.app.window()
        x, y, width, height = self.list.extents()
        self.s.mouse_click(window, x + width // 3, y + height // 4)
        self.s.xdo("keydown", "shift")
        self.s.mouse_click(window, x + width // 3, y + height // 2)
        self.s.xdo("keyup", "shift")
        self.app.wait_text(re.compile("^[3-9] selected"))
        time.sleep(0.6)
        self.picture("table-selected")
        self.s.key("Escape")
        self.app.gone(name=re.compile(" selected$"))
        time.sleep(0.6)
        self.done("a stretch of rows is selected with Shift")

    def marked(self):
        """all of them"""
        return len(json.loads(self.run("list", "--high-impact", "--format", "json")))

    def cancelled(self):
        before = self.marked()
        self.s.key("ctrl+a")
        self.app.find(name="Change", role="push button").click()
        self.app.find(name="Mark as High Impact", role="menu item").click()
        self.app.wait_text(re.compile(r"\d of 100.?000 changed"), timeout=30)
        self.picture("bulk-running")
        self.app.find(name="Cancel", role="push button", timeout=30).click()
        # Not the toast: on a slow machine it is gone before it is found.
        self.app.gone(name="Cancel", role="push button", timeout=60)
        assert self.marked() == before
        self.s.key("Escape")
        self.done("what takes long says how far it is, and can be cancelled")

    def opened(self):
        x, y, width, height = self.list.extents()
        self.s.mouse_click(self.app.window(), x + width // 3, y + height // 3, count=2)
        self.app.wait_text("Edit contribution")
        self.picture("table-opened")
        title = self.app.find(name="Title", role="text").text
        chosen = [row.raw_name for row in self.list.children() if "selected" in row.states()]
        assert len(chosen) == 1 and chosen[0].startswith(title + ", "), (chosen, title)
        self.s.key("Escape")
        self.app.gone(name="Edit contribution")
        self.s.key("Menu")
        self.app.find(name="Duplicate", role="menu item")
        self.s.key("Escape")
        self.done("a second click opens an entry, the menu key its menu")


def main(prefix, generate, folder=None):
    with Session(size=(1000, 800), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        journal = os.path.join(session.home, "large.db")
        session.env["MS_PROGRAMS_JOURNAL"] = journal
        subprocess.run([generate, journal, str(ENTRIES)], check=True, env=session.env)
        table = Table(session, prefix, folder)
        table.start()
        try:
            for step in (table.sorted_by_headers, table.columns, table.place_is_kept, table.selected,
                         table.cancelled, table.opened):
                step()
        except Exception:
            print(session.tail(), file=sys.stderr)
            raise
        table.stop()
        noise = [line for line in session.tail(200).splitlines() if "ms-programs:" in line]
        assert not noise, noise
    print(f"1..{table.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:4])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
