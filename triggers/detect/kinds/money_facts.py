"""Facts of a funding event: round, amount, currency, who led and who joined, from the line and the text below it."""

from __future__ import annotations

import re

from triggers.detect.grammar.money import Money
from triggers.detect.grammar.names import company_list, phrase_end
from triggers.detect.grammar.rounds import Round, find_debt, find_rounds
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line
from triggers.detect.scene import Scene, money_span, name_span

_BEFORE_OTHER = re.compile(
    r"\b(?:hitting|by|for(?: an?| its| the| about)?|valuation of|valued at|valuing (?:it|the company|"
    r"\w+) at|valuation to|worth|at an?|at|total(?:ing|s)?(?: of| to| raised to)?|brings? (?:its |"
    r"the )?total (?:\w+ ){0,3}(?:to|of)|in total|to date|revenue of|market cap of|sales of|"
    r"previous|prior|earlier|last|after (?:its|a|raising|an)|following (?:its|a|an)|since|on top "
    r"of|on to its|follow-on to its|just|bewertung von|valorisation de)\s*(?:around |about |"
    r"over |more than |nearly |roughly |up to |some |an? |its |the |us|post-money |pre-money )*$",
    re.I,
)
_AFTER_OTHER = re.compile(
    r"^(?:\s?\+)?\s*(?:post-money |pre-money |in |annual |annualized |implied )*(?:valuation|"
    r"valued|market cap|in (?:annual )?(?:revenue|sales|premiums|arr)|arr\b|bewertet|annual revenue|revenue|"
    r"per share|a share|a year|startup\b|company\b|contract|deal with|worth|bewertung|de "
    r"valorisation|total|previous)",
    re.I,
)
_LATER = re.compile(
    r"\b(?:previous|prior|earlier|last|after (?:its|raising|an?|closing)|follows|following|since|"
    r"months after|weeks after|years after|on top of|follow-on to|extension of|former|subsequent|"
    r"next|future)\b[^.;,]{0,40}$",
    re.I,
)
_ROUNDISH = re.compile(
    r"\b(?:round|series|seed|funding|financing|raised|raises|raise|investment|secured|led by|levé|"
    r"lève|finanzierung|eingesammelt|capital|million)\b",
    re.I,
)
_LED = re.compile(
    r"\b(?:co-)?(?:led|headed|anchored|spearheaded) by\b|\bunter (?:der )?führung von\b|"
    r"\bangeführt von\b|\bmenée? par\b|\bemmené par\b|\bliderada por\b|\bguidato da\b|\bled "
    r"jointly by\b|🏦 ?investors?:",
    re.I,
)
_FROM = re.compile(r"\b(?:from|backed by|by|with participation (?:from|of|by)|von|auprès de|auprès du|da|de)\b", re.I)
_OLD_PHRASE = re.compile(
    r"\b(?:previously|last year|in 20[01]\d|in 202[0-4]|earlier this year|has raised "
    r"(?:a total|over|more)|to date|since its founding|since inception|total funding|totaling)\b",
    re.I,
)
_TALKS_FOR = re.compile(r"\b(?:talks|discussions|negotiations) for (?:an? |about |up to |around |some )*$", re.I)
_MIN = 1_000


def fill(scene: Scene, hit: Hit) -> None:
    """Adds round, amount, currency, lead and investors to a funding hit."""
    line = hit.line
    if hit.rule == "valued in a round":
        _behind_value(scene, hit)
    _round(scene, hit)
    money = _amount(scene, line, line.toks[hit.at].start)
    source = line
    if money is None and (small := next((m for m in scene.money(line) if m.amount < _MIN), None)):
        for other in _below(scene, line):  # "$16 Series B": the table's column left the millions out
            if same := next((m for m in scene.money(other) if m.amount == small.amount * 1_000_000), None):
                money, source = same, other
                break
    if money is None:
        for other in _below(scene, line):
            if (
                _ROUNDISH.search(other.content)
                and not _OLD_PHRASE.search(other.content)
                and (money := _amount(scene, other, other.start))
            ):
                source = other
                break
    if money is not None:
        where = money_span(source, money)
        if not money.currency and (named := _same_below(scene, line, money)):
            money = named[0]
            where = money_span(named[1], money)
        hit.put("amount", money.amount, where)
        hit.put("currency", money.currency, where)
    _investors(scene, hit)


def _same_below(scene: Scene, line: Line, bare: Money) -> tuple[Money, Line] | None:
    """The same sum where the text names its currency: "holt 8 Millionen" above, "8 Millionen Euro" below."""
    for other in _below(scene, line):
        for money in scene.money(other):
            if money.currency and money.amount == bare.amount:
                return money, other
    return None


_LEADS = re.compile(r"\b(?:following|after|in|with|through|on) (?:an? |its |the |new |fresh |latest )*$", re.I)


def _behind_value(scene: Scene, hit: Hit) -> None:
    """ "valued at $2B following a $100M series C": here the round behind the value is the news itself."""
    for line in [hit.line, *_below(scene, hit.line)[:2]]:
        for money in scene.money(line):
            if money.amount < _MIN or not _LEADS.search(line.text, line.start, money.start):
                continue
            rounds = [
                r for r in find_rounds(line.text, money.end, min(line.end, money.end + 32)) if r.start - money.end < 18
            ]
            if rounds or re.match(r" (?:\w+ )?(?:round|raise|financing)\b", line.text[money.end : line.end]):
                hit.put("amount", money.amount, money_span(line, money))
                hit.put("currency", money.currency, money_span(line, money))
            if rounds:
                hit.put("round", rounds[0].name, _span(line, rounds[0]))
            if rounds or "amount" in hit.facts:
                return


def _below(scene: Scene, line: Line) -> list[Line]:
    """Where else the facts of a line may stand: below a headline, behind a sentence, and in the headline above it."""
    return (
        scene.summary if line.field == "title" else [*scene.title, *(x for x in scene.summary if x.start > line.start)]
    )


def _amount(scene: Scene, line: Line, since: int) -> Money | None:
    """The first amount of the line that is new money, behind the verb before in front of it."""
    usable = [m for m in scene.money(line) if m.amount >= _MIN and not _is_other(line, m)]
    named = [
        m for m in usable for r in find_rounds(line.text, m.end, min(line.end, m.end + 32)) if r.start - m.end < 18
    ]
    if named and (first := _original(line, usable, named[0])) is not named[0]:
        return first
    if named and not any(c in line.text[named[0].end : named[0].end + 4] for c in ",;"):
        return named[0]
    behind = [m for m in usable if m.start >= since]
    return (behind or usable or [None])[0]  # type: ignore[list-item]


def _original(line: Line, usable: list[Money], converted: Money) -> Money:
    """ "€6M (US$6.4M) series B": the sum in brackets repeats the one before it."""
    before = [m for m in usable if m.end <= converted.start and converted.start - m.end < 12]
    inside = "(" in line.text[before[-1].end : converted.start] if before else False
    return before[-1] if inside else converted


def _is_other(line: Line, money: Money) -> bool:
    before = line.text[max(line.start, money.start - 60) : money.start]
    after = line.text[money.end : min(line.end, money.end + 40)]
    if _AFTER_OTHER.match(after):
        return True
    return _BEFORE_OTHER.search(before) is not None and _TALKS_FOR.search(before) is None


def _round(scene: Scene, hit: Hit) -> None:
    line = hit.line
    if found := _first_round(line):
        return hit.put("round", found.name, _span(line, found))
    for other in _below(scene, line):
        if not _OLD_PHRASE.search(other.content) and (found := _first_round(other, below=True)):
            return hit.put("round", found.name, _span(other, found))
    start = line.toks[hit.verb[0]].start
    if debt := find_debt(line.text, start, line.end):
        hit.put("round", debt.name, _span(line, debt))
    return None


def _first_round(line: Line, *, below: bool = False) -> Round | None:
    for found in find_rounds(line.text, line.start, line.end):
        before = line.text[max(line.start, found.start - 60) : found.start]
        if _LATER.search(before) or re.match(
            r"\s?(?:(?:to|through) (?:series )?[A-K]\b|-stage|stage)", line.text[found.end : found.end + 14]
        ):
            continue
        if (
            below
            and found.name == "seed"
            and not re.search(r"\bround|\bfunding|\bfinancing|€|\$|million", line.content, re.I)
        ):
            continue
        return found
    return None


def _span(line: Line, found: Round) -> Span:
    return Span(line.field, found.start, found.end, line.text[found.start : found.end])


def _investors(scene: Scene, hit: Hit) -> None:
    for line in [hit.line, *_below(scene, hit.line)[:3]]:
        for pattern, fact in ((_LED, "lead"), (_FROM, "investors")):
            match = pattern.search(line.text, line.start if line is not hit.line else line.toks[hit.at].end, line.end)
            if match and (names := _names_after(line, match.end(), hit)):
                if fact == "lead":
                    hit.put("lead", names[0].text, names[0])
                hit.put("other_party", names[0].text, names[0])
                hit.put("investors", tuple(n.text for n in names), names[0])
                return


def _names_after(line: Line, place: int, hit: Hit) -> list[Span]:
    first = next((i for i, t in enumerate(line.toks) if t.start >= place), len(line.toks))
    end = first
    while end < len(line.toks) and end - first < 40:
        stop = phrase_end(line, end)
        end = max(stop, end + 1)
        if end >= len(line.toks) or (
            line.toks[end].word not in (",", "&") and line.toks[end].low not in ("and", "und", "et")
        ):
            break
        end += 1
    names = company_list(line, first, min(end, len(line.toks)))
    spans = [name_span(line, n) for n in names]
    return [s for s in spans if s.text != hit.company.text]
