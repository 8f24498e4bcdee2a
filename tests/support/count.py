#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what passed and failed in meson's logs, TAP cases one by one; a log that is missing fails."""
import json
import re
import sys

passed = failed = 0
for path in sys.argv[1:]:
    try:
        with open(path, encoding="utf-8") as log:
            runs = [json.loads(line) for line in log if line.strip()]
    except OSError:
        runs = []
    if not runs:
        print(f"no test ran: {path}")
        failed += 1
    for run in runs:
        cases = re.findall(r"^(ok|not ok)\b", run.get("stdout", ""), re.MULTILINE)
        good = cases.count("ok")
        bad = cases.count("not ok")
        if run["result"] in ("OK", "EXPECTEDFAIL"):
            passed += max(good, 1)
        else:
            passed += good
            failed += max(bad, 1)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
