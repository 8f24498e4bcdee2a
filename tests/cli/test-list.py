#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What list finds, in which order and form, beside a second opinion. TAP: test-list.py PROGRAM"""
import csv
import datetime
import io
import itertools
import json
import re

from driver import main

# interface.md, "An entry in JSON", for a portal figure and an own one
MEMBERS = ["id", "title", "description", "privateDescription", "date", "dateEnd", "url", "activityTypeName",
           "technologyFocusArea", "additionalTechnologyAreas", "targetAudience", "role", "quantity", "reach",
           "numberOfViews", "isPrivate", "isHighImpact", "status", "inPortal", "tags", "metrics", "notes",
           "links", "attachments", "created", "modified"]
EMPTY = {"description": "", "privateDescription": "", "dateEnd": None, "url": "", "technologyFocusArea": "",
         "additionalTechnologyAreas": [], "targetAudience": [], "role": "", "quantity": 1, "reach": 0,
         "isPrivate": False, "isHighImpact": False, "status": "done", "inPortal": None, "tags": [],
         "metrics": {}, "notes": "", "links": [], "attachments": []}
entries = []


def fill(driver):
    areas, tags = ["Azure", "Security", ""], ["bicep", "Données", None]
    for i in range(24):
        day = datetime.date(2026, 3, 1) + datetime.timedelta(days=11 * i)
        options = ["--date", str(day)]
        options += ["--area", areas[i % 3]] if areas[i % 3] else []
        options += ["--additional-area", "Azure"] if i % 7 == 0 else []
        options += ["--tag", tags[i % 3]] if tags[i % 3] else []
        options += ["--type", ["Blog", "Speaker/Presenter at Third-party Event", "Article"][i % 3]]
        options += ["--status", "planned"] if i % 5 == 0 else []
        options += [f"--in-portal={day}"] if i % 4 == 0 else []
        options += ["--high-impact"] if i % 6 == 0 else []
        options += ["--private"] if i % 8 == 0 else []
        options += ["--url", f"https://example.org/{i}"] if i % 2 == 0 else []
        options += ["--link", f"https://example.org/more/{i}"] if i % 9 == 0 else []
        options += ["--reach", f"numberOfViews={(i * 7919) % 100}"] if i % 3 != 1 else []
        options += ["--reach", f"stars={i}"] if i % 10 == 0 else []
        # the figures are as old as the entry
        driver.add(f"Été {chr(ord('z') - i)} landing {i}", *options, env={"MS_PROGRAMS_TODAY": str(day)})
    entries.extend(driver.data("list"))
    driver.case("24 entries", len(entries) == 24)


def found(driver, *options):
    result = driver.run("list", *options, "--format", "json")
    return [entry["id"] for entry in json.loads(result.stdout)] if result.returncode == 0 else result


def has_figure_since(entry, day):
    """figures were recorded on the entry's day"""
    return ("numberOfViews" in entry or entry["metrics"]) and entry["date"] >= day


def test_filters(driver):
    filters = [
        (["--search", "landing"], lambda e: True),
        (["--search", "ETE"], lambda e: True),
        (["--search", "landing 1"], lambda e: re.search(r"\b1", e["title"] + " " + e["url"] + str(e["links"]))),
        (["--from", "2026-06-01"], lambda e: e["date"] >= "2026-06-01"),
        (["--to", "2026-06-01"], lambda e: e["date"] <= "2026-06-01"),
        (["--to", "today"], lambda e: e["date"] <= "2026-11-23"),
        (["--cycle", "2025"], lambda e: e["date"] <= "2026-03-31"),
        (["--cycle", "2026"], lambda e: e["date"] >= "2026-04-01"),
        (["--type", "article"], lambda e: e["activityTypeName"] == "Article"),
        (["--type", "article", "--type", "BLOG"], lambda e: e["activityTypeName"] in ("Article", "Blog")),
        (["--area", "azure"], lambda e: "Azure" in [e["technologyFocusArea"]] + e["additionalTechnologyAreas"]),
        (["--area", "Security", "--area", "none"], lambda e: e["technologyFocusArea"] == "Security"),
        (["--tag", "BICEP"], lambda e: "bicep" in e["tags"]),
        (["--tag", "donnees", "--tag", "bicep"], lambda e: e["tags"]),
        (["--status", "planned"], lambda e: e["status"] == "planned"),
        (["--status", "done"], lambda e: e["status"] == "done"),
        (["--status", "any"], lambda e: True),
        (["--gate", "speaking"], lambda e: e["activityTypeName"].startswith("Speaker")),
        (["--in-portal"], lambda e: e["inPortal"]),
        (["--not-in-portal"], lambda e: not e["inPortal"]),
        (["--high-impact"], lambda e: e["isHighImpact"]),
        (["--not-high-impact"], lambda e: not e["isHighImpact"]),
        (["--private"], lambda e: e["isPrivate"]),
        (["--public"], lambda e: not e["isPrivate"]),
        (["--with-link"], lambda e: e["url"] or e["links"]),
        (["--without-link"], lambda e: not e["url"] and not e["links"]),
        (["--with-reach"], lambda e: e["reach"] > 0),
        (["--without-reach"], lambda e: e["reach"] == 0),
        (["--figures-before", "2026-07-01"], lambda e: not has_figure_since(e, "2026-07-01")),
        (["--older-figures", "30"], lambda e: not has_figure_since(e, "2026-10-24")),
        (["--older-figures", "30", "--figures-before", "2026-07-01"],
         lambda e: not has_figure_since(e, "2026-07-01")),
        (["--id", entries[3]["id"], "--id", entries[5]["id"][:13]], lambda e: e in (entries[3], entries[5])),
        (["--trash"], lambda e: False),
    ]
    for options, holds in filters:
        expected = [entry["id"] for entry in entries if holds(entry)]
        answer = found(driver, *options)
        driver.case("list " + " ".join(options)[:60], answer == expected, answer, expected)
    for (first, holds), (second, holds_too) in itertools.combinations(filters[3::3], 2):
        if {option for option in first if option[0] == "-"} & {option for option in second if option[0] == "-"}:
            continue
        expected = [entry["id"] for entry in entries if holds(entry) and holds_too(entry)]
        if (answer := found(driver, *first, *second)) != expected:
            driver.case(" ".join(first + second), False, answer, expected)
    driver.case("two filters at a time", True)


def test_order(driver):
    keys = {"date": lambda e: e["date"], "title": lambda e: e["title"].casefold(),
            "type": lambda e: e["activityTypeName"].casefold(), "area": lambda e: e["technologyFocusArea"].casefold(),
            "reach": lambda e: e["reach"]}
    for name, key in keys.items():
        # entries come newest first, and a sort that is stable keeps that among equals
        expected = [e["id"] for e in sorted(entries, key=key, reverse=name in ("date", "reach"))]
        if name == "reach":
            expected = [e["id"] for e in sorted(entries, key=lambda e: -e["reach"])]
        answer = found(driver, "--sort", name)
        driver.case(f"--sort {name}", answer == expected, answer, expected)
        driver.case(f"--sort {name} --reverse", found(driver, "--sort", name, "--reverse") == answer[::-1])
        driver.case(f"--sort {name} --limit", found(driver, "--sort", name, "--limit", "5") == answer[:5])
    driver.case("--limit above all", len(found(driver, "--limit", "2147483647")) == 24)
    driver.case("--search with an order of its own",
                found(driver, "--search", "landing", "--sort", "title", "--limit", "3") ==
                found(driver, "--sort", "title", "--limit", "3"))


def test_wrong(driver):
    for options, word in (
            (["--sort", "color"], "--sort"), (["--limit", "0"], "--limit"), (["--limit", "x"], "--limit"),
            (["--gate", "x"], "--gate"), (["--from", "x"], "--from"), (["--to", "2026-02-30"], "--to"),
            (["--older-figures", "-1"], "--older-figures"), (["--older-figures", "soon"], "--older-figures"),
            (["--figures-before", "x"], "--figures-before"), (["--private", "--public"], "opposite"),
            (["--high-impact", "--not-high-impact"], "opposite"), (["--in-portal", "--not-in-portal"], "opposite"),
            (["--with-link", "--without-link"], "opposite"), (["--with-reach", "--without-reach"], "opposite"),
            (["--format", "xml"], "--format"), (["--status", "x"], "--status"), (["word"], "word"),
            (["--search", "a\udcffb"], "UTF-8"), (["--tag", "\udcff"], "UTF-8")):
        driver.refused("refused: " + ascii(" ".join(options)), 2, ["list", *options], word)
    driver.refused("an id that nothing has", 1, ["list", "--id", "00000000"], "00000000")


def test_search(driver):
    for typed in ('"', '""', "'", "*", "landing*", "(", "a AND", "NOT", "OR OR", "NEAR(a b)", "a:b", "title:x", "-",
                  "--", "^x", "{a b} : c", "%_", "\\", ";drop table contribution", "\x1b[31m", "\u202e",
                  " ", "\n\t", "!!!???", "漢字", "🎉", "e\u0301", "x" * 10000, "x " * 5000, '"' * 10000, "a" * 100000):
        result = driver.run("list", "--search=" + typed, "--format", "json")
        driver.case(f"search of {ascii(typed[:20])}, {len(typed)} long", result.returncode == 0 and
                    result.stderr == "" and isinstance(json.loads(result.stdout), list), result)
    driver.case("operators are words", len(found(driver, "--search", "landing OR nothing")) == 0 and
                len(found(driver, "--search", '"landing" *')) == 24)


def test_json(driver):
    identifier = driver.add("Shape", "--reach", "numberOfViews=3", "--reach", "stars=12", "--tag", "bicep",
                            "--date", "2026-11-21", "--in-portal=2026-11-22", "--audience", "Developer")
    listed = driver.run("list", "--search", "Shape", "--format", "json").stdout
    shown = driver.run("show", identifier, "--format", "json").stdout
    entry = json.loads(shown)
    driver.case("members, in their order", list(entry) == MEMBERS, list(entry))
    driver.case("list and show say the same", json.loads(listed) == [entry])
    driver.case("a line of its own each", re.fullmatch(r'\[\n\{"id": "[^\n]*"\}\n\]\n', listed), listed)
    driver.case("what is given", (entry["inPortal"], entry["metrics"], entry["targetAudience"]) ==
                ("2026-11-22", {"stars": 12}, ["Developer"]))
    bare = driver.show(driver.add("Bare"))
    driver.case("what is not given", {name: bare[name] for name in EMPTY} == EMPTY and
                "numberOfViews" not in bare and "microsoftEvent" not in bare, bare)
    driver.case("times are UTC", all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", bare[name])
                                     for name in ("created", "modified")))
    driver.case("nothing found is an empty list", driver.data("list", "--search", "nowhere") == [])
    for locale in ("C", "POSIX"):
        driver.case(f"the same in the locale {locale}", driver.run(
            "list", "--format", "json", env={"LC_ALL": locale}).stdout == driver.run("list", "--format", "json").stdout)


def test_csv(driver):
    text = driver.run("list", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    listed = driver.data("list")
    header = text.split("\r\n")[0].split(",")
    expected = MEMBERS[:14] + ["numberOfViews", "subscriberBase", "copiesSold", "numberOfSessions",
                               "liveStreamViews", "onDemandViews", "inPersonAttendees", "isPrivate", "isHighImpact",
                               "status", "inPortal", "microsoftEvent", "microsoftEventOther", "tags", "metric:stars",
                               "notes", "links", "created", "modified"]
    driver.case("columns", header == expected, header)
    driver.case("a row each", [row["id"] for row in rows] == [entry["id"] for entry in listed])
    driver.case("the same figures", all(
        row["metric:stars"] == str(entry["metrics"].get("stars", "")) and row["reach"] == str(entry["reach"]) and
        row["numberOfViews"] == str(entry.get("numberOfViews", "")) for row, entry in zip(rows, listed)))
    driver.case("lists, marks and days", all(
        row["tags"] == ";".join(entry["tags"]) and row["isPrivate"] == json.dumps(entry["isPrivate"]) and
        row["inPortal"] == (entry["inPortal"] or "") for row, entry in zip(rows, listed)))
    only = driver.run("list", "--format", "csv", "--type", "article", "--search", "landing").stdout
    driver.case("columns of what is listed only", "metric:" in only.split("\r\n")[0])
    none = driver.run("list", "--format", "csv", "--search", "nowhere").stdout
    driver.case("a header for nothing", none.count("\r\n") == 1 and "metric:" not in none, none)
    for formula in ("=1+1", "+1", "-1", "@x", "  =1", "'=1", "＝1"):
        identifier = driver.add(formula or "x", "--notes", formula)
        row = next(csv.DictReader(io.StringIO(driver.run("list", "--id", identifier, "--format", "csv").stdout)))
        driver.case(f"the formula {ascii(formula)} stays text", row["title"] == "'" + formula.strip(), row["title"])
        driver.run("delete", identifier)


def test_controls(driver):
    """what a file may hold, whoever wrote it"""
    evil = "a\x1b[31mred\x07\nb\u202ec\u2066d\x9be\x7f"
    identifier = driver.add("Evil")
    driver.change_file("UPDATE contribution SET title = ?, type = ?, notes = ? WHERE uuid = ?", evil, evil, evil, identifier)
    driver.change_file("UPDATE figure SET name = ? WHERE contribution = (SELECT id FROM contribution WHERE uuid = ?)",
                       evil, identifier)
    shown = r"a\x1b[31mred\x07\x0ab\u202ec\u2066d\x9be\x7f"
    line = driver.run("list", "--id", identifier).stdout
    driver.case("list shows controls", shown in line and line.count("\n") == 1, line)
    page = driver.run("show", identifier).stdout
    driver.case("show shows controls", shown in page and not set(evil) & set("\x1b\x07\u202e\u2066\x9b\x7f") & set(page), page)
    figures = driver.run("stats").stdout
    driver.case("stats show controls", shown in figures, figures)
    text = driver.run("list", "--id", identifier, "--format", "json").stdout
    driver.case("JSON escapes controls", json.loads(text)[0]["title"] == evil and
                not set(text) & set("\x1b\x07\u202e\u2066\x9b\x7f"), text)
    driver.run("delete", identifier)
    line = driver.run("trash").stdout
    driver.case("trash shows controls", shown in line, line)
    driver.refused("an error shows controls", 1, ["show", "\x1b[31mabcdefgh"], r"\x1b[31mabcdefgh")
    driver.case("ids alone", driver.run("list", "--format", "ids").stdout.split() ==
                [entry["id"] for entry in driver.data("list")])
    lines = driver.run("list").stdout.splitlines()
    driver.case("a line begins with an id", [line[:8] for line in lines] ==
                [entry["id"][:8] for entry in driver.data("list")])


main(fill, test_filters, test_order, test_wrong, test_search, test_json, test_csv, test_controls)
