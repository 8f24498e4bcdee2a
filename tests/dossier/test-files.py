#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs find in the dossier's files: text, links, pages, structure.

    test-files.py MS-PROGRAMS
"""
import html.parser
import os
import re
import shutil
import subprocess
import sys
import tempfile

TODAY = "2026-11-23"
HOSTILE = "Q&A <b>\"bold\"</b> | *not* [link](x)"
TITLES = {
    "latin": "Grundlagen: Sicherheit für größere Anwendungen",
    "cyrillic": "Безопасность данных",
    "cjk": "クラウド入門",
    "arabic": "مقدمة",
}
ODD_URL = "https://example.org/a(b)?c='d'&e=1"
VOID = {"meta", "br", "link", "img", "rect"}


class Page(html.parser.HTMLParser):
    """Tags that are closed in their order, what they link to, and the text."""

    def __init__(self):
        super().__init__()
        self.open, self.links, self.tags, self.text, self.wrong = [], [], [], [], []
        self.ids, self.attributes = set(), {}

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.setdefault(tag, dict(attrs))
        for name, value in attrs:
            if name in ("href", "src", "action", "data"):
                self.links.append(value)
            if name == "id":
                self.ids.add(value)
            if name.startswith("on"):
                self.wrong.append(f"{tag} {name}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.text.append(data)


class Files:
    def __init__(self, program, home):
        self.program, self.home = program, home
        self.env = {**os.environ, "HOME": home, "XDG_DATA_HOME": home + "/data", "MS_PROGRAMS_TODAY": TODAY}
        self.env.pop("MS_PROGRAMS_JOURNAL", None)
        self.n = 0

    def run(self, *words, status=0):
        result = subprocess.run(words, capture_output=True, text=True, check=False, env=self.env, timeout=120)
        assert result.returncode == status, (words, result)
        return result.stdout if status == 0 else result.stderr

    def add(self, title, **options):
        words = [self.program, "add", title, "--type", options.pop("type", "Blog"),
                 "--date", options.pop("date", "2026-05-01")]
        for key, value in options.items():
            words += ["--" + key.replace("_", "-")] + ([] if value is True else [value])
        return self.run(*words).strip()

    def write(self, kind, *options):
        path = f"{self.home}/dossier.{kind}"
        self.run(self.program, "export", "--format", kind, "--output", path, *options)
        return path

    def fill(self):
        self.add(HOSTILE, url=ODD_URL, reach="numberOfViews=1200", role="Author", audience="Developer",
                 high_impact=True)
        for title in TITLES.values():
            self.add(title, url="https://example.org/" + str(len(title)))
        for number in range(40):
            self.add(f"Talk number {number}", type="Speaker/Presenter at Third-party Event",
                     date=f"2026-{4 + number % 8:02d}-1{number % 10}", url=f"https://example.org/talk/{number}",
                     reach="inPersonAttendees=10")
        self.add("Kept to myself", private=True)
        self.add("Not yet", date="2027-01-01", status="planned")
        self.add("Another year", date="2025-05-01")

    def done(self, what):
        self.n += 1
        print(f"ok {self.n} - {what}", flush=True)

    def text_of(self, path, *options):
        return self.run("pdftotext", "-enc", "UTF-8", *options, path, "-")

    def pdf_text(self):
        text = self.text_of(self.write("pdf", "--name", "Ada Example"))
        for wanted in (HOSTILE, "Ada Example", "1 April 2026 – 31 March 2027", "As of 23 November 2026",
                       "The year in figures", "Technical content", "Have you published technical content?",
                       "High impact", "1 May 2026", "About this document", TITLES["latin"].split(": ")[0],
                       TITLES["cyrillic"], TITLES["cjk"]):
            assert wanted in re.sub(r"\s+", " ", text), (wanted, text)
        # it is drawn from its last letter to its first, and found either way
        assert TITLES["arabic"] in text or TITLES["arabic"][::-1] in text, text
        for other in ("Kept to myself", "Not yet", "Another year"):
            assert other not in text
        self.done("text of every script is found in the PDF, and nothing that is left out")

    def pdf_pages(self):
        for paper, size in (("a4", "595.276 x 841.89"), ("letter", "612 x 792")):
            path = self.write("pdf", "--name", "Ada Example", "--paper", paper)
            info = dict(line.split(":", 1) for line in self.run("pdfinfo", path).splitlines() if ":" in line)
            n_pages = int(info["Pages"])
            assert size in info["Page size"], info
            assert info["Title"].strip() == \
                "Ada Example: Community contributions, 1 April 2026 – 31 March 2027", info
            assert info["Author"].strip() == "Ada Example" and "2026" in info["CreationDate"], info
            assert info["Tagged"].strip() == "yes", info
            for page in range(2, n_pages + 1):
                text = self.text_of(path, "-f", str(page), "-l", str(page))
                assert f"Page {page} of {n_pages}" in text, (page, text)
                if "Talk number" in text:
                    assert "Contribution\n" in text and "Audience\n" in text, text
            assert sum("Speaking (continued)" in self.text_of(path, "-f", str(p), "-l", str(p))
                       for p in range(1, n_pages + 1)) >= 2
        self.done("title, author, page numbers and repeated headings, on A4 and Letter")

    def pdf_links(self):
        import pypdf  # Debian's, for the Python that runs this
        reader = pypdf.PdfReader(self.write("pdf"))
        root = reader.trailer["/Root"]
        assert root["/Lang"] == "en", root
        assert root["/ViewerPreferences"]["/DisplayDocTitle"], root
        links, inner = [], 0
        for page in reader.pages:
            for annotation in page.get("/Annots") or []:
                annotation = annotation.get_object()
                uri = (annotation.get("/A") or {}).get("/URI")
                links += [uri] if uri else []
                inner += uri is None
                left, bottom, right, top = map(float, annotation["/Rect"])
                assert 0 <= left < right <= 596 and 0 <= bottom < top <= 842, annotation
        assert {f"https://example.org/talk/{n}" for n in range(40)} <= set(links), links
        assert "https://example.org/a%28b%29?c=%27d%27&e=1" in links, links
        assert inner == 10, inner  # the figures, the gates, the note
        titles = [mark.title for mark in reader.outline]
        assert titles[0] == "Community contributions" and "Technical content" in titles, titles
        assert len(titles) == 11, titles
        self.done("links, bookmarks and language are in the PDF")

    def html(self):
        path = self.write("html", "--name", HOSTILE)
        with open(path, encoding="utf-8") as file:
            source = file.read()
        page = Page()
        page.feed(source)
        page.close()
        assert not page.open and not page.wrong, (page.open, page.wrong)
        assert not {"script", "iframe", "object", "embed", "form", "link", "base"} & set(page.tags)
        for link in page.links:
            assert link.startswith(("http://", "https://", "mailto:")) or link[1:] in page.ids, link
        assert ODD_URL in page.links
        assert page.attributes["html"] == {"lang": "en", "dir": "ltr"}, page.attributes["html"]
        assert not re.search(r"url\(|@import|https?:", source[source.index("<style"):source.index("</style")])
        text = " ".join(page.text)
        assert text.count(HOSTILE) >= 3 and "<b>" in text
        assert "Kept to myself" not in text
        images = re.findall(r'role="img" aria-label="([^"]+)"', source)
        assert len(images) == 2 and "Blog: 5" in images[0] and "April 2026: 5" in images[1], images
        self.done("the HTML is whole, runs nothing, and every link may be opened")

    def choices(self):
        with open(self.write("markdown", "--with-private"), encoding="utf-8") as file:
            text = file.read()
        assert "Kept to myself" in text and "**Private**" in text
        with open(self.write("markdown", "--cycle", "2025"), encoding="utf-8") as file:
            text = file.read()
        assert "Another year" in text and "Talk" not in text and "selection" not in text
        with open(self.write("markdown", "--high-impact"), encoding="utf-8") as file:
            text = file.read()
        assert "- Contributions: **1**" in text and "holds a selection" in text
        out = self.home + "/none"
        for options, wanted in ((["--paper", "a5"], "--paper: \"a5\" is not one of a4, letter"),
                                (["--trash"], "leave out --trash"), (["--cycle", "x"], "is not a year")):
            error = self.run(self.program, "export", "--format", "pdf", "--output", out, *options, status=2)
            assert wanted in error, error
        assert not os.path.exists(out)
        self.done("cycle, filters, private entries; what is wrong is said")


def main(program):
    if shutil.which("pdftotext") is None:
        print("1..0 # SKIP poppler-utils is not installed")
        return
    with tempfile.TemporaryDirectory() as home:
        files = Files(program, home)
        files.fill()
        for step in (files.pdf_text, files.pdf_pages, files.pdf_links, files.html, files.choices):
            step()
        print(f"1..{files.n}")


if __name__ == "__main__":
    main(sys.argv[1])
