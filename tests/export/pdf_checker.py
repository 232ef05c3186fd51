"""What a PDF must hold to be accessible (ISO 14289-1) and archivable (ISO 19005-2, level A), as far as a program can see it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_STANDARD = frozenset(
    {
        *("Document", "Part", "Sect", "Div", "Art", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P", "H1", "H2", "H3"),
        *("H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note"),
        *("Reference", "Code", "Link", "Annot", "Figure", "Formula"),
    }
)
"""The structure types of ISO 32000-1; others must be mapped to one of them."""

_FORBIDDEN = ("/JavaScript", "/Launch", "/Movie", "/Sound", "/ResetForm", "/ImportData", "/SubmitForm")


def faults(data: bytes) -> list[str]:
    """Every fault that is found, each in one line."""
    with pikepdf.open(io.BytesIO(data)) as file:
        return [*_document(file), *_metadata(file), *_structure(file), *_fonts(file), *_annotations(file), *_objects(file)]


def _document(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root
    if file.is_encrypted:
        yield "the file is encrypted"
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "the file is not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "the file names no language"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "the title is not shown in the window"
    if "/OutputIntents" not in root:
        yield "no output intent"
    if "/StructTreeRoot" not in root:
        yield "no structure tree"
    with file.open_outline() as outline:
        if not outline.root:
            yield "no outline"
    for number, page in enumerate(file.pages, 1):
        if page.get("/Tabs") != Name.S:
            yield f"page {number}: the tab order does not follow the structure"


def _metadata(file: pikepdf.Pdf) -> Iterator[str]:
    with file.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "no PDF/UA-1 in the metadata"
        if (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) != ("2", "A"):
            yield "no PDF/A-2a in the metadata"
        if not metadata.get("dc:title"):
            yield "no title in the metadata"


def elements(file: pikepdf.Pdf) -> Iterator[tuple[Dictionary, tuple[str, ...]]]:
    """Every structure element with the kinds of those around it, outermost first."""
    waiting: list[tuple[Object, tuple[str, ...]]] = [(file.Root.StructTreeRoot.K, ())]
    while waiting:
        item, around = waiting.pop()
        if isinstance(item, Array):
            waiting += [(part, around) for part in item]
        elif isinstance(item, Dictionary) and "/S" in item:
            yield item, around
            if "/K" in item:
                waiting.append((item.K, (*around, str(item.S)[1:])))


def _structure(file: pikepdf.Pdf) -> Iterator[str]:
    roles = {str(key)[1:]: str(value)[1:] for key, value in file.Root.StructTreeRoot.get("/RoleMap", Dictionary()).items()}
    levels = []
    for element, around in elements(file):
        kind = str(element.S)[1:]
        if roles.get(kind, kind) not in _STANDARD:
            yield f"{kind} is no standard structure type and is mapped to none"
        if kind == "Figure" and not str(element.get("/Alt", "")):
            yield "a figure without words that say what it shows"
        if kind in {"TH", "TD"} and "TR" not in around[-1:]:
            yield f"{kind} outside of a table's row"
        if kind == "TH" and "/A" not in element:
            yield "a table head without scope"
        if kind == "LI" and around[-1:] != ("L",):
            yield "a list item outside of a list"
        if kind[:1] == "H" and kind[1:].isdigit():
            levels.append(int(kind[1:]))
    if levels and min(levels) != 1:
        yield "no heading of the first level"


def _fonts(file: pikepdf.Pdf) -> Iterator[str]:
    for item in file.objects:
        if not isinstance(item, Dictionary) or item.get("/Type") != Name.Font:
            continue
        name = str(item.get("/BaseFont", ""))
        if "/ToUnicode" not in item and item.get("/Subtype") == Name.Type0:
            yield f"{name}: its glyphs cannot be turned back into characters"
        described = item.get("/FontDescriptor")
        if described is not None and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys()):
            yield f"{name} is not embedded"


def _annotations(file: pikepdf.Pdf) -> Iterator[str]:
    tagged = 0
    for element, _around in elements(file):
        tagged += sum(isinstance(part, Dictionary) and part.get("/Type") == Name.OBJR for part in _parts(element))
    links = 0
    for page in file.pages:
        for note in page.get("/Annots", []):
            links += 1
            if not str(note.get("/Contents", "")):
                yield "a link without words that say where it leads"
            address = str(note.get("/A", Dictionary()).get("/URI", "https://"))
            if not address.startswith(("http://", "https://")):
                yield f"a link to {address}"
    if links != tagged:
        yield f"{links} links, but {tagged} of them in the structure tree"


def _parts(element: Dictionary) -> list[Object]:
    inside = element.get("/K")
    return list(inside) if isinstance(inside, Array) else [inside] if inside is not None else []


def _objects(file: pikepdf.Pdf) -> Iterator[str]:
    for item in file.objects:
        if isinstance(item, Dictionary) and str(item.get("/S", "")) in _FORBIDDEN:
            yield f"an action of kind {item.S}"
        if isinstance(item, Dictionary) and ("/JS" in item or "/EmbeddedFiles" in item):
            yield "a script or an embedded file"
