"""What an edit is called on the screen, so that undo and redo say what they did."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.model.annotation import Annotation, Mark
from briefing_app.model.correction import MetadataField, words_of
from briefing_app.model.edit import (
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
    Step,
    TagArticles,
    TakeBackCorrection,
    Together,
    TrashArticles,
)
from briefing_app.model.event import EventAct
from briefing_app.model.ids import ArticleId
from briefing_app.ui.certainty import interval_text
from briefing_app.ui.names import field_name, zone_name
from briefing_app.ui.quoting import quoted
from briefing_app.ui.ruling_words import ruling_words


def edit_words(edit: Edit) -> str:
    """The edit in a few words, with the passage or title that it is about."""
    match edit:
        case PutAnnotation() | RemoveAnnotation() | PutBriefing() | RemoveBriefing():
            return _writing(edit)
        case PutCode() | RemoveCode() | MergeCodes():
            return _coding(edit)
        case MarkRead() | MarkStarred() | TrashArticles() | TagArticles() | RenameTag() | RemoveTag():
            return _marking(edit)
        case PutLabelRule(rule):
            return _about(_tr("rule for %1"), rule.source)
        case RemoveLabelRule():
            return _tr("rule for a source removed")
        case PutTemplate(template):
            return _about(_tr("template %1"), template.name)
        case RemoveTemplate():
            return _tr("template removed")
        case PutSource(source):
            return _about(_tr("source %1"), source.name)
        case RemoveSource():
            return _tr("source taken out of the register")
        case StackVersion(_, newer):
            return _tr("version put behind another one") if newer else _tr("version made an article of its own")
        case PutCase() | RemoveCase() | FileInCase() | PutSearch() | RemoveSearch():
            return _keeping(edit)
        case CorrectMetadata() | TakeBackCorrection() | RelabelSpan() | PutLabels():
            return _correcting(edit)
        case PutRuling(ruling):
            return ruling_words(ruling.rule)
        case RemoveRuling():
            return _tr("correction of a comparison taken back")
        case ArrangeEvents():
            return _arranging(edit)
        case Together(edits):
            more = len(edits) - 1
            return edit_words(edits[0]) if not more else _tr("%1 and %2 more").replace("%1", edit_words(edits[0])).replace("%2", str(more))


def step_words(step: Step) -> str:
    """A row of the journal in a few words: what was removed is told from what would bring it back."""
    match step.edit, step.inverse:
        case RemoveAnnotation(), PutAnnotation() | Together():
            return _tr("%1 removed").replace("%1", edit_words(step.inverse))
        case RemoveBriefing(), PutBriefing(briefing):
            return _about(_tr("briefing %1 removed"), briefing.title)
        case RemoveTemplate(), PutTemplate(template):
            return _about(_tr("template %1 removed"), template.name)
        case RemoveSource(), PutSource(source):
            return _about(_tr("source %1 taken out of the register"), source.name)
        case RemoveCase(), PutCase(case):
            return _about(_tr("case %1 removed"), case.name)
        case RemoveSearch(), PutSearch(search):
            return _about(_tr("saved search %1 removed"), search.name)
        case RemoveRuling(), PutRuling(ruling):
            return _tr("taken back: %1").replace("%1", ruling_words(ruling.rule))
        case _:
            return edit_words(step.edit)


def article_of(edit: Edit) -> ArticleId | None:
    """The one article that an edit is about, None when it is about several or none."""
    match edit:
        case MarkRead((one,)) | MarkStarred((one,)) | TrashArticles((one,)) | TagArticles((one,)):
            return one
        case CorrectMetadata(one) | TakeBackCorrection(one) | RelabelSpan(one) | PutLabels(one) | StackVersion(one):
            return one
        case PutAnnotation(annotation):
            return annotation.article or None
        case Together(edits):
            return next((about for part in edits if (about := article_of(part)) is not None), None)
        case _:
            return None


def _writing(edit: PutAnnotation | RemoveAnnotation | PutBriefing | RemoveBriefing) -> str:
    match edit:
        case PutAnnotation(annotation):
            return _about(_annotated(annotation), annotation.words)
        case RemoveAnnotation():
            return _tr("highlight removed")
        case PutBriefing(briefing):
            return _about(_tr("change of the briefing %1"), briefing.title)
        case RemoveBriefing():
            return _tr("briefing removed")


def _coding(edit: PutCode | RemoveCode | MergeCodes) -> str:
    match edit:
        case PutCode(code):
            return _about(_tr("tag %1 of the codebook"), code.name)
        case RemoveCode():
            return _tr("tag of the codebook removed")
        case MergeCodes():
            return _tr("two tags of the codebook merged")


def _marking(edit: MarkRead | MarkStarred | TrashArticles | TagArticles | RenameTag | RemoveTag) -> str:
    match edit:
        case MarkRead(articles, read):
            return _tr("read mark of %Ln article(s)", len(articles)) if read else _tr("unread mark of %Ln article(s)", len(articles))
        case MarkStarred(articles, starred):
            return _tr("star on %Ln article(s)", len(articles)) if starred else _tr("star taken from %Ln article(s)", len(articles))
        case TrashArticles(articles, trashed):
            count = len(articles)
            return _tr("%Ln article(s) moved to the trash", count) if trashed else _tr("%Ln article(s) brought back from the trash", count)
        case TagArticles(articles, tag, tagged):
            count = len(articles)
            return _about(_tr("tag %1 on %Ln article(s)", count) if tagged else _tr("tag %1 taken from %Ln article(s)", count), tag)
        case RenameTag(tag, name):
            return _about(_tr("tag %1 renamed to %2"), tag).replace("%2", quoted(name))
        case RemoveTag(tag):
            return _about(_tr("tag %1 removed"), tag)


def _keeping(edit: PutCase | RemoveCase | FileInCase | PutSearch | RemoveSearch) -> str:
    match edit:
        case PutCase(case):
            return _about(_tr("case %1"), case.name)
        case RemoveCase():
            return _tr("case removed")
        case FileInCase(_, things, filed):
            return _tr("%Ln thing(s) filed in a case", len(things)) if filed else _tr("%Ln thing(s) taken out of a case", len(things))
        case PutSearch(search):
            return _about(_tr("search %1 saved"), search.name)
        case RemoveSearch():
            return _tr("saved search removed")


def _correcting(edit: CorrectMetadata | TakeBackCorrection | RelabelSpan | PutLabels) -> str:
    match edit:
        case CorrectMetadata(_, field, value):
            shown = interval_text(value) if field is MetadataField.DATE and not isinstance(value, str) and value else words_of(value)
            words = _tr("%2 set to %1") if shown else _tr("%2 set to unknown")
            return _about(words, shown).replace("%2", field_name(field))
        case TakeBackCorrection(_, field):
            return _tr("correction of the %2 taken back").replace("%2", field_name(field))
        case RelabelSpan(_, _, kind):
            return _tr("passage labelled as %1").replace("%1", zone_name(kind)) if kind else _tr("label of a passage taken back")
        case PutLabels():
            return _tr("labels of an article")


def _arranging(edit: ArrangeEvents) -> str:
    named = next((hold.name for hold in edit.holds if hold.name), "")
    match edit.act:
        case EventAct.MERGED:
            return _tr("events merged, %Ln article(s)", len(edit.pins))
        case EventAct.SPLIT:
            return _tr("event of %Ln article(s) split", len(edit.pins))
        case EventAct.MOVED:
            return _tr("articles moved to another event")
        case EventAct.NAMED:
            return _about(_tr("event named %1"), named) if named else _tr("event named by its articles")
        case EventAct.LOCKED:
            return _tr("event locked")
        case EventAct.UNLOCKED:
            return _tr("event unlocked")


def _annotated(annotation: Annotation) -> str:
    if annotation.question:
        return _tr("question about %1")
    if annotation.mark is Mark.UNDERLINE and not annotation.note:
        return _tr("underline on %1")
    return _tr("note on %1") if annotation.note else _tr("highlight on %1")


def _about(words: str, quote: str) -> str:
    return words.replace("%1", quoted(quote))


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("edits", words, "", count)
