# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, in tables."""

import dataclasses

MEBI = 1024


@dataclasses.dataclass
class Row:
    """A figure of ours beside a limit; either it or its ratio to the limit may be bounded."""
    figure: str
    ours: float | None
    limit: float | None = None
    unit: str = "ms"
    most: float | None = None
    most_ratio: float | None = None
    beside: str = ""

    def ratio(self):
        return self.ours / self.limit if self.ours is not None and self.limit else None

    def is_over(self):
        ratio = self.ratio()
        return (self.most is not None and self.ours is not None and self.ours > self.most) or \
            (self.most_ratio is not None and ratio is not None and ratio > self.most_ratio)

    def asked(self):
        parts = [f"≤ {self.most:g} {self.unit}" if self.most is not None else "",
                 f"≤ {self.most_ratio:g} ×" if self.most_ratio is not None else ""]
        return ", ".join(part for part in parts if part)

    def verdict(self):
        if self.most is None and self.most_ratio is None:
            return ""
        return "**over**" if self.is_over() else "ok"


def start_rows(found, entries):
    empty = found.median("0.start.painted")
    few = f"{min(1000, entries)}."
    full = found.median(f"{entries}.start.painted")
    return [
        Row("Start to the first painted window", found.median(f"app-{entries}.paint"),
            found.median("minimal.paint"), most_ratio=1.25, beside="minimal libadwaita window"),
        Row("the same, beside an empty journal", found.median(f"app-{entries}.paint"),
            found.median("app-0.paint"), most_ratio=1.1, beside="empty journal"),
        Row("Start until rows are painted", full, empty, most_ratio=1.1, beside="empty journal"),
        Row("the same in CPU time", found.median(f"{entries}.start.cpu"),
            found.median("0.start.cpu"), beside="empty journal"),
        Row("Opening, as the journal grows", full, found.median(few + "start.painted"),
            most_ratio=1.2, beside="1,000 entries"),
    ]


def search_rows(found, prefix="", note=""):
    return [
        Row(f"Key to painted results{note}, median", found.median(prefix + "search.painted"), most=16),
        Row(f"Key to painted results{note}, p99", found.at(prefix + "search.painted", 0.99), most=33),
        Row(f"Key to the rows in the list{note}, median", found.median(prefix + "search.answer")),
        Row(f"CPU of a key on the drawing thread{note}, median", found.median(prefix + "search.cpu")),
        Row(f"Search cleared to all painted{note}, median", found.median(prefix + "search.clear")),
    ]


def query_rows(found):
    return [
        Row("First rows of a search, median", found.median("search.query"),
            found.median("limit.search"), most_ratio=2, beside="bare FTS5 query"),
        Row("First rows of a search, p99", found.at("search.query", 0.99),
            found.at("limit.search", 0.99), most_ratio=2, beside="bare FTS5 query"),
    ]


def scroll_rows(found, prefix="", note=""):
    return [
        Row(f"Page turned{note}, median frame", found.median(prefix + "scroll.page"),
            found.median("limit.scroll.page"), beside="bare list"),
        Row(f"Page turned{note}, p99", found.at(prefix + "scroll.page", 0.99),
            found.at("limit.scroll.page", 0.99), beside="bare list"),
        Row(f"Page turned{note}, longest frame", found.at(prefix + "scroll.page", 1),
            found.at("limit.scroll.page", 1), most=33, beside="bare list"),
        Row(f"Row blank while paging{note}, longest", found.at(prefix + "scroll.page-blank", 1) or 0,
            most=100),
        Row(f"Jump anywhere{note}, longest frame", found.at(prefix + "scroll.jump", 1),
            found.at("limit.scroll.jump", 1), most=33, beside="bare list"),
        Row(f"Row blank after a jump{note}, longest", found.at(prefix + "scroll.jump-blank", 1) or 0,
            most=100),
    ]


def change_rows(found):
    rows = [Row(f"{name} acknowledged, p99", found.at(f"change.{kind}", 0.99),
                found.at("limit.write", 0.99), most=50, beside="write and fdatasync")
            for kind, name in (("add", "Add"), ("edit", "Edit"), ("delete", "Delete"), ("undo", "Undo"))]
    return rows + [
        Row("List right after that, frames, median", found.median("change.frames"), unit="", most=1),
        Row("List right after that, p99", found.at("change.right", 0.99)),
    ]


def export_rows(found):
    return [Row(f"Export of all as {name}, median", found.median(f"export.{form}"), found.median(f"limit.export.{form}"),
                most_ratio=most, beside="bare reading and writing")
            for form, name, most in (("csv", "CSV", 2), ("json", "JSON", 3))]


def memory_rows(found, entries):
    def more(name):
        full = found.median(name)
        return (full - found.median("0.memory.open")) / MEBI if full is not None else None

    return [
        Row("Memory above the empty journal, opened", more(f"{entries}.memory.open"), unit="MiB", most=40),
        Row("the same, after searching", more("memory.searched"), unit="MiB", most=40),
        Row("the same, after scrolling", more("memory.scrolled"), unit="MiB", most=40),
        Row("Memory of the empty journal", found.median("app-0.own") / MEBI,
            found.median("minimal.own") / MEBI, unit="MiB", most_ratio=1.3,
            beside="minimal libadwaita window"),
        Row("Wake-ups in 10 s of idling", found.median("idle.wakeups"), unit="", most=0),
    ]


def make_rows(found, entries):
    off = ", accessibility off"
    return (start_rows(found, entries) + query_rows(found) + search_rows(found) + search_rows(found, "quiet.", off)[:2] +
            scroll_rows(found) + scroll_rows(found, "quiet.", off)[:1] + change_rows(found) +
            export_rows(found) + memory_rows(found, entries))


def make_peer_rows(found, entries, shelf):
    """name, empty to paint, entries to paint, to all painted, to quiet, peak memory, one search"""
    names = [("MS Programs", f"app-{entries}.", "app-0.", found.median("search.painted"))]
    names += [(peer.name, f"{peer.name}.", f"{peer.name}-empty.", found.median(f"{peer.name}.search"))
              for peer in shelf]
    return [(name, found.median(empty + "paint"), found.median(full + "paint"),
             found.median(full + "stable"), found.median(full + "quiet"),
             (found.median(full + "peak") or 0) / MEBI, search) for name, full, empty, search in names]


def number(value, digits=1):
    return "" if value is None else f"{value:,.{digits}f}"


def write(rows, peer_rows):
    lines = ["| figure | ours | limit | ratio | asked for | |", "|---|--:|--:|--:|---|---|"]
    for row in rows:
        limit = f"{number(row.limit)} ({row.beside})" if row.limit is not None else ""
        lines.append(f"| {row.figure} | {number(row.ours)} {row.unit} | {limit} | "
                     f"{number(row.ratio(), 2)} | {row.asked()} | {row.verdict()} |")
    if len(peer_rows) > 1:
        lines += ["", "| program | empty, ms | entries: first painted | all painted | quiet | peak MiB "
                  "| one search, ms |", "|---|--:|--:|--:|--:|--:|--:|"]
        lines += [f"| {name} | " + " | ".join(number(value, 0) for value in values) + " |"
                  for name, *values in peer_rows]
    return "\n".join(lines) + "\n"
