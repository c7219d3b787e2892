"""English frames of work won: what somebody is to build or run for whom, and customers that turn to a vendor."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_NAME = r"(?-i:[A-Z])[\w&.'’+-]*(?: (?-i:[A-Z])[\w&.'’+-]*){0,3}"
_SUM = (
    r"(?:[$€£¥₹]|US\$|C\$|A\$|NOK |SEK |DKK |CHF |Rs\.? ?|EUR |USD |INR )"
    r"\s?\d[\d.,]*\s?(?:m|mn|mln|million|bn|billion|b|crore|cr|lakh)?"
)
_GOODS = (
    r"(?:trains?|trams?|locomotives?|carriages|railcars|buses|coaches|trucks|vans|vehicles|cars|taxis|ferr(?:y|"
    r"ies)|ships?|"
    r"vessels?|frigates?|submarines?|tankers?|carriers?|boats?|jets?|planes?|aircraft|airliners|helicopters?|"
    r"drones?|uavs?|"
    r"engines?|turbines?|generators?|transformers?|cables?|pipes?|rails?|cranes?|elevators|escalators|radars?|"
    r"radios?|sonars?|"
    r"sensors?|satellites?|launchers?|missiles?|howitzers|tanks|armou?red vehicles|shells|ammunition|rifles|"
    r"weapons|systems?|"
    r"simulators?|equipment|kit|machines?|robots?|scanners?|terminals?|servers?|gpus?|chips?|processors?|"
    r"computers?|laptops|"
    r"tablets|software|platforms?|services?|batteries|cells|panels|modules|inverters|electrolysers?|"
    r"electrolyzers?|steel|"
    r"cement|fuel|lng|gas|power|electricity|vaccines?|meals|uniforms|seats|parts|components|meters|gear|units|"
    r"networks?|"
    r"rigs?|tunnels?|bridges?|roads?|highways?|stations?|depots?|stadiums?|arenas?|hospitals?|schools?|prisons?|homes|"
    r"reactors?|plants?|pipelines?|lines?|metros?|railways?|airports?|terminals|routes|wards|towers?|data "
    r"cent(?:er|re)s?)"
)
_WORKS = (
    r"(?:works?|schemes?|projects?|contracts?|jobs?|programmes?|programs?|frameworks?|tenders?|upgrades?|"
    r"overhauls?|rollouts?|"
    r"refits?|refurbishments?|fit-?outs?|maintenance|signalling|signaling|services|operations|construction|"
    r"engineering|"
    r"procurement|plants?|stations?|lines?|metro|tunnels?|bridges?|networks?|systems?|platforms?|arena|stadium|"
    r"hospitals?|"
    r"towers?|wind farms?|solar farms?|mission|lander|study|design)"
)
_PUBLIC = (
    r"(?:army|navy|air force|pentagon|nasa|esa|nato|mod|nhs|ministry|government|police|council|city|county|state|"
    r"department|"
    r"agency|airport|railways?|metro|port|defen[cs]e|poland|germany|france|uk|u\.?k\.?|us|u\.s\.|india|japan|"
    r"norway|sweden|"
    r"finland|denmark|spain|italy|greece|romania|hungary|ukraine|australia|canada|brazil|chile|egypt|saudi|qatar|"
    r"uae|taiwan|"
    r"singapore|indonesia|malaysia|philippines|thailand|vietnam|netherlands|belgium|switzerland|austria|portugal|"
    r"kuwait|turkey)"
)
_NEVER = (
    r"\b(?:player|coach|season|striker|goalkeeper|court order|restraining|executive order|funding|series [a-k]|"
    r"record deal|"
    r"book deal|film|rookie|quarterback|union|teachers?|nurses|labou?r|shortlist\w*|loses|lost|cancel\w*|terminat\w*|"
    r"protests?|peace|trade deal|licen[cs]ing|acqui\w+|merger|takeover|strike|partnership|partners?|joint venture "
    r"with|mou|"
    r"alliance|ceo|cfo|coo|chief|president|chair\w*|director|vp|head of|manager|board|jury|ambassador|"
    r"headquarters? in|jobs in|"
    r"aid|donat\w+|charity|ipo|settlement|lawsuit|probe|approval|ukraine war|ceasefire|its own|own (?:\w+ "
    r")?(?:chips?|plant|"
    r"factory)|rais(?:es|ed)|seed|valuation|launch(?:es)? new|to create \d|stake|sanction\w*|ban)\b"
)

VENDORS: tuple[Frame, ...] = (
    frame(  # "Acme to supply helicopters to Chile's coast guard", "Acme to build stadium for Oslo"
        K.CONTRACT_WIN,
        "supply provide deliver build make run operate equip design construct manage install maintain refurbish refit "
        "upgrade modernise modernize replace manufacture produce service overhaul develop furnish outfit lay lead",
        rf"\b(?:to|will) (?:supply|provide|deliver|build|make|run|operate|design|construct|manage|install|"
        rf"maintain|refurbish|"
        rf"refit|upgrade|moderni[sz]e|replace|manufacture|produce|service|overhaul|furnish|lay) (?:the |an? |new |"
        rf"more |next "
        rf"|\d[\d,]* |up to |hundreds of |dozens of )*(?:[\w'’-]+ ){{0,5}}?(?:{_GOODS}(?: \w+)? (?:to|for) (?:the "
        rf"|new |its )*"
        rf"(?:[\w-]+ ){{0,2}}?(?=(?-i:[A-Z]))|(?:it|data|cloud|payments?|security|catering|cleaning|baggage|ferry|"
        rf"bus|rail|"
        rf"train|tram|metro|prison|hospital|ambulance|logistics|support|training) (?:services?|routes|systems?|"
        rf"network)\b)",
        no=_NEVER + r"|\bfor (?:the )?(?-i:Europe|Asia|Africa|America|India|China|Christmas|Ukraine)\b",
    ),
    frame(  # "Acme hired to refit headquarters", "Acme picked for Lisbon metro", "Acme appointed to tunnel works"
        K.CONTRACT_WIN,
        "selected chosen picked tapped named appointed hired enlisted contracted commissioned engaged retained",
        rf"\b(?:selected|chosen|picked|tapped|appointed|hired|enlisted|contracted|commissioned|engaged|retained|"
        rf"lined up) "
        rf"(?:by [^.;:]{{2,40}}? )?(?:to (?!(?:be|head|lead|chair|run|join|succeed|serve|list)\b)\w+ |(?:for|on|"
        rf"to|in) "
        rf"[^.;:]{{2,60}}?\b{_WORKS}\b)",
        no=_NEVER + r"|\b(?:best|awards?|list|index|cohort|accelerator|finalist|squad|team|role|pilot of)\b",
    ),
    frame(  # "Acme scoops £88m prison job", "Acme lands £40m school work", "Acme wins Globex account"
        K.CONTRACT_WIN,
        "scoops scooped wins won lands landed bags bagged secures secured nets netted clinches seals signs inks gets "
        "takes books gains adds retains keeps nabs",
        rf"\b(?:scoop(?:s|ed)(?: up)?|wins?|won|land(?:s|ed)|bag(?:s|ged)|secur(?:es|ed)|net(?:s|ted)|clinch(?:es|"
        rf"ed)|seal(?:s|"
        rf"ed)|sign(?:s|ed)|ink(?:s|ed)|gets|takes|book(?:s|ed)|gain(?:s|ed)|nab(?:s|bed)|retain(?:s|ed)|keeps|"
        rf"pick(?:s|ed) up) "
        rf"(?:an? |the |its |new |another |major |record |first |biggest(?:-ever)? |largest(?:-ever)? "
        rf")*(?:{_SUM}[- ](?:[\w'’-]+ )"
        rf"{{0,4}}?(?:jobs?|works?|schemes?|projects?|packages?|tenders?|engagements?|assignments?|commissions?|"
        rf"accounts?|"
        rf"agreements?|deals?|business)\b|(?:[\w'’-]+ ){{0,4}}?(?:customer|client)(?: win)?(?: in | with |$|:)|"
        rf"(?:five|two|"
        rf"three|four|six|seven|ten|\d+)-year (?:[\w-]+ ){{0,4}}?(?:engagements?|deals?|agreements?|contracts?|work)|"
        rf"{_NAME} (?:account|business|brief|mandate)\b|(?:[\w-]+ ){{1,4}}?agreements? worth)",
        no=_NEVER
        + r"|\b(?:loan|debt|bond|credit|financing|investment|lease|land|power purchase|naming rights|deal to buy|"
        r"customers? for life|account data)\b",
    ),
    frame(  # "Acme beats Globex to Polish 5G contract", "Acme among winners of Navy contract"
        K.CONTRACT_WIN,
        "beats beat pips among edges preferred framework one winners",
        r"\b(?:(?:beats?|pips?|edges? out|sees off|fends off|trumps|tops) (?:[\w& ,-]+ )?(?:to|for|in) (?:the "
        r")?[^.;:]{0,60}?"
        r"\b(?:contracts?|orders?|tenders?|deals?|projects?|work|job)\b|(?:among|one of|joins) (?:the )?(?:\w+ "
        r")?(?:winners|"
        r"firms|companies|contractors|suppliers|bidders) (?:of|on|in|for|to win|winning) "
        r"[^.;:]{0,60}?\b(?:contracts?|"
        r"frameworks?|deals?|orders?)\b|(?:is |becomes |as |set as |remains )?(?:the )?(?:preferred|lowest|"
        r"winning|sole|l1) "
        r"(?:bidder|contractor|supplier|tenderer|proponent) (?:for|on|in|of)\b|(?:on|onto|joins|secures place on|"
        r"added to) "
        r"(?:the )?(?:\S+ ){0,4}?framework\b)",
        no=_NEVER,
    ),
    frame(  # "Acme renews contract with Globex", "Acme inks outsourcing agreement with Globex"
        K.CONTRACT_WIN,
        "renews renewed extends extended signs signed inks inked announces announced secures wins lands agrees",
        rf"\b(?:renew(?:s|ed)|extend(?:s|ed)|sign(?:s|ed)|ink(?:s|ed)|announc(?:es|ed)|secur(?:es|ed)|agree(?:s|"
        rf"d)|finali[sz]es|"
        rf"wins|lands) (?:an? |the |its |new |major |{_SUM} |multi-?year |[\w-]+-year |multi-million )*(?:[\w-]+ "
        rf"){{0,3}}?"
        rf"(?:contracts?|orders?|supply (?:deal|agreement)|outsourcing (?:deal|agreement)|service(?:s)? agreement|"
        rf"framework "
        rf"agreement|frame agreement) (?:extension )?(?:with|from) ",
        no=_NEVER,
    ),
    frame(  # "Poland signs deal to buy howitzers from Acme", "Globex buys 12 turbines from Acme"
        K.CONTRACT_WIN,
        "buy buys bought buying order orders ordered purchase purchases purchased procure procures acquire acquires "
        "leases sources gets receive",
        rf"\b(?:order(?:s|ed)?|(?:sign(?:s|ed)|ink(?:s|ed)|agree(?:s|d)|seal(?:s|ed)) [^.;:]{{0,25}}?(?:to|for) "
        rf"(?:buy|purchase|"
        rf"order|procure)?|(?:to |will )?(?:buys?|bought|purchas(?:es?|ed)|procur(?:es?|ed)|acquires?|leas(?:es|"
        rf"ed)|sourc(?:es|"
        rf"ed)))"
        rf" (?:the |an? |new |more |another |up to |additional |over |about |\d[\d,.]* |dozens of |hundreds of |"
        rf"{_SUM} |worth |of |"
        rf"in )*(?:[\w-]+ ){{0,4}}?{_GOODS} from (?:the )?(?:[a-z][\w-]* ){{0,3}}(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:stolen|secondhand|black market|imports?|russia)\b",
    ),
    frame(  # "Globex moves payroll to Acme", "Globex taps Acme for platform", "Globex hires Acme to rebuild website"
        K.CONTRACT_WIN,
        "moves moved shifts migrates outsources entrusts hires hired commissions contracts engages calls "
        "enlists retains trusts hands turns",
        rf"\b(?:(?:mov(?:es|ed)|shift(?:s|ed)|migrat(?:es|ed)|outsourc(?:es|ed)|entrust(?:s|ed)|hand(?:s|ed)(?: "
        rf"over)?) (?:its |the "
        rf"|all )?(?:[\w-]+ ){{0,2}}?(?:payroll|it|data|workloads?|systems?|operations|payments?|logistics|hr|"
        rf"services?|"
        rf"infrastructure|accounts?|catering|maintenance|cloud|banking|business|software) (?:to|on ?to|with) "
        rf"(?=(?-i:[A-Z]))|"
        rf"(?:hires?|hired|commission(?:s|ed)|contract(?:s|ed)|engag(?:es|ed)|enlist(?:s|ed)|retain(?:s|ed)|calls in|"
        rf"picks?|picked|selects?|selected|chooses|chose) (?={_NAME} (?:to (?:re)?(?:build|design|supply|provide|"
        rf"run|handle|"
        rf"deliver|develop|manage|moderni[sz]e|host|operate|implement|upgrade|replace|construct|refurbish|install|"
        rf"overhaul|"
        rf"maintain|fit|print|ship|make|digiti[sz]e|automate)\b|(?:as|for) (?:an? |its |the |new )*(?:[\w-]+ "
        rf"){{0,3}}?(?:platform|"
        rf"cloud|software|network|rollout|upgrade|overhaul|system|systems|infrastructure|5g|signalling|kit|"
        rf"project|contract)"
        rf"\b)))",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:bank(?:s|er|ers)? for|advis\w+|veteran|executive|exec)\b",
    ),
    frame(  # "Poland picks Acme for frigates": a state or a service of it is the customer
        K.CONTRACT_WIN,
        "picks selects chooses orders hires awards hands gives signs contracts commissions",
        rf"^(?:[\w'’.-]+ ){{0,3}}{_PUBLIC}(?: (?:\w+ ){{0,2}})?(?P<v>picks?|selects?|chooses?|hires|awards?|hands|"
        rf"gives|"
        rf"signs|contracts|commissions) (?={_NAME} (?:for|to|{_SUM}|contracts?|deal|order|as)\b)",
        Who.OBJECT,
        no=_NEVER
        + r"|\b(?:grants?|licen[cs]e|permission|approval|prize|medal|visa|award for|relief|bailout|subsid\w+)\b",
    ),
    frame(  # "The roads authority has tapped Acme to design"
        K.CONTRACT_WIN,
        "taps tapped turns",
        rf"\b(?:authority|agency|ministry|department|army|navy|air force|pentagon|council|county|nhs|nasa|mod|"
        rf"commission) "
        rf"(?:has |have )?(?:taps|tapped) (?={_NAME} (?:to|for)\b)",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "£30m contract for Acme", "$200m order for Acme from Globex Air", "Contract: Acme to refurbish stations"
        K.CONTRACT_WIN,
        "contract contracts order orders deal tender job",
        rf"^(?:(?:{_SUM}|new|big|major|record|first|huge|another|[\w-]+) ){{0,4}}?(?:contract|order|tender|job)s? "
        rf"(?:win )?for "
        rf"(?:the )?(?:[a-z][\w-]* ){{0,3}}(?=(?-i:[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){{0,3}})(?: (?:from|in|as|to|"
        rf"after|on)\b|$|,|:))",
        Who.OBJECT,
        no=_NEVER + r"|\bfor (?-i:[A-Z])\w+ (?:jets?|planes?|tanks?)",
    ),
    frame(
        K.CONTRACT_WIN,
        "contract order orders contracts",
        r"\b(?:contract|order) (?:win|wins|award|awards|haul|boost|success)\b",
        Who.BEFORE,
        no=_NEVER + r"|\b(?:analysts?|how to)\b",
    ),
)
