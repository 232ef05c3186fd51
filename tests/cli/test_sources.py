"""``sources`` from outside."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefing_app.library import Library
from briefing_app.model.correction import MetadataField
from briefing_app.model.edit import CorrectMetadata, PutSource
from briefing_app.model.ids import SourceId
from briefing_app.model.source import Source, SourceKind
from tests.cli.conftest import Run


def test_the_register_and_what_is_not_in_it(run: Run, library: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(library, tmp_path / "own"))
    opened = Library.open(own)
    first, second = opened.article_ids()
    opened.apply(PutSource(Source(SourceId(0), "Harbour Post", ("HP",), SourceKind.OUTLET, owner="Lee")))
    opened.apply(CorrectMetadata(first, MetadataField.SOURCE, "HP"))
    opened.apply(CorrectMetadata(second, MetadataField.SOURCE, "Lindow Daily"))
    opened.close()
    shown = run("sources", "--library", own)
    assert shown.code == 0
    assert "Harbour Post" in shown.out
    assert "outlet; owned by Lee; also HP" in shown.out
    assert "1 source in the register, 1 not in it." in shown.out
    found = run("sources", "--json", "--library", own).json
    assert found["sources"][0]["articles"] == 1
    assert found["unlisted"] == [{"name": "Lindow Daily", "articles": 1}]


def test_articles_of_an_unknown_source_are_counted_too(run: Run, library: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(library, tmp_path / "own"))
    opened = Library.open(own)
    first, second = opened.article_ids()
    opened.apply(CorrectMetadata(first, MetadataField.SOURCE, None))
    opened.apply(CorrectMetadata(second, MetadataField.SOURCE, "Lindow Daily"))
    opened.close()
    assert "(source unknown)                       1" in run("sources", "--library", own).out
    found = run("sources", "--json", "--library", own).json
    assert (found["unknown"], found["unlisted"]) == (1, [{"name": "Lindow Daily", "articles": 1}])
