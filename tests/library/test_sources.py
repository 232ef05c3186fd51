"""The register of sources: names under which articles go, merging, and taking everything back."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.article import Attested, Document, Evidence
from briefing_app.model.change import ChangeKind
from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import CorrectMetadata, PutSource, RemoveSource, Together
from briefing_app.model.errors import EditRefused
from briefing_app.model.grade import Reliability
from briefing_app.model.ids import ArticleId, SourceId
from briefing_app.model.source import ALIAS, Source, SourceKind, merged

NEW = SourceId(0)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library")


def add(library: Library, number: int, source: str) -> ArticleId:
    document = Document(f"Text {number}.", source=Attested(source, (Evidence(source, "stated"),), 0.9))
    return library.add(document, bytes([number]), f"{number}.txt").article


def shown(library: Library, article: ArticleId) -> str | None:
    (row,) = library.rows([article])
    assert row.source.value == library.article(article).document.source.value
    return row.source.value


def test_articles_go_by_the_name_of_the_register(library: Library) -> None:
    before = add(library, 1, "The Post")
    names = ("the post", "HP", "harbour post")
    library.apply(PutSource(Source(NEW, " Harbour  Post", names, SourceKind.OUTLET, "Lee", "LI", Reliability("B"))))
    after = add(library, 2, "HP")
    other = add(library, 3, "Lindow Daily")
    assert [shown(library, article) for article in (before, after, other)] == ["Harbour Post", "Harbour Post", "Lindow Daily"]
    (source,) = library.sources()
    assert source.aliases == ("the post", "HP")
    assert library.source_counts() == {"Harbour Post": 2, "Lindow Daily": 1}
    evidence = library.article(before).document.source.evidence
    assert [(each.words, each.how) for each in evidence] == [("The Post", "stated"), ("The Post", ALIAS)]


def test_it_is_taken_back_and_done_again(library: Library) -> None:
    article = add(library, 1, "HP")
    applied = library.apply(PutSource(Source(NEW, "Harbour Post", ("HP",))))
    assert (ChangeKind.ARTICLE_CHANGED, article) in [(change.kind, change.subject) for change in applied.changes]
    library.undo()
    assert shown(library, article) == "HP"
    assert library.sources() == ()
    library.redo()
    assert shown(library, article) == "Harbour Post"
    (source,) = library.sources()
    library.apply(RemoveSource(source.id))
    assert shown(library, article) == "HP"
    library.undo()
    assert library.sources() == (source,)


def test_what_the_analyst_sets_goes_by_the_register_too(library: Library) -> None:
    article = add(library, 1, "Nobody")
    library.apply(PutSource(Source(NEW, "Harbour Post", ("HP",))))
    library.apply(CorrectMetadata(article, MetadataField.SOURCE, "hp"))
    assert shown(library, article) == "Harbour Post"


def test_two_entries_are_merged_in_one_step(library: Library) -> None:
    article = add(library, 1, "AP")
    library.apply(PutSource(Source(NEW, "Associated Press", kind=SourceKind.AGENCY)))
    library.apply(PutSource(Source(NEW, "AP", ("The AP",), owner="its members")))
    second, first = library.sources()
    assert (first.name, second.name) == ("Associated Press", "AP")
    library.apply(Together((RemoveSource(second.id), PutSource(merged(first, [second])))))
    (one,) = library.sources()
    assert (one.name, one.aliases, one.kind, one.owner) == ("Associated Press", ("AP", "The AP"), SourceKind.AGENCY, "its members")
    assert shown(library, article) == "Associated Press"
    library.undo()
    assert library.sources() == (second, first)
    assert shown(library, article) == "AP"


def test_a_name_belongs_to_one_source(library: Library) -> None:
    library.apply(PutSource(Source(NEW, "Harbour Post", ("HP",))))
    with pytest.raises(EditRefused):
        library.apply(PutSource(Source(NEW, "Happy Paper", ("hp",))))
    with pytest.raises(EditRefused):
        library.apply(PutSource(Source(NEW, "  ")))
