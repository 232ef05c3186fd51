"""Teasers: headlines and cut-off leads of other stories around an article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing_app.cleaning.lines import Label, Line
from briefing_app.model.article import ZoneKind

_CUT = re.compile(r"(…|\.\.\.|\[…\]|\[\.\.\.\])\W{0,3}$")
_LONGEST_CUT = 260
_PARAGRAPH = 80
_RELATED = re.compile(
    r"(also|more|other|further) (in|from|on) |related|recommended|read (more|also|next)|you (may|might)|most (read|popular)|trending|"
    r"latest|elsewhere|top stories|lesen sie auch|mehr zum thema|à lire aussi|lea también|関連記事|相关",
    re.IGNORECASE,
)
# Said of what is offered besides, at the end of a story: what follows is another one.
_LIKES = re.compile(
    r"[\W_]*(you (may|might|will|could) (also |probably )?(like|love|enjoy|be interested)|others also read|people also (read|like)|"
    r"você (também )?(pode|vai|poderá) (também )?gostar|talvez (você )?(também )?(goste|se interesse)|"
    r"(también )?te (puede|podría)n? (interesar|gustar)|vous aimerez (aussi|peut)|vous pourriez (aussi )?aimer|"
    r"(ceci|cela) peut vous intéresser|"
    r"das könnte (sie|dich|ihnen|dir) (auch )?(interessieren|gefallen)|(ti )?potrebbe(ro)? (anche )?(interessarti|piacerti|interessare)|"
    r"dit vind je misschien|misschien vind je|może cię (też )?zainteresować|あなたにおすすめ|猜你喜欢|您可能)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
_LONG_PARAGRAPH = 240
"""A line of this size is prose, whatever it ends with."""
_INLINE = re.compile(r"(read|see|watch|related|also read|read also|read more|more|see also|must read)\s*[:>|»-]", re.IGNORECASE)
ADVERTS = "advert heading"
"""The reason of furniture that announces what somebody pays for."""
_LONGEST_ADVERT = 160
_HEADLINE_BLURB = re.compile(r"[A-Z0-9“‘\"'][^.!?:]{3,60}: [A-Z][^.!?]{10,110}[.!?]")


def teasers(lines: Sequence[Line], known: Mapping[int, Label]) -> dict[int, Label]:
    """Lines that advertise other stories. ``known`` are the furniture lines found so far."""
    found = _cut_runs(lines, known)
    found.update(_after_heading(lines, known))
    found.update(_blurbs(lines, known))
    found.update(_after_likes(lines))
    found.update(_adverts(lines, known))
    told = next((line.number for line in lines if line.size >= _PARAGRAPH and line.ends_sentence), len(lines))
    for line in lines[told + 1 :]:
        wordy = 24 <= len(line.words) <= 140 and len(line.words.split()) >= 4
        if wordy and line.number > 1 and line.number not in known and line.words.isupper() and not line.ends_sentence:
            found.setdefault(line.number, Label(ZoneKind.TEASER, "a headline in capitals between paragraphs", 0.7))
    return found


def _cut_runs(lines: Sequence[Line], known: Mapping[int, Label]) -> dict[int, Label]:
    """Lines that are cut off: two in a row, or one right after furniture."""
    cut = [bool(_CUT.search(line.words)) and line.size <= _LONGEST_CUT for line in lines]
    found = {}
    for line in lines:
        number = line.number
        if not cut[number] or number == 0:
            continue
        beside = cut[number - 1] or (number + 1 < len(cut) and cut[number + 1])
        if beside or number - 1 in known:
            reason, sure = ("cut off, beside others", 0.9) if beside else ("cut off, after furniture", 0.7)
            found[number] = Label(ZoneKind.TEASER, reason, sure)
    return found


def _after_heading(lines: Sequence[Line], known: Mapping[int, Label]) -> dict[int, Label]:
    """Short lines that end no sentence, after a heading like "Related"."""
    found = {}
    open_run = False
    for line in lines:
        if line.number in known:
            open_run = bool(_RELATED.search(line.words[:120])) and len(line.words) < 60
        elif open_run and line.size <= 160 and not line.ends_sentence:
            found[line.number] = Label(ZoneKind.TEASER, "a headline after a heading of related stories", 0.8)
        else:
            open_run = False
    return found


def _after_likes(lines: Sequence[Line]) -> dict[int, Label]:
    """Everything after a heading of what the reader may like besides, where a story stands above it."""
    told = next((line.number for line in lines if line.size >= (_PARAGRAPH if line.ends_sentence else _LONG_PARAGRAPH)), len(lines))
    heads = (line for line in lines[told + 1 :] if len(line.words) <= _LONGEST_HEADING and _LIKES.match(line.words))
    head = next(heads, None)
    if head is None:
        return {}
    after = Label(ZoneKind.TEASER, "after a heading of what the reader may like besides", 0.7)
    return {line.number: after for line in lines[head.number :]}


def _adverts(lines: Sequence[Line], known: Mapping[int, Label]) -> dict[int, Label]:
    """Short lines behind a heading of partners' offers, up to the next furniture, where no paragraph of a story follows."""
    last = max(
        (line.number for line in lines if line.number not in known and line.size > _LONGEST_ADVERT and line.ends_sentence), default=0
    )
    found = {}
    open_run = False
    for line in lines[last + 1 :]:
        if line.number in known:
            open_run = known[line.number].reason == ADVERTS
        elif open_run:
            found[line.number] = Label(ZoneKind.BOILERPLATE, "an advert, after a heading that says so", 0.8)
    return found


def _blurbs(lines: Sequence[Line], known: Mapping[int, Label]) -> dict[int, Label]:
    """The last lines of the text when two or more have the form "Name: what it is about."."""
    run: list[Line] = []
    for line in reversed(lines):
        if line.number in known:
            continue
        if not (line.size <= 180 and _HEADLINE_BLURB.fullmatch(line.words)):
            break
        run.append(line)
    if len(run) < 2:
        return {}
    return {line.number: Label(ZoneKind.TEASER, "a name and what it is about, at the foot", 0.65) for line in run}
