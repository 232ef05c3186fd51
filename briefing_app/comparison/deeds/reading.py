"""Reads what a sentence tells as deeds: who does what to whom, whether it is turned round, how far it is, whether it is only supposed.

Shallow: by the order of words and their classes, without a parse. What stands before a verb is its doer, what follows it its thing; a
passive turns them. A doer that is only pointed at ("it", "they") is unknown and may be anybody. Languages whose pack knows no base forms
of verbs have no deeds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from briefing_app.comparison.cues import Stage, cues_for
from briefing_app.comparison.deeds import manner
from briefing_app.comparison.deeds.heads import Head, begins, heads_of, is_being, over_times, passive, tells_being
from briefing_app.comparison.deeds.quoting import quoted
from briefing_app.comparison.deeds.verbs import phrasal
from briefing_app.comparison.sentences.units import ASKING, Unit
from briefing_app.comparison.sentences.wording import headline_tokens, tells
from briefing_app.language import pack_for
from briefing_app.language.phrases import Range, phrase_ending, phrase_starting
from briefing_app.language.syntax import Tag
from briefing_app.language.words import stem
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

BEING = "be somewhere"
"""Stands for the verb of a deed that is only "is", "was" with a place or a time."""

_MARKS = frozenset({Tag.STOP, Tag.SEMICOLON, Tag.COLON})
_JOINTS = frozenset({Tag.COMMA, Tag.COORDINATOR, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.STOP, Tag.DASH})


@dataclass(frozen=True, slots=True)
class Deed:
    """What one verb tells, in stems: ``verbs`` what is done, ``acts`` those of
    them that tell it by themselves (not "make"), ``doer`` who does it, ``thing`` to what, ``rest`` all else of its words.

    ``words`` is the verb group (``span``) as printed, ``quoted`` the same with what turns it round; ``reach`` holds the doer, the verb
    and what follows. ``turned`` are the words that turn it round, empty when it is plain. ``supposed``: under a condition, asked, or
    only possible. ``finite``: with a subject of its own, not "to ..." or "...ing" behind another verb. ``lasting``: going on.
    ``begins``: only its beginning is told ("the talks began"). ``named``: the doer is told by a name. ``frame``: it only gives words to
    somebody. ``elsewhen``: put into another time ("in 2015"). ``verbal``: told by a full verb, not by "is". ``aside``: in a clause that
    only says which one is meant ("parents who are citizens"). ``pending``: not done yet. ``possible``: told as what may be ("could
    leave"). ``conditional``: ``supposed`` for another reason.
    """

    span: Span
    reach: Span
    words: str
    quoted: str
    verbs: frozenset[str]
    acts: frozenset[str]
    doer: frozenset[str]
    thing: frozenset[str]
    rest: frozenset[str]
    turned: str
    stage: Stage
    past: bool
    supposed: bool
    finite: bool
    lasting: bool
    begins: bool
    named: bool
    frame: bool
    elsewhen: bool
    verbal: bool
    aside: bool
    pending: bool
    possible: bool
    conditional: bool

    def moved(self, by: int) -> Deed:
        """The same deed where the same words stand so many code points on."""
        return replace(self, span=self.span.moved(by), reach=self.reach.moved(by))

    @property
    def args(self) -> frozenset[str]:
        """All that takes part in it."""
        return self.doer | self.thing | self.rest

    @property
    def asserted(self) -> bool:
        """Whether it is told as a fact or a decision, not as what a plan would do ("a plan to bar firms")."""
        return self.finite or self.stage is Stage.DECIDED


@lru_cache(maxsize=8192)
def deeds_of(unit: Unit) -> tuple[Deed, ...]:
    """The deeds of a sentence in the order of its verbs."""
    if not pack_for(unit.language).grammar.verb_bases():
        return ()
    reader = _Reader(unit)
    return tuple(reader.deed(number) for number in range(len(reader.heads)))


class _Reader:
    """Reads the deeds of one sentence in order, each with what its neighbours tell about it."""

    def __init__(self, unit: Unit) -> None:
        self.unit, self.pack, self.cues = unit, pack_for(unit.language), cues_for(unit.language)
        self.tokens = headline_tokens(unit)
        self.heads = heads_of(self.tokens, self.pack, self.cues.wording)
        self.bases = self.pack.grammar.verb_bases()
        self._part_objects()
        self.frames = [told for told in unit.attributions if told.cue and tells(unit, told)]
        behind = [one for one in unit.attributions if one.cue and one.cue.start >= one.span.end - 1]
        spans = [span for one in behind for span in (one.cue, one.mention) if span]  # "..., according to the city"
        spans += [day.span for day in unit.dates]  # a day takes part in nothing
        dull = self.cues.verbs.turning | self.cues.verbs.times | self.pack.counting.weekdays.keys()
        initials = (word.name and len(word.text) > 1 and word.text.isupper() for word in unit.words)  # "US" is not "us"
        telling = (word for word, named in zip(unit.words, initials, strict=True) if (named or not word.stop) and word.low not in dull)
        self.words = [word for word in telling if not any(span.holds(word.span) for span in spans)]

    def deed(self, number: int) -> Deed:
        """The deed of one head; those before it have been read."""
        head, tokens = self.heads[number], self.tokens
        edge = self._edge(number)
        after = min(over_times(tokens, head.end, 1, self.pack), edge)
        behind = self._phrase_behind(after, edge)
        verbs, head.doer, thing, rest = self._parts(number, behind, edge)
        told = number - 1 if self._completes(number) else number
        span = Span(tokens[head.first].start, tokens[head.end - 1].end)
        conditional = manner.conditional(tokens, self.heads, number, after, self.cues) or (told != number and self._supposed_before(told))
        possible = bool(self.cues.possible.search(head.text))
        turning = manner.turning(tokens, head, after, self.cues) or manner.carried(tokens, self.heads, number, self.cues)
        return Deed(
            span=span,
            reach=Span(tokens[head.start].start, tokens[max(edge, head.end) - 1].end),
            words=self.unit.printed(span),
            quoted=quoted(self.unit, tokens, head, turning.shown if turning else manner.open_yet(tokens, self.heads, number, self.cues)),
            verbs=verbs,
            acts=verbs - self.cues.verbs.empty,
            doer=head.doer,
            thing=thing,
            rest=rest - verbs,
            turned=turning.words if turning else "",
            stage=manner.stage(tokens, self.heads, told, self.cues),
            past=manner.past(tokens, self.heads[told], self.cues),
            supposed=possible or conditional,
            finite=head.finite,
            lasting=bool(self.cues.lasting.search(head.text)),
            begins=begins(tokens, head, self.pack, self.cues.verbs),
            named=self._named(head.subject),
            frame=any(told.cue and told.cue.overlap(self._main(head, span)) and told.span.start >= told.cue.end for told in self.frames),
            elsewhen=manner.elsewhen(tokens, head.start, max(edge, head.end), self.cues),
            verbal=head.main is not None,
            aside=manner.aside(tokens, head, self.cues.wording),
            pending=manner.pending(tokens, head, self.cues),
            possible=possible and tokens[-1].text not in ASKING,
            conditional=conditional,
        )

    def _main(self, head: Head, span: Span) -> Span:
        """Where the verb of the deed stands: "decided to | overturn" gives words to nobody."""
        return self.tokens[head.main].span if head.main is not None else span

    def _phrase_behind(self, after: int, edge: int) -> Range | None:
        """The phrase that begins there, also with a quotation mark behind its article (``is a "war of choice"``)."""
        tokens = self.tokens
        found = phrase_starting(tokens, after, self.pack) if after < edge else None
        quoted = after + 2 < edge and tokens[after].tag is Tag.DETERMINER and tokens[after + 1].tag is Tag.QUOTE
        return phrase_starting(tokens, after + 2, self.pack) if found is None and quoted else found

    def _part_objects(self) -> None:
        """``shot the man and no arrests were made``: what stands before "and" is the object of the verb before, not of the subject."""
        for before, head in pairwise(self.heads):
            if head.subject is None or head.subject[0] != before.end or self._tells(before):
                continue
            joint = next((k for k in range(*head.subject) if self.tokens[k].tag is Tag.COORDINATOR), None)
            if joint is not None and joint > before.end:
                head.subject = joint + 1, head.subject[1]

    def _parts(self, number: int, behind: Range | None, edge: int) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
        """Verbs, doer, thing and rest; ``behind`` is the phrase right behind the verb."""
        head = self.heads[number]
        thing = self._stems(behind)
        rest = self._stems((head.end, edge)) - thing
        doer = self._doer(number)
        if number and manner.governs(self.tokens, self.heads[number - 1], head, self.cues):
            doer |= self.heads[number - 1].doer
        if passive(self.tokens, head, self.cues.wording):
            agent = next((k for k in range(head.end, edge) if self.tokens[k].low in self.cues.wording.by), None)
            by = self._stems(phrase_starting(self.tokens, agent + 1, self.pack)) if agent is not None else frozenset()
            thing, doer, rest = doer, by, (rest | thing) - by
        light = self.bases.get(self.tokens[head.main or 0].low) in self.cues.verbs.light
        suffered = light and passive(self.tokens, head, self.cues.wording)  # "no decision was reached"
        noun = head.subject if suffered else behind
        last = self._stems(self._noun(noun)) & thing if noun else frozenset()
        return *self._told(head, doer, thing, last), rest

    def _told(
        self, head: Head, doer: frozenset[str], thing: frozenset[str], last: frozenset[str]
    ) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The stems of the deed, and what is left of doer and thing when a noun tells it. ``last`` is the last word of the thing."""
        return (
            self._told_without_verb(head, doer, thing, last)
            if head.main is None
            else self._told_by_verb(head, head.main, doer, thing, last)
        )

    def _told_without_verb(
        self, head: Head, doer: frozenset[str], thing: frozenset[str], last: frozenset[str]
    ) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """``was ready``, ``had no knowledge of the payments``, ``there will be talks``: told by a predicate, or by what is there."""
        cues = self.cues
        named = frozenset(word.stem for word in self.words if word.name)
        vague = frozenset(stem(word, self.pack.stemmer) for word in cues.verbs.vague)
        group = self._stems((head.first, head.end)) - vague - named
        if group and cues.verbs.turning & set(head.text.split()[:-1]) and (noun := self._first_noun(head) & group):
            return noun, doer, thing | (group - noun)
        if group:
            return group, doer, thing
        if last and tells_being(head, cues.wording):
            return last, doer, thing - last
        being = frozenset({BEING}) if is_being(head, cues.wording) else frozenset()
        return thing or being, doer, frozenset()

    def _told_by_verb(
        self, head: Head, at: int, doer: frozenset[str], thing: frozenset[str], last: frozenset[str]
    ) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """``shut down``, ``stayed open``, ``the talks began``, ``made a visit``: by the verb ``at``, or a word beside it."""
        verbs, stemmer, low = self.cues.verbs, self.pack.stemmer, self.tokens[at].low
        base = self.bases.get(low, low)
        main = frozenset({stem(base, stemmer)})
        follows = self.tokens[head.end] if head.end < len(self.tokens) else None
        if follows is not None and follows.low in verbs.particles:
            main |= {phrasal(stem(base, stemmer), follows.low)}
        if base in verbs.linking and follows is not None and follows.tag is Tag.WORD and len(thing) == 1 and thing == last:
            return main | thing, doer, frozenset()
        if begins(self.tokens, head, self.pack, verbs) and doer and head.subject:
            begun = self._stems(self._noun(head.subject))
            return begun, frozenset(), (doer | thing) - begun
        if last and base in verbs.light:
            return main | last, doer, thing - last
        if last and self.cues.plans.fullmatch(low):
            return last, doer, thing - last
        return main, doer, thing

    def _first_noun(self, head: Head) -> frozenset[str]:
        """The last word before "of" among those of a predicate."""
        end = next((k for k in range(head.first, head.end) if self.tokens[k].low in self.cues.wording.of), head.end)
        return self._stems((end - 1, end))

    def _stems(self, reach: Range | None) -> frozenset[str]:
        """The telling stems among the tokens of a range."""
        if reach is None or reach[0] >= reach[1]:
            return frozenset()
        start, end = self.tokens[reach[0]].start, self.tokens[reach[1] - 1].end
        return frozenset(word.stem for word in self.words if start <= word.span.start < end)

    def _edge(self, number: int) -> int:
        """Where the words of the deed end: at the subject of the next finite verb, or at a mark that ends a clause.

        A phrase right behind a verb is its own object, unless the verb tells ("said the bridge is safe") or a relative clause follows.
        """
        tokens, head = self.tokens, self.heads[number]
        edge = len(tokens)
        later = next((later for later in self.heads[number + 1 :] if later.finite and later.first >= head.end), None)
        if later is not None:
            relative = tokens[later.first - 1].tag is Tag.RELATIVE
            own = later.subject is not None and later.subject[0] == head.end and not self._tells(head)
            edge = later.start if later.start >= head.end and not relative and not own else later.first
        edge = next((k for k in range(head.end, edge) if tokens[k].tag in _MARKS and tokens[k].text != "."), edge)
        while edge > head.end and (tokens[edge - 1].tag in _JOINTS or tokens[edge - 1].low in self.cues.wording.that):
            edge -= 1
        return edge

    def _tells(self, head: Head) -> bool:
        return head.main is not None and self.tokens[head.main].low in self.pack.speech.verbs()

    def _taken(self, number: int) -> bool:
        """Whether what stands before it is the object of the verb before ("would see the firms banned"), which tells nothing of others."""
        head, before = self.heads[number], self.heads[number - 1] if number else None
        return before is not None and head.subject is not None and head.subject[0] == before.end and not self._tells(before)

    def _completes(self, number: int) -> bool:
        """Whether it is a participle that completes the verb before, which then says when."""
        head = self.heads[number]
        return head.end - head.first == 1 and "D" in self.tokens[head.first].verb and self._taken(number)

    def _supposed_before(self, number: int) -> bool:
        return manner.supposed(self.tokens, self.heads, number, self.heads[number].end, self.cues)

    def _doer(self, number: int) -> frozenset[str]:
        head, tokens = self.heads[number], self.tokens
        before = self.heads[number - 1] if number else None
        if head.finite and head.subject is None:
            joined = head.first > 0 and tokens[head.first - 1].tag in (Tag.COORDINATOR, Tag.COMMA, Tag.ADVERB)
            return before.doer if before is not None and joined else frozenset()
        if head.finite and head.subject:
            if self._taken(number):
                return frozenset()
            return self._stems(head.subject) | self._owner(head.subject) or self._pointed_at(head.subject)
        previous = over_times(tokens, head.first - 1, -1, self.pack)
        if before is not None and (previous < before.end or tokens[previous].tag in (Tag.COMMA, Tag.COORDINATOR)):
            head.subject = before.subject
            return before.doer
        if before is None and previous >= 0:
            head.subject = phrase_ending(tokens, previous, self.pack)
            return self._stems(head.subject)
        return frozenset()

    def _owner(self, subject: Range) -> frozenset[str]:
        """Whose country or party it is: "his country" is that of the place named last, else of the first name before it."""
        lows = [token.low for token in self.tokens[subject[0] : subject[1]]]
        if len(lows) != 2 or lows[0] not in self.cues.verbs.whose or lows[1] not in self.cues.verbs.owned:
            return frozenset()
        start = self.tokens[subject[0]].start
        names = [name for name in self.unit.names if name.span.end <= start]
        places = [name for name in names if name.kind is NameKind.PLACE] or names
        return frozenset(word.stem for word in self.words if places and places[-1].span.holds(word.span))

    def _pointed_at(self, subject: Range) -> frozenset[str]:
        """Whom "he" or "she" means: the last person named before it in the sentence, else the last name that is no place."""
        low, speech = self.tokens[subject[0]].low, self.pack.speech
        if subject[1] - subject[0] != 1 or (low not in speech.male and low not in speech.female):
            return frozenset()
        start = self.tokens[subject[0]].start
        names = [name for name in self.unit.names if name.span.end <= start and name.kind is not NameKind.PLACE]
        named = [name for name in names if name.kind is NameKind.PERSON] or names
        return frozenset(word.stem for word in self.words if named and named[-1].span.holds(word.span))

    def _noun(self, phrase: Range) -> Range:
        """The last word before the first preposition ("the investigation into the causes")."""
        first, end = phrase
        stop = next((k for k in range(first + 1, end) if self.tokens[k].tag is Tag.PREPOSITION), end)
        return stop - 1, stop

    def _named(self, subject: Range | None) -> bool:
        if subject is None:
            return False
        first, last = self.tokens[subject[0]].start, self.tokens[subject[1] - 1].end
        return any(word.name and first <= word.span.start < last for word in self.unit.words)
