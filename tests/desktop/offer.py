#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program, for the tests: holds the clipboard, and a small window that a text can be dragged from.

    offer.py FILE      what is in it; again whenever a line comes on standard input; ends with that

Of GTK 3: what owns a clipboard with GTK 4.8 stands still when it hands out more than 256 KB on X11.
"""
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main(path):
    loop = GLib.MainLoop()
    window = Gtk.Window(title="Offer", default_width=120, default_height=60, decorated=False)
    box = Gtk.EventBox()
    box.add(Gtk.Label(label="Drag me"))
    box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    box.drag_source_add_text_targets()
    box.connect("drag-data-get", lambda _box, _context, data, _info, _time: data.set_text(text_of(path), -1))
    window.add(box)
    clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)

    def hold(channel, _condition):
        if not channel.readline():
            loop.quit()
            return False
        clipboard.set_text(text_of(path), -1)
        print("held", flush=True)
        return True

    GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT,
                      GLib.IOCondition.IN | GLib.IOCondition.HUP, hold)
    window.show_all()
    loop.run()


if __name__ == "__main__":
    main(sys.argv[1])
