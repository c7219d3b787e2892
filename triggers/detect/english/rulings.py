"""English frames of what authorities find, order and settle, told from either side, named or not."""

from __future__ import annotations

from triggers.detect.english.law import AUTHORITY, BODIES
from triggers.detect.frames import Frame, Who, frame
from triggers.detect.grammar.gates import spelt
from triggers.types import EventKind as K

_STATES = (
    r"(?:alabama|alaska|arizona|arkansas|colorado|connecticut|delaware|hawaii|idaho|illinois|indiana|iowa|kansas|"
    r"kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|"
    r"new hampshire|new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|"
    r"south carolina|south dakota|tennessee|utah|vermont|virginia|wisconsin|wyoming|puerto rico|ontario|quebec|"
    r"scotland|wales|hong kong|dubai|kuwait|qatar|saudi arabia|romania|hungary|greece|portugal|finland|czech republic|"
    r"ukraine|peru|chile|ghana|uganda|tanzania|zambia|bangladesh|sri lanka|nepal)"
)
_BODY = (
    rf"(?:{AUTHORITY}|{_STATES}|attorneys? general|ag|justice dept|(?:senate|house|parliamentary) "
    rf"(?:panel|committee)|competition (?:authority|bureau))"
)
_NEAR = BODIES | {text.split()[-1] for text in spelt(_STATES)} | {"ag", "dept", "committee", "general"}
_WRONG = (
    r"(?:frauds?|mis-?selling|bribery|bribes|corruption|misconduct|manipulation|rigging|price[- ]?fixing|launder\w*|"
    r"money[- ]laundering|sanctions|emissions|kickbacks|misleading|overcharg\w+|spoofing|cartel|collusion|tax|"
    r"pollution|spills?|opioids?|violations?|breach(?:es|ing)?|violat\w+|abus\w+|antitrust|monopol\w+|unlawful\w*|"
    r"illegal\w*|failings?|failures?|lapses|safety|discriminat\w+|decept\w+|deceiv\w+|false|unfair|deaths?|"
    r"crash(?:es)?|"
    r"explosion|disaster|privacy|scandal|insider|compliance|record-?keeping|whatsapp|gdpr|laws?|rules|conduct|"
    r"disclosures?|accounting|unregistered|export|environmental|labou?r|wages?|child(?:ren)?|dump\w+|"
    r"obstruct\w+|leak|sewage|practices|handling|sharing|anti-money|poor controls|controls|redress|complaints|"
    r"defects?|recalls?)"
)
_SUM = r"(?:[$€£¥₹]|US\$|C\$|A\$|Rs\.? ?|EUR |USD )\s?\d[\d.,]*\s?\w*"
_NEVER = (
    r"\b(?:murder|rape|assault|migrants?|citizens|hackers?|election|voters?|teens?|schools?|teachers?|class[- ]action|"
    r"shareholders?|investors? sue|prisoners?|inmates?|man|woman|couple|drivers?|players?|coach|club|mayor|minister|"
    r"governor|ex-\w+|former \w+|troops|ceasefire|budget|visas?|tariffs?|divorce|custody|musicians?|artists?|authors?|"
    r"employees? sues?|worker|wrongful|patent|copyright|ransom|dating|celebrit\w+|trader|brothers?|sentenced|jailed|"
    r"prison|jury|police|site accused|analysts?|ceo|founder|boss|film|movie|song|album|university|college|church|"
    r"tenants?|landlords?|pope)\b"
)

RULINGS: tuple[Frame, ...] = (
    frame(  # "China says Acme violated antimonopoly law", "Judge rules Acme holds illegal monopoly"
        K.REGULATORY,
        "says say finds find found rules ruled alleges alleged concludes concluded determines claims accuses accused "
        "suspects believes tells",
        rf"\b{_BODY} (?:\w+ )?(?:says?|finds?|found|rul(?:es|ed)|alleg(?:es|ed)|conclud(?:es|ed)|determin(?:es|ed)|"
        rf"claim(?:s|ed)|accus(?:es|ed)|suspects?|believes?)(?: that)? (?=(?-i:[A-Z])[^;:]{{2,60}}?\b(?:{_WRONG}|"
        rf"broke|"
        rf"misled|failed|lied|in breach|guilty|liable|dominan\w+|anti-?competitive|unsafe|infring\w+|must|"
        rf"can(?:not|['’]t)?"
        rf"|too)\b)",
        Who.OBJECT,
        no=_NEVER,
        near=_NEAR,
    ),
    frame(  # who acts, with an authority that the older tables do not know
        K.REGULATORY,
        "sues sue sued fines fined fine probes probe probed investigates bans banned blocks blocked suspends "
        "suspended "
        "orders ordered approves approved clears charges charged accuses penalises penalizes summons subpoenas "
        "questions "
        "grills raid search probing sue target inspect settles warns revokes targets raids searches searched "
        "inspects accepts delays extends lifts places sides "
        "scolds takes demands halts restricts reprimands bars barred seizes indicts recalls",
        rf"\b(?:{_BODY}|antitrust regulators|competition regulators?)(?: (?:regulators?|officials|authorities|court|"
        rf"attorney general|watchdog|ag|agency|judge|police|government|lawmakers|panel|commission))? (?:to |will |"
        rf"may )?"
        rf"(?:su(?:es?|ed|ing)|fin(?:es?|ed)|prob(?:es?|ed|ing)|investigat(?:es?|ed)|ban(?:s|ned)?|block(?:s|ed)?|"
        rf"suspend(?:s|"
        rf"ed)?|order(?:s|ed)?|approv(?:es?|ed)|clear(?:s|ed)?|charg(?:es?|ed)|accus(?:es?|ed)|penali[sz](?:es?|ed)|"
        rf"summons?|subpoena(?:s|ed)?|question(?:s|ed)|grills?|warns?|warned|revok(?:es?|ed)|target(?:s|ed)|raid(?:s|"
        rf"ed)?|search(?:es|ed)?|inspects?|bar(?:s|red)?|seiz(?:es?|ed)|indict(?:s|ed)?|scolds?|reprimand(?:s|ed)|"
        rf"restrict(?:s|ed)|halts?|halted|sides? with|sided with|takes? aim at|demands? (?:answers|information) from|"
        rf"cracks? down on|(?:files?|filed) (?:an? |its )?(?:\w+ ){{0,2}}(?:suit|lawsuit|complaint|charges|case) "
        rf"against|"
        rf"accepts(?= (?-i:[A-Z])[^;:]{{2,40}}(?:application|filing|submission|nda|bla|request))|(?:delays?|postpones|"
        rf"extends) (?:its |the )?(?:decision|review|ruling|verdict) (?:on|of)|(?:lifts?|lifted|places?|placed|puts?|"
        rf"imposes?|removes?) (?:its |an? |the )?(?:partial |full |clinical )*(?:hold|ban|curbs|restrictions|"
        rf"suspension) "
        rf"on) (?:the |an? |its |social media |tech |search |crypto |ride-hailing |drug ?maker |car ?maker |"
        rf"airline |bank |"
        rf"giant |firm |group |app |platform |exchange |lender |retailer |chip ?maker |online |former |and )*"
        rf"(?=(?-i:[A-Z0-9]))",
        Who.OBJECT,
        no=_NEVER,
        near=_NEAR,
    ),
    frame(  # "Acme fined £40m", "Acme sued by US over kickbacks", "Acme charged with price fixing"
        K.REGULATORY,
        "fined sued charged accused probed investigated penalised penalized sanctioned banned barred reprimanded "
        "censured rebuked rapped warned told ordered forced found cleared acquitted convicted raided searched "
        "stripped "
        "suspended blacklisted subpoenaed summoned hauled placed put indicted questioned exonerated approved",
        rf"\b(?:(?:is|are|was|were|be|been|being|gets?|got) )?(?:(?:fined|penali[sz]ed)(?: (?:an? |a record |"
        rf"nearly |over |"
        rf"more than |up to |another |about )?{_SUM}|\b(?= (?:by|for|over|after|in)\b))|"
        rf"(?:sued|probed|investigated|charged|accused|indicted|sanctioned|reprimanded|censured|rebuked|rapped|warned|"
        rf"blacklisted|subpoenaed|summoned|questioned|banned|barred|suspended|blocked|told|ordered|forced|approved|"
        rf"cleared|exonerated|stopped|prohibited) (?:[^.;:,]{{0,40}}? )?(?:by|in|from) (?:the )?{_BODY}|"
        rf"(?:charged|accused|convicted|indicted|acquitted|cleared|found guilty|found liable|investigated|probed|"
        rf"reprimanded|censured|rapped|rebuked|sanctioned) (?:with|of|over|for|on|in) (?:[\w'’-]+ ){{0,4}}?{_WRONG}|"
        rf"found (?:to (?:have|be)|in breach|guilty|liable)[^.;:]{{0,50}}?\b(?:{_WRONG}|broke\w*|breach|guilty|"
        rf"liable)|"
        rf"(?:ordered|told|forced|required|directed|compelled) to (?:pay|stop|cease|halt|suspend|remove|sell|divest|"
        rf"unwind|refund|recall|block|hand over|repay|change|delete|scrap|open|share|compensate|reinstate|shut|fix|"
        rf"drop|pull|disclose|separate|spin|reverse|withdraw|limit|end|clean)\b|"
        rf"(?:banned|barred|blocked|suspended|blacklisted|removed) (?:from|in|for) (?:[\w-]+ ){{0,3}}?(?:contracts?|"
        rf"business|trading|operating|operations|market|selling|sales|app stores?|{_BODY})|"
        rf"stripped of (?:its )?(?:\w+ )?licen[cs]e|(?:hauled|called|summoned|dragged) (?:before|to|into|in front of) "
        rf"(?:[\w'’]+ )?(?:{_BODY}|congress|court|senate|parliament|mps|lawmakers)|"
        rf"(?:placed|put) (?:under|into|in) (?:\w+ ){{0,2}}(?:supervision|administration|curatorship|receivership|"
        rf"conservatorship|special measures))",
        no=_NEVER,
    ),
    frame(  # "Acme licence revoked", "Acme offices raided", "Acme drug approved in Europe", "Acme app banned in India"
        K.REGULATORY,
        "licence license permits permit licences licenses offices headquarters hq drug vaccine app device jets planes "
        "therapy treatment pill injection implant test plant mine pipeline merger website products product ads ad "
        "jab shot medicine candidate inhaler charter",
        r"\b(?:(?:(?-i:[a-z])[\w-]* ){0,2}?(?:licen[cs]es?|permits?|charter|registration) (?:is |was |has been "
        r"|gets )?(?:revoked|"
        r"suspended|cancelled|canceled|withdrawn|renewed|restored|pulled|rejected|denied|refused|reinstated)|"
        r"(?:(?-i:[a-z])\w* )?(?:offices?|headquarters|hq|premises|sites?) (?:were |was |are )?(?:raided|searched)|"
        r"(?:(?-i:[a-z])[\w-]* ){0,3}?(?:drug|vaccine|jab|shot|device|therapy|treatment|pill|injection|implant|"
        r"test|medicine|"
        r"candidate|inhaler|patch|app|products?|jets|planes|ads?|cars?|robotaxis?|mine|pipeline) (?:is |was |has "
        r"been |"
        r"gets |fully |provisionally |wins )?(?:approved|cleared|rejected|authori[sz]ed|banned|grounded|recalled|"
        r"licen[cs]ed|greenlit|recommended|backed|blocked|barred|approval|suspended) (?:in|by|for|over|after|"
        r"from|to) )",
        Who.BEFORE,
        no=_NEVER,
    ),
    frame(  # "Acme to pay $1.4 billion over fraud", "Acme agrees $7bn settlement with US"
        K.REGULATORY,
        "pay pays paid paying agrees agreed settlement fine penalty coughs forks shells settles settled",
        rf"\b(?:(?:(?:agree(?:s|d)? |is |set |to |will |must )*(?:to )?(?:pay(?:s|ing)?|paid|cough(?:s|ed)? up|"
        rf"fork(?:s|ed)? "
        rf"out|shell(?:s|ed)? out) (?:an? |another |up to |nearly |over |more than |about |record )*{_SUM}(?: "
        rf"\w+)? (?:in "
        rf"(?:\w+ )?)?(?:over|for|in|to (?:end|resolve|settle|close)) [^.;:]{{0,50}}?\b(?:{_WRONG}|{_BODY}|probe|"
        rf"case))|"
        rf"(?:agree(?:s|d)?(?: to)?|reach(?:es|ed)|strikes|accepts|announces|secures) (?:an? |its )?(?:\w+ "
        rf")?(?:{_SUM} )"
        rf"(?:\w+ ){{0,2}}(?:settlement|fine|penalty|deal with (?:the )?{_BODY}))\b",
        no=_NEVER + r"|\b(?:acqui\w+|takeover|buyback|dividend|stake|licen[cs]ing|contract|merger|termination)\b",
    ),
    frame(  # "Acme receives subpoena", "Acme receives Wells notice from SEC", "Acme gets warning letter"
        K.REGULATORY,
        "receives received receive gets got served handed discloses disclosed faces faced facing risks hit draws wins "
        "won given granted secures obtains awarded",
        rf"\b(?:receiv(?:es?|ed)|gets?|got|served(?: with)?|handed|disclos(?:es|ed)|hit with|draws?|risks?|"
        rf"fac(?:es|ed|"
        rf"ing)|given|granted|wins?|won|secur(?:es|ed)|awarded|obtains?) (?:an? |the |its |us |uk |eu |new |fresh "
        rf"|record |"
        rf"potential |hefty |possible |second |federal |criminal |civil |{_SUM} |of |up to |over )*(?:subpoenas?|"
        rf"wells "
        rf"notice|(?:show[- ]cause|tax|demand|improvement|enforcement|legal|stop) (?:notice|demand|order)|warning "
        rf"letter|"
        rf"(?:criminal|civil|bribery|fraud|antitrust|environmental|safety|tax|pollution|corruption|charges)(?: \w+)? "
        rf"(?:charges|probe|investigation|inquiry|suit|trial|case|action|over|complaint)|complete response letter|"
        rf"(?:fine|fines|penalty|penalties|break-?up|sanctions|ban) (?:from|over|for|of|by|under|in|if|up)|"
        rf"(?:green[- ]light|go-?ahead|thumbs[- ]up|all[- ]clear|nod|approval|permission|clearance|ok|consent|"
        rf"reprieve|"
        rf"waiver|exemption) (?:for|to|from|by|in|on)|(?:\w+ )?(?:notice|subpoena|letter|summons|"
        rf"demand) "
        rf"from (?:the )?{_BODY})\b",
        no=_NEVER + r"|\b(?:contract|project|tender|order from (?:army|navy)|shareholder|board|investor|creditors?|"
        r"planning|fans|critics|staff|union|strike|takeover)\b",
    ),
    frame(  # "Acme admits breaching rules", "Acme to plead guilty", "Acme escapes fine", "Acme appeals fine"
        K.REGULATORY,
        "admits admitted plead pleads pleaded escapes escaped avoids avoided dodges dodged spared appeals appealed "
        "contests fights challenges accepts overturns wins won loses lost beats cleared violated broke breached",
        rf"\b(?:(?:to |agrees? to |will |expected to )*plead(?:s|ed)? (?:guilty|no contest)|admit(?:s|ted) (?:to )?"
        rf"(?:[\w'’]+ ){{0,3}}?{_WRONG}|(?:escap|avoid|dodg|evad)(?:es?|ed|s) (?:an? |the |further |\w+ "
        rf"){{0,3}}?(?:fine|"
        rf"ban|penalty|prosecution|charges|sanctions?|tariff probe|break-?up|antitrust)|spared (?:an? )?(?:\w+ "
        rf")?(?:fine|"
        rf"penalty|prosecution|ban)|(?:appeal(?:s|ed)?|contest(?:s|ed)?|challeng(?:es|ed)|overturn(?:s|ed)?|"
        rf"fight(?:s|ing)?"
        rf"|fought) (?:against )?(?:an? |its |the |record |\w+['’]s? |{_SUM} |eu |us |uk )*(?:fine|penalty|ban|"
        rf"antitrust "
        rf"(?:ruling|order|fine)|(?:{_BODY}) (?:ruling|order|fine|decision|ban))|(?:violated|broke|breached|flouted) "
        rf"[^.;:]{{2,50}}?, (?:the )?{_BODY} (?:says|said|rules|finds|found))",
        no=_NEVER,
    ),
    frame(
        K.REGULATORY,
        "fire scrutiny spotlight hot trouble crosshairs pressure",
        rf"\b(?:(?:under|facing|faces|comes under|draws|attracts) (?:\w+ ){{0,2}}(?:fire|scrutiny|pressure|"
        rf"criticism)|in (?:the )?"
        rf"(?:hot water|trouble|crosshairs|sights|spotlight)) (?:\w+ )?(?:from|by|with|of|over) (?:the )?(?:\w+ "
        rf")?{_BODY}\b",
        no=_NEVER,
    ),
    frame(  # "Acme announces FDA acceptance of new drug application"
        K.REGULATORY,
        "acceptance approval clearance submission filing designation registration",
        r"\b(?:announc(?:es|ed)|receiv(?:es|ed)|reports?|confirms?|secures?) (?:us |u\.s\. |the |european "
        r")*(?:fda|ema|"
        r"mhra|ec|health canada|pmda|nmpa|regulatory|chmp) (?:\w+ ){0,3}?(?:acceptance|approval|clearance|filing|"
        r"submission|designation|opinion|registration|agreement|alignment)\b",
        no=_NEVER,
    ),
)
