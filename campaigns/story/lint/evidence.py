"""EVD001 EVD002 PRIVATE001 LEVEL001: what may be said, and on what ground."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaigns.story.check import Tree
from campaigns.story.claims import find_claims, find_in_text
from campaigns.story.format import Story
from campaigns.story.lexicon import words
from campaigns.story.lint.text import Telling
from campaigns.story.lint.tongue import abroad_of, language_of
from campaigns.story.masked import BOUND
from campaigns.story.walk import column_of
from campaigns.types import Finding
from campaigns.workspace import Level

_WORD = re.compile(r"[^\W_]+")
_SMALL = words(
    """a an the and or but of to in on at for with from by as is are was were be been has have had do does did that
    this it its he she they we you i his her their our your my not no so if then than there about into over after
    before der die das und oder aber ist sind war waren hat haben hatte ein eine einen einem einer zu den dem des
    mit auf für von im sie er es wir ihr sich auch als an nach wie aus bei dass nicht noch nur wenn so mein sein
    ihre seine unser"""
)
PRIVATE_SHARE = 0.6
_HINT = "bind it to a field, or leave it out"


def unbound(telling: Telling) -> Iterator[Finding]:
    """Claims in literal text of the body and of the subject."""
    language, known = telling.story.language, (*telling.names, *telling.others)
    foreign = abroad_of(telling)
    for claim in find_claims(telling.segments, language, known):
        if claim.kind == "name" and any(one.start <= claim.start < one.end for one in foreign):
            continue  # capitals of another language are no names; LANG001 says so
        if " ".join(claim.text.split()).casefold() not in telling.vouched:
            message = f'"{claim.text}" is a {claim.kind} without evidence; {_HINT}'
            yield telling.finding("EVD001", "error", message, claim.start, claim.end)
    parts = telling.rendered.subject_segments
    heads = [" ".join(part.text for part in parts if not part.paths), telling.text]
    abroad = any(language_of(text, language) != language for text in heads)
    for claim in find_claims(parts, language, known):
        if claim.kind == "name" and abroad:
            continue
        message = f'"{claim.text}" in the subject is a {claim.kind} without evidence; {_HINT}'
        yield Finding("EVD001", "error", message, telling.story.file, parts[0].line, 1)


def unbound_in_file(story: Story, tree: Tree, reached: frozenset[int], names: tuple[str, ...]) -> Iterator[Finding]:
    """Claims in branches that no sample telling takes. `reached` are the lines of which some telling says something:
    names are left to the telling there, since only it knows where a sentence starts."""
    for text, line in literal_lines(story):
        if language_of(text, story.language) == story.language:
            for claim in find_in_text(text, story.language, names):
                if claim.kind != "name" or line not in reached:
                    yield _in_file(story, claim.text, claim.kind, line)
    for text, line in tree.strings:
        for claim in find_in_text(text, story.language, names):
            yield _in_file(story, claim.text, claim.kind, line)


def literal_lines(story: Story) -> Iterator[tuple[str, int]]:
    """Each line of the body with its expressions taken out. A name at the start of a line is judged in the telling."""
    blank = re.sub(r"\{#.*?#\}", lambda found: re.sub(r"[^\n]", " ", found.group()), story.body, flags=re.DOTALL)
    for number, line in enumerate(blank.split("\n")):
        # A tag may join what is no sentence together, so what follows it counts as the start of one.
        text = re.sub(r"\{%.*?%\}", "\n", re.sub(r"\{\{.*?\}\}", BOUND + "\n", line)).strip()
        if re.search(r"\w", text):
            yield text, story.body_line + number


def _in_file(story: Story, text: str, kind: str, line: int) -> Finding:
    message = f'"{text}" is a {kind} without evidence; {_HINT}'
    return Finding("EVD001", "error", message, story.file, line, column_of(story, line, re.escape(text)))


def stale(telling: Telling) -> Iterator[Finding]:
    """Bound text whose evidence was withdrawn, or no longer stands in the brief as it is now."""
    now = telling.brief.values
    seen: set[str] = set()
    for start, end, part in telling.spans():
        gone = [origin for origin in part.evidence if origin in telling.withdrawn]
        current = {now[path].origin for path in part.paths if path in now}
        lost = [path for path in part.paths if path not in now]
        moved = [origin for origin in part.evidence if current and origin not in current]
        if (gone or lost or moved) and part.text not in seen:
            seen.add(part.text)
            why = "was withdrawn" if gone else "no longer stands"
            message = f'the evidence for "{part.text}" {why} ({", ".join(gone or lost or moved)})'
            yield telling.finding("EVD002", "error", message, start, end)


def private(telling: Telling) -> Iterator[Finding]:
    """A statement that may not be said aloud, word for word or nearly so, in body or subject."""
    spoken = [*telling.sentences]
    for statement in telling.brief.private:
        wanted = _content(statement)
        if not wanted:
            continue
        for sentence in spoken:
            if _says(sentence.text, wanted):
                message = "says what may not be said aloud"
                yield telling.finding("PRIVATE001", "error", message, sentence.start, sentence.end)
        if _says(telling.rendered.subject, wanted):
            yield telling.in_front_matter(
                "PRIVATE001", "error", "the subject says what may not be said aloud", "subject"
            )


def _content(text: str) -> list[str]:
    return list(dict.fromkeys(_stem(word) for word in _WORD.findall(text.lower()) if word not in _SMALL))


def _stem(word: str) -> str:
    return word[:6] if len(word) > 6 else word


def _says(text: str, wanted: list[str]) -> bool:
    said = set(_content(text))
    share = sum(word in said for word in wanted) / len(wanted)
    return share >= PRIVATE_SHARE if len(wanted) > 2 else share == 1.0


def level(telling: Telling) -> Iterator[Finding]:
    """The story speaks at a higher level of concern than anything that was heard supports."""
    claimed, said = telling.story.level, telling.brief.get("concern.level")
    heard = telling.brief.level or (Level(str(said)) if said in tuple(Level) else None)
    if claimed is not None and (heard is None or claimed.rank < heard.rank):
        basis = (
            f"the highest that was heard is {heard}"
            if heard
            else "nothing that was heard from this person reaches that high"
        )
        yield telling.in_front_matter("LEVEL001", "error", f"the story speaks at {claimed}; {basis}", "level")
