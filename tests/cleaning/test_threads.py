"""How many comments, and from when."""

from __future__ import annotations

from datetime import date

from briefing_app.cleaning import Thread, thread_in


def thread(*stamps: str) -> Thread:
    return thread_in("\n\n".join(f"Reader{number} {stamp}\nI do not think that this will hold." for number, stamp in enumerate(stamps)))


def test_comments_are_counted_with_their_days() -> None:
    found = thread("16/10/2020 @ 7:47 pm", "22/10/2020 @ 9:01 am", "20/10/2020 @ 1:00 am")
    assert found == Thread(3, date(2020, 10, 16), date(2020, 10, 22))


def test_one_day_settles_in_which_order_the_others_are_written() -> None:
    assert thread("3/11/2020 @ 7:47 pm", "16/11/2020 @ 9:01 am") == Thread(2, date(2020, 11, 3), date(2020, 11, 16))
    assert thread("3/11/2020 @ 7:47 pm", "3/16/2020 @ 9:01 am") == Thread(2, date(2020, 3, 11), date(2020, 3, 16))


def test_no_day_is_told_where_one_is_missing_or_could_be_two() -> None:
    assert thread("3/4/2020 @ 7:47 pm") == Thread(1)
    assert thread("16/10/2020 @ 7:47 pm", "2 days ago") == Thread(2)
    assert thread_in("Just a line.") == Thread(0)
