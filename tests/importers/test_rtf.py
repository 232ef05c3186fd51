"""RTF: words in every charset, lines as blocks."""

from __future__ import annotations

from briefing_app.importers import as_received, read

RTF = (
    rb"{\rtf1\ansi\ansicpg1251{\info{\title Ferry}{\author Ann Lee}}{\fonttbl\f0 Arial;}"
    rb"\f0 First line\par \b Second\b0  \u1055?\u-10179?\u-8704? line \{x\}\par}"
)


def test_the_words_of_a_document() -> None:
    (found,) = read(RTF, "x.rtf")
    assert [block.span.of(found.text).strip() for block in found.blocks] == ["First line", "Second П\U0001f600 line {x}"]
    assert found.hint("file:title") == "Ferry"
    assert found.hint("file:author") == "Ann Lee"


def test_the_name_does_not_matter_and_the_original_shows_its_words() -> None:
    (found,) = read(RTF, "letter.doc")
    assert "First line" in found.text
    assert as_received(RTF, "letter.doc").source.startswith("First line")
