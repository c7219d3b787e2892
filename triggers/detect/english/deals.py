"""English frames of deals and rounds told sideways: what is paid for whom, whose offer is taken, who walks away."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_SUM = (
    r"(?:[$€£¥₹]|US\$|A\$|C\$|S\$|NT\$|USD |EUR |GBP |Rs\.? ?)\s?\d[\d.,]*\s?(?:k|m|mn|mln|million|"
    r"bn|billion|b|crore|cr)?\b"
)
_ABOUT = (
    r"(?:up to |about |around |over |more than |nearly |almost |roughly |at least |as much as |a |"
    r"an |its |the |all-cash |all-stock |cash |record |cool )*"
)
_NAME = r"(?=(?:[\w-]+ ){0,5}?(?-i:[a-z]?[A-Z])[\w.&-]*)"
_DEAL = (
    r"(?:deals?|takeovers?|acquisitions?|buyouts?|purchases?|mergers?|bids?|offers?|swoops?|buys?|"
    r"tie-ups?|approach|pursuit)"
)
_GOODS = (
    r"\b(?:minority|stake in|shares in|fine|fines|settle\w*|penalty|licen[cs]e|rights|chips|gpus|"
    r"jets|planes|aircraft|capacity|supply|contract|orders?|office|tower|building|land|mansion|"
    r"hotel|stadium|players?|striker|sponsor\w*|content|streaming|loan|debt|bonds?|"
    r"lease|data cent(?:er|re)s?|warehouse|rent|advertising|cloud|compute|royalt\w+|partnership|"
    r"collaborat\w+|alliance|antibod\w+|licensing|research|grant|series [a-k]|seed|round|ransom|"
    r"tickets|satellite|plant|factory|trade|peace|art|painting|ships?)\b"
)

PAID: tuple[Frame, ...] = (
    frame(
        K.ACQUISITION,
        "pays paid pay paying shelling spending splashing hands forks shells stumps spends drops "
        "plunks splashes coughs",
        rf"\b(?:to |will |has |is )?(?:pay(?:s|ing)?|paid|hands over|forks (?:out|over)|shell(?:s|ing) out|stumps up|"
        rf"spend(?:s|ing)|drops|plunks down|splash(?:es|ing)(?: out)?) {_ABOUT}{_SUM}(?: (?:in|and|plus|up|to|possibly|"
        rf"another|more|cash|stock|shares|upfront|milestones?|payments?|as|much|{_SUM})){{0,10}} "
        rf"(?:for|to (?:buy|acquire|take over|purchase)) (?:the |its |rival |fellow )*{_NAME}",
        Who.DOER_OBJECT,
        no=_GOODS + r"|^(?:why|how|what|when)\b",
    ),
    frame(
        K.ACQUISITION,
        "deal deals takeover acquisition buyout bid offer swoop merger purchase",
        rf"\b(?:(?-i:[A-Z]?[a-z]+s)(?: (?:up|down|in|out))?(?: with)?|inks?|signs?|strik(?:es?)|struck|seals?|"
        rf"clinch(?:es)?|reach(?:es)?|agrees?|brews?|"
        rf"announces?|unveils?|lands?|closes?|completes?|makes?|launch(?:es)?|tables?|lodges?|submits?|"
        rf"prepares?|raises?|ups|sweetens?|improves?|plots?|nears?) (?:on )?"
        rf"{_ABOUT}(?:improved |sweetened |hostile |new |rival |fresh )*{_SUM} (?:[\w-]+ "
        rf"){{0,3}}?{_DEAL} (?:for|to (?:buy|acquire|take over|purchase|merge with|combine with|"
        rf"absorb)) (?:the |rival |fellow |its |all of )*{_NAME}",
        Who.DOER_OBJECT,
        no=_GOODS,
    ),
    frame(
        K.ACQUISITION,
        "deal takeover acquisition buyout bid offer swoop merger purchase buy pursuit",
        rf"\b(?:(?:bolster|boost|expand|beef|strengthen|double|add|build|deepen|enter|mov|bet|extend|"
        rf"broaden|bulk|grow|push|expand)\w* [^.;:$€£]{{3,60}}? "
        rf"(?:with|through|via|in)|(?:trumps|beats|outbids|outguns|pips|tops) [\w.&’' -]{{2,30}} with|"
        rf"through|via|after|"
        rf"agrees?|announces?|seals?|signs?|unveils?|inks?) {_ABOUT}{_SUM} (?=(?:(?-i:[A-Z])[\w.&'’-]* "
        rf"){{1,4}}{_DEAL}\b)",
        Who.DOER_OBJECT,
        no=_GOODS + r"|\bgoes private|taken private\b",
    ),
    frame(
        K.ACQUISITION,
        "adds brings folds welcomes stable portfolio family group roster empire fold",
        r"\b(?:adds|added|brings|brought|folds|folded|welcomes) (?=(?-i:[A-Z])[^.;:,$€£]{1,40}? (?:to|"
        r"into) (?:its|the) (?:growing |expanding |\w+ )?(?:stable|portfolio|family|group|roster|"
        r"empire|fold)\b)",
        Who.DOER_OBJECT,
        no=r"\b(?:ceo|chief|director|board|player|investors?|clients?|customers?|vehicles?|models?|"
        r"products?|drug|candidate|fund)\b",
    ),
    frame(
        K.ACQUISITION,
        "private",
        rf"\b(?:goes|go|going|to be taken|taken|is taken|being taken) private (?:in|with|under|through|"
        rf"via|by|for) {_ABOUT}(?:{_SUM} )?(?:(?:deal|buyout|takeover|transaction) (?:with|by|from|led "
        rf"by) )?(?=(?-i:[A-Z]))",
        Who.OBJECT_DOER,
    ),
    frame(
        K.ACQUISITION,
        "says accepts accept accepted agrees agreed backs backed recommends okays embraces approves bows yields",
        rf"\b(?:says? yes to|accept(?:s|ed)?|agree(?:s|d)? to|agree(?:s|d)?|back(?:s|ed)|recommend(?:s|"
        rf"ed)|okays|embraces|bows to|yields to) {_ABOUT}(?:{_SUM} )?(?:[\w-]+ )?(?:(?:takeover|buyout|"
        rf"bid|offer|sale|acquisition|approach) (?:offer |bid )?(?:from|by|to|of) |"
        rf"(?=(?:(?-i:[A-Z])[\w.&-]* ?){{1,4}}['’]s? (?:{_SUM} |[\w-]+ ){{0,3}}{_DEAL}\b))",
        Who.OBJECT_DOER,
        no=r"\b(?:plea|peace|ceasefire|job offer|pay offer|union|trade|fine|settlement|to back|probe|"
        r"resign\w*|minority|apolog\w*|wage)\b",
    ),
    frame(
        K.ACQUISITION,
        "walks walked walk drops dropped drop abandons abandoned pulls pulled scraps scrapped calls "
        "called ends backs withdraws withdrew exits terminates ditches shelves drop",
        rf"\b(?:walk(?:s|ed)? away from|drop(?:s|ped)?|abandon(?:s|ed)?|pull(?:s|ed)?(?: out of)?|"
        rf"scrap(?:s|ped)?|call(?:s|ed)? off|back(?:s|ed)? out of|withdr(?:aws|ew)(?: from)?|"
        rf"terminat(?:es|ed)|ditch(?:es|ed)|shelv(?:es|ed)) (?:its |the |their |planned |proposed |"
        rf"{_SUM} )*"
        rf"(?:{_DEAL} (?:of|for|with) (?:the |rival )*(?=(?-i:[A-Z]))|(?=(?:(?-i:[a-z]?[A-Z])[\w.&-]* "
        rf"){{1,4}}(?:{_SUM} )?{_DEAL}\b))",
        Who.DOER_OBJECT,
        status=Status.DENIED,
        no=_GOODS,
    ),
    frame(
        K.ACQUISITION,
        "wins won prevails triumphs beats trumps outbids",
        rf"\b(?:wins?|won|prevails in|triumphs in|emerges? (?:as )?(?:the )?winner (?:in|of)|beats \w+ "
        rf"(?:in|to)) (?:the |a |its )?(?:(?:takeover |bidding )?(?:war|battle|race|auction|contest) "
        rf"(?:for|to buy|over) (?=(?-i:[A-Z]))|(?=(?:(?-i:[A-Z])[\w.&-]* ){{1,3}}(?:takeover|bidding|"
        rf"auction|bid) ?"
        rf"(?:war|battle|race|contest)?\b)|(?=(?-i:[A-Z])[\w.&-]*(?: (?-i:[A-Z])[\w.&-]*){{0,2}} with "
        rf"{_ABOUT}(?:{_SUM} )?(?:offer|bid|deal)))",
        Who.DOER_OBJECT,
        no=r"\b(?:contract|rights|rugby|football|title|talent|election|streaming rights)\b",
    ),
    frame(
        K.ACQUISITION,
        "falls fell collapses collapsed fails failed lapses dies",
        rf"['’]s? (?:{_SUM} |proposed |planned |\w+ )?{_DEAL} (?:for|of|with) (?:the |rival |norway's |"
        rf"\w+['’]s )?(?=(?-i:[A-Z])[^.;:]{{1,40}}? (?:falls through|fell through|collapses|collapsed|"
        rf"fails|failed|lapses|is off|dies)\b)",
        Who.DOER_OBJECT,
        status=Status.DENIED,
    ),
    frame(
        K.ACQUISITION,
        "acquisition acquisitions takeover purchase buyout deal",
        r"\b(?:announc(?:es|ed)|complet(?:es|ed)|finali[sz](?:es|ed)|clos(?:es|ed)|conclud(?:es|ed)|"
        r"wraps up|seals|reports) (?:the |its |an? )?(?:strategic |previously announced |proposed |"
        r"definitive agreement for (?:the )?)*(?:acquisition|takeover|purchase|buyout) of (?:the |"
        r"rival |uk-based |us-based )*(?=(?-i:[A-Z]))",
        Who.DOER_OBJECT,
        no=r"\b(?:minority|stake|shares|land|property|building|portfolio of|vessels?|aircraft|rights|"
        r"licen[cs]e|months after|assets it)\b",
    ),
)

_SERIES = (
    r"(?:(?:pre-?)?series [a-k](?:\b|\d)|(?:pre-)?seed(?: round| funding| financing| extension)?|"
    r"(?:funding|financing|investment|equity|growth|venture|strategic|bridge|extension) (?:round|"
    r"raise))"
)

MONEY: tuple[Frame, ...] = (
    frame(
        K.FUNDING,
        "series seed round raise financing funding",
        rf"(?<=\w )(?!(?:after|with|from|for|of|to|in|on|at|by|and|over|than|about|via|following|amid|"
        rf"near|nearly|its|the|new|into|through|"
        rf"as|or|but|another|around|under|million|billion|more|extra|fresh|total|worth|up) )[a-z]+(?:s|"
        rf"ed|t|ew)?(?: (?:up|in|down|away|home|together|on|off|out|"
        rf"over|into|through|past|with|away with)){{0,2}} {_ABOUT}(?:fresh |new |another |additional |"
        rf"further |whopping |massive )*{_SUM}(?:[ -](?:in|of|for|as|from|via|through|oversubscribed|"
        rf"first|new|fresh|a|an|its|"
        rf"the|investor-led|[\w.]+-led|late|mega|record|venture|equity)){{0,6}}[ -]{_SERIES}",
        no=r"\b(?:funds?\b(?! (?:its|growth|expansion))|grants?|(?<!pulling )(?<!scrapping )(?<!shelving "
        r")(?<!pre-)(?<!of )ipo|charity|startups\b|after raising|"
        r"which raised|who raised|previously|last year|led (?:by )?the|invests|backs|leads|led \S+ "
        r"(?:series|seed)|valu\w+ at|would|should|could)\b",
        money=True,
    ),
    frame(
        K.FUNDING,
        "unicorn decacorn valuation valued",
        rf"\b(?:becom(?:es|ing)|joins?|enters?|turns?|reach(?:es|ed)|hits?|attains?|gains?|earns?|"
        rf"achieves|crowned|minted|tops?|doubles?|triples?|quadruples?|lands?|nabs?|scores?|soars? to) "
        rf"[^.;]{{0,40}}?\b(?:unicorn|decacorn|valuation|valued)\b[^.;]{{0,24}}?"
        rf"\b(?:with|after|on|in|following|via|through|as) (?:it )?(?:rais(?:es|ing)|secur(?:es|ing)|"
        rf"clos(?:es|ing) )?{_ABOUT}(?:fresh |new |another |additional )*{_SUM}(?= ?(?:{_SERIES}|from|"
        rf"led|raise|round|deal with|in fresh|in new|$|,|;|funding|financing|investment))",
        no=r"\b(?:fund\b|ipo|acqui\w+|takeover|share sale|tender offer|secondary|bonds?|contract)\b",
        money=True,
    ),
    frame(
        K.FUNDING,
        "funding financing capital series seed round backing investment raise",
        rf"(?<=\w )(?!(?:and|for|to|of|in|on|at|by|from) )[a-z]+(?:s|ed)(?: (?:up|out|in|on|forward|"
        rf"ahead|off))? with {_ABOUT}(?:fresh |new |another |additional |extra )*{_SUM}(?: in| of)? "
        rf"(?:fresh |new |additional |growth |equity |venture |strategic )*(?:funding|financing|"
        rf"capital|investment|"
        rf"backing|{_SERIES})\b",
        no=r"\b(?:funds?\b(?! (?:its|growth))|grants?|ipo|government|council|eu\b|federal|lottery|after "
        r"raising|programme|partners with|startups\b)\b",
        money=True,
    ),
    frame(
        K.FUNDING,
        "debuts debut launches launched launch emerges arrives bursts surfaces unveils unwraps opens comes lands",
        rf"\b(?:debut(?:s|ed)|launch(?:es|ed)|emerg(?:es|ed)|arriv(?:es|ed)|burst(?:s)?(?: out| onto "
        rf"the scene)?|surfac(?:es|ed)|comes out(?: of (?:stealth|hiding))?|breaks cover|opens for "
        rf"business|steps out) with {_ABOUT}{_SUM}(?=$|,| and\b| to\b| for\b| in\b| from\b| of\b|;| "
        rf"[–—-])",
        no=r"\b(?:fund\b|funds\b|grant|programme|prize|accelerator|campaign|offering|ipo|price|priced|"
        r"budget|box office|sales|monthly|per month|phone|tablet|model [sy3x])\b",
        money=True,
    ),
    frame(
        K.FUNDING,
        "series seed round",
        rf"\b(?:boosts|extends|tops up|increases|upsizes|expands|grows|stretches|swells) (?:its |the "
        rf")?{_SERIES}(?: \w+){{0,2}} (?:to|by|with|past) {_ABOUT}{_SUM}",
        no=r"\b(?:funds?\b|ipo)",
        money=True,
    ),
    frame(
        K.FUNDING,
        "valuation",
        rf"\b(?:seek(?:s|ing)|look(?:s|ing) (?:for|to raise)|is after|targeting|chasing) "
        rf"{_ABOUT}{_SUM} at {_ABOUT}(?:{_SUM} )?valuation\b",
        status=Status.RUMOURED,
        no=r"\b(?:funds?\b|ipo|acqui\w+)\b",
        money=True,
    ),
    frame(
        K.FUNDING,
        "eyes eyeing seeks seeking targets targeting plans mulls weighs considers explores chases plots nears lines",
        rf"\b(?:eyes|eyeing|seek(?:s|ing)|target(?:s|ing)|mull(?:s|ing)|weigh(?:s|ing)|consider(?:s|"
        rf"ing)|explor(?:es|ing)|chas(?:es|ing)|plots?|nears?|lines up) {_ABOUT}(?:new |fresh |another "
        rf")*{_SUM}(?: \w+)? (?:raise|fundraise|fundraising|fund-raise|round|capital raise|cash call)\b",
        status=Status.RUMOURED,
        no=r"\b(?:fund\b|funds\b|ipo|acquisition|grant|charity)\b",
        money=True,
    ),
    frame(
        K.FUNDING,
        "cash boost injection lifeline investment top-up",
        rf"\b(?:gets?|lands?|receiv(?:es|ed)|wins?|secur(?:es|ed)|attracts?|clinch(?:es|ed)|scores?|"
        rf"banks?|bags?|nets?|pulls in|brings in|draws?|welcomes?) {_ABOUT}(?:fresh |new |another "
        rf")*{_SUM}(?: \w+)? (?:cash (?:boost|injection|infusion)|boost|lifeline|injection|infusion|"
        rf"investment|capital injection|top-up)\b",
        no=r"\b(?:government|state|federal|lottery|grant|fund\b|ipo|eu\b|council|school|university|"
        r"contract|plant|factory|jobs|city)\b",
        money=True,
    ),
)
