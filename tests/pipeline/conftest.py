"""Three short articles as files: two about a ferry, one about something else."""

from __future__ import annotations

from email.message import EmailMessage
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
    return write_stories(tmp_path / "stories")


def write_stories(folder: Path) -> Path:
    """Make the folder with the three files."""
    folder.mkdir()
    for name, words in {"ferry-1.txt": FERRY_ONE, "ferry-2.txt": FERRY_TWO, "orchard.txt": ORCHARD}.items():
        (folder / name).write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    """A file of 61 articles, which keeps the parser and the writer busy for a while."""
    mail = EmailMessage()
    mail["Subject"] = "Digest"
    mail.set_content("The stories of the day.")
    for number in range(60):
        inner = EmailMessage()
        inner["Subject"] = f"Story {number}"
        inner.set_content(f"Ship {number} waited outside Lund Point for nine days.\n\n" * 40)
        mail.add_attachment(inner)
    file = tmp_path / "digest.eml"
    file.write_bytes(mail.as_bytes())
    return file
