"""Words by which English holds something to be so or not, in other words than by "not"; own lists."""

from __future__ import annotations

from briefing_app.comparison.cues.kinds import Polar
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.language.words import listed

CHARGE = r"(?:\w+ ){0,3}(?:claim|charge|accusation|allegation|report|suggestion|assertion)s?"
"""Words in front of "is false", or behind "rejects", that make it a denial."""

POLAR = Polar(
    vague=listed(
        "say tell speak know believ think call set show seem happen becom turn hold use work ask want thing way part time case issu"
    ),
    showing=listed("show releas produc publish present issu own"),
    having=listed("have"),
    seeming=listed("appear seem"),
    meaning=listed("plan intent"),
    ending=listed("of on for in to at by from with that against between among during about under over after before and or"),
    aside=listed("on for by off out at to that"),
    articles=listed("a an the"),
    as_so=listed("a an as"),
    no=listed("no"),
    neither=("neither", "nor"),
    that=listed("that"),
    without=listed("without"),
    keeping=listed("from"),
    to=listed("to"),
    turning=listed("but and while"),
    company=listed("with"),
    unreal=any_of("would have"),
    relatives=listed("that which who"),
    means=listed("with by via through"),
    evidence=frozenset({"evidence", "proof", "sign", "signs", "indication", "indications", "trace", "traces"}),
    able=any_of(
        *("can", "cannot", "can't", "could", "couldn't", "able to", "unable to", "may not", "permitted to", "allowed to", "free to"),
        *("entitled to", "authori[sz]ed to", "empowered to"),
    ),
    due=any_of(
        *("should", "shouldn't", "must", "mustn't", "ought to", r"ha(?:s|ve|d) to", "have to", r"needs? to", "needn't"),
        *("required to", "obliged to", "obligated to", "bound to"),
    ),
    required=any_of("required to be", "ha(?:s|ve|d) to be", r"needs? to be", "obliged to be"),
    calling=any_of(
        *(r"call(?:s|ed|ing)?", r"label(?:s|l?ed|l?ing)?", r"brand(?:s|ed|ing)?", r"describ(?:e|es|ed|ing)", r"dubb?(?:s|ed|ing)?"),
        *(r"declar(?:e|es|ed|ing)", r"deem(?:s|ed)?", r"consider(?:s|ed)?", r"term(?:s|ed)?", r"characteri[sz](?:e|es|ed|ing)"),
    ),
    granting=any_of(r"allow(?:s|ed|ing)?", r"permit(?:s|ted|ting)?", r"lets?", r"enabl(?:e|es|ed|ing)", r"authori[sz](?:e|es|ed|ing)"),
    barring=any_of(
        *(
            r"bars?",
            "barred",
            r"bans?",
            "banned",
            r"prohibit(?:s|ed|ing)?",
            r"forbids?",
            "forbade",
            "forbidden",
            r"prevent(?:s|ed|ing)?",
        ),
        *(r"block(?:s|ed|ing)?", r"stop(?:s|ped)?", r"keeps?", "kept"),
    ),
    disputing=any_of(
        *(r"disput(?:e|es|ed|ing)(?: claims| reports| suggestions| the (?:claim|idea|notion|suggestion))?(?: that)?",),
        rf"(?:reject|dismiss|contest|refut|rebutt?|den)(?:s|es|ed|ing|y|ies|ied|ying)? {CHARGE} that",
        *(r"den(?:y|ies|ied|ying) (?:that|having)", "it(?: is|'s) (?:not true|false|untrue|a lie) that"),
    ),
    waving=any_of(
        r"(?:reject|dismiss|den|disput|refut|downplay|rebuff)(?:s|es|ed|ing|y|ies|ied|ying)? (?:\w+ ){0,2}"
        r"(?:talk|claims?|suggestions?|notions?|ideas?|reports?|allegations?|accusations?|speculation|rumou?rs)"
        r" (?:of|about)(?: a| an| any| the)?"
    ),
    occurring=any_of(
        *(
            r"(?:take|takes|took|taken|taking) place",
            r"(?:be|was|were|been|being) held",
            r"happen(?:s|ed)?",
            r"occur(?:s|red)?",
            "go ahead",
        ),
        *("goes ahead", "went ahead"),
    ),
    pretending=any_of(r"pretend(?:s|ed|ing)?", "if", "would", "wish", "even though"),
    following=any_of(r"(?:after|following) (?:(?!with)\w+ ){1,3}with"),
    pointing=any_of(
        r"(?:that|this|it)(?:'s| is| was) (?:(?:just|simply|absolutely|totally|completely|\w+ly) )?(?:not|never) (?:\w+ly )?"
        r"(?:true|so|correct|accurate|the case|what happened)",
        r"(?:that|this|it) (?:isn't|wasn't) (?:\w+ly )?(?:true|so|correct|accurate|the case|what happened)",
        r"(?:that|this|it|which)(?:'s| is| was) (?:(?:just|simply|\w+ly) )?(?:a |an )?(?:\w+ )?"
        r"(?:false|untrue|lie|incorrect|inaccurate|nonsense|hoax|fiction|fabrication|falsehood)",
        r"(?:that|this|it) (?:never|did not|didn't) happen(?:ed)?",
        r"no truth (?:to|in) (?:that|this|it)",
        r"(?:he|she|they) (?:didn't|did not|hasn't|has not|haven't|have not|wasn't|weren't)(?=\W*$)",
    ),
)
"""The positions of English."""
