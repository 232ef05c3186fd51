"""Exports of Factiva (XML, HTML, RTF, text; with field codes or as shown): one article a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from briefing_app.importers.encoding import decode
from briefing_app.importers.exported import paragraphs_of
from briefing_app.importers.html import declared_charset
from briefing_app.importers.paragraphs import Paragraph, from_paragraphs
from briefing_app.importers.records import Record
from briefing_app.importers.xml_root import root_name
from briefing_app.model.document import BlockKind, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

_KEY = r"[A-Z0-9]{4,10}0{2,}(?:19|20)\d{6}[a-z][0-9a-z]{6,11}"
_MARK = re.compile(rf"(?:Document|Documento|Dokument)\s+({_KEY})$")
_MARK_BYTES = re.compile(rf"(?:Document|Documento|Dokument)(?:\s|&nbsp;|<[^<>]{{0,80}}>|\\'a0|\\[a-z]{{1,12}}\d* ?)+{_KEY}".encode())
_CODED = re.compile(r"(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CT|RF|CLM|VOL|CX|DLN)(?:\s+(.*))?$")
_HEADLINE = re.compile(r"HD(?:\s|$)")
_WORDS = re.compile(r"[\d.,  ]+ (?:words|mots|Wörter|palabras|parole|palavras|woorden)$", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}\.? (?:de )?[^\W\d_]{3,10}(?: de)? \d{4}$|[A-Z][a-z]+ \d{1,2}, \d{4}$")
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: [A-Z]{2,4})?$")
_SHORT = re.compile(r"[A-Z0-9]{2,10}$")
_COPYRIGHT = re.compile(r"copyright\b|\(c\)|©", re.IGNORECASE)
_LANGUAGES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl", "portuguese": "pt", "russian": "ru",
    "chinese": "zh", "japanese": "ja", "arabic": "ar",
}  # fmt: skip
_TEXT = ("LP", "TD")
_HALF = re.compile(r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));", re.IGNORECASE)
"""A numbered character from U+D800 to U+DFFF."""
_NAMESPACE = re.compile(r"\{[^}]*\}")


def recognise(data: bytes, _name: str) -> float:
    """By the root of the XML, or by the line with the accession number that ends every document."""
    if root_name(data) in ("ppsresponse", "ppsarticleresponse"):
        return 0.99
    return 0.99 if _MARK_BYTES.search(data) and not data.startswith((b"PK", b"%PDF")) else 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The articles in their order."""
    if root_name(data) in ("ppsresponse", "ppsarticleresponse"):
        yield from _of_xml(data, name)
        return
    chunk: list[str] = []
    number = 0
    for line in paragraphs_of(data, name):
        chunk.append(line)
        if _MARK.search(line):
            number += 1
            yield (_coded if any(_HEADLINE.match(each) for each in chunk) else _shown)(chunk, str(number))
            chunk = []


def _of_xml(data: bytes, name: str) -> Iterator[RawDocument]:
    # The parser hands out halves of characters and broken bytes as they stand, and then cannot make words of them.
    text = _HALF.sub("\ufffd", decode(data, declared_charset(data)).text)
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        tree = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The Factiva export is no proper XML.") from error
    if tree is None:
        raise ImportSkipped(name, SkipCode.MALFORMED, "The Factiva export is no proper XML.")
    for number, article in enumerate(tree.iterfind(".//{*}article"), 1):
        yield _of_element(article, str(number))


def _of_element(article: etree._Element, part: str) -> RawDocument:
    published = _words(article.find("{*}publicationDate/{*}dateTime")) or _words(article.find("{*}publicationDate/{*}date"))
    title = _words(article.find("{*}headline"))
    record = Record(
        title=title,
        source=_words(article.find("{*}sourceName")),
        author=re.sub(r"^By\s+", "", _words(article.find("{*}byline"))),
        published=published,
        updated=_words(article.find("{*}modificationDate/{*}dateTime")),
        language=_words(article.find("{*}baseLanguage")).lower(),
        key=_words(article.find("{*}accessionNo")),
    )
    return from_paragraphs(_of_parts(article, title), record.hints(), part=part)


def _of_parts(article: etree._Element, title: str) -> Iterator[Paragraph]:
    """Headline, byline, lead and rest in the order of the record; copyright and notes stand aside."""
    for element in article.iterchildren(etree.Element):
        tag = _NAMESPACE.sub("", str(element.tag))
        if tag == "headline":
            yield Paragraph(title, BlockKind.HEADING, 1)
        elif tag in ("byline", "credit", "columnName", "sectionName", "contact"):
            yield Paragraph(_words(element), path="" if tag == "byline" else "aside")
        elif tag in ("leadParagraph", "tailParagraphs", "corrections"):
            yield from (Paragraph(words) for words in _told(element))
        elif tag in ("copyright", "notes", "art"):
            yield Paragraph(_words(element), path="footer")


def _told(element: etree._Element) -> Iterator[str]:
    """The paragraphs of an element; where it marks none, an indented line begins one."""
    marked = list(element.iterfind("{*}paragraph"))
    if marked:
        yield from map(_words, marked)
        return
    for words in re.split(r"\n\s*\n|\n(?= {3,}\S)", "".join(map(str, element.itertext()))):
        yield " ".join(words.split())


def _words(element: etree._Element | None) -> str:
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def _coded(lines: Sequence[str], part: str) -> RawDocument:
    """An article whose fields are named by codes of two or three letters."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if found := _CODED.match(line):
            code = found[1]
            fields.setdefault(code, []).extend([found[2]] if found[2] else [])
        elif code:
            fields[code].append(line)
    value = {code: " ".join(rows) for code, rows in fields.items()}
    key = _MARK.search(lines[-1])
    record = _record(value.get("HD", ""), value.get("SN", ""), value.get("BY", ""), value.get("PD", ""), value.get("LA", ""), key)
    return from_paragraphs(_of_fields(fields, value), record.hints(), part=part)


def _of_fields(fields: dict[str, list[str]], value: dict[str, str]) -> Iterator[Paragraph]:
    for code, rows in fields.items():
        if code == "HD":
            yield Paragraph(value["HD"], BlockKind.HEADING, 1)
        else:
            aside = "" if code in (*_TEXT, "BY", "PD") else "aside"
            yield from (Paragraph(row, path=aside) for row in rows)


def _shown(lines: Sequence[str], part: str) -> RawDocument:
    """An article as Factiva shows it: title, author, words, date, source and its code, language, copyright, then the text."""
    at = next((n for n, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    key = _MARK.search(lines[-1])
    if at is None:
        title = lines[0] if len(lines) > 1 else ""
        record, head = _record(title, "", "", "", "", key), 0
    else:
        above = lines[:at]
        author = next((line for line in above if re.match(r"(?:By|Von|Par|Por|Di) \S", line)), "")
        named = [line for line in above if line != author]
        title = named[1] if len(named) > 1 and len(named[0].split()) <= 3 else named[0] if named else ""
        head = next((n for n, line in enumerate(lines[at : at + 14], at) if _COPYRIGHT.match(line)), at)
        facts = [line for line in lines[at + 1 : head] if not _TIME.match(line)]
        day = next((line for line in facts if _DATE.match(line)), "")
        rest = [line for line in facts if line != day]
        source = next((line for line in rest if not _SHORT.match(line) and line.lower() not in _LANGUAGES), "")
        language = next((line for line in rest if line.lower() in _LANGUAGES), "")
        record = _record(title, source, author, day, language, key)
    return from_paragraphs(_as_shown(lines, at, head, record), record.hints(), part=part)


def _as_shown(lines: Sequence[str], at: int | None, head: int, record: Record) -> Iterator[Paragraph]:
    for number, line in enumerate(lines):
        if line == record.title and (at is None or number < at):
            yield Paragraph(line, BlockKind.HEADING, 1)
        elif number == len(lines) - 1:
            yield Paragraph(line, path="footer")
        else:
            yield Paragraph(line, path="aside" if at is not None and at <= number <= head and line != record.published else "")


def _record(title: str, source: str, author: str, published: str, language: str, key: re.Match[str] | None) -> Record:
    return Record(
        title=title,
        source=source,
        author=re.sub(r"^(?:By|Von|Par|Por|Di)\s+", "", author),
        published=published,
        language=_LANGUAGES.get(language.strip().lower(), ""),
        key=key[1] if key else "",
    )
