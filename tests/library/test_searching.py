"""Search over a real index: what is found, in which order, where the marks stand, and what happens when the index is not whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.library.index import Index, index, manifest
from briefing_app.library.index.executor import Executor
from briefing_app.library.index.schema import fields_of
from briefing_app.library.patience import Patience
from briefing_app.model.article import Attested, Document, Zone, ZoneKind
from briefing_app.model.dates import DateInterval
from briefing_app.model.edit import TagArticles
from briefing_app.model.errors import LibraryError, QueryMistake
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import SEARCHED_MOST, FacetKind, LineOrder, SearchResult, SortOrder
from briefing_app.model.span import Span
from tests.factories import document, stated


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    yield opened
    opened.close()


def add(library: Library, *made: Document) -> list[ArticleId]:
    numbers = [library.add(one, f"{i} {one.text}".encode(), f"{i}.txt").article for i, one in enumerate(made)]
    library.index_pending()
    return numbers


def marked(library: Library, result: SearchResult, hit: int = 0) -> list[str]:
    found = result.hits[hit]
    text = library.article(found.article).text
    for passage in found.passages:
        assert all(passage.span.holds(mark) for mark in passage.marks)
    return [mark.of(text) for passage in found.passages for mark in passage.marks]


FERRY = document(
    "Ferry runs aground",
    "The ferry Aurora ran aground off Vell on Monday.",
    "Nobody was hurt, said Captain Élodie Brun.",
    source="Coast Post",
)
STRIKE = document(
    "Dockers strike", "Dockers in Vell began striking for higher wages.", "The ferry company’s offer was refused.", source="Harbour Mail"
)
PLAIN = document("Weather", "Rain is expected.")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferry", {1, 2}),
        ("FERRIES", {1, 2}),
        ("strikes", {2}),
        ("elodie", {1}),
        ("Élodie", {1}),
        ("vell monday", {1}),
        ("vell AND monday", {1}),
        ("monday OR wages", {1, 2}),
        ("ferry NOT monday", {2}),
        ("ferry -monday", {2}),
        ("NOT ferry", {3}),
        ("(monday OR rain) NOT aground", {3}),
        ('"ran aground"', {1}),
        ("“ran aground”", {1}),
        ('"aground ran"', set()),
        ('"ferry company\'s offer"', {2}),
        ("company’s", {2}),
        ("groun*", set()),
        ("agroun*", {1}),
        ("stri*", {2}),
        ("title:strike", {2}),
        ("title:ferry", {1}),
        ("body:aground", {1}),
        ("source:harbour", {2}),
        ('source:"coast post"', {1}),
        ("title:(ferry OR weather)", {1, 3}),
        ("lang:en rain", {3}),
        ("lang:fr", set()),
        ('"aground the ferry"', set()),  # the title ends before the body begins
    ],
)
def test_what_is_found(library: Library, query: str, expected: set[int]) -> None:
    add(library, FERRY, STRIKE, PLAIN)
    result = library.search(query)
    assert {hit.article for hit in result.hits} == expected
    assert (result.total, result.behind) == (len(expected), 0)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("항구", {1}),
        ("여객선", {1, 2}),
        ("월요일", {1}),
        ("물", {2}),
        ("공항", set()),
        ("항구 -월요일", set()),
        ("title:여객선", {2}),
        ('"오늘 출항"', {2}),
    ],
)
def test_korean_is_found_whatever_particle_hangs_on_the_word(library: Library, query: str, expected: set[int]) -> None:
    add(
        library,
        document("소식", "항구는 월요일에 폐쇄되었고 여객선은 출항하지 못했다.", language="ko"),
        document("여객선이 다시 뜬다", "여객선이 오늘 출항했다. 물이 맑다.", language="ko"),
    )
    assert {hit.article for hit in library.search(query).hits} == expected


def test_dates(library: Library) -> None:
    before = replace(document("Before", "Ferry."), date=Attested(DateInterval(None, date(2020, 10, 16)), (), 0.5))
    wide = replace(document("Wide", "Ferry."), date=Attested(DateInterval(date(2018, 12, 5), date(2019, 1, 9)), (), 0.5))
    add(library, before, wide, document("Exact", "Ferry.", day=date(2021, 3, 4)), document("Undated", "Ferry."))

    def found(query: str) -> set[int]:
        return {hit.article for hit in library.search(query).hits}

    assert found("date:2020-10") == {1}
    assert found("date:2020-10-15") == set()
    assert found("date:2018") == found("date:2018-12") == {2}
    assert found("date:2018..2020") == {1, 2}
    assert found("date:>2020-10-16") == {3}
    assert found("date:>=2020-10-16") == {1, 3}
    assert found("date:<2019") == {2}
    assert found("ferry date:..2019 OR date:2021..") == {2, 3}
    assert found("NOT date:2018..2021") == {4}


def test_orders(library: Library) -> None:
    add(
        library,
        document("Old", "Ferry ferry ferry.", day=date(2019, 1, 1)),
        document("Ferry in the title", "Nothing else.", day=date(2020, 1, 1)),
        document("Undated", "A ferry among many other words that say nothing of it at all."),
        document("New", "A ferry among many other words that say nothing of it at all.", day=date(2021, 1, 1)),
    )
    assert [hit.article for hit in library.search("ferry", sort=SortOrder.NEWEST).hits] == [4, 2, 1, 3]
    assert [hit.article for hit in library.search("ferry", sort=SortOrder.OLDEST).hits] == [1, 2, 4, 3]
    by_score = library.search("ferry")
    assert [hit.article for hit in by_score.hits][2:] == [4, 3]
    assert [hit.score for hit in by_score.hits] == sorted((hit.score for hit in by_score.hits), reverse=True)
    assert library.search("ferry", limit=1).total == 4
    assert len(library.search("ferry", limit=1).hits) == 1


def test_marks_are_the_words_in_the_text(library: Library) -> None:
    add(library, FERRY, STRIKE)
    assert marked(library, library.search("striking")) == ["strike", "striking"]
    assert marked(library, library.search("elodie")) == ["Élodie"]
    assert marked(library, library.search('"ran aground" OR nobody')) == ["ran aground", "Nobody"]
    assert marked(library, library.search("dock*")) == ["Dockers", "Dockers"]
    assert marked(library, library.search("aground NOT wages")) == ["aground", "aground"]
    assert library.search("source:coast").hits[0].passages == ()


def test_passages_show_what_matters_and_stay_in_their_zone(library: Library) -> None:
    long = (
        " ".join(f"filler{i} " * 12 + ("tunnel collapsed." if i % 3 == 0 else "nothing here.") for i in range(12)) + " A lone goat escaped."
    )
    add(library, document("Tunnel", long))
    hit = library.search("tunnel goat").hits[0]
    text = library.article(hit.article).text
    assert len(hit.passages) == 3
    assert any("goat" in passage.span.of(text) for passage in hit.passages)
    body = library.article(hit.article).document.zones[1].span
    assert all(body.holds(p.span) or p.span.end <= body.start for p in hit.passages)
    assert all(len(p.span) <= 450 for p in hit.passages)
    assert list(hit.passages) == sorted(hit.passages, key=lambda p: p.span)
    every = library.search("tunnel goat", passages=None).hits[0]
    assert sum(len(p.marks) for p in every.passages) == 1 + 4 + 1


def test_comments_and_captions_are_found_only_anywhere(library: Library) -> None:
    made = document("Ferry", "The ferry sank.")
    text = f"{made.text}\nReader: what a scandal"
    zone = Zone(ZoneKind.COMMENT, Span(len(made.text) + 1, len(text)), "test", 1.0)
    byline = Zone(ZoneKind.BYLINE, Span(len(made.text) + 1, len(made.text) + 7), "test", 1.0)
    add(
        library,
        replace(made, text=text, zones=(*made.zones, zone)),
        replace(made, text=text, zones=(*made.zones, byline), byline=stated("Reader")),
    )
    assert library.search("scandal").total == 0
    assert library.search("anywhere:scandal").total == 2
    assert marked(library, library.search("anywhere:scandal")) == ["scandal"]
    assert [hit.article for hit in library.search("by:reader").hits] == [2]
    assert marked(library, library.search("by:reader")) == ["Reader"]


def test_japanese_and_arabic(library: Library) -> None:
    add(
        library,
        document("首相が訪米", "首相は月曜日に訪米した。ﾌｪﾘｰの会社は5月に交渉を始める。", language="ja"),
        document("الوزير يزور العاصمة", "قال الوزير إن المفاوضات بدأت في المدينة.", language="ar"),
        document("Ferry", "Der Fährverkehr ruht.", language="de"),
    )
    assert [hit.article for hit in library.search("首相").hits] == [1]
    assert marked(library, library.search("月曜日")) == ["月曜日"]
    assert marked(library, library.search("米")) == ["米", "米"]
    assert [hit.article for hit in library.search("交渉*").hits] == [1]
    assert [hit.article for hit in library.search("フェリー").hits] == [1]
    assert library.search("曜月").total == 0
    assert [hit.article for hit in library.search("الوزير").hits] == [2]
    assert "المفاوضات" in marked(library, library.search("المُفاوضات"))
    assert [hit.article for hit in library.search("fahrverkehr").hits] == [3]


def test_an_article_without_title_zone_is_found_by_the_title_from_its_markup(library: Library) -> None:
    add(library, replace(document(None, "Text only."), title=stated("Hidden headline")))
    result = library.search("headline")
    assert (result.total, result.hits[0].passages) == (1, ())


def test_what_is_not_indexed_yet_is_told(library: Library) -> None:
    library.add(FERRY, b"1", "1.txt")
    result = library.search("ferry")
    assert (result.total, result.behind, library.position("index")) == (0, 1, 0)
    seen: list[tuple[int, int]] = []
    assert library.index_pending(lambda done, total: seen.append((done, total))) == 1
    assert seen == [(1, 1)]
    assert library.behind() == 0
    library.add(STRIKE, b"2", "2.txt")
    assert (library.search("ferry").total, library.behind()) == (1, 1)
    assert library.index_pending(should_stop=lambda: True) == 0
    library.index_pending()
    assert library.search("ferry").total == 2


def test_the_index_survives_a_restart(tmp_path: Path) -> None:
    library = Library.open(tmp_path)
    add(library, FERRY)
    library.close()
    library = Library.open(tmp_path)
    assert library.search("ferry").total == 1
    assert library.index_pending() == 0
    library.close()


def _truncate(index: Path) -> None:
    for path in index.iterdir():
        os.truncate(path, path.stat().st_size // 2)


def _flip(index: Path) -> None:
    path = max((p for p in index.iterdir() if p.suffix != ".json"), key=lambda p: p.stat().st_size)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def _no_manifest(index: Path) -> None:
    (index / "manifest.json").unlink()


def _no_toc(index: Path) -> None:
    for path in index.glob("*.toc"):
        path.unlink()


@pytest.mark.parametrize("damage", [_truncate, _flip, _no_manifest, _no_toc, shutil.rmtree])
@pytest.mark.parametrize("opened", [False, True])
def test_a_damaged_index_is_told_and_built_again(tmp_path: Path, damage: object, opened: bool) -> None:
    library = Library.open(tmp_path)
    add(library, FERRY, STRIKE)
    if not opened:
        library.close()
    assert callable(damage)
    damage(tmp_path / "index")
    if not opened:
        library = Library.open(tmp_path)
    result = library.search("ferry")
    assert (result.total, result.behind) in [(0, 2), (2, 0)]  # never fewer hits than there are without saying so
    if not opened:
        assert result.behind == 2
        assert library.index_pending() == 2
    library.close()
    library = Library.open(tmp_path)
    library.index_pending()
    assert library.search("ferry").total == 2
    library.close()


def test_reindex(library: Library) -> None:
    add(library, FERRY, STRIKE)
    assert library.reindex() == 2
    assert library.search("ferry").total == 2


def test_reading_only_searches(library: Library) -> None:
    add(library, FERRY)
    reader = Library.open(library.folder, read_only=True)
    assert reader.search("ferry").total == 1
    with pytest.raises(LibraryError, match="reading only"):
        reader.reindex()
    reader.close()


def test_a_mistake_says_where(library: Library) -> None:
    found = library.search("ferry AND")
    (mistake,) = found.mistakes
    assert mistake.start == 9
    assert found.query_in_words == library.search("ferry").query_in_words == "the word “ferry”, in title, standfirst and body"
    with pytest.raises(QueryMistake) as caught:
        library.search("date:soon")
    assert caught.value.position == 5
    assert library.count("ferry AND") == 0


def test_many_batches_find_every_article(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_app.library.searching.MOST", 3)
    monkeypatch.setattr("briefing_app.library.index.index.LEAST", 2)
    for i in range(20):
        library.add(document(f"Ferry {i}", f"Report number {i} on the ferry."), str(i).encode(), f"{i}.txt")
    asked = iter([False, True])
    assert library.index_pending(should_stop=lambda: next(asked, True)) == 2  # in a hurry after the least batch
    library.index_pending()
    result = library.search("ferry report", limit=100)
    assert sorted(hit.article for hit in result.hits) == list(range(1, 21))


def test_a_reader_of_an_old_generation_may_finish(library: Library) -> None:
    def nothing(_: object) -> tuple[int, ...]:
        return ()

    add(library, FERRY)
    asked = library._searching._index.ask("ferry")
    reader = Index(library.folder / "index")
    before = reader.find(asked, nothing)
    opened = before.opened
    assert opened is not None
    for i in range(12):
        library.add(document(f"Ferry {i}", "Again."), str(i).encode(), f"{i}.txt")
        library.index_pending()
    library.reindex()
    assert Executor(opened, before.languages, nothing, Patience()).run(asked.node).mask.tolist() == [True]
    assert list(reader.show(asked, before, {1: library.article(ArticleId(1)).text}, None, Patience())) == [1]
    assert len(reader.find(asked, nothing).numbers) == 13
    reader.close()


def test_files_of_old_generations_go(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_app.library.index.manifest.GRACE_SECONDS", 0.0)
    for i in range(12):
        library.add(document(f"Ferry {i}", "Again."), str(i).encode(), f"{i}.txt")
        library.index_pending()
    (library.folder / "index" / "MAIN_left.trm").write_bytes(b"an interrupted commit")
    library.reindex()
    library.add(document("Last", "The last ferry."), b"last", "last.txt")
    library.index_pending()
    kept = manifest.read(library.folder / "index")
    assert kept is not None
    on_disk = {path.name for path in (library.folder / "index").iterdir() if not path.name.endswith(("manifest.json", "WRITELOCK"))}
    assert on_disk == kept.files.keys() | kept.retired.keys()
    assert library.search("ferry").total == 13


def test_a_commit_that_was_cut_off_costs_nothing(library: Library) -> None:
    add(library, FERRY)
    before = (library.folder / "index" / "manifest.json").read_bytes()
    library.add(STRIKE, b"strike", "strike.txt")
    library.index_pending()
    library.close()
    (library.folder / "index" / "manifest.json").write_bytes(before)  # as if killed between Whoosh's commit and ours
    again = Library.open(library.folder)
    assert (again.search("ferry").total, again.behind()) == (1, 1)
    assert again.index_pending() == 1
    assert again.search("ferry").total == 2
    again.close()


def test_an_index_that_is_ahead_of_the_feed_is_of_another_library_and_is_built_anew(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "a")
    add(library, document("Ferry", "The ferry came back."), document("Bridge", "The bridge opened."))
    library.close()
    for path in (tmp_path / "a").glob("library.sqlite*"):
        path.unlink()
    shutil.rmtree(tmp_path / "a" / "originals")
    library = Library.open(tmp_path / "a")
    assert library.search("bridge").hits == ()
    library.add(document("Quay", "The quay is closed."), b"quay", "quay.txt")
    assert library.behind() == 1
    assert library.search("bridge").hits == ()
    library.index_pending()
    assert len(library.search("quay").hits) == 1
    assert library.search("bridge").hits == ()
    library.close()


def test_long_texts_are_indexed_in_small_batches_that_tell_of_themselves(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_app.library.index.index._HEAVIEST", 50)
    for name in ("one", "two", "three"):
        library.add(document(name, f"{name} " * 20), name.encode(), f"{name}.txt")
    told: list[tuple[int, int]] = []
    assert library.index_pending(lambda done, total: told.append((done, total))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_an_endless_text_is_indexed_as_far_as_is_bearable(library: Library) -> None:
    endless = document("Endless", "beginning " + "1 " * (SEARCHED_MOST // 2) + "ending")
    assert len(fields_of(library.article(add(library, endless)[0]))["body"]) <= 2 * SEARCHED_MOST
    assert library.search("beginning").total == 1
    assert library.search("ending").total == 0
    assert library.behind() == 0


def test_slow_articles_end_a_batch(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("one", "two"):
        library.add(document(text, f"It is {text}."), text.encode(), "x.txt")
    monkeypatch.setattr(index, "_LONGEST_S", 0.0)
    told: list[int] = []
    assert library.index_pending(lambda done, _: told.append(done)) == 2
    assert told == [1, 2]


def test_a_concordance_has_a_line_for_every_hit_in_any_order(library: Library) -> None:
    add(
        library,
        document("Ferry", "A red ferry sank. The ferry was old.", source="Coast Post", day=date(2020, 1, 1)),
        document("Bridge", "No ferry came.", source="Bay News", day=date(2021, 1, 1)),
        document("Weather", "Rain."),
    )
    found = library.concordance("ferry")
    assert (found.shown, found.total) == (2, 2)
    assert [(line.article, line.before, line.words, line.after) for line in found.lines] == [
        (2, "No", "ferry", "came."),
        (1, "", "Ferry", ""),
        (1, "A red", "ferry", "sank. The ferry was old."),
        (1, "A red ferry sank. The", "ferry", "was old."),
    ]
    assert all(line.mark.of(library.article(line.article).text) == line.words for line in found.lines)

    def ordered(order: LineOrder) -> list[str]:
        return [f"{line.before[-3:]}|{line.after[:3]}" for line in library.concordance("ferry", order=order).lines]

    assert ordered(LineOrder.LEFT) == ["|", "No|cam", "red|san", "The|was"]
    assert ordered(LineOrder.RIGHT) == ["|", "No|cam", "red|san", "The|was"]
    assert [line.source for line in library.concordance("ferry", order=LineOrder.SOURCE).lines] == ["Bay News"] + ["Coast Post"] * 3
    assert library.concordance("ferry", articles=1).total == 2
    assert library.concordance("source:coast").lines == ()


def test_an_interval_counts_in_every_month_that_it_may_be_of(library: Library) -> None:
    sure = document("Ferry one", "The ferry.", day=date(2020, 2, 20))
    dates = (DateInterval(date(2020, 1, 28), date(2020, 2, 3)), DateInterval(date(2019, 1, 1), date(2020, 3, 31)))
    add(library, sure, *(replace(sure, text=f"{sure.text} {at}", date=Attested(one)) for at, one in enumerate(dates)))
    facets = library.facets("ferry")
    found = [(one.words, one.count, one.perhaps) for one in facets if one.kind is FacetKind.DATE]
    assert found == [("2020-01", 2, 2), ("2020-02", 3, 2), ("2020-03", 1, 1)]
    assert all(library.search(f"ferry {one.query}").total == one.count for one in facets)


def test_facets_count_and_each_narrows_to_what_it_counts(library: Library) -> None:
    add(
        library,
        document("Ferry one", "The ferry.", source="Coast Post", day=date(2020, 1, 1)),
        document("Ferry two", "The ferry.", source="Coast Post", day=date(2020, 3, 1)),
        document("Ferry drei", "Die ferry.", source="Bay News", day=date(2021, 1, 1), language="de"),
        document("Ferry four", "The ferry."),
        document("Rain", "Rain.", source="Coast Post"),
    )
    library.apply(TagArticles((ArticleId(1), ArticleId(5)), "sea", True))
    facets = library.facets("ferry")
    assert [(one.kind, one.words, one.count) for one in facets] == [
        (FacetKind.SOURCE, "Coast Post", 2),
        (FacetKind.SOURCE, "Bay News", 1),
        (FacetKind.LANGUAGE, "en", 3),
        (FacetKind.LANGUAGE, "de", 1),
        (FacetKind.TAG, "sea", 1),
        (FacetKind.DATE, "2020-01", 1),
        (FacetKind.DATE, "2020-03", 1),
        (FacetKind.DATE, "2021-01", 1),
    ]
    assert all(library.search(f"ferry {one.query}").total == one.count for one in facets)
    assert [one.kind for one in library.facets("ferry", most=1)].count(FacetKind.SOURCE) == 1
    assert library.facets("nothing") == ()
