"""The document tree as a Word file (ISO/IEC 29500), with real headings, footnotes, lists, table heads, languages and page numbers."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC

from briefing_app.briefing import wording
from briefing_app.briefing.tree import Heading, Tree
from briefing_app.export.characters import one_line
from briefing_app.export.docx_body import Body, paragraph, run
from briefing_app.export.docx_parts import NAMESPACES, Part, Parts
from briefing_app.export.markup import NOTHING, Markup, characters, element, joined
from briefing_app.paths import resource

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date that every entry of the package carries: the first that a zip file can hold, so that the same briefing gives the same bytes."""

_A4 = {"w__w": "11906", "w__h": "16838"}
_MARGINS = {
    "w__top": "1531",
    "w__right": "1361",
    "w__bottom": "1361",
    "w__left": "1361",
    "w__header": "709",
    "w__footer": "709",
    "w__gutter": "0",
}
_LEVELS = 9
_INDENT = 340
"""Twentieths of a point that a list's level is set in."""


def docx(tree: Tree) -> tuple[bytes, tuple[str, ...]]:
    """The file's bytes; no warnings, since Word substitutes fonts itself."""
    parts = Parts()
    body = Body(tree, parts)
    document = _document(tree, body)
    notes = _footnotes(tree, body)
    entries = {
        "[Content_Types].xml": _shipped("content-types.xml"),
        "_rels/.rels": _shipped("package.rels"),
        "docProps/core.xml": _core(tree),
        "word/document.xml": document,
        "word/styles.xml": _shipped("styles.xml"),
        "word/settings.xml": _shipped("settings.xml"),
        "word/numbering.xml": _numbering(body),
        "word/footnotes.xml": notes,
        "word/header.xml": _header(tree),
        "word/footer.xml": _footer(),
        "word/_rels/document.xml.rels": parts.relationships(Part.DOCUMENT),
        "word/_rels/footnotes.xml.rels": parts.relationships(Part.FOOTNOTES),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in entries.items():
            package.writestr(zipfile.ZipInfo(name, _EARLIEST), text.encode(), zipfile.ZIP_DEFLATED)
    return made.getvalue(), ()


def _shipped(name: str) -> str:
    return resource("docx", name).read_text(encoding="utf-8")


def _whole(name: str, *inside: Markup) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{element(name, *inside, **NAMESPACES)}'


def _document(tree: Tree, body: Body) -> str:
    title = paragraph(run(tree.title), style="Title")
    front = body.blocks(tree.front)
    page_break = paragraph(element("w:r", element("w:br", w__type="page")))
    section = element(
        "w:sectPr",
        element("w:headerReference", w__type="default", r__id="rIdHeader"),
        element("w:footerReference", w__type="default", r__id="rIdFooter"),
        element("w:pgSz", **_A4),
        element("w:pgMar", **_MARGINS),
    )
    main = body.blocks(tree.blocks)
    return _whole("w:document", element("w:body", title, front, _contents(tree), page_break, main, section))


def _contents(tree: Tree) -> Markup:
    """The headings as links, inside a field that Word can renew."""
    numbered = [(number, block) for number, block in enumerate((b for b in tree.blocks if isinstance(b, Heading)), 1) if block.level <= 2]
    if len(numbered) < 2:
        return NOTHING
    begin = element("w:r", element("w:fldChar", w__fldCharType="begin"))
    told = element("w:r", element("w:instrText", characters(' TOC \\o "1-2" \\h \\n '), xml__space="preserve"))
    ready = element("w:r", element("w:fldChar", w__fldCharType="separate"))
    end = element("w:r", element("w:fldChar", w__fldCharType="end"))
    entries = []
    for place, (number, block) in enumerate(numbered):
        link = element("w:hyperlink", run(wording.plain(block.inlines)), w__anchor=f"h{number}")
        lead = joined(begin, told, ready) if place == 0 else NOTHING
        tail = end if place == len(numbered) - 1 else NOTHING
        entries.append(paragraph(lead, link, tail, style=f"TOC{block.level}"))
    return joined(*entries)


def _footnotes(tree: Tree, body: Body) -> str:
    lines = [
        element("w:footnote", paragraph(element("w:r", element("w:separator"))), w__type="separator", w__id="-1"),
        element("w:footnote", paragraph(element("w:r", element("w:continuationSeparator"))), w__type="continuationSeparator", w__id="0"),
    ]
    number = element("w:r", element("w:rPr", element("w:rStyle", w__val="FootnoteReference")), element("w:footnoteRef"))
    for place, note in enumerate(tree.notes, 1):
        words = body.inlines(note.inlines, Part.FOOTNOTES)
        lines.append(element("w:footnote", paragraph(number, run(" "), words, style="FootnoteText"), w__id=str(place)))
    return _whole("w:footnotes", *lines)


def _numbering(body: Body) -> str:
    """One definition of dots and one of figures; each list is an instance, so that every numbered one begins at 1."""
    kinds = []
    for number, (form, mark) in enumerate((("bullet", "–"), ("decimal", ""))):
        levels = []
        for level in range(_LEVELS):
            indent = element("w:pPr", element("w:ind", w__left=str(_INDENT * (level + 1)), w__hanging=str(_INDENT)))
            shown = element("w:lvlText", w__val=mark or f"%{level + 1}.")
            levels.append(
                element("w:lvl", element("w:start", w__val="1"), element("w:numFmt", w__val=form), shown, indent, w__ilvl=str(level))
            )
        many = element("w:multiLevelType", w__val="hybridMultilevel")
        kinds.append(element("w:abstractNum", many, *levels, w__abstractNumId=str(number)))
    lists = []
    for number, ordered in enumerate(body.lists, 1):
        restart = [element("w:lvlOverride", element("w:startOverride", w__val="1"), w__ilvl=str(level)) for level in range(_LEVELS)]
        kind = element("w:abstractNumId", w__val="1" if ordered else "0")
        lists.append(element("w:num", kind, *(restart if ordered else []), w__numId=str(number)))
    return _whole("w:numbering", *kinds, *lists)


def _header(tree: Tree) -> str:
    mark = run(tree.handling, strong=True) if tree.handling else NOTHING
    title = run(wording.shortened(tree.title, 70))
    return _whole("w:hdr", paragraph(title, element("w:r", element("w:tab")), mark, style="Header"))


def _footer() -> str:
    def field(name: str) -> Markup:
        return element("w:fldSimple", run("1"), w__instr=f" {name} ")

    return _whole("w:ftr", paragraph(run("page "), field("PAGE"), run(" of "), field("NUMPAGES"), style="Footer"))


def _core(tree: Tree) -> str:
    moment = characters(tree.changed_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + element(
        "cp:coreProperties",
        element("dc:title", characters(one_line(tree.title))),
        element("dc:language", characters(tree.language)),
        element("dcterms:created", moment, xsi__type="dcterms:W3CDTF"),
        element("dcterms:modified", moment, xsi__type="dcterms:W3CDTF"),
        xmlns__cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        xmlns__dc="http://purl.org/dc/elements/1.1/",
        xmlns__dcterms="http://purl.org/dc/terms/",
        xmlns__xsi="http://www.w3.org/2001/XMLSchema-instance",
    )
