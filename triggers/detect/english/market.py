"""English frames of products, partners and orders."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

MARKET: tuple[Frame, ...] = (
    frame(
        K.PRODUCT_LAUNCH,
        "introducing announcing meet presenting unveiling launching",
        r"^(?:introducing|announcing|presenting|unveiling|launching|meet)\b [^:;]{2,60}?[:,–—-] (?:the |an? "
        r")?(?=(?:(?-i:[A-Z])[\w&.-]+ "
        r"?){1,3}['’]s\b)",
        Who.OBJECT,
        no=r"\b(?:funding|series [a-k]|ceo|fund|partnership)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "release releases launch launches unveil unveils debut introduce introduces",
        r"(?<=(?-i:[a-z]))\s(?=(?:release|launch|unveil|debut|introduce|roll out|open-source) (?:an?|the|new|first|"
        r"their|free)\b)",
        no=r"\b(?:fund|probe|joint venture|initiative|programme|program|study|report|bid|data|talks|investigation|to "
        r"(?:release|launch)|hacked|stolen|claim|statement|film|album|single)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "premieres previews unwraps pilots wraps curtain live availability available brings market expands adds "
        "lineup line-up",
        r"\b(?:premieres|previews|unwraps|pilots|takes the wraps off|pulls (?:back )?the (?:curtain|wraps) (?:off|on)|"
        r"goes live "
        r"with|announces (?:general )?availability of|makes [\w ]{2,30} (?:generally )?available|brings [\w ]{2,30} "
        r"to (?:market|"
        r"android|ios|iphone|the web|windows|mac)|expands (?:its )?(?:\w+ ){0,3}(?:line-?up|portfolio|range|suite|"
        r"platform|"
        r"offering) with|adds (?:new|ai|support) )",
        no=r"\b(?:fund\b|probe|investigation|takeover|bid for|lawsuit|offering|campaign|series [a-k]|funding|film|"
        r"trailer|movie|"
        r"album|book|satellite|rocket|missile|initiative|programme|foundation|scholarship|jobs|review|legal|strategic "
        r"plan|buyback|podcast|"
        r"contract|permission|futures|month|plan to|deal to|stake|plant|office|factory|store in|stores|data cent\w+|"
        r"partnership|joint|results|report|study|survey|round|offer)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "leaked leak leaks spotted rumor rumour renders images teaser reveal show",
        r"\b(?:leak(?:ed|s)?|images?|renders?|photos?|teaser|trailer|spec(?:s)?|filing) (?:\w+ )?(?:show(?:s)?|"
        r"reveal(?:s)?|hint(?:s)? "
        r"at|point(?:s)? to|tease(?:s)?) ",
        Who.OBJECT,
        Status.RUMOURED,
        no=r"\b(?:data|breach|memo|emails|passwords|customers|documents)\b",
    ),
    frame(
        K.PARTNERSHIP,
        "licenses licences license licensed licensing",
        r"\b(?:(?:out-?|in-?)?licen[sc]e[sd]?) (?!plate)[^,;:]{2,60}? (?:to|from) (?:[\w]+['’]s )?",
        no=r"\b(?:court|fda|regulator|bank licen|driv\w+|ban|liquor|central bank|licen[sc]ed to (?:sell|operate|"
        r"run))\b",
    ),
    frame(
        K.PARTNERSHIP,
        "partnership partners alliance collaboration venture tie-up collaborate mou pact teams hands forces agreement "
        "cooperation leverages integrates integration jointly together",
        r"\b(?:announc(?:e|es|ed)|sign(?:s|ed)?|ink(?:s|ed)?|form(?:s|ed)?|forg(?:e|es|ed)|str(?:ike|ikes|uck)|"
        r"enter(?:s|ed)?(?: "
        r"into)?|launch(?:es|ed)?|expand(?:s|ed)?|extend(?:s|ed)?|deepen(?:s|ed)?|renew(?:s|ed)?|seal(?:s|ed)?|"
        r"unveil(?:s|ed)?|agree"
        r"(?:s|d)?|establish(?:es|ed)?|creat(?:e|es|ed)|ties? up|tied up|buddies up|pairs? (?:up )?|hooks up|links up|"
        r"works|"
        r"joins (?:hands|forces)|leverages?|integrat(?:es|ed)) (?:[^.;:]){0,60}?\b(?:with|and) (?=(?-i:[A-Z]))",
        no=r"\b(?:funding|series [a-k]|acqui\w+|contract|lawsuit|ceo|minister|president|countries|peace|trade deal|"
        r"merger|"
        r"sponsor\w*|order|round|player|loan|layoffs|with (?:us|china|india|iran|eu|russia|uk)\b|settlement|app|"
        r"feature)\b"
        r"|^(?!.*\b(?:partnership|alliance|collaborat\w+|venture|tie-up|mou|pact|agreement|cooperation|forces|hands|"
        r"up with|"
        r"works with|leverages?|integrat\w+|memorandum|deal)\b)",
    ),
    frame(
        K.PARTNERSHIP,
        "strike sign ink reach seal forge form announce extend expand agree",
        r"\band (?:(?-i:[A-Z])[\w.&'’-]* ){1,4}(?P<v>strike|sign|ink|reach|seal|forge|form|announce|extend|expand|"
        r"agree(?: on)?|agree to) "
        r"[^.;:]{0,50}?\b(?:deal|agreement|pact|alliance|partnership|tie-up|collaboration|mou|accord)\b",
        no=r"\b(?:merger|trade|peace|ceasefire|nuclear|debt|loan|takeover|acquisition|president|minister|us and|china|"
        r"iran|eu and|union|russia)\b",
    ),
    frame(
        K.PARTNERSHIP,
        "partners partnered becomes named",
        r"\bpartner(?:s|ed|ing)? (?!with\b)(?=(?-i:[A-Z])[^.;:]{2,40}? (?:for|to|on|in)\b)|\b(?:becomes|named|is) "
        r"(?:the |an? )?(?:official|"
        r"exclusive|preferred|strategic|global) (?:\w+ ){0,3}(?:partner|provider|sponsor) (?:of|for|to)\b",
        no=r"\b(?:sponsor|football|league|club|law firm|general partner|managing partner|as partner|fund)\b",
    ),
    frame(
        K.PARTNERSHIP,
        "leverages leverage adopts uses",
        r"\b(?:leverag(?:es|ing)|builds on|standardi[sz]es on) (?=(?-i:[A-Z])[^.;:]{2,50}? to )",
    ),
    frame(
        K.CONTRACT_WIN,
        "awarded wins won secures lands bags nets clinches scores receives gets selected chosen picked tapped",
        r"\b(?:awarded|granted|handed|given|named|wins?|won|winning|secur(?:es|ed)|lands?|landed|bags|bagged|nets|"
        r"clinch(?:es|ed)|"
        r"scor(?:es|ed)|receiv(?:es|ed)|gets|nabs|snags|snares|earns|captures|books|picks up|notches|seals|inks) "
        r"(?:\S+ ){0,9}?"
        r"(?:contracts?|orders?|tender|task order|framework|mandate|deal to (?:supply|provide|build|deliver|manage|"
        r"run|upgrade)|"
        r"idiq|blanket purchase agreement|bpa|purchase order|subcontract|contract award)\b",
        no=r"\b(?:player|coach|season|striker|court order|restraining|executive order|gag order|funding|series [a-k]|"
        r"record deal|"
        r"book deal|film|rookie|quarterback|union|workers|labor contract|wage)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "awarded selected chosen named",
        r"(?:, )?\b(?:(?:is )?(?:part|one) of|among|one of) (?:[\w-]+ ){0,3}?(?:companies|firms|vendors|contractors|"
        r"suppliers|team|"
        r"bidders|winners|awardees) (?:[\w-]+ ){0,3}?(?:awarded|selected|chosen|picked|named)\b",
        Who.BEFORE,
        no=r"\b(?:list of|best|fastest|top|award for|awards?\b|accelerator|cohort|programme|program)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "contract deal agreement order",
        r"\bto (?!(?:buy|acquire|sell|merge)\b)\w+ [^.;:]{2,60}? (?:under|in|as part of) (?:an? |new |its "
        r")?(?:[$€£]\s?[\d.,]+\s?\w* )?"
        r"(?:[\w-]+ ){0,3}(?:contract|order|framework)\b",
        no=r"\b(?:players?|coach|union|workers|ceo|lease|labor)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "equip supply",
        r"\bto (?:equip|supply|outfit|arm|furnish) [^.;:]{3,50}? with\b",
        no=r"\b(?:government to|aid|ukraine|students|households)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "supply deliver provide build equip power supplies delivers equips build",
        r"\b(?:to|will) (?:supply|deliver|provide|equip|build|manufacture|furnish|ship) (?:up to |over |more than |"
        r"another |an "
        r"additional )?(?:\d[\d,.]*|hundreds of|thousands of|dozens of)\b[^.;:]{2,60}? (?:to|for) (?:the )?(?=\S)",
        no=r"\b(?:jobs|homes|ukraine|aid|government to|free|students|households|plant|factory|meals|vaccines? to)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "picks pick selects select chooses chose taps hires names awards selected picked contracts appoints engages "
        "commissions",
        r"\b(?:picks|picked|selects|selected|chooses|chose|awards|engages|commissions|enlists|"
        r"turns to|goes "
        r"with|opts for) (?=[^.;:]{2,50}? (?:for|to (?:supply|build|provide|power|run|handle|deliver|develop|manage|"
        r"moderni[sz]e|"
        r"host|design|operate|implement|upgrade|replace))\b)",
        Who.OBJECT,
        no=r"\bfor (?:\S+ ){0,4}(?:headquarters|hq|plant|facility|hub|offices?|site|campus|factory|"
        r"gigafactory|expansion)\b|\bas (?:the )?(?:site|home|base)\b|"
        r"\b(?:ceo|cfo|coo|cto|"
        r"chief|president|chair\w*|director|head of|executive|veteran|advis[eo]rs?|banks? for|ipo|site|"
        r"city for|nominee|running mate|candidate|jury|voters|team for|investors?|squad|partner for)\b",
    ),
)
