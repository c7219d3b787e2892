"""The jailed side of stories: JSON in, JSON out, and `render_jailed`, which asks for it from outside.

A marketer's template is a program. The language is closed (`syntax.py`), and still it is compiled and told in a
child process that can be killed: two seconds, 200 MB, 20 kB.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from campaigns.story.format import Story, load
from campaigns.story.lint import lint_story
from campaigns.story.render import render
from campaigns.story.wire import brief_json, from_json, rendered_from_json, rendered_json
from campaigns.types import Aborted, Brief, Finding, Rendered
from campaigns.workspace import OurCompany, Teammate
from triggers.limits import Limits
from triggers.ports import Jail, JailFailure

FUNCTION = "campaigns.story.jailed:answer"
EXAMINE = "campaigns.story.jailed:examine"
BATCH = 50  # briefs in one call


class Late(Exception):  # noqa: N818 - a surprise that passes
    """The jail was too busy, or somebody else ended it: nothing is known of the story; try the work again."""


Told = Rendered | Aborted | list[Finding]
_loaded = lru_cache(maxsize=256)(load)


def answer(payload: dict[str, Any]) -> dict[str, Any]:
    """`{"text", "file", "variant", "briefs": [{"key", "brief"}]}` -> `{"results": [...]}`, one for each brief.

    A result is `{"rendered": …}`, `{"aborted": reason}` or `{"findings": [...]}`.
    """
    story = _loaded(payload["text"], payload.get("file", ""))
    briefs = payload["briefs"]
    if not isinstance(story, Story):
        return {"results": [_result(story) for _ in briefs]}
    told = [render(story, from_json(one["brief"]), variant=payload.get("variant"), key=one["key"]) for one in briefs]
    return {"results": [_result(one) for one in told]}


def _result(told: Told) -> dict[str, Any]:
    if isinstance(told, Rendered):
        return {"rendered": rendered_json(told)}
    if isinstance(told, Aborted):
        return {"aborted": told.reason}
    return {"findings": [asdict(finding) for finding in told]}


def render_jailed(
    jail: Jail,
    story: Story,
    briefs: Sequence[tuple[str, Brief]],
    *,
    variant: str | None = None,
    limits: Limits | None = None,
) -> list[Told]:
    """Tell one story to several contacts, given as (key, brief), in the jail; results in order.

    A call that dies is repeated one brief at a time, so that one bad brief costs only its own rendering. Raises Late
    where the jail hangs, which says nothing about the story.
    """
    limits = limits or Limits()
    results: list[Told] = []
    for start in range(0, len(briefs), BATCH):
        batch = briefs[start : start + BATCH]
        told = _call(jail, story, batch, variant, limits)
        if isinstance(told, JailFailure) and len(batch) > 1:
            for one in batch:
                results.extend(_settled(story, _call(jail, story, [one], variant, limits)))
        else:
            results.extend(_settled(story, told))
    return results


def _settled(story: Story, told: list[Told] | JailFailure) -> list[Told]:
    if not isinstance(told, JailFailure):
        return told
    if told.ours:
        raise Late(told.message)
    return [_beyond(story, told)]


@dataclass(frozen=True, slots=True)
class Ours:
    """What the lint knows of us: our company with its products, our people, the ids of the catalogue of promises."""

    company: OurCompany | None = None
    teammates: tuple[Teammate, ...] = ()
    promise_ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """A text that somebody is writing: what the lint says of it, and how it reads with each brief, in order."""

    findings: tuple[Finding, ...]
    told: tuple[Told, ...]


def examine(payload: dict[str, Any]) -> dict[str, Any]:
    """As `answer`, with `"ours"` beside the text; gives `"findings"` of the lint beside the results."""
    ours = payload["ours"]
    company = OurCompany(ours["company"], "", tuple(ours["products"])) if ours["company"] is not None else None
    promise_ids = None if ours["promise_ids"] is None else frozenset(ours["promise_ids"])
    found = lint_story(
        payload["text"], team=company, teammates=[Teammate("", name, "") for name in ours["teammates"]],
        promise_ids=promise_ids, file=payload["file"],
    )  # fmt: skip
    return {"findings": [asdict(finding) for finding in found], **answer(payload)}


def examine_jailed(
    jail: Jail,
    text: str,
    file: str,
    briefs: Sequence[tuple[str, Brief]] = (),
    *,
    ours: Ours,
    variant: str | None = None,
    limits: Limits | None = None,
) -> Examined:
    """Lint a text and tell it with briefs given as (key, brief), at most `BATCH` of them, all in one jail call.

    A text that is beyond the limits comes back as one TPL005.
    """
    limits = limits or Limits()
    payload = {
        "text": text, "file": file, "variant": variant,
        "briefs": [{"key": key, "brief": brief_json(brief)} for key, brief in briefs[:BATCH]],
        "ours": {
            "company": ours.company.name if ours.company else None,
            "products": list(ours.company.products) if ours.company else [],
            "teammates": [mate.name for mate in ours.teammates],
            "promise_ids": None if ours.promise_ids is None else sorted(ours.promise_ids),
        },
    }  # fmt: skip
    reply = jail.call(EXAMINE, payload, seconds=limits.render_cpu_seconds, megabytes=limits.render_memory_mb)
    if isinstance(reply, JailFailure):
        message = f"beyond the limits of a story ({reply.reason}: {reply.message})"
        return Examined((Finding("TPL005", "error", message, file, 1, 1),), ())
    return Examined(
        tuple(Finding(**found) for found in reply["findings"]), tuple(_told(one) for one in reply["results"])
    )


def _call(
    jail: Jail, story: Story, batch: Sequence[tuple[str, Brief]], variant: str | None, limits: Limits
) -> list[Told] | JailFailure:
    payload = {
        "text": story.text, "file": story.file, "variant": variant,
        "briefs": [{"key": key, "brief": brief_json(brief)} for key, brief in batch],
    }  # fmt: skip
    reply = jail.call(FUNCTION, payload, seconds=limits.render_cpu_seconds, megabytes=limits.render_memory_mb)
    return reply if isinstance(reply, JailFailure) else [_told(one) for one in reply["results"]]


def _told(result: dict[str, Any]) -> Told:
    if "rendered" in result:
        return rendered_from_json(result["rendered"])
    if "aborted" in result:
        return Aborted(str(result["aborted"]))
    return [Finding(**found) for found in result["findings"]]


def _beyond(story: Story, failure: JailFailure) -> list[Finding]:
    message = f"beyond the limits of a story ({failure.reason}: {failure.message})"
    return [Finding("TPL005", "error", message, story.file, story.body_line, 1)]
