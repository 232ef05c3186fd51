"""The followers on a real library, in this process: they catch up, begin again, and get past what kills them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing_app.anchoring import anchor
from briefing_app.library import Library
from briefing_app.library.index import index
from briefing_app.library.index.schema import fields_of
from briefing_app.model.analysis_versions import comparison_version, findings_version, profile_version
from briefing_app.model.arranging import locked, merged, moved, named, split
from briefing_app.model.article import Article, ZoneKind
from briefing_app.model.correction import MetadataField
from briefing_app.model.dates import day_interval
from briefing_app.model.edit import CorrectMetadata, PutRuling, PutSource, RelabelSpan, TrashArticles
from briefing_app.model.event import Event, EventHold
from briefing_app.model.ids import ArticleId, EventId, RulingId, SourceId
from briefing_app.model.ruling import Parted, Passage, Ruling
from briefing_app.model.source import Source
from briefing_app.pipeline.followers import Follower, followers
from briefing_app.pipeline.followers.comparisons import Comparisons
from briefing_app.pipeline.followers.events import Events
from briefing_app.pipeline.followers.feed import Place, Trials, called_off
from briefing_app.pipeline.followers.findings import FindingsReader
from briefing_app.pipeline.followers.index import Index
from briefing_app.pipeline.progress import Stage
from briefing_app.pipeline.requests import Stand
from tests.factories import NOON, document

FERRY = "The ferry Sea Holly stopped in Varnport on Monday after a fire injured two members of the crew."
AGAIN = "Two members of the crew of the ferry Sea Holly were injured by a fire in Varnport on Monday."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    opened.add(document("Ferry stops after fire", FERRY), b"1", "1.txt")
    opened.add(document("Fire on ferry injures two", AGAIN), b"2", "2.txt")
    opened.add(document("Apple harvest will be poor", "Frost killed most of the blossom in Kessel Valley."), b"3", "3.txt")
    yield opened
    opened.close()


def _nothing(note: Any) -> None:
    del note


def _finish(follower: Follower, library: Library) -> Stand:
    for _ in range(50):
        stand = follower.step(library, lambda: True, _nothing)
        if not stand.more:
            return stand
    raise AssertionError(f"{follower.name} does not come to an end")


def test_all_catch_up_in_the_smallest_steps(library: Library) -> None:
    for follower in followers():
        stand = _finish(follower, library)
        assert stand.done == stand.total
    assert library.behind() == 0
    assert all(library.findings(article, findings_version()) is not None for article in library.article_ids())
    assert [article for article, _ in library.profiles(profile_version())] == [1, 2, 3]
    (event,) = library.events()
    assert event.group.articles == (1, 2)
    assert library.comparison(event.id, comparison_version()) is not None


def test_what_is_known_of_a_source_makes_its_comparisons_stale_and_no_others(library: Library) -> None:
    for follower in followers():
        _finish(follower, library)
    (event,) = library.events()
    library.apply(PutSource(Source(SourceId(0), "Nobody's Herald", owner="Lee")))
    assert library.comparison(event.id, comparison_version()) is not None
    library.apply(CorrectMetadata(ArticleId(1), MetadataField.SOURCE, "Kurier"))
    _finish(Comparisons(), library)
    before = library.comparison(event.id, comparison_version())
    assert before is not None
    library.apply(PutSource(Source(SourceId(0), "Kurier", owner="Nordverlag")))
    assert library.comparison(event.id, comparison_version()) is None
    assert not library.current(before)
    _finish(Comparisons(), library)
    after = library.comparison(event.id, comparison_version())
    assert after is not None
    assert after.registered != before.registered
    library.undo()
    assert library.current(before)


def test_a_second_pass_changes_nothing(library: Library) -> None:
    for follower in followers():
        _finish(follower, library)
    before = (library.last_change(), library.events())
    for follower in followers():
        _finish(follower, library)
    assert (library.last_change(), library.events()) == before


def test_a_new_article_joins_what_is_there_after_a_restart(library: Library) -> None:
    for follower in followers():
        _finish(follower, library)
    (before,) = library.events()
    library.add(document("Sea Holly fire", f"{FERRY} {AGAIN}"), b"4", "4.txt")
    for follower in followers():
        _finish(follower, library)
    (after,) = library.events()
    assert after.id == before.id
    assert set(after.group.articles) == {1, 2, 4}
    stored = library.comparison(after.id, comparison_version())
    assert stored is not None
    assert set(stored.articles) == {1, 2, 4}


def _catch_up(own: tuple[Follower, ...], library: Library) -> None:
    for follower in own:
        _finish(follower, library)


@pytest.fixture(params=["running", "restarted"])
def catch_up(request: pytest.FixtureRequest, library: Library) -> Callable[[], None]:
    """Lets the followers finish: the same ones each time, or new ones as after a restart."""
    own = followers()
    return lambda: _catch_up(own if request.param == "running" else followers(), library)


def test_an_article_in_the_trash_leaves_its_event_and_comes_back(library: Library, catch_up: Callable[[], None]) -> None:
    number = library.add(document("Sea Holly fire", f"{FERRY} {AGAIN}"), b"4", "4.txt").article
    catch_up()
    (before,) = library.events()
    assert set(before.group.articles) == {1, 2, 4}
    library.apply(TrashArticles((ArticleId(1),), True))
    catch_up()
    (without,) = library.events()
    assert (without.id, set(without.group.articles)) == (before.id, {2, number})
    compared = library.comparison(without.id, comparison_version())
    assert compared is not None
    assert set(compared.articles) == {2, number}
    library.apply(TrashArticles((number,), True))
    catch_up()
    assert library.events() == ()
    library.undo()
    library.undo()
    catch_up()
    (after,) = library.events()
    assert (after.id, set(after.group.articles)) == (before.id, {1, 2, number})
    assert library.comparison(after.id, comparison_version()) is not None


def test_a_corrected_article_is_read_placed_and_compared_anew(library: Library, catch_up: Callable[[], None]) -> None:
    catch_up()
    (before,) = library.events()
    first = library.comparison(before.id, comparison_version())
    assert first is not None
    assert any(cell.article == 1 for claim in first.claims for cell in claim.cells if cell.spans)
    second = library.article(ArticleId(2))
    library.apply(RelabelSpan(second.id, second.document.zones[1].span, ZoneKind.BOILERPLATE))
    library.apply(CorrectMetadata(ArticleId(1), MetadataField.SOURCE, "Varnport Mail"))
    catch_up()
    found = library.findings(second.id, findings_version())
    assert found is not None
    assert [sentence.zone for sentence in found.sentences] == [ZoneKind.TITLE]
    assert all(library.comparison(event.id, comparison_version()) != first for event in library.events())
    assert library.behind() == 0
    library.undo()
    library.undo()
    catch_up()
    (after,) = library.events()
    assert after == before
    assert library.comparison(after.id, comparison_version()) == first


def test_a_corrected_date_is_the_event_s(library: Library, catch_up: Callable[[], None]) -> None:
    catch_up()
    (before,) = library.events()
    assert before.group.date is None
    for number in before.group.articles:
        library.apply(CorrectMetadata(number, MetadataField.DATE, day_interval(date(2026, 3, 2))))
    catch_up()
    (after,) = library.events()
    assert (after.id, after.group.date) == (before.id, day_interval(date(2026, 3, 2)))
    stored = library.comparison(after.id, comparison_version())
    assert stored is not None
    assert stored.digests == tuple(article.digest for article in library.articles(stored.articles))


def test_what_killed_a_follower_twice_is_passed_by(library: Library) -> None:
    for follower in followers()[:3]:
        _finish(follower, library)
    (event,) = library.events()
    for _ in range(Trials.MOST_DEATHS):
        dying = Trials(Stage.COMPARISONS, comparison_version())
        dying.wake(library)
        assert dying.begin(library, event.id)
    stand = _finish(Comparisons(), library)
    assert stand.done == stand.total
    assert library.comparison(event.id) is None


def test_an_article_that_killed_its_reader_twice_has_empty_findings(library: Library) -> None:
    for _ in range(Trials.MOST_DEATHS):
        dying = Trials(Stage.FINDINGS, findings_version())
        dying.wake(library)
        assert dying.begin(library, 2)
    _finish(FindingsReader(), library)
    empty = library.findings(library.article_ids()[1], findings_version())
    assert empty is not None
    assert empty.sentences == ()
    read = library.findings(library.article_ids()[0], findings_version())
    assert read is not None
    assert read.sentences


class _Death(BaseException):
    """What no code of ours catches, as the end of a process."""


def test_an_article_that_kills_the_index_is_passed_by_and_the_rest_is_found(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def killing(article: Article, *, wordless: bool = False) -> dict[str, Any]:
        if article.id == 2 and not wordless:
            raise _Death
        return fields_of(article, wordless=wordless)

    monkeypatch.setattr(index, "fields_of", killing)
    monkeypatch.setattr(Trials, "rest", lambda _self, _library: None)  # the dead tidy nothing up
    for _ in range(1 + Trials.MOST_DEATHS):
        with pytest.raises(_Death):
            _finish(Index(), library)
    stand = _finish(Index(), library)
    assert stand.done == stand.total
    assert library.behind() == 0
    assert [hit.article for hit in library.search("monday").hits] == [1]
    assert [hit.article for hit in library.search("blossom").hits] == [3]


def test_one_death_is_chance(library: Library) -> None:
    trials = Trials(Stage.EVENTS, "somebody")
    trials.wake(library)
    assert trials.begin(library, 7)
    survivor = Trials(Stage.EVENTS, "somebody")
    survivor.wake(library)
    assert survivor.begin(library, 7)
    survivor.rest(library)
    after = Trials(Stage.EVENTS, "somebody")
    after.wake(library)
    assert after.begin(library, 7)


def test_a_process_that_was_called_off_has_not_died(library: Library) -> None:
    for _ in range(2 * Trials.MOST_DEATHS):
        trials = Trials(Stage.COMPARISONS, "1")
        trials.wake(library)
        assert trials.begin(library, 7)
        library.set_position(called_off(Stage.COMPARISONS), 1)
    for _ in range(Trials.MOST_DEATHS):
        dying = Trials(Stage.COMPARISONS, "1")
        dying.wake(library)
        assert dying.begin(library, 7)
    after = Trials(Stage.COMPARISONS, "1")
    after.wake(library)
    assert not after.begin(library, 7)


def test_a_place_never_goes_back(library: Library) -> None:
    place = Place("somebody")
    assert place.number(library) == 0
    place.keep(library, 2)
    place.keep(library, 1)
    assert place.number(library) == 2


def test_a_ruling_is_compared_anew_and_its_undo_gives_the_same_comparison_back(library: Library) -> None:
    for follower in followers():
        _finish(follower, library)
    (event,) = library.events()
    before = library.comparison(event.id, comparison_version())
    assert before is not None
    row = next(claim for claim in before.claims if sum(bool(cell.spans) for cell in claim.cells) == 2)
    first, second = (
        tuple(Passage(cell.article, anchor(library.article(cell.article).text, span)) for span in cell.spans) for cell in row.cells
    )
    library.apply(PutRuling(Ruling(RulingId(0), Parted(first, second), NOON)))
    assert library.comparison(event.id, comparison_version()) is None
    _finish(Comparisons(), library)
    ruled = library.comparison(event.id, comparison_version())
    assert ruled is not None
    assert not any(claim.cells[0].spans == row.cells[0].spans and claim.cells[1].spans for claim in ruled.claims)

    library.undo()
    _finish(Comparisons(), library)
    assert library.comparison(event.id, comparison_version()) == before


FERRIES = (FERRY, AGAIN, "A fire on the ferry Sea Holly in Varnport injured two of the crew on Monday, the harbour said.")
STRIKE = (
    "Bus drivers in Kessel Valley walked out on Tuesday over pay, their union said, and no bus left the depot.",
    "No bus left the depot in Kessel Valley on Tuesday after bus drivers walked out over pay, the union said.",
)


@pytest.fixture
def two_events(tmp_path: Path) -> Iterator[Library]:
    """Articles 1 and 2 about a ferry, 3 and 4 about a strike."""
    opened = Library.open(tmp_path / "events")
    for number, words in enumerate((*FERRIES[:2], *STRIKE)):
        opened.add(document(words[:30], words), str(number).encode(), f"{number}.txt")
    _grouped(opened)
    assert _articles(opened) == {1: {1, 2}, 2: {3, 4}}
    yield opened
    opened.close()


def _grouped(library: Library, *, anew: bool = False) -> None:
    """Let the events come up to the library: in the process that has followed it so far, or in a new one."""
    follower = _FOLLOWERS.get(str(library.folder)) if not anew else None
    follower = _FOLLOWERS[str(library.folder)] = follower or Events()
    _finish(FindingsReader(), library)
    _finish(follower, library)


_FOLLOWERS: dict[str, Events] = {}


def _articles(library: Library) -> dict[int, set[int]]:
    return {event.id: set(event.group.articles) for event in library.events()}


def _event(library: Library, number: int) -> Event:
    return library.event(EventId(number))


@pytest.mark.parametrize("anew", [False, True])
def test_merged_events_stay_merged_and_undo_parts_them_with_their_numbers(two_events: Library, anew: bool) -> None:
    two_events.apply(merged([_event(two_events, 2), _event(two_events, 1)]))
    _grouped(two_events, anew=anew)
    assert _articles(two_events) == {2: {1, 2, 3, 4}}
    two_events.undo()
    _grouped(two_events, anew=anew)
    assert _articles(two_events) == {1: {1, 2}, 2: {3, 4}}


@pytest.mark.parametrize("anew", [False, True])
def test_a_late_article_joins_a_held_event_unless_it_is_locked(two_events: Library, anew: bool) -> None:
    event = _event(two_events, 1)
    two_events.apply(named(event, EventHold(event.id), "The fire"))
    two_events.add(document("Fire", FERRIES[2]), b"late", "late.txt")
    _grouped(two_events, anew=anew)
    assert _articles(two_events)[1] == {1, 2, 5}
    assert _event(two_events, 1).group.title == "The fire"

    two_events.undo()
    two_events.apply(TrashArticles((ArticleId(5),), True))
    _grouped(two_events, anew=anew)
    event = _event(two_events, 1)
    assert event.group.title != "The fire"
    two_events.apply(locked(event, EventHold(event.id), True))
    two_events.apply(TrashArticles((ArticleId(5),), False))
    _grouped(two_events, anew=anew)
    assert _articles(two_events)[1] == {1, 2}


@pytest.mark.parametrize("anew", [False, True])
def test_what_lies_between_two_locked_events_joins_neither(two_events: Library, anew: bool) -> None:
    for number in (1, 2):
        two_events.apply(locked(_event(two_events, number), EventHold(EventId(number)), True))
    for number in range(2):
        two_events.add(document("Both", FERRIES[2], STRIKE[0]), b"both %d" % number, f"{number}.txt")
        _grouped(two_events, anew=anew)
    assert {number: articles for number, articles in _articles(two_events).items() if number < 3} == {1: {1, 2}, 2: {3, 4}}


@pytest.mark.parametrize("anew", [False, True])
def test_undoing_a_merge_leaves_a_late_article_with_its_own_and_one_name_with_both(two_events: Library, anew: bool) -> None:
    for number in (1, 2):
        two_events.apply(named(_event(two_events, number), EventHold(EventId(number)), "The valley"))
    two_events.apply(merged([_event(two_events, 1), _event(two_events, 2)]))
    two_events.add(document("Fire", FERRIES[2]), b"late", "late.txt")
    _grouped(two_events, anew=anew)
    assert _articles(two_events) == {1: {1, 2, 3, 4, 5}}
    two_events.undo()
    _grouped(two_events, anew=anew)
    assert _articles(two_events) == {1: {1, 2, 5}, 2: {3, 4}}
    assert [event.group.title for event in two_events.events()] == ["The valley", "The valley"]


@pytest.mark.parametrize("anew", [False, True])
def test_an_event_is_split_and_an_article_moved(two_events: Library, anew: bool) -> None:
    two_events.add(document("Fire", FERRIES[2]), b"late", "late.txt")
    _grouped(two_events, anew=anew)
    assert _articles(two_events) == {1: {1, 2, 5}, 2: {3, 4}}
    two_events.apply(moved([ArticleId(5)], [_event(two_events, 1)], _event(two_events, 2)))
    _grouped(two_events, anew=anew)
    assert _articles(two_events) == {1: {1, 2}, 2: {3, 4, 5}}
    two_events.apply(split(_event(two_events, 2), [ArticleId(4), ArticleId(5)]))
    _grouped(two_events, anew=anew)
    assert _articles(two_events) == {1: {1, 2}, 3: {4, 5}}
    two_events.undo()
    two_events.undo()
    _grouped(two_events, anew=anew)
    assert _articles(two_events) == {1: {1, 2, 5}, 2: {3, 4}}
