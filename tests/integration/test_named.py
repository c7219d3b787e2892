"""Companies that a text names, as far as they are accounts of ours."""

import pytest
from sqlalchemy import Engine, insert
from support.cast import Stage
from support.people_world import PeopleWorld, people_world

from overture.db.engine import read, write
from overture.db.named import accounts_named
from overture.db.tables import accounts


@pytest.fixture
def world(database: Engine) -> PeopleWorld:
    made = people_world(database)
    with write(database) as connection:
        firms = [("kestrel", "Kestrel Payroll", "customer"), ("tannhof", "Tannhof & Sohn", "prospect")]
        connection.execute(insert(accounts), [
            {"id": id_, "name": name, "lifecycle": stage, "aliases": [], "tags": []} for id_, name, stage in firms
        ])  # fmt: skip
    return made


def named(world: PeopleWorld, text: str, *, besides: int = 0) -> tuple[str, ...]:
    with read(world.engine) as connection:
        return accounts_named(connection, text, besides=besides)


def test_a_whole_name_is_found_wherever_it_stands(world: PeopleWorld) -> None:
    assert named(world, "Bei uns hat Acme Robotics das so gemacht.")[0] == "Acme Robotics"
    assert {"Tannhof & Sohn", "Globex"} <= {*named(world, "Für Tannhof & Sohn war das teuer, und Globex zahlte.")}


def test_of_a_customer_the_first_word_is_enough(world: PeopleWorld) -> None:
    assert named(world, "Wie Kestrel es gemacht hat, hilft Ihnen.") == ("Kestrel",)
    assert named(world, "Tannhof weiß davon nichts.") == ()


def test_a_legal_form_and_capitals_hide_no_name(world: PeopleWorld) -> None:
    lists = ["TRUMM SE + Co. KG", "Initech Inc.", "Iona Werke GmbH", "Work AG"]
    with write(world.engine) as connection:
        rows = [{"id": name, "name": name, "lifecycle": "prospect", "aliases": [], "tags": []} for name in lists]
        connection.execute(insert(accounts), rows)
    assert named(world, "Trumm ließ die Monteure reden.") == ("Trumm",)  # a noun as well, which opens a sentence
    assert {"Initech", "Iona Werke"} <= {*named(world, "Bei Initech und bei Iona Werke lief es anders.")}
    assert named(world, "Work began late, and trumm is no name.") == ()


@pytest.mark.parametrize("text", ["", "Nichts davon steht hier.", "100% of _ and \\ and 'quotes'", "globex in small"])
def test_nothing_is_found_in_words_that_are_no_names(world: PeopleWorld, text: str) -> None:
    assert named(world, text) == ()


def test_the_readers_own_account_is_no_stranger(database: Engine) -> None:
    stage = Stage(database).set()
    draft = stage.draft()
    with read(database) as connection:
        assert accounts_named(connection, f"Nun also {stage.account.name}.", besides=draft.draft_id) == ()
        assert accounts_named(connection, f"Nun also {stage.account.name}.", besides=0)[0] == stage.account.name
