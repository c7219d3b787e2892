"""English frames of dealings in their plain forms: who sells whose goods, what two share, whom an attack stops.

Built by class: a noun of the trade with every verb that leads to it, active and passive, as plain sentences of trade
pages put them.
"""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NAME
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_WHOM = r"(?:the |its |rival |fellow |partner |(?:[a-z][\w-]* ){0,3})?" + NAME
_TWO = rf"\b{NAME}(?:,| and| &) (?:its |the |rival )?(?:[a-z][\w-]* ){{0,2}}{NAME},? "
_WILL = r"(?:(?:are|is|have|has|will|would|also|both|now|plan(?:ned)? to|agreed? to|intend to|to|been|be) )*"
_SORT = (
    r"(?:exclusive |sole |official |authori[sz]ed |main |new |preferred |local |national |regional |uk |us |european |"
    r"north american |nordic |worldwide |global |master |[\w-]+ )"
)
_SELLER = (
    r"(?:distributors?|resellers?|dealers?|licensees?|stockists?|importers?|sales agents?|franchisees?|agents?(?! of)|"
    r"(?:distribution|sales|channel|technology|development|licensing|launch|roaming|banking|loyalty|retail|logistics|"
    r"research|commercial|marketing|integration|manufacturing|codeshare|alliance|strategic|timing|fuel|mobility) "
    r"partners?)"
)
_NO_PACT = (
    r"\b(?:acqui\w+|takeover|merge\w*|buyout|stake|funding|series [a-k]|lawsuit|sue[sd]?|settle\w*|"
    r"ministers?|president|"
    r"countries|trade (?:deal|war)|player|coach|club|league|charity|union|film|album|ceo|chief|director|officer|"
    r"how to|why|court|probe|loses?|lost|ends?|ended|scrap\w*|terminat\w*|law firm|managing partner|general partner|"
    r"partner at|estate agent|police|film|actor|estates?)\b"
)
_NO_HARM = (
    r"\b(?:sues?|sued|lawsuit|settle\w*|fined?|charged|arrest\w*|jailed|sentenced|pleads?|ministry|government|police|"
    r"county|city|school|university|hospital ship|election|how to|tips|lessons|survey|study|report|researchers?|"
    r"experts?|if|could|would|should|may|might|protects?|prevents?|launch\w*|raises?|funding|acqui\w+|insurance)\b"
)
_ATTACK = (
    r"(?:(?:cyber|ransomware|malware|ddos|phishing|hacker|hacking|it)[ -]?(?:attack|incident|breach|intrusion)|"
    r"cyber-?attack|ransomware|hack|data breach|security breach|computer virus|break-in)"
)

PACTS: tuple[Frame, ...] = (
    frame(  # "Acme has been named as the exclusive distributor of Globex scanners", "Acme becomes Globex's UK dealer"
        K.PARTNERSHIP,
        "named appointed chosen selected picked signed become becomes became now",
        rf"\b(?:named|appointed|chosen|selected|picked|signed up|confirmed|becom(?:es?|ing)|became|is now|has become)"
        rf"(?: as)? (?:the |an? )?(?:{NAME}['’]s? )?{_SORT}{{0,4}}?{_SELLER}\b",
        no=_NO_PACT,
    ),
    frame(  # "Acme picks Globex as partner for its Indian launch", "Acme names Globex its Nordic distributor"
        K.PARTNERSHIP,
        "appoints appointed names named picks picked selects selected chooses chose adds added signs signed taps",
        rf"\b(?:appoint(?:s|ed)|nam(?:es|ed)|pick(?:s|ed)|select(?:s|ed)|cho(?:oses|se)|add(?:s|ed)|"
        rf"sign(?:s|ed)(?: up)?|"
        rf"taps|tapped) {_WHOM} (?:as |to be )?(?:the |its |an? |their )?{_SORT}{{0,4}}?(?:{_SELLER}|partner)\b",
        no=_NO_PACT + r"|\b(?:agency|media|creative|supplier|contractor)\b",
    ),
    frame(  # "Acme has granted Globex the exclusive rights to sell its vaccine"
        K.PARTNERSHIP,
        "grant grants granted gives gave given awards awarded sells sold licenses licensed obtains obtained acquires "
        "acquired gets got secures secured receives received takes rights licence license",
        rf"\b(?:(?:grant(?:s|ed)|giv(?:es|en)|gave|award(?:s|ed)|sells?|sold) {_WHOM} (?:the |an? )?(?:exclusive |"
        rf"worldwide |global |sole |non-exclusive |marketing |distribution |commercial |[\w-]+ ){{0,4}}?(?:rights?|"
        rf"licen[cs]e) (?:to (?:sell|market|distribute|develop|commerciali[sz]e|make|manufacture|produce|use|promote)|"
        rf"for|in|on)|(?:obtain(?:s|ed)|gets|got|secur(?:es|ed)|receiv(?:es|ed)|takes|gain(?:s|ed)) (?:the |an? )?"
        rf"(?:exclusive |worldwide |global |sole |non-exclusive ){{1,3}}(?:[\w-]+ ){{0,2}}?(?:rights?|licen[cs]e) "
        rf"(?:to|for|on) [^;:]{{3,60}}? from {CAP})",
        no=_NO_PACT + r"|\b(?:fda|government|ministry|regulators?|spectrum|broadcast|tv|olympic|mining|exploration)\b",
    ),
    frame(  # "Acme and Globex are pooling their parcel networks", "Acme and Globex are setting up a joint company"
        K.PARTNERSHIP,
        "pool pools pooling pooled sharing jointly joint cooperate cooperating collaborate collaborating cross-sell "
        "partnering",
        rf"{_TWO}{_WILL}(?P<v>pool(?:ing|ed)?|shar(?:e|ing) (?:their |the |an? )?\w+|set(?:ting)? up an? (?:joint|50|"
        rf"equal|new) |jointly \w+|co-?operat(?:e|ing)|collaborat(?:e|ing)|cross-sell|link(?:ing)? (?:up |their )|"
        rf"connect(?:ing)? their|partner(?:ing)? (?:up|on|to|in|for))",
        no=_NO_PACT,
    ),
    frame(  # "Acme has formed a 50:50 venture with Globex", "a joint company with Globex"
        K.PARTNERSHIP,
        "venture company firm enterprise entity",
        r"\b(?:form(?:s|ed|ing)?|creat(?:es?|ed|ing)|establish(?:es|ed)?|set(?:s|ting)? up|found(?:s|"
        r"ed)|launch(?:es|ed)?|"
        r"announc(?:es|ed)) (?:an? |the |its |new )*(?:50[:/-]50|joint(?:ly owned)?|equal|equally owned|co-owned) "
        rf"(?:[\w-]+ ){{0,3}}?(?:venture|company|firm|enterprise|entity|business) (?:with|together with|alongside) "
        rf"(?:the )?(?:[a-z][\w-]* ){{0,3}}{CAP}",
        no=_NO_PACT,
    ),
    frame(  # "Acme renews sponsorship deal with Globex", "Acme extends agreement with Globex"
        K.PARTNERSHIP,
        "renew extend expand deepen broaden widen strengthen prolong",
        r"\b(?:renew(?:s|ed)?|extend(?:s|ed)?|expand(?:s|ed)?|deepen(?:s|ed)?|broaden(?:s|ed)?|widen(?:s|ed)?|"
        r"strengthen(?:s|ed)?|prolong(?:s|ed)?) (?:an? |the |its |their |long-standing |existing |[\w-]+ ){0,4}?"
        r"(?:sponsorship|partnership|collaboration|alliance|cooperation|licen[cs]ing|distribution|marketing|codeshare|"
        rf"franchise|research|technology|strategic|relationship|ties)(?: (?:deal|agreement|pact|"
        rf"accord))? with (?:the )?"
        rf"(?:[a-z][\w-]* ){{0,3}}{CAP}",
        no=_NO_PACT + r"|\b(?:contract|customers?|supply)\b",
    ),
)

ORDERS: tuple[Frame, ...] = (
    frame(  # "Globex has placed a £3m order with Acme"
        K.CONTRACT_WIN,
        "places placed placing place order orders",
        r"\b(?:plac(?:es|ed|ing)|giv(?:es|en|ing)|gave) (?:an? |its |the |another |two |several "
        r")?(?:[\w$€£.,-]+ ){0,5}?"
        rf"orders? (?:(?:for|worth|valued at) [^;:]{{2,50}}? )?(?:with|to) (?:the )?(?=(?:[a-z][\w-]* ){{0,3}}{CAP})",
        Who.OBJECT,
        no=r"\b(?:court|judge|restraining|executive order|police|brokers?|shares|bonds|sell orders?|buy orders?)\b",
    ),
    frame(  # "Globex picks payroll software from Acme", "Globex has chosen a billing platform from Acme"
        K.CONTRACT_WIN,
        "selects selected chooses chose chosen picks picked adopts adopted deploys deployed installs "
        "installed licenses "
        "licensed implements implemented orders ordered buys bought",
        r"\b(?:select(?:s|ed)|cho(?:oses|se|sen)|pick(?:s|ed)|adopt(?:s|ed)|deploy(?:s|ed)|install(?:s|"
        r"ed)|licens(?:es|ed)|"
        r"implement(?:s|ed)|order(?:s|ed)|buys|bought) (?:an? |the |its |new )*(?:[\w-]+ "
        r"){0,5}?(?:software|systems?|platform|"
        r"technology|solution|suite|terminals?|scanners?|robots?|equipment|machines?|presses|press|simulators?|radars?|"
        rf"turbines?|engines?|cranes?|lines?) (?:from|made by|supplied by|built by) (?:the "
        rf")?(?=(?:[a-z][\w-]* ){{0,3}}{CAP})",
        Who.OBJECT,
        no=_NO_PACT + r"|\b(?:users?|customers can|recall\w*|stolen)\b",
    ),
    frame(  # "Globex has gone live with Acme's reservation software"
        K.CONTRACT_WIN,
        "live switch switched switches switching migrates migrated moves moved rolled rolling roll standardises "
        "standardizes implements implemented installs installed adopts adopted deploys deployed runs",
        r"\b(?:(?:goes|went|gone|going|is|now) live (?:with|on)|switch(?:es|ed|ing)? (?:over )?to|"
        r"migrat(?:es|ed|ing) to|"
        r"mov(?:es|ed|ing) to|roll(?:s|ed|ing) out|standardi[sz](?:es|ed) on|implement(?:s|ed|ing)|install(?:s|ed|ing)|"
        r"adopt(?:s|ed|ing)|deploy(?:s|ed|ing)) (?=(?-i:[A-Z])[\w.&-]*(?: "
        r"(?-i:[A-Z])[\w.&-]*){0,3}['’]s? (?:[\w-]+ ){0,4}?"
        r"(?:software|system|platform|solution|technology|service|cloud|suite|tools?|terminals?|scanners?|robots?|"
        r"network|equipment|machines?|app)\b)",
        Who.OBJECT,
        no=_NO_PACT + r"|\b(?:users|its own)\b",
    ),
    frame(  # "Acme signs up Globex as latest customer", "Acme wins Globex as client", "Acme adds Globex to client list"
        K.CONTRACT_WIN,
        "customer client clients customers",
        rf"\b(?:sign(?:s|ed)(?: up)?|win(?:s)?|won|land(?:s|ed)|add(?:s|ed)|gain(?:s|ed)|secur(?:es|ed)|bag(?:s|ged)|"
        rf"count(?:s|ed)?|welcom(?:es|ed)|attract(?:s|ed)) {_WHOM} (?:as |to )(?:an? |its |the |their "
        rf")*(?:[\w-]+ ){{0,3}}?"
        r"(?:customer|client)(?: (?:list|base|roster))?\b",
        no=_NO_PACT.replace("|loses?|lost", ""),
    ),
    frame(  # "Acme to provide catering at 12 Globex offices", "Acme will run Globex's warehouses"
        K.CONTRACT_WIN,
        "provide supply run operate maintain manage handle build deliver equip install print clean host power",
        r"\b(?:to|will) (?:provide|supply|run|operate|maintain|manage|handle|deliver|install|print|clean|host) "
        r"(?:[\w,-]+ ){1,6}?(?:at|for|to|across|in|of) (?:the )?(?:\d+ |all |more than \d+ )?"
        rf"{NAME}(?:['’]s?)? (?:offices|stores|shops|sites|hotels|plants|warehouses|airports?|stations|branches|"
        r"restaurants|depots|hospitals|network|fleet|factory|factories|vessels|ships|aircraft|trains|lines?)\b",
        no=_NO_PACT + r"|\b(?:its own|volunteers|free|plans? to|hopes?|wants?|joint)\b",
    ),
)

BREACHES: tuple[Frame, ...] = (
    frame(  # "A cyberattack has forced Acme to halt production", "Ransomware knocks out Acme's systems"
        K.SECURITY_INCIDENT,
        "cyberattack cyberattacks cyber-attack cyber ransomware malware hack breach attack hackers ddos",
        rf"\b{_ATTACK}(?: [^;:,]{{0,30}}?)? (?:(?:has|have|had|reportedly) )*(?:forc(?:es|ed)|"
        rf"hit(?:s)?|crippl(?:es|ed)|"
        r"disrupt(?:s|ed)|halt(?:s|ed)|knock(?:s|ed)(?: out)?|shut(?:s)?(?: down)?|paraly[sz](?:es|ed)|cost(?:s)?|"
        r"affect(?:s|ed)|expos(?:es|ed)|strikes|struck|stops|stopped|takes|took|locks|locked|"
        rf"compromis(?:es|ed)|bring(?:s)?|brought) (?:down |out |up |off )?(?=(?:the |[a-z][\w-]* ){{0,4}}{CAP})",
        Who.OBJECT,
        no=_NO_HARM,
    ),
    frame(  # "Acme left a database with 40,000 passports open to the web"
        K.SECURITY_INCIDENT,
        "left leaves leave exposed exposes",
        r"\b(?:left|leaves|leaving) (?:an? |the |its |\d[\d.,]*\s?\w* |millions of |thousands of "
        r")?[^;:]{3,60}?(?:data\w*|"
        r"records|files|bucket|server|passwords?|details|information|photos|passports|backups?|"
        r"credentials)\b[^;:]{0,50}?"
        r"(?:open|exposed|unprotected|unsecured|accessible|online|visible)\b",
        no=_NO_HARM.replace("report|", ""),
    ),
    frame(  # "Hackers have stolen $20 million in bitcoin from the exchange Acme", "Thieves drain wallets at Acme"
        K.SECURITY_INCIDENT,
        "hackers hacker criminals thieves attackers attacker intruders cybercriminals gang crooks",
        r"\b(?:hackers?|cyber-?criminals|criminals|thieves|attackers?|intruders|crooks|gang) (?:(?:have|has|had|also|"
        r"reportedly|claim(?:s|ed)? to have|allegedly) )*(?:st[eo]al\w*|stole|stolen|drain(?:s|ed)?|t[ao]ke?n?|took|"
        r"swip\w+|siphon\w*|got hold of|get hold of|obtain\w*|access\w*|copied|download\w*|publish\w*|leak\w*|"
        r"post\w*|grab\w*|made off with) [^;:]{3,70}? (?:from|at|of|belonging to) (?:the )?"
        rf"(?=(?:[a-z][\w-]* ){{0,4}}{CAP})",
        Who.OBJECT,
        no=_NO_HARM,
    ),
    frame(  # "Acme urges users to change passwords after break-in", "Acme resets passwords following breach"
        K.SECURITY_INCIDENT,
        "passwords password",
        rf"\b(?:urg(?:es|ed)|ask(?:s|ed)|tell(?:s)?|told|forc(?:es|ed)|advis(?:es|ed)|reset(?:s)?|"
        rf"warn(?:s|ed)) [^;:]{{0,60}}?"
        rf"passwords?\b[^;:]{{0,30}}? (?:after|following|in the wake of) (?:an? |the |its )?(?:[\w-]+ "
        rf"){{0,3}}?(?:{_ATTACK}|"
        r"breach|leak|intrusion|theft)\b",
        no=_NO_HARM.replace("report|", ""),
    ),
    frame(  # "A misconfigured cloud bucket at Acme revealed résumés"
        K.SECURITY_INCIDENT,
        "misconfigured unsecured unprotected exposed leaky bucket database server",
        r"\b(?:misconfigured|unsecured|unprotected|exposed|leaky|open) (?:[\w-]+ ){0,3}?(?:bucket|database|server|"
        rf"storage|api|cluster|backup|instance) (?:at|of|belonging to|run by|owned by|used by) (?:the )?"
        rf"(?=(?:[a-z][\w-]* ){{0,4}}{CAP})",
        Who.OBJECT,
        no=_NO_HARM,
    ),
)

RULED: tuple[Frame, ...] = (
    frame(  # "OSHA has cited Acme for 14 safety violations", "The watchdog gives the all-clear to Acme's merger"
        K.REGULATORY,
        "cited cites all-clear reprimands reprimanded rebukes rebuked censured censures rapped raps admonished",
        r"\b(?:cit(?:es|ed)|reprimand(?:s|ed)|rebuk(?:es|ed)|censur(?:es|ed)|raps|rapped|admonish(?:es|ed)) "
        rf"(?=(?:the |[a-z][\w-]* ){{0,4}}{CAP}[^;:]{{2,60}}? (?:for|over|after)\b[^;:]{{0,60}}?\b(?:violat\w+|safety|"
        r"breach\w*|fail\w*|hazards?|mislead\w*|unsafe|advert\w*|ads?|pollut\w*|waste|rules?)\b)",
        Who.OBJECT,
        no=r"\b(?:player|coach|judge|minister|senator|driver|police officer|analysts?|sources|reuters)\b",
    ),
    frame(
        K.REGULATORY,
        "all-clear",
        r"\b(?:giv(?:es|en)|gave|grant(?:s|ed)) (?:the |an? |its )?all-clear (?:to|for) (?=(?:the |[a-z][\w-]* ){0,4}"
        r"(?-i:[A-Z]))",
        Who.OBJECT,
        no=r"\b(?:player|police|bomb|doctors|match|fans|airport)\b",
    ),
    frame(  # "Acme's application for a drilling permit was turned down"
        K.REGULATORY,
        "application bid request plan licence license permit approval",
        r"(?:['’]s? )?(?P<v>(?:application|request|bid) for (?:an? |the )?(?:[\w-]+ ){0,4}?(?:permit|"
        r"licen[cs]e|approval|"
        r"authori[sz]ation|permission|patent extension|clearance)) [^;:]{0,40}?(?:was|has been|is|were|"
        r"been) (?:\w+ly )?"
        r"(?:turned down|rejected|refused|denied|approved|granted|accepted|dismissed)\b",
        Who.OWNER,
        no=r"\b(?:residents|visa|asylum|parole|bail|planning permission for a house)\b",
    ),
)
