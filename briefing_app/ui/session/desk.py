"""The briefing that one window works on: drafted, changed by Edits, previewed and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing_app.briefing import ASKED, Material, Provenance, Remark, check, font_remarks
from briefing_app.briefing.templates import applied
from briefing_app.model.briefing import Briefing, BriefingBlock
from briefing_app.model.edit import Applied, PutBriefing
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import BriefingId, EventId
from briefing_app.model.source import Register
from briefing_app.model.template import Template
from briefing_app.pipeline import Job
from briefing_app.pipeline.material import stored_material
from briefing_app.ui.briefing.model import Card, cards_of, with_words
from briefing_app.ui.error_text import export_trouble
from briefing_app.ui.jobs import Lane
from briefing_app.ui.session.library_jobs import JobKind
from briefing_app.ui.session.typeset import TypesetPages
from briefing_app.ui.words import digits

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


@dataclass(frozen=True, slots=True)
class _Made:
    """A briefing with what it is made from, how its blocks are shown and what the provenance check says."""

    briefing: Briefing
    material: Material
    cards: tuple[Card, ...]
    provenance: Provenance


class BriefingDesk(QObject):
    """Holds the open briefing; a draft has number 0 and is stored by its first change."""

    changed = Signal()
    written = Signal(object)  # Path

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._lane: Lane[Any] = Lane("desk", session.relay, newest_only=True)
        self.briefing: Briefing | None = None
        self.cards: tuple[Card, ...] = ()
        self.material: Material | None = None
        self.provenance: Provenance | None = None
        self.accepted: set[int] = set()
        self._storing: Briefing | None = None
        self._begun: Briefing | None = None
        """The draft before its first change: what undo comes back to."""
        self._number = BriefingId(0)
        """The number of what is open, also while an undo has taken it out of the library."""
        self.typeset = TypesetPages(session, self._as_typed, self)
        self.drafting = False
        self.failed = False
        self._under_way = 0
        """How many changes the lane of edits has not made yet."""
        self._told_meanwhile = False
        self._typed: dict[int, str] = {}
        """What is being written, by the places of its blocks, until it is kept."""
        self._draft: Job[Briefing] | None = None

    def close(self) -> None:
        """Drop what waits."""
        self._call_off_draft()
        self._put_pages_away()
        self._lane.close()

    def open_event(self, event: EventId | None) -> None:
        """Open the event's newest stored briefing, else draft one."""
        if event is None or (self.briefing is not None and self.briefing.event == event):
            return
        self._begin()
        workbench = self._session.workbench

        def work() -> _Made | None:
            stored = [briefing for briefing in workbench.library.briefings() if briefing.event == event]
            return self._made(stored[-1]) if stored else None

        self._lane.ask(work, lambda made: self._take(made) if made is not None else self._draft_of(event), self._fail)

    def _draft_of(self, event: EventId) -> None:
        """Draft one: a job, because the articles may have to be compared first."""
        found = self._session.events.get(event)
        job = self._draft = self._session.long_jobs.follow(
            JobKind.DRAFT,
            lambda tell: self._session.workbench.draft(event, tell),
            lambda briefing: self._take_draft(job, briefing),
            self._fail,
            lambda: self._lose_draft(job),
            digits(len(found.group.articles) if found else 0),
        )

    def _take_draft(self, job: Job[Briefing], briefing: Briefing) -> None:
        if self._draft is job:
            self._draft = None
            self._lane.ask(lambda: self._made(briefing), self._take, self._fail)

    def _lose_draft(self, job: Job[Briefing]) -> None:
        """The analyst called it off; one that another briefing has overtaken ends nothing."""
        if self._draft is job:
            self._draft, self.drafting, self.failed = None, False, True
            self.changed.emit()
            self._session.said.emit(self.tr("Nothing was drafted."))

    def open_stored(self, number: BriefingId) -> None:
        """Open a stored briefing."""
        if self.briefing is not None and self.briefing.id == number:
            return
        self._begin()
        self._lane.ask(lambda: self._made(self._session.workbench.library.briefing(number)), self._take, self._fail)

    def _begin(self) -> None:
        """Put away what was open: another briefing is on its way."""
        self._call_off_draft()
        self.briefing, self.provenance, self._storing, self.cards = None, None, None, ()
        self._put_pages_away()
        self._begun, self._number = None, BriefingId(0)
        self.drafting, self.failed = True, False
        self.changed.emit()

    def _call_off_draft(self) -> None:
        job, self._draft = self._draft, None
        if job is not None:
            job.cancel()

    def library_changed(self) -> None:
        """Another process or an undo may have changed the briefing or its material."""
        if self.briefing is None:
            return
        if self._under_way:  # the library is older than what is shown
            self._told_meanwhile = True
            return
        kept, begun, number = self.briefing, self._begun, self._number

        def work() -> _Made:
            try:
                fresh = self._session.workbench.library.briefing(number) if number else kept
            except NothingThere:
                fresh = begun if begun is not None and kept.id else replace(kept, id=BriefingId(0))
            return self._made(fresh)

        def taken(made: _Made) -> None:
            if self.briefing == kept:  # else it was changed meanwhile, and news of that change is on its way
                self._take(made)

        self._lane.ask(work, taken, self._fail)

    def _made(self, briefing: Briefing) -> _Made:
        material = stored_material(self._session.workbench.library, briefing)
        return _Made(briefing, material, cards_of(briefing, material), check(briefing, material))

    def _take(self, made: _Made) -> None:
        different = (made.briefing, made.cards, made.provenance) != (self.briefing, self.cards, self.provenance)
        self.briefing, self.material, self.cards, self.provenance = made.briefing, made.material, made.cards, made.provenance
        self._number = made.briefing.id or self._number
        if self._begun is None and not self._number:
            self._begun = made.briefing
        self.drafting = False
        if different or not self.typeset.pages:
            self.changed.emit()
            self.typeset.ask_again()

    def _fail(self, error: BaseException) -> None:
        self.drafting, self.failed = False, self.briefing is None
        self.changed.emit()
        self._session.fail(error)

    # Changes

    def change(self, **fields: Any) -> None:
        """Change title, handling or blocks; kept at once and can be undone."""
        if self.briefing is None:
            return
        fresh = replace(self.briefing, **fields)
        if fresh == self.briefing:
            return
        self._typed.clear()
        self.briefing = fresh = replace(fresh, changed_at=datetime.now(UTC).replace(microsecond=0))
        if not self._session.read_only:
            self._under_way += 1
        if fresh.id:
            self._session.editing.apply(PutBriefing(fresh), then=lambda _applied: self._end_change(), failed=self._end_change)
        else:
            self._store(fresh)

    def _end_change(self) -> None:
        """A change is made, or could not be: what the library told meanwhile is looked at now."""
        self._under_way -= 1
        if self._told_meanwhile and not self._under_way:
            self._told_meanwhile = False
            self.library_changed()

    def _store(self, draft: Briefing) -> None:
        """Store a draft, which gives it its number.

        What is changed before that is known is stored behind it, each as an edit of its own, so that undo takes back one after the other.
        """
        before, self._storing = self._storing, draft
        library = self._session.workbench.library

        def edit() -> PutBriefing:
            """On the lane, where the state before is stored by now, unless that failed."""
            stored = library.briefings() if before is not None else ()
            same = (one.id for one in stored if replace(one, id=BriefingId(0)) == before)
            return PutBriefing(replace(draft, id=max(same, default=BriefingId(0))))

        def then(applied: Applied) -> None:
            if self._storing is draft:
                self._storing = None
            here = self.briefing
            if here is not None and not here.id and here.event == draft.event and applied.changes:
                self._number = BriefingId(applied.changes[0].subject)
                self.briefing = replace(here, id=self._number)
            self._end_change()

        def failed() -> None:
            self._storing = None
            self._end_change()

        self._session.editing.apply(edit, then=then, failed=failed)

    def put_block(self, at: int, block: BriefingBlock) -> None:
        """Replace the block at a place."""
        self._change_blocks(lambda blocks: [*blocks[:at], block, *blocks[at + 1 :]])

    def put_words(self, at: int, words: str) -> None:
        """Put what was typed into the block at a place."""
        if self.briefing is not None and at < len(self.briefing.blocks):
            self.put_block(at, with_words(self.briefing.blocks[at], words))

    def add_block(self, after: int, block: BriefingBlock) -> None:
        """Put a block behind the one at ``after`` (-1: at the top)."""
        self._change_blocks(lambda blocks: [*blocks[: after + 1], block, *blocks[after + 1 :]])

    def use_template(self, template: Template) -> None:
        """Begin with the blocks of a template; what is written stays."""
        if self.briefing is not None:
            made = applied(template, self.briefing)
            self.change(blocks=made.blocks, handling=made.handling, paper=made.paper, quoted_words=made.quoted_words)

    def put_in_front(self, at: int, to: int) -> None:
        """Put the block at one place in front of the one that is at another (or behind the last)."""

        def changed(blocks: tuple[BriefingBlock, ...]) -> list[BriefingBlock]:
            left = [*blocks[:at], *blocks[at + 1 :]]
            left.insert(to - (to > at), blocks[at])
            return left

        self._change_blocks(changed)

    def remove_block(self, at: int) -> None:
        """Take a block out."""
        self._change_blocks(lambda blocks: [*blocks[:at], *blocks[at + 1 :]])

    def move_block(self, at: int, step: int) -> bool:
        """Move a block up (-1) or down (1); False when there is no room."""
        if self.briefing is None or not 0 <= at + step < len(self.briefing.blocks):
            return False
        blocks = list(self.briefing.blocks)
        blocks[at], blocks[at + step] = blocks[at + step], blocks[at]
        self.change(blocks=tuple(blocks))
        return True

    def _change_blocks(self, changed: Callable[[tuple[BriefingBlock, ...]], list[BriefingBlock]]) -> None:
        if self.briefing is not None:
            self.change(blocks=tuple(changed(self.briefing.blocks)))

    def register(self) -> Register:
        """The register of sources as it stands now."""
        return Register(self._session.workbench.library.sources())

    @property
    def words_written(self) -> int:
        """How many words the analyst has written."""
        return sum(len((card.markdown or "").split()) for card in self.cards)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What there is to know before the briefing goes out: on provenance, then on characters that no font has."""
        if self.briefing is None or self.provenance is None:
            return ()
        return (*self.provenance.remarks, *font_remarks(self.briefing, self.typeset.missing))

    @property
    def doubtful(self) -> tuple[Remark, ...]:
        """The sentences that are to be asked about before the briefing goes out, unless the analyst has accepted them in this one."""
        if self.briefing is None or self.provenance is None or self.briefing.id in self.accepted:
            return ()
        return tuple(remark for remark in self.provenance.remarks if remark.concern in ASKED and remark.span is not None)

    def accept(self) -> None:
        """What is doubtful may go out in this briefing."""
        if self.briefing is not None:
            self.accepted.add(self.briefing.id)

    def show_typed(self, at: int, words: str) -> None:
        """Typeset what is being written into a block, before it is kept."""
        if self.briefing is not None and at < len(self.briefing.blocks):
            self._typed[at] = words
            self.typeset.ask_again()

    def _as_typed(self) -> Briefing | None:
        """The briefing with what is being written."""
        if self.briefing is None:
            return None
        blocks = list(self.briefing.blocks)
        for at, words in self._typed.items():
            if at < len(blocks):
                blocks[at] = with_words(blocks[at], words)
        return replace(self.briefing, blocks=tuple(blocks))

    def _put_pages_away(self) -> None:
        self.typeset.put_away()
        self._typed.clear()

    def save(self, path: Path) -> None:
        """Write the briefing; the suffix names the format."""
        if self.briefing is not None:
            warnings: list[str] = []
            briefing, workbench = self.briefing, self._session.workbench
            self._session.long_jobs.follow(
                JobKind.EXPORT,
                lambda tell: workbench.export(briefing, path, warnings.append, tell),
                lambda written: self._tell_written(written, warnings),
                lambda error: self._session.fail(error, "save_pdf"),
                lambda: self._session.said.emit(self.tr("Nothing was written.")),
                path.name,
            )

    def _tell_written(self, path: Path, warnings: list[str]) -> None:
        self.written.emit(path)
        trouble = export_trouble(path, warnings)
        if trouble is not None:
            self._session.tell(trouble)
