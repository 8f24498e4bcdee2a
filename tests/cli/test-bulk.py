#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes of one entry and of many, and the trash. TAP: test-bulk.py PROGRAM"""
import os

from driver import main


def everything(driver):
    return driver.data("list") + driver.data("list", "--trash")


def test_fields(driver):
    """each field: how it is given, what it is then, how it is cleared"""
    identifier = driver.add("Fields", "--date", "2026-11-01")
    for options, member, value, cleared, nothing in (
            (["--end-date", "2026-11-02"], "dateEnd", "2026-11-02", "--no-end-date", None),
            (["--url", "https://example.org/"], "url", "https://example.org/", "--no-url", ""),
            (["--description", "a\nb"], "description", "a\nb", "--no-description", ""),
            (["--private-description", "p"], "privateDescription", "p", "--no-private-description", ""),
            (["--area", "Azure"], "technologyFocusArea", "Azure", "--no-area", ""),
            (["--additional-area", "A", "--additional-area", "B"], "additionalTechnologyAreas", ["A", "B"],
             "--no-additional-area", []),
            (["--audience", "Developer"], "targetAudience", ["Developer"], "--no-audience", []),
            (["--role", "Author"], "role", "Author", "--no-role", ""),
            (["--quantity", "3"], "quantity", 3, "--no-quantity", 1),
            (["--reach", "stars=4", "--reach", "forks=2"], "metrics", {"forks": 2, "stars": 4}, "--no-reach", {}),
            (["--tag", "a", "--tag", "b"], "tags", ["a", "b"], "--no-tag", []),
            (["--link", "https://example.org/2"], "links", ["https://example.org/2"], "--no-link", []),
            (["--private"], "isPrivate", True, "--no-private", False),
            (["--high-impact"], "isHighImpact", True, "--no-high-impact", False),
            (["--in-portal"], "inPortal", "2026-11-23", "--in-portal=no", None),
            (["--in-portal=2026-11-09"], "inPortal", "2026-11-09", "--no-in-portal", None),
            (["--in-portal=yesterday"], "inPortal", "2026-11-22", "--no-in-portal", None),
            (["--in-portal=yes"], "inPortal", "2026-11-23", "--no-in-portal", None),
            (["--notes", "n"], "notes", "n", "--no-notes", "")):
        given = driver.run("edit", identifier, *options)
        entry = driver.show(identifier)
        driver.case("edit " + ascii(" ".join(options)), given.returncode == 0 and given.stdout == "" and
                    entry[member] == value, given, entry[member])
        driver.case("edit " + cleared, driver.run("edit", identifier, cleared).returncode == 0 and
                    driver.show(identifier)[member] == nothing)
    for option in ("--microsoft-event", "--microsoft-event-other"):
        member = "microsoftEvent" + ("Other" if "other" in option else "")
        driver.run("edit", identifier, option, "Ignite")
        driver.case("edit " + option, driver.show(identifier)[member] == "Ignite" and
                    driver.run("edit", identifier, "--no" + option[1:]).returncode == 0 and
                    member not in driver.show(identifier))
    driver.run("edit", identifier, "--title", "New", "--date", "2026-10-01", "--type", "Article", "--status", "planned")
    entry = driver.show(identifier)
    driver.case("what every entry has", (entry["title"], entry["date"], entry["activityTypeName"], entry["status"]) ==
                ("New", "2026-10-01", "Article", "planned"))
    for field in ("title", "date", "type", "status"):
        driver.refused(f"--no-{field}", 2, ["edit", identifier, f"--no-{field}"], f"--no-{field}")
    driver.refused("--no-nonsense", 2, ["edit", identifier, "--no-nonsense"], "--no-nonsense")
    driver.refused("--in-portal=soon", 2, ["edit", identifier, "--in-portal=soon"], "--in-portal")
    driver.run("edit", identifier, "--reach", "STARS=1", "--reach", "numberofviews=7", "--reach", "x=1")
    driver.run("edit", identifier, "--no-reach=NUMBEROFVIEWS", "--no-reach=x")
    entry = driver.show(identifier)
    driver.case("--no-reach=NAME takes one figure", entry["metrics"] == {"STARS": 1} and "numberOfViews" not in entry)


def test_many(driver):
    ids = [driver.add(f"Many {i}", "--tag", "old", "--date", f"2026-11-{i + 1:02}") for i in range(5)]
    result = driver.run("edit", *ids, "--add-tag", "New", "--add-tag", "OLD", "--high-impact")
    driver.case("a tag is added to all", result.returncode == 0 and
                all(driver.show(i)["tags"] == ["old", "New"] and driver.show(i)["isHighImpact"] for i in ids))
    driver.run("edit", *ids, "--remove-tag", "ÖLD", "--add-tag", "x")
    driver.case("a tag is taken off, whatever its case", driver.show(ids[0])["tags"] == ["New", "x"])
    driver.run("edit", ids[0], "--tag", "only", "--add-tag", "more")
    driver.case("--tag takes the place of all, --add-tag comes after",
                driver.show(ids[0])["tags"] == ["only", "more"] and driver.show(ids[1])["tags"] == ["New", "x"])
    before = {i: driver.show(i)["modified"] for i in ids}
    driver.run("edit", *ids, "--add-tag", "x")
    driver.case("what is so already is not written", [driver.show(i)["modified"] == before[i] for i in ids] ==
                [False, True, True, True, True])
    return ids


def test_all_or_none(driver):
    ids = [entry["id"] for entry in driver.data("list", "--search", "Many")]
    before = everything(driver)
    driver.refused("an unknown id", 1, ["edit", *ids, "ffffffff-ffff", "--notes", "x"], "ffffffff-ffff")
    driver.refused("a short id", 1, ["edit", *ids, "abc", "--notes", "x"], "abc", "8 characters")
    result = driver.run("edit", *ids, "--end-date", "2026-11-03")
    lines = result.stderr.splitlines()
    driver.case("each entry that cannot be changed is said", result.returncode == 2 and len(lines) == 3 and
                [line.split(", ")[0] for line in lines[:2]] ==
                [f"ms-programs: {i[:8]}" for i in ids[:2]] and "Many 4" in lines[0] and "dateEnd" in lines[0], result)
    driver.refused("one entry that cannot be changed", 2, ["edit", ids[0], "--end-date", "2026-11-03"], "dateEnd")
    driver.refused("a wrong value", 2, ["edit", *ids, "--quantity", "x"], "--quantity")
    driver.refused("nothing to change", 2, ["edit", *ids], "nothing to change")
    driver.refused("delete: an unknown id", 1, ["delete", *ids, "ffffffff"], "ffffffff")
    driver.refused("restore: one is not in the trash", 1, ["restore", *ids], ids[0])
    driver.case("nothing was changed", everything(driver) == before)


def test_prefix(driver):
    first, second = driver.add("Twin"), driver.add("Twin too")
    twin = first[:9] + second[9:]
    driver.change_file("UPDATE contribution SET uuid = ? WHERE uuid = ?", twin, second)
    for verb in (["edit", "--notes", "x"], ["delete"], ["show"], ["duplicate"]):
        driver.refused(f"{verb[0]}: a prefix of two", 1, [verb[0], first[:8], *verb[1:]], first[:8])
    driver.case("more of it is enough", driver.run("edit", first[:12].upper(), "--notes", "x").returncode == 0 and
                driver.show(first)["notes"] == "x" and driver.show(twin)["notes"] == "")


def test_input(driver):
    ids = [entry["id"] for entry in driver.data("list", "--search", "Many")]
    lines = driver.run("list", "--search", "Many").stdout
    driver.case("list's lines are ids to edit", driver.run("edit", "-", "--notes", "one", text=lines).returncode == 0 and
                all(driver.show(i)["notes"] == "one" for i in ids))
    driver.run("edit", "-", ids[0], "--notes", "two", text="\n  \r\n" + "\r\n".join(ids[1:3]) + "\n" + ids[1])
    driver.case("blank lines, CRLF, no last line break, one id twice, an id beside them",
                [driver.show(i)["notes"] for i in ids] == ["two", "two", "two", "one", "one"])
    driver.case("no ids change nothing", driver.run("edit", "-", "--notes", "x", text="").returncode == 0 and
                driver.run("delete", "-", text="\n\n").returncode == 0 and driver.show(ids[0])["notes"] == "two")
    driver.case("no ids find nothing", driver.data("list", "--id", "-", text="\n") == [])
    for name, text in (("no text", "\0" * 100), ("a line without end", "x" * 100000), ("no UTF-8", "\udcff\n")):
        driver.refused(f"standard input with {name}", 2, ["delete", ids[0], "-"], "standard input, line 1", text=text)
    driver.refused("standard input with an unknown id", 1, ["delete", "-"], "ffffffff",
                   text=ids[0] + "\nffffffff\n")
    driver.case("nothing was deleted", driver.data("trash") == [])
    chosen = driver.run("list", "--search", "Many", "--format", "ids").stdout
    driver.case("delete and restore what list found", driver.run("delete", "-", text=chosen).returncode == 0 and
                {e["id"] for e in driver.data("trash")} == set(ids) and
                driver.run("restore", "-", text=chosen).returncode == 0 and driver.data("trash") == [] and
                {e["id"] for e in driver.data("list", "--id", "-", text=chosen)} == set(ids))


def test_unmodified(driver):
    identifier = driver.add("Guarded")
    time = driver.show(identifier)["modified"]
    line = ["edit", identifier, "--if-unmodified-since", time]
    driver.case("an entry as it was is changed", driver.run(*line, "--notes", "a").returncode == 0)
    now = driver.show(identifier)["modified"]
    driver.refused("one that was changed since is not", 1, [*line, "--notes", "b"], time, now, "Guarded")
    driver.refused("what is no time", 2, ["edit", identifier, "--if-unmodified-since", "soon", "--notes", "b"], "soon")
    driver.refused("two entries have no one time", 2, [*line, driver.add("Other"), "--notes", "b"], "one entry")
    driver.case("it was left as it is", driver.show(identifier)["notes"] == "a" and now != time)


def test_history(driver):
    identifier = driver.add("Past", "--reach", "numberOfViews=100", env={"MS_PROGRAMS_TODAY": "2026-09-01"})
    driver.run("edit", identifier, "--reach", "numberOfViews=250", "--reach", "stars=3", "--link", "https://example.org/2",
               "--quantity", "7", "--private", "--end-date", "2026-11-24")
    text = driver.run("show", identifier, "--history").stdout
    driver.case("show --history", "numberOfViews: 250 (recorded 2026-11-23)\n  2026-09-01  100\n  2026-11-23  250\n" in text, text)
    plain = driver.run("show", identifier).stdout
    driver.case("show", all(word in plain for word in ("https://example.org/2", "Quantity: 7", "Private: yes",
                                                     "High impact: no", "recorded 2026-11-23", "End date: ")) and
                "2026-09-01  100" not in plain, plain)
    entry = driver.data("show", identifier, "--history")
    driver.case("the history in JSON", entry["history"] == [
        {"name": "numberOfViews", "date": "2026-09-01", "value": 100},
        {"name": "numberOfViews", "date": "2026-11-23", "value": 250},
        {"name": "stars", "date": "2026-11-23", "value": 3}] and "history" not in driver.show(identifier), entry)
    bare = driver.add("No figures")
    driver.case("no history", driver.data("show", bare, "--history")["history"] == [])


def test_trash(driver):
    kept, gone = driver.add("Kept é"), driver.add("Gone")
    copy = driver.run("duplicate", gone, env={"MS_PROGRAMS_TODAY": "2026-11-23"}).stdout.strip()
    driver.case("duplicate prints the id of the copy", driver.show(copy)["title"] == "Gone" and copy != gone)
    driver.run("delete", gone, copy, kept)
    driver.change_file("UPDATE contribution SET deleted = '2026-11-01T23:59:59Z' WHERE uuid = ?", gone)
    lines = driver.run("trash", "--search", "gone").stdout.splitlines()
    line = next((line for line in lines if line.startswith(gone[:8])), "")
    driver.case("trash says when an entry leaves", len(lines) == 2 and
                line.endswith("deleted 2026-11-01, leaves 2026-12-02"), lines)
    driver.case("it is there on the last day", len(driver.run("trash", "--empty", "--search", "x").stderr) > 0 and
                driver.run("add", "x", "--type", "Blog", env={"MS_PROGRAMS_TODAY": "2026-12-01"}).returncode == 0 and
                driver.show(gone)["title"] == "Gone")
    driver.case("trash in JSON", {e["id"]: "deleted" in e for e in driver.data("trash")} ==
                {kept: True, gone: True, copy: True})
    driver.case("trash by title", driver.run("trash", "--sort", "title", "--format", "ids").stdout.split()[2] == kept)
    driver.case("several are restored", driver.run("restore", gone, copy).returncode == 0 and
                [e["id"] for e in driver.data("trash")] == [kept])
    driver.refused("--empty takes no filter", 2, ["trash", "--empty", "--search", "x"], "--empty")
    emptied = driver.run("trash", "--empty")
    driver.case("--empty says how many went", emptied.stdout == "1 contribution was removed for good.\n" and
                driver.data("trash") == [] and driver.run("show", kept).returncode == 1, emptied)
    driver.case("an empty trash", driver.run("trash", "--empty").stdout.startswith("0 contributions") and
                driver.run("trash").stdout == "")
    driver.run("delete", gone)
    driver.change_file("UPDATE contribution SET deleted = '2026-11-01T23:59:59Z' WHERE uuid = ?", gone)
    driver.run("add", "x", "--type", "Blog", env={"MS_PROGRAMS_TODAY": "2026-12-02"})
    driver.case("on the day that was said it is gone", driver.run("show", gone).returncode == 1)
    driver.case("check is healthy", driver.run("check").returncode == 0)


def test_help(driver):
    for verb in ("list", "edit", "trash", "delete", "restore", "show", "duplicate", "add"):
        result = driver.run(verb, "--help")
        driver.case(f"{verb} --help", result.returncode == 0 and result.stdout.startswith("Usage:\n  ms-programs " + verb) and
                    result.stderr == "" and all(len(line) < 130 for line in result.stdout.splitlines()), result)
    driver.case("help makes no journal", not os.path.exists(driver.journal))


main(test_help, test_fields, test_many, test_all_or_none, test_prefix, test_input, test_unmodified, test_history,
     test_trash)
