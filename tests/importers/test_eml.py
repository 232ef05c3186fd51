"""Mails: the better body, hints, digests, damage."""

from __future__ import annotations

import contextlib
import time
from email.message import EmailMessage
from itertools import islice

import pytest

from briefing_app.importers import read
from briefing_app.model.errors import ImportSkipped


def mail(subject: str, text: str | None, page: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Harbour Post <news@harbour.test>"
    message["To"] = "reader@quay.test"
    message["Subject"] = subject
    message["Date"] = "Mon, 02 Mar 2026 08:15:00 +0100"
    message["Message-ID"] = "<1@harbour.test>"
    if text is not None:
        message.set_content(text)
    if page is not None:
        message.add_alternative(page, subtype="html")
    return message


def test_the_page_is_taken_when_there_is_text_in_it() -> None:
    page = "<html><body><h1>Fähre</h1><p>Sie fährt wieder.</p></body></html>"
    (found,) = read(mail("Fähre", "plain words", page).as_bytes(), "a.eml")
    assert found.text == "Fähre\n\nSie fährt wieder."
    assert found.part == ""


def test_the_plain_part_is_taken_when_the_page_is_a_shell() -> None:
    (found,) = read(mail("Ferry", "The ferry sails again.", "<html><body><img src=x></body></html>").as_bytes(), "a.eml")
    assert found.text.strip() == "The ferry sails again."


def test_the_header_gives_hints() -> None:
    (found,) = read(mail("Fähre fährt wieder", "The ferry sails again.").as_bytes(), "a.eml")
    assert found.hint("mail:subject") == "Fähre fährt wieder"
    assert found.hint("mail:from") == "Harbour Post <news@harbour.test>"
    assert found.hint("mail:sent") == "2026-03-02T08:15:00+01:00"


def test_a_digest_gives_each_mail_as_a_part() -> None:
    digest = mail("Digest", "Two stories today.")
    for subject, text in (("One", "The first story."), ("Two", "The second story.")):
        digest.add_attachment(mail(subject, text))
    found = list(read(digest.as_bytes(), "d.eml"))
    assert [(raw.part, raw.hint("mail:subject"), raw.text.strip()) for raw in found] == [
        ("1", "Digest", "Two stories today."),
        ("2", "One", "The first story."),
        ("3", "Two", "The second story."),
    ]


def test_attached_files_are_no_text() -> None:
    message = mail("Ferry", "The ferry sails again.")
    message.add_attachment("other words", filename="notes.txt")
    (found,) = read(message.as_bytes(), "a.eml")
    assert found.text.strip() == "The ferry sails again."


def test_a_page_saved_as_mhtml_is_read() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbour.test/f\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\n\r\n<html><body><p>The ferry sails again.</p></body></html>\r\n--b--\r\n"
    )
    (found,) = read(data, "f.mhtml")
    assert found.text == "The ferry sails again."
    assert found.hint("saved:url") == "https://harbour.test/f"


@pytest.mark.parametrize("cut", range(20, 900, 40))
def test_a_truncated_mail_gives_what_is_left_or_is_skipped(cut: int) -> None:
    data = mail("Ferry", "The ferry sails again.", "<html><body><p>The ferry sails again.</p></body></html>").as_bytes()
    with contextlib.suppress(ImportSkipped):
        assert all(raw.text for raw in read(data[:cut], "a.eml"))


def test_broken_headers_and_charsets_do_no_harm() -> None:
    data = (
        b"From: =?x-nonsense?Q?=FF=FE?= <a@b.test>\r\nSubject: =?utf-8?B?////?=\r\nDate: yesterday\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=no-such-charset\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhlIGZlcnJ5IHNhaWxz"
    )
    (found,) = read(data, "a.eml")
    assert found.text == "The ferry sails"
    assert found.hint("mail:sent") is None


@pytest.mark.parametrize(
    "header",
    ["From: " + "a@b.test, " * 100_000, "From: " + "(" * 100_000, "Subject: " + "=?utf-8?q?a?= " * 50_000, "From: " + "<" * 100_000],
    ids=["addresses", "brackets", "encoded words", "angles"],
)
def test_headers_that_choke_their_parser_cost_little(header: str) -> None:
    started = time.process_time()
    (found,) = read(f"{header}\nMessage-ID: <1@a.test>\nMIME-Version: 1.0\n\nThe ferry came back.\n".encode(), "a.eml")
    assert found.text.strip() == "The ferry came back."
    assert time.process_time() - started < 5


def _digest(count: int) -> bytes:
    one = "--b\nContent-Type: message/rfc822\n\nFrom: a@b.test\nSubject: x\n\nThe ferry came back.\n"
    return f"From: a@b.test\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=b\n\n{one * count}--b--\n".encode()


def test_mails_beyond_the_most_are_told_not_dropped() -> None:
    assert len(list(read(_digest(150), "a.eml"))) == 150
    found = read(_digest(1500), "a.eml")
    assert len(list(islice(found, 400))) == 400
    with pytest.raises(ImportSkipped, match="more than"):
        list(found)


def test_a_text_nested_too_deeply_is_told() -> None:
    levels = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(40))
    data = f"From: a@b.test\nMIME-Version: 1.0\n{levels}Content-Type: text/plain\n\nThe ferry came back.\n".encode()
    with pytest.raises(ImportSkipped, match="deep"):
        list(read(data, "a.eml"))
