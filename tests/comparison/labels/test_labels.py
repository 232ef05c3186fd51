"""What sources call one thing, on own articles: the same thing under other words is found, other things are kept apart."""

from __future__ import annotations

from briefing_app.comparison.labels import labels_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from tests.factories import article


def labels(*texts: str) -> dict[str, list[list[str]]]:
    """Thing -> for each article the forms that it uses."""
    articles = [article(number, None, *text.split("\n")) for number, text in enumerate(texts, 1)]
    found = labels_of(Study(articles, [read(one.document) for one in articles]))
    return {
        label.thing: [[" ".join(p.span.of(one.text).split()) for p in label.names if p.article == one.id] for one in articles]
        for label in found
    }


def test_a_leader_here_is_a_dictator_there() -> None:
    found = labels(
        "Norvane's elected leader Pavo Lind met the press. Norvane's elected leader was calm.",
        "The Norvane dictator Pavo Lind met the press. Lind was calm.",
    )

    assert found["Pavo Lind"] == [
        ["Norvane's elected leader Pavo Lind", "Norvane's elected leader"],
        ["The Norvane dictator Pavo Lind", "Lind"],
    ]


def test_a_role_that_two_people_hold_names_neither() -> None:
    found = labels(
        "The foreign minister Ada Holm met the foreign minister Pavo Lind. The foreign minister was calm.",
        "The envoy of Lund Ada Holm met the press.",
    )

    assert all("The foreign minister" not in forms for columns in found.values() for forms in columns)


def test_near_nouns_that_one_name_narrows_are_one_thing() -> None:
    found = labels("The plan bars Chinese firms from Lund.", "The plan bars Chinese companies from Lund.")

    assert [["Chinese firms"], ["Chinese companies"]] in found.values()


def test_nouns_of_one_subject_are_not_one_thing() -> None:
    assert not labels("The Democratic candidate lost in Lund.", "The Democratic primary is in May.")


def test_a_president_is_not_the_president() -> None:
    found = labels("President Ada Holm spoke in Lund. A president must speak.", "Ada Holm, the head of the town, spoke.")

    assert all("A president" not in forms for columns in found.values() for forms in columns)


def test_what_is_of_others_stays_apart() -> None:
    assert not labels("The plan bars Chinese firms from Lund.", "The plan bars Danish companies from Lund.")


def test_saying_less_is_no_other_name() -> None:
    assert not labels("The foreign minister Ada Holm met the press.", "The minister Ada Holm met the press.")


def test_one_source_alone_has_no_labels() -> None:
    assert not labels("The Norvane dictator Pavo Lind met the press.", "A goat was lost in Celle.")


def test_a_mixed_kind_of_test_is_no_bridge_between_two_kinds() -> None:
    found = labels(
        "The nuclear tests were watched. The nuclear missile tests were watched.",
        "The missile tests were heard. The last missile tests were heard.",
    )

    assert not any("The nuclear tests" in a and "The missile tests" in b for a, b in found.values())
