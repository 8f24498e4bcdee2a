#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates and repetitions. TAP: test-fast.py PROGRAM"""
import json

from driver import main


def names(driver):
    return [template["name"] for template in json.loads(driver.run("templates", "--format", "json").stdout)]


def test_templates(driver):
    identifier = driver.add("Azure meetup", "--type", "User Group Owner", "--area", "Azure", "--audience",
                            "Developer", "--reach", "inPersonAttendees=30", "--in-portal")
    driver.case("no templates", driver.run("templates").stdout == "" and names(driver) == [])
    driver.case("one is saved", driver.run("templates", "--save", "Monthly meetup", identifier).returncode == 0 and
                names(driver) == ["Monthly meetup"])
    driver.case("it is listed", driver.run("templates").stdout == "Monthly meetup  [User Group Owner]  Azure meetup\n")
    begun = driver.show(driver.run("add", "--template", "monthly MEETUP").stdout.strip())
    driver.case("an entry begins with it",
                (begun["title"], begun["date"], begun["activityTypeName"], begun["targetAudience"], begun["inPortal"],
                 begun["reach"]) == ("Azure meetup", "2026-11-23", "User Group Owner", ["Developer"], None, 0), begun)
    begun = driver.show(driver.run("add", "--template", "Monthly meetup", "December", "--date", "2026-12-01",
                                   "--area", "Bicep").stdout.strip())
    driver.case("what is given goes first", (begun["title"], begun["date"], begun["technologyFocusArea"]) ==
                ("December", "2026-12-01", "Bicep"), begun)
    driver.case("renamed", driver.run("templates", "--rename", "Monthly meetup", "Meetup").returncode == 0 and
                names(driver) == ["Meetup"])
    driver.refused("a template that is not there", 1, ["add", "--template", "Nothing"], "Nothing")
    driver.refused("another that is not there", 1, ["templates", "--remove", "Nothing"], "Nothing")
    driver.refused("an entry that is not there", 1, ["templates", "--save", "X", "00000000-0000"], "00000000-0000")
    driver.refused("no title and no template", 2, ["add", "--type", "Blog"], "title")
    driver.refused("two at once", 2, ["templates", "--save", "A", "--remove", "B", identifier], "--save")
    driver.refused("a name that is none", 2, ["templates", "--save", " ", identifier], "name")
    driver.case("removed", driver.run("templates", "--remove", "meetup").returncode == 0 and names(driver) == [])


def test_repeat(driver):
    identifier = driver.add("Month's end", "--date", "2026-12-31", "--end-date", "2027-01-01", "--url",
                            "https://example.org/", "--reach", "numberOfViews=9")
    done = driver.run("repeat", identifier, "--every", "1m", "--times", "3")
    copies = [driver.show(line) for line in done.stdout.split()]
    driver.case("three months", [(c["date"], c["dateEnd"], c["status"], c["url"], c["reach"]) for c in copies] ==
                [("2027-01-31", "2027-02-01", "planned", "", 0), ("2027-02-28", "2027-03-01", "planned", "", 0),
                 ("2027-03-31", "2027-04-01", "planned", "", 0)], done, copies)
    done = driver.run("repeat", identifier[:8], "--every", "2w", "--until", "2027-01-28")
    driver.case("until a day", [driver.show(line)["date"] for line in done.stdout.split()] ==
                ["2027-01-14", "2027-01-28"], done)
    before = len(driver.data("list"))
    for words, said in ((["--every", "1m"], "--times"), (["--times", "3"], "--every"),
                        (["--every", "1d", "--times", "3"], "1d"), (["--every", "1m", "--times", "0"], "--times"),
                        (["--every", "1m", "--times", "-1"], "--times"), (["--every", "1m", "--times", "101"], "100"),
                        (["--every", "1w", "--until", "2026-12-31"], "end"),
                        (["--every", "1w", "--until", "2026-02-30"], "2026-02-30"),
                        (["--every", "1m", "--times", "2", "--until", "2027-05-01"], "--until")):
        driver.refused("repeat " + " ".join(words), 2, ["repeat", identifier, *words], said)
    driver.refused("an entry that is not there", 1, ["repeat", "00000000-0000", "--every", "1m", "--times", "1"],
                   "00000000-0000")
    driver.case("nothing was added", len(driver.data("list")) == before)


main(test_templates, test_repeat)
