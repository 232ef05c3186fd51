"""The fonts that pages are set in, and which characters none of them has."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from briefing_app.paths import resource

if TYPE_CHECKING:
    import typst

MOST_ROUNDS = 96
"""Characters without a font that are looked for one by one in one document; each costs a compilation of a few milliseconds."""

_SERIF = ("Source Serif Pro", "Noto Naskh Arabic", "Noto Serif CJK JP", "Noto Serif CJK SC", "Noto Serif", "DejaVu Serif")
_SANS = ("Inter", "Noto Naskh Arabic", "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans", "DejaVu Sans")
_OWN = {"ja": "Noto Serif CJK JP", "zh": "Noto Serif CJK SC", "ko": "Noto Serif CJK KR", "ar": "Noto Naskh Arabic"}
"""The family that a language is set in before all others: the same code points look different in Japan and in China."""

_PROBE = b"""#set document(title: "-")
#set text(lang: "en", font: json(bytes(sys.inputs.fonts)))
#sys.inputs.characters"""
_UNSHOWABLE = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")

_known: dict[str, bool] = {}
"""Which characters have been tried in this process, and whether a font has them."""


@cache
def fonts() -> typst.Fonts:
    """All fonts of the machine and those that are shipped; read once."""
    import typst  # only a briefing needs it; it is large

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[str(resource("fonts"))])


@cache
def stacks() -> Mapping[str, tuple[str, ...]]:
    """Font families by use, as far as this machine has them; typst looks through all others by itself."""
    held = set(fonts().families())
    serif, sans = (tuple(family for family in wanted if family in held) for wanted in (_SERIF, _SANS))
    own = {language: (_SERIF[0], family, *serif) for language, family in _OWN.items() if family in held}
    return {"serif": serif, "sans": sans, **own}


def without_font(characters: Iterable[str]) -> frozenset[str]:
    """Those of the characters that no font has. typst says so itself, since PDF/UA forbids to leave one out; each is tried once.

    Joining and combining characters, which stand for nothing by themselves, are not tried.
    """
    wanted = {character for character in characters if not character.isascii() and unicodedata.category(character)[0] not in "CMZ"}
    wanted |= {character for character in characters if unicodedata.category(character) == "Co"}
    for _ in range(MOST_ROUNDS):
        new = sorted(wanted - _known.keys())
        if not new:
            break
        lost = _refused("".join(new))
        _known.update(dict.fromkeys(lost or new, not lost))
    return frozenset(character for character in wanted if not _known.get(character, True))


def unshowable(error: typst.TypstError) -> frozenset[str]:
    """The characters that an error of typst says no font has."""
    found = _UNSHOWABLE.search(error.message)
    if not found:
        return frozenset()
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found["text"])
    return frozenset(character for character in text if not character.isascii())


@cache
def _prober() -> typst.Compiler:
    import typst  # only a briefing needs it; it is large

    return typst.Compiler(b"", font_paths=fonts())


def _refused(characters: str) -> frozenset[str]:
    import typst  # only a briefing needs it; it is large

    inputs = {"characters": characters, "fonts": json.dumps(stacks()["serif"])}
    try:
        _prober().compile(_PROBE, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return unshowable(error) & set(characters)
    return frozenset()
