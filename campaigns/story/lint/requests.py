"""What counts as a request to act: imperatives to the reader, "please", and wishes that want an answer."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from campaigns.story.lexicon import alternatives

_STRONG_EN = alternatives("request_strong.en")
_ACT_EN = f"{_STRONG_EN}|{alternatives('request.en')}"
_SOFT_EN = (
    "please|just|simply|kindly|so|then|and|or|do|feel free to|go ahead and|why not|maybe|perhaps|now|or just|if so"
)
_ACT_DE = alternatives("request.de")
_TO_ME_DE = "mir|uns|dich|mich|einfach|kurz|mal|doch|an|hier|gern|es|dir"
_DU_DE = "sag|schreib|melde?|gib|lass|ruf|buche?|klicke?|schau|antworte|schick|sende|lies|teste?|probiere?|erzähl|nenn"
_LATER_VERBS_DE = (
    "sagen|schreiben|antworten|melden|rufen|buchen|klicken|vereinbaren|schicken|senden|nennen|probieren|testen|"
    "besuchen|erzählen"
)


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# At the start of a sentence only.
_FIRST = {
    False: _any_case(rf"\W*(?:(?:{_SOFT_EN})[, ]+)*(?:{_ACT_EN})(?!\w)"),
    True: _any_case(
        r"\W*(?:(?:bitte|dann|einfach|also|und|oder|gern|gerne|sonst)[, ]+)*"
        rf"(?!schreiben Sie [^.!?]*\b(?:auf|nieder|hin)\b)(?:(?:{_ACT_DE}) (?-i:Sie)\b|"
        r"(?:geben|lassen|teilen) (?-i:Sie) (?:mir|uns|mich)\b|"
        r"(?:nehmen|lesen|sehen|werfen) (?-i:Sie) (?:sich|unser|mehr|einen Blick|selbst)|"
        rf"(?:{_DU_DE})\s+(?:{_TO_ME_DE})\b)"
    ),
}
# Anywhere in a sentence.
_ANYWHERE = {
    False: (
        _any_case(
            r"(?<!\w)(?:please(?! (?:find|note))|feel free to|"
            r"(?:let['’]s|(?<!you )(?<!they )(?<!to )let us)"
            r"(?! (?:know|be|face|say|assume|call it|in|down|through|off|go)\b)"
            r"|why don['’]t (?:we|you))\s+\w+"
        ),
        _any_case(
            r"\b(?:I|we)(?:['’]d| would)(?: really| very much)? "
            r"(?:love|like|appreciate|welcome|value|be (?:glad|happy|grateful|keen|curious))\b[^.]{0,40}"
            r"\b(?:hear|know|learn|reply|answer|thoughts?|feedback|opinion|meet|talk|speak|chat|discuss|call|minutes?)\b"
        ),
        # "I should be grateful for a line on whether …": a question put as a wish.
        _any_case(
            r"\b(?:an?|one|your) (?:\w+ )?(?:line|word|note|reply|answer|sentence)\b[^.!?,]{0,30}"
            r"\b(?:on|about|as to|saying|say|of) (?:whether|which|what|how|who|where|when|why)\b"
        ),
    ),
    True: (
        _any_case(
            r"(?<!\w)(?:lassen Sie uns|lass uns|ich bitte (?:Sie|dich)|"
            r"bitte (?!um (?:Entschuldigung|Verzeihung|Nachsicht))\w+)\b"
        ),
        _any_case(
            r"\b(?:ich|wir) (?:würden?|freuen?|hätten?|möchten?|wären?)\b[^.]{0,50}\b(?:hören|erfahren|wissen|Antwort|"
            r"Rückmeldung|Meinung|kennenlernen|sprechen|treffen|Gespräch|Termin|Feedback|austauschen|vorstellen)\b"
        ),
        _any_case(
            r"\b(?:eine|Ihre|deine|kurze) (?:Zeile|Antwort|Nachricht|Notiz|Auskunft)(?: (?:dazu|darüber|von \w+))?, "
            r"(?:ob|wie|was|welche\w*|wer|wen|wo|wann|warum|woran)\b"
        ),
    ),
}
# After a condition, a dash or an "and".
_LATER = {
    False: _any_case(
        r"(?:\b(?:if|when|whenever|should|once)\b[^,]*,|[;:–—]|\b(?:and|or|then|so)\b)\s*"
        rf"(?:please |just |simply |then |do )*(?:{_STRONG_EN})(?!\w)"
    ),
    True: _any_case(
        rf"(?:,|[;:–—]|\b(?:und|oder)\b)\s*(?:dann |bitte |einfach |so )*(?:(?:{_LATER_VERBS_DE}) (?-i:Sie)\b|"
        r"(?:geben|lassen|teilen) (?-i:Sie) (?:mir|uns|mich)\b|(?:sag|schreib|gib|schick|ruf) (?:mir|uns|mich)\b|"
        r"melde dich\b)"
    ),
}
# Where the one ask stands, any imperative to the reader is one; elsewhere a story may advise.
_ORDER = {
    False: _any_case(
        rf"\W*(?:(?:{_SOFT_EN})[, ]+)*(?:do (?!you|they|your|we|I|people)\w+|have a|"
        r"take|make sure|join|give|get|help|come|pick|try)\b"
    ),
    True: _any_case(
        r"\W*(?:(?:bitte|dann|einfach|also|und|gern|gerne) )*\w{3,}(?:en|ern|eln) (?-i:Sie)\b(?![^.!?]*, (?:dann|so)\b)"
    ),
}
# "Hit reply and tell me …" is one request: the first verb says how, the second what.
_BY_REPLY = _any_case(
    r"(?:(?:hit|press) reply|reply|respond|write back|answer|drop (?:me|us) a line|"
    r"(?:antworten|schreiben|melden) (?-i:Sie)(?: sich| mir| uns)?(?: einfach| kurz| gern)*)\W*\Z"
)
# "Some of them march to another drum and say so": the second verb has the subject of the first.
_OTHERS = _any_case(
    r"(?:^|[.;:,] |\b(?:that|because|as|while|when|who) )"
    r"(?:some|they|people|others|many|most|those|we|all|both)\b[^,;:]*\Z"
)
_JOINED = {
    False: _any_case(r"(?:[–—;]|\bor) (?:just )?(?:reply|book|call me|let me know|click|schedule|drop me)\b"),
    True: _any_case(r"\b(?:und|oder) (?:buchen|rufen|klicken|vereinbaren) Sie\b"),
}


@lru_cache(maxsize=1_000)
def count_requests(words: str, *, german: bool, asking: bool = False) -> int:
    """How many requests a sentence makes that is no question. `words` hold no bound text, so that the sentences of a
    story come again with each of its drafts. `asking`: the sentence stands in the beat of the ask."""
    anywhere = (pattern.search(words) for pattern in _ANYWHERE[german])
    first = next(
        filter(None, chain([_FIRST[german].match(words), _ORDER[german].match(words) if asking else None], anywhere)),
        None,
    )
    later = [found for found in _LATER[german].finditer(words) if not first or found.start() >= first.end()]
    if not first:
        later = [found for found in later if not _OTHERS.search(words[: found.start()]) or found.group()[0] in ";:–—"]
    if first and later and _BY_REPLY.search(words[: later[0].start()]):
        later = later[1:]
    return (first is not None) + len(later)


def joined_request(words: str, *, german: bool) -> bool:
    """Whether a question goes on with a request: "… or just book a slot?"."""
    return bool(_JOINED[german].search(words))
