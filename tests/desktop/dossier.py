#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that makes the dossier, in an installed program.

    dossier.py PREFIX [FOLDER]

What it says without entries, what the options change, what is saved. With FOLDER it leaves pictures
there.
"""
import os
import signal
import subprocess
import sys
import tempfile
import time

from uxdriver import Session, UxError

TODAY = "2026-11-23"
TITLE = "Q&A <b>bold</b>"
SHOWN = "400x500+500+200"  # of the screen: within the pages


class Dossier:
    def __init__(self, session, prefix, folder, out):
        self.s, self.program, self.folder, self.out = session, prefix + "/bin/ms-programs", folder, out
        self.app = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def start(self):
        self.app = self.s.launch([self.program, "--page", "progress"])
        time.sleep(1)

    def windows(self):
        return sum(child.role == "frame" for child in self.app.children())

    def open(self):
        self.s.key("F10")
        self.app.find(name="Create Dossier…", role="menu item").click()
        self.app.find(name="Your name", role="text", timeout=20)
        time.sleep(1.2)

    def close(self):
        """Escape takes a toast away first"""
        for _ in range(3):
            self.s.key("Escape")
            time.sleep(1)
            if self.windows() == 1:
                return
        raise AssertionError("the window stays")

    def picture(self, name):
        if self.folder:
            time.sleep(0.5)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def empty(self):
        self.open()
        self.app.wait_text("Nothing in this cycle yet")
        assert "sensitive" not in self.app.find(name="Print…", role="push button").states()
        self.picture("dossier-empty")
        self.close()
        self.done("without a contribution it says what to do")

    def fill(self):
        self.run("add", TITLE, "--type", "Blog", "--date", "2026-05-01", "--url", "https://example.org/1",
                 "--reach", "numberOfViews=1200", "--high-impact")
        self.run("add", "Kept to myself", "--type", "Blog", "--date", "2026-05-02", "--private")
        self.run("add", "Long ago", "--type", "Podcast", "--date", "2025-05-02")
        for number in range(60):
            self.run("add", f"Meetup {number}", "--type", "User Group Owner",
                     "--date", f"2026-{4 + number % 8:02d}-1{number % 10}",
                     "--url", f"https://example.org/meetup/{number}", "--reach", "numberOfViews=30")

    def count(self):
        """pages that the window names"""
        for label in self.app.find_all(role="label"):
            if label.name.endswith(" pages"):
                return int(label.name.split()[0])
        raise AssertionError("no number of pages")

    def wait(self, ask, timeout=15):
        end = time.time() + timeout
        while not ask():
            assert time.time() < end, ask
            time.sleep(0.1)

    def is_choosing(self):
        found = self.s.run(["xdotool", "search", "--onlyvisible", "--name", "^Save Dossier$"]).stdout
        return found.strip() != ""

    def save(self, name):
        path = os.path.join(self.out, name)
        self.s.key("ctrl+s")
        self.wait(self.is_choosing)
        time.sleep(1)
        self.s.key("ctrl+a")
        self.s.type(path)
        time.sleep(0.5)
        self.s.key("Return")
        self.wait(lambda: not self.is_choosing())
        self.wait(lambda: os.path.exists(path))
        time.sleep(0.5)
        assert os.stat(path).st_mode & 0o777 == 0o600, oct(os.stat(path).st_mode)
        return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout

    def saved(self):
        # the figures go and come back while entries arrive
        self.app.wait_text("62 contributions", timeout=20)
        time.sleep(1)
        self.app.find(name="Create Dossier…", role="push button").click()
        name = self.app.find(name="Your name", role="text", timeout=20)
        time.sleep(1.2)
        pages = self.count()
        assert pages > 5, pages
        name.set_text("Ada Example")
        time.sleep(1.5)
        self.picture("dossier-preview")
        text = self.save("one.pdf")
        assert "Ada Example" in text and TITLE in text and f"of {pages}" in text, text
        assert "Kept to myself" not in text and "Long ago" not in text
        self.done("what the preview shows is saved as PDF")

    def options(self):
        self.app.find(name="Private contributions", role="check box").click()
        time.sleep(1.5)
        text = self.save("two.pdf")
        assert "Kept to myself" in text, text
        self.close()
        self.open()
        assert self.app.find(name="Your name", role="text").text == "Ada Example"
        text = self.save("three.pdf")
        assert "Kept to myself" not in text, text
        self.done("private contributions only when asked; the name is remembered")

    def colours(self, name):
        """how many there are where the pages are shown"""
        path = os.path.join(self.out, name + ".png")
        self.s.screenshot(path)
        shown = subprocess.run(["convert-im6.q16", path, "-crop", SHOWN, "-format", "%k %#", "info:"],
                               capture_output=True, text=True, check=True).stdout.split()
        return int(shown[0]), shown[1]

    def scrolled(self):
        seen = [self.colours("top")]
        preview = self.app.find(name="Preview", role="image")
        for _ in range(12):
            self.s.key("Tab")
            if "focused" in preview.states():
                break
        for number in range(4):
            self.s.key("Next", "Next")
            time.sleep(1.5)
            seen.append(self.colours(f"page-{number}"))
        self.picture("dossier-scrolled")
        # neither white nor twice the same
        assert all(colours > 16 for colours, _ in seen), seen
        assert len({digest for _, digest in seen}) == len(seen), seen
        self.close()
        self.done("the pages below are drawn when they are looked at, and keys go there")

    def narrow(self):
        wid = self.s.window_id(self.app.window().raw_name)
        left, right, top, bottom = self.s.frame_extents(wid)
        self.s.xdo("windowsize", wid, 360 + left + right, 640 + top + bottom)
        time.sleep(1)
        self.open()
        self.picture("dossier-narrow-options")
        self.app.find(name="Preview", role="push button").click()
        time.sleep(2)
        assert self.count() > 5
        self.picture("dossier-narrow-preview")
        self.app.find(name="Back", role="push button").click()
        time.sleep(1)
        self.app.find(name="Your name", role="text")
        self.close()
        self.done("options and preview stand one behind the other at 360 px")


def main(prefix, folder=None):
    with tempfile.TemporaryDirectory() as out, \
            Session(size=(1100, 800), wm="metacity", data_dirs=[prefix + "/share"],
                    env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        dossier = Dossier(session, prefix, folder, out)
        dossier.start()
        try:
            dossier.empty()
            dossier.fill()
            time.sleep(1)
            for step in (dossier.saved, dossier.options, dossier.scrolled, dossier.narrow):
                step()
        except Exception:
            print(session.tail(), file=sys.stderr)
            raise
        session.key("ctrl+q")
        dossier.app.proc.wait(10)
    print(f"1..{dossier.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
