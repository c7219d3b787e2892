"""Contract win: a named vendor gets an order, a contract or a big customer."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import PLACES, words
from triggers.detect.grammar.names import Name, capital, named, objects
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.generic import Shape, verb_hits
from triggers.detect.kinds.order_parts import infinitive, vendor_at
from triggers.detect.scene import Rule, Scene, money_span, name_span, text_after
from triggers.types import EventKind

KIND = EventKind.CONTRACT_WIN
_ORDER = (
    r"(?:contracts?|orders?|tenders?|mandates?|deal(?: (?:with|from|to supply))?|project from|work "
    r"order|purchase order|supply (?:deal|agreement|contract)|auftrag|aufträge|großauftrag|contrat|"
    r"commande|contrato|pedido|commessa|appalto|ordine|agreement to supply|(?:new|key|major|first|big) customer\b)"
)
_WINS = Shape(
    KIND,
    "wins an order",
    words(
        """win wins won winning bag bags bagged bagging secure secures secured land lands landed clinch clinches
    clinched get gets got receive receives received grab grabs snag snags nab nabs score scores awarded sign
    signs signed ink inks erhält gewinnt ergattert remporte décroche gana logra vince ottiene obtains bekommt
    book books booked clinching announces lands"""
    ),
    re.compile(rf"^(?:[^.;:]|[.:](?=\w)|(?<=\.S)\.){{0,80}}\b{_ORDER}\b", re.I),
    re.compile(
        r"^(?:[^.;:]|[.:](?=\w)|(?<=\.S)\.){0,60}\b(?:court order|restraining order|ban|approval|funding|round|"
        r"investment|"
        r"partnership|merger|acqui\w+|peace|trade deal|cooperation|mou|licen[cs]ing|valuation$|deal to "
        r"(?:buy|acquire|use|sell|merge|build|develop)|joint|bail|executive order|contract extension|"
        r"new contract until|record deal|settlement|in order|plea|deal of|stock|block deal|takeover|"
        r"all-time|customer data|debt|loan|gag order)\b",
        re.I,
    ),
    0.85,
)
_SUPPLY = Shape(
    KIND,
    "supplies",
    words("""supply supplies supplied supplying deliver delivers provide provides liefert fournit equip"""),
    re.compile(r"\b(?:to|for|under|an|with|à)\b", re.I),
    re.compile(
        r"\b(?:concerns|shock|chain|crunch|shortage|glut|answers|insight|results|tips|advice|details|"
        r"update|users|value|returns|growth|capabilit(?:y|ies)|ability)\b",
        re.I,
    ),
    0.7,
)
_DEALS = re.compile(
    r"\b(?:(?:cloud|chip|chips|supply|compute|computing|power|order|data cent(?:er|re)|ai|software|"
    r"defen[cs]e|launch|satellite|capacity|purchase|engine|aircraft|service|services|outsourcing|"
    r"drone|battery|hosting|infrastructure|offtake|energy|lease)\s+(?:\w+ )?(?:deals?|contracts?|"
    r"orders?|agreements?|pacts?))\b",
    re.I,
)
_CUSTOMER = words(
    """signs sign signed awards awarded award picks pick picked selects select selected chooses chose choose taps tap
    tapped orders order ordered places placed gives hands grants expands extends inks agrees strikes announces
    uses wählt beauftragt bestellt vergibt choisit commande elige sceglie adopts commits hires buys buy"""
)
_SELECTS = words(
    """picks pick picked selects select selected chooses chose choose wählt choisit elige sceglie
    beauftragt"""
)
_HINT = (
    words("tapped selected chosen picked orders ordered spend spends spent commits pays")
    | _WINS.verbs
    | _SUPPLY.verbs
    | _CUSTOMER
)


_PLAYERS = words("quarterback striker midfielder goalkeeper pitcher winger coach forward defender outfielder players")


def find(scene: Scene, line: Line) -> list[Hit]:
    if not _PLAYERS.isdisjoint(line.lows):
        return []
    hits = _customer(scene, line) or _win(scene, line) or _spends(line) or _selected(line) or _chosen(line)
    for hit in hits:
        for money in scene.money(line):
            after = line.text[money.end : money.end + 14].lower()
            if money.amount >= 10_000 and "valuation" not in after:
                hit.put("amount", money.amount, money_span(line, money))
                hit.put("currency", money.currency, money_span(line, money))
                break
    return hits


def _win(scene: Scene, line: Line) -> list[Hit]:
    for shape in (_WINS, _SUPPLY):
        for hit, name in verb_hits(scene, line, shape):
            if line.toks[hit.at].low == "supply" and line.toks[hit.at - 1].low not in ("to", "will", "and", "may"):
                continue  # part of a name: "Acme Supply"
            if line.toks[hit.at].low in (
                "signs",
                "sign",
                "signed",
                "inks",
                "ink",
                "announces",
                "secures",
                "get",
                "gets",
            ) and not re.search(
                r"\b(?:contracts?|orders?|auftrag|supply|contrat|deal to supply|to provide|customer)\b",
                text_after(line, hit.at),
                re.I,
            ):
                continue
            if re.search(r"contract (?:with|for) (?:\w+ ){0,3}(?:player|star|midfielder)", line.content, re.I) or (
                shape is _SUPPLY and not _plain_supply(line, hit.at)
            ):
                continue
            other = _from(line, hit.at)
            if other and other.first != name.first and not other.person:
                hit.put("other_party", line.slice(other.first, other.last), name_span(line, other))
            return [hit]
    return []


def _plain_supply(line: Line, i: int) -> bool:
    """ "to supply engines to Globex": needs a named receiver or a deal."""
    rest = text_after(line, i)
    return re.search(r"\b(?:deal|contract|agreement|order)\b", rest, re.I) is not None or _from(line, i) is not None


def _from(line: Line, i: int) -> Name | None:
    for j in range(i + 1, min(len(line.toks) - 1, i + 18)):
        if line.toks[j].low in ("from", "with", "to", "by", "for", "von", "de", "vom"):
            name = objects(line, j + 1)
            if name and not name.person:
                return name
    return None


def _customer(scene: Scene, line: Line) -> list[Hit]:
    """ "Acme signs $6 billion cloud deal with Globex": the vendor is the one dealt with."""
    match = _DEALS.search(line.content) or _ORDERED.search(line.content)
    for i, tok in enumerate(line.toks):
        if i == 0 or tok.low not in _CUSTOMER or tok.low in _SELECTS:
            continue
        if tok.low == "awarded" and re.search(r"\bby\b", text_after(line, i)):
            continue
        if tok.low in _GIVES and (given := _given(line, i)):
            return [given]
        k = next((j for j in range(i + 1, len(line.toks) - 1) if line.toks[j].low in _TOWARDS), None)
        signs = match is not None and line.start + match.start() > tok.end and tok.low not in _NO_SIGNING
        if k is None or not (signs or _bought(line, i)) or _other_deal(line, k):
            continue
        if hit := _dealt_with(line, i, k):
            return [hit]
    return []


_ORDERED = re.compile(r"\b(?:contracts?|order for|orders? (?:\d|\w+ (?:jets|planes|aircraft)))\b", re.I)
_GIVES = words("awards awarded hands gives grants")
_TOWARDS = words("with to from mit an of")
_NO_SIGNING = words("buys buy uses use hires commits gives hands")
_GOODS = re.compile(
    r"\s+(?:\S+ ){0,4}(?:power|chips|gpus|capacity|electricity|engines|jets|planes|cpus|compute|servers|fuel cells|"
    r"batteries)\b",
    re.I,
)
_WINS_IT = re.compile(r"\b(?:supply|provide|deliver|wins|bags)\b", re.I)
_ALLIANCE = re.compile(r"\bpartnership|mou\b", re.I)


def _bought(line: Line, i: int) -> bool:
    return line.toks[i].low in ("buys", "buy", "uses", "use") and _GOODS.match(text_after(line, i)) is not None


def _other_deal(line: Line, k: int) -> bool:
    """Whether the line tells of a supplier's own win, of an alliance, or "to" opens a task."""
    if _WINS_IT.search(line.text, line.start, line.toks[k].start) or _ALLIANCE.search(line.content):
        return True
    return line.toks[k].low == "to" and infinitive(line, k + 1)


def _dealt_with(line: Line, i: int, k: int) -> Hit | None:
    """The vendor behind token `k`; who signs is the vendor where the other one can only be a customer."""
    buyer, start = doer(line, i)
    vendor = objects(line, k + 1)
    if vendor is None or vendor.person or (buyer and buyer.person):
        return None
    if buyer is None:
        public = _STATE.search(line.text, line.start, line.toks[i].start)
        return _hit(line, i, start, vendor, None) if public else None
    if line.toks[vendor.last - 1].low in _CLIENTS and line.toks[buyer.last - 1].low not in _CLIENTS:
        buyer, vendor = vendor, buyer
    return _hit(line, i, start, vendor, buyer)


_CLIENTS = words(
    "bank airlines airline airways railways railway hospital hospitals university council ministry insurance army navy"
)


_STATE = re.compile(
    r"\b(?:army|navy|air force|pentagon|nasa|government|ministry|department|dod|agency|nhs|city|"
    r"county|state|us|uk|police|authority|command)\b",
    re.I,
)


def _hit(line: Line, i: int, start: int, vendor: Name, buyer: Name | None) -> Hit:
    hit = Hit(KIND, name_span(line, vendor), line, i, "is chosen", confidence=0.72, verb=(start, i + 1))
    if buyer and not buyer.person:
        hit.put("other_party", line.slice(buyer.first, buyer.last), name_span(line, buyer))
    return hit


_NO_VENDOR = words("prime position spot place contract contracts new major key first multi-year second third largest")


def _given(line: Line, i: int) -> Hit | None:
    """ "Acme awards Globex $30m contract": the receiver stands right behind the verb."""
    end = i + 1
    while end < len(line.toks) and capital(line.toks[end]) and line.toks[end].low not in _CURRENCY:
        end += 1
    vendor = named(line, i + 1, end) if end > i + 1 else None
    if (
        vendor is None
        or vendor.person
        or line.toks[vendor.first].low in _NO_VENDOR
        or not re.match(
            r"\s+(?:an? )?(?:\S+ ){0,5}?(?:contract|order|deal|tender|project|extension|mandate|job|work|package)\b",
            text_after(line, end - 1),
            re.I,
        )
    ):
        return None
    buyer, start = doer(line, i)
    public = _STATE.search(line.text, line.start, line.toks[i].start)
    return _hit(line, i, start, vendor, buyer) if buyer or public else None


_CURRENCY = words("rs rs. inr us us$ usd eur gbp sek nok dkk chf aud cad sgd aed sar won yen")


def _spends(line: Line) -> list[Hit]:
    """ "Acme to spend $20 billion on Globex chips"."""
    for i, tok in enumerate(line.toks):
        if (
            i
            and tok.low in ("spend", "spends", "spent", "commits", "pays")
            and (
                match := re.search(
                    r"\bon\s+((?:[A-Z][\w.&-]*\s){1,3})(?:chips|gpus|servers|cloud|compute|software|processors|"
                    r"computing|engines|jets|satellites|batteries)\b",
                    text_after(line, i),
                )
            )
        ):
            at = tok.end + match.start(1)
            first = next((j for j, t in enumerate(line.toks) if t.start >= at), 0)
            vendor = named(line, first, first + len(match[1].split()))
            buyer, start = doer(line, i)
            if vendor and buyer and not vendor.person:
                return [_hit(line, i, start, vendor, buyer)]
    return []


def _chosen(line: Line) -> list[Hit]:
    """ "Acme tapped by the Pentagon for AI contract", "Globex orders 50 planes from Acme"."""
    for i, tok in enumerate(line.toks):
        rest = text_after(line, i)
        if (
            i
            and tok.low in ("tapped", "selected", "chosen", "picked", "awarded")
            and re.match(
                r"\s+(?:by\b|as (?:an? |its |the )?(?:\w+ )?(?:supplier|provider|vendor|contractor|partner)\b)", rest
            )
            and re.search(
                r"\b(?:to|for|as)\b",
                rest,
                re.I,
            )
        ):
            name, start = doer(line, i)
            if name and not name.person:
                return [Hit(KIND, name_span(line, name), line, i, "is chosen", confidence=0.75, verb=(start, i + 1))]
        if i and tok.low in ("orders", "ordered", "order") and re.match(r"\s+(?:up to |another |more than )?\d", rest):
            k = next((j for j in range(i + 1, len(line.toks) - 1) if line.toks[j].low == "from"), None)
            buyer, start = doer(line, i)
            vendor = objects(line, k + 1) if k else None
            if (buyer or line.toks[i - 1].low in PLACES) and vendor and not vendor.person:
                return [_hit(line, i, start, vendor, buyer)]
    return []


def _selected(line: Line) -> list[Hit]:
    """ "Acme picks Globex for its data platform", "Acme awards contract to Globex"."""
    for i, tok in enumerate(line.toks):
        if i == 0 or not (
            tok.low in _SELECTS or (tok.low in ("taps", "tapped") and re.search(r"[$€£]\d", line.content))
        ):
            continue
        rest = text_after(line, i)
        if not re.search(
            r"\b(?:to (?:supply|build|provide|power|run|handle|deliver|develop|manage|modernize|host)|for |"
            r"as (?:its )?(?:supplier|vendor|provider|contractor|cloud))\b",
            rest,
            re.I,
        ) or re.search(
            r"\b(?:ceo|cfo|chief|head|chair\w*|director|president|executive|exec|veteran|adviser|advisor)\b|\bfor "
            r"(?:\S+ "
            r"){0,4}(?:headquarters|hq|plant|facility|hub|offices?|site|campus|factory|gigafactory|"
            r"expansion|location)\b|\bas (?:the )?(?:site|home|base)\b",
            rest,
            re.I,
        ):
            continue
        buyer, start = doer(line, i)
        vendor = vendor_at(line, i + 1)
        if vendor and buyer and not vendor.person and not buyer.person:
            return [_hit(line, i, start, vendor, buyer)]
    return []


RULE = Rule(KIND, _HINT, find)
