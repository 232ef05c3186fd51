"""The dialog that makes what the analyst labelled in an article a rule for its source, and shows beforehand what that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QStringListModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from briefing_app.model.article import Article
from briefing_app.model.edit import PutLabelRule, RemoveLabelRule
from briefing_app.model.ids import RuleId
from briefing_app.model.label_rule import LabelRule, lines_of
from briefing_app.model.naming import folded
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.names import zone_name
from briefing_app.ui.quoting import quoted
from briefing_app.ui.theme import Type

if TYPE_CHECKING:
    from briefing_app.ui.window import Window

_MOST_SHOWN = 500


class LabelRulesDialog(Dialog):
    """On the left what was labelled in the article and the rules of its source; on the right the lines that the chosen one changes."""

    def __init__(self, window: Window, article: Article) -> None:
        super().__init__(window)
        self._look, self._session = window.look, window.session
        self._library = self._session.workbench.library
        self._source = article.document.source.value or ""
        self.setWindowTitle(self.tr("Rules for a source"))
        self._rules = self._of(article)
        self._said, self._counted = QLabel(), QLabel()
        for label in (self._said, self._counted):
            label.setWordWrap(True)
        self.choices = self._list([self._words(rule) for rule in self._rules], self.tr("What was labelled here, and the rules there are"))
        self._preview = QStringListModel(self)
        self.preview = self._list([], self.tr("The lines that the rule labels"))
        self.preview.setModel(self._preview)
        self.make = QPushButton(self.tr("Make it a rule"))
        self.forget = QPushButton(self.tr("Forget the rule"))
        self._close = QPushButton(self.tr("Close"))
        self._lay_out()
        self.choices.selectionModel().currentChanged.connect(lambda _now, _old: self._show())
        self.make.clicked.connect(self._make)
        self.forget.clicked.connect(self._forget)
        self._close.clicked.connect(self.accept)
        self.finished.connect(lambda _how: self.deleteLater())
        self.resize(self._look.px(860), self._look.px(460))
        self._begin()

    def _of(self, article: Article) -> tuple[LabelRule, ...]:
        """A rule for each label of the article, not kept yet, the last stretch first; then those of its source."""
        kept = tuple(rule for rule in self._library.label_rules() if folded(rule.source) == folded(self._source))
        labels = self._library.corrections(article.id).labels
        new = (LabelRule(RuleId(0), self._source, label.kind, lines_of(label.span.of(article.text))) for label in reversed(labels))
        told = {(rule.kind, rule.lines) for rule in kept}
        return (*(rule for rule in new if rule.lines and (rule.kind, rule.lines) not in told), *kept)

    def _words(self, rule: LabelRule) -> str:
        words = self.tr("%1 is %2") if not rule.id else self.tr("Rule: %1 is %2")
        return words.replace("%2", zone_name(rule.kind)).replace("%1", quoted(" / ".join(rule.lines)))

    def _list(self, words: list[str], name: str) -> QListView:
        view = QListView()
        view.setModel(QStringListModel(words, view))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setWordWrap(True)
        view.setSpacing(self._look.px(4))
        view.setAccessibleName(name)
        view.setFont(self._look.font(Type.UI))
        return view

    def _lay_out(self) -> None:
        halves = QHBoxLayout()
        for head, view in ((self._heading(self.tr("Labelled by you")), self.choices), (self._counted, self.preview)):
            column = QVBoxLayout()
            column.addWidget(head)
            column.addWidget(view, 1)
            halves.addLayout(column, 1)
        below = QHBoxLayout()
        below.addWidget(self.make)
        below.addWidget(self.forget)
        below.addStretch(1)
        below.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*[self._look.px(16)] * 4)
        rows.setSpacing(self._look.px(12))
        rows.addWidget(self._said)
        rows.addLayout(halves, 1)
        rows.addLayout(below)

    def _heading(self, words: str) -> QWidget:
        label = QLabel(words)
        label.setFont(self._look.font(Type.UI_STRONG))
        self._counted.setFont(self._look.font(Type.UI_STRONG))
        return label

    def _begin(self) -> None:
        if not self._source:
            self._said.setText(self.tr("The source of this article is not known. Set it first (key e), then its lines can follow a rule."))
        elif not self._rules:
            self._said.setText(self.tr("Nothing is labelled by you in this article. Select words and press r to say what they are."))
        else:
            lines = self.tr("A rule labels every line that reads alike, numbers apart, in all articles of %1 and in those to come.")
            self._said.setText(lines.replace("%1", self._source))
        self.choices.selectionModel().setCurrentIndex(self.choices.model().index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._show()

    def _chosen(self) -> LabelRule | None:
        row = self.choices.currentIndex().row()
        return self._rules[row] if self._source and 0 <= row < len(self._rules) else None

    def _show(self) -> None:
        """The lines that the chosen rule would label; a rule that is kept has labelled them already."""
        rule, may = self._chosen(), not self._session.read_only
        found = self._library.label_rule_preview(rule) if rule is not None and not rule.id else ()
        self._preview.setStringList([f"{match.words}\n{match.headline}" for match in found[:_MOST_SHOWN]])
        if rule is None:
            self._counted.setText("")
        elif rule.id:
            self._counted.setText(self.tr("This rule is in force."))
        elif not found:
            self._counted.setText(self.tr("No other line reads alike yet; the rule labels those to come."))
        else:
            articles = len({match.article for match in found})
            words = self.tr("Would change: lines %1, articles %2")
            self._counted.setText(words.replace("%1", str(len(found))).replace("%2", str(articles)))
        self.make.setEnabled(may and rule is not None and not rule.id)
        self.forget.setEnabled(may and rule is not None and bool(rule.id))

    def _make(self) -> None:
        rule = self._chosen()
        if rule is not None:
            self._session.editing.apply(PutLabelRule(rule), self.tr("A rule for %1 now; Ctrl+Z takes it back.").replace("%1", self._source))
            self.accept()

    def _forget(self) -> None:
        rule = self._chosen()
        if rule is not None:
            self._session.editing.apply(RemoveLabelRule(rule.id), self.tr("The rule is forgotten; the labels that it gave stay."))
            self.accept()
