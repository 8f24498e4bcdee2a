#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contributions from files and pasted tables, in the window of an installed program.

    import.py PREFIX [FOLDER]

Files come by the action that a drop activates, a table by another program's clipboard. With FOLDER it
leaves pictures there.
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
HERE = os.path.dirname(os.path.abspath(__file__))
MIXED = """title,date,activityTypeName,url,description,numberOfViews,tags
Networks & <b>Bicep</b>,2026-11-01,Blog,https://example.org/networks,About networks,1200,bicep;azure
Meetup in May,2026-05-12,User Group Owner,https://example.org/meetup,,40,
,2026-06-01,Blog,https://example.org/untitled,,,
Broken date,2026-02-30,Blog,https://example.org/broken,,,
Older post,2026-10-01,Article,https://example.org/older,A new text,900,
"""
TALKS = """Name of talk;When;Where;People;Remark
Kubernetes at night;03/04/2026;https://example.org/k8s;120;Nice
Bicep by day;05/06/2026;https://example.org/bicep;80;
"""
PASTED = "Title\tDate\tURL\nPasted talk\t2026-09-09\thttps://example.org/pasted\n"
MANY = 100000


class Import:
    def __init__(self, session, prefix, folder):
        self.s, self.program, self.folder = session, prefix + "/bin/ms-programs", folder
        self.app = self.holder = None
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def start(self):
        self.run("add", "Older post", "--type", "Article", "--date", "2026-10-01", "--url",
                 "https://example.org/older", "--description", "An old text")
        # Before the window, for its own takes the focus when it opens.
        path = self.write("offer.txt", PASTED)
        self.holder = subprocess.Popen(["/usr/bin/python3", HERE + "/offer.py", path], env=self.s.env,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL)
        self.s.procs.append(self.holder)
        time.sleep(2)
        self.app = self.s.launch([self.program, "--page", "overview"])
        time.sleep(1)

    def run(self, *words):
        result = self.s.run([self.program, *words])
        assert result.returncode == 0, result.stderr
        return result.stdout

    def entries(self):
        return {entry["title"]: entry for entry in json.loads(self.run("list", "--format", "json"))}

    def count(self, number):
        """the journal's page is told of it"""
        self.app.wait_text(re.compile(rf"^{number} contributions? "), timeout=10)

    def write(self, name, content):
        path = os.path.join(self.s.home, name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def bring(self, path):
        result = self.s.run(["gdbus", "call", "--session", "-d", "com.example.MsPrograms", "-o",
                             "/com/example/MsPrograms/window/1", "-m", "org.gtk.Actions.Activate",
                             "import", f"[<'{path}'>]", "{}"])
        assert result.returncode == 0, result.stderr

    def picture(self, name):
        if self.folder:
            time.sleep(0.4)
            self.s.screenshot(f"{self.folder}/{name}.png")

    def dialog(self):
        return self.app.find(role="filler", name="Import")

    def press(self, node):
        """with the mouse; on the accessibility bus the dialog is no window"""
        x, y, width, height = node.extents()
        self.s.mouse_click(self.dialog(), x + width // 2, y + height // 2)

    def button(self, name):
        return self.dialog().find(name=name, role="push button")

    def import_is_off(self):
        return "sensitive" not in self.button("Import").states()

    def press_import(self, timeout=10):
        end = time.time() + timeout
        while self.import_is_off():
            assert time.time() < end, "Import stays off"
            time.sleep(0.1)
        self.button("Import").click()

    def told(self, title, number):
        """the row of that title in the preview has that number"""
        end = time.time() + 10
        while True:
            row = self.app.find(name=title, role="label").parent()
            while row.role != "list item":
                row = row.parent()
            names = [node.name for node in row.find_all(role="label")]
            if str(number) in names:
                return
            assert time.time() < end, (title, number, names)
            time.sleep(0.2)

    def leave(self):
        self.button("Done").click()
        self.app.gone(role="filler", name="Import", timeout=10)

    def close(self):
        self.s.key("Escape")
        self.app.gone(role="filler", name="Import")

    def preview(self):
        self.s.key("ctrl+i")
        self.app.wait_text("Bring Your Contributions")
        self.picture("import-choose")
        self.bring(self.write("mixed.csv", MIXED))
        self.app.wait_text("Table (CSV) · 5 rows")
        self.told("New", 2)
        self.told("Left as they are", 1)
        self.told("Rejected", 2)
        self.app.wait_text("1 says something else than the journal")
        self.picture("import-preview")
        assert len(self.entries()) == 1, "a preview changes nothing"
        self.press(self.app.find(name="Rejected", role="label"))
        self.app.wait_text(re.compile("^Line 4, Title"))
        self.app.wait_text(re.compile("^Line 5, Date “2026-02-30”: "))
        self.picture("import-rejected")
        self.s.key("Escape")
        self.app.wait_text("mixed.csv")
        self.done("a preview counts new, known and rejected rows, and says what is wrong with these")

    def imported(self):
        self.press_import()
        self.app.wait_text("2 contributions were added.")
        self.app.wait_text("2 rows were rejected. Save them, mend them, and import them again.")
        self.picture("import-result")
        names = self.entries()
        assert set(names) == {"Networks & <b>Bicep</b>", "Meetup in May", "Older post"}, names
        assert names["Networks & <b>Bicep</b>"]["tags"] == ["bicep", "azure"]
        assert names["Older post"]["description"] == "An old text"
        self.button("Undo").click()
        self.app.wait_text("The journal is as it was before.")
        assert set(self.entries()) == {"Older post"}
        self.leave()
        self.count(1)
        self.done("Import imports what was shown, and Undo takes all of it back")

    def update(self):
        self.bring(self.write("mixed.csv", MIXED))
        self.told("New", 2)
        self.press(self.app.find(name="What the journal has already", role="label"))
        time.sleep(0.3)
        self.s.key("Down", "Return")
        self.told("Changed", 1)
        self.told("Left as they are", 0)
        self.press_import()
        self.app.wait_text("1 was changed.")
        self.leave()
        self.picture("import-toast")
        self.count(3)
        assert self.entries()["Older post"]["description"] == "A new text"
        self.s.key("ctrl+f", "Down", "ctrl+z")
        self.count(1)
        assert self.entries()["Older post"]["description"] == "An old text"
        self.done("what the journal has is changed only if that is chosen; the journal's Undo knows it")

    def choose(self, column, field, *keys):
        """in its drop-down, which may close once more while the one before it still fades"""
        for _attempt in range(3):
            drop_down = self.app.find(name=column, role="combo box")
            self.press(drop_down)
            time.sleep(0.6)
            self.s.key(*keys, "Return")
            time.sleep(0.6)
            if drop_down.find_all(name=field):
                return
        raise AssertionError(f"{column} is not {field}")

    def columns(self):
        path = self.write("talks.csv", TALKS)
        self.bring(path)
        self.app.wait_text("Each column fills one field.")
        self.app.wait_text("Kubernetes at night · Bicep by day")
        self.picture("import-columns")
        self.choose("Name of talk", "Title", "Home", "Down")
        self.choose("When", "Date", "Home", "Down", "Down")
        self.choose("Where", "Link", "Home", "Down", "Down", "Down", "Down")
        self.choose("People", "Figure of My Own", "End")
        self.picture("import-columns-chosen")
        self.button("Next").click()
        self.app.wait_text("Which Stands First in Its Dates?")
        self.app.wait_text("03/04/2026 is 3 April 2026")
        self.app.wait_text("03/04/2026 is 4 March 2026")
        self.app.wait_text("4 of 5 are used")
        self.picture("import-dates")
        assert self.import_is_off()
        self.press(self.app.find(name="The month", role="label"))
        self.told("New", 2)
        self.press_import()
        self.app.wait_text("2 contributions were added.")
        self.leave()
        entry = self.entries()["Kubernetes at night"]
        assert entry["date"] == "2026-03-04", entry
        assert entry["metrics"] == {"People": 120}, entry
        self.bring(path)
        self.app.wait_text("4 of 5 are used, as the last time")
        self.press(self.app.find(name="The day", role="label"))
        self.told("Left as they are", 2)
        self.close()
        self.done("columns are chosen once, and an open order of day and month is asked, not guessed")

    def refused(self):
        self.bring(self.write("latin.csv", "title,date,activityTypeName\nÜber Bücher,2026-03-03,Blog\n"
                              .encode("cp1252")))
        self.app.wait_text("line 2")
        self.picture("import-encoding")
        self.button("Read as Windows-1252").click()
        self.told("New", 1)
        self.press_import()
        self.app.wait_text("1 contribution was added.")
        self.leave()
        assert "Über Bücher" in self.entries()
        self.bring(self.write("broken.csv", 'title,date\n"never closed,2026-01-01\n'))
        self.app.wait_text("This Cannot Be Imported")
        self.app.wait_text("the quote that is opened here is never closed")
        self.picture("import-broken")
        self.button("Choose Another File…")
        self.bring(self.write("good.csv", "title,date\nAfter a bad one,2026-01-02\n"))
        self.told("New", 1)
        self.close()
        self.done("what cannot be read says why, and another file can be chosen")

    def pasted(self):
        self.holder.stdin.write(b"\n")
        self.holder.stdin.flush()
        assert self.holder.stdout.readline() == b"held\n"
        self.s.xdo("windowactivate", "--sync", self.s.window_id("MS Programs"))
        self.s.key("ctrl+f", "Down", "ctrl+v")
        self.app.wait_text("Pasted text", timeout=20)
        self.told("New", 1)
        self.picture("import-pasted")
        self.press_import()
        self.app.wait_text("1 contribution was added.")
        self.leave()
        assert self.entries()["Pasted talk"]["url"] == "https://example.org/pasted"
        self.done("a pasted table is imported")

    def many(self):
        before = len(self.entries())
        rows = "".join(f"Talk {i},2026-0{i % 9 + 1}-1{i % 9},Blog,https://example.org/t/{i}\n"
                       for i in range(MANY - 5000))
        bad = "".join(f"Bad {i},2026-02-3{i % 2},Blog,\n" for i in range(5000))
        self.bring(self.write("many.csv", "title,date,activityTypeName,url\n" + rows + bad))
        self.told("Rejected", 5000)
        self.press(self.app.find(name="Rejected", role="label"))
        self.app.wait_text(re.compile("^Line 95002, Date"))
        self.s.key("Tab", "End")
        self.app.wait_text(re.compile("^Line 100001, Date"))
        self.picture("import-many-rejected")
        self.s.key("Escape")
        self.press_import(timeout=30)
        self.app.find(name="Progress of the import", role="progress bar")
        self.picture("import-progress")
        self.s.key("Escape")
        self.app.wait_text("What Would Happen", timeout=60)
        self.told("New", MANY - 5000)
        assert len(self.entries()) == before, "a stopped import leaves nothing behind"
        self.close()
        self.done("thousands of rejected rows scroll, and a stopped import leaves nothing behind")


def main(prefix, folder=None):
    with Session(size=(1000, 800), wm="metacity", data_dirs=[prefix + "/share"],
                 env={"MS_PROGRAMS_TODAY": TODAY, "G_DEBUG": "fatal-criticals"}) as session:
        test = Import(session, prefix, folder)
        test.start()
        try:
            for step in (test.preview, test.imported, test.update, test.columns, test.refused,
                         test.pasted, test.many):
                step()
        except Exception:
            if folder:
                session.screenshot(f"{folder}/import-failed.png")
            print(session.tail(), file=sys.stderr)
            raise
        session.key("ctrl+q")
        test.app.proc.wait(10)
        noise = session.tail()
        assert "ms-programs" not in noise, noise
    print(f"1..{test.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(*sys.argv[1:3])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        raise
