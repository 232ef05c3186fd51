"""Words by which English marks a claim as disputed; own lists."""

from __future__ import annotations

import re

from briefing_app.comparison.cues.disputing import Disputing
from briefing_app.comparison.cues.patterns import any_of

_CLAIM = (
    r"(?:(?:claim|charge|accusation|allegation|report|rumou?r|suggestion|assertion|stor(?:y|ie)|argument|contention|narrative"
    r"|conspiracy theor(?:y|ie)|theor(?:y|ie)|notion|idea|speculation)s?,?[\"”']? that"
    r"|(?:claim|charge|accusation|allegation|report|rumou?r)s?,?[\"”']? of)"
)
_POINTED = "(?:claim|charge|accusation|allegation|assertion)s?"
_WHOSE = r"(?:[\w'-]+ ){0,4}"
_WRONGLY = r"(?:falsely|wrongly|incorrectly|erroneously|mistakenly|misleadingly)"
_SAID = r"(?:claim|stat|sa[iy]|suggest|assert|accus|report|impl|insinuat|alleg|argu|insist|tweet)\w*"

DISPUTING = Disputing(
    claim=any_of(
        # not what was denied to somebody ("denied him a visa", "was denied entry")
        r"(?<!be )(?<!been )(?<!was )(?<!were )(?<!to )den(?:y|ies|ied|ying)"
        r"(?:(?= \w{2,}ing(?!\w))(?! (?:\w*thing|having))| (?:that|having|ever|he|she|they"
        r"|any (?:\w+ )?(?:involvement|role|part|connection|link|tie)s?(?: in| to| with| of)?))",
        rf"(?:den(?:y|ies|ied|ying)|(?:dismiss|reject|contest|contradict|rebuff|debunk)(?:s|es|ed|ing)?|(?:disput|refut)(?:e|es|ed|ing)"
        rf"|rebut(?:s|ted|ting)?|challeng(?:e|es|ed|ing)) {_WHOSE}{_CLAIM}",
        r"(?:disput|refut)(?:e|es|ed|ing) that",
        rf"(?:push(?:es|ed|ing)? back|hits? back|hit back|took issue|takes issue|disagree[sd]?) (?:[\w'-]+ ){{0,2}}"
        rf"(?:on|against|at|with) {_WHOSE}{_CLAIM}",
        r"(?:false|untrue|baseless|unfounded|groundless|debunked|discredited|bogus|incorrect|erroneous|misleading|inaccurate|fabricated"
        rf"|unsubstantiated|disproven)(?: and \w+| \w+)? {_CLAIM}",
        rf"{_WRONGLY},? {_SAID}(?: (?!that)[\w'-]+){{0,3}} that",
        rf"{_SAID},? {_WRONGLY},? that",
        rf"contrary to {_WHOSE}{_CLAIM}",
        rf"no truth (?:to|in|behind) (?:the )?{_CLAIM}",
        "(?:not true|untrue|false|a lie|a myth|nonsense|a hoax) that",
    ),
    ending=re.compile(
        r"[;—–]| -- |, (?:but|and|which|who|while|although|though|as|after|when|where|despite|even|with|instead|including|an?|the|he|she"
        r"|they|\w+ing)(?!\w)|[.!?][\"”’']* [A-Z\"“]"
        r"| (?:but|while|although|though|after|despite|as|and (?:has|have|had|was|is|said|denie[sd]))(?!\w)"
    ),
    marked=any_of(
        *("false", "falsely", "baseless", "unfounded", r"debunk\w*", "discredited", r"fact-?check\w*", "myth", "hoax", "conspiracy"),
        *(r"refut\w*", r"disput\w*", r"reject\w*", "den(?:y|ied|ies|ying|ial)", "unsubstantiated", "(?:no|without) evidence"),
        *("whether", "if (?:he|she|they|it)", "contrary to", "push(?:es|ed|ing)? back"),
    ),
    knowing=re.compile(
        r"\W*(?:that |he |she |they |it |had |was |any |ever |having )*(?:know|knew|aware|information|(?:\w+ ){0,6}anything but)"
    ),
    own=re.compile(r"den\w+(?: (?:having|ever|any .*))?$"),
    somebodys=any_of(
        rf"(?:den(?:y|ies|ied|ying)|(?:dismiss|reject|contest|contradict|rebuff)(?:s|es|ed|ing)?|(?:disput|refut)(?:e|es|ed|ing)"
        rf"|disagree[sd]? with) (?:his|her|their|(?:[\w-]+ )?[\w-]+'s?) (?:\w+ )?{_POINTED}(?! (?:that|of|about|against|on))",
        rf"(?:his|her|their|[\w-]+'s?) (?:\w+ )?{_POINTED} (?:(?:do|does|did) not|don't|doesn't|didn't) hold (?:water|up)",
        rf"(?:his|her|their|[\w-]+'s?) (?:\w+ )?{_POINTED} (?:is|are|was|were) (?:\w+ly )?"
        "(?:false|untrue|baseless|unfounded|without merit|not true|wrong)",
    ),
    quoted=re.compile(r"[\"“]((?:[\w'-]+ ){3,}[\w'-]+)[,.]?[\"”]"),
)
"""How English disputes."""
