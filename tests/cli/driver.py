# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the commands share: a home of their own, the program in it, and TAP."""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

TODAY = "2026-11-23"


class Driver:
    def __init__(self, home):
        self.program = sys.argv[1]
        self.home = home
        self.journal = home + "/data/ms-programs/journal.db"
        self.cases = []
        self.env = {**os.environ, "HOME": home, "XDG_DATA_HOME": home + "/data", "MS_PROGRAMS_TODAY": TODAY}
        self.env.pop("MS_PROGRAMS_JOURNAL", None)

    def run(self, *arguments, text=None, env=None):
        """the finished program; its output may be anything, so it is decoded by force"""
        result = subprocess.run([self.program, *arguments], capture_output=True, timeout=120, check=False,
                                input=os.fsencode(text) if text is not None else None,
                                env={**self.env, **(env or {})})
        # not the text mode of subprocess, which takes CRLF for LF
        result.stdout, result.stderr = (os.fsdecode(output) for output in (result.stdout, result.stderr))
        return result

    def data(self, *arguments, **more):
        return json.loads(self.run(*arguments, "--format", "json", **more).stdout)

    def add(self, title, *options, env=None):
        result = self.run("add", "--type", "Blog", *options, "--", title, env=env)
        assert result.returncode == 0, result.stderr
        return result.stdout.strip()

    def show(self, identifier):
        return self.data("show", identifier)

    def case(self, name, good, *details):
        self.cases.append(bool(good))
        print(f"{'ok' if good else 'not ok'} {len(self.cases)} - {name}", flush=True)
        if not good:
            for detail in details:
                print("#", ascii(detail)[:2000])

    def refused(self, name, status, arguments, *words, text=None):
        """one line on standard error with all the words, nothing on standard output"""
        result = self.run(*arguments, text=text)
        self.case(name, result.returncode == status and result.stdout == "" and
                  result.stderr.startswith("ms-programs: ") and result.stderr.count("\n") == 1 and
                  all(word in result.stderr for word in words), result)

    def change_file(self, sql, *values):
        """as something else than the program would"""
        connection = sqlite3.connect(self.journal)
        with connection:
            connection.execute(sql, values)
        connection.close()


def main(*tests):
    with tempfile.TemporaryDirectory() as home:
        driver = Driver(home)
        for test in tests:
            test(driver)
    print(f"1..{len(driver.cases)}")
    sys.exit(not all(driver.cases))
