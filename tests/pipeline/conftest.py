"""Three short articles as files: two about a ferry, one about something else."""

from __future__ import annotations

from pathlib import Path

import pytest

FERRY_ONE = """Ferry to Lund Island stops after engine fire

The ferry between Varnport and Lund Island will not sail before Friday, the Varnport Harbour Authority said on Tuesday.

A fire in the engine room of the Sea Holly on Monday night injured two members of the crew, the authority said.

"We regret that the islanders must wait," said harbour master Ingrid Solheim.

The authority will hire a second ship if the repair takes longer than a week.
"""
FERRY_TWO = """Two crew hurt as Lund Island ferry burns

Two members of the crew were injured when a fire broke out in the engine room of the Sea Holly on Monday night.

The Varnport Harbour Authority said on Tuesday that the ferry to Lund Island will not sail before Friday.

"We regret that the islanders must wait," harbour master Ingrid Solheim told the Varnport Courier.

Three passengers were treated for smoke, a nurse on the island said.
"""
ORCHARD = """Apple growers in Kessel Valley expect a poor harvest

Frost in April killed most of the blossom, the growers' union said.

Prices of cider may double by autumn, according to the union's chairman Pavel Orlik.
"""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with the three files."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, words in {"ferry-1.txt": FERRY_ONE, "ferry-2.txt": FERRY_TWO, "orchard.txt": ORCHARD}.items():
        (folder / name).write_text(words, encoding="utf-8")
    return folder
