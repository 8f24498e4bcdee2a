#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes contributions to files, also where that cannot be. TAP: test-export.py PROGRAM GENERATE"""
import csv
import datetime
import hashlib
import io
import json
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
import zipfile

from driver import TODAY, main

try:
    import icalendar
except ImportError:
    icalendar = None

NOBODY = 65534
KILLS = 25
ENTRIES = 5000
DESCRIPTION = "First\n# no heading\n\\# neither\nüñ 漢 😀, \"quoted\"; end"


def skip(driver, name, reason):
    driver.cases.append(True)
    print(f"ok {len(driver.cases)} - {name} # SKIP {reason}", flush=True)


def export(driver, *options, **more):
    result = driver.run("export", *options, **more)
    assert result.returncode == 0 and result.stderr == "", result
    return os.fsencode(result.stdout).decode()


def without_days(document):
    """the entries as they are listed: when their figures were recorded is in documents only"""
    return [{name: value for name, value in entry.items() if name != "recorded"} for entry in document["entries"]]


def csv_rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def fill(driver):
    slides = driver.home + "/slides.pdf"
    with open(slides, "wb") as file:
        file.write(b"slides" * 1000)
    driver.talk = driver.add("Talk", "--type", "Podcast", "--date", "2026-12-01", "--end-date", "2026-12-03",
                             "--status", "planned", "--description", DESCRIPTION + " long" * 40,
                             "--url", "https://example.org/x?y=1,2;z", "--attach", slides)
    driver.blog = driver.add("=1+1 & <b>", "--date", "2026-11-01", "--description", DESCRIPTION,
                             "--reach", "numberOfViews=12", "--reach", "stars=3", "--tag", "a", "--tag", "b",
                             "--audience", "Developer", "--additional-area", "Fabric, Analytics")
    driver.old = driver.add("Old", "--date", "2025-11-01", "--notes", "x")
    driver.gone = driver.add("Gone", "--date", "2026-11-02")
    driver.run("delete", driver.gone)


def test_formats(driver):
    fill(driver)
    listed = driver.data("list")
    text = export(driver)
    rows = csv_rows(text)
    driver.case("CSV is what is written if nothing is said", text == export(driver, "--format", "csv") and
                [row["id"] for row in rows] == [entry["id"] for entry in listed], text)
    driver.case("lines end as RFC 4180 has it", text.count("\r\n") == 4 and text.endswith("\r\n"), text)
    blog = rows[1]
    driver.case("what is no formula, and what is a number", blog["title"] == "'=1+1 & <b>" and
                blog["description"] == DESCRIPTION and blog["metric:stars"] == "3" and blog["tags"] == "a;b" and
                blog["reach"] == "12" and rows[0]["metric:stars"] == "", blog)
    document = json.loads(export(driver, "--format", "json"))
    driver.case("JSON has the entries as list has them", document["format"] == "ms-programs-journal" and
                document["version"] == 1 and without_days(document) == listed and
                re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", document["exported"]), document)
    driver.case("and the days of their figures", [entry.get("recorded") for entry in document["entries"]][:2] ==
                [None, {"numberOfViews": TODAY, "stars": TODAY}], document)
    markdown = export(driver, "--format", "portal-markdown")
    driver.case("only headings look like headings",
                [line for line in markdown.split("\n") if line.startswith("# ")] ==
                [f"# MVP Activity: {title}" for title in ("Talk", "=1+1 & <b>", "Old")] and
                len([line for line in markdown.split("\n") if line.startswith("#")]) == 3 * 13 + 1 and
                "\n\\# no heading\n\\\\# neither\n" in markdown, markdown)
    driver.case("the portal's names for the figures", "\n- Number of Views: 12\n- stars: 3\n" in markdown, markdown)


def test_filters(driver):
    for options, titles in (
            (["--cycle", "2026"], ["Talk", "=1+1 & <b>"]), (["--from", "2026-11-02"], ["Talk"]),
            (["--search", "neither"], ["Talk", "=1+1 & <b>"]), (["--trash"], ["Gone"]),
            (["--type", "Blog", "--sort", "title"], ["=1+1 & <b>", "Old"]), (["--limit", "1"], ["Talk"]),
            ([driver.old], ["Old"]), ([driver.old[:8], driver.blog], ["=1+1 & <b>", "Old"]),
            (["--search", "nothing of it"], [])):
        document = json.loads(export(driver, "--format", "json", *options))
        driver.case(f"export {options[0]}", [entry["title"] for entry in document["entries"]] == titles, document)
    ids = driver.run("list", "--format", "ids", "--search", "neither").stdout
    document = json.loads(export(driver, "--format", "json", "-", text=ids))
    driver.case("ids from standard input", len(document["entries"]) == 2, document)


def test_calendar(driver):
    text = export(driver, "--format", "ics")
    if icalendar is None:
        skip(driver, "a calendar that another parser reads", "python3-icalendar is not installed")
        return
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    driver.case("another parser reads it", len(events) == 4 and not any(event.errors for event in events) and
                str(calendar["VERSION"]) == "2.0" and "PRODID" in calendar, text)
    driver.case("no line is longer than 75 bytes, and every one ends as it should",
                all(len(line.encode()) <= 75 for line in text.split("\r\n")) and
                text.count("\n") == text.count("\r\n"), text)
    talk = events[3]
    driver.case("a planned contribution", str(talk["SUMMARY"]) == "Talk" and
                str(talk["DESCRIPTION"]) == DESCRIPTION + " long" * 40 and
                str(talk["URL"]) == "https://example.org/x?y=1,2;z" and
                talk["DTSTART"].dt == datetime.date(2026, 12, 1) and
                talk["DTEND"].dt == datetime.date(2026, 12, 4) and driver.talk in str(talk["UID"]) and
                not talk.walk("VALARM"), text)
    deadline = events[0]
    alarms = sorted(alarm["TRIGGER"].dt for alarm in deadline.walk("VALARM"))
    driver.case("a deadline with its alarms", deadline["DTSTART"].dt == datetime.date(2027, 3, 31) and
                alarms == [datetime.timedelta(days=-days) for days in (30, 14, 7, 3, 1, 0)], alarms)
    again = icalendar.Calendar.from_ical(export(driver, "--format", "ics"))
    driver.case("the same events are the same the next time",
                [event["UID"] for event in events] == [event["UID"] for event in again.walk("VEVENT")] and
                len({event["UID"] for event in events}) == 4)
    done = icalendar.Calendar.from_ical(export(driver, "--format", "ics", driver.blog))
    driver.case("what is done is in no calendar", len(done.walk("VEVENT")) == 3)


def test_archive(driver):
    path = driver.home + "/all.zip"
    export(driver, "--output", path)
    content = hashlib.sha256(b"slides" * 1000).hexdigest()
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        document = json.loads(archive.read("journal.json"))
        driver.case("a zip has the attached files", archive.testzip() is None and
                    names == ["journal.json", "attachments/" + content] and
                    archive.read(names[1]) == b"slides" * 1000 and without_days(document) == driver.data("list"), names)
    driver.case("for its owner only", stat.S_IMODE(os.stat(path).st_mode) == 0o600)
    os.rename(driver.home + "/data/ms-programs/attachments/" + content, driver.home + "/away")
    result = driver.run("export", "--format", "json", "--output", path)
    with zipfile.ZipFile(path) as archive:
        driver.case("one that is gone is said", result.returncode == 0 and archive.namelist() == ["journal.json"] and
                    "1 attached file is not" in result.stderr, result)
    os.rename(driver.home + "/away", driver.home + "/data/ms-programs/attachments/" + content)


def test_moved(driver):
    """to another journal and back"""
    path, other = driver.home + "/moved.zip", ["--journal", driver.home + "/other/journal.db"]
    export(driver, "--output", path)
    tried = driver.run("import", path, "--dry-run", *other)
    driver.case("a try brings no files", tried.returncode == 0 and
                not os.path.exists(driver.home + "/other/attachments"), tried)
    result = driver.run("import", path, *other)
    listed = driver.data("list", *other)
    driver.case("a zip brings the entries to another journal", result.returncode == 0 and
                listed == driver.data("list"), result, listed)
    names = os.listdir(driver.home + "/other/attachments")
    driver.case("and the files", names == [hashlib.sha256(b"slides" * 1000).hexdigest()], names)
    with open(path, "r+b") as file:
        file.truncate(os.path.getsize(path) // 2)
    driver.refused("a zip that breaks off", 1, ["import", path, "--journal", driver.home + "/third/journal.db"],
                   "moved.zip")
    for form in ("csv", "portal-markdown"):
        text = export(driver, "--format", form)
        result = driver.run("import", "-", "--journal", f"{driver.home}/{form}/journal.db", text=text)
        titles = [entry["title"] for entry in driver.data("list", "--journal", f"{driver.home}/{form}/journal.db")]
        driver.case(f"{form} is read again", result.returncode == 0 and
                    titles == [entry["title"] for entry in driver.data("list")], result, titles)
        shutil.rmtree(f"{driver.home}/{form}")
    for name in ("other", "third"):
        shutil.rmtree(f"{driver.home}/{name}", ignore_errors=True)
    os.unlink(path)


def test_output(driver):
    path = driver.home + "/out.csv"
    driver.run("export", "--output", path)
    with open(path, encoding="utf-8", newline="") as file:
        driver.case("a file has what standard output has", file.read() == export(driver) == export(driver, "--output", "-"))
    os.chmod(path, 0o644)
    old = os.umask(0)
    driver.run("export", "--output", path, "--format", "json")
    os.umask(old)
    with open(path, encoding="utf-8") as file:
        driver.case("it is replaced, for its owner only under any umask", len(json.load(file)["entries"]) == 3 and
                    stat.S_IMODE(os.stat(path).st_mode) == 0o600)
    driver.case("nothing is left beside it", sorted(os.listdir(driver.home)) == ["all.zip", "data", "out.csv",
                                                                                "slides.pdf"], os.listdir(driver.home))
    with subprocess.Popen([driver.program, "export"], env=driver.env, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        process.stdout.close()
        errors = process.stderr.read()
    driver.case("nobody reads it", errors == b"" and process.returncode == 0, errors, process.returncode)
    with open("/dev/full", "wb") as full:
        result = subprocess.run([driver.program, "export"], env=driver.env, stdout=full, stderr=subprocess.PIPE,
                                text=True, check=False)
    driver.case("standard output that is full", result.returncode == 1 and "could not be written" in result.stderr, result)


def test_refused(driver):
    home = driver.home
    os.mkfifo(home + "/pipe")
    driver.refused("a folder that is not there", 1, ["export", "--output", home + "/none/out.csv"], "no folder", "/none")
    driver.refused("a folder", 1, ["export", "--output", home], "is a folder")
    driver.refused("a pipe", 1, ["export", "--output", home + "/pipe"], "is not a file")
    driver.refused("a device", 1, ["export", "--output", "/dev/null"], "is not a file")
    driver.refused("no name", 1, ["export", "--output", ""], "needs a name")
    driver.refused("another format", 2, ["export", "--format", "xls"], "xls", "csv|json", "portal-markdown")
    driver.refused("a zip of something else", 2, ["export", "--format", "csv", "--output", home + "/x.zip"], ".zip")
    driver.refused("an id that is none", 1, ["export", "12345678"], "12345678")
    driver.refused("a filter that is wrong", 2, ["export", "--from", "2026-02-30"], "--from")
    driver.case("nothing was made", not os.path.exists(home + "/x.zip"))
    os.unlink(home + "/pipe")
    driver.case("the help names it", "export" in driver.run("--help").stdout and
                "--output" in driver.run("export", "--help").stdout)


def limit_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))


def old_file(driver, folder=""):
    path = f"{driver.home}/{folder}large.json"
    with open(path, "w", encoding="ascii") as file:
        file.write("old")
    return path


def holds(path, text):
    with open(path, encoding="utf-8") as file:
        return file.read() == text


def test_full(driver):
    driver.large = driver.home + "/large.db"
    subprocess.run([sys.argv[2], driver.large, str(ENTRIES)], env=driver.env, check=True, stdout=subprocess.DEVNULL)
    path = old_file(driver)
    words = [driver.program, "--journal", driver.large, "export", "--format", "json", "--output"]
    result = subprocess.run([*words, path], env=driver.env, capture_output=True, text=True, check=False,
                            preexec_fn=limit_files)
    driver.case("no room: said, and the old file is whole", result.returncode == 1 and holds(path, "old") and
                "The disk is full" in result.stderr and
                not [name for name in os.listdir(driver.home) if name.startswith(".")], result)
    disk = driver.home + "/disk"
    os.mkdir(disk)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", disk], capture_output=True,
                      check=False).returncode != 0:
        skip(driver, "a full disk", "nothing can be mounted here")
        return
    try:
        path = old_file(driver, "disk/")
        result = subprocess.run([*words, path], env=driver.env, capture_output=True, text=True, check=False)
        driver.case("a full disk: said, the old file is whole, nothing is left", result.returncode == 1 and
                    "The disk is full" in result.stderr and holds(path, "old") and
                    os.listdir(disk) == ["large.json"], result, os.listdir(disk))
        archive = subprocess.run([*words, disk + "/large.zip"], env=driver.env, capture_output=True, text=True,
                                 check=False)
        driver.case("the same for a zip", archive.returncode == 1 and "The disk is full" in archive.stderr and
                    os.listdir(disk) == ["large.json"], archive, os.listdir(disk))
    finally:
        subprocess.run(["umount", disk], check=False)


def test_killed(driver):
    path = old_file(driver)
    words = [driver.program, "--journal", driver.large, "export", "--format", "json", "--output", path]
    start = time.monotonic()
    subprocess.run(words, env=driver.env, check=True)
    took = time.monotonic() - start
    with open(path, encoding="utf-8") as file:
        count = len(json.load(file)["entries"])
    whole, kept = True, 0
    for kill in range(KILLS):
        old_file(driver)
        with subprocess.Popen(words, env=driver.env) as process:
            time.sleep(took * kill / KILLS)
            process.kill()
        if holds(path, "old"):
            kept += 1
        else:
            with open(path, encoding="utf-8") as file:
                whole = whole and len(json.load(file)["entries"]) == count
    driver.case("killed at any point it is the old file or the new one", whole and kept > 0, kept)


def test_read_only(driver):
    folder = driver.home + "/locked"
    os.mkdir(folder)
    if os.getuid() == 0:
        before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        os.chmod(driver.home, 0o755)
        for place, folders, files in os.walk(driver.home):
            for name in [place, *(os.path.join(place, name) for name in folders + files)]:
                os.chown(name, NOBODY, NOBODY)
    else:
        before = []
    if subprocess.run([*before, driver.program, "--version"], capture_output=True, check=False).returncode != 0:
        skip(driver, "a folder that cannot be written", "another user cannot run the program here")
        return
    path = old_file(driver, "locked/")
    if os.getuid() == 0:
        os.chown(path, NOBODY, NOBODY)
    os.chmod(folder, 0o500)
    result = subprocess.run([*before, driver.program, "export", "--output", path], env=driver.env,
                            capture_output=True, text=True, check=False)
    driver.case("a folder that cannot be written: said", result.returncode == 1 and holds(path, "old") and
                "folder may not be changed" in result.stderr, result)
    os.chmod(folder, 0o700)
    os.chmod(path, 0o400)
    result = subprocess.run([*before, driver.program, "export", "--output", path], env=driver.env,
                            capture_output=True, text=True, check=False)
    driver.case("a file that is protected: said", result.returncode == 1 and holds(path, "old") and
                "may not be changed" in result.stderr, result)
    os.chmod(driver.journal, 0o400)
    result = subprocess.run([*before, driver.program, "export"], env=driver.env, capture_output=True, text=True,
                            check=False)
    driver.case("a journal that can only be read is exported", result.returncode == 0 and
                result.stdout.startswith("id,title"), result)
    shutil.rmtree(folder)


main(test_formats, test_filters, test_calendar, test_archive, test_moved, test_output, test_refused, test_full, test_killed,
     test_read_only)
