"""The jailed side of stories: JSON in, JSON out, and `render_jailed`, which asks for it from outside.

A marketer's template is a program. The language is closed (`syntax.py`), and still it is compiled and told in a
child process that can be killed: two seconds, 200 MB, 20 kB.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from campaigns.story.format import Story, load
from campaigns.story.render import render
from campaigns.story.wire import brief_json, from_json, rendered_from_json, rendered_json
from campaigns.types import Aborted, Brief, Finding, Rendered
from triggers.limits import Limits
from triggers.ports import Jail, JailFailure

FUNCTION = "campaigns.story.jailed:answer"
BATCH = 50  # briefs in one call
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

    A call that dies is repeated one brief at a time, so that one bad brief costs only its own rendering.
    """
    limits = limits or Limits()
    results: list[Told] = []
    for start in range(0, len(briefs), BATCH):
        batch = briefs[start : start + BATCH]
        told = _call(jail, story, batch, variant, limits)
        if isinstance(told, JailFailure) and len(batch) > 1:
            for one in batch:
                single = _call(jail, story, [one], variant, limits)
                results.extend([_beyond(story, single)] if isinstance(single, JailFailure) else single)
        else:
            results.extend([_beyond(story, told)] if isinstance(told, JailFailure) else told)
    return results


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
