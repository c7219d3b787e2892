from __future__ import annotations

import os
import random
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.workspace import Account, Lifecycle, WhyTheyCare
from overture.config.accounts import COLUMNS, AccountTable, read_accounts
from overture.config.tables import MAX_PROBLEMS

REPOSITORY = Path(__file__).parents[3]
DATA = Path(os.environ.get("OVERTURE_DATA", REPOSITORY.parent / "shared" / "data"))


def read(text: str) -> AccountTable:
    return read_accounts(text.encode(), "accounts.csv", teammates={"mara"})


def one(text: str) -> Account:
    table = read(text)
    assert table.problems == []
    (account,) = table.accounts.values()
    return account


def messages(table: AccountTable) -> list[str]:
    return [str(problem).removeprefix("accounts.csv:") for problem in table.problems]


def test_every_column_finds_its_field() -> None:
    account = one(
        "name,id,domain,aliases,country,industry,employees,lifecycle,owner,tags,day_one,renewal_on,why_they_care,"
        "why_asked_on,measure_name,measure_value,measure_on,notes\n"
        "Acme,acme,acme.example,Acme Robotics;ACME,de,robots,1200,customer,mara,a;b,2026-01-31,2027-01-31,need_us,"
        "2026-06-01,weeks to first sale,9,2026-07-01,likes facts\n"
    )

    assert account == Account(
        "acme", "Acme", "acme.example", ("Acme Robotics", "ACME"), "DE", "robots", 1200, Lifecycle.CUSTOMER, "mara",
        ("a", "b"), None, date(2026, 1, 31), date(2027, 1, 31), WhyTheyCare.NEED_US, date(2026, 6, 1),
        "weeks to first sale", "9", date(2026, 7, 1), None, "likes facts",
    )  # fmt: skip


def test_the_columns_are_the_fields_of_an_account() -> None:
    assert {column.name for column in COLUMNS} == set(Account.__dataclass_fields__)


@pytest.mark.parametrize(
    "text",
    [
        "name;domain;employees\nAcme;acme.example;5\n",
        "\ufeffname,domain,employees\nAcme,acme.example,5\n",
        'name,domain,employees\r\n"Acme","acme.example","5"\r\n',
        "name\tdomain\temployees\nAcme\tacme.example\t5\n",
        " Domain , Employees , NAME \nacme.example,5,Acme\n",
        "name,domain,employees\r\rAcme,acme.example,5\r",
        "name,domain,employees\n\nAcme,acme.example,5\n,,\n",
        'name,domain,employees\n"Ac\nme",acme.example,5\n',
    ],
)
def test_tables_come_in_many_dresses(text: str) -> None:
    account = one(text)

    assert (account.name.replace(" ", ""), account.domain, account.employees) == ("Acme", "acme.example", 5)


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    table = read('name,domain,notes\nAcme,acme.example,"one\ntwo\nthree"\nGlobex,globex,\n')

    assert messages(table) == ['5:2  error  domain: "globex" is no domain, such as acme.example']


def test_a_bad_row_leaves_the_others_alone() -> None:
    table = read("name,domain,renewal_on\nAcme,acme.example,soon\nGlobex,globex.example,2026-12-31\n")

    assert list(table.accounts) == ["globex.example"]
    assert table.refused == {"acme.example"}


def test_all_bad_cells_of_a_row_are_named() -> None:
    table = read("name,country,renewal_on\nAcme,Narnia,soon\n")

    assert [message.split()[2] for message in messages(table)] == ["country:", "renewal_on:"]


def test_an_id_is_made_from_the_domain_else_from_the_name() -> None:
    table = read("name,domain\nAcme,acme.example\nGlobex Foods Ltd.,\n")

    assert list(table.accounts) == ["acme.example", "globex-foods-ltd"]


def test_two_accounts_of_one_domain_add_their_names() -> None:
    table = read("name,domain\nAcme Robotics,acme.example\nAcme Capital,acme.example\n")

    assert list(table.accounts) == ["acme.example~acme-robotics", "acme.example~acme-capital"]


def test_a_given_id_stays_and_keeps_its_domain_from_the_other() -> None:
    table = read("name,id,domain\nAcme Robotics,robots,acme.example\nAcme Capital,,acme.example\n")

    assert list(table.accounts) == ["robots", "acme.example~acme-capital"]


def test_two_companies_of_one_name_stay_apart() -> None:
    table = read("name,country\nAcme,DE\nAcme,US\n")

    assert len(table.accounts) == 2
    assert table.problems == []


NAMES = st.lists(
    st.tuples(
        st.sampled_from(["Acme", "ACME Inc", "Globex", "グローベックス", "!!"]),
        st.sampled_from(["", "a.example", "b.example"]),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(NAMES, st.randoms(use_true_random=False))
def test_ids_do_not_depend_on_the_order_of_rows(rows: list[tuple[str, str]], chance: random.Random) -> None:
    shuffled = chance.sample(rows, len(rows))

    first, second = (
        read("name,domain\n" + "".join(f"{name},{domain}\n" for name, domain in some)) for some in (rows, shuffled)
    )

    assert set(first.accounts) == set(second.accounts)


def test_a_bad_cell_never_changes_the_id_of_a_neighbour() -> None:
    good = read("name,domain,employees\nAcme One,acme.example,5\nAcme Two,acme.example,6\n")
    bad = read("name,domain,employees\nAcme One,acme.example,5\nAcme Two,acme.example,many\n")

    assert set(bad.accounts) | bad.refused == set(good.accounts)


def test_a_parent_is_named_by_id_domain_or_name() -> None:
    table = read("name,id,domain,parent\nAcme,acme,acme.example,\nA,,,acme\nB,,,ACME.example\nC,,,Acme\n")

    assert [account.parent for account in table.accounts.values()] == [None, "acme", "acme", "acme"]


def test_a_parent_that_could_be_two_is_left_empty() -> None:
    table = read("name,id,parent\nAcme,a1,\nAcme,a2,\nGlobex,,Acme\n")

    assert table.accounts["globex"].parent is None
    assert '"Acme" names 2 accounts: a1, a2; write the id; left empty' in messages(table)[0]


def test_null_bytes_and_control_characters_do_not_pass() -> None:
    assert one("name\nAc\0me\x07 Robotics\n").name == "Acme Robotics"


def test_cells_that_look_like_formulas_or_code_stay_text() -> None:
    table = read('name\n"=HYPERLINK(""http://evil.example"")"\n{{ 7*7 }}\nNone\n0\n')

    assert [account.name for account in table.accounts.values()] == [
        '=HYPERLINK("http://evil.example")',
        "{{ 7*7 }}",
        "None",
        "0",
    ]


def test_a_wrong_export_says_so_without_end() -> None:
    table = read("name,domain\n" + "Acme,nowhere\n" * 1_000)

    assert len(table.problems) == MAX_PROBLEMS + 1
    assert table.problems[-1].message == "800 more problems are not listed"


def test_an_empty_file_has_no_accounts_and_no_problems() -> None:
    assert read("").accounts == {}
    assert read("\n\n").problems == []


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('name,domain;"\n\r\t éab\0='), max_size=80))
def test_whatever_the_text_it_is_read_or_named(text: str) -> None:
    table = read(text)

    assert table.table.readable or table.problems


@pytest.mark.skipif(not (DATA / "companies_dev.csv").exists(), reason="the large account list is not beside the clone")
def test_the_large_account_list_is_a_valid_table() -> None:
    table = read_accounts((DATA / "companies_dev.csv").read_bytes(), "companies_dev.csv")

    assert len(table.accounts) == 3_822
    assert table.problems == []


def test_a_hundred_thousand_accounts_load_in_seconds() -> None:
    rows = (f'Company {i} GmbH,company{i}.example,DE,software,{i},"C{i};Co {i}",customer\n' for i in range(100_000))
    raw = ("name,domain,country,industry,employees,aliases,lifecycle\n" + "".join(rows)).encode()

    started = time.process_time()
    table = read_accounts(raw, "accounts.csv")

    assert len(table.accounts) == 100_000
    assert time.process_time() - started < 15  # about 2 s on an ordinary core
