"""The word diff covers both texts whole and says equal only of what is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.anchoring import StepKind, text_diff, word_diff

WORDS = st.lists(st.sampled_from(["will", "cannot", "join", "12,000", "don’t", "don't", "日本", "é", "—", "\n"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_the_steps_cover_both_texts(a: str, b: str) -> None:
    steps = word_diff(a, b)
    assert "".join(step.a.of(a) for step in steps) == a
    assert "".join(step.b.of(b) for step in steps) == b
    for step in steps:
        match step.kind:
            case StepKind.EQUAL:
                assert "".join(step.a.of(a).replace("’", "'").split()) == "".join(step.b.of(b).replace("’", "'").split())
            case StepKind.DELETED:
                assert step.a
                assert not step.b
            case StepKind.INSERTED:
                assert step.b
                assert not step.a


def test_a_changed_word() -> None:
    a, b = "Japan told them it cannot join.", "Japan told them it will not join."
    steps = [(step.kind, step.a.of(a), step.b.of(b)) for step in word_diff(a, b)]
    assert steps == [
        (StepKind.EQUAL, "Japan told them it ", "Japan told them it "),
        (StepKind.DELETED, "cannot", ""),
        (StepKind.INSERTED, "", "will not"),
        (StepKind.EQUAL, " join.", " join."),
    ]


def test_texts_that_are_alike_or_empty() -> None:
    assert word_diff("", "") == []
    assert [step.kind for step in word_diff("one two", "one two")] == [StepKind.EQUAL]
    assert [step.kind for step in word_diff("", "one")] == [StepKind.INSERTED]


@given(st.text(alphabet="ab \n.", max_size=60), st.text(alphabet="ab \n.", max_size=60))
def test_the_diff_of_articles_covers_both_texts(a: str, b: str) -> None:
    steps = text_diff(a, b)
    assert "".join(step.a.of(a) for step in steps) == a
    assert "".join(step.b.of(b) for step in steps) == b


def test_changed_words_side_by_side_are_one_step() -> None:
    a, b = "One.\nNobody was hurt.", "One.\nTwo people were hurt."
    changed = [(step.a.of(a), step.b.of(b)) for step in text_diff(a, b) if step.kind is not StepKind.EQUAL]
    assert changed == [("Nobody was", ""), ("", "Two people were")]
