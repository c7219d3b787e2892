"""English frames of people who move on, of layoffs told as a noun, of offerings, sites and figures."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NAME, NOT_FIRMS
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_POST = (
    r"(?:chief|chair\w*|president|vice|head|director|ceo|cfo|coo|cto|cmo|cio|boss|partner|general counsel|"
    r"(?:senior |top |"
    r"new |key |leading )?(?:role|post|job|position))"
)
_SHARES = r"(?:[\d.,]+ (?:million |billion )?(?:\w+ ){0,2}shares|[\d.,]+ (?:million )?(?:units|ads|adss))"

_MOVES = (
    r"(?:rose|rise|risen|fell|fallen|grew|grown|climbed|dropped|jumped|surged|slipped|slid|tumbled|plunged|soared|"
    r"reached|"
    r"increased|decreased|declined|doubled|tripled|halved|narrowed|widened|swelled|shrank|shrunk|topped|hit|came "
    r"in|were up|"
    r"was up|were down|was down|totalled|totaled|beat|missed|edged)"
)

MOVES: tuple[Frame, ...] = (
    frame(  # "Acme announced that its board has named Mara Lind chief executive"
        K.EXECUTIVE_HIRE,
        "board directors",
        rf"\b(?P<v>(?:announc(?:es|ed)|sa(?:ys|id)|confirm(?:s|ed)|report(?:s|ed)|disclos(?:es|ed))(?: (?:on "
        rf")?\w+)?(?: that)? (?:its|"
        rf"the) (?:supervisory )?board(?: of directors)? (?:has |had )?(?:named|appointed|elected|chosen|picked|"
        rf"selected|promoted))"
        rf" (?:[a-z-]+,? ){{0,5}}(?P<p>(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]*)"
        rf"{{1,3}})[^;]{{0,60}}?\b(?P<r>{_POST})",
        no=NOT_FIRMS.replace("|president", ""),
    ),
    frame(  # "Mara Lind to take up senior role at Acme", "Mara Lind to resurface as chairman of Acme"
        K.EXECUTIVE_HIRE,
        "role post job position chief chairman head director president ceo cfo coo cto partner",
        rf"\b(?:tak(?:es?|ing) (?:up|on)|assum(?:es?|ing)|lands?|landed|accepts?|accepted|starts?|resurfaces?|"
        rf"re-?emerges?|returns?|"
        rf"moves?|jumps?|switche[sd]?|defects?|heads?|decamps?)(?: (?:a|an|the|as|to|new))* (?:[\w&-]+ "
        rf"){{0,5}}?{_POST}"
        rf"(?: [a-z]+(?: officer)?)?(?: role| job| post)? (?:at|of|with) {CAP}",
        Who.OBJECT,
        no=NOT_FIRMS.replace("|president", "")
        + r"|\b(?:cuts?|layoffs?|steps? down as|quits? as|university|bank of england|film)\b",
    ),
    frame(  # "Globex finance chief swings to Acme", "Mara Lind heads to Acme as finance chief"
        K.EXECUTIVE_HIRE,
        "chief head ceo cfo coo cto president director boss executive exec veteran vet",
        rf"\b(?:chief|head|ceo|cfo|coo|cto|director|boss|exec(?:utive)?|vet(?:eran)?|president)(?: {NAME})? "
        rf"(?:(?:has |is |to )?"
        rf"(?:swing|jump|head|defect|decamp|switch|hop|skip|sail|depart)(?:s|ed|ing)?) (?:over )?to {CAP}",
        Who.OBJECT,
        no=NOT_FIRMS.replace("|president", "")
        + r"|\b(?:states?|court|china|beijing|washington|london|trial|jail|prison)\b",
    ),
    frame(  # "Mara Lind lands at Acme as chief scientist", "moves from Globex to Acme to become"
        K.EXECUTIVE_HIRE,
        "lands landed moves moved jumps jumped heads joins joined comes hops",
        rf"^{NAME} (?:lands?|landed|moves?|moved|jumps?|jumped|heads?|hops?|comes?|came)(?: (?:over|across|"
        rf"aboard))?(?: from "
        rf"{NAME})? (?:at|to|aboard|into) {CAP}(?={NAME} (?:as|to (?:become|lead|head|run)) (?:\w+ "
        rf"){{0,4}}?{_POST})",
        Who.OBJECT,
        no=NOT_FIRMS.replace("|president", ""),
    ),
    frame(  # "Insurance head quits Acme role"
        K.EXECUTIVE_DEPARTURE,
        "quits quit leaves left exits vacates resigns",
        rf"\b(?:quits?|leaves|left|exits?|vacates?|gives up|resigns(?: from)?) (?:the |his |her )?(?={NAME} "
        rf"(?:role|post|job|"
        rf"position|chair|board seat)\b)",
        Who.OBJECT,
        no=NOT_FIRMS,
    ),
    frame(  # "Mara Lind, head of Acme, Britain's biggest sofa chain, has stepped down"
        K.EXECUTIVE_DEPARTURE,
        "stepped resigned quit retired",
        rf"\b(?:head|chief|boss|chief executive|ceo|chairman|president|managing director|founder(?: and ceo)?) "
        rf"(?:of|at) {CAP}(?={NAME}"
        rf"(?:,[^;:]{{3,70}}?)?,? (?:has |have )?(?:stepped down|resigned|quit|retired|stood down|been (?:ousted|"
        rf"fired|sacked)))",
        Who.OBJECT,
        no=NOT_FIRMS.replace("|president", "") + r"|\bformer\b",
    ),
    frame(  # "Possible layoffs at Acme"
        K.LAYOFFS,
        "layoffs redundancies layoff",
        rf"\b(?:layoffs|redundancies|job cuts|job losses|jobs? cull) (?:\w+ )?(?:at|hit|rock|announced at|"
        rf"reported at|expected at|"
        rf"loom(?:ing)? (?:at|for|over)|under ?way at|begin at|continue at) {CAP}",
        Who.OBJECT,
        no=NOT_FIRMS,
    ),
    frame(  # "Acme to start layoffs", "Acme adds more info on job cuts"
        K.LAYOFFS,
        "layoffs redundancies layoff furloughs",
        r"\b(?:(?:start|begin|plan|continue|resume|announce|implement|conduct|confirm|prepare|launch|undergo|face|"
        r"consider|make|"
        r"extend|weigh|report|file|detail)(?:s|d|ed|ing|ning)?|began|has|have|warn(?:s|ed) of|says?|more info on|"
        r"details of) "
        r"(?:for )?(?:[\w-]+ ){0,4}?(?:layoffs|redundancies|job cuts|job losses)\b",
        no=NOT_FIRMS
        + r"|\b(?:no|not|avoid\w*|without|despite|after|following|denie[sd]|rule[sd]? out|data|economists?|jobless|"
        r"sector|industry|government|federal|state|city|county)\b",
    ),
    frame(  # "Acme priced its public offering for gross proceeds of $60 million"
        K.FUNDING,
        "offering",
        r"\b(?:pric(?:es|ed)|clos(?:es|ed)|complet(?:es|ed)|rais(?:es|ed)|announc(?:es|ed)(?: (?:the )?(?:pricing|"
        r"closing) of)?|"
        r"launch(?:es|ed)|commenc(?:es|ed)) (?=[^;:]{0,80}?\b(?:underwritten|follow-on|registered direct|public|"
        r"equity|"
        r"stock|share|at-the-market) (?:public |direct |common stock )?(?:offering|placement))",
        no=r"\b(?:initial|ipo|first|debut|maiden|secondary|product|price range|high end|low end|expected range|"
        r"fund|notes?|"
        r"new public offering|plans?)\b",
        money=True,
    ),
    frame(  # "Acme raised $62 million on the sale of 2.4 million shares at $26"
        K.IPO,
        "shares",
        rf"\brais(?:e|es|ed|ing) [^;:]{{0,60}}?\b(?:on|from|in|through|via|by) (?:the |an? |its )?(?:sale|"
        rf"offering|selling|offering "
        rf"of)?(?: of)? ?{_SHARES} (?:offered |priced |sold )?(?:at|between|for|in)\b",
        no=r"\b(?:registered direct|follow-?on|secondary|private placement|rights issue|existing shareholders|"
        r"additional)\b",
    ),
    frame(  # "Acme owners target $12bn valuation with US listing"
        K.IPO,
        "listing ipo float flotation",
        r"\b(?:owners?|investors?|backers?|shareholders?) (?:target|weigh|plan|eye|consider|mull|explore|prepare|"
        r"seek|plot)s? [^;:]"
        r"{0,60}?\b(?:listing|ipo|float|flotation)\b",
        Who.BEFORE,
        Status.RUMOURED,
        no=r"\b(?:delist\w*|property|product)\b",
    ),
    frame(  # "Acme launches new Cork-Cornwall route", "Acme launches Centre of Excellence in Canada"
        K.EXPANSION,
        "route routes centre center flights",
        r"\b(?:launch(?:es|ed|ing)?|start(?:s|ed|ing)?|open(?:s|ed|ing)?|add(?:s|ed|ing)?|unveil(?:s|ed)?|"
        r"announc(?:es|ed)) (?:an? |the |"
        r"its |two |three |new |first |\w+ new ){0,3}(?:[\w’'-]+ ){0,4}?(?:routes?|(?:centre|center)s? (?:of "
        r"excellence|in|at|for)|"
        r"flights? (?:to|from|between))\b",
        no=NOT_FIRMS + r"|\b(?:museum|government|cancer center|data route|course|school|university)\b",
    ),
    frame(  # "Acme has bought a site in London for a new headquarters"
        K.EXPANSION,
        "bought buys buying paid pays acquired acquires leased leases",
        r"\b(?:bought|buys|buying|buy|acquire[sd]?|leas(?:es|ed)|paid [^;:]{2,40}? for|pays [^;:]{2,40}? for) "
        r"(?:an? |the |more )?"
        r"(?:[\w.,-]+ ){0,4}?(?:site|land|plot|parcel|acres?|campus)\b(?= (?:in|at|near|of|for|to)\b)",
        no=NOT_FIRMS + r"|\b(?:to sell|sells?|sold|let to|website|landfill|landing|let)\b",
    ),
    frame(  # "Acme is carrying out an investment programme at its paper mill"
        K.EXPANSION,
        "investment",
        r"\b(?:carr(?:y|ies|ied|ying) out|launch(?:es|ed)?|begins?|began|start(?:s|ed)?|approv(?:es|ed)|"
        r"announc(?:es|ed)|plans?|"
        r"mak(?:es|ing)|made|complet(?:es|ed)) (?:an? |the |its |major |large |new )*(?:[\w$€£.,-]+ "
        r"){0,4}?investment(?: program(?:me)?|"
        r" project| plan)? (?:\w+ ){0,8}?(?:at|in) (?:its|the|their|an?) (?:[\w'’-]+ ){0,5}?(?:mill|plant|factory|"
        r"site|facility|"
        r"brewery|refinery|warehouse|mine|works|terminal|port)s?\b",
        no=NOT_FIRMS + r"|\b(?:stake|fund|funding)\b",
    ),
    frame(  # "Acme eyes Europe"
        K.EXPANSION,
        "eyes eyeing eyed targets",
        r"\b(?:eyes|eyeing|targets|looks to|sets sights on) (?-i:Europe|Asia|Africa|Latin America|China|India|"
        r"Japan|Germany|France|"
        r"Brazil|Mexico|Canada|Australia|Spain|Italy|Poland|Vietnam|Indonesia|Russia|Turkey|the US|US|the UK|UK|"
        r"the Middle East|"
        r"North America|South America)(?=$|[,.]| (?:expansion|growth|market|entry|launch|for|as|with|after))",
        no=NOT_FIRMS,
    ),
    frame(  # "Acme kicks off production of grass-based board", "Acme starts selling electric vans"
        K.PRODUCT_LAUNCH,
        "production selling sales deliveries",
        r"\b(?:kick(?:s|ed) off|start(?:s|ed)|begin(?:s)?|began|commence[sd]?) (?:(?:mass|series|volume|"
        r"commercial|full) )?(?:production|"
        r"sales|deliveries|selling|shipments|shipping|delivering|offering) (?:of )?(?!at |in |to |from )(?:[\w-]+ "
        r"){0,4}\w+",
        no=NOT_FIRMS
        + r"|\b(?:plant|factory|mill|oil|gas|lng|mine|gold|copper|field|shares|stake|bonds|down|off its)\b",
    ),
    frame(  # "Acme's new feature locks your laptop"
        K.PRODUCT_LAUNCH,
        "feature app tool phone service",
        r"(?P<v>(?:new|latest|upcoming|next) (?:[\w-]+ ){0,3}?(?:feature|app|tool|phone|service|tablet|laptop|"
        r"speaker|camera|chip|"
        r"watch|browser|assistant|model|headset|console|robot)) (?:lets|will|can|makes|turns|locks|helps|brings|"
        r"tracks|uses|adds|"
        r"offers|gives|has|comes|is|promises|aims)\b",
        Who.OWNER,
        no=NOT_FIRMS + r"|\b(?:review|hands-on|flaw|bug|probe|lawsuit|ceo|business model)\b",
    ),
    frame(  # "Acme said software revenue reached $196 million in the quarter"
        K.EARNINGS,
        "revenue revenues sales profit profits earnings income turnover loss losses",
        rf"\b(?:said|says|reported|reports|announced)(?: (?:on|late|yesterday|today) ?\w*)?(?: that)? (?:its |the "
        rf")?(?:[\w-]+ ){{0,5}}?"
        rf"(?:revenues?|sales|profits?|earnings|income|turnover|loss(?:es)?|ebitda) (?:in|for|from|at|of|"
        rf"during)?[^,;:]{{0,50}}?\b{_MOVES}\b",
        no=r"\b(?:analysts?|economists?|survey|study|industry|sector|nationwide|market research)\b (?:said|says)",
    ),
    frame(  # "Acme sales boosted by online growth", "Acme profits hit by strike"
        K.EARNINGS,
        "sales profits profit revenue earnings",
        r"(?P<v>(?:(?:half|full)-year |annual |quarterly |(?:first|second|third|fourth)-quarter |online |uk |us |"
        r"like-for-like |net |pre-tax |"
        r"operating )*(?:sales|profits?|revenues?|earnings)) (?:boosted|hit|lifted|dented|buoyed|hurt|squeezed|"
        r"driven|helped|knocked|on the "
        r"(?:rise|up|slide))\b",
        Who.BEFORE,
        no=r"\b(?:new|used|retail|car|home|house|industry|sector|global|world) (?:sales|profits?|revenues?)\b|"
        r"\b(?:high street|sector|industry|retailers?|nation\w*|economy)\b",
    ),
)
