"""Which language a dispatch is in: by what its carrier says, its script, and the commonest small words."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.dispatch import Dispatch

_SAMPLE = 4000
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_SMALL = {
    "en": "the of and to in that is for on with said was has by as at will be it from",
    "fr": "le la les des et du une dans que est pour sur avec par au qui ont été aux",
    "es": "el la los las de y en que es por con para una del se al su ha como",
    "de": "der die das und in den von zu mit ist des auf für im dem nicht eine als",
    "pt": "o a os as de e em que do da para com uma não no na por dos se",
    "it": "il la di e che in per con del una non della sono i le è da al",
    "tr": "ve bir bu ile için olarak da de olan daha çok sonra",
    "vi": "và của các là trong với cho được có những một",
    "id": "dan yang di untuk dengan dari pada dalam ini itu akan telah",
}
_SETS = {code: frozenset(words.split()) for code, words in _SMALL.items()}


def language(dispatch: Dispatch) -> str | None:
    """ISO 639-1, None where the text is too short or too odd to tell. What the text shows outranks what its carrier claims."""
    sample = dispatch.text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return dispatch.language
    for code, script in () if sample.isascii() else _SCRIPTS:
        share = len(script.findall(sample)) / letters
        if share > (0.08 if code == "ja" else 0.3):
            return code
    said = re.findall(r"[^\W\d_]+", sample)  # in small letters, for the "Al" of a name is no article
    words = Counter(w for w in said if w.islower()) or Counter(w.lower() for w in said)
    scores = {code: sum(words[w] for w in small) for code, small in _SETS.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    if scores[best] == 0:
        return dispatch.language or ("en" if sample.isascii() else None)
    return best
