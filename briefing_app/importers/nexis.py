"""Exports of Nexis (text, HTML, Word; the old form and that of Nexis Uni and Advance): one article a document of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing_app.importers import archive, docx
from briefing_app.importers.exported import paragraphs_of
from briefing_app.importers.paragraphs import Paragraph, from_paragraphs
from briefing_app.importers.records import Record
from briefing_app.model.document import BlockKind, RawDocument
from briefing_app.model.errors import ImportSkipped, SkipCode

_COUNTED = re.compile(r"\d{1,9} (?:of|de|von) \d{1,9} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?)$")
_COUNTED_BYTES = re.compile(rb"\d{1,9} (?:of|de|von) \d{1,9} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?)\s*(?:<|\r?\n|$)")
_END = re.compile(r"End of Document$")
_DATE = re.compile(
    r"(?:\w+day,? )?(?:[^\W\d_]{3,10}\.? \d{1,2}, ?\d{4}|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4})\b", re.IGNORECASE
)
_FIELD = re.compile(
    r"(BYLINE|SECTION|LENGTH|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|HIGHLIGHT|DATELINE|CORRECTION-DATE|CORRECTION|SERIES|JOURNAL-CODE|"
    r"SUBJECT|ORGANIZATION|COMPANY|TICKER|INDUSTRY|GEOGRAPHIC|PERSON|CITY|COUNTRY|STATE|NOTES?|URL|DISTRIBUTION|UPDATE|TYPE|BODY|ISSN|"
    r"CLASSIFICATION|ACC-NO|PUB-TYPE|RUBRIK|AUTOR|LÄNGE|SPRACHE|LONGUEUR|LANGUE|AUTEUR|LONGITUD)(?:: ?|$)(.*)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(copyright|©|\(c\)) ?\d{0,4}|all rights reserved", re.IGNORECASE)
_HEAD_FIELDS = frozenset(
    ("BYLINE", "SECTION", "LENGTH", "HIGHLIGHT", "DATELINE", "SERIES", "URL", "BODY", "RUBRIK", "AUTOR", "LÄNGE", "AUTEUR")
)
_AUTHORS = ("BYLINE", "AUTOR", "AUTEUR")
_HEAD_REACH = 14
_LANGUAGES = {"english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl", "portuguese": "pt"}


def recognise(data: bytes, _name: str) -> float:
    """By the lines that count or end the documents."""
    if data.startswith(b"PK\x03\x04"):
        return 0.995 if docx.recognise(data, "") and _in_word(data) else 0.0
    head = data[: 1 << 20]
    if _COUNTED_BYTES.search(head) and re.search(rb"(?:LENGTH|LOAD-DATE|LANGUAGE|BYLINE|SECTION):", head):
        return 0.985
    if re.search(rb"End of Document\s*(?:<|\r?\n|$)", head) and re.search(rb"(?:Length|Load-Date):", head):
        return 0.985
    return 0.0


def read(data: bytes, name: str) -> Iterator[RawDocument]:
    """The articles in their order. The cover page and the list of contents belong to none of them."""
    found = paragraphs_of(data, name)
    counted = any(_COUNTED.fullmatch(line) for line in found)
    chunks = _chunks(found, _COUNTED if counted else _END, before=not counted)
    some = False
    for number, chunk in enumerate(chunks, 1):
        raw = _article(chunk, str(number), source_first=counted)
        if raw is not None:
            some = True
            yield raw
    if not some:
        raise ImportSkipped(name, SkipCode.MALFORMED, "No article was found in this Nexis export.")


def _in_word(data: bytes) -> bool:
    """Whether the main part of a Word document ends its documents as Nexis does."""
    try:
        with archive.opened(data, "") as parts:
            text = archive.read_entry(parts, parts.getinfo(docx.MAIN_PART), "", archive.MOST_MEMBER)
    except (ImportSkipped, KeyError):
        return False
    words = re.sub(rb"<[^>]*>", b"\n", text)
    return bool(_COUNTED_BYTES.search(words) or (re.search(rb"End of Document\s", words) and re.search(rb"(?:Length|Load-Date):", words)))


def _chunks(lines: Sequence[str], mark: re.Pattern[str], *, before: bool) -> list[list[str]]:
    """The lines between marks; ``before``: a mark ends its document, else it begins one."""
    chunks: list[list[str]] = [[]]
    for line in lines:
        if mark.fullmatch(line):
            chunks.append([])
        else:
            chunks[-1].append(line)
    return chunks[:-1] if before and len(chunks) > 1 else chunks[1:] or chunks


def _article(lines: list[str], part: str, *, source_first: bool) -> RawDocument | None:
    """Source, date and title stand in this order in the old form, title, source and date in the new one."""
    at = next((n for n, line in enumerate(lines) if _DATE.match(line) and _is_head(lines, n)), None)
    if at is None:
        return None
    first_field = next((n for n in range(at + 1, len(lines)) if (f := _FIELD.match(lines[n])) and f[1].upper() in _HEAD_FIELDS), at + 1)
    between = [line for line in lines[at + 1 : first_field] if not _COPYRIGHT.match(line)]
    if source_first:
        start, source, title = 0, lines[0] if at else "", _title(between)
    else:
        start = max(0, at - 2)
        title, source = (lines[at - 2], lines[at - 1]) if at >= 2 else (lines[0] if at else "", "")
    fields = _fields(lines[at:])
    record = Record(
        title=title,
        source=re.sub(r"\s*\(\w[^()]*\)$|(?<=\w)\([^()]*\)$", "", source),
        author=re.sub(r"^(?:By|Von|Par|Por)\s+", "", next((fields[name] for name in _AUTHORS if name in fields), ""), flags=re.IGNORECASE),
        published=lines[at],
        language=_LANGUAGES.get(fields.get("LANGUAGE", "").lower().split(";")[0], ""),
        url=fields.get("URL", ""),
    )
    return from_paragraphs(_paragraphs(lines[start:], title), record.hints(), part=part)


def _is_head(lines: Sequence[str], at: int) -> bool:
    """Whether fields of the head follow soon."""
    return any(_FIELD.match(line) or _COPYRIGHT.match(line) for line in lines[at + 1 : at + 1 + _HEAD_REACH])


def _title(between: Sequence[str]) -> str:
    """The longest of the lines between date and fields; lines such as "Late Edition - Final" are shorter."""
    return max(between[:4], key=lambda line: (not re.search(r"\bedition\b", line, re.IGNORECASE), len(line)), default="")


def _fields(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if field := _FIELD.match(line):
            found.setdefault(field[1].upper(), field[2].strip())
    return found


def _paragraphs(lines: Sequence[str], title: str) -> Iterator[Paragraph]:
    """The whole document: what the database says about the article stands aside of it."""
    told = False
    ended = False
    for line in lines:
        field = _FIELD.match(line)
        if line == title and not told:
            told = True
            yield Paragraph(line, BlockKind.HEADING, 1)
        elif field and field[1].upper() in _HEAD_FIELDS and not ended:
            yield Paragraph(line, path="aside")
        elif field or _COPYRIGHT.match(line):
            ended = ended or field is not None
            yield Paragraph(line, path="footer")
        else:
            yield Paragraph(line, path="footer" if ended else "")
