"""The words of a language stand with its cues: no other module of the comparison holds a list or a pattern of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

COMPARISON = Path(__file__).resolve().parents[2] / "briefing_app" / "comparison"
MODULES = [name for name in sorted(path.relative_to(COMPARISON).as_posix() for path in COMPARISON.rglob("*.py")) if name[:5] != "cues/"]
MOST = 2
"""Words that may stand together without being a list."""

OTHER_NAMES = {
    "alignment/agreement.py": "features",
    "alignment/features.py": "features",
    "alignment/likeness.py": "fields",
    "alignment/meeting.py": "traits and features",
    "alignment/scoring.py": "keys of a file",
    "compare.py": "fields",
    "disputes/filled.py": "what is told to the analyst",
    "disputes/numbers/counts.py": "outcomes, as the cues map words to them",
    "disputes/numbers/outcomes.py": "outcomes, as the cues map words to them",
    "disputes/times/clocks.py": "abbreviations of time zones, the same in every language",
    "omissions.py": "what is told to the analyst",
}
"""Module: what its names are, which are no words of a language."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"\\[a-zA-Z]|\(\?P<\w+>")
_MAKING = frozenset({"listed", "compile", "any_of"})
"""Calls that make words or a pattern of strings."""


def words_of(node: ast.AST) -> set[str]:
    """The words in the strings of an expression that are written in small letters."""
    strings = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str))
    return {word for string in strings for word in _WORD.findall(_CODE.sub(" ", string)) if word.islower()}


def lists_in(module: ast.Module) -> Iterator[tuple[int, set[str]]]:
    """The line and the words of each constant of the module, and of each collection of strings or pattern inside its functions."""
    for statement in module.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None and not _is_all(statement):
            yield statement.lineno, words_of(statement.value)
        for node in ast.walk(statement) if isinstance(statement, ast.FunctionDef | ast.ClassDef) else ():
            if isinstance(node, ast.Tuple | ast.List | ast.Set):
                yield node.lineno, words_of(ast.Tuple([one for one in node.elts if isinstance(one, ast.Constant)]))
            elif isinstance(node, ast.Call) and _name(node.func) in _MAKING:
                yield node.lineno, words_of(node)
            elif isinstance(node, ast.Attribute) and node.attr == "split" and isinstance(node.value, ast.Constant):
                yield node.lineno, words_of(node.value)


def _is_all(statement: ast.Assign | ast.AnnAssign) -> bool:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def found_in(module: str) -> list[str]:
    """Where a module holds more words together than may stand, each with its line."""
    tree = ast.parse((COMPARISON / module).read_text(encoding="utf-8"))
    return [f"{module}:{line}: {' '.join(sorted(words))}" for line, words in lists_in(tree) if len(words) > MOST]


@pytest.mark.parametrize("module", [module for module in MODULES if module not in OTHER_NAMES])
def test_no_list_of_words_beside_the_cues(module: str) -> None:
    assert found_in(module) == []


@pytest.mark.parametrize("module", OTHER_NAMES)
def test_every_exception_is_one(module: str) -> None:
    assert found_in(module)


@pytest.mark.parametrize(
    "source",
    [
        'A = listed("one two three")',
        'A = re.compile(r"\\b(?:one|two|three)\\b")',
        'A = frozenset({"one", "two", "three"})',
        'A = {"one": 1, "two": 2, "three": 3}',
        'def f(word):\n    return word in ("one", "two", "three")',
        'def f(word):\n    return word in listed("one two three")',
        'def f(word):\n    return word in "one two three".split()',
    ],
)
def test_a_list_of_words_is_seen(source: str) -> None:
    assert [words for _, words in lists_in(ast.parse(source)) if words == {"one", "two", "three"}]
