"""English frames of pacts without a verb of joining: "in pact with", "Acme-Globex venture", what one puts to use."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_PACT = (
    r"(?:partnerships?|alliances?|collaborations?|tie-?ups?|joint[- ]ventures?|jvs?|ventures?(?! (?:capital|cash|fund|"
    r"round|"
    r"debt|partner))|pacts?|accords?|mous?|link-?ups?|team-?ups?|co-?operation|co-?operation (?:deal|agreement)|"
    r"(?:licen[cs]ing|distribution|content|streaming|development|research|discovery|marketing|technology|data|"
    r"supply and "
    r"\w+|integration|reseller|referral|co-\w+|sharing|codeshare|code-share|roaming|swap|commerciali[sz]ation|"
    r"manufacturing|strategic|battery|drug|mobile|ai|robotaxi|cross-licen[cs]ing) (?:\w+ )?(?:deals?|agreements?|"
    r"pacts?|"
    r"accords?))"
)
_NAME = r"(?-i:[A-Z])[\w&.'’+-]*(?: (?-i:[A-Z])[\w&.'’+-]*){0,3}"
_NEVER = (
    r"\b(?:funding|series [a-k]|acqui\w+|takeover|merger|merge|lawsuit|ministers?|president|countries|nations|"
    r"peace|trade "
    r"(?:deal|pact|war)|bilateral|free trade|sponsor\w*|player|layoffs|settlement|defen[cs]e pact|nato|library|"
    r"law firm|"
    r"union|strike|charity|couple|film|album|band|football|cricket|rugby|league|club|coach|how to|why|lessons|"
    r"election|"
    r"government|ceasefire|nuclear deal|eu-|us-|china-|india-|russia|iran|court|probe|blocks?|antitrust|into its "
    r"capital)\b"
)

PACTS: tuple[Frame, ...] = (
    frame(  # "Acme in $1.2bn drug pact with Globex", "Acme, Globex in mobile alliance"
        K.PARTNERSHIP,
        "in",
        rf"\b(?:in|into|enters?|lands?|eyes|nears|renews|extends|widens) (?:an? |the |its |new |major |"
        rf"[$€£][\d.,]+\s?\w* |"
        rf"up to |multi-?year |global |exclusive |landmark |possible )*(?:[\w-]+ ){{0,4}}?{_PACT} (?:with|"
        rf"alongside) (?:the )?"
        rf"(?=(?-i:[A-Z]))",
        no=_NEVER,
    ),
    frame(
        K.PARTNERSHIP,
        "in",
        rf"(?:,| and| &) {_NAME} (?P<v>in) (?:an? |new |major |talks on |[$€£][\d.,]+\s?\w* )*(?:[\w-]+ "
        rf"){{0,4}}?{_PACT}\b",
        no=_NEVER,
    ),
    frame(  # "Acme, Globex form US battery venture", "Acme and Globex unveil joint card", "... to co-develop vaccine"
        K.PARTNERSHIP,
        "mull mulls discuss discussing consider explore eye weigh form create launch announce unveil set plan "
        "sign ink seal strike open start agree build develop release "
        "offer "
        "co-develop co-market co-produce co-create co-host co-launch co-brand jointly share use bring partner tie end "
        "scrap extend renew expand join combine make produce",
        rf"(?:,| and| &) {_NAME} (?P<v>(?:to |will |plan to |agree to |are )?(?:(?:mull|discuss(?:ing)?|consider|"
        rf"explore|eye|weigh|form|create|launch|announce|unveil|"
        rf"set up|plan|"
        rf"sign|ink|seal|strike|open|start|agree|build|release|offer|end|scrap|extend|renew|expand|join|make|"
        rf"produce|develop) "
        rf"[^.;:]{{0,60}}?\b(?:joint(?:ly)?|together|{_PACT}|co-branded|common|combined)\b|co-?(?:develop|market|"
        rf"produce|"
        rf"create|host|launch|brand|design|build|invest|fund|operate|lead)\b|jointly \w+|share (?:platforms?|data|"
        rf"technology|"
        rf"tech|networks?|costs?|parts|capacity|customers)|tie up|pair up|swap|team up|link up))",
        no=_NEVER,
    ),
    frame(  # "Acme-Globex venture reveals car"
        K.PARTNERSHIP,
        "venture alliance partnership jv tie-up collaboration",
        r"^(?:the )?(?=(?-i:[A-Z])\w+(?:-|/| x | & )(?-i:[A-Z])\w+ (?:joint |\w+ )?(?:venture|alliance|"
        r"partnership|jv|tie-up|"
        r"collaboration)\b)",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "Acme partnership with Globex brings AI to farms", "Acme's tie-up with Globex"
        K.PARTNERSHIP,
        "partnership alliance collaboration tie-up venture deal agreement pact integration",
        rf"\b(?:(?:new|strategic|expanded|global|joint|multi-?year|[\w-]+) )?{_PACT} with (?:the )?(?={_NAME}(?: |$))",
        Who.BEFORE,
        no=_NEVER,
    ),
    frame(  # "Partnership between Acme and Globex"
        K.PARTNERSHIP,
        "partnership alliance collaboration tie-up venture pact agreement",
        rf"\b{_PACT} (?:between|of|from) (?:the )?(?={_NAME} and {_NAME})",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "Acme x Globex: new partnership"
        K.PARTNERSHIP,
        "x + partnership collaboration",
        rf"^{_NAME} (?P<v>x|×|\+|&|and) {_NAME}\s?[:–—|-] [^;]{{0,40}}?\b(?:{_PACT}|together|collab\w*)\b",
        no=_NEVER,
    ),
    frame(  # "Acme to make Globex cars through joint venture", "Acme to distribute Globex drills in Africa"
        K.PARTNERSHIP,
        "distribute sell make build market resell produce bottle offer carry host stream integrate bundle use license "
        "commercialise commercialize manufacture feature embed bring",
        rf"\b(?:to|will) (?:(?:distribute|resell|market|bottle|integrate|bundle|license|commerciali[sz]e|embed|"
        rf"host|stream|"
        rf"carry|jointly \w+) (?=(?-i:[A-Z])[\w&.-]+(?:['’]s?)? [^.;:]{{2,60}})|(?:make|build|sell|produce|offer|"
        rf"manufacture|"
        rf"bring|use|develop|launch|deliver) [^.;:]{{0,50}}?(?-i:[A-Z])[^.;:]{{0,40}}? (?:through|via|under|in|as "
        rf"part of) (?:an? "
        rf"|its |the |new )*(?:[\w-]+ )?(?:{_PACT}|deal with))",
        no=_NEVER + r"|\b(?:contract|order|results|q[1-4]|shares|ipo|stake)\b",
    ),
    frame(  # "Acme integrates Globex into its app", "Acme brings Globex music to cars"
        K.PARTNERSHIP,
        "integrates integrate integrating adds added brings embeds builds puts bundles plugs",
        r"\b(?:integrat(?:es|ed|ing)|embeds|embedded|plugs|bundles|adds|added|brings|puts) "
        r"(?!AI\b)(?=(?-i:[A-Z])[\w&.-]+ )"
        r"[^.;:]{2,40}? (?:into|in|to|inside|within|on) (?:its|their|the)? ?(?:[\w-]+ ){0,3}?(?:apps?|platform|"
        r"marketplace|"
        r"cars|vehicles|phones|checkout|stack|suite|service|network|products|ecosystem|catalog(?:ue)?|stores?|search|"
        r"assistant|browser)\b",
        no=_NEVER + r"|\b(?:ceo|board|cloud region|feature|features|mode)\b",
    ),
    frame(  # "Acme becomes Globex reseller", "Acme named Globex premier partner", "Acme joins Globex partner programme"
        K.PARTNERSHIP,
        "becomes named joins achieves earns gains recognised recognized appointed joined awarded attains",
        rf"\b(?:becomes?|became|named(?: as)?|appointed(?: as)?|joins?|joined|achiev(?:es|ed)|earn(?:s|ed)|"
        rf"gain(?:s|ed)|"
        rf"attain(?:s|ed)|recogni[sz]ed as) (?:an? |the |official |new |first |its )*(?={_NAME} (?:[\w-]+ "
        rf"){{0,4}}?(?:partner|"
        rf"reseller|distributor|dealer|partner (?:program(?:me)?|network|ecosystem)|alliance|marketplace)\b)",
        no=_NEVER + r"|\b(?:managing partner|general partner|as partner|senior partner|llp|equity partner|ceo)\b",
    ),
    frame(  # "Acme to use Globex models", "Acme partners Globex to launch card", "Acme picks Globex as partner"
        K.PARTNERSHIP,
        "partners partnered partner picks names selects chooses taps enlists",
        rf"\b(?:partner(?:s|ed|ing) (?=(?-i:[A-Z])(?!ith\b))|(?:picks?|names?|selects?|chooses?|taps|enlists|"
        rf"signs) (?={_NAME} "
        rf"as (?:an? |its |the )?(?:[\w-]+ ){{0,3}}?(?:partner|ally|distributor)\b))",
        no=_NEVER + r"|\b(?:managing partner|general partner|ceo|chief|head|director|law)\b",
    ),
)
