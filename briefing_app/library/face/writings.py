"""What the analyst has written and gathered: annotations, briefings, cases, the register of sources."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing_app.library.face.ground import Ground

if TYPE_CHECKING:
    from briefing_app.library.answers import CaseCount
    from briefing_app.library.cases import Cases
    from briefing_app.library.label_rules import LabelRules
    from briefing_app.library.sources import Sources
    from briefing_app.library.writings import Writings
    from briefing_app.model.annotation import Annotation
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.case import Case, Thing
    from briefing_app.model.codebook import Codebook
    from briefing_app.model.ids import AnnotationId, ArticleId, BriefingId, CaseId
    from briefing_app.model.label_rule import LabelRule, RuleMatch
    from briefing_app.model.source import Source
    from briefing_app.model.template import Template


class WritingsFace(Ground):
    """Annotations, briefings and cases."""

    @cached_property
    def _writings(self) -> Writings:
        from briefing_app.library.writings import Writings

        return Writings(self._database)

    @cached_property
    def _cases(self) -> Cases:
        from briefing_app.library.cases import Cases

        return Cases(self._database)

    @cached_property
    def _label_rules(self) -> LabelRules:
        from briefing_app.library.label_rules import LabelRules

        return LabelRules(self._database, self._articles)

    @cached_property
    def _sources(self) -> Sources:
        from briefing_app.library.sources import Sources

        return Sources(self._database)

    def annotations(self, article: ArticleId | None = None, *, trashed: bool = False) -> tuple[Annotation, ...]:
        """The annotations of one article, or all: by article, then in the order of its text, others first.

        Of all, those in the trash come only with ``trashed``.
        """
        return self._writings.annotations(article, trashed=trashed)

    def annotated(self) -> dict[ArticleId, int]:
        """How many annotations outside the trash each article has; under 0 those that are on none."""
        return self._writings.annotated()

    def annotations_on(self, articles: Sequence[ArticleId]) -> tuple[Annotation, ...]:
        """The annotations of these articles, in their order and in the order of their texts."""
        return self._writings.annotations_on(articles)

    def annotation(self, annotation: AnnotationId) -> Annotation:
        """One annotation. Raises NothingThere."""
        return self._writings.annotation(annotation)

    def restated(self, among: Sequence[ArticleId] | None = None) -> tuple[ArticleId, ...]:
        """The articles (of these, when given) with annotations made on another text than the article, or its newest version, has now."""
        return self._writings.restated(among)

    def next_numbers(self) -> tuple[int, int]:
        """The numbers that the next annotation and the next tag of the codebook get."""
        return self._writings.next_numbers()

    def codebook(self) -> Codebook:
        """The tags of annotations."""
        return self._writings.codebook()

    def label_rules(self) -> tuple[LabelRule, ...]:
        """The rules that label lines of a source, by number."""
        return self._label_rules.all()

    def label_rule_preview(self, rule: LabelRule) -> tuple[RuleMatch, ...]:
        """Every line that a rule would label anew. Nothing is changed."""
        return self._label_rules.preview(rule)

    def sources(self) -> tuple[Source, ...]:
        """The register of sources, in the order of the alphabet."""
        return self._sources.all()

    def source_counts(self) -> dict[str, int]:
        """How many articles in lists each source has, those that are not in the register too; by the name that lists show."""
        return self._sources.counts()

    def briefings(self) -> tuple[Briefing, ...]:
        """Every briefing by number."""
        return self._writings.briefings()

    def briefing(self, briefing: BriefingId) -> Briefing:
        """One briefing. Raises NothingThere."""
        return self._writings.briefing(briefing)

    def templates(self) -> tuple[Template, ...]:
        """The analyst's own templates of briefings, in the order of the alphabet."""
        return self._writings.templates()

    def cases(self) -> tuple[CaseCount, ...]:
        """Every case with what lies in it counted, in the order of the alphabet."""
        return self._cases.all()

    def case(self, case: CaseId) -> Case:
        """One case. Raises NothingThere."""
        return self._cases.get(case)

    def filed(self, case: CaseId) -> tuple[Thing, ...]:
        """What lies in a case, by noun and number. Raises NothingThere."""
        return self._cases.filed(case)

    def cases_holding(self, things: Sequence[Thing]) -> dict[CaseId, int]:
        """How many of the things lie in each case; cases that hold none of them are absent."""
        return self._cases.holding(things)
