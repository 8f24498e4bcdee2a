#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports files through the command: TAP."""
import json
import os
import signal
import sqlite3
import subprocess
import time

from driver import TODAY, main

HEADER = "title,date,activityTypeName,url,numberOfViews,notes\r\n"
ROWS = HEADER + "First,2026-03-01,Blog,https://example.org/a,10,\r\nSecond,2026-03-02,Article,,,kept\r\n"


def write(driver, name, text, encoding="utf-8"):
    path = os.path.join(driver.home, name)
    with open(path, "w", encoding=encoding, newline="") as file:
        file.write(text)
    return path


def report(driver, *arguments, **more):
    result = driver.run("import", *arguments, "--report", "json", **more)
    return result.returncode, json.loads(result.stdout or "null"), result


def counts(driver, *arguments, **more):
    """status, then read, added, updated, duplicates, rejected"""
    status, said, _ = report(driver, *arguments, **more)
    return status, *(said[name] for name in ("read", "added", "updated", "duplicates", "rejected"))


def backups(driver):
    return driver.data("backups")


def by_title(driver, *arguments):
    return {entry["title"]: entry for entry in driver.data("list", *arguments)}


def test_try(driver):
    path = write(driver, "rows.csv", ROWS)
    result = driver.run("import", "--dry-run", path)
    driver.case("a try says what would be done", result.returncode == 0 and "nothing was written" in result.stdout and
                "2 contributions would be added" in result.stdout and result.stderr == "", result)
    driver.case("and makes nothing, not even a journal", not os.path.exists(driver.home + "/data"))
    driver.case("a try counts as the import does", counts(driver, path, "--dry-run") == (0, 2, 2, 0, 0, 0))


def test_added(driver):
    path = os.path.join(driver.home, "rows.csv")
    driver.case("rows are added", counts(driver, path) == (0, 2, 2, 0, 0, 0))
    entries = by_title(driver)
    driver.case("as the file has them", entries["First"]["numberOfViews"] == 10 and
                entries["First"]["date"] == "2026-03-01" and entries["Second"]["notes"] == "kept", entries)
    driver.case("after a backup", len(backups(driver)) == 1)
    driver.case("the same again adds nothing", counts(driver, path) == (0, 2, 0, 0, 2, 0))
    driver.case("from what is piped in, too", counts(driver, "-", text=ROWS) == (0, 2, 0, 0, 2, 0))
    driver.case("a try makes no backup", counts(driver, path, "--dry-run") == (0, 2, 0, 0, 2, 0) and
                len(backups(driver)) == 3)


def test_duplicates(driver):
    changed = write(driver, "changed.csv", HEADER + "FIRST,2026-03-01,blog,,12,\r\n"
                    "Other,2026-03-09,Article,HTTP://EXAMPLE.org/a/?utm_source=x#y,,\r\n"
                    "Moved,2026-03-09,Blog,https://EXAMPLE.org/a/?utm_source=x#y,12,\r\n")
    driver.case("what differs is told, and left alone", counts(driver, changed) == (0, 3, 1, 0, 2, 0) and
                by_title(driver)["First"]["numberOfViews"] == 10)
    result = driver.run("import", changed, "--dry-run")
    driver.case("in words, too", "--on-duplicate update" in result.stdout, result)
    wanted = counts(driver, changed, "--dry-run", "--on-duplicate", "update")
    done = counts(driver, changed, "--on-duplicate", "update")
    entries = by_title(driver)
    driver.case("a try of an update says what is done then", wanted == done == (0, 3, 0, 2, 1, 0), wanted, done)
    driver.case("an update takes what the file gives", "Moved" in entries and "First" not in entries and
                entries["Moved"]["numberOfViews"] == 12 and entries["Moved"]["date"] == "2026-03-09", entries)
    driver.case("and keeps the rest", entries["Second"]["notes"] == "kept" and len(entries) == 3)
    driver.case("adding adds", counts(driver, changed, "--on-duplicate", "add") == (0, 3, 3, 0, 0, 0) and
                len(driver.data("list")) == 6)
    driver.case("the journal is healthy", driver.run("check").returncode == 0)


def test_own_export(driver):
    """Out of one journal, into an empty one, is the identity."""
    identifier = driver.add("Ünïcode; \"quoted\"", "--url", "https://example.org/x", "--notes", "=1+1", "--tag", "a;b",
                            "--area", "Word", "--date", "2026-05-05", "--in-portal", "--private")
    driver.add("Same day 1", "--date", "2026-05-05")
    driver.add("Same day 2", "--date", "2026-05-05")
    listed = driver.run("list", "--format", "csv").stdout
    path = write(driver, "own.csv", listed)
    other = os.path.join(driver.home, "other", "journal.db")
    status = driver.run("import", path, "--journal", other)
    again = driver.run("list", "--format", "csv", "--journal", other).stdout
    driver.case("an export is the same after an import", again == listed and status.returncode == 0, listed, again)
    driver.case("ids are kept", any(line.startswith(identifier) for line in again.splitlines()))
    driver.case("and known again", counts(driver, path) == (0, 9, 0, 0, 9, 0))
    driver.run("delete", identifier)
    result = driver.run("import", path)
    driver.case("what is in the trash stays there", "in the trash" in result.stdout and
                identifier not in [entry["id"] for entry in driver.data("list")], result)
    result = driver.run("import", path, "--on-duplicate", "update")
    driver.case("an update does not take it out or change it", identifier in
                [entry["id"] for entry in driver.data("trash")] and
                identifier not in [entry["id"] for entry in driver.data("list")], result)


def test_rejected(driver):
    text = HEADER + "Good,2026-07-01,Blog,,,\r\n,2026-07-02,Blog,,,\r\n\"Bad, but quoted\",2026-13-02,Blog,,,\r\n"
    path, rejects = write(driver, "bad.csv", text), os.path.join(driver.home, "rejects.csv")
    status, said, result = report(driver, path, "--rejects", rejects)
    driver.case("rejected rows are told", status == 3 and said["added"] == 1 and said["rejected"] == 2 and
                [row["line"] for row in said["rejects"]] == [3, 4] and
                [row["field"] for row in said["rejects"]] == ["title", "date"] and
                said["rejects"][1]["value"] == "2026-13-02", result)
    with open(rejects, encoding="utf-8", newline="") as file:
        kept = file.read()
    driver.case("and handed back as they were", kept == HEADER + text.split("\r\n", 2)[2], kept)
    driver.case("to their owner alone", os.stat(rejects).st_mode & 0o777 == 0o600)
    write(driver, "rejects.csv", kept.replace("2026-13-02", "2026-12-02").replace(",2026-07-02", "Mended,2026-07-02"))
    driver.case("mended they are imported", counts(driver, rejects) == (0, 2, 2, 0, 0, 0))
    result = driver.run("import", path)
    driver.case("in words with their lines", result.returncode == 3 and "line 3" in result.stdout and
                "“2026-13-02”" in result.stdout, result)


def test_refused(driver):
    before = len(driver.data("list")), len(backups(driver))
    path = os.path.join(driver.home, "rows.csv")
    driver.refused("no file", 2, ["import"], "missing")
    driver.refused("two files", 2, ["import", path, path], "too many")
    driver.refused("a file that is not there", 1, ["import", "/nowhere/at/all.csv"])
    driver.refused("a folder", 1, ["import", driver.home])
    for option in ("format", "date-order", "on-duplicate", "report", "encoding"):
        driver.refused(f"--{option} with a wrong word", 2, ["import", path, f"--{option}", "nonsense"], option, "nonsense")
    driver.refused("--map of no column", 2, ["import", path, "--map", "Nothing=title"], "Nothing")
    driver.refused("--map to no field", 2, ["import", path, "--map", "notes=nonsense"], "nonsense")
    driver.refused("--map without a field", 2, ["import", path, "--map", "notes"], "HEADER=FIELD")
    driver.refused("--rejects over the file itself", 2, ["import", path, "--rejects", path], "another")
    driver.refused("--rejects where nothing can be", 1, ["import", path, "--rejects", "/nowhere/at/all.csv"])
    both = write(driver, "both.csv", "Title,Date,Type\nA,03/04/2026,Blog\n")
    driver.refused("days and months that look alike", 2, ["import", both], "--date-order")
    latin = write(driver, "latin.csv", "title,date,activityTypeName\nÜber,2026-03-01,Blog\n", "windows-1252")
    driver.refused("text that is not UTF-8", 1, ["import", latin], "windows-1252")
    driver.case("nothing was imported", (len(driver.data("list")), len(backups(driver))) == before)
    driver.case("the encoding can be named", counts(driver, latin, "--encoding", "windows-1252")[:3] == (0, 1, 1) and
                "Über" in by_title(driver))
    driver.case("the order of dates can be named", counts(driver, both, "--date-order", "dmy")[:3] == (0, 1, 1) and
                by_title(driver)["A"]["date"] == "2026-04-03")
    odd = write(driver, "odd.csv", "a=b,When,Kind,Stars\nMapped,2026-03-01,Blog,5\n")
    driver.case("columns can be mapped", counts(driver, odd, "--map", "a=b=title", "--map", "When=date", "--map",
                "Kind=activityTypeName", "--map", "Stars=metric:stars")[:3] == (0, 1, 1) and
                by_title(driver)["Mapped"]["metrics"] == {"stars": 5})


def many(driver, number):
    lines = "".join(f"Entry {index} of many,{TODAY},Blog,https://example.org/{index},{index},some notes\r\n"
                    for index in range(number))
    return write(driver, "many.csv", HEADER + lines)


def test_killed(driver):
    """Whenever it is killed, the journal is what it was or what it would be."""
    path, journal = many(driver, 5000), os.path.join(driver.home, "killed", "journal.db")
    command = [driver.program, "import", path, "--journal", journal]
    driver.run("add", "--type", "Blog", "Old", "--journal", journal)
    start = time.monotonic()
    driver.run("import", path, "--journal", os.path.join(driver.home, "whole", "journal.db"))
    whole = time.monotonic() - start
    problems, seen = [], set()
    for index in range(8):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=driver.env) as process:
            time.sleep(whole * (index + 1) / 9)
            process.send_signal(signal.SIGKILL)
        with sqlite3.connect(journal) as database:
            found = database.execute("SELECT count(*) FROM contribution").fetchone()[0]
        database.close()
        seen.add(found)
        if found not in (1, 5001) or driver.run("check", "--journal", journal).returncode != 0:
            problems.append((index, found))
    driver.case("a kill leaves all or nothing", not problems, problems)
    driver.case("some kills came before the end", 1 in seen, seen)
    names = os.listdir(os.path.join(driver.home, "killed", "backups"))
    driver.case("each backup is whole", all(sqlite3.connect(os.path.join(driver.home, "killed", "backups", name))
                .execute("PRAGMA integrity_check").fetchone()[0] == "ok" for name in names
                if name.endswith("Z")), names)


def test_locked(driver):
    path = os.path.join(driver.home, "rows.csv")
    before = len(driver.data("list"))
    database = sqlite3.connect(driver.journal)
    database.execute("BEGIN IMMEDIATE")
    driver.refused("a journal that somebody else writes", 1, ["import", path, "--on-duplicate", "add"], "Try again")
    database.rollback()
    database.close()
    driver.case("nothing was imported meanwhile", len(driver.data("list")) == before)


main(test_try, test_added, test_duplicates, test_own_export, test_rejected, test_refused, test_killed, test_locked)
