"""What leaves a whole entry empty: round-ups, how-tos, opinion, sport, adverts, market totals."""

from __future__ import annotations

import re

from triggers.detect.grammar.tokens import Line

_TITLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "round-up",
        re.compile(
            r"(?-i:(?!ROUNDUP(?: \d)?: ))\b(?:round-?up|wrap-?up|weekly (?:funding|digest|recap|briefing)|funding "
            r"(?:digest|alert:|"
            r"wrap|news:|tracker|report)|deals digest|deal digest|digest\b|newsletter(?! (?:startup|"
            r"company|platform|publisher|business|firm|maker|app))|morning (?:squawk|"
            r"brief\w*|report|bid)|daily brief\w*|the week(?:'s| in| ahead)|this week in|week in review|in "
            r"brief|news in brief|"
            r"(?<!among the )(?<!one of the )(?<!of the )(?:top|biggest|largest) \w+ (?:funding|deals|rounds|stories|"
            r"startups)|and more(?: in| from|"
            r"$)|^here are|here are the (?:top|best|\d+)|what we know so far|things to know|at a glance|"
            r"on this day|das war die woche|fact[- ]check(?:ed)?$|"
            r"recap|live updates|in pictures|money on the move|deals of the|movers and shakers|who's "
            r"hiring|people on the move|personalien|wochenrückblick|"
            r"(?:deals?|layoffs?|m&a|vc|investment|startup|salary|\w+raising) tracker|tracker [’'\d]|"
            r"a list of|every \w+ (?:startup|company) that|\d+ (?:\w+ ){0,3}startups? (?:that|to "
            r"watch|you)|(?<!to )top \d+|nachrichten der woche|récap|l'essentiel|tour d'horizon)\b",
            re.I,
        ),
    ),
    (
        "how-to",
        re.compile(
            r"(?:what it means|why it matters|everything you need to know|definition|beginner's guide)\b|"
            r"^(?:(?:debugging|installing|configuring|compiling|troubleshooting|refactoring|reviving|understanding|"
            r"migrating|learn (?:to|how)|don['’]t) |what \w+ can learn|"
            r"what (?:\S+ ){1,6}(?:means?|says|tells|teach\w*|taught|reveals?)\b|lessons|"
            r"how (?:to|do|does|can|i|we|a|an|the|you|startups|founders|companies)\b|what (?:is|are|does|"
            r"do|you|to know|every)\b|why you|why (?:i|we(?! (?:led|co-led|backed|invested|just led|just invested))|"
            r"startups|founders|every|it's|is|are|ai)\b|a "
            r"guide|guide to|should (?:you|i|we)|tips|\d+ (?:ways|tips|tools|things|mistakes|reasons|steps|"
            r"lessons|pieces|best|prompts?|signs)\b|tutorial|wie (?:sie|man|du)\b|so (?:können|geht|"
            r"finden)|comment (?:\w+er)\b|cómo|come (?:\w+re)\b)",
            re.I,
        ),
    ),
    (
        "question",
        re.compile(
            r"^(?:can|will|is|are|could|does|do|did|has|have|would|should|what|who|whose|where|which|when|"
            r"kann|wird|ist)\b[^?]*\?",
            re.I,
        ),
    ),
    (
        "opinion",
        re.compile(
            r"^(?:opinion|op-?ed|commentary|column|editorial|analysis|review|explainer|explained|podcast|"
            r"interview|q&a|in conversation|watch|photos|gallery|quiz|show hn|ask hn|tell hn|guest post|"
            r"sponsored|advertorial|anzeige|kommentar|meinung|interview mit|tribune|chronique|édito|mint "
            r"explainer|letters?|obituary|recommended|live blog|mailbag|cartoon|from the archives?|flashback|"
            r"throwback|"
            r"fact-?check|portrait|porträt|ratgeber|faktencheck|karikatur|zeitreise|décryptage|reportage|billet|"
            r"point de vue|carte blanche|entretien|análisis|opinión|entrevista|tribuna|reportaje|analisi|intervista|"
            r"commento|editoriale)\b\s*[:|–—-]",
            re.I,
        ),
    ),
    (
        "market figures",
        re.compile(
            r"\b(?:startup (?:funding|investment)s? (?:hits?|falls?|rises?|drops?|surges?|shatters?|"
            r"slumps?|jumps?|reach\w*|totals?|grew|fell|in (?:q[1-4]|20\d\d|january|february|march|april|"
            r"may|june|july|august|september|october|november|december|the))|vc (?:funding|investment|"
            r"deals)|venture (?:funding|investment|capital (?:funding|investment))\b (?:in|hits?|falls?|"
            r"rises?|drops?|surges?|reach\w*|totals?|slump\w*|to)|"
            r"(?:startups|companies|firms|unicorns|biotechs|fintechs|founders) (?:have |has |had "
            r")?(?:raise[sd]?|secured?|attracted?|received?|bagged|pulled|netted|collectively|together|"
            r"across)|global (?:funding|venture|startup|m&a|tech layoffs)|funding (?:winter|boom|frenzy|"
            r"slowdown|hits? record|falls|drops|surges)|total funding (?:for|across)|layoffs hit \d|market "
            r"(?:size|report|to reach|forecast|share)|cagr|"
            r"gdp|inflation|interest rates?|economic growth|unemployment rate|startups (?:in|from) \w+ "
            r"rais\w+|investments in (?:startups|european|german|french)|gesamtvolumen|les startups|les start-?up "
            r"(?!\w+ l[èe]ve\b)|les jeunes pousses|die "
            r"startups|las startups|le startup)\b",
            re.I,
        ),
    ),
    (
        "sport or stage",
        re.compile(
            r"\b(?:premier league|champions league|world cup|la liga|bundesliga|serie a (?:club|side|match|"
            r"clash|title|leaders|champions|table|football|winners)|serie b (?:club|side|match|clash|title|"
            r"promotion|football|playoff\w*|team)|nba|nfl|mlb|nhl|grand prix|formula 1|f1 (?:team|driver)|"
            r"olympic\w*|playoffs?|quarter-?finals?|semi-?finals?|goalkeeper|striker|midfielder|"
            r"defender|fullback|winger|quarterback|pitcher|all-star|"
            r"(?:pitching|assistant) coach|team principal|transfer window|verteidiger|mittelfeld|difensore|portiere|"
            r"defensa|milieu de terrain|défenseur|touchdown|"
            r"home run|stürmer|torwart|torhüter|mittelfeldspieler|cheftrainer|sportdirektor|rückrunde|attaquant|"
            r"gardien de but|entraîneur|sélectionneur|ligue 1|delantero|centrocampista|entrenador|attaccante|"
            r"allenatore|calciomercato|innings|wicket|ipl\b|box office|season \d+|episode \d+|tv series|netflix "
            r"series|"
            r"film review|album review|red carpet|grammy|oscars|oscar (?:winn|nomin|race|buzz|bid|for|night)\w*|"
            r"tournament|stadium|head coach|football "
            r"club)\b",
            re.I,
        ),
    ),
    (
        "advert",
        re.compile(
            r"\b(?:\d+% off|coupon|promo code|best deals?|black friday|prime day|buy now|discount code|"
            r"giveaway| \+ free (?:store )?(?:pickup|shipping)|winning numbers|"
            r"(?:lottery|lotto) results|gutschein|rabatt|save \$\d+|deal: |deals: )",
            re.I,
        ),
    ),
    (
        "analyst view",
        re.compile(
            r"\b(?:Buys|Sells|Adds|Trims) [^,;]{3,60}, [^,;]{3,60}, (?:\.\.\.|…|[^,;]{3,60},)|\bf&o\b|\bcall "
            r"options?\b|"
            r"\bput options?\b|\bnifty\b|\bsensex\b|\bbuy on dips\b|\bmultibagger\b|"
            r"\b(?:price target|analysts? (?:say|see|expect|raise|cut)|stocks to (?:buy|watch)|top (?:buys|"
            r"picks)|buy or sell|should you buy|is it (?:time|too late)|jim cramer|upgrades? .{2,40} to "
            r"(?:buy|overweight|outperform)|downgrades?|(?:raises?|lifts?|cuts?) (?:its )?(?:\S+ "
            r"){0,3}(?:price )?target|stock of the day|technical analysis|options traders)\b",
            re.I,
        ),
    ),
    (
        "war or politics",
        re.compile(
            r"\b(?:ceasefire|airstrikes?|hostages?|drone strike|troops|prime minister|presidential|"
            r"lawmakers|senate|(?:snap|general|local|parliamentary|mid-?term|mayoral) elections?|"
            r"election campaign|by (?:a )?landslide|"
            r"(?:to|plans?|threat\w*) annex|annexation|house of representatives|peace talks|white house|hormuz|"
            r"nato)\b",
            re.I,
        ),
    ),
)
_SAFE = re.compile(r"\b(?:how (?:\w+ ){1,4}raised)\b", re.I)
_LISTED = re.compile(r"(?:;|\s\|\s|,)\s")


def veto(title: str) -> tuple[str, int, int] | None:
    """Why the entry tells nothing of one company, with the place in the title; None where nothing says so."""
    for reason, pattern in _TITLE:
        if match := pattern.search(title):
            return reason, match.start(), match.end()
    return None


_BACKGROUND = re.compile(
    r"\b(?:(?:weeks?|months?|days|years?) (?:after|since)|after (?:raising|securing|closing|having "
    r"raised|its)|which (?:raised|acquired|bought|launched|was acquired|had)|who (?:joined|left|"
    r"previously)|previously|earlier (?:this|last) (?:year|month)|last year|"
    r"in (?:19\d\d|20[01]\d|202[0-4])\b|once|since its|fresh off|following (?:its|a|the)|years? "
    r"ago|since raising|has raised (?:a total|over|more than|about)|to date|ago|nachdem|"
    r"zuletzt|zuvor|bereits im|im vergangenen jahr|après avoir|depuis)\b",
    re.I,
)


def background(line: Line, at: int) -> re.Match[str] | None:
    """Words in front of the verb (same clause) that push what it tells into the past."""
    place = line.toks[at].start
    start = max(line.start, place - 60)
    cut = max(line.text.rfind(mark, start, place) for mark in (", ", "; ", ": "))
    return _BACKGROUND.search(line.text, max(start, cut + 1 if cut >= 0 else start), line.toks[at].end)
