"""Finds every frame of an article: who says what in which sentence; hides nesting and the words in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice, pairwise

from briefing_app.language.citing import settle
from briefing_app.language.forms import Place, capitals_in_quotes, first_form
from briefing_app.language.frames import Form, Frame
from briefing_app.language.lines import Line
from briefing_app.language.moods import reported_frame
from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token
from briefing_app.model.span import Span


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
    quoted = _inside_quotes(line)
    frames: list[Frame] = []
    for index in range(len(line.tokens)):
        place = Place(line, number, index, pack, frames)
        frame = capitals_in_quotes(place) if quoted[index] else first_form(place)
        if frame is not None:
            frames.append(frame)
    if not frames and (reported := reported_frame(line, number, pack)):
        return [reported]
    return frames


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
