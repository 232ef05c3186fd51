"""What an edit is called on the command line."""

from __future__ import annotations

import re

from briefing_app.cli import output
from briefing_app.cli.words import count
from briefing_app.model.correction import words_of
from briefing_app.model.edit import (
    ArrangeEvents,
    CorrectMetadata,
    Edit,
    FileInCase,
    MarkRead,
    MarkStarred,
    PutAnnotation,
    PutBriefing,
    PutCase,
    PutCode,
    PutLabelRule,
    PutRuling,
    PutSearch,
    PutSource,
    PutTemplate,
    RelabelSpan,
    RemoveAnnotation,
    RemoveTag,
    RenameTag,
    StackVersion,
    Step,
    TagArticles,
    TakeBackCorrection,
    Together,
    TrashArticles,
)

_PLAIN = {
    "RemoveCode": "a tag of the codebook was removed",
    "RemoveTemplate": "a template was removed",
    "MergeCodes": "two tags of the codebook were merged",
    "RemoveBriefing": "a briefing was removed",
    "RemoveSource": "a source was taken out of the register",
    "RemoveLabelRule": "a rule for labels was removed",
    "RemoveCase": "a case was removed",
    "PutLabels": "the labels of the text were set",
    "RemoveSearch": "a saved search was removed",
    "RemoveRuling": "a correction of a comparison was taken back",
}
"""Edits whose own words would only be a number."""


def step_words(step: Step) -> str:
    """A row of the journal in a sentence; what was removed is named from what would bring it back."""
    if isinstance(step.edit, RemoveAnnotation) and isinstance(step.inverse, PutAnnotation):
        return f"the note on {_quoted(step.inverse.annotation.words)} was removed"
    return edit_words(step.edit)


def edit_words(edit: Edit) -> str:
    """An edit in a sentence."""
    match edit:
        case Together(edits):
            more = len(edits) - 1
            return edit_words(edits[0]) + (f", and {count(more, 'thing', 'things')} more" if more else "")
        case PutAnnotation(annotation):
            what = "a note" if annotation.note else "a question" if annotation.question else "a mark"
            return f"{what} on {_quoted(annotation.words)} was written"
        case RemoveAnnotation():
            return "a note was removed"
        case MarkRead() | MarkStarred() | TrashArticles() | TagArticles() | RenameTag() | RemoveTag():
            return _marking(edit)
        case CorrectMetadata(_, field, value):
            return f"the {field} was set to {_quoted(words_of(value)) if value else 'unknown'}"
        case TakeBackCorrection(_, field):
            return f"the {field} is again as it was found"
        case RelabelSpan(_, _, kind):
            return f"a passage was labelled as {kind}" if kind else "the label of a passage was taken back"
        case StackVersion(_, newer):
            return "it was put behind a newer version" if newer else "it was made an article of its own"
        case ArrangeEvents(act, pins):
            return f"events: {act}, {count(len(pins), 'article', 'articles')}"
        case _:
            return _putting(edit)


def _marking(edit: MarkRead | MarkStarred | TrashArticles | TagArticles | RenameTag | RemoveTag) -> str:
    match edit:
        case MarkRead(articles, read):
            return f"{_articles(articles)} marked as {'read' if read else 'unread'}"
        case MarkStarred(articles, starred):
            return f"{_articles(articles)} {'given a star' if starred else 'left without a star'}"
        case TrashArticles(articles, trashed):
            return f"{_articles(articles)} {'moved to the trash' if trashed else 'brought back from the trash'}"
        case TagArticles(articles, tag, tagged):
            return f"tag {_quoted(tag)} {'put on' if tagged else 'taken from'} {_articles(articles)}"
        case RenameTag(tag, name):
            return f"tag {_quoted(tag)} was renamed to {_quoted(name)}"
        case RemoveTag(tag):
            return f"tag {_quoted(tag)} was removed"


def _putting(edit: Edit) -> str:
    match edit:
        case PutCode(code):
            return f"tag {_quoted(code.name)} of the codebook was written"
        case PutBriefing(briefing):
            return f"the briefing {_quoted(briefing.title)} was changed"
        case PutSource(source):
            return f"source {_quoted(source.name)} was written into the register"
        case PutLabelRule(rule):
            return f"a rule for {_quoted(rule.source)} was written"
        case PutCase(case):
            return f"case {_quoted(case.name)} was written"
        case FileInCase(_, things, filed):
            return f"{count(len(things), 'thing', 'things')} {'filed in' if filed else 'taken out of'} a case"
        case PutTemplate(template):
            return f"template {_quoted(template.name)} was written"
        case PutSearch(search):
            return f"search {_quoted(search.name)} was saved"
        case PutRuling():
            return "a comparison was corrected"
        case _:
            return _PLAIN.get(type(edit).__name__) or _named(type(edit).__name__)


def _named(kind: str) -> str:
    """An edit that has no words of its own, by the name of its class: ``RemoveTemplate`` is "template removed"."""
    verb, *noun = re.findall(r"[A-Z][a-z]*", kind)
    done = {"Put": "written", "Remove": "removed"}.get(verb, f"{verb.lower()}ed")
    return f"{' '.join(noun).lower()} {done}"


def _articles(articles: tuple[int, ...]) -> str:
    return count(len(articles), "article", "articles")


def _quoted(words: str) -> str:
    return f"“{output.cut(' '.join(words.split()), 48)}”"
