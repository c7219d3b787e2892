"""English frames of new money told without a round: bare sums, money behind a firm, rights issues, sums in an aside."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NOT_FIRMS
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_SUM = (
    r"(?:up to |about |around |over |more than |nearly |almost |roughly |another |a further |a "
    r"fresh |an extra |a cool |a )?"
    r"(?:[$€£¥₹]|US\$|A\$|C\$|EUR |USD |GBP )\s?\d[\d.,]*\s?(?:k|m|mn|mln|million|bn|billion|crore)\b"
)
_NEW = (
    r"(?:new |fresh |additional |growth |equity |venture |seed |series [a-k] |strategic |outside |"
    r"private |early-stage )*"
)
_MONEY = r"(?:funding|financing|capital|investment|backing|cash|venture capital|funds|equity|money)"
_NO = (
    NOT_FIRMS + r"|\b(?:profits?|revenues?|sales|turnover|earnings|contract|order|grants?|fine[sd]?|settle\w*|"
    r"lawsuit|damages|prize|"
    r"jackpot|lottery|ransom|box office|charity|donation\w*|government|council|federal|budget|eu funds?|ipo|dividends?|"
    r"buyback|bonus|salary|pay package|hackers?|heist|theft|stolen|from (?:the )?sale|acqui\w+|"
    r"takeover|customers|users|"
    r"patent|court|verdict|arbitration|in savings|savings|tax|refund|tuition|fund (?:to|for|"
    r"closes)|its (?:\w+ )?fund|hedge fund|"
    r"sponsor\w*|assets|deposits|"
    r"in loans to|fundraiser|campaign|market cap\w*|startups raised)\b"
)

BARE: tuple[Frame, ...] = (
    frame(  # "Acme banks $20 million to grow its network", "Acme scoops £4m"
        K.FUNDING,
        "banks banked scoops scooped nets netted pockets pocketed lands landed bags grabs locks obtains takes attracts "
        "draws brings pulls snaps secures collects rounds adds wins",
        r"\b(?:banks|banked|scoop(?:s|ed)(?: up)?|nets|netted|pocket(?:s|ed)|land(?:s|ed)|locks? (?:up|"
        r"in|down)|locked (?:up|in|down)|"
        r"obtain(?:s|ed)|attract(?:s|ed)|draw(?:s|n)(?: in)?|brings in|brought in|pulls (?:in|down)|"
        r"rounds up|collect(?:s|ed)|wins|won) "
        rf"{_SUM}(?=$|[.,;!]| to (?!(?:pay|settle|buy|acquire|supply|provide|upgrade|run|repair|design|"
        rf"clean)\b)[a-z]+ | from (?:(?-i:[A-Z])|(?:\w+ )?(?:investors|backers|shareholders))| "
        rf"(?:in|of) {_NEW}{_MONEY}\b| for (?:its|an?|the) )",
        no=_NO,
        money=True,
    ),
    frame(  # "Initech bets $30 million on Acme", "Initech ploughs £10m into Acme"
        K.FUNDING,
        "bets bet ploughs ploughed plows sinks sank pumps pumped pours poured stakes channels injects wagers",
        rf"\b(?:bet(?:s)?|wagers|plough(?:s|ed)|plow(?:s|ed)|sinks|sank|pump(?:s|ed)|pour(?:s|ed)|"
        rf"inject(?:s|ed)) {_SUM}(?: more)? "
        rf"(?:on|into|in) (?:the )?(?:[a-z-]+ ){{0,3}}(?:startup |start-up |maker |firm |company )?{CAP}"
        r"(?!(?:Europe|Asia|India|China|Africa|America|US|UK|AI|Britain|Germany|France|Texas|Ohio|Indian|Chinese)\b)",
        Who.OBJECT,
        no=_NO + r"|\b(?:plant|factory|data cent\w+|stores?|expansion|research|infrastructure|pension|into "
        r"(?:its|their))\b",
        money=True,
    ),
    frame(  # "Acme launches £30m rights issue", "Acme prices $250 million senior notes offering"
        K.FUNDING,
        "rights issue notes placing placement bond bonds debentures offering convertible",
        rf"\b(?:launch(?:es|ed)|announc(?:es|ed)|pric(?:es|ed)|complet(?:es|ed)|clos(?:es|ed)|"
        rf"unveil(?:s|ed)|plans|proposes|proposed|"
        rf"sets? terms (?:of|for)|upsizes|upsized|tap(?:s|ped)|sells|sold|issue[sd]?) (?:an? |its |the "
        rf")?(?:fully underwritten |"
        rf"oversubscribed |proposed |upsized |discounted )*{_SUM}(?: of| in)? (?:[\w.%-]+ "
        rf"){{0,4}}?(?:rights issue|share placing|"
        r"placing|private placement|share issue|open offer|(?:senior|convertible|secured|unsecured|"
        r"green)[\w -]{0,30}?notes?|bonds?|"
        r"notes offering|debentures?|entitlement offer|capital raising|cash call|at-the-market "
        r"offering|registered direct offering|"
        r"follow-on offering)\b",
        no=r"\b(?:initial public|ipo|government|treasury|ministry|republic|state of|city of|county|"
        r"sovereign|world bank|"
        r"charity|buyback|investors? in|etf)\b",
        money=True,
    ),
    frame(  # "Acme adds $10 million to its coffers", "Acme has received a capital injection of 30 million euros"
        K.FUNDING,
        "coffers injection infusion war chest",
        rf"\b(?:add(?:s|ed)|put(?:s)?|bring(?:s)?|brought) {_SUM} (?:more )?(?:to|in|into) (?:its|"
        rf"their) (?:coffers|war chest|bank account|"
        r"balance sheet)\b|\b(?:receiv(?:es|ed)|gets?|got|secur(?:es|ed)|obtain(?:s|ed)|win(?:s)?|won|"
        r"attract(?:s|ed)) (?:an? |the )?(?:new |fresh )?"
        r"(?:capital|cash|equity|funding|financial) (?:injection|infusion|boost)\b",
        no=_NO,
        money=True,
    ),
    frame(  # "Acme, flush with $60 million in new capital, plans"
        K.FUNDING,
        "flush armed backed buoyed boosted lifted celebrates celebrating fuelled fueled",
        rf",? ?\b(?:flush with|armed with|buoyed by|boosted by|lifted by|fuell?ed by|bolstered by|"
        rf"celebrat(?:es|ing|ed)) (?:its |the )?"
        rf"{_SUM} (?:in |of |worth of )?{_NEW}(?:{_MONEY}|round|raise|cash injection|deal with investors)\b",
        Who.BEFORE,
        no=_NO,
        money=True,
    ),
    frame(  # "Fresh off a $60 million round, Acme plans", "With $12 million in new funding, Acme wants"
        K.FUNDING,
        "fresh with backed armed flush after",
        rf"^(?:fresh off (?:of )?(?:its |the )?|with |armed with |flush with |backed by |now with "
        rf"){_SUM} (?:in |of |from )?(?:[A-Z][\w&.-]* )*"
        rf"{_NEW}(?:(?:{_MONEY}|round|raise)\b)?[^,;]{{0,60}}, (?:the )?(?:[a-z-]+ ){{0,4}}{CAP}",
        Who.OBJECT,
        no=_NO + r"|\b(?:in (?:debt|cash|hand)|years? ago)\b",
        money=True,
    ),
    frame(  # "£2m boost for Acme", "£2m investment in Acme from Initech"
        K.FUNDING,
        "boost investment injection backing funding lifeline",
        rf"^(?:new |fresh )?{_SUM} (?:{_NEW}(?:{_MONEY}|round)|cash boost|boost|cash injection|"
        rf"injection|lifeline|shot in the arm) (?:for|into|in) "
        rf"(?:the )?(?:[a-z-]+ ){{0,4}}{CAP}",
        Who.OBJECT,
        no=_NO + r"|\b(?:schools?|hospital|nhs|town|city|county|region|roads?|rail|farmers|arts|museum|students?)\b",
        money=True,
    ),
)
