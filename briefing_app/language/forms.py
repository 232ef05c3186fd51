"""The forms in which a text says who tells something, in the order in which a word is asked for them: one function and one row each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from briefing_app.language.citing import citing_frame, citing_words, learns_from, phrase_citing_frame
from briefing_app.language.frames import Form, Frame, span_of
from briefing_app.language.hearsay import (
    according_frame,
    according_words,
    before_that,
    claim_frame,
    colon_frame,
    heisst_frame,
    in_capitals,
    leading_frame,
    signed_frame,
    speaks_frame,
    tally_frame,
    that_frame,
    trailing_frame,
    view_frame,
)
from briefing_app.language.judging import judging_frame
from briefing_app.language.lines import Line
from briefing_app.language.moods import mood_frame
from briefing_app.language.pack import LangPack, Speech
from briefing_app.language.passives import impersonal_frame
from briefing_app.language.say_verbs import verb_frame
from briefing_app.language.syntax import Tag, Token

_CLAUSE = 25  # words of a clause in which a particle may follow its verb


class Place(NamedTuple):
    """A word of a line at which a frame may have its cue, and the frames found before it in the line."""

    line: Line
    number: int
    at: int
    pack: LangPack
    earlier: list[Frame]

    @property
    def tokens(self) -> list[Token]:
        """All words of the line."""
        return self.line.tokens

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.line.tokens[self.at]

    @property
    def speech(self) -> Speech:
        """The language's words of telling."""
        return self.pack.speech


def first_form(place: Place) -> Frame | None:
    """The frame of the first form that the word opens; None when it opens none."""
    return next((frame for form in _FORMS if (frame := form(place))), None)


def capitals_in_quotes(place: Place) -> Frame | None:
    """``"WEBER: we leave"``: inside quotation marks only a name in capitals tells."""
    tokens, index = place.tokens, place.at
    if place.token.tag is not Tag.COLON or not in_capitals(tokens[1:index]):
        return None
    return Frame(place.number, (index, index + 1), ":", Form.COLON, (1, index), span_of(tokens, index + 1, len(tokens)))


def _according(place: Place) -> Frame | None:
    length = according_words(place.tokens, place.at, place.pack)
    return according_frame(place.line, place.number, place.at, length, place.pack) if length else None


def _hearsay(place: Place) -> Frame | None:
    if place.token.low not in place.speech.hearsay:
        return None
    return Frame(place.number, (place.at, place.at + 1), place.token.low, Form.HEARSAY, None, place.line.span)


def _that_clause(place: Place) -> Frame | None:
    told = place.token.low in place.speech.told_nouns and place.token.tag is Tag.WORD
    if not (told or place.token.low in place.speech.stances) or not before_that(place.tokens, place.at):
        return None
    return that_frame(place.line, place.number, place.at, place.pack)


def _impersonal(place: Place) -> Frame | None:
    return impersonal_frame(place.line, place.number, place.at, place.pack)


def _mood(place: Place) -> Frame | None:
    return mood_frame(place.line, place.number, place.at, place.pack)


def _told_noun(place: Place) -> Frame | None:
    return claim_frame(place.line, place.number, place.at, place.pack) if place.token.low in place.speech.told_nouns else None


def _speaks(place: Place) -> Frame | None:
    return speaks_frame(place.line, place.number, place.at, place.pack) if place.token.low in place.speech.speaks else None


def _tally(place: Place) -> Frame | None:
    return tally_frame(place.line, place.number, place.at, place.pack)


def _is_said(place: Place) -> Frame | None:
    return heisst_frame(place.line, place.number, place.at, place.pack) if place.token.low in place.speech.is_said else None


def _phrase_citing(place: Place) -> Frame | None:
    length = citing_words(place.tokens, place.at, place.pack)
    return phrase_citing_frame(place.line, place.number, place.at, length, place.pack, place.earlier) if length else None


def _put_it(place: Place) -> Frame | None:
    """``as Weber put it``."""
    following = place.tokens[place.at + 1].low if place.at + 1 < len(place.tokens) else ""
    if place.token.low not in ("put", "puts") or following != "it":
        return None
    return verb_frame(place.line, place.number, place.at, "put", place.pack, place.earlier)


def _learns(place: Place) -> Frame | None:
    if not learns_from(place.tokens, place.at, place.earlier):
        return None
    return citing_frame(place.line, place.number, place.at, place.pack, place.earlier)


def _view(place: Place) -> Frame | None:
    return view_frame(place.line, place.number, place.at) if place.token.low in place.speech.views else None


def _trailing(place: Place) -> Frame | None:
    return trailing_frame(place.line, place.number, place.at, place.pack) if place.token.low in place.speech.trailing else None


def _leading(place: Place) -> Frame | None:
    return leading_frame(place.line, place.number, place.at, place.pack) if place.token.low in place.speech.leading else None


def _say_verb(place: Place) -> Frame | None:
    lemma = place.speech.verbs().get(place.token.low)
    if lemma is None or not _complete(place):
        return None
    return verb_frame(place.line, place.number, place.at, lemma, place.pack, place.earlier)


def _complete(place: Place) -> bool:
    """Whether one of the particles that the form asks for follows in its clause ("wies den Vorwurf zurück"); most ask for none."""
    wanted = place.speech.particles.get(place.token.low)
    if not wanted:
        return True
    behind = place.tokens[place.at + 1 : place.at + 1 + _CLAUSE]
    end = next((i for i, token in enumerate(behind) if token.tag in (Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.QUOTE)), len(behind))
    return any(token.low in wanted for token in behind[:end])


def _judging(place: Place) -> Frame | None:
    return judging_frame(place.line, place.number, place.at, place.pack)


def _signed(place: Place) -> Frame | None:
    return signed_frame(place.line, place.number, place.at, place.pack) if place.token.tag is Tag.DASH else None


def _colon(place: Place) -> Frame | None:
    if place.token.tag is not Tag.COLON:
        return None
    return colon_frame(place.line, place.number, place.at, place.pack, place.earlier)


_FORMS: tuple[Callable[[Place], Frame | None], ...] = (
    _according,
    _hearsay,
    _that_clause,
    _impersonal,
    _mood,
    _told_noun,
    _speaks,
    _tally,
    _is_said,
    _phrase_citing,
    _put_it,
    _learns,
    _view,
    _trailing,
    _leading,
    _say_verb,
    _judging,
    _signed,
    _colon,
)
"""Asked in this order; the first that finds a frame has it."""
