#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One picture of the window of an installed program, on a private display.

    shot.py PREFIX OUT.png [--page P] [--dark] [--contrast] [--width W] [--height H]
            [--journal FILE] [--today DATE] [--rtl] [--text-scale X] [--set KEY=VALUE]...
            [--key KEY]... [--click NAME]... [--tree] [--screen] [-- MORE ARGUMENTS FOR THE PROGRAM]

Without --today the day is 2026-11-23. Clicks and keys come after the window has opened, in
their order; --tree prints the accessible tree.
"""
import argparse
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from uxdriver import Session  # noqa: E402

SETTINGS_GROUP = "com/example/MsPrograms"
# What the window manager draws or leaves around the window.
MARGIN = 80


class Step(argparse.Action):
    """keeps --click and --key in the order in which they were given"""

    def __call__(self, parser, namespace, values, option_string=None):
        namespace.steps.append((option_string, values))


def parse(argv):
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.set_defaults(steps=[])
    parser.add_argument("prefix")
    parser.add_argument("out")
    parser.add_argument("--page", default="overview")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("--tree", action="store_true")
    parser.add_argument("--width", type=int, default=1000)
    parser.add_argument("--height", type=int, default=760)
    parser.add_argument("--text-scale", type=float)
    parser.add_argument("--journal")
    parser.add_argument("--today", default="2026-11-23")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--click", action=Step)
    parser.add_argument("--key", action=Step)
    parser.add_argument("--screen", action="store_true")
    more = []
    if "--" in argv:
        cut = argv.index("--")
        argv, more = argv[:cut], argv[cut + 1:]
    return parser.parse_args(argv), more


def write_settings(session, values):
    """GSettings of this run, before the program reads them"""
    folder = os.path.join(session.env["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as keyfile:
        keyfile.write(f"[{SETTINGS_GROUP}]\n")
        for key, value in values.items():
            keyfile.write(f"{key}={value}\n")


def environment(options):
    env = {"MS_PROGRAMS_TODAY": options.today, "LC_ALL": "C.UTF-8"}
    if options.contrast:
        env["ADW_DEBUG_HIGH_CONTRAST"] = "1"
    if options.journal:
        env["MS_PROGRAMS_JOURNAL"] = os.path.abspath(options.journal)
    return env


def make_rtl_locale(folder):
    """GTK takes the direction from its own translation, and uses that beside a program without one only
    where the locale is English; the locale is made here (package locales)"""
    subprocess.run(["localedef", "-i", "en_US", "-f", "UTF-8", os.path.join(folder, "en_US.UTF-8")], check=True)
    return {"LOCPATH": folder, "LC_ALL": "en_US.UTF-8", "LANGUAGE": "he"}


def settings_of(options):
    values = {"window-width": options.width, "window-height": options.height,
              "page": f"'{options.page}'"}
    for pair in options.set:
        key, _, value = pair.partition("=")
        values[key] = value
    return values


def resize(session, window, width, height):
    """asks for exactly this size, the invisible shadow beside it"""
    wid = session.window_id(window.raw_name)
    left, right, top, bottom = session.frame_extents(wid)
    session.xdo("windowsize", wid, width + left + right, height + top + bottom)
    time.sleep(0.4)


def take(options, more):
    prefix = os.path.abspath(options.prefix)
    size = (max(options.width, 360) + MARGIN, options.height + MARGIN)
    with Session(size=size, data_dirs=[prefix + "/share"], dark=options.dark,
                 text_scale=options.text_scale, env=environment(options)) as session:
        if options.rtl:
            session.env.update(make_rtl_locale(session.home))
        write_settings(session, settings_of(options))
        app = session.launch([prefix + "/bin/ms-programs", "--page", options.page] + more)
        window = app.window()
        resize(session, window, options.width, options.height)
        for option, value in options.steps:
            if option == "--click":
                app.find(name=value).click()
            else:
                session.key(value)
            time.sleep(0.5)
        time.sleep(0.6)
        if options.tree:
            print(app.tree())
        session.screenshot(os.path.abspath(options.out),
                           window=None if options.screen else window.raw_name)
        noise = session.tail()
        if "ms-programs" in noise:
            sys.stderr.write(noise)


if __name__ == "__main__":
    take(*parse(sys.argv[1:]))
