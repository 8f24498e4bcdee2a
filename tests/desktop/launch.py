#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program as the desktop starts it: by its desktop file, by the actions in its menu and
by a click on a notification. TAP: launch.py PREFIX
"""
import os
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from uxdriver import Session, UxError  # noqa: E402

APP_ID = "com.example.MsPrograms"
SETTINGS = "[com/example/MsPrograms]\naward-status=['mvp']\n"
DAY = "2027-03-24"


class Launch:
    def __init__(self, session, prefix):
        self.s, self.program = session, prefix + "/bin/ms-programs"
        self.share = prefix + "/share"
        self.steps = 0

    def done(self, what):
        self.steps += 1
        print(f"ok {self.steps} - {what}", flush=True)

    def write_settings(self):
        folder = self.s.env["XDG_CONFIG_HOME"] + "/glib-2.0/settings"
        os.makedirs(folder, exist_ok=True)
        with open(folder + "/keyfile", "w", encoding="utf-8") as keyfile:
            keyfile.write(SETTINGS)

    def remind(self, day):
        result = self.s.run([self.program, "remind", "--today", day])
        assert result.returncode == 0, result.stderr
        return len(self.s.notify.calls("AddNotification"))

    def action(self, name):
        self.s.gaction(APP_ID, name)

    def see(self, text):
        """Waits for a text of the window; the one that has just gone may still be on the bus."""
        end = time.time() + 30
        while True:
            try:
                self.s.app("ms-programs").wait_text(text, timeout=2)
                return
            except (UxError, self.s.GLib.Error):
                if time.time() > end:
                    raise
                time.sleep(0.2)

    def quit(self):
        self.action("quit")
        for _ in range(50):
            if APP_ID not in self.s.bus_names():
                return
            time.sleep(0.1)
        raise UxError("the program does not end")

    def from_the_menu(self):
        self.s.launch(["gio", "launch", f"{self.share}/applications/{APP_ID}.desktop"], wait=False)
        self.see("Which program is for you?")
        self.quit()
        self.done("the desktop file opens the window")

    def menu_actions(self):
        self.action("deadlines")
        self.see("days until")
        self.quit()
        self.action("new-contribution")
        self.see("The title is missing.")
        self.quit()
        self.done("its actions open the deadlines and the form")

    def notification(self):
        assert self.remind(DAY) > 0
        sent = str(self.s.notify.calls("AddNotification")[0]["args"])
        assert "app.show-progress" in sent and "app.remind-tomorrow" in sent, sent
        self.action("show-progress")
        self.see("days until")
        self.quit()
        self.done("a click on a notification opens Progress, with the program closed before")

    def tomorrow(self):
        told = self.remind(DAY)
        self.s.env["MS_PROGRAMS_TODAY"] = DAY
        self.action("remind-tomorrow")
        time.sleep(1.5)
        assert self.remind(DAY) == told
        assert self.remind("2027-03-25") > told
        self.done("Remind me tomorrow tells again on the next day, and not before")


def main(prefix):
    with Session(size=(1000, 760), wm="metacity", data_dirs=[prefix + "/share"],
                 notifications="gtk", env={"MS_PROGRAMS_TODAY": DAY,
                      "PATH": f"{prefix}/bin:{os.environ['PATH']}"}) as session:
        launch = Launch(session, prefix)
        launch.write_settings()
        try:
            for step in (launch.from_the_menu, launch.menu_actions, launch.notification,
                         launch.tomorrow):
                step()
        except Exception:
            print(session.tail(), file=sys.stderr)
            raise
    print(f"1..{launch.steps}")


if __name__ == "__main__":
    signal.alarm(900)
    try:
        main(sys.argv[1])
    except (UxError, AssertionError) as error:
        print(f"not ok - {error}"[:3000])
        sys.exit(1)
