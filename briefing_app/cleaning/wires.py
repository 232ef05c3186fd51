"""Agency credits by their form: they find a news agency that no table knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.cleaning.credits import known_agency, opening
from briefing_app.cleaning.lines import Label, Line
from briefing_app.model.article import ZoneKind
from briefing_app.model.span import Span

_LONGEST = 160
_PARAGRAPH = 80
_HEAD_LINES = 3

_LETTERS = r"(?P<agency>[A-Z]{2,6})"
_CREW = (
    r"(?:[A-Z][\w’'-]* ){0,3}(?:staff|agencies|wires|wire services|news services|correspondents?|reporters?|newsroom|desk|own report|"
    r"agenturen|red|avec|mit)"
)
_ALONE = re.compile(rf"\W{{0,4}}{_LETTERS}\W{{0,3}}")
_BESIDE = re.compile(rf"[(\[]{_LETTERS}\s?(?:[,/&+]|and)\s?{_CREW}[)\]]\W{{0,2}}")
_BESIDE_LAST = re.compile(rf"[(\[]{_CREW}\s?(?:[,/&+]|and)\s?{_LETTERS}[)\]]\W{{0,2}}")
_REPORTED = re.compile(
    rf"\W?(?:reporting|writing|reported|written|compiled) by "
    rf"(?:{_LETTERS} (?:staff|reporters?|correspondents?|writers?|newsroom)\b.{{0,80}}|"
    r"(?P<names>[A-ZÀ-Þ][^,()]{3,80}(?:, [A-ZÀ-Þ][^,()]{3,40})*?),? (?:for |of )?(?P<agency2>[A-Z]{2,6})\W{0,3})$",
    re.IGNORECASE,
)
_ENDING = re.compile(rf"[.!?][”\"’»]?\s+(?:[(\[]\s?|[-–—]{{1,2}}\s?){_LETTERS}[)\]]?\W{{0,2}}$")

# Capitals that stand alone or in brackets without being an agency.
_NO_AGENCY = frozenset(
    re.findall(
        r"\w+",
        "UN EU US USA UK UAE NATO WHO IMF FAQ AD ADS PDF RSS TV CEO END ENDS NEWS LIVE VIDEO PHOTO PHOTOS MORE MENU HOME NEXT PREV TOP "
        "SHARE PRINT CNN BBC CBS NBC ABC VOA PBS NPR FOX MSNBC ITV SKY RT DW ARD ZDF NHK OK AM PM GMT UTC CET EST PST BST II III IV VI VII "
        "VIII IX XI XII TOPSHOT FILE NOTE EDIT PS TAGS SPORT",
    )
)
_ALONE_HOW = "alone in a line at the foot"
_BESIDE_HOW = "credited beside others"
_END_HOW = "named at the end of the text"


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency's name as written, where it stands, how it was found, and the names of the people credited with it (empty for none)."""

    agency: str
    span: Span
    how: str
    people: str = ""


def wire_lines(lines: Sequence[Line]) -> dict[int, Label]:
    """Lines at the foot of the story that credit an agency or its people, by line number."""
    found = {}
    for credit_line, credit in _foot(lines):
        if credit.how != _END_HOW:
            kind = ZoneKind.BYLINE if "reported" in credit.how else ZoneKind.AGENCY
            found[credit_line.number] = Label(kind, credit.how, 0.75)
    return found


def wire_credits(lines: Sequence[Line], bodies: Sequence[Line]) -> tuple[Credit, ...]:
    """What datelines (of the first ``bodies``) and the foot of the story credit to agencies that are written in capitals."""
    found = []
    for line in bodies[:_HEAD_LINES]:
        if (head := opening(line)) and _is_agency(head.agency):
            start = line.words.find(head.agency)
            found.append(Credit(head.agency, _at(line, start, head.agency), "named in the dateline"))
    found.extend(credit for _, credit in _foot(lines))
    return tuple(found)


def _foot(lines: Sequence[Line]) -> list[tuple[Line, Credit]]:
    """The credits in lines that follow a paragraph, with no two paragraphs right after them."""
    found = []
    for line in lines[1:]:
        if not _follows_story(line, lines):
            continue
        if credit := _credit(line):
            if credit.how == _ALONE_HOW and _told_of(credit.agency, line, lines):
                continue
            found.append((line, credit))
    return found


def _credit(line: Line) -> Credit | None:
    if len(line.span) <= _LONGEST:
        for pattern, how in ((_ALONE, _ALONE_HOW), (_BESIDE, _BESIDE_HOW), (_BESIDE_LAST, _BESIDE_HOW)):
            if (hit := pattern.fullmatch(line.words)) and _is_agency(hit["agency"]):
                return Credit(hit["agency"], _at(line, hit.start("agency"), hit["agency"]), how)
        if hit := _REPORTED.match(line.words):
            agency = hit["agency"] or hit["agency2"]
            if agency.isupper() and _is_agency(agency):
                place = hit.start("agency") if hit["agency"] else hit.start("agency2")
                return Credit(agency, _at(line, place, agency), "names the agency that reported", hit["names"] or "")
    tail = line.words[-40:] if len(line.words) == len(line.span) else ""
    if (hit := _ENDING.search(tail)) and _is_agency(hit["agency"]):
        return Credit(hit["agency"], _at(line, len(line.words) - len(tail) + hit.start("agency"), hit["agency"]), _END_HOW)
    return None


def _is_agency(words: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{2,6}", words)) and words not in _NO_AGENCY


def agency_name(credit: Credit) -> str:
    """The usual name of the credited agency, as written when it is not a known one."""
    return known_agency(credit.agency) or credit.agency


def _follows_story(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a paragraph stands within two lines above (or the line is one) and not two right below."""
    above = lines[max(0, line.number - 2) : line.number + 1]
    below = lines[line.number + 1 : line.number + 3]
    return any(_is_paragraph(each) for each in above) and not (len(below) == 2 and all(_is_paragraph(each) for each in below))


def _is_paragraph(line: Line) -> bool:
    return line.size >= _PARAGRAPH and line.ends_sentence


def _told_of(agency: str, line: Line, lines: Sequence[Line]) -> bool:
    """Whether the story tells of the same letters: then they are a party, not a credit."""
    name = re.compile(rf"(?<![(—–-])(?<!by )\b{agency}\b(?!\))")
    return any(name.search(other.words) for other in lines[: line.number] if _is_paragraph(other))


def _at(line: Line, start: int, words: str) -> Span:
    return Span(line.span.start + start, line.span.start + start + len(words))
