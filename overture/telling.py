"""Stories told with this installation's shelf, catalogue and jail: implements `campaigns.ports.Storyteller`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from campaigns.brief import build, with_story
from campaigns.people.cases import why_case
from campaigns.ports import Chosen, Told
from campaigns.standing import People
from campaigns.story.binding import rebind
from campaigns.story.choose import NoStory
from campaigns.story.choose import choose as choose_story
from campaigns.story.format import Story
from campaigns.story.jailed import render_jailed
from campaigns.story.lint import judge_draft
from campaigns.types import Aborted, Brief, Finding, Go, No, Rendered, Trigger
from campaigns.workspace import Account, Contact, OurCompany
from overture.db.codec import brief_of
from overture.db.decisions import Relinted, Standing
from overture.db.engine import read
from overture.db.named import accounts_named
from overture.db.standing import private_statements
from overture.services import Services
from triggers.sources.calendar import parent_and_chapter
from triggers.types import EventKind


class Teller:
    """Chooses among the shelved stories and tells them in the jail."""

    def __init__(self, services: Services, now: datetime) -> None:
        # A reload in another thread must not change the shelf between choosing and telling.
        self._services = services
        self._stories = services.stories
        self._now = now

    def choose(
        self,
        go: Go,
        *,
        trigger: Trigger,
        account: Account,
        people: People,
        contact: Contact,
        without: frozenset[str] = frozenset(),
    ) -> Chosen | No:
        """The campaign's story that speaks the contact's language at the highest level for which there is evidence."""
        shelved = {
            found.story.id: found
            for id_ in go.campaign.stories
            if id_ not in without and (found := self._stories.get(id_, contact.language))
        }
        plain = self._brief(go, None, trigger, account, people)
        choice = choose_story(
            [one.story for one in shelved.values()],
            plain,
            medium=contact.medium,
            promise_ids={promise.id for promise in self._services.workspace.promises},
            chapter=_chapter(trigger),
        )
        if isinstance(choice, NoStory):
            reason = "no other story of the campaign is left" if without and not shelved else choice.reason
            untold = [
                f"{id_} was not wanted" if id_ in without else f"{id_} is not told in {contact.language}"
                for id_ in go.campaign.stories
                if id_ not in shelved
            ]
            return No(go.campaign.id, "no_story", "; ".join([reason, *choice.tried, *untold]) + ".")
        story = choice.story
        brief = (
            with_story(
                plain, story, promises=self._services.workspace.promises, owed=people.owed, contact=go.contact,
                today=self._now.date(),
            )
            if story.language == go.contact.language
            else self._brief(go, story, trigger, account, people)
        )  # fmt: skip
        key = subject_key(contact, story.id)
        told_case = why_case(brief, self._services.workspace.cases) if "case." in story.text else ()
        return Chosen(story.id, story.language, shelved[story.id].version, brief, key, (*choice.why, *told_case))

    def _brief(self, go: Go, story: Story | None, trigger: Trigger, account: Account, people: People) -> Brief:
        workspace = self._services.workspace
        return build(
            trigger=trigger,
            account=account,
            contact=go.contact,
            sender=go.sender,
            company=workspace.company or OurCompany("", ""),
            concerns=people.concerns,
            interests=people.interests,
            ties=people.ties,
            teammates=people.teammates,
            cases=workspace.cases,
            promises=workspace.promises,
            story=story,
            today=self._now.date(),
            owed=people.owed,
        )

    def tell(self, chosen: Sequence[Chosen]) -> list[Told]:
        """One jail call per story, whatever the order of the batch."""
        by_story: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, one in enumerate(chosen):
            by_story[one.story_id, one.language].append(at)
        told: dict[int, Told] = {}
        for key, places in by_story.items():
            shelved = self._stories.get(*key)
            assert shelved is not None
            briefs = [(chosen[at].key, chosen[at].brief) for at in places]
            answers = render_jailed(self._services.jail, shelved.story, briefs, limits=self._services.limits)
            for at, answer in zip(places, answers, strict=True):
                told[at] = self._judged(answer, chosen[at].brief, shelved.story)
        return [told[at] for at in range(len(chosen))]

    def _judged(self, answer: Rendered | Aborted | list[Finding], brief: Brief, story: Story) -> Told:
        if isinstance(answer, list):
            return tuple(answer)
        return judged(answer, brief, story, self._services) if isinstance(answer, Rendered) else answer


def _chapter(trigger: Trigger) -> int:
    """Which chapter of an overture the event asks for: a follow-up names it, everything else begins one."""
    found = parent_and_chapter(trigger.facts.reference) if trigger.kind is EventKind.FOLLOW_UP_DUE else None
    return found[1] if found else 1


def judged(
    told: Rendered, brief: Brief, story: Story, services: Services, *,
    vouched: Sequence[str] = (), others: Sequence[str] = (),
) -> Rendered:  # fmt: skip
    """The rendering with what the lint says of it as it stands, and its measures. `others`: companies by name."""
    workspace = services.workspace
    findings, measures = judge_draft(
        told, brief, story, team=workspace.company, teammates=workspace.teammates, vouched=vouched, others=others
    )
    return replace(told, findings=tuple(findings), measures=measures)


class Relinter:
    """Implements `overture.db.decisions.Relint`: binds an edited text again, and lints it as it stands."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def __call__(self, before: Standing, subject: str, body: str, vouched: Sequence[str]) -> Relinted:
        with read(self._services.engine) as connection:
            others = accounts_named(connection, f"{subject}\n{body}", besides=before.draft_id)
        names = (*self._names(), *others)
        heading, _ = rebind(before.subject_segments, subject, vouched, language=before.language, names=names)
        segments, _ = rebind(before.segments, body, vouched, language=before.language, names=names)
        shelved = self._services.stories.get(before.story_id, before.language)
        if shelved is None:  # the story is gone from the shelf: its draft may still be mended by hand
            return Relinted(heading, segments)
        told = Rendered(before.story_id, before.language, "", subject, body, heading, segments, ())
        linted = judged(told, self._brief(before), shelved.story, self._services, vouched=vouched, others=others)
        return Relinted(heading, segments, linted.findings, linted.measures)

    def _names(self) -> tuple[str, ...]:
        workspace = self._services.workspace
        ours = (workspace.company.name, *workspace.company.products) if workspace.company else ()
        return (*ours, *(mate.name for mate in workspace.teammates))

    def _brief(self, before: Standing) -> Brief:
        """What the draft was told from, with what its contact would not want to be said aloud."""
        values = brief_of(dict(before.brief))
        with read(self._services.engine) as connection:
            private = private_statements(connection, before.draft_id)
        lifecycle = values.get("account.lifecycle")
        return Brief(values, private=private, customer=lifecycle is not None and lifecycle.value == "customer")


def subject_key(contact: Contact, story_id: str) -> str:
    """By what the variant of a subject is chosen: it stays with the account."""
    return f"{contact.account_id}:{story_id}"
