"""Who rules over companies, and the words in which they do."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words

# Under their full names: "Financial Conduct Authority", "Environment Agency", "Authority for Consumers and Markets".
_NAMED = (
    r"(?-i:Authority(?: for [A-Z][a-z]+(?: and [A-Z][a-z]+)?| of [A-Z][a-z]+)?|Agency|Ombudsman|Inspectorate|Bureau|"
    r"Administration|Commissioner['’]s Office|Health and Safety Executive|Bank of England|Reserve Bank|Fraud Office|"
    r"Department of (?:Financial Services|Labou?r|Health|Energy|Agriculture|Insurance))"
)

AUTHORITY = re.compile(
    rf"\b(?:{_NAMED}|fda|ema|sec|ftc|fcc|faa|cma|fca|doj|epa|nhtsa|cfpb|cftc|fdic|occ|eu|european "
    r"(?:commission|union|regulators?)|ec|commission|rbi|sebi|cci|trai|irdai|dgca|bafin|finma|amf|"
    r"acpr|cnil|arcep|bundeskartellamt|kartellamt|consob|agcm|agcom|cnmc|cnmv|ico|ofcom|ofgem|"
    r"ofwat|pra|dpc|mas|asic|accc|apra|jftc|kftc|ftc|samr|csrc|cac|nmpa|mhra|tga|"
    r"health canada|hsa|irs|cfius|justice department|department of (?:justice|transportation|"
    r"commerce)|regulators?|watchdog|antitrust (?:authority|regulators?|agency)|competition "
    r"(?:authority|watchdog|commission|bureau|regulator)|data protection (?:authority|commission|"
    r"watchdog|agency)|privacy (?:watchdog|regulator)|central bank|"
    r"court|supreme court|high court|tribunal|judge|jury|prosecutors?|police|attorney general|"
    r"authorities|ministry|government|lawmakers|state|parliament|"
    r"china|india|japan|south korea|italy|france|germany|uk|u\.?k\.?|us|u\.s\.?|russia|turkey|"
    r"brazil|australia|canada|spain|texas|california|new york|beijing|brussels|washington|aufsicht|"
    r"kommission|staatsanwaltschaft|gericht|commission européenne|justice)\b",
    re.I,
)
ACTS = words(
    """grounds approve probe hits fines fine fined probes probe probing investigates investigate investigating
    investigated sues sued blocks blocked block bans banned ban approves approved approve clears cleared clear
    orders ordered order charges charged accuses accused penalizes penalises suspends suspended revokes revoked
    revoke cancels scraps greenlights greenlit raids raided halts halted grants granted rejects rejected summons
    prosecutes prosecuted penalised penalized censured censures reprimanded reprimands cited cites
    warns vetoes vetoed opens launches starts slaps imposes imposed seizes seized arrests subpoenas unwind
    authorizes authorises licenses restricts restricted restrict verhängt untersucht ermittelt verklagt
    verbietet genehmigt enquête condamne inflige autorise sanciona multa investiga aprueba indaga tests informed
    rules ruled files escalates probed raises threatens"""
)
PASSIVE = words(
    """hit slapped fined probed investigated sued blocked banned approved cleared charged accused ordered raided
    penalised penalized suspended summoned greenlit licensed sanctioned authorised authorized convicted indicted
    multada condamnée sanctionnée subpoenaed"""
)
GETS = re.compile(
    r"^\s*(?:\S+ ){0,7}?(?:(?:fda|ema|sec|fcc|ofcom|court|federal|chinese|government|german|french|"
    r"indian|ftc|faa|fca|cma|rbi|sebi|regulatory|antitrust|eu|nmpa|"
    r"mhra|amf|bafin|nod|cci|finra|marketing|ce[- ]mark|510\(k\)|de novo|orphan|breakthrough|"
    r"fast[- ]track|emergency use|banking|final|tentative|usfda|us fda|mas|hsa|epa|merger|"
    r"shareholder)\s*(?:\S+ ){0,3}(?:approval|permission|go-ahead|clearance|nod|licen[cs]e|"
    r"authori[sz]ation|designation|mark|green ?light|penalty|fine|warning|probe|investigation|"
    r"scrutiny|inquiry|registration|subpoena|observations|charter|notice|ban)|approval from|"
    r"licen[cs]e from|clearance from|(?:regulatory )?(?:approval|clearance|penalty|licen[cs]e)\b|"
    r"antitrust (?:probe|suit|case|investigation|scrutiny|charges|complaint)|fine of|nod from|(?:positive |"
    r"negative )?opinion from|"
    r"ban\b|(?:us )?(?:fda|ema|nda|bla|sec) (?:application|submission|filing)|\S+ (?:\S+ )?to "
    r"settle (?:\S+ )?(?:sec|ftc|doj|us|eu|federal|charges|probe|investigation)|zulassung|lizenz|"
    r"agrément|autorisation|amende)",
    re.I,
)
GET_VERBS = words(
    """gets get got receives receive received wins won secures secured obtains obtained faces face facing faced gains
    gained lands nabs bags earns hit hits secured erhält bekommt obtient reçoit obtiene ottiene files seeks
    submits pays agrees settles clears loses awaits clinches granted under"""
)
OF_LAW = re.compile(
    r"\b(?:probe|probes|investigation|antitrust|fine[sd]?|penalt(?:y|ies)|licen[cs]e|approv\w+|"
    r"clearance|ban(?:s|ned)?|lawsuit|suit|regulator\w*|watchdog|fda|sec|ftc|order(?:s|ed)?|court|prosecut\w+|penali[sz]\w+|censur\w+|reprimand\w*|cite[sd]|"
    r"block\w*|veto\w*|greenlights?|bankruptcy|liquidation|privacy|monopoly|competition|violat\w+|"
    r"sanction\w*|recall|charge[sd]?|raid\w*|arrest\w*|ermittlungen|kartell\w*|bußgeld|zulassung|"
    r"amende|enquête|multa|sanción|inquiry|summon\w*|fraud|scrutiny|nod|authori[sz]\w+|"
    r"registration|designation|complaint|opinion|tests|grounds?|grounded|clears?|cleared|suspend(?:s|ed)?|mark|appeal)\b",
    re.I,
)
PRIVATE = re.compile(
    r"\b(?:father|mother|family|parents|author|authors|investor|investors|shareholders?|users|"
    r"class[- ]action|law firm|stockholders|customers|former employee|musk|patients|widow|artists|writers|publishers?|"
    r"musicians|startup|rival|ex-\w+|jury (?:says|finds|awards)|workers|employees|neighbors|"
    r"residents|gamers|players|consumers)\b[^.;]{0,30}\b(?:sues?|sued|suing|lawsuit|files)\b",
    re.I,
)
NO_RULING = re.compile(
    r"\bliquidation of (?:\S+ ){0,4}(?:funds?|etfs?)\b|\b(?:social media ban|court order to|gets court order|ban on|"
    r"router ban|under-16s|bill\b|"
    r"law(?:makers)? (?:pass|propos)|election|tariffs?|sanctions on|ex-president|"
    r"lawsuits?\b.*\broundup|in order to|order book|orders? worth|new order|record orders|charges? "
    r"(?:ahead|of|port|station)|fast charg\w+|price|fee|fda (?:commissioner|chief|head)|analysts?|"
    r"war\b|missile|troops|embargo|hostage|murder|rape|visas|visa (?:rules|fees|program\w*|policy|holders|applicants|"
    r"ban)|citizens|immigra\w+|hackers?|hacked|"
    r"data breach|security breach|crash (?:probe|investigation|inquiry)|gag order)\b",
    re.I,
)
