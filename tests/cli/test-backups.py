#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes, lists and restores backups through the commands: TAP."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3

from driver import main

SQL = pathlib.Path(__file__).parents[2] / "data/sql"


def titles(driver):
    return sorted(entry["title"] for entry in driver.data("list"))


def backups(driver):
    return driver.data("backups")


def healthy(path):
    with sqlite3.connect(f"file:{path}?immutable=1", uri=True) as database:
        return database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_nothing_there(driver):
    driver.refused("there is no backup of nothing", 1, ["backup"], "no journal")
    driver.case("nothing was made", not os.path.exists(driver.journal))
    driver.case("there are no backups", backups(driver) == [] and driver.run("backups").stdout == "")


def test_made(driver):
    driver.add("First")
    driver.add("Second")
    result = driver.run("backup")
    path = result.stdout.strip()
    driver.case("a backup says where it is", result.returncode == 0 and os.path.isfile(path) and
                result.stderr == "", result)
    driver.case("it lies beside the journal", os.path.dirname(path) ==
                os.path.join(os.path.dirname(driver.journal), "backups"))
    driver.case("only its owner reads it", os.stat(path).st_mode & 0o777 == 0o600 and
                os.stat(os.path.dirname(path)).st_mode & 0o777 == 0o700)
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    with open(path + ".sha256", encoding="ascii") as file:
        line = file.read()
    driver.case("its checksum is beside it", line == f"{digest}  {os.path.basename(path)}\n", line)
    driver.case("it is whole", healthy(path))
    listed = backups(driver)
    driver.case("it is listed", len(listed) == 1 and listed[0]["file"] == path and
                listed[0]["size"] == os.path.getsize(path) and
                re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", listed[0]["time"]), listed)
    driver.case("nothing else lies there", sorted(os.listdir(os.path.dirname(path))) ==
                sorted([os.path.basename(path), os.path.basename(path) + ".sha256"]))
    named = os.path.join(driver.home, "copy.db")
    result = driver.run("backup", named)
    driver.case("a backup can be named", result.returncode == 0 and result.stdout == named + "\n" and
                healthy(named) and os.stat(named).st_mode & 0o777 == 0o600, result)
    driver.refused("it takes no other file's place", 1, ["backup", named], "there already")
    driver.refused("nor the journal's", 1, ["backup", driver.journal], "there already")


def test_restored(driver):
    path = backups(driver)[0]["file"]
    driver.add("Third")
    tried = driver.run("restore-backup", "--dry-run", path)
    driver.case("a try says what is in both", tried.returncode == 0 and "2 contributions" in tried.stdout and
                "3 contributions" in tried.stdout, tried)
    driver.case("and changes nothing", len(titles(driver)) == 3 and len(backups(driver)) == 1)
    result = driver.run("restore-backup", os.path.basename(path))
    lines = result.stdout.splitlines()
    driver.case("the date and the counts come first", result.returncode == 0 and
                lines[0].startswith("Backup of 20") and "2 contributions" in lines[0] and
                "3 contributions" in lines[1], result)
    driver.case("the journal is what it was", titles(driver) == ["First", "Second"])
    kept = lines[2].rsplit(": ", 1)[1]
    driver.case("what was replaced is a backup", kept in [entry["file"] for entry in backups(driver)])
    result = driver.run("restore-backup", kept)
    driver.case("and can be had back", titles(driver) == ["First", "Second", "Third"], result)
    driver.case("the journal is healthy", driver.run("check").returncode == 0)


def test_bad_ones(driver):
    path = backups(driver)[-1]["file"]
    bad = os.path.join(driver.home, "bad.db")
    shutil.copy(path, bad)
    with open(bad, "r+b") as file:
        file.truncate(os.path.getsize(bad) // 2)
    driver.refused("half a backup is refused", 1, ["restore-backup", bad], "cannot be restored")
    driver.refused("a folder is no backup", 1, ["restore-backup", driver.home], "cannot be restored")
    driver.refused("nothing is no backup", 1, ["restore-backup", "/nowhere/at/all"], "cannot be restored")
    with open(path, "r+b") as file:
        file.seek(os.path.getsize(path) - 10)
        file.write(b"\x55")
    driver.refused("one that is not as it was is refused", 1, ["restore-backup", path], "not as it was")
    newer = os.path.join(driver.home, "newer.db")
    driver.run("backup", newer)
    with sqlite3.connect(newer) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    driver.refused("one of a newer release is refused", 1, ["restore-backup", newer], "99")
    driver.case("the journal is as it was", titles(driver) == ["First", "Second", "Third"])


def test_damaged_journal(driver):
    path = backups(driver)[0]["file"]
    with open(driver.journal, "r+b") as file:
        file.write(b"damaged damaged damaged")
    result = driver.run("restore-backup", path)
    driver.case("a damaged journal is put aside", result.returncode == 0 and "put aside" in result.stdout, result)
    aside = [name for name in os.listdir(os.path.dirname(driver.journal)) if ".corrupt-" in name]
    driver.case("and kept", any(name.endswith("Z") for name in aside), aside)
    driver.case("the backup takes its place", titles(driver) == ["First", "Second"] and
                driver.run("check").returncode == 0)


def test_older_version(driver):
    """What a migration keeps is a backup like the others."""
    folder = os.path.join(driver.home, "old")
    os.mkdir(folder)
    journal = os.path.join(folder, "journal.db")
    database = sqlite3.connect(journal)
    database.executescript((SQL / "0001-journal.sql").read_text(encoding="utf-8") +
                           f"PRAGMA application_id = {0x4d535031}; PRAGMA user_version = 1;")
    database.close()
    older = os.path.join(driver.home, "older.db")
    shutil.copy(journal, older)
    identifier = driver.run("add", "--journal", journal, "--type", "Blog", "Migrated").stdout
    copy = os.path.join(folder, "backups", "journal.db.version-1")
    driver.case("a migration keeps the older version", identifier and os.path.isfile(copy) and healthy(copy) and
                os.stat(copy).st_mode & 0o777 == 0o600)
    driver.case("whole, under its name alone", os.listdir(os.path.join(folder, "backups")) ==
                ["journal.db.version-1"])
    with open(older, "rb") as file:
        before = file.read()
    result = driver.run("restore-backup", "--journal", journal, older)
    with open(older, "rb") as file:
        driver.case("an older backup stays as it is", file.read() == before)
    driver.case("and is brought up to date in the journal", result.returncode == 0 and
                json.loads(driver.run("list", "--journal", journal, "--format", "json").stdout) == [], result)


main(test_nothing_there, test_made, test_restored, test_bad_ones, test_damaged_journal,
     test_older_version)
