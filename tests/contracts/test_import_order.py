"""Packages are loaded before their parts, so that two threads that load at once never wait for each other.

Python loads a part under the part's lock and the package inside of it. When the package loads that very part meanwhile on another thread,
each waits for the other; Python gives one of them a half loaded package, and a name in it is missing. A window loads its panes while the
workers' code is loaded beside it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ON_THREADS = ("ui", "pipeline", "library")
"""Whose code loads packages while a window is open."""
LOADED_FIRST = ("briefing_app.library", "briefing_app.pipeline", "briefing_app.ui")
"""The window is made of them: they stand before there is a second thread."""


def test_no_part_is_loaded_before_its_package(checkout: Path) -> None:
    package = checkout / "briefing_app"
    loading = {name_of(file.parent, checkout) for file in package.rglob("__init__.py") if loads_parts(file, checkout)}
    assert "briefing_app.briefing" in loading
    late = frozenset(owner for owner in loading if owner != "briefing_app" and not owner.startswith(LOADED_FIRST))
    found = [
        f"{file.relative_to(checkout)}:{line} loads {part} before {owner}"
        for folder in ON_THREADS
        for file in sorted((package / folder).rglob("*.py"))
        for scope in scopes(ast.parse(file.read_text(encoding="utf-8")))
        for line, part, owner in early(scope, late)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("from briefing_app.briefing.tree import Tree", [(1, "briefing_app.briefing.tree", "briefing_app.briefing")]),
        ("from briefing_app.briefing import Tree\nfrom briefing_app.briefing.tree import Block", []),
        ("from briefing_app import briefing\nfrom briefing_app.briefing.tree import Block", []),
        ("if TYPE_CHECKING:\n    from briefing_app.briefing.tree import Block", []),
    ],
)
def test_what_counts_as_early(source: str, told: list[tuple[int, str, str]]) -> None:
    assert list(early(ast.parse(source), frozenset({"briefing_app.briefing"}))) == told


def name_of(folder: Path, checkout: Path) -> str:
    """The package in a folder, dotted."""
    return ".".join(folder.relative_to(checkout).parts)


def loads_parts(file: Path, checkout: Path) -> bool:
    """Whether a package loads parts of its own as soon as it is loaded."""
    own = name_of(file.parent, checkout)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{own}.") for node in tree.body)


def scopes(tree: ast.Module) -> Iterator[ast.AST]:
    """The file and each function in it: what is loaded together."""
    yield tree
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def early(scope: ast.AST, loading: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """Line, part and package where a part is loaded in a scope and its package, one of ``loading``, has not been loaded before."""
    loaded: set[str] = set()
    for node in getattr(scope, "body", []):
        if not isinstance(node, ast.ImportFrom) or node.module is None:
            continue
        steps = node.module.split(".")
        owners = [".".join(steps[:length]) for length in range(1, len(steps))]
        yield from ((node.lineno, node.module, owner) for owner in owners if owner in loading and owner not in loaded)
        loaded |= {node.module, *owners, *(f"{node.module}.{one.name}" for one in node.names)}
