"""Lists from elsewhere: which column is which, what each row comes to, and the file as it would be."""

from __future__ import annotations

import pytest

from overture.config.accounts import read_accounts
from overture.config.directory import Accounts
from overture.config.import_columns import Columns, guessed, said
from overture.config.importing import COLUMNS, House, Plan, Verdict, Wanted, What, judge, report
from overture.config.table_text import read_foreign

FILE = b'name,id,domain,employees\n# kept as it is,k,,\nAcme Robotics,acme,acme.example,\n"Globex",,,12\n'
CRM = b"Company name;Website;Headcount;Lead rating\nAcme;https://www.acme.example/en;180;A\n"
ACCOUNTS = [column.name for column in COLUMNS[What.ACCOUNTS]]
CONTACTS = [column.name for column in COLUMNS[What.CONTACTS]]


def plan(listed: bytes, *, file: bytes = FILE, what: What = What.ACCOUNTS, replace: bool = False) -> Plan:
    foreign = read_foreign(listed)
    assert not isinstance(foreign, str)
    known = Accounts.of(read_accounts(FILE, "accounts.csv").accounts.values())
    columns = guessed(foreign.header, what.value, [column.name for column in COLUMNS[what]])
    found = judge(file, foreign, Wanted(what, columns, replace), House(frozenset({"mara"}), known))
    assert isinstance(found, Plan), found
    return found


def verdicts(found: Plan) -> list[tuple[int, Verdict]]:
    return [(one.line, one.verdict) for one in found.rows]


@pytest.mark.parametrize(
    ("header", "what", "columns"),
    [
        ("Company name,Website,Headcount,Lead rating", "accounts", ["name", "domain", "employees", ""]),
        ("NAME,Domain,Industri,Company", "accounts", ["name", "domain", "industry", ""]),
        ("Vorname,Nachname,E-Mail,Firma", "contacts", ["first_name", "last_name", "email", "account"]),
        ("Full name,Job Title,Email Address,Company", "contacts", ["name", "role", "email", "account"]),
    ],
)
def test_columns_are_guessed_from_what_they_are_called(header: str, what: str, columns: list[str]) -> None:
    ours = ACCOUNTS if what == "accounts" else CONTACTS
    assert list(guessed(header.split(","), what, ours).names) == columns


def test_a_list_that_is_quoted_wrongly_says_where_and_how() -> None:
    assert read_foreign(b'name\nA\n"B\n') == "line 3: a quote is opened here and never closed"
    assert "longer than 131,072 characters" in str(read_foreign(b"name\n" + b"x" * 200_000))
    assert read_foreign(b'name\n"B"C"\n') == "line 2: a quote inside a quoted cell has to be doubled"


def test_a_choice_of_columns_is_checked() -> None:
    assert said(["name", ""], ["a", "b"], ACCOUNTS) == Columns(("name", ""))
    assert "two columns" in str(said(["name", "name"], ["a", "b"], ACCOUNTS))
    assert "no column nom" in str(said(["nom"], ["a"], ACCOUNTS))
    assert "1 columns" in str(said([], ["a"], ACCOUNTS))


def test_a_row_that_is_there_gains_what_it_lacks_and_keeps_its_line_otherwise() -> None:
    found = plan(CRM)
    assert [(one.verdict, one.why) for one in found.rows] == [(Verdict.CHANGED, "employees")]
    assert found.after.splitlines()[2] == "Acme Robotics,acme,acme.example,180"
    assert found.after.splitlines()[3] == '"Globex",,,12'
    assert plan(CRM, file=found.after.encode()).writes == 0


def test_what_stands_there_gives_way_only_where_that_was_asked_for() -> None:
    listed = b"name,domain\nAcme SE,acme.example\n"
    assert plan(listed).rows[0].verdict is Verdict.SAME
    assert "Acme SE,acme,acme.example" in plan(listed, replace=True).after


def test_an_id_that_is_made_of_other_cells_is_written_down_before_they_change() -> None:
    found = plan(b"name,domain\nGlobex,globex.example\n")
    assert found.after.splitlines()[3] == "Globex,globex,globex.example,12"


def test_new_rows_stand_below_with_columns_that_the_file_lacked() -> None:
    found = plan(b'name,country,notes\nInitech,DE,"two\nlines"\nUmbra,Narnia,\nInitech,,\nHooli,FR,\n')
    kinds = [Verdict.NEW, Verdict.MALFORMED, Verdict.TWICE, Verdict.NEW]
    assert verdicts(found) == list(zip([2, 4, 5, 6], kinds, strict=True))
    assert found.after.startswith("name,id,domain,employees,country,notes\n# kept as it is,k,,\n")
    assert found.after.endswith('Initech,,,,DE,"two\nlines"\nHooli,,,,FR,\n')
    assert "country" in found.rows[1].why
    assert report(found.rows).splitlines()[2].startswith('4,Umbra,cannot be read,"country')


def test_countries_may_be_called_by_name_and_are_written_by_code() -> None:
    found = plan(b"Company,Land\nInitech,Deutschland\nHooli,France\nUmbra,de\nGlobex,Germany\nGekko,Narnia\n,NL\n")
    assert found.countries == {"Deutschland": "DE", "France": "FR", "Germany": "DE"}
    assert found.after.splitlines()[3:] == ["Globex,,,12,DE", "Initech,,,,DE", "Hooli,,,,FR", "Umbra,,,,DE"]
    assert found.rows[3].why == "country"
    assert found.rows[4].why == 'country: "Narnia" is no country'


def test_two_accounts_of_one_name_and_other_domains_are_two() -> None:
    file = b"name,domain\nAcme,acme.de\nAcme,acme.fr\n"
    found = plan(b"name,domain\nAcme,acme.nl\nAcme,\n", file=file)
    assert [one.verdict for one in found.rows] == [Verdict.NEW, Verdict.MALFORMED]
    assert "give the id" in found.rows[1].why


def test_contacts_get_a_name_of_its_parts_and_need_an_account() -> None:
    listed = (
        b"First name,Last name,Email,Company\nKim,Vogel,Kim@acme.example,Acme Robotics\n"
        b"Sam,Reed,sam@x.example,Nobody Ltd\n"
    )
    found = plan(listed, file=b"", what=What.CONTACTS)
    assert [one.verdict for one in found.rows] == [Verdict.NEW, Verdict.MALFORMED]
    assert found.after.splitlines()[1] == "Acme Robotics,Kim Vogel,Kim,Vogel,Kim@acme.example"
    assert plan(listed, file=found.after.encode(), what=What.CONTACTS).writes == 0


def test_hundreds_of_bad_rows_are_each_named() -> None:
    listed = b"name,employees\n" + b"".join(b"Firm %d,many\n" % number for number in range(300))
    assert plan(listed).count(Verdict.MALFORMED) == 300


def test_a_list_without_a_name_says_what_to_choose() -> None:
    foreign = read_foreign(b"a,b\n1,2\n")
    assert not isinstance(foreign, str)
    found = judge(FILE, foreign, Wanted(What.ACCOUNTS, Columns(("", ""))), House(frozenset(), Accounts({})))
    assert found == "say which column is the name"


@pytest.mark.parametrize("listed", [b"", b"name\n", b"\xff\xfe", b'name\n"open\n'])
def test_what_is_no_table_is_refused_in_words(listed: bytes) -> None:
    assert isinstance(read_foreign(listed), str)
