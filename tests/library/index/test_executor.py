"""What the index finds equals what a plain reading of every article finds, for any query."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.library import Library, patience
from briefing_app.library.articles import Due
from briefing_app.library.index import executor
from briefing_app.library.index.index import Asked, Index
from briefing_app.library.index.tree import (
    And,
    AtLeast,
    Dated,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Same,
    Wild,
    Word,
)
from briefing_app.model.article import Article
from briefing_app.model.errors import QueryMistake, SearchStopped
from tests.factories import article, document

WORDS = ("harbour", "harvest", "ferry", "strike", "fern", "pier", "sun", "海", "port")
_shuffle = random.Random(7)


def no_sets(_: object) -> tuple[int, ...]:
    return ()


def made(number: int) -> Article:
    day = date(2020, 1, 1 + number) if number % 4 else None
    title = " ".join(_shuffle.choices(WORDS[:4], k=2))
    paragraphs = [" ".join(_shuffle.choices(WORDS, k=_shuffle.randint(1, 5))) for _ in range(2)]
    return article(number, title, *paragraphs, day=day, source=_shuffle.choice(("Ferry Post", "Sun Mail")))


ARTICLES = [made(number) for number in range(1, 29)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    built = Index(tmp_path_factory.mktemp("index"))
    for start in range(0, len(ARTICLES), 9):  # several segments
        batch = [Due(found, found.id, found.id) for found in ARTICLES[start : start + 9]]
        built.extend(batch, built.position(), lambda: False)
    yield built
    built.close()


def runs(found: Article, field: Field) -> list[list[str]]:
    """The words of each piece of the field; no phrase reaches from one piece into the next."""
    title, *paragraphs = (zone.span.of(found.text).split() for zone in found.document.zones)
    source = (found.document.source.value or "").lower().split()
    return {Field.TITLE: [title], Field.BODY: paragraphs, Field.SOURCE: [source]}.get(field, [title, *paragraphs])


def answers(found: Article, node: Node) -> bool:
    match node:
        case And(parts):
            return all(answers(found, part) for part in parts)
        case Or(parts):
            return any(answers(found, part) for part in parts)
        case Not(part):
            return not answers(found, part)
        case Word(_, form, field):
            return any(form in run for run in runs(found, field))
        case Prefix(_, form, field):
            return any(word.startswith(form) for run in runs(found, field) for word in run)
        case Phrase(_, forms, field):
            return any(tuple(run[i : i + len(forms)]) == forms for run in runs(found, field) for i in range(len(run)))
        case Dated(_, first, last):
            day = found.document.date.value.first if found.document.date.value else None
            return day is not None and (first is None or first <= day) and (last is None or day <= last)
        case Wild(_, form, field):
            return any(fnmatchcase(word, form) for run in runs(found, field) for word in run)
        case Pattern(text, field):
            return any(re.fullmatch(text, word) for run in runs(found, field) for word in run)
        case Fuzzy(_, form, distance, field):
            return any(edits(word, form) <= distance for run in runs(found, field) for word in run)
        case AtLeast(count, part):
            return len(places(found, part)) >= count
        case Near(left, right, distance, ordered):
            return bool(near(found, Near(left, right, distance, ordered)))
        case Same(left, right):
            return bool({paragraph(found, *at) for at in places(found, left)} & {paragraph(found, *at) for at in places(found, right)})
    raise AssertionError(node)


def places(found: Article, node: Node) -> list[tuple[str, int]]:
    """Zone and place of every word that answers; each paragraph stands between two places of its own."""
    if isinstance(node, Near):
        return near(found, node)
    if isinstance(node, Or):
        return sorted({place for part in node.parts for place in places(found, part)})
    assert isinstance(node, Word | Wild | Prefix)
    title, *paragraphs = (zone.span.of(found.text).split() for zone in found.document.zones)
    listed, at = [("title", place + 1, word) for place, word in enumerate(title)], 1
    for words in paragraphs:
        listed += [("body", at + place, word) for place, word in enumerate(words)]
        at += len(words) + 2
    shape = node.form + "*" * isinstance(node, Prefix)
    return [(zone, place) for zone, place, word in listed if fnmatchcase(word, shape)]


def near(found: Article, node: Near) -> list[tuple[str, int]]:
    """The places of both sides, wherever each has the other near."""
    pairs = [((zone, a), (other, b)) for zone, a in places(found, node.left) for other, b in places(found, node.right) if zone == other]
    gaps = [(pair, pair[1][1] - pair[0][1]) for pair in pairs]
    return sorted({place for pair, gap in gaps if 0 < (gap if node.ordered else abs(gap)) <= node.distance for place in pair})


def paragraph(found: Article, zone: str, place: int) -> int:
    if zone == "title":
        return -1
    lengths = [len(zone.span.of(found.text).split()) + 2 for zone in found.document.zones[1:]]
    return next(at for at in range(len(lengths)) if place < sum(lengths[: at + 1]))


def edits(a: str, b: str) -> int:
    """Damerau and Levenshtein's distance, in its restricted form."""
    rows = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


FIELDS = st.sampled_from([Field.STORY, Field.TITLE, Field.BODY, Field.SOURCE, Field.ANYWHERE])
DAYS = st.dates(date(2019, 12, 25), date(2020, 2, 5))
LEAVES = (
    st.builds(lambda word, field: Word(word, word, field), st.sampled_from(WORDS), FIELDS)
    | st.builds(
        lambda start, field: Prefix(start, start, field),
        st.sampled_from(["har", "harv", "harve", "harvests", "fer", "s", "zz", "海"]),
        FIELDS,
    )
    | st.builds(
        lambda words, field: Phrase(" ".join(words), tuple(words), field),
        st.lists(st.sampled_from(WORDS[:7]), min_size=2, max_size=3),
        FIELDS,
    )
    | st.builds(lambda a, b: Dated("", min(a, b), max(a, b)), DAYS, DAYS)
    | st.builds(lambda a, first: Dated("", a if first else None, None if first else a), DAYS, st.booleans())
)
SHAPES = st.builds(
    lambda shape, field: Wild(shape, shape, field), st.sampled_from(["f*y", "?ern", "har*e*", "*r", "s??*", "*x*", "*e*r*"]), FIELDS
)
SPOKEN = st.builds(lambda word: Word(word, word, Field.STORY), st.sampled_from(WORDS[:7])) | SHAPES.map(
    lambda node: replace(node, field=Field.STORY)
)
CHOICES = st.lists(SPOKEN, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))
DISTANCES = st.integers(1, 6) | st.sampled_from([100, 1_000])
PLACED = (
    SHAPES
    | st.builds(lambda text, field: Pattern(text, field), st.sampled_from(["f.*y", "(fern|sun)", "har[a-z]+", r"\w{4}", "x*"]), FIELDS)
    | st.builds(
        lambda text, distance, field: Fuzzy(text, text, distance, field),
        st.sampled_from(["fery", "habrour", "strikes", "prit"]),
        st.integers(1, 2),
        FIELDS,
    )
    | st.builds(Near, SPOKEN | CHOICES, SPOKEN | CHOICES, DISTANCES, st.booleans())
    | st.builds(Near, st.builds(Near, SPOKEN, SPOKEN, DISTANCES, st.booleans()), SPOKEN, DISTANCES, st.booleans())
    | st.builds(Same, SPOKEN, SPOKEN)
    | st.builds(AtLeast, st.integers(1, 4), SPOKEN | CHOICES | st.builds(Near, SPOKEN, SPOKEN, DISTANCES, st.booleans()))
)
TREES = st.recursive(
    LEAVES,
    lambda nodes: (
        st.builds(lambda parts: And(tuple(parts)), st.lists(nodes, min_size=2, max_size=3))
        | st.builds(lambda parts: Or(tuple(parts)), st.lists(nodes, min_size=2, max_size=3))
        | st.builds(Not, nodes)
    ),
    max_leaves=6,
)


EVERYTHING = st.recursive(
    LEAVES | PLACED,
    lambda nodes: (
        st.builds(lambda parts: And(tuple(parts)), st.lists(nodes, min_size=2, max_size=3))
        | st.builds(lambda parts: Or(tuple(parts)), st.lists(nodes, min_size=2, max_size=3))
        | st.builds(Not, nodes)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(node=EVERYTHING, many=st.sampled_from([0, 65_536]))
def test_the_index_finds_what_a_plain_reading_finds(index: Index, node: Node, many: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(executor, "_MANY", many)  # from how many documents on the first places are looked at first
        patch.setattr(executor, "_FIRST", 1)
        found = index.find(Asked(node, ""), no_sets)
    assert found.position == ARTICLES[-1].id
    assert sorted(found.numbers.tolist()) == [one.id for one in ARTICLES if answers(one, node)]


def test_a_long_chain_of_frequent_words_takes_only_a_moment(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_LONGEST_S", 0.0)
    assert len(index.find(index.ask("harbour w/5 ferry"), no_sets).numbers)
    with pytest.raises(QueryMistake, match="side by side"):
        index.find(index.ask("harbour w/5 ferry same fern"), no_sets)


def test_a_search_is_called_off_between_two_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "_AT_ONCE", 1)
    asked = iter(range(1_000_000))
    with closing(Library.open(tmp_path)) as library:
        for i in range(30):
            library.add(document(f"Number {i}", "The ferry came back to the harbour."), str(i).encode(), f"{i}.txt")
        library.index_pending()
        for query in ("ferry w/5 harbour", '"the ferry"'):
            first = next(asked)
            with pytest.raises(SearchStopped):
                library.search(query, should_stop=lambda first=first: next(asked) > first + 10)
            assert next(asked) < first + 15
        assert library.search("ferry w/5 harbour", should_stop=lambda: False).total == 30


@pytest.mark.parametrize("query", ["*er*y", "/.*rr./", "fer?y", "harbuor~", "ferry same harbour", "atleast2 fer*"])
def test_a_pattern_is_called_off_before_its_time_is_over(tmp_path: Path, query: str) -> None:
    with closing(Library.open(tmp_path)) as library:
        words = " ".join(f"ferry{i:04}y" for i in range(2_000))
        library.add(document("Ferry", f"The ferry came back to the harbour. {words}"), b"1", "1.txt")
        library.index_pending()
        asked = iter(range(1_000_000))
        with pytest.raises(SearchStopped):
            library.search(query, should_stop=lambda: next(asked) >= 2)
        assert next(asked) < 6
        assert library.search(query).total == 1


def test_all_that_is_asked_of_a_query_can_be_called_off(tmp_path: Path) -> None:
    with closing(Library.open(tmp_path)) as library:
        library.add(document("Ferry", "The ferry came back to the harbour."), b"1", "1.txt")
        library.index_pending()
        for ask in (library.search, library.concordance, library.facets, library.advice, library.search_writings):
            with pytest.raises(SearchStopped):
                ask("ferry w/5 harbour", should_stop=lambda: True)
