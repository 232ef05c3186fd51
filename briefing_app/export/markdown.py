"""The document tree as Markdown with footnotes; every character of a source that could act as markup is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_app.briefing.tree import (
    Badge,
    Block,
    Break,
    Cite,
    Code,
    Graph,
    Heading,
    Inlines,
    Items,
    Paragraph,
    Quote,
    Rule,
    Table,
    TableCell,
    Text,
    Timeline,
    Tree,
)
from briefing_app.export.characters import one_line

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~^$:=&@])")
_BLANKS = re.compile(r"  +")


def markdown(tree: Tree) -> tuple[bytes, tuple[str, ...]]:
    """The file's bytes in UTF-8; no warnings, since a text file needs no fonts."""
    head = f"# {_escaped(tree.title)}"
    mark = f"**{_escaped(tree.handling)}**" if tree.handling else ""
    parts = [head, mark, *map(_block, tree.front), *map(_block, tree.blocks)]
    parts += [f"[^{number}]: {_inlines(note.inlines)}" for number, note in enumerate(tree.notes, 1)]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return text.encode(), ()


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * min(6, block.level + 1)} {_inlines(block.inlines)}"
        case Paragraph():
            return _inlines(block.inlines)
        case Items():
            return "\n\n".join(_item(f"{number}. " if block.ordered else "- ", item) for number, item in enumerate(block.items, 1))
        case Quote():
            return _prefixed("\n\n".join(map(_block, block.blocks)), "> ")
        case Code():
            return _prefixed("\n".join(map(one_line, block.text.split("\n"))), "    ")
        case Rule():
            return "* * *"
        case Table():
            return _table(block)
        case Timeline():
            return "\n\n".join(part for group in block.groups for part in (_inlines(group.head), _lines(row.line for row in group.rows)))
        case Graph():
            return f"{_lines(block.steps)}\n\n{_escaped(block.caption)}"


def _lines(lines: Iterable[Inlines]) -> str:
    return "\n".join(f"-   {_inlines(line)}" for line in lines)


def _item(mark: str, blocks: Iterable[Block]) -> str:
    inside = _prefixed("\n\n".join(map(_block, blocks)), "    ")
    return mark.ljust(4) + inside[4:]


def _prefixed(text: str, prefix: str) -> str:
    return "\n".join((prefix + line).rstrip() if line or prefix != "    " else line for line in text.split("\n"))


def _table(table: Table) -> str:
    columns = len(table.widths)
    head = [_cell(cell) for cell in table.head] or [" "] * columns
    lines = [_row(head), _row(["---"] * columns)]
    for group in table.groups:
        if group.head:
            lines.append(_row([_cell(TableCell((group.head,))), *([" "] * (columns - 1))]) if columns else "")
        lines += [_row([_cell(cell) for cell in row]) for row in group.rows]
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: TableCell) -> str:
    return "<br>".join(_inlines(line).replace("  \n", "<br>") for line in cell.lines) or " "


def _inlines(inlines: Inlines) -> str:
    out: list[str] = []
    for inline in inlines:
        match inline:
            case Text():
                out.append(_text(inline))
            case Badge():
                out.append(f"**{inline.letter}**")
            case Cite():
                out.append(f"[^{inline.note + 1}]")
            case Break():
                out.append("  \n")
    return "".join(out).strip(" ")


def _text(run: Text) -> str:
    words = _escaped(run.words)
    core = words.strip()
    if not core:
        return words
    marks = ("**" if run.strong else "") + ("*" if run.emphasis else "")
    if run.address:
        core = f"[{core}](<{run.address.replace('>', '%3E').replace('<', '%3C')}>)"
    left, right = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{left}{marks}{core}{marks[::-1]}{right}"


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\1", _BLANKS.sub(" ", one_line(words)))
