"""Every form of a query as an example made of the open library's own words, with what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from briefing_app.model.search import Specimens


@dataclass(frozen=True, slots=True)
class Example:
    """A query, what it finds in words, and under which head it stands. ``count``: how many articles it finds, None: not counted yet."""

    head: str
    query: str
    meaning: str
    count: int | None = None


def examples(of: Specimens) -> tuple[Example, ...]:
    """All forms of the query language, in the order of the page."""
    return tuple(Example(head(), query, meaning) for head, rows in _PAGE for query, meaning in rows(of))


def _words(of: Specimens) -> list[tuple[str, str]]:
    a, b = of.word, of.other
    return [
        (a, _tr("The word with any ending, in capitals or not")),
        (f"{a} {b}", _tr("Both words, in any order")),
        (f'"{of.phrase}"', _tr("The words side by side")),
        (f"{a} OR {b}", _tr("Either word, or both")),
        (f"{a} NOT {b}", _tr("One word without the other; -word does the same")),
        (f"({a} OR {b}) date:{of.month}", _tr("Brackets hold together what belongs together")),
        (f"{a[:4]}*", _tr("Words that begin so")),
        (f"{a[:2]}?{a[3:]}", _tr("One letter unknown; with * any letters")),
        (f"{a[:3]}{a[4:]}~", _tr("Words written like it, up to two letters other")),
        (f"/{a[:3]}.*{a[-1]}/", _tr("Words that match a pattern (a regular expression)")),
    ]


def _near(of: Specimens) -> list[tuple[str, str]]:
    a, b = of.word, of.other
    return [
        (f"{a} w/5 {b}", _tr("At most five words apart; near5 does the same")),
        (f"{a} adj3 {b}", _tr("At most three words apart, in this order")),
        (f"{a} same {b}", _tr("In one paragraph")),
        (f"atleast3 {a}", _tr("At least three times in the article")),
    ]


def _where(of: Specimens) -> list[tuple[str, str]]:
    a = of.word
    return [
        (f"title:{a}", _tr("In the title; body: is standfirst and text")),
        (f"in:comments {a}", _tr("In the readers’ comments; in:boilerplate is page furniture")),
        (f"in:anywhere {a}", _tr("Anywhere on the page")),
        (f"in:notes {a}", _tr("Your notes instead of articles; in:briefings alike")),
        (f"source:{_quoted(of.source)}", _tr("From a source")),
        ("by:reuters", _tr("From an author or agency; agency: from an agency only")),
        (f"lang:{of.language}", _tr("In a language")),
    ]


def _when(of: Specimens) -> list[tuple[str, str]]:
    year = of.month[:4]
    return [
        (f"date:{of.month}", _tr("Of a year, month or day: 2020, 2020-10, 2020-10-16")),
        (f"date:>{of.month}-01", _tr("After a day; < >= <= work alike")),
        (f"date:{int(year) - 2}..{year}", _tr("From one to the other; one of the two may be missing")),
        ("is:undated", _tr("Of which no date is known")),
    ]


def _yours(of: Specimens) -> list[tuple[str, str]]:
    return [
        (f"tag:{_quoted(of.tag)}", _tr("With a tag of yours; a tag may end in *")),
        (f"note:{of.word}", _tr("With words in your notes on it")),
        (f"case:{_quoted(of.case)}", _tr("Filed in a case")),
        (f"event:{of.event}", _tr("Of an event, by its number or words of its title")),
        ("is:unread", _tr("Not read yet; is:read is:starred")),
        ("has:note", _tr("With a note")),
    ]


def _told(of: Specimens) -> list[tuple[str, str]]:
    return [
        (f"said-by:{_quoted(of.person)}", _tr("In which somebody speaks or is cited")),
        (f"via:{_quoted(of.person)}", _tr("Which rests on somebody, at first or second hand")),
        (f'quote:"{of.phrase}"', _tr("With these words in a quotation")),
        ("like:a1", _tr("Which share telling words with an article; Shift+K on the article does it")),
        ("has:conflict", _tr("Of an event whose sources contradict each other")),
        ("has:copy", _tr("Of which there is a copy, or which is one")),
        (f"only-in:{_quoted(of.source)}", _tr("With a claim that only this source makes")),
    ]


_PAGE: tuple[tuple[Callable[[], str], Callable[[Specimens], list[tuple[str, str]]]], ...] = (
    (lambda: _tr("Words"), _words),
    (lambda: _tr("Words near each other"), _near),
    (lambda: _tr("Where, and from whom"), _where),
    (lambda: _tr("When"), _when),
    (lambda: _tr("What you have noted"), _yours),
    (lambda: _tr("What was found out"), _told),
)


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words


def _tr(words: str) -> str:
    return QCoreApplication.translate("search guide", words)
