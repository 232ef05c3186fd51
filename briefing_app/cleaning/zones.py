"""From labels by many signs to one zone a line: what wins over what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.cleaning.comments import comments
from briefing_app.cleaning.credits import credits, opening, sign_off
from briefing_app.cleaning.dated_lines import dated_lines
from briefing_app.cleaning.furniture import furniture, pleas, speaks_to_reader
from briefing_app.cleaning.kinship import strangers
from briefing_app.cleaning.lines import MOST_LINES, Label, Line, lines_of
from briefing_app.cleaning.masthead import Masthead, masthead
from briefing_app.cleaning.page import advice
from briefing_app.cleaning.prose import story_lines
from briefing_app.cleaning.tables import with_tables
from briefing_app.cleaning.teasers import teasers
from briefing_app.cleaning.title import Heading, heading
from briefing_app.cleaning.wires import wire_lines
from briefing_app.model.article import TOLD, Zone, ZoneKind
from briefing_app.model.document import BlockKind, RawDocument
from briefing_app.model.span import Span

_NEAR_STORY = 6
_CREDITS = frozenset({ZoneKind.BYLINE, ZoneKind.AGENCY, ZoneKind.CAPTION, ZoneKind.DATELINE})


@dataclass(frozen=True, slots=True)
class Labelled:
    """The lines, the label of each, the zones that they make, and the heading that was found."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    zones: tuple[Zone, ...]
    heading: Heading
    masthead: Masthead | None = None


def label(raw: RawDocument) -> Labelled:
    """Label every line of an article that is not empty."""
    lines = lines_of(raw)
    told = advice(raw, lines)
    known = _known(lines, told.main)
    paper = masthead(lines, raw.text) if not told.main and not raw.hint("mail:subject") else None
    if paper is not None:
        known[paper.line] = Label(ZoneKind.BOILERPLATE, "the paper's name above the headline", 0.7)
    story = story_lines(lines, known, told)
    apart = strangers(lines, story, known, paper.name if paper else "") if not told.main else {}
    known.update(apart)
    story = [inside and number not in apart for number, inside in enumerate(story)]
    found = heading(raw, lines, story, known)
    labels = tuple(with_tables(lines, _settled(lines, known, story, found), told.main))
    return Labelled(lines, labels, _zones(raw.text, lines, labels), found, paper)


def _known(lines: Sequence[Line], main: frozenset[int]) -> dict[int, Label]:
    """Labels that a line has by its own words and its neighbours', before the story is sought. ``main`` is what the markup advises."""
    known = furniture(lines, main)
    known.update(dated_lines(lines))
    known.update(wire_lines(lines))
    known.update({number: each for number, each in credits(lines).items() if number not in known})
    known.update({number: each for number, each in teasers(lines, known).items() if number not in known})
    known.update(comments(lines, main))
    known.update({number: each for number, each in pleas(lines, _inside(lines, known, main)).items() if number not in known})
    if not main:
        known.update({number: each for number, each in _behind_comments(lines, known).items() if number not in known})
    return known


def _behind_comments(lines: Sequence[Line], known: dict[int, Label]) -> dict[int, Label]:
    """What stands behind the last readers' comment: no story goes on there, when most of the running text stands before the first."""
    numbers = [number for number, each in known.items() if each.kind is ZoneKind.COMMENT]
    if not numbers:
        return {}
    first, last = min(numbers), max(numbers)
    clear = [line for line in lines if line.number not in known and line.prose_score > 1]
    if sum(line.size for line in clear if line.number < first) < sum(line.size for line in clear if line.number > last):
        return {}
    return {line.number: Label(ZoneKind.BOILERPLATE, "behind the readers' comments", 0.7) for line in lines[last + 1 :]}


def _inside(lines: Sequence[Line], known: dict[int, Label], main: frozenset[int]) -> list[bool]:
    """Which lines do not stand behind the last line of clear prose that does not speak to the reader, or are advised to be in."""
    clear = (line.number for line in reversed(lines) if line.number not in known and line.prose_score >= 2.0 and speaks_to_reader(line) < 2)
    last = next(clear, len(lines))
    return [line.number <= last or line.number in main for line in lines]


def _settled(lines: Sequence[Line], known: dict[int, Label], story: Sequence[bool], found: Heading) -> tuple[Label, ...]:
    """One label a line. The heading wins over the rest; credits count near the story only."""
    inside = [line.number for line in lines if story[line.number] and line.number not in known]
    first, last = (inside[0], inside[-1]) if inside else (0, len(lines))
    first = min(first, found.line) if found.line is not None else first
    signed = {line.number for line in sign_off(lines, last)}
    labels = []
    for line in lines:
        given = found.labels.get(line.number) or known.get(line.number)
        if line.number in signed:
            given = Label(ZoneKind.BYLINE, "a name and a role at the foot", 0.6)
        elif given is not None and given.kind in _CREDITS and not first - _NEAR_STORY <= line.number <= last + _NEAR_STORY:
            given = Label(ZoneKind.BOILERPLATE, "a credit far from the story", 0.6)
        labels.append(given or _unlabelled(line, lines, story))
    if not any(each.kind in TOLD for each in labels):
        return tuple(Label(ZoneKind.BODY, "the only text there is", 0.3) if each.kind is ZoneKind.BOILERPLATE else each for each in labels)
    return tuple(labels)


def _unlabelled(line: Line, lines: Sequence[Line], story: Sequence[bool]) -> Label:
    """Body, heading, caption or surroundings, for a line that nothing else labels."""
    kind = line.block.kind if line.block else BlockKind.PARAGRAPH
    if kind in (BlockKind.IMAGE_ALT, BlockKind.CAPTION):
        near = any(story[max(0, line.number - 3) : line.number + 4])
        reason = "text of a picture" if near else "text of a picture outside the story"
        return Label(ZoneKind.CAPTION if near else ZoneKind.BOILERPLATE, reason, 0.8)
    sure = round(min(0.97, 0.6 + 0.07 * abs(line.prose_score)), 2)
    if not story[line.number]:
        return Label(ZoneKind.BOILERPLATE, "outside the running text", min(sure, 0.85))
    if kind is BlockKind.HEADING:
        return Label(ZoneKind.HEADING, "a heading of the page", 0.9)
    if _cross_head(line, lines, story):
        return Label(ZoneKind.HEADING, "a short line that ends no sentence, before a paragraph", 0.6)
    return Label(ZoneKind.BODY, "running text", sure)


def _cross_head(line: Line, lines: Sequence[Line], story: Sequence[bool]) -> bool:
    if line.ends_sentence or line.size > 70 or line.bulleted or line.words.endswith((",", ";", ":")) or line.number + 1 >= len(lines):
        return False
    after = lines[line.number + 1]
    return story[after.number] and after.size >= 80 and line.words[:1].isupper() and line.number > 0


def _zones(text: str, lines: Sequence[Line], labels: Sequence[Label]) -> tuple[Zone, ...]:
    """A zone a line; a dateline at the head of the first paragraph is cut off as its own."""
    zones: list[Zone] = []
    dated = False
    for line, each in zip(lines, labels, strict=True):
        span = line.bare_span if each.kind is ZoneKind.TITLE else line.span
        if each.kind is ZoneKind.BODY and not dated:
            dated = True
            if head := opening(line):
                words = Span(head.span.start, head.span.end - 1)
                zones.append(Zone(ZoneKind.DATELINE, words, "place, date or agency before the first sentence", 0.85))
                span = Span(head.span.end, line.span.end)
        zones.append(Zone(each.kind, span, each.reason, each.confidence))
    if len(lines) >= MOST_LINES and (rest := text[lines[-1].span.end :]).strip():
        start = lines[-1].span.end + len(rest) - len(rest.lstrip())
        zones.append(Zone(ZoneKind.BOILERPLATE, Span(start, len(text.rstrip())), f"beyond the first {MOST_LINES} lines", 0.1))
    return tuple(zones)
