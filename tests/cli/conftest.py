"""The command line in this process, with real workers around it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefing_app import cli

BRIDGE_ONE = """Bridge at Osterby closed after crack is found

The road bridge at Osterby was closed on Wednesday after inspectors found a crack in a main girder, the county said.

"Nobody was in danger at any time," said county engineer Marta Lindqvist.

Repairs will take six weeks, according to the county.
"""
BRIDGE_TWO = """Osterby bridge shut for weeks

Inspectors found a crack in a main girder of the Osterby road bridge, and the county closed it on Wednesday.

Repairs will take two months, a spokesman of the builders said.

County engineer Marta Lindqvist said that nobody was in danger at any time.
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the JSON document that it is."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line; no window is there to be opened."""

    def command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        try:
            code = cli.main([str(argument) for argument in arguments], lambda library: 0 if library else 3)
        except SystemExit as end:  # argparse ends the program itself
            code = int(end.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles about a bridge."""
    folder = tmp_path_factory.mktemp("stories")
    (folder / "bridge-1.txt").write_text(BRIDGE_ONE, encoding="utf-8")
    (folder / "bridge-2.txt").write_text(BRIDGE_TWO, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, stories: Path) -> Path:
    """A library that holds them."""
    folder = tmp_path_factory.mktemp("made") / "library"
    assert cli.main(["import", str(stories), "--library", str(folder)], lambda _: 3) == 0
    return folder
