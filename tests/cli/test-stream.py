#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long lists are written while they are read. TAP: test-stream.py PROGRAM GENERATE"""
import csv
import json
import os
import subprocess
import sys

from driver import main

ENTRIES = 20000
# a list of all entries in memory would take about 25 MiB
MOST_KIB = 10 * 1024
FORMATS = ("text", "json", "csv", "ids")
# AddressSanitizer keeps what was freed, so memory would grow with all that was ever held
LITTLE_KEPT = "quarantine_size_mb=1"


def path(driver, count):
    return f"{driver.home}/{count}.db"


def generate(driver):
    for count in (1, ENTRIES):
        subprocess.run([sys.argv[2], path(driver, count), str(count)], env=driver.env, check=True,
                       stdout=subprocess.DEVNULL)


def peak(driver, count, *options):
    """KiB of memory that the program took"""
    env = {**driver.env, "ASAN_OPTIONS": ":".join(filter(None, [os.environ.get("ASAN_OPTIONS"), LITTLE_KEPT]))}
    with subprocess.Popen([driver.program, "--journal", path(driver, count), "list", *options], env=env,
                          stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss if process.returncode == 0 else sys.maxsize


def test_memory(driver):
    for options in [["--format", name] for name in FORMATS] + [
            ["--format", "json", "--sort", "title"], ["--format", "json", "--search", "the"]]:
        one, many = peak(driver, 1, *options), peak(driver, ENTRIES, *options)
        driver.case(f"list {' '.join(options)} takes no more memory for many", many - one < MOST_KIB, one, many)


def test_whole(driver):
    journal = ["--journal", path(driver, ENTRIES)]
    entries = json.loads(driver.run(*journal, "list", "--format", "json").stdout)
    ids = [entry["id"] for entry in entries]
    driver.case("JSON is whole", len(set(ids)) == ENTRIES and
                [entry["date"] for entry in entries] == sorted((e["date"] for e in entries), reverse=True))
    lines = driver.run(*journal, "list").stdout.splitlines()
    driver.case("text is whole", [line[:8] for line in lines] == [i[:8] for i in ids])
    rows = list(csv.DictReader(driver.run(*journal, "list", "--format", "csv").stdout.splitlines(keepends=True)))
    driver.case("CSV is whole", [row["id"] for row in rows] == ids and
                all(row["title"].lstrip("'") == entry["title"].lstrip("'") and row["reach"] == str(entry["reach"])
                    for row, entry in zip(rows, entries)))


def test_closed_pipe(driver):
    for name in FORMATS:
        for count in (1, ENTRIES):
            with subprocess.Popen([driver.program, "--journal", path(driver, count), "list", "--format", name],
                                  env=driver.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
                os.read(process.stdout.fileno(), 1)
                process.stdout.close()
                said = process.stderr.read()
            driver.case(f"{name}: a reader that leaves a list of {count}", process.returncode == 0 and said == b"",
                        process.returncode, said)
    result = subprocess.run(["bash", "-o", "pipefail", "-c", '"$0" --journal "$1" list | head -1', driver.program,
                             path(driver, ENTRIES)], env=driver.env, capture_output=True, check=False)
    driver.case("list | head -1", result.returncode == 0 and result.stderr == b"" and result.stdout.count(b"\n") == 1)


def test_full_disk(driver):
    for verb in (["list", "--format", name] for name in FORMATS):
        for count in (1, ENTRIES):
            with open("/dev/full", "wb") as full:
                result = subprocess.run([driver.program, "--journal", path(driver, count), *verb], env=driver.env,
                                        stdout=full, stderr=subprocess.PIPE, check=False)
            driver.case(f"{verb[2]}: a full disk under a list of {count}", result.returncode == 1 and
                        result.stderr == b"ms-programs: the output could not be written\n", result)
    closed = subprocess.run([driver.program, "--journal", path(driver, 1), "list"], env=driver.env, check=False,
                            stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
    driver.case("no standard output at all", closed.returncode == 1 and closed.stderr.startswith(b"ms-programs: "), closed)


def test_bulk(driver):
    journal = ["--journal", path(driver, ENTRIES)]
    chosen = driver.run(*journal, "list", "--format", "ids", "--limit", "3000").stdout
    result = driver.run(*journal, "edit", "-", "--add-tag", "bulk", text=chosen)
    tagged = driver.run(*journal, "list", "--tag", "bulk", "--format", "ids").stdout
    driver.case("3,000 entries get a tag", result.returncode == 0 and tagged == chosen, result)
    driver.case("check is healthy", driver.run(*journal, "check").returncode == 0)


main(generate, test_memory, test_whole, test_closed_pipe, test_full_disk, test_bulk)
