"""English frames of products that are shown, opened, freed and spotted, and of markets entered with them."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_THING = (
    r"(?:apps?|services?|platforms?|tools?|software|features?|models?|assistants?|agents?|chatbots?|bots?|phones?|"
    r"smartphones?|tablets?|laptops?|notebooks?|pcs?|watch(?:es)?|smartwatch(?:es)?|ring|glasses|headsets?|"
    r"headphones?|"
    r"earbuds|speakers?|tvs?|consoles?|cameras?|drones?|robots?|robotaxis?|cars?|suvs?|evs?|trucks?|vans?|pick-?ups?|"
    r"scooters?|bikes?|motorcycles?|sedans?|hatchback|chips?|processors?|gpus?|cpus?|accelerators?|servers?|switch|"
    r"routers?|modems?|sensors?|printers?|batter(?:y|ies)|engines?|search|browser|api|sdk|database|language|os|"
    r"operating system|cloud|tiers?|plans?|subscriptions?|cards?|accounts?|wallets?|loans?|mortgages?|insurance|"
    r"pensions?|savings|stablecoins?|tokens?|etfs?|marketplace|store|kit|suite|line|range|line-?up|family|"
    r"series|"
    r"version|edition|variants?|update|upgrade|mode|button|filters?|emoji|widgets?|design|redesign|feed|ads?|games?|"
    r"device|gadget|machine|drill|drug|therapy|vaccine|test|burger|drink|snack|menu|coffee|beer|shoes?|sneakers?|"
    r"collection|products?|solutions?|system|technology|foldables?|wearables?|hubs?|displays?|monitors?|keyboards?)"
)
_ADJ = (
    r"(?:an? |the |its |all-new |all-electric |new |first |first-ever |next |next-gen(?:eration)? |latest |cheaper |"
    r"cheapest |thinner |lighter |smaller |bigger |faster |smarter |free |paid |premium |low-cost |budget |"
    r"entry-level |"
    r"flagship |electric |hybrid |foldable |wireless |smart |ai |ai-powered |ad-supported |ad-free |redesigned |"
    r"revamped |"
    r"upgraded |updated |improved |own |in-house |custom |dedicated |mini |rival |long-awaited |much-anticipated |"
    r"two |"
    r"three |four |five |more |open[- ]source |generative |digital |mobile |online |self-driving |autonomous |"
    r"\w+-\w+ )"
)
_NEVER = (
    r"\b(?:ipo|funding|series [a-k]|round|fund\b|probe|investigation|takeover|bid for|lawsuit|film|trailer|movie|"
    r"album|"
    r"song|novel|memoir|season \d|episode|satellites?|rocket|missiles?|mission|spacecraft|probe|store in|stores|plant|"
    r"factory|office|partnership|joint venture|contract|hostages?|prisoners?|documents|records|results|revenue|profit|"
    r"layoffs|jobs|ceo|cfo|chief|boss|president|minister|government|party|mayor|council|review|hands[- ]on|how to|why|"
    r"vs\.?|best|deals?:|discount|% off|festival|exhibit\w*|museum|zoo|team|coach|player|campaign|breach|hacked|"
    r"leaked "
    r"memo|bonds?|buyback|dividend|stake|tariffs?|law|bill|rules|policy|strike|war|study|report|survey|concert|"
    r"tour|telescope|nasa|scientists?|images? of)\b"
)

DEBUTS: tuple[Frame, ...] = (
    frame(  # "Acme just created its own watch"
        K.PRODUCT_LAUNCH,
        "created built made developed designed",
        rf"\b(?:(?:has|have|just|now) )+(?:created|built|made|developed|designed) (?:its|their) (?:very )?own "
        rf"(?:[\w-]+ )"
        rf"{{0,3}}?{_THING}\b",
        no=_NEVER,
    ),
    frame(  # "Acme takes wraps off thinner tablet", "Acme reveals all-electric Anvil"
        K.PRODUCT_LAUNCH,
        "takes taken lifts pulls reveals revealed shows showed unwraps whips peels unboxes uncovers touts readies "
        "parades "
        "displays",
        rf"\b(?:(?:takes?|took|taken|lifts?|lifted|pulls?|pulled|whips?|peels?) (?:back )?(?:the )?(?:wraps?|lid|veil|"
        rf"covers?|"
        rf"curtain) (?:off|on|from|back on)(?: of)?|reveals?|revealed|shows?(?: off)?|showed off|uncovers?|parades?|"
        rf"displays?) "
        rf"(?:{_ADJ})+(?=[\w-])",
        no=_NEVER + r"|\b(?:plans?|strategy|identity|details|secrets?|signs?|how|data|figures|truth|interest|"
        r"losses)\b",
    ),
    frame(  # "Acme tests new feed", "Acme prepares new tablet", "Acme plans cheaper phone", "Acme teases foldable"
        K.PRODUCT_LAUNCH,
        "tests testing trials trialling pilots piloting prepares preparing preps readies plans planning teases teased "
        "develops developing builds building makes making creates designs eyes plots hints confirms previews",
        rf"\b(?:(?:is |starts |begins )?(?:test(?:s|ing)|trial(?:s|ling)|pilot(?:s|ing))|prepar(?:es|ing)|prep(?:s|"
        rf"ping)|read(?:ies|ying)|plan(?:s|ning)(?: to (?:make|build|sell|offer|release))?|teas(?:es|ed|ing)|"
        rf"(?:is )?(?:develop(?:s|ing)|build(?:s|ing)|mak(?:es|ing)|creat(?:es|ing)|design(?:s|ing)|working on)|plots|"
        rf"hints at|confirms|previews) (?:{_ADJ})+(?:[\w-]+ ){{0,3}}?{_THING}\b",
        status=Status.PLANNED,
        no=_NEVER + r"|\b(?:demand|history|money|hq|headquarters|workforce|expansion)\b",
    ),
    frame(  # "Acme open-sources its compiler", "Acme makes chatbot free", "Acme revives brand with new phone"
        K.PRODUCT_LAUNCH,
        "open-sources open-sourced opensources source sources open revives brings resurrects relaunches refreshes "
        "revamps expands widens extends rounds adds offers gives lets makes",
        rf"\b(?:open[- ]?sourc(?:es|ed)|(?:reviv(?:es|ed)|resurrects|refresh(?:es|ed)|revamp(?:s|ed)|expand(?:s|ed)|"
        rf"widen(?:s|ed)|extend(?:s|ed)|rounds out|broaden(?:s|ed)|complet(?:es|ed)) (?:its |the |popular |iconic "
        rf")*(?:[\w+-]+ "
        rf")"
        rf"{{0,4}}?(?:lines?|line-?up|range|family|portfolio|series|brand|offering|catalog(?:ue)?|menu|suite|"
        rf"collection|app|"
        rf"platform|design)(?: with\b|$|,| as| for| to| ahead)|(?:offers?|gives?) (?:{_ADJ})*{_THING} (?:to|for) |"
        rf"makes? "
        rf"(?:{_ADJ})*(?:[\w-]+ ){{0,2}}(?:free|available|public)\b)",
        no=_NEVER
        + r"|\b(?:leadership|board|capacity|footprint|presence|production|workforce|coverage|discounts?|refunds?|"
        r"compensation|apolog\w+|shares|stock|loan facility)\b",
    ),
    frame(  # "Acme's new model can control your PC", "Acme's cheapest car yet revealed"
        K.PRODUCT_LAUNCH,
        "new latest next first cheapest newest fastest upcoming",
        rf"(?<=\w)['’]s? (?:{_ADJ})*(?:new|latest|next(?:-gen\w*)?|newest|upcoming|cheapest|fastest|first) "
        rf"(?:[\w+.-]+ )"
        rf"{{0,4}}?(?:{_THING}(?: [A-Z0-9][\w.]*)? )?(?:yet )?(?:can|could|will|lets?|helps?|turns?|makes?|gives?|"
        rf"offers?|"
        rf"uses?|runs?|aims?|promises|wants?|takes?|tracks?|works?|revealed|unveiled|launched|announced|arrives?|"
        rf"debuts?|lands?|leaks?|leaked|spotted|breaks cover|breaks) ",
        Who.OWNER,
        no=_NEVER + r"|\b(?:headquarters|hq|data cent\w+|strategy|owner|era|chapter|challenge|problem|hire|"
        r"approach)\b",
    ),
    frame(  # "Acme Anvil 2 announced with June release", "Acme Anvil 1.0 Now Generally Available"
        K.PRODUCT_LAUNCH,
        "announced unveiled revealed launched introduced released available here comes arrives launches debuts lands "
        "rolls ships goes exits hits gets gains adds leaks leaked spotted teased",
        r"(?<=\w) (?=(?-i:[A-Z0-9])[\w.+-]*(?: (?-i:[A-Z0-9])[\w.+-]*){0,3},? (?:is |are |now |officially |"
        r"finally |just |will "
        r"be )*(?:announced|unveiled|revealed|launched|introduced|generally available|available|here\b|coming "
        r"(?:to|in|on)|"
        r"comes? to|arriv(?:es?|ing)|launches|debuts?|lands? (?:on|in)|rolls out|ships|goes (?:on sale|live|"
        r"official|global)|"
        r"exits beta|hits (?:stores|shelves|the market)|leaks?|leaked|spotted|teased|breaks cover)"
        r"(?:$|,|;| (?:in|with|for|at|on|as|to|beta|from|ahead|after|by|now|worldwide|globally|next|this|today)\b))",
        Who.BEFORE,
        no=_NEVER + r"|\b(?:data|source code|passwords|customers|emails|dead|winners?|nominees|shares|stock|to launch "
        r"(?:ipo|bid)|show|tour|baby|wedding|engagement)\b",
    ),
    frame(  # "Acme+ is here", "Acme Anvil app comes to Mac"
        K.PRODUCT_LAUNCH,
        "here comes app live",
        r"(?<=\w)(?:['’]s)? (?=(?:(?-i:[A-Z])[\w+.-]*\+? )?(?:[\w+-]+\+? ){0,2}(?:is (?:now |finally )?here\b|"
        r"comes? to "
        r"(?:the )?(?:mac|windows|android|ios|iphone|ipad|web|linux|xbox|playstation|switch|ps5|apple|teams|slack|"
        r"chrome|"
        r"desktop|beta|europe|uk|us|canada|india|australia|japan)\b))",
        Who.BEFORE,
        no=_NEVER + r"|\b(?:winter|summer|spring|autumn|future|recession|crisis|season)\b",
    ),
    frame(  # "Acme: new app for nurses", "Acme at CES: new headset"
        K.PRODUCT_LAUNCH,
        "new latest first",
        rf"(?: at [\w ]{{2,20}})?\s?[:–—|] (?:an? |the |our )?(?:new|latest|all-new|first|smaller|cheaper) "
        rf"(?:[\w-]+ ){{0,3}}?"
        rf"{_THING}(?: (?:for|with|to|that|in|from|now|available)\b|$)",
        Who.BEFORE,
        no=_NEVER + r"|^(?:report|exclusive|watch|live|breaking|analysis|opinion|first look|video)\b",
    ),
    frame(  # "Acme enters smartwatch market with Anvil", "Acme joins AI race with chatbot", "Acme takes on Globex with"
        K.PRODUCT_LAUNCH,
        "enters enter joins jumps takes challenges wades dives muscles moves pushes steps returns targets rivals "
        "enters counters answers storms breaks gets",
        rf"\b(?:(?:enters|joins|jumps (?:in)?to|wades into|dives into|muscles into|moves into|pushes into|steps into|"
        rf"returns to|breaks into|storms|gets into|takes aim at) (?:the )?(?:[\w-]+ ){{0,4}}?(?:market|race|fray|"
        rf"battle|wars?|"
        rf"business|segment|space|arena|field|game|ai|sector|category) with|(?:jumps (?:in)?to|wades into|dives into) "
        rf"(?:\w+ ){{1,2}}with|(?:takes on|challenges|counters|rivals|targets|takes aim at|answers|goes after) "
        rf"(?:the )?"
        rf"(?:(?-i:[A-Z])[\w.-]* ?|rivals? |and ){{1,5}}with) (?:{_ADJ})*(?:[\w+.-]+ ?){{1,3}}",
        no=_NEVER + r"|\b(?:acqui\w+|deal|purchase|investment|buyout|merger|expansion|headset maker)\b",
    ),
    frame(  # "Introducing Anvil AI from Acme", "Announcing Anvil 2.0 from Acme"
        K.PRODUCT_LAUNCH,
        "introducing announcing meet presenting unveiling",
        r"^(?:introducing|announcing|presenting|unveiling|meet|say hello to) (?:the )?[^:;]{2,60}?(?: from|, by|"
        r",? from| by) "
        r"(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "Introducing Acme's new search", "Meet Anvil, Acme's new robot", "First look: Acme's new tablet"
        K.PRODUCT_LAUNCH,
        "introducing announcing meet presenting look hello",
        rf"^(?:introducing|announcing|presenting|first look(?: at)?:?|meet|say hello to|hands up for) (?:the "
        rf")?(?:[\w+.-]+ ?)"
        rf"{{0,4}}?(?:, )?(?=(?-i:[A-Z])[\w&.-]*(?: (?-i:[A-Z])[\w&.-]*){{0,2}}['’]s? (?:{_ADJ})+(?:[\w-]+ "
        rf"){{0,3}}?{_THING})",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "New Acme app helps nurses", "New from Acme: a smaller drill"
        K.PRODUCT_LAUNCH,
        "new latest",
        rf"^(?:new|latest) (?:from |by )?(?=(?-i:[A-Z])[\w&.-]*(?: (?-i:[A-Z])[\w&.-]*)?(?::| (?:[\w-]+ "
        rf")?{_THING} (?:will|"
        rf"lets|helps|aims|turns|makes|can|gives|offers|brings|launches|promises|uses|tracks|adds)\b))",
        Who.OBJECT,
        no=_NEVER,
    ),
)
