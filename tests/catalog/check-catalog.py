#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates each file of the catalogue against its schema, and that a broken copy is refused. TAP."""
import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

COUNTS = {"programs": ("programs", 3), "comparison": ("rows", 9), "questions": ("questions", 16),
          "activity-types": ("types", 13), "areas": ("categories", 11), "journey": ("steps", 5),
          "sites": ("sites", 80)}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def main(folder):
    cases = []
    for path in sorted(folder.glob("*.json")):
        validator = Draft202012Validator(load(folder / "schema" / (path.stem + ".schema.json")))
        data = load(path)
        errors = [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(data)]
        cases.append((not errors, f"{path.name} is valid", errors))
        broken = copy.deepcopy(data)
        broken["surprise"] = 1
        cases.append((not validator.is_valid(broken), f"a broken {path.name} is refused", []))
        if path.stem in COUNTS:
            name, count = COUNTS[path.stem]
            cases.append((len(data[name]) == count, f"{path.name} has {count} {name}", []))
    areas = load(folder / "areas.json")["categories"]
    cases.append((sum(len(c["areas"]) for c in areas) == 94, "94 areas", []))
    for number, (good, name, errors) in enumerate(cases, 1):
        print(f"{'ok' if good else 'not ok'} {number} - {name}")
        for error in errors:
            print(f"# {error}")
    print(f"1..{len(cases)}")
    return not all(good for good, _name, _errors in cases)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
