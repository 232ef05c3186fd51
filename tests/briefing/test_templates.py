"""Kinds of briefing: made of one, and laid over one."""

from __future__ import annotations

from briefing_app.briefing.templates import TEMPLATES, applied, named, template_of
from briefing_app.model.briefing import (
    Briefing,
    BriefingBlock,
    ComparisonBlock,
    ComparisonLayout,
    ExcerptBlock,
    Grade,
    HeadingBlock,
    JudgementBlock,
    Paper,
    SourceBlock,
    SummaryBlock,
    TextBlock,
)
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, EventId, TemplateId
from briefing_app.model.template import House, Template
from tests.factories import NOON


def briefing(*blocks: BriefingBlock) -> Briefing:
    return Briefing(BriefingId(1), EventId(1), "Ferry", blocks, NOON, NOON, "TLP:RED", Paper.LETTER, 40)


def own(*blocks: BriefingBlock) -> Template:
    return Template(TemplateId(1), "Mine", blocks)


def test_nothing_about_the_event_gets_into_a_template() -> None:
    made = template_of(
        briefing(
            *(HeadingBlock("Scope"), TextBlock("The ferry sank."), JudgementBlock("high: It sank.")),
            *(ComparisonBlock(("The ferry sank",), ComparisonLayout.LIST), ExcerptBlock((AnnotationId(3),))),
            SourceBlock((Grade(ArticleId(1), "A", 1),)),
        ),
        "Mine",
    )
    assert made.blocks == (
        *(HeadingBlock("Scope"), TextBlock(""), JudgementBlock("")),
        *(ComparisonBlock(layout=ComparisonLayout.LIST), ExcerptBlock(), SourceBlock()),
    )
    assert made.house == House("TLP:RED", Paper.LETTER, 40)


def test_what_is_written_takes_the_places_of_its_kind() -> None:
    written = briefing(HeadingBlock("scope"), TextBlock("One."), TextBlock("Two."), TextBlock("Three."), HeadingBlock("Mine"))
    template = own(TextBlock(""), SummaryBlock(), HeadingBlock("Scope"), TextBlock(""), HeadingBlock("Outlook"))
    assert applied(template, written).blocks == (
        *(HeadingBlock("Mine"), TextBlock("One."), SummaryBlock(), HeadingBlock("scope"), TextBlock("Two."), TextBlock("Three.")),
        HeadingBlock("Outlook"),
    )


def test_what_is_chosen_stays_and_what_the_program_writes_goes_with_the_template() -> None:
    chosen = ComparisonBlock(("The ferry sank",))
    assert applied(own(ComparisonBlock()), briefing(chosen, SummaryBlock())).blocks == (chosen,)


def test_only_a_template_with_a_house_sets_mark_paper_and_limit() -> None:
    before = briefing(SummaryBlock())
    assert applied(TEMPLATES[0], before).handling == "TLP:RED"
    house = House("", Paper.A4, 0)
    after = applied(Template(TemplateId(1), "Mine", (), house), before)
    assert (after.handling, after.paper, after.quoted_words) == ("", Paper.A4, 0)


def test_a_name_finds_ones_own_first() -> None:
    mine = Template(TemplateId(1), "full report", ())
    assert named("Full Report", (mine,)) is mine
    assert named("one-page FLASH", ()) is TEMPLATES[0]
    assert named("nothing", (mine,)) is None
