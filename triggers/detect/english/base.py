"""English frames: what newsrooms say besides the plain verb. Wide on purpose; the rules are read first."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_ROUND = (
    r"(?:(?:pre-?)?series [a-k]\d?|seed|pre-seed|bridge|growth|venture|funding|financing|fundraising|investment|debt|"
    r"equity|extension|strategic|capital)(?:[ -](?:round|raise|funding|financing|investment|extension|capital))*"
)
_SUM = r"(?:[$€£¥₹]|US\$|USD |EUR |Rs\.? ?)\s?\d[\d.,]*\s?(?:k|m|mn|mln|million|bn|billion|b|crore|cr|lakh)?"
ROLE = (
    r"(?:ceo|cfo|coo|cto|cmo|cio|ciso|chro|cpo|cro|chair(?:man|woman|person)?|president|founder|co-founder|"
    r"chief \w+(?: \w+)? officer|chief executive|chief of \w+|head of [\w ]{3,24}|general counsel|managing director|"
    r"(?:finance|technology|operating|marketing|security|safety|design|product|people|sales|ai|legal|science) "
    r"(?:chief|boss|head)|vice president|vp|board member|director|boss|chief)"
)

FUNDING: tuple[Frame, ...] = (
    frame(
        K.FUNDING,
        "emerges emerge emerged exits exit comes leaves launches launch launched debuts debut steps breaks",
        rf"\b(?:emerg(?:es?|ed|ing) from|exit(?:s|ed)?|com(?:es|ing) out of|leav(?:es|ing)|steps out of|breaks)\b "
        rf"(?:from )?stealth\b[^.;]{{0,40}}?\b(?:with|on|after raising|armed with|backed by)\b[^.;]{{0,20}}?{_SUM}",
    ),
    frame(
        K.FUNDING,
        "welcomes welcomed adds boost injection",
        r"\bwelcom(?:es|ed) [^.;]{2,40} as (?:an? |its )?(?:new |strategic |lead )*(?:investor|shareholder)s?\b|"
        r"\b(?:gets|receives|lands|"
        r"wins|secures) (?:an? )?(?:[\w.$€£]+ )?(?:funding|cash|financial|investment) (?:boost|injection|shot in the "
        r"arm)\b",
    ),
    frame(
        K.FUNDING,
        "investment investments",
        r"\b(?:announc(?:es|ed)|mak(?:es|ing)|made|leads|closes|completes|confirms|unveils) (?:its |an? )?(?:\S+ "
        r"){0,3}?investments? "
        r"(?:in|into) (?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=r"\b(?:plant|factory|expansion|manufacturing|infrastructure|data cent\w+|facility|india|china|europe|"
        r"africa|ai\b|u\.?s\.?|uk\b|"
        r"vietnam|france|germany|startups|companies|technology|research)\b",
    ),
    frame(
        K.FUNDING,
        "stealth",
        rf"\b(?:launch(?:es|ed)|steps|comes|breaks|bursts|exits?) (?:out of |from |of )?stealth\b[^.;]{{0,30}}?{_SUM}",
    ),
    frame(
        K.FUNDING,
        "seek raise secure sought",
        rf"\b(?:said|reported|rumou?red|understood|believed|tipped|looking|poised|hoping|set|expected|preparing) to "
        rf"(?:seek|raise|be raising|"
        rf"be seeking|secure) [^.;]{{0,20}}?{_SUM}",
        status=Status.RUMOURED,
        money=True,
        no=r"\b(?:fund\b|funds\b|ipo|prices?|wages?|stake|bid|offer|tax)\b",
    ),
    frame(
        K.FUNDING,
        "launches launch launched debuts debut launching",
        rf"\b(?:launch(?:es|ed)?|debuts?)\b[^.;]{{0,40}}? with (?:an? |over |nearly |more than )?{_SUM}[^.;]{{0,30}}?"
        r"\b(?:seed|series|funding|backing|round|financing|to|for|in|from|led)\b",
        no=r"\b(?:fund|funds|grant|programme|program|prize|accelerator|campaign|marketing|offering|ipo)\b",
    ),
    frame(
        K.FUNDING,
        "takes took accepts accepted receives received welcomes wins gets lands secures attracts",
        r"\b(?:takes?|took|accept(?:s|ed)|receiv(?:es|ed)|welcom(?:es|ed)|wins?|won|gets?|got|lands?|landed|"
        r"attract(?:s|ed)) (?:an? |new |its |fresh |undisclosed |first )*(?:strategic|minority|growth|majority|equity|"
        r"significant|seed|venture|private equity|outside|follow-on|institutional) (?:growth |equity |minority |"
        r"strategic )?(?:investments?|capital|funding|money|backing|stake)\b",
        no=r"\b(?:grant|state aid|federal|government funding)\b",
    ),
    frame(
        K.FUNDING,
        "eyeing eyes targeting targets seeking seeks chasing chases plotting mulling weighing planning plans",
        rf"\b(?:eyeing|eyes|targeting|chasing|chases|plotting|mulling|weighing|planning|plans|lining up) "
        rf"(?:an? |its |new |another |up to |around |about |over )*(?:{_SUM}[ -])?(?:\w+ )?{_ROUND}\b",
        status=Status.RUMOURED,
        no=r"\b(?:fund\b|funds\b|acquisition|investment in|to invest|grant)",
    ),
    frame(
        K.FUNDING,
        "open begin kick start launch raise close",
        rf"\b(?:plans?|aims?|intends?|expects?|hopes?|prepar(?:es|ing)|set|ready|looks?|due) to (?:open|begin|kick off|"
        rf"start|launch|raise|close|complete) (?:an? |its |the |new |another )*(?:\w+ )?{_ROUND}\b",
        status=Status.PLANNED,
    ),
    frame(
        K.FUNDING,
        "calls called scraps scrapped cancels cancelled canceled shelves shelved abandons abandoned pulls pulled "
        "postpones postponed halts pauses paused delays delayed drops dropped withdraws denies denied",
        rf"\b(?:call(?:s|ed) off|scrap(?:s|ped)|cancel(?:s|led|ed)|shel(?:ves|ved)|abandon(?:s|ed)|pull(?:s|ed)(?: out "
        rf"of)?|postpon(?:es|ed)|halt(?:s|ed)|paus(?:es|ed)|delay(?:s|ed)|drop(?:s|ped)|withdraw(?:s|n)|den(?:ies|"
        rf"ied)) "
        rf"(?:an? |its |the |plans? for |talks (?:on|over|about) |reports? of )*(?:planned |new )?(?:{_SUM}[ -])?"
        rf"(?:\w+ )?(?:series [a-k]|seed|{_ROUND} (?:round|raise)|funding|fundraise|fundraising|fund-?raising)\b",
        status=Status.DENIED,
    ),
    frame(
        K.FUNDING,
        "gives gave hands handed brings brought nets netted values earns injects provides delivers",
        r"\b(?:round|raise|investment|financing|funding|series [a-k]|seed|cash injection|deal) (?:gives|gave|hands|"
        r"handed|brings|brought|nets|netted|earns|provides|delivers|injects|values) ",
        Who.OBJECT,
        money=True,
    ),
    frame(
        K.FUNDING,
        "advises advised advising arranges arranged provides provided extends extended closes lends lent grants "
        "finances supplies commits supports",
        r"\b(?:advis(?:es|ed|ing)|acts as (?:sole )?advis[eo]r to) (?=[^.;]{2,70}\bon\b[^.;]{0,60}"
        r"(?:financing|funding|raise|round|credit|loan|private placement))",
        Who.OBJECT,
    ),
    frame(
        K.FUNDING,
        "provides provided extends extended arranges arranged lends lent grants granted",
        rf"\b(?:provid(?:es|ed)|extend(?:s|ed)|arrang(?:es|ed)|lend(?:s)?|lent|grant(?:s|ed)) (?=[^.;]{{0,30}}{_SUM})"
        r"[^.;]{3,60}? (?:loan|credit facility|facility|debt|financing|venture debt|growth capital|funding) (?:to|"
        r"for) ",
        Who.OBJECT,
        no=r"\b(?:government|world bank|farmers|households|students|ministry|project for|department)\b",
    ),
    frame(
        K.FUNDING,
        "ink inks inked sign signs signed strike strikes struck agree agrees agreed seal seals close closes",
        r"\b(?:ink(?:s|ed)?|sign(?:s|ed)?|str(?:ikes?|uck)|seal(?:s|ed)?|agree(?:s|d)?(?: on)?|clos(?:es?|ed)) "
        r"(?:an? |new |its )*(?=[^.;]{0,30}\d)[^.;]{0,40}?\b(?:debt|loan|credit|financing|funding|venture debt) "
        r"(?:deal|agreement|facility|pact|line|package)\b",
        money=True,
    ),
    frame(
        K.FUNDING,
        "issue sell offer place",
        r"\b(?:issue|sell|offer|place) (?=[^.;]{0,30}\d)[^.;]{0,40}?\b(?:in|of|worth of) (?:new |fresh |additional )?"
        r"(?:shares|stock|equity|convertible (?:bonds|notes)|bonds|notes)\b",
        money=True,
        no=r"\b(?:ipo|initial public|listing|stake in|buyback)\b",
    ),
    frame(
        K.FUNDING,
        "closes closed completes completed announces announced secures secured lands landed wraps finalizes finalises "
        "unveils reveals discloses confirms reports nails bags notches pockets wins adds tops extends upsizes "
        "oversubscribed reaches hits scores completed confirmed disclosed",
        rf"\b(?:clos(?:es|ed)|complet(?:es|ed)|announc(?:es|ed)|secur(?:es|ed)|land(?:s|ed)|wrap(?:s|ped)(?: up)?|"
        rf"finali[sz](?:es|ed)|unveil(?:s|ed)|reveal(?:s|ed)|disclos(?:es|ed)|confirm(?:s|ed)|report(?:s|ed)|nails|"
        rf"bags|"
        rf"notch(?:es|ed)|pocket(?:s|ed)|adds|tops up|extend(?:s|ed)|upsiz(?:es|ed)|scores?) (?:(?:an?|the|its|new|"
        rf"fresh|oversubscribed|upsized|additional|another|successful|first|second|over|up to|more than|initial|"
        rf"nearly|pre-emptive|heavily|of|closing|close|tranche|successfully|largest|second) )*(?:{_SUM}(?: in)?[ -])?"
        rf"(?:an? )?(?:(?:new|fresh|equity|growth|oversubscribed|pre-?) ?)*(?:{_ROUND})\b",
        no=r"\b(?:fund [iv]+\b|fund i\b|funds?\b(?=[^.]{0,20}(?:for|to back|close))|to invest in|investment (?:in|of|"
        r"by|"
        r"plan|into)|investments|grants?|program(?:me)?|equity fund|debt (?:ceiling|crisis))\b",
        money=True,
    ),
    frame(
        K.FUNDING,
        "raised raises has",
        rf"\b(?:has |have )?(?:now |just |already )?raised (?:an? |its |the |that )*(?:\w+ ){{0,2}}{_SUM}",
        no=r"\b(?:ipos|fund\b|funds\b|to hold|to invest|to back|charity|gala|auction|for (?:charity|victims)|dividend|"
        r"price|wages?|guidance|forecast|target)\b",
    ),
    frame(
        K.FUNDING,
        "series seed round funding financing",
        rf"(?<=\w)\s?[:–—-] ?(?:an? )?{_SUM} (?:\w+ )?(?:series [a-k]|seed|pre-seed|(?:funding|financing|seed|bridge) "
        r"round|funding|in funding)\b",
        Who.BEFORE,
        no=r"\b(?:fund\b|deal of)\b",
    ),
    frame(
        K.FUNDING,
        "following after thanks valued worth",
        rf"\b(?:is (?:now )?valued at|now worth|hits|reaches|reached|soars to|tops) [^.;]{{3,40}}?(?:following|after|"
        rf"in|"
        rf"with|thanks to) (?:an? |its |the |new )*(?:{_SUM}[ -])?(?:\w+ )?{_ROUND}\b",
    ),
    frame(
        K.FUNDING,
        "backs backed invests invested joins leads led participates pours injects",
        r"\b(?:invest(?:s|ed|ing)?|participat(?:es|ed|ing)|joins?|join(?:ed|ing)|lead(?:s|ing)?|led|co-led|co-leads|"
        rf"anchors?|back(?:s|ed|ing)?) (?:in )?(?=[^.;]{{2,50}}?['’]s? (?:\w+ )?(?:{_SUM}[ -])?(?:\w+ )?"
        r"(?:series [a-k]|seed|pre-seed|funding|financing|investment|fundraise|round|raise))",
        Who.OBJECT,
    ),
)

DEALS: tuple[Frame, ...] = (
    frame(
        K.ACQUISITION,
        "closes completes seals finalizes finalises clinches abandons scraps drops nears confirms wraps completed "
        "closed",
        r"\b(?:clos(?:es|ed)|complet(?:es|ed)|seals|finali[sz]es|clinches|abandons|scraps|drops|nears|confirms|wraps "
        r"up) (?:its |the )?"
        r"(?:[$€£][\d.,]+\s?\w* )?(?=(?:(?-i:[A-Z])[\w.&-]* ){1,4}(?:takeover|acquisition|buyout|purchase|deal|buy)\b)",
        Who.DOER_OBJECT,
        no=r"\b(?:funding|series [a-k]|order|contract|partnership|trade|peace|supply|licen[cs]\w+|loan|financing|land|"
        r"property)\b",
    ),
    frame(
        K.ACQUISITION,
        "picks picked snags snaps nabs grabs scoops",
        r"\b(?:picks? up|picked up|snags|nabs|scoops up|snaps up) (?=(?-i:[A-Z])[\w.&-]+(?: (?-i:[A-Z])[\w.&-]+)?(?: "
        r"for\b|$| in (?:\$|all-|cash|deal)))",
        Who.DOER_OBJECT,
        no=r"\b(?:ceo|cfo|chief|award|contract|order|funding|series [a-k]|executive|exec|veteran|president|round)\b",
    ),
    frame(
        K.ACQUISITION,
        "part owned joins joining becomes folded merged",
        r"\b(?:is|are|has become|becomes|now|to become|will become|becoming)(?: now| officially| proudly| also)? (?:a "
        r")?"
        r"part of (?:the )?",
        Who.OBJECT_DOER,
        no=r"\b(?:part of (?:the |a |an )?(?:plan|deal|team|solution|series|program|effort|story|problem|round|wave|"
        r"trend|push|strategy|group of|history|life|index|s&p|alliance|consortium|network|culture|probe|deal))\b",
    ),
    frame(
        K.ACQUISITION,
        "joins joined join joining",
        r"\b(?:joins?|joined|joining) (?:the )?(?=(?:(?-i:[A-Z])[\w&.-]+ ){1,3}(?:family|group|portfolio)\b)",
        Who.OBJECT_DOER,
        no=r"\bas\b|\b(?:alliance|board|foundation)\b",
    ),
    frame(
        K.ACQUISITION,
        "sale divestiture divestment disposal carve-out spin-off",
        r"\b(?:complet(?:es|ed)|clos(?:es|ed)|finali[sz](?:es|ed)|announc(?:es|ed)|agree(?:s|d)(?: to)?|sign(?:s|ed)|"
        r"seals|wraps up|conclud(?:es|ed)|confirm(?:s|ed)|approv(?:es|ed)) (?:an? |the |its |agreement for |deal for )*"
        r"(?:sale|divestiture|divestment|disposal|carve-out) of [^;]{3,120}? to (?!be\b)",
        Who.OBJECT_DOER,
        no=r"\b(?:minority|shares to|bonds|tickets|weapons|arms|jets)\b",
    ),
    frame(
        K.ACQUISITION,
        "sells sold sell offloads offloaded divests divested divest spins hands unloads ditches selling",
        r"\b(?:sells?|sold|selling|offload(?:s|ed)?|divest(?:s|ed)?|unload(?:s|ed)?|ditch(?:es|ed)|hands over) "
        r"(?:off )?(?:its |the |their |a |majority |controlling |entire |remaining |\d+% "
        r")*[^,;:]{0,50}?(?:business(?:es)?|"
        r"unit|arm|division|subsidiary|operations|brand|stake|company|assets|portfolio|studio|platform|itself|chain|"
        r"plant|app|service) [^,;:]{0,30}?to (?!(?:be|raise|fund|focus|pay|cut|help|reduce|meet|\w+e\b debt)\b)",
        Who.OBJECT_DOER,
        no=r"\b(?:minority|shares to|bonds|tickets|weapons|jets|(?:[1-4]?\d(?:\.\d+)?)(?:%| per ?cent| percent))",
    ),
    frame(
        K.ACQUISITION,
        "merger merge tie-up combination merging",
        r"\bmerger of ",
        Who.OBJECT,
        no=r"\b(?:spac|blank)\b",
    ),
    frame(
        K.ACQUISITION,
        "buys buy bought scoops snaps swallows acquires takes acquihires acqui-hires nabs absorbs gobbles lands "
        "completes closes seals clinches wins beats agrees strikes acquired absorbed acquire",
        r"\b(?:scoops? up|scooped up|snap(?:s|ped) up|swallow(?:s|ed)(?: up)?|acqui-?hires?|acqui-?hired|absorb(?:s|"
        r"ed)|"
        r"gobbl(?:es|ed) up|gulps|takes? over|took over|mops up|hoovers up|buys out|bought out|takes (?:full "
        r")?(?:control|"
        r"ownership) of|gains control of|wins (?:control of|battle for|auction for|race for)|seals (?:deal|takeover) "
        r"(?:for|"
        r"of)|strikes deal (?:for|to (?:buy|acquire))|clinches (?:deal|takeover) (?:for|of)|lands deal (?:for|to buy)|"
        r"brings [\w ]{2,20} in-house with|acquires? (?:the )?(?:assets|team|business|rights) (?:of|behind)) "
        r"(?:the |its |all of |fellow |rival |smaller |larger |startup )*",
        Who.DOER_OBJECT,
        no=r"\b(?:as (?:ceo|cfo|chief|head|chair|president)|minority|shares? of|"
        r"tak(?:es?|ing) over (?:as|at|from|the reins))\b",
    ),
    frame(
        K.ACQUISITION,
        "acquisition takeover buyout purchase merger",
        r"\b(?:with|through|via|by|after|following) (?:the |its |an? )?(?:\$[\d.]+\s?\w+ )?(?:acquisition|takeover|"
        r"purchase|buyout|buy) of (?:the |rival |fellow )*",
        Who.DOER_OBJECT,
        no=r"\b(?:minority|results|profit|revenue|shares (?:fall|rise|jump|drop)|months after|years after)\b",
    ),
    frame(
        K.ACQUISITION,
        "bought acquired purchased snapped swallowed taken absorbed rescued owned",
        r"\b(?:(?:been|gets?|got|being|is|was|are|be) )?(?:bought(?: out)?|acquired|purchased|snapped up|swallowed(?: "
        r"up)?|"
        r"scooped up|taken over|taken private|absorbed|rescued|picked up|gobbled up|acquihired|acqui-hired) by (?:the |"
        r"rival |its |fellow |us |uk )*",
        Who.OBJECT_DOER,
        no=r"\b(?:minority|shares? (?:bought|acquired)|stake)\b",
    ),
)

__all__ = ["DEALS", "FUNDING", "ROLE"]
