"""English frames of partners and products: two names before one verb, pacts by any noun, things that go on sale."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_PACT = (
    r"(?:partnerships?|alliances?|collaborations?|tie-?ups?|joint[- ]ventures?|jvs?|pacts?|"
    r"accords?|mous?|memorand(?:um|a)|co-?operation|(?:content|data|research|development|discovery|"
    r"distribution|marketing|technology|licen[cs]ing|gene-editing|antibody|"
    r"drug|vaccine|robotaxi|battery|hydrogen|streaming|commerce|payments?|integration|reseller|"
    r"referral|co-marketing|co-development|strategic|spectrum-sharing|sharing|commercial|"
    r"manufacturing|ai|cross-licen[cs]ing) (?:\w+[- ]){0,2}(?:deals?|agreements?|pacts?))"
)
_NEVER = (
    r"\b(?:funding|series [a-k]|acqui\w+|takeover|merger|contract|lawsuit|ministers?|president|"
    r"countries|nations|peace|trade (?:deal|pact|partnership)|bilateral|free trade|eu deepen|"
    r"sponsor\w*|player|layoffs|settlement|defen[cs]e pact|nato|library|"
    r"law firm|new partners|union|strike|reading|charity|couple|film|album|band|football|cricket|"
    r"rugby|scrap(?:s|ped)?|how to|why|lessons)\b"
)
_SOLD = (
    r"(?:(?:is |are |now )+(?:here|live|available|out|open|on sale|shipping|rolling out)|goes? "
    r"(?:live|on sale|ga)|went (?:live|on sale)|go(?:es)? into (?:general availability|production|"
    r"public beta)|hits? (?:general availability|ga|the market|shelves|stores|"
    r"public beta|1\.0)|(?:now )?(?:lets|supports|works with|speaks|runs on|comes (?:to|with)|"
    r"arrives?|ships|rolls out|launches|debuts|exits beta|leaves beta|enters (?:public )?(?:beta|"
    r"preview)|reaches general availability))"
)

ALLIES: tuple[Frame, ...] = (
    frame(
        K.PARTNERSHIP,
        "pool trial test pilot share explore bring offer build develop create link connect swap market "
        "distribute produce manufacture launch join work form set lead agree ink rework extend renew "
        "deepen expand unveil open strike combine integrate jointly",
        r"(?:,| and| &) (?:(?-i:[A-Z])[\w.&'’+-]* ?){1,4}\b(?:to |will |to jointly |jointly |agree to |"
        r"join forces to |plan to |set to )(?:pool|trial|test|pilot|share|explore|offer|build|develop|"
        r"co-develop|create|link|connect|swap|market|distribute|"
        r"produce|manufacture|form|work|combine|integrate|jointly|set up|join|collaborate|bring|launch "
        r"(?:joint|co-\w+)|establish|deploy|advance|accelerate|unite|partner|team)\b",
        no=_NEVER + r"|\b(?:raises?|raised|from (?-i:[A-Z])\w+|led by|jobs|cut|close|report|earnings|results|plead|"
        r"testify|court|strike|raise|vote|war|separate|merge)\b",
    ),
    frame(
        K.PARTNERSHIP,
        "partnership alliance collaboration tie-up tie-ups venture jv pact accord mou deal agreement "
        "cooperation co-operation memorandum licensing deals agreements",
        rf"\b(?:sign(?:s|ed)?|ink(?:s|ed)?|strik(?:es?)|struck|seal(?:s|ed)?|clinch(?:es|ed)|"
        rf"secur(?:es|ed)|land(?:s|ed)|announc(?:es?|ed)|form(?:s|ed)?|forg(?:es?|ed)|enter(?:s|"
        rf"ed)?(?: into)?|reach(?:es|ed)?|agree(?:s|d)?(?: to| on)?|extend(?:s|ed)?|expand(?:s|ed)?|"
        rf"renew(?:s|ed)?|"
        rf"rework(?:s|ed)?|deepen(?:s|ed)?|strengthen(?:s|ed)?|finali[sz](?:es?|ed)|unveil(?:s|ed)?|"
        rf"pen(?:s|ned)|establish(?:es|ed)?|begins?|launch(?:es|ed)?|pays? [^.;:,]{{1,40}} in|joins?|"
        rf"open(?:s)? [^.;:]{{1,40}} with) [^.;:]{{0,60}}?\b{_PACT}\b[^.;:]{{0,40}}? (?:with|"
        rf"alongside) (?:the )?(?=(?-i:[A-Z]))",
        no=_NEVER,
    ),
    frame(
        K.PARTNERSHIP,
        "partnership alliance collaboration tie-up venture jv pact accord mou cooperation deal agreement",
        rf"\b(?:and|,|&) (?:(?-i:[A-Z])[\w.&'’+-]* ?){{1,4}}\b(?P<v>sign|ink|strike|seal|announce|form|"
        rf"forge|enter|reach|agree(?: to| on)?|extend|expand|renew|rework|deepen|strengthen|"
        rf"finali[sz]e|unveil|pen|establish|launch|open|begin|lead)\b [^.;:]{{0,80}}?\b{_PACT}\b",
        no=_NEVER,
    ),
    frame(
        K.PARTNERSHIP,
        "deepen deepens strengthen strengthens ties relationship expand expands",
        r"\b(?:deepen(?:s|ed)?|strengthen(?:s|ed)?|expand(?:s|ed)?|tighten(?:s|ed)?|broaden(?:s|ed)?) "
        r"(?:its |their |the |strategic |long-standing |\w+ ){0,3}(?:ties|relationship|links|alliance|"
        r"partnership|collaboration)\b",
        no=_NEVER + r"|\b(?:india|china|eu|us|uk|japan|russia)\b,? (?:and )?(?:\w+ )?deepen",
    ),
    frame(
        K.PARTNERSHIP,
        "tie-up partnership alliance collaboration pact venture deal",
        r"\b(?:strikes?|signs?|inks?|deepens?|expands?|extends?|renews?|forges?|seals?|announces?|"
        r"lands?|broadens?|strengthens?|unveils?) (?:its |an? |new |broader |multi-year )*"
        r"(?=(?-i:[A-Z])[\w&.+-]*(?: (?-i:[A-Z])[\w&.+-]*){0,2} (?:[\w-]+ )?(?:tie-up|partnership|"
        r"alliance|collaboration|pact|joint venture|deal to (?:bundle|offer|bring|integrate|distribute|"
        r"develop|co-\w+|jointly|market))\b)",
        no=_NEVER,
    ),
    frame(
        K.PARTNERSHIP,
        "leans teams links linking linked hooks joins joining works partnering partners ties allies "
        "sides cooperates combines picks turns taps pairs",
        r"\b(?:leans on|team(?:s|ed|ing)(?: up)? with|link(?:s|ed|ing) (?:up |arms )?with|hook(?:s|ed) "
        r"up with|join(?:s|ed) (?:up |forces |hands )?with|partner(?:s|ed|ing)(?: up)? with|(?:is|are|"
        r"now) (?:working|collaborating|cooperating|partnering) with|"
        r"all(?:ies|ied) with|pairs (?:up )?with|buddies up with|gets together with|joins in|"
        r"co-?operat(?:es|ed) with|combines forces with|picks up "
        r"(?=(?-i:[A-Z])[^.;:]{2,60}\b(?:alliance|partnership))) ?(?:the )?",
        no=_NEVER,
    ),
    frame(
        K.PARTNERSHIP,
        "in-licenses in-licences licenses out-licenses",
        r"\b(?:in-licen[cs](?:es|ed)|licen[cs](?:es|ed) (?:rights to )?)(?=\s?(?-i:[A-Z])[\w.-]*(?: "
        r"(?-i:[A-Z])[\w.-]*){0,2}['’])",
        no=_NEVER + r"|\b(?:fda|fca|regulator)\b",
    ),
    frame(
        K.PARTNERSHIP,
        "becomes named becoming partner distributor supplier reseller",
        r"\b(?:becomes?|named|becoming|is now|signs (?:on|up) as) (?:the |an? |its )?(?:(?:official|"
        r"exclusive|preferred|strategic|global|first|premier|gold|platinum|launch|authori[sz]ed|"
        r"[\w-]+-[\w-]+) )*(?:\w+ ){0,2}(?:partner|distributor|reseller) (?:of|for|to|in)\b",
        no=_NEVER + r"|\b(?:managing partner|general partner|as partner|senior partner|law|llp)\b",
    ),
)

_FAIR = (
    r"(?:ces|mwc|ifa|computex|nab|ise|himss|rsac?|re:invent|build|i/o|wwdc|gtc|iaa|automate|sema|"
    r"nrf|ibc|siggraph|black hat|asco|rsna|ecr|auto show|motor show|air ?show|trade (?:fair|show)|"
    r"developer conference|config)"
)

GOODS: tuple[Frame, ...] = (
    frame(
        K.PRODUCT_LAUNCH,
        "overhauls refreshes revamps updates upgrades expands lineup line-up range",
        r"\b(?:overhauls?|refresh(?:es)?|revamps?|updates?|upgrades?|rounds out|tops up) (?:its |the "
        r")?(?:[\w-]+ ){0,3}(?:line-?up|range|family|portfolio|series|flagships?|app) with\b",
        no=r"\b(?:executive|leadership|board|management|funding|stake|acqui\w+|store|office|team)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "adds gets brings packs boasts features ditches promises costs charges",
        r"(?<=\w)['’]s (?:new|latest|next-gen\w*|cheapest|entry-level) [^;:]{2,50}? (?:adds|gets|"
        r"brings|packs|boasts|features|ditches|promises|costs|charges)\b",
        Who.OWNER,
        no=r"\b(?:ceo|boss|chief|office|plant|factory|stores?|polic\w+|laws?|rules?|deal|plans?|"
        r"strateg\w+|fund|owner|headquarters|hires?|bid|offer|contract|lawsuit|album|film|book|season|"
        r"player|signing|president|minister|government|"
        r"tax|budget|data|report|results|jobs|hotel|airport|stadium)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "announces announced unveils reveals debuts introduces launches shows showcases demos previews presents",
        r"\b(?:announc(?:es|ed)|unveils?|reveals?|debuts|introduces|launches|teases) (?:the |its |"
        r"all-new |new )*(?=(?-i:[A-Z])[\w-]+ (?:(?-i:[A-Z])[\w-]+ ){0,2}(?:\d|v\d|(?:Pro|Mini|Max|"
        r"Ultra|Plus|Air|Neo|Lite|Edge|X|II|III|IV)\b))",
        no=r"\b(?:q[1-4]|h[12]|fy|20\d\d (?:results|outlook|guidance)|results|earnings|acqui\w+|ipo|"
        r"offering|series [a-k]|round|phase \d|funding|fund\b|partnership|deal|dividend|study|report|"
        r"lawsuit|season|film|album)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "ces mwc ifa computex nab ise himss rsa rsac wwdc gtc iaa automate sema nrf ibc siggraph rsna "
        "ecr show airshow fair conference config",
        rf"\b(?:announc(?:es|ed)|unveil(?:s|ed)|reveal(?:s|ed)|debut(?:s|ed)|introduc(?:es|ed)|"
        rf"launch(?:es|ed)|shows?(?: off)?|showcas(?:es|ed)|demos?|preview(?:s|ed)|present(?:s|ed)|"
        rf"brings|takes) [^.;:]{{3,80}}? (?:at|during|ahead of|to) (?:the )?(?:\w+ ){{0,2}}{_FAIR}\b",
        no=r"\b(?:keynote|how to|what to expect|best of|results|earnings|partnership|deal|data (?:from|"
        r"for)|trial|phase)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "here live available out sale shipping goes go hits now lets gets launches debuts arrives "
        "rolls exits enters supports works arrive ships reaches adds",
        rf"(?<=\w) (?:{_SOLD}(?= |$|\.|,|:)|is (?:its|the company['’]s) (?:first|latest|newest|"
        rf"cheapest|biggest|most|smallest|thinnest|fastest) )",
        Who.OWNER,
        no=r"\b(?:layoffs?|ceo|earnings|profits?|revenue|sales (?:rise|fall|drop|grow)|shares|stock|deal|"
        r"merger|probe|court|lawsuit|hacked|breach|ipo|funding|round|results|review|film|album|song|"
        r"series|season|book|tour|plant|factory|office|fund|contract|approval|fda|"
        r"strike|union|war|party|minister|president|government|team|players?|wife|son|daughter|house|"
        r"mansion|valuation|debut on|hands[- ]on|how to|why|vs\.?|trial|boss|founder|executive|bid|"
        r"offer)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "announced announces unveiled introduced launched announce introduces launching released",
        r"\b(?:announc(?:es|ed)|introduc(?:es|ed)|unveil(?:s|ed)|launch(?:es|ed)|releas(?:es|ed)|"
        r"debuts) (?:the )?(?-i:[A-Z])[\w™®+.-]*(?: [\w™®+.-]+){0,5}, (?:an?|the|its) (?:new |first |"
        r"next-\w+ |latest |industry-first |industry's |ai-\w+ |free |open[- ]source |[\w-]+ )"
        r"{0,6}(?:services?|platform|software|tools?|app|application|system|solution|product|suite|"
        r"assistant|agent|model|device|line|family|range|offering|engine|chip|processor|api|sdk|"
        r"feature|card|wallet|plan|marketplace|network|robot|drone|camera|printer|sensor|"
        r"laptop|phone|headset|car|suv|truck|van|vehicle|ring|watch|drug|therapy|test|kit)\b",
        no=r"\b(?:ceo|cfo|chief|president|funding|series [a-k]|round|acqui\w+|partnership|fund\b|plant|factory)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "gets get getting",
        r"\b(?:gets|is getting|now has|now gets) (?:an? |its (?:own )?)?(?:(?:new|built-in|native|ai|"
        r"ai-powered|smarter|redesigned|better|faster|dedicated|web|desktop|mobile|dark|voice|video|"
        r"group|offline|advanced|in-app) )+(?:\w+ )?(?:features?|mode|assistant|search|app|tools?|"
        r"interface|widgets?|updates?|design|chatbot|agents?|calls?|chats?|player|editor|tab|inbox|"
        r"controls?|option|support|summaries|avatars)\b",
        no=r"\b(?:ceo|boss|chief|approval|funding|deal|contract|owner|probe|city|town|mayor|school|park)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "drops dropped ships shipped releases lifts pulls takes teases readies preps reveals brings "
        "rolls debuts unwraps",
        r"\b(?:drops|ships|lifts (?:the )?(?:lid|veil|curtain) on|pulls (?:back )?the (?:wraps|curtain|"
        r"covers) (?:off|on|from)|takes (?:the )?(?:wraps|covers) off|peels back the covers on|shows off|"
        r"whips the covers off|raises the curtain on|puts on sale|starts (?:selling|shipping|taking "
        r"orders for)|"
        r"opens (?:pre-?orders|reservations|orders) for|begins (?:selling|shipping|deliveries of)) "
        r"(?=(?-i:[A-Z])|(?:an? |the |its |new |first |next |latest |redesigned ))",
        no=r"\b(?:bid|plans?|merger|lawsuit|case|charges?|deal|opposition|out|guidance|ceo|film|trailer|"
        r"album|single|song|hints|bond|stake|shares|oil|jobs|talks|container|profit|results|stadium|"
        r"exhibit\w*)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "launch release unveil introduce roll ship debut",
        r"\b(?:to|will|plans to|set to) (?:launch|release|unveil|introduce|roll out|ship|debut|start "
        r"selling|begin selling|bring out) (?:an? |the |its |new |first |next |own |cheaper |their "
        r")*(?!(?:ipo|bid|offer|probe|fund|investigation|review|legal|takeover|offering|satellites?|"
        r"rocket|mission|campaign|"
        r"strike|inquiry|appeal|joint|operations|in|data|memo|report|results|details|plan|plans)\b)(?=[\w-]+)",
        status=Status.PLANNED,
        no=r"\b(?:ipo|offering|probe|fund\b|investigation|films?|series|albums?|satellites?|rocket|"
        r"mission|spacecraft|plant|factory|office|stores?|hostages?|prisoners?|documents|files|report|"
        r"results|initiative|inquiry|study|jobs|venture|bonds?|buyback|partnership|campaign|strike|"
        r"lawsuit|"
        r"funding|raises?|contract|data|route|routes|flights|accelerator)\b",
    ),
)
