"""Frames of the passive, whose teller is the agent: "was denied by her lawyer", "a toll confirmed by the police", "is said to"."""

from __future__ import annotations

from briefing_app.language.frames import Form, Frame, content_bounds, cue_start, span_of
from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.phrases import Range, is_day_word, phrase_ending, phrase_starting, with_apposition
from briefing_app.language.syntax import NOMINAL, Tag, Token, finite_at, has_finite, subject_follows
from briefing_app.language.words import listed

_REACH = 12  # words between a participle and its agent
_ENDS_SEARCH = frozenset({Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.ING})
_COMPLETES = listed("to as of not de comme")
"""What goes on with the words told behind the agent: "by critics to have lied", "by critics of lying"."""
_OF_WHAT = listed("accuse warn remind inform assure")
"""Verbs whose "of" behind the agent belongs to them."""
_JOINTS = frozenset({Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH, Tag.STOP})
_STRUCK = listed("attack blast slam charge challenge defend offer threaten question welcome")
"""Verbs that more often do than tell: "was attacked by rebels"."""
_PUT_OUT = listed("publish post write report call quote cite type")
"""Verbs whose participle behind a noun tells who made the thing: "a study published by the ministry"."""


def passive_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack) -> Frame | None:
    """``was first reported by the Tokei``, ``had been warned by Okafor that``, ``a toll confirmed by the police``."""
    tokens = line.tokens
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if lemma in _STRUCK or (lemma, after) in pack.speech.silent:
        return None
    if cue_start(tokens, index) == index or not _after_be(tokens, index, pack):
        return _reduced_frame(line, number, index, lemma, pack)
    agent = _agent_at(tokens, index, pack)
    teller = _teller_at(tokens, agent, lemma, pack) if agent is not None else None
    if agent is None or teller is None:
        return None
    cue = (cue_start(tokens, index), index + 1)
    that = next((i for i in range(teller[1], min(len(tokens), teller[1] + 8)) if tokens[i].low in ("that", "que")), None)
    if that is not None and that + 1 < len(tokens) and not has_finite(tokens, teller[1], that):
        return Frame(number, cue, lemma, Form.FINITE, teller, span_of(tokens, that + 1, len(tokens)))
    start, stop = content_bounds(tokens, cue[0])
    if stop <= start:
        return None
    if teller[1] + 1 < len(tokens) and _completes(tokens[teller[1]]):
        return Frame(number, cue, lemma, Form.FINITE, teller, span_of(tokens, start, len(tokens)))
    if lemma in pack.speech.weak_verbs:
        return None
    if any(token.tag is Tag.QUOTE for token in tokens[index + 1 : agent]):
        return Frame(number, cue, lemma, Form.FINITE, teller, span_of(tokens, start, agent), True)
    if stop - start > 1 and tokens[stop - 1].low in pack.speech.neuter and tokens[stop - 2].tag is Tag.COMMA:
        stop -= 2  # "the bridge is weak, it was revealed by the Courier"
    return Frame(number, cue, lemma, Form.FINITE, teller, span_of(tokens, start, stop), True) if stop > start else None


def bracket_passive(line: Line, number: int, index: int, lemma: str, pack: LangPack) -> Frame | None:
    """``Der Vorwurf wurde von seiner Anwältin bestritten``, ``dass der Vorwurf von ihr bestritten wurde``: German puts the agent first."""
    tokens = line.tokens
    if pack.code != "de" or "N" not in tokens[index].verb:
        return None
    start = next((i + 1 for i in range(index - 1, -1, -1) if tokens[i].tag in _JOINTS), 0)
    if start < index and (tokens[start].tag in (Tag.SUBORDINATOR, Tag.RELATIVE) or tokens[start].low == "dass"):
        start += 1
    final = index + 1 < len(tokens) and tokens[index + 1].low in pack.speech.passive and not has_finite(tokens, start, index)
    be = next((i for i in range(start, index) if tokens[i].low in pack.speech.passive or _perfect_passive(tokens, i, index)), None)
    agent = next((i for i in range(start, index) if tokens[i].low in pack.speech.agents), None)
    if agent is None or (be is None and not final):
        return None
    phrase = phrase_starting(tokens[:index], agent + 1, pack)
    if phrase is None:
        return None
    opens = be is not None and agent < be  # "Von der Polizei wurde die Meldung bestätigt"
    content = (be + 1, index) if be is not None and opens else (start, agent if be is None else be)
    if content[1] <= content[0]:
        return None
    return Frame(number, (index, index + 1), lemma, Form.FINITE, phrase, span_of(tokens, *content), before=True)


def _perfect_passive(tokens: list[Token], index: int, participle: int) -> bool:
    """``ist (...) bestritten worden``."""
    worden = participle + 1 < len(tokens) and tokens[participle + 1].low == "worden"
    return worden and tokens[index].low in ("ist", "sind", "war", "waren", "sei", "seien")


def as_told_words(tokens: list[Token], index: int, pack: LangPack) -> int:
    """How many tokens from ``index`` on are an "as (first) reported by" or a "comme l'a annoncé"; 0 when none."""
    if tokens[index].low not in pack.speech.as_told:
        return 0
    verb = index + 1
    has = verb < len(tokens) and tokens[verb].low.startswith(("l'a", "l'ont"))
    while verb < len(tokens) and (tokens[verb].tag is Tag.ADVERB or (has and verb == index + 1)):
        verb += 1
    told = verb + 1 < len(tokens) and tokens[verb].low in pack.speech.verbs() and "N" in tokens[verb].verb
    if not told:
        return 0
    if tokens[verb + 1].low in pack.speech.agents:
        return verb + 2 - index
    return verb + 1 - index if has else 0


def impersonal_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """``it has been claimed that``, ``is said to``, ``are believed to``: nobody is named."""
    tokens = line.tokens
    if pack.speech.verbs().get(tokens[index].low) not in pack.speech.impersonal or tokens[index].tag is not Tag.PARTICIPLE:
        return None
    start = cue_start(tokens, index)
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if not _after_be(tokens, index, pack) or following is None or start == 0 or following.low in pack.speech.agents:
        return None
    if tokens[start - 1].low == "it" and (following.low == "that" or subject_follows(tokens, index + 1)):
        return Frame(number, (start, index + 1), tokens[index].low, Form.HEARSAY, None, span_of(tokens, index + 1, len(tokens)))
    return Frame(number, (start, index + 1), tokens[index].low, Form.HEARSAY, None, line.span) if following.low == "to" else None


def _reduced_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack) -> Frame | None:
    """``The charge, denied by Okafor, ...``; ``Twelve died, a toll confirmed by the police.``"""
    tokens = line.tokens
    plain = lemma not in _PUT_OUT and lemma not in pack.speech.weak_verbs and lemma not in pack.speech.worded
    if not plain or index == 0 or index + 1 >= len(tokens) or tokens[index + 1].low not in pack.speech.agents:
        return None
    last = index - 2 if tokens[index - 1].tag is Tag.COMMA else index - 1
    phrase = phrase_ending(tokens, last, pack) if last >= 0 and tokens[last].tag in NOMINAL - {Tag.PRONOUN} else None
    teller = _teller_at(tokens, index + 1, lemma, pack) if phrase else None
    if phrase is None or teller is None:
        return None
    start, stop = phrase
    if start > 1 and tokens[start - 1].tag is Tag.COMMA and last == index - 1 and has_finite(tokens, 0, start):
        start, stop = content_bounds(tokens, start)
    return Frame(number, (index, index + 1), lemma, Form.FINITE, teller, span_of(tokens, start, stop), True)


def _agent_at(tokens: list[Token], index: int, pack: LangPack) -> int | None:
    """The "by" of the participle at ``index``; what is quoted, a day and "in a statement" may stand between."""
    i = index + 1
    while i < min(len(tokens), index + 1 + _REACH):
        token = tokens[i]
        if token.low in pack.speech.agents:
            return i if i == index + 1 or tokens[i - 1].tag is not Tag.PARTICIPLE else None
        if token.tag is Tag.QUOTE and token.text not in ("'", "’"):
            closed = next((k for k in range(i + 1, len(tokens)) if tokens[k].tag is Tag.QUOTE), None)
            if closed is None or not (i == index + 1 or (i == index + 2 and _completes(tokens[i - 1]))):
                return None
            i = closed
        elif token.tag in _ENDS_SEARCH or token.low == "to" or finite_at(tokens, i):
            return None
        i += 1
    return None


def _teller_at(tokens: list[Token], agent: int, lemma: str, pack: LangPack) -> Range | None:
    """The phrase behind the "by" at ``agent`` when it can tell something: not "by phone", not "by Monday"."""
    phrase = phrase_starting(tokens, agent + 1, pack)
    if phrase is None or is_day_word(tokens[phrase[0]], pack) or tokens[phrase[0]].text.isdigit():
        return None
    first, end = phrase
    of_what = lemma in _OF_WHAT
    end = next((i for i in range(first + 1, end) if _elided_infinitive(tokens[i]) or (of_what and _completes(tokens[i]))), end)
    alone = tokens[first]
    bare = end - first == 1 and alone.tag is Tag.WORD and not alone.low.startswith("l'")
    manner = bare and not alone.low.endswith("s") and alone.low not in pack.speech.people_nouns
    return None if manner else with_apposition(tokens, (first, end))


def _completes(token: Token) -> bool:
    return token.low in _COMPLETES or _elided_infinitive(token)


def _elided_infinitive(token: Token) -> bool:
    """``d'avoir menti``."""
    return token.low.startswith("d'") and token.low.endswith(("er", "ir", "re"))


def _after_be(tokens: list[Token], index: int, pack: LangPack) -> bool:
    i = index - 1
    while i >= 0 and tokens[i].tag is Tag.ADVERB:
        i -= 1
    return i >= 0 and tokens[i].low in pack.speech.passive
