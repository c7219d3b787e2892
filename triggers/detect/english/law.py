"""English frames of what authorities do to companies: approvals, refusals, fines, suits, orders, settlements."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.detect.grammar.gates import spelt
from triggers.types import EventKind as K
from triggers.types import Status

# Authorities by what they are called the world over; a country or city stands for its government.
AUTHORITY = (
    r"(?:administration|commission|authorit(?:y|ies)|agency|board|bureau|ministry|department|regulators?|watchdogs?"
    r"|ombudsman|tribunal|courts?|judges?|jury|prosecutors?|attorneys? general|central bank|parliament|senate panel"
    r"|government|officials|states?|justice department|treasury|fda|ema|mhra|sec|ftc|fcc|faa|doj|epa|nhtsa|cfpb|cftc"
    r"|fdic|occ|nlrb|osha|eeoc|ferc|dmv|fed|nydfs|finra|fca|pra|cma|ico|ofcom|ofgem|ofwat|asa|frc|sfo|bafin|kba|amf"
    r"|cnil|dgccrf|arcep|agcm|garante|consob|cnmc|cnmv|aepd|dpc|acm|afm|dnb|finma|fsma|rbi|sebi|cci|trai|dgca|irdai"
    r"|nclt|jftc|fsa|ftc|kftc|fsc|pipc|mas|hkma|sfc|samr|csrc|cac|nmpa|nrc|nnpc|fccpc|cbn|accc|asic|apra|oaic|tga"
    r"|health canada|cade|anvisa|ec|ecb|eu|brussels|beijing|china|washington|india|japan|italy|france|germany|spain"
    r"|turkey|russia|brazil|australia|canada|south korea|nigeria|kenya|indonesia|(?-i:UK|US|U\.K\.|U\.S\.)|california"
    r"|taiwan|singapore|netherlands|ireland|belgium|sweden|denmark|norway|poland|switzerland|austria|mexico|argentina|"
    r"colombia|pakistan|vietnam|thailand|malaysia|philippines|israel|egypt|south africa|new "
    r"zealand|florida|texas|new york|delhi|tokyo|seoul|berlin|paris|london)"
)
# How the last word of an authority's name is written; cheaper to look for than the whole.
BODIES = frozenset(text.split()[-1] for text in spelt(AUTHORITY.replace("(?-i:", "(?:"))) | {"u.k", "u.s"}
_MODAL = (
    r"(?:(?:has|have|had|will|would|to|may|could|is|are|again|also|now|provisionally|formally|"
    r"finally|conditionally|tentatively|unconditionally|officially)\s){0,3}"
)
_HARSH = (
    r"(?:fin(?:e|es|ed)|penalt(?:y|ies)|charges|ban|bans|sanctions?|order|warning(?: letter)?|suit|"
    r"lawsuit|complaint|injunction|refusal letter|complete response letters?|crl|recall order|"
    r"import alert|subpoena|summons)"
)
_LEAVE = (
    r"(?:approvals?|clearance|licen[cs]es?|permits?|permission|designation|status|authori[sz]ation|exemption|nod|"
    r"green light|go-ahead|certificat\w+|charter|waiver|registration|fast[- ]track|priority|breakthrough|ce mark)"
)
_ACTS = (
    r"(?:fin(?:e|es|ed|ing)|prob(?:e|es|ed|ing)|investigat(?:e|es|ed|ing)|su(?:e|es|ed|ing)(?: to (?:block|stop|break "
    r"up|unwind|halt|force))?|block(?:s|ed)?|ban(?:s|ned)?|bar(?:s|red)|approv(?:e|es|ed)|"
    r"clear(?:s|ed)?|green-?light(?:s|ed)?"
    r"|greenlit|oks|ok['’]d|okays|okayed|reject(?:s|ed)|refus(?:e|es|ed)(?: to (?:approve|clear|license))?|den(?:y|ies|"
    r"ied)|declin(?:e|es|ed) to (?:approve|clear)|turn(?:s|ed) down|revok(?:e|es|ed)|suspend(?:s|"
    r"ed)|halt(?:s|ed)|paus(?:e|es|ed)"
    r"|ground(?:s|ed)|interrupt(?:s|ed)|freez(?:e|es)|froze|seiz(?:e|es|ed)|raid(?:s|ed)|charg(?:e|"
    r"es|ed)|accus(?:e|es|ed)"
    r"|order(?:s|ed)|ask(?:s|ed)|tell(?:s)?|told|direct(?:s|ed)|forc(?:e|es|ed)|instruct(?:s|ed)|"
    r"requir(?:e|es|ed)|prohibit(?:s|ed)?"
    r"|forbid(?:s)?|forbade|restrict(?:s|ed)|warn(?:s|ed)|admonish(?:es|ed)|reprimand(?:s|ed)|"
    r"censur(?:e|es|ed)|penali[sz](?:e|es|ed)"
    r"|sanction(?:s|ed)|settl(?:e|es|ed)(?: \w+)? with|settl(?:e|es|ed) (?:its |the )?(?:\w+ "
    r"){0,2}(?:case|charges|suit|lawsuit) (?:with|against)"
    r"|authori[sz](?:e|es|ed)|(?:slap(?:s|ped)?|hits?|hand(?:s|ed)|smack(?:s|ed)|sting(?:s)?|"
    r"ding(?:s|ed)|grant(?:s|ed)|"
    r"award(?:s|ed)|issu(?:e|es|ed)|sends?|sent|serv(?:e|es|ed)|impos(?:e|es|ed)|gives?|gave)"
    rf"(?=[^;:]{{0,100}}\b(?:{_HARSH}|{_LEAVE})\b)"
    r"|licen[cs](?:e|es|ed)|certif(?:y|ies|ied)|recall(?:s|ed)|subpoena(?:s|ed)|summon(?:s|ed)|"
    r"challeng(?:e|es|ed)|scrutini[sz](?:e|es|ed|ing)"
    r"|dismiss(?:es|ed)|toss(?:es|ed)|back(?:s|ed)|"
    r"let(?:s)?|allow(?:s|ed)"
    r"|permit(?:s|ted)|lift(?:s|ed)|eas(?:e|es|ed)|uphold(?:s)?|upheld|quash(?:es|"
    r"ed)|expand(?:s|ed) (?:approval|use) of"
    r"|open(?:s|ed) (?:\w+ ){0,4}(?:probe|investigation|inquiry|proceedings|case|review) (?:into|against|of|over)"
    r"|launch(?:es|ed) (?:\w+ ){0,4}(?:probe|investigation|inquiry|proceedings|case|review) (?:into|against|of)"
    r"|begin(?:s)? (?:\w+ ){0,3}(?:probe|investigation|inquiry|review) (?:into|of)|start(?:s|ed) "
    r"(?:\w+ ){0,3}(?:probe|investigation|inquiry) (?:into|of)"
    r"|knock(?:s|ed) back|pull(?:s|ed) up|rap(?:s|ped)|rebuk(?:es|ed)|votes? (?:against|for|to "
    r"approve|in favou?r of)|rul(?:es|ed)(?= (?-i:[A-Z]))|(?:lift|eas|"
    r"remov|scrap|end)(?:s|es|ed) (?:its |the |a )?(?:[\w-]+ ){0,3}(?:ban|cap|curbs|restrictions|"
    r"suspension|freeze|limits?) on|pursu(?:e|es|ed) (?:\w+ ){0,3}(?:suit|case|charges) against|"
    r"(?:drop(?:s|ped)|withdr(?:aws|"
    r"ew)|end(?:s|ed)|clos(?:es|ed)|abandon(?:s|ed)) (?:its |the |\w+ ){0,2}(?:lawsuit|suit|case|"
    r"probe|charges|"
    r"investigation|inquiry|complaint|appeal) (?:against|into|of|over)|find(?:s)?|found|rul(?:e|es|ed) "
    r"(?:against|that|for|in favou?r of))"
)
# What may stand between the verb and the company: articles, the sum or the paper that it is handed.
_BETWEEN = (
    r"(?:(?:the|an?|its|new|first|two|expanded|accelerated|full|marketing|use|of|for|against|over|a case against|case"
    r"|claims?|that|label|indication|approval|clearance|licen[cs]e|permit|to|data|broker|upon|on|ruling|fine|penalty"
    r"|tech|social media|giant|platform|app|drugmaker|automaker|carmaker|airline|lender|bank|"
    r"retailer|rival|parent|owner"
    r"|crypto|exchange|most of|sec's|ftc's|record|\d[\d.,]*[mb]?n?|[$€£]\S+|million|billion|bn|mln|breakthrough|orphan"
    r"|designation|status|fast|track|priority|review|emergency|authori[sz]ation|ban|cap|curbs|"
    r"suspension|freeze|asset)\s)*"
)
_NEVER = (
    r"\b(?:tariffs?|war|troops|visas|visa (?:rules|fees|polic\w+|holders|applica\w+|ban|scheme)|"
    r"law firm|stockholders|migrants?|citizens|hackers?|murder|rape|assault|sanctions on|election|"
    r"voters?|"
    r"teen\w*|schools?|teachers?|parents?|draft guidance|guidance for|council tax|class[- ]action|shareholders?|"
    r"prisoners?|inmates?|man|woman|couple|drivers?|players?|coach|president|mayor|minister|governor|ex-\w+|police|"
    r"ceasefire|budget|bill\b|firms|companies|banks\b|universit\w+|foundation|"
    r"(?-i:[A-Z])\w+-(?-i:[A-Z])\w+ (?:\w+ ){0,3}(?:merger|deal|tie-up)|gene therapy for|first \w+ "
    r"(?:for|to treat))\b"
)

LAW: tuple[Frame, ...] = (
    frame(
        K.REGULATORY,
        "refund refunds forfeit forfeits surrender disgorge pay pays paid cough fork shell settle "
        "settles settled fined penalty fine resolve resolves agrees agree",
        r"\b(?:(?:has |have |had )?(?:agree(?:s|d)? |is |set |to |will |must |may have )*(?:to "
        r")?(?:pay(?:s|ing)?|paid|cough(?:s|ed)? up|"
        r"fork(?:s|ed)? (?:over|out)|shell(?:s|ed)? out|hand(?:s|ed)? over|surrender|forfeit|refund|"
        r"disgorge)) [^;:]{0,60}?"
        r"\b(?:(?:to|in|over|for|as part of|after|under) [^;:]{0,50}?(?:settle\w*|"
        r"resolv\w+|end|probe|penalt\w+|fines?|charges|violations?|"
        r"allegations|sec\b|ftc\b|doj\b|cfpb\b|nhtsa\b|fca\b|privacy claims|unregistered|consent|"
        r"regulators?|antitrust|bribery|misleading)|"
        r"(?:civil |record |regulatory )?(?:penalt(?:y|ies)|fines?)\b)",
        no=r"\b(?:divorce|class[- ]action|former employee|musicians?|artists?|authors?|players?|driver|"
        r"parking|ransom|investors? (?:sue|"
        r"suit)|shareholders?|patent|library|stake|acqui\w+)\b",
    ),
    frame(
        K.REGULATORY,
        "settle settles settled resolves resolve agrees reaches reached",
        r"\b(?:settl(?:e|es|ed)|resolv(?:e|es|ed)|reach(?:es|ed) (?:a |an )?(?:\S+ ){0,3}(?:settlement|"
        r"deal|agreement)) "
        r"[^;:]{0,50}?\b"
        rf"(?:with (?:[\w.]+ ){{0,4}}?{AUTHORITY}\b|{AUTHORITY} (?:charges|claims|suit|lawsuit|probe|case|"
        rf"allegations|complaint|investigation)|charges (?:with|by|brought))\b",
        no=r"\b(?:class[- ]action|patent|divorce|shareholders?|musicians?|authors?|17 \w+|dozens of|\d+ "
        r"(?:advisory )?firms)\b",
    ),
    frame(
        K.REGULATORY,
        "order orders consent decree",
        rf"\b{AUTHORITY}(?:['’]s)? (?:consent |final |proposed |court |settlement )*(?:order|decree|"
        rf"ruling|rules|decision|action|settlement|fine|complaint|suit|lawsuit|alleges|says) "
        r"(?:will |would |to |that )?(?:ban|bans|bar|bars|prohibit|prohibits|require|requires|force|"
        r"forces|stop|stops|against|accuses|charges|targets|name|names|hits) " + _BETWEEN,
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(
        K.REGULATORY,
        "fda ema ftc sec fcc faa doj epa nhtsa cfpb fed dmv nydfs fca pra cma ico ofcom ofgem ofwat asa frc bafin amf "
        "cnil agcm garante consob cnmc cnmv dpc acm afm finma rbi sebi cci trai dgca nclt jftc fsa "
        "kftc mas hkma sfc samr "
        "csrc cac nmpa fccpc accc asic tga cade ec ecb eu brussels beijing china washington watchdog "
        "watchdogs regulator "
        "regulators court courts judge jury tribunal commission authority authorities agency ministry department "
        "prosecutors administration government bureau board states india japan italy france germany "
        "spain turkey russia "
        "taiwan singapore netherlands ireland belgium sweden denmark norway poland switzerland austria "
        "mexico argentina "
        "colombia pakistan vietnam thailand malaysia philippines israel egypt zealand florida uk us "
        "u.s. california texas canada australia",
        rf"\b{AUTHORITY}(?: panel| advis[eo]rs| (?:advisory )?committee| staff| judge| court| chief| "
        rf"agency)?(?:,? (?:which|that|who))? (?P<v>{_MODAL}{_ACTS}) {_BETWEEN}",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(
        K.REGULATORY,
        "announces announced securing receiving obtaining winning fails fail failed wins won win gets got receives "
        "received receive secures secured nabs lands snags scores earns "
        "bags obtains obtained gains awaits clears passes faces awarded granted hit draws given handed issued",
        r"\b(?:announc(?:es|ed)|fail(?:s|ed)|wins?|won|gets?|got|receiv(?:es?|ed|ing)|secur(?:es|ed|ing)|nabs?|lands?|"
        r"landed|snags?|scor(?:es|ed)|earn(?:s|ed)|bag(?:s|ged)|obtain(?:s|ed)|"
        r"gain(?:s|ed)|clear(?:s|ed)|pass(?:es|ed)|fac(?:es|ed)|hit (?:with|by)|draws?|drew|(?:is |was "
        r"|been )?(?:awarded|granted|given|handed|issued|denied|sent)) "
        r"[^;:]{0,60}?\b(?:fda (?:review|nod|approval|clearance|green ?light|go-ahead|"
        r"warning|rejection|inspection|breakthrough|fast|panel|clinical hold)|"
        r"complete response letter|crl|eua|emergency use|510\(k\)|ce[- ]mark(?:ing)?|de novo|orphan(?: "
        r"drug)?|breakthrough (?:device )?(?:designation|status|tag|therapy)|"
        r"fast[- ]track (?:designation|status|tag)|priority review|warning letter|(?:fca|banking|bank|"
        r"e-money|emi|gambling|casino|operating|payments?|broker-dealer|crypto|vara|"
        r"mica|bitlicense|insurance) (?:\w+ )?(?:licen[cs]e|charter|authori[sz]ation|approval|"
        r"registration)|type certificat\w+|operating certificate|import ban|"
        r"(?:health canada|ema|ec|mhra|nmpa|tga|pmda|anvisa|sebi|rbi|fcc|faa|cma|ftc|doj|antitrust|"
        r"regulatory|court|merger) (?:\w+ )?(?:approval|clearance|nod|"
        r"authori[sz]ation|go-ahead|green ?light|blessing|consent|permission|licen[cs]e|backing))\b",
        no=r"\b(?:shareholders?|board approval|planning permission|security clearance|voters?|rating|what "
        r"does|players?|council|film)\b",
    ),
    frame(
        K.REGULATORY,
        "handed given issued served dealt landed hit slapped banned barred ordered forced fined "
        "penalised penalized sanctioned sued charged accused probed investigated "
        "summoned told warned censured reprimanded stripped cleared exonerated found",
        r"\b(?:handed|given|issued|served|dealt|landed with|hit with|slapped with) (?:an? |the |record "
        r"|fresh |another |[$€£]\S+ |\d\S* |million |billion |bn )*"
        r"(?:fine|penalty|ban)\b|\bcharged (?:in|by) [^;:]{2,40}? (?:over|with|for) |\b(?:(?:is|are|"
        r"was|were|be|been|gets?|got) )?(?:banned|barred|"
        r"prohibited|blocked|ordered|"
        r"forced|stripped|censured|reprimanded|suspended|stopped) "
        rf"(?:by |from |over |in |after |of )[^;:]{{0,70}}?\b(?:{AUTHORITY})\b",
        no=r"\b(?:players?|coach|driver|murder|teen\w*|users?|students?|ceo|founder|trader|advis[eo]rs?|"
        r"man|woman|evacuat\w+|landlord|tenants?|fans?)\b",
    ),
    frame(
        K.REGULATORY,
        "recommended trial face faces facing",
        rf"\b(?:(?:is |was )?recommended for (?:\w+ )?approval|(?:must|will|to|should) face (?:an? |"
        rf"the )?(?:\w+ ){{0,2}}?(?:{AUTHORITY}|antitrust|privacy|monopoly|bribery|fraud) (?:\w+ "
        rf")?(?:trial|charges|lawsuit|suit|probe|case|claims|action|investigation))\b",
        no=r"\b(?:class[- ]action|murder|ex-\w+|player|driver|shareholders?)\b",
    ),
    frame(
        K.REGULATORY,
        "appeal appeals case fight battle bid challenge suit lawsuit ruling",
        r"\b(?:los(?:es|t)|wins?|won|fails in|prevails in|beats|defeats|faces|awaits) [^.;:]"
        r"{0,40}?\b(?:appeal|legal (?:battle|fight|challenge)|court (?:battle|fight|case|"
        r"challenge|bid)|"
        r"antitrust (?:case|suit|battle|trial)|tax (?:case|battle|dispute)) (?:against|over|to|in|with|"
        r"on) [^.;]{0,50}?\b(?:fines?|penalt\w+|eu|ftc|sec|doj|commission|regulators?|watchdog|"
        r"ban|licen[cs]e|order|authority|government|court|tax)\b",
        no=r"\b(?:players?|club|coach|murder|custody|musician|author|ex-\w+|election|libel)\b",
    ),
    frame(
        K.REGULATORY,
        "submits submit files applies seeks submitted filed applied apply",
        r"\b(?:formally |officially )?(?:submit(?:s|ted)?|fil(?:es|ed)|appl(?:ies|ied)|seeks?|sought|"
        r"asks?|request(?:s|ed)) (?:for |an? |its |the |to |with |new |formal )*(?:[\w-]+ ){0,3}?"
        r"(?:nda|bla|510\(k\)|pma|ind|maa|banking licen[cs]e|bank charter|banking charter|e-money "
        r"licen[cs]e|(?:fda|ema|regulatory|fcc|faa) (?:approval|clearance|application|submission|"
        r"filing)|"
        r"marketing (?:authori[sz]ation )?application|application (?:to (?:the )?(?:fda|ema)|for "
        r"(?:\w+ ){0,3}(?:licen[cs]e|approval)))\b",
        status=Status.PLANNED,
        no=r"\b(?:visa|patent|asylum|divorce|lawsuit)\b",
    ),
    frame(  # what an authority is heard to be about to do
        K.REGULATORY,
        "sue suing charge charging fine fining indict",
        rf"\b{AUTHORITY} (?:(?:is|are|was) )?(?:likely|looks?|looking|preparing|prepares?|poised|expected|ready|"
        rf"reportedly set|said|weighs?|considers?|mulls?|weighing|considering|mulling) (?:to )?(?:be )?"
        rf"(?:sue|suing|charge|charging|fine|fining|indict)(?: the)? (?=(?-i:[A-Z]))",
        Who.OBJECT,
        status=Status.RUMOURED,
        no=_NEVER,
    ),
    frame(
        K.REGULATORY,
        "obstructed obstructs hindered misled",
        r"\b(?:obstruct(?:s|ed)|hinder(?:s|ed)|misled|impeded) (?:an? |the |its )?(?:[\w-]+ ){0,3}?"
        r"(?:probe|investigation|inquiry|inspection|regulators?|watchdog)\b",
        no=_NEVER,
    ),
)
