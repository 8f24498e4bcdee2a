#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reminders reach the desktop with the window closed, each stage once. TAP: remind.py PREFIX"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from uxdriver import Session  # noqa: E402

SETTINGS = "[com/example/MsPrograms]\naward-status=['mvp']\n"


def main(prefix):
    cases = []

    def case(name, good):
        cases.append(good)
        print(f"{'ok' if good else 'not ok'} {len(cases)} - {name}", flush=True)

    with Session(wm=None, data_dirs=[prefix + "/share"], notifications="gtk") as session:
        def remind(day):
            result = session.run([prefix + "/bin/ms-programs", "remind", "--today", day])
            assert result.returncode == 0, result.stderr
            return len(session.notify.calls("AddNotification"))

        case("nobody without a status is told", remind("2027-03-24") == 0)
        folder = session.env["XDG_CONFIG_HOME"] + "/glib-2.0/settings"
        os.makedirs(folder, exist_ok=True)
        with open(folder + "/keyfile", "w", encoding="utf-8") as keyfile:
            keyfile.write(SETTINGS)
        case("both dates are told seven days before", remind("2027-03-24") == 2)
        case("each stage once", remind("2027-03-24") == 2)
        case("nothing between two stages", remind("2027-03-25") == 2)
        case("a missed day is made up for", remind("2027-03-29") == 4)
        case("nothing when it is over", remind("2027-04-01") == 4)
        sent = session.notify.calls("AddNotification")[0]["args"]
        case("with an action and a button", "app.show-progress" in str(sent) and
             "app.remind-tomorrow" in str(sent))
    print(f"1..{len(cases)}")
    return not all(cases)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
