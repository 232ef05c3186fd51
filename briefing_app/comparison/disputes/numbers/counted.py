"""What a number counts: people by what happened to them, a noun, money, a share; hides where the words stand that tell it.

A number alone says nothing. Each count gets a kind, whether it is only a part of another, whose it is and the words of its clause, by which
the counts of two articles are held against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from briefing_app.comparison.deeds import Deed
from briefing_app.comparison.disputes.numbers.measures import measured
from briefing_app.comparison.disputes.numbers.outcomes import ANYBODY, FAR, NEAR, NUMBER_OF, OUTCOMES, outcome
from briefing_app.comparison.disputes.numbers.vague import vague_numbers
from briefing_app.comparison.sides import Side
from briefing_app.comparison.units import Unit
from briefing_app.comparison.wording import tokens_in
from briefing_app.comparison.years import is_year, may_be_year
from briefing_app.language import pack_for
from briefing_app.language.numbers import singular
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import listed, stem
from briefing_app.model.findings import NameKind, NumberMention
from briefing_app.model.span import Span

_ALIKE = {
    word: words[0]
    for words in (
        ["home", "house", "property", "dwelling", "household", "building"],
        ["job", "post", "position", "role"],
        ["prisoner", "captive", "detainee", "inmate", "hostage"],
        ["worker", "employee", "staff"],
        ["pupil", "student"],
        ["ship", "vessel", "boat"],
        ["car", "vehicle"],
        ["shop", "store"],
        ["soldier", "troop"],
        ["fighter", "militant", "insurgent", "rebel"],
        ["lawmaker", "legislator"],
    )
    for word in words
}
"""What is counted under several names, by the first of them."""

_MONEY = listed("dollar euro pound yen yuan rupee rouble ruble won crown franc krona krone peso real lira shekel rand")
_PRICES = listed("sum price cost costs worth paid pay deal bid offer budget value fine fee debt debts loan")
_MEASURED = listed("magnitude temperature speed depth height price cost value turnout age")
_VOTED = listed("vote votes voted voting approved rejected passed ratified adopted backed defeated senators lawmakers")
_QUAKES, _QUAKE = listed("quake earthquake tremor"), (3.0, 10.0)  # magnitudes that are worth a report
_EVERY = listed("all total")
_PARTS = listed("including among another additional further extra")
_RATES = listed("daily annually yearly monthly weekly hourly average averaging averaged per each every rate")
_CHANGES = listed("cuts cut increase increases reduction reductions savings rise decrease")
_STRETCH = listed("first last next previous final past")
_OTHERS = listed("other more new longer longest")
_NONE, _IF = listed("no none nobody"), listed("if unless whether ensure hope hopes hoped")
_ONE = {"children": "child", "peopl": "person"}
_PERIODS = listed("day week month year")
_PEOPLE = listed("people men women children")
_TO = listed("to - – or and % per cent percent")
_SHARED = listed("turnout unemployment inflation joblessness")  # what a share is told of once and for all
_RISEN, _RISE = listed("rose risen rises rising climbed climbs jumped grew grown increased climbing reached"), 4
_STAFF, _EMPLOYING = listed("person man woman"), listed("employs employ employed employing workforce")
_SINCE = listed("since until by")
_PAST = listed("ago last previous earlier")
_EVERYWHERE = listed("worldwide globally nationwide nationally statewide countrywide elsewhere")
_WHERE = listed("in at near outside")
_FURNITURE = listed("photo image picture slide comment share")  # "2 of 32 Photos": of the page, not of the story
_BIG = 1e5  # from which a bare number is money or people, never a rank


@dataclass(frozen=True)
class Count:
    """A number of a sentence (by its unit) with what it counts; ``clause`` are the words that tell of it, ``side`` the whole sentence.

    ``every``: all that there are ("all 12"). ``vague``: told by its order only ("dozens"). ``heads`` are the stems of the counted phrase
    and of its base ("of the countries"), ``owner`` those of the name whose count it is.
    """

    unit: int
    mention: NumberMention
    side: Side
    clause: Side
    kind: str
    part: bool
    heads: frozenset[str]
    owner: frozenset[str]
    every: bool = False
    vague: bool = False

    @property
    def beside(self) -> frozenset[str]:
        """The stems of the counted phrase without the kind itself, under whatever name ("boats" of ships)."""
        kinds = {stem(word, "english") for word in self.kind.split()} | _names_of(self.kind)
        return frozenset(one for one in self.heads if one not in ANYBODY and one not in kinds)

    @property
    def of_whom(self) -> frozenset[str]:
        """Of an outcome: the stems that tell whom it counts, without words for just anybody and for what happened; empty for all."""
        return self.heads - ANYBODY

    @cached_property
    def attributive(self) -> bool:
        """Whether the number and its unit are one word before a noun: "a 450-pound gorilla"."""
        return bool(self.mention.unit) and self.side.printed(self.mention.span).lower().endswith(f"-{self.mention.unit}")

    @cached_property
    def act(self) -> Deed | None:
        """The deed that the count takes part in: the last one that reaches to it."""
        return next((deed for deed in reversed(self.side.deeds) if deed.reach.overlap(self.mention.span)), None)

    @cached_property
    def places(self) -> frozenset[str]:
        """Stems of the places named in the clause."""
        unit = self.clause.unit
        named = [name for name in unit.names if self.clause.span.holds(name.span)]
        spans = [
            name.span for name in named if name.kind is NameKind.PLACE or (name.kind is NameKind.OTHER and _stands_in(unit, name.span))
        ]
        return frozenset(word.stem for word in self.clause.words if any(span.holds(word.span) for span in spans))

    @cached_property
    def everywhere(self) -> bool:
        """Whether it counts beyond any one place: "worldwide"."""
        return any(word.low in _EVERYWHERE for word in self.clause.words)

    @cached_property
    def elsewhen(self) -> bool:
        """Whether it tells of another occasion: "in 1998", "in September", "two weeks ago"."""
        months = pack_for(self.clause.unit.language).counting.months
        words = [word for word in self.clause.words if not self.mention.span.holds(word.span)]
        pairs = zip(("", *(word.low for word in words)), words, strict=False)
        year = any(is_year(w.text) and before not in _SINCE for before, w in pairs)
        return year or any(word.low in _PAST or (word.low in months and word.text[0].isupper()) for word in words)

    @cached_property
    def at_first(self) -> bool:
        """Whether it is told as what was said at first: "police had initially said that 15 were hurt"."""
        return bool(self.side.met(self.side.cues.at_first))

    @cached_property
    def risen(self) -> bool:
        """Whether it is told as what a count has grown to: "rose to 22"."""
        before = self.side.low[: self.mention.span.start - self.side.span.start].split()[-_RISE:]
        return any(word in _RISEN for word in before) and "to" in before

    @cached_property
    def around(self) -> frozenset[str]:
        """Telling stems of the clause without numbers: "billion" has nothing to say of what is counted."""
        numbers = [mention.span for mention in self.clause.numbers]
        words = (word for word in self.clause.words if not word.stop and not any(span.holds(word.span) for span in numbers))
        return frozenset(word.stem for word in words if not word.stem[:1].isdigit())

    @cached_property
    def change(self) -> bool:
        """Whether it tells by how much something grows or shrinks, not how much it is: "by 12", "4 million in cuts"."""
        before = self.side.low[: self.mention.span.start - self.side.span.start].split()[-1:]
        behind = self.side.low[self.mention.span.end - self.side.span.start :].split()[:NEAR]
        return (before == ["by"] and self.kind != "vote") or not _CHANGES.isdisjoint(word.strip(".,;") for word in behind)


@cache
def _names_of(kind: str) -> frozenset[str]:
    return frozenset(stem(word, "english") for word, alike in _ALIKE.items() if alike == kind)


def _stands_in(unit: Unit, name: Span) -> bool:
    before = unit.text[: name.start - unit.span.start].lower().split()[-1:]
    return bool(before) and before[0] in _WHERE


def counts_of(number: int, side: Side) -> Iterator[Count]:
    """Every number of a sentence (``number``) that counts something."""
    unit = side.unit
    scales = pack_for(unit.language).counting.scales
    happened: set[str] = set()
    for mention in side.numbers:
        index, clause = next(((k, span) for k, span in enumerate(unit.sentence.clauses) if span.holds(mention.span)), (-1, unit.span))
        tokens = tokens_in(unit, clause)
        first = next((k for k, token in enumerate(tokens) if token.end > mention.span.start), len(tokens))
        figure = next((k for k in range(first, len(tokens)) if tokens[k].tag is Tag.NUMBER), None)
        if figure is None and mention.unit == "percent":
            figure = next((k for k in range(first, len(tokens)) if tokens[k].end == mention.span.end), None)  # "a fifth"
        if figure is None or tokens[figure].start >= mention.span.end or (_is_name(tokens, figure) and not _measured(mention)):
            continue
        if figure and tokens[figure].low == "one" and tokens[figure - 1].low == "no":
            continue  # "no one"
        end = figure + 1
        while end < len(tokens) and tokens[end].end <= mention.span.end and _goes_on(tokens[end], scales):
            end += 1
        kind = _kind(mention, tokens, first, end, unit.language) if not _left_behind(tokens, first, end) else ""
        if kind in _FURNITURE and not any(deed.verbal and deed.finite and deed.reach.holds(mention.span) for deed in side.deeds):
            continue
        if kind not in OUTCOMES and (measure := measured(mention, tokens, first, end)):
            kind, mention = f"{measure[0]} rate" if _rate(tokens, end) else measure[0], measure[1]
        if not kind or _year(mention, tokens[figure].text) or (mention.low <= 1 and kind not in OUTCOMES):
            continue
        counted_before = kind in OUTCOMES and first > 0 and tokens[first - 1].low == "of"  # "a crowd of 38,000 | saw"
        phrase = [] if counted_before else [*tokens[end : _phrase_end(tokens, end)]]
        phrase += _base(tokens, end + len(phrase))
        heads = _stems(unit, phrase)
        own = Side.of(unit, (index,)) if index >= 0 else side
        every = any(token.low in _EVERY for token in tokens[max(0, first - 2) : first])
        besides = kind in OUTCOMES and bool(happened - {kind})  # "four dead and 12 more hurt": all of the hurt
        happened |= {kind} & OUTCOMES
        yield Count(number, mention, side, own, kind, _part(tokens, first, end) and not besides, heads, _owner(side, mention), every)


def none_of(number: int, side: Side) -> Iterator[Count]:
    """Every "nobody was hurt", "no arrests" of a sentence as a count of none; "no further arrests" counts nothing."""
    unit = side.unit
    tokens = tokens_in(unit, unit.span)
    for first, token in enumerate(tokens):
        if token.low not in _NONE or any(before.low in _IF for before in tokens[:first]):
            continue
        end = first + 1 + (first + 1 < len(tokens) and tokens[first + 1].low == "one")
        phrase = tokens[end : _phrase_end(tokens, end)]
        kind = outcome(tokens, first, end, unit.language)
        if not kind or any(word.low in _PARTS or word.low in _OTHERS for word in tokens[end : end + 2]):
            continue
        mention = NumberMention(Span(token.start, (phrase or tokens[first:end])[-1].end), 0.0, 0.0)
        clause = next((k for k, span in enumerate(unit.sentence.clauses) if span.holds(mention.span)), -1)
        own = Side.of(unit, (clause,)) if clause >= 0 else side
        yield Count(number, mention, side, own, kind, False, _stems(unit, phrase), frozenset())


def vague_of(number: int, side: Side) -> Iterator[Count]:
    """Every "dozens of rescuers" of a sentence."""
    unit = side.unit
    for mention, tokens, first, end in vague_numbers(unit):
        phrase = tokens[end : _phrase_end(tokens, end)]
        clause = next((k for k, span in enumerate(unit.sentence.clauses) if span.holds(mention.span)), -1)
        own = Side.of(unit, (clause,)) if clause >= 0 else side
        noun = next((token for token in phrase if token.low in _PEOPLE or token.low.endswith("s")), None)
        kind = outcome(tokens, first, end, unit.language) or (singular(noun.low) if noun else "")
        if kind:
            kind = f"{kind} rate" if _rate(tokens, end) else _ALIKE.get(kind, kind)
            yield Count(number, mention, side, own, kind, _part(tokens, first, end), _stems(unit, phrase), frozenset(), vague=True)


def _stems(unit: Unit, phrase: Sequence[Token]) -> frozenset[str]:
    """Telling stems of the phrase, one for a noun in either number."""
    held = (word for word in unit.words if not word.stop and any(token.span.holds(word.span) for token in phrase))
    return frozenset(_ONE.get(word.stem, word.stem) for word in held)


def _goes_on(token: Token, scales: dict[str, float]) -> bool:
    """Whether the token still belongs to the number: "1.2 | million", "20 | to | 30"."""
    return token.tag is Tag.NUMBER or token.low in scales or token.low in _TO


def _kind(mention: NumberMention, tokens: Sequence[Token], first: int, end: int, language: str) -> str:
    kind = outcome(tokens, first, end, language) or _noun(mention, tokens, first, end)
    if kind == "old" or (kind == "year" and any(token.low == "old" for token in tokens[end : end + NEAR])):
        return ""  # an age
    if kind in _STAFF and any(token.low in _EMPLOYING for token in tokens[max(0, first - NEAR) : first]):
        return "worker"
    return f"{kind} rate" if kind and _rate(tokens, end) else kind


def _noun(mention: NumberMention, tokens: Sequence[Token], first: int, end: int) -> str:
    """The noun that is counted: behind the number, or before it ("the number of ... is", "a magnitude of")."""
    if _tally(tokens, end):
        return "vote"
    if mention.unit == "percent" and (of := next((t.low for t in reversed(tokens[max(0, first - FAR) : first]) if t.low in _SHARED), "")):
        return of
    if mention.unit:
        last = mention.unit.replace("-", " ").split()[-1]
        return f"money {last}" if last in _MONEY else _ALIKE.get(last, last)
    if first > 1 and tokens[first - 1].low in ("of", "at", "to") and tokens[first - 2].low in _MEASURED:
        return tokens[first - 2].low
    if _QUAKE[0] <= mention.low < _QUAKE[1] and any(token.low in _QUAKES for token in tokens):
        return "magnitude"
    far = tokens[max(0, first - FAR) : first]
    counted = next((k for k, token in enumerate(far) if token.low in NUMBER_OF), None)
    if counted is not None and counted + 1 < len(far) and far[counted + 1].low == "of":
        nouns = [token for token in far[counted + 2 :] if token.tag in (Tag.WORD, Tag.NAME)]
        return nouns[0 if len(nouns) == 1 else 1].low.rstrip("s") if nouns else ""
    return "bare" if mention.low >= _BIG and any(token.low in _PRICES for token in tokens) else ""


def _left_behind(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it is the first value of "fell from 20 percent to 5", which no longer holds."""
    before = [token.low for token in tokens[max(0, first - NEAR) : first]]
    later = next((k for k in range(end, len(tokens) - 1) if tokens[k].low == "to"), None)
    return "from" in before and later is not None and any(token.tag is Tag.NUMBER for token in tokens[later + 1 : later + 1 + NEAR])


def _tally(tokens: Sequence[Token], end: int) -> bool:
    """Whether it is the first half of "58-41" or "97 to 1" where something was voted on."""
    pair = end + 1 < len(tokens) and tokens[end].low in ("-", "–", "to") and tokens[end + 1].tag is Tag.NUMBER
    return pair and any(token.low in _VOTED for token in tokens)


def _is_name(tokens: Sequence[Token], figure: int) -> bool:
    """Whether the figure is a name's ("Falcon 9", "Resolution 2375") or the second half of a score ("5-4")."""
    before = tokens[figure - 1] if figure else None
    if before is None or before.end + 1 < tokens[figure].start:
        return False
    named = before.tag is Tag.NAME and figure > 1 and not before.possessive and before.text[0].isalpha() and tokens[figure].low.isdigit()
    return named or (before.text in ("-", "–") and before.end == tokens[figure].start)


def _measured(mention: NumberMention) -> bool:
    """Whether it is money or a share, which no name ends with ("fined Helix 12 million euros")."""
    return mention.unit == "percent" or (mention.unit.split()[-1:] != [] and mention.unit.split()[-1] in _MONEY)


def _year(mention: NumberMention, printed: str) -> bool:
    """Whether it may be a year: "the 2016 election", not "2,016 people"."""
    single = mention.low == mention.high and may_be_year(mention.low)
    return single and printed.isdecimal() and mention.unit.split()[-1:] != ["person"] and mention.unit not in _MONEY


def _phrase_end(tokens: Sequence[Token], end: int) -> int:
    """The token after the noun phrase that begins at ``end``."""
    k = end
    while k < len(tokens) and k - end < NEAR and tokens[k].tag in (Tag.WORD, Tag.NAME):
        k += 1
    return k


def _base(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """``of the countries`` behind what is counted."""
    if at >= len(tokens) or tokens[at].low != "of":
        return ()
    start = at + 1
    while start < len(tokens) and tokens[start].tag in (Tag.DETERMINER, Tag.NUMBER):
        start += 1
    return tokens[start : _phrase_end(tokens, start)]


def _owner(side: Side, mention: NumberMention) -> frozenset[str]:
    """The name whose count it is: one right before it ("Romney (17 percent)"), or the doer's whose verb has the number behind it."""
    start = side.unit.span.start
    before = next((name for name in reversed(side.unit.names) if name.span.end <= mention.span.start), None)
    if before and len(side.unit.text[before.span.end - start : mention.span.start - start].split()) <= 1:
        return frozenset(word.stem for word in side.words if before.span.holds(word.span))
    deed = next((deed for deed in reversed(side.deeds) if deed.reach.holds(mention.span)), None)
    doer = deed.doer if deed is not None and deed.named else frozenset()
    names = side.named & doer
    return names if names == doer else frozenset()  # "the Courier the sum": no name's


def _part(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether it counts only some of those that another number counts: "including three", "another two", "two more"."""
    before = [token.low for token in tokens[max(0, first - 2) : first]]
    after = tokens[end].low if end < len(tokens) else ""
    base = tokens[max(0, first - 3) : first]  # "10 of the 14 states"
    whole = len(base) == 3 and base[0].tag is Tag.NUMBER and base[1].low in ("of", "out") and base[2].low in ("the", "of", "its", "their")
    stretch = [token.low for token in tokens[max(0, first - NEAR) : first]]  # "18 of its next 23 games"
    whole = whole or (len(stretch) == NEAR and tokens[first - NEAR].tag is Tag.NUMBER and stretch[1] == "of" and stretch[3] in _STRETCH)
    return any(low in _PARTS for low in before) or after in ("more", "new", "further", "additional") or whole


def _rate(tokens: Sequence[Token], end: int) -> bool:
    """Whether it counts what happens in a stretch of time: "700 new deaths a day", "on average"."""
    after = [token.low for token in tokens[end : end + FAR]]
    timed = any(low == "a" and later in _PERIODS for low, later in pairwise(after))
    behind = [token.low for token in tokens[1:]] + [""]
    return timed or any(token.low in _RATES and (token.low, later) != ("per", "cent") for token, later in zip(tokens, behind, strict=True))
