"""Words that turn an event into its opposite: not raising, no plans to, dementiert, ne lève pas."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.tokens import Line

_REACH = 90  # characters on either side of the verb in which a negation still speaks of it
_CUT = re.compile(r"[,;:!?|–—]\s|\s(?:and|but|und|sondern|aber|et|mais)\s")

# In front of the verb. What follows up to the verb is read by `_LETS_GO`.
_BEFORE = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|could|can|should|may|might) "
    r"(?:\w+ly )?not(?! (?:only|just|merely|simply|alone)\b)|(?:\w+n['’]t|cannot)(?! (?:only|just|merely|simply)\b)"
    r"|never|yet to|no longer|neither|"
    r"den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|rejects?|rejected|rul(?:es?|ed|ing) out|"
    r"plays? down|played down|pours? cold water|quash(?:es|ed)|debunk(?:s|ed)|"
    r"no (?:\w+ )?(?:plans?|intentions?|desire|need|interest|talks)(?: (?:to|of|for|in|on))|against|"
    r"(?:walk|back|pull|step)s? (?:away|out|back)|(?:walk|back|pull|stepp)ed (?:away|out|back)|"
    r"decid(?:es|ed) not|opts? not|opted not|declin(?:es|ed) to|refus(?:es|ed) to)\b",
    re.I,
)
_LETS_GO = re.compile(
    r"\b(?:wait|waiting|stop|stopped|hesitate|fail|failed|after|before|because|while|until|despite|who|which|now|then)\b",
    re.I,
)
_FIRM = re.compile(r"\b(?:rejects?|rejected|against|no longer|neither|dismiss(?:es|ed|ing)?)$", re.I)
_SAYINGS = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|speculation|talk|suggestions?|idea|plans?|calls?|raising)\b", re.I
)
_BARE = re.compile(r"\b(?:not|never)(?! (?:only|just|merely)\b)\s$", re.I)  # "Acme Not Raising Series B"
_NO_SUCH = re.compile(r"\bno (?!longer)(?:\S+ )?$", re.I)  # "No Series B for Acme"
_NO_ROUND = re.compile(r"\bno (?:new |fresh )?(?:series [a-k]|seed|funding|money|investment)\b", re.I)
_FELL = re.compile(
    r"\b(?:falls? through|fell through|(?:is |was |are |were )?(?:called off|scrapped|shelved|denied|abandoned|"
    r"cancell?ed)|fails|failed|lapses|lapsed|collapses|collapsed|is off|untrue|not true|not happening)\b",
    re.I,
)
_NOUNS = words(
    "series seed round funding financing ipo listing layoffs acquisition takeover merger breach deal partnership "
    "appointment departure expansion launch investment bid offer tie-up"
)
# Anywhere in the clause: German and French put it behind the verb as well.
_AROUND = re.compile(
    r"\b(?:nicht(?! (?:nur|zuletzt|weit|einmal|ganz|weniger|mehr nur)\b)|kein(?:e|en|er|em|es)?|niemals|"
    r"dementier(?:t|te|en)|bestreitet|bestritt|weist [^,;]{0,40}zurück|schließt [^,;]{0,40} aus(?= |$)|"
    r"n(?:e |['’])(?:[^\W\d]+[ '’]){1,4}?(?:pas|jamais|aucune?|plus)(?! (?:seulement|que|de \d)\b)|"
    r"démen(?:t|tit|tent|ti)|réfute|réfutent|renonce à|exclut|aucun projet|nie (?:vouloir|avoir))\b",
    re.I,
)
_PURPOSE = re.compile(r"\b(?:pour|afin|für|ohne|damit|que|qui|dont|um)\b", re.I)
_CLOSES = re.compile(r"schließt .* aus", re.I)
_MONEY_ROUND = re.compile(r"runde|finanzierung", re.I)


def negated(line: Line, at: int) -> re.Match[str] | None:
    """The words in the clause of token `at` that say that the event does not happen."""
    start, end = clause(line, at)
    verb = line.toks[at].start
    for match in _BEFORE.finditer(line.text, start, verb):
        between = line.text[match.end() : verb]
        firm = _FIRM.search(match.group()) is None or _SAYINGS.search(f"{between}{line.toks[at].low}")
        if firm and not _LETS_GO.search(between) and len(between.split()) <= 8:
            return match
    if plain := _BARE.search(line.text, start, verb) or _of_noun(line, at, start, end):
        return plain
    around = _AROUND.search(line.text, start, end)
    if around and _CLOSES.match(around.group()) and _MONEY_ROUND.search(around.group()):
        return None  # a round that is closed, not ruled out
    if around and _PURPOSE.search(line.text, line.toks[at].end, max(line.toks[at].end, around.start())):
        return None  # "lève 20 M€ pour ne plus attendre": what the money is for
    return around


def _of_noun(line: Line, at: int, start: int, end: int) -> re.Match[str] | None:
    tok = line.toks[at]
    if tok.low == "for":
        return _NO_ROUND.search(line.text, start, tok.start)
    if tok.low not in _NOUNS and not tok.poss:
        return None
    fell = _FELL.search(line.text, tok.end, end)
    if fell and re.search(
        r"\b(?:after|before|following|despite|since|led|by)\b", line.text[tok.end : fell.start()], re.I
    ):
        fell = None
    return _NO_SUCH.search(line.text, start, tok.start) or fell


def clause(line: Line, at: int) -> tuple[int, int]:
    """Where the clause of a token begins and ends, as places in the text."""
    tok = line.toks[at]
    start, end = max(line.start, tok.start - _REACH), min(line.end, tok.end + _REACH)
    for cut in _CUT.finditer(line.text, start, tok.start):
        start = cut.end()
    after = _CUT.search(line.text, tok.end, end)
    return start, after.start() if after else end
