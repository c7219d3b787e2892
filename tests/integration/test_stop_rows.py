"""The do-not-contact list on both databases: judged, taken, found, lifted, taken again."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from sqlalchemy import Engine, update
from support.cast import KEYS, MARA, NOW

from overture.config.directory import Accounts
from overture.db import stop_judged, stop_rows
from overture.db import tables as t
from overture.db.engine import read, write
from overture.db.stop_judged import Judged, Taken, Verdict
from overture.sheet import sheet

NOBODY = Accounts({})


def judged(engine: Engine, text: str) -> list[Judged]:
    with read(engine) as connection:
        found = stop_judged.judge(connection, text.encode(), accounts=NOBODY, keys=KEYS)
    assert isinstance(found, list), found
    return found


def take(engine: Engine, text: str) -> Taken:
    found = judged(engine, text)
    with write(engine) as connection:
        return stop_judged.take(connection, found, MARA, keys=KEYS, now=NOW)


def values(engine: Engine, **how: str | bool) -> list[str | None]:
    with read(engine) as connection:
        return [row.value for row in stop_rows.page(connection, keys=KEYS, **how).rows]  # type: ignore[arg-type]


def test_a_long_list_is_taken_once_and_given_away_as_it_came(database: Engine) -> None:
    many = "".join(f"address,reader{n}@acme.example\n" for n in range(300))
    text = f"kind,value\naddress,+jo=x@acme.example\n{many}domain,initech.example\n"
    assert take(database, text) == Taken(302, 0)
    assert take(database, text) == Taken(0, 0)
    with read(database) as connection:
        rows = stop_rows.export(connection)
        first = stop_rows.page(connection)
        second = stop_rows.page(connection, after=first.after)
    assert (len(first.rows), first.in_force, len(rows)) == (stop_rows.FEW, 302, 302)
    assert first.rows[-1].id > second.rows[0].id
    again = judged(database, sheet(rows, stop_rows.COLUMNS))
    assert Counter(one.verdict for one in again) == {Verdict.HAVE: 302}


def test_words_find_their_lines_and_percent_signs_are_no_wildcards(database: Engine) -> None:
    take(database, "kind,value,reason\naddress,jo_meyer@acme.example,100% sure\naddress,joxmeyer@acme.example,\n")
    assert values(database, words="JO_MEYER") == ["jo_meyer@acme.example"]
    assert values(database, words="100%") == ["jo_meyer@acme.example"]
    assert values(database, words="%") == ["jo_meyer@acme.example"]


def test_a_lifted_line_is_told_apart_and_comes_back_by_hand_alone(database: Engine) -> None:
    take(database, "jo@acme.example\n")
    with write(database) as connection:
        line = stop_rows.page(connection).rows[0].id
        later = NOW + timedelta(days=1)
        lifted = stop_rows.lift(connection, line, MARA, now=later)
        assert lifted is not None
        assert (lifted.lifted_at, lifted.lifted_by) == (later, "mara")
    assert (values(database), values(database, lifted=True)) == ([], ["jo@acme.example"])
    (one,) = judged(database, "JO@acme.example\n")
    assert (one.verdict, one.why) == (Verdict.AGAIN, "by mara; it would be in force again")
    assert take(database, "jo@acme.example\n") == Taken(0, 1)
    assert values(database) == ["jo@acme.example"]


def test_an_erased_line_keeps_its_hash_and_stops_the_address_still(database: Engine) -> None:
    take(database, "jo@acme.example\n")
    with write(database) as connection:
        connection.execute(update(t.suppressions).values(value=None))
    assert values(database, words="jo@acme.example") == [None]
    assert judged(database, "jo@acme.example\n")[0].verdict is Verdict.HAVE
    with read(database) as connection:
        assert stop_rows.export(connection) == []
        assert stop_rows.page(connection).hashed == 1


def test_a_list_that_is_none_says_why(sqlite_database: Engine) -> None:
    with read(sqlite_database) as connection:
        for text, words in ((b"", "empty"), (b"name,adress\nx,y\n", "missing"), (b"\xff\xfex", "UTF-16")):
            found = stop_judged.judge(connection, text, accounts=NOBODY, keys=KEYS)
            assert isinstance(found, str)
            assert words in found


def test_each_line_that_cannot_be_read_is_named_however_many_they_are(sqlite_database: Engine) -> None:
    bad = "".join(f"address,nobody {n}\n" for n in range(700))
    found = judged(sqlite_database, f"kind,value\n{bad}address,jo@acme.example\n")
    assert Counter(one.verdict for one in found) == {Verdict.MALFORMED: 700, Verdict.NEW: 1}
    assert all(one.why and one.value for one in found if one.verdict is Verdict.MALFORMED)


def test_a_plain_list_may_begin_with_whatever_domain(sqlite_database: Engine) -> None:
    found = judged(sqlite_database, "ann@value-partners.example\n@values.example\n")
    assert [(one.kind, one.verdict) for one in found] == [("address", Verdict.NEW), ("domain", Verdict.NEW)]
    assert [one.value for one in judged(sqlite_database, "kind,value\ndomain,acme.example\n")] == ["acme.example"]
