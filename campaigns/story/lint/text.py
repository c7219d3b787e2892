"""One telling of a story as the rules see it: text, literal text, sentences with their beats, places in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from campaigns.story.format import Story
from campaigns.story.grave import is_sensitive
from campaigns.story.masked import SENDER, Sentence, marked, mask, sentences
from campaigns.story.reading import lix, words_read
from campaigns.story.render import joined
from campaigns.types import Brief, Finding, Rendered, Segment

JUDGED_CHARS = 8_000  # ten times a good letter
Severity = Literal["error", "warn"]


@dataclass(frozen=True)
class Telling:
    """A rendering with its story and brief. `names` are the names of our company, its products and people."""

    story: Story
    rendered: Rendered
    brief: Brief
    names: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    draft: bool = False
    sensitive: bool = False
    promise_ids: frozenset[str] | None = None
    withdrawn: frozenset[str] = frozenset()
    vouched: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()  # companies beside ours that are known by name

    @property
    def german(self) -> bool:
        return self.story.language == "de"

    @property
    def known_language(self) -> bool:
        """Whether the lint has words for this language; in others it judges only what needs none."""
        return self.story.language in ("en", "de")

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The body's segments; of a body beyond all measure the first part, since LEN001 has the rest."""
        kept: list[Segment] = []
        left = JUDGED_CHARS
        for part in self.rendered.segments:
            if left > 0:
                kept.append(part if len(part.text) <= left else replace(part, text=part.text[:left]))
            left -= len(part.text)
        return tuple(kept)

    @cached_property
    def text(self) -> str:
        return joined(self.segments)

    @cached_property
    def literal(self) -> str:
        """The text with bound pieces hidden, offsets unchanged."""
        return mask(self.segments)

    @cached_property
    def signed(self) -> str:
        """As `literal`, with the sender's names, bound or written out, and promises recognisable."""
        text = marked(self.segments)
        for name in self.names:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda found: SENDER * len(found.group()), text)
        return text

    @cached_property
    def sentences(self) -> list[Sentence]:
        return sentences(self.segments, self.story.language)

    @cached_property
    def lix(self) -> float:
        """The reading level of the body; addresses are left out."""
        return lix(words_read(self.text), len(self.sentences))

    def literal_of(self, sentence: Sentence) -> str:
        return self.literal[sentence.start : sentence.end]

    def signed_of(self, sentence: Sentence) -> str:
        return self.signed[sentence.start : sentence.end]

    def beat(self, name: str) -> str:
        """The text of one beat."""
        return "".join(part.text for part in self.segments if part.beat == name).strip()

    def spans(self) -> Iterator[tuple[int, int, Segment]]:
        offset = 0
        for part in self.segments:
            yield offset, offset + len(part.text), part
            offset += len(part.text)

    def segment_at(self, offset: int) -> Segment | None:
        return next((part for start, end, part in self.spans() if start <= offset < end), None)

    def finding(self, code: str, level: Severity, message: str, start: int = 0, end: int | None = None) -> Finding:
        """A finding about the characters from `start` to `end`, with its line and column in the story's file."""
        part = self.segment_at(start)
        line = part.line if part and part.line else self.story.body_line
        column = self._column(line, self.literal[start : start + 24])
        return Finding(code, level, message, self.story.file, line, column, start, start + 1 if end is None else end)

    def in_front_matter(self, code: str, level: Severity, message: str, key: str) -> Finding:
        return Finding(code, level, message, self.story.file, self.story.lines.get(key, 1), 1)

    def _column(self, line: int, words: str) -> int:
        lines = self.story.text.split("\n")
        found = re.match(r"\s*([^\s\ufff8-\ufffc]+)", words)
        if found and 0 < line <= len(lines):
            return max(0, lines[line - 1].find(found.group(1))) + 1
        return 1


def sensitive_kind(brief: Brief) -> bool:
    """Whether the brief's own event is a sensitive one for this account."""
    customer = brief.customer or brief.get("account.lifecycle") == "customer"
    kind, *told = (brief.get(path) for path in ("trigger.kind", "evidence.title", "evidence.quote"))
    return is_sensitive(str(kind), *told, customer=customer)
