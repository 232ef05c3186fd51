"""Characters that no font of the machine has, as remarks at the words in which they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from briefing_app.briefing.concerns import Concern
from briefing_app.briefing.provenance import Remark
from briefing_app.model.briefing import Briefing, HeadingBlock, JudgementBlock, Missing, TextBlock
from briefing_app.model.span import Span


def font_remarks(briefing: Briefing, missing: Iterable[Missing]) -> tuple[Remark, ...]:
    """One remark for each of the characters, with its name and what the page shows instead."""
    return tuple(_remark(briefing, one) for one in missing if one.block < len(briefing.blocks))


def _remark(briefing: Briefing, missing: Missing) -> Remark:
    character = missing.character
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "a character without a name")
    why = f"No font on this machine has {code} ({name}); the PDF shows [{code}] instead."
    return Remark(Concern.NO_FONT, missing.block, _place(briefing, missing), f"{character} {code} {name}", why)


def _place(briefing: Briefing, missing: Missing) -> Span | None:
    """Where the character stands in what was typed; None in blocks that the program writes."""
    match briefing.blocks[missing.block]:
        case TextBlock(typed) | JudgementBlock(typed) | HeadingBlock(typed) if missing.character in typed:
            at = typed.index(missing.character)
            return Span(at, at + 1)
    return None
