"""The head of a comparison says whom things come from, and of whom."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.model.comparison import Nearest, Origin, OriginKind, Relation
from briefing_app.model.ids import ArticleId
from briefing_app.ui.comparison.facts import fact_words
from briefing_app.ui.comparison.passages import ClaimRow, Compared, cell_view, silence_words, spoken
from tests.ui.comparison.material import compared_of, sentence

THREE = compared_of((2, 2, 2), [{0: (0,), 1: (0,), 2: (0,)}, {0: (1,), 1: (1,)}])


def coming_from(*origins: Origin) -> str:
    return fact_words(replace(THREE, comparison=replace(THREE.comparison, origins=origins)))


def medium(name: str, *articles: int) -> Origin:
    return Origin(name, tuple(map(ArticleId, articles)), OriginKind.MEDIUM, 2)


def test_one_origin_of_some_articles_is_not_told_as_the_origin_of_all() -> None:
    assert "1 independent origin (Nordpress in A)" in coming_from(medium("Nordpress", 1))
    assert "2 independent origins (Nordpress in A, Kurier in A C)" in coming_from(medium("Nordpress", 1), medium("Kurier", 1, 3))


def test_where_every_article_goes_back_to_a_medium_their_names_are_enough() -> None:
    assert "2 independent origins (Nordpress, Kurier)" in coming_from(medium("Nordpress", 1, 2), medium("Kurier", 3))


def test_what_stands_in_another_row_is_not_called_absent() -> None:
    rows = THREE.comparison.claims
    silent = next(cell for cell in rows[1].cells if cell.relation is Relation.ABSENT)
    near = replace(silent, nearest=Nearest(sentence(THREE.articles[2], 0), 0.84))
    far = replace(silent, nearest=Nearest(sentence(THREE.articles[2], 0), 0.2))

    def said(cell: object) -> str:
        claim = replace(rows[1], cells=(*rows[1].cells[:2], cell))  # type: ignore[arg-type]
        comparison = replace(THREE.comparison, claims=(rows[0], claim, *rows[2:]), omissions=())
        compared = Compared(comparison, THREE.articles, None, THREE.sentences)
        view = cell_view(compared, ClaimRow(1, claim, 0), 2)
        assert spoken(view) == silence_words(view)
        return silence_words(view)

    assert said(near) == f"in another row: “{near.nearest.span.of(THREE.articles[2].text) if near.nearest else ''}”"
    assert said(far) == "absent"
