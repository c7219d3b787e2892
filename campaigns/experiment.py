"""How the subjects of a story fare beside each other: rates with honest intervals, a winner only where one shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from campaigns.story.format import Story, load

ENOUGH = 30  # decided drafts of each subject, before they are compared
_Z = 1.959964  # 95 % of a normal distribution lie within so many deviations


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The 95 % score interval of a share, as two numbers of 0..1; all of it where nothing is known (`n` is 0)."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = hits / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    reach = _Z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return max(0.0, middle - reach), min(1.0, middle + reach)


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` of `n`, with the share and the interval in which it lies with 95 %."""

    hits: int
    n: int

    @property
    def share(self) -> float | None:
        """0..1; None where nothing is known."""
        return self.hits / self.n if self.n else None

    @property
    def low(self) -> float:
        return wilson(self.hits, self.n)[0]

    @property
    def high(self) -> float:
        return wilson(self.hits, self.n)[1]


NOTHING = Rate(0, 0)


class Verdict(StrEnum):
    """What may be said of the subjects: too few decisions, intervals that meet, or one that lies above all others."""

    TOO_FEW = "too_few"
    NONE_AHEAD = "none_ahead"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Arm:
    """One subject: its text as the file says it, the share of accounts that get it, how often it went untouched."""

    variant: str
    text: str
    weight: float  # 0..1
    untouched: Rate


@dataclass(frozen=True, slots=True)
class Experiment:
    """The subjects of one story in one language, over the drafts told since version `since`."""

    language: str
    since: int
    arms: tuple[Arm, ...]

    @property
    def winner(self) -> str | None:
        """The subject whose interval lies above every other one's; None while one is too little known, or they meet."""
        if len(self.arms) < 2 or any(arm.untouched.n < ENOUGH for arm in self.arms):
            return None
        best, *others = sorted(self.arms, key=lambda arm: -arm.untouched.low)
        return best.variant if all(best.untouched.low > other.untouched.high for other in others) else None

    @property
    def verdict(self) -> Verdict:
        if any(arm.untouched.n < ENOUGH for arm in self.arms):
            return Verdict.TOO_FEW
        return Verdict.AHEAD if self.winner else Verdict.NONE_AHEAD


def experiment(story: Story, since: int, decided: Mapping[str, Rate]) -> Experiment:
    """The subjects of a story with how often each went untouched; one that was never decided has a rate of 0."""
    total = sum(story.weights.values()) or 1.0
    arms = (Arm(one.variant, one.text, one.weight / total, decided.get(one.variant, NOTHING)) for one in story.subjects)
    return Experiment(story.language, since, tuple(arms))


def same_since(told: Story, earlier: Iterable[tuple[int, str]], number: int) -> int:
    """Since which version the subjects are those of `told`, which is `number`; `earlier`: (version, text), newest
    first. Another wording or weight under the same letter is another experiment."""
    front = _front(told.text)
    for version, text in earlier:
        if version >= number:
            continue
        if _front(text) != front and _subjects(load(text, told.file)) != _subjects(told):
            break
        number = version
    return number


def _front(text: str) -> str:
    return text.partition("\n---")[0]


def _subjects(story: Story | Sequence[object]) -> list[tuple[str, str, float]]:
    if not isinstance(story, Story):
        return []
    return [(one.variant, one.text, one.weight) for one in story.subjects]
