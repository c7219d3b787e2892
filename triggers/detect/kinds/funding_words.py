"""Words and shapes of new money that the files on funding share."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, objects
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import inflect
from triggers.types import EventKind

KIND = EventKind.FUNDING
# Verbs that speak of new money as soon as an amount or a round follows.
STRONG = inflect("raise secure bag nab snag haul garner reel rake gather") | words(
    """mops mopped lève lèvent levé lever levant sammelt sammelte eingesammelt einsammeln raccoglie
    raccolto levanta recauda captado capta haalt ophaalt"""
)
# Verbs that do so only beside a word for a round, for funding or for debt.
WEAK = inflect(
    "land close gain net collect attract obtain receive clinch complete announce draw pocket score "
    "fetch pull bank reveal finalize finalise score confirm sign notch grab complete wrap disclose "
    "sell price issue borrow launch emerge tap take pick lock get add extend arrange refinance "
    "swallow begin unveil"
) | words(
    """got won wins winning sold took drew erhält erhielt sichert sicherte schließt holt bekommt boucle
    bouclé obtient réalise cierra chiude ottiene consigue annonce annoncé anuncia annuncia récolte
    décroche abschließt recibe schliesst"""
)
WEAK = (WEAK | inflect("line seek ink consider weigh mull welcome open eye")) - words(
    "bank net pocket tap score issue price lock pick pull draw extend add"
)
ROUND = re.compile(
    r"\b(?:series [a-k]\b|seed|pre-seed|(?:funding|financing|investment|equity|growth|venture|"
    r"fundraising|capital|seed|bridge|strategic|new|latest|fresh|mega)[\s-](?:round|raise|"
    r"financing|funding|capital)|"
    r"funding|fundraise|fundraising|financing|round (?:led|from|at)|round\b(?! of (?!funding|"
    r"financing|investment|seed|venture|capital|\$|€|£))|growth capital|venture debt|debt|bonds?|"
    r"bond sale|loans?|credit facility|private placement|public offering of (?:common|ordinary) "
    r"\w+|registered direct|convertible (?:notes?|bonds?|debt|loans?|debentures?|preferred|senior|"
    r"offering|financing|round)|term loan|equity raise|"
    r"(?:new|more|fresh) money|cash injection|(?:in|into|to|opened) its (?:share )?capital|new "
    r"capital|fresh capital|growth equity|growth investment|strategic investment|minority "
    r"investment|capital raise|share placement|rights issue|qip|investment from|backing from|"
    r"backing|crowdfunding|"
    r"finanzierung\w*|finanzierungsrunde|kapital|investment|wachstumskapital|risikokapital|levée|"
    r"tour de table|financement|serie [a-k]|série [a-k]|ronda|round di|aumento di capitale|"
    r"financiación|finanziamento|obligations|emprunt|anleihe|kapitalrunde)\b",
    re.I,
)
OTHER_OBJECT = re.compile(
    r"^\s*(?:(?:our|my|your|the|its|their|his|her|a|an|new|more|full-year|annual|fy\d*|20\d\d|q\d|"
    r"over|further|serious|fresh|some|major|concerns?|red|up|top|stock|key|monthly|profit|sales|"
    r"revenue|earnings|tuition|minimum|gpu|ai|cloud|subscription|laptop|phone|car|fuel|hourly|"
    r"starting|base|staff|worker|workers|executive|ticket|credit|recession)\s+){0,4}"
    r"(?:(?:debt )?costs?|prices?|pricing|concerns?|questions?|alarms?|alerts?|eyebrows?|wages?|"
    r"salar(?:y|ies)|pay|stakes?|guidance|forecasts?|outlook|targets?|estimates?|awareness|hopes?|"
    r"fears?|doubts?|taxes|tariffs?|fees?|rates?|"
    r"interest rates?|the bar|bar|stakes|flags?|offer|bid|dividends?|capex|spending|output|"
    r"production|cap|limits?|age|standards?|objections?|issues?|spectre|specter|worries|ratings?|"
    r"cattle|chickens|children|money for charity|"
    r"suspicions?|temperatures?|premiums?|tolls?|charges?|rents?|duty|duties|voice|fundraising "
    r"target|expectations|odds|possibility|prospect|ceiling|threshold|shareholding|holding)\b",
    re.I,
)
CONTRACT = re.compile(
    r"\b(?:contracts?|orders?|tender|mandate|framework|(?:school|facilities|sustainment|"
    r"maintenance|upgrade|moderni[sz]ation|engineering|construction|rail|road|highways?|nhs|nasa|"
    r"navy|army|"
    r"supply|services?|defen[cs]e|hospital) (?:\w+ ){0,2}(?:deal|job|work|scheme|spot|agreement|award)|grants?|award|"
    r"prize|lawsuit|settlement|damages|fine|"
    r"acquisition|customers?|clients?|users|deposits|from (?:the )?sale of|patent|in revenue|in "
    r"sales|verdict|jackpot|bounty|arr\b|"
    r"profits?|pre-?orders|backlog|lease|subsid(?:y|ies)|compensation|auftrag|aufträge|"
    r"fördermittel|förderung|förderbescheid|zuschuss|strafe|bußgeld|schadenersatz|subvention|"
    r"commande|contrat|amende|refund|pay package|approval)\b",
    re.I,
)
IPO = re.compile(
    r"\b(?:ipos?|initial public offering|public offering|public issue|stock market debut|anchor "
    r"investors|spac|listing|börsengang|going public|go public|introduction en bourse)\b",
    re.I,
)
FOLLOW_ON = re.compile(  # of shares that trade already
    r"^(?!.*\b(?:initial|first|debut|maiden|ipo)\b).*\b(?:pric|clos|rais|complet)(?:es|ed) .{0,70}?\b(?:its|an?) "
    r"(?:\w+ )?"
    r"public offering\b",
    re.I,
)
BACKING = re.compile(r"\b(?:led by|co-led|from|with participation|backed by|to fund|backing|by|after|ahead of)\b", re.I)
FUND = re.compile(
    r"\b(?:funds?\b(?! (?:growth|expansion|development|its|the|new|r&d|research|operations|"
    r"production))|secondaries|first close|final close|hard cap|buyout fund|fund[- ]of[- ]funds|"
    r"venture strategy|investment strategy|investment vehicle|continuation vehicle|capital commitments|"
    r"reits?|etf|invit|fonds\b(?! propres))",
    re.I,
)
INVESTING = re.compile(
    r"\b(?:to (?:back|invest|fund startups|support (?:early|founders|startups))|for (?:\S+ "
    r"){0,3}(?:flagship|bets|investments|buyouts|deals|dealmaking|private credit|secondaries)|to (?:\w+ "
    r")?invest|private credit|credit strategy|closed-end|committed capital|limited partners|"
    r"strategy\b)",
    re.I,
)
INVESTOR_NAME = re.compile(
    r"\b(?:capital|ventures?|partners|equity|vc|fund|funds|investments?|asset management|advisors|holdings)$", re.I
)
LED = words("""back leads led co-lead lead co-leads co-led leading backs backed joins anchors""")
TAKES = words("taken takes take took acquires buys")
PUT = (
    TAKES
    | inflect("invest inject pump pour deploy put infuse")
    | words("""invested investiert injecte inyecta beteiligt""")
)
STATIC = words(
    """fundraising unicorn valued attracts funding round series seed financing million mio millionen millions
    finanzierung finanzierungsrunde finanzierungsrunden levée investment valuation kapital serie investors bond
    backing stake ronda"""
)
VALUED = re.compile(r"\b(?:unicorn|decacorn|valuation|valued at|valuing)\b", re.I)
NEW_MONEY = re.compile(
    r"\b(?:valuation|series [a-k]|funding|round|raise[sd]?|raising|investment|financing|investors?|"
    r"triples? down|doubles? down|backs?|leads|led by|fundraise|fundraising)\b",
    re.I,
)


THINGS = words(
    """ai data chip chips infrastructure research startups technology technologies energy cloud robotics renewables
    manufacturing europe india quantum software centers centres hub campus startup companies firms projects
    expansion growth innovation modernization upgrade upgrades plant plants jobs operations facilities
    headquarters hq headquarter r&d start-ups gründer project production u.s. us uk capacity facilities facility
    education training workforce semiconductor semiconductors county counties city cities parish township
    province region state states kingdom arabia emirates republic district valley park"""
)


def after_word(line: Line, i: int, words: tuple[str, ...], since: int) -> Name | None:
    for j in range(i + 1, min(len(line.toks) - 1, i + 18)):
        tok = line.toks[j]
        if tok.low in words and tok.start >= since:
            return objects(line, j + 1)
    return None
