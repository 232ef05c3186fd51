"""English, in depth: stop words, word classes, say-verbs, titles, numbers; the lists are this project's own."""

from __future__ import annotations

from briefing_app.language.english_metres import METRES
from briefing_app.language.english_names import DEMONYMS, FEMALE_NAMES, GIVEN_NAMES, ORGANISATIONS, PLACES, TITLE_HEADS, TITLES
from briefing_app.language.english_speech import SPEECH
from briefing_app.language.english_verbs import forms_of, verb_bases, verb_forms
from briefing_app.language.pack import Counting, Grammar, LangPack, Naming, QuoteMarks
from briefing_app.language.sentences import Splitting
from briefing_app.language.words import listed

_DETERMINERS = listed(
    """
a an the this that these those my your his her its our their some any no every each either neither both all many much few several another
other such what which whose half most more less fewer enough one two three four five six seven eight nine ten eleven twelve dozens
hundreds thousands millions
"""
)
_PRONOUNS = listed(
    """
i you he she it we they me him her us them myself yourself himself herself itself ourselves themselves who someone somebody anyone anybody
everyone everybody nobody something anything everything nothing there this that these those one others many few some both i'm he's she's
it's we're they're you're i've we've they've you've i'd he'd she'd we'd they'd you'd i'll he'll she'll it'll we'll they'll you'll that's
there's what's who's
"""
)
_PREPOSITIONS = listed(
    """
of in to for with on at by from about into over after before between under against during without within through toward towards among amid
across behind beyond despite except near off onto out outside inside since until till up upon via per than like unlike above below around
along alongside as down besides regarding concerning following including throughout versus amongst aboard ahead
"""
)
_COORDINATORS = listed("and but or nor yet so")
_SUBORDINATORS = listed(
    """
that because although though while whereas when whenever if unless until since after before as once whether where wherever lest how why
than so
"""
)
_RELATIVES = listed("who whom whose which that where when")
_MODALS = listed(
    """
will would can could shall should may might must cannot won't wouldn't can't couldn't shan't shouldn't mightn't mustn't needn't i'll he'll
she'll it'll we'll they'll you'll i'd he'd she'd we'd they'd you'd ought
"""
)
_AUXILIARIES = listed(
    """
is are was were am be been being has have had having do does did isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't
ain't i'm he's she's it's we're they're you're i've we've they've you've that's there's what's who's
"""
)
_ADVERBS = listed(
    """
not never also only just even still already again then now later earlier soon once often always usually sometimes recently currently
previously formerly repeatedly reportedly allegedly apparently seemingly presumably publicly privately quickly separately meanwhile
however instead further once there here too yet ever long today yesterday tomorrow tonight almost nearly further first last simply bluntly
flatly jokingly angrily famously clearly strongly firmly quietly immediately subsequently initially originally finally eventually probably
perhaps maybe certainly likely possibly surely rather quite very so well n't explicitly openly twice briefly additionally furthermore
moreover nevertheless nonetheless otherwise therefore thus indeed actually basically essentially
"""
)

_STOP = (
    _DETERMINERS
    | _PRONOUNS
    | _PREPOSITIONS
    | _COORDINATORS
    | _SUBORDINATORS
    | _RELATIVES
    | _MODALS
    | _AUXILIARIES
    | listed(
        """
not also just only very too then there here now so s t d ll re ve m hers ours theirs yours doing said says say will
"""
    )
) - listed("no not nor never cannot won't without against")

_SPLITTING = Splitting(
    titles=listed(
        """
mr mrs ms mx dr prof rev fr sr st ste hon gen lt col maj capt cpt cmdr sgt cpl pvt adm sen sens rep reps gov govs pres sec amb supt insp
pte messrs mme mlle vs v fig art sect vol pp
"""
    ),
    abbreviations=listed(
        """
co corp inc ltd llc plc bros etc jr dept univ assn ave blvd rd mt ft approx est al jan feb mar apr jun jul aug sept sep oct nov dec mon
tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
okla ore pa tenn tex va vt wash wis wyo a.m p.m e.g i.e u.s u.k u.n u.s.a d.c e.u ph.d m.d b.a m.a no nos cf ca d.n.y op cit ed eds dist
atty asst
"""
    ),
    openers=listed(
        """
the a an he she it they we i you this that these those there in on at but and as when while after before if for from with under by his her
its their our my many some most several one two three four five however meanwhile although though since because so yet also asked what who
where why how no not is are was were has have had do does did will would can could should according officials police authorities experts
analysts critics still instead despite during last earlier later now then
"""
    ),
    say_verbs=frozenset(
        form
        for lemma in [
            "say",
            "ask",
            "add",
            "reply",
            "tell",
            "write",
            "shout",
            "note",
            "tweet",
            "declare",
            "respond",
            "wonder",
            "exclaim",
            "yell",
            "cry",
            "continue",
            "quip",
            "joke",
            "scream",
            "explain",
            "insist",
            "argue",
            "observe",
            "remark",
            "state",
            "retort",
            "demand",
            "recall",
        ]
        for form, reading in forms_of(lemma).items()
        if reading != "G"
    ),
)

ENGLISH = LangPack(
    code="en",
    stemmer="english",
    stop_words=_STOP,
    splitting=_SPLITTING,
    marks=(
        QuoteMarks("“", "”"),
        QuoteMarks('"', '"'),
        QuoteMarks("''", "''"),
        QuoteMarks("``", "''"),
        QuoteMarks("«", "»"),
        QuoteMarks("„", "“"),
        QuoteMarks("‘", "’", weak=True),
        QuoteMarks("'", "'", weak=True),
    ),
    grammar=Grammar(
        determiners=_DETERMINERS,
        pronouns=_PRONOUNS,
        prepositions=_PREPOSITIONS,
        coordinators=_COORDINATORS,
        subordinators=_SUBORDINATORS,
        relatives=_RELATIVES,
        auxiliaries=_AUXILIARIES,
        modals=_MODALS,
        adverbs=_ADVERBS,
        verb_endings=(("ed", "DN"), ("ing", "G")),
        verb_forms=verb_forms,
        verb_bases=verb_bases,
    ),
    speech=SPEECH,
    naming=Naming(
        titles=TITLES,
        title_heads=TITLE_HEADS,
        connectors=listed(
            """
of de del della di da dos du van von der den ter al el bin ibn ben la le los y e & the and for
"""
        ),
        given_names=GIVEN_NAMES,
        female_names=FEMALE_NAMES,
        organisations=ORGANISATIONS,
        places=PLACES,
        demonyms=DEMONYMS,
    ),
    counting=Counting(
        numerals={
            word: float(value)
            for value, word in enumerate(
                [
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                    "thirteen",
                    "fourteen",
                    "fifteen",
                    "sixteen",
                    "seventeen",
                    "eighteen",
                    "nineteen",
                    "twenty",
                ]
            )
        }
        | {
            "thirty": 30.0,
            "forty": 40.0,
            "fifty": 50.0,
            "sixty": 60.0,
            "seventy": 70.0,
            "eighty": 80.0,
            "ninety": 90.0,
            "dozen": 12.0,
            "half": 0.5,
        },
        scales={
            "hundred": 1e2,
            "thousand": 1e3,
            "million": 1e6,
            "billion": 1e9,
            "trillion": 1e12,
            "bn": 1e9,
            "mn": 1e6,
            "m": 1e6,
            "k": 1e3,
            "dozen": 12.0,
        },
        approximations=tuple(
            tuple(phrase.split())
            for phrase in [
                "about",
                "around",
                "nearly",
                "almost",
                "roughly",
                "approximately",
                "some",
                "more than",
                "less than",
                "fewer than",
                "at least",
                "at most",
                "over",
                "under",
                "up to",
                "an estimated",
                "close to",
                "as many as",
                "as much as",
                "just over",
                "just under",
                "well over",
                "in excess of",
                "no more than",
                "no fewer than",
                "estimated",
            ]
        ),
        currencies={
            "$": "dollar",
            "€": "euro",
            "£": "pound",
            "¥": "yen",
            "₹": "rupee",
            "₽": "rouble",
            "₩": "won",
            "US$": "dollar",
            "A$": "australian dollar",
        },
        months={
            word: index
            for index, words in enumerate(
                (
                    "january jan",
                    "february feb",
                    "march mar",
                    "april apr",
                    "may",
                    "june jun",
                    "july jul",
                    "august aug",
                    "september sept sep",
                    "october oct",
                    "november nov",
                    "december dec",
                ),
                start=1,
            )
            for word in words.split()
        },
        weekdays={
            word: index
            for index, words in enumerate(
                ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri", "saturday sat", "sunday sun")
            )
            for word in words.split()
        },
        metres=METRES,
    ),
)
"""The pack of English."""
