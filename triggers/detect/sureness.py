"""How sure an event is: what its rule says, else its verb group, else what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from triggers.detect.grammar import status as statuses
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.negation import negated
from triggers.detect.grammar.spans import Hit, Span, span
from triggers.detect.grammar.tokens import Line
from triggers.types import EventKind, Status


def status_of(hit: Hit) -> tuple[Status, Span | None]:
    """The status of an event and the words that say so; "to buy" is agreed where "to raise" is planned."""
    line = hit.line
    denied = None if hit.kind is EventKind.IPO and hit.status is not None else negated(line, hit.at)
    if denied and (hit.kind is not EventKind.REGULATORY or _says_not(denied.group())):
        return Status.DENIED, statuses.match_span(line, denied)
    if hit.kind is EventKind.ACQUISITION and (match := _TURNED_DOWN.search(line.text, line.start, line.end)):
        return Status.DENIED, statuses.match_span(line, match)
    if hit.status is not None:
        return _told_by_others(hit, hit.status)
    if (done := _DONE.get(hit.kind)) and done.search(line.content):
        return Status.ANNOUNCED, None
    state, cue = statuses.read(line, hit.verb)
    if hit.kind is EventKind.EXPANSION and cue is not None and cue.text.lower().startswith("eye"):
        return Status.PLANNED, cue  # a company that eyes a market says so itself
    if state is Status.ANNOUNCED:
        state, cue = _around(hit)
    return _firm(hit, state), cue


def _around(hit: Hit) -> tuple[Status, Span | None]:
    """What the words around the verb group say where the group itself tells of a plain deed."""
    line, end = hit.line, hit.line.toks[hit.at].end
    for status, kinds, find in _LOOKS:
        if hit.kind in kinds and (match := find(line, hit)):
            return status, statuses.match_span(line, match)
    group = [t.low for t in line.toks[hit.verb[0] : hit.at]]
    if "to" in group and (hit.kind in _FUTURE or line.toks[hit.at].low in _LATER):
        return Status.PLANNED, span(line, hit.verb[0], hit.at + 1)
    if hit.kind is EventKind.ACQUISITION and (match := statuses.planned(line.text, _clause(line, hit.at), end)):
        return _firm(hit, Status.PLANNED, match.group()), statuses.match_span(line, match)
    return Status.ANNOUNCED, None


_OUTLET_ENDS = re.compile(
    r":\s*(?:telegraph|politico|times|guardian|bloomberg|reuters|wsj|ft|nyt|report|sources?|"
    r"media)\.?\s*$",
    re.I,
)
_FACES = re.compile(
    r"\b(?:faces|facing|to (?:fine|probe|investigate|sue|charge)|reportedly|set to|expected to|"
    r"weighs|considers)\b",
    re.I,
)


def _told_by_others(hit: Hit, status: Status) -> tuple[Status, Span | None]:
    """What a rule takes for told by the parties may be an outlet's word: "faces fine: Telegraph"."""
    if status is Status.ANNOUNCED and hit.kind is EventKind.REGULATORY:
        faces = _FACES.search(hit.line.content)
        if faces and (faces.group().lower() == "reportedly" or _OUTLET_ENDS.search(hit.line.content)):
            return Status.RUMOURED, None
    return status, None


_TO_COME = re.compile(
    r"\b(?:(?:to|will|plans? to|aims? to) (?:\w+ly )?(?:open|build|invest|create|hire|expand|add|launch|establish|"
    r"construct|double|triple|relocate|locate|put|pour|bring)|site (?:for|of) (?:its |the )?(?:\S+ "
    r")?(?:first|second|third|new)|"
    r"for (?:its |the )?(?:first|second|third|new|next) (?:\S+ ){0,4}(?:plant|factory|gigafactory|fab|hub|campus)|"
    r"next year|by 20[2-9]\d|over (?:the next )?\w+ years|(?:is|are) coming to|gears up|targets \d)\b",
    re.I,
)


def _says_not(cue: str) -> bool:
    """An authority that denies or rejects makes news of its own; one that does not act makes none."""
    return cue.lower().split()[-1] in ("not", "never", "cannot") or cue.lower().endswith(("n't", "n’t"))


def _clause(line: Line, at: int) -> int:
    """Where the clause of a token begins: behind the last comma before it."""
    return max(line.start, line.text.rfind(",", line.start, line.toks[at].start))


_BID = re.compile(
    r"\b(?:launch(?:es|ed)?|makes?|made|tables?|tabled|lodge[sd]?|submit(?:s|ted)?|put(?:s)? in|"
    r"receiv(?:es|ed)|gets?|got|mount(?:s|ed)|"
    r"raise[sd]?|sweeten(?:s|ed)?|improve[sd]?|extend(?:s|ed)?|unveil(?:s|ed)?|confirm(?:s|ed)?) (?:an? |its |the )?"
    r"(?:[\w$£€.,’'-]+ ){0,5}?(?:bid|offer|approach|proposal)s?\b|\b(?:bids?|bidding|offer(?:s|"
    r"ed)) (?:about |around |up to |over )?[$€£¥]",
    re.I,
)
_TURNED_DOWN = re.compile(
    r"\b(?:bid|offer|approach|proposal|advances?)\b(?! for\b)[^;:]{0,30}? (?:has been|have been|"
    r"was|were|is|been) (?:\w+ly )?"
    r"(?:rejected|turned down|rebuffed|spurned|refused|dismissed)\b",
    re.I,
)
_AGREED_BID = re.compile(
    r"\b(?:agree[sd]?|agreed|accept(?:s|ed)?|recommend(?:s|ed)?|back(?:s|ed)|wins?|won|complet\w+|"
    r"succe\w+|welcomes?|approve[sd]?|"
    r"goes? unconditional|talks|consider\w*|may|could|said to)\b",
    re.I,
)
_EXPECTED = re.compile(
    r"\b(?:is|are|was|were) (?:widely |also )?(?:expected|believed|thought|understood|tipped|"
    r"rumoured|rumored|reported) to\b|"
    r"\b(?:thinking (?:of|about)|toying with|poised to|on the verge of|on the brink of)\b",
    re.I,
)
_MEANS_TO = re.compile(
    r"\b(?:plan(?:s|ning|ned)?|intend(?:s|ing)?|intention|aim(?:s|ing)?|propos(?:es|ing|ed)|"
    r"hop(?:es|ing)|wants?|expects?|"
    r"will|would|due|about|going|set|is|are) (?:to )?(?!be )[a-z]+ [^;:]{1,80}? and (?:also |then )?$",
    re.I,
)
_ITS_PLANS = re.compile(
    r"\b(?:sets? out|unveil(?:s|ed)?|announc(?:es|ed)|reveal(?:s|ed)?|outline[sd]?|detail(?:s|ed)?|"
    r"submit(?:s|ted)?|lodge[sd]?|draws? up|"
    r"has|have|confirm(?:s|ed)?|publish(?:es|ed)?) (?:its |an? |the |ambitious |major |detailed )*"
    r"(?:[\w£$€.,-]+ ){0,4}?(?:plans?|intention|proposals?|ambitions?|blueprint)\b",
    re.I,
)
_BASE_ENDS = ("s", "ed", "ing")


def _bid(line: Line, hit: Hit) -> re.Match[str] | None:
    """An offer that nobody has taken yet."""
    bid = _BID.search(line.text, line.start, line.end)
    return None if bid is None or _AGREED_BID.search(line.content) else bid


def _to_come(line: Line, hit: Hit) -> re.Match[str] | None:
    if line.toks[hit.at].low in _OPENED:
        return None  # "has opened a plant that is set to create 200 jobs"
    return _TO_COME.search(line.text, line.start, line.end)


def _before(pattern: re.Pattern[str], line: Line, hit: Hit) -> re.Match[str] | None:
    return pattern.search(line.text, _clause(line, hit.at), line.toks[hit.at].end)


def _plans(line: Line, hit: Hit) -> re.Match[str] | None:
    return _ITS_PLANS.search(line.text, _clause(line, hit.at), line.end)


def _joined(line: Line, hit: Hit) -> re.Match[str] | None:
    """ "is planning to cut costs and build a factory": the second verb is as far off as the first."""
    if line.toks[hit.at].low.endswith(_BASE_ENDS):
        return None
    return _MEANS_TO.search(line.text, max(line.start, line.toks[hit.at].start - 140), line.toks[hit.at].start)


_OPENED = words("opened inaugurated completed finished")
_DONE = {
    EventKind.FUNDING: re.compile(
        r"\b(?:receiv|secur|obtain|gain)(?:es|e|ed|s)? (?:firm |binding )?commitments? (?:to raise|"
        r"for)\b",
        re.I,
    ),
    EventKind.ACQUISITION: re.compile(
        r"\b(?:has|have) (?:successfully |now |today |formally )?(?:completed|closed|finali[sz]ed|"
        r"concluded) (?:the |its |an? )?(?:[\w’'-]+ ){0,3}?"
        r"(?:acquisition|takeover|purchase|merger|buyout|sale|deal)\b",
        re.I,
    ),
}

_OFF = frozenset({EventKind.ACQUISITION, EventKind.PARTNERSHIP})
_SOFT = frozenset({EventKind.ACQUISITION, EventKind.FUNDING, EventKind.PARTNERSHIP})
_FUTURE = frozenset({EventKind.FUNDING, EventKind.EXPANSION, EventKind.PRODUCT_LAUNCH, EventKind.IPO})
_WORKS = frozenset({EventKind.EXPANSION, EventKind.PRODUCT_LAUNCH, EventKind.LAYOFFS})
_Look = Callable[[Line, Hit], re.Match[str] | None]
# In the order in which they are asked: a deal that is off is off, whoever told of it.
_LOOKS: tuple[tuple[Status, frozenset[EventKind], _Look], ...] = (
    (Status.PLANNED, frozenset({EventKind.EXPANSION}), _to_come),
    (Status.DENIED, _OFF, lambda line, hit: statuses.denied(line.text, line.start, line.end)),
    (Status.RUMOURED, _SOFT, lambda line, hit: statuses.rumoured(line.text, line.start, line.toks[hit.at].end)),
    (Status.RUMOURED, _OFF, partial(_before, _EXPECTED)),
    (Status.PLANNED, frozenset({EventKind.ACQUISITION}), _bid),
    (Status.PLANNED, _WORKS, _joined),
    (Status.PLANNED, frozenset({EventKind.EXPANSION}), _plans),
)


_LATER = words("name appoint form elect")


def _firm(hit: Hit, state: Status, cue: str = "") -> Status:
    """ "Agrees to buy" and "will acquire" are done deals although they hold a word of planning."""
    if state is not Status.PLANNED:
        return state
    said = {t.low for t in hit.line.toks[hit.verb[0] : hit.at + 1]} | set(cue.lower().split())
    if said & _WISHES:
        return state
    agreed = said & _AGREED or (hit.kind in _SURE_OF_WILL and said & {"will", "would"})
    return Status.ANNOUNCED if agreed else state


_AGREED = words("agrees agreed agree signs signed agreement deal completes completed")
_WISHES = words(
    "plans plan planned planning seeks seek aims intends wants hopes proposes offers offer bid bids option expects"
)
_SURE_OF_WILL = frozenset(
    {EventKind.ACQUISITION, EventKind.EXECUTIVE_DEPARTURE, EventKind.PARTNERSHIP, EventKind.CONTRACT_WIN}
)
