"""Bytes become text: marks, declarations, guesses, damage."""

from __future__ import annotations

import encodings.aliases
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.importers.encoding import decode, is_binary, tidy

GERMAN = "Die Brücke über die Elbe wird früher fertig, sagte die Bürgermeisterin. Für Fußgänger öffnet sie am Montag. " * 4
JAPANESE = "港は月曜日に再開した。市長は記者会見で、工事は予定より早く終わったと述べた。" * 8
RUSSIAN = "Порт снова открылся в понедельник, сообщила мэр города на пресс-конференции. Работы закончились раньше срока. " * 4


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_a_byte_order_mark_or_utf_8_decides(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)).text == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen(encoding: str) -> None:
    data = GERMAN.encode(encoding)
    assert not is_binary(data)
    assert decode(data).text == GERMAN


@pytest.mark.parametrize(
    ("text", "encoding"), [(GERMAN, "cp1252"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")]
)
def test_the_declared_charset_is_believed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), encoding).text == text


@pytest.mark.parametrize(("text", "encoding"), [(GERMAN, "cp1252"), (JAPANESE, "shift_jis"), (RUSSIAN, "cp1251")])
def test_without_a_declaration_the_bytes_are_weighed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("<title>Ü</title><p>Größe der Brücke</p>", "cp1252"),
        ("El alcalde dijo que mañana abrirá", "cp1252"),
        ("It’s open — at last", "cp1252"),
        ("Łódź otwiera port w poniedziałek, powiedział burmistrz.", "cp1250"),
        ("İstanbul'da köprü açıldı, başkan söyledi.", "cp1254"),
        ("Порт открылся", "cp1251"),
        ("港は月曜日に再開した。", "shift_jis"),
    ],
)
def test_a_few_signs_are_of_an_encoding_in_use(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "utf-8").text == text


def test_a_wrong_declaration_does_not_spoil_the_text() -> None:
    assert decode(GERMAN.encode(), "ascii-of-some-kind").text == GERMAN
    assert decode(GERMAN.encode("cp1252"), "utf-8").text == GERMAN


def test_latin_1_means_what_browsers_make_of_it() -> None:
    assert decode(b"It\x92s open \x97 at last", "iso-8859-1").text == "It’s open — at last"


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    data = GERMAN.encode()[:-1] + b"\xff."
    found = decode(data)
    assert found.encoding == "utf-8"
    assert found.text.startswith("Die Brücke")


def test_text_is_composed_with_plain_line_ends_and_no_control_characters() -> None:
    assert tidy("e\u0301a\r\nb\rc\x00\x07\ud800") == "éa\nb\nc\ufffd\ufffd\ufffd"


def test_towers_of_marks_are_split_so_that_normalising_ends() -> None:
    once = tidy("e" + "\u0316\u0301" * 50_000)
    assert len(once) > 100_000
    assert tidy(once) == once


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "shift_jis", "utf-7", "hex", "rot13", "nonsense", "utf-16"]))
def test_decoding_never_fails(data: bytes, declared: str | None) -> None:
    text = decode(data, declared).text
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    text.encode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE + "\n" + JAPANESE], ids=["Russian", "Japanese"])
def test_utf_16_without_a_mark_is_seen_in_other_scripts_too(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert not is_binary(data)
    assert decode(data).text == text


def test_zero_bytes_among_random_ones_stay_binary() -> None:
    assert is_binary(bytes((7 * i * i + i) % 251 for i in range(400)) * 4)
    assert is_binary(b"A plain report with one zero byte at its very end.\0")


@pytest.mark.parametrize("declared", sorted({*encodings.aliases.aliases.values(), "undefined", "idna", "punycode", "unicode_escape"}))
def test_no_declared_charset_makes_reading_fail(declared: str) -> None:
    decode(b"The ferry \\ud800 came back.\xff\x80 +2AA- ~{ \x1b$B", declared)


@pytest.mark.parametrize("declared", ["undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape"])
def test_what_is_no_charset_of_texts_is_not_believed(declared: str) -> None:
    assert decode(b"The ferry\\u0021 - came back", declared).text == "The ferry\\u0021 - came back"
