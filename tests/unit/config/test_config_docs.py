"""docs/configuration.md names every key, column and variable, with its default where there is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from campaigns.rule_paths import RULE_PATHS
from overture.config import accounts, contacts, people, schema
from overture.config.document import read_document
from overture.config.rules import MODIFIERS
from overture.config.tables import Column
from overture.settings import variables

PAGE = (Path(__file__).parents[3] / "docs" / "configuration.md").read_text(encoding="utf-8")
KEYS = [key for file in schema.MODELS for key in schema.keys(file)]
TABLES = {
    "accounts.csv": accounts.COLUMNS,
    "contacts.csv": contacts.COLUMNS,
    "concerns.csv": people.CONCERN_COLUMNS,
    "interests.csv": people.INTEREST_COLUMNS,
    "ties.csv": people.TIE_COLUMNS,
    "do_not_contact.csv": people.DO_NOT_CONTACT_COLUMNS,
}
COLUMNS = [(file, column) for file, columns in TABLES.items() for column in columns]


def section(title: str) -> str:
    """The part of the page under a heading."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/configuration.md has no section {title}"
    return found[2]


def row(title: str, name: str) -> str:
    found = re.search(rf"^\| `{re.escape(name)}` \|.*$", section(title), re.MULTILINE)
    assert found, f"docs/configuration.md, {title}: {name} is missing"
    return found[0]


@pytest.mark.parametrize("key", [pytest.param(key, id=f"{key.file}-{key.path}") for key in KEYS])
def test_every_key_is_in_the_docs_with_its_default(key: schema.Key) -> None:
    text = row(key.file, key.path)

    assert ("**required**" in text) == key.required
    assert key.default.split(" (")[0] in text


@pytest.mark.parametrize(("file", "column"), [pytest.param(*pair, id=f"{pair[0]}-{pair[1].name}") for pair in COLUMNS])
def test_every_column_is_in_the_docs(file: str, column: Column) -> None:
    assert ("**required**" in row(file, column.name)) == column.required


@pytest.mark.parametrize("variable", variables())
def test_every_variable_is_in_the_docs(variable: str) -> None:
    assert row("The environment", variable)


@pytest.mark.parametrize("word", [*RULE_PATHS, *MODIFIERS])
def test_every_field_of_a_condition_is_in_the_docs(word: str) -> None:
    assert f"`{word}`" in section("campaigns.yaml")


def test_the_docs_name_no_key_that_is_not_there() -> None:
    known = {key.path for key in KEYS} | {column.name for _, column in COLUMNS} | set(variables())

    assert set(re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)) <= known


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_the_examples_are_yaml(example: str) -> None:
    assert not isinstance(read_document(example.encode(), "example"), list)
