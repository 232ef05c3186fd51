"""The document tree as one HTML page that needs nothing else: its style is inside, and it loads and runs nothing."""

from __future__ import annotations

from itertools import count

from briefing_app.briefing import wording
from briefing_app.briefing.tree import (
    Badge,
    Block,
    Break,
    Cite,
    Code,
    Graph,
    Heading,
    Inline,
    Inlines,
    Items,
    Paragraph,
    ParagraphKind,
    Quote,
    Rule,
    Table,
    TableCell,
    TableGroup,
    Text,
    TimeGroup,
    Timeline,
    Tree,
    Voice,
)
from briefing_app.export.characters import has_right_to_left, language_of, one_line, runs_right_to_left
from briefing_app.export.drawing import drawn
from briefing_app.export.markup import NOTHING, Markup, characters, element, joined
from briefing_app.paths import resource

HUES = 8
"""Sources that have a hue of their own; the letters of others are drawn plain."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing but its own style."""

_VOICES = {Voice.INFERRED: "inferred", Voice.UNKNOWN: "unknown", Voice.MUTED: "muted"}


def html(tree: Tree) -> tuple[bytes, tuple[str, ...]]:
    """The page's bytes in UTF-8; no warnings, since the reader's own fonts show it."""
    page = element("html", _head(tree), _Page(tree).body(), lang=tree.language or None)
    return f"<!DOCTYPE html>\n{page}\n".encode(), ()


def _head(tree: Tree) -> Markup:
    style = resource("html", "briefing.css").read_text(encoding="utf-8")
    return element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", characters(one_line(tree.title))),
        element("style", Markup(style)),
    )


class _Page:
    """Writes one tree; counts headings, and which footnotes have been cited already."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._numbers = count(1)
        self._cited: set[int] = set()
        self._sources = {block.source for block in tree.blocks if isinstance(block, Heading) and block.source}

    def body(self) -> Markup:
        """The whole page below its head."""
        tree = self._tree
        mark = element("p", characters(one_line(tree.handling)), class_="mark") if tree.handling else NOTHING
        title = element("h1", characters(one_line(tree.title)), dir="auto")
        front = self._blocks(tree.front)
        main = element("main", *map(self._top, tree.blocks))
        notes = [self._note(number, note.inlines) for number, note in enumerate(tree.notes)]
        listed = element("section", element("h2", characters("Notes"), id="notes"), element("ol", *notes), class_="notes")
        return element("body", mark, element("header", title, front), self._contents(), main, listed if notes else NOTHING, mark)

    def _contents(self) -> Markup:
        headings = [block for block in self._tree.blocks if isinstance(block, Heading)]
        if len(headings) < 2:
            return NOTHING
        entries = [
            element("li", element("a", characters(one_line(wording.plain(heading.inlines))), href=f"#h{number}"))
            for number, heading in enumerate(headings, 1)
            if heading.level == 1
        ]
        return element("nav", element("h2", characters("Contents")), element("ul", *entries), aria_label="Contents")

    def _note(self, number: int, inlines: Inlines) -> Markup:
        back = element("a", characters("↩"), href=f"#cite{number + 1}", aria_label=f"Back to citation {number + 1}")
        return element("li", self._inlines(inlines), characters(" "), back, id=f"note{number + 1}", dir="auto")

    def _top(self, block: Block) -> Markup:
        return self._heading(block, f"h{next(self._numbers)}") if isinstance(block, Heading) else self._block(block)

    def _heading(self, block: Heading, name: str | None = None) -> Markup:
        anchor = element("span", id=f"source-{block.source}") if block.source else NOTHING
        inside = joined(anchor, self._inlines(block.inlines, linked=False))
        return element(f"h{min(6, block.level + 1)}", inside, id=name, dir=_direction("", (block.inlines,)))

    def _blocks(self, blocks: tuple[Block, ...]) -> Markup:
        return joined(*map(self._block, blocks))

    def _block(self, block: Block) -> Markup:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                kind = None if block.kind is ParagraphKind.PROSE else block.kind.value
                return element("p", self._inlines(block.inlines), class_=kind, dir=_direction(block.language, (block.inlines,)))
            case Items():
                return element("ol" if block.ordered else "ul", *(element("li", self._blocks(item)) for item in block.items))
            case Quote():
                return element("blockquote", self._blocks(block.blocks), class_=block.tint.value if block.tint else None)
            case Code():
                lines = "\n".join(map(one_line, block.text.split("\n")))
                return element("pre", element("code", characters(lines)))
            case Rule():
                return Markup("<hr>")
            case Table():
                return element("div", self._table(block), class_="table", tabindex="0", role="region", aria_label="Table")
            case Timeline():
                groups = (self._time_group(group) for group in block.groups)
                ends = element("p", element("span", characters(block.first)), element("span", characters(block.last)), class_="ends")
                return element("div", ends, *groups, class_="time")
            case Graph():
                caption = element("figcaption", characters(block.caption))
                return element("figure", drawn(block), caption)

    def _time_group(self, group: TimeGroup) -> Markup:
        rows = []
        for row in group.rows:
            bar = NOTHING
            if row.start is not None and row.end is not None:
                hue = f"rank{row.rank}" if row.rank < HUES else "plain"
                place = f"margin-left: {100 * row.start:.2f}%; width: {100 * (row.end - row.start):.2f}%"
                bar = element("div", element("div", class_=hue, style=place), class_="bar")
            rows.append(element("li", self._inlines(row.line), bar))
        return joined(element("p", self._inlines(group.head)), element("ul", *rows))

    def _table(self, table: Table) -> Markup:
        columns = "".join(f'<col style="width: {100 * width:.2f}%">' for width in table.widths)
        cells = [element("th", self._lines(cell), scope="col", **_spoken(cell)) for cell in table.head]
        head = element("thead", element("tr", *cells)) if cells else NOTHING
        groups = (self._group(group, len(table.widths)) for group in table.groups)
        return element("table", element("colgroup", Markup(columns)), head, *groups)

    def _group(self, group: TableGroup, columns: int) -> Markup:
        rows = [self._row(row) for row in group.rows]
        if group.head:
            status = f"group {group.status.value}" if group.status else "group"
            title = element("th", self._inlines(group.head), scope="rowgroup", colspan=str(columns), class_=status)
            rows.insert(0, element("tr", title))
        return element("tbody", *rows)

    def _row(self, row: tuple[TableCell, ...]) -> Markup:
        first, *rest = row
        cells = [element("td", self._lines(cell), class_="silent" if cell.silent else None, **_spoken(cell)) for cell in rest]
        return element("tr", element("th", self._lines(first), scope="row", **_spoken(first)), *cells)

    def _lines(self, cell: TableCell) -> Markup:
        return joined(*(element("p", self._inlines(line)) for line in cell.lines))

    def _inlines(self, inlines: Inlines, *, linked: bool = True) -> Markup:
        made: list[Markup] = []
        before: Inline | None = None
        for inline in inlines:
            match inline:
                case Text():
                    made.append(_text(inline))
                case Badge():
                    made.append(self._badge(inline, linked=linked))
                case Break():
                    made.append(Markup("<br>"))
                case Cite():
                    comma = element("sup", characters(",")) if isinstance(before, Cite) else NOTHING
                    made.append(joined(comma, self._cite(inline.note)))
            before = inline
        return joined(*made)

    def _badge(self, badge: Badge, *, linked: bool) -> Markup:
        look = f"badge {f'rank{badge.rank}' if badge.rank < HUES else 'plain'}"
        if linked and str(badge.letter) in self._sources:
            return element("a", characters(str(badge.letter)), href=f"#source-{badge.letter}", class_=look)
        return element("span", characters(str(badge.letter)), class_=look)

    def _cite(self, note: int) -> Markup:
        first = note not in self._cited
        self._cited.add(note)
        name = f"cite{note + 1}" if first else None
        return element("sup", element("a", characters(str(note + 1)), href=f"#note{note + 1}", id=name, aria_label=f"Note {note + 1}"))


def _text(run: Text) -> Markup:
    made = joined(*_with_breaks(run.words))
    language, region = language_of(run.language)
    told = {"lang": "-".join(filter(None, (language, region))) or None, "class_": _VOICES.get(run.voice)}
    if has_right_to_left(run.words):
        made = element("bdi", made, **told)
    elif any(told.values()):
        made = element("span", made, **told)
    for name, wanted in (("code", run.code), ("em", run.emphasis), ("strong", run.strong)):
        made = element(name, made) if wanted else made
    return element("a", made, href=one_line(run.address), rel="noopener noreferrer") if run.address else made


def _with_breaks(words: str) -> list[Markup]:
    made: list[Markup] = []
    for line in words.split("\n"):
        made += [Markup("<br>"), characters(one_line(line))] if made else [characters(one_line(line))]
    return made


def _direction(code: str, lines: tuple[Inlines, ...]) -> str | None:
    return "rtl" if runs_right_to_left(code, lines) else None


def _spoken(cell: TableCell) -> dict[str, str | None]:
    language, region = language_of(cell.language)
    return {"lang": "-".join(filter(None, (language, region))) or None, "dir": _direction(cell.language, cell.lines)}
