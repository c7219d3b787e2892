"""English frames of goods shown, sold and added to a range, and of what firms share, pool and are given rights to."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NOT_FIRMS, SUM
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_GOODS = (
    r"(?:phones?|smartphones?|handsets?|tablets?|laptops?|screens?|displays?|televisions?|tvs?|watch(?:es)?|"
    r"smartwatch(?:es)?|"
    r"headphones|earbuds|speakers?|cameras?|consoles?|headsets?|robots?|drones?|cars?|vans?|trucks?|lorr(?:y|ies)|"
    r"tractors?|"
    r"buses|bikes?|e-bikes?|scooters?|motorbikes?|motorcycles?|suvs?|sedans?|saloons?|hatchbacks?|pickups?|"
    r"models?|engines?|"
    r"motors?|batter(?:y|ies)|chargers?|chips?|processors?|servers?|printers?|press|presses|machines?|scanners?|"
    r"sensors?|"
    r"drills?|saws?|ovens?|kettles?|fridges?|vacuums?|apps?|features?|services?|platforms?|tools?|software|"
    r"systems?|browsers?|"
    r"assistants?|chatbots?|wallets?|cards?|burgers?|beers?|lagers?|ales?|whisk(?:y|ies)|whiskeys?|gins?|vodkas?|"
    r"wines?|drinks?|"
    r"coffees?|teas?|snacks?|crisps|chocolates?|biscuits?|bars?|yogh?urts?|cheeses?|cereals?|sauces?|milks?|ice "
    r"creams?|pizzas?|"
    r"sandwich(?:es)?|meals?|shampoos?|creams?|perfumes?|shoes?|trainers|sneakers|jackets?|jeans|toys?|paints?|"
    r"inks?|coatings?|"
    r"tyres?|boards?|panels?|modules?|films?|labels?|pods?|capsules?|kits?|packs?|ferr(?:y|ies)|boats?|planes?|"
    r"aircraft|jets?)"
)
_W = r"(?:[\w'’&.+-]+ ){0,6}?"
_NO = (
    NOT_FIRMS
    + r"|\b(?:review|hands-on|recall\w*|flaw|bug|lawsuit|probe|rumou?rs? say|how to|tips|deals?:|discount|stake|"
    r"shares|bonds?|plant|factory|store|film premiere|season|episode|song|museum|exhibition|fashion show|"
    r"contract|order)\b"
)
_SHARED = (
    r"(?:networks?|research|data|capacity|technolog(?:y|ies)|resources|know-?how|infrastructure|slots|platforms?|parts|"
    r"facilities|expertise|routes|stations|towers|patents|lounges|codes|engines?|components|distribution|costs)"
)
_NO_PACT = (
    NOT_FIRMS
    + r"|\b(?:film|tv|television|broadcast\w*|naming|image|voting|human|civil|mineral|mining|land|water|fishing|bill|"
    r"subscription|workers['’]?|acqui\w+|takeover|merger|buyout|stake|shares|lawsuit|sues?|sued|venture capital|"
    r"ends?|ended|quits?|exits?|terminat\w+|prize|award)\b"
)

WARES: tuple[Frame, ...] = (
    frame(  # "Acme shows off folding screen", "Acme puts new flagship phone on sale"
        K.PRODUCT_LAUNCH,
        "shows showed off wraps lid covers sale shelves teasing teases",
        rf"\b(?:(?:shows?|showed|showing) off (?:an? |its |the )?{_W}{_GOODS}|(?:takes?|took|pulls?|pulled|lifts?|"
        rf"lifted) (?:the )?"
        rf"(?:wraps|covers|lid|curtain) (?:off|on|from)|puts? (?:its |a |the )?{_W}{_GOODS} on sale|(?:is |are "
        rf")?teas(?:es|ing) "
        rf"(?:an? |its |the )?{_W}(?:{_GOODS}|event for {_W}{_GOODS}))\b",
        no=_NO,
    ),
    frame(  # "Acme is offering a sliding door on its vans", "Acme will begin equipping its trucks with"
        K.PRODUCT_LAUNCH,
        "offering equipping fitting shipping selling",
        rf"\b(?:is now |is |will (?:begin|start) |begins |starts |has (?:begun|started) |to (?:begin|start) "
        rf")(?:offering|equipping|"
        rf"fitting|shipping|selling) (?:its |an? |the |new )*{_W}(?:{_GOODS}|option)\b",
        no=_NO + r"|\b(?:refunds?|jobs?|rewards?|voluntary|discounts|staff|employees|buyouts?|off)\b",
    ),
    frame(  # "Acme first to offer HD calls", "Acme expands range with plant-based burger"
        K.PRODUCT_LAUNCH,
        "first range line-up lineup menu portfolio collection family series",
        r"\b(?:(?:becomes |is |claims to be |be |become )?(?:the )?first (?:[\w-]+ ){0,5}?to (?:offer|launch|"
        r"introduce|sell|ship|bring "
        r"out)\b|(?:expands?|expanded|extends?|extended|broadens|grows|refreshes|completes|bolsters|adds to|"
        r"widens) (?:its |the |their )?"
        r"(?:[\w'’-]+ ){0,4}?(?:range|line-?up|menu|portfolio|collection|family|series|assortment) (?:with|by "
        r"adding) (?!(?:the "
        r")?(?:acquisition|purchase|takeover|deal|buy)\b))",
        no=_NO + r"|\b(?:acqui\w+|buys?|purchase|country|state|city|woman|man|bank to|countries)\b",
    ),
    frame(  # "Acme's 27-inch tablet is due this summer", "Acme's next tractor will be unveiled"
        K.PRODUCT_LAUNCH,
        "due unveiled debut shown sale",
        rf"(?<=['’]s )(?P<v>(?:[\w.-]+ ){{0,4}}?{_GOODS}[^;:,]{{0,30}}? (?:is|are|will be|to be|set to be|will|"
        rf"to) (?:due|"
        rf"unveiled|debut|shown|out|"
        rf"coming|launched|go on sale|goes on sale|revealed)\b)",
        Who.OWNER,
        no=_NO,
    ),
)

SHARED: tuple[Frame, ...] = (
    frame(  # "Acme and Globex have agreed to share their mobile networks"
        K.PARTNERSHIP,
        "share pool jointly combine swap co-develop",
        rf"\b(?:agree[sd]?|have agreed|plans?|will|to|sign(?:s|ed) (?:an? )?(?:\w+ )?(?:deal|agreement|pact)|in "
        rf"(?:deal|pact|talks))"
        rf"(?: to)? (?:share|pool|combine|swap|co-develop|jointly (?:develop|build|run|operate|market|sell|"
        rf"offer)) (?:their |its |the )?"
        rf"{_W}{_SHARED}\b",
        no=_NO_PACT + r"|\b(?:users?|customers?|with (?:police|users|authorities|regulators|government))\b",
    ),
    frame(  # "Acme will pay $30m upfront for rights to Globex's drug", "Acme gets access to Globex's platform"
        K.PARTNERSHIP,
        "rights access",
        rf"\b(?:(?:will |to |has agreed to |agrees to )?(?:pays?|paid|paying) {SUM}[^;:]{{0,40}}? for (?:the "
        rf")?(?:[\w-]+ ){{0,4}}?rights|"
        rf"(?:gets?|gains?|gained|secur(?:es|ed)|obtain(?:s|ed)|win(?:s)?|won|(?:been |is |was )?(?:given|granted|"
        rf"awarded)|acquir(?:es|ed)|"
        rf"licen[cs](?:es|ed)|buys|bought|lands|landed) (?:the |an? )?(?:(?:exclusive|non-exclusive|global|"
        rf"worldwide|commercial|"
        rf"distribution|marketing|development|us|u\.s\.|european|asian|chinese|japanese) )*(?:access to "
        rf"{CAP}[^;:]{{2,40}}?(?:platform|"
        rf"technology|library|network|data|antibod\w+|compounds?)|rights to (?:\w+ )?(?:distribute|sell|market|develop|"
        rf"commerciali[sz]e|{CAP})))",
        no=_NO_PACT.replace("acqui\\w+|", ""),
    ),
    frame(  # "Through a partnership with Globex, Acme will sell cover"
        K.PARTNERSHIP,
        "partnership alliance agreement collaboration tie-up pact",
        r"^(?:through|under|as part of|thanks to) (?:an? |the |its |a new |their )(?:[\w-]+ ){0,3}?(?:partnership|"
        r"alliance|agreement|"
        rf"collaboration|tie-up|pact) with {CAP}[^,;]{{2,50}}, (?:the )?(?:[a-z][\w-]* ){{0,3}}{CAP}",
        Who.OBJECT,
        no=_NO_PACT,
    ),
    frame(  # "Acme unveils venture with chip maker", "Acme enters into a commercial agreement with Globex"
        K.PARTNERSHIP,
        "venture collaboration memorandum agreement cooperation",
        r"\b(?:unveil(?:s|ed)?|announc(?:es|ed)|creat(?:es|ed)|form(?:s|ed)|launch(?:es|ed)?|sets? up|plans?|"
        r"reveal(?:s|ed)?|enter(?:s|ed) "
        r"into|sign(?:s|ed)) (?:an? |the |its |new )*(?:[\w-]+ ){0,4}?(?:venture|collaboration|cooperation|"
        r"co-operation|memorandum of "
        r"understanding|alliance|partnership)(?: agreement)? with (?:the )?\w",
        no=_NO_PACT,
    ),
)
