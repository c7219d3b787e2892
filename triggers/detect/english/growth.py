"""English frames of growth told around the site: land, work moved, hands wanted, reach extended, plans dropped."""

from __future__ import annotations

from triggers.detect.english.sites import SITE
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_SUM = (
    r"(?:[$€£¥₹]|US\$|C\$|A\$|NT\$|S\$|Rs\.? ?|EUR |USD )\s?\d[\d.,]*\s?"
    r"(?:m|mn|mln|million|bn|bln|billion|b|crore|cr|trillion)?"
)
_PLANT = (
    rf"(?:{SITE}|sites?|megasites?|mega-?fabs?|megafactor(?:y|ies)|works|terminals?|farms?|mines?|wells|bases?|"
    r"expansion|extension|rollout|locations?|developments?|towers?|parks?)"
)
_NEVER = (
    r"\b(?:layoffs|lays off|clos(?:es|ing|ure)|shut(?:s|ting)?|government|governor signs|minister|mayor|council|"
    r"museum|"
    r"church|schools?|university|library|stake in|series [a-k]|fund\b|round|films?|festival|exhibition|probe|lawsuit|"
    r"strike|prison|police|app store|play store|open[- ]source|hospital wing|orders? for|contract|acqui\w+|merger|"
    r"takeover|stock|shares|troops|army|navy|stadium|team|coach|player|satellites?|mission|nuclear deal|charity)\b"
)

GROWTH: tuple[Frame, ...] = (
    frame(  # "Acme will move its rail business to Leeds"
        K.EXPANSION,
        "move moves moving relocate relocates relocating shift shifts shifting transfer transfers moved relocated "
        "brings",
        r"\b(?:(?:to|will|plans to) )?(?:mov(?:es?|ing|ed)|relocat(?:es?|ing|ed)|shift(?:s|ing|ed)?|transfer(?:s|"
        r"ring|red)?"
        r"|brings) (?:its |the |some |all |global |more )*(?:[\w-]+ ){0,3}?(?:business|operations|production|"
        r"headquarters|"
        r"hq|head office|manufacturing|division|base|assembly|work|unit|plant|team|staff)\b(?: from "
        r"[\w .]{2,30}?)? (?:to|"
        r"into) (?:the )?(?=(?-i:[A-Z]))",
        no=_NEVER + r"|\b(?:offshore accounts|money|cloud|jobs cut|fed|focus)\b",
    ),
    frame(  # "Acme secures site for third factory", "Acme buys land for warehouse", "Acme gets permission for campus"
        K.EXPANSION,
        "secures secured buys bought acquires finds gets wins leases takes signs picks snaps eyes approved "
        "granted given "
        "receives land site sites plot acres space permission approval",
        rf"\b(?:(?:secur(?:es|ed)|buys|bought|acquires|finds|found|leas(?:es|ed)|picks|snaps up|eyes|gets|wins) "
        rf"(?:an? |the |"
        rf"its |more |new |\d[\d,.-]*[ -])*(?:\w+ )?(?:land|sites?|plots?|acres?|acre site|parcel|space|property) "
        rf"(?:for|to "
        rf"build|to house|to expand)|(?:takes|took|leases|signs(?: up)? for|rents) (?:an? |more |\d[\d,.]* "
        rf")*(?:[\w-]+ )"
        rf"{{0,3}}?(?:space|floors?|sq\.? ?ft|square f(?:ee|oo)t) (?:at|in|on)|(?:(?:is |was )?(?:approved|given "
        rf"(?:the )?(?:"
        rf"go-?ahead|green light|permission)|granted permission)|gets? (?:permission|approval|go-?ahead|green "
        rf"light)|wins? "
        rf"(?:permission|approval)) (?:for|to build) (?:[\w$€£.,-]+ ){{0,4}}?{_PLANT})\b",
        no=_NEVER + r"|\b(?:fda|regulator\w*|drug|trial)\b",
    ),
    frame(  # "Acme lines up $100 bln New York megafab", "Acme to construct $2 billion manufacturing sites"
        K.EXPANSION,
        "lines plots plot plans unveils announces proposes construct build develop erect maps eyes sketches "
        "weighs green-"
        "lights confirms starts begins completes finishes resumes advances commissions",
        rf"\b(?:lines up|plots|plans?|unveils|announces|proposes|(?:to |will )?(?:construct|build|develop|erect)|"
        rf"maps out|eyes|"
        rf"confirms|starts|begins|kicks off|completes?|completed|finishes|resumes|restarts|advances|commissions) "
        rf"(?:work on |"
        rf"construction (?:of|on|at) |building |plans? for |expansion of )?(?:an? |the |its |new |second |third |"
        rf"first |"
        rf"{_SUM}[ -]|worth of |\d+ |giant |major |huge |vast )+(?:[\w'’-]+ ){{0,4}}?{_PLANT}(?: (?:in|at|near|"
        rf"for|on|by|to|"
        rf"with|outside)\b|$|,)",
        no=_NEVER + r"|\b(?:ai model|feature|tool|app|software|results|update)\b",
    ),
    frame(  # "Acme completes expansion of Cork site"
        K.EXPANSION,
        "expansion extension upgrade refurbishment construction",
        r"\b(?:completes?|completed|finishes|finished|begins?|starts?|started|launches|approves|announces|unveils|"
        r"plans|"
        r"resumes) (?:an? |the |its )?(?:[\w$€£.,-]+ ){0,3}?(?:expansion|extension|construction|build-?out) (?:of|"
        r"at|on) "
        r"(?=[^;:]{2,60})",
        no=_NEVER + r"|\b(?:programme|program|partnership|line-?up|services?|contract|share buyback|debt)\b",
    ),
    frame(  # "Acme to hire 400", "Acme on hiring spree", "Acme ramps up hiring in Poland"
        K.EXPANSION,
        "hire hires hiring recruit recruitment recruits headcount",
        r"\b(?:(?:to|will|plans to|aims to) (?:hire|recruit|add) (?:up to |over |more than |about |another |some |"
        r"nearly )?"
        r"\d[\d,]*(?=$|[,;]| (?:this|next|by|over|as|amid|in)\b)|(?:on|goes on|in|launches|starts|begins|plans|"
        r"announces) "
        r"(?:an? |major |huge |new )*(?:hiring|recruitment) (?:spree|drive|push|campaign|binge|round)|(?:ramps? "
        r"up|steps? up|"
        r"accelerates|boosts|doubles|resumes|expands) (?:its )?(?:hiring|recruitment|headcount)\b)",
        no=_NEVER + r"|\b(?:freeze|slows|ice agents|officers|teachers|nurses)\b",
    ),
    frame(  # "Acme plots European expansion", "Acme extends reach into Nordics", "Acme gears up for India entry"
        K.EXPANSION,
        "expansion reach push entry foray presence footprint operation operations launch debut",
        r"\b(?:(?:plots|plans|eyes|begins|starts|announces|continues|accelerates|targets|kicks off|prepares|"
        r"launches|fuels|"
        r"pursues|readies|speeds up|unveils) (?:an? |its |the |further |major |ambitious |rapid |aggressive "
        r")*(?:[\w.-]+ )"
        r"{1,2}?(?:expansion|push|entry|foray|rollout)(?: plans?| drive)?(?=$|[,;]| (?:with|as|after|in|into|to|"
        r"by|amid|plan)"
        r"\b)|(?:extends|expands|widens|broadens|grows) (?:its )?(?:reach|reach further|network|coverage|"
        r"operations?|business|"
        r"presence|footprint) (?:into|to|in|across) |(?:gears up|prepares|readies) for (?:an? |its )?(?:[\w.]+ "
        r"){1,2}?(?:entry|"
        r"launch|debut|push|expansion)|(?:launches|starts|opens|establishes|sets up|begins) (?:its |an? |new "
        r")*(?:uk|us|u\.s\.|"
        r"indian|european|german|french|chinese|japanese|asian|african|canadian|australian|irish|dutch|spanish|"
        r"american|local|"
        r"regional|international|overseas|dubai|singapore|brazilian|mexican) (?:\w+ )?(?:operations?|business|"
        r"subsidiary|arm|"
        r"unit|division|entity|presence|base))\b",
        no=_NEVER + r"|\b(?:margin|economic|credit|military|medicaid|nato|eu expansion|opens door)\b",
    ),
    frame(  # "Acme rolls out to 12 more cities", "Acme launches in six new markets"
        K.EXPANSION,
        "cities markets countries states towns regions",
        r"\b(?:rolls? out|launch(?:es|ed)?|expand(?:s|ed)?|extend(?:s|ed)?|opens?|available|goes? live|spreads) "
        r"(?:\w+ )?(?:to|"
        r"in|into|across) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|more|new|several) "
        r"(?:more |new |"
        r"other |additional |european |us |u\.s\. |uk |african |asian |indian |gulf )*(?:cities|markets|countries|"
        r"states|towns|"
        r"regions)\b",
        no=_NEVER + r"|\b(?:feature|users|beta|tool|update|ai mode|phones?|variants?)\b",
    ),
    frame(  # "Acme: new fab in Dresden opens early"
        K.EXPANSION,
        "new first",
        rf"\s?[:–—|] (?:new|first|second|latest) (?:[\w-]+ ){{0,3}}?{SITE} (?:in|at|near|opens?|for)\b",
        Who.BEFORE,
        no=_NEVER + r"|^(?:report|exclusive|watch|live|breaking|analysis|opinion|video)\b",
    ),
    frame(  # "Acme to base three aircraft in Venice"
        K.EXPANSION,
        "base bases basing",
        r"\b(?:to|will) base (?:an? |\d+ |two |three |four |five |more |another )*(?:more |new )?(?:aircraft|"
        r"planes?|jets?) (?:in|"
        r"at)\b",
        no=_NEVER,
    ),
    frame(  # "Acme scraps plan for Ohio plant"
        K.EXPANSION,
        "scraps scrapped shelves shelved drops abandons abandoned cancels cancelled canceled axes ditches pauses "
        "paused "
        "delays delayed halts halted postpones",
        rf"\b(?:scrap(?:s|ped)|shelv(?:es|ed)|drops|abandon(?:s|ed)|cancel(?:s|led|ed)|ax(?:es|ed)|ditch(?:es|ed)|"
        rf"pauses|"
        rf"paused|delays|delayed|halts|halted|postpones|postponed) (?:an? |its |the |plans? (?:for|to (?:build|"
        rf"open)) |"
        rf"construction of |work on |planned |proposed |new |{_SUM}[ -])*(?:[\w'’-]+ ){{0,4}}?{SITE}(?: (?:in|at|"
        rf"near|amid|"
        rf"after|over|as|due|plans?|project|expansion)\b|$|,)",
        status=Status.DENIED,
        no=r"\b(?:government|council|court|production (?:cut|halt)|strike|hack|cyber\w*|fire|flood|storm)\b",
    ),
)
