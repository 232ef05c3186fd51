"""The layout that wraps: nothing on each other, nothing beyond the edge."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.ui.wrapping import WrapLayout

SIZES = st.lists(st.tuples(st.integers(5, 120), st.integers(5, 40)), min_size=1, max_size=12)


@given(SIZES, st.integers(60, 500), st.booleans(), st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_items_lie_beside_or_below_each_other(
    qapp: QApplication, sizes: list[tuple[int, int]], width: int, mirrored: bool, trailing: bool
) -> None:
    assert qapp is not None
    box = QWidget()
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    line = WrapLayout(box, trailing=trailing)
    line.setContentsMargins(7, 3, 7, 3)
    line.setSpacing(4)
    for wide, high in sizes:
        child = QWidget(box)
        child.setFixedSize(wide, high)
        line.addWidget(child)
    height = line.heightForWidth(width)
    box.resize(width, height)
    line.setGeometry(box.rect())
    children = [line.itemAt(at).geometry() for at in range(line.count())]  # type: ignore[union-attr]
    for at, one in enumerate(children):
        assert not any(one.intersects(other) for other in children[at + 1 :])
        assert one.top() >= 3
        assert one.bottom() < height - 2
        if one.width() <= width - 14:
            assert 7 <= one.left() <= one.right() < width - 6
    if not mirrored and sizes[-1][0] <= width - 14:
        assert children[-1].right() == width - 8 if trailing else children[0].left() == 7
    box.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_hidden_items_take_no_room() -> None:
    box = QWidget()
    line = WrapLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    for _ in range(3):
        child = QWidget(box)
        child.setFixedSize(50, 20)
        line.addWidget(child)
    assert line.heightForWidth(110) == 44
    assert line.itemAt(3) is None
    first = line.itemAt(0)
    assert first is not None
    first.widget().hide()
    assert line.heightForWidth(110) == 20
    assert line.takeAt(7) is None
    box.deleteLater()
