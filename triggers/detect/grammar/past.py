"""Events told as history: "two years ago", "last year", "in March 2021", "vor zwei Jahren", "il y a deux ans"."""

from __future__ import annotations

import re
from datetime import date

from triggers.detect.grammar.dates import OLD, find_dates
from triggers.detect.grammar.negation import clause
from triggers.detect.grammar.tokens import Line

_MANY = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|some|many|\d+)"
_VIELE = r"(?:einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig|einigen|mehreren|\d+)"
_DES = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|quelques|plusieurs|\d+)"
_AÑOS = r"(?:un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|varios|\d+)"
_ANNI = r"(?:un|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|venti|alcuni|\d+)"
_PAST = re.compile(
    rf"\b(?:{_MANY} (?:\w+ )?(?:years?|decades?) (?:ago|earlier)|(?:seven|eight|nine|ten|eleven|[7-9]|1\d) months ago|"
    r"years ago|last year|the year before(?: last)?|a decade ago|"
    rf"vor {_VIELE} (?:jahr(?:en)?|jahrzehnt(?:en)?)(?! (?:gegründet|gestartet|entstand|ausgegründet))|"
    r"(?:im )?(?:vergangenen|vorigen|letzten) jahr\b|letztes jahr|voriges jahr|im vorjahr|"
    rf"hace {_AÑOS} años?|{_ANNI} ann[oi] fa|el año pasado|l['’]anno scorso|"
    rf"il y a {_DES} (?:ans?|années?|décennies?)|l['’]an (?:dernier|passé)|l['’]année (?:dernière|passée))\b",
    re.I,
)
_YEAR = re.compile(
    r"\b(?:in|back in|during|im jahr|en|nel) ((?:19|20)\d\d)\b|\b((?:19|20)\d\d)(?=$|[,.;]| (?:already|bereits))", re.I
)
_OTHER = re.compile(
    r"\b(?:after|since|founded|launched|started|created|which|that|who|whose|when|what|than|compared|from|to|up|over|"
    r"versus|nach|seit|gegründete?\w*|gegenüber|als|après|depuis|fondée?|créée?|lancée?|née|contre|par rapport|qui)\b",
    re.I,
)
_OPENS = re.compile(r"(?:back )?(?:in|im jahr|en|nel) (?:[a-zäéû]+ )?((?:19|20)\d\d)\b", re.I)
_NOW = re.compile(r"\b(?:now|today|this week|has now|heute|jetzt|nun|aujourd['’]hui|désormais|maintenant)\b", re.I)


def _present(verb: str) -> bool:
    return verb.endswith("s") and not verb.endswith(("ss", "series"))


def told_as_history(line: Line, at: int) -> re.Match[str] | None:
    """The words that put the event of token `at` into the past; a present tense ("raises") tells news."""
    tok = line.toks[at]
    if _present(tok.low):
        return None
    start, end = clause(line, at)
    if opening := _PAST.match(line.text, line.start):
        start = line.start if _NOW.search(line.text, line.start, line.end) is None else start
        if start == line.start and tok.start - opening.end() < 60:
            return opening
    for match in _PAST.finditer(line.text, start, end):
        between = line.text[tok.end : match.start()] if match.start() > tok.end else line.text[match.end() : tok.start]
        if not _OTHER.search(between) and not _NOW.search(line.text, start, end):
            return match
    return None


_WHO_ONCE = re.compile(
    r"\b(?:years?|months?|decades?|weeks?) after $|"
    r"(?:, |^)(?:which|who|that) (?:(?:was|were|had been|has been|had) )?$|"
    r", (?:die|der|das|welche[rs]?) (?:[\w ]{0,40} )?$|, qui (?:a été|avait été|fut) $",
    re.I,
)


def told_aside(line: Line, start: int) -> bool:
    """Whether a relative clause leads to the verb group of token `start`: "Acme, which bought Globex, has"."""
    return _WHO_ONCE.search(line.text, line.start, line.toks[start].start) is not None


_PARTICIPLE = re.compile(
    r"(?:bought|sold|founded|\w+ed|adquirid[oa]s?|comprad[oa]s?|vendid[oa]s?|acquisit[oa]|comprat[oa]|rilevat[oa]|cedut[oa]|"
    r"acquistat[oa]|rachetée?s?|acquise?s?|cédée?s?|vendue?s?|übernommen\w*|gekauft\w*|verkauft\w*|geschluckt)$"
)
_ITS_YEAR = re.compile(r"[^,.;:]{0,50}? (?:in|en|nel|im jahr|im jahre) (?:19|20)\d\d\b", re.I)


def with_its_year(line: Line, at: int) -> bool:
    """ "Acquisita da Globex nel 2014": a participle with its year. News without a date of its own gives the day."""
    tok = line.toks[at]
    if at + 1 < len(line.toks) and line.toks[at - 1].low in ("to", "be", "will"):
        return False
    return _PARTICIPLE.fullmatch(tok.low) is not None and _ITS_YEAR.match(line.text, tok.end) is not None


def dated_before(line: Line, at: int, told: date) -> bool:
    """Whether a full date behind the verb, in its clause, lies long before the day of the entry."""
    tok = line.toks[at]
    _, end = clause(line, at)
    opening = _OPENS.match(line.text, line.start)
    if opening and told - date(int(opening[1]), 12, 31) > OLD and not _present(tok.low):
        return tok.start - opening.end() < 60 and _NOW.search(line.text, line.start, line.end) is None
    for dated in find_dates(line, told):
        if tok.end <= dated.start < end and told - dated.on > OLD:
            return not _OTHER.search(line.text[tok.end : dated.start])
    for match in _YEAR.finditer(line.text, tok.end, end):
        year = int(match[1] or match[2])
        if year < told.year and told - date(year, 12, 31) > OLD:
            return not _OTHER.search(line.text[tok.end : match.start()])
    return False
