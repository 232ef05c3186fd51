"""How far two articles bring a bill, a deal or an accused, on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

CONTEXT = "The harbour of Kolm was closed on Monday."


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "President Okafor said he will support the harbour bill.", "Okafor signs harbour bill in Kolm.", id="to be passed, signed"
        ),
        pytest.param(
            "The Senate is to debate the harbour bill on Friday.",
            "The Senate and the House passed the harbour bill.",
            id="to be debated, passed",
        ),
        pytest.param(
            "A man from Kolm has been arrested over the harbour fire.",
            "A man from Kolm was charged over the harbour fire.",
            id="arrested, charged",
        ),
        pytest.param(
            "President Okafor has decided to sign the harbour bill.",
            "President Okafor broke with her party, signing the harbour legislation.",
            id="decided, signing",
        ),
        pytest.param(
            "President Okafor plans to sign the harbour bill.",
            "By signing the harbour bill, President Okafor broke with her party.",
            id="planned, by signing",
        ),
        pytest.param("The two cities are to negotiate a harbour deal.", "The two cities signed the harbour deal.", id="negotiated, signed"),
    ],
)
def test_one_article_is_further(a: str, b: str) -> None:
    found = [one for one in disputes(CONTEXT, a, b) if one.kind is DifferenceKind.STAGE]
    assert [one.why.count("further") for one in found] == [1]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The Senate passed the harbour bill.", "The House approved the harbour bill.", id="as far"),
        pytest.param("The Senate is to debate the harbour bill.", "The tax bill was signed in Kolm.", id="another bill"),
        pytest.param("The Senate is to debate the harbour bill.", "The president never signed the harbour bill.", id="not done"),
        pytest.param(
            "A man from Kolm has been arrested on charges of arson over the harbour fire.",
            "A man from Kolm was charged over the harbour fire.",
            id="arrested on charges",
        ),
        pytest.param(
            "President Okafor plans to sign the harbour bill.",
            "President Okafor wants a party, signing the harbour bill in Kolm.",
            id="signing when",
        ),
        pytest.param("The Senate is to debate the harbour bill.", "An earlier harbour bill was signed in 2015.", id="at another time"),
        pytest.param(
            "The Senate is to debate the harbour bill. Later the president signed the harbour bill.",
            "The president signed the harbour bill.",
            id="both come to the end",
        ),
    ],
)
def test_none_is_further(a: str, b: str) -> None:
    assert [one for one in disputes(CONTEXT, a, b) if "further" in one.why] == []
