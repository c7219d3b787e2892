"""English frames of deals by what becomes of a firm: its owner, its stake, its rescue, who is in the running for it."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NAME, NOT_FIRMS, SUM, TARGET
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_DEAL = r"(?:takeover|acquisition|purchase|buyout|buy-out|buy|merger|deal|bid|offer|approach)"
_DISTRESS = r"(?:administration|bankruptcy|receivership|insolvency|liquidation|collapse|chapter 11|the brink)"
_MAJORITY = r"(?:5[1-9]|[6-9]\d|100)(?:\.\d+)?\s?(?:%|percent|per cent|pc|pct)"
_NO = (
    NOT_FIRMS
    + r"|\b(?:minority|tickets?|striker|midfielder|goalkeeper|election|party|power of|rights to|licen[cs]e|contract|"
    r"shares? in the market|hotel|stadium|land|museum|rugby|football)\b"
)
_ASK = r"|^(?:how|what|when|where|should|could)\b|\?$"

TURNS: tuple[Frame, ...] = (
    frame(  # "Acme is to become the sole owner of Globex"
        K.ACQUISITION,
        "owner shareholder proprietor",
        r"\b(?P<v>(?:is to |will |to |has )?becom(?:es?|ing)|became|is now|is the new) (?:the )?(?:new |sole |"
        r"full |outright |majority |controlling |100% )*(?:owner|shareholder|proprietor) (?:of|in) (?:the )?"
        rf"{TARGET}",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:largest|biggest|second)\b",
    ),
    frame(  # "Acme has raised its stake in Globex to 75 percent"
        K.ACQUISITION,
        "stake holding shareholding interest",
        r"\b(?:rais(?:es?|ed|ing)|ups?|upped|lift(?:s|ed|ing)?|increas(?:es?|ed|ing)|hik(?:es|ed|ing)|boost(?:s|ed)|"
        r"tak(?:es?|ing)|took) (?:its|their) (?:stake|holding|shareholding|interest) in (?:the )?"
        rf"(?={NAME} (?:from \S+ (?:percent |per cent |pc )?)?to {_MAJORITY})",
        Who.DOER_OBJECT,
        no=_NO,
    ),
    frame(  # "Acme has gained control of Globex"
        K.ACQUISITION,
        "control ownership",
        r"\b(?:gain(?:s|ed)?|tak(?:es?|en|ing)|took|assum(?:es?|ed)|w[io]ns?|seiz(?:es?|ed)|"
        r"secur(?:es?|ed)|obtain(?:s|ed)?|"
        r"acquir(?:es?|ed)) (?:full |majority |sole |complete |total |100% )*(?:control|ownership) "
        r"(?:of|over) (?:rival )?"
        rf"(?:the )?{TARGET}",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:rebels?|militants?|inventory|costs|data|border|narrative|airport|city|town|house of|"
        r"senate|fighters?|forces|troops)\b",
    ),
    frame(  # "Acme saves Globex from administration"
        K.ACQUISITION,
        "rescues rescued saves saved rescue buys bought acquires acquired picks plucks",
        r"\b(?:rescu(?:es?|ed|ing)|sav(?:es?|ed|ing)|buys?|bought|acquir(?:es?|ed)|picks? up|picked up|"
        r"pluck(?:s|ed)|snaps? up|"
        rf"snapped up) (?=(?:the |rival |fellow |(?-i:[a-z-]+) ){{0,4}}{NAME} (?:out of|from|in) {_DISTRESS})",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:government|taxpayers?|state|helped|helps|loan)\b",
    ),
    frame(  # "Globex bought out of administration by Acme"
        K.ACQUISITION,
        "bought rescued saved acquired plucked",
        r"\b(?:(?:has |have )?(?:been |is |was |are |were )?(?:bought|rescued|saved|acquired|plucked|sold|picked up)) "
        rf"(?:out of|from) {_DISTRESS}(?: protection)? (?:by|to) (?:the )?{TARGET}",
        Who.OBJECT_DOER,
        no=_NO,
    ),
    frame(  # "Acme emerges as frontrunner to buy Globex", "Acme is among bidders for Globex"
        K.ACQUISITION,
        "frontrunner front-runner favourite favorite bidder contender bidders suitors contenders buyer",
        r"\b(?:emerg(?:es|ed)(?: as)?|is|are|has emerged(?: as)?|named(?: as)?|(?:is |are )?among|"
        r"(?:is )?one of|tipped as|seen as|"
        r"becomes?) (?:the |an? )?(?:\w+ )?(?:front-?runner|favou?rite|preferred bidder|leading "
        r"(?:contender|bidder)|lead bidder|"
        r"bidders|suitors|contenders|likely buyer) (?:to (?:buy|acquire|take over)|for|in (?:the "
        r")?(?:race|bidding|auction|"
        rf"contest|battle) (?:for|to buy)) {TARGET}",
        Who.DOER_OBJECT,
        Status.RUMOURED,
        no=_NO + r"|\b(?:contract|project|tender|rail|job|ceo|chief|franchise)\b",
    ),
    frame(  # "Acme considering bid for Globex", "Acme mulls Globex bid"
        K.ACQUISITION,
        "bid offer approach takeover move acquisition tilt purchase",
        r"\b(?P<v>(?:is |are |said to be |reportedly )*(?:consider(?:s|ing|ed)?|mull(?:s|ing|ed)?|"
        r"weigh(?:s|ing|ed)?|ey(?:es|eing|ed)|"
        r"plott(?:s|ing|ed)|plots|explor(?:es|ing)|ponder(?:s|ing)|study(?:ing)?|studies|lin(?:es|ing) "
        r"up|prepar(?:es|ing)|readies|"
        r"ready(?:ing)?|plan(?:s|ning)?|evaluat(?:es|ing)|contemplat(?:es|ing))) (?:an? |its "
        r")?(?:(?:possible|potential|new|rival|"
        rf"hostile|joint|fresh|takeover|buyout|{SUM}) )*"
        rf"(?:(?:bid|offer|approach|takeover|move|tilt|purchase|acquisition) (?:for|of) {TARGET}|"
        rf"(?={NAME} (?:bid|takeover|buyout|acquisition|approach|purchase)\b))",
        Who.DOER_OBJECT,
        Status.RUMOURED,
        no=_NO + r"|\b(?:olympic|world cup|presidential|asylum|ipo|games|share offer|public offer\w*)\b",
    ),
    frame(  # "Acme doubles in size with Globex buy", "Acme enters Spain with Globex takeover"
        K.ACQUISITION,
        "buy takeover acquisition purchase buyout",
        rf"(?<=\w )(?:[a-z]+(?:s|ed)) (?:[^;:,]{{0,60}} )?(?:with|through|via|by) (?:its |the |an? |{SUM} )*(?={NAME} "
        r"(?:buy|takeover|acquisition|purchase|buyout)(?:$|,| in| for| to))",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:best buy|months after|years after|struggl\w+|help(?:s|ed)? with)\b" + _ASK,
    ),
    frame(  # "Acme takes Globex under its wing", "Acme brings Globex into the fold"
        K.ACQUISITION,
        "wing fold umbrella roof stable",
        rf"\b(?:tak(?:es|ing|en)|took|br(?:ings|ought)|welcom(?:es|ed)|gather(?:s|ed)) (?={NAME} "
        rf"(?:under (?:its|the \w+) (?:wing|"
        r"umbrella|roof)|(?:in)?to (?:its|the) (?:\w+ )?(?:fold|stable)))",
        Who.DOER_OBJECT,
        no=_NO,
    ),
    frame(  # "Acme snares Globex for £8m", "Acme lands Globex in $40m deal"
        K.ACQUISITION,
        "snares snared lands landed nets netted bags captures hooks nabs clinches secures",
        rf"\b(?:snare[sd]|land(?:s|ed)|net(?:s|ted)|bag(?:s|ged)|capture[sd]|hook(?:s|ed)|clinche[sd]|"
        rf"secure[sd]) (?={NAME} (?:for|in(?: "
        rf"an?)?) {SUM}(?: \w+)?(?: deal| {_DEAL}|$))",
        Who.DOER_OBJECT,
        no=_NO + r"|\b(?:series|funding|order|round|investment|supply|cloud|sponsor\w*|customer|client)\b",
    ),
    frame(  # "Globex has found a new owner in Acme", "Ownership of Globex passes to Acme"
        K.ACQUISITION,
        "owner home buyer",
        r"\b(?:has |have )?(?:f(?:inds?|ound)|gets?|got|acquires?) (?:a |its )?(?:new )?(?:owner|home|"
        r"buyer) (?:in|with|at|under) "
        rf"(?:the )?{TARGET}",
        Who.OBJECT_DOER,
        no=_NO + r"|\b(?:dogs?|cats?|horse|art|paintings?|players?|animals?|statue)\b",
    ),
    frame(  # "Globex becomes a wholly owned subsidiary of Acme"
        K.ACQUISITION,
        "subsidiary unit division member brand property",
        r"\b(?P<v>(?:is to |will |has |to )?becom(?:es?|ing)|became|is now|operates? as|"
        r"(?:continue|run|trade|function|sit)s? (?:as|within)) (?:an? |the "
        r")?(?:new |wholly[- ]owned |"
        r"fully[- ]owned |100% |direct |indirect |standalone )*(?:subsidiary|unit|division|business "
        r"unit|member|operating company) "
        rf"(?:of|within) (?:the )?{TARGET}",
        Who.OBJECT_DOER,
        no=_NO + r"|\b(?:member of (?:the )?(?:[\w-]+ )?(?:alliance|association|board|network|chamber|council|"
        r"union|foundation|eu|nato|"
        r"consortium|forum|federation))\b",
    ),
    frame(  # "Globex falls to Acme in $2bn takeover", "Globex succumbs to Acme's takeover bid"
        K.ACQUISITION,
        "falls fell succumbs succumbed goes agrees yields capitulates bows",
        rf"\b(?:f(?:alls|ell)(?: prey)?|succumb(?:s|ed)|yield(?:s|ed)|capitulate[sd]|bow(?:s|ed)|goes|"
        rf"went) to (?=(?:the )?{NAME}(?:['’]s?)? "
        rf"(?:in |for |after )?(?:an? |its )?(?:{SUM} |[a-z-]+ ){{0,3}}{_DEAL}\b)",
        Who.OBJECT_DOER,
        no=_NO + r"|\b(?:court|contract|order|polls)\b",
    ),
    frame(  # "Globex founder sells company to Acme", "Founders sell Globex to Acme"
        K.ACQUISITION,
        "sells sold sell",
        r" (?:co-)?(?:founders?|owners?|family|parent|brothers|management) (?P<v>sells?|sold|agrees? "
        r"to sell|to sell) (?:the |their |his |"
        r"her |its )?(?:company|business|firm|startup|agency|group|brand)(?: he| she| they)?(?: founded)? to (?:the )?"
        rf"{TARGET}",
        Who.BEFORE,
        no=_NO,
    ),
    frame(  # "Globex's board has recommended Acme's offer"
        K.ACQUISITION,
        "board directors shareholders investors",
        r"(?:['’]s?)? (?:board|directors|shareholders|investors) (?:has |have |unanimously |has "
        r"unanimously )*(?:recommend(?:s|ed)?|"
        r"back(?:s|ed)?|accept(?:s|ed)?|approv(?:es?|ed)|reject(?:s|ed)?|rebuff(?:s|ed)?|agree(?:s|d)? "
        r"to|vot(?:e|es|ed) (?:for|in favou?r of|"
        rf"against)) (?:the |an? )?(?:{SUM} )?(?:(?:takeover|merger|offer|bid|acquisition|buyout|"
        rf"sale)(?: bid| offer)? (?:by|from|to) |"
        rf"(?={NAME}['’]s? (?:\S+ ){{0,4}}?(?:offer|bid|takeover|proposal)))(?:the )?{TARGET}",
        Who.OBJECT_DOER,
        no=r"\b(?:settle\w*|pay plan|dividend|resign\w*|ceo)\b",
    ),
)

_BUYER = r"(?:buyer|buyers|new owner|purchaser|suitor|investor)"
MARKET: tuple[Frame, ...] = (
    frame(  # "Initech puts Globex up for sale", "Initech is looking for a buyer for its Globex business"
        K.ACQUISITION,
        "sale block market buyer buyers owner suitor",
        rf"\b(?:put(?:s|ting)?|places|placed) (?:its |the )?(?={NAME}(?: [a-z]+){{0,2}} (?:up for sale|"
        rf"on the (?:auction )?block|on the market))|"
        rf"\b(?:look(?:s|ing)|seek(?:s|ing)?|search(?:es|ing)|hunt(?:s|ing)|find(?:s|ing)?) (?:for "
        rf")?(?:an? )?{_BUYER} for (?:its |the )?{CAP}",
        Who.OBJECT,
        Status.PLANNED,
        no=_NO + r"|\b(?:house|home|mansion|estate|property|building|players?|tickets?)\b",
    ),
    frame(  # "Globex has put itself up for sale", "Globex up for sale"
        K.ACQUISITION,
        "sale block market",
        r"\b(?:(?:has |have )?(?:put(?:s)? (?:itself |up )?)|(?:was |is |has been |been |were )*put |"
        r"is |goes |comes )?(?:itself )?up for sale(?:$|,| by| after| as| in)|"
        r"\b(?:puts?|has put) itself on the (?:auction )?(?:block|market)|"
        r"\b(?:(?:is|was|were|has|have|been|being|be|to|will) )+put on the (?:auction )?(?:block|market)\b",
        Who.DOER,
        Status.PLANNED,
        no=_NO + r"|\b(?:house|home|mansion|estate|property|building|tickets?|domain|island|village|data)\b",
    ),
    frame(  # "Globex agrees to go private"
        K.ACQUISITION,
        "private",
        r"\b(?:agrees?|agreed|plans?|to|will) (?:to )?(?:go|be taken) private\b",
        Who.DOER,
        no=_NO,
    ),
)
