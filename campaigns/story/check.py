"""What the syntax tree of a story says before anything is told: unknown fields, filters and tags, unguarded fields.

TPL002 unknown field · TPL003 unknown filter or tag · TPL004 optional field neither required, guarded nor defaulted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from campaigns.story.broken import in_words
from campaigns.story.fields import ALWAYS, suggest
from campaigns.story.filters import FILTERS
from campaigns.story.format import Story
from campaigns.story.syntax import OPENING_TAGS, TAGS, StoryEnvironment, tags_in
from campaigns.story.walk import Walk, bad_filter, column_of
from campaigns.types import Finding

_ENVIRONMENT = StoryEnvironment()
_PIPE = re.compile(r"(?<!\|)\|\s*([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class Tree:
    """The parsed body and subjects of a story (none where it cannot be parsed), with what was found."""

    findings: tuple[Finding, ...]
    body: nodes.Template | None
    strings: tuple[tuple[str, int], ...] = ()  # text that expressions may print by themselves, with its line


def check(story: Story) -> Tree:
    """Parse a story and look through its tree."""
    unknown = [found for start, text in _sources(story) for found in _unknown_tags(story, text, start)]
    findings: list[Finding] = list(unknown)
    trees: list[nodes.Template] = []
    for start, text in _sources(story):
        parsed = _parse(story, text, start)
        if isinstance(parsed, Finding):
            # An unknown tag or filter also breaks the syntax; the name that is not known says more.
            named = unknown or list(_unknown_filters(story, text, start))
            findings.extend(one for one in (named or [parsed]) if one not in findings)
        else:
            trees.append(parsed)
    walks = [Walk(story) for _ in trees]
    try:
        for walk, tree in zip(walks, trees, strict=True):
            walk.block(tree.body, frozenset(_required(story)))
            findings.extend(walk.findings)
    except RecursionError:
        message = "too deeply nested to be looked through"
        return Tree((Finding("TPL005", "error", message, story.file, story.body_line, 1),), None)
    whole = len(trees) == len(story.subjects) + 1
    strings = tuple(found for walk in walks for found in walk.strings)
    return Tree(_unique(findings), trees[-1] if whole else None, strings)


def _required(story: Story) -> Iterator[str]:
    yield from ALWAYS
    yield from story.requires


def _sources(story: Story) -> Iterator[tuple[int, str]]:
    for subject in story.subjects:
        yield subject.line, subject.text
    yield story.body_line, story.body


def _unique(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(findings))


def _parse(story: Story, text: str, start: int) -> nodes.Template | Finding:
    source = "\n" * (start - 1) + text
    try:
        return _ENVIRONMENT.parse_plain(source)
    except TemplateSyntaxError as error:
        message, line = in_words(error, source)
        return Finding("TPL001", "error", message, story.file, line, column_of(story, line, r"\{[%{]"))
    except (RecursionError, MemoryError, OverflowError, ValueError) as error:
        return Finding("TPL005", "error", f"too deeply nested or too large ({error})", story.file, start, 1)


def _unknown_tags(story: Story, text: str, start: int) -> Iterator[Finding]:
    for offset, name in tags_in(text):
        if name not in TAGS and not (name.startswith("end") and name[3:] not in TAGS):
            line = start + text.count("\n", 0, offset)
            column = offset - text.rfind("\n", 0, offset)
            message = f'unknown tag "{name}"{suggest(name, OPENING_TAGS)}; a story has {", ".join(OPENING_TAGS)}'
            yield Finding("TPL003", "error", message, story.file, line, column)


def _unknown_filters(story: Story, text: str, start: int) -> Iterator[Finding]:
    for found in _PIPE.finditer(text):
        if found.group(1) not in FILTERS:
            line = start + text.count("\n", 0, found.start(1))
            yield bad_filter(story, found.group(1), line)
