"""Who acts in the news and is no firm: states and their offices, clubs, courts and crowds, people with a title."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import DEMONYMS, GIVEN, PEOPLE, PLACES, words
from triggers.detect.grammar.marks import COMPANY_TAILS, adverb, descriptor
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Tok
from triggers.detect.grammar.verbs import VERBS
from triggers.types import EventKind

_TITLES = words(
    """pm mp mps mla premier senator senators minister ministers president governor mayor prince princess pope
    bishop archbishop cardinal sultan emir sheikh ambassador envoy"""
)
_FIRM_ENDS = words("tech league inn foods")
_OFFICES = words(
    """government govt governments ministry ministries parliament cabinet legislature lawmakers police sheriff
    court courts judge judges jury prosecutors pentagon kremlin congress senate army navy military regulator
    regulators president pm mayor governor minister secretary council councillors commission city state county
    district school parish trump biden obama putin modi xi macron merz starmer king queen pope university club
    committee regierung ministerium ministerin landtag bundestag stadtrat bundesrat gemeinde gouvernement
    ministère ministre préfet mairie gobierno ministerio ministro ayuntamiento governo comune sindaco"""
)
_NO_FIRM = words(
    """department ministry ministries government governments govt parliament senate sheriff embassy consulate
    ministerium gouvernement ministère gobierno governo bundesregierung bundestag teamsters"""
)
_SCHOOLS = words("umass ucla eth epfl harvard yale princeton stanford oxford cambridge mit caltech oxbridge cern")
_CLUBS = words(
    """lakers celtics knicks cavaliers pistons pacers bucks hornets wizards nuggets timberwolves blazers mavericks
    grizzlies pelicans clippers warriors raptors 76ers sixers patriots ravens bengals steelers texans colts
    jaguars broncos raiders cowboys packers vikings falcons buccaneers 49ers seahawks yankees dodgers mets
    phillies braves marlins cubs brewers astros mariners padres rockies diamondbacks orioles rays canadiens
    bruins penguins flyers islanders sabres oilers flames canucks blackhawks arsenal chelsea liverpool tottenham
    everton fulham juventus fenerbahçe fenerbahce galatasaray besiktas psg napoli lazio fiorentina atalanta
    bayern dortmund bvb schalke hsv leverkusen gladbach ajax feyenoord benfica madrid barça atlético celtic
    sunderland wolves milan inter villarreal sevilla marseille ol om asse"""
)
_SPORT = frozenset(
    {EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE, EventKind.ACQUISITION, EventKind.EXPANSION}
)
_PUBLIC_POST = re.compile(
    r"\b(?:provost|dean|superintendent|headmaster|headmistress|archbishop|bishop|rabbi|coach|secretary[- ]general|"
    r"ambassador|envoy|(?:police|fire) chief|sheriff|attorney general|(?:chief|associate) justice|librarian|conductor|"
    r"rektorin|rektor|dekan|intendantin|intendant|landrätin|landrat|préfet|doyenne?|entraîneur)\b",
    re.I,
)
_ORDINARY = words(
    """possible potential likely recently leaky favorite favourite work works production translation thieves
    intruders attackers mod built insurance future past recent upcoming latest early late further sources source
    shares stocks plans report reports exclusive update breaking opinion analysis construction operations demand
    growth costs strong weak higher lower record major minor annual quarterly monthly yesterday today tomorrow
    meanwhile lastly finally however moreover additionally separately elsewhere overall initially originally
    eventually previously currently formed formerly another others someone nobody everybody details results
    figures sales profits earnings jobs layoffs redundancies talks rumours rumors contract contracts tender
    investment investments funding deals deal mergers closure closures restructuring reorganisation reorganization
    shutdown downsizing shake-up overhaul cutbacks"""
)
_COUNTS = words("fewer more most half nearly many several dozens every another")
_CROWDS = words(
    """marktforscher forscher experten analysten verband verbände branche studie umfrage bund länder kommunen
    gericht polizei bürger verbraucher gewerkschaft gewerkschaften statistiker ökonomen händler hersteller
    unternehmen konzern einzelhandel außenhandel großhandel handwerk mittelstand gastgewerbe industrie tourismus
    sc hc nclt nclat verdi euro euros dollar dollars franken millionen milliarden cyberattacke cyberangriff
    hackerangriff cyberattaque piratage chercheurs experts économistes syndicats consommateurs entreprises
    expertos economistas esperti"""
)
_BODIES = words("union charity party regulator watchdog quango ngo gewerkschaft partei syndicat sindicato")
_THOUGHTS = ("ness", "ism", "ility")
_NAMED_SO = words("finally exclusive another source")  # single-word brands beside these would be lost
_AUTHORITIES = words(
    "bureau commission agency authority administration ministry department watchdog regulator directorate"
)
_UNDER_LAW = frozenset({EventKind.REGULATORY, EventKind.ACQUISITION})
_SOCIETIES = words("association federation society verband fédération asociación associazione")
_BIG = words("big major local regional national multinational leading small giant former family rival unnamed popular")
_HOUSES = re.compile(
    r"\b(?:branch|property|properties|building|house|home|mansion|villa|land|estate|mall|"
    r"apartments?|condos?|farm|ranch|"
    r"painting|penthouse|parcel|acres?)\b[^.;:]{0,40}\b(?:sells|sold|goes|bought|fetches|listed)\b",
    re.I,
)
_DESK = re.compile(r"\b(?:chief|ce[o0]|cfo|coo|commercial|finance|director of|vorstand|geschäftsführer)\b", re.I)
_POSTS = frozenset({EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE})
_OF_OFFICE = frozenset(
    {
        EventKind.EXECUTIVE_HIRE,
        EventKind.LAYOFFS,
        EventKind.PRODUCT_LAUNCH,
        EventKind.EXPANSION,
        EventKind.FUNDING,
        EventKind.PARTNERSHIP,
        EventKind.EARNINGS,
    }
)
_GOODS = words(
    """semiconductor semiconductors smartphone smartphones steel car cars auto vehicle vehicles ev evs retail
    housing home homes oil gas coal gold silver grocery wine beer book books pc pcs tablet tablets laptop chip
    chips solar wind toy toys drug drugs food fuel petrol diesel used-car same-store consumer wholesale factory
    industrial service services export exports import imports holiday christmas online e-commerce airline
    airlines bank banks hotel hotels"""
)


def nobody(hit: Hit, inside: list[Tok]) -> str | None:
    """Why the bearer of this name is no firm, or the doer of this no firm's; None where nothing says so."""
    last, lows = inside[-1], [t.low for t in inside]
    if len(lows) > 2 and lows[1] == "of" and lows[0].endswith(_THOUGHTS):
        return "a thought"
    if _before(hit, inside) in _BODIES:
        return "no firm, says the word before it"
    if _prevented(hit):
        return "what somebody wants to prevent"
    if lows[0] in _COUNTS or (lows[0] in _BIG and len(inside) > 1 and all(_kind(t) for t in inside[1:])):
        return "no name"
    if len(inside) == 1 and last.low in _ORDINARY and not last.word.isupper() and lows[0] not in _NAMED_SO:
        return "an ordinary word"
    if hit.kind in _UNDER_LAW and last.low in _AUTHORITIES:
        return "the authority, not the firm"
    if last.low in _SOCIETIES and hit.kind in _OF_OFFICE and hit.kind not in _POSTS | {EventKind.LAYOFFS}:
        return "an association"
    if hit.kind in _POSTS and _PUBLIC_POST.search(hit.line.content) and not _DESK.search(hit.line.content):
        return "a public post"
    if hit.kind is EventKind.ACQUISITION and _HOUSES.search(hit.line.content):
        return "a house changes hands"
    if (last.low in COMPANY_TAILS or last.low in _FIRM_ENDS) and len(inside) > 1:
        return None
    if len(inside) > 2 and lows[0].rstrip(".") in ("mr", "mrs", "ms", "sir", "dame", "lord"):
        return "a person"
    if len(inside) > 1 and (lows[-1] in _TITLES or lows[0] in _TITLES):
        return "somebody in office"
    if (
        last.low in _NO_FIRM
        or lows == ["ig", "metall"]
        or lows[-2:] == ["human", "services"]
        or (lows[0] in _NO_FIRM and lows[1:2] == ["of"])
    ):
        return "a public office"
    if _country(hit, inside):
        return "a state"
    if hit.kind in _SPORT and lows[-1] in _CLUBS and not _DESK.search(hit.line.content):
        return "a club"
    if len(inside) == 1 and (last.low in PEOPLE or last.low in _CROWDS or last.low.removesuffix("s") in PEOPLE):
        return "a person"
    if (lows == [last.low] or lows[0] == "umass") and lows[0] in _SCHOOLS and hit.kind is not EventKind.PARTNERSHIP:
        return "a school"
    if hit.kind is EventKind.EARNINGS and len(inside) == 1 and last.low in _GOODS:
        return "a whole trade"
    return "a public office acts" if hit.kind in _OF_OFFICE and _office_acts(hit, inside) else None


def _kind(tok: Tok) -> bool:
    """ "Bank", "insurer": what something is, not what it is called."""
    return descriptor(tok) or tok.low in COMPANY_TAILS


def _before(hit: Hit, inside: list[Tok]) -> str:
    """The word in front of the name, in small letters."""
    first = next(i for i, t in enumerate(hit.line.toks) if t is inside[0])
    return hit.line.toks[first - 1].low if first else ""


def _country(hit: Hit, inside: list[Tok]) -> bool:
    """ "Arabia", cut from "Saudi Arabia": what stands before the name makes a country of it."""
    before = _before(hit, inside)
    return all(t.low in PLACES or t.low == "arabia" for t in inside) and (before in DEMONYMS or before in PLACES)


def _office_acts(hit: Hit, inside: list[Tok]) -> bool:
    """Whether the word in front of the verb is an office and no part of the company's name."""
    i = hit.verb[0] - 1
    toks = hit.line.toks
    while i >= 0 and (adverb(toks[i]) or toks[i].low in VERBS):
        i -= 1
    if i < 0 or toks[i].low not in _OFFICES or toks[i] in inside:
        return False
    return i == 0 or toks[i - 1].low not in ("&", "for", "of") or toks[i].low in ("government", "court")


_PREVENTS = re.compile(
    r"\b(?:block|stop|prevent|bar|keep|ban)(?:s|ped|ed|ned|red|ping|ing|ning|ring)? [^,;:]{3,60} from(?: \w+ly)? $",
    re.I,
)


def _prevented(hit: Hit) -> bool:
    """ "To block Mara Lind from joining Globex": what is barred has not happened."""
    return _PREVENTS.search(hit.line.text, hit.line.start, hit.line.toks[hit.at].start) is not None


def bought_by_a_person(hit: Hit) -> bool:
    """ "Mara Lind buys": a given name and one more capital right before the verb. What people buy is no order won."""
    doer = hit.line.toks[max(0, hit.verb[0] - 2) : hit.verb[0]]
    return len(doer) == 2 and doer[0].low in GIVEN and doer[1].cap and doer[1].low not in COMPANY_TAILS


_SUPPOSED = {
    "en": re.compile(r"(?:what if|if|but,? if|and if|should|imagine|suppose)\b", re.I),
    "de": re.compile(r"(?:wenn|falls|angenommen)\b", re.I),
    "fr": re.compile(r"(?:si|supposons)\b", re.I),
    "es": re.compile(r"si\b", re.I),
    "it": re.compile(r"se\b", re.I),
}


def supposed(hit: Hit, language: str) -> bool:
    """ "If Acme bought Globex": the clause that opens the line only supposes it."""
    line, opens = hit.line, _SUPPOSED.get(language)
    return (
        opens is not None
        and opens.match(line.text, line.start) is not None
        and "," not in line.text[line.start : line.toks[hit.at].start]
    )
