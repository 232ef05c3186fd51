"""Articles that report the same event find each other, others stay apart, and every article says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app import importers
from briefing_app.cleaning import clean
from briefing_app.events import Grouping, profile
from briefing_app.language import read
from briefing_app.model.article import Document
from briefing_app.model.event import EventGroup, GroupingSign
from briefing_app.model.ids import ArticleId
from tests.factories import document

MARCH = date(2026, 3, 2)

FERRY = document(
    "Velmark ferry to stop in May",
    "The Velmark ferry will stop on 4 May, the port authority said on Monday.",
    "Ida Brandt, who runs the port, said the subsidy from the island council had ended and the hull of the ferry was corroded.",
    day=MARCH,
)
FERRY_TOO = document(
    "Island loses its ferry",
    "The island of Velmark loses its ferry in May because the council will not renew the subsidy.",
    "The ferry's hull is corroded, said Ida Brandt of the port authority.",
    day=MARCH,
)
BAKERY = document(
    "Bakery wins prize for rye bread",
    "A bakery in Ostrava won the national prize for its rye bread on Monday.",
    "The jury praised the crust and the sourdough, which is forty years old.",
    day=MARCH,
)


def groups(*documents: Document) -> tuple[EventGroup, ...]:
    grouping = Grouping()
    for number, one in enumerate(documents, 1):
        grouping.add(ArticleId(number), profile(one, read(one)))
    return grouping.groups()


def test_the_same_event_is_one_group_and_the_other_stays_alone() -> None:
    (found,) = groups(FERRY, BAKERY, FERRY_TOO)
    assert found.articles == (1, 3)
    assert found.date is not None
    assert found.date.day == MARCH


def test_every_article_has_reasons_with_words_that_both_hold() -> None:
    (found,) = groups(FERRY, FERRY_TOO)
    for number in found.articles:
        reasons = {reason.sign: reason for reason in found.reasons if reason.article == number}
        shared = {word.lower() for sign in (GroupingSign.TERMS, GroupingSign.NAMES) if sign in reasons for word in reasons[sign].shared}
        assert "ferry" in shared
        assert reasons[GroupingSign.DATES].shared == ("2026-03-02",)
        assert all(0 <= reason.weight <= 1 for reason in reasons.values())


def test_far_dates_keep_the_same_words_apart() -> None:
    later = replace(FERRY_TOO, date=document(None, "x", day=date(2028, 9, 1)).date)
    assert groups(FERRY, later) == ()
    undated = replace(FERRY_TOO, date=document(None, "x").date)
    assert len(groups(FERRY, undated)) == 1


def test_a_copy_joins_its_original_and_says_so() -> None:
    copied = document("Another headline", *FERRY.text.split("\n\n")[1:], "Sign up for our letter.", day=date(2026, 8, 1))
    (found,) = groups(FERRY, copied)
    reason = next(reason for reason in found.reasons if reason.sign is GroupingSign.COPY)
    assert reason.weight >= 0.7


def test_the_title_is_a_clear_headline_of_the_group() -> None:
    (found,) = groups(FERRY, FERRY_TOO)
    assert found.title in {"Velmark ferry to stop in May", "Island loses its ferry"}
    bare = (replace(FERRY, title=document(None, "x").title), replace(FERRY_TOO, title=document(None, "x").title))
    assert groups(*bare)[0].title.startswith("Velmark ferry to stop in May")


def test_another_language_joins_by_latin_names_only() -> None:
    japanese = document("フェリー廃止", "Velmark の Ida Brandt 港湾局長は、フェリーを止めると述べた。", day=MARCH, language="ja")
    stranger = document("港のまつり", "港のまつりに三千人が集まり、花火が上がった。", day=MARCH, language="ja")
    found = groups(FERRY, FERRY_TOO, stranger, japanese)
    assert len(found) == 1
    assert 3 not in found[0].articles


def test_adding_twice_changes_nothing_and_groups_are_stable() -> None:
    grouping = Grouping()
    for number, one in enumerate((FERRY, FERRY_TOO, FERRY), 1):
        grouping.add(ArticleId(number), profile(one, read(one)))
    before = grouping.groups()
    grouping.add(ArticleId(1), profile(BAKERY, read(BAKERY)))
    assert grouping.groups() == before
    assert before[0].articles == (1, 2, 3)


def test_empty_articles_form_no_group() -> None:
    empty = document(None, "")
    assert groups(empty, empty, empty) == ()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([FERRY, FERRY_TOO, BAKERY, document(None, "Short.")]), max_size=7))
def test_no_article_is_in_two_groups(documents: list[Document]) -> None:
    placed = [article for group in groups(*documents) for article in group.articles]
    assert len(placed) == len(set(placed))
    assert all(len(group.articles) > 1 for group in groups(*documents))


def test_a_grouping_is_taken_up_where_it_was_left() -> None:
    profiles = [(ArticleId(number), profile(one, read(one))) for number, one in enumerate((FERRY, BAKERY, FERRY_TOO), 1)]
    grouping, restored = Grouping(), Grouping()
    for number, made in profiles:
        grouping.add(number, made)
    restored.restore(profiles, [group.articles for group in grouping.groups()])
    assert restored.groups() == grouping.groups()
    later = (ArticleId(9), profile(FERRY, read(FERRY)))
    for each in (grouping, restored):
        each.add(*later)
    assert restored.groups() == grouping.groups()
    assert 9 in restored.groups()[0].articles


def test_the_seeds_are_two_events_in_any_order_cleaned_or_raw(shared: Path) -> None:
    cleaned, raw = [], []
    for path in sorted((shared / "seeds").glob("*.txt")):
        (found,) = importers.read(path.read_bytes(), path.name)
        tidy = clean(found, path.name)
        cleaned.append(profile(tidy, read(tidy, tidy.date.value)))
        whole = document(None, found.text)
        raw.append(profile(whole, read(whole)))
    for made in (cleaned, raw):
        for order in list(permutations(range(5)))[::7]:
            grouping = Grouping()
            for index in order:
                grouping.add(ArticleId(index + 1), made[index])
            assert {frozenset(group.articles) for group in grouping.groups()} == {frozenset({1, 2, 4}), frozenset({3, 5})}
