"""Excerpts: every annotation, chosen ones, wider or narrower ones, and passages that nobody had marked."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.anchoring import anchor
from briefing_app.briefing import Concern, check, compose, draft, excerpts, wording
from briefing_app.briefing.templates import TEMPLATES, applied, template_of
from briefing_app.briefing.tree import Quote
from briefing_app.model.briefing import Excerpt, ExcerptBlock
from briefing_app.model.ids import AnnotationId, ArticleId
from tests.briefing.material import FIRST, SECOND, event, material, span
from tests.factories import NOON

WHOLE = "“We have no money for another winter,” said Ida Brandt, who runs the port."
WIDER = Excerpt(FIRST.id, anchor(FIRST.text, span(FIRST, WHOLE)), AnnotationId(1))
FREE = Excerpt(SECOND.id, anchor(SECOND.text, span(SECOND, "Unions want talks.")))


def quotes(block: ExcerptBlock) -> list[str]:
    return [one.quote for one in excerpts(block, material())]


def test_all_annotations_and_passages_stand_in_the_order_of_the_articles() -> None:
    assert quotes(ExcerptBlock()) == ["“We have no money for another winter,”", "قالت سلطة الميناء"]
    assert quotes(ExcerptBlock(None, (FREE, WIDER))) == [WHOLE, "Unions want talks.", "قالت سلطة الميناء"]


def test_chosen_ones_stand_as_they_were_chosen() -> None:
    chosen = ExcerptBlock((AnnotationId(2), AnnotationId(1)), (WIDER, FREE))
    assert quotes(chosen) == ["قالت سلطة الميناء", WHOLE, "Unions want talks."]
    assert quotes(ExcerptBlock((), (WIDER,))) == []


def test_a_wider_excerpt_keeps_its_note_and_counts_towards_the_limit() -> None:
    used = material()
    block = ExcerptBlock((AnnotationId(1),), (WIDER,), notes=True)
    made = replace(draft(event(*used.articles), used, now=NOON), blocks=(block,), quoted_words=8)
    tree = compose(made, used)
    quote = next(block for block in tree.blocks if isinstance(block, Quote))
    assert WHOLE in wording.plain(quote.blocks[0].inlines)  # type: ignore[union-attr]
    assert any("Ask the union" in wording.plain(getattr(block, "inlines", ())) for block in tree.blocks)
    assert [remark.concern for remark in check(made, used).remarks if remark.concern is Concern.TOO_LONG] == [Concern.TOO_LONG]
    assert Concern.TOO_LONG not in {remark.concern for remark in check(replace(made, quoted_words=0), used).remarks}


def test_no_note_goes_into_a_briefing_unasked() -> None:
    used = material(note="Check with the desk.")
    drafted = draft(event(*used.articles), used, now=NOON)
    shipped = (applied(template, drafted) for template in TEMPLATES)
    for made in (drafted, *shipped):
        assert "Check with the desk" not in str(compose(made, used))
    asked = replace(drafted, blocks=(ExcerptBlock(notes=True),))
    assert "Check with the desk" in str(compose(asked, used))
    assert "Check with the desk" not in str(template_of(asked, "Own"))


def test_a_passage_whose_words_are_gone_says_so_and_one_of_no_article_is_left_out() -> None:
    used = material()
    lost = Excerpt(FIRST.id, replace(WIDER.anchor, quote="Words that nobody wrote here."))
    gone = Excerpt(ArticleId(999), WIDER.anchor)
    made = replace(draft(event(*used.articles), used, now=NOON), blocks=(ExcerptBlock((), (lost, gone)),))
    assert [remark.concern for remark in check(made, used).remarks if remark.concern is Concern.STALE] == [Concern.STALE]
    assert "no longer stand" in wording.plain(compose(made, used).notes[0].inlines)
