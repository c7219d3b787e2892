"""English frames in the passive: by whom a plant is built, a contract won, an app shown."""

from __future__ import annotations

from triggers.detect.english.sites import SITE
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_BE = r"(?:(?:is|are|was|were|has been|have been|will be|to be|being|been|is being|are being) )?(?:\w+ly )?"
_DOER = r"by (?:the |[A-Za-z-]+-based )?(?:[a-z][\w-]* ){0,5}(?=(?-i:[A-Z]))"
_NEVER = (
    r"\b(?:government|minister|mayor|council|police|army|trump|biden|students?|scientists?|university|nasa|"
    r"hackers?|funding|"
    r"series [a-k]|film|movie|album|song|novel|book|report|study|probe|lawsuit|inspired|written|directed|stake|fund\b|"
    r"damaged|destroyed|cause[sd]?|backed by|funded by|led by|owned by|run by|shares?)\b"
)

PASSIVE: tuple[Frame, ...] = (
    frame(  # "A new bread factory is being built by Acme"
        K.EXPANSION,
        "built opened constructed developed planned expanded established leased created announced proposed",
        rf"\b{SITE}\b[^.;:]{{0,60}}? {_BE}(?:built|opened|constructed|developed|planned|expanded|established|leased|"
        rf"announced|proposed|set up|unveiled) {_DOER}",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "New drill app launched by Acme"
        K.PRODUCT_LAUNCH,
        "launched unveiled introduced released developed shown presented announced",
        rf"^(?:an? |the |new |first |latest |[\w-]+ ){{1,6}}{_BE}(?:launched|unveiled|introduced|released|"
        rf"presented|rolled out|"
        rf"brought to market) {_DOER}",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:bid|offer|takeover|investigation|ipo|tender|programme|program|campaign|initiative|rocket|"
        r"missiles?|satellites?|strikes?|attacks?)\b",
    ),
    frame(  # "Contract for trams won by Acme", "Contract awarded to Acme"
        K.CONTRACT_WIN,
        "contract contracts order tender job deal project",
        rf"\b(?:contracts?|orders?|tenders?|deal|project|work|job)\b[^.;:]{{0,60}}? {_BE}(?:(?:won|secured|landed|"
        rf"clinched|"
        rf"signed|bagged) {_DOER}|(?:awarded|handed|given|goes|went|going|go) to (?:the )?(?:[a-z][\w-]* ){{0,5}}"
        rf"(?=(?-i:[A-Z])))",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:player|coach|bidders?|companies|firms|protest\w*)\b",
    ),
    frame(  # "Globex signed a deal for Acme to deploy networks"
        K.CONTRACT_WIN,
        "deal contract agreement order",
        r"\b(?:sign(?:s|ed)?|ink(?:s|ed)?|award(?:s|ed)?|agree(?:s|d)?|strikes?|struck|announc(?:es|ed)|has) "
        r"(?:an? |the |new |its )"
        r"*(?:[\w$€£.,-]+ ){0,4}?(?:deal|contract|agreement|order) for (?=(?-i:[A-Z])[\w&.-]*(?: "
        r"(?-i:[A-Z])[\w&.-]*){0,3} to "
        r"(?:supply|deploy|build|provide|deliver|run|manage|install|design|upgrade|operate|develop|maintain|host|"
        r"make)\b)",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:acqui\w+|merger)\b",
    ),
    frame(  # "Acme becomes the first operator in Norway to offer HD voice"
        K.PRODUCT_LAUNCH,
        "first",
        r"\b(?:becom(?:es?|ing)|became|is|claims? to (?:be|have become)) (?:the )?(?:\w+['’]s )?first (?:[\w'’-]+ "
        r"){1,8}?to "
        r"(?:offer|launch|support|introduce|provide|deploy|sell|ship|roll out|bring|release)\b",
        no=_NEVER + r"|\b(?:woman|man|country|state|city|president|team|trillion|in space|ceo|black|female)\b",
    ),
    frame(  # "Acme has seen turnover grow"
        K.EARNINGS,
        "sees seen saw see enjoys enjoyed experiences suffers suffered",
        r"\b(?:has |have )?(?:sees?|seen|saw|enjoy(?:s|ed)|suffer(?:s|ed)|experienc(?:es|ed)) (?:an? |its |\w+ "
        r"){0,3}?(?:profits?|"
        r"sales|revenues?|earnings|turnover|margins?|(?:drop|fall|rise|increase|jump|decline|slump|boost|growth|"
        r"surge|slide|dip|"
        r"hit) (?:in|to) (?:\w+ ){0,3}?(?:profits?|sales|revenues?|earnings|turnover|margins?))(?: (?:grow|rise|"
        r"fall|drop|jump|"
        r"soar|surge|slump|climb|increase|decline|double|slip|dip|plunge|shrink|improve|up|down)\b|\b)",
        no=_NEVER + r"|\b(?:analysts?|sector|industry|market|economy|retailers|companies|sees sales (?:tax|team))\b",
    ),
    frame(  # "gang has added Acme to its leak site"
        K.SECURITY_INCIDENT,
        "added adds lists listed names named posts posted",
        r"\b(?:gang|group|hackers?|ransomware|operators?|crew|actors?)\b[^.;:]{0,30}? (?:has |have )?(?:add(?:s|"
        r"ed)|list(?:s|ed)|"
        r"nam(?:es|ed)|post(?:s|ed)|claim(?:s|ed)) (?=(?-i:[A-Z])[^.;:]{2,60}? (?:to|on|as|among) (?:its|their|"
        r"the|an?) "
        r"(?:[\w-]+ ){0,4}?(?:site|victims?|blog|portal|list))",
        Who.OBJECT,
    ),
    frame(  # "UK to purge Acme from 5G", "Republic Bank closed by regulators"
        K.REGULATORY,
        "purge purges exclude excludes eject ejects expel expels strip strips phase",
        r"^(?:the )?(?:uk|us|u\.s\.|eu|china|india|canada|australia|germany|france|sweden|japan|britain|russia|"
        r"taiwan|[\w.]+ "
        r"government|regulators?|pentagon|congress|brussels) (?:to |will |moves to |plans to )?(?:purges?|"
        r"excludes?|ejects?|"
        r"expels?|strips?|phases? out|rips? out|kicks? out|blacklists?|delists?|removes?) (?:the )?(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=r"\b(?:troops|diplomats?|ambassador|envoy|citizens|migrants?|voters?|records?)\b",
    ),
    frame(
        K.REGULATORY,
        "closed shut seized",
        r"\b(?:is |was |has been )?(?:closed|shut(?: down)?|seized|taken over)(?: and (?:sold|\w+) "
        r"[^.;:]{0,40}?)? by (?:the |us |"
        r"u\.s\. |state |federal |local |uk |\w+ )?(?:regulators?|fdic|authorities|central bank|watchdog|"
        r"government|officials)\b",
        no=r"\b(?:border|airport|road|schools?|police|websites?|forum|marketplace)\b",
    ),
    frame(  # "Acme announced that Mara Lind has tendered her resignation"
        K.EXECUTIVE_DEPARTURE,
        "tendered submitted handed tenders submits hands",
        r"\b(?:(?:has |have )?(?:announc(?:es|ed)|sa(?:ys|id)|confirm(?:s|ed)|report(?:s|ed)|reveal(?:s|ed)|"
        r"disclos(?:es|ed))(?: on "
        r"\w+)? that (?P<p>(?-i:[A-Z])[\w.'’-]+ (?-i:[A-Z])[\w.'’-]+)[^;]{0,90}? (?:has |have |had "
        r")?(?:tender(?:ed|s)|"
        r"submit(?:ted|s)|hand(?:ed|s) in) (?:his|her|their) (?:resignation|notice))\b",
        no=r"\b(?:minister|senator|governor|coach|mayor|professor)\b",
    ),
)
