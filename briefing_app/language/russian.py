"""Russian: stop words, abbreviations, quotation marks; the lists are this project's own."""

from __future__ import annotations

from briefing_app.language.pack import LangPack, QuoteMarks
from briefing_app.language.sentences import Splitting
from briefing_app.language.words import listed

RUSSIAN = LangPack(
    code="ru",
    stemmer="russian",
    stop_words=listed(
        """
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще ещё нет о из ему
теперь когда даже ну ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо
ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой этом один почти мой
тем чтобы нее были куда зачем всех при об это эти также которые который которая
"""
    ),
    splitting=Splitting(
        titles=listed("г гг г-н г-жа им тов проф акад ген стр ул рис см ср"),
        abbreviations=listed("т.е т.д т.п т.к др пр млн млрд тыс руб долл янв февр апр авг сент окт нояб дек"),
    ),
    marks=(QuoteMarks("«", "»"), QuoteMarks("„", "“"), QuoteMarks('"', '"')),
)
"""The pack of Russian."""
