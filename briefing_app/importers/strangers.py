"""What is known to hold no article that is read, and what it is, for the reason shown."""

from __future__ import annotations

import re

from briefing_app.importers.xml_root import root_name, xml_head
from briefing_app.model.errors import ImportSkipped, SkipCode

# First bytes of things that are no article text.
_FIRST_BYTES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Office document (DOC, XLS, MSG)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"WARC/", "a web archive (WARC)"),
    (b"filedesc://", "a web archive (ARC)"),
    (b"SQLite format 3", "a database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"TY  - ", "a list of references (RIS)"),
)

# First elements of XML that is no page and no feed.
_ROOTS = {
    "opml": "a list of feeds (OPML), which holds no articles",
    "newsitem": "NewsML, which is not read",
    "newsmessage": "NewsML, which is not read",
    "newsml": "NewsML, which is not read",
    "packageitem": "NewsML, which is not read",
    "conceptitem": "NewsML, which is not read",
    "knowledgeitem": "NewsML, which is not read",
    "planningitem": "NewsML, which is not read",
    "nitf": "NITF, which is not read",
    "rdf": "RDF, which is not read",
    "catalogitem": "NewsML, which is not read",
    "mods": "a list of references (MODS), which holds no articles",
    "modscollection": "a list of references (MODS), which holds no articles",
}
_PAGE_ROOTS = frozenset(
    re.findall(r"\w+", "html head body div p article section main span table h1 h2 h3 ul ol meta title link script center font a")
)
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(\{\s*"|\[\s*[\[{"])')
_NINJS = re.compile(rb'"(?:body_x?html|body_text|body_xhtml|versioncreated|renditions|bodies|headlines)"\s*:')


def refuse(data: bytes, name: str) -> None:
    """Raise ImportSkipped for what cannot hold an article, whatever its name."""
    for magic, what in _FIRST_BYTES:
        if data.startswith(magic):
            code = SkipCode.UNKNOWN_FORMAT if magic.isascii() and magic.decode().isprintable() else SkipCode.BINARY
            raise ImportSkipped(name, code, f"The file is {what}, which is not read.")
    if what := _other_xml(data):
        raise ImportSkipped(name, SkipCode.UNKNOWN_FORMAT, f"The file is {what}.")
    if _JSON.match(data) and data.rstrip().endswith((b"}", b"]")):
        kind = "ninjs (news in JSON)" if _NINJS.search(data) else "JSON"
        raise ImportSkipped(name, SkipCode.UNKNOWN_FORMAT, f"The file is {kind}, which is not read.")


def _other_xml(data: bytes) -> str:
    """What XML it is whose first element is none of HTML's; empty for pages and for text."""
    root = root_name(data)
    if not root or root in _PAGE_ROOTS:
        return ""
    head = xml_head(data)
    if root in _ROOTS:
        return _ROOTS[root]
    whole = data.rstrip().lower().endswith(f"</{root}>".encode())
    marked = whole or head.lstrip()[:5].lower() == "<?xml" or "xmlns" in head[:4096] or re.match(r"\s*<[\w.-]+:", head) is not None
    return "XML of a kind that is not read" if marked else ""
