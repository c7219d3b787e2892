"""English frames of trading: how a year went, what is expected of it, and the figures behind a share price."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_FIGURE = (
    r"(?:profits?(?: (?:before|after) tax)?|profitability|sales|revenues?|earnings|income|loss(?:es)?|margins?|"
    r"ebitda|turnover|results|bookings|"
    r"takings|orders?(?: intake)?|order intake|deliveries|shipments|passenger numbers|subscriber (?:growth|"
    r"numbers)|user "
    r"growth|comparable sales|gross margin|cash flow|eps|fees|comparables|premiums|volumes?)"
)
_KIND = (
    r"(?:(?:net|operating|gross|pre-?tax|quarterly|annual|full[- ]year|half[- ]year|first[- ]half|second[- ]half|"
    r"core|adjusted|"
    r"record|underlying|comparable|like-for-like|same-store|organic|christmas|holiday|festive|summer|winter|black "
    r"friday|"
    r"interim|group|global|overseas|domestic|online|cloud|uk|us|u\.s\.|china|european|north american|"
    r"(?:first|second|third|fourth|december|march|june|september)[- ]quarter|q[1-4]|[1-4]q|h[12]|fy ?\d*|20\d\d|"
    r"fiscal|weekly|monthly|ad|"
    r"advertising|"
    r"retail|food|car|vehicle|drug|service|subscription|total|its|higher|lower|weaker|stronger|better|bigger|smaller|"
    r"flat|slower|first|strong|weak|poor|falling|rising|slowing|sluggish|disappointing|robust|solid|stellar|dismal) )*"
)
_MOVED = (
    r"(?:ris(?:es?|ing)|rose|up|jump(?:s|ed)?|climb(?:s|ed)?|soar(?:s|ed)?|surg(?:es?|ed)|grow(?:s|ing)?|grew|"
    r"fall(?:s|"
    r"ing)?|fell|drop(?:s|ped)?|declin(?:es?|ed|ing)|slip(?:s|ped)?|slump(?:s|ed)?|plung(?:es?|ed)|tumbl(?:es?|"
    r"ed)|sinks?|"
    r"sank|dips?|dipped|eas(?:es?|ed)|doubl(?:es?|ed)|tripl(?:es?|ed)|halv(?:es?|ed)|shrinks?|shrank|widen(?:s|ed)?|"
    r"narrow(?:s|ed)?|beats?|miss(?:es|ed)?|tops?|topped|exceed(?:s|ed)?|disappoints?|stalls?|slow(?:s|ed)?|"
    r"recover(?:s|"
    r"ed)?|rebound(?:s|ed)?|improv(?:es?|ed)|flat|down|hits?|gains?|increas(?:es?|ed)|decreas(?:es?|ed)|nearly|almost|"
    r"more than|accelerat(?:es?|ed)|bounc(?:es?|ed)|swell(?:s|ed)?|edg(?:es?|ed)|inch(?:es|ed)?|weaken(?:s|ed)?|"
    r"deteriorat(?:es?|ed)|collaps(?:es?|ed)|crater(?:s|ed)?|expand(?:s|ed)?|worsen(?:s|ed)?)"
)
_SPAN = (
    r"(?:quarter|half|year|q[1-4]|[1-4]q|h[12]|fiscal|20[0-3]\d|fy\d*|six months|nine months|three months|months to|"
    r"christmas|january|february|march|april|may|june|july|august|september|october|november|december)"
)
_SUM = r"(?:[$€£¥₹]|US\$|C\$|A\$|NT\$|HK\$|S\$|Rs\.? ?|EUR |USD )\s?\d[\d.,]*\s?\w*"
_NEVER = (
    r"\b(?:retail sales|home sales|industry|exports?|gdp|inflation|economy|economists?|analysts?|brokers?|preview|to "
    r"watch|what to expect|week ahead|season|box office|weight loss|hair loss|hearing loss|job loss(?:es)?|ticket "
    r"sales|"
    r"tax revenues?|stocks|sector|companies|firms|central bank|imf|opec|moody['’]?s|fitch|s&p|price target|upgrade to|"
    r"downgrade|football|league|team|season|results of|study|survey|trial|exam|election|factory output|housing|"
    r"startups|sales (?:chief|head|director|manager|team|tax|force)|wall street|government|budget|conference call|"
    r"(?:to|will) (?:report|announce|release|host|publish|hold))\b"
)

TRADING: tuple[Frame, ...] = (
    frame(  # "Acme halved its profit", "Acme falls short of expectations"
        K.EARNINGS,
        "halved halves doubled doubles tripled triples grew grows increased increases widened narrowed improved "
        "improves "
        "falls fell fallen comes came short deeper flies",
        rf"\b(?:(?:halv|doubl|tripl|quadrupl|increas|improv|reduc)(?:es|ed)|gr(?:ew|ows)|widen(?:s|ed)|narrow(?:s|"
        rf"ed)|cut) "
        rf"(?:its|their) {_KIND}{_FIGURE}\b|\b(?:f[ae]ll(?:s|en)?|comes?|came) short of (?:\w+['’]? )?(?:expectations|"
        rf"forecasts?|estimates|consensus|targets?)\b|\bflies (?:back |deeper )?in(?:to)? (?:the red|the black|"
        rf"profit|loss)\b",
        no=_NEVER,
    ),
    frame(  # "Acme Christmas sales beat", "Acme like-for-like sales up 3%", "Acme order intake rises"
        K.EARNINGS,
        "profit profits sales revenue revenues earnings income loss losses margin margins ebitda turnover results "
        "bookings takings orders order deliveries shipments subscriber user cash eps volumes volume passenger",
        rf"\b{_KIND}{_FIGURE}(?: growth)? (?:(?:was|were|are|is|to|will|seen) )?{_MOVED}\b",
        Who.BEFORE,
        no=_NEVER,
    ),
    frame(  # "Profits at Acme rise", "Profit falls at Acme", "Losses at Acme widen"
        K.EARNINGS,
        "profit profits sales revenue revenues earnings income loss losses margin margins turnover bookings takings",
        rf"^{_KIND}{_FIGURE} (?:at|of|for) (?:the )?(?:[a-z][\w-]* ){{0,3}}(?=(?-i:[A-Z][\w&.'’-]*(?: "
        rf"[A-Z][\w&.'’-]*){{0,3}})"
        rf" (?:have |has )?{_MOVED}\b)|^{_KIND}{_FIGURE} {_MOVED} (?:[\d.,]+ ?%? |by |to |\w+ ){{0,3}}?at (?:the )?"
        rf"(?:[a-z][\w-]* ){{0,3}}(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "Strong demand lifts Acme profit", "Tariffs dent Acme sales"
        K.EARNINGS,
        "lifts lift lifted boosts boost boosted hits hit dents dent drives drags pushes weighs hurts helps sends "
        "erodes "
        "eats squeezes knocks crimps fuels powers propels wipes pulls cuts",
        rf"\b(?:lift(?:s|ed)?|boost(?:s|ed)?|hits?|dent(?:s|ed)?|driv(?:es?)|drove|drags?(?: down)?|push(?:es|"
        rf"ed)?|hurts?|"
        rf"helps?|sends?|erod(?:es?)|eats? into|squeez(?:es?)|knocks?|crimps?|fuels?|powers?|propels?|wip(?:es?) out|"
        rf"pulls? down|weighs? on|cuts?) (?=(?-i:[A-Z])[\w&.-]*(?: (?-i:[A-Z])[\w&.-]*){{0,3}}(?:['’]s?)? "
        rf"{_KIND}{_FIGURE}"
        rf"\b)",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:wage|minimum|ministers?)\b",
    ),
    frame(  # "Acme warns on profits", "Acme sounds alarm on earnings", "Acme issues profit warning"
        K.EARNINGS,
        "warns warn warned warning alarm cautions cautious caution profit",
        rf"\b(?:(?:warn(?:s|ed|ing)?|caution(?:s|ed)?|sounds? (?:the )?alarm|(?:is |turns |strikes )?cautious(?: "
        rf"note| tone)?) "
        rf"(?:of|on|over|about|that|as)? ?(?:[\w'’-]+ ){{0,5}}?{_FIGURE}|(?:issu(?:es|ed)|mak(?:es)|deliver(?:s|ed)|"
        rf"sound(?:s|ed)) (?:an? |another |its |second |third |fresh |new |surprise )*(?:profits?|sales|earnings|"
        rf"revenue|"
        rf"margin|results) (?:warning|alert)|(?:profits?|sales|earnings|revenue) (?:warning|alert)\b)",
        no=_NEVER + r"|\b(?:customers|users|after (?:a )?profit warning|following|data|safety|fraud|scam)\b",
    ),
    frame(  # "Acme profit warning sends shares down"
        K.EARNINGS,
        "warning alert",
        r"\b(?:profits?|sales|earnings|revenue) (?:warning|alert) (?:sends|hits|sinks|wipes|sparks|triggers|"
        r"rattles|drags|"
        r"knocks|spooks|shocks)\b",
        Who.BEFORE,
        no=_NEVER,
    ),
    frame(  # "Acme expects sales to fall 5%", "Acme sees 2025 sales at lower end", "Acme flags $200m loss"
        K.EARNINGS,
        "expects expect expected sees forecasts forecast predicts projects guides anticipates flags flagged targets "
        "signals estimates confident track looks eyes",
        rf"\b(?:expect(?:s|ed)?|sees|saw|forecasts?|predict(?:s|ed)|project(?:s|ed)|guid(?:es|ed)(?: for| to)?|"
        rf"anticipat(?:es|ed)|flag(?:s|ged)|target(?:s|ed)|signals?|estimates|(?:on (?:track|course)|confident) "
        rf"(?:for|of|to)"
        rf"(?: (?:meet|beat|hit))?) (?:(?:an? |the |its |for |of |up to |about |around |at least |nearly |over |"
        rf"{_SUM}|"
        rf"\d[\d.,%]*(?:-\d[\d.,%]*)?|to|or|growth in|jump in|fall in|drop in|rise in|decline in|hit to|boost to) ?)*"
        rf"{_KIND}{_FIGURE}\b",
        no=_NEVER + r"|\b(?:market to|demand for|job|volumes? of|orders? from|users?|deliveries of|lawsuit|"
        r"contract)\b",
    ),
    frame(  # "Acme says sales grew 5%", "Acme says profit will miss forecast"
        K.EARNINGS,
        "says said reveals revealed confirms announces reports shows tells",
        rf"\b(?:say(?:s)?|said|reveals?|revealed|confirm(?:s|ed)|announc(?:es|ed)|report(?:s|ed)|shows?)(?: "
        rf"that)? (?:its |"
        rf"the )?{_KIND}{_FIGURE} (?:\w+ ){{0,3}}?{_MOVED}\b",
        no=_NEVER,
    ),
    frame(  # "Acme ups guidance", "Acme upgrades profit forecast", "Acme sticks to guidance", "Acme cuts sales target"
        K.EARNINGS,
        "guidance outlook forecast forecasts target targets expectations prediction predictions estimate "
        "estimates view "
        "projection projections",
        rf"\b(?:up(?:s|ped|grad(?:es|ed))|downgrad(?:es|ed)|down-?grades|sticks? (?:to|by|with)|stuck (?:to|by)|"
        rf"stands? by|"
        rf"confirm(?:s|ed)|affirm(?:s|ed)|re-?affirm(?:s|ed)|maintain(?:s|ed)|keeps|hold(?:s)?|backs|"
        rf"reiterat(?:es|ed)|"
        rf"revis(?:es|ed)|updat(?:es|ed)|cuts?|slash(?:es|ed)|lower(?:s|ed)|reduc(?:es|ed)|trim(?:s|med)|lift(?:s|ed)|"
        rf"rais(?:es|ed)|hik(?:es|ed)|boost(?:s|ed)|increas(?:es|ed)|bumps up|nudg(?:es|ed) up|tweaks|narrow(?:s|ed)|"
        rf"tighten(?:s|ed)|abandon(?:s|ed)|scrap(?:s|ped)|ditch(?:es|ed)|pulls|withdraw(?:s|n)|withdrew|"
        rf"suspend(?:s|ed)|"
        rf"drop(?:s|ped)|issu(?:es|ed)|gives|provid(?:es|ed)|set(?:s)?|beats|exceeds|meets|hits|miss(?:es|ed)) "
        rf"(?:[\w'’%-]+ )"
        rf"{{0,4}}?(?:(?:{_KIND}(?:profits?|sales|revenues?|earnings|margins?|income|delivery|production|ebitda|eps|"
        rf"cash flow|financial|trading|results|year(?:-end)?|annual) )(?:\w+ )?(?:guidance|outlook|forecasts?|"
        rf"targets?|"
        rf"expectations|predictions?|estimates?|view|projections?|goals?)|guidance|outlook)\b",
        no=_NEVER
        + r"|\b(?:climate|emissions?|net[- ]zero|growth forecast for|rating|credit|rate|ratings?|for (?:india|"
        r"china|the economy|oil|gold))\b",
    ),
    frame(  # "Acme loses $6 billion in third quarter", "Acme made £20m profit last year", "Acme makes first profit"
        K.EARNINGS,
        "loses lost makes made earns earned nets netted turns turned reports reported posts returns returned back "
        "slips slides falls swings moves stays remains profitable black red breaks reaches",
        rf"\b(?:(?:los(?:es|t)|mak(?:es)|made|earn(?:s|ed)|net(?:s|ted)|took|takes in|took in|rakes? in|raked in|"
        rf"pulls in|"
        rf"brings in|brought in) (?:an? |about |around |nearly |almost |over |more than |some |up to |record "
        rf")*{_SUM}(?: "
        rf"(?:in|of))?(?: {_KIND}(?:profits?|loss(?:es)?|revenues?|sales))?(?= [^.;:]{{0,40}}?\b{_SPAN})|"
        rf"(?:mak(?:es)|made|posts|turns|turned|reports|books|logs) (?:an? |its )?(?:first|maiden|first-ever|"
        rf"surprise|rare|"
        rf"record|bumper|hefty|modest|small|slim) (?:ever )?(?:\w+ )?(?:profit|loss)|(?:back|returns?|returned|"
        rf"moves?|stays?|"
        rf"remains?|swings?|swung|bounces?) (?:back )?(?:in|into|to|in to) (?:the black|profit(?:ability)?|"
        rf"growth)|(?:slips?|"
        rf"slipped|slides?|falls?|fell|plunges?|sinks?|dips?|swings?|swung|tumbles?|back|deeper|drops?) "
        rf"(?:further |back "
        rf"|deeper )?(?:in|into|to) (?:the red|(?:a |an )?(?:\w+ )?loss(?:es)?)|(?:turns|turned|becomes|became|is "
        rf"now|nears) "
        rf"profitable|breaks even)\b",
        no=_NEVER + r"|\b(?:lawsuit|market value|market cap|bitcoin|bet|hack|fraud|scam|valuation|contract|order|deal|"
        r"funding|round|investment)\b",
    ),
    frame(  # "Acme takes $5bn writedown", "Acme books $300m impairment"
        K.EARNINGS,
        "charge charges writedown write-down writedowns write-downs writeoff write-off impairment hit provision",
        rf"\b(?:tak(?:es|ing)|took|take|books?|booked|records?|recorded|posts?|posted|announc(?:es|ed)|flag(?:s|"
        rf"ged)|sees|"
        rf"faces|sets aside|report(?:s|ed)|expects?|warns of|discloses) (?:an? |another |up to |about |nearly |"
        rf"over |more than "
        rf"|its )*{_SUM} (?:[\w-]+ ){{0,4}}?(?:charges?|write-?downs?|write-?offs?|impairments?|hit|provisions?)\b",
        no=_NEVER + r"|\b(?:fraud|criminal|bail|layoffs|job cuts|severance|probe|fine)\b",
    ),
    frame(  # "Acme adds 9 million subscribers, beating forecasts"
        K.EARNINGS,
        "subscribers customers users members passengers vehicles cars",
        r"\b(?:adds|added|gains?|gained|los(?:es|t)|sheds?|signs up|delivers?|delivered|sells?|sold|carries|"
        r"carried|ships|"
        r"shipped) (?:over |more than |nearly |about |just |only |fewer |record |a record |\d[\d.,]*\s?(?:m|k|"
        r"million|mn)? |"
        r"net |new |paid |paying |streaming )+(?:number of )?(?:subscribers|customers|users|members|passengers|"
        r"vehicles|cars|"
        r"planes|jets|units|phones|evs|tonnes)\b[^;]{0,50}?\b(?:forecasts?|expectations|estimates|quarter|q[1-4]|"
        r"half|record)",
        no=_NEVER + r"|\b(?:order|deal|contract|stores?|unveils|launch\w*)\b",
    ),
    frame(  # "Acme trading update: sales up", "Acme results: ..."
        K.EARNINGS,
        "update results earnings report statement",
        r"\b(?:trading (?:update|statement)|(?:interim |annual |half-year |full-year |quarterly |preliminary |final |"
        r"financial |earnings )+(?:results|report|statement)|results|earnings)(?=\s?[:–—|-] )",
        Who.BEFORE,
        no=_NEVER,
    ),
    frame(  # "Acme soars on strong forecast", "Acme declares dividend as profit rises", "Acme hurt as sales drop"
        K.EARNINGS,
        "soars soar tumbles jumps slides sinks plunges surges slumps rallies leaps falls drops rises gains "
        "declares hurt "
        "hit lifted boosted buoyed pays hikes helped dented cuts raises",
        rf"\b(?:soars?|tumbles?|jumps?|slides?|sinks?|plunges?|surges?|slumps?|rall(?:y|ies)|leaps?|falls?|drops?|"
        rf"rises?|"
        rf"gains?|pops|dives?|craters?|(?:declares?|pays?|hikes?|raises?|cuts?|axes|scraps|boosts?|lifts?|ups|"
        rf"increases|"
        rf"suspends) (?:an? |its )?(?:\w+ )?(?:dividend|payout)|(?:is |was )?(?:hurt|hit|lifted|boosted|buoyed|"
        rf"helped|dented"
        rf")(?: by [^.;:]{{2,40}}?)?) (?:\d[\d.,]*%? |to \S+ high |sharply )?(?:as|after|on|amid|following|with) "
        rf"(?:[\w'’%-]+ )"
        rf"{{0,5}}?(?:{_KIND}{_FIGURE}|forecast|outlook|guidance|quarter)\b",
        no=_NEVER
        + r"|\b(?:oil|gold|bitcoin|dollar|index|ftse|nasdaq|dow|sensex|nifty|rupee|yen|euro|takeover|bid|deal|"
        r"contract|orders? from|stake|ceo|chief)\b",
    ),
    frame(
        K.EARNINGS,
        "year quarter half",
        r"^(?:another |a )?(?:record|bumper|strong|tough|difficult|disappointing|best|banner|solid|stellar|"
        r"challenging|"
        r"torrid|good) (?:first |second |third |fourth )?(?:year|quarter|half) (?:for|at) (?:the )?(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NEVER,
    ),
)
