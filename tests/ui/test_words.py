"""Every word on the screen goes through tr(), whole and with its count: read from the source of the ui package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "briefing_app" / "ui"
SHOWN_BY_METHOD = {
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText",
    "setWindowTitle", "setTitle", "setHtml", "setPlainText", "setMarkdown", "setPrefix", "setSuffix", "addMenu", "addAction", "addItem",
    "addTab", "addSection", "setTabText", "drawText", "say", "setInformativeText", "setDetailedText", "show_state", "show_progress",
}  # fmt: skip
"""Methods whose words end on the screen or in a screen reader."""
SHOWN_BY_CALL = {
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QAction", "QMessageBox", "QGroupBox", "QInputDialog", "Shown",
    "Trouble", "Section", "ShelfEntry", "paint_words", "paint_plate", "paint_group", "IconButton", "PaneButton",
}  # fmt: skip
"""Constructors and functions of the same kind."""
SHOWN_BY_SIGNAL = frozenset({"said", "troubled"})
KEYS = {"Esc", "Enter", "Space", "Tab"}
"""Names on the keyboard are no words."""
ICONS = {path.stem for path in (UI.parents[1] / "resources" / "icons").glob("*.svg")}


def name_of(call: ast.Call) -> str:
    """The last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""


def translates(call: ast.Call) -> bool:
    """Whether it is a call of a translator; a painter's ``translate`` is none."""
    name = name_of(call)
    if name == "translate":
        return isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "QCoreApplication"
    return name in ("tr", "_tr")


def shows(call: ast.Call) -> bool:
    """Whether the words given to a call are read by somebody."""
    name = name_of(call)
    if name == "emit" and isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Attribute):
        return call.func.value.attr in SHOWN_BY_SIGNAL
    return name in SHOWN_BY_METHOD or name in SHOWN_BY_CALL


def literals(node: ast.expr) -> Iterator[ast.Constant]:
    """The words in an expression that reach its value without tr()."""
    match node:
        case ast.Constant():
            if isinstance(node.value, str):
                yield node
        case ast.Call():
            if translates(node):
                return
            if isinstance(node.func, ast.Attribute):
                yield from literals(node.func.value)
        case ast.JoinedStr():
            whole = "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values)
            yield ast.Constant(whole, lineno=node.lineno)
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    yield from literals(part)
        case ast.FormattedValue():
            yield from literals(node.value)
        case ast.BinOp():
            yield from literals(node.left)
            yield from literals(node.right)
        case ast.IfExp():
            yield from literals(node.body)
            yield from literals(node.orelse)
        case ast.BoolOp():
            for part in node.values:
                yield from literals(part)
        case ast.Subscript():
            yield from literals(node.value)
        case ast.Dict():
            for value in node.values:
                yield from literals(value)
        case ast.Tuple() | ast.List():
            for part in node.elts:
                yield from literals(part)


def is_word(words: str) -> bool:
    """Whether a person would read it: two letters in a row, and neither a key, an icon's name nor mark-up."""
    words = re.sub(r"<[^>]*>|&\w+;", "", words)
    return re.search(r"[^\W\d_]{2}", words) is not None and words.strip() not in KEYS | ICONS


def files() -> list[Path]:
    """The source of the window."""
    return sorted(UI.rglob("*.py"))


def test_no_word_goes_past_tr() -> None:
    found = []
    for path in files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and shows(node):
                given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg != "verb")]  # an action's id
                for literal in (literal for value in given for literal in literals(value)):
                    if is_word(str(literal.value)):
                        found.append(f"{path.relative_to(UI)}:{literal.lineno}: {literal.value}")
    assert not found


def translated() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call of a translator with literal words: place, call, words."""
    for path in files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and translates(node):
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield f"{path.relative_to(UI)}:{node.lineno}", node, argument.value


def test_a_plural_is_asked_for_with_its_count() -> None:
    """Without the count a translation cannot choose the form."""
    found = []
    for place, call, words in translated():
        if "%n" in words and len(call.args) < (2 if name_of(call) == "_tr" else 3):
            found.append(f"{place}: {words}")
    assert not found


def test_tr_is_given_words_and_no_pieced_text() -> None:
    """An f-string or a sum is another text every time, so that no translation finds it."""
    found = []
    for path in files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and translates(node):
                pieced = [argument for argument in node.args if isinstance(argument, ast.JoinedStr | ast.BinOp)]
                found += [f"{path.relative_to(UI)}:{part.lineno}" for part in pieced]
    assert not found


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ('label.setText("Hello")', True),
        ('label.setText(f"{n} articles")', True),
        ('label.setText(f"<b style={x}>{n}</b>&nbsp;{m}")', False),
        ('label.setText(f"<b style={x}>{n} articles</b>")', True),
        ('label.setText(tr("Hello"))', False),
        ('label.setText(tr("Hello %1").replace("%1", "x y"))', False),
        ('QLabel("Hello" if a else tr("Bye"))', True),
        ('painter.drawText(box, "Esc")', False),
        ('self.said.emit("Done.")', True),
        ('name = "Hello"', False),
    ],
)
def test_the_search_finds_what_it_should(source: str, caught: bool) -> None:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and shows(node)]
    words = [str(literal.value) for call in calls for value in call.args for literal in literals(value)]
    assert any(map(is_word, words)) == caught
