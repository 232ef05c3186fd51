"""The figures that the program reaches on its sample, told at the end of every test run that took them."""

from __future__ import annotations

import pytest

FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest) -> list[str]:
    """Lines to show at the end of the run."""
    return request.config.stash.setdefault(FIGURES, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the lines, when there are any."""
    lines = config.stash.get(FIGURES, [])
    if lines:
        terminalreporter.section("the program on its sample, against labels made by hand")
        for line in lines:
            terminalreporter.write_line(line)
