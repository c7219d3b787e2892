"""Names that stand where a company would and are none: who takes a post, who attacked, who backed a round.

Each is told by the words right before and right behind the name, whatever the name is: nobody needs to know it.
"""

from __future__ import annotations

import re

from triggers.detect.grammar.spans import Hit
from triggers.types import EventKind as K

_POSTS = frozenset({K.EXECUTIVE_HIRE, K.EXECUTIVE_DEPARTURE})
_TOLD_OF = re.compile(
    r"(?:\b(?:of|at|from|for|with|by|to|joins?|joined|leaves?|left|quits?|['’]s) (?:the )?|\()$", re.I
)
_TAKES_POST = re.compile(
    r"(?:,[^,;]{2,90},)? (?:who )?(?:(?:has|have|had|will|would|is|was|also|currently|to|then|"
    r"previously|now|abruptly) ){0,3}"
    r"(?:succeed(?:s|ed|ing)?|resign(?:s|ed|ing)?|serves? as|served as|serve as|becom(?:es?|ing) "
    r"the (?:[\w-]+['’]s |[\w-]+ ){0,3}"
    r"(?:ceo|cfo|chief|chair\w*|president)|retir(?:es?|ed|ing)|steps? down|stepped down|joining us|joins us)\b",
    re.I,
)
_CHOSEN = re.compile(
    r"\b(?:appoint(?:s|ed)?|named?|names|hire[sd]?|tap(?:s|ped)|promote[sd]?|elect(?:s|ed)|"
    r"recruit(?:s|ed)?|welcome[sd]?) $",
    re.I,
)
_AS = re.compile(r" (?:as|to be) (?:its |the |an? |their |our )?", re.I)
_WHO = re.compile(r",? who\b", re.I)
_GANG_BEFORE = re.compile(
    r"\b(?:ransomware|hack(?:ing|er)s?|extortion|cyber-?crime|cyber-?criminal|criminal|threat|"
    r"malware)\b(?:[ -][\w-]+){0,3}?[ -]"
    r"(?:group|gang|operators?|outfit|crew|operation|actors?|collective|team)s?(?: called| known as| named| dubbed)? $",
    re.I,
)
_GANG_BEHIND = re.compile(
    r" (?:ransomware|(?:data )?extortion|hack(?:ing|er)|cyber-?crime|crime|threat|malware)(?:[ "
    r"-][\w-]+){0,2}?[ -](?:group|gang|"
    r"operators?|crew|collective|actors?|operation)\b",
    re.I,
)
_TELLER = re.compile(r" (?:reports|writes|wrote|reported):", re.I)
_ROUND = re.compile(
    r"\b(?:backers?|round (?:was |is )?(?:co-)?led|investors? includ\w+|collective agreements?|linked with)\b", re.I
)
_FOR_SALE = re.compile(
    r"\b(?:deal|agreement|pact|accord) to (?:acquire|buy|purchase|sell|merge|combine|take over|divest)\b", re.I
)
_LONG_AGO = re.compile(r"\bhad (?:previously |already |also |earlier |initially )?$", re.I)
_SAID = re.compile(r"\b(?:said|says|announced|confirmed|reported|revealed|told|added)\b", re.I)
_ONCE = re.compile(r"(?:^|, )(?:when|ever since|since|until)\b[^,;:]{0,60}$", re.I)
_BUYING = re.compile(r"\b(?:planning and|media) buying\b", re.I)
_OWN_SITE = re.compile(r"\binvest(?:s|ed|ing)?\b[^;,]{2,40}? in (?:its|their|our) ", re.I)


def not_the_firm(hit: Hit) -> str | None:
    """Why the bearer of the name is not the company of the event; None where nothing says so."""
    line = hit.line
    before, behind = line.text[line.start : hit.company.start], line.text[hit.company.end : line.end]
    if hit.kind in _POSTS:
        return "who takes the post" if _person(before, behind) else None
    if hit.kind is K.SECURITY_INCIDENT:
        if _GANG_BEFORE.search(before) or _GANG_BEHIND.match(behind):
            return "who attacked"
        return "who told it" if not before.strip() and _TELLER.match(behind) else None
    if hit.kind is K.PARTNERSHIP:
        if _ROUND.search(line.content):
            return "backers of a round"
        return "a deal to sell" if _FOR_SALE.search(line.content) else None
    verb = line.text[line.start : line.toks[hit.at].start]
    if hit.kind in (K.FUNDING, K.ACQUISITION) and _LONG_AGO.search(verb) and not _SAID.search(verb):
        return "told as background"
    if (
        hit.kind is K.FUNDING
        and (own := _OWN_SITE.search(line.content))
        and line.start + own.end() >= hit.company.start - 30
    ):
        return "what it spends itself" if hit.company.start > line.start + own.start() else None
    if hit.kind in (K.ACQUISITION, K.PRODUCT_LAUNCH) and _ONCE.search(before) and hit.at and line.field == "title":
        return "told as background"
    return "media are bought" if hit.kind is K.ACQUISITION and _BUYING.search(line.content) else None


def _person(before: str, behind: str) -> bool:
    """Whether somebody takes or leaves a post here: "who has resigned", "named … as its new chief"."""
    if _CHOSEN.search(before):
        return _AS.match(behind) is not None or _WHO.match(behind) is not None
    return not _TOLD_OF.search(before) and (_TAKES_POST.match(behind) is not None or _WHO.match(behind) is not None)
