"""Whom a text means by "the company": the company of its headline.

"Acme shares rise on change at the top" stands above "the company has appointed Mara Lind as CEO". What stands for the
name is read as a name of the same length, so that every token stays where it stood and every quotation fits the
text; what is told of that name is told of the headline's company, and points at it there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from triggers.detect.grammar.lexicon import DEMONYMS, DESCRIPTORS, PEOPLE, PLACES, words
from triggers.detect.grammar.marks import descriptor
from triggers.detect.grammar.names import Name, runs
from triggers.detect.grammar.negation import negated
from triggers.detect.grammar.plausible import implausible
from triggers.detect.grammar.roles import ROLE_WORDS
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line, line, lines
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.scene import Scene, name_span
from triggers.detect.vetoes import background
from triggers.types import EventKind

_PLURAL = re.compile(r"(?:startups|start-ups|firms|makers|giants|'s|companies)$")
_MORE = words(
    """group bank hospital organisation organization charity newspaper magazine retailer drinks-maker hotel homebuilder
    housebuilder caterer haulier shipyard yard foundry bakery dairy mill refinery insurer investor trust exchange"""
)
_LESS = words("project leader owner parent team rival cloud-provider fonds major arm")


def _longest(word: str) -> int:
    return -len(word)


_HEADS = "|".join(
    sorted((re.escape(w) for w in (DESCRIPTORS | _MORE) - _LESS if w.isascii() and not _PLURAL.search(w)), key=_longest)
)
_OF_IT = r"(?:[a-z][\w-]*|[A-Z][\w.]*(?: [A-Z][\w.]*)?-(?:based|headquartered|listed|owned)|[A-Z][a-z]+)"
_THE = re.compile(
    rf"\b[Tt]he (?:{_OF_IT} ){{0,3}}?(?:{_HEADS}|Company|Group|Bank|Firm|Corporation)(?=['’]s?\b|[ ,.;]|$)"
    rf"(?!,? (?:that|which|who|behind|owned|called|known|named|responsible|formerly|[A-Z0-9])\b)"
    rf"(?! of )(?! (?:{_HEADS})\b)"
)
_BASED = re.compile(  # "the Leeds-based printer": what has a seat is a firm, whatever it makes
    r"\b[Tt]he [A-Z][\w.]*(?: [A-Z][\w.]*)?-(?:based|headquartered)(?: [a-z][\w-]*){1,4}?"
    r"(?= (?:is|was|has|had|will|said|says|plans|expects|agreed|announced|to)\b)"
)
_IT = re.compile(r"(?:It|They)(?= (?!is\b|was\b|remains\b|seems\b|appears\b|takes\b|took\b|also (?:is|was)\b))")
_KINDS = frozenset(
    {
        EventKind.FUNDING,
        EventKind.ACQUISITION,
        EventKind.IPO,
        EventKind.EXECUTIVE_HIRE,
        EventKind.EXECUTIVE_DEPARTURE,
        EventKind.LAYOFFS,
    }
)
_BUT = frozenset(EventKind) - _KINDS
TELLS = words(
    """acquire acquired acquires acquiring acquisition buy buying bought purchase purchased selling sold sale sell merge
    merged merger takeover buyout pay taken raised raising secured closed round funding seed series placement ipo
    offering flotation filed list shares appointed appoints appoint named hired recruited promoted tapped chief ceo
    cfo chairman director resigned resign resigns resignation retire retires retiring retirement leaving quit quits step
    stepped stepping departed replaced succeed cut cuts lay laid laying layoffs jobs redundant redundancies
    positions roles workforce employees eliminate staff workers
    cutting quits"""
)
_MOVES = words(
    """acquire acquired acquires acquisition bought merger takeover ipo appointed appoints named hired recruited
    promoted resigned resign resigns resignation retire retiring retirement leaving quit step stepped stepping departed
    replaced succeed lay laid laying layoffs jobs redundant redundancies positions roles workforce eliminate"""
)
_FIRST = 320  # characters of the text below in which one of these words has to stand


def tells_moves(text: str) -> bool:
    """Whether the start of a text speaks of deals, posts or jobs at all."""
    return not _MOVES.isdisjoint(text[:_FIRST].lower().split())


_FIRM = 0.7
_NEAR = 26  # tokens of a sentence in which its event is told
_OF_NAMES = ROLE_WORDS | PEOPLE | PLACES | DEMONYMS


def is_stand_in(text: str) -> bool:
    return text.startswith("Qo") and not text.strip("Qo")


def resolved(told: Line) -> Line | None:
    """The sentence with a name in place of "the company"; None where nothing in it stands for one."""
    content = told.content
    bare = _THE.sub(_stand_in, content)
    bare = _BASED.sub(_stand_in, bare)
    bare = _IT.sub(_stand_in, bare, count=1) if _IT.match(bare) else bare
    if bare == content:
        return None
    return line(told.text[: told.start] + bare + told.text[told.end :], told.field, told.start, told.end)


def said_of(scene: Scene, told: Line) -> Line:
    """The sentence as it is read beside an event of the headline: as it is where it opens with another of its names."""
    said = resolved(told)
    if said is None or scene.above is None or _of_another(scene, told, scene.above):
        return told
    scene.cores.append(said)
    return said


def _of_another(scene: Scene, told: Line, above: Span) -> bool:
    opens = next(iter(runs(told)), None)
    if opens is None or opens.person:
        return False
    first = told.toks[opens.first].word
    return first not in above.text.split() and re.search(rf"\b{re.escape(first)}\b", scene.clean.title) is not None


def _stand_in(found: re.Match[str]) -> str:
    kinds = [
        w for w in found.group().split()[1:-1] if w[0].isupper() and "-" not in w and "-based" not in found.group()
    ]
    if not all(w.lower() in PLACES or w.lower() in DEMONYMS for w in kinds):
        return found.group()  # "the Acme group" is a name
    return "Q" + "o" * (len(found.group()) - 1)


def company_above(scene: Scene) -> Span | None:
    """The company that the headline is about: of its names the first that the text below repeats, or the first."""
    named = [(one, n) for one in _title(scene) for n in _names(one) if _firm(one, n)]
    below = scene.clean.summary
    again = [(one, n) for one, n in named if re.search(rf"(?<!\w){re.escape(one.toks[n.first].word)}\b", below)]
    for one, name in again or named:
        if name.first > 0 or not _opens_only(one, name, bool(again)):
            return name_span(one, name)
    return None


def _opens_only(told: Line, name: Name, again: bool) -> bool:
    """ "Shock exit at Acme", "Port terminal sold": one word with a capital only because it opens the headline."""
    if name.last > 1 or told.toks[0].poss or told.toks[0].word.isupper() or again or len(told.toks) < 3:
        return False
    if told.toks[0].low.endswith(("ed", "ing")) or told.toks[1].low in ("bought", "sold"):
        return True
    k = 1
    while k < len(told.toks) and told.toks[k].alpha and not told.toks[k].cap and told.toks[k].low not in VERBS:
        if told.toks[k].low in _BEHIND:
            return k + 1 < len(told.toks) and told.toks[k + 1].cap
        if descriptor(told.toks[k]):
            return True
        k += 1
    return False


_BEHIND = words("at for in by from of to")


def _title(scene: Scene) -> list[Line]:
    """The headline, of which a scene holds no lines where no rule listens for its words."""
    return scene.title or lines(scene.clean.title, "title")


def _names(told: Line) -> Iterator[Name]:
    """The names of a line, each without the post in front of it: "CEO of Acme"."""
    for name in runs(told):
        first = name.first
        if told.toks[first].low in ROLE_WORDS:
            first = next((j + 1 for j in range(first, name.last - 1) if told.toks[j].low in ("of", "at")), first)
        yield Name(first, name.last, name.person)


def _firm(told: Line, name: Name) -> bool:
    return not name.person and not all(t.low in _OF_NAMES for t in told.toks[name.first : name.last])


def hits_below(
    scene: Scene,
    read: Callable[[Scene, Line, frozenset[EventKind]], list[Hit]],
) -> list[Hit]:
    """What the first sentences below tell of these kinds about "the company"; none where the headline names none."""
    above: Span | None = None
    for told in scene.title + scene.opening:
        if TELLS.isdisjoint(told.content.lower().split()) or (said := resolved(told)) is None:
            continue
        above = above or company_above(scene)
        if above is None:
            return []
        scene.cores.append(said)
        but = _BUT if told.field == "summary" else _BUT | {EventKind.FUNDING}  # news of shares moved by an investor
        found = [h for h in read(scene, said, but) if _of_it(h) and h.at <= _NEAR and h.confidence >= _FIRM]
        found = [
            h
            for h in found
            if background(said, h.at) is None and negated(said, h.at) is None and _can_act(scene, h, above)
        ]
        if found:
            scene.above = above
            return found
    return []


def _of_it(hit: Hit) -> bool:
    other = hit.facts.get("other_party")
    return is_stand_in(hit.company.text) or (other is not None and is_stand_in(other[1].text))


def _can_act(scene: Scene, hit: Hit, above: Span) -> bool:
    """Whether the headline's company can do what is told of it."""
    one = next(x for x in _title(scene) if x.start <= above.start < max(x.end, above.end))
    return implausible(scene, Hit(hit.kind, above, one, 0, hit.rule)) is None


def named_above(scene: Scene, hit: Hit) -> Hit:
    """The hit with the headline's company wherever a stand-in of it was read."""
    above = scene.above
    if above is None:
        return hit
    text = scene.clean.title if hit.line.field == "title" else scene.clean.summary
    if is_stand_in(hit.company.text):
        hit.company = above
    for fact, (value, where) in list(hit.facts.items()):
        if where.field != hit.line.field or text[where.start : where.end] == where.text:
            continue
        if is_stand_in(where.text):
            hit.facts[fact] = (above.text if isinstance(value, str) else value, above)
        else:
            del hit.facts[fact]
    return hit
