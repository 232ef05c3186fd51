"""Random edits of every kind on whatever a library holds; the same chances on the same library draw the same one."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.library import Library  # noqa: E402
from briefing_app.model.annotation import Anchor, Annotation, Tint  # noqa: E402
from briefing_app.model.article import ZoneKind  # noqa: E402
from briefing_app.model.briefing import Briefing, HeadingBlock, Paper, TextBlock  # noqa: E402
from briefing_app.model.case import Case, Thing  # noqa: E402
from briefing_app.model.codebook import Code  # noqa: E402
from briefing_app.model.comparison import Relation  # noqa: E402
from briefing_app.model.correction import Label, MetadataField  # noqa: E402
from briefing_app.model.edit import (  # noqa: E402
    ArrangeEvents,
    CorrectMetadata,
    Edit,
    FileInCase,
    MarkRead,
    MarkStarred,
    MergeCodes,
    PutAnnotation,
    PutBriefing,
    PutCase,
    PutCode,
    PutLabelRule,
    PutLabels,
    PutRuling,
    PutSearch,
    PutSource,
    PutTemplate,
    RelabelSpan,
    RemoveAnnotation,
    RemoveBriefing,
    RemoveCase,
    RemoveCode,
    RemoveLabelRule,
    RemoveRuling,
    RemoveSearch,
    RemoveSource,
    RemoveTag,
    RemoveTemplate,
    RenameTag,
    StackVersion,
    TagArticles,
    TakeBackCorrection,
    Together,
    TrashArticles,
)
from briefing_app.model.event import EventAct, EventHold, Pin  # noqa: E402
from briefing_app.model.ids import (  # noqa: E402
    AnnotationId,
    ArticleId,
    BriefingId,
    CaseId,
    CodeId,
    EventId,
    Noun,
    RuleId,
    RulingId,
    SearchId,
    SourceId,
    TemplateId,
)
from briefing_app.model.label_rule import LabelRule  # noqa: E402
from briefing_app.model.ruling import Passage, Related, Ruling, Spoken  # noqa: E402
from briefing_app.model.search import SavedSearch  # noqa: E402
from briefing_app.model.source import Source  # noqa: E402
from briefing_app.model.span import Span  # noqa: E402
from briefing_app.model.template import House, Template  # noqa: E402
from tests.factories import NOON  # noqa: E402

SYLLABLES = ("bar", "cel", "dun", "fer", "gol", "hin", "jor", "kam", "lut", "mor", "nes", "pil", "rok", "sut", "tav", "wen")
_TAGS = ("ports", "bridges", "storms", "votes")
_NAMES = ("Gazette", "Courier", "Post")
_FIELDS = (MetadataField.TITLE, MetadataField.SOURCE)
_AT_ONCE = 3
"""At most so many edits in one step."""

T = TypeVar("T")


class Draw:
    """Chances, and the library that an edit is drawn for."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self.library = library
        self._chance = chance
        self._articles = (*library.article_ids(), *library.article_ids(trashed=True))

    def one(self, values: Sequence[T]) -> T:
        """One of several."""
        return self._chance.choice(values)

    def old(self, numbers: Sequence[T], none: T) -> T:
        """The number of something that is there; ``none`` when nothing is."""
        return self._chance.choice(numbers) if numbers else none

    def old_or_new(self, numbers: Sequence[T], new: T) -> T:
        """The number of something that is there, or that which asks for a new one."""
        return self._chance.choice([new, *numbers])

    def yes(self, share: float = 0.5) -> bool:
        """True so often."""
        return self._chance.random() < share

    def words(self) -> str:
        """An invented word."""
        return "".join(self._chance.choices(SYLLABLES, k=4))

    def article(self) -> ArticleId:
        """One article, be it in the trash."""
        return self._chance.choice(self._articles)

    def articles(self) -> tuple[ArticleId, ...]:
        """Some articles."""
        return tuple(sorted(self._chance.sample(self._articles, k=min(len(self._articles), self._chance.randint(1, 5)))))

    def span(self) -> Span:
        """A few letters near the beginning of a text."""
        start = self._chance.randrange(20)
        return Span(start, start + 5)

    def anchor(self) -> Anchor:
        """Words that may be nowhere: what is written is kept all the same."""
        return Anchor("words", "before", "after", self.span(), "0" * 64)


def _annotations(draw: Draw) -> list[AnnotationId]:
    return [note.id for note in draw.library.annotations()]


def _codes(draw: Draw) -> list[CodeId]:
    return [code.id for code in draw.library.codebook().ordered()]


def _briefings(draw: Draw) -> list[BriefingId]:
    return [briefing.id for briefing in draw.library.briefings()]


def _templates(draw: Draw) -> list[TemplateId]:
    return [template.id for template in draw.library.templates()]


def _sources(draw: Draw) -> list[SourceId]:
    return [source.id for source in draw.library.sources()]


def _rules(draw: Draw) -> list[RuleId]:
    return [rule.id for rule in draw.library.label_rules()]


def _rulings(draw: Draw) -> list[RulingId]:
    return [ruling.id for ruling in draw.library.rulings(draw.library.article_ids())]


def _cases(draw: Draw) -> list[CaseId]:
    return [one.case.id for one in draw.library.cases()]


def _searches(draw: Draw) -> list[SearchId]:
    return [one.id for one in draw.library.searches()]


def _note(draw: Draw) -> Edit:
    number = draw.old_or_new(_annotations(draw), AnnotationId(0))
    codes = tuple(_codes(draw)[:1])
    note = Annotation(
        number, draw.article(), draw.anchor(), draw.one(list(Tint)), draw.words(), NOON, NOON, codes=tuple(dict.fromkeys(codes))
    )
    return PutAnnotation(note)


def _briefing(draw: Draw) -> Edit:
    blocks = (HeadingBlock(draw.words()), TextBlock(draw.words()))
    return PutBriefing(Briefing(draw.old_or_new(_briefings(draw), BriefingId(0)), EventId(1), draw.words(), blocks, NOON, NOON))


def _template(draw: Draw) -> Edit:
    house = House(draw.words(), draw.one(list(Paper)), 100) if draw.yes() else None
    return PutTemplate(Template(draw.old_or_new(_templates(draw), TemplateId(0)), draw.words(), (HeadingBlock(draw.words()),), house))


def _rule(draw: Draw) -> Edit:
    kind = draw.one([ZoneKind.BOILERPLATE, ZoneKind.TEASER])
    return PutLabelRule(LabelRule(draw.old_or_new(_rules(draw), RuleId(0)), draw.one(_NAMES), kind, (draw.words(), "Story number 1")))


def _ruling(draw: Draw) -> Edit:
    article = draw.article()
    passage = Passage(article, draw.anchor())
    rule = Related((passage,), article, Relation.WEAKER) if draw.yes() else Spoken(passage, draw.words())
    return PutRuling(Ruling(draw.old_or_new(_rulings(draw), RulingId(0)), rule, NOON))


def _events(draw: Draw) -> Edit:
    numbers = [event.id for event in draw.library.events()]
    to = draw.one([None, EventId(0), *numbers])
    holds = tuple(EventHold(number, draw.words(), draw.yes()) for number in numbers[:1] if draw.yes())
    return ArrangeEvents(EventAct.MOVED, tuple(Pin(article, to) for article in draw.articles()), holds)


DRAWN: tuple[Callable[[Draw], Edit], ...] = (
    _note,
    _note,
    lambda draw: RemoveAnnotation(draw.old(_annotations(draw), AnnotationId(1))),
    lambda draw: PutCode(Code(draw.old_or_new(_codes(draw), CodeId(0)), draw.words(), "", draw.old_or_new(_codes(draw), CodeId(0)))),
    lambda draw: RemoveCode(draw.old(_codes(draw), CodeId(1))),
    lambda draw: MergeCodes(draw.old(_codes(draw), CodeId(1)), draw.old(_codes(draw), CodeId(2))),
    lambda draw: MarkRead(draw.articles(), draw.yes()),
    lambda draw: MarkStarred(draw.articles(), draw.yes()),
    _briefing,
    lambda draw: RemoveBriefing(draw.old(_briefings(draw), BriefingId(1))),
    _template,
    lambda draw: RemoveTemplate(draw.old(_templates(draw), TemplateId(1))),
    lambda draw: TagArticles(draw.articles(), draw.one(_TAGS), draw.yes(0.7)),
    lambda draw: RenameTag(draw.one(_TAGS), draw.one(_TAGS)),
    lambda draw: RemoveTag(draw.one(_TAGS)),
    lambda draw: TrashArticles(draw.articles(), draw.yes()),
    lambda draw: StackVersion(draw.article(), draw.article() if draw.yes() else None),
    lambda draw: PutSource(Source(draw.old_or_new(_sources(draw), SourceId(0)), draw.words(), (draw.one(_NAMES),))),
    lambda draw: RemoveSource(draw.old(_sources(draw), SourceId(1))),
    _rule,
    lambda draw: RemoveLabelRule(draw.old(_rules(draw), RuleId(1))),
    lambda draw: PutCase(
        Case(draw.old_or_new(_cases(draw), CaseId(0)), draw.words(), "", NOON, NOON), (Thing(Noun.ARTICLE, draw.article()),)
    ),
    lambda draw: RemoveCase(draw.old(_cases(draw), CaseId(1))),
    lambda draw: FileInCase(draw.old(_cases(draw), CaseId(1)), (Thing(Noun.ARTICLE, draw.article()),), draw.yes()),
    lambda draw: CorrectMetadata(draw.article(), draw.one(_FIELDS), draw.one([*_NAMES, draw.words()])),
    lambda draw: TakeBackCorrection(draw.article(), draw.one(_FIELDS)),
    lambda draw: RelabelSpan(draw.article(), draw.span(), draw.one([*ZoneKind, None])),
    lambda draw: PutLabels(draw.article(), (Label(draw.span(), draw.one(list(ZoneKind))),) if draw.yes() else ()),
    lambda draw: PutSearch(SavedSearch(draw.old_or_new(_searches(draw), SearchId(0)), draw.words(), "story", NOON, NOON)),
    lambda draw: RemoveSearch(draw.old(_searches(draw), SearchId(1))),
    _ruling,
    lambda draw: RemoveRuling(draw.old(_rulings(draw), RulingId(1))),
    _events,
    lambda draw: Together(tuple(draw.one(DRAWN[:-1])(draw) for _ in range(_AT_ONCE))),
)
"""How an edit of each kind is drawn; several at once come last."""


def random_edit(library: Library, chance: random.Random) -> Edit:
    """Any of the analyst's edits on what is there; it may be refused."""
    draw = Draw(library, chance)
    return draw.one(DRAWN)(draw)
