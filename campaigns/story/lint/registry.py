"""Every code with its rule. A rule takes one telling and yields findings; a new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from campaigns.story.lint import asks, beats, evidence, focus, measure, promises, setbacks, style, tongue
from campaigns.story.lint.text import Telling
from campaigns.types import Finding

Rule = Callable[[Telling], Iterator[Finding]]

CODES: dict[str, str] = {
    "TPL001": "syntax or front matter",
    "TPL002": "unknown field",
    "TPL003": "unknown filter or tag",
    "TPL004": "optional field neither required, guarded nor defaulted",
    "TPL005": "beyond the limits",
    "EVD001": "unbound claim",
    "EVD002": "stale or withdrawn evidence",
    "PRIVATE001": "a fact that may not be said aloud",
    "LEVEL001": "speaks above the level that evidence supports",
    "SAFE001": "pitch, promise, ask for business or congratulation on a sensitive event",
    "BEAT001": "beats missing, empty, repeated, unknown, conditional or out of order",
    "SETBACK001": "no setback, or one that costs nothing or vanishes",
    "SELF001": "about the sender",
    "SELF002": "starts with the sender",
    "PITCH001": "an offer before their need is named",
    "ASK001": "not exactly one ask that costs a reply",
    "PROMISE001": "a promise that is not in the catalogue, or more than one",
    "CLICHE001": "cliché",
    "TONE001": "superlative or jargon",
    "LEN001": "long body",
    "LEN002": "long subject",
    "READ001": "hard to read",
    "LANG001": "another language",
}

# Rules that judge any telling, of a sample as of a draft.
COMMON: tuple[Rule, ...] = (
    evidence.unbound, promises.sensitive, setbacks.setback, focus.self_focus, focus.opening, promises.too_early,
    asks.one_ask, promises.unkept, style.cliche, style.flattery, style.tone, measure.length, measure.reading,
    tongue.tongue,
)  # fmt: skip
TEMPLATE: tuple[Rule, ...] = (beats.empty, *COMMON)
DRAFT: tuple[Rule, ...] = (evidence.stale, evidence.private, evidence.level, *COMMON)
