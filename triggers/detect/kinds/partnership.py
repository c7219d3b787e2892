"""Partnership: two named parties co-operate, integrate, license or form a joint venture."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.hyphened import hyphened
from triggers.detect.grammar.lexicon import PLACES, words
from triggers.detect.grammar.names import Name, named, objects, subject, subjects
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import VERBS, inflect
from triggers.detect.scene import Rule, Scene, name_span, text_after
from triggers.types import EventKind

KIND = EventKind.PARTNERSHIP
WITH = inflect("partner team collaborate ally cooperate co-operate integrate pair tie link work unite") | words(
    "tying kooperiert arbeitet s'associe s'allie partnert colabora collabora asocia alía"
)
_DEAL = re.compile(
    r"\b(?:partnerships?|collaborations?|mous?|memorand(?:um|a) of understanding|joint ventures?|"
    r"jv|alliance|tie-up|cooperation|co-operation|strategic (?:agreement|alliance|pact|deal)|"
    r"licen[cs]ing (?:deal|agreement|pact)|cooperation (?:deal|agreement|pact)|pact|collaborate|"
    r"framework agreement|kooperation|partnerschaft|partenariat|alianza|joint-venture|"
    r"(?:deal|agreement)(?: with [^,;]{2,40})? to (?:jointly |co-)?(?:distribute|develop|bring|"
    r"offer|market|launch|integrate|produce|explore|commercialize|create)|agreement with|"
    r"distribution (?:agreement|deal)|research (?:deal|agreement|pact)|integration)\b",
    re.I,
)
_SIGNS = inflect(
    "sign ink form announce forge enter expand extend deepen renew strengthen strike launch create "
    "seal establish reaffirm unveil agree join reach begin build boost broaden cement end scrap "
    "terminate explore pause set"
) | words("struck in plans to eyes talks")
_NOT = re.compile(
    r"\b(?:in partnership with|to co-lead|sponsors?|sponsorship|title sponsor|bilateral|diplomatic|"
    r"president|prime minister|"
    r"ministers?|leaders|countries|nations|trade (?:deal|pact|agreement)|free trade|peace|"
    r"ceasefire|defen[cs]e pact|nato|eu-|india-|parliament\w*|sunrisers|football|cricket|league|"
    r"fc\b|team's|partner at|business partner|general partner|state visit|bank heist|election|"
    r"couple|roundtable)\b",
    re.I,
)
_JOIN = words("""joins join joined joining""")
_HINT = WITH | words(
    """deal signs inks partnership partnerships collaboration mou mous venture alliance tie-up cooperation
    agreement pact jv forces partenariat kooperation partnerschaft collaborate licensing joins join joint hands
    integration tie taps talks market co-develop jointly"""
)


def find(scene: Scene, line: Line) -> list[Hit]:
    if _NOT.search(line.content):
        return []
    return hyphened(line) or _with(line) or _taps(line) or _owned(line) or _deal(line) or _joined(line) or _both(line)


def _made(
    line: Line, i: int, start: int, names: list[Name], other: Name | None, rule: str, confidence: float = 0.8
) -> list[Hit]:
    names = [n for n in names if not n.person]
    if not names:
        return []
    first, rest = names[0], names[1:]
    partner = rest[0] if rest else other
    hit = Hit(KIND, name_span(line, first), line, i, rule, confidence=confidence, verb=(start, i + 1))
    if partner and not partner.person:
        where = name_span(line, partner)
        hit.put("other_party", where.text, where)
    return [hit]


def _with(line: Line) -> list[Hit]:
    """ "Acme partners with Globex", "Acme teams up with Globex", "Acme and Globex partner to"."""
    for i, tok in enumerate(line.toks):
        if tok.low not in WITH or i == 0:
            continue
        near = text_after(line, i)[:30]
        joint = re.match(r"\s+(?:up |closely |forces |hands |together )?(?:with|mit|avec|à|con)\b", near, re.I)
        if (
            tok.low in ("work", "works", "working", "worked", "link", "links", "linked", "arbeitet", "pair", "pairs")
            and not joint
        ):
            continue
        start = group_start(line, i)
        names = subjects(line, start)
        if joint:
            k = next(j for j in range(i + 1, len(line.toks)) if line.toks[j].low in ("with", "mit", "avec", "à", "con"))
            name, start = doer(line, i)
            other = objects(line, k + 1)
            if name is None or name.person or (other is None and tok.low.startswith(("work", "link"))):
                continue
            first = names[0] if len(names) > 1 and names[-1].last == name.last else name
            return _made(line, i, start, [first], other, "partners with", 0.88)
        if (len(names) >= 2 or (names and _with_another(line, names[0], start))) and (
            tok.low.startswith(("partner", "team", "collab", "all", "tie", "coop", "unite", "join"))
            and not tok.low.startswith("partners's")
        ):
            return _made(line, i, start, names, None, "partner", 0.82)
    return []


def _with_another(line: Line, name: Name, start: int) -> bool:
    """ "Acme and NASA team up": the other one is no company, but somebody."""
    return start - name.last in (2, 3) and line.toks[name.last].low in ("and", "&") and line.toks[start - 1].cap


def _taps(line: Line) -> list[Hit]:
    """ "Acme taps Globex to automate": the other one is a company, not a person."""
    for i, tok in enumerate(line.toks):
        if (
            i
            and tok.low in ("taps", "tapped", "turns")
            and not re.search(r"[$€£]\d", line.content)
            and re.search(r"\b(?:to|for|on|as)\b", text_after(line, i))
        ):
            if re.search(
                r"\b(?:ceo|cfo|coo|chief|head|chair\w*|president|director|executive|exec|veteran|founder|"
                r"advis[eo]r|banks?|market|debt|bonds?|reserves?|boss|insider)\b",
                text_after(line, i),
                re.I,
            ):
                continue
            name, start = doer(line, i)
            other = objects(line, i + 1 + (tok.low == "turns"))
            if name and other and not name.person and not other.person:
                return _made(line, i, start, [name], other, "taps", 0.72)
    return []


def _deal(line: Line) -> list[Hit]:
    """ "Acme signs MoU with Globex", "Acme and Globex form joint venture"."""
    match = _DEAL.search(line.content)
    if not match:
        return []
    at = line.start + match.start()
    for i, tok in enumerate(line.toks):
        if tok.start > at + 40:
            break
        if (
            tok.low not in _SIGNS
            or i == 0
            or (
                tok.low in ("to", "in")
                and not re.match(r"\s+(?:\w+ )?(?:talks|partnership)", text_after(line, i), re.I)
            )
        ):
            continue
        name, start = doer(line, i)
        names = subjects(line, start)
        k = next(
            (
                j
                for j in range(i + 1, len(line.toks) - 1)
                if line.toks[j].low in ("with", "mit", "avec", "con") and line.toks[j].start > tok.end
            ),
            None,
        )
        other = objects(line, k + 1) if k else None
        if len(names) >= 2:
            return _made(line, i, start, names, other, "sign together", 0.8)
        if (
            name
            and not name.person
            and (other or "partner" in match.group().lower() or "cooperation" in match.group().lower())
        ):
            return _made(line, i, start, [name], other, "signs", 0.8)
    return _boosted(line, match)


def _boosted(line: Line, match: re.Match[str]) -> list[Hit]:
    """ "Acme boosts presence with Globex partnership": the partner stands before the noun."""
    at = next((j for j, t in enumerate(line.toks) if t.end > line.start + match.start()), 0)
    if at < 3:
        return []
    k = next(
        (
            j
            for j in range(at - 1, max(0, at - 6), -1)
            if line.toks[j].low in ("with", "through", "via", "on", "of", "from")
        ),
        None,
    )
    if k is None:
        return []
    other = named(line, k + 1, at)
    if other is None or other.person:
        return []
    for j in range(1, k):
        if line.toks[j].low in VERBS and (name := doer(line, j)[0]) and not name.person:
            return _made(line, j, j, [name], other, "with partner", 0.7)
    return []


def _owned(line: Line) -> list[Hit]:
    """ "Acme's partnership with Globex"."""
    for i, tok in enumerate(line.toks):
        if tok.poss and re.match(
            r"['’]?s?\s+(?:\w+ ){0,2}(?:partnership|collaboration|alliance|tie-up|joint venture) with\b",
            line.text[tok.end : line.end],
            re.I,
        ):
            k = next(j for j in range(i, len(line.toks)) if line.toks[j].low == "with")
            from_ = max(0, i - 5)
            name, other = named(line, from_, i + 1), objects(line, k + 1)
            if name and other:
                return _made(line, i, i, [name], other, "its partnership", 0.7)
    return []


def _joined(line: Line) -> list[Hit]:
    """ "Acme joins forces with Globex", "Acme joins the Anvil Alliance"."""
    for i, tok in enumerate(line.toks):
        if tok.low not in _JOIN or i == 0:
            continue
        near = text_after(line, i)
        start = group_start(line, i)
        if re.match(r"\s+(?:forces|hands)\b", near, re.I):
            k = next((j for j in range(i + 1, len(line.toks) - 1) if line.toks[j].low == "with"), None)
            names = subjects(line, start)
            other = objects(line, k + 1) if k else None
            if names and (other or len(names) > 1):
                return _made(line, i, start, names, other, "join forces", 0.85)
        elif (
            re.match(
                r"[^.;:]{0,60}\b(?:alliance|consortium|coalition|network|partnership|joint venture|jv|"
                r"venture(?! capital))\b",
                near,
                re.I,
            )
            and (name := subject(line, start))
            and not name.person
        ):
            return _made(line, i, start, [name], objects(line, i + 1), "joins an alliance", 0.7)
    return []


def _both(line: Line) -> list[Hit]:
    """ "Acme, Globex to act as", "Acme and Globex launch": two names before one verb."""
    for i, tok in enumerate(line.toks):
        if i == 0 or not (tok.low in VERBS or tok.low == "to") or tok.low not in _TOGETHER:
            continue
        start = group_start(line, i)
        names = subjects(line, start)
        good = [n for n in names if not n.person and not all(t.low in PLACES for t in line.toks[n.first : n.last])]
        if len(good) == 2 and re.search(
            r"\b(?:jointly|together|co-\w+|develop|act as|build|collaborat\w+|integrat\w+|create|deploy|"
            r"advance|explore|accelerate)\b",
            text_after(line, start - 1)[:60],
            re.I,
        ):
            return _made(line, i, start, good, None, "two companies", 0.7)
    return []


_TOGETHER = words(
    """develop develops act acts build builds create creates launch deploy explore advance jointly co-develop
    integrate accelerate"""
)
RULE = Rule(KIND, _HINT | _TOGETHER, find)
