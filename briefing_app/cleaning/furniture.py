"""Furniture: share bars, menus, subscription appeals, cookie and legal lines, forms, what a page says to its reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing_app.cleaning.lines import Label, Line
from briefing_app.model.article import ZoneKind
from briefing_app.model.document import BlockKind
from briefing_app.paths import resource

_LONGEST = 420
_LONG_ITEM = 64
_LEAST_REPEATED = 40
_MOST_REPEATED = 300
_LEAST_LABEL = 12
_OFTEN = 3
_SHORT_ITEM = 30
_OWN_RIGHT = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.IMAGE_ALT})
_PLEA_AT = 2
_TOPICS = (3, 4)
_ADDRESS_ONLY = "only an address"

_FULL_TAIL = re.compile(r"[\s.:;,!|•·>»→↓↑▼+*-]+$")
_PUNCTUATION_ONLY = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"(https?://|www\.)\S+|[\w.+-]+@[\w-]+(\.[\w-]+)+", re.IGNORECASE)

# Signs that a line speaks to its reader. One alone says nothing: opinion pieces say "you" too.
_SIGNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"\b(you|your|yours|yourself)\b", re.IGNORECASE),
    re.compile(r"\b(we|our|(?-i:us))\b", re.IGNORECASE),
    re.compile(
        r"^[\W\d_]*(and |please )?(sign|subscribe|get|follow|join|register|contact|click|download|share|send|inform|visit|discover|try|"
        r"support|donate|enter|check|learn|browse|explore|stay|watch|tune|book|buy|order|tell|welcome|help|become)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(newsletters?|podcasts?|webinars?|events?|summits?|symposium|app|inbox|subscri\w+|updates|insights|registering|registration|"
        r"tickets?|membership|free trial|quiz|offers?|advertis\w+)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(facebook|twitter|linkedin|instagram|youtube|whatsapp|telegram|tiktok|social media)\b", re.IGNORECASE),
    re.compile(r"(https?://|www\.|@\w|#\w{3,}|[\w.+-]+@[\w-]+\.\w+)"),
    re.compile(r"!(?=\s|$|\w)"),
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(where, reason, pattern) of resources/cleaning/furniture.tsv, one pattern for all rows of the same place and reason."""
    rows: dict[tuple[str, str], list[str]] = {}
    for line in resource("cleaning", "furniture.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            where, _language, reason, pattern = line.split("\t")
            rows.setdefault((where, reason), []).append(f"(?:{pattern})")
    return tuple((where, reason, re.compile("|".join(found), re.IGNORECASE)) for (where, reason), found in rows.items())


def furniture(lines: Sequence[Line], main: frozenset[int] = frozenset()) -> dict[int, Label]:
    """The lines that are furniture by their own words, or by standing in a menu, by line number. No line of ``main`` is a menu's."""
    found: dict[int, Label] = {}
    for line in lines:
        if (label := furniture_line(line)) and not (line.number in main and label.reason == _ADDRESS_ONLY):
            found[line.number] = label
    found.update({number: label for number, label in _repeats(lines).items() if number not in found and number not in main})
    found.update({number: label for number, label in _menus(lines).items() if number not in found and number not in main})
    return found


def furniture_line(line: Line) -> Label | None:
    """The label of one line by its words, None when nothing speaks for furniture."""
    words = line.bare
    if len(line.span) > _LONGEST or not words:
        return None
    if _PUNCTUATION_ONLY.fullmatch(words):
        return Label(ZoneKind.BOILERPLATE, "no words", 0.8)
    if _ADDRESS.fullmatch(words):
        return Label(ZoneKind.BOILERPLATE, _ADDRESS_ONLY, 0.9)
    whole = _FULL_TAIL.sub("", words)
    for where, reason, pattern in _patterns():
        if where == "full":
            hit = pattern.fullmatch(whole) or pattern.fullmatch(words)
        else:
            hit = pattern.match(words) if where == "start" else pattern.search(line.unquoted)
        if hit:
            return Label(ZoneKind.BOILERPLATE, reason, 0.95 if where == "full" else 0.85)
    return None


def speaks_to_reader(line: Line) -> int:
    """How many kinds of signs say that the page speaks to its reader here (0 to 7), quotations left out."""
    if len(line.span) > _LONGEST:
        return 0
    words = line.unquoted
    return sum(1 for sign in _SIGNS if sign.search(words))


def turns_to_reader(line: Line) -> int:
    """As `speaks_to_reader`, without what stories tell of too: networks, events, memberships (0 to 5)."""
    return sum(1 for number, sign in enumerate(_SIGNS) if number not in _TOPICS and sign.search(line.unquoted))


def pleas(lines: Sequence[Line], inside: Sequence[bool]) -> dict[int, Label]:
    """Lines behind the story that speak to the reader. ``inside`` says which lines are not behind it: they are left alone.

    "You" and "we" alone do not make a plea; a thing offered, a network, an address or a third sign does.
    """
    found = {}
    for line in lines:
        if inside[line.number] or len(line.span) > _LONGEST:
            continue
        words = line.unquoted
        signs = [bool(sign.search(words)) for sign in _SIGNS]
        if sum(signs) >= _PLEA_AT + 1 or (sum(signs) >= _PLEA_AT and any(signs[3:6])):
            found[line.number] = Label(ZoneKind.BOILERPLATE, "speaks to the reader", min(0.9, 0.5 + 0.1 * sum(signs)))
    return found if sum(lines[number].size for number in found) <= _mass(lines, inside) else {}


def _mass(lines: Sequence[Line], inside: Sequence[bool]) -> float:
    """How much long text is not behind the story: a text that turns to its reader from end to end is a story of that kind."""
    return sum(line.size for line in lines if inside[line.number] and line.size >= _LEAST_REPEATED)


def _repeats(lines: Sequence[Line]) -> dict[int, Label]:
    """Lines that stand in the text more than once: captions and leads of other stories do, a story's own do not.

    Of sentences the first of two stays; of three and more none does. Of lines that end none the first of three and more stays: pages
    repeat their own headlines.
    """
    places: dict[str, list[int]] = {}
    for line in lines:
        if _LEAST_REPEATED <= line.size <= _MOST_REPEATED and line.ends_sentence:
            places.setdefault(line.words, []).append(line.number)
    found: dict[int, Label] = {}
    for numbers in places.values():
        for number in numbers[1 if len(numbers) == 2 else 0 :] if len(numbers) > 1 else ():
            found[number] = Label(ZoneKind.BOILERPLATE, f"stands in the text {len(numbers)} times", 0.7)
    places = {}
    for line in lines:
        if _LEAST_LABEL <= line.size <= _MOST_REPEATED and not line.ends_sentence:
            places.setdefault(line.words, []).append(line.number)
    for numbers in places.values():
        for number in numbers[1:] if len(numbers) >= _OFTEN else ():
            found[number] = Label(ZoneKind.BOILERPLATE, f"stands in the text {len(numbers)} times", 0.7)
    return found


def _menus(lines: Sequence[Line]) -> dict[int, Label]:
    """Runs of short lines that end no sentence: at least four, with bullets three."""
    found: dict[int, Label] = {}
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and _is_item(line) and not (run and line.bulleted != run[-1].bulleted):
            run.append(line)
            continue
        if len(run) >= (3 if run and run[0].bulleted else 4):
            first = 1 if run[0].number == 0 and not run[0].bulleted and len(run[0].words.split()) > 2 else 0
            for item in run[first:]:
                found[item.number] = Label(ZoneKind.BOILERPLATE, f"in a list of {len(run)} short items", 0.7)
        run = [line] if line is not None and _is_item(line) else []
    return found


def _is_item(line: Line) -> bool:
    """Whether a line could stand in a menu: a few words that end no sentence, and no heading or caption of a page."""
    if line.ends_sentence or (line.block is not None and line.block.kind in _OWN_RIGHT):
        return False
    return line.size <= (_LONG_ITEM if line.bulleted else _SHORT_ITEM)
