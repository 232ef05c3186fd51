"""Pages saved as one file: the page, its address, and the moment of saving, which is no day of publication."""

from __future__ import annotations

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.importers.formats import format_of

SAVED = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://harbour.test/ferry
Subject: Ferry returns
Date: Mon, 2 Mar 2026 08:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://harbour.test/ferry

<html><head><title>Ferry returns</title></head><body><p>The f=C3=A4hre sails again.</p></body></html>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://harbour.test/x.png

iVBORw0KGgo=
--b--
"""


def test_a_saved_page_is_no_mail() -> None:
    assert format_of(SAVED, "x.mhtml")[0].name == "Page saved as one file (MHTML)"
    (found,) = read(SAVED, "x")
    assert found.text == "The fähre sails again."
    assert found.hint("saved:url") == "https://harbour.test/ferry"
    assert found.captured_at is not None
    assert found.captured_at.isoformat() == "2026-03-02T08:00:00+01:00"
    assert not any(hint.name.startswith("mail:") for hint in found.hints)
    document = clean(found, "x")
    assert not document.date.known
    assert document.title.value == "Ferry returns"
