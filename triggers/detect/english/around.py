"""English frames of events told around their verb: talks over a takeover, jobs at risk, plants that start up."""

from __future__ import annotations

from triggers.detect.english.pieces import SUM, TARGET
from triggers.detect.english.sites import SITE
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_DEAL = r"(?:takeover|acquisition|purchase|buyout|buy-out|merger|sale)"
_NO_FIRM = (
    r"\b(?:minority|power|office|presidency|league|club|player|coach|minister|government|party|army|taliban|peace)\b"
)
_CUT = (
    r"(?:(?:are |is |still )?(?:at risk|under threat|to go|in danger|in jeopardy|on the line|"
    r"facing the axe|threatened)|"
    r"(?:will|could|may|are set to|are expected to|to|are to) (?:go|be (?:lost|cut|axed|shed|eliminated|laid off)|"
    r"lose their jobs|leave|be made redundant)|(?:face|facing) (?:redundancy|layoffs?|the axe|the sack))"
)
_POSTS = r"(?:jobs|workers|staff|employees|positions|roles|posts|people)"

AROUND: tuple[Frame, ...] = (
    frame(  # "Acme has taken over the Dutch installer Globex"
        K.ACQUISITION,
        "taken over",
        rf"\b(?:has |have |had )(?:now |also |already |since )?taken over {TARGET}",
        Who.DOER_OBJECT,
        no=_NO_FIRM
        + r"|\b(?:as (?:the )?(?:new )?(?:ceo|cfo|chief|head|chair\w*|president|boss|manager|director)|from)\b",
    ),
    frame(  # "Acme swoops for Globex", "Acme pounces on Globex"
        K.ACQUISITION,
        "swoops swooped pounces pounced",
        rf"\b(?:swoop(?:s|ed)(?: in)?|pounce[sd]) (?:for|on) {TARGET}",
        Who.DOER_OBJECT,
        no=_NO_FIRM + r"|\b(?:striker|midfielder|defender|winger|goalkeeper|stake)\b",
    ),
    frame(  # "Acme in exclusive talks over Globex takeover"
        K.ACQUISITION,
        "talks negotiations discussions",
        rf"\b(?P<v>(?:is |are )?in (?:[a-z-]+ ){{0,3}}(?:talks|negotiations|discussions) (?:over|about|on|"
        rf"for|regarding) "
        rf"(?:an? |the |its )?(?:possible |potential |full )?)(?:{_DEAL} of )?{TARGET}(?:(?:\S+ ){{1,4}}{_DEAL}\b)?",
        Who.DOER_OBJECT,
        Status.RUMOURED,
        no=_NO_FIRM + r"|^(?!.*\b(?:takeover|acquisition|purchase|buyout|buy-out|merger)\b)",
    ),
    frame(  # "Globex goes to Acme in $40 million deal"
        K.ACQUISITION,
        "goes went",
        rf"\b(?:goes|went) to (?=[^.;]* (?:in|"
        rf"for) (?:an? )?(?:[\w-]+ ){{0,2}}{SUM}(?: [\w-]+){{0,2}} (?:deal|{_DEAL})\b)",
        Who.OBJECT_DOER,
        no=_NO_FIRM + r"|\b(?:contract|order|licen[cs]e|award|project|tender|market|trial|court|polls)\b",
    ),
    frame(  # "Acme will pay $45 per share for Globex"
        K.ACQUISITION,
        "pay pays paid paying",
        rf"\b(?:pay(?:s|ing)?|paid) {SUM} (?:per|a|an|for each|for every) (?:share|piece)(?: in cash|"
        rf" in stock)? for {TARGET}",
        Who.DOER_OBJECT,
    ),
    frame(  # "200 jobs at risk at Acme"
        K.LAYOFFS,
        "jobs workers staff employees positions roles posts",
        rf"\b\d[\d.,]* (?:[\w-]+ ){{0,2}}?{_POSTS} {_CUT} (?:at|with|as|from|after) (?:the )?{TARGET}",
        Who.OBJECT,
    ),
    frame(  # "About 200 Acme workers will lose their jobs"
        K.LAYOFFS,
        "workers staff employees jobs",
        rf"\b\d[\d.,]* (?=(?-i:[A-Z])[\w&.'’-]*(?: (?-i:[A-Z])[\w&.'’-]*){{0,3}} {_POSTS} {_CUT}\b)",
        Who.OBJECT,
        no=r"\b(?:government|federal|council|civil service|nhs|teachers|strike|striking|vote[sd]?)\b",
    ),
    frame(  # "Cyber attack disrupts production at Acme"
        K.SECURITY_INCIDENT,
        "attack cyberattack ransomware hack breach outage",
        r"\b(?:cyber[- ]?attack|ransomware(?: attack)?|hack(?:ing)?(?: attack)?|data breach|"
        r"ddos attack)s? (?:has |have )?"
        r"(?:disrupt(?:s|ed)|hal(?:ts|ted)|cripple[sd]|shut(?:s)?(?: down)?|stop(?:s|ped)|hit(?:s)?|affect(?:s|ed)|"
        r"paraly[sz]e[sd]|delay(?:s|ed)|interrupt(?:s|ed)|knock(?:s|ed) out) (?:[\w-]+ ){1,4}?(?:at|"
        r"of) (?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=r"\b(?:city of|county|government|ministry|parliament|schools? district)\b",
    ),
    frame(  # "Fresh capital for Acme"
        K.FUNDING,
        "capital funding cash money finance investment",
        r"^(?:fresh|new|more|growth|seed|venture) (?:capital|funding|cash|money|finance|"
        r"investment) for (?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=r"\b(?:ukraine|africa|schools?|hospitals?|research|nhs|council|cities|fund\b|charit\w+)\b",
    ),
    frame(  # "Pre-tax profits at Acme have fallen by a third"
        K.EARNINGS,
        "profit profits sales revenue revenues turnover earnings losses",
        r"\b(?:profits?|sales|revenues?|turnover|earnings|losses) (?:at|"
        r"of) (?=(?-i:[A-Z])[^.;]{2,60} (?:has |have |had )?"
        r"(?:fallen|risen|dropped|climbed|slipped|jumped|soared|plunged|halved|doubled|grown|declined|increased|surged|"
        r"rose|fell|grew|tumbled|slumped|widened|narrowed)\b)",
        Who.OBJECT,
    ),
    frame(  # "Acme has struck a deal with Globex to sell its phones"
        K.PARTNERSHIP,
        "deal agreement pact",
        r"\b(?:struck|strikes|reached|reaches|sign(?:s|ed)|ink(?:s|ed)|agreed|made|seal(?:s|ed)) (?:an? |"
        r"the )?(?:[\w-]+ ){0,2}"
        r"(?:deal|agreement|pact) with (?=(?-i:[A-Z])[^.;]{2,60} to (?:sell|offer|share|develop|distribute|"
        r"market|create|"
        r"launch|bring|make|produce|integrate|test|sell|stream|promote|use)\b)",
        no=r"\b(?:buy|acquire|takeover|union|workers|creditors|lenders|prosecutors|regulators?|sec|ftc|doj|settle\w*|"
        r"government|ministry|player|coach|record label)\b",
    ),
    frame(  # "Acme agrees to share towers with Globex"
        K.PARTNERSHIP,
        "share swap pool co-develop co-produce co-market co-brand",
        r"\b(?:agree[sd]? to |will |to )(?:share|swap|pool|co-?(?:develop|produce|market|brand|"
        r"create)) (?:[\w-]+ ){1,4}"
        r"with (?=(?-i:[A-Z]))",
        no=r"\b(?:police|users?|information|data|concerns|details|profits?|story|stories|stage|tips|lessons)\b",
    ),
    frame(  # "Acme becomes official airline of Globex"
        K.PARTNERSHIP,
        "official exclusive principal",
        r"\b(?:becomes?|became|named|announced as|is now|signs as) (?:the |an? )?(?:new |first )?(?:official|exclusive|"
        r"principal|title|founding) (?:[\w-]+ ){0,3}(?:partner|sponsor|supplier|provider|outfitter|carrier|"
        r"bank|airline)\b",
    ),
    frame(  # "Acme's new factory in Mexico starts production"
        K.EXPANSION,
        "starts started begins began opens opened comes goes",
        rf"(?P<v>\b(?:new|first|second|third|latest) (?:[\w-]+ ){{0,3}}?{SITE})[^.;:]{{0,40}}? (?:starts?|"
        rf"started|begins?|began|"
        r"comes? on ?(?:line|stream)|goes live|is up and running)\b",
        Who.OWNER,
        no=r"\b(?:strike|layoffs|trial|hearing)\b",
    ),
    frame(  # "Construction begins on Acme's plant in Nevada"
        K.EXPANSION,
        "construction work building",
        r"\b(?:construction|work|building|groundworks?) (?:\w+ )?(?:begins?|starts?|gets? under ?way|"
        r"is under ?way|(?:has )?"
        r"(?:begun|started)) (?:on|at|for) (?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=r"\b(?:bridge|road|tunnel|school|hospital|church|stadium|museum|highway|rail|housing|homes|government)\b",
    ),
)
