"""Questions in the ask language on both databases: who is found, and with what evidence."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event
from support.people_world import ACCOUNTS, CONCERNS, CONTACTS, TODAY, PeopleWorld, ago, people_world

from campaigns.campaign import Campaign, Who
from campaigns.people.answers import Answers, as_row
from campaigns.people.ask import Query, parse
from overture.db import ask as asking
from overture.db import standing
from overture.db.engine import read


@pytest.fixture
def world(database: Engine) -> PeopleWorld:
    return people_world(database)


def query(text: str) -> Query:
    found = parse(text)
    assert isinstance(found, Query), found
    return found


def answers(world: PeopleWorld, text: str, **how: object) -> Answers:
    with read(world.engine) as connection:
        return asking.ask(connection, query(text), today=TODAY, **how)  # type: ignore[arg-type]


def who(world: PeopleWorld, text: str, **how: object) -> list[str]:
    return [one.contact_id or one.account_id for one in answers(world, text, **how).found]


# --- the three questions ------------------------------------------------------------------------------------------


def test_warm_tie_interest_and_recent_concern_are_one_question(world: PeopleWorld) -> None:
    (jo,) = answers(world, 'interest:"crm white papers" concern:churn since:90d tie:any lifecycle:prospect').found
    assert (jo.account, jo.contact, jo.role) == ("Acme Robotics", "Jo Meyer", "VP Sales")
    interest, concern, tie = jo.proofs
    assert (interest.words, interest.quote, interest.on) == (
        "reads about White papers on CRM",
        "asked for two",
        ago(30),
    )
    assert (concern.id, concern.quote, concern.on, concern.private) == ("concern:n1", "We leak.", ago(20), False)
    assert tie.words == "Mara Lind worked with Jo Meyer 2019–22 (4 of 5)"


def test_customers_with_renewal_soon_whose_champion_left_are_one_question(world: PeopleWorld) -> None:
    (globex,) = answers(world, "lifecycle:customer renewal:<=90d champion:left").found
    assert (globex.account_id, globex.contact_id) == ("globex", None)
    assert [proof.words for proof in globex.proofs] == [
        "executive departure at globex: Ada Byron",
        f"renews on {ACCOUNTS[2].renewal_on}",
    ]
    # Asked for people, it names those who are still there.
    assert who(world, "lifecycle:customer renewal:<=90d champion:left", people=True) == ["max"]


def test_prospects_to_whom_we_broke_a_promise_are_one_question(world: PeopleWorld) -> None:
    (initech,) = answers(world, "lifecycle:prospect promise:broken").found
    assert initech.account == "Initech"
    assert initech.proofs[0].words == f"the workbook in spring (broken, due on {ago(30)})"


# --- each field ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("interest:paper", ["jo"]),
        ("interest:papers,ai", ["jo", "pat"]),
        ("interest:ai", ["pat"]),  # not "training"
        ("interest:train", ["kim"]),
        ("concern:leak", ["jo"]),  # a quote counts, too
        ("concern:churn level:tasks", []),  # the level is that of the same concern
        ("level:tasks", ["jo"]),
        ("level:tasks since:90d", []),
        ("since:90d", ["jo"]),
        ("concern:überlingen", ["max"]),
        ("concern:ÜBERL", ["max"]),
        ("concern:berlin", []),
        ("concern:churn concern:reports", ["jo"]),
        ("tie:any", ["jo", "pat"]),
        ("tie:>=3", ["jo"]),
        ("tie:met tie:>=3", []),  # of one and the same tie
        ("tie:met", ["pat", "jo"]),  # the stronger first
        ("tie:met,worked_with tie:4", ["jo"]),
        ("tie:none account", []),
        ("tie:none lifecycle:customer", ["ada", "max"]),
        ("teammate:otto", ["pat", "jo"]),
        ('teammate:"Mara Lind"', ["jo"]),
        ("teammate:otto tie:>=2", ["pat"]),
        ("-tie:any country:DE", ["kim"]),
        ("-tie:none", ["jo", "pat"]),
        ("-teammate:mara tie:any", ["pat"]),
        ("role:vertrieb", ["max"]),
        ("seniority:vp,c_level", ["jo", "ada"]),
        ("function:sales", ["jo"]),
        ("tag:vip", ["jo", "kim"]),
        ("tag:EVENTS", ["kim"]),
        ("-tag:vip tie:any", ["pat"]),
        ("-concern:churn country:DE tie:none", ["kim"]),
        ("-concern:fairs since:90d country:DE", ["jo", "kim"]),  # nothing of fairs within the time
        ("-concern:fairs country:DE", ["jo"]),
        ("-interest:crm country:DE", ["kim"]),
        ("meyer", ["jo"]),
        ("acme marketing", ["kim"]),
        ("churn", ["jo"]),
        ("-meyer country:DE", ["kim"]),
    ],
)
def test_people_are_found_by_what_is_known_of_them(world: PeopleWorld, text: str, found: list[str]) -> None:
    assert who(world, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lifecycle:customer", ["globex"]),
        ("-lifecycle:prospect", ["globex"]),
        ("industry:software", ["acme"]),
        ("-industry:software lifecycle:prospect", ["acme-labs", "initech"]),  # unknown is not software
        ("country:de,uk", ["acme", "initech"]),
        ("employees:>=50", ["acme"]),
        ("employees:<50", ["initech"]),
        ("employees:20,120", ["acme", "initech"]),
        ("event:executive_departure", ["globex"]),
        ("event:any within:2d", []),
        ("event:executive_departure within:3d", ["globex"]),
        ("-event:any lifecycle:customer", []),
        ("champion:any", ["globex"]),
        ("-champion:left champion:any", []),
        ("champion:left within:1d", []),
        ("champion:none country:DE", ["acme"]),
        ("renewal:<=30d", []),
        ("renewal:any", ["globex"]),
        ("renewal:2026-12-31", ["globex"]),
        ("promise:any", ["initech"]),
        ("promise:overdue", []),
        ("-promise:broken country:GB", []),
        ("why:ok", ["globex"]),
        ("why:none lifecycle:customer", []),
    ],
)  # fmt: skip
def test_accounts_are_found_by_their_facts(world: PeopleWorld, text: str, found: list[str]) -> None:
    assert who(world, text) == found


# --- what must not be wrong ---------------------------------------------------------------------------------------


def test_another_person_who_left_is_not_the_champion(world: PeopleWorld) -> None:
    world.happened("executive_departure", "initech", person="Ada Byron")
    world.happened("executive_departure", "acme", person="Kim Oster")
    assert who(world, "champion:left") == ["globex"]


def test_initial_and_last_name_are_the_champion_too(database: Engine) -> None:
    world = PeopleWorld(database)
    world.sync()
    world.happened("executive_departure", "globex", person="A. Byron")
    assert who(world, "champion:left") == ["globex"]


def test_a_promise_is_overdue_from_the_day_after_it_was_due(world: PeopleWorld) -> None:
    world.promised("acme", due_on=ago(0))
    assert who(world, "promise:overdue") == []
    world.promised("acme", due_on=ago(1))
    assert who(world, "promise:overdue") == ["acme"]


def test_who_is_gone_from_the_files_is_no_answer(world: PeopleWorld) -> None:
    world.sync(concerns=CONCERNS[1:])
    assert who(world, "concern:churn") == []
    world.sync(contacts=CONTACTS[1:], concerns=CONCERNS[2:], interests=(), ties=())
    assert who(world, "function:sales") == []


def test_a_rumour_denied_or_merged_is_no_event(world: PeopleWorld) -> None:
    world.happened("funding", "acme", days=100)
    assert who(world, "event:funding") == []
    assert who(world, "event:funding within:200d") == ["acme"]


def test_private_words_are_marked_as_such(world: PeopleWorld) -> None:
    (found,) = answers(world, "level:makes_their_day").found
    assert found.proofs[0].private
    assert as_row(found)["evidence"][0]["private"] is True


def test_more_answers_than_asked_for_are_announced(world: PeopleWorld) -> None:
    first = answers(world, "tie:any", limit=1)
    assert ([one.contact_id for one in first.found], first.more) == (["jo"], True)
    assert not answers(world, "tie:any", limit=2).more


@pytest.mark.parametrize(
    "text", ["concern:100%", "interest:a_b", 'role:"x\' OR 1=1"', 'tag:"\'; DROP TABLE ties"', "teammate:[a-z]"]
)
def test_signs_that_mean_something_to_sql_mean_nothing_here(world: PeopleWorld, text: str) -> None:
    assert who(world, text) == []


@pytest.fixture
def statements(world: PeopleWorld) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(world.engine, "before_cursor_execute", note)
    yield seen
    event.remove(world.engine, "before_cursor_execute", note)


def test_a_question_is_at_most_who_comes_first_and_two_readings(world: PeopleWorld, statements: list[str]) -> None:
    who(world, 'interest:"crm white papers" concern:churn since:90d tie:any event:any,funding promise:any -tag:x')
    assert len([one for one in statements if one.startswith(("SELECT", "WITH"))]) <= 3


def test_a_campaign_asks_about_the_people_of_some_accounts(world: PeopleWorld) -> None:
    with read(world.engine) as connection:
        assert asking.contacts_asked(connection, query("tie:any"), ["acme", "globex"], today=TODAY) == {"jo"}
        assert asking.contacts_asked(connection, query("lifecycle:prospect"), ["acme"], today=TODAY) == {"jo", "kim"}
        assert asking.contacts_asked(connection, query("tie:any"), [], today=TODAY) == set()


def test_each_campaign_that_asks_gets_its_own_people(world: PeopleWorld) -> None:
    warm, any_ = Campaign("warm", (), who=Who(ask="tie:>=3")), Campaign("any", ())
    with read(world.engine) as connection:
        people = standing.people_at(connection, ["acme", "initech"], campaigns=[warm, any_], today=TODAY)
    assert people["acme"].asked == {"warm": frozenset({"jo"})}
