"""The graph of sourcing as SVG, for formats that show it."""

from __future__ import annotations

from collections import Counter
from textwrap import wrap

from briefing_app.briefing.tree import Graph
from briefing_app.briefing.wording import plain
from briefing_app.export.characters import one_line
from briefing_app.export.markup import Markup, characters, element, joined
from briefing_app.model.sourcing import SourceNode

WIDTH, ROW, MARGIN = 720.0, 60.0, 14.0
"""The drawing's width, the height that a node takes, and what is left free at the sides, in user units."""

_LETTERS, _LINES, _LINE = 20, 2, 13.0
"""A name's letters in a line, its lines, and the height of one."""


def drawn(block: Graph) -> Markup:
    """The whole graph; its title tells every step in words."""
    rows = max(Counter(node.depth for node in block.graph.nodes).values())
    height = max(2, rows) * ROW
    spots = [_spot(node, block.graph.depth, height) for node in block.graph.nodes]
    paths = []
    for edge in block.graph.edges:
        (ax, ay), (bx, by) = spots[edge.a], spots[edge.b]
        middle = (ax + bx) / 2
        way = f"M{ax:.1f} {ay:.1f} C{middle:.1f} {ay:.1f} {middle:.1f} {by:.1f} {bx:.1f} {by:.1f}"
        paths.append(element("path", d=way, fill="none", stroke="#5F5F59", stroke_dasharray="4 4" if edge.inferred else None))
    nodes = [_node(node, block, *spot) for node, spot in zip(block.graph.nodes, spots, strict=True)]
    title = element("title", characters(one_line("; ".join(plain(step) for step in block.steps))))
    box = f"0 0 {WIDTH:.0f} {height:.0f}"
    return element("svg", title, *paths, *nodes, viewBox=box, width=f"{WIDTH:.0f}", role="img", font_size="11")


def _spot(node: SourceNode, depth: int, height: float) -> tuple[float, float]:
    return MARGIN + (WIDTH - 2 * MARGIN) * node.depth / max(1, depth), height * node.order


def _node(node: SourceNode, block: Graph, x: float, y: float) -> Markup:
    if node.place is not None:
        letter = element("text", characters(str(block.letters[node.place].letter)), x=f"{x:.1f}", y=f"{y + 4:.1f}", text_anchor="middle")
        plate = element("rect", x=f"{x - 10:.1f}", y=f"{y - 9:.1f}", width="20", height="18", rx="3", fill="#FFFFFF", stroke="#1D1D1B")
        return joined(plate, letter)
    dot = element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="5", fill="#1D1D1B" if node.depth == 0 else "#FFFFFF", stroke="#1D1D1B")
    lines = wrap(one_line(node.name), _LETTERS)
    lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]}…"] if len(lines) > _LINES else lines
    anchor = "start" if node.depth == 0 else "middle"
    left = x - 5 if node.depth == 0 else x
    names = [
        element("text", characters(line), x=f"{left:.1f}", y=f"{y + 18 + _LINE * at:.1f}", text_anchor=anchor, fill="#1D1D1B")
        for at, line in enumerate(lines)
    ]
    return joined(dot, *names)
