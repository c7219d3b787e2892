"""The walk of one entry through detection; see the package's docstring for the line."""

from __future__ import annotations

import re
from functools import lru_cache

from triggers.detect.beside import companions, one_sided
from triggers.detect.beside_kind import LAST_LOOK
from triggers.detect.clauses import find as find_clauses
from triggers.detect.explain import candidates, listed, vetoed
from triggers.detect.frames import find as find_frames
from triggers.detect.grammar.core import core, opens_with_place, still_quoted
from triggers.detect.grammar.datelines import dateline
from triggers.detect.grammar.language import READ, language_of
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.past import told_aside
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.text import clean
from triggers.detect.grammar.tokens import Line, lines
from triggers.detect.kinds.funding import headline_round
from triggers.detect.last_words import find as plainly_told
from triggers.detect.phrases import find as find_phrases
from triggers.detect.phrases import no_round
from triggers.detect.registry import CLAUSES, FRAMES, HEARD, OF_MONEY, PHRASES, RULES
from triggers.detect.said_below import hits_below, tells_moves
from triggers.detect.scene import Scene
from triggers.detect.settle import settle
from triggers.detect.teaser import kept_back, of_people, unnamed_subject
from triggers.detect.vetoes import background, veto
from triggers.types import Detection, EventKind, Reading

_BUT_MONEY = frozenset(EventKind) - {EventKind.FUNDING}
_FUNDING_WORDS = words(
    "raised raises raise raising secured secures closed closes funding round financing series seed "
    "investment led million lève levé millions millionen mio sammelt eingesammelt"
)
_OF_FIRMS = frozenset(
    {
        EventKind.EXECUTIVE_HIRE,
        EventKind.EXECUTIVE_DEPARTURE,
        EventKind.LAYOFFS,
        EventKind.ACQUISITION,
        EventKind.IPO,
    }
)
_MARKS = "\"'“”‘’.,:;!?()[]–—-…"
_SUM = re.compile(
    r"[$€£₹¥]\s?\d|\d\s?(?:million|billion|mio|mrd|mln|bn|crore|lakh|m€|m\b)|\bseries [a-k]\b|\bseed (?:round|"
    r"funding)",
    re.I,
)
_LOOK = 320  # characters under the headline in which a hit of its own may start
_EUROPEAN = frozenset(
    {EventKind.FUNDING, EventKind.ACQUISITION, EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE}
)
_POSTS = frozenset({EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE})
TITLE_CHARS = 1_000
SUMMARY_CHARS = 4_000  # raw, markup included; longer texts are cut before they are cleaned
_MOST = 3  # events an entry may tell by name; a longer list is a digest
_HEADLINE_SHAPES = frozenset({"its round", "money for", "round values", "row of a table", "deal", "for sale"})
_TELLS_DEAL = re.compile(
    r"(?:\S+ ){1,8}?(?:announc|complet|clos|finali[sz]|confirm|conclud|agree)\w* (?:on )?(?:the |"
    r"its |an? )?(?:[\w-]+ ){0,3}"
    r"(?:acquisition|purchase|takeover|merger|sale) of\b",
    re.I,
)
_FIRM = 0.7  # weaker shapes are not believed below a headline
_FROM_SUMMARY = 0.12  # how much less sure we are of what only the text below the headline says


def detect(reading: Reading, *, explain: bool = False) -> Detection:
    """All events that the entry tells. Raises nothing, whatever the text; `explain` adds the candidates."""
    cleaned = clean(reading.title[:TITLE_CHARS], reading.summary[:SUMMARY_CHARS])
    language = language_of(f"{cleaned.title} {cleaned.summary}", reading.language)
    if language not in READ:
        return Detection(cleaned, language, (), vetoed=f"language {language} is not read")
    scene = Scene(
        cleaned, language, lines(cleaned.title, "title") if language in PHRASES or _speaks(cleaned.title) else []
    )
    hits = _hits(scene, whole=explain)
    if not hits and not explain:
        return Detection(cleaned, language, ())
    why = veto(cleaned.title)
    if why:
        return Detection(cleaned, language, (), vetoed(scene, hits, why) if explain else (), vetoed=why[0])
    told_on = reading.published.date() if reading.published else None
    kept, refused = settle(scene, hits, told_on)
    if not kept and refused and language == "en":
        kept, more = settle(scene, _named_below(scene, refused), told_on)
        refused += more
    if (
        len(kept) > _MOST
        and len({(m.kind, m.facts.other_party if m.facts.side else m.company) for m in kept}) > _MOST + 1
    ):
        many = "a list of events"
        return Detection(
            cleaned, language, (), listed(candidates(scene, kept, refused), many) if explain else (), vetoed=many
        )
    return Detection(cleaned, language, tuple(kept), candidates(scene, kept, refused) if explain else ())


def _hits(scene: Scene, *, whole: bool) -> list[Hit]:
    hits = [h for line in scene.title for h in _of_line(scene, line)]
    if scene.language == "en" and (not hits or one_sided(hits) or opens_with_place(scene.clean.title)):
        cores = _of_cores(scene)
        told = {h.kind for h in cores}
        hits = cores + [h for h in hits if h.kind not in told]
    if hits:
        return hits + companions(scene, hits, _of_line) + _besides(scene, hits)
    return _below(scene, whole=whole) or (hits_below(scene, _of_line) if scene.language == "en" else [])


def _besides(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """What the text below tells beside a headline of figures, sites, goods or the like: who comes and goes, which jobs
    are cut."""
    if scene.language != "en" or not tells_moves(scene.clean.summary) or any(h.kind in _OF_FIRMS for h in hits):
        return []
    below = _below(scene, whole=False) or hits_below(scene, _of_line)
    return [hit for hit in below if hit.kind in _OF_FIRMS]


def _of_cores(scene: Scene) -> list[Hit]:
    """What the headline tells once its asides are put aside; nothing of a kind that a rule has refused."""
    found: list[Hit] = []
    for line in scene.title:
        bare = core(line)
        if bare is not None:
            scene.cores.append(bare)
            refused = frozenset(kind for kind, _, _ in scene.notes)
            found += [h for h in _of_line(scene, bare, refused) if still_quoted(h, line.text)]
    return [] if one_sided(found) else found


# What says that a headline tells an event of nobody it names, or first speaks of another.
_OF_NOBODY = frozenset({"an ordinary word", "told as background", "no company's name"})


def _named_below(scene: Scene, refused: list[tuple[Hit, str]]) -> list[Hit]:
    """Hits of the text below of the kinds that the headline tells of nobody: "Contract win", then who won it."""
    if not all(why in _OF_NOBODY and hit.line.field == "title" for hit, why in refused):
        return []
    kinds = {hit.kind for hit, _ in refused}
    return [hit for hit in _below(scene, whole=False, anybody=True) if hit.kind in kinds]


_PASSING = re.compile(r"^(?:A few (?:days|weeks|months)|Years ago|Months ago|Weeks ago|I)\b")


def _below(scene: Scene, *, whole: bool, anybody: bool = False) -> list[Hit]:
    """What only the text under the headline says. News opens with its subject; anything else there is background.

    Of its second sentence only new money is believed, so nothing else is looked for there unless `whole` asks for all
    that was considered; where one phrase silences the general rules, they are all tried. `anybody`: whoever opens it,
    for the headline tells the event of nobody.
    """
    worth = anybody or _worth_reading(scene)
    if not worth and scene.language not in PHRASES:
        return []
    phrased = scene.language in PHRASES
    whole = whole or scene.language in _TABLE_ONLY
    opening = scene.opening if whole else scene.opening_with(OF_MONEY)
    for at, line in enumerate(opening):
        if _PASSING.match(line.content):
            continue
        found = _of_line(scene, line, _BUT_MONEY if at and not whole else frozenset())
        hits = [
            h
            for h in found
            if _opens(scene, line, h, first=at == 0, anybody=anybody) and background(line, h.at) is None
        ]
        if phrased:  # these tables listen for no single words
            hits = [
                h for h in hits if h.kind is EventKind.FUNDING or kept_back(scene.clean.title, h.company.text, h.kind)
            ]
        for hit in hits:
            hit.confidence -= _FROM_SUMMARY
        if hits:
            return hits
    return []


def _speaks(text: str) -> bool:
    """Whether any word that a rule listens for stands in the text; cheaper than cutting it into tokens."""
    return not HEARD.isdisjoint(map(_word, text.lower().split()))


@lru_cache(maxsize=16_384)  # news repeats its words
def _word(raw: str) -> str:
    word = raw.strip(_MARKS)
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _worth_reading(scene: Scene) -> bool:
    """Most texts under a headline cannot hold a hit of their own: no sum of money and no name from the headline."""
    start = scene.clean.summary[dateline(scene.clean.summary) : _LOOK]
    heard = set(map(_word, start.lower().split()))
    if heard.isdisjoint(HEARD):
        return False
    if not scene.clean.title or not (heard.isdisjoint(_FUNDING_WORDS) or _SUM.search(start) is None):
        return True
    capitals = {_word(w.lower()) for w in scene.clean.title.split() if not w.islower()}
    named = any(_word(w.lower()) in capitals for w in start[:90].split() if not w.islower())
    return named or unnamed_subject(scene.clean.title) or of_people(scene.clean.title)


def _opens(scene: Scene, line: Line, hit: Hit, *, first: bool, anybody: bool = False) -> bool:
    """Whether the sentence opens with the company, and the headline names it or the hit is new money with a sum."""
    headline = bool(scene.title) and headline_round(scene) is not None
    if hit.at > (70 if headline or scene.language in PHRASES else 26) or hit.company.start - line.start > 90:
        return False
    shaped = hit.rule in _HEADLINE_SHAPES and not headline and _TELLS_DEAL.match(line.content) is None
    if hit.confidence < _FIRM or shaped:
        return False
    if hit.kind is EventKind.FUNDING and ("amount" in hit.facts or "round" in hit.facts):
        return True
    told = {_word(w) for w in scene.clean.title.lower().split()}
    named = not told or not told.isdisjoint(_sides(line, hit)) or unnamed_subject(scene.clean.title)
    named = named or (hit.kind in _POSTS and of_people(scene.clean.title))
    return first and (named or anybody or scene.language in PHRASES)


def _sides(line: Line, hit: Hit) -> set[str]:
    """First words of those whose news it is: the company, the other side of a deal, the customer who gives an
    order."""
    names = [hit.company.text]
    if hit.kind is EventKind.ACQUISITION and (other := hit.facts.get("other_party")):
        names.append(other[0])
    if hit.kind is EventKind.CONTRACT_WIN:
        names += [t.word for t in line.toks[:4] if t.cap and t.low not in ("the", "a", "an")][:1]
    return {name.split()[0].lower() for name in names}


def _of_line(scene: Scene, line: Line, but: frozenset[EventKind] = frozenset()) -> list[Hit]:
    """All hits of the line; `but`: of these kinds none is wanted."""
    phrases = PHRASES.get(scene.language)
    out = find_phrases(scene, line, phrases, but) if phrases else []
    for rule in RULES:
        if rule.kind in but or rule.words.isdisjoint(line.lows) or not _reads(scene.language, rule.kind):
            continue
        if out and phrases and (scene.language in _TABLE_ONLY or any(h.kind is rule.kind for h in out)):
            continue
        found = rule.find(scene, line)
        out += [h for h in found if not no_round(line, h.company.text)] if scene.language in _TABLE_ONLY else found
    if scene.language == "en":
        out = _framed(scene, line, out, but)
        out += find_clauses(scene, line, CLAUSES, but | {hit.kind for hit in out})
        out += plainly_told(scene, line, but | {hit.kind for hit in out})
    if not out and (looks := LAST_LOOK.get(scene.language)):
        out = find_phrases(scene, line, looks, but)[:1]
    return out


def _framed(scene: Scene, line: Line, out: list[Hit], but: frozenset[EventKind]) -> list[Hit]:
    """The hits with those of frames; of a deal with one side a frame may know both."""
    told = {h.kind for h in out if h.kind is not EventKind.ACQUISITION or not told_aside(line, h.verb[0])}
    alone = one_sided(out) if EventKind.ACQUISITION in told else None
    found = find_frames(scene, line, FRAMES, but | (told if alone is None else told - {EventKind.ACQUISITION}))
    deal = [h for h in found if h.kind is EventKind.ACQUISITION]
    if alone is not None and len(deal) == 2 and any(h.company.text in alone.company.text for h in deal):
        return [h for h in out if h is not alone] + found
    return out + (found if alone is None else [h for h in found if h not in deal])


def _reads(language: str, kind: EventKind) -> bool:
    """Which kinds the general rules read in a language; German and French have their phrases for the others."""
    if language == "en":
        return True
    return kind is EventKind.FUNDING if language in _TABLE_ONLY else kind in _EUROPEAN


_TABLE_ONLY = frozenset({"de", "fr"})  # their tables are wide enough; the general rules only add funding
