"""Pages as small grey pictures, and how far two of them are from each other whatever smoothed their edges."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from briefing_app.briefing.tree import Tree
from briefing_app.export import preview
from briefing_app.model.briefing import Paper
from tests.export.trees import beside, every_block, hostile

FOLDER = Path(__file__).parent / "pictures"
WIDTH_PX = 340
CELL_PX = 6
"""Edges are smoothed within a pixel or two; the mean of so many hides it, and shows a line that moved."""

Grey = NDArray[np.float64]


def trees() -> dict[str, Tree]:
    """What is pictured: every kind of block on A4, three sources side by side, and words that try to act as markup on Letter."""
    return {"blocks": every_block(), "beside": beside(), "markup": replace(hostile(), paper=Paper.LETTER, handling="For the desk only")}


def pictures() -> dict[str, QImage]:
    """Every page of every tree as it is typeset now, by its name."""
    found = {}
    for name, tree in trees().items():
        for number, page in enumerate(preview(tree, WIDTH_PX).pages, 1):
            found[f"{name}-{number}"] = QImage.fromData(page).convertToFormat(QImage.Format.Format_Grayscale8)
    return found


def cells(picture: QImage) -> Grey:
    """The mean grey of each cell, 0 to 255."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), dtype=np.uint8).reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()]
    down, across = grey.height() // CELL_PX, grey.width() // CELL_PX
    cut = rows[: down * CELL_PX, : across * CELL_PX].astype(np.float64)
    means: Grey = cut.reshape(down, CELL_PX, across, CELL_PX).mean(axis=(1, 3))
    return means


def differing(one: QImage, other: QImage, most: float = 30.0) -> float:
    """The share of cells whose grey differs by more than ``most``; 1 when the pictures have another size."""
    if one.size() != other.size():
        return 1.0
    return float((np.abs(cells(one) - cells(other)) > most).mean())
