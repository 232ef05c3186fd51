"""What a giving of words is (a Frame), and the token ranges that every kind of frame measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing_app.language.pack import LangPack
from briefing_app.language.phrases import Range, is_day_word, phrase_starting
from briefing_app.language.syntax import NOMINAL, Tag, Token, finite_at
from briefing_app.language.words import listed
from briefing_app.model.span import Span


class Form(StrEnum):
    """How the words are given to somebody."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    QUOTED_AS = "quoted_as"
    ACCORDING = "according"
    CITING = "citing"
    COLON = "colon"
    HEARSAY = "hearsay"
    SIGNED = "signed"
    REPORTED = "reported"


@dataclass(slots=True)
class Frame:
    """One giving of words. Token ranges count the line's tokens; ``content`` is in code points, inside the line.

    ``guarded`` frames (a modal, a weak verb) give way to others. ``teller`` is None for hearsay, or when the subject
    is that of the frame before it (``inherits``). ``citer`` is the phrase whose source a CITING frame names, None when that is who told
    before. ``silent`` ones tell that nothing was told ("declined to comment") and pass nothing on.
    """

    line: int
    cue: Range
    lemma: str
    form: Form
    teller: Range | None
    content: Span
    before: bool = False
    inherits: bool = False
    guarded: bool = False
    citer: Range | None = None
    silent: bool = False


_IN_THE_KNOW = frozenset(["familiar", "close", "aware", "privy", "briefed", "involved", "acquainted"])
_BODIES = listed(
    """
    government ministry council court company army military office administration parliament embassy union hospital authority bank
    department university institute committee commission regulator operator
    """
)
_TALKS = frozenset(["interview", "interviews", "conversation", "conversations"])
_THAT = frozenset(["dass", "daß", "que"])
_FAR = 18  # tokens behind a cue among which what it tells opens
_TO_SOMEBODY = frozenset(
    ["tell", "inform", "remind", "warn", "assure", "reassure", "advise", "notify", "brief", "instruct", "ask", "persuade"]
)


def content_bounds(tokens: list[Token], end: int) -> Range:
    """The words before a frame that starts at ``end``, without the comma between."""
    stop = end
    while stop > 0 and tokens[stop - 1].tag in (Tag.COMMA, Tag.DASH):
        stop -= 1
    start = 0
    while start < stop and tokens[start].tag in (Tag.COORDINATOR, Tag.COMMA):
        start += 1
    return start, stop


def span_of(tokens: list[Token], start: int, end: int) -> Span:
    """The span of tokens ``start`` to ``end`` in code points, without a stop or comma at its end."""
    while end > start + 1 and tokens[end - 1].tag in (Tag.STOP, Tag.COMMA):
        end -= 1
    return Span(tokens[start].start, tokens[end - 1].end)


def cue_start(tokens: list[Token], index: int) -> int:
    """The first token of the verb group that ends at ``index``: auxiliaries, modals and adverbs before it belong to it."""
    start = index
    while start > 0 and tokens[start - 1].tag in (Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB):
        start -= 1
    return start


def after_start(tokens: list[Token], index: int, lemma: str, pack: LangPack) -> int:
    """Where the told words begin after the cue: behind "reporters on Tuesday that", a colon, a day, a comma."""
    opened = _opened(tokens, index, lemma)
    if opened is not None:
        return opened
    start = _over_times(tokens, index, pack)
    if lemma in _TO_SOMEBODY and (listener := phrase_starting(tokens, start, pack)):
        behind = listener[1]
        if behind < len(tokens) and not finite_at(tokens, behind):
            return behind
    return start


def _opened(tokens: list[Token], index: int, lemma: str) -> int | None:
    """Where a "that", a colon or a quotation opens the told words before any verb; None where none does."""
    for k in range(index, min(len(tokens), index + _FAR)):
        token = tokens[k]
        if (token.low == "that" and token.tag is Tag.RELATIVE) or token.low in _THAT or token.tag is Tag.COLON:
            return k + 1
        if token.tag is Tag.QUOTE and token.text not in ("'", "’"):
            return k if k == index or tokens[k - 1].tag is Tag.COMMA or lemma in _TO_SOMEBODY else None
        if finite_at(tokens, k) or token.tag is Tag.STOP:
            return None
    return None


def _over_times(tokens: list[Token], index: int, pack: LangPack) -> int:
    """The first token that is no day, adverb, comma or particle of the cue: "sagte | am Montag,", "teilte | mit,"."""
    start, tags = index, [token.tag for token in tokens]
    if tags[start + 2 : start + 3] == [Tag.COMMA] and tokens[start].low == "am" and is_day_word(tokens[start + 1], pack):
        start += 3
    if tags[start + 1 : start + 2] == [Tag.COMMA] and tokens[start].low in pack.speech.particles.get(tokens[index - 1].low, ()):
        start += 2
    while start < len(tokens) and (is_day_word(tokens[start], pack) or tags[start] in (Tag.COMMA, Tag.ADVERB)):
        start += 1
    return start


def quote_in(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a (not single) quotation mark stands among ``tokens[start:end]``."""
    return any(token.tag is Tag.QUOTE and token.text not in ("'", "’") for token in tokens[start:end])


def reported_source(tokens: list[Token], start: int, pack: LangPack) -> Range | None:
    """The phrase after "citing" when it names somebody or something that tells ("a report in the Tokei newspaper"), else None."""
    phrase = phrase_starting(tokens, start, pack)
    if phrase is None:
        return None
    speech = pack.speech
    last = next((i - 1 for i in range(phrase[0] + 1, phrase[1]) if tokens[i].tag is Tag.PREPOSITION), phrase[1] - 1)
    head = tokens[last - 1] if last > phrase[0] and tokens[last].low in _IN_THE_KNOW else tokens[last]
    if head.low in speech.told_nouns and phrase[1] < len(tokens) and tokens[phrase[1]].low in ("in", "by"):
        inner = phrase_starting(tokens, phrase[1] + 1, pack)
        return inner or phrase
    owner = next((i for i in range(phrase[0], phrase[1]) if tokens[i].possessive and tokens[i].tag in NOMINAL), None)
    if owner is not None and head.low in _TALKS | speech.told_nouns:
        return phrase[0], owner + 1
    known = head.low in _BODIES or head.low in speech.people_nouns or head.low in speech.media_nouns or head.low in speech.told_nouns
    if pack.code == "fr":  # "une source policière": the noun stands first
        known = known or any(token.low in speech.people_nouns for token in tokens[phrase[0] : phrase[1]])
    documents = head.low in speech.documents
    plain_name = head.tag is Tag.NAME and all(not token.possessive for token in tokens[phrase[0] : phrase[1]])
    return phrase if known or documents or plain_name else None
