"""Builds resources/comparison/wordnet/meanings.npz: a vector for each English stem, near for stems of near meaning, out of WordNet 3.0.

    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wn
    python packaging/build_meanings.py wn/usr/share/wordnet        (needs scipy)

Two stems are counted together where they stand in one synset: among its words, in its gloss, or in those of the synsets that it points to.
The counts become positive pointwise mutual information (contexts smoothed by .75, Levy and Goldberg 2015) and, by a truncated singular
value decomposition, vectors of length 1, kept as whole numbers from -127 to 127.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import numpy as np
import snowballstemmer
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

OUT = Path(__file__).resolve().parent.parent / "resources" / "comparison" / "wordnet" / "meanings.npz"
FOLLOWED = {"@", "+", "&", "$", "*", ">", "\\", ";c"}  # broader, derived, similar, group, entails, causes, pertains, topic
MEMBER, GLOSS, FAR_MEMBER, FAR_GLOSS = 3.0, 1.0, 1.5, 0.3
GLOSS_WORDS = 8  # of a synset that is pointed to
SMOOTHING = 0.75
LEAST, MOST, WIDTH = 8.0, 12_000, 80

Synset = tuple[list[str], list[str], list[str]]  # its words, its gloss, the keys of the synsets that it points to


def synsets(folder: Path) -> dict[str, Synset]:
    """Every synset by part of speech and offset, words as stems."""
    stem = cache(snowballstemmer.stemmer("english").stemWord)

    def stems(text: str) -> list[str]:
        return [stem(word) for word in re.findall("[a-z]+", text)]

    found: dict[str, Synset] = {}
    for name in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            head, _, gloss = line.partition(" | ")
            fields = head.split()
            count = int(fields[3], 16)
            members = " ".join(word.split("(")[0] for word in fields[4 : 4 + 2 * count : 2])
            at = 4 + 2 * count
            pointers = [fields[i : i + 3] for i in range(at + 1, at + 1 + 4 * int(fields[at]), 4)]
            others = [part.replace("s", "a") + offset for symbol, offset, part in pointers if symbol in FOLLOWED]
            found[fields[2].replace("s", "a") + fields[0]] = stems(members.lower()), stems(gloss.lower()), others
    return found


def bags(found: dict[str, Synset]) -> Iterator[Mapping[str, float]]:
    """The weighted stems of each synset and its neighbours."""
    for members, gloss, others in found.values():
        bag: defaultdict[str, float] = defaultdict(float)
        near = [(members, MEMBER), (gloss, GLOSS)]
        for other in others:
            near += [(found[other][0], FAR_MEMBER), (found[other][1][:GLOSS_WORDS], FAR_GLOSS)]
        for stems, weight in near:
            for stem in stems:
                bag[stem] += weight
        yield bag


def vectors(some: list[Mapping[str, float]]) -> tuple[list[str], NDArray[np.float32]]:
    """The stems that are counted most, and their vectors."""
    totals: defaultdict[str, float] = defaultdict(float)
    for bag in some:
        for word, weight in bag.items():
            totals[word] += weight
    words = sorted(word for word in sorted(totals, key=lambda word: -totals[word])[:MOST] if totals[word] >= LEAST and len(word) > 1)
    place = {word: row for row, word in enumerate(words)}
    cells = [(place[word], column, weight**0.5) for column, bag in enumerate(some) for word, weight in bag.items() if word in place]
    rows, columns, weights = (np.array(x) for x in zip(*cells, strict=True))
    held = csr_matrix((weights.astype(np.float32), (rows, columns)), shape=(len(words), len(some)))
    counts = (held @ held.T).tocsr()
    counts.setdiag(counts.diagonal() * 0.5)
    counts = counts.tocoo()
    own = np.asarray(counts.sum(axis=1)).ravel()
    context = own**SMOOTHING
    information = np.log(counts.data * context.sum() / (own[counts.row] * context[counts.col]))
    kept = information > 0
    table = csr_matrix((information[kept].astype(np.float32), (counts.row[kept], counts.col[kept])), shape=counts.shape)
    left, strength, _ = svds(table, k=WIDTH, v0=np.ones(len(words), dtype=np.float32))
    out = left * np.sqrt(strength)
    return words, out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def main() -> None:
    """Write the table."""
    words, rows = vectors(list(bags(synsets(Path(sys.argv[1])))))
    whole = np.clip(np.round(rows * 127), -127, 127).astype(np.int8)
    np.savez_compressed(OUT, stems=np.frombuffer("\n".join(words).encode("ascii"), dtype=np.uint8), vectors=whole)
    print(f"{len(words)} stems, {OUT.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
