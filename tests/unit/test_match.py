"""A company in the news is an account only where the text gives reason to believe it."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.index import AccountIndex
from campaigns.match import IndexResolver, match
from campaigns.types import Abstain, Match
from campaigns.workspace import Account
from triggers.types import Reading

ACCOUNTS = [
    Account(
        id="acme",
        name="Acme Robotics GmbH",
        domain="acmerobotics.com",
        country="DE",
        industry="robotics",
        employees=400,
    ),
    Account(id="globex", name="Globex Group", aliases=("GX",), country="GB", industry="insurance"),
    Account(id="penetrode", name="Initech (formerly Penetrode)"),
    # Ordinary words, with a little or a lot known about them.
    Account(id="kettle", name="Kettle", domain="trykettle.com", country="US", industry="food", employees=6),
    Account(id="harbor", name="Harbor", domain="harborlending.com", country="US", industry="fintech"),
    Account(id="lantern", name="Lantern"),
    Account(id="orchard", name="Orchard", domain="orchard.com", country="US", industry="consumer electronics"),
    Account(id="signal-de", name="Signal", domain="signal-energie.de", country="DE", industry="energy"),
    Account(id="signal-us", name="Signal", domain="signalhealth.com", country="US", industry="health"),
    # A house with units, and a family of houses.
    Account(id="vandelay", name="Vandelay", domain="vandelay.com", industry="software"),
    Account(id="tyrell-power", name="Tyrell Power", industry="energy"),
    Account(id="tyrell-steel", name="Tyrell Steel", industry="metals & mining"),
    Account(id="tyrell", name="Tyrell", industry="conglomerate"),
    Account(id="wernham", name="Wernham Hogg", parent="vandelay"),
    Account(id="northwind", name="Northwind Systems"),
    Account(id="kenya", name="Kenya International Holdings Ltd", country="KE"),
    Account(id="corner", name="Corner", domain="corner.news", industry="media"),
]


INDEX = AccountIndex.build(ACCOUNTS)


@pytest.fixture(scope="module")
def index() -> AccountIndex:
    return INDEX


def reading(title: str, summary: str = "", url: str | None = None) -> Reading:
    return Reading(id="1", title=title, summary=summary, url=url)


@pytest.mark.parametrize(
    ("company", "title", "account", "method"),
    [
        ("Acme Robotics GmbH", "Acme Robotics GmbH opens in Leeds", "acme", "exact"),
        ("ACME Robotics", "ACME Robotics opens in Leeds", "acme", "folded"),
        ("Globex", "Globex names a new chief executive", "globex", "folded"),
        ("Globex Holdings plc", "Globex Holdings plc names a chief executive", "globex", "folded"),
        ("Penetrode", "Penetrode raises $20M", "penetrode", "alias"),
        ("Globex’s", "Globex’s new chief executive", "globex", "folded"),
        ("Northwind", "Northwind raises $20M", "northwind", "folded"),
        # ordinary words that the text supports
        ("Harbor", "Fintech Harbor raises $40M for its lending arm", "harbor", "exact"),
        ("Kettle", "Food start-up Kettle, a US maker of snacks, raises $4M", "kettle", "exact"),
        ("Lantern", "Lantern raises $12M", "lantern", "exact"),
        ("Orchard", "Orchard names insider as chief executive", "orchard", "exact"),
        ("Signal", "German energy firm Signal raises €30M", "signal-de", "exact"),
        ("Signal", "Signal raises $30M for its clinics, it says on signalhealth.com", "signal-us", "domain"),
        # parts of a house
        ("Vandelay Cloud", "Vandelay Cloud adds a region", "vandelay", "parent"),
        ("Vandelay India", "Vandelay India to hire 500", "vandelay", "parent"),
        ("Tyrell", "Tyrell to invest in ports", "tyrell", "exact"),
    ],
)
def test_matched(company: str, title: str, account: str, method: str, index: AccountIndex) -> None:
    said = match(company, reading(title), index)
    assert isinstance(said, Match), said
    assert (said.best.account_id, said.best.method) == (account, method)


@pytest.mark.parametrize(
    ("company", "title"),
    [
        # the same word, and nothing in the text points to the account, or something points away from it
        ("Harbor", "Harbor raises $40M"),
        ("Harbor", "Mining firm Harbor raises $40M for a copper mine in Chile"),
        ("Kettle", "Kettle lands $250M for its satellites"),
        ("Kettle Group", "Kettle Group appoints a head of research"),
        ("Corner", "On every corner: how corner shops survive"),
        ("Signal", "Signal raises $30M"),  # two accounts, and no word about which
        ("Kenya", "Kenya raises $1B in bonds"),  # a country
        # another firm's domain
        ("Harbor", "Fintech Harbor (harbor.io) raises $40M in the US"),
    ],
)
def test_a_doubtful_name_is_asked_about(company: str, title: str, index: AccountIndex) -> None:
    said = match(company, reading(title), index)
    assert isinstance(said, Abstain), said
    assert said.ask
    assert said.candidates


@pytest.mark.parametrize(
    "company",
    [
        "Acme Foods",  # another house that begins with the same word
        "Tyrell Foods",  # one more of a family
        "Harbor Freight",  # an ordinary word before other words
        "Wern",
        "Unheard Of",
        "",
        "—",
    ],
)
def test_another_firm_is_nobody(company: str, index: AccountIndex) -> None:
    said = match(company, reading(f"{company} raises $10M"), index)
    assert isinstance(said, Abstain), said
    assert not said.ask


def test_no_text_is_no_support_for_an_ordinary_word(index: AccountIndex) -> None:
    assert isinstance(match("Orchard", reading(""), index), Abstain)
    assert isinstance(match("Acme Robotics", reading(""), index), Match)


def test_an_address_is_proof_only_with_the_name(index: AccountIndex) -> None:
    told = reading("Unheard Of raises $10M", url="https://corner.news/unheard-of")
    assert isinstance(match("Unheard Of", told, index), Abstain)
    own = match("Acme", reading("Acme expands", url="https://acmerobotics.com/press/1"), index)
    assert isinstance(own, Match)
    assert own.best.method == "domain"


def test_a_look_alike_is_a_warning_and_no_match(index: AccountIndex) -> None:
    said = match("Аcme Robotics", reading("Аcme Robotics raises $5M"), index)  # Cyrillic А
    assert isinstance(said, Abstain)
    assert said.ask
    assert "U+0410" in said.reason
    assert "Acme Robotics GmbH" in said.reason


def test_a_match_explains_itself(index: AccountIndex) -> None:
    said = match("Harbor", reading("American fintech Harbor raises $40M"), index)
    assert isinstance(said, Match)
    parts = dict(said.best.parts)
    assert parts["called exactly so"] > 0
    assert parts["an ordinary word"] < 0
    assert parts["the text speaks of fintech"] > 0
    assert parts["the text places it in US"] > 0
    assert 0 < said.best.score < 1


def test_the_doubt_about_one_of_the_same_name_says_which_and_what_speaks_against_it() -> None:
    one = Account("anchor", "Anchor", domain="anchor.example", country="DE")
    said = match("Anchor", reading("Anchor raises $4M, says anchor-cloud.example"), AccountIndex.build([one]))
    assert isinstance(said, Abstain)
    assert said.reason.startswith("Anchor may not be Anchor (anchor.example, DE): the text names another domain")


def test_two_of_one_name_are_both_shown(index: AccountIndex) -> None:
    said = match("Signal", reading("Signal raises $30M"), index)
    assert isinstance(said, Abstain)
    assert {candidate.account_id for candidate in said.candidates} == {"signal-de", "signal-us"}


def test_a_subsidiary_shows_its_parent(index: AccountIndex) -> None:
    said = match("Wernham Hogg", reading("Wernham Hogg opens a depot"), index)
    assert isinstance(said, Match)
    assert said.best.account_id == "wernham"
    assert [(other.account_id, other.method) for other in said.runners_up] == [("vandelay", "parent")]


def test_answers_are_used_at_once() -> None:
    index = AccountIndex.build(ACCOUNTS)
    told = reading("Harbor raises $40M")
    assert isinstance(match("Harbor", told, index), Abstain)
    index.learn("Harbor", "harbor")
    learned = match("Harbor", told, index)
    assert isinstance(learned, Match)
    assert learned.best.method == "learned"
    index.forbid("Harbor", "harbor")
    assert match("Harbor", told, index) == Abstain("no account is called Harbor")
    index.learn("Hogg Papers", "wernham", parent=True)
    part = match("Hogg Papers", told, index)
    assert isinstance(part, Match)
    assert part.best.method == "parent"


def test_size_speaks_against_a_sum_that_is_too_large() -> None:
    small = Account(id="s", name="Kettle", country="US", industry="food", employees=6)
    told = reading("Food company Kettle raises $200M in the US")
    assert isinstance(match("Kettle", told, AccountIndex.build([small])), Abstain)
    large = replace(small, employees=2_000)
    assert isinstance(match("Kettle", told, AccountIndex.build([large])), Match)


# --- the resolver -------------------------------------------------------------------------------------------------


def test_keys(index: AccountIndex) -> None:
    resolver = IndexResolver(index)
    refs = resolver.resolve(
        [
            ("Acme Robotics", reading("Acme Robotics raises $5M")),
            ("Unheard Of Ltd", reading("Unheard Of Ltd raises $5M, see unheardof.com")),
            ("Zorblax", reading("Berlin-based Zorblax raises $5M")),
            ("Meadow", reading("Berlin-based Meadow raises $5M")),
            ("Meadow", reading("Meadow of London raises $5M")),
        ]
    )
    assert [ref.key for ref in refs] == [
        "account:acme",
        "domain:unheardof.com",
        "name:zorblax|",  # a coined name is one company, whether or not its country is told
        "name:meadow|DE",
        "name:meadow|GB",
    ]
    assert refs[0].account_id == "acme"
    assert refs[2].account_id is None


def test_the_resolver_remembers_until_it_is_told_to_forget() -> None:
    index = AccountIndex.build(ACCOUNTS)
    resolver = IndexResolver(index, remember=2)
    told = reading("Zorblax raises $5M")
    assert isinstance(resolver.outcome("Zorblax", told), Abstain)
    index.add(Account(id="z", name="Zorblax"))
    assert isinstance(resolver.outcome("Zorblax", told), Abstain)
    resolver.forget()
    assert isinstance(resolver.outcome("Zorblax", told), Match)


@pytest.mark.parametrize(
    "nasty",
    [
        "A." * 25_000 + "AA",
        "<" * 50_000,
        "1" * 50_000,
        "(" * 50_000,
        "x" * 50_000,
        "a-" * 25_000,
        "$1,1,1" * 9_000,
        "( " * 25_000,
    ],
)
def test_hostile_text_is_read_in_little_time(nasty: str, index: AccountIndex) -> None:
    started = process_time()
    match(nasty, reading(nasty, nasty), index)
    match("Harbor", reading(f"Harbor {nasty}", nasty), index)
    assert process_time() - started < 20  # a search that tries every pair would take minutes


@given(st.text(max_size=30), st.text(max_size=120), st.text(max_size=120))
def test_any_text_gets_an_answer(company: str, title: str, summary: str) -> None:
    said = match(company, reading(title, summary), INDEX)
    assert isinstance(said, Match) or not said.ask or said.candidates


def test_the_notes_can_settle_it() -> None:
    bare = Account(id="h", name="Harbor", country="US", industry="fintech")
    told = reading("Harbor raises $40M from Jane Doe")
    assert isinstance(match("Harbor", told, AccountIndex.build([bare])), Abstain)
    noted = replace(bare, notes="Met their angel, Jane Doe, in Lisbon.")
    assert isinstance(match("Harbor", told, AccountIndex.build([noted])), Match)


def test_a_contact_of_the_account_can_settle_it() -> None:
    index = AccountIndex.build([Account(id="h", name="Harbor", country="US", industry="fintech")])
    told = reading("Harbor raises $40M, says its founder Jane Doe")
    assert isinstance(match("Harbor", told, index), Abstain)
    index.meet("h", ["Jane", "Jane Doe"])
    said = match("Harbor", told, index)
    assert isinstance(said, Match)
    assert ("the text names Jane Doe, who works there", 1.5) in said.best.parts
    index.meet("h", ["Jane"])
    assert isinstance(match("Harbor", told, index), Abstain)
