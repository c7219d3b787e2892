"""Rows of the list of stories: what is in force, what it is for, who tells it, how its drafts fared; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from campaigns.campaign import Campaign
from campaigns.experiment import Rate
from campaigns.story.format import Story, load
from overture.db.views_fared import Fared

Key = tuple[str, str]  # story id, language


@dataclass(frozen=True, slots=True)
class Row:
    """One story in one language. Without `in_force` its file is gone from the workspace."""

    story_id: str
    language: str
    version: int
    in_force: bool
    made_at: datetime
    author: str
    errors: int
    warnings: int
    story: Story | None
    campaigns: tuple[str, ...]
    broken: str  # why the file as it stands cannot be told; empty where it can
    waiting: int
    recent: int  # drafts of the last 30 days
    untouched: Rate


def rows(
    heads: Iterable[Mapping[str, Any]],
    figures: Mapping[Key, Fared],
    *,
    in_force: Mapping[Key, tuple[Story, int]] | None,
    broken: Mapping[Key, str],
    campaigns: Sequence[Campaign],
) -> list[Row]:
    """A row for each head, in order. `in_force` is None where there is no workspace to ask: then all heads are."""
    return [_row(head, figures, in_force, broken, campaigns) for head in heads]


def _row(
    head: Mapping[str, Any],
    figures: Mapping[Key, Fared],
    in_force: Mapping[Key, tuple[Story, int]] | None,
    broken: Mapping[Key, str],
    campaigns: Sequence[Campaign],
) -> Row:
    key = (str(head["story_id"]), str(head["language"]))
    told = in_force.get(key) if in_force is not None else _loaded(head)
    drafts = figures.get(key, Fared())
    errors = sum(finding["level"] == "error" for finding in head["findings"])
    return Row(
        *key,
        version=told[1] if told else head["version"],
        in_force=in_force is None or told is not None,
        made_at=head["made_at"],
        author=head["author"],
        errors=errors,
        warnings=len(head["findings"]) - errors,
        story=told[0] if told else None,
        campaigns=tuple(campaign.id for campaign in campaigns if key[0] in campaign.stories),
        broken=broken.get(key, ""),
        waiting=drafts.states.get("pending", 0) + drafts.states.get("snoozed", 0),
        recent=drafts.recent,
        untouched=drafts.untouched,
    )


def _loaded(head: Mapping[str, Any]) -> tuple[Story, int] | None:
    story = load(head["text"], f"{head['story_id']}.{head['language']}.j2")
    return (story, int(head["version"])) if isinstance(story, Story) else None


def by_file(problems: Iterable[Any]) -> dict[Key, str]:
    """(story, language) → the first thing that is wrong with its file."""
    found: dict[Key, str] = {}
    for problem in problems:
        parts = problem.file.rpartition("/")[2].split(".")
        if len(parts) == 3:
            found.setdefault((parts[0], parts[1]), f"line {problem.line}: {problem.message}")
    return found
