"""Rebuilds the README's pictures from the sample, without a screen: ``python packaging/pictures.py``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from briefing_app.app import picture  # noqa: E402
from briefing_app.model.annotation import Tint  # noqa: E402
from briefing_app.model.article import Article  # noqa: E402
from briefing_app.model.edit import PutAnnotation  # noqa: E402
from briefing_app.model.span import Span  # noqa: E402
from briefing_app.pipeline import Workbench  # noqa: E402
from briefing_app.ui.session.reading import new_annotation  # noqa: E402
from briefing_app.ui.theme import COLOURS, Colours  # noqa: E402

OUT = CHECKOUT / "packaging" / "gallery"
MOST_BYTES = 150_000
LETTER_INK = 0x111111
HEADLINE = "water minister denies"
"""The article that is read, and whose event is compared and briefed on."""
NOTES = (
    (
        "asked Norvane to put off filling the Kestle reservoir",
        Tint.SUN,
        "**She denies the request**\n\nTwo officials told the Courier that she made it.",
    ),
    ("requested a pause until October", Tint.ROSE, "**Against her account**\n\nThe Courier, from two officials."),
    ("if spring rainfall stays", Tint.LEAF, "**A condition**\n\nNot in the Courier."),
)


def main() -> int:
    """Import the sample, write notes to one article, take the pictures."""
    argparse.ArgumentParser(description="Take the README's pictures of the window anew.").parse_args()
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        bench = Workbench.open(library)
        bench.import_paths([CHECKOUT / "resources" / "sample" / "articles"], lambda _progress: None).future.result()
        bench.catch_up(lambda _progress: None).future.result()
        row = next(row for row in bench.library.rows() if HEADLINE in row.headline)
        article = bench.library.article(row.id)
        bench.close()
        for name, options in {
            "library-light": {"pane": "library"},
            "compare-light": {"pane": "compare"},
            "briefing-light": {"pane": "briefing"},
            "compare-dark": {"pane": "compare", "theme": "dark"},
            "texts-dark": {"pane": "compare", "theme": "dark", "level": 2},
            "words-light": {"pane": "compare", "level": 3},
            "search-light": {"pane": "library", "query": "Sundholt", "lines": True},
        }.items():
            take(library, name, article, **options)
        bench = Workbench.open(library)
        annotate(bench, article)
        bench.close()
        take(library, "reader-dark", article, pane="library", theme="dark", sidebar=False)
    return 0


def annotate(bench: Workbench, article: Article) -> None:
    """Write the notes whose words stand in the article."""
    for words, tint, note in NOTES:
        start = article.text.find(words)
        if start >= 0:
            bench.library.apply(PutAnnotation(replace(new_annotation(article, Span(start, start + len(words)), tint), note=note)))


def take(library: Path, name: str, article: Article, **options: object) -> None:
    """One picture, in as many colours as a palette holds so that it stays small."""
    out = OUT / f"{name}.png"
    picture(library, out, article=article.id, **options)  # type: ignore[arg-type]
    few_colours(QImage(str(out))).save(str(out), "PNG", 0)
    size = out.stat().st_size
    print(f"{out.relative_to(CHECKOUT)}  {size:,} bytes")
    if size > MOST_BYTES:
        raise SystemExit(f"{out.name} is larger than {MOST_BYTES:,} bytes")


def own_colours() -> list[int]:
    """The colours of the themes: a small mark keeps its own, however few pixels it has."""
    named = (value for theme in COLOURS.values() for value in named_in(theme))
    return [LETTER_INK, *(int(value[1:], 16) for value in named)]


def named_in(theme: Colours) -> list[str]:
    """A theme's colours, those of tints and bars too."""
    values = (value for name, value in theme._asdict().items() if name != "dark")
    return [name for value in values for name in (value.values() if isinstance(value, dict) else (value,))]


def few_colours(image: QImage) -> QImage:
    """The picture in 256 colours, every other pixel in the nearest of them: those of the themes, then the most frequent."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), dtype=np.uint32) & 0xFFFFFF
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(np.where(np.isin(colours, own_colours()), pixels.size, counts))[::-1][:256]]
    parts = [np.stack([values >> 16, values >> 8 & 255, values & 255], axis=1).astype(np.int32) for values in (colours, kept)]
    nearest = np.concatenate([((some[:, None] - parts[1]) ** 2).sum(axis=2).argmin(axis=1) for some in np.array_split(parts[0], 64)])
    data = nearest[places].astype(np.uint8).tobytes()
    made = QImage(data, plain.width(), plain.height(), plain.width(), QImage.Format.Format_Indexed8)
    made.setColorTable([int(value) | 0xFF000000 for value in kept])
    return made.copy()


if __name__ == "__main__":
    sys.exit(main())
