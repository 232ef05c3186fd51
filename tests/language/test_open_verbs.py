"""Words that may be verbs, told by their neighbours."""

from __future__ import annotations

import pytest

from briefing_app.language.open_verbs import open_verb_tag
from briefing_app.language.syntax import Tag, Token


def token(low: str, tag: Tag = Tag.WORD, verb: str = "") -> Token:
    return Token(0, len(low), low, low, tag, verb)


PORT, REPORT, THE, OF, PEOPLE = (
    token("Velmark", Tag.NAME), token("report"), token("the", Tag.DETERMINER), token("of", Tag.PREPOSITION), token("people")
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "before", "after", "tells", "tag"),
    [
        (token("claims", verb="Z"), PORT, THE, True, Tag.FINITE),
        (token("claims", verb="Z"), THE, OF, True, Tag.WORD),
        (token("promises", verb="Z"), PORT, OF, True, Tag.WORD),
        (token("says", verb="Z"), PORT, OF, True, Tag.FINITE),
        (token("closed", verb="DN"), PORT, THE, False, Tag.FINITE),
        (token("closed", verb="DN"), None, THE, False, Tag.PARTICIPLE),
        (token("taken", verb="N"), PORT, THE, False, Tag.PARTICIPLE),
        (token("took", verb="D"), None, THE, False, Tag.FINITE),
        (token("leave", verb="B"), PEOPLE, THE, False, Tag.FINITE),
        (token("leave", verb="B"), REPORT, THE, False, Tag.WORD),
    ],
)
def test_neighbours_tell_a_verb_from_a_noun(word: Token, before: Token | None, after: Token | None, tells: bool, tag: Tag) -> None:
    assert open_verb_tag(word, before, after, tells) is tag
