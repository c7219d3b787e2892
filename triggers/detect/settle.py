"""From what the rules propose to what is kept: status, conflicts between kinds, old news, confidence, evidence."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from triggers.detect.confusions import sounds_like
from triggers.detect.grammar.dates import find_dates, old_year
from triggers.detect.grammar.past import dated_before, told_as_history, told_aside, with_its_year
from triggers.detect.grammar.plausible import implausible
from triggers.detect.grammar.spans import Hit, span
from triggers.detect.kinds.charity import for_charity
from triggers.detect.said_below import is_stand_in, named_above
from triggers.detect.scene import Scene
from triggers.detect.sureness import status_of
from triggers.detect.title_form import as_in_headline
from triggers.detect.together import siblings
from triggers.detect.vetoes import background
from triggers.types import EventKind, Evidence, Facts, Mention

MINIMUM = 0.5
DOUBTED = "the network does not believe it"
# Where two kinds read the same words of one company, the first of a pair is right.
_WINS: tuple[tuple[EventKind, EventKind], ...] = (
    (EventKind.IPO, EventKind.FUNDING),
    (EventKind.IPO, EventKind.PRODUCT_LAUNCH),
    (EventKind.IPO, EventKind.EARNINGS),
    (EventKind.IPO, EventKind.REGULATORY),
    (EventKind.IPO, EventKind.CONTRACT_WIN),
    (EventKind.IPO, EventKind.PARTNERSHIP),
    (EventKind.FUNDING, EventKind.CONTRACT_WIN),
    (EventKind.FUNDING, EventKind.EARNINGS),
    (EventKind.FUNDING, EventKind.PRODUCT_LAUNCH),
    (EventKind.FUNDING, EventKind.EXPANSION),
    (EventKind.ACQUISITION, EventKind.FUNDING),
    (EventKind.ACQUISITION, EventKind.CONTRACT_WIN),
    (EventKind.ACQUISITION, EventKind.EXPANSION),
    (EventKind.ACQUISITION, EventKind.PARTNERSHIP),
    (EventKind.ACQUISITION, EventKind.PRODUCT_LAUNCH),
    (EventKind.EXECUTIVE_HIRE, EventKind.EXPANSION),
    (EventKind.EXECUTIVE_HIRE, EventKind.PARTNERSHIP),
    (EventKind.EXECUTIVE_HIRE, EventKind.PRODUCT_LAUNCH),
    (EventKind.EXECUTIVE_HIRE, EventKind.CONTRACT_WIN),
    (EventKind.EXECUTIVE_DEPARTURE, EventKind.LAYOFFS),
    (EventKind.EXECUTIVE_DEPARTURE, EventKind.EXPANSION),
    (EventKind.LAYOFFS, EventKind.EARNINGS),
    (EventKind.LAYOFFS, EventKind.EXPANSION),
    (EventKind.LAYOFFS, EventKind.PRODUCT_LAUNCH),
    (EventKind.CONTRACT_WIN, EventKind.PARTNERSHIP),
    (EventKind.CONTRACT_WIN, EventKind.PRODUCT_LAUNCH),
    (EventKind.CONTRACT_WIN, EventKind.EXPANSION),
    (EventKind.EXPANSION, EventKind.PRODUCT_LAUNCH),
    (EventKind.REGULATORY, EventKind.PRODUCT_LAUNCH),
    (EventKind.REGULATORY, EventKind.CONTRACT_WIN),
    (EventKind.SECURITY_INCIDENT, EventKind.REGULATORY),
    (EventKind.SECURITY_INCIDENT, EventKind.PRODUCT_LAUNCH),
    (EventKind.EARNINGS, EventKind.PRODUCT_LAUNCH),
)
_NEAR = 1  # tokens between two verbs that tell one thing


def settle(
    scene: Scene, hits: list[Hit], told: date | None, doubted: frozenset[EventKind] = frozenset()
) -> tuple[list[Mention], list[tuple[Hit, str]]]:
    """Mentions to keep, and the hits let go with the reason for each; of `doubted` kinds none is kept."""
    kept: list[Hit] = []
    refused: list[tuple[Hit, str]] = []
    odd = {id(hit): why for hit in hits if (why := implausible(scene, hit))}
    rivals = [hit for hit in hits if id(hit) not in odd and hit.kind not in doubted]
    for hit in hits:
        doubt = DOUBTED if hit.kind in doubted else None
        if why := odd.get(id(hit)) or _reason(hit, rivals, told) or doubt:
            refused.append((named_above(scene, hit), why))
        else:
            kept.append(hit)
    kept += [more for more in siblings(kept) if implausible(scene, more) is None]
    return [_mention(as_in_headline(scene, named_above(scene, hit)), told) for hit in kept], refused


def _reason(hit: Hit, hits: list[Hit], told: date | None) -> str | None:
    if hit.confidence < MINIMUM:
        return "not sure enough"
    if any(t.low in ("should", "must", "shouldn't") for t in hit.line.toks[hit.verb[0] : hit.at]):
        return "somebody's opinion"
    if hit.rule == "offers something new" and any(
        o.line is hit.line and o.kind is not hit.kind and o.confidence > hit.confidence for o in hits
    ):
        return "the line tells something firmer"
    if why := sounds_like(hit, hits):
        return why
    for other in hits:
        if (other.kind, hit.kind) in _WINS and other.line is hit.line and _same_words(other, hit):
            return f"read as {other.kind.value}"
    if hit.kind in _FOR_IT and _what_for(hit, hits):
        return "what another event is for"
    before = background(hit.line, hit.at) if hit.kind is EventKind.FUNDING else None
    if before is not None and (hit.at > 3 or before.group().startswith("which")):
        return "told as background"
    if hit.kind is EventKind.ACQUISITION and told_aside(hit.line, hit.verb[0]):
        return "told as background"
    if told is not None and old_year(hit.line, hit.at, told) is not None:
        return "the event is old"
    if hit.kind is EventKind.FUNDING and for_charity(hit.line, hit.company.text, hit.line.toks[hit.at].end):
        return "for a good cause"
    return _of_old(hit, told)


_FOR_IT = frozenset({EventKind.PRODUCT_LAUNCH, EventKind.PARTNERSHIP})


def _what_for(hit: Hit, hits: list[Hit]) -> bool:
    """ "Acme teams up with Globex to develop a van": the second verb only says what the first event is for."""
    toks = hit.line.toks
    if hit.at == 0 or "to" not in (toks[hit.at - 1].low, toks[max(0, hit.at - 2)].low) or toks[hit.at].cap:
        return False
    return any(
        o.line is hit.line
        and o.kind is not hit.kind
        and o.at < hit.at
        and "," not in hit.line.text[toks[o.at].end : toks[hit.at].start]
        for o in hits
    )


def _of_old(hit: Hit, told: date | None) -> str | None:
    """Old news by its own words; figures, rulings and breaches are told when they come out, whatever their year."""
    if told is None and (_dated_below(hit) if hit.line.field == "summary" else with_its_year(hit.line, hit.at)):
        return "the event is old"
    if hit.kind in _TOLD_LATE:
        return None
    if told_as_history(hit.line, hit.at) is not None:
        return "told as history"
    if told is not None and dated_before(hit.line, hit.at, told):
        return "the event is old"
    return None


def _dated_below(hit: Hit) -> bool:
    """Whether the text below a headline gives the year of what happened: news there gives its day."""
    ahead = {t.low for t in hit.line.toks[hit.verb[0] : hit.at]} & {"to", "will", "would", "plans", "expects"}
    return not ahead and _YEAR_BELOW.match(hit.line.text, hit.line.toks[hit.at].end) is not None


_YEAR_BELOW = re.compile(r"[^.;]{0,60}? in (?:19|20)\d\d\b(?! to\b)")
_TOLD_LATE = frozenset({EventKind.EARNINGS, EventKind.REGULATORY, EventKind.SECURITY_INCIDENT})


def _same_words(one: Hit, two: Hit) -> bool:
    return abs(one.at - two.at) <= _NEAR or two.verb[0] <= one.at < two.verb[1] or one.verb[0] <= two.at < one.verb[1]


def _mention(hit: Hit, told: date | None) -> Mention:
    state, cue = status_of(hit)
    facts: dict[str, Any] = {fact: value for fact, (value, _) in hit.facts.items()}
    evidence = [hit.company.evidence("company"), span(hit.line, hit.at, hit.at + 1).evidence("event")]
    evidence += [where.evidence(fact) for fact, (_, where) in hit.facts.items()]
    if cue is not None and not any(map(is_stand_in, cue.text.split())):
        evidence.append(cue.evidence("status"))
    if told is not None and (
        dated := next((d for d in find_dates(hit.line, told) if d.effective and d.on >= told), None)
    ):
        facts["effective_on"] = dated.on
        evidence.append(
            Evidence("effective_on", hit.line.field, dated.start, dated.end, hit.line.text[dated.start : dated.end])
        )
    if "amount" in facts:
        facts["amount"] = _plain(facts["amount"])
    return Mention(
        hit.kind, hit.company.text, state, Facts(**facts), round(min(hit.confidence, 0.99), 2), tuple(evidence)
    )


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
