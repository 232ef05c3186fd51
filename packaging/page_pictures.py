"""Takes the reference pictures of typeset pages anew: ``python packaging/page_pictures.py``. Look at each before it is kept."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage  # noqa: E402

from tests.export.page_pictures import FOLDER, differing, pictures  # noqa: E402


def main() -> int:
    """Write every page; say which are other than before, and remove those of pages that are no more."""
    argparse.ArgumentParser(description="Take the reference pictures of typeset pages anew and say which differ.").parse_args()
    FOLDER.mkdir(exist_ok=True)
    now = pictures()
    for old in FOLDER.glob("*.png"):
        if old.stem not in now:
            old.unlink()
    for name, picture in now.items():
        path = FOLDER / f"{name}.png"
        share = differing(picture, QImage(str(path))) if path.exists() else 1.0
        if share:
            picture.save(str(path), "PNG", 0)
        print(f"{path.relative_to(CHECKOUT)}  {share:.2%} of it differs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
