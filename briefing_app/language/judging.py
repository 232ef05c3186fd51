"""Frames of a judgement in quotation marks: "went after him as a "bully"", "used the phrase "soft power"", whatever the verb."""

from __future__ import annotations

from briefing_app.language.frames import Form, Frame, cue_start, span_of
from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.participles import main_subject
from briefing_app.language.phrases import subject_before
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import listed

_NO_JUDGEMENT = listed(
    """
    know knows knew known serve serves served serving work works worked working act acts acted acting star stars starred starring appear
    appears appeared appearing pose poses posed posing double doubles doubled perform performs performed function functions functioned
    refer refers referred name names named naming title titled entitle entitled dub dubbed nickname nicknamed sell sells sold run runs ran
    come comes came coming feel feels felt seem seems seemed look looks looked count counts counted
    """
)
_USES = listed("use uses used using coin coins coined coining repeat repeats repeated repeating avoid avoids avoided avoiding")
_PHRASES = listed("word words term terms phrase phrases slogan")
_REACH = 10  # words between a verb and its "as"


def judging_frame(line: Line, number: int, index: int, pack: LangPack) -> Frame | None:
    """The frame whose quotation mark opens right behind "as a" or "the phrase" at ``index``; None when no verb judges."""
    tokens = line.tokens
    low = tokens[index].low
    if low == "as":
        behind = index + 1
        while behind < len(tokens) and tokens[behind].tag is Tag.DETERMINER:
            behind += 1
        return _of_verb(line, number, index, behind, "judge", pack) if _opens(tokens, behind) else None
    if low in _PHRASES and _opens(tokens, index + 1):
        return _of_verb(line, number, index, index + 1, "phrase", pack)
    return None


def _opens(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].tag is Tag.QUOTE


def _of_verb(line: Line, number: int, index: int, behind: int, lemma: str, pack: LangPack) -> Frame | None:
    """The frame of the verb before ``index``, whose words begin at the token ``behind``."""
    tokens = line.tokens
    verb = _verb_before(tokens, index, pack)
    if verb is None or (tokens[verb].low in _USES) != (lemma == "phrase") or tokens[verb].low in _NO_JUDGEMENT:
        return None
    first = cue_start(tokens, verb)
    passive = tokens[verb].tag is Tag.PARTICIPLE and any(token.low in pack.speech.passive for token in tokens[first:verb])
    agent = any(token.low in pack.speech.agents for token in tokens[verb:index])
    if tokens[verb].low in pack.speech.verbs() and lemma == "judge" and (agent or not passive):
        return None  # a say-verb has its own frame, but for a passive without an agent
    content = span_of(tokens, behind, len(tokens))
    if passive:
        return Frame(number, (first, verb + 1), lemma, Form.FINITE, None, content, guarded=True)
    finite = tokens[verb].tag is Tag.FINITE or first < verb or (verb > 0 and tokens[verb - 1].tag in (Tag.NAME, Tag.PRONOUN))
    teller = subject_before(tokens, verb, pack) if finite else main_subject(tokens, verb, pack)
    return Frame(number, (first, verb + 1), lemma, Form.FINITE, teller, content) if teller else None


def _verb_before(tokens: list[Token], index: int, pack: LangPack) -> int | None:
    """The verb in whose clause the word at ``index`` stands."""
    for i in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if tokens[i].tag in (Tag.FINITE, Tag.ING, Tag.PARTICIPLE, Tag.BASE) and tokens[i].low not in pack.speech.nouns_too:
            return i
        if tokens[i].tag in (Tag.COMMA, Tag.QUOTE, Tag.COLON, Tag.SEMICOLON, Tag.STOP, Tag.RELATIVE):
            return None
    return None
