#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the house: which room includes which, sizes, pairs, licence lines and POTFILES.

    check-house.py [ROOT]      prints what is wrong; TAP
"""
import pathlib
import re
import sys
import tempfile

FILE_LINES = 500
FUNCTION_LINES = 60
BASE = {"base"}
CORE = ["base", "storage", "catalog", "eligibility", "journal", "exchange", "progress", "dossier",
        "reminders"]
ROOMS = {
    "base": BASE, "storage": BASE, "catalog": BASE, "eligibility": {"base", "catalog"},
    "journal": {"base", "storage"}, "exchange": {"base", "catalog", "journal"},
    "progress": {"base", "catalog", "journal", "eligibility"},
    "dossier": {"base", "catalog", "journal", "progress"},
    "reminders": {"base", "catalog", "journal", "progress"},
    "cli": set(CORE), "app": set(CORE),
}


def includes(root):
    """room or page folder, file, line number, what is included"""
    for path in sorted((root / "src").rglob("*.[ch]")):
        folder = path.relative_to(root / "src").parent.as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'#include [<"]([^>"]+)[>"]', line)
            if match and folder != ".":
                yield folder, path, number, match.group(1)


def check_rooms(root):
    for folder, path, number, name in includes(root):
        room = folder.split("/")[0]
        where = f"{path.relative_to(root)}:{number}"
        if name.startswith(("gtk/", "adwaita")) and room != "app":
            yield f"{where}: GTK outside app"
        elif name == "sqlite3.h" and room != "storage":
            yield f"{where}: SQLite outside storage"
        elif "/msp-" in name:
            other = name.rsplit("/", 1)[0]
            if other.split("/")[0] not in ROOMS[room] | {room}:
                yield f"{where}: {room} may not include {other}"
            elif folder == "app/widgets" and (other == "app/pages" or name == "app/msp-window.h"):
                yield f"{where}: a widget includes a page or the window"
            elif folder == "app/pages" and name != f"app/pages/{path.stem}.h" and \
                    (other == "app/pages" or name == "app/msp-window.h"):
                yield f"{where}: a page includes another page or the window"


def check_sizes(root):
    for path in sorted((root / "src").rglob("*.c")):
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > FILE_LINES:
            yield f"{path.relative_to(root)}: {len(lines)} lines"
        start = 0
        for number, line in enumerate(lines, 1):
            if line == "{":
                start = number
            elif line == "}" and start:
                if number - start > FUNCTION_LINES:
                    yield f"{path.relative_to(root)}:{start}: a function of {number - start} lines"
                start = 0


def check_pairs(root):
    for path in sorted((root / "src").rglob("msp-*.c")):
        if not path.with_suffix(".h").exists():
            yield f"{path.relative_to(root)}: no header"


def check_licences(root):
    for pattern in ("src/**/*.[ch]", "ui/**/*.ui", "ui/*.css", "tests/**/*.[chp]*", "scripts/*", "**/meson.build"):
        for path in sorted(root.glob(pattern)):
            parts = path.relative_to(root).parts
            # What a fixture holds is the point of it.
            if not path.is_file() or "build" in parts[0] or path.suffix in (".pyc", ".png") or \
                    "fixtures" in parts or "corpus" in parts:
                continue
            if "SPDX-License-Identifier" not in path.read_text(encoding="utf-8")[:600]:
                yield f"{path.relative_to(root)}: no SPDX line"


def check_potfiles(root):
    listed = {line for line in (root / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
              if line and not line.startswith("#")}
    found = set()
    for path in (root / "src").rglob("*.c"):
        if re.search(r"\b(_|N_|C_|ngettext) \(", path.read_text(encoding="utf-8")):
            found.add(path.relative_to(root).as_posix())
    for path in (root / "ui").rglob("*.ui"):
        if 'translatable="yes"' in path.read_text(encoding="utf-8"):
            found.add(path.relative_to(root).as_posix())
    for name in sorted(found - listed):
        yield f"po/POTFILES.in: {name} is missing"
    for name in sorted(name for name in listed - found if name.startswith(("src/", "ui/"))):
        yield f"po/POTFILES.in: {name} has nothing to translate"


def make_bad_house(folder):
    root = pathlib.Path(folder)
    (root / "src/base").mkdir(parents=True)
    (root / "ui").mkdir()
    (root / "po").mkdir()
    (root / "po/POTFILES.in").write_text("src/none.c\n", encoding="utf-8")
    (root / "src/base/msp-bad.c").write_text(
        '#include <gtk/gtk.h>\n#include "journal/msp-query.h"\nvoid\nf (void)\n{\n' + "  ;\n" * FILE_LINES +
        '  _ ("x");\n}\n', encoding="utf-8")
    return root


CHECKS = [check_rooms, check_sizes, check_pairs, check_licences, check_potfiles]


def main(root):
    failed = False
    print(f"1..{2 * len(CHECKS)}")
    with tempfile.TemporaryDirectory() as folder:
        bad = make_bad_house(folder)
        for number, check in enumerate(CHECKS, 1):
            seen = bool(list(check(bad)))
            failed |= not seen
            print(f"{'ok' if seen else 'not ok'} {number} - {check.__name__} finds what is wrong")
    for number, check in enumerate(CHECKS, len(CHECKS) + 1):
        problems = list(check(root))
        failed |= bool(problems)
        print(f"{'not ok' if problems else 'ok'} {number} - {check.__name__}")
        for problem in problems:
            print(f"# {problem}")
    return failed


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
