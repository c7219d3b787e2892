"""English frames of what authorities grant and refuse: medicines, licences, charters, deals and plans."""

from __future__ import annotations

from triggers.detect.english.law import AUTHORITY, BODIES
from triggers.detect.english.pieces import CAP, SUM
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_DRUG_BODY = (
    r"(?:(?:the |an? )?(?:us |u\.s\. |u\.k\. |uk |eu |e\.u\. |european |federal |british |english |japanese |chinese |"
    r"health |drug |food and drug )*(?:fda|ema|chmp|mhra|nice|pmda|nmpa|tga|anvisa|health canada|g-ba|iqwig|"
    r"cost watchdogs?|watchdogs?|regulators?|regulatory (?:panel|advisers)|health (?:agency|service|authorit(?:y|ies))|"
    r"medicines (?:agency|regulator)|administration|commission)(?: (?:panel(?:ists)?|advisers|advisors|advisory "
    r"(?:panel|committee)|adcomm|committee|experts|staff|reviewers|board))?)"
)
_SAYS = (
    r"(?:(?:ha[sd]|have|will|to|is|are|was) )*(?:\w+ly )?(?:back(?:s|ed)?|recommend(?:s|ed)?|endors(?:es?|ed)|"
    r"support(?:s|ed)?|turn(?:s|ed)? (?:down|away)|reject(?:s|ed)?|snub(?:s|bed)?|spurn(?:s|ed)?|delay(?:s|ed)?|"
    r"postpon(?:es?|ed)|push(?:es|ed) back|knock(?:s|ed)? back|vot(?:es?|ed|ing) (?:down|against|for|in favou?r of|to "
    r"(?:back|approve|recommend|reject))|(?:won['’]t|will not|not|refus(?:es|ed) to|declin(?:es|ed) to) (?:fund|cover|"
    r"covering|pay for|approve|recommend|back|clear)|declin(?:es|ed)|fast-track(?:s|ed)?|oks?|ok'?d|okays?|okayed|"
    r"nods|"
    r"den(?:y|ies|ied)|refus(?:es?|ed)|green-?lights?|greenlit|waves? through|says (?:yes|no) to|said (?:yes|no) to|"
    r"sign(?:s|ed)? off(?: on)?|wav(?:es|ed) through|question(?:s|ed)?|tentatively approves|conditionally approves)"
)
_SPECIAL = (
    r"(?:breakthrough|fast[- ]track|orphan|priority review|rare[- ]paediatric|rare[- ]pediatric|rmat|prime|"
    r"accelerated|priority|sakigake|qualified infectious|conditional|emergency use|de novo|510\(k\)|ce[- ]mark|"
    r"special protocol)"
)
_GETS = (
    r"(?:win|bag|score|get|earn|land|nab|snag|secure|gain|receive|clinch|grab|obtain|collect|pick up|capture|take)"
    r"(?:s|ed|bed|ged|d)?|won|got|took|granted|awarded|handed|given"
)
_LICENCE = (
    r"(?:(?:national |state |full |limited |new |its |own |an? |the |us |uk |eu |european |georgia |texas |florida |"
    r"industrial |de novo |\w+ )*(?:bank(?:ing)?|trust(?: bank)?|e-money|electronic money|payments?(?: institution)?|"
    r"gaming|gambling|casino|betting|broker(?:age)?|broker-dealer|money transmitter|operating|pilot|drone|"
    r"cannabis|mining|crypto|mica|virtual asset|insurance|lending|telecoms?|spectrum|airline) "
    r"(?:charters?|licen[cs]es?|permits?|registrations?|certificates?))"
)
_ASKS = (
    r"(?:seek|pursue|want|eye|await|request|target)(?:s|ed|ing)?|seeking|sought|appl(?:y|ies|ied|ying) for|"
    r"fil(?:e|es|ed|ing) for|bids? for|in line for|hopes for|closer to|step closer to"
)
_NO = (
    r"\b(?:murder|election|school|player|coach|planning|council|shareholder|investors?|board|union|patent|copyright|"
    r"trademark|minister says|driving licen[cs]e|analysts?)\b"
)
_THE = (
    r"(?:the |an? |its |new |proposed |planned |plans? (?:for|by) |approval (?:of|for) |use of |early |bid by |"
    r"bid from )*"
)

VERDICTS: tuple[Frame, ...] = (
    frame(  # "FDA advisers vote against Acme's pain drug", "NICE recommends Acme's treatment"
        K.REGULATORY,
        "fda fdas ema ec chmp mhra pmda nmpa tga anvisa nice g-ba iqwig panel panelists advisers advisors adcomm "
        "england "
        "scotland watchdog watchdogs regulator regulators regulatory administration commission agency service "
        "authority",
        rf"(?:\b(?:fda|ema|ec|chmp|mhra|pmda|nmpa|tga)s?|(?-i:\bNICE)|{_DRUG_BODY}|\bengland|\bscotland|\bpanel"
        rf"(?:ists)?|\badvisers) (?:[a-z]+ )??{_SAYS} (?:[a-z]+ on |decision on |verdict on |ruling on |nod for "
        rf")?{_THE}"
        rf"(?:[a-z][\w-]* ){{0,4}}?{CAP}",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Acme wins 'breakthrough' title for leukaemia drug", "Acme bags fast-track tag"
        K.REGULATORY,
        "breakthrough fast-track track orphan priority rare rmat prime accelerated designation status conditional",
        rf"\b(?:{_GETS}) (?:an? |the |its |us |fda |fda['’]s |ema |eu |coveted |second |new )*['‘“\"]?{_SPECIAL}"
        rf"(?:[- ]\w+)?['’”\"]? (?:\w+ ){{0,2}}?(?:designation|status|title|tag|label|nod|badge|review|voucher|"
        rf"clearance|approval|authori[sz]ation|ok|stamp|perk)\b",
        no=_NO,
    ),
    frame(  # "Acme wins FDA OK for its heart pump", "Acme gets some EU encouragement", "waits for an FDA decision"
        K.REGULATORY,
        "ok okay nod blessing thumbs-up sign-off backing encouragement support win endorsement decision verdict green "
        "go-ahead delay setback rejection snub knockback",
        rf"\b(?:(?:{_GETS}|misses out on|loses|fac(?:es|ed)|suffers|suffered|hit (?:by|with)) (?:an? |the |some |its |"
        rf"quick |early |expanded |new |second |key |long-awaited |surprise |another |us |u\.s\. )*(?:fda|ema|eu|"
        rf"e\.u\.|"
        rf"european|ec|nice|mhra|chmp|chinese|japanese|us|uk|regulatory|regulators?['’]?|ftc|cma|faa|fcc|epa|nrc|"
        rf"ferc)(?:['’]s)? (?:\w+ ){{0,2}}?(?:ok|okay|nod|blessing|thumbs[- ]up|sign-?off|backing|encouragement|"
        rf"support|win|endorsement|green light|go-ahead|delay|setback|rejection|snub|knock-?back|recommendation)|"
        rf"(?:have to |must |forced to )?(?:wait|waits|await|awaits|awaiting) [^;:]{{0,30}}?(?:for (?:an? |the )?)?"
        rf"(?:fda|ema|eu|ec|regulatory|chmp|ftc|faa) (?:decision|verdict|ruling|ok|nod|approval|go-ahead))\b",
        no=_NO,
    ),
    frame(  # "Acme seeks bank charter", "Acme grabs Georgia banking charter"
        K.REGULATORY,
        "charter charters licence license licences licenses permit permits registration certificate",
        rf"\b(?:{_ASKS}|{_GETS}|loses|lost|surrenders|hands back|gives up|renews|granted) {_LICENCE}\b",
        no=_NO + r"|\b(?:software|technology|music|image|to use|deal|agreement) licen[cs]",
    ),
    frame(  # "Acme files rate case with FERC"
        K.REGULATORY,
        "files filed submits submitted lodges lodged",
        rf"\b(?:files|filed|submits|submitted|lodges|lodged) (?:an? |its |the |new )*(?:[\w-]+ ){{0,4}}?(?:application|"
        rf"petition|plan|case|settlement(?: agreement)?|request|proposal|tariff|notification|submission|dossier) "
        rf"(?:with|to) (?:the )?(?:\w+ ){{0,3}}?(?:{AUTHORITY}|ferc|puc|fda|ema|nrc|commission|regulators?|agency)\b",
        no=_NO + r"|\b(?:court|bankruptcy|chapter|ipo|prospectus|listing|s-1|offering)\b",
    ),
    frame(  # "FTC takes second look at Acme's search business", "Ministry is scrutinising Acme"
        K.REGULATORY,
        "look looking questions scrutinising scrutinizing scrutinises scrutinizes scrutinised scrutinized examines "
        "examining examined inquiries digs quizzes letters letter told",
        rf"\b(?:{AUTHORITY}|officials)(?: officials| staff| lawyers)?(?: is| are| has| have)? (?:tak(?:es|ing|en) "
        rf"(?:an? |"
        rf"\w+ )*look at|look(?:s|ing)? (?:again )?(?:into|at)|ask(?:s|ing|ed) questions(?: again)? about|"
        rf"scrutini[sz](?:es|ing|ed)|examin(?:es|ing|ed)|dig(?:s|ging) into|quizz(?:es|ed|ing)|mak(?:es|ing) inquiries "
        rf"(?:about|into|at)|(?:issue[sd]?|sen[dt]s?|sent) (?:an? |two |three )?(?:warning|cease-and-desist) letters? "
        rf"to|tells?|told) (?:whether |how |if |the |about |[a-z][\w-]* ){{0,5}}?{CAP}",
        Who.OBJECT,
        no=_NO + r"|\b(?:told|tells?) (?:\w+ )?(?-i:[A-Z])\w+ (?:that|the|on|he|she|it)\b",
        near=BODIES,
    ),
    frame(  # "Minister signs off on Acme's bid", "EU gives green light to Acme's plan", "State gives nod to Acme"
        K.REGULATORY,
        "off clearance blessing nod green go-ahead approval permission consent",
        rf"\b(?:{AUTHORITY}|minister|secretary(?: of state)?|ministers|governor)(?: \w+)? (?:ha[sd] |have )?"
        rf"(?:(?:sign(?:s|ed)? off(?: on)?)|(?:giv(?:es|en)|gave|grant(?:s|ed)) (?:the |its |an? |final |conditional )*"
        rf"(?:green light|go-ahead|nod|approval|blessing|clearance|permission|consent|licen[cs]e)(?: in the \w+)? "
        rf"(?:to|"
        rf"for)) (?![^;:]*\bof\b[^;:]*\bby\b){_THE}(?:[a-z][\w-]* ){{0,5}}?{CAP}",
        Who.OBJECT,
        no=_NO,
        near=BODIES | {"minister", "ministers", "secretary", "governor"},
    ),
    frame(  # "Acme fined £200,000 after a worker lost three fingers", "Acme guilty of safety breaches"
        K.REGULATORY,
        "fined guilty",
        rf"\b(?:fined (?:an? |a record |nearly |over |more than |about |up to )*{SUM} (?:after|following|over|for|when|"
        rf"by)|(?:was|is|been|found|pleads|pleaded) (?:found )?guilty (?:of|to) [^;:]{{0,40}}?(?:breach\w*|offences?|"
        rf"charges?|failings?|polluti\w+|safety|fraud|violat\w+|dumping|price|corporate))\b",
        no=r"\b(?:man|woman|driver|player|club|boss|ceo|founder|director|trader|council|footballer|coach|ex-\w+)\b",
    ),
    frame(  # "Acme settles investigations in 35 states", "Acme settles with the SEC"
        K.REGULATORY,
        "settle settles settled settlement resolve resolves resolved",
        rf"\b(?:settl(?:es?|ed)|resolv(?:es?|ed)|reach(?:es|ed) (?:an? |\w+ ){{0,3}}(?:{SUM} )?settlement)(?: (?:the |"
        rf"all |its |an? )?(?:[\w-]+ ){{0,4}}?(?:investigations?|probes?|charges|claims|allegations|case|inquiry|"
        rf"dispute))?,? (?:in|with|by|brought by|over [\w -]{{2,40}} with) (?:the )?(?:\w+ ){{0,3}}?(?:{AUTHORITY}|"
        rf"states|attorneys? general|ag|iowa|ohio|michigan|illinois|florida|sec|ftc|doj|epa|fda)\b",
        no=_NO + r"|\b(?:settles in|court of arbitration|divorce)\b",
    ),
)
