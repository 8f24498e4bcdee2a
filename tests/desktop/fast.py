#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An entry in ten seconds, in the window of an installed program.

    fast.py PREFIX [FOLDER]

A link that is pasted or dropped begins an entry of the type that it most likely is; several are entered
in a row; templates and repetitions; the draft that a kill left. With FOLDER it leaves pictures there.
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
VIDEO = "Webinar/Online Training/Video/Livestream"


class Fast:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = self.offer = None
        self.steps = 0
        self.text = os.path.join(session.home, "offered.txt")

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def start(self, page="journal"):
        self.app = self.s.launch([self.program, "--page", page])
        process = self.app.proc
        time.sleep(1)
        # The one that was killed may still be on the bus.
        self.until(lambda: self.is_of(process))

    def is_of(self, process):
        if self.app.acc.get_process_id() == process.pid and self.app.children():
            return True
        self.app = self.s.app("ms-programs", process)
        return False

    def start_offer(self):
        self.write("")
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "offer.py")
        self.offer = subprocess.Popen(["/usr/bin/python3", script, self.text], env=self.s.env, stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, stderr=self.s.log, text=True, start_new_session=True)
        self.s.procs.append(self.offer)
        time.sleep(2)

    def write(self, text):
        with open(self.text, "w", encoding="utf-8") as file:
            file.write(text)

    def copy(self, text):
        """what the person has copied in another program"""
        self.write(text)
        self.offer.stdin.write("\n")
        self.offer.stdin.flush()
        assert self.offer.stdout.readline() == "held\n"

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def entries(self):
        return json.loads(self.run("list", "--format", "json"))

    def until(self, what, timeout=12):
        """asked again and again: the machine may be busy, and a window may go while it is looked at"""
        end = time.time() + timeout
        while True:
            try:
                answer = what()
                if answer:
                    return answer
            except self.s.GLib.Error:
                pass
            if time.time() > end:
                raise UxError("it did not come to that")
            time.sleep(0.2)

    def find(self, timeout=15, **what):
        """in the window opened last: the whole tree takes longer than some words stand there"""
        end = time.time() + timeout
        while True:
            try:
                return self.app.children()[-1].find(timeout=0, **what)
            except (UxError, self.s.GLib.Error, IndexError):
                if time.time() > end:
                    raise
                time.sleep(0.1)

    def row(self, name):
        return self.find(name=name, role="text")

    def says(self, text, timeout=15):
        return self.find(name=re.compile(re.escape(text)), timeout=timeout)

    def picture(self, name):
        if self.folder:
            time.sleep(0.5)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def window(self, name):
        """it is there and has the keys"""
        self.until(lambda: self.s.run(["xdotool", "getactivewindow", "getwindowname"]).stdout.strip() == name)
        time.sleep(0.3)

    def no_window(self, name):
        self.until(lambda: not self.is_shown(name))

    def is_shown(self, name):
        """asked of the X server: looking for what may be gone can end the accessibility library"""
        return bool(self.s.run(["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"]).stdout)

    def escape_until(self, what):
        """the first Escape may be for what is said at the foot of the window"""
        self.until(lambda: (self.s.key("Escape"), time.sleep(0.6), what())[-1])

    def close_untouched(self):
        self.escape_until(lambda: not self.is_shown("Add contribution"))

    def discard(self):
        self.escape_until(lambda: self.is_shown("Discard what you typed.*"))
        self.find(name="Discard", role="push button").click()
        self.no_window("Add contribution")

    def anywhere(self):
        """on each view, and with the page of a program open"""
        for key in ("alt+1", "alt+2", "alt+3", "alt+4", "alt+5"):
            self.s.key(key, "ctrl+n")
            self.window("Add contribution")
            self.close_untouched()
        self.s.key("alt+1")
        self.app.find(name="Most Valuable Professional", timeout=15).mouse_click()
        self.app.find(name="Back", timeout=15)
        self.s.key("ctrl+n")
        self.window("Add contribution")
        self.close_untouched()
        self.done("Ctrl+N opens the form from everywhere")

    def paste(self):
        """on a view where no text field has the focus"""
        self.copy("https://www.youtube.com/watch?v=1")
        self.s.key("alt+5", "ctrl+v")
        self.window("Add contribution")
        self.says("Chosen for youtube.com. Change it if it is wrong.")
        assert self.row("Link").text == "https://www.youtube.com/watch?v=1"
        self.picture("fast-pasted")
        self.s.type("My first video")
        self.s.key("ctrl+Return")
        self.no_window("Add contribution")
        entry = self.entries()[0]
        assert (entry["title"], entry["activityTypeName"], entry["url"], entry["date"]) == \
            ("My first video", VIDEO, "https://www.youtube.com/watch?v=1", TODAY), entry
        self.done("a link pasted on any view, a title and Ctrl+Enter make an entry of the right type")

    def habit(self):
        """what was chosen for a site before goes before the table, and brings its area and audience"""
        self.run("edit", self.entries()[0]["id"], "--type", "Podcast", "--area", "Azure", "--audience", "Student",
                 "--role", "Speaker")
        self.copy("Another video https://youtube.com/watch?v=2")
        self.s.key("ctrl+v")
        self.window("Add contribution")
        self.says("As you chose for youtube.com before.")
        assert (self.row("Title").text, self.row("Area").text, self.row("Role").text) == \
            ("Another video", "Azure", "Speaker")
        self.s.key("ctrl+Return")
        self.no_window("Add contribution")
        entry = self.entries()[0]
        assert (entry["title"], entry["activityTypeName"], entry["targetAudience"]) == \
            ("Another video", "Podcast", ["Student"]), entry
        self.done("the second time the person's own choice wins over the table")

    def chosen(self):
        """a choice is not replaced by a guess"""
        self.s.key("ctrl+n")
        self.window("Add contribution")
        self.s.key("Tab", "Tab", "space")
        time.sleep(0.8)
        self.s.key("Home", "Down", "Return")
        time.sleep(0.5)
        self.row("Area").set_text("My own area")
        self.row("Title").set_text("Chosen")
        self.row("Link").set_text("https://github.com/example/chosen")
        time.sleep(1)
        self.s.key("ctrl+Return")
        self.no_window("Add contribution")
        entry = next(e for e in self.entries() if e["title"] == "Chosen")
        assert (entry["activityTypeName"], entry["technologyFocusArea"]) == ("Article", "My own area"), entry
        self.done("what a person has chosen is left alone")

    def in_a_row(self):
        self.s.key("ctrl+n")
        self.window("Add contribution")
        self.copy("https://dev.to/example/one")
        self.s.key("ctrl+v")
        self.says("Chosen for dev.to.")
        self.until(lambda: self.row("Title").text == "" and self.row("Link").text == "https://dev.to/example/one")
        self.s.type("One")
        self.s.key("ctrl+shift+Return")
        self.says("Saved: One")
        self.picture("fast-next")
        self.until(lambda: self.row("Title").text == "")
        self.s.type("Two")
        self.s.key("ctrl+shift+Return")
        self.says("Saved: Two")
        self.until(lambda: self.row("Title").text == "")
        self.close_untouched()
        entries = {e["title"]: e for e in self.entries()}
        assert entries["One"]["activityTypeName"] == entries["Two"]["activityTypeName"] == "Blog", entries
        assert entries["One"]["url"] == "https://dev.to/example/one" and entries["Two"]["url"] == ""
        self.done("Ctrl+Shift+Enter saves and starts the next, and closing an untouched one asks nothing")

    def templates(self):
        self.s.key("ctrl+n")
        self.window("Add contribution")
        self.row("Title").set_text("Azure meetup")
        self.row("Area").set_text("Azure Networking")
        self.row("Tags, separated by commas").set_text("meetup")
        self.s.key("ctrl+t")
        self.app.find(name="Save as Template…", timeout=15).click()
        self.says("New entries can begin with what stands in this one.")
        self.picture("fast-template")
        self.row("Name").set_text("Monthly meetup")
        self.s.key("Return")
        self.says("was saved.")
        self.discard()
        assert json.loads(self.run("templates", "--format", "json"))[0]["name"] == "Monthly meetup"
        self.s.key("ctrl+n")
        self.window("Add contribution")
        time.sleep(0.6)
        self.s.key("ctrl+t")
        self.picture("fast-menu")
        self.app.find(name="Monthly meetup", timeout=15).click()
        self.until(lambda: self.row("Title").text == "Azure meetup" and self.row("Area").text == "Azure Networking")
        self.done("an entry begins with a template")

    def repeat(self):
        """the entry that stands open is saved, then comes back for three months"""
        before = len(self.entries())
        self.s.key("ctrl+t")
        self.app.find(name="Save and Repeat…", timeout=15).click()
        self.window("Repeat")
        self.says("This plans 12 contributions")
        self.app.find(name="Times", role="spin button", timeout=15).acc.get_value_iface().set_current_value(3)
        self.says("This plans 3 contributions, from 23 December 2026 to 23 February 2027.")
        self.picture("fast-repeat")
        self.app.find(name="Plan", role="push button", timeout=15).click()
        self.no_window("Repeat")
        self.says("3 contributions were added.")
        dates = sorted(e["date"] for e in self.entries() if e["status"] == "planned")
        assert dates == ["2026-12-23", "2027-01-23", "2027-02-23"], dates
        assert len(self.entries()) == before + 4
        self.app.find(name="Done", role="push button", timeout=15).click()
        self.until(lambda: sum(e["status"] == "planned" for e in self.entries()) == 2)
        self.done("a repetition plans entries, and one click turns one into done")

    def killed(self):
        """offered when the program starts, without being asked for"""
        self.s.key("ctrl+n")
        self.window("Add contribution")
        self.s.type("Not yet saved")
        time.sleep(3)
        self.app.proc.kill()
        self.app.proc.wait(10)
        self.start("overview")
        self.says("“Not yet saved” was typed and not saved.")
        self.picture("fast-draft")
        self.app.find(name="Open It", role="push button", timeout=15).click()
        self.says("This is what you had typed and not saved.")
        assert self.row("Title").text == "Not yet saved"
        self.s.key("ctrl+Return")
        self.no_window("Add contribution")
        self.until(lambda: not self.app.find_all(name="Open It"))
        first = self.entries()[0]
        assert any(e["title"] == "Not yet saved" for e in self.entries())
        self.run("edit", first["id"], "--title", "To be changed")
        self.app.gone(name="“Not yet saved” was typed and not saved.")
        self.done("what a kill left is offered at the next start, until it is saved")

    def pasted_beside_a_draft(self):
        """a link that is pasted does not take the place of a draft"""
        self.s.key("ctrl+n")
        self.window("Add contribution")
        self.s.type("Kept beside")
        time.sleep(3)
        self.app.proc.kill()
        self.app.proc.wait(10)
        self.start()
        self.says("“Kept beside” was typed and not saved.")
        self.copy("https://dev.to/example/beside")
        self.s.key("alt+1", "ctrl+v")
        self.window("Add contribution")
        self.s.type("From the link")
        time.sleep(2.5)
        self.s.key("ctrl+Return")
        self.no_window("Add contribution")
        self.says("“Kept beside” was typed and not saved.")
        self.s.key("ctrl+n")
        self.says("This is what you had typed and not saved.")
        assert self.row("Title").text == "Kept beside"
        self.discard()
        self.done("a pasted link leaves the draft of another entry in peace")

    def much(self):
        """10 MB, with what a terminal would obey in it"""
        self.copy("\u202e\x1b[31m" + "x" * 10_000_000)
        self.s.key("ctrl+n")
        self.window("Add contribution")
        time.sleep(0.5)
        self.s.key("ctrl+v")
        self.says("The text was too long and was cut; invisible characters were taken out.", 30)
        text = self.row("Title").text
        assert len(text) == 1000 and text.startswith("[31mx"), (len(text), text[:20])
        self.picture("fast-much")
        description = self.row("Description")
        self.until(lambda: (self.s.key("Tab"), "focused" in description.states())[-1], 60)
        self.s.key("ctrl+v")
        self.until(lambda: len(description.text) == 10000, 30)
        began = time.time()
        self.s.key("ctrl+Home", "shift+End", "shift+Page_Down", "BackSpace")
        self.s.type("a line that is typed after it")
        self.until(lambda: "a line that is typed after it" in description.text)
        assert time.time() - began < 10, time.time() - began
        assert "sensitive" not in self.app.find(name="Save", role="push button", timeout=15).states()
        self.discard()
        self.done("a paste of 10 MB is cut with a word about it")

    def drop(self):
        """dragged from the window of another program"""
        self.write("A dropped talk https://sessionize.com/s/example/1")
        for name, x in (("MS Programs", "0"), ("Offer", "1120")):
            number = self.until(lambda name=name: self.s.run(
                ["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"]).stdout.split())[0]
            self.s.run(["xdotool", "windowmove", number, x, "20", "windowraise", number])
        time.sleep(0.8)
        self.s.run(["xdotool", "mousemove", "1160", "50", "mousedown", "1"])
        for x, y in ((1150, 60), (1120, 100), (900, 300), (600, 400), (560, 420), (550, 430)):
            time.sleep(0.2)
            self.s.run(["xdotool", "mousemove", str(x), str(y)])
        time.sleep(0.4)
        self.picture("fast-drag")
        self.s.run(["xdotool", "mouseup", "1"])
        self.window("Add contribution")
        self.says("Chosen for sessionize.com.")
        assert self.row("Title").text == "A dropped talk"
        assert self.row("Role").text == "Speaker"
        self.s.key("ctrl+Return")
        self.no_window("Add contribution")
        assert self.entries()[0]["activityTypeName"].startswith("Speaker/Presenter") or \
            any(e["title"] == "A dropped talk" for e in self.entries())
        self.done("a text that is dropped on the window begins an entry")


def main(prefix, folder=None):
    with Session(size=(1280, 800), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        fast = Fast(session, prefix, folder)
        fast.start_offer()
        fast.start()
        try:
            for step in (fast.anywhere, fast.paste, fast.habit, fast.chosen, fast.in_a_row, fast.templates, fast.repeat, fast.killed,
                         fast.pasted_beside_a_draft, fast.much, fast.drop):
                step()
        except Exception:
            if folder:
                session.screenshot(f"{folder}/fast-failed.png")
            print(session.tail(), file=sys.stderr)
            raise
        noise = [line for line in session.tail(200).splitlines() if "ms-programs:" in line and "CRITICAL" in line]
        assert not noise, noise
        session.key("ctrl+q")
        fast.app.proc.wait(10)
    print(f"1..{fast.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
