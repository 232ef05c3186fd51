"""Finds proper names, what kind they are and the fullest form that the article gives; hides capitals, titles and short forms."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing_app.language.frequency import ordinary
from briefing_app.language.lines import Line
from briefing_app.language.name_joints import is_time, joined
from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import listed, stem
from briefing_app.model.article import ZoneKind
from briefing_app.model.findings import NameKind, NameMention
from briefing_app.model.span import Span

_HEADLINE_SHARE = 0.6
_SHORT_BODIES = frozenset(["inc", "co", "ltd", "llc", "plc", "sun"])
_TITLE_TAILS = listed(
    "state defense defence war treasury commerce energy labor labour agriculture transportation education health homeland security staff "
    "police"
)


@dataclass(slots=True)
class Name:
    """One run of capitals, its titles taken off: the words of the name and where they stand."""

    words: tuple[str, ...]
    span: Span
    titled: bool
    line: int
    kind: NameKind = NameKind.OTHER
    full: str = ""


@dataclass(slots=True)
class Names:
    """All names of an article, and the lookups that speech needs."""

    mentions: list[Name] = field(default_factory=list)
    people: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    by_start: dict[int, Name] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)

    def inside(self, span: Span) -> list[Name]:
        """The names that lie inside ``span``, in order."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, lo=first)
        return [name for name in self.mentions[first:last] if name.span.end <= span.end]

    def as_findings(self) -> tuple[NameMention, ...]:
        """Every mention as the model wants it."""
        return tuple(NameMention(name.span, name.full, name.kind) for name in self.mentions)


def find_names(lines: Sequence[Line], pack: LangPack) -> Names:
    """Every proper name in the lines, resolved to its fullest form."""
    seen, lower = _capitals(lines)
    mentions: list[Name] = []
    for number, line in enumerate(lines):
        headline = _is_headline(line)
        for start, end in _runs(line.tokens, pack):
            name = _name(line, number, start, end, pack)
            if name and _is_name(name, line, start, headline, seen, lower, pack):
                mentions.append(name)
    _resolve(mentions, pack)
    return Names(
        mentions,
        frozenset(name.full for name in mentions if name.kind is NameKind.PERSON),
        frozenset(name.full for name in mentions if name.kind is NameKind.ORGANISATION),
        {name.span.start: name for name in mentions},
        [name.span.start for name in mentions],
    )


def _capitals(lines: Sequence[Line]) -> tuple[Counter[str], set[str]]:
    """Words seen with a capital inside a sentence, and words seen without one."""
    seen: Counter[str] = Counter()
    lower: set[str] = set()
    for line in lines:
        if _is_headline(line):
            continue
        fresh = True
        for token in line.tokens:
            if token.text[0].isalpha():
                if token.tag is Tag.NAME and not fresh:
                    seen[_bare(token)] += 1
                elif not token.text[0].isupper():
                    lower.add(token.low)
                fresh = False
            elif token.tag in (Tag.QUOTE, Tag.COLON, Tag.DASH):
                fresh = True
    return seen, lower


def _is_headline(line: Line) -> bool:
    letters = [token for token in line.tokens if token.text[0].isalpha() and len(token.text) > 3]
    if line.zone is not ZoneKind.TITLE and line.tokens and line.tokens[-1].text == ".":
        return False
    return len(letters) > 3 and sum(token.text[0].isupper() for token in letters) > _HEADLINE_SHARE * len(letters)


def _runs(tokens: list[Token], pack: LangPack) -> list[tuple[int, int]]:
    """Stretches of name tokens, with the small words that may stand inside a name."""
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        if tokens[index].tag is not Tag.NAME or is_time(tokens, index, pack):
            index += 1
            continue
        end = index + 1
        while end < len(tokens) and not tokens[end - 1].possessive and (step := joined(tokens, index, end, pack)):
            end += step
        runs.append((index, end))
        index = end
    return runs


def _bare(token: Token) -> str:
    return token.text[:-2] if token.low.endswith("'s") else token.text.rstrip("'’")


def _name(line: Line, number: int, start: int, end: int, pack: LangPack) -> Name | None:
    """The run without the titles before it, None when nothing but titles stands there."""
    tokens, titles = line.tokens, pack.naming.titles
    first = _after_titles(tokens, start, end, pack)
    titled = first > start
    if not titled and start == 0 and end > 2 and tokens[0].low.removesuffix("s") in pack.speech.people_nouns - {tokens[0].low}:
        first = 1  # "Owners Torvane Lines said"
    if first >= end:
        return None
    alone = first == end - 1
    if alone and tokens[first].low.rstrip(".") in titles and not titled:
        return None
    words = tuple(word for token in tokens[first:end] if (word := _bare(token)))
    if not words:
        return None
    last = tokens[end - 1]
    stop = last.end - (2 if last.low.endswith("'s") else 0)
    titled = titled or _described(tokens, start, end, pack)
    return Name(words, Span(tokens[first].start, stop), titled, number)


def _described(tokens: list[Token], start: int, end: int, pack: LangPack) -> bool:
    """Whether a role stands beside the name: ``spokesman Okafor``, ``the spokesman, Ada Okafor``, ``Ada Okafor, a spokesman``."""
    naming, people = pack.naming, pack.speech.people_nouns
    before = start - 2 if start > 1 and tokens[start - 1].tag is Tag.COMMA else start - 1
    if before >= 0 and tokens[before].low.rstrip(".") in naming.titles and (before == start - 1 or end - start > 1):
        return True
    if end - start < 2 or end >= len(tokens) or tokens[end].tag is not Tag.COMMA:
        return False
    for token in tokens[end + 1 : end + 8]:
        if token.tag in (Tag.COMMA, Tag.PREPOSITION, Tag.FINITE, Tag.RELATIVE, Tag.STOP):
            return False
        if token.low in people or token.low in naming.titles:
            return token.tag is Tag.WORD
    return False


def _after_titles(tokens: list[Token], start: int, end: int, pack: LangPack) -> int:
    """The token after the last title in the run ("White House Press Secretary Ada Okafor"); ``start`` when there is none."""
    naming = pack.naming
    for index in range(min(end, start + 8) - 1, start - 1, -1):
        if tokens[index].low.rstrip(".") not in naming.title_heads or tokens[index].possessive:
            continue
        after = index + 1
        while after + 1 < end and tokens[after].low == "of" and (tokens[after + 1].low in _TITLE_TAILS or tokens[after + 1].low == "the"):
            after += 2
            while after < end and tokens[after].low in _TITLE_TAILS:
                after += 1
        if after >= end:
            return end if after > index + 1 or index > start else start
        if any(_is_body(token.text, pack) or token.low in ("affairs", "relations", "of") for token in tokens[after:end]):
            continue
        return after
    return start


def _is_name(name: Name, line: Line, start: int, headline: bool, seen: Counter[str], lower: set[str], pack: LangPack) -> bool:
    if headline:
        return all(seen[word] for word in name.words if word[0].isupper())
    opens = (
        start == 0
        or all(not token.text[0].isalnum() for token in line.tokens[:start])
        or line.tokens[start - 1].tag in (Tag.QUOTE, Tag.COLON)
    )
    if len(name.words) > 1 or name.titled or not opens:
        return len(name.words[0]) > 1 or len(name.words) > 1
    word = name.words[0]
    if seen[word]:
        return True
    low = word.lower()
    if low in lower or low in pack.speech.people_nouns or low in pack.speech.media_nouns or len(word) < 2:
        return False
    naming = pack.naming
    known = low in naming.given_names or low in naming.places or low in naming.demonyms or word.isupper()
    return known or not ordinary(stem(word, pack.stemmer), pack.code)


def _resolve(mentions: list[Name], pack: LangPack) -> None:
    """Give every mention its kind and the fullest form that stands in the article."""
    forms = Counter(" ".join(name.words) for name in mentions)
    titled = {" ".join(name.words) for name in mentions if name.titled}
    longer = [tuple(form.split(" ")) for form in forms if " " in form]
    kinds = {form: _kind(tuple(form.split(" ")), form in titled, pack) for form in forms}
    by_last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    by_initials: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in longer:
        by_last[words[-1]].append(words)
        by_first[words[0]].append(words)
        by_initials["".join(word[0] for word in words if word[0].isupper())].append(words)
    full: dict[str, str] = {}
    for form in forms:
        words = tuple(form.split(" "))
        candidates = _fuller(words, by_last, by_first, by_initials, kinds, form in titled, pack)
        best = max(candidates, key=lambda c: (forms[" ".join(c)], -len(c)), default=words)
        full[form] = " ".join(best)
    for name in mentions:
        form = " ".join(name.words)
        name.full = full.get(full[form], full[form])
        name.kind = kinds[name.full] if kinds[name.full] is not NameKind.OTHER else kinds[form]


def _fuller(
    words: tuple[str, ...],
    by_last: dict[str, list[tuple[str, ...]]],
    by_first: dict[str, list[tuple[str, ...]]],
    by_initials: dict[str, list[tuple[str, ...]]],
    kinds: dict[str, NameKind],
    titled: bool,
    pack: LangPack,
) -> list[tuple[str, ...]]:
    """Longer names of the article that the short one can stand for."""
    word = words[-1]
    if len(words) > 1:
        kind = kinds[" ".join(words)]
        if plain := [c for c in by_last[word] if _initialled(words, c)]:
            return plain
        longer = [c for c in by_last[word] if len(c) > len(words) and c[-len(words) :] == words]
        return [c for c in longer if kind in (kinds[" ".join(c)], NameKind.OTHER)]
    if word.isupper() and 2 <= len(word) <= 6:
        return by_initials[word.replace(".", "")]
    if word.lower() in pack.naming.places or word.lower() in pack.naming.demonyms:
        return []
    surnames = [c for c in by_last[word] if kinds[" ".join(c)] is not NameKind.PLACE]
    people = [c for c in surnames if kinds[" ".join(c)] is NameKind.PERSON]
    if people or surnames:
        return people or surnames
    return [c for c in by_first[word] if kinds[" ".join(c)] is NameKind.PERSON or titled]


def _initialled(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """``Ada P. Okafor`` is who "Ada Okafor" is."""
    return len(longer) > len(words) == 2 and longer[0] == words[0] and all(len(word.rstrip(".")) == 1 for word in longer[1:-1])


def _is_body(word: str, pack: LangPack) -> bool:
    """Whether the word is one of an organisation; initials ("UN") only in capitals ("Un" is a Korean name)."""
    low = word.lower().rstrip(".")
    return low in pack.naming.organisations and (len(low) > 3 or word.isupper() or low in _SHORT_BODIES)


def _kind(words: tuple[str, ...], titled: bool, pack: LangPack) -> NameKind:
    naming = pack.naming
    lows = [word.lower().rstrip(".") for word in words]
    bodies = [_is_body(word, pack) for word in words]
    if bodies[-1] or (len(words) > 1 and any(bodies) and lows[0] not in naming.given_names):
        return NameKind.ORGANISATION
    joined = " ".join(words).lower()
    if joined in naming.places or (len(words) == 1 and lows[0] in naming.places):
        return NameKind.PLACE if not titled else NameKind.PERSON
    if titled or (len(words) > 1 and lows[0] in naming.given_names):
        return NameKind.PERSON
    if len(words) > 1 and (
        lows[-1] in naming.places or lows[0] in ("north", "south", "new", "saudi", "united", "san", "los", "las", "hong")
    ):
        return NameKind.PLACE
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return NameKind.ORGANISATION
    if len(words) == 1 and lows[0] in naming.given_names:
        return NameKind.PERSON
    return NameKind.OTHER
