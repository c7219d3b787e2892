"""BEAT001: the parts of a story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import nodes

from campaigns.story.fields import suggest
from campaigns.story.format import Story
from campaigns.story.lint.text import Telling
from campaigns.types import Finding

SHAPES: dict[str, tuple[str, ...]] = {
    "arc": ("moment", "problem", "journey", "setback", "promise", "ask"),
    "share": ("moment", "gift", "ask"),
    "repair": ("moment", "fault", "repair", "ask"),
}
OPTIONAL = frozenset({"promise"})
_SILENT = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)


def structure(story: Story, tree: nodes.Template) -> Iterator[Finding]:
    """What the tree says: unknown, repeated, missing, conditional and misplaced beats, and text outside of them."""
    wanted = SHAPES.get(story.shape)
    if wanted is None:
        return
    found = list(_beats(tree.body, inside=False))
    seen: list[str] = []
    for name, line, conditional in found:
        if name not in wanted:
            message = f'beat "{name}" is unknown in a story of the shape {story.shape}{suggest(name, wanted)}'
            yield _at(story, message, line)
        elif name in seen:
            yield _at(story, f'beat "{name}" is repeated', line)
        elif any(wanted.index(name) < wanted.index(one) for one in seen):
            yield _at(story, f'beat "{name}" is out of order: {" ".join(wanted)}', line)
        if conditional:
            yield _at(
                story, f'beat "{name}" stands inside a condition or loop; put the condition inside the beat', line
            )
        seen += [name] if name in wanted else []
    for name in wanted:
        if name not in seen and name not in OPTIONAL:
            yield _at(story, f'beat "{name}" is missing', story.body_line)
    for line in dict.fromkeys(_outside(tree.body)):
        yield _at(story, "text outside the beats", line)


def _at(story: Story, message: str, line: int) -> Finding:
    return Finding("BEAT001", "error", message, story.file, line, 1)


def _beats(body: Iterable[nodes.Node], *, inside: bool) -> Iterator[tuple[str, int, bool]]:
    for node in body:
        if isinstance(node, nodes.FilterBlock):
            name = node.filter.args[0]
            yield str(name.value) if isinstance(name, nodes.Const) else "", node.lineno, inside
            yield from _beats(node.body, inside=True)
        elif isinstance(node, (nodes.If, nodes.For)):
            yield from _beats(node.body, inside=True)
            yield from _beats(node.else_, inside=True)
            for branch in node.elif_ if isinstance(node, nodes.If) else ():
                yield from _beats(branch.body, inside=True)


def _outside(body: Iterable[nodes.Node]) -> Iterator[int]:
    for node in body:
        if isinstance(node, nodes.Output):
            for child in node.nodes:
                if not isinstance(child, nodes.TemplateData):
                    yield child.lineno
                elif child.data.strip():
                    blank = len(child.data) - len(child.data.lstrip())
                    yield child.lineno + child.data.count("\n", 0, blank)
        elif isinstance(node, (nodes.If, nodes.For)):
            yield from _outside(node.body)
            yield from _outside(node.else_)
            for branch in node.elif_ if isinstance(node, nodes.If) else ():
                yield from _outside(branch.body)


def empty(telling: Telling) -> Iterator[Finding]:
    """A beat that stands in the file and says nothing in this telling."""
    wanted = SHAPES.get(telling.story.shape, ())
    for name in wanted:
        line = beat_line(telling.story, name)
        if line and name not in OPTIONAL and not telling.beat(name):
            why = "where a field is absent; give it an else" if _says(telling.story, name) else "and needs words"
            yield _at(telling.story, f'beat "{name}" is empty {why}', line)


def _says(story: Story, name: str) -> bool:
    """Whether the file has anything at all to print in a beat: words or a field."""
    found = re.search(rf"\{{%[-+]?\s*beat\s+{name}\b.*?%\}}(.*?)\{{%[-+]?\s*endbeat\b", story.body, re.DOTALL)
    return bool(found and _SILENT.sub("", found.group(1)).strip())


def beat_line(story: Story, name: str) -> int:
    """The line of the file on which a beat starts; 0 where there is none."""
    found = re.search(rf"\{{%[-+]?\s*beat\s+{name}\b", story.body)
    return story.body_line + story.body.count("\n", 0, found.start()) if found else 0
