# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs in which people keep what they have done, with the entries of the same journal, each
in its own format. Those that are not installed are left out; nothing is installed here."""

import csv
import datetime
import itertools
import json
import shutil
import sqlite3
import time

SQL = ("SELECT day, title, description, type, area, url, reach FROM contribution "
       "WHERE deleted IS NULL ORDER BY position")
WORD = "sicherheit"


def read_entries(journal):
    """(date, title, description, type, area, url, reach), the oldest first."""
    with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as db:
        for day, *rest in db.execute(SQL):
            yield datetime.date.fromordinal(day), *rest


class Peer:
    """A program, how it opens the entries, and how it opens nothing."""

    name = package = title = ""

    def __init__(self, folder, screen):
        self.folder = folder / self.name
        self.folder.mkdir()
        self.screen = screen

    def measure(self, found, bench):
        options = ["--title", self.title] if self.title else []
        found.add(bench.probe(self.empty_command()), f"{self.name}-empty.")
        found.add(bench.probe(self.full_command(), ["--settle", "2", *options]), f"{self.name}.")
        if self.search_command():
            self.screen.wait_for_quiet()
            start = time.monotonic()
            self.screen.run(self.search_command())
            found.add(f"search {(time.monotonic() - start) * 1000}", f"{self.name}.")

    def search_command(self):
        return None


class Gnumeric(Peer):
    name = package = "gnumeric"
    title = "entries.csv"

    def write(self, entries):
        with open(self.folder / "entries.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(entries)

    def empty_command(self):
        return ["gnumeric"]

    def full_command(self):
        return ["gnumeric", self.folder / "entries.csv"]


class Zim(Peer):
    """A page a day; indexed before it is measured, as after its first start."""

    name = package = "zim"
    head = "Content-Type: text/x-zim-wiki\nWiki-Format: zim 0.6\n\n"

    def write_page(self, book, path, text):
        page = self.folder / book / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(self.head + text, encoding="utf-8")

    def write_book(self, book):
        self.write_page(book, "Home.txt", "====== Home ======\n")
        (self.folder / book / "notebook.zim").write_text(
            f"[Notebook]\nversion=0.4\nname={book}\nhome=Home\nshared=True\nendofline=unix\n",
            encoding="utf-8")

    def write(self, entries):
        self.write_book("empty")
        self.write_book("full")
        for date, items in itertools.groupby(entries, lambda entry: entry[0]):
            text = "".join(f"\n===== {title} =====\n{text}\n{kind}, {area}, {url}, {reach}\n"
                           for _, title, text, kind, area, url, reach in items)
            self.write_page("full", f"Journal/{date:%Y/%m/%d}.txt", f"====== {date} ======\n{text}")
        for book in ("empty", "full"):
            self.screen.run(["zim", "--index", self.folder / book])

    def empty_command(self):
        return ["zim", "--standalone", self.folder / "empty"]

    def full_command(self):
        return ["zim", "--standalone", self.folder / "full"]

    def search_command(self):
        return ["zim", "--search", self.folder / "full", WORD]


class RedNotebook(Peer):
    """A file a month, as it keeps them itself: YAML, of which JSON's strings are a part."""

    name = package = "rednotebook"

    def write(self, entries):
        for book in ("empty", "full"):
            (self.folder / book).mkdir()
        for month, in_month in itertools.groupby(entries, lambda entry: f"{entry[0]:%Y-%m}"):
            lines = []
            for day, items in itertools.groupby(in_month, lambda entry: entry[0].day):
                text = "\n\n".join(f"=== {title} ===\n{text}\n{kind}, {area}, {url}, {reach}"
                                   for _, title, text, kind, area, url, reach in items)
                lines.append(f"{day}: {{text: {json.dumps(text, ensure_ascii=False)}}}\n")
            (self.folder / "full" / f"{month}.txt").write_text("".join(lines), encoding="utf-8")

    def empty_command(self):
        return ["rednotebook", self.folder / "empty"]

    def full_command(self):
        return ["rednotebook", self.folder / "full"]


def prepare(folder, journal, screen):
    """The programs that are there, with the entries written in their formats."""
    shelf = []
    for kind in (Gnumeric, Zim, RedNotebook):
        if shutil.which(kind.name, path=screen.env["PATH"]) is None:
            print(f"Left out: {kind.name}; the package {kind.package} is not installed.")
            continue
        print(f"Writing the entries for {kind.name}.", flush=True)
        peer = kind(folder, screen)
        peer.write(read_entries(journal))
        shelf.append(peer)
    return shelf
