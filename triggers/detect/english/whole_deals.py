"""English frames of deals that tell one side in the headline, or the auction, the vote and the pursuit around them."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NAME, NOT_FIRMS, SUM, TARGET
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_NO = (
    NOT_FIRMS
    + r"|\b(?:minority|house|home|mansion|villa|estate|painting|tickets?|rights to|licen[cs]e|land|shares? in the "
    r"market|"
    r"stadium|museum|rugby|football|anniversary|language acquisition|data acquisition|customer acquisition|"
    r"talent acquisition|user acquisition|player)\b"
)
_ASK = r"|^(?:how|what|when|where|why|should|could)\b|\?$"
_BE = r"(?:has|have|is|are|was|were|will|to|be|been|being|set|reportedly|about|expected|agrees?|agreed|due)"
_BUYERS = (
    r"(?:private[- ]equity(?: firm| group| house| fund| investors?| owner)?|buyout (?:firm|group|house|fund)|"
    r"investors?|"
    r"investment (?:firm|group|fund|company)|consortium|(?:its |new )?management|(?:us |uk |bigger |larger |local |"
    r"foreign )?(?:rival|competitor|buyer|giant|investor|group|fund|owners?|suitor|bidder|firm|company)|employees|"
    r"staff|founders?|hedge funds?)"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\d+(?:st|nd|rd|th)|largest|biggest|latest|new|major|"
    r"further|"
    r"first-ever|ever|overseas|foreign|international|strategic|bolt-on|add-on|tuck-in|maiden|another|debut|landmark|"
    r"transformative|transformational|us|uk|european|asian|german|french|nordic|american|domestic|key|big|small|"
    r"\$?\d\S*)"
)
_GROWS = (
    r"(?:expand|grow|strengthen|bolster|boost|build|enter|extend|broaden|deepen|double|widen|enlarge|beef|scale|push|"
    r"move|"
    r"branch|diversif|round|complement|reinforce)(?:s|es|ed|ing|ies|ied)?"
)
_PURSUIT = (
    r"(?:swoop|raid|tilt|pursuit|play|move|bid|offer|approach|takeover|buyout|acquisition|purchase|buy|merger|deal)"
)

ONE_SIDED: tuple[Frame, ...] = (
    frame(  # "Globex sold to private equity", "Globex to be acquired in $2bn deal"
        K.ACQUISITION,
        "sold acquired bought purchased snapped taken swallowed",
        rf"\b(?P<v>(?:{_BE} ){{0,6}}(?:sold|acquired|bought|purchased|snapped up|taken over|bought out|"
        rf"swallowed up|taken "
        rf"private))"
        rf" (?:(?:by|to) (?:an? |the |its )?(?:(?-i:[a-z][\w-]*|[A-Z]\w*) ){{0,3}}?{_BUYERS}(?=$|[,.]| (?:in|for|as|"
        rf"after|led)\b)|"
        rf"in (?:an? )?(?:{SUM}|[a-z-]+ |all-)(?: ?[\w-]+){{0,3}} ?(?:deal|takeover|buyout|merger|transaction|"
        rf"swoop)\b)",
        Who.BEFORE,
        no=_NO + r"|\b(?:bonds?|notes|stake|shares|units|copies|data|phones?|cars?)\b" + _ASK,
    ),
    frame(  # "Globex goes private in $1.2B deal"
        K.ACQUISITION,
        "private",
        r"\b(?:goes|going|went|is taken|being taken|taken|to be taken) private\b(?= (?:in|for|by|with|after|again)\b|"
        r"$|[,.])",
        Who.BEFORE,
        no=_NO + _ASK,
    ),
    frame(  # "Globex finds buyer", "Globex announces sale to US investor"
        K.ACQUISITION,
        "buyer owner suitor sale",
        rf"\b(?:(?:finds?|found|secures?|secured|lands|nears|gets|attracts) (?:an? |its )?(?:new |white-knight )?"
        rf"(?:buyer|owner|suitor|white knight|takeover (?:interest|offers?|bids?))(?=$|[,.]| (?:in|for|after|as|"
        rf"amid)\b)|"
        rf"(?:announc(?:es|ed)|agree[sd]|agree[sd] to|completes|completed|confirms|confirmed|seals) (?:its |a |the "
        rf")?sale to "
        rf"(?=(?:an? |the |its )?(?:(?-i:[a-z][\w-]*|[A-Z]\w*) ){{0,3}}?{_BUYERS}(?=$|[,.]| (?:in|for|as|after)\b)))",
        Who.BEFORE,
        no=_NO + r"|\b(?:for (?:its|the)|tickets?)\b" + _ASK,
    ),
    frame(  # "Buyer sought for Globex", "Buyer found for Globex"
        K.ACQUISITION,
        "buyer buyers bidders suitors offers bids owner",
        rf"\b(?:(?:buyer|buyers|new owner|bidders?|suitors?) (?:is |are |being |has been )?(?:sought|found|lined up|"
        rf"wanted|"
        rf"emerges?|emerged|secured|circl(?:e|ing)|named)|(?:bids|offers) (?:are )?(?:sought|invited|due)) "
        rf"(?:for|by) (?:the )?{CAP}",
        Who.OBJECT,
        Status.PLANNED,
        no=_NO,
    ),
    frame(  # "Globex goes under the hammer", "Globex attracts takeover interest", "Globex in play"
        K.ACQUISITION,
        "hammer play interest auction approaches approach strategic",
        r"\b(?:(?:goes|going|to go|is) under the hammer|(?:is |puts? itself |now )?in play(?=$|[,.])|(?:attracts?|"
        r"draws?|"
        r"receiv(?:es|ed)|confirms|confirmed|gets|fields|rejects|rejected|rebuffs|rebuffed|snubs|spurns) (?:an? |"
        r"several |"
        r"multiple |new |unsolicited |second |third |\S+ )?(?:takeover|buyout|merger|acquisition) (?:interest|"
        r"approach(?:es)?|"
        r"offers?|bids?|proposals?)(?! from (?-i:[A-Z])))",
        Who.BEFORE,
        Status.PLANNED,
        no=_NO + _ASK,
    ),
    frame(  # "Acme makes its largest acquisition to date", "Acme announces third US acquisition"
        K.ACQUISITION,
        "acquisition takeover buyout",
        rf"\b(?P<v>mak(?:es?|ing)|made|announc(?:es|ed)|complet(?:es|ed)|seal(?:s|ed)|clos(?:es|ed)|strikes|struck|"
        rf"lands|"
        rf"landed|signs|signed|clinche[sd]|secure[sd]|unveil(?:s|ed)|agree[sd]) (?:its |their |an? |on "
        rf")?(?:{_ORDINAL} ){{1,4}}"
        rf"(?:[a-z-]+ )?(?:acquisition|takeover|buyout)\b(?! of | by | target| strateg| plan| for )",
        Who.DOER,
        no=_NO + _ASK,
    ),
    frame(  # "Acme expands in Nordics with acquisition"
        K.ACQUISITION,
        "acquisition takeover purchase buyout",
        rf"\b(?P<v>{_GROWS}) [^.;:]{{0,70}}?\b(?:with|through|via|by|in) (?:an? |its |the |latest |new |{_ORDINAL} |"
        rf"{SUM} ){{0,6}}"
        r"(?:[a-z-]+ )?(?:acquisition|takeover|purchase|buyout)(?=$|[.,;])",
        Who.DOER,
        no=_NO + r"|\bcustomers?\b" + _ASK,
    ),
)
PURSUED: tuple[Frame, ...] = (
    frame(  # "Acme wins bankruptcy auction for the assets of Globex", "Acme wins bidding war for Globex"
        K.ACQUISITION,
        "auction bidding battle race contest fight tussle war",
        rf"\b(?:w[io]ns?|won|prevail(?:s|ed) in|emerg(?:es|ed) (?:as )?(?:the )?(?:winner|victor) (?:in|of)|"
        rf"triumph(?:s|ed) in|"
        rf"enter(?:s|ed)?|join(?:s|ed)?|quits?|leaves?|withdr(?:aws|ew) from|pull(?:s|ed) out of|loses?|lost) "
        rf"(?:an? |the )?(?:[a-z-]+ ){{0,2}}(?:auction|bidding(?: war| battle| contest)?|takeover (?:battle|fight|"
        rf"tussle|race)|"
        rf"race|battle|contest|tussle|fight) (?:for|to (?:buy|acquire|take over|own|rescue)) (?:the |most of |all |"
        rf"substantially |assets of |of |assets |control of ){{0,6}}{TARGET}",
        Who.DOER_OBJECT,
        no=_NO
        + r"|\b(?:contract|tender|election|seat|spectrum|customers|talent|market|championship|title|medal|rights)\b",
    ),
    frame(  # "Acme is circling Globex", "Acme said to be stalking Globex"
        K.ACQUISITION,
        "circling circles stalking stalks courting pursuing pursues chasing shortlisted shortlist wooing eyeing",
        rf"\b(?P<v>(?:(?:is|are|be|said|understood|believed|thought|reported|rumoured|rumored|to|reportedly|"
        rf"reported) ){{1,6}}(?:circling|"
        rf"stalking|pursuing|chasing|wooing|preparing to bid for|close to buying|closing in on|in pole position to buy|"
        rf"shortlisted (?:for|to buy)|on (?:the|a) shortlist (?:for|to buy)|bidding for)|circles|stalks|shortlisted "
        rf"for) "
        rf"(?!(?:in|the|an?|new|customers|growth)\b){TARGET}",
        Who.DOER_OBJECT,
        Status.RUMOURED,
        no=_NO + r"|\b(?:award|prize|contract|tender|talent|sharks?|planes?|job)\b" + _ASK,
    ),
    frame(  # "Acme raised its hostile bid for Globex by 10%", "Acme is proposing a $4.9B acquisition of Globex"
        K.ACQUISITION,
        "bid offer proposal approach acquisition takeover merger buyout",
        rf"\b(?:rais(?:es|ed|ing)|lift(?:s|ed|ing)?|up(?:s|ped|ping)|hik(?:es|ed|ing)|boost(?:s|ed)|"
        rf"sweeten(?:s|ed|ing)?|improv(?:es|ed|ing)|increas(?:es|ed|ing)|bump(?:s|ed) up|"
        rf"cut(?:s|ting)?|lower(?:s|ed)|revis(?:es|ed)|extend(?:s|ed)|renew(?:s|ed)|resubmit(?:s|ted)|"
        rf"propos(?:es|ed|ing)|mak(?:es|ing)|made|agree[sd]|tabl(?:es|ed)|lodge[sd]|"
        rf"submit(?:s|ted)|withdr(?:aws|ew)|drop(?:s|ped)|abandon(?:s|ed)|launch(?:es|ed)|"
        rf"finali[sz](?:es|ed)|put(?:s)? in|is in|in|pursu(?:es|ing)) "
        rf"(?:an? |its |the |on )?(?:(?:hostile|takeover|cash|all-cash|all-share|all-stock|unsolicited|"
        rf"indicative|conditional|final|formal|binding|non-binding|recommended|improved|"
        rf"friendly|second|third|mandatory|voluntary|public|tender|proposed|planned|possible|{SUM}|"
        rf"\S*\d\S*) ){{0,6}}(?:bids?|offer|proposal|approach|acquisition|takeover|merger|buyout) "
        rf"(?:for|of|to (?:buy|acquire|take over)) {TARGET}",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:olympic|world cup|contract|tender offer for (?:its|the) (?:notes|bonds)|job offer|"
        r"customers|games|bonds?|notes|election)\b" + _ASK,
    ),
    frame(  # "Globex's board rejected a third proposal from Acme", "Globex asks shareholders to reject Acme's offer"
        K.ACQUISITION,
        "offer bid proposal approach",
        rf"\b(?P<v>(?:ask(?:s|ed)?|urg(?:es|ed)|advis(?:es|ed)|tell(?:s)?|told|recommend(?:s|"
        rf"ed)?)[^.;]{{0,40}}? (?:to )?(?:reject|accept|back|spurn|vote against|ignore)|(?:has |have |"
        rf"unanimously ){{0,6}}"
        rf"(?:reject(?:s|ed)|spurn(?:s|ed)|rebuff(?:s|ed)|turn(?:s|ed) down|dismiss(?:es|ed)|"
        rf"accept(?:s|ed)|welcom(?:es|ed)|receiv(?:es|ed)|confirm(?:s|ed))) "
        rf"(?:an? |the |its |as )?(?:[\w$€£.,%-]+ ){{0,7}}?(?:offer|bid|proposal|approach|takeover) "
        rf"(?:from|by) (?:the )?{TARGET}",
        Who.OBJECT_DOER,
        no=_NO + r"|\b(?:job|contract|peace|settlement|pay|wage|licen[cs]e|aid|help)\b" + _ASK,
    ),
    frame(  # "Globex asks shareholders to reject Acme's offer"
        K.ACQUISITION,
        "offer bid proposal approach",
        rf"\b(?P<v>ask(?:s|ed)?|urg(?:es|ed)|advis(?:es|ed)|tell(?:s)?|told|recommend(?:s|"
        rf"ed)?)[^.;]{{0,40}}? (?:to )?(?:reject|accept|back|spurn|vote against|ignore) "
        rf"(?:the )?(?=(?:[\w-]+ ){{0,3}}?{NAME}['’]s? (?:[\w$€£.,%-]+ ){{0,6}}?(?:offer|bid|proposal|takeover))",
        Who.OBJECT_DOER,
        no=_NO + _ASK,
    ),
    frame(  # "Acme is taking pricing platform Globex private"
        K.ACQUISITION,
        "private",
        rf"\b(?:tak(?:e|es|ing)|took) (?=(?:(?-i:[a-z][\w-]*) ){{0,4}}?{NAME} private\b)",
        Who.DOER_OBJECT,
        no=_NO,
    ),
    frame(  # "Acme prepares a $3B sale of Globex"
        K.ACQUISITION,
        "sale",
        rf"\b(?:prepar(?:es|ed|ing)|explor(?:es|ed|ing)|plan(?:s|ned|ning)|weigh(?:s|ed|ing)|"
        rf"consider(?:s|ed|ing)|mull(?:s|ed|ing)|launch(?:es|ed)|start(?:s|ed)|kick(?:s|ed) off|"
        rf"eye[sd]?|"
        rf"restart(?:s|ed)|reviv(?:es|ed)|near(?:s|ing)?|work(?:s|ing) on|pursu(?:es|ing)|seek(?:s|"
        rf"ing)?|complet(?:es|ed)|announc(?:es|ed)|agree[sd]|finali[sz](?:es|ed)|clos(?:es|ed)) "
        rf"(?:an? |the |on |its )?(?:(?:potential|possible|planned|outright|full|partial|{SUM}|"
        rf"\S*\d\S*) ){{0,6}}sale of (?:its |the )?(?:(?-i:[a-z][\w-]*) ){{0,4}}?(?={NAME}(?:$|[,.]| (?:to|"
        rf"for|in|after|as|by|with|at)\b))",
        Who.OBJECT,
        no=_NO + r"|\b(?:shares|stake|bonds?|tickets?|stock|assets of|products?)\b" + _ASK,
    ),
    frame(  # "Globex is now in the hands of Acme", "Globex passes into the ownership of Acme"
        K.ACQUISITION,
        "hands ownership control stewardship umbrella",
        rf"\b(?P<v>(?:is|are|was|now|has|have|been|passes|passed|pass|falls|fell|fallen|comes?|came|"
        rf"went|goes|put|placed|will|be|being|taken|ends? up) ){{1,6}}"
        rf"(?:in|into|under|to) (?:the )?(?:full |sole |new |safe ){{0,6}}(?:hands|ownership|control|"
        rf"stewardship|umbrella) of (?:the )?{TARGET}",
        Who.OBJECT_DOER,
        no=_NO + r"|\b(?:rebels?|militants?|forces|court|trustees?|military|state|taliban)\b" + _ASK,
    ),
    frame(  # "A deal for Acme to take over Globex was signed"
        K.ACQUISITION,
        "buy acquire purchase absorb acquires buys over control",
        rf"\b(?:deal|agreement|plans?|proposal|offer|talks|option|approval|way|move|terms|contract|bid|"
        rf"discussions|negotiations|pact|green light|clearance)(?: [a-z-]+){{0,4}} "
        rf"(?:for|see|sees|allow|allows|allowing|lets?|under which|in which|whereby) (?:the "
        rf")?(?P<b>{NAME}) (?:will |would |to |is to |could ){{0,6}}(?P<v>buy|acquire|take over|purchase|"
        rf"absorb|take control of|buys|acquires|takes over) "
        rf"(?:the |all of |rest of |remaining |its |[a-z-]+ ){{0,4}}{TARGET}",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:gas|energy|electricity|jets?|aircraft|shares in the)\b" + _ASK,
    ),
    frame(  # "The purchase by Acme of Globex gives it 14% of the market"
        K.ACQUISITION,
        "purchase acquisition takeover buyout",
        rf"\b(?P<v>purchase|acquisition|takeover|buyout|buy-out) by (?:the )?(?:[a-z-]+ "
        rf"){{0,4}}?(?P<b>{NAME}) of {TARGET}",
        Who.DOER_OBJECT,
        no=_NO + _ASK,
    ),
    frame(  # "Acme paid an undisclosed amount for Globex"
        K.ACQUISITION,
        "amount sum fee price figure consideration",
        rf"\b(?:pa(?:y|ys|id|ying)|hand(?:s|ed) over|fork(?:s|ed) out|shell(?:s|ed) out|splash(?:es|"
        rf"ed) out|cough(?:s|ed) up|spen(?:d|ds|t)) (?:an? |the )?(?:undisclosed|unspecified|nominal|"
        rf"hefty|knockdown|bargain|symbolic|confidential) (?:cash )?(?:amount|sum|fee|price|figure|"
        rf"consideration)(?: of \S+)? (?:for|to (?:buy|acquire)) {TARGET}",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:fine|settle\w*|licen[cs]e|rights|striker|winger|defender|advert\w*)\b",
    ),
    frame(  # "Acme ends pursuit of Globex"
        K.ACQUISITION,
        "pursuit chase courtship",
        rf"\b(?:end(?:s|ed)|drop(?:s|ped)|abandon(?:s|ed)|gives? up|gave up|call(?:s|ed) off|halt(?:s|"
        rf"ed)|step(?:s|ped) up|renew(?:s|ed)|continue[sd]?|walk(?:s|ed) away from) "
        rf"(?:its |the )?(?:long |hostile |\S+ )?(?:pursuit|chase|courtship) of {TARGET}",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:excellence|justice|growth|happiness|talent|suspect)\b" + _ASK,
    ),
    frame(  # "Globex owner seeks buyer"
        K.ACQUISITION,
        "buyer buyers bidders suitor",
        r"(?:['’]s?)? (?:owners?|parent|family|founders?|administrators?|receivers?|liquidators?|"
        r"shareholders|board) (?P<v>(?:(?:is|are|has|have|been) ){0,6}(?:seek(?:s|ing)?|look(?:s|ing)? for|"
        r"hunt(?:s|ing)?(?: for)?|sought|want(?:s)?|court(?:s|ing)?|find(?:s)?|found)) (?:an? |new "
        r"){0,6}(?:buyers?|bidders?|suitors?|owner)\b",
        Who.BEFORE,
        Status.PLANNED,
        no=_NO + _ASK,
    ),
    frame(  # "Acme makes shortlist for 51 per cent stake in Globex"
        K.ACQUISITION,
        "shortlist shortlisted stake",
        rf"\b(?:ma(?:de|kes?) (?:the |it onto the )?shortlist|shortlisted|in (?:the )?running|vying|compet(?:es|ing)|"
        rf"bidding|bids?|enters? (?:the )?race) (?:for|to (?:buy|acquire)) (?:an? |the )?(?:\S+ (?:per cent|percent|"
        rf"%|pc) |"
        rf"majority |controlling |\d\S* )?(?:stake|holding|interest) in (?:[A-Z]\w+['’]s )?{CAP}",
        Who.DOER_OBJECT,
        Status.RUMOURED,
        no=_NO + r"|\b(?:4\d|3\d|2\d|1\d)(?:\.\d+)? ?(?:%|per ?cent|pc)",
    ),
    frame(  # "Acme's £90m swoop for Globex nears the finish line", "Acme's bid for Globex wins backing"
        K.ACQUISITION,
        "swoop raid tilt pursuit bid offer takeover acquisition purchase buyout",
        rf"(?:(?:proposed|planned|agreed|hostile|takeover|recommended|cash|all-share|mooted|possible|potential|pending|"
        rf"{SUM}|audacious|surprise|improved|revised|rival) ){{0,6}}(?P<v>{_PURSUIT})(?: offer| bid)? "
        rf"(?:for|of|on) (?:the "
        rf")?{TARGET}"
        r"(?=[^.;]{3,70}\b(?:back\w+|approv\w+|clear\w+|near\w*|close[sd]?|complet\w+|collaps\w+|fail\w*|lapse\w*|"
        r"wins?|gets?|"
        r"faces?|hits?|stall\w*|under|look\w*|accept\w*|reject\w*|unconditional|go(?:es)? through|in doubt|off|done|"
        r"finali[sz]ed|set to|expected|likely|subject)\b)",
        Who.OWNER,
        no=_NO
        + r"|\b(?:ceo|record|title|glory|presidency|olympic|jobs?|contract|anniversary|deal of)\b|\bmove (?:of|on)\b"
        + _ASK,
    ),
    frame(  # "Acme in £90m move for Globex", "Acme in talks over Globex"
        K.ACQUISITION,
        "swoop bid takeover raid tilt buyout move",
        rf"\bin (?:an? )?(?:{SUM} |[a-z-]+ ){{0,3}}(?:move|swoop|bid|takeover|raid|tilt|buyout)(?: bid| offer| talks)? "
        rf"(?:for|on|of|over|with) {CAP}",
        Who.DOER_OBJECT,
        Status.PLANNED,
        no=_NO + r"|\b(?:contract|title|jobs?|savings|boost|lure|attract)\b" + _ASK,
    ),
    frame(  # "Globex is in talks with several funds regarding selling the company", read with its name
        K.ACQUISITION,
        "sell selling sale takeover buyout bid offer offers bids",
        r"\b(?:talks?|speculation|rumou?rs|reports|working on|preparing|discussions|negotiations|vote|"
        r"votes|plans?|options?|bankers?|explor\w+|consider\w*|regarding|"
        r"whether|bids?|offers?|"
        r"interest\w*|approach\w*|looking|try\w*|agree\w*|effort)\b[^;]{0,60}? (?:sell|selling|(?:sale|takeover|"
        r"buyout|purchase) of|"
        r"(?:takeover |buyout |final |binding ){0,6}(?:offers?|bids?)(?: of [^;,]{2,30}?)? for|tak(?:e|"
        r"ing) (?=Qo+ private)) (?-i:(?=Qo+\b))",
        Who.OBJECT,
        Status.PLANNED,
    ),
    frame(  # "Globex shareholders back sale to Acme", "Initech shareholders approve sale of Globex to Acme"
        K.ACQUISITION,
        "sale merger",
        rf"\b(?:back|approve|vote (?:for|in favou?r of|on)|clear|agree|bless|wave through|nod through)[sd]? (?:the |"
        rf"a |its |"
        rf"planned |proposed |{SUM} ){{0,6}}sale (?=of {NAME} to {NAME})of {CAP}",
        Who.OBJECT,
        no=_NO,
    ),
)
