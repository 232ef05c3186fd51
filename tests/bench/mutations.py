"""Ten ways in which the text of an article comes back changed, each with where every code point came from.

A text under change is a list of pairs: a code point, and its place in the text before (None for what was added). So the right answer
for any stretch of the old text is known whatever was done to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

Traced = list[tuple[str, int | None]]

_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OTHERS = (
    "meanwhile", "reported", "several", "council", "yesterday", "harbour", "largely", "decided", "thirteen", "minister", "against",
    "remain", "region", "quietly", "budget", "offered", "before", "northern", "claim", "workers",
)  # fmt: skip
_FURNITURE = (
    "Share this article", "Subscribe to our newsletter", "Read more: what we know so far", "Advertisement", "© All rights reserved",
)  # fmt: skip
_SENTENCE = " Officials had no further comment when they were asked about it late on Thursday evening."
_NOISE = {"l": "1", "o": "0", "e": "c", "m": "rn", "i": "l", "s": "5", "h": "b", "u": "v", "a": "o", "t": "f", "n": "ri", "的": "旳"}
_CURLED = {'"': ("“", "”"), "'": ("‘", "’")}


def traced(text: str) -> Traced:
    """A text that is not changed yet."""
    return [(character, at) for at, character in enumerate(text)]


def boilerplate_changed(text: Traced, chance: Random) -> Traced:
    """Other lines of page furniture before, between and behind the paragraphs; the first line gone half of the time."""
    paragraphs = _paragraphs(text)
    if len(paragraphs) > 3 and chance.random() < 0.5:
        paragraphs = paragraphs[1:]
    lines = [_new(chance.choice(_FURNITURE)) for _ in range(3)]
    for line in lines:
        paragraphs.insert(chance.randrange(len(paragraphs) + 1), line)
    return _joined([_new("Home | World | Sign in"), *paragraphs, _new("Most read today")])


def paragraphs_moved(text: Traced, chance: Random) -> Traced:
    """A third of the paragraphs, and two at least, in other places."""
    paragraphs = _paragraphs(text)
    for _ in range(max(2, len(paragraphs) // 3)):
        paragraphs.insert(chance.randrange(len(paragraphs)), paragraphs.pop(chance.randrange(len(paragraphs))))
    return _joined(paragraphs)


def words_edited(share: float) -> Callable[[Traced, Random], Traced]:
    """Replace, drop or add a word at this share of the words."""

    def mutate(text: Traced, chance: Random) -> Traced:
        def changed(word: Traced) -> Traced:
            if chance.random() >= share:
                return word
            way = chance.randrange(4)
            other = _new(chance.choice(_OTHERS)) if word[0][0].isascii() else _new(chance.choice("等了在与新") * min(2, len(word)))
            return (other, other, [], [*word, *_new(" "), *other])[way]

        return _by_words(text, changed)

    return mutate


def whitespace_changed(text: Traced, chance: Random) -> Traced:
    """Lines wrapped anew, spaces doubled and hard, empty lines between paragraphs or none."""
    out: Traced = []
    between = chance.choice(("\n", "\n\n", "\n \n", "\r\n"))
    for at, pair in enumerate(text):
        if pair[0] == "\n":
            if at and text[at - 1][0] != "\n":
                out += _new(between)
        elif pair[0] == " ":
            out += _new(chance.choices((" ", "\n", "  ", "\u00a0"), (80, 10, 5, 5))[0])
        else:
            out.append(pair)
    return out


def quotes_curled(text: Traced, _chance: Random) -> Traced:
    """Straight quotation marks and apostrophes curled, curled ones straightened."""
    back = {curled: straight for straight, pair in _CURLED.items() for curled in pair}
    out: Traced = []
    for at, (character, origin) in enumerate(text):
        if character in _CURLED:
            opens = at == 0 or text[at - 1][0].isspace()
            character = _CURLED[character][0 if opens else 1]
        else:
            character = back.get(character, character)
        out.append((character, origin))
    return out


def ocr_noise(text: Traced, chance: Random) -> Traced:
    """One letter in fifty misread."""
    out: Traced = []
    for character, origin in text:
        if character in _NOISE and chance.random() < 0.04:
            out += [(noise, origin) for noise in _NOISE[character]]
        else:
            out.append((character, origin))
    return out


def sentence_inserted(text: Traced, chance: Random) -> Traced:
    """A sentence added behind some sentences, in the midst of their paragraphs."""
    out: Traced = []
    for at, pair in enumerate(text):
        out.append(pair)
        ended = pair[0] in ".!?。" and (at + 1 == len(text) or text[at + 1][0].isspace() or pair[0] == "。")
        if ended and chance.random() < 0.15:
            out += _new(_SENTENCE if pair[0] != "。" else "官员们周四晚间被问及此事时没有进一步评论。")
    return out


def truncated(text: Traced, chance: Random) -> Traced:
    """Only the first half to nine tenths, as behind a paywall."""
    return [*text[: int(len(text) * chance.uniform(0.5, 0.9))], *_new(" … Continue reading")]


def another_extraction(text: Traced, chance: Random) -> Traced:
    """As another program takes the same page: wrapped lines joined, short lines lost, bullets, captions, soft hyphens added."""
    out: list[Traced] = []
    for paragraph in _paragraphs(text):
        if len(paragraph) < 60 and chance.random() < 0.4:
            continue
        if chance.random() < 0.15:
            out.append(_new("Image: file photograph / agency"))
        softened: Traced = []
        for at, pair in enumerate(paragraph):
            softened.append(pair)
            inside = pair[0].isalpha() and at + 1 < len(paragraph) and paragraph[at + 1][0].isalpha() and pair[0].isascii()
            if inside and chance.random() < 0.004:
                softened += _new("\u00ad")
        out.append([*_new(chance.choices(("", "• ", "  "), (80, 10, 10))[0]), *softened])
    return _joined(out) or text


def foreign_quotes(text: Traced, chance: Random) -> Traced:
    """The quotation marks of another language."""
    opening, closing = chance.choice((("„", "“"), ("« ", " »"), ("「", "」"), ("‹", "›"), ("»", "«"), ("″", "″")))
    out: Traced = []
    for at, pair in enumerate(text):
        if pair[0] in '"“”„«»':
            opens = pair[0] in "“«" or (pair[0] == '"' and (at == 0 or (not text[at - 1][0].isalnum() and text[at - 1][0] not in ".,!?")))
            out += _new(opening if opens else closing)
        else:
            out.append(pair)
    return out


MUTATIONS: dict[str, Callable[[Traced, Random], Traced]] = {
    "boilerplate changed": boilerplate_changed,
    "paragraphs moved": paragraphs_moved,
    "words edited, 1 %": words_edited(0.01),
    "words edited, 3 %": words_edited(0.03),
    "words edited, 10 %": words_edited(0.10),
    "whitespace changed": whitespace_changed,
    "quotes curled": quotes_curled,
    "OCR noise": ocr_noise,
    "sentence inserted": sentence_inserted,
    "truncated": truncated,
    "another extraction": another_extraction,
    "quotation marks of another language": foreign_quotes,
}
"""The ten ways by name; the editing of words at three strengths."""


def _new(words: str) -> Traced:
    return [(character, None) for character in words]


def _paragraphs(text: Traced) -> list[Traced]:
    plain = "".join(character for character, _ in text)
    return [text[found.start() : found.end()] for found in _PARAGRAPH.finditer(plain)]


def _joined(paragraphs: Sequence[Traced]) -> Traced:
    return [pair for number, paragraph in enumerate(paragraphs) for pair in ([*_new("\n\n"), *paragraph] if number else paragraph)]


def _by_words(text: Traced, change: Callable[[Traced], Traced]) -> Traced:
    plain = "".join(character for character, _ in text)
    out: Traced = []
    at = 0
    for found in _WORD.finditer(plain):
        out += text[at : found.start()]
        start = found.start()
        # A script without spaces has no words here: two characters at a time are taken for one.
        step = 2 if not found[0].isascii() and len(found[0]) > 8 else len(found[0])
        while start < found.end():
            out += change(text[start : min(start + step, found.end())])
            start += step
        at = found.end()
    return out + text[at:]
