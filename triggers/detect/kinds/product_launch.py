"""Product launch: a named company announces or ships a product, service, version or feature."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.makers import MAKERS
from triggers.detect.grammar.names import Name, named, objects, phrase_end, subjects
from triggers.detect.grammar.spans import Hit, span
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import VERBS, inflect
from triggers.detect.kinds.generic import Shape, verb_hits
from triggers.detect.scene import Rule, Scene, name_span, text_after
from triggers.types import EventKind, Status

KIND = EventKind.PRODUCT_LAUNCH
STRONG = inflect("launch relaunch unveil introduce debut release") | words(
    """rolls rolled rolling roll stellt präsentiert lanciert lance dévoile lanza presenta lancia svela"""
)
_MILD = Shape(
    KIND,
    "offers something new",
    words(
        """announces announce announced reveals revealed adds add added brings bring brought ships ship shipped
    shipping starts begins tests testing offers offer lets let makes make expands turns upgrades updates update
    upgrade shows builds opens showcases demos previews teases teased tease enables open-sources integrates deploy
    deploys develops will working developing readies plots revamps redesigns preps revamping"""
    ),
    re.compile(
        r"\b(?:new |latest |its own |first |next-gen\w* |ai-powered |upgraded |updated |free |"
        r"dedicated |smart )?(?:apps?|features?|models?|tools?|services?|smartphones?|phones?|"
        r"versions?|platforms?|suvs?|evs?|electric (?:car|suv|scooter|sedan)s?|bikes?|chips?|"
        r"processors?|gpus?|products?|apis?|assistants?|agents?|subscriptions?|"
        r"cards?|laptops?|tablets?|watch(?:es)?|headphones?|earbuds|speakers?|cameras?|devices?|"
        r"consoles?|updates?|modes?|browsers?|llms?|chatbots?|voice|software|sdk|plugins?|extensions?|"
        r"toolkits?|suites?|robots?|drones?|headsets?|glasses|tvs?|variants?|editions?|support for|"
        r"ability|capabilit(?:y|ies)|option|button|dashboard|marketplace|wallet|stablecoin|etfs?|"
        r"tokens?|(?:let|lets|lets you|allow|allows) (?:you|users|everyone|people|customers|creators)|"
        r"you (?:\w+ )|everyone|users|creators|customers|it easier|available|beta|public beta|preview|"
        r"open[- ]source|vaccine|drug|kit|line-?up|collection|series \d|search|framework|library|"
        r"source code|engine|database|encryption|^\s*(?:its |the )?(?:new|next-gen\w*|all-new|latest) "
        r"(?-i:[A-Z0-9])|labels?|tags|personality|general availability|"
        r"availability of|(?:pro|premium|new|paid|family|free|business|student) (?:plan|tier)s?|"
        r"(?:product|model) (?:line|range)|mass production|new (?:line|range|family|generation) of|"
        r"portfolio with|shipments? of|deliveries of|launch of)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:office|plant|factory|store in|showroom|data cent|layoffs|deal|contract|partner\w*|"
        r"results|profit|revenue|earnings|acqui\w+|ipo|stake|bid|investment|funding|round|lawsuit|"
        r"probe|fine|strategy|plan to|dividend|buyback|price (?:cut|hike)|prices|job|breach|hack|"
        r"expansion|construction|ceo|cfo|chief|head of|billion|series [a-h]\b|sale\b|discount|podcast|talks|"
        r"interest|choice|case)\b",
        re.I,
    ),
    0.62,
    110,
)
_LAUNCH_OF = Shape(
    KIND,
    "launches",
    words("announces announced announce reports reported marks celebrates confirms"),
    re.compile(
        r"^\s*(?:the |its |their )?(?:\w+ ){0,2}(?:launch|release|availability|introduction|roll-?out) "
        r"of\b",
        re.I,
    ),
    re.compile(r"\b(?:fund|offering|offer|bid|probe|investigation|trial|study|program|programme|tender)\b", re.I),
    0.8,
)
_NOT_AFTER = re.compile(
    r"^\s*(?:(?:a|an|the|its|his|her|their|new|first|fresh|major|massive|another|second|third|"
    r"internal|criminal|formal|antitrust|\S+-\S+|hostile|takeover|rival|unsolicited|surprise|"
    r"public|global|nationwide|national|[$£€]?\d\S*|"
    r"million|billion|bn|₹\S*|€\S*)\s+){0,5}"
    r"(?:probe|investigation|inquiry|bid|offer|takeover|hunt|search for|fund\b|funds\b|ipo|share "
    r"(?:buyback|sale)|buyback|legal|lawsuit|attack|strikes?|campaign|book|memoir|film|movie|"
    r"trailer|song|album|podcast|series\b|season|contest|competition|challenge|tour|hiring|"
    r"recruitment|restructuring|review of|talks|rocket|satellites?|missiles?|mission|spacecraft|"
    r"crew|"
    r"results|earnings|figures|report|statement|data\b|survey|petition|crackdown|operation|war|"
    r"into|off|back|out\b|sanctions|tariffs|policy|rules|law|bill|scheme|initiative|programme|"
    r"program|festival|exhibition|documentary|office|plant|factory|store|data cent\w+|hostages?|"
    r"video of|footage|records|detained|prisoners|round|fundraise|refinancing|bond|offering|with "
    r"\$|first funding|alliance|joint venture|partnership|foundation|scholarship|strategic plan|"
    r"(?:many )?people|me|us|restrictions|curbs|limits|pledges|"
    r"(?:\S+ )?strategic plan|vision|roadmap|strategy|logo|rebrand|accelerator|incubator|hub|"
    r"center|centre|campus)\b",
    re.I,
)
_CONTENT = re.compile(
    r"\b(?:movie|film|trailer|season \d|episode|album|song|netflix series|tv series|box office|"
    r"review:|review\b|hands[- ]on|how to|vs\.?|best|deals?:|price cut|discount|sale on|% off|"
    r"compared|comparison|recall|emoji|wallpapers?|game pass|dlc|novel|memoir)\b",
    re.I,
)
_NO_OBJECT = re.compile(r"\s*(?:$|[.;:,)]|(?:in|at|for|with|on|to|as|and|after|amid|from|under)\b(?!-))", re.I)
_PASSIVE = words(
    """launched unveiled revealed introduced debuts debut released launch leaked leak spotted announced open arrives
    coming goes teased available vorgestellt launching price launches arrive"""
)
_TEASED = re.compile(
    r"\b(?:plots|working on|report says|leaks?|leaked|spotted|spied|rumou?red|tipped|reportedly|"
    r"could|(?<!\bin )(?<!early )(?<!late )(?<!this )(?<!next )(?<!on )(?<!from )may(?! \d)|"
    r"expected to|said to|renders?)\b|^report\s?:",
    re.I,
)
_LETS_NOW = re.compile(r"\bwill (?:now |soon )?let\b", re.I)
_COMING = re.compile(
    r"\b(?:readies|preps|upcoming|to launch|will launch|coming soon|to (?:get|be launched|debut|unveil|release|"
    r"introduce)|teases?|teased|set to|ahead of|plans? to|pre-?bookings?|will (?:get|deploy|launch|"
    r"roll|release|offer)|next (?:week|month|year)|later this year|in the works|launch(?:es|ing)? "
    r"(?:on|in) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d|20\d\d|\d))",
    re.I,
)


def find(scene: Scene, line: Line) -> list[Hit]:
    if _CONTENT.search(line.content):
        return []
    hit = _product_first(scene, line) or _strong(scene, line) or _mild(scene, line) or _owned(line)
    if hit is None:
        return []
    if _TEASED.search(line.content):
        hit.status = Status.RUMOURED
    elif _LETS_NOW.search(line.content):
        hit.status = Status.ANNOUNCED
    elif _COMING.search(line.text, line.start, line.toks[hit.at].end if hit.rule == "launches" else line.end):
        hit.status = Status.PLANNED
    return [hit]


def _strong(scene: Scene, line: Line) -> Hit | None:
    for i, tok in enumerate(line.toks):
        if i == 0 or tok.low not in STRONG:
            continue
        rest = text_after(line, i)
        k = i + 1
        if tok.low in ("debut", "launch", "release") and line.toks[i - 1].low in _BEFORE_NOUNS:
            continue
        if tok.low.startswith("roll"):
            if not re.match(r"\s+out\b", rest, re.I):
                continue
            rest, k = rest.lstrip()[3:], i + 2
        if tok.low.startswith("stellt") and " vor" not in rest:
            continue
        if _NOT_AFTER.match(rest) or (_NO_OBJECT.match(rest) and tok.low not in ("launched", "debuts")):
            continue
        name, start = doer(line, i)
        pair = subjects(line, start)
        if name and len(pair) == 2 and pair[1].last == name.last and not pair[0].person:
            name = pair[0]  # of two that launch together the first is named
        if name is None or name.person:
            continue
        if not rest.strip():
            continue
        hit = Hit(KIND, name_span(line, name), line, i, "launches", confidence=0.8, verb=(start, i + 1))
        _product(line, hit, k)
        return hit
    return None


_BEFORE_NOUNS = words("for of in its the first a an after before ahead market major official big")


def _product(line: Line, hit: Hit, k: int) -> None:
    end = phrase_end(line, k)
    if end > k:
        name = objects(line, k)
        first, last = (name.first, name.last) if name else (k, min(end, k + 6))
        hit.put("product", line.slice(first, last), span(line, first, last))


def _product_first(scene: Scene, line: Line) -> Hit | None:
    """ "Globex Volt 3 launched in India", "Volt 3 spotted": needs a known maker in front."""
    if not line.lows & _PASSIVE:
        return None
    for i, tok in enumerate(line.toks[:-1]):
        for n in (3, 2, 1):
            if (
                i < 4
                and tok.cap
                and i + n < len(line.toks)
                and line.slice(i, i + n).lower() in MAKERS
                and not any(t.low in STRONG for t in line.toks[:i])
            ):
                follow = line.toks[i + n]
                if not (follow.cap or follow.num) or line.toks[i + n - 1].poss:
                    continue
                verb = next(
                    (j for j in range(i + n, min(len(line.toks), i + n + 12)) if line.toks[j].low in _PASSIVE), None
                )
                if verb is not None and (line.toks[verb].low in _SEEN or _NO_OBJECT.match(text_after(line, verb))):
                    hit = Hit(
                        KIND,
                        name_span(line, Name(i, i + n)),
                        line,
                        verb,
                        "product of a maker",
                        confidence=0.75,
                        verb=(verb, verb + 1),
                    )
                    hit.put("product", line.slice(i, verb), span(line, i, verb))
                    return hit
                return None
    return None


_NEW_THING = re.compile(
    r"['’]?s?\s+(?:new|latest|first|next|upcoming|own)\s+(?:[\w-]+\s){0,4}?(?:app|model|tool|"
    r"feature|phone|smartphone|service|chip|assistant|agent|platform|device|headset|glasses|laptop|"
    r"tablet|watch|tier|version|plan|line|range|product|subscription|bot|chatbot|game|engine|car|suv|ev|robot|browser|"
    r"speaker|camera|earbuds|headphones|tv|console|drone|"
    r"update)s?\b",
    re.I,
)


def _owned(line: Line) -> Hit | None:
    """ "Acme's new app lets you book trains"."""
    for i, tok in enumerate(line.toks):
        if tok.poss and i < 6 and _NEW_THING.match(line.text[tok.end : line.end]):
            name = named(line, 0, i + 1)
            verb = next((j for j in range(i + 3, len(line.toks)) if line.toks[j].low in VERBS), None)
            if name and not name.person and verb is not None:
                return Hit(KIND, name_span(line, name), line, i, "its new thing", confidence=0.62, verb=(i, i + 1))
    return None


_NEXT = words("upcoming all-new new-gen next-gen")
_SEEN = words("""leaked leak spotted teased spied revealed unveiled gets get""")


def _mild(scene: Scene, line: Line) -> Hit | None:
    for hit, _ in verb_hits(scene, line, _LAUNCH_OF):
        return hit
    for hit, _ in verb_hits(scene, line, _MILD):
        return hit
    return None


RULE = Rule(KIND, STRONG | _PASSIVE | _MILD.verbs | _LAUNCH_OF.verbs | words("new latest upcoming"), find)
