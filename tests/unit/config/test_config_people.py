from __future__ import annotations

from datetime import date

import pytest

from campaigns.workspace import Contact, Function, LawfulBasis, Level, Medium, Seniority, TieKind
from overture.config.accounts import read_accounts
from overture.config.contacts import COLUMNS, ContactTable, read_contacts, split_name
from overture.config.people import (
    CONCERN_COLUMNS,
    INTEREST_COLUMNS,
    TIE_COLUMNS,
    read_concerns,
    read_do_not_contact,
    read_interests,
    read_ties,
)

ACCOUNTS = read_accounts(b"name,id,domain\nAcme,acme,acme.example\nInitech,initech,initech.example\n", "accounts.csv")
HEAD = "account,name,id,email\n"
KIM = read_contacts((HEAD + "acme,Kim Vogel,acme-1,kim@acme.example\n").encode(), "c.csv", ACCOUNTS.directory())


def contacts(text: str) -> ContactTable:
    return read_contacts(text.encode(), "contacts.csv", ACCOUNTS.directory())


def messages(table: ContactTable) -> list[str]:
    return [str(problem).removeprefix("contacts.csv:") for problem in table.problems]


def test_every_column_finds_its_field() -> None:
    table = contacts(
        "account,name,id,first_name,last_name,salutation,email,role,seniority,function,language,time_zone,medium,"
        "lawful_basis,source,verified_on,tags\n"
        "Acme,Dr. Kim Vogel,acme-1,Kim,Vogel,Frau Dr.,Kim@acme.example,VP Sales,vp,sales,de,Europe/Berlin,phone,"
        "consent,fair,2026-10-12,a;b\n"
    )

    assert table.contacts["acme-1"] == Contact(
        "acme-1", "acme", "Dr. Kim Vogel", "Kim", "Vogel", "Frau Dr.", "kim@acme.example", "VP Sales", Seniority.VP,
        Function.SALES, "de", "Europe/Berlin", Medium.PHONE, LawfulBasis.CONSENT, "fair",
        date(2026, 10, 12), ("a", "b"),
    )  # fmt: skip


def test_the_columns_are_the_fields_of_a_contact() -> None:
    fields = set(Contact.__dataclass_fields__) - {"account_id"} | {"account"}

    assert {column.name for column in COLUMNS} == fields


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Kim Vogel", "Kim", "Vogel"),
        ("Dr. Kim van der Vogel", "Kim", "van der Vogel"),
        ("Prof. Dr. Kim Vogel", "Kim", "Vogel"),
        ("Vogel, Kim", "Kim", "Vogel"),
        ("Drew Mann", "Drew", "Mann"),
        ("Kim", "Kim", None),
    ],
)
def test_a_full_name_gives_a_first_name(name: str, first: str, last: str | None) -> None:
    assert split_name(name) == (first, last)


def test_an_id_that_is_made_tells_nothing_about_the_person() -> None:
    (contact_id,) = contacts(HEAD + "acme,Kim Vogel,,kim@acme.example\n").contacts

    assert "kim" not in contact_id
    assert "vogel" not in contact_id


def test_the_id_stays_when_the_address_is_learned() -> None:
    before = contacts(HEAD + "acme,Kim Vogel,,\n")
    after = contacts(HEAD + "acme.example,kim  vogel,,kim@acme.example\n")

    assert list(before.contacts) == list(after.contacts)


def test_a_contact_without_an_address_is_kept_and_named() -> None:
    table = contacts(HEAD + "acme,Kim Vogel,acme-1,\n")

    assert table.contacts["acme-1"].email is None
    assert messages(table) == ["2:4  warn   email: has no address; nothing can be written to this contact"]


def test_a_contact_for_the_phone_needs_no_address() -> None:
    assert contacts("account,name,medium\nacme,Kim Vogel,phone\n").problems == []


def test_one_address_is_one_person() -> None:
    table = contacts(HEAD + "acme,Kim Vogel,a,kim@acme.example\ninitech,Kim Vogel,b,KIM@acme.example\n")

    assert list(table.contacts) == ["a"]
    assert "is the address of the contact in line 2 too" in messages(table)[0]


def test_two_people_of_one_name_need_ids() -> None:
    table = contacts(HEAD + "acme,Kim Vogel,,k1@acme.example\nacme,Kim Vogel,,k2@acme.example\n")

    assert len(table.contacts) == 1
    assert "repeats line 2; give an id where they are two people" in messages(table)[0]


def test_a_refused_contact_is_not_called_unknown() -> None:
    table = contacts("account,name,id,verified_on\nacme,Kim Vogel,acme-1,soon\n")

    with pytest.raises(ValueError, match='the row of the contact "acme-1" was refused'):
        table.directory().find("acme-1")
    assert table.refused == {"acme-1"}


def test_a_concern_is_bound_to_its_contact_by_id_or_address() -> None:
    text = (
        "contact,level,statement,kind,heard_on,heard_by,quote,source,shareable\n"
        "KIM@acme.example,outcomes,new sellers are slow,aspiration,2026-10-12,mara,So slow.,fair,yes\n"
    )
    found = read_concerns(text.encode(), "concerns.csv", KIM.directory())

    (concern,) = found.rows.values()
    assert (concern.contact_id, concern.level, concern.kind, concern.shareable) == (
        "acme-1",
        Level.OUTCOMES,
        "aspiration",
        True,
    )
    assert (concern.heard_on, concern.heard_by, concern.quote) == (date(2026, 10, 12), "mara", "So slow.")


def test_a_concern_is_private_unless_it_says_otherwise() -> None:
    text = "contact,level,statement,heard_on\nacme-1,tasks,slow,2026-10-12\n"

    (concern,) = read_concerns(text.encode(), "concerns.csv", KIM.directory()).rows.values()

    assert not concern.shareable


def test_the_same_concern_twice_is_kept_once() -> None:
    row = "acme-1,outcomes,Slow,2026-10-12\n"
    text = "contact,level,statement,heard_on\n" + row + row.replace("Slow", "slow ")
    found = read_concerns(text.encode(), "concerns.csv", KIM.directory())

    assert len(found.rows) == 1
    assert [problem.message for problem in found.problems] == ["repeats line 2; the row is left out"]


def test_interests_and_ties_are_read() -> None:
    interests = read_interests(
        b"contact,topic,evidence,on\nacme-1,onboarding,asked,2026-10-12\n", "i.csv", KIM.directory()
    )
    ties = read_ties(
        b"teammate,contact,kind,strength,since,last_touch,evidence\nmara,acme-1,met,3,2020-01-01,2026-10-12,fair\n",
        "t.csv",
        KIM.directory(),
        {"mara"},
    )

    (interest,) = interests.rows.values()
    (tie,) = ties.rows.values()
    assert (interest.contact_id, interest.topic, interest.on) == ("acme-1", "onboarding", date(2026, 10, 12))
    assert (tie.teammate_id, tie.kind, tie.strength, tie.last_touch) == ("mara", TieKind.MET, 3, date(2026, 10, 12))


@pytest.mark.parametrize("columns", [CONCERN_COLUMNS, INTEREST_COLUMNS, TIE_COLUMNS])
def test_what_must_be_there_is_required(columns: tuple[object, ...]) -> None:
    assert any(getattr(column, "required", False) for column in columns)


def test_suppressions_take_the_form_that_is_compared() -> None:
    rows = "address,Kim@Acme.example,asked,2026-08-15\ndomain,@www.Initech.example,,\naccount,Initech,,\n"
    found = read_do_not_contact(f"kind,value,reason,on\n{rows}".encode(), "d.csv", ACCOUNTS.directory())

    assert [(row.kind, row.value, row.on) for row in found.rows] == [
        ("address", "kim@acme.example", date(2026, 8, 15)),
        ("domain", "initech.example", None),
        ("account", "initech", None),
    ]


def test_a_suppression_that_cannot_be_read_refuses_the_file() -> None:
    found = read_do_not_contact(
        b"kind,value\naddress,kim at acme\naddress,kim@acme.example\n", "d.csv", ACCOUNTS.directory()
    )

    assert not found.table.readable


def test_a_concern_that_anybody_has_is_kept_with_a_warning() -> None:
    text = "contact,level,statement,heard_on\nacme-1,outcomes,increase revenue,2026-10-12\n"
    found = read_concerns(text.encode(), "concerns.csv", KIM.directory())
    assert len(found.rows) == 1
    (problem,) = found.problems
    assert (problem.level, problem.line, problem.path) == ("warn", 2, "statement")
    assert "would fit anybody" in problem.message
