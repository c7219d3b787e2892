"""Who comes to which post and who leaves it, in sentences of newsrooms, wires and company pages."""

from __future__ import annotations

import pytest
from support.headlines import read

from triggers.types import EventKind, Status

HIRE, LEFT = EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE
COMES = (
    ("Acme has named Mara Lind to be its chief medical officer", "Mara Lind", "chief medical officer"),
    ("Acme has tapped Mara Lind as SVP, head of development.", "Mara Lind", "SVP, head of development"),
    ("Acme named Mara Lind as president of the board", "Mara Lind", "president of the board"),
    (
        "Acme has promoted Mara Lind to the position of vice president, drug discovery.",
        "Mara Lind",
        "vice president, drug discovery",
    ),
    ("Acme hired Mara Lind to fill the newly created role of chief data officer", "Mara Lind", "chief data officer"),
    (
        "Acme has appointed Mara Lind, formerly head of sales at Globex, as general manager",
        "Mara Lind",
        "general manager",
    ),
    ("Acme (Basel, Switzerland) has announced the appointment of Mara Lind as CSO.", "Mara Lind", "CSO"),
    ("Acme snags former Globex CTO Mara Lind for its board", "Mara Lind", "board"),
    ("Acme hires Mara J. Lind from Globex to lead sales", "Mara J. Lind", "lead sales"),
    ("Acme names CTO Mara Lind interim CEO", "Mara Lind", "interim CEO"),
    ("Acme brings Globex vet on board as CEO", None, "CEO"),
    ("Acme lures Globex exec to be CMO", None, "CMO"),
    ("Mara Lind was last month appointed chief scientific adviser for Acme.", "Mara Lind", "chief scientific adviser"),
    ("Mara Lind, CEO of Globex, has been elected to the board of directors of Acme", "Mara Lind", "board of directors"),
    (
        "Mara Lind has been named vice president of bioinformatics at Acme.",
        "Mara Lind",
        "vice president of bioinformatics",
    ),
    ("Mara Lind is the new director of business development at Acme.", "Mara Lind", "director of business development"),
    ("Mara Lind, ex-Globex, is Acme's first chief revenue officer", "Mara Lind", "chief revenue officer"),
    ("Acme's new CSO is Mara Lind from Globex", "Mara Lind", "CSO"),
    ("Mara Lind will become chief finance officer of Acme", "Mara Lind", "chief finance officer"),
    ("Mara Lind steps into CFO role at Acme", "Mara Lind", "CFO"),
    ("Mara Lind assumes role of managing director at Acme", "Mara Lind", "managing director"),
    ("Mara Lind moves from Globex to Acme as head of product", "Mara Lind", "head of product"),
    ("Mara Lind takes the helm at Acme", "Mara Lind", None),
    ("Mara Lind to lead Acme's European business", "Mara Lind", "lead Acme's European business"),
    ("Mara Lind joins Acme's executive team", "Mara Lind", None),
    ("Mara Lind, Acme's COO since 2019, takes over as CEO", "Mara Lind", "CEO"),
    ("Mara Lind promoted to VP of Engineering at Acme", "Mara Lind", "VP of Engineering"),
    ("Mara Lind appointed CHRO - India, Acme", "Mara Lind", "CHRO - India"),
    ("Acme adds Mara Lind to board of directors", "Mara Lind", "board of directors"),
    ("Acme strengthens board with appointment of Mara Lind", "Mara Lind", "board"),
    ("Acme adds three executives to C-suite", None, None),
    ("Acme bolsters leadership team with two key hires", None, None),
    ("Acme appoints its first female president", None, "president"),
    ("Acme names new chief underwriting officer", None, "chief underwriting officer"),
    ("Acme hires Globex executive to run cloud sales", None, "run cloud sales"),
    ("Acme turns to Globex's Mara Lind to revive sales", "Mara Lind", None),
    ("Acme picks Mara Lind to lead its EMEA business", "Mara Lind", "lead its EMEA business"),
    ("The Acme Institute for Anvil Studies names Mara Lind director general", "Mara Lind", "director general"),
)
GOES = (
    ("Otto Karg, president and CEO of Acme resigned late last week.", "Otto Karg", "president and CEO"),
    (
        "Otto Karg, vice president of business development at Acme, has left the company",
        "Otto Karg",
        "vice president of business development",
    ),
    ("Otto Karg, who founded Acme in 2009, will step down as chief executive", "Otto Karg", "chief executive"),
    ("Otto Karg has resigned from the board of Acme, the company said.", "Otto Karg", "board"),
    ("The chief executive of Acme has resigned after a row over pay", None, "chief executive"),
    ("Acme said its chief executive Otto Karg was stepping down", "Otto Karg", "chief executive"),
    ("Acme founder Otto Karg steps down as chairman", "Otto Karg", "chairman"),
    ("Acme AI founder Otto Karg quits", "Otto Karg", "founder"),
    ("Acme CEO Otto Karg announces retirement", "Otto Karg", "CEO"),
    ("Acme fires Peter Karg", "Peter Karg", None),
    ("Acme's board votes to dismiss Karg as chairman", "Karg", "chairman"),
    ("Otto Karg bids farewell to Acme", "Otto Karg", None),
    ("Acme CTO moves to Globex", None, "CTO"),
    ("Acme and CFO Otto Karg part ways", "Otto Karg", "CFO"),
    ("Co-founder of Acme departs", None, "Co-founder"),
    ("Acme's head of HR Otto Karg leaving company", "Otto Karg", "head of HR"),
)
BOTH = (
    ("Acme replaces CEO Otto Karg with Mara Lind", "Otto Karg", "Mara Lind"),
    ("Acme names Mara Lind CEO, replacing Otto Karg", "Otto Karg", "Mara Lind"),
    ("Acme names Mara Lind CEO as Karg steps down", "Karg", "Mara Lind"),
    ("Acme CEO Otto Karg is stepping down; Mara Lind to replace him", "Otto Karg", "Mara Lind"),
    ("Acme CEO Otto Karg passes the baton to Mara Lind", "Otto Karg", "Mara Lind"),
    ("Acme CEO Otto Karg will be replaced by Mara Lind", "Otto Karg", "Mara Lind"),
    ("Acme picks Mara Lind to succeed Otto Karg", "Otto Karg", "Mara Lind"),
    ("Otto Karg leaves Acme; Mara Lind named new CEO", "Otto Karg", "Mara Lind"),
)
NEITHER = (
    "Mara Lind, who joined Acme as CEO in 2015, has grown revenue tenfold",
    "Acme CEO Mara Lind takes leave of absence",
    "Acme CEO named Executive of the Year",
    "Acme names Globex as lead underwriter",
    "Acme taps Globex Systems to run finance operations",
    "Mara Lind joins FBI as senior technical adviser",
    "President names new chief of defence force",
    "Rovers sack manager Otto Karg",
    "Acme names launch partner",
    "Acme hires bankers to explore sale",
    "Acme CEO Mara Lind celebrates five years at the helm",
    "Acme plans to name its new headquarters after its founder",
    "Former Acme CFO sentenced to four years in prison",
    "The rise of the chief AI officer",
)


def _told(title: str, summary: str = "") -> list[tuple[EventKind, str, str | None, str | None]]:
    return [(m.kind, m.company, m.facts.person, m.facts.role) for m in read(title, summary).mentions]


@pytest.mark.parametrize(("text", "person", "role"), COMES)
def test_who_comes_to_which_post(text: str, person: str | None, role: str | None) -> None:
    [(kind, company, *facts)] = _told(text)
    assert (kind, company.startswith(("Acme", "The Acme")), facts) == (HIRE, True, [person, role])


@pytest.mark.parametrize(("text", "person", "role"), GOES)
def test_who_leaves_which_post(text: str, person: str | None, role: str | None) -> None:
    [(kind, company, *facts)] = _told(text)
    assert (kind, company.startswith("Acme"), facts) == (LEFT, True, [person, role])


@pytest.mark.parametrize(("text", "out", "new"), BOTH)
def test_one_follows_the_other(text: str, out: str, new: str) -> None:
    assert {(kind, company, person) for kind, company, person, _ in _told(text)} == {
        (LEFT, "Acme", out),
        (HIRE, "Acme", new),
    }


@pytest.mark.parametrize("text", NEITHER)
def test_what_only_looks_like_a_change_at_the_top_stays_empty(text: str) -> None:
    assert not [told for told in _told(text) if told[0] in (HIRE, LEFT)]


BELOW = (
    ("New chief executive named", "Acme has appointed Mara Lind as its chief executive.", HIRE, "Mara Lind"),
    ("Changes at the top", "Mara Lind has been named president of Acme.", HIRE, "Mara Lind"),
    ("Lind takes helm", "Mara Lind has been appointed chief executive of Acme.", HIRE, "Mara Lind"),
    (
        "Acme strengthens executive team with senior hire",
        "Acme has strengthened its team with the appointment of Mara Lind as chief customer officer.",
        HIRE,
        "Mara Lind",
    ),
    ("Acme fires CEO", "The vote against Dana Lind came late on Sunday.", LEFT, "Dana Lind"),
    ("Acme dumps CEO Dana Lind", "", LEFT, "Dana Lind"),
    ("Dana Lind confirmed as permanent CEO of Acme", "", HIRE, "Dana Lind"),
    ("Acme CEO steps down", "BASEL (Newswire) – Otto Karg has resigned as Acme's chief executive.", LEFT, "Otto Karg"),
    ("Acme appoints Globex vet as CFO", "Acme has named Mara Lind to be its finance chief.", HIRE, "Mara Lind"),
    ("Acme CFO to retire", "Chief financial officer Otto Karg has held the post since 2010.", LEFT, "Otto Karg"),
)


@pytest.mark.parametrize(("title", "summary", "kind", "person"), BELOW)
def test_the_text_below_names_whom_the_headline_means(title: str, summary: str, kind: EventKind, person: str) -> None:
    assert (kind, "Acme", person) in {told[:3] for told in _told(title, summary)}


def test_the_text_below_tells_who_follows() -> None:
    told = _told("Acme CEO Otto Karg steps down", "Mara Lind, the finance chief, will take over as chief executive.")
    assert (HIRE, "Acme", "Mara Lind") in {t[:3] for t in told}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Acme CFO Otto Karg to leave at the end of March", Status.PLANNED),
        ("Acme CFO Otto Karg to step down", Status.ANNOUNCED),
        ("Acme CEO Otto Karg may leave, sources say", Status.RUMOURED),
        ("Mara Lind will become CEO of Acme", Status.ANNOUNCED),
        ("Acme to appoint former Globex chief as CEO", Status.PLANNED),
    ],
)
def test_a_departure_ahead_is_planned_where_it_has_a_date(text: str, status: Status) -> None:
    assert {m.status for m in read(text).mentions} == {status}


NAMED = (
    ("Acme's chief financial officer, Mara Lind, will become chairman", "Acme", "Mara Lind"),
    ("Mara Lind named CEO by the Acme board of directors", "Acme", "Mara Lind"),
    ("Mara H. H. Wilson joins Acme as CFO", "Acme", "Mara H. H. Wilson"),
    ("Mara Lind Jr. will lead Acme as interim CEO", "Acme", "Mara Lind Jr."),
    ("Acme Hospital in Basel named Mara Lind chief financial officer.", "Acme Hospital", "Mara Lind"),
    ("Salem, Mass.-based Acme has named Mara Lind, MD, as COO.", "Acme", "Mara Lind"),
    ("Acme Children's Hospital names Mara Lind CEO", "Acme Children's Hospital", "Mara Lind"),
    ("Karg's ropes in Mara Lind as CMO", "Karg's", "Mara Lind"),
    ("Acme has recruited its first chief growth officer, Mara Lind, who ran sales at Globex", "Acme", "Mara Lind"),
    ("Globex Group said that Mara Lind has been appointed president of Acme", "Acme", "Mara Lind"),
    (
        "Acme said that Mara Lind, head of stores, will step up to chief operating officer as of May 2.",
        "Acme",
        "Mara Lind",
    ),
    ("Director Mara Lind, with Acme since 2008, has been named Acme's interim CEO", "Acme", "Mara Lind"),
)


@pytest.mark.parametrize(("text", "company", "person"), NAMED)
def test_the_firm_and_the_person_are_named_in_full_and_no_further(text: str, company: str, person: str) -> None:
    assert {told[:3] for told in _told(text)} == {(HIRE, company, person)}


LEAVERS = (
    ("Acme parts ways with CEO Otto Karg", "Otto Karg", "CEO"),
    ("Otto Karg this week resigned as CEO of Acme", "Otto Karg", "CEO"),
    ("Otto Karg, Acme's head of logistics, confirmed that he has left the company", "Otto Karg", "head of logistics"),
    ("Otto Karg resigned as chief executive of struggling Acme", "Otto Karg", "chief executive"),
    ("Acme terminated Otto Karg, its COO, after six months", "Otto Karg", "COO"),
    ("Acme has lost its CFO, Otto Karg, after five months", "Otto Karg", "CFO"),
    ("Acme announced that its founder, Otto Karg, would step down as president", "Otto Karg", "president"),
)


@pytest.mark.parametrize(("text", "person", "role"), LEAVERS)
def test_who_left_is_found_behind_commas_and_pronouns(text: str, person: str, role: str) -> None:
    assert _told(text) == [(LEFT, "Acme", person, role)]


@pytest.mark.parametrize(
    "text",
    ["Acme staffers hit by layoffs", "Acme to layoff 100", "Acme plans to reduce head count at its offices by a tenth"],
)
def test_layoffs_told_in_other_words(text: str) -> None:
    assert [told[:2] for told in _told(text)] == [(EventKind.LAYOFFS, "Acme")]
