"""English frames of turns that trade papers use: who is bought for a sum, ordered to pay, cleared to buy."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NAME, NOT_FIRMS
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_SUM = r"(?:[$€£¥₹]|US\$|A\$|C\$|EUR |USD |GBP )\s?\d[\d.,]*\s?(?:m|mn|million|bn|billion|b|crore)?\b"
_BODY = (
    r"(?:FDA|EMA|SEC|FTC|DOJ|FCA|CMA|EPA|FAA|CFPB|FCC|NHTSA|RBI|CCI|ofgem|ofcom|watchdog|regulators?|authorit(?:y|"
    r"ies)|"
    r"commission|bureau|ministry|department|agency|central bank|court|government|prosecutors?|attorneys? general|"
    r"states?)"
)


TURNS: tuple[Frame, ...] = (
    frame(  # "Acme nabbed Globex in an $8 billion deal", "Acme snags drone startup Globex for $90M"
        K.ACQUISITION,
        "nab nabs nabbed snag snags snagged bag bags bagged grab grabs grabbed land lands landed gobbles gobbled "
        "swallows "
        "swallowed scoops scooped snaps snapped picks picked",
        rf"\b(?:(?:nabs?|nabbed|snags?|snagged|bags?|bagged|grabs?|grabbed|swallow(?:s|ed))(?: up)?|(?:gobble[sd]|"
        rf"scoop(?:s|ed)|snap(?:s|ped)|pick(?:s|ed)) up) (?=(?:(?:the |its |rival )?(?:[\w-]+ "
        rf"){{0,4}}?)?{NAME}(?: [a-z-]+)"
        rf"{{0,4}} (?:for|in) (?:an? )?(?:[\w-]+ ){{0,2}}{_SUM}(?! (?:contract|order|round|in funding|seed|series)))",
        Who.DOER_OBJECT,
        no=NOT_FIRMS
        + r"|\b(?:series [a-k]|funding|contract|order|investors?|from|round|as (?:its )?(?:new )?(?:ceo|cfo|"
        r"chief))\b",
    ),
    frame(  # "Initech announced Monday the sale of its pump unit Globex to Acme"
        K.ACQUISITION,
        "sale",
        rf"\b(?:the |its )?sale of (?:its |the )?(?:[a-z][\w-]* ){{0,5}}{CAP}",
        Who.OBJECT,
        no=NOT_FIRMS
        + r"|\b(?:minority|shares of|tickets|alcohol|drugs|weapons|arms|products?|cars|phones|homes?|property|"
        r"halt\w*|bans?|stops?|suspend\w*)\b|^(?!.*\bsale of .{2,80} to (?:the |private |an? )?(?:[\w'’-]+ "
        r"){0,4}?(?-i:[A-Z]))",
    ),
    frame(  # "Initech to sell Globex"
        K.ACQUISITION,
        "sell sells sold selling offload offloads divest divests",
        rf"\b(?:to|will|agrees to|agreed to|plans? to|has agreed to) (?:sell|offload|divest) (?:its "
        rf")?(?:[a-z][\w-]* ){{0,3}}"
        rf"(?={NAME}(?:$| to | for | in | unit| business| brand| as ))",
        Who.OBJECT,
        no=NOT_FIRMS
        + r"|\b(?:shares|bonds?|stake|stakes|minority|tickets|stock|products?|cars|phones|weapons|jets|on amazon|"
        r"online|drugs?|vaccines?|chips?|oil|gas|property|land|house|home|data|ads|ipo|debt|notes|through|via|"
        r"customers|"
        r"licen[cs]e|directly|exclusively|range|store|stores|supermarkets|retailers)\b",
    ),
    frame(  # "The bureau today ordered Acme to pay $21 million"
        K.REGULATORY,
        "ordered orders directs directed told tells fined fines instructs instructed forces forced requires required",
        rf"\b{_BODY}\b[^;:]{{0,60}}? (?:has |have |today |yesterday )?(?:order(?:s|ed)|direct(?:s|ed)|t(?:ells|"
        rf"old)|instruct(?:s|"
        rf"ed)|forc(?:es|ed)|requir(?:es|ed)|compel(?:s|led)) {CAP}(?={NAME}(?: and {NAME})? to (?:pay|refund|"
        rf"stop|halt|"
        rf"suspend|cease|repay|compensate|recall|remove|change|sell|divest|withdraw|disclose|close|restrict|limit|"
        rf"hand))",
        Who.OBJECT,
        no=NOT_FIRMS,
    ),
    frame(  # "opened an antitrust investigation into potential collusion by Acme and Globex"
        K.REGULATORY,
        "investigation probe inquiry review investigations",
        rf"\b(?:investigation|probe|inquiry|review) (?:into|of|over|on) (?:[a-z][\w'’-]* ){{1,8}}?(?:by|at|of|"
        rf"against) {CAP}",
        Who.OBJECT,
        no=NOT_FIRMS + rf"|^(?!.*\b{_BODY}\b)|\b(?:internal|strategic) (?:investigation|probe|review)\b",
    ),
    frame(  # "cleared the acquisition of Globex by Acme", "granted clearance to the takeover of Globex by Acme"
        K.REGULATORY,
        "takeover acquisition purchase buyout merger deal bid",
        rf"\b(?:clear(?:s|ed|ance)|approv(?:es?|ed|al)|wav(?:es|ed) through|(?:green[- ]?light|okay|nod)(?:s|ed)?|"
        rf"blocks?|"
        rf"blocked|bars?|barred|prohibit(?:s|ed)|veto(?:es|ed)|rejects?|rejected)\b[^;:]{{0,50}}? (?:takeover|"
        rf"acquisition|purchase|"
        rf"buyout|merger) (?:of [^;:]{{2,80}}? )?by (?:the )?(?:[A-Z]?[a-z][\w.-]* ){{0,5}}?{CAP}(?!\w+-(?:based|"
        rf"owned))",
        Who.OBJECT,
        no=NOT_FIRMS.replace("|commission", "")
        + rf"|\b(?:shareholders?|investors|board)\b|^(?!.*\b(?:{_BODY}|EU|Brussels|antitrust|"
        r"China|India)\b)",
    ),
    frame(  # "FTC takes second look at Acme", "Regulators raise concerns over Acme's plans"
        K.REGULATORY,
        "look looks concern concerns scrutiny questions scrutinizing scrutinising scrutinizes",
        rf"\b{_BODY}\b[^;:]{{0,30}}? (?:(?:tak(?:es?|ing)|took|having) (?:an? )?(?:\w+ )?looks? at|(?:raise[sd]?|"
        rf"ha(?:s|ve|d)|voice[sd]?|"
        rf"express(?:es|ed)?) (?:\w+ )?(?:concerns?|questions|doubts|objections?) (?:over|about|to|with|on) "
        rf"(?:(?:the )?[a-z]+ (?:of )?){{0,3}}?|scrutini[sz](?:es|ed|ing|e) ){CAP}",
        Who.OBJECT,
        no=NOT_FIRMS,
    ),
    frame(  # "Acme's Canadian plans under government review"
        K.REGULATORY,
        "review scrutiny investigation",
        rf"(?P<v>(?:\w+ )?(?:plans?|deal|takeover|acquisition|merger|bid|practices|pricing|app|policies|business|"
        rf"contract) "
        rf"(?:is |are |comes? |put )?under (?:\w+ )?(?:{_BODY}|antitrust|regulatory|competition|federal|state|eu|"
        rf"uk|us)"
        rf"(?: \w+)? (?:review|scrutiny|investigation|probe))\b",
        Who.OWNER,
        no=NOT_FIRMS,
    ),
    frame(  # "Globex sealed a contract with Acme to supply it with cranes"
        K.CONTRACT_WIN,
        "contract order deal agreement contracts",
        rf"\b(?:contract|order|deal|agreement) with {CAP}(?={NAME} (?:to (?:supply|provide|equip|furnish) (?:it|"
        rf"them)\b|for the "
        rf"(?:supply|delivery|construction|installation|maintenance) of\b))",
        Who.OBJECT,
        no=NOT_FIRMS,
    ),
    frame(  # "Globex has contracted (with) Acme to build a network"
        K.CONTRACT_WIN,
        "contracts contracted contracting",
        rf"\b(?:contracts|contracted|contracting)(?: with)? {CAP}(?={NAME} (?:to|for)\b)",
        Who.OBJECT,
        no=NOT_FIRMS + r"|\bcontracted (?:covid|virus|disease)",
    ),
    frame(  # "Globex has chosen Acme's Pumpline platform"
        K.CONTRACT_WIN,
        "chosen chose chooses selects selected picks picked adopts adopted implements implemented deploys deployed",
        rf"\b(?:chosen|chose|chooses|select(?:s|ed)|pick(?:s|ed)|adopt(?:s|ed)|implement(?:s|ed)|deploy(?:s|ed)) "
        rf"(?=(?:the )?{NAME}['’]s? [^.;:]{{2,60}}?\b(?:platform|software|solution|system|suite|cloud|technology|"
        rf"service|network|"
        rf"tool|app|crm|erp)s?\b)",
        Who.OBJECT,
        no=NOT_FIRMS + r"|\b(?:users?|hackers?|attackers?|malware)\b",
    ),
    frame(  # "Acme enters into $105 million contract with Globex"
        K.CONTRACT_WIN,
        "contract contracts",
        rf"\b(?:enters?|entered)(?: into)? (?:an? |the )?(?:[\w-]+ ){{0,3}}(?:{_SUM} )(?:[\w-]+ ){{0,3}}contract\b",
        no=NOT_FIRMS + r"|\b(?:credit|loan|lease|purchase)\b",
    ),
)
