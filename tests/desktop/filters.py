#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search and filters over a journal of 100,000 entries, in the window of an installed program.

    filters.py PREFIX [FOLDER]

What is typed is found whatever it is; filters are chosen by mouse and by keyboard, taken away one by
one, saved under a name and found again after a restart. What the window counts is what the command
line lists. With FOLDER it leaves pictures there. MS_PROGRAMS_GENERATE names the program that makes the
journal, MS_PROGRAMS_ENTRIES how many entries it has.
"""
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from uxdriver import Session, UxError

TODAY = "2026-11-23"
ENTRIES = int(os.environ.get("MS_PROGRAMS_ENTRIES", "100000"))


class Filters:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = self.page = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def picture(self, name):
        if self.folder:
            time.sleep(0.4)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def start(self):
        self.app = self.s.launch([self.program, "--page", "journal"])
        self.page = next(node for _depth, node in self.app.walk() if node.raw_name == "MspJournalPage")
        self.wait_entries(None)

    def stop(self):
        self.s.key("ctrl+q")
        assert self.app.proc.wait(20) == 0

    # ---- what there is ----
    def parts(self, node):
        """what is in the page but the rows of the list, of which there are hundreds"""
        yield node
        try:
            children = node.children() if node.raw_name != "MspJournalView" else []
        except self.s.GLib.Error:
            return  # it went while it was looked at
        for child in children:
            yield from self.parts(child)

    def find_all(self, role, name):
        self.page.acc.clear_cache()
        found = []
        for node in self.parts(self.page):
            try:
                if node.role == role and name.search(node.name or "") and node.on_screen():
                    found.append(node)
            except self.s.GLib.Error:
                pass
        return found

    def find(self, role, name, timeout=20, index=0):
        pattern = name if isinstance(name, re.Pattern) else re.compile(f"^{re.escape(name)}$")
        end = time.time() + timeout
        while True:
            found = self.find_all(role, pattern)
            if len(found) > index:
                return found[index]
            if time.time() > end:
                raise UxError(f"not found: {role} {name!r} among "
                              f"{[(node.role, node.name) for node in self.parts(self.page) if node.name]}")
            time.sleep(0.1)

    def gone(self, role, name, timeout=20):
        end = time.time() + timeout
        while self.find_all(role, re.compile(name)):
            if time.time() > end:
                raise UxError(f"still there: {role} {name!r}")
            time.sleep(0.1)

    def listed(self, *options):
        """how many the command line lists"""
        result = self.s.run([self.program, "list", "--format", "json", *options], timeout=60)
        assert result.returncode == 0, result.stderr
        return len(json.loads(result.stdout))

    def entries(self):
        """how many the page says there are, None while it says nothing"""
        for label in self.find_all("label", re.compile(r"^\d+ contributions? ·")):
            return int(label.name.split()[0])
        return None

    def wait_entries(self, number, timeout=30):
        end = time.time() + timeout
        while time.time() < end:
            found = self.entries()
            if found is not None and (number is None or found == number):
                return found
            time.sleep(0.1)
        raise UxError(f"{number} entries expected, {self.entries()} are shown")

    def rows(self):
        return [row.name for row in self.app.find_all(role="list item") if row.name]

    def chips(self):
        return [chip.name.split(": ", 1)[1]
                for chip in self.find_all("push button", re.compile("^Remove filter: "))]

    def is_focused(self, node):
        return "focused" in node.states()

    # ---- hands ----
    def search(self):
        return self.find("entry", "Search contributions")

    def type(self, words):
        self.s.key("ctrl+f", "ctrl+a", "Delete")
        self.s.type(words)

    def open(self):
        self.find("push button", "Filter").click()
        self.find("push button", "Save as…")
        time.sleep(0.5)

    def close(self):
        self.s.key("Escape")
        self.gone("push button", "^Save as…$")
        time.sleep(0.3)

    def popover(self):
        node = self.find("push button", "Save as…")
        while node.raw_name != "MspFilterPopover":
            node = node.parent()
        return node

    def tab_to(self, node, within):
        """walks there by Tab, as somebody without a mouse does"""
        for _ in range(60):
            if self.is_focused(node):
                return
            self.s.key("Tab")
        focused = [other for other in self.parts(within) if self.is_focused(other)]
        raise UxError(f"Tab does not come to {node}, but to {focused}")

    def popover_offset(self):
        """GTK tells where the popover would be if it were not kept on the screen"""
        x, y, width, height = self.popover().extents()
        windows = self.s.run(["xwininfo", "-root", "-tree"]).stdout
        place = re.search(rf'"MS Programs".* {width}x{height}\+(-?\d+)\+(-?\d+) ', windows)
        return int(place.group(1)) - x, int(place.group(2)) - y

    def click(self, node):
        left, top = self.popover_offset()
        x, y, width, height = node.extents()
        self.s.xdo("mousemove", left + x + width // 2, top + y + height // 2)
        time.sleep(0.1)
        self.s.xdo("click", 1)
        time.sleep(0.4)

    def unfold(self, group, is_open=True):
        node = self.find("push button", group)
        if ("expanded" in node.states()) != is_open:
            node.click()
            time.sleep(0.4)

    def fold(self, group):
        self.unfold(group, False)

    def choice(self, text, role="check box"):
        return self.find(role, re.compile(f"^{re.escape(text)}, "))

    def count_of(self, node):
        return int(re.search(r", (\d+) contribution", node.name).group(1))

    def save_as(self, name):
        self.find("push button", "Save as…").click()
        self.find("text", "Name of the saved filter")
        time.sleep(0.4)
        self.s.type(name)
        self.s.key("Return")

    # ---- the steps ----
    def typed(self):
        self.type("kubern")
        self.wait_entries(self.listed("--search", "kubern"))
        self.s.type(" zett")
        number = self.listed("--search", "kubern zett")
        assert 0 < number < ENTRIES
        self.wait_entries(number)
        assert self.rows(), self.app.tree()
        self.picture("search")
        for words in ("strasse", "DONNEES", "漢字", "наука", "надежность"):
            self.search().set_text(words)
            number = self.listed("--search", words)
            assert number > 0, words
            self.wait_entries(number)
        self.done("words are found as they are typed, in any case, accents or script")

    def odd(self):
        for words in ('"', "(*)", "-- ;", "🎉", "xyzzy AND", "a" * 10000, "漢" * 10000, "a " * 5000 + "xyzzy"):
            self.search().set_text(words)
            number = self.listed("--search", words)
            if number == 0:
                self.find("label", "Nothing found")
            else:
                self.wait_entries(number)
        for words in ('"the', "the AND", "NEAR(the", "^the*", "the:"):
            self.search().set_text(words)
            self.wait_entries(self.listed("--search", words))
        self.search().set_text("")
        self.wait_entries(ENTRIES)
        self.done("quotes, operators, punctuation and 10,000 characters are words like others")

    def by_mouse(self):
        self.open()
        self.picture("filters")
        self.unfold("Type")
        blog = self.choice("Blog")
        number = self.count_of(blog)
        assert number == self.listed("--type", "Blog")
        self.click(blog)
        self.wait_entries(number)
        podcast = self.choice("Podcast")
        other = self.count_of(podcast)
        self.click(podcast)
        self.wait_entries(number + other)
        self.picture("filters-types")
        self.fold("Type")
        self.unfold("Tag")
        tag = self.choice("bicep")
        number = self.count_of(tag)
        self.click(tag)
        self.wait_entries(number)
        assert number == self.listed("--type", "Blog", "--type", "Podcast", "--tag", "bicep")
        self.fold("Tag")
        self.close()
        assert self.chips() == ["Type Blog", "Type Podcast", "Tag bicep"], self.chips()
        self.done("filters are chosen by mouse, each with what it gives")

    def by_keyboard(self):
        self.s.key("ctrl+f", "Tab", "space")
        self.find("push button", "Save as…")
        time.sleep(0.5)
        mark = self.choice("Not in the portal", "push button")
        number = self.count_of(mark)
        self.tab_to(mark, self.popover())
        self.s.key("space")
        self.wait_entries(number)
        assert "pressed" in mark.states()
        high = self.choice("High impact", "push button")
        self.tab_to(high, self.popover())
        self.s.key("space")
        self.wait_entries(self.count_of(high))
        self.s.key("space")
        self.wait_entries(number)
        area = self.find_area()
        self.dates(area)
        self.close()
        assert self.is_focused(self.find("push button", "Filter", index=1))
        assert "Area " + area in self.chips()
        self.picture("chips")
        self.done("filters are chosen by keyboard, and the focus comes back")

    def find_area(self):
        self.unfold("Area")
        find = self.find("entry", "Find an area")
        find.set_text("windows ")
        time.sleep(0.4)
        area = self.find("check box", re.compile("^Windows "))
        name, number = area.name.rsplit(", ", 1)[0], self.count_of(area)
        self.tab_to(area, self.popover())
        self.s.key("space")
        self.wait_entries(number)
        find.set_text("")
        self.fold("Area")
        return name

    def dates(self, area):
        before = self.entries()
        self.unfold("Time")
        row = self.find("text", "From")
        row.set_text("2026-02-30")
        time.sleep(0.4)
        assert self.entries() == before
        row.set_text("2020-04-01")
        self.wait_entries(self.listed("--type", "Blog", "--type", "Podcast", "--tag", "bicep", "--area", area,
                                      "--not-in-portal", "--from", "2020-04-01"))
        row.set_text("")
        self.wait_entries(before)
        self.fold("Time")

    def removed(self):
        names = self.chips()
        chip = self.find("push button", "Remove filter: " + names[0])
        chip.mouse_click()
        time.sleep(0.4)
        assert self.chips() == names[1:]
        chip = self.find("push button", "Remove filter: " + names[1])
        self.s.key("ctrl+f")
        self.tab_to(chip, self.page)
        self.s.key("Return")
        time.sleep(0.4)
        assert self.chips() == names[2:]
        assert self.is_focused(self.find("push button", "Remove filter: " + names[2]))
        self.find("push button", "Clear All").click()
        self.wait_entries(ENTRIES)
        assert self.chips() == []
        self.done("filters are taken away one by one, and all at once")

    def saved(self):
        self.type("azure")
        self.open()
        self.unfold("Type")
        self.click(self.choice("Blog"))
        self.save_as("Azure <b>posts</b> & %s")
        self.find("push button", "Use the saved filter Azure <b>posts</b> & %s")
        self.picture("filters-saved")
        self.close()
        number = self.listed("--search", "azure", "--type", "Blog")
        self.wait_entries(number)
        self.stop()

        self.start()
        assert self.chips() == ["Type Blog"]
        self.wait_entries(self.listed("--type", "Blog"))
        self.open()
        self.find("push button", "Clear Filters").click()
        self.wait_entries(ENTRIES)
        self.find("push button", "Use the saved filter Azure <b>posts</b> & %s").click()
        self.wait_entries(number)
        self.close()
        assert self.search().text == "azure"
        self.done("a combination is saved with its words, and found again after a restart")

    def renamed(self):
        self.open()
        self.save_as("AZURE <b>posts</b> & %s")
        self.find("label", re.compile("is saved already. Replace it"))
        self.picture("filters-replace")
        self.find("push button", "Replace").click()
        self.find("push button", "Rename the saved filter AZURE <b>posts</b> & %s").click()
        time.sleep(0.4)
        self.s.key("ctrl+a")
        self.s.type("Posts")
        self.s.key("Return")
        self.find("push button", "Use the saved filter Posts")
        self.gone("push button", "^Use the saved filter (?!Posts)")
        self.find("push button", "Remove the saved filter Posts").click()
        self.gone("push button", "^Use the saved filter")
        self.find("push button", "Clear Filters").click()
        self.close()
        self.done("a saved combination is replaced after a word, renamed and removed")


def make_journal(folder):
    generate = os.environ.get("MS_PROGRAMS_GENERATE") or os.path.join(sys.argv[1], "../tests/bench/generate")
    journal = os.path.join(folder, "journal.db")
    subprocess.run([generate, journal, str(ENTRIES)], check=True,
                   env={**os.environ, "MS_PROGRAMS_TODAY": TODAY})
    return journal


def main(prefix, folder=None):
    with tempfile.TemporaryDirectory() as home, \
         Session(size=(1100, 860), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals",
                      "MS_PROGRAMS_JOURNAL": make_journal(home)}) as session:
        filters = Filters(session, prefix, folder)
        filters.start()
        try:
            for step in (filters.typed, filters.odd, filters.by_mouse, filters.by_keyboard, filters.removed,
                         filters.saved, filters.renamed):
                step()
        except Exception:
            print(session.tail(), "status", filters.app.proc.poll(), file=sys.stderr)
            raise
        filters.stop()
    print(f"1..{filters.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
