"""The ask page: a question with its mistake marked, answers with their evidence, the way to each person. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaigns.campaign import Campaign
from campaigns.people.answers import Answer, Proof
from campaigns.people.ask_fields import FIELDS, AskError, Field, FieldInfo
from campaigns.people.paths import WarmPath
from campaigns.people.saved import cured, names_in


@dataclass(frozen=True, slots=True)
class Example:
    """A question that anybody understands, and how it is asked."""

    words: str
    question: str


EXAMPLES = (
    Example(
        "Which prospects do we know who read about CRM and spoke of churn in the last three months?",
        "interest:crm concern:churn since:90d tie:any lifecycle:prospect",
    ),
    Example(
        "Which customers renew within 90 days and have lost their champion?",
        "lifecycle:customer renewal:<=90d champion:left",
    ),
    Example("To which prospects did we break a promise?", "lifecycle:prospect promise:broken"),
    Example("Who reads about onboarding, and who of us knows them?", "interest:onboarding tie:any"),
    Example(
        "Who of our prospects’ leaders told us something in the last half year?",
        "since:180d seniority:c_level,vp lifecycle:prospect",
    ),
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """The question in three pieces, what is wrong with the middle one, and the question as it was probably meant."""

    before: str
    word: str
    after: str
    said: str
    better: str | None


def mistake(text: str, error: AskError) -> Mistake:
    end = max(error.end, error.at)
    return Mistake(text[: error.at], text[error.at : end], text[end:], _sentence(str(error)), cured(text, error))


def _sentence(words: str) -> str:
    return words if words.endswith(("?", ".")) else f"{words}."


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer; `origin` of a proof is the kind of row that it comes from, for its icon."""

    answer: Answer
    proofs: tuple[tuple[str, Proof], ...]
    path: WarmPath | None = None
    stopped: bool = False


def shown(found: Iterable[Answer], paths: Mapping[str, WarmPath], stopped: frozenset[str]) -> tuple[Shown, ...]:
    """A tie that is told as the way to the person is not told twice."""
    return tuple(_one(answer, paths.get(answer.contact_id or ""), stopped) for answer in found)


def _one(answer: Answer, path: WarmPath | None, stopped: frozenset[str]) -> Shown:
    way = f"tie:{path.tie_id}" if path else ""
    proofs = tuple(
        (_ICONS.get(proof.id.partition(":")[0], "check"), proof) for proof in answer.proofs if proof.id != way
    )
    return Shown(answer, proofs, path, answer.contact_id in stopped)


_ICONS = {"concern": "heard", "interest": "story", "tie": "hands", "trigger": "trigger", "promise": "ok",
          "account": "account"}  # fmt: skip


def fields() -> tuple[tuple[str, FieldInfo], ...]:
    """Every field by its name, words without one last."""
    return tuple((field.value if field is not Field.TEXT else "words alone", FIELDS[field]) for field in Field)


def used_by(campaigns: Iterable[Campaign]) -> dict[str, tuple[str, ...]]:
    """Name of a kept question -> campaigns that write only to whom it finds."""
    found: dict[str, list[str]] = {}
    for campaign in campaigns:
        for name in names_in(campaign.who.ask):
            found.setdefault(name, []).append(campaign.id)
    return {name: tuple(ids) for name, ids in found.items()}
