"""Tells the language of a text by its script and its commonest words; hides the word lists."""

from __future__ import annotations

import re
from collections import Counter

_LONGEST_READ = 20_000
_FEWEST_LETTERS = 12
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_SCRIPTS = (
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("arabic", re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    ("kana", re.compile(r"[\u3040-\u30ff]")),
    ("han", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("hangul", re.compile(r"[\uac00-\ud7af]")),
    ("hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("greek", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("devanagari", re.compile(r"[\u0900-\u097f]")),
    ("thai", re.compile(r"[\u0e00-\u0e7f]")),
)

_ONE_LANGUAGE = {"hangul": "ko", "hebrew": "he", "greek": "el", "thai": "th", "devanagari": "hi"}

_LATIN = {
    "en": """
        the of and to in that is was for it with as on he be at by had not are but from have they which one were all there would
        their been has when who will more if said an this its
    """,
    "de": """
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach
        wird bei einer um am sind noch wie einem über so zum
    """,
    "fr": """
        de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son cette aux mais ont ces
        été être à d'un d'une elle leur
    """,
    "es": """
        de la que el en y los del se las por un para con una su al lo como más pero sus le ya este sí porque esta entre cuando muy
        sin sobre también hasta hay fue
    """,
    "it": """
        di e il la che in un per è una sono del della con non si da le al dei nel alla anche più come lo gli ma delle ha i dal nella
        questo su ed
    """,
    "pt": """
        de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando
        muito há nos já também pelo pela são
    """,
    "nl": """
        de van het een en in is dat op te zijn met voor niet aan er om dan zou wat mijn was ook als bij uit nog naar heeft hij door
        over worden werd deze tot maar die
    """,
    "sv": """
        och att det i en som är på av för med den till inte har de ett om han men var sig från vi så kan nu år vid sin under efter
        eller också
    """,
    "da": """
        og i at det er en til af på for med de som den der ikke et har om var han men fra vi blev sig så også efter eller hun nu ved
        over kan
    """,
    "no": """
        og i det er på en til som for av med at har de ikke den om et var fra han men vi seg så også etter eller nå ved over kan ble
        sier mot hun
    """,
    "fi": "ja on ei että se oli mutta kun hän ovat myös joka mukaan kuin tai jo vain sen niin ole vuoden mitä nyt olla hänen ovat sekä",
    "pl": "w i na z się do nie to jest że o jak a po ale od za co przez dla są czy tak tym być może już tego tylko ich jego był który",
    "cs": "a se v na je že s z do o k i to jako za by pro ale ve jsou které po jeho který si bylo tak už také nebo jsem aby při",
    "hu": "a az és hogy nem is egy ez meg csak volt már mint de ha vagy el még azt szerint ki kell lesz után lehet között sem",
    "ro": "de și în a la cu pe că este nu un din o se care mai pentru sunt au fost al ce sa lui sau dar ale după prin fi",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi ne kadar sonra ise var en o olduğu değil ama diye her şey ki mi",
    "id": """
        yang dan di untuk dengan pada itu dari dalam ini tidak akan adalah ke oleh juga telah ada mereka sebagai kata bisa saat atau
        lebih karena sudah
    """,
    "vi": "và của là có được cho không trong người các một đã với những này khi để tại từ đến ra về như cũng vào nhiều năm",
}
_COMMON = {code: frozenset(words.split()) for code, words in _LATIN.items()}

_CYRILLIC = {
    "ru": "и в не на что с по это как из у за от к о для его до но все он был а же так бы при также года после",
    "uk": "і в не на що з у та до за це як від по для його про але й є що він був року також після під чи",
    "bg": "на и да в от за се с е не по че са като до си но при след което ще този към през това има",
    "sr": "је и у да на се за од са су не који што као до али из би или о то после био",
}
_CYRILLIC_COMMON = {code: frozenset(words.split()) for code, words in _CYRILLIC.items()}
_FARSI, _URDU = frozenset("پچژگ"), frozenset("ٹڈڑںےھ")


def detect(text: str) -> tuple[str, float]:
    """The BCP 47 code of the language that most of ``text`` is in, with a confidence from 0 to 1; ("und", 0.0) when unclear.

    Reads the first 20,000 code points. Method: script counts, then the share of function words.
    """
    sample = text[:_LONGEST_READ]
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    letters = sum(counts.values())
    east_asian = counts["kana"] + counts["han"]
    if east_asian * 2 > letters and east_asian >= 2:
        return _east_asian(counts, east_asian / letters)
    script = max(counts, key=lambda name: counts[name])
    if letters < _FEWEST_LETTERS or counts[script] * 2 <= letters:
        return "und", 0.0
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script], round(counts[script] / letters, 3)
    if script == "arabic":
        return _arabic_script(sample)
    return _by_words(sample, _COMMON if script == "latin" else _CYRILLIC_COMMON)


def _east_asian(counts: dict[str, int], share: float) -> tuple[str, float]:
    kana = counts["kana"] / (counts["kana"] + counts["han"])
    if kana >= 0.1:
        return "ja", round(share, 3)
    if counts["han"] >= 4:
        return "zh", round(share * (1 - 4 * kana), 3)
    return "und", 0.0


def _arabic_script(sample: str) -> tuple[str, float]:
    found = set(sample)
    if found & _URDU:
        return "ur", 0.8
    if found & _FARSI:
        return "fa", 0.8
    return "ar", 0.9


def _by_words(sample: str, common: dict[str, frozenset[str]]) -> tuple[str, float]:
    """The language whose function words make the largest share; words of several languages count for each of them."""
    words = Counter(word.lower().replace("’", "'") for word in _WORDS.findall(sample))
    total = sum(words.values())
    shares = {code: sum(words[word] for word in known) / total for code, known in common.items()} if total else {}
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) < 2 or total < 3:
        return "und", 0.0
    (code, best), (_, second) = ranked[:2]
    seen = best * total
    lead = (best - second) / best if best else 0.0
    if best < 0.12 or seen < 2 or lead < 0.15:
        return "und", 0.0
    return code, round(min(1.0, best / 0.3) * min(1.0, lead / 0.5) * min(1.0, seen / 4), 3)
