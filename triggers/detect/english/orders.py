"""English frames of orders: who is chosen, who is awarded work, who buys from whom."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_WORK = (
    r"(?:(?:design|engineering|management|advisory|architect) (?:role|brief)|multi-?(?:million|"
    r"billion)(?:[- ]\w+)? deal|contracts?|subcontracts?|sub-contracts?|orders?|purchase orders?|"
    r"tenders?|task orders?|"
    r"delivery orders?|mandates?|frameworks?(?: (?:spot|place|agreement))?|awards? (?:from|by)|"
    r"[$€£]\s?[\d.,]+ ?\w* (?:\S+ ){0,5}award|"
    r"idiq|bpa|blanket purchase agreement|"
    r"(?:spot|place|seat|position|role|slot) on (?:\S+ ){0,4}?(?:contract|vehicle|framework|"
    r"program(?:me)?|idiq|panel|bpa)|prime (?:position|contractor)|(?:facilities|operations|sustainment|"
    r"maintenance|cloud|it|services?|support|outsourcing|defen[cs]e|"
    r"supply|construction|engineering|rail|roads?|highways?|infrastructure|security|cleaning|"
    r"catering|software|data|network|satellite|launch|training|engine|turbine|power|wind|solar|"
    r"payments?|government|federal|state|nhs|navy|army|"
    r"air force|pentagon|nasa|dod|dhs|va|hmrc|mod|ministry|military|framework|school|hospital|"
    r"contract) (?:\w+ )?(?:deals?|work|job|scheme|package|extension|agreement|project|spot|"
    r"mission|lot)|(?:multi-?year|[\w-]+-year|"
    r"largest-ever|biggest-ever|record|landmark|major) (?:\w+ ){0,2}(?:contract|order)|extension)"
)
_NEVER = (
    r"\b(?:player|coach|season|striker|midfielder|defender|goalkeeper|court order|restraining|"
    r"executive order|gag order|funding|series [a-k]|record deal|book deal|film|rookie|quarterback|"
    r"union|teachers?|nurses|labou?r contract|wage|"
    r"shortlist\w*|loses|lost|cancel\w*|terminat\w*|protests?|notices?|investors? (?:order|sell)|"
    r"peace|trade deal|licen[cs]ing|acqui\w+|merger|takeover|strike|market order|lowest bidder "
    r"loses|new world order|in order|contract award notices)\b"
)
_TASK = (
    r"(?:suppl(?:y|ies)|provid(?:e|es)|deliver|deliver(?:s)?|build|run|operate|manage|handle|power|"
    r"host|equip|modernise|modernize|overhaul|replace|upgrade|maintain|support|design|develop|"
    r"construct|install|implement|roll out|carry out|"
    r"furnish|assist|manufacture|produce|launch|fly|refurbish|digiti[sz]e|transform|migrate|"
    r"automate|secure|protect|staff|administer|print|process|train|perform|conduct|integrate)"
)

ORDERS: tuple[Frame, ...] = (
    frame(
        K.CONTRACT_WIN,
        "contract contracts subcontract subcontracts order orders tender tenders mandate mandates "
        "framework frameworks award "
        "awards deal deals work job scheme package extension agreement project spot mission lot "
        "vehicle idiq bpa programme "
        "program panel contractor position",
        rf"\b(?:wins?|won|winning|land(?:s|ed)|bag(?:s|ged)|nab(?:s|bed)|clinch(?:es|ed)|scor(?:es|ed)|"
        rf"secur(?:es|ed)|gets?|got|receiv(?:es|ed)|book(?:s|ed)|captur(?:es|ed)|picks up|picked up|"
        rf"nets|netted|grab(?:s|bed)|snag(?:s|ged)|"
        rf"(?:is |was |been )?(?:awarded|handed|given|granted)|earn(?:s|ed)|seals|inks|signs|(?:pull|"
        rf"haul)(?:s|ed) in|retain(?:s|ed)) "
        rf"[^.;:]{{0,80}}?\b{_WORK}\b",
        no=_NEVER + r"|\b(?:partnership|alliance|collaborat\w+|mou|permit|approval|licen[cs]e|designation|probe|"
        r"fine)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "selected chosen picked tapped named appointed shortlisted hired",
        rf"\b(?:selected|chosen|picked|tapped|named|appointed|hired|enlisted) (?:as |by |for |on |(?=to\b)|"
        rf"(?=(?:lead|main|principal|prime)\b))"
        rf"[^.;:]{{0,110}}?\b(?:providers?|suppliers?|vendors?|(?:main |prime |lead )?contractors?|"
        rf"(?:lead |main |principal )(?:consultants?|designers?|architects?|engineers?)|"
        rf"integrator|operator|contract|program(?:me)?|project|job|scheme|framework|mission|overhaul|"
        rf"rollout|to {_TASK})\b",
        no=_NEVER + r"|\b(?:ceo|cfo|coo|chief|president|chair\w*|director|vp|head|manager|partner of the|best|"
        r"award|list|index|cohort|accelerator|board|jury|ambassador|finalist|executive)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "contract contracts order orders agreement deal framework",
        rf"\b(?:to|will) {_TASK} [^;:]{{2,120}}? (?:under|as part of|in) (?:an? |its |new |the "
        rf")?(?:[\w$€£.,-]+ ){{0,6}}?(?:contract|order|framework|task order|subcontract)\b",
        no=_NEVER,
    ),
    frame(
        K.CONTRACT_WIN,
        "orders order ordered buys buy places placed confirms commits firms signs books",
        r"\b(?:order(?:s|ed)|(?:plac(?:es|ed)|confirm(?:s|ed)|sign(?:s|ed)|finali[sz](?:es|ed)|"
        r"firm(?:s|ed) up|book(?:s|ed)|announc(?:es|ed)) (?:an? |its |firm |new |follow-on |repeat |"
        r"record |launch |provisional )*(?:pre-?)?orders? (?:for|of)|"
        r"commits to|to buy|buys) (?:up to |another |more than |over |at least |an additional "
        r")?(?:\d[\d,]*|more|additional) (?:more |new |additional |further |extra )*(?=(?-i:[A-Z])[\w.-]+)",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:bitcoin|btc|shares|acres|homes|tickets)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "extends extended extend renews renewed renew prolongs expands rolls",
        r"\b(?:extend(?:s|ed)?|renew(?:s|ed)?|prolong(?:s|ed)|roll(?:s|ed) over) (?:its |the |their |a "
        r")?(?=(?:(?-i:[A-Z])[\w&.+-]*(?:['’]s?)? ){1,3}(?:[\w£$€.-]+ ){0,2}(?:contract|deal|agreement|"
        r"services agreement|mandate)\b)",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:partnership|alliance|sponsor\w*|lease|loan)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "commits commit",
        r"\b(?:commits|committed|to commit) to (?=(?:(?-i:[A-Z])[\w&.+-]* ){1,3}(?:in|under|as part "
        r"of) (?:[\w-]+ ){0,3}(?:deal|contract|agreement))",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(
        K.CONTRACT_WIN,
        "signs sign goes go switches moves migrates turns deploys adopts adopt implements standardises "
        "standardizes upgrades onboards",
        r"\b(?:sign(?:s|ed) up|go(?:es)? live (?:on|with)|went live (?:on|with)|switch(?:es|ed) to|"
        r"migrat(?:es|ed) to|turn(?:s|ed) to|deploy(?:s|ed)|adopt(?:s|ed)|implement(?:s|ed)|"
        r"standardi[sz](?:es|ed) on|upgrad(?:es|ed) to|onboards) "
        r"(?=(?-i:[A-Z])[^.;:]{1,40}? (?:for|to|across|as|as part of|in (?:core|cloud)|core|system|"
        r"platform|software)\b)",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:users|feature|app\b|update|ios|android|beta|ev\b|troops|police|law|rules|tool for|"
        r"model|its own|ceo|chief)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "chose chooses selected selects picks picked hands handed awards awarded",
        r"\b(?:chose|chooses|selected|selects|picks|picked|hands|handed|awards|awarded) "
        r"(?=(?-i:[A-Z])[^.;:]{1,50}? (?:for|as (?:its |the |data |cloud |core |[\w-]+ (?:[\w-]+ "
        r"){0,2}(?:platform|provider|system|supplier|vendor|solution)\b)|to (?!(?:head|lead|"
        r"chair|join|succeed|be|act as)\b)[a-z]{3,}\b|[$€£]|(?:data|cloud|core)\b))",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:ceo|cfo|coo|cto|chief|president|chair\w*|director|head of|executive|veteran|"
        r"advis[eo]rs?|banks? for|ipo|site|city for|nominee|running mate|candidate|jury|voters|team "
        r"for|squad|grants?|prize|draft|headquarters|hq|plant|facility|"
        r"hub|offices?|campus|factory|gigafactory|expansion|location|growth|as (?:the )?(?:site|home|base))\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "live",
        r"\b(?:go(?:es)?|went) live (?:on|with) (?=(?-i:[A-Z])[\w&.+-]*(?: (?-i:[A-Z])[\w&.+-]*){0,2}$)",
        Who.OBJECT,
        no=_NEVER + r"|\b(?:android|ios|steam|youtube|twitch|facebook|instagram|tiktok|x|tv)$",
    ),
    frame(
        K.CONTRACT_WIN,
        "deal",
        r"\b(?:sign|ink|land|win|secur|clinch|seal|bag)(?:s|es|ed|ged)? (?:an? |new |record )*(?:[$€£]|"
        r"US\$|Rs\.? ?)\s?[\d.,]+\s?\w* (?:[\w-]+ ){0,2}deal to "
        r"(?!(?:buy|acquire|take|merge|sell|raise|settle|end|invest|fund|develop|license|co-\w+|use|"
        r"rent|lease|sponsor|avoid|resolve|become)\b)",
        no=_NEVER,
    ),
    frame(
        K.CONTRACT_WIN,
        "bidder bidders",
        r"\b(?:emerg(?:es|ed)|declared|named|chosen|selected|becomes?)(?: as)?(?: the)? (?:lowest|"
        r"preferred|successful|winning|l1)(?: l1)? bidder\b",
        no=_NEVER + r"|\b(?:takeover|airline sale|stake|auction house)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "customer customers client launch",
        r"\b(?:land(?:s|ed)|sign(?:s|ed)(?: up)?|win(?:s)?|won|add(?:s|ed)|secur(?:es|ed)|bag(?:s|ged)|"
        r"snag(?:s|ged)) [^.;:,]{1,40}? as (?:an? |its )?(?:\w+ ){0,2}(?:customers?|clients?)\b",
        no=_NEVER,
    ),
)
