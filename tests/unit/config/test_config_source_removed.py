"""A source leaves sources.yaml and comes back: every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.workspaces import write_workspace

from overture.config.edit_remove import Cut, cut, with_cut
from overture.config.places import Problem

FILE = """\
# our feeds
defaults: {interval: adaptive}  # for all

sources:
  # venture
  - {id: a, kind: feed, url: "https://a.example/f", tags: [x, y]}

  - id: b   # second
    kind: feed
    # the old address went away
    url: 'https://b.example/f'
  # the last
  - {id: c, kind: feed, url: "https://c.example/f"}
# end
"""


def taken(folder: Path, id_: str) -> tuple[Cut, str]:
    found = cut(folder, id_)
    assert not isinstance(found, Problem), found
    return found


@pytest.mark.parametrize("id_", ["a", "b", "c"])
@pytest.mark.parametrize(
    "text",
    [FILE, FILE.replace("\n", "\r\n"), FILE.rstrip("\n"), f"\ufeff{FILE}"],
    ids=["plain", "crlf", "open end", "mark"],
)
def test_one_leaves_with_its_own_lines_and_comes_back_to_the_byte(id_: str, text: str, tmp_path: Path) -> None:
    path = write_workspace(tmp_path, {"sources.yaml": text}) / "sources.yaml"
    path.write_bytes(text.encode())
    gone, rest = taken(tmp_path, id_)
    assert sorted([*gone.lines, *rest.split("\n")]) == sorted(text.split("\n"))
    assert f"id: {id_}" not in rest
    path.write_bytes(rest.encode())
    assert with_cut(tmp_path, id_, gone) == text


def test_the_only_one_leaves_an_empty_list(tmp_path: Path) -> None:
    path = write_workspace(tmp_path, {"sources.yaml": "sources:\n- {id: a, kind: feed, url: https://a.example/f}\n"})
    gone, rest = taken(tmp_path, "a")
    assert rest == "sources:\n"
    (path / "sources.yaml").write_text("sources:\n\n# none left\n")
    assert with_cut(tmp_path, "a", gone) == "sources:\n- {id: a, kind: feed, url: https://a.example/f}\n\n# none left\n"


def test_what_changed_meanwhile_stays_and_it_stands_after_its_neighbour(tmp_path: Path) -> None:
    path = write_workspace(tmp_path, {"sources.yaml": FILE}) / "sources.yaml"
    gone, rest = taken(tmp_path, "b")
    path.write_text(rest.replace("# our feeds\n", "# our feeds\n# and theirs\n").replace("tags: [x, y]", "tags: [z]"))
    back = with_cut(tmp_path, "b", gone)
    assert isinstance(back, str)
    assert "# and theirs" in back
    assert back.index("tags: [z]") < back.index("id: b") < back.index("# the last")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sources: [{id: a, kind: feed, url: https://a.example/f}]\n", "take it out by hand"),
        ("sources:\n- &it {id: a, kind: feed, url: https://a.example/f}\n- *it\n", ""),
        ("sources:\n- {id: other, kind: feed, url: https://a.example/f}\n", "a does not stand here"),
        ("sources: [\n", ""),
    ],
)
def test_what_cannot_be_cut_out_whole_stays_with_the_reason(text: str, words: str, tmp_path: Path) -> None:
    write_workspace(tmp_path, {"sources.yaml": text})
    found = cut(tmp_path, "a")
    assert isinstance(found, Problem)
    assert words in found.message


def test_one_that_stands_there_again_is_not_put_back_twice(tmp_path: Path) -> None:
    write_workspace(tmp_path, {"sources.yaml": FILE})
    gone, _ = taken(tmp_path, "a")
    found = with_cut(tmp_path, "a", gone)
    assert isinstance(found, Problem)
    assert "already" in found.message


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.ReusedAnchorWarning")
def test_one_whose_anchor_gives_another_its_tags_stays(tmp_path: Path) -> None:
    tags = ("tags: &t [one]", "tags: &t [two]", "tags: *t")
    rows = [
        f"- {{id: {id_}, kind: feed, url: https://{id_}.example/f, {tag}}}"
        for id_, tag in zip("zab", tags, strict=True)
    ]
    write_workspace(tmp_path, {"sources.yaml": "\n".join(["sources:", *rows, ""])})
    found = cut(tmp_path, "a")
    assert isinstance(found, Problem)
    assert "the other entries would not be read as before" in found.message
