#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program's commands in a home of their own. TAP: test-cli.py PROGRAM"""
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
KINDS = ["content", "speaking", "organising", "user-group", "online-support", "open-source",
         "mentoring", "product-feedback"]
cases = []


def run(*arguments, text=None):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, input=text,
                          env=ENV, timeout=60, check=False)


def case(name, good):
    cases.append(good)
    print(f"{'ok' if good else 'not ok'} {len(cases)} - {name}", flush=True)


def data(*arguments, text=None):
    return json.loads(run(*arguments, text=text).stdout)


def verdicts(answers):
    result = data("eligibility", "--no-journal", "--answers", "-", "--format", "json",
                  text=json.dumps({"answers": answers}))
    return [program["verdict"] for program in result["programs"]]


def kleene(closed, required):
    """None is unknown"""
    if False in closed:
        return "excluded"
    if False in required:
        return "not-yet"
    return "incomplete" if None in closed + required else "ready"


def expected(a):
    """section 11 of the facts, said a second time"""
    def test(name, check):
        return check(a[name]) if name in a else None
    free = test("employed_by_microsoft", lambda v: not v)
    mlsa = kleene([free, test("student", lambda v: v != "no")],
                  [test("student", lambda v: v == "full-time"), test("adult", bool),
                   test("recent_credential", bool)])
    mvp = kleene([free], [test("expertise_depth", lambda v: v == "deep"),
                          test("contribution_kinds", lambda v: len(v) > 0),
                          test("months_active", lambda v: v >= 6), test("code_of_conduct", bool)])
    rd = kleene([free], [test("expertise_breadth", lambda v: v == "multi-vendor"),
                         test("leadership", lambda v: v in ("organises", "leads-leaders")),
                         test("speaking_level", lambda v: v in ("national", "keynote")),
                         test("advisory_level", lambda v: v in ("company", "industry")),
                         test("business_results", bool)])
    return [mlsa, mvp, rd]


def random_answers(generator):
    choices = {"employed_by_microsoft": [True, False, False, False], "student": ["full-time", "part-time", "no"],
               "adult": [True, False], "recent_credential": [True, False],
               "expertise_depth": ["working", "deep", "deep"], "months_active": list(range(13)),
               "expertise_breadth": ["one-product", "multi-vendor", "multi-vendor"],
               "leadership": ["none", "helps", "organises", "leads-leaders"],
               "speaking_level": ["local", "national", "keynote"], "business_results": [True, True, False],
               "advisory_level": ["team", "company", "industry"], "code_of_conduct": [True, True, False]}
    answers = {name: generator.choice(values) for name, values in choices.items()
               if generator.random() < 0.85}
    if generator.random() < 0.85:
        answers["contribution_kinds"] = generator.sample(KINDS, generator.randrange(0, 5))
    return answers


def test_eligibility():
    wrong = []
    for student, adult, credential, employed in itertools.product(
            ("full-time", "part-time", "no", None), (True, False, None), (True, False, None),
            (True, False, None)):
        answers = {"student": student, "adult": adult, "recent_credential": credential,
                   "employed_by_microsoft": employed}
        answers = {name: value for name, value in answers.items() if value is not None}
        if verdicts(answers) != expected(answers):
            wrong.append(answers)
    generator = random.Random(7)
    for _ in range(150):
        answers = random_answers(generator)
        if verdicts(answers) != expected(answers):
            wrong.append(answers)
    for answers in wrong[:3]:
        print("#", answers, verdicts(answers), expected(answers))
    case("verdicts follow the facts for 258 sets of answers", not wrong)
    bad = run("eligibility", "--answers", "-", text='{"answers": {"student": "maybe"}}')
    case("a wrong answer is named", bad.returncode == 2 and "student" in bad.stderr)


def test_entries():
    added = run("add", "Q&A <b>é 漢", "--type", "blog/website post", "--date", "2026-11-21",
                "--reach", "numberOfViews=3412", "--reach", "stars=12", "--tag", "bicep")
    identifier = added.stdout.strip()
    case("add prints the id", added.returncode == 0 and len(identifier) == 36)
    entry = data("show", identifier[:8], "--format", "json")
    case("the entry comes back", (entry["title"], entry["activityTypeName"], entry["reach"], entry["metrics"]) ==
         ("Q&A <b>é 漢", "Blog", 3412, {"stars": 12}))
    case("edit changes it", run("edit", identifier, "--title", "New", "--no-tag").returncode == 0 and
         data("show", identifier, "--format", "json")["tags"] == [])
    case("delete and restore", run("delete", identifier).returncode == 0 and
         data("list", "--format", "json") == [] and run("restore", identifier).returncode == 0 and
         len(data("list", "--format", "json")) == 1)
    case("stats count it", data("stats", "--format", "json")["entries"] == 1)
    case("check is healthy", run("check").returncode == 0)


def test_wrong_lines():
    lines = [["add", "T"], ["add", "", "--type", "Blog"], ["add", "x" * 101, "--type", "Blog"],
             ["add", "T", "--type", "Blog", "--date", "2026-02-30"], ["add", "T", "--type", "Blog", "--quantity", "-1"],
             ["list", "--sort", "color"], ["list", "--format", "xml"], ["show"], ["edit", "12345678"],
             ["nonsense"], ["compare", "mcse"], ["deadlines", "--today", "tomorrow"], ["list", "--cycle", "x"]]
    for line in lines:
        result = run(*line)
        case(f"refused: {' '.join(line)[:40]}", result.returncode == 2 and
             result.stderr.count("\n") == 1 and result.stderr.startswith("ms-programs: "))
    case("nothing was written", not os.path.exists(JOURNAL))
    case("reading makes no journal", run("list").returncode == 0 and not os.path.exists(JOURNAL))


def test_deadlines():
    days = [(d["id"], d["days_left"]) for d in
            data("deadlines", "--today", "2026-11-23", "--format", "json")["deadlines"]]
    case("128 and 220 days", days == [("window_end", 128), ("record_by", 128), ("announce_on", 220)])
    later = data("deadlines", "--today", "2027-05-01", "--format", "json")["deadlines"]
    case("the next of each kind", [(d["id"], d["date"], d["cycle"]) for d in later] == [
        ("announce_on", "2027-07-01", 2026), ("window_end", "2028-03-31", 2027), ("record_by", "2028-03-31", 2027)])
    case("a calendar", "BEGIN:VALARM" in run("deadlines", "--format", "ics").stdout)


with tempfile.TemporaryDirectory() as home:
    ENV = {**os.environ, "HOME": home, "XDG_DATA_HOME": home + "/data", "MS_PROGRAMS_TODAY": "2026-11-23"}
    ENV.pop("MS_PROGRAMS_JOURNAL", None)
    JOURNAL = home + "/data/ms-programs/journal.db"
    for test in (test_wrong_lines, test_deadlines, test_eligibility, test_entries):
        test()
print(f"1..{len(cases)}")
sys.exit(not all(cases))
