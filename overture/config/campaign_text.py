"""One campaign as text: cut out of campaigns.yaml and put back, so that comments, order and style stay as they were.

What is cut out reads as a small YAML file of its own. What a form says is put into that text key by key, and only
where it says something else than the text does.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from overture.config.block import Block, between
from overture.config.document import Document, read_document

NAME = "campaigns.yaml"
_EMPTY_LIST = re.compile(r"^campaigns:[ \t]*(\[\s*\]|null|~)?[ \t]*(#[^\n]*)?$", re.MULTILINE)
_WIDE = 100_000  # lines are never folded


def with_block(text: str, block: Block, changed: str) -> str:
    """The file with another text in the place of the block."""
    lines = text.split("\n")
    new = _indented(changed, lines[block.first][: block.offset])
    return "\n".join([*lines[: block.first], *new, *lines[block.last :]])


def with_more(text: str, added: str) -> str:
    """The file with one more campaign at its end."""
    found = _EMPTY_LIST.search(text)
    if not text.strip() or ("campaigns:" not in text):
        text = text + ("\n" if text and not text.endswith("\n") else "") + "campaigns:\n"
    elif found and not re.search(r"^[ \t]*-", text[found.end() :], re.MULTILINE):
        text = text[: found.start()] + "campaigns:\n" + text[found.end() :].lstrip("\n")
    dash = re.search(r"^([ \t]*-[ \t]+)\S", text, re.MULTILINE)
    return text.rstrip() + "\n\n" + "\n".join(_indented(added, dash[1] if dash else "  - ")) + "\n"


def _indented(text: str, prefix: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    rest = [" " * len(prefix) + line if line.strip() else "" for line in lines[1:]]
    return [prefix + lines[0].rstrip(), *(line.rstrip() for line in rest)]


# --- a form -------------------------------------------------------------------------------------------------------


def with_values(text: str, values: Mapping[tuple[str, ...], Any]) -> str:
    """The block with these values at their keys, such as `("caps", "per_day")`; None takes a key out.

    A key whose value is the same already is left as it is written, comments and all. Text that is no YAML, or no group
    of keys, comes back unchanged: what is wrong with it is said where it is checked.
    """
    yaml = _yaml()
    try:
        data = yaml.load(text)
    except YAMLError:
        return text
    if not isinstance(data, CommentedMap):
        return text
    changed = {path[0] for path, value in values.items() if _put(data, path, value)}
    if not changed:
        return text
    out = io.StringIO()
    yaml.dump(data, out)
    return _spliced(text, out.getvalue(), changed)


def _spliced(text: str, dumped: str, changed: Collection[str]) -> str:
    """The text with the lines of the changed keys from `dumped`: the writer has its own taste, the rest stays as it
    was. Where keys share a line, all of `dumped`."""
    old, new = _ranges(text), _ranges(dumped)
    if old is None or new is None:
        return dumped
    lines, fresh = text.rstrip("\n").split("\n"), dumped.rstrip("\n").split("\n")
    found: list[str] = []
    at = 0
    for key, (first, last) in old.items():
        found += lines[at:first]
        if key not in changed:
            found += lines[first:last]
        elif key in new:
            found += fresh[slice(*new[key])]
        at = last
    found += lines[at:]
    for key in (key for key in new if key not in old):
        found += fresh[slice(*new[key])]
    return "\n".join(found) + "\n"


def _ranges(text: str) -> dict[str, tuple[int, int]] | None:
    """First and last line (left out) of each key, without the comments that stand before the next one."""
    document = read_document(text.encode("utf-8", "replace"), NAME)
    if not isinstance(document, Document):
        return None
    starts = {str(loc[0]): place[0] - 1 for loc, place in document.keys.items() if len(loc) == 1}
    if len(set(starts.values())) < len(starts) or any(document.keys[(key,)][1] != 1 for key in starts):
        return None
    lines = text.rstrip("\n").split("\n")
    ends = [*list(starts.values())[1:], len(lines)]
    return {key: (first, _ended(lines, first, end)) for (key, first), end in zip(starts.items(), ends, strict=True)}


def _ended(lines: Sequence[str], first: int, last: int) -> int:
    while last > first + 1 and between(lines[last - 1], 0):
        last -= 1
    return last


def _put(data: CommentedMap, path: tuple[str, ...], value: Any) -> bool:
    """Set one value; whether anything changed."""
    *groups, key = path
    place = data
    for group in groups:
        if not isinstance(place.get(group), CommentedMap):
            if value is None:
                return False
            place[group] = CommentedMap()
            place[group].fa.set_flow_style()
        place = place[group]
    if _same(place.get(key), value):
        return False
    if value is None:
        del place[key]
        _drop_empty(data, groups)
    else:
        place[key] = _styled(value)
    return True


def _same(held: Any, value: Any) -> bool:
    if isinstance(value, list) and not isinstance(held, list):
        held = [] if held is None else [held]  # one value and a list of one say the same
    return bool(held == value)


def _drop_empty(data: CommentedMap, groups: list[str]) -> None:
    if groups and not data[groups[0]]:
        del data[groups[0]]


def _styled(value: Any) -> Any:
    if isinstance(value, list):
        items = CommentedSeq(_styled(item) for item in value)
        if not any(isinstance(item, dict) for item in value):
            items.fa.set_flow_style()
        return items
    if isinstance(value, dict):
        group = CommentedMap({key: _styled(item) for key, item in value.items()})
        group.fa.set_flow_style()
        return group
    return value


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def rules_of(lines: str) -> list[Any] | str:
    """Rules as a form writes them, one on a line (`account.country: [DE]`), as data; or what is wrong, in words."""
    found = []
    for number, line in enumerate(lines.splitlines(), start=1):
        if not line.strip():
            continue
        document = read_document(line.strip().encode(), "rule")
        if isinstance(document, list):
            return f"line {number}: {document[0].message}"
        if not isinstance(document.data, dict):
            return f'line {number}: "{line.strip()}" is no rule; write a field, a colon and what it should be'
        found.append(document.data)
    return found
