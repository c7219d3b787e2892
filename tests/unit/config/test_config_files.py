from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from support.workspaces import load_with, said, workspace_of, write_workspace

from overture.config import init, schema
from overture.config.document import read_document
from overture.config.edit import Added, add_source
from overture.config.files import write_atomically
from overture.config.sources import read_sources
from overture.config.watch import fingerprint
from overture.config.workspace import FILES, load
from overture.settings import Environment

REPOSITORY = Path(__file__).parents[3]
COMMENTED = """\
# our feeds
defaults: {interval: adaptive}  # for all

sources:
  # venture
  - {id: a, kind: feed, url: "https://a.example/f", tags: [x, y]}
  - id: b   # second
    kind: feed
    url: 'https://b.example/f'
"""


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


# --- init ---------------------------------------------------------------------------------------------------------


def test_a_new_workspace_is_complete_and_sound(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "workspace"

    written = init.write(folder)

    assert {path.name for path in written} >= set(FILES)
    loaded = load(folder, environment=Environment())
    assert said(loaded, folder) == ""
    assert workspace_of(loaded).stories_dir == folder / "stories"


def test_a_second_init_writes_nothing(tmp_path: Path) -> None:
    init.write(tmp_path)

    assert init.write(tmp_path) == []


def test_init_never_touches_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text("people: []\n")

    assert tmp_path / "team.yaml" not in init.write(tmp_path)
    assert (tmp_path / "team.yaml").read_text() == "people: []\n"


@pytest.mark.parametrize("name", [name for name in FILES if name != "settings.yaml"])
def test_the_repository_starts_from_the_same_files(name: str) -> None:
    assert (REPOSITORY / "config" / name).read_bytes() == (init.STARTER / name).read_bytes()


# --- edit ---------------------------------------------------------------------------------------------------------


def test_a_source_is_added_and_every_other_line_stays(tmp_path: Path) -> None:
    path = write_workspace(tmp_path, {"sources.yaml": COMMENTED}) / "sources.yaml"

    added = add_source(tmp_path, id="c", url="https://c.example/f", tags=["eu"], interval="30m")

    assert isinstance(added, Added)
    assert (added.source.id, added.line) == ("c", 10)
    assert lines(path)[:9] == COMMENTED.splitlines()
    assert lines(path)[9:] == ['  - {id: c, kind: feed, url: "https://c.example/f", interval: 30m, tags: [eu]}']


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# nothing yet\n",
        "# nothing yet",
        "sources:\n",
        "sources: []\n",
        "sources: [] # none\n",
        "defaults: {tags: x}\n",
        "sources:\n- {id: a, kind: feed, url: https://a.example/f}\n",
        "\ufeffsources:\n",
    ],
)
def test_it_is_added_whatever_was_there(before: str, tmp_path: Path) -> None:
    path = write_workspace(tmp_path, {"sources.yaml": before}) / "sources.yaml"

    assert isinstance(add_source(tmp_path, id="c", url="https://c.example/f"), Added)

    document = read_document(path.read_bytes(), "sources.yaml")
    assert not isinstance(document, list)
    assert [source.id for source in read_sources(document)[0]][-1] == "c"
    assert all(comment in path.read_text() for comment in ("# nothing yet", "# none") if comment in before)


def test_it_is_added_where_there_was_no_file(tmp_path: Path) -> None:
    assert isinstance(add_source(tmp_path, id="c", url="https://c.example/f"), Added)
    assert lines(tmp_path / "sources.yaml") == ["sources:", '  - {id: c, kind: feed, url: "https://c.example/f"}']


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"id": "a", "url": "https://c.example/f"}, '"a" is taken already'),
        ({"id": "c", "url": "c.example/f"}, "did you mean https://c.example/f?"),
        ({"id": "c", "url": "https://c.example/f", "interval": "1s"}, "out of bounds"),
        ({"id": "c", "url": "https://c.example/f\n- x"}, "no spaces"),
    ],
)
def test_a_bad_source_changes_nothing(wrong: dict[str, Any], words: str, tmp_path: Path) -> None:
    path = write_workspace(tmp_path, {"sources.yaml": COMMENTED}) / "sources.yaml"

    problems = add_source(tmp_path, **wrong)

    assert isinstance(problems, list)
    assert words in problems[0].message
    assert path.read_text() == COMMENTED


@pytest.mark.parametrize("text", ["sources: [\n", "just words\n"])
def test_a_broken_file_is_not_added_to(text: str, tmp_path: Path) -> None:
    write_workspace(tmp_path, {"sources.yaml": text})

    problems = add_source(tmp_path, id="c", url="https://c.example/f")

    assert isinstance(problems, list)
    assert (tmp_path / "sources.yaml").read_text() == text


def test_a_file_is_replaced_in_one_step_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_text("old")
    path.chmod(0o640)
    inode = path.stat().st_ino

    write_atomically(path, "new")

    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.stat().st_ino != inode
    assert os.listdir(tmp_path) == ["f"]  # noqa: PTH208 - hidden files count


# --- watch --------------------------------------------------------------------------------------------------------


def test_an_untouched_workspace_looks_the_same(tmp_path: Path) -> None:
    write_workspace(tmp_path)

    assert fingerprint(tmp_path, stories_dir=tmp_path / "stories") == fingerprint(
        tmp_path, stories_dir=tmp_path / "stories"
    )


@pytest.mark.parametrize("name", ["team.yaml", "sources.yaml", "stories/told.en.j2", "stories/new.en.j2"])
def test_a_written_file_is_seen(name: str, tmp_path: Path) -> None:
    write_workspace(tmp_path)
    before = fingerprint(tmp_path, stories_dir=tmp_path / "stories")

    write_atomically(tmp_path / name, "# other\n")

    assert fingerprint(tmp_path, stories_dir=tmp_path / "stories") != before


def test_a_file_that_goes_is_seen(tmp_path: Path) -> None:
    write_workspace(tmp_path)
    before = fingerprint(tmp_path)

    (tmp_path / "contacts.csv").unlink()

    assert fingerprint(tmp_path) != before


def test_a_feed_that_is_added_by_command_is_seen(tmp_path: Path) -> None:
    workspace_of(load_with(tmp_path, sources_yaml=COMMENTED))
    before = fingerprint(tmp_path)

    add_source(tmp_path, id="c", url="https://c.example/f")

    assert fingerprint(tmp_path) != before
    assert [source.id for source in workspace_of(load(tmp_path, environment=Environment())).sources] == ["a", "b", "c"]


# --- schema -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", schema.MODELS)
def test_a_schema_is_json_and_refuses_unknown_keys(name: str) -> None:
    found = json.loads(json.dumps(schema.schema(name)))

    assert found["additionalProperties"] is False
    assert found["title"] == name
    assert all(
        part.get("additionalProperties") is False for part in found.get("$defs", {}).values() if "properties" in part
    )


@pytest.mark.parametrize("name", schema.MODELS)
def test_the_published_schema_is_the_one_in_force(name: str) -> None:
    published = REPOSITORY / "docs" / "schema" / name.replace(".yaml", ".json")

    assert json.loads(published.read_text()) == schema.schema(name), "write it anew: see docs/configuration.md"


def test_defaults_in_the_schema_are_written_as_in_a_file() -> None:
    caps = schema.schema("campaigns.yaml")["$defs"]["CapsShape"]["properties"]
    hold = schema.schema("settings.yaml")["$defs"]["HandoffShape"]["properties"]["hold"]

    assert caps["per_contact"]["default"] == "1/60d"
    assert hold["default"] == "10m"


def test_a_key_explains_itself() -> None:
    (hold,) = (key for key in schema.explain("hold") if isinstance(key, schema.Key) and key.file == "settings.yaml")

    assert (hold.path, hold.default) == ("handoff.hold", "10m")
    assert schema.explain("wieght") == 'there is no key "wieght"'
    assert schema.explain("intervall") == 'there is no key "intervall"; did you mean "interval"?'
