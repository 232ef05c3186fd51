"""The language of a text, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour was closed on Monday, and the ferries that should have left were held back by the storm.", "en"),
        ("Der Hafen wurde am Montag geschlossen, und die Fähren konnten wegen des Sturms nicht auslaufen.", "de"),
        ("Le port a été fermé lundi et les bateaux qui devaient partir sont restés à quai à cause de la tempête.", "fr"),
        ("El puerto fue cerrado el lunes y los barcos que debían salir no pudieron por la tormenta.", "es"),
        ("Порт был закрыт в понедельник, и паромы не вышли в море из-за шторма, как сообщили власти.", "ru"),
        ("港は月曜日に閉鎖され、フェリーは出航できなかった。", "ja"),
        ("港口星期一关闭，渡轮因风暴未能出海。", "zh"),
        ("أغلق الميناء يوم الاثنين ولم تتمكن العبارات من المغادرة بسبب العاصفة.", "ar"),
        ("항구는 월요일에 폐쇄되었고 여객선은 출항하지 못했다.", "ko"),
    ],
)
def test_detects(text: str, code: str) -> None:
    found, confidence = detect(text)
    assert found == code
    assert 0.3 < confidence <= 1


@pytest.mark.parametrize("text", ["", "12345 67890", "xk qq", "Huawei"])
def test_unclear_is_nothing(text: str) -> None:
    assert detect(text) == ("und", 0.0)


@given(st.text(max_size=200))
def test_never_fails(text: str) -> None:
    code, confidence = detect(text)
    assert code
    assert 0 <= confidence <= 1
