"""What is said about broken workspaces, word for word: the messages are the product here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from support.workspaces import load_with, said, write_workspace

from overture.config.workspace import load
from overture.settings import Environment


@dataclass(frozen=True)
class Block:
    name: str
    file: str
    refused: bool
    text: str
    said: list[str]


def read_blocks() -> list[Block]:
    parts = (Path(__file__).parent / "broken_configs.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    return [read_block(*part.split("\n", 1)) for part in parts]


def read_block(head: str, body: str) -> Block:
    name, file, end = head.split(" | ")
    lines = body.splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(">>> "))
    return Block(
        name, file, end == "refused", text, [line[4:].rstrip("\n") for line in lines if line.startswith(">>> ")]
    )


BLOCKS = read_blocks()


@pytest.mark.parametrize("block", [pytest.param(block, id=block.name.replace(" ", "-")) for block in BLOCKS])
def test_it_says_where_and_what(block: Block, tmp_path: Path) -> None:
    loaded = load(write_workspace(tmp_path, {block.file: block.text}), environment=Environment())

    assert said(loaded, tmp_path).splitlines() == block.said
    assert (loaded.workspace is None) == block.refused


def test_there_are_enough_of_them() -> None:
    assert len(BLOCKS) >= 90
    assert len({block.name for block in BLOCKS}) == len(BLOCKS)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"name\nAcme\nM\xfcller\n", 'accounts.csv:3:1  error  byte 0xfc is not UTF-8; save it as "CSV UTF-8"'),
        ("name\nAcme\n".encode("utf-16"), 'accounts.csv:1:1  error  is UTF-16; save it as "CSV UTF-8"'),
    ],
)
def test_a_table_in_another_encoding_is_refused(raw: bytes, message: str, tmp_path: Path) -> None:
    loaded = load_with(tmp_path, accounts_csv=raw)

    assert loaded.workspace is None
    assert said(loaded, tmp_path) == message


def test_yaml_in_another_encoding_is_refused(tmp_path: Path) -> None:
    loaded = load_with(tmp_path, team_yaml=b"company:\n  name: M\xfcller\n")

    assert loaded.workspace is None
    assert said(loaded, tmp_path) == "team.yaml:2:10  error  byte 0xfc is not UTF-8; save as UTF-8"


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    text = "sources:\n  - {id: a, kind: fed}\n  - {id: b, kind: feed, url: b.example/f}\n"

    loaded = load_with(tmp_path, sources_yaml=text, settings_yaml="time_zone: Moon\nhold: 1m\n")

    places = [problem.place.rpartition("/")[2] for problem in loaded.problems]
    assert places == ["settings.yaml:1:12", "settings.yaml:2:1", "sources.yaml:2:19", "sources.yaml:3:30"]


def test_places_stand_in_one_column(tmp_path: Path) -> None:
    loaded = load_with(tmp_path, settings_yaml="time_zone: Moon\n" + "\n" * 9 + "hold: 1m\n")

    first, second = said(loaded, tmp_path).splitlines()
    assert first.index("error") == second.index("error") == len("settings.yaml:11:1") + 2
