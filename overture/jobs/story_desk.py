"""Where stories are written: the text in force, trials of a text, and saving it.

The file in the workspace is the record. Saving writes it in one step, together with a version that names its author;
what a file says is in force as soon as it is read again, which happens at once here and within a few seconds
everywhere else. Where the folder cannot be written, nothing is saved and the caller may offer the text as a file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from campaigns.story.format import Story, load
from campaigns.types import Finding
from overture.config.document import text_hash
from overture.config.files import write_atomically
from overture.db.audit import Act, Actor, record
from overture.db.engine import write
from overture.jobs import story_trial
from overture.jobs.story_anew import Anew, tell_anew
from overture.jobs.story_fill import Filled, filled
from overture.jobs.story_trial import Sample, Tried
from overture.services import Services
from overture.stories import Key, Shelved, add_version

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,80}\Z")
_LANGUAGE = re.compile(r"[a-z]{2}\Z")


class Reason(StrEnum):
    """Why a text was not saved."""

    NAME = "name"
    SAME = "same"
    CHANGED = "changed"
    ERRORS = "errors"
    NOTE = "note"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class Saved:
    version: int
    file: str


@dataclass(frozen=True, slots=True)
class NotSaved:
    """Nothing was written; the words say what to do."""

    reason: Reason
    message: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """A text that somebody wants in force. `base` is the hash of the file's text it began with, empty for a new file.

    A note is needed where the lint still warns. `restored` is the version it was taken from."""

    story_id: str
    language: str
    text: str
    base: str
    note: str = ""
    restored: int | None = None

    @property
    def file(self) -> str:
        return file_name(self.story_id, self.language)


def file_name(story_id: str, language: str) -> str:
    return f"{story_id}.{language}.j2"


def named_well(story_id: str, language: str) -> bool:
    """Whether these can be the name of a story's file."""
    return bool(_ID.match(story_id) and _LANGUAGE.match(language))


def settled(text: str) -> str:
    """A text as a file holds it: plain line ends, and one at the end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n"


class StoryDesk:
    """What pages and commands do with stories, over one installation's services."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def in_force(self) -> Mapping[Key, Shelved]:
        """What the line tells now, by id and language."""
        return self._services.stories.stories

    def problems(self) -> tuple[Finding, ...]:
        """Of files that cannot be told, so that their last good version stays in force."""
        return self._services.stories.problems

    def writable(self) -> bool:
        return os.access(self._services.workspace.stories_dir, os.W_OK)

    def file_text(self, story_id: str, language: str) -> str | None:
        """The text of the file as it is; None where there is none, or no file may be named so."""
        if not named_well(story_id, language):
            return None
        path = self._services.workspace.stories_dir / file_name(story_id, language)
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    def samples(self, text: str, file: str, *, pinned: Sequence[str] = ()) -> list[Sample]:
        story = load(text, file)
        return story_trial.samples(self._services, story if isinstance(story, Story) else None, pinned)

    def preview(self, text: str, file: str, *, sample: str = "", variant: str | None = None) -> Tried:
        return story_trial.preview(self._services, text, file, sample=sample, variant=variant)

    def run_last(self, text: str, file: str, *, last: int = story_trial.LAST) -> Tried:
        return story_trial.run_last(self._services, text, file, last=last)

    def filled(self, story: Story | None) -> Filled | None:
        """How often each field is known at the story's events; None where the text is no story."""
        return filled(self._services, story) if story else None

    def tell_anew(self, story_id: str, language: str, by: Actor) -> Anew:
        """The waiting drafts of this story in the version that is in force now."""
        shelved = self.in_force().get((story_id, language))
        return tell_anew(self._services, shelved, by) if shelved else Anew()

    def save(self, writing: Writing, by: Actor, *, keep: bool = True) -> Saved | NotSaved:
        """Put the text in force as a new version, or say why not. Nothing is half done; without `keep` no file is
        written."""
        text = settled(writing.text)
        objection = self._objection(writing, text)
        if objection is not None:
            return objection
        findings = story_trial.lint(self._services, text, writing.file)
        story = load(text, writing.file)
        refused = _judgement(findings, writing)
        if refused is not None or not isinstance(story, Story):
            return refused or NotSaved(Reason.ERRORS, "This is no story yet.", findings)
        done = self._write(writing, story, findings, by, keep=keep)
        if isinstance(done, Saved) and keep:
            self._services.refresh()
        return done

    def _objection(self, writing: Writing, text: str) -> NotSaved | None:
        """What speaks against it before anybody reads the text."""
        if not named_well(writing.story_id, writing.language):
            return NotSaved(Reason.NAME, "An id holds a-z, 0-9 and -, a language two letters: no file can be named so.")
        there = self.file_text(writing.story_id, writing.language)
        if there is not None and settled(there) == text:
            return NotSaved(Reason.SAME, "The file says exactly this already; there is nothing to save.")
        if (text_hash(there) if there is not None else "") != writing.base:
            return NotSaved(
                Reason.CHANGED,
                "The file has changed since you began. Your text is kept here; compare it with what stands now.",
            )
        return None

    def _write(
        self, writing: Writing, story: Story, findings: tuple[Finding, ...], by: Actor, *, keep: bool
    ) -> Saved | NotSaved:
        services, now = self._services, self._services.now()
        path = services.workspace.stories_dir / writing.file
        try:
            with write(services.engine) as connection:
                number = add_version(
                    connection, story, findings=findings, author=by.id, now=now, note=writing.note.strip() or None
                )
                codes = {"version": number} | ({"restored": writing.restored} if writing.restored else {})
                action = "story_restored" if writing.restored else "story_saved"
                act = Act(action, "story", writing.file[:-3], writing.base or None, story.hash, codes)
                record(connection, by, [act], now=now)
                if keep:
                    write_atomically(path, story.text)  # last: if it fails, the rows above are taken back
        except OSError as error:
            why = error.strerror or "it cannot be written"
            return NotSaved(
                Reason.READ_ONLY, f"{path} cannot be written ({why}). Download the text and put it there yourself."
            )
        return Saved(number, writing.file)


def _judgement(findings: tuple[Finding, ...], writing: Writing) -> NotSaved | None:
    errors = sum(finding.level == "error" for finding in findings)
    if errors:
        words = "1 error stands" if errors == 1 else f"{errors} errors stand"
        return NotSaved(Reason.ERRORS, f"Not saved: {words} in the way.", findings)
    if findings and not writing.note.strip():
        return NotSaved(
            Reason.NOTE, "The lint still warns. Say in the note why that is meant, and save again.", findings
        )
    return None
