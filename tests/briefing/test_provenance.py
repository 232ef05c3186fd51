"""The provenance check: how each sentence stands, and every concern from the words that cause it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.briefing import Material, draft
from briefing_app.briefing.concerns import Concern, length
from briefing_app.briefing.provenance import Provenance, Standing, check
from briefing_app.briefing.sentences import typed_sentences
from briefing_app.model.annotation import Annotation
from briefing_app.model.article import Article
from briefing_app.model.briefing import Briefing, BriefingBlock, ExcerptBlock, JudgementBlock, SourceBlock, TextBlock
from briefing_app.model.comparison import Copy
from briefing_app.model.ids import SourceId
from briefing_app.model.source import Source
from tests.briefing.material import ARABIC, FIRST, JAPANESE, SECOND, annotation, event, material
from tests.factories import NOON


def briefing_of(*blocks: BriefingBlock, quoted_words: int = 300) -> Briefing:
    used = material()
    return replace(draft(event(*used.articles), used, now=NOON), blocks=blocks, quoted_words=quoted_words)


def checked(markdown: str, used: Material | None = None) -> Provenance:
    return check(briefing_of(TextBlock(markdown)), used or material())


def concerns(found: Provenance) -> set[Concern]:
    return {remark.concern for remark in found.remarks} - {Concern.DATE_UNKNOWN}


def test_every_sentence_stands_somehow() -> None:
    found = checked('The ferry stops [@a11 "will stop on 4 May"]. It will be missed. [@assessment] Boats are blue. And [@a99] gone.')
    assert [one.standing for one in found.sentences] == [Standing.SOURCED, Standing.ASSESSMENT, Standing.UNSOURCED, Standing.UNSOURCED]
    assert [found.count(standing) for standing in Standing] == [1, 1, 2]
    assert {Concern.UNSOURCED, Concern.GONE} <= concerns(found)


def test_a_remark_leads_to_its_words() -> None:
    typed = "# Head\n\nAll is *well* [@a11].\n\n- Boats are\n  blue."
    found = checked(typed)
    remark = next(one for one in found.remarks if one.concern is Concern.UNSOURCED)
    assert remark.words == "Boats are blue."
    assert remark.span is not None
    assert remark.span.of(typed).split() == ["Boats", "are", "blue."]


def test_what_states_nothing_is_no_sentence() -> None:
    typed = "# Head\n\n---\n\n    code here\n\n| Who | When |\n|---|---|\n| Port | May |\n\n[^1]: A note."
    assert [sentence.words for sentence in typed_sentences(typed)] == ["Port May"]


def test_a_footnote_lends_what_it_cites() -> None:
    assert checked("It stops.[^1]\n\n[^1]: See [@a11].").sentences[0].standing is Standing.SOURCED
    assert checked("It stops.[^1]\n\n[^1]: Own remark.").sentences[0].standing is Standing.UNSOURCED


def test_judgements_are_assessments_line_by_line() -> None:
    found = check(briefing_of(JudgementBlock("high: The line closes\nlow: Talks fail")), material())
    assert [one.standing for one in found.sentences] == [Standing.ASSESSMENT] * 2


def test_words_that_do_not_stand_there_are_stale() -> None:
    once = replace(material(), earlier=((FIRST.id, "The ferry will stop on 5 May."),))
    found = checked('So [@a11 "will stop on 5 May"].', once)
    assert Concern.STALE in concerns(found)
    assert found.sentences[0].standing is Standing.SOURCED
    lost = replace(annotation(7, FIRST, "Ida Brandt"), article=SECOND.id)
    used = replace(material(), annotations=(lost,))
    assert Concern.STALE in concerns(check(briefing_of(ExcerptBlock()), used))


def test_words_that_never_stood_there_are_no_source() -> None:
    found = checked('So [@a11 "will stop on 5 May"].')
    assert found.sentences[0].standing is Standing.UNSOURCED
    assert concerns(found) == {Concern.NOT_THERE}
    assert "do not stand in a11" in next(one.why for one in found.remarks if one.concern is Concern.NOT_THERE)


def test_what_is_broken_off_is_told() -> None:
    typed = "So [@a11 'will stop'] and `[@code]` it is [@x1"
    found = [one for one in checked(typed).remarks if one.concern is Concern.UNREADABLE]
    assert [one.words for one in found] == ["[@a11 'will stop']", "[@x1"]
    assert all(one.span is not None and one.span.of(typed) == one.words for one in found)
    assert Concern.UNREADABLE not in concerns(checked('So [@a11 "said “We have no money” to him"].'))


def newer_version(text: str) -> Article:
    document = replace(FIRST.document, text=text, canonical_url="https://example.org/ferry")
    custody = replace(FIRST.custody, imported_at=FIRST.custody.imported_at + timedelta(days=1))
    return replace(SECOND, document=document, custody=custody)


@pytest.mark.parametrize(("text", "stale"), [("The ferry goes on.", True), (FIRST.text, False)])
def test_a_newer_version_without_the_words_is_told(text: str, stale: bool) -> None:
    old = replace(FIRST, document=replace(FIRST.document, canonical_url="https://example.org/ferry"))
    used = Material(articles=(old, newer_version(text)))
    assert (Concern.STALE in concerns(checked('It stops [@a11 "will stop on 4 May"].', used))) is stale


def test_the_other_side_of_a_conflict_must_be_cited() -> None:
    one = 'The ferry stops [@a11 "will stop on 4 May"].'
    both = 'The ferry stops or not [@a11 "will stop on 4 May"] [@a12 "The port denied on Tuesday"].'
    assert Concern.CONTRADICTED in concerns(checked(one))
    assert Concern.CONTRADICTED not in concerns(checked(both))


def test_copies_confirm_nothing() -> None:
    used = material()
    assert used.comparison is not None
    copied = replace(used, comparison=replace(used.comparison, copies=(Copy(FIRST.id, SECOND.id, 0.97),)))
    assert Concern.COPIES in concerns(checked("It stops [@a11] [@a12].", copied))
    assert Concern.COPIES not in concerns(checked("It stops [@a11] [@a12].", used))


def test_of_several_copies_one_remark_tells() -> None:
    used = material()
    assert used.comparison is not None
    numbers = [article.id for article in used.articles]
    copies = tuple(Copy(a, b, 0.9) for a, b in combinations(numbers, 2))
    copied = replace(used, comparison=replace(used.comparison, copies=copies))
    told = [remark.why for remark in checked("It stops [@a11] [@a12] [@a14].", copied).remarks if remark.concern is Concern.COPIES]
    assert told == ["a12, a14 (بريد المرفأ) are copies of a11 (Harbour Courier) (90% of the wording) and confirm nothing."]


def test_one_origin_is_told_and_several_are_not() -> None:
    assert Concern.SINGLE_ORIGIN in concerns(checked("It stops [@a11]."))
    assert Concern.SINGLE_ORIGIN not in concerns(checked("It stops [@a11] [@a13]."))
    named = tuple(article.document.source.value for article in material().articles if article.id in (11, 13))
    owned = tuple(Source(SourceId(at), name or "", owner="Port Group") for at, name in enumerate(named))
    assert None not in named
    assert Concern.SINGLE_ORIGIN in concerns(checked("It stops [@a11] [@a13].", replace(material(), sources=owned)))


def test_unknown_dates_and_long_excerpts_are_told() -> None:
    used = material()
    marks: tuple[Annotation, ...] = (annotation(1, FIRST, "We have no money for another winter"),)
    found = check(briefing_of(ExcerptBlock(), SourceBlock(), quoted_words=5), replace(used, annotations=marks))
    assert {remark.concern for remark in found.remarks} == {Concern.TOO_LONG, Concern.DATE_UNKNOWN}
    assert sum(remark.concern is Concern.DATE_UNKNOWN for remark in found.remarks) == 3
    unlimited = check(briefing_of(ExcerptBlock(), quoted_words=0), replace(used, annotations=marks))
    assert Concern.TOO_LONG not in {remark.concern for remark in unlimited.remarks}


def test_the_draft_has_no_sentence_without_a_source() -> None:
    used = material()
    found = check(draft(event(*used.articles), used, now=NOON), used)
    assert found.count(Standing.UNSOURCED) == 0
    assert found.count(Standing.SOURCED) > 3


def test_length_counts_letters_where_no_blanks_are() -> None:
    assert length("We have no money") == 4
    assert length(JAPANESE.document.title.value or "") == 12
    assert length(ARABIC.document.title.value or "") == 4


@given(st.text(alphabet='ab. \n#*-|[]@a1"^:`>', max_size=80))
def test_spans_lie_in_what_was_typed(typed: str) -> None:
    last = 0
    for sentence in typed_sentences(typed):
        assert last <= sentence.span.start < sentence.span.end <= len(typed)
        last = sentence.span.end
