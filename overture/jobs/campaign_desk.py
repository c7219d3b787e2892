"""Where campaigns are tuned: one campaign's text, what is wrong with it, what it would have done, and saving it.

campaigns.yaml is the record. A text is checked as part of the whole file, by the code that reads the file at work, so
what passes here loads there. Where the file cannot be written, the caller gets the patch to apply.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from enum import StrEnum
from pathlib import Path
from typing import Any

from campaigns.campaign import Campaign
from overture.config.block import Block, block_at, block_of
from overture.config.campaign_text import NAME, with_block, with_more, with_values
from overture.config.campaigns import read_campaigns
from overture.config.crosscheck import check_campaigns
from overture.config.document import Document, read_document, text_hash
from overture.config.files import write_atomically
from overture.config.places import Problem, has_errors
from overture.config.stories import StoryFile, find_stories, mends
from overture.db.audit import Act, Actor, record
from overture.db.engine import write
from overture.jobs import replay as replaying
from overture.jobs.replay import Difference, Replayed, compare, with_campaign
from overture.services import Services


class Reason(StrEnum):
    """Why a campaign was not saved."""

    SAME = "same"
    CHANGED = "changed"
    ERRORS = "errors"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class Checked:
    """One campaign's text inside the whole file. `campaign` is None where something is wrong.

    `problems` are placed in the campaign's own text; `elsewhere` are those of the rest of the file.
    """

    campaign: Campaign | None
    problems: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...]
    file: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The last days with the campaigns as they are and with the changed one."""

    before: Replayed
    after: Replayed
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    campaign: str


@dataclass(frozen=True, slots=True)
class NotSaved:
    """Nothing was written. `patch` is what to apply by hand where the file is read-only."""

    reason: Reason
    message: str
    problems: tuple[Problem, ...] = ()
    patch: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A campaign as somebody wants it. `which` is its id in the file, empty for a new one; `base` the hash of the text
    that they began with."""

    which: str
    text: str
    base: str = ""


_NEW = """\
id: {id}
when: {{event: funding, age: {{lte: 21d}}}}
fit:
  must:
    - {{account.lifecycle: [prospect]}}
  never:
    - {{account.lifecycle: [competitor, partner]}}
stories: [{story}]
"""


class CampaignDesk:
    """What pages do with campaigns, over one installation's services."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @property
    def _path(self) -> Path:
        return self._services.folder / NAME

    def writable(self) -> bool:
        there = self._path if self._path.exists() else self._path.parent
        return os.access(there, os.W_OK) and os.access(self._path.parent, os.W_OK)

    def text(self, campaign: str) -> str | None:
        """The campaign's own lines; None where the file has no such campaign, or not on lines of its own."""
        block = self._block(self._file(), campaign)
        return block.text if block else None

    def start(self, campaign: str) -> str:
        """A new campaign to begin with."""
        stories = self.stories()
        return _NEW.format(id=campaign, story=stories[0].id if stories else "a-story")

    def stories(self) -> list[StoryFile]:
        """Every story file of the workspace."""
        return find_stories(self._services.workspace.stories_dir)

    def teammates(self) -> tuple[str, ...]:
        return tuple(mate.id for mate in self._services.workspace.teammates)

    def with_values(self, text: str, values: Mapping[tuple[str, ...], Any]) -> str:
        """The text with what a form says."""
        return with_values(text, values)

    def check(self, change: Change) -> Checked:
        """The campaign as it would be read, and everything that is wrong."""
        before = self._file()
        block = self._block(before, change.which) if change.which else None
        after = with_block(before, block, change.text) if block else with_more(before, change.text)
        document = read_document(after.encode("utf-8", "replace"), NAME)
        if isinstance(document, list):
            return _unread(document, block, after, change.text)
        number = block.number if block else len(document.data.get("campaigns") or [1]) - 1
        return self._read(document, after, number, change.which)

    def _read(self, document: Document, file: str, number: int, which: str) -> Checked:
        campaigns, problems = read_campaigns(document)
        stories = self.stories()
        problems = [*problems, *check_campaigns(document, campaigns, stories, frozenset(self.teammates()))]
        block = block_at(document, file, number)
        mine, others = _sorted_out(problems, block, number)
        items = document.data.get("campaigns") or []
        id_ = items[number].get("id") if number < len(items) and isinstance(items[number], dict) else None
        if which and id_ != which:
            words = f'stays the same for ever, drafts and nos name it: "{which}"'
            mine.append(Problem(NAME, 1, 1, "error", "id", words))
        found = next((one for one in campaigns if one.id == id_), None)
        if found is None or has_errors(mine) or has_errors(others):
            return Checked(None, tuple(mine), tuple(others), file)
        return Checked(replace(found, repairs=mends(stories, found.stories)), tuple(mine), tuple(others), file)

    def replay(self, changed: Campaign, *, days: int = replaying.DAYS) -> Compared:
        """The last days as they are and with the changed campaign. Nothing is written."""
        services, present = self._services, self._services.workspace.campaigns
        window = replaying.read_window(services, days=days)
        before = replaying.replay(services, window, present)
        after = replaying.replay(services, window, with_campaign(present, changed), done=before)
        return Compared(before, after, tuple(compare(before.would, after.would)))

    def save(self, change: Change, by: Actor) -> Saved | NotSaved:
        """Write the campaign into the file, or say why not."""
        before = self._file()
        there = self._block(before, change.which) if change.which else None
        if (text_hash(there.text) if there else "") != change.base:
            return NotSaved(
                Reason.CHANGED,
                "The campaign has changed in the file since you began. Your text is kept here; compare it with what "
                "stands there now.",
            )
        checked = self.check(change)
        if checked.campaign is None:
            return NotSaved(Reason.ERRORS, "Not saved: something is wrong with it.", checked.problems)
        if checked.file == before:
            return NotSaved(Reason.SAME, "The file says exactly this already; there is nothing to save.")
        return self._write(before, checked.file, checked.campaign, change, by)

    def _write(self, before: str, after: str, campaign: Campaign, change: Change, by: Actor) -> Saved | NotSaved:
        services = self._services
        try:
            with write(services.engine) as connection:
                act = Act("campaign_saved", "campaign", campaign.id, change.base or None, text_hash(change.text))
                record(connection, by, [act], now=services.now())
                write_atomically(self._path, after)  # last: if it fails, the row above is taken back
        except OSError as error:
            words = (
                f"{NAME} cannot be written here ({error.strerror or 'no access'}). Apply this patch where it is kept."
            )
            return NotSaved(Reason.READ_ONLY, words, patch=patch(before, after))
        services.refresh()
        return Saved(campaign.id)

    def _file(self) -> str:
        try:
            return self._path.read_text(encoding="utf-8-sig")
        except OSError:
            return ""

    def _block(self, text: str, campaign: str) -> Block | None:
        document = read_document(text.encode(), NAME)
        return block_of(document, text, campaign) if isinstance(document, Document) else None


def patch(before: str, after: str) -> str:
    """The difference as `patch` and `git apply` take it."""
    lines = unified_diff(before.splitlines(True), after.splitlines(True), f"a/{NAME}", f"b/{NAME}")
    return "".join(lines)


def _unread(problems: Sequence[Problem], block: Block | None, after: str, text: str) -> Checked:
    """The file is no YAML any more: the places within the text, as far as they lie there."""
    first = block.first if block else after.rstrip().count("\n") - text.strip().count("\n")
    shift: Callable[[Problem], Problem] = Block(0, first, first, block.offset if block else 4, "").placed
    inside = [one for one in problems if one.line > first]
    others = [one for one in problems if one.line <= first]
    return Checked(None, tuple(map(shift, inside)), tuple(others), after)


def _sorted_out(problems: Sequence[Problem], block: Block | None, number: int) -> tuple[list[Problem], list[Problem]]:
    """Problems of this campaign, placed in its text, and those of the rest of the file."""
    mine, others, here = [], [], f"campaigns[{number}]"
    for problem in problems:
        if problem.path.startswith(here):
            own = replace(problem, path=problem.path.removeprefix(here).lstrip("."))
            mine.append(block.placed(own) if block else own)
        else:
            others.append(problem)
    return mine, others
