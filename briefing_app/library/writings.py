"""Hides how annotations, briefings and templates are read back; they are written by edits only."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.library import records
from briefing_app.library.database import Database
from briefing_app.model.annotation import Annotation
from briefing_app.model.briefing import Briefing
from briefing_app.model.codebook import Codebook
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, Noun, name_of
from briefing_app.model.template import Template
from briefing_app.model.version import Presence

_OUTSIDE = f"(article IS NULL OR article NOT IN (SELECT id FROM article WHERE trashed = {Presence.TRASHED:d}))"


class Writings:
    """What the analyst has written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def annotations(self, article: ArticleId | None, *, trashed: bool = False) -> tuple[Annotation, ...]:
        """The annotations of one article, or all: by article, then in the order of its text, others first.

        Of all, those in the trash come only with ``trashed``.
        """
        # Those whose words a newer version does not have stay with the older one, and are shown as lost.
        where, values = ("TRUE" if trashed else _OUTSIDE, ()) if article is None else ("article = ?", (article,))
        rows = self._database.rows(f"SELECT data FROM annotation WHERE {where} ORDER BY article, start, id", values)
        return tuple(records.decode_annotation(row[0]) for row in rows)

    def annotated(self) -> dict[ArticleId, int]:
        """How many annotations outside the trash each article has; under 0 those that are on none."""
        rows = self._database.rows(f"SELECT coalesce(article, 0), count(*) FROM annotation WHERE {_OUTSIDE} GROUP BY 1")
        return {ArticleId(int(article)): int(count) for article, count in rows}

    def annotations_on(self, articles: Sequence[ArticleId]) -> tuple[Annotation, ...]:
        """The annotations of these articles, in their order and in the order of their texts."""
        rows = self._database.chosen("SELECT article, start, id, data FROM annotation", articles, by="article")
        place = {number: at for at, number in enumerate(articles)}
        ordered = sorted(rows, key=lambda row: (place[row[0]], row[1], row[2]))
        return tuple(records.decode_annotation(row[3]) for row in ordered)

    def annotation(self, number: AnnotationId) -> Annotation:
        """One annotation. Raises NothingThere."""
        row = self._database.row("SELECT data FROM annotation WHERE id = ?", (number,))
        if row is None:
            raise NothingThere(f"There is no note {name_of(Noun.ANNOTATION, number)} in this library.")
        return records.decode_annotation(row[0])

    def restated(self, among: Sequence[ArticleId] | None = None) -> tuple[ArticleId, ...]:
        """The articles (of these, when given) with annotations made on another text than the article, or its newest version, has now."""
        some = "" if among is None else f" AND n.article IN ({','.join(str(int(number)) for number in among)})"
        otherwise = "json_extract(CAST(n.data AS TEXT), '$.anchor.text_sha256') <> a.text_sha256"
        rows = self._database.rows(
            "SELECT DISTINCT n.article FROM annotation n JOIN article a ON a.id = n.article"
            f" WHERE (a.trashed = {Presence.OLDER:d} OR (a.trashed = {Presence.PRESENT:d} AND {otherwise})){some} ORDER BY 1"
        )
        return tuple(ArticleId(int(row[0])) for row in rows)

    def next_numbers(self) -> tuple[int, int]:
        """The numbers that the next annotation and the next tag of the codebook get."""
        given = {row[0]: int(row[1]) for row in self._database.rows("SELECT name, seq FROM sqlite_sequence")}
        return given.get("annotation", 0) + 1, given.get("code", 0) + 1

    def codebook(self) -> Codebook:
        """The tags of annotations."""
        return Codebook(tuple(records.decode_code(row[0]) for row in self._database.rows("SELECT data FROM code ORDER BY id")))

    def briefings(self) -> tuple[Briefing, ...]:
        """Every briefing by number."""
        return tuple(records.decode_briefing(row[0]) for row in self._database.rows("SELECT data FROM briefing ORDER BY id"))

    def templates(self) -> tuple[Template, ...]:
        """The analyst's own templates, in the order of the alphabet."""
        return tuple(records.decode_template(row[0]) for row in self._database.rows("SELECT data FROM template ORDER BY folded"))

    def briefing(self, number: BriefingId) -> Briefing:
        """One briefing. Raises NothingThere."""
        row = self._database.row("SELECT data FROM briefing WHERE id = ?", (number,))
        if row is None:
            raise NothingThere(f"There is no briefing {name_of(Noun.BRIEFING, number)} in this library.")
        return records.decode_briefing(row[0])
