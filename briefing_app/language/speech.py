"""Finds every frame of an article: who says what in which sentence; hides nesting and the words in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice, pairwise

from briefing_app.language.citing import citing_frame, citing_words, learns_from, phrase_citing_frame, settle
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
from briefing_app.language.moods import mood_frame, reported_frame
from briefing_app.language.pack import LangPack
from briefing_app.language.passives import impersonal_frame
from briefing_app.language.say_verbs import verb_frame
from briefing_app.language.syntax import Tag, Token
from briefing_app.model.span import Span

_CLAUSE = 25  # words of a clause in which a particle may follow its verb


def find_frames(lines: list[Line], pack: LangPack) -> list[Frame]:
    """Every frame of every line, in order."""
    frames: list[Frame] = []
    for number, line in enumerate(lines):
        found = _line_frames(line, number, pack)
        _clip(found, line)
        settle(found)
        frames.extend(found)
    return frames


def _line_frames(line: Line, number: int, pack: LangPack) -> list[Frame]:
    tokens, speech = line.tokens, pack.speech
    verbs = speech.verbs()
    quoted = _inside_quotes(line)
    frames: list[Frame] = []
    for index, token in enumerate(tokens):
        frame: Frame | None = None
        if quoted[index]:
            if token.tag is Tag.COLON and in_capitals(tokens[1:index]):
                frames.append(Frame(number, (index, index + 1), ":", Form.COLON, (1, index), span_of(tokens, index + 1, len(tokens))))
            continue
        if length := according_words(tokens, index, pack):
            frame = according_frame(line, number, index, length, pack)
        elif token.low in speech.hearsay:
            frame = Frame(number, (index, index + 1), token.low, Form.HEARSAY, None, line.span)
        elif before_that(tokens, index) and (token.low in speech.stances or (token.low in speech.told_nouns and token.tag is Tag.WORD)):
            frame = that_frame(line, number, index, pack)
        elif hearsay := impersonal_frame(line, number, index, pack):
            frame = hearsay
        elif mood := mood_frame(line, number, index, pack):
            frame = mood
        elif token.low in speech.told_nouns and (claim := claim_frame(line, number, index, pack)):
            frame = claim
        elif token.low in speech.speaks and (spoken := speaks_frame(line, number, index, pack)):
            frame = spoken
        elif tally := tally_frame(line, number, index, pack):
            frame = tally
        elif token.low in speech.is_said and (said := heisst_frame(line, number, index, pack)):
            frame = said
        elif length := citing_words(tokens, index, pack):
            frame = phrase_citing_frame(line, number, index, length, pack, frames)
        elif token.low in ("put", "puts") and index + 1 < len(tokens) and tokens[index + 1].low == "it":
            frame = verb_frame(line, number, index, "put", pack, frames)
        elif learns_from(tokens, index, frames):
            frame = citing_frame(line, number, index, pack, frames)
        elif token.low in speech.views and (view := view_frame(line, number, index)):
            frame = view
        elif token.low in speech.trailing:
            frame = trailing_frame(line, number, index, pack)
        elif token.low in speech.leading:
            frame = leading_frame(line, number, index, pack)
        elif token.low in verbs and _complete(tokens, index, pack):
            frame = verb_frame(line, number, index, verbs[token.low], pack, frames)
        elif judged := judging_frame(line, number, index, pack):
            frame = judged
        elif token.tag is Tag.DASH:
            frame = signed_frame(line, number, index, pack)
        elif token.tag is Tag.COLON:
            frame = colon_frame(line, number, index, pack, frames)
        if frame is not None:
            frames.append(frame)
    if not frames and (reported := reported_frame(line, number, pack)):
        return [reported]
    return frames


def _complete(tokens: list[Token], index: int, pack: LangPack) -> bool:
    """Whether one of the particles that the form asks for follows in its clause ("wies den Vorwurf zurück"); most ask for none."""
    wanted = pack.speech.particles.get(tokens[index].low)
    if not wanted:
        return True
    behind = tokens[index + 1 : index + 1 + _CLAUSE]
    end = next((i for i, token in enumerate(behind) if token.tag in (Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.QUOTE)), len(behind))
    return any(token.low in wanted for token in behind[:end])


def _inside_quotes(line: Line) -> list[bool]:
    """Which tokens stand between quotation marks, the opening mark included."""
    inside = [False] * len(line.tokens)
    starts = [token.start for token in line.tokens]
    first = bisect_right(line.quoted, line.span.start, key=lambda marked: marked.closed)
    for marked in islice(line.quoted, first, None):
        if marked.opened >= line.span.end:
            break
        for index in range(bisect_left(starts, marked.opened), bisect_left(starts, marked.span.end)):
            inside[index] = True
    return inside


def _clip(frames: list[Frame], line: Line) -> None:
    """Told words that run on end where the next frame begins, unless that one is nested in them."""
    tokens, empty = line.tokens, []
    for frame, following in pairwise(frames):
        if frame.before or following.form in (Form.CITING, Form.HEARSAY, Form.QUOTED_AS):
            continue
        start = min(following.cue[0], following.teller[0] if following.teller else following.cue[0])
        if start == 0 or tokens[start - 1].tag not in (Tag.COMMA, Tag.SEMICOLON, Tag.COORDINATOR, Tag.DASH):
            continue
        if following.before and following.form is not Form.PARTICIPLE and not _told_in_turn(frame, following, tokens):
            continue
        while start > 1 and tokens[start - 1].tag in (Tag.COMMA, Tag.SEMICOLON, Tag.COORDINATOR, Tag.DASH):
            start -= 1
        end = tokens[start - 1].end
        if end > frame.content.start:
            frame.content = Span(frame.content.start, min(frame.content.end, end))
        elif following.before:
            empty.append(frame)  # "the council agreed, officials said": all that it would tell is the frame behind
    frames[:] = [frame for frame in frames if frame not in empty]


def _told_in_turn(frame: Frame, following: Frame, tokens: list[Token]) -> bool:
    """Whether a frame behind gives all of the first one to somebody: "he asked us to wait, officials said"."""
    end = max(following.cue[1], following.teller[1] if following.teller else 0)
    return following.content.start <= tokens[frame.cue[0]].start and not any(token.tag is Tag.QUOTE for token in tokens[end:])
