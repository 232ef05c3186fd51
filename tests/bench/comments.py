"""Readers' comments in pages and texts: which lines are labelled so, and how often a thread is seen where there is none.

The pages are those of the sets in which an element holds a comment (by its class or id); half of them, by a hash of their id, served
development, the figures are of the other half. What stands in such an element is a line of comment, everything else is none. The lines are
those of the page reduced to plain text, so that no markup helps. scale_bbc holds articles without comments.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml import html as parser

from briefing_app.cleaning import clean
from briefing_app.importers import html, plain
from briefing_app.importers.encoding import Decoded, decode
from briefing_app.model.article import Document, ZoneKind
from tests.bench.cleaning import pages

_SETS = ("html_trafilatura", "html_fundus", "html_aeb", "html_readability")
_ONE = re.compile(r"(?:^|[a-z]+-)comment(?:[-_]?(?:body|content|text|author|meta|metadata|item|\d+))*$|commentlist$", re.IGNORECASE)
_NONE = re.compile(r"form|reply|count|link|add|button|icon|recent|post|field|respond", re.IGNORECASE)
_FEWEST = 2


def measure(shared: Path) -> dict[str, float]:
    """F1 of the lines, and shares of what is taken for comments falsely."""
    lines, quiet = Counter[str](), Counter[str]()
    for document, words, _ in _documents(shared, developed=False):
        _count(lines if words else quiet, document, words)
    texts = list(_texts(shared))
    threads = sum(any(zone.kind is ZoneKind.COMMENT for zone in document.zones) for document in texts)
    right, false, missed = lines["right"], lines["false"], lines["missed"]
    return {
        "pages with comments": lines["pages"],
        "comment lines, F1": 2 * right / max(1, 2 * right + false + missed),
        "comment lines, precision": right / max(1, right + false),
        "comment lines, recall": right / max(1, right + missed),
        "pages without comments": quiet["pages"],
        "pages without comments in which a thread is seen": quiet["threads"] / max(1, quiet["pages"]),
        "lines of pages without comments taken for comments": quiet["false"] / max(1, quiet["lines"]),
        "texts without comments": len(texts),
        "texts without comments in which a thread is seen": threads / max(1, len(texts)),
    }


def _documents(shared: Path, *, developed: bool) -> Iterator[tuple[Document, frozenset[str], str]]:
    """The pages of one half as plain text, the words of the lines in their comments, and their ids."""
    for name in _SETS:
        for row, data in pages(shared, name):
            if (hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0) is developed:
                decoded = decode(data, html.declared_charset(data))
                raw = html.from_markup(decoded)
                yield clean(plain.from_text(raw.text, "utf-8"), "pasted.txt"), _commented(decoded), row["id"]


def _commented(decoded: Decoded) -> frozenset[str]:
    """The words of each line in the elements that hold one comment each; nothing when there are less than two of these."""
    tree = parser.fromstring(decoded.text.encode(), parser=parser.HTMLParser(encoding="utf-8"))
    etree.strip_elements(tree, "script", "style", "noscript", "template", "form", with_tail=False)
    found = [each for each in tree.iter(etree.Element) if _holds_comment(each) and len(_words("".join(each.itertext()))) > 20]
    outer = [each for each in found if not any(_holds_comment(above) for above in each.iterancestors())]
    if len(found) < _FEWEST:
        return frozenset()
    texts = (
        html.from_markup(Decoded(f"<html><body>{parser.tostring(each, encoding='unicode')}</body></html>", "utf-8")).text for each in outer
    )
    return frozenset(words for text in texts for line in text.split("\n") if (words := _words(line)))


def _holds_comment(element: etree._Element) -> bool:
    if element.tag in ("html", "body", "a", "button"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(_ONE.search(name) and not _NONE.search(name) for name in names)


def _count(counts: Counter[str], document: Document, words: frozenset[str]) -> None:
    labelled = [zone for zone in document.zones if zone.kind is ZoneKind.COMMENT]
    counts["pages"] += 1
    counts["threads"] += bool(labelled)
    for line in re.finditer(r"[^\n]*\S[^\n]*", document.text):
        told = any(zone.span.start < line.end() and line.start() < zone.span.end for zone in labelled)
        known = _words(line[0]) in words
        counts["lines"] += 1
        counts[{(True, True): "right", (True, False): "false", (False, True): "missed"}.get((told, known), "neither")] += 1


def _texts(shared: Path) -> Iterator[Document]:
    with gzip.open(shared / "data" / "scale_bbc.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            yield clean(plain.from_text(f"{row['title']}\n\n{row['text']}", "utf-8"), "bbc.txt")


def _words(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower()))


def _detail(shared: Path) -> None:
    """The half that served development, page by page."""
    for document, words, name in _documents(shared, developed=True):
        counts = Counter[str]()
        _count(counts, document, words)
        if words or counts["threads"]:
            print(f"{counts['right']:>4} right {counts['false']:>4} false {counts['missed']:>4} missed  {name}")


if __name__ == "__main__":
    if "--detail" in sys.argv:
        _detail(Path(sys.argv[1]))
    else:
        for figure, value in measure(Path(sys.argv[1])).items():
            print(f"{value:.4f}  {figure}")
