"""Finite verbs of headlines, all inflections. They end the subject of a sentence and start the search for one."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words


def forms(lemma: str) -> tuple[str, ...]:
    """The regular inflections of an English verb: raise -> raise raises raised raising."""
    if lemma.endswith("e"):
        stem = lemma[:-1]
        return lemma, lemma + "s", lemma + "d", stem + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma, lemma + "es", lemma + "ed", lemma + "ing"
    stem = lemma + lemma[-1] if _DOUBLED.fullmatch(lemma) else lemma
    return lemma, lemma + "s", stem + "ed", stem + "ing"


# One short vowel before the last letter, or a stress on it: snap, snapped.
_DOUBLED = re.compile(
    r"[^aeiou]*[aeiou][^aeiouwxy]|(?:ad|com|e|o|per|sub|trans|re)mit|(?:de|pre|re|con)fer|transfer|equip|outbid|rebut|"
    r"co[mn]?pel|propel|expel|unwrap|reship|offset"
)


def inflect(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form in forms(lemma))


_REGULAR = """prepare compromise revamp shortlist send walk gobble bolster finalise finalize ground splash strike woo
    sweeten rebuff spurn snub shuffle modernize modernise transform maintain overhaul digitize automate
    streamline grow explore protect secure study deepen broaden accuse lower hike trail outpace inject flag pick
    postpone value schedule host raise secure land close nab snag bank gain net collect attract obtain receive
    clinch haul complete announce draw garner gather pocket score fetch acquire purchase merge absorb swallow
    appoint name hire tap promote poach elevate recruit install resign depart retire exit quit step fire oust
    leave join launch unveil introduce debut release roll reveal open expand invest plan build double partner
    team sign ink forge collaborate unite integrate deploy award select choose supply deliver report post beat
    miss swing return jump surge fall slump drop climb soar rise slide plunge tumble narrow widen fine probe
    investigate approve clear block ban order charge accuse sue settle confirm deny reject suffer disclose admit
    detect hack breach expose leak steal file price list float seek eye weigh mull consider explore near aim
    target warn say tell ask call urge want need expect agree decide try add use offer sell cut slash trim axe
    lay eliminate reduce shed shutter shut scrap halt pause delay abandon drop cancel terminate start begin end
    continue keep make take give get go come bring put set turn move pull push hold bet back lead co-lead win
    bag grab lift boost buy pay spend see find show face hit top tops become mark extend renew strengthen deepen
    enter celebrate create develop design test upgrade update enable allow let help support power fuel drive run
    operate manage serve provide ship tease discontinue rename rebrand relocate establish inaugurate break
    commission pump pour commit pledge inject borrow issue refinance advance progress submit withdraw revoke
    scrap suspend license grant greenlight veto wrap emerge exercise swap sweep scoop rake reel inch surpass
    cross exceed slip gear accelerate ramp respond address defend blame claim argue describe explain discuss
    share publish nominate replace succeed assume relinquish demote"""
_MORE = """accept detect tuck lace outbid churn mop brew pen gobble triple quadruple"""
# Every regular form of a verb -> all of them.
FAMILY = {form: forms(lemma) for lemma in f"{_REGULAR} {_MORE}".split() for form in forms(lemma)}
_IRREGULAR = """sent struck threw flew spun shook won got led bought sold laid left quitting took taken made said
    told saw seen went goes gone came began beginning grew fell rose built held found paid spent
    gave given brought kept lost loses losing broke drew stole stolen wrote writes ran became met
    meets chose chosen is are was were has have had will would could may might should can must does
    do did be been to being sought beaten spins swept swung sank sinks sunk slid reelected overtakes
    overtook sammelt sammelte erhält erhielt sichert schließt holt übernimmt übernahm kauft kaufte
    verkauft ernennt beruft bestellt verlässt tritt geht wird wurde ist hat haben startet eröffnet
    baut streicht entlässt investiert stellt bringt meldet steigert plant gibt gewinnt wirbt
    wechselt beteiligt steigt verpflichtet bekommt schluckt erwirbt lève lèvent boucle annonce
    acquiert rachète nomme quitte lance ouvre signe obtient supprime réalise cède reprend décroche
    récolte compra adquiere adquirió levanta cierra nombra lanza acquisisce raccoglie nomina lancia
    chiude capta recibe ficha anuncia annuncia consigue ottiene recauda vende koopt haalt benoemt
    neemt"""
# Verbs of which only the told forms are heard: their plain forms are nouns, too, or open names.
_TOLD_ONLY = """
    experience confront adopt advise allege amend anticipate apologize apologise assemble assert assess assist
    assure await broadcast caution cede clarify combine compete complain comply comprise conclude condemn
    conduct consolidate contemplate contend contribute convert convince cooperate criticise criticize curtail
    debate declare decline dedicate define defy demolish demonstrate depict derail deserve devise differ
    disappoint dismiss dispatch dispute distribute ditch divest donate downplay downsize earn elect emphasise
    emphasize employ empower encourage encounter endorse enforce engage enhance enjoy enlist ensure entice equip
    erect escalate evacuate evaluate examine exclude execute exhibit expedite extract foresee foster fulfil
    furlough generate grapple greet halve hail ignore illustrate implement impose impress improve include
    incorporate increase indicate inform initiate inspect inspire instruct insure intend intensify invade invite
    involve jettison justify lack lament laud liquidate litigate locate maximize migrate mobilize mourn navigate
    negotiate notify obscure observe occupy oppose opt orchestrate organize organise originate outline outsource
    oversee penalize penetrate perform permit persuade plead ponder portray possess praise predict prefer
    prioritize proceed produce propose prosecute prove publicize punish pursue qualify rebuild rebut recall
    recognise recognize recommend reconsider recover redesign reduce refer refine refresh refuse regain regret
    reiterate remain remember remove renegotiate renovate reopen reorganise reorganize repay replenish
    reposition rescue reshape reshuffle resolve respect restate restore restrict restructure resume retain
    rethink retrieve reverse revert revise revive reward sack sanction satisfy scour scramble scrutinize seize
    shorten showcase simplify solve specify stabilise stabilize stifle stockpile struggle stumble subpoena
    subsidize summon supplement surrender sustain tackle tempt threaten thwart tighten tout translate trumpet
    tweak unload unlock unwind urge usher utilize validate violate vow waive weaken welcome wield yank send
    accuse"""
_TOLD_FORMS = frozenset(form for lemma in _TOLD_ONLY.split() for form in forms(lemma)[1:3])
VERBS = (inflect(_REGULAR) | inflect(_MORE) | frozenset(_IRREGULAR.split()) | _TOLD_FORMS) - frozenset(
    {
        "lead",
        "back",
        "share",
        "power",
        "test",
        "report",
        "building",
        "holding",
        "holdings",
        "target",
        "pocket",
        "tap",
        "tops",
        "top",
        "can",
        "may",
    }
    | {
        "power",
        "back",
        "share",
        "shares",
        "leading",
        "banking",
        "banks",
        "bank",
        "listing",
        "funding",
        "ship",
        "tap",
        "drive",
        "plans",
        "plan",
        "design",
        "support",
        "fuel",
        "bet",
        "bag",
        "net",
        "land",
        "score",
        "float",
        "list",
        "use",
        "file",
        "order",
        "orders",
        "price",
        "prices",
        "target",
        "targets",
        "designs",
        "hack",
        "call",
        "need",
        "sign",
        "match",
        "mark",
        "gain",
        "gains",
        "group",
        "post",
        "push",
        "move",
        "cross",
        "offer",
        "fire",
        "pump",
        "sweep",
        "scoop",
        "license",
        "advance",
        "advanced",
        "update",
        "running",
        "growing",
        "being",
        "spending",
        "charge",
        "charges",
        "sales",
        "building",
        "updates",
        "results",
        "start",
        "fine",
        "clear",
        "backed",
        "based",
        "open",
        "named",
        "given",
        "can",
        "pool",
        "rolling",
        "rising",
        "backs",
    }
) | words(
    """shares's named plans eyes targets moves offers files orders backs leads opens drives bets lists signs prices
    reports marks nets banks lands fires starts calls needs shares-out uses posts tops gains pushes crosses
    charges fines clears hacks backed open advances"""
)
