"""English frames of orders told by the customer: who is chosen for what, whose goods are bought, whose work it is."""

from __future__ import annotations

from triggers.detect.english.pieces import NAME, SUM
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_SHORT = r"(?-i:[A-Z0-9])[\w&.'’+-]*(?: (?:(?-i:[A-Z])[\w&.'’+-]*|&|of)){0,4}"
_ROLE = (
    r"(?:agenc(?:y|ies)|suppliers?|providers?|contractors?|vendors?|integrators?|operators?|caterers?|installers?|"
    r"builders?|shipyard|architects?|law firm|consultanc(?:y|ies)|consultants?|creative lead|lead creative|aor|"
    r"bidder|outfitters?|carrier|printer|hauliers?|distributor of record|"
    r"(?:agency|delivery|fulfil+ment|logistics|technology|cloud|payments?|outsourcing|implementation|"
    r"maintenance|services?|digital|creative|media|marketing|it|hosting|platform|supply) partners?)"
)
_TASK = (
    r"(?:re)?(?:handle|run|manage|build|design|supply|provide|deliver|promote|create|host|operate|implement|"
    r"upgrade|replace|construct|refurbish|install|overhaul|maintain|fit|print|ship|make|digiti[sz]e|automate|"
    r"moderni[sz]e|process|power|test|clean|cater|transport|store|produce|manufacture|lead|oversee|"
    r"support|streamline|integrate|migrate|secure|protect|monitor|translate|rebrand|publicise|advertise|"
    r"service|equip|furnish|lay|dig|erect|map|survey|launch|improve)"
)
_AREA = (
    r"(?:media|advertising|creative|pr|public relations|communications|marketing|branding|rebrand\w*|social|"
    r"experiential|payroll|payments?|cloud|telephony|telecoms?|logistics|warehous\w+|fulfil+ment|deliver\w+|"
    r"distribution|catering|cleaning|security|hosting|billing|invoicing|software|networks?|core banking|fraud|"
    r"checkout|translation|recruitment|training|maintenance|fleet|fuel|testing|data cent\w+|broadband|it|erp|crm|"
    r"hr|supply chain|refit|website|app|infrastructure|connectivity|backhaul|roll-?out|analytics|facilities|"
    r"engineering|construction|signalling|ticketing|e-?commerce|printing|packaging|procurement|support|services?|"
    r"systems?|platforms?|upgrades?|overhaul|project|contract|work|tender)"
)
_GOODS = (
    r"(?:robots?|software|systems?|platforms?|solutions?|services?|technolog(?:y|ies)|tools?|equipment|suite|cloud|"
    r"analytics|apps?|trains?|trams?|locomotives?|carriages|buses|coaches|trucks|lorries|vans|vehicles|cars|taxis|"
    r"tractors|harvesters|ferries|ships?|vessels?|tankers?|boats?|jets?|planes?|aircraft|airliners|helicopters?|"
    r"drones?|engines?|turbines?|generators?|transformers?|cranes?|excavators|diggers|forklifts?|reach stackers?|"
    r"elevators|lifts|escalators|radars?|radios?|scanners?|terminals?|servers?|chips?|gpus|processors?|computers?|"
    r"laptops|tablets|handsets|phones|batteries|panels|modules|inverters|electrolysers?|presses|press|printers?|"
    r"machines?|lines?|kiosks?|meters|sensors?|cameras|trailers|simulators?|seats|units|modem\w*|routers)"
)
_COUNT = (
    r"(?:(?:more than |up to |over |about |around |nearly |some |at least |another |a further |an additional |"
    r"(?:the )?first (?:\w+ )?of |option(?:s)? (?:for|on) )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|"
    r"ten|twelve|fifteen|twenty|thirty|forty|fifty|hundreds of|dozens of|thousands of|a fleet of|a batch of)"
    r"(?: more| additional| new| extra| further)*)"
)
_CHOOSES = (
    r"(?:(?:re-?)?appoint(?:s|ed)?|nam(?:es?|ed)|hir(?:es?|ed)|enlist(?:s|ed)?|retain(?:s|ed)?|"
    r"engag(?:es?|ed)|select(?:s|ed)?|pick(?:s|ed)?|cho(?:ose|oses|se|sen)|contract(?:s|ed)?|commission(?:s|ed)?|"
    r"mandat(?:es?|ed)|recruit(?:s|ed)?|brings? in|brought in|brings? on|calls? in|called in|signs? up|signed up|"
    r"signing up|signs? on|signed on|turn(?:s|ed)? to|opts? for|opted for|go(?:es)? with|went with|settle[sd]? on|"
    r"lines? up|lined up|switch(?:es|ed)? to|mov(?:es|ed) to|plump(?:s|ed) for|trust(?:s|ed)?|entrust(?:s|ed)?)"
)
_NO = (
    r"\b(?:ceo|cfo|coo|cto|cmo|chief|president|chair\w*|director|vp|head of|manager|officer|board|ambassador|"
    r"secretary|player|coach|striker|squad|club|season|jury|best|top|awards?|list|ranking|finalist|ipo|merger|"
    r"acquisition|takeover|stake|sale of|lawsuit|administrators?|liquidators?|receivers?|bookrunners?|advis\w+|"
    r"underwriters?|banks? for|headquarters|new (?:home|base|hq)|site for|location|city|cities|loses|lost|"
    r"review of|campus)\b"
)
_COMES = rf"(?={_SHORT} "

CUSTOMERS: tuple[Frame, ...] = (
    frame(  # "Globex names Acme lead agency", "Globex turns to Acme to run its data centres"
        K.CONTRACT_WIN,
        "appoints appointed appoint reappoints reappointed re-appoints re-appointed names named hires hired "
        "enlists enlisted retains retained engages engaged selects selected picks picked chooses chose chosen "
        "contracts contracted commissions commissioned mandates recruits recruited brings brought calls called signs "
        "signed signing turns turned opts opted goes went settles settled lines lined switches switched moves moved "
        "trusts entrusts entrusted plumps",
        rf"\b{_CHOOSES} (?:the |its |us firm |us-based )?"
        rf"{_COMES}(?:(?:as|to be) (?:an? |its |the |their |new |sole |official )*(?:[\w&-]+,? ){{0,5}}?{_ROLE}\b|"
        rf"(?:as )?(?:its |the )?(?:lead |global |new |us |uk |media |creative |digital |pr |social |ad ){{1,3}}"
        rf"(?:lead|agency|aor)\b|as part of its \w+|to (?:help (?:it )?)?{_TASK}\b|"
        rf"for (?:an? |its |the |their |new )*(?:[\w&-]+,? (?:and )?){{0,3}}?{_AREA}\b|with its \w+))",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Globex taps Acme for media buying", where for other work it may be a partner
        K.CONTRACT_WIN,
        "taps tapped",
        rf"\b(?:taps|tapped) {_COMES}(?:(?:as|to be) (?:an? |its |the |new )*(?:[\w&-]+,? ){{0,5}}?{_ROLE}\b|"
        r"for (?:an? |its |the |new )*(?:[\w&-]+,? (?:and )?){0,3}?(?:media|advertising|creative|pr|public relations|"
        r"marketing|branding|experiential|catering|cleaning|construction|maintenance)\b))",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Globex adds Acme to its agency roster"
        K.CONTRACT_WIN,
        "adds added roster panel",
        rf"\badd(?:s|ed) (?={_SHORT} (?:on)?to (?:its |the )?(?:[\w-]+ ){{0,4}}?(?:roster|panel|framework|supplier "
        r"list|agency list)\b)",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Globex is rolling out Acme's payroll software", "Globex will install 200 Acme robots"
        K.CONTRACT_WIN,
        "install installs installed installing implement implements implemented implementing deploy deploys deployed "
        "deploying adopt adopts adopted adopting rolling rolls selected selects chosen chooses chose picks picked "
        "order "
        "orders ordered buy buys bought purchases purchased acquires acquired delivery additional exercises exercising "
        "exercised fleet leased leases specifies specified",
        rf"\b(?:install(?:s|ed|ing)?|implement(?:s|ed|ing)?|deploy(?:s|ed|ing)?|adopt(?:s|ed|ing)?|roll(?:s|ed|ing) "
        rf"out|"
        rf"select(?:s|ed)|cho(?:ses|oses|se|sen)|pick(?:s|ed)|order(?:s|ed)?|(?:buy|buys|bought|purchas(?:es|ed)|"
        rf"acquire[sd]|add(?:s|ed)|leas(?:es|ed)|gets|receive[sd]|specif(?:ies|ied)|exercis(?:es|ed|ing)|takes? "
        rf"delivery of|took delivery of|taken delivery of|expands? (?:its |the )?\w+ with|(?:grow\w*|growth|"
        rf"optimi[sz]ation|expan\w+)[^;:]{{0,30}}? (?:with|by))(?= {_COUNT} )) (?:{_COUNT} )?(?:more )?"
        rf"(?={_SHORT}(?:['’]s?)? (?:(?:(?-i:[a-z0-9])[\w.-]* |\([^)]*\) |and ){{0,7}}?{_GOODS}\b|"
        rf"(?:[\w.-]+ ){{0,4}}?{_GOODS}\b))",
        Who.OBJECT,
        no=_NO
        + r"|\b(?:recall\w*|fda|judge|own|stolen|police|users|gamers|app store|how to|play|agreement|memorandum)\b",
    ),
    frame(  # "Work worth £12m has gone to Acme", "An order for forklifts has been handed to Acme"
        K.CONTRACT_WIN,
        "handed awarded gone goes went placed clinched landed given won",
        rf"\b(?:orders?|contracts?|work|tender|job|commission|account|brief|deal|business) (?:worth |for |to |of "
        rf"|valued at )?[^;:]{{0,70}}?\b(?:(?:has |have |will )?(?:goes|go|gone|went)|(?:has |have |had |was |were "
        rf"|is |been )+"
        rf"(?:handed|awarded|given|won|placed|secured|landed|clinched|let)) (?:to|by|with) (?={NAME})",
        Who.OBJECT,
        no=_NO + r"|\b(?:court|strike|nobel|prize)\b",
    ),
    frame(  # "Acme engines to power Globex's new jet", "Acme robots to work in Globex stores"
        K.CONTRACT_WIN,
        "power equip fly drive serve",
        rf"\b(?P<v>{_GOODS}) (?:to|will|chosen to|selected to|picked to) (?:power|equip|drive|fly|serve|propel|pull|"
        rf"replace|run|haul) (?=[^;:]{{0,30}}?(?-i:[A-Z]))",
        Who.BEFORE,
        no=_NO + r"|\b(?:launch\w*|unveil\w*|own|partner\w*)\b",
    ),
    frame(  # "Acme starts work on £60m contract", "Acme celebrates seven-figure deal with supermarket chain"
        K.CONTRACT_WIN,
        "contract contracts deal order orders bidder agency roster win",
        rf"\b(?:(?:starts?|started|begins?|began|begun) (?:work )?on (?:an? |its |the |new )*(?:{SUM} |[\w-]+ ){{0,5}}?"
        rf"contract\b|(?:celebrat(?:es|ed|ing)|toasts|hails) (?:an? |its |the |new |major )*(?:{SUM} |[\w-]+ ){{0,4}}?"
        r"(?:contract|order|deal with|account win)\b|was (?:the )?(?:winning|successful|preferred) bidder\b|"
        r"(?:named|appointed|chosen|confirmed|installed|becomes|became) (?:as )?(?:the )?(?:lead |global |new |media |"
        r"creative |digital |pr |social |ad ){1,3}(?:agency|aor)\b)",
        no=_NO.replace("top|", "").replace("best|", "") + r"|\b(?:union|player|labou?r)\b",
    ),
    frame(  # "Acme: contract win worth £8m"
        K.CONTRACT_WIN,
        "win wins award",
        r"(?P<v>: (?:major |new |key )?(?:contract|order) (?:win|wins|award)\b)",
        Who.BEFORE,
        no=_NO,
    ),
)
