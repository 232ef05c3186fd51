"""Frames without a say-verb of their own: according to, a colon, "in her view", "reports that", a signature."""

from __future__ import annotations

from briefing_app.language.frames import Form, Frame, content_bounds, cue_start, reported_source, span_of
from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.passives import as_told_words
from briefing_app.language.phrases import Range, phrase_ending, phrase_starting, subject_before, with_apposition
from briefing_app.language.syntax import NOMINAL, Tag, Token, finite_at, has_finite

_JOINTS = frozenset(
    {Tag.COMMA, Tag.COORDINATOR, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.QUOTE, Tag.PRONOUN, Tag.SEMICOLON, Tag.COLON, Tag.DASH}
)
_OPENING = 3  # words of "The mayor's claim"
_HELD_BY = frozenset(["by", "among", "from"])
_SPOKEN_TO = frozenset(["mit", "zu", "vor", "für"])  # "sprach mit dem Chef von Nordlinie"
_NEAR_VERB = 6  # words in which "von" follows "spricht"
_LONGEST_LABEL = 3  # words of a speaker's name in a transcript
_BEHIND_A_TELLER = frozenset({Tag.STOP, Tag.COMMA, Tag.COLON, Tag.PREPOSITION})
_ANGABEN = "angaben"
_OWNERS = frozenset(["his", "her", "their"])


def according_words(tokens: list[Token], index: int, pack: LangPack) -> int:
    """How many tokens from ``index`` on are an "according to"; 0 when none."""
    low = tokens[index].low
    for phrase in pack.speech.according:
        if phrase[0] != low:
            continue
        if all(index + i < len(tokens) and tokens[index + i].low == word for i, word in enumerate(phrase)):
            if phrase[-1] in pack.speech.people_nouns:  # "de source policière"
                return len(phrase) - 1
            if len(phrase) == 1 and phrase[0] == "per" and (index == 0 or tokens[index - 1].tag is not Tag.COMMA):
                return 0
            return len(phrase)
    compound = low == "nach" and index + 1 < len(tokens) and len(tokens[index + 1].low) > len(_ANGABEN) and pack.code == "de"
    if compound and tokens[index + 1].low.endswith(_ANGABEN):
        return 1  # "nach Polizeiangaben"
    return as_told_words(tokens, index, pack)


def according_frame(line: Line, number: int, index: int, length: int, pack: LangPack) -> Frame | None:
    """``..., according to the police`` and ``According to the police, ...``."""
    tokens = line.tokens
    first = index + length
    if first < len(tokens) and tokens[first].tag is Tag.PREPOSITION and tokens[first].low in pack.grammar.determiners:
        first += 1  # "selon des médias"
    teller = reported_source(tokens, first, pack) or phrase_starting(tokens, first, pack)
    if teller is None:
        return None
    teller = with_apposition(tokens, teller)
    if _inside_clause(tokens, index, teller[1], pack):
        return Frame(number, (index, index + length), "according", Form.ACCORDING, teller, line.span)
    before_start, before_end = content_bounds(tokens, index)
    aside = before_end > 1 and tokens[before_end - 1].low in ("that", "dass", "que")  # "said that, according to the police, it is safe"
    if before_end > before_start and not aside:
        content, before = span_of(tokens, before_start, before_end), True
    else:
        start = next(
            (
                i + 1
                for i in range(teller[1], min(len(tokens), teller[1] + 25))
                if tokens[i].tag is Tag.COMMA and has_finite(tokens, i + 1, len(tokens)) and tokens[i + 1].tag is not Tag.RELATIVE
            ),
            teller[1],
        )
        while start < len(tokens) and tokens[start].tag is Tag.COMMA:
            start += 1
        if start >= len(tokens):
            return None
        content, before = span_of(tokens, start, len(tokens)), False
    return Frame(number, (index, index + length), "according", Form.ACCORDING, teller, content, before)


def _inside_clause(tokens: list[Token], start: int, end: int, pack: LangPack) -> bool:
    """``Zwölf Menschen sind | laut Polizei | gestorben``: the verb stands before and the rest of the clause behind, no comma between."""
    if pack.code != "de" or not has_finite(tokens, 0, start) or tokens[start - 1].tag is Tag.COMMA or end >= len(tokens):
        return False
    return tokens[end].tag not in (Tag.COMMA, Tag.STOP, Tag.QUOTE, Tag.DASH, Tag.SEMICOLON, Tag.COLON)


def view_frame(line: Line, number: int, index: int) -> Frame | None:
    """``In Okafor's words, it is safe.`` and ``It is "safe" in his eyes.``: whose view stands between "in" and the noun."""
    tokens = line.tokens
    owner = next((i for i in (index - 1, index - 2) if i > 0 and _owns(tokens[i])), None)
    if owner is None:
        return None
    first = owner
    while first > 0 and tokens[first].tag in NOMINAL | {Tag.DETERMINER}:
        first -= 1
    if tokens[first].low != "in":
        return None
    start, stop = content_bounds(tokens, first)
    before = stop > start and has_finite(tokens, start, stop)
    after = index + 2 if index + 1 < len(tokens) and tokens[index + 1].tag is Tag.COMMA else index + 1
    if not before and not has_finite(tokens, after, len(tokens)):
        return None
    content = span_of(tokens, start, stop) if before else span_of(tokens, after, len(tokens))
    return Frame(number, (first, index + 1), "according", Form.ACCORDING, (first + 1, owner + 1), content, before)


def _owns(token: Token) -> bool:
    return token.possessive or token.low in _OWNERS


def trailing_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``Dem Sprecher zufolge ist es so.``: the word behind the teller says "according to"."""
    tokens = line.tokens
    teller = phrase_ending(tokens, index - 1, pack) if index else None
    if teller is None:
        return None
    if whole := _whose(tokens, teller, pack):
        teller = whole
    if _inside_clause(tokens, teller[0], index + 1, pack):
        return Frame(number, (index, index + 1), "according", Form.ACCORDING, teller, line.span)
    start, stop = content_bounds(tokens, teller[0])
    before = stop > start and has_finite(tokens, start, stop)
    if not before and index + 1 >= len(tokens):
        return None
    content = span_of(tokens, start, stop) if before else span_of(tokens, index + 1, len(tokens))
    return Frame(number, (index, index + 1), "according", Form.ACCORDING, teller, content, before)


def _whose(tokens: list[Token], teller: Range, pack: LangPack) -> Range | None:
    """``einem Bericht | der Zeitung | zufolge``: the noun before the genitive that ends the phrase."""
    noun = phrase_ending(tokens, teller[0] - 1, pack) if teller[0] else None
    return (noun[0], teller[1]) if noun and phrase_starting(tokens, noun[0], pack) == (noun[0], teller[1]) else None


def leading_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``"Es ist so", so Keller.``: who stands behind the word, and nothing more, said what stands before it."""
    tokens = line.tokens
    start, stop = content_bounds(tokens, index)
    teller = phrase_starting(tokens, index + 1, pack) if stop < index and stop > start else None
    if teller is None or (teller[1] < len(tokens) and tokens[teller[1]].tag not in _BEHIND_A_TELLER):
        return None
    return Frame(number, (index, index + 1), tokens[index].low, Form.ACCORDING, teller, span_of(tokens, start, stop), True)


def in_capitals(tokens: list[Token]) -> bool:
    """Whether a line of a transcript that stands in quotation marks names its speaker so: "OKAFOR: The bridge is safe"."""
    return 0 < len(tokens) <= _LONGEST_LABEL and all(token.tag is Tag.NAME and token.text.isupper() for token in tokens)


def colon_frame(line: Line, number: int, index: int, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``Okafor: bridge is safe`` and ``The mayor on the bridge: "It is safe."``: a short phrase without a verb, then a colon."""
    tokens = line.tokens
    if index == 0 or index + 1 >= len(tokens):
        return None
    if has_finite(tokens, 0, index):
        if tokens[index + 1].tag is not Tag.QUOTE or earlier:
            return None
        subject = _first_subject(tokens, index, pack)
        return Frame(number, (index, index + 1), ":", Form.COLON, subject, span_of(tokens, index + 1, len(tokens))) if subject else None
    if index > 8:
        return None
    phrase = phrase_ending(tokens, index - 1, pack)
    quote = tokens[index + 1].tag is Tag.QUOTE
    if (
        phrase is None
        or phrase[0] != 0
        or not (tokens[phrase[1] - 1].tag is Tag.NAME or tokens[phrase[1] - 1].low in pack.speech.documents)
        or not (quote or has_finite(tokens, index + 1, len(tokens)))
    ):
        return None
    head = tokens[phrase[1] - 1].low
    if phrase[1] - phrase[0] == 1 and head in pack.speech.documents:
        return Frame(number, (index, index + 1), ":", Form.COLON, phrase, span_of(tokens, index + 1, len(tokens)))
    if head in pack.counting.months or (
        not quote and (index > 3 or head in ("update", "watch", "breaking", "exclusive", "opinion", "note"))
    ):
        return None
    return Frame(number, (index, index + 1), ":", Form.COLON, phrase, span_of(tokens, index + 1, len(tokens)))


def heisst_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``Es heißt, er habe gelogen``; ``Aus Regierungskreisen hieß es, ...``: said by nobody, or by those named before."""
    tokens = line.tokens
    beside = next((i for i in (index + 1, index - 1) if 0 <= i < len(tokens) and tokens[i].low == "es"), None)
    comma = max(index, beside) + 1 if beside is not None else len(tokens)
    if comma + 1 >= len(tokens) or tokens[comma].tag not in (Tag.COMMA, Tag.COLON):
        return None
    cue, content = (min(index, beside or index), comma), span_of(tokens, comma + 1, len(tokens))
    start = 1 if tokens[0].low in ("aus", "von") else None
    teller = phrase_starting(tokens[: cue[0]], start, pack) if start is not None else None
    return Frame(number, cue, "heißen", Form.FINITE if teller else Form.HEARSAY, teller, content)


def tally_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``Police put the toll at 12``; ``The toll was put at 12 by the police``."""
    tokens = line.tokens
    if tokens[index].low not in ("put", "puts"):
        return None
    end = next((i for i in range(index + 1, len(tokens)) if tokens[i].tag in (Tag.COMMA, Tag.QUOTE, Tag.STOP)), len(tokens))
    at = next((i for i in range(index + 1, end - 1) if tokens[i].low == "at"), None)
    if at is None or not any(token.tag is Tag.NUMBER for token in tokens[at + 1 : at + 4]):
        return None
    by = next((i for i in range(at + 1, end - 1) if tokens[i].low in pack.speech.agents), None)
    first = cue_start(tokens, index)
    if any(token.low in pack.speech.passive for token in tokens[first:index]):
        teller = phrase_starting(tokens, by + 1, pack) if by is not None else None
        return Frame(number, (first, index + 1), "put", Form.FINITE, teller, span_of(tokens, 0, by), True) if by and teller else None
    teller = subject_before(tokens, index, pack)
    return Frame(number, (first, index + 1), "put", Form.FINITE, teller, span_of(tokens, index + 1, len(tokens))) if teller else None


def speaks_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``Lind speaks of a fifth``, ``Die Polizei sprach von zwölf Toten``: what somebody speaks of, in no more than a phrase."""
    tokens, speech = line.tokens, pack.speech
    reach = _NEAR_VERB if pack.code == "de" else 1  # German has "sprach am Abend von zwölf Toten"
    of = next((i for i in range(index + 1, min(len(tokens), index + 1 + reach)) if tokens[i].low in speech.speaks_of), None)
    if of is None or of + 1 >= len(tokens) or any(tokens[i].low in _SPOKEN_TO or tokens[i].tag in _JOINTS for i in range(index, of)):
        return None
    teller = subject_before(tokens, index, pack)
    if teller is None or not any(token.text[0].isalnum() for token in tokens[of + 1 :]):
        return None
    return Frame(number, (index, of + 1), "speak", Form.FINITE, teller, span_of(tokens, of + 1, len(tokens)))


def before_that(tokens: list[Token], index: int) -> bool:
    """Whether "that" and a clause follow the token at ``index``."""
    return index + 2 < len(tokens) and tokens[index + 1].low == "that" and has_finite(tokens, index + 2, len(tokens))


def that_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``officials are worried that``, ``the mayor's claim that``, ``reports that``."""
    tokens = line.tokens
    content = span_of(tokens, index + 2, _clause_end(tokens, index + 2, pack) if index <= _OPENING else len(tokens))
    if tokens[index].low in pack.speech.stances:
        start = cue_start(tokens, index)
        teller = subject_before(tokens, index, pack) if start < index and finite_at(tokens, start) else None
        if teller is None or tokens[teller[0]].low in ("it", "i", "we", "you", "there"):
            return None
        return Frame(number, (start, index + 1), tokens[index].low, Form.FINITE, teller, content)
    phrase = phrase_ending(tokens, index, pack) or (index, index + 1)
    owner = next((i for i in range(index - 1, phrase[0] - 1, -1) if _owns(tokens[i])), None)
    if owner is not None:
        return Frame(number, (index, index + 1), tokens[index].low, Form.FINITE, (phrase[0], owner + 1), content)
    teller = phrase if tokens[index].low in ("report", "reports") else None
    return Frame(number, (index, index + 1), tokens[index].low, Form.FINITE if teller else Form.HEARSAY, teller, content)


def signed_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``"Mend it now." - Ada Okafor``: a name behind a dash at the end signs what stands before it."""
    tokens = line.tokens
    if (
        index < 3
        or tokens[index - 1].tag not in (Tag.QUOTE, Tag.STOP)
        or len(tokens) - index > 14
        or has_finite(tokens, index + 1, len(tokens))
    ):
        return None
    teller = phrase_starting(tokens, index + 1, pack)
    if teller is None or teller[0] != index + 1 or tokens[teller[0]].tag is not Tag.NAME:
        return None
    return Frame(number, (index, index + 1), "-", Form.SIGNED, teller, span_of(tokens, 0, index), True)


def claim_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``claims by the mayor that``, ``concern among officials that``: whose words the noun names stands between it and "that"."""
    tokens = line.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].low not in _HELD_BY:
        return None
    teller = phrase_starting(tokens, index + 2, pack)
    if teller is None or not before_that(tokens, teller[1] - 1):
        return None
    content = span_of(tokens, teller[1] + 1, _clause_end(tokens, teller[1] + 1, pack))
    return Frame(number, (index, index + 1), tokens[index].low, Form.FINITE, teller, content)


def _clause_end(tokens: list[Token], start: int, pack: LangPack) -> int:
    """``The claim that | the bridge is safe | was denied``: where a verb of the sentence itself ends the clause."""
    verbs = [i for i in range(start, len(tokens)) if finite_at(tokens, i)][:2]
    if len(verbs) < 2 or tokens[verbs[0]].low in pack.speech.verbs():
        return len(tokens)
    first, second = verbs[0], cue_start(tokens, verbs[1])
    return len(tokens) if any(tokens[i].tag in _JOINTS for i in range(first + 1, second)) else max(second, first + 1)


def _first_subject(tokens: list[Token], end: int, pack: LangPack) -> Range | None:
    for verb in range(end):
        if finite_at(tokens, verb) and (subject := subject_before(tokens, verb, pack)):
            return subject
    return None
