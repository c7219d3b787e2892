"""BEAT001 SETBACK001: the parts of a story, and that something is paid for on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import nodes

from campaigns.story.fields import suggest
from campaigns.story.format import Story
from campaigns.story.lexicon import phrases, words
from campaigns.story.lint.text import Telling
from campaigns.story.lint.tongue import language_of
from campaigns.types import Finding

SHAPES: dict[str, tuple[str, ...]] = {
    "arc": ("moment", "problem", "journey", "setback", "promise", "ask"),
    "share": ("moment", "gift", "ask"),
    "repair": ("moment", "fault", "repair", "ask"),
}
OPTIONAL = frozenset({"promise"})


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
            yield _at(telling.story, f'beat "{name}" is empty where a field is absent; give it an else', line)


def beat_line(story: Story, name: str) -> int:
    """The line of the file on which a beat starts; 0 where there is none."""
    found = re.search(rf"\{{%[-+]?\s*beat\s+{name}\b", story.body)
    return story.body_line + story.body.count("\n", 0, found.start()) if found else 0


_COST_EN = phrases("cost.en")
_FAKE_EN = phrases("no_cost.en")
_COST_DE = phrases("cost.de")
_FAKE_DE = phrases("no_cost.de")
_GAIN_EN, _GAIN_DE = phrases("gain.en"), phrases("gain.de")
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|rarely|hardly|seldom|no|(?<!\ba )little|nothing|without|nicht|nie|selten|kaum|kein\w*|ohne)|"
    r"n['’]t)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)


def setback(telling: Telling) -> Iterator[Finding]:
    """(arc) no setback, one that costs nothing, or one that vanishes when the case is absent."""
    if telling.story.shape != "arc":
        return
    line = beat_line(telling.story, "setback")
    told = telling.beat("setback")
    if not line:
        yield _setback(telling, "no setback: a journey without one is a brochure", telling.story.body_line)
    elif not told:
        yield _setback(telling, "the setback vanishes when the case is absent; tell one as opinion in an else", line)
    elif language_of(told, telling.story.language) == telling.story.language and fake(told, german=telling.german):
        yield _setback(telling, "a setback that costs nothing: say what was lost, late or disliked", line)


# What a setback waves away costs nothing: "apart from a little grumbling", "the only cost is a bit of goodwill".
_WAVED_AWAY = re.compile(
    r"\b(?:apart|aside) from [^,.;]{1,40}|\bexcept for [^,.;]{1,40}|\b(?:abgesehen von|bis auf) [^,.;]{1,40}|"
    r"\b(?:only|sole|einzige[rn]?) (?:[\w-]+ )?(?:is|was|were|are|war|ist|waren|sind)\b|"
    r"\b(?:a (?:little|(?:tiny )?bit of|touch of|hint of|spot of)|some mild|ein wenig|ein bisschen|etwas|leichte[sr]?) "
    r"(?:\w+(?:ing|ness|will|wail|sion|ance|ment)|[A-ZÄÖÜ]\w+)\b",
    re.IGNORECASE,
)


def fake(told: str, *, german: bool) -> bool:
    """Whether a setback costs nothing: it boasts, speaks of success or of nothing in particular, and no word of cost
    stands beside that."""
    boasts, costs, gains = (_FAKE_DE, _COST_DE, _GAIN_DE) if german else (_FAKE_EN, _COST_EN, _GAIN_EN)
    boast = next((found for found in boasts.finditer(told) if not _NOT_BEFORE.search(told[: found.start()])), None)
    rest = _WAVED_AWAY.sub(" ", boasts.sub(" ", told)) if boast else told
    found = [one.group().lower() for one in costs.finditer(rest)]
    if boast or sum(1 for _ in gains.finditer(rest)) > 1:
        # Beside a boast, or praise upon praise, weak words are no sign of a cost.
        found = [word for word in found if word not in _WEAK]
    return not found and bool(boast or gains.search(told))


_WEAK = words(
    """not never nobody hard harder again later late less fewer weeks months days hours quiet longer against tough long
    time only without away extra alone explain odd strange rows
    nicht nie kein keine keinen niemand wieder spät später weniger wochen monate muss müssen musste mussten schwer
    länger gegen ging gingen schwierig zurück lange lang zeit stunden tage nur ohne kraft erklären allein dauert"""
) | {"had to"}


def _setback(telling: Telling, message: str, line: int) -> Finding:
    return Finding("SETBACK001", "error", message, telling.story.file, line, 1)
