"""Funding: a named operating company takes in new money."""

from __future__ import annotations

import re

from triggers.detect import money_facts as facts
from triggers.detect.groups import doer
from triggers.detect.lexicon import PLACES, UNIT_NOUNS, words
from triggers.detect.names import Name, first_subject, named, objects, phrase_end, subject, topic
from triggers.detect.scene import Rule, Scene, name_span, text_after
from triggers.detect.spans import Hit, Span, span
from triggers.detect.tokens import Line
from triggers.detect.verbs import inflect
from triggers.types import EventKind, Status

KIND = EventKind.FUNDING
# Verbs that speak of new money as soon as an amount or a round follows.
STRONG = inflect("raise secure bag nab snag haul garner reel rake gather") | words(
    """nabbed nabs nabbing bagged bags bagging snagged snagging mops mopped raking reeled reels lève lèvent levé
    lever levant sammelt sammelte eingesammelt einsammeln raccoglie raccolto levanta recauda captado capta haalt
    ophaalt"""
)
# Verbs that do so only beside a word for a round, for funding or for debt.
WEAK = inflect(
    "land close gain net collect attract obtain receive clinch complete announce draw pocket score "
    "fetch pull bank reveal finalize finalise score confirm sign notch grab complete wrap disclose "
    "sell price issue borrow launch emerge tap take pick lock get add extend arrange refinance "
    "swallow begin unveil"
) | words(
    """lands banks nets got gets getting won wins winning landed sold sells selling grabbed took takes drew draws
    emerges wrapped erhält erhielt sichert sicherte schließt holt bekommt boucle bouclé obtient réalise finalise
    cierra chiude ottiene consigue annonce annoncé anuncia annuncia récolte décroche abschließt recibe schliesst
    tapped taps"""
)
WEAK = (WEAK | inflect("line seek ink consider weigh mull welcome open eye")) - words(
    "bank net pocket tap score issue price lock pick pull draw extend add"
)
_ROUND = re.compile(
    r"\b(?:series [a-k]\b|seed|pre-seed|(?:funding|financing|investment|equity|growth|venture|"
    r"fundraising|capital|seed|bridge|strategic|new|latest|fresh|mega)[\s-](?:round|raise|"
    r"financing|funding|capital)|"
    r"funding|fundraise|fundraising|financing|round (?:led|from|at)|round\b(?! of (?!funding|"
    r"financing|investment|seed|venture|capital|\$|€|£))|growth capital|venture debt|debt|bonds?|"
    r"bond sale|loans?|credit facility|private placement|convertible|term loan|equity raise|"
    r"(?:new|more|fresh) money|cash injection|(?:in|into|to|opened) its (?:share )?capital|new "
    r"capital|fresh capital|growth equity|growth investment|strategic investment|minority "
    r"investment|capital raise|share placement|rights issue|qip|investment from|backing from|"
    r"backing|crowdfunding|"
    r"finanzierung\w*|finanzierungsrunde|kapital|investment|wachstumskapital|risikokapital|levée|"
    r"tour de table|financement|serie [a-k]|série [a-k]|ronda|round di|aumento di capitale|"
    r"financiación|finanziamento|obligations|emprunt|anleihe|kapitalrunde)\b",
    re.I,
)
_OTHER_OBJECT = re.compile(
    r"^\s*(?:(?:our|my|your|the|its|their|his|her|a|an|new|more|full-year|annual|fy\d*|20\d\d|q\d|"
    r"over|further|serious|fresh|some|major|concerns?|red|up|top|stock|key|monthly|profit|sales|"
    r"revenue|earnings|tuition|minimum|gpu|ai|cloud|subscription|laptop|phone|car|fuel)\s+){0,4}"
    r"(?:(?:debt )?costs?|prices?|pricing|concerns?|questions?|alarms?|alerts?|eyebrows?|wages?|"
    r"salar(?:y|ies)|pay|stakes?|guidance|forecasts?|outlook|targets?|estimates?|awareness|hopes?|"
    r"fears?|doubts?|taxes|tariffs?|fees?|rates?|"
    r"interest rates?|the bar|bar|stakes|flags?|offer|bid|dividends?|capex|spending|output|"
    r"production|cap|limits?|age|standards?|objections?|issues?|spectre|specter|worries|ratings?|"
    r"cattle|chickens|children|money for charity|"
    r"suspicions?|temperatures?|premiums?|tolls?|charges?|rents?|duty|duties|voice|fundraising "
    r"target|expectations|possibility|prospect|ceiling|threshold|shareholding|holding)\b",
    re.I,
)
_CONTRACT = re.compile(
    r"\b(?:contracts?|orders?|tender|mandate|grants?|award|prize|lawsuit|settlement|damages|fine|"
    r"acquisition|customers?|clients?|users|in revenue|in sales|verdict|jackpot|bounty|arr\b|"
    r"profits?|pre-?orders|backlog|lease|subsid(?:y|ies)|compensation|auftrag|aufträge|"
    r"fördermittel|förderung|förderbescheid|zuschuss|strafe|bußgeld|schadenersatz|subvention|"
    r"commande|contrat|amende|refund|pay package|approval)\b",
    re.I,
)
_IPO = re.compile(
    r"\b(?:ipo|initial public offering|public offering|public issue|stock market debut|anchor "
    r"investors|spac|listing|börsengang|going public|go public|introduction en bourse)\b",
    re.I,
)
_BACKING = re.compile(
    r"\b(?:led by|co-led|from|with participation|backed by|to fund|backing|by|after|ahead of)\b", re.I
)
_FUND = re.compile(
    r"\b(?:funds?\b(?! (?:growth|expansion|development|its|the|new|r&d|research|operations|"
    r"production))|secondaries|first close|final close|hard cap|buyout fund|fund[- ]of[- ]funds|"
    r"reits?|etf|invit|fonds\b(?! propres))",
    re.I,
)
_INVESTING = re.compile(
    r"\b(?:to (?:back|invest|fund startups|support (?:early|founders|startups))|for (?:\S+ "
    r"){0,3}(?:bets|investments|buyouts|deals|dealmaking|private credit|secondaries)|to (?:\w+ "
    r")?invest|private credit|credit strategy|closed-end|committed capital|limited partners|"
    r"strategy\b)",
    re.I,
)
_INVESTOR_NAME = re.compile(
    r"\b(?:capital|ventures?|partners|equity|vc|fund|funds|investments?|asset management|advisors|holdings)$", re.I
)
_LED = words("""back leads led co-lead lead co-leads co-led leading backs backed joins anchors""")
_TAKES = words("taken takes take took acquires buys")
_PUT = (
    _TAKES
    | inflect("invest inject pump pour deploy put infuse")
    | words("""invested investiert injecte inyecta beteiligt""")
)
_STATIC = words(
    """funding round series seed financing million mio millionen millions finanzierung finanzierungsrunde
    finanzierungsrunden levée investment valuation kapital serie investors bond backing stake ronda"""
)
_VALUED = re.compile(r"\b(?:unicorn|decacorn|valuation|valued at|valuing)\b", re.I)
_NEW_MONEY = re.compile(
    r"\b(?:valuation|series [a-k]|funding|round|raise[sd]?|raising|investment|financing|investors?|"
    r"triples? down|doubles? down|backs?|leads|led by|fundraise|fundraising)\b",
    re.I,
)


def find(scene: Scene, line: Line) -> list[Hit]:
    hits: list[Hit] = []
    for i, tok in enumerate(line.toks):
        hit = None
        if tok.low in STRONG or tok.low in WEAK:
            hit = _taker(scene, line, i)
        if hit is None and tok.low in _LED:
            hit = _leader(scene, line, i)
        if hit is None and tok.low in _PUT:
            hit = _investor(scene, line, i)
        if hit and not any(h.company.text == hit.company.text for h in hits):
            hits.append(hit)
    if not hits and not _unnamed(scene, line):
        hits = _nominal(scene, line)
    for hit in hits:
        facts.fill(scene, hit)
    return hits


def _unnamed(scene: Scene, line: Line) -> bool:
    """Money is taken, but by nobody with a name: then no other name of the line is the taker."""
    strong = next((i for i, t in enumerate(line.toks) if t.low in STRONG and i > 0), None)
    if strong is None or not _is_money(scene, line, strong, text_after(line, strong)):
        return False
    return line.toks[strong - 1].low not in ("and", ",", "as")


def _taker(scene: Scene, line: Line, i: int) -> Hit | None:
    """ "Acme raises $5M", "Acme has secured a seed round"."""
    rest = text_after(line, i)
    if not _is_money(scene, line, i, rest):
        return None
    name, start = doer(line, i)
    if name is None:
        return None
    place = span(line, i, i + 1)
    if name.person:
        scene.refuse(KIND, "a person, not a company", place)
        return None
    if why := _not_ours(line, name, rest):
        scene.refuse(KIND, why, place)
        return None
    return Hit(
        KIND,
        name_span(line, name),
        line,
        i,
        "takes in money",
        confidence=0.95 if line.toks[i].low in STRONG else 0.85,
        verb=(start, i + 1),
    )


_RAISED = re.compile(
    r"\s*(?:[\w'’-]+\s+){0,5}?(?:prices?|stake|wages|fees|tariffs?|rates|costs?|targets?|guidance|"
    r"forecasts?|outlook|dividend|shareholding|bid|offer)\b",
    re.I,
)


def _is_money(scene: Scene, line: Line, i: int, rest: str) -> bool:
    low = line.toks[i].low
    if _OTHER_OBJECT.match(rest) or (low.startswith("rais") and _RAISED.match(rest)):
        return False
    near = rest[:140]
    amount = any(0 <= m.start - line.toks[i].end < 60 for m in scene.money(line))
    named_round = _ROUND.search(near[:110])
    if low in STRONG:
        strong = low.startswith(("rais", "lev", "lèv", "samm", "eing", "reel", "racc", "haul", "gath"))
        return bool(named_round) or (amount and (strong or not _CONTRACT.search(near[:90])))
    plain = amount and not _CONTRACT.search(near[:90])
    direct = any(
        0 <= m.start - line.toks[i].end < 28 and _FILLER.fullmatch(line.text, line.toks[i].end, m.start)
        for m in scene.money(line)
    )
    if plain and (low in _GETS or (low in _LANDS and direct and not _VALUATION.match(near))):
        return True
    if not named_round or (
        _CONTRACT.search(near[: named_round.start() + 12])
        and not re.search("round|series|funding", named_round.group(), re.I)
    ):
        return False
    if low.startswith(("seek", "sought", "line", "ink", "consider", "weigh", "mull", "eye")):
        return bool(
            re.search(
                r"\b(?:loan|funding|round|financing|series [a-k]|private debt|bond|credit|raise|capital raise|"
                r"fundrais\w+)\b",
                near[:70],
                re.I,
            )
        )
    if low.startswith(("welcom", "open")):
        return "capital" in near and "its" in near
    if low.startswith(("launch", "emerg")):
        return amount and re.search(r"\bwith\b", near[: named_round.start()]) is not None
    if low.startswith(("sell", "sold", "pric", "issu", "tap", "borrow", "refinanc")):
        return bool(
            re.search(
                r"\b(?:bonds?|debt|notes|loan|convertible|debentures|anleihe|shares in (?:a )?(?:private|follow))",
                near,
                re.I,
            )
        ) and (amount or low.startswith(("borrow", "tap")))
    if low.startswith(
        (
            "add",
            "get",
            "got",
            "take",
            "took",
            "tak",
            "win",
            "won",
            "unveil",
            "reveal",
            "confirm",
            "disclos",
            "begin",
            "sign",
        )
    ):
        return amount or bool(re.search(r"series [a-k]\b|seed|round", named_round.group(), re.I))
    return True


_FILLER = re.compile(
    r"\s+(?:(?:up|in|down|a|an|fresh|new|another|nearly|over|about|around|almost|more than|up to|"
    r"some|additional|further|roughly|first|its|massive|record|whopping|cool|extra)\s+){0,3}~?"
)
_VALUATION = re.compile(r"\s*\S+(?: \w+)? (?:valuation|deal|market)", re.I)
_LANDS = words(
    "lands landed grabs grabbed nets netted scores scored closes closed collects collected pockets "
    "attracts pulls picks clinches lands receives received gets got"
)
_GETS = words(
    """erhält erhielt sichert sicherte bekommt holt schließt schliesst obtient boucle récolte décroche ottiene
    consigue cierra chiude recibe"""
)


def _not_ours(line: Line, name: Name, rest: str) -> str | None:
    """Why money that is raised is not new money for an operating company."""
    head = rest[: m.start()] if (m := _BACKING.search(rest)) and m.start() > 3 else rest
    if _IPO.search(line.content) and not re.search(r"pre-ipo|ahead of|before", line.content, re.I):
        return "proceeds of a listing"
    head = re.sub(
        r"\b(?:first|final|initial) clos(?:e|ing) (?=(?:of|on) (?:its |a |the |an? \S+ "
        r")?\S*\s?(?:series [a-k]|seed))",
        "",
        head,
        flags=re.I,
    )
    if _FUND.search(re.sub(r"^\s*(?:new |fresh |more )?funds\b", "", head, flags=re.I)):
        return "a fund raises for itself"
    company = line.slice(name.first, name.last)
    investor = _INVESTOR_NAME.search(company)
    if re.search(r"\bfund\b", company, re.I):
        return "a fund raises for itself"
    if investor and (_INVESTING.search(rest) or re.search(r"\bfunds?\b", rest, re.I)):
        return "an investor raises for itself"
    if (
        _INVESTING.search(rest)
        and not re.search(r"\b(?:series [a-k]|seed|round)\b", rest, re.I)
        and re.search(r"invest|bets|back (?!office)", rest, re.I)
    ):
        return "an investor raises for itself"
    if re.search(
        r"\b(?:charity|campaign|re-?election|relief|donations?|donors?|in aid|victims|scholarship|for "
        r"cancer|state funding|federal funding|government funding|world bank)\b",
        rest,
        re.I,
    ):
        return "charity, campaign or public money"
    said_of = line.text[line.start : line.toks[name.first].start]
    if re.search(
        r"\b(?:backer|investor|vc(?: firm)?|private equity firm|buyout firm|venture (?:capital )?firm)\s*$",
        said_of,
        re.I,
    ) and not re.search(r"\b(?:series [a-k]|seed)\b", rest, re.I):
        return "an investor raises for itself"
    if line.toks[name.last - 1].poss and not line.toks[name.last - 1].cap:
        return "an owner, not a company"
    return None


def _leader(scene: Scene, line: Line, i: int) -> Hit | None:
    """ "Globex Capital leads Series B in Acme", "Globex backs Acme with $5M"."""
    rest = text_after(line, i)
    if line.toks[i].low == "back" and not (scene.money(line) and re.search(r"\b(?:with|at)\b", rest)):
        return None
    if line.toks[i].low in ("backs", "backed", "back"):
        if not (_NEW_MONEY.search(rest) or (scene.money(line) and re.search(r"\bwith\b", rest))):
            return None
        target = objects(line, i + 1)
    else:
        match = re.search(r"\b(?:round|funding|investment|financing|raise|series [a-k])\b", rest, re.I)
        if not match:
            return None
        target = _after_word(line, i, ("in", "for", "of", "into", "at"), match.end() + line.toks[i].end)
    return _backed(scene, line, i, target)


def _investor(scene: Scene, line: Line, i: int) -> Hit | None:
    """ "Globex invests $5M in Acme"; places, plants and technologies are no company."""
    if not any(m.start > line.toks[i].start for m in scene.money(line)) and not re.search(
        r"\b(?:strategic|minority|stake)\b", text_after(line, i), re.I
    ):
        return None
    if line.toks[i].low in _TAKES and not re.match(
        r"\s+(?:a |an )?(?:strategic |significant |new |\S+% |\S+ percent )?minority\b", text_after(line, i), re.I
    ):
        return None
    return _backed(scene, line, i, _after_word(line, i, ("in", "into", "en"), line.toks[i].end))


def _after_word(line: Line, i: int, words: tuple[str, ...], since: int) -> Name | None:
    for j in range(i + 1, min(len(line.toks) - 1, i + 18)):
        tok = line.toks[j]
        if tok.low in words and tok.start >= since:
            return objects(line, j + 1)
    return None


def _backed(scene: Scene, line: Line, i: int, target: Name | None) -> Hit | None:
    if (
        target is None
        or target.person
        or line.toks[target.last - 1].low in UNIT_NOUNS | _THINGS
        or line.toks[target.first].low in _THINGS
    ):
        return None
    investor, start = doer(line, i)
    hit = Hit(KIND, name_span(line, target), line, i, "is backed by", confidence=0.8, verb=(start, i + 1))
    if investor and not investor.person:
        where = name_span(line, investor)
        if where.text == hit.company.text:
            return None
        hit.put("other_party", where.text, where)
        hit.put("lead", where.text, where)
    return hit


_THINGS = words(
    """ai data chip chips infrastructure research startups technology technologies energy cloud robotics renewables
    manufacturing europe india quantum software centers centres hub campus startup companies firms projects
    project production u.s. us uk capacity facilities facility education training workforce semiconductor
    semiconductors"""
)


def _nominal(scene: Scene, line: Line) -> list[Hit]:
    """No verb of taking: "Acme Inc. Boston $16M Series B", "$30M Series B for Acme", "Acme in talks for funding"."""
    if not line.lows & _STATIC:
        return []
    for attempt in (_talks, _values, _valued, _round_for, _with_round, _its_round, _owned_round, _table_row):
        if hit := attempt(scene, line):
            rest = line.content
            if _FUND.search(rest.split(" led by ")[0]) or _IPO.search(rest):
                scene.refuse(KIND, "a fund or a listing", hit.company)
                return []
            return [hit]
    return []


_ABOUT = re.compile(
    r"\s+(?:for|at|over|on|about|with|to (?:raise|back|invest|lead|secure|close|join|fund|put))\b", re.I
)


def _talks(scene: Scene, line: Line) -> Hit | None:
    for i, tok in enumerate(line.toks):
        rest = text_after(line, i)[:100]
        if (
            tok.low in ("talks", "discussions", "negotiations")
            and (
                line.toks[i - 1].low in ("funding", "investment", "fundraising", "financing")
                or (_NEW_MONEY.search(rest) and _ABOUT.match(rest))
            )
            and not re.search(r"\bto (?:buy|acquire|sell)\b", rest)
        ):
            name, start = doer(
                line, i - (line.toks[i - 1].low in ("funding", "investment", "fundraising", "financing"))
            )
            if name:
                backing = re.search(r"\bto (?:back|invest in|lead|fund)\b", rest, re.I)
                target = _after_word(line, i, ("back", "in"), line.toks[i].end) if backing else name
                if target and not target.person and (backing or not name.person):
                    return Hit(
                        KIND,
                        name_span(line, target),
                        line,
                        i,
                        "talks about money",
                        status=Status.RUMOURED,
                        confidence=0.75,
                        verb=(start, i + 1),
                    )
    return None


def _valued(scene: Scene, line: Line) -> Hit | None:
    """ "Acme hits $2B valuation in new funding round"."""
    match = _VALUED.search(line.content)
    if not match or not _NEW_MONEY.search(_VALUED.sub("", line.content)):
        return None
    for i, tok in enumerate(line.toks):
        if tok.low in _REACH:
            name, start = doer(line, i)
            if name and not name.person:
                return Hit(
                    KIND, name_span(line, name), line, i, "valued in a round", confidence=0.7, verb=(start, i + 1)
                )
    return None


_REACH = words("hits hit reaches reached valued confirms lands doubles triples soars nabs tops becomes scores")


_VALUES = re.compile(r"\bvalu(?:es|ing|ed)\b", re.I)


def _values(scene: Scene, line: Line) -> Hit | None:
    """ "Globex-led round values Acme at $1.2 billion"."""
    if not re.search(r"\b(?:round|funding|investment|financing|raise)\b", line.content, re.I):
        return None
    for i, tok in enumerate(line.toks):
        if (
            _VALUES.fullmatch(tok.low)
            and (name := objects(line, i + 1))
            and not name.person
            and re.match(r"\s+at\b", text_after(line, name.last - 1))
        ):
            return Hit(KIND, name_span(line, name), line, i, "round values", confidence=0.75, verb=(i, i + 1))
    return None


def _round_for(scene: Scene, line: Line) -> Hit | None:
    """ "$30M Series B for Acme", "25 Millionen Euro für Acme", "levée de 10 millions pour Acme"."""
    if not scene.money(line) and not re.search(r"\bseries [a-k]\b|finanzierung|levée|million", line.content, re.I):
        return None
    for i, tok in enumerate(line.toks):
        if tok.low in ("for", "für", "pour", "para", "per") and i > 0:
            before = line.text[line.start : tok.start]
            if re.search(
                r"(?:series [a-k]|seed|round|funding|financing|investment|million\w*|mio\.?|€|euro|"
                r"finanzierung\w*|levée[\w ]*|fonds|kapital\w*|capital|investition|ronda|bond|loan)\s*$",
                before.strip(),
                re.I,
            ):
                name = objects(line, i + 1)
                if name and not name.person and line.toks[name.last - 1].low not in UNIT_NOUNS | _THINGS:
                    return Hit(KIND, name_span(line, name), line, i, "money for", confidence=0.75, verb=(i, i + 1))
    return None


def _with_round(scene: Scene, line: Line) -> Hit | None:
    """ "Acme to fuel growth with $40 million funding round", "alongside a $10M seed round"."""
    if not scene.money(line):
        return None
    for i, tok in enumerate(line.toks):
        if tok.low in ("with", "alongside", "through", "via") and re.match(
            r"\s+(?:an? |its |over |new |more than |fresh )*[^\s\w]?\S+(?: \w+)? (?:\S+ ){0,3}(?:funding|"
            r"round|financing|seed|series)",
            text_after(line, i),
            re.I,
        ):
            for j in range(1, i):
                if line.toks[j].low in _OPENERS and (name := subject(line, j)) and not name.person:
                    return Hit(KIND, name_span(line, name), line, j, "with a round", confidence=0.7, verb=(j, j + 1))
    return None


_OPENERS = inflect(
    "launch emerge exit announce fuel expand accelerate scale come boost introduce unveil leave debut"
) | frozenset(["to", "comes"])


_ITS = re.compile(
    r"\b(?:in|with|of|for|on|by) (?:a|its|the|an|their) (?:[\w-]+ ){0,3}?(?:series [a-k]\b|seed (?:round|funding))",
    re.I,
)


def _its_round(scene: Scene, line: Line) -> Hit | None:
    """A round told with a verb no list holds: "Acme was showered with cash in its series B"."""
    match = _ITS.search(line.content)
    if not match or not (scene.money(line) or any(scene.money(x) for x in scene.summary[:2])):
        return None
    at = next((j for j, t in enumerate(line.toks) if t.start >= line.start + match.start()), 0)
    name = first_subject(line, at) or topic(line, at)
    return (
        Hit(KIND, name_span(line, name), line, at, "its round", confidence=0.7, verb=(at, at + 1))
        if name and not name.person
        else None
    )


def _owned_round(scene: Scene, line: Line) -> Hit | None:
    """ "Acme's $70 million series C provides tailwinds"."""
    if not scene.money(line):
        return None
    for i, tok in enumerate(line.toks):
        if tok.poss and re.match(
            r"(?:'s|’s|'|’)?\s+(?:\S+ ){0,4}?(?:series [a-k]\b|seed round|funding round|fundraising|financing round)",
            line.text[tok.end : line.end],
            re.I,
        ):
            name = named(line, 0 if i < 8 else i - 6, i + 1)
            if name and not name.person:
                return Hit(KIND, name_span(line, name), line, i, "its round", confidence=0.7, verb=(i, i + 1))
    return None


def _table_row(scene: Scene, line: Line) -> Hit | None:
    """A row of a table: name, place, amount, round."""
    moneys = scene.money(line)
    match = re.search(r"\bseries [a-k]\b|\bseed\b", line.content, re.I)
    if not moneys or not match or len(line.toks) > 16:
        return None
    k = next((j for j, t in enumerate(line.toks) if t.start >= moneys[0].start), 0)
    if k < 1 or not all(t.cap or not t.alpha or t.low in ("of", "and") for t in line.toks[:k]):
        return None
    end = next(
        (
            j + 1
            for j in range(k)
            if line.toks[j].low
            in ("inc.", "inc", "ltd.", "ltd", "corp.", "corp", "gmbh", "llc", "ag", "sa", "as", "ab", "plc")
        ),
        k,
    )
    if end == k and not line.toks[k - 1].poss:
        comma = next((j for j in range(1, k) if line.toks[j].word == ","), None)
        if comma is None or line.toks[comma + 1].low not in PLACES or comma < 2:
            return None
        end = comma - 1  # "Acme Pharma Springfield, Germany": the town is the word before the comma
    name = named(line, 0, end)
    return (
        Hit(KIND, name_span(line, name), line, k, "row of a table", confidence=0.7, verb=(k, k + 1))
        if name and not name.person
        else None
    )


def headline_round(scene: Scene) -> Span | None:
    """A round in a headline that leaves the company to the text below: "$30M: Series B for an anvil platform"."""
    line = scene.title[0] if scene.title else None
    if line is None or not (match := re.search(r"\bseries [a-k]\b|\bseed (?:round|funding)\b", line.content, re.I)):
        return None
    return (
        Span(line.field, line.start + match.start(), line.start + match.end(), match.group())
        if scene.money(line)
        else None
    )


RULE = Rule(KIND, STRONG | WEAK | _LED | _PUT | _STATIC | frozenset({"talks", "valuation"}), find)
__all__ = ["RULE", "headline_round", "phrase_end"]
