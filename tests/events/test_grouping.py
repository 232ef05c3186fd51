"""Articles that report the same event find each other, others stay apart, and every article says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, permutations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app import importers
from briefing_app.cleaning import clean
from briefing_app.events import Grouping, Profile, profile
from briefing_app.events.likeness import Placed
from briefing_app.language import read
from briefing_app.model.article import Document
from briefing_app.model.dates import DateInterval
from briefing_app.model.event import EventGroup, GroupingSign
from briefing_app.model.ids import ArticleId
from tests.factories import document, stated

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

FLOOD = (
    "The river Skell burst its banks in Marrowby on Monday and flooded four hundred cellars, the district governor Lena Ossing said.",
    "Firemen pumped water out of the hospital, whose generators had failed, and boats brought pensioners out of Tanner Lane.",
    "The sluice at Corrin had jammed after the rainfall, and engineers warned that a second crest would reach the levee by Wednesday.",
    "Ossing asked the army for sandbags, and insurers expect claims of ninety million crowns from households in the valley.",
)
STRIKE = (
    "Tram drivers in Port Halvard walked out on Monday over rosters and overtime, and the union chairman Pavel Rudnik called it a success.",
    "The transport company offered a bonus and a shorter shift, which the drivers' ballot had rejected twice since January.",
    "Commuters cycled to the shipyard, and schools opened late because buses and the underground were overcrowded.",
    "An arbitrator will hear both sides on Friday, and Rudnik said that the picket at the Ostgate depot stays until wages rise.",
)
FLOOD_TITLES = ("Skell floods Marrowby", "Four hundred cellars under water", "Sluice at Corrin jammed")
STRIKE_TITLES = ("Trams stand still in Port Halvard", "Drivers walk out over rosters", "Arbitrator called")
FLOODS = tuple(document(title, *FLOOD[first:], *FLOOD[:first], day=MARCH) for first, title in enumerate(FLOOD_TITLES))
STRIKES = tuple(document(title, *STRIKE[first:], *STRIKE[:first], day=MARCH) for first, title in enumerate(STRIKE_TITLES))
ELSEWHERE = "Elsewhere the harvest fair in Lindow drew crowds of farmers, beekeepers and cheesemakers, while astronomers watched a comet."
DIGEST = document("The week in the region", FLOOD[0], STRIKE[0], FLOOD[2], STRIKE[3], ELSEWHERE, day=MARCH)


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


def test_an_article_that_is_taken_out_leaves_its_group_and_comes_back() -> None:
    grouping = Grouping()
    profiles = [profile(one, read(one)) for one in (*FLOODS, *STRIKES)]
    for number, one in enumerate(profiles, 1):
        grouping.add(ArticleId(number), one)
    before = [(set(group.articles), group.title) for group in grouping.groups()]
    assert [articles for articles, _ in before] == [{1, 2, 3}, {4, 5, 6}]
    grouping.remove(ArticleId(2))
    assert [(set(group.articles), {why.article for why in group.reasons}) for group in grouping.groups()] == [
        ({1, 3}, {1, 3}),
        ({4, 5, 6}, {4, 5, 6}),
    ]
    grouping.remove(ArticleId(2))
    grouping.remove(ArticleId(3))
    assert [set(group.articles) for group in grouping.groups()] == [{4, 5, 6}]
    grouping.remove(ArticleId(1))
    for number in (2, 1, 3):
        grouping.add(ArticleId(number), profiles[number - 1])
    assert sorted(sorted(group.articles) for group in grouping.groups()) == [[1, 2, 3], [4, 5, 6]]


def test_what_was_taken_out_draws_nobody_near() -> None:
    grouping = Grouping()
    for number, one in enumerate(FLOODS[:2], 1):
        grouping.add(ArticleId(number), profile(one, read(one)))
        grouping.remove(ArticleId(number))
    assert grouping.groups() == ()
    grouping.add(ArticleId(3), profile(FLOODS[2], read(FLOODS[2])))
    assert grouping.groups() == ()


def test_every_article_has_reasons_with_words_that_both_hold() -> None:
    (found,) = groups(FERRY, FERRY_TOO)
    for number in found.articles:
        reasons = {reason.sign: reason for reason in found.reasons if reason.article == number}
        shared = {word.lower() for sign in (GroupingSign.TERMS, GroupingSign.NAMES) if sign in reasons for word in reasons[sign].shared}
        assert "ferry" in shared
        assert reasons[GroupingSign.DATES].shared == ("2 Mar 2026",)
        assert all(0 <= reason.weight <= 1 for reason in reasons.values())


def test_far_dates_keep_the_same_words_apart() -> None:
    later = replace(FERRY_TOO, date=document(None, "x", day=date(2028, 9, 1)).date)
    assert groups(FERRY, later) == ()
    undated = replace(FERRY_TOO, date=document(None, "x").date)
    assert len(groups(FERRY, undated)) == 1


def test_much_alike_articles_join_over_a_wrong_date_but_not_over_years() -> None:
    months = replace(FERRY_TOO, date=document(None, "x", day=date(2026, 5, 20)).date)
    assert len(groups(FERRY, months)) == 1
    months_and_bakery = groups(FERRY, months, replace(BAKERY, date=months.date))
    assert [group.articles for group in months_and_bakery] == [(1, 2)]


def test_an_open_date_is_no_reason() -> None:
    bounded = replace(FERRY_TOO, date=stated(DateInterval(date(2024, 1, 1), date(2026, 12, 31))))
    (found,) = groups(FERRY, bounded)
    assert GroupingSign.DATES not in {reason.sign for reason in found.reasons}


def test_a_shouted_or_quoting_title_gives_way_to_a_clear_one() -> None:
    shouted = document("VELMARK FERRY TO STOP IN MAY SAYS PORT AUTHORITY", *FERRY.text.split("\n\n")[1:], day=MARCH)
    (found,) = groups(shouted, FERRY_TOO)
    assert found.title in {"Velmark ferry to stop in May", "Island loses its ferry"}


def test_a_digest_of_two_events_belongs_to_neither_in_any_order() -> None:
    made = [profile(one, read(one)) for one in (*FLOODS, *STRIKES, DIGEST)]
    for order in list(permutations(range(len(made))))[::97]:
        grouping = Grouping()
        for index in order:
            grouping.add(ArticleId(index + 1), made[index])
        assert {frozenset(group.articles) for group in grouping.groups()} == {frozenset({1, 2, 3}), frozenset({4, 5, 6})}


def test_a_copy_joins_its_original_and_says_so() -> None:
    copied = document("Another headline", *FERRY.text.split("\n\n")[1:], "Sign up for our letter.", day=date(2026, 8, 1))
    (found,) = groups(FERRY, copied)
    reason = next(reason for reason in found.reasons if reason.sign is GroupingSign.COPY)
    assert reason.weight >= 0.7


def test_the_title_is_a_clear_headline_of_the_group() -> None:
    (found,) = groups(FERRY, FERRY_TOO)
    assert found.title in {"Velmark ferry to stop in May", "Island loses its ferry"}
    bare = (replace(FERRY, title=document(None, "x").title), replace(FERRY_TOO, title=document(None, "x").title))
    assert groups(*bare)[0].title == found.title  # their first sentences are as short


def test_without_titles_an_event_is_named_by_what_its_articles_share_and_not_by_half_a_sentence() -> None:
    (found,) = groups(*(document(None, " ".join(one.text.split("\n\n")[1:]), day=MARCH) for one in (FERRY, FERRY_TOO)))
    names, words = (part.split(", ") for part in found.title.split(": "))
    assert set(names) <= {"Velmark", "Ida Brandt"}
    assert set(words) <= {"ferry", "port", "authority", "subsidy", "island", "council", "hull", "corroded"}
    assert len(words) == 3
    assert not {"Ida", "Brandt"} & {word for reason in found.reasons for word in reason.shared}  # names stand whole


def test_a_name_of_an_event_holds_no_weekday() -> None:
    made = [document(None, f"On Monday {one.text.split(chr(10))[2]} " * 3, day=MARCH) for one in (FERRY, FERRY_TOO)]
    assert "Monday" not in groups(*made)[0].title


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


def margin(made: list[Profile], events: list[int]) -> float:
    """By how much the two least alike articles of one event are more alike than the two most alike of different ones."""
    placed = Placed()
    for one in made:
        placed.add(one)
    alike = placed.among(range(len(made))).score
    pairs = list(combinations(range(len(made)), 2))
    same = (alike[a, b] for a, b in pairs if events[a] == events[b])
    return float(min(same) - max(alike[a, b] for a, b in pairs if events[a] != events[b]))


def test_the_seeds_are_two_events_in_any_order_cleaned_or_raw(shared: Path) -> None:
    cleaned, raw = [], []
    for path in sorted((shared / "seeds").glob("*.txt")):
        (found,) = importers.read(path.read_bytes(), path.name)
        tidy = clean(found, path.name)
        cleaned.append(profile(tidy, read(tidy, tidy.date.value)))
        whole = document(None, found.text)
        raw.append(profile(whole, read(whole)))
    for made in (cleaned, raw):
        assert margin(made, [0, 0, 1, 0, 1]) >= 0.1
        for order in list(permutations(range(5)))[::7]:
            grouping = Grouping()
            for index in order:
                grouping.add(ArticleId(index + 1), made[index])
            assert {frozenset(group.articles) for group in grouping.groups()} == {frozenset({1, 2, 4}), frozenset({3, 5})}
