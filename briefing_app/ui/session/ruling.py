"""What the analyst rules of the open comparison; every ruling is one edit."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.model.comparison import DifferenceKind, Relation
from briefing_app.model.edit import PutRuling, RemoveRuling
from briefing_app.model.ids import RulingId
from briefing_app.model.ruling import (
    Belief,
    Credibility,
    Dismissed,
    Joined,
    Judged,
    Moved,
    Parted,
    Passages,
    Related,
    Reliability,
    Renamed,
    Rule,
    Ruling,
    Spoken,
)
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.ruled import beside, cell_passages, passages_of, rulings_on
from briefing_app.ui.ruling_words import ruling_words

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Rulings(QObject):
    """Rows by their index in the open comparison, sources by their places in it; each verb does nothing while nothing is compared.

    The comparison is made anew by the followers; until then the old one stays on the screen.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    @property
    def _compared(self) -> Compared | None:
        return self._session.comparing.compared

    def join(self, claim: int, other: int) -> None:
        """Two rows tell one claim."""
        compared = self._compared
        if compared is not None and claim != other:
            self._rule(Joined((passages_of(compared, claim), passages_of(compared, other))))

    def part(self, claim: int, place: int, passage: int | None = None) -> None:
        """What a source says (one passage of it, or all) is not what the row says."""
        mine, others = self._parts(claim, place, passage)
        if mine and not others:
            self._say(self.tr("The row holds nothing else; there is nothing to split."))
        elif mine:
            self._rule(Parted(mine, others))

    def move(self, claim: int, place: int, to: int, passage: int | None = None) -> None:
        """What a source says belongs into another row."""
        mine, others = self._parts(claim, place, passage)
        if mine and self._compared is not None and claim != to:
            self._rule(Moved(mine, others, passages_of(self._compared, to)))

    def relate(self, claim: int, place: int, relation: Relation | None) -> None:
        """How a source stands to the row; None leaves it to the machine."""
        compared = self._compared
        if compared is None:
            return
        article = compared.articles[place].id
        before = [one for one in rulings_on(compared, claim) if isinstance(one.rule, Related) and one.rule.article == article]
        if relation is None:
            self._withdraw(before)
        else:
            self._rule(Related(passages_of(compared, claim), article, relation), before)

    def speak(self, claim: int, place: int, speaker: str, passage: int | None = None) -> None:
        """Who says a passage; empty for the source itself."""
        compared = self._compared
        mine = self._parts(claim, place, passage)[0]
        if mine and compared is not None:
            before = [one for one in compared.rulings if isinstance(one.rule, Spoken) and one.rule.passage == mine[0]]
            self._rule(Spoken(mine[0], speaker), before)

    def rename(self, speaker: str, name: str) -> None:
        """A speaker is called otherwise in this comparison; by the name of another one the two are merged."""
        if self._compared is not None and speaker != name:
            self._rule(Renamed(tuple(sorted(self._compared.comparison.articles)), speaker, name))

    def dismiss(self, claim: int, place: int, kind: DifferenceKind | None) -> None:
        """A mark on a cell says nothing; None: that the source leaves the claim out."""
        if self._compared is not None:
            self._rule(Dismissed(passages_of(self._compared, claim), self._compared.articles[place].id, kind))

    def judge(
        self,
        claim: int,
        belief: Belief | None,
        reason: str = "",
        reliability: Reliability | None = None,
        credibility: Credibility | None = None,
    ) -> None:
        """What the analyst makes of a row; None takes the judgement away."""
        compared = self._compared
        if compared is None:
            return
        before = [one for one in rulings_on(compared, claim) if isinstance(one.rule, Judged)]
        if belief is None:
            self._withdraw(before)
        else:
            self._rule(Judged(passages_of(compared, claim), belief, reason, reliability, credibility), before)

    def take_back(self, ruling: Ruling) -> None:
        """Undo one ruling, whatever was done since."""
        self._withdraw([ruling])

    def _parts(self, claim: int, place: int, passage: int | None) -> tuple[Passages, Passages]:
        """The words that are meant, and the rest of their row."""
        compared = self._compared
        if compared is None:
            return (), ()
        mine = cell_passages(compared, claim, place, passage)
        if not mine:
            self._say(self.tr("This source says nothing in this row; choose one that does."))
        return mine, beside(compared, claim, mine)

    def _rule(self, rule: Rule, before: list[Ruling] | None = None) -> None:
        """Keep a ruling, in the place of an earlier one of the same thing."""
        number = before[-1].id if before else RulingId(0)
        said = self.tr("%1 · Ctrl+Z takes it back.").replace("%1", ruling_words(rule))
        self._session.editing.apply(PutRuling(Ruling(number, rule, datetime.now(UTC))), said)

    def _withdraw(self, rulings: list[Ruling]) -> None:
        for one in rulings:
            self._session.editing.apply(RemoveRuling(one.id), self.tr("Taken back: %1").replace("%1", ruling_words(one.rule)))

    def _say(self, words: str) -> None:
        self._session.said.emit(words)
