"""Reading an article: every finding lies where it says, whatever the text is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.language import read
from briefing_app.model.findings import Findings
from tests.factories import document

_PIECES = st.sampled_from(
    """
    Ada Okafor|the mayor|said|that|,|.|“|”|"|‘|’|the bridge is safe|according to|citing|and|who|—|;|:|(|)|reportedly|
    on Monday|about 30 percent|
    3,000-ton|
    $5 million|Oct. 3, 2019|saying|she|they|was quoted as saying|?|«|»|ist|港は|。|told reporters|denied|Mr.|U.S.|'|''|…
    """.replace("\n    ", "").split("|")
)


def check(findings: Findings, text: str) -> None:
    reached = 0
    for sentence in findings.sentences:
        assert reached <= sentence.span.start < sentence.span.end <= len(text)
        reached = sentence.span.end
        assert sentence.clauses
        edge = sentence.span.start
        for clause in sentence.clauses:
            assert sentence.span.holds(clause)
            assert clause.start >= edge
            assert len(clause) > 0
            edge = clause.end
        left = list(text[sentence.span.start : sentence.span.end])
        for clause in sentence.clauses:
            for place in range(clause.start, clause.end):
                left[place - sentence.span.start] = " "
        assert not any(char.isalnum() for char in left)
    for found in (*findings.quotations, *findings.attributions, *findings.names, *findings.numbers, *findings.dates):
        assert len(found.span) > 0
        assert found.span.end <= len(text)
    for listed in (findings.quotations, findings.names, findings.numbers, findings.dates):
        starts = [found.span.start for found in listed]
        assert starts == sorted(starts)


@given(st.lists(_PIECES, max_size=40), st.sampled_from(["en", "de", "fr", "ja", "und"]))
@settings(max_examples=150, deadline=None)
def test_findings_of_news_like_text(pieces: list[str], language: str) -> None:
    made = document("A title of it", " ".join(pieces), language=language)
    check(read(made), made.text)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_findings_of_any_text(text: str) -> None:
    made = document(None, text, language=None)
    check(read(made), made.text)


def test_an_empty_article() -> None:
    assert read(document(None, "", language=None)).sentences == ()
