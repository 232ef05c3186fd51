"""Words, stems and their background weights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.language import idf, pack_for


def test_possessives_and_initialisms() -> None:
    words = pack_for("en").words("The U.S. and US minister’s plans")
    assert [word.stem for word in words] == ["the", "u.s", "and", "u.s", "minist", "plan"]
    assert [word.text for word in words][-2] == "minister"


def test_numbers_lose_their_commas() -> None:
    assert [word.stem for word in pack_for("en").words("3,000 tons of 5G")] == ["3000", "ton", "of", "5g"]


def test_unspaced_scripts_give_bigrams() -> None:
    assert [word.text for word in pack_for("ja").words("市長は2026年")] == ["市長", "長は", "2026", "年"]


def test_common_words_weigh_less() -> None:
    assert idf("the", "en") < idf("minist", "en") < idf("zzyzxq", "en")
    assert idf("der", "de") < idf("zzyzxq", "de")
    assert idf("word", "xx") == idf("other", "xx")


def test_stop_words() -> None:
    assert pack_for("en").is_stop("The")
    assert not pack_for("en").is_stop("bridge")


@given(st.text(max_size=200), st.sampled_from(["en", "de", "ja", "ar", "und"]))
def test_words_stand_where_they_say(text: str, language: str) -> None:
    for word in pack_for(language).words(text):
        assert word.span.of(text) == word.text
        assert word.stem
