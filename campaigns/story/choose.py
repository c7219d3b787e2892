"""Which story of a campaign is told to this contact, and why that one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from campaigns.rule_words import language_name, plain
from campaigns.story.fields import prefixes
from campaigns.story.format import Story
from campaigns.story.matter import StoryMedium
from campaigns.types import Brief
from campaigns.workspace import Medium

_TOLD_BY: dict[Medium, StoryMedium] = {
    Medium.EMAIL: "mail",
    Medium.PHONE: "call",
    Medium.LINKEDIN: "note",
    Medium.POST: "note",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The story, and in words why it was chosen."""

    story: Story
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoStory:
    """No story fits; one sentence for each that was tried."""

    reason: str
    tried: tuple[str, ...] = ()


def choose(
    stories: Sequence[Story],
    brief: Brief,
    *,
    medium: Medium = Medium.EMAIL,
    promise_ids: Collection[str] = (),
    chapter: int = 1,
) -> Choice | NoStory:
    """Of a campaign's stories, in its order, the one that speaks at the highest level for which there is evidence.

    It must be in the contact's language, of the event's kind and chapter, with all it requires in the brief
    (`promise_ids` are those of the catalogue, since a brief holds the promise of its own story only). A story for
    the person's medium comes before a mail.
    """
    tried = [(story, next(_against(story, brief, promise_ids, chapter), None)) for story in stories]
    wanted = _TOLD_BY[medium]
    fit = [story for story, reason in tried if reason is None and story.medium in (wanted, "mail")]
    if not fit:
        reasons = tuple(f"{story.id}.{story.language}: {reason or f'is a {story.medium}'}" for story, reason in tried)
        return NoStory(
            "no story of the campaign fits this contact" if tried else "the campaign has no stories", reasons
        )
    best = min(fit, key=lambda story: (story.medium != wanted, _height(story)))
    return Choice(best, tuple(_because(best, brief, medium, others=len(fit) - 1)))


def _height(story: Story) -> int:
    return story.level.rank if story.level else 9


def _against(story: Story, brief: Brief, promise_ids: Collection[str], chapter: int) -> Iterator[str]:
    """Why a story cannot be told here, most telling first."""
    language, kind = brief.get("contact.language"), brief.get("trigger.kind")
    if story.language != language:
        yield f"is in {language_name(story.language)}, the contact reads {language_name(str(language))}"
    if kind not in {event.value for event in story.events}:
        yield f"is not for {kind}"
    if story.chapter != chapter:
        yield f"is chapter {story.chapter}, chapter {chapter} is due"
    if story.level and (brief.level is None or story.level.rank < brief.level.rank):
        yield f"speaks at “{plain(story.level)}”, and the highest that was heard is {_level(brief)}"
    missing = list(_missing(story, brief, promise_ids))
    if missing:
        yield f"needs {', '.join(missing)}"


def _missing(story: Story, brief: Brief, promise_ids: Collection[str]) -> Iterable[str]:
    for path in story.requires:
        if path.startswith("promise") and story.promise in promise_ids:
            continue
        if not any(path in prefixes(held) for held in brief.values):
            yield path


def _level(brief: Brief) -> str:
    return f"“{plain(brief.level)}”" if brief.level else "nothing"


def _because(story: Story, brief: Brief, medium: Medium, *, others: int) -> Iterator[str]:
    if story.level:
        yield f"speaks at “{plain(story.level)}”; the highest that was heard is {_level(brief)}"
    elif brief.level and "concern.statement" in story.body:
        yield f"claims no level, and may repeat what they told us ({_level(brief)})"
    else:
        yield "leans on nothing that they told us"
    if medium is not Medium.EMAIL:
        told = "for it" if story.medium == _TOLD_BY[medium] else "in the campaign as a mail only"
        yield f"the contact prefers {medium.value}, and there is a story {told}"
    yield f"in {language_name(story.language)}, their language"
    if others:
        yield f"{others} other{'s' if others > 1 else ''} would have fitted"
