"""What stands above the article's own words: its title when the text has none, and the line with source, date and byline."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QTextBlockFormat, QTextCharFormat, QTextDocument, QTextImageFormat

from briefing_app.model.letters import Letter
from briefing_app.ui.certainty import Certainty, Shown, long_date, shown_name, shown_source
from briefing_app.ui.direction import right_to_left
from briefing_app.ui.painting import badge_width, paint_badge
from briefing_app.ui.reader.model import Reading
from briefing_app.ui.reader.setting import Setter
from briefing_app.ui.theme import BADGE, Look, Type

_FROM_RIGHT, _FROM_LEFT = "\u200f", "\u200e"


def write_title(page: Setter, reading: Reading) -> None:
    """The title that was found elsewhere than at the head of the text, or that there is none."""
    title = shown_name(reading.article.document.title, _tr("no title"))
    unknown = title.certainty is Certainty.UNKNOWN
    page.block(QTextBlockFormat(), Type.TITLE, None if unknown else right_to_left(title.text, page.mirrored))
    form = page.chars(Type.TITLE, "muted" if unknown else "ink", italic=unknown)
    if title.certainty is Certainty.INFERRED:
        _dotted(form, page.look)
    page.own(title.text, form)


def write_meta(page: Setter, reading: Reading) -> None:
    """Letter, source, agency, date, byline, each as sure as it is."""
    document = reading.article.document
    form = QTextBlockFormat()
    form.setTopMargin(page.look.px(12))
    form.setBottomMargin(page.look.px(8))
    page.block(form, Type.UI)
    page.meta = page.cursor.position()
    if reading.letter is not None:
        _badge(page, reading.letter)
    _value(page, "source", shown_source(document.source))
    if document.agency.value:
        _gap(page)
        _value(page, "agency", shown_name(document.agency, ""))
    _gap(page)
    _value(page, "date", long_date(document.date))
    if document.byline.value:
        _gap(page)
        _value(page, "byline", shown_name(document.byline, ""))


def _gap(page: Setter) -> None:
    """A dot; on a page that runs from the right, the values on both sides of it do not join into words that run from the left."""
    dot = f"{_FROM_RIGHT}  ·  {_FROM_RIGHT}{_FROM_LEFT}" if page.mirrored else "  ·  "  # the last, so that a day stays before its month
    page.own(dot, page.chars(Type.UI, "muted"))


def _value(page: Setter, name: str, shown: Shown) -> None:
    unknown = shown.certainty is Certainty.UNKNOWN
    form = page.chars(Type.UI, "ink" if shown.certainty is Certainty.KNOWN else "muted", italic=unknown)
    form.setAnchor(True)
    form.setAnchorHref(f"evidence:{name}")
    if shown.certainty is Certainty.INFERRED:
        _dotted(form, page.look)
    page.own(shown.text, form, f"evidence:{name}")
    if shown.certainty is Certainty.INFERRED:
        page.own(" " + _tr("inferred"), page.chars(Type.SMALL, "muted"))


def _dotted(form: QTextCharFormat, look: Look) -> None:
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(look.color("muted"))


def _badge(page: Setter, letter: Letter) -> None:
    name = QUrl(f"badge:{letter}")
    page.document.addResource(QTextDocument.ResourceType.ImageResource.value, name, _badge_image(letter, page.look))
    image = QTextImageFormat()
    image.setName(name.toString())
    image.setWidth(page.look.px(badge_width(page.look.plain, letter)))
    image.setHeight(page.look.px(BADGE))
    image.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    page.cursor.insertImage(image)
    page.own("  ", page.chars(Type.UI))


def _badge_image(letter: Letter, look: Look) -> QImage:
    sharp = 3 * look.scale
    image = QImage(round(badge_width(look.plain, letter) * sharp), round(BADGE * sharp), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(sharp)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    paint_badge(painter, look.plain, letter, QPointF(0, 0))
    painter.end()
    return image


def _tr(words: str) -> str:
    return QCoreApplication.translate("reader", words)
