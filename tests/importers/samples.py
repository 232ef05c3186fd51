"""One small file of each format, rich in what the format can hold: what the importers' tests damage."""

from __future__ import annotations

import gzip
import io
import mailbox
import tempfile
import zipfile
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import docx
import typst

STORY = (
    "The ferry Sea Holly sails between Varnport and the islands again after the storm, the port authority said on Monday.",
    "Engineers had examined the steering gear for three days; “nothing speaks against it”, said Ann Lee, who heads the authority.",
    "About 340 passengers had to wait. The owner denied that the crew was tired.",
)

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry returns | The Harbour Post</title>
<meta property="og:title" content="Ferry returns"><meta property="og:site_name" content="The Harbour Post">
<meta name="DC.date" content="2026-03-02"><link rel="canonical" href="https://harbour.test/ferry">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry returns",
"datePublished": "2026-03-02T08:00:00+01:00", "author": [{{"@type": "Person", "name": "Ann Lee"}}],
"publisher": {{"@type": "Organization", "name": "The Harbour Post"}}}}</script><style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav><article><h1>Ferry returns</h1>
<p class="byline">By Ann Lee, 2 March 2026</p><p>{STORY[0]}</p><blockquote>{STORY[1]}</blockquote>
<figure><img src="x.png" alt="The ferry"><figcaption>The Sea Holly &amp; her crew. Photo: Lee</figcaption></figure>
<table><caption>Sailings</caption><tr><th>Day</th><th>Ships</th></tr><tr><td rowspan="2">Monday</td><td colspan="1">3</td></tr>
<tr><td>4</td></tr></table><ol start="3"><li>first<ul><li>inner</li></ul></li><li>second</li></ol><p>{STORY[2]}<br>It ends.</p></article>
<section id="comments"><h2>2 comments</h2><div class="comment"><b>Bo</b> 2 March 2026 at 10:15<p>At last!</p>
<div class="comment"><b>Cy</b> 3 hours ago<p>Too late for me.</p></div></div></section>
<footer>© 2026 The Harbour Post. <a href="javascript:void(0)">Cookies</a></footer></body></html>""".encode()

MARKDOWN = f"""---
title: Ferry returns
date: 2026-03-02
author: Ann Lee
tags: [sea, ferry]
---

# Ferry returns

{STORY[0]}

> {STORY[1]}

1. first
2. second [link](https://harbour.test)

| Day | Ships |
|---|---|
| Monday | 3 |

```
code
```
""".encode()

PLAIN = f"""Ferry returns

By Ann Lee
Friday 16 October

{STORY[0]}

Also in the news:
Storm over Lindow

{STORY[2]}

2 comments
Bo
17/10/2020 10:15
At last!
Cy says:
Too late.
Share on Facebook | Subscribe to our newsletter
""".encode("utf-16")

RTF = (
    rb"{\rtf1\ansi\ansicpg1251\uc1{\info{\title Ferry}{\author Ann Lee}}{\fonttbl{\f0\fcharset204 Arial;}}"
    rb"\f0 Ferry returns\par \b It sails\b0  again \u1055?\u-10179?\u-8704? on Monday \'e4 \{x\}\par\trowd\cellx100 a\cell b\cell\row"
    rb"{\*\generator x}{\pict\pngblip 89504e47}\bin3 abc The end.\par}"
)

FACTIVA = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE ppsArticleResponse><ppsArticleResponse><ppsarticle><article>'
    '<accessionNo>HARB000020260302em3200001</accessionNo><headline><para lang="en">Ferry returns</para></headline>'
    "<byline>By Ann Lee</byline><publicationDate><dateTime>2026-03-02T08:15:00Z</dateTime></publicationDate>"
    "<sourceName>The Harbour Post</sourceName><wordCount>355</wordCount>"
    f"<leadParagraph><paragraph>{STORY[0]}</paragraph></leadParagraph><tailParagraphs><paragraph>{STORY[1]}</paragraph></tailParagraphs>"
    "<baseLanguage>en</baseLanguage><copyright>(c) 2026 The Harbour Post</copyright></article></ppsarticle></ppsArticleResponse>"
).encode()

NEXIS = f"""

                               1 of 2 DOCUMENTS


                                The Harbour Post

                            March 2, 2026 Monday

Ferry returns to
the islands

BYLINE: By Ann Lee

LENGTH: 21 words

{STORY[0]}

LOAD-DATE: March 3, 2026

LANGUAGE: ENGLISH


                      Copyright 2026 The Harbour Post
                              All Rights Reserved

                               2 of 2 DOCUMENTS


                                  Lindow Daily

                            March 3, 2026 Tuesday

Storm over Lindow

LENGTH: 9 words

{STORY[2]}

LANGUAGE: ENGLISH
""".encode("latin-1", "replace")

FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour Post</title><language>en</language><item><title>Ferry &amp; crew return</title><link>https://harbour.test/ferry</link>
<guid isPermaLink="false">hp-1</guid><pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{STORY[0]}</p><p>It was away for a week.</p>]]></content:encoded></item>
<item><title>Second</title><guid>hp-2</guid><description>Only a summary.</description></item></channel></rss>""".encode()

JSON_FEED = f"""{{"version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Post", "items": [{{"id": "hp-1",
"url": "https://harbour.test/ferry", "title": "Ferry returns", "content_html": "<p>{STORY[0]}</p>", "date_published": "2026-03-02",
"authors": [{{"name": "Ann Lee"}}]}}, {{"id": 2, "content_text": "It sails."}}]}}""".encode()

MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://harbour.test/ferry
Subject: Ferry returns
Date: Mon, 2 Mar 2026 08:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable
Content-Location: https://harbour.test/ferry

<html><head><title>Ferry returns</title></head><body><p>The f=C3=A4hre sails again, =
the port said.</p><img src=3D"cid:x"></body></html>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://harbour.test/x.png

iVBORw0KGgo=
--b--
"""


def letter() -> EmailMessage:
    """A newsletter with several stories, as text and as HTML, and a letter inside it."""
    made = EmailMessage()
    made["From"] = "The Harbour Post <news@harbour.test>"
    made["To"] = "desk@lindow.test"
    made["Subject"] = "=?utf-8?q?F=C3=A4hre_f=C3=A4hrt?="
    made["Date"] = "Mon, 02 Mar 2026 08:00:00 +0100"
    made["Message-ID"] = "<1@harbour.test>"
    made.set_content("\n\n".join(STORY))
    stories = "".join(
        f"<h2>Story {n}</h2><p>{STORY[n % 3]}</p><p>{STORY[(n + 1) % 3]}</p><a href='https://x.test/{n}'>Read on</a>" for n in range(3)
    )
    made.add_alternative(f"<html><body>{stories}<p>Unsubscribe</p></body></html>", subtype="html")
    inner = EmailMessage()
    inner["Subject"] = "Forwarded"
    inner.set_content(STORY[2])
    made.add_attachment(inner)
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="x.pdf")
    return made


def _mbox() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "box")
        box = mailbox.mbox(path)
        box.add(letter())
        box.add(letter())
        box.close()
        return path.read_bytes()


def _docx() -> bytes:
    made = docx.Document()
    made.core_properties.title = "Ferry"
    made.core_properties.author = "Ann Lee"
    made.add_heading("Ferry returns", 1)
    made.add_paragraph(STORY[0])
    made.add_paragraph("first", style="List Bullet")
    table = made.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    made.add_paragraph(STORY[1])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _pdf() -> bytes:
    words = "\n\n".join(STORY)
    head = "#set page(header: [The Harbour Post], columns: 2)\n= Ferry returns\n"
    source = f"{head}{words}\n#table(columns: 2)[Day][Ships][Monday][3]\n#pagebreak()\n{words}"
    return bytes(typst.compile(source.encode(), format="pdf"))


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a/page.html", PAGE)
        made.writestr("a/pläin.txt", PLAIN)
        made.writestr("box.mbox", _mbox())
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as nested:
            nested.writestr("b.md", MARKDOWN)
        made.writestr("inner.zip", inner.getvalue())
    return out.getvalue()


@cache
def samples() -> dict[str, tuple[str, bytes]]:
    """The name of each format of the table, and a file of it: its name and its bytes."""
    return {
        "HTML page": ("page.html", PAGE),
        "Page saved as one file (MHTML)": ("page.mhtml", MHTML),
        "PDF with text": ("page.pdf", _pdf()),
        "E-mail": ("letter.eml", letter().as_bytes()),
        "Mailbox": ("box.mbox", _mbox()),
        "Word document": ("ferry.docx", _docx()),
        "Rich Text": ("ferry.rtf", RTF),
        "Factiva export": ("factiva.xml", FACTIVA),
        "Nexis export": ("nexis.txt", NEXIS),
        "RSS or Atom feed": ("feed.rss", FEED),
        "JSON Feed": ("feed.json", JSON_FEED),
        "ZIP archive": ("some.zip", _zip()),
        "File packed with gzip": ("page.html.gz", gzip.compress(PAGE, mtime=0)),
        "Markdown": ("ferry.md", MARKDOWN),
        "Plain text": ("ferry.txt", PLAIN),
    }
