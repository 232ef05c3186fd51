"""What both sides of a measurement of the window know: the program that takes it and the one that is measured, which loads little."""

from __future__ import annotations

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent.parent
LONG = 20_000
"""Code points of the long articles, one in ``LONG_EACH``: what "selection to painted article" is measured on."""
LONG_EACH = 500
