#!/usr/bin/env python3
"""Judges pages of Markdown by other people's readers: CommonMark's and PyYAML.

    markdown.py                    every page of Tests/Pages whose document is known
    markdown.py PAGE.md DOC.json   one page and the document that it was made of

What was typed must come out as text, whole and as nothing else, and the front matter must read back as the document's
own values. Needs PyYAML and one of cmark, cmark-gfm or the commonmark package. Exit 1 when a page fails.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser

import yaml

TESTS = pathlib.Path(__file__).resolve().parent.parent
OURS = {"h1", "h2", "p", "ul", "ol", "li", "strong", "br", "blockquote", "hr"}
SECTIONS = {
    "Opening", "Safety check", "The therapist's part", "What set the stage", "What set it off", "Link by link",
    "The behavior", "What followed", "Our best guess", "What to do differently", "Making it right", "Commitments",
    "What made sense", "In the client's words"}
# Said by their parts, in lower case.
WORDS = {"category", "timing", "skill"}
# Not printed: the therapist's own, and what the program keeps for itself.
LEFT_OUT = {"notes", "dismissals", "answeredBy", "checkAgain", "fieldStates", "schema", "createdAt", "updatedAt",
            "therapistRef", "mode", "form", "scale", "recordClass", "level", "cameraTest"}
DRAWN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0xFFF9, 0xFFFA, 0xFFFB, 0x110BD, 0x110CD,
         *range(0x13430, 0x13440)}


def shows(character):
    category = unicodedata.category(character)
    return category != "Cc" and (category != "Cf" or character in "\u200c\u200d" or ord(character) in DRAWN)


def lines(typed):
    for line in re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", typed):
        clean = "".join(c for c in line.replace("\t", " ") if shows(c))
        clean = re.sub(" +", " ", clean).strip(" ")
        if clean:
            yield clean


class Text(HTMLParser):
    """The text of a page as a browser has it, and the tags that it is made of."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.parts, self.tags, self.attributes, self.headings = [], set(), [], []
        self.feed(html)
        self.close()
        self.text = re.sub("[ \n]+", " ", "".join(self.parts))

    def handle_starttag(self, tag, attributes):
        # GitHub makes an address of any name with an @ in it, whatever is escaped; it leads nowhere but to its own words.
        if tag == "a" and len(attributes) == 1 and (attributes[0][1] or "").startswith("mailto:"):
            return
        self.tags.add(tag)
        if tag in ("h1", "h2"):
            self.headings.append(len(self.parts))
        self.attributes += [a for a in attributes if tag != "ol" or a[0] != "start"]
        if tag not in ("strong", "a"):
            self.parts.append(" ")

    def handle_endtag(self, tag):
        if tag not in ("strong", "a"):
            self.parts.append(" ")

    def handle_data(self, data):
        self.parts.append(data)

    def handle_comment(self, data):
        self.tags.add("!--")

    def handle_decl(self, decl):
        self.tags.add("!")


def readers():
    if shutil.which("cmark"):
        yield "cmark", ["cmark", "--unsafe"]
    if shutil.which("cmark-gfm"):
        extensions = ["table", "strikethrough", "tasklist", "footnotes", "autolink"]
        yield "cmark-gfm", ["cmark-gfm", "--unsafe"] + [word for name in extensions for word in ("-e", name)]
    try:
        import commonmark
        yield "commonmark", commonmark.commonmark
    except ImportError:
        pass


def render(reader, markdown):
    if callable(reader):
        return reader(markdown)
    return subprocess.run(reader, input=markdown.encode(), capture_output=True, check=True).stdout.decode()


def texts(value, path=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in LEFT_OUT:
                yield from texts(inner, path + (key,))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, path)
    elif isinstance(value, str):
        yield path, value


def is_typed(text):
    """Words of enumerations, ids, dates and times are said in other words; what has a space or a sign was typed."""
    return re.fullmatch(r"[A-Za-z0-9.:T+-]*", text) is None


def said(path, text):
    if path[-1] not in WORDS:
        return text
    parts = re.sub("[A-Z](?![\u0300-\u036f])", lambda capital: " " + capital[0].lower(), text.removeprefix("x-"))
    return re.sub(" +", " ", parts).strip()


def judge(page, document):
    problems = []
    match = re.match("---\n(.*?)\n---\n\n(.*)", page, re.S)
    if not match:
        return ["there is no front matter"]
    front = yaml.safe_load(match[1])
    wanted = {
        "schema": document.get("schema"), "id": document.get("id"), "kind": document.get("kind"),
        "client": document.get("clientRef"), "date": document.get("sessionDate"), "status": document.get("status"),
        "lang": document.get("lang", "en"), "synthetic": document.get("synthetic", False),
        "tags": ["attune", "chain"] + [t for t in document.get("target", {}).get("tags", []) if t != "other"],
    }
    for key, value in wanted.items():
        found = front.get(key)
        if (found if isinstance(found, (bool, list)) or found is None else str(found)) != value:
            problems.append(f"front matter {key}: {found!r} is not {value!r}")
    if list(front) != [k for k in wanted if wanted[k] is not None]:
        problems.append(f"front matter in this order: {list(front)}")
    ran = 0
    for name, reader in readers():
        ran += 1
        read = Text(render(reader, match[2]))
        if read.tags - OURS:
            problems.append(f"{name}: made of typed text: {sorted(read.tags - OURS)}")
        if read.attributes:
            problems.append(f"{name}: attributes {read.attributes[:3]}")
        headings = ["".join(read.parts[at:at + 2]).strip() for at in read.headings]
        if not headings[0].startswith("Chain analysis") or set(headings[1:]) - SECTIONS:
            problems.append(f"{name}: headings made of typed text: {set(headings[1:]) - SECTIONS}")
        typed = [(path, said(path, " ".join(lines(text)))) for path, text in texts(document)
                 if is_typed(text) and path[0] != "clientRef" and path[-1] != "tags"]
        # What happened is said at the top and in its section.
        typed += [(path, text) for path, text in typed if path == ("target", "behavior")]
        everything = "\n".join(text for path, text in typed)
        for path, text in typed:
            if read.text.count(text) < everything.count(text):
                problems.append(f"{name}: {'.'.join(path)} shows {text[:60]!r} too seldom")
    if not ran:
        sys.exit("markdown.py: no reader of Markdown. hint: apt install cmark, or pip install commonmark.")
    return problems


def pairs():
    if len(sys.argv) == 3:
        return [(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))]
    known = []
    for page in sorted((TESTS / "Pages").glob("*.md")):
        for document in (page.with_suffix(".json"), TESTS / "Fixtures" / f"{page.stem}.json"):
            if document.exists():
                known.append((page, document))
    return known


def main():
    failed = 0
    for page, document in pairs():
        problems = judge(page.read_text("utf-8"), json.loads(document.read_text("utf-8")))
        print(f"{page.name}: {'good' if not problems else f'{len(problems)} problems'}")
        for problem in problems[:20]:
            print(f"  {problem}")
        failed += bool(problems)
    sys.exit(1 if failed else 0)


main()
