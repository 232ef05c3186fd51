"""What a briefing is made from: its event, what it cites elsewhere, and what is left when articles are gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing_app.briefing import Concern, check
from briefing_app.model.briefing import SummaryBlock, TextBlock
from briefing_app.model.edit import TrashArticles
from briefing_app.model.ids import ArticleId
from briefing_app.model.letters import Letter
from briefing_app.pipeline import Workbench
from briefing_app.pipeline.material import stored_material

PATIENCE_S = 90


def test_what_is_cited_elsewhere_comes_in_and_what_is_gone_is_told(stories: Path, tmp_path: Path) -> None:
    bench = Workbench.open(tmp_path / "library")
    try:
        bench.import_paths([stories], lambda _progress: None).future.result(PATIENCE_S)
        bench.catch_up(lambda _progress: None).future.result(PATIENCE_S)
        (event,) = bench.library.events()
        cited = 'A poor harvest [@a3 "Frost in April"]. The ferry stops [@a1].'
        briefing = replace(bench.draft(event.id).future.result(PATIENCE_S), blocks=(TextBlock(cited), SummaryBlock()))
        material = stored_material(bench.library, briefing)
        assert [article.id for article in material.articles] == list(event.group.articles)
        assert [article.id for article in material.cited] == [3]
        assert {number for number, _text in material.earlier} == {1, 3}
        assert material.badges()[ArticleId(3)].letter == Letter(2)
        written = bench.export(briefing, tmp_path / "out.md").future.result(PATIENCE_S)
        assert "Frost in April" in written.read_text(encoding="utf-8")

        bench.library.apply(TrashArticles((ArticleId(1), ArticleId(2), ArticleId(3)), trashed=True))
        bench.catch_up(lambda _progress: None).future.result(PATIENCE_S)
        material = stored_material(bench.library, briefing)
        assert (material.articles, material.cited) == ((), ())
        assert {remark.concern for remark in check(briefing, material).remarks} == {Concern.GONE}
        for suffix in ("md", "pdf"):
            written = bench.export(briefing, tmp_path / f"out.{suffix}").future.result(PATIENCE_S)
        assert "source gone" in (tmp_path / "out.md").read_text(encoding="utf-8")
        assert written.read_bytes().startswith(b"%PDF")
    finally:
        bench.close()
