"""What a language says of the words that turn a claim, and how far a deed may be told to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum

from briefing_app.comparison.cues.acts import Acts
from briefing_app.comparison.cues.counting import Counts
from briefing_app.comparison.cues.days import Days
from briefing_app.comparison.cues.disputing import Disputing
from briefing_app.comparison.cues.mentions import Mentions
from briefing_app.comparison.cues.patterns import NEVER
from briefing_app.comparison.cues.people import Aged, Roles
from briefing_app.comparison.cues.verbs import States, Verbs
from briefing_app.comparison.cues.wording import Wording


class Stage(IntEnum):
    """How far a deed is told to be."""

    RUMOURED = 1
    PLANNED = 2
    ANNOUNCED = 3
    DECIDED = 4
    DONE = 5


@dataclass(frozen=True, slots=True)
class Course:
    """What things of a kind go through: the stems of their names, row by row those of one thing (no row: people), and step by step the
    stems of the verbs that tell it.
    """

    things: tuple[frozenset[str], ...]
    steps: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a sentence tells of (``about``), and step by step the words that tell how far it has come.

    ``alike``: one word must name it in both articles ("the hearing"). ``single``: an event has but one, however it is worded. ``whose``:
    both must tell it of one person. ``each``: each person has one, who is named beside its words.
    """

    about: re.Pattern[str]
    steps: tuple[re.Pattern[str], ...]
    alike: bool = False
    single: bool = False
    whose: bool = False
    each: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What an event's news answers one way or another: words of what is told of (``about``), and its ``answers``, which exclude each other.

    ``staged``: the later answers are further on. ``alike``: one word of ``about`` must be told in both articles. ``single``: an event has
    but one, however it is worded. ``whose``: both must tell it of one person.
    """

    about: frozenset[str]
    answers: tuple[re.Pattern[str], ...]
    staged: bool = False
    alike: bool = False
    single: bool = False
    whose: bool = False


@dataclass(frozen=True, slots=True)
class Polar:
    """Patterns over a verb group by which something is held to be so or not, in other words than by "not".

    ``able``: it can or may be; ``due``: it must or should be; ``required``: of those, with what is required behind it; ``calling``: what
    calls something something; ``granting`` and ``barring``: what lets, or does not let, somebody do what follows; ``occurring``, with the
    word behind it: that something takes place. Over the sentence, ``disputing``: what calls in question what follows; ``pointing``: what
    takes back the sentence before ("that is not true"); ``pretending``: what makes that no denial ("as if"); ``waving``: what denies the
    thing named behind it ("dismissed talk of"); ``following``: what was done before ("after consultation with").
    ``evidence`` are words for what shows that something is so.

    As stems, ``vague``: acts that too much is told with; ``showing``: those by which one has something, as which ``having`` tells it too;
    ``seeming``: those behind which stands what it is about; ``meaning``: what somebody has, or has not, in mind. As words in lower case,
    ``ending``: where an object or a complement ends; ``aside``: what behind a verb of calling makes it another deed ("called for");
    ``articles``, ``as_so`` and ``no`` before a complement; ``neither``, both words of it; ``that`` behind evidence; ``without`` before
    what was left out, ``keeping`` before what is barred ("from"), ``to`` before what is granted or meant; ``turning``: what ends the reach
    of ``disputing``; ``company``: before those with whom it was done; ``unreal``, in a verb group: what would have been granted.
    ``relatives``: words that open a clause of their own; ``means``: words before that by which something is done.
    """

    able: re.Pattern[str] = NEVER
    due: re.Pattern[str] = NEVER
    required: re.Pattern[str] = NEVER
    calling: re.Pattern[str] = NEVER
    granting: re.Pattern[str] = NEVER
    barring: re.Pattern[str] = NEVER
    disputing: re.Pattern[str] = NEVER
    pointing: re.Pattern[str] = NEVER
    waving: re.Pattern[str] = NEVER
    following: re.Pattern[str] = NEVER
    pretending: re.Pattern[str] = NEVER
    occurring: re.Pattern[str] = NEVER
    evidence: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    showing: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    seeming: frozenset[str] = frozenset()
    meaning: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    as_so: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    neither: tuple[str, str] = ("", "")
    that: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    keeping: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    unreal: re.Pattern[str] = NEVER
    relatives: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Silences:
    """Words around somebody who gave no answer, or whose words are given, all in lower case.

    ``broken``: words before a silence that say it was broken later ("had declined to"). ``about``: what stands before the name that was not
    commented on. ``bodies``: who may be silent without a name ("the police"), ``tellers`` who speaks for them. Before a name, ``by`` makes
    it whom somebody did not reach, ``serving`` one whom another works for ("aides to"), ``serving_places`` the same of what is no person,
    ``merely_near`` (words, or pairs of them) one who tells nothing ("critics of", "close to").
    """

    broken: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    tellers: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    serving: frozenset[str] = frozenset()
    serving_places: frozenset[str] = frozenset()
    merely_near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Manner:
    """Words around a verb by which a deed is told as past, put into another time, or only supposed; all in lower case.

    ``past``: auxiliaries that tell the past; ``perfect``: those of them that before "to" do not; ``before``: those of what was done before
    all else that is told. ``earlier``: what puts a deed into another
    time; before a year, ``reaching`` makes it a bound and ``definite`` a name ("the 2016 election"). ``yet``: what says beside a
    negation that it is still to be done. ``meaning``: verbs that before "to" only promise or mean what follows.
    ``opinions``: verbs that negated leave open what they hold.

    Only supposed is what stands: right behind a word of ``under``; behind ``nor``; in a sentence with a word of ``conditional`` and a later
    verb with one of ``maybe``; with ``would`` in its verb group and a word of ``unreal`` anywhere; before ``without``; before a word of
    ``asking``. So is what is negated before a word of ``questions``, or with one of ``till`` or ``merely`` behind it, and what is plain
    before one of ``unsettled``. ``choice`` are the words that open and part a choice ("whether ... or").
    """

    past: frozenset[str] = frozenset()
    perfect: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    yet: frozenset[str] = frozenset()
    meaning: frozenset[str] = frozenset()
    opinions: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    nor: frozenset[str] = frozenset()
    conditional: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    would: str = ""
    unreal: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    unsettled: frozenset[str] = frozenset()
    till: frozenset[str] = frozenset()
    merely: frozenset[str] = frozenset()
    choice: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns over lower-cased text with straight apostrophes.

    Of a stretch of text: ``negation``, ``denial``, ``refusal``, ``doubt``, ``scope``, ``condition``, ``undecided``, ``silence`` (no
    comment), ``bound`` (at least), ``joint`` (a word at its start that only joins it), ``former`` and ``still``, ``confirmed`` and
    ``reported``; the first of ``stages`` that is met decides, none means done. Of a verb group: ``planned``, ``decided``, ``future``,
    ``possible``, ``lasting``, ``wished`` (what asks for an infinitive), ``plans`` (verbs whose object is the plan), ``pending`` (left
    to do), ``aimed`` (what asks for a clause: "ensure that"), ``scarce`` (words that nearly negate: "little", behind it), ``over`` and
    ``in_vain`` (before it), ``long_ago`` (behind it), ``firm`` (what is as good as decided), ``agreeing`` (what decides, before it),
    ``at_first`` (what was said before it was known better). Behind a denial, ``mere``: what is only pointed at ("the charge"). ``none``
    are words that turn a deed round before its subject or object. ``whole`` are the words of ``scope`` that leave nothing out,
    ``binding`` the prepositions of a part.
    ``done``: how a language whose deeds are not read tells what has happened. ``states``: words of a state that lasts ("at large"), each
    with the stems of the verbs that end it; right before one, ``states_past`` says that it is over. ``unknowns``: words that leave
    something open ("the cause was not known"), each with those that tell it. ``whether``: words that leave open the deed behind them.
    ``courses``: see ``Course``.
    ``resolve``: how resolved somebody is to do it, from "considering" up to "vowed". ``clock``: a time of the day, with the groups
    ``hour``, ``minute``, ``half`` ("a", "p") and ``noon``; what fills none is midnight; right before it,
    ``clock_bounds``: what makes it a bound ("until"), unless a word of ``clock_nearly`` stands before that ("shortly after").
    ``standings``: see ``Standing``; ``standings_void``: words before one that take it back. ``questions``: see ``Question``;
    ``says_so``: words of an answer that say themselves that it is to come or not so; ``bodies``: those that vote apart.
    ``chambers``: those of them through which a bill goes, and words for all of them; ``bills``: what goes through; ``passing``: stems of
    the verbs by which it does.
    ``bearings``: on which side of the place named behind it, by the ``directions`` in it; ``place_kinds``: last words of the names of
    places of one kind.
    ``since``: before a year, that what is told lasts.
    ``polar``: see ``Polar``. ``slightly_hurt`` and ``badly_hurt``: how badly somebody is hurt. ``provisional``: what is left undecided for
    the time being; ``leaning``: which way it leans. ``presumed``, of a verb group: what would be so, and need not. ``aged``: see ``Aged``.
    ``silences``: see ``Silences``. ``manner``: see ``Manner``. ``acts``: see ``Acts``. ``counts``: see ``Counts``. ``roles``: see
    ``Roles``. ``mentions``: see ``Mentions``. ``wording``: see ``Wording``. ``verbs``: see ``Verbs``. ``excluding``: see ``States``.
    ``days``: see ``Days``. ``disputing``: see ``Disputing``. ``governments``: names of one government, row by row ("Japan Japanese
    Tokyo"), as they are printed.
    ``reports``: of a verb of telling, that a medium tells it. ``supposing``: beginnings of a sentence that supposes what it tells.
    ``answered``: what says beside an open question that it was open earlier. ``helping``, behind the participle of what is done: words
    that tell none themselves ("worden"); ``inside`` finds in a verb form what other forms of the verb do not have ("abzuschalten"), with
    what stands before it as its first group. ``named``, over the text as printed: names that would be read as a cue ("in May").
    """

    negation: re.Pattern[str] = NEVER
    denial: re.Pattern[str] = NEVER
    refusal: re.Pattern[str] = NEVER
    doubt: re.Pattern[str] = NEVER
    scope: re.Pattern[str] = NEVER
    whole: re.Pattern[str] = NEVER
    binding: re.Pattern[str] = NEVER
    condition: re.Pattern[str] = NEVER
    undecided: re.Pattern[str] = NEVER
    silence: re.Pattern[str] = NEVER
    bound: re.Pattern[str] = NEVER
    joint: re.Pattern[str] = NEVER
    former: re.Pattern[str] = NEVER
    still: re.Pattern[str] = NEVER
    confirmed: re.Pattern[str] = NEVER
    reported: re.Pattern[str] = NEVER
    planned: re.Pattern[str] = NEVER
    decided: re.Pattern[str] = NEVER
    future: re.Pattern[str] = NEVER
    possible: re.Pattern[str] = NEVER
    lasting: re.Pattern[str] = NEVER
    wished: re.Pattern[str] = NEVER
    plans: re.Pattern[str] = NEVER
    pending: re.Pattern[str] = NEVER
    aimed: re.Pattern[str] = NEVER
    scarce: re.Pattern[str] = NEVER
    mere: re.Pattern[str] = NEVER
    over: re.Pattern[str] = NEVER
    at_first: re.Pattern[str] = NEVER
    in_vain: re.Pattern[str] = NEVER
    long_ago: re.Pattern[str] = NEVER
    firm: re.Pattern[str] = NEVER
    agreeing: re.Pattern[str] = NEVER
    none: frozenset[str] = frozenset()
    done: re.Pattern[str] = NEVER
    stages: tuple[tuple[Stage, re.Pattern[str]], ...] = ()
    states: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = ()
    states_past: frozenset[str] = frozenset()
    unknowns: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ()
    whether: re.Pattern[str] = NEVER
    courses: tuple[Course, ...] = ()
    resolve: tuple[re.Pattern[str], ...] = ()
    clock: re.Pattern[str] = NEVER
    clock_bounds: frozenset[str] = frozenset()
    clock_nearly: frozenset[str] = frozenset()
    standings: tuple[Standing, ...] = ()
    standings_void: frozenset[str] = frozenset()
    questions: tuple[Question, ...] = ()
    says_so: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    chambers: frozenset[str] = frozenset()
    bills: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    bearings: re.Pattern[str] = NEVER
    directions: tuple[str, ...] = ()
    place_kinds: tuple[str, ...] = ()
    since: frozenset[str] = frozenset()
    polar: Polar = Polar()
    disputing: Disputing = field(default_factory=Disputing)
    slightly_hurt: re.Pattern[str] = NEVER
    badly_hurt: re.Pattern[str] = NEVER
    provisional: re.Pattern[str] = NEVER
    leaning: re.Pattern[str] = NEVER
    presumed: re.Pattern[str] = NEVER
    aged: Aged = field(default_factory=Aged)
    roles: Roles = field(default_factory=Roles)
    mentions: Mentions = field(default_factory=Mentions)
    wording: Wording = field(default_factory=Wording)
    verbs: Verbs = field(default_factory=Verbs)
    excluding: States = field(default_factory=States)
    days: Days = field(default_factory=Days)
    governments: tuple[str, ...] = ()
    reports: re.Pattern[str] = NEVER
    supposing: tuple[str, ...] = ()
    answered: frozenset[str] = frozenset()
    helping: frozenset[str] = frozenset()
    inside: re.Pattern[str] = NEVER
    named: re.Pattern[str] = NEVER
    silences: Silences = Silences()
    manner: Manner = Manner()
    acts: Acts = field(default_factory=Acts)
    counts: Counts = field(default_factory=Counts)

    def negates(self, word: str) -> bool:
        """Whether a word turns a claim round by itself."""
        low = word.lower().replace("’", "'")
        return low in self.none or low in self.wording.negating or low in self.wording.never or bool(self.negation.fullmatch(low))
