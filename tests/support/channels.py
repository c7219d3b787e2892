"""A channel that writes down what it was given, and answers what a test tells it to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from overture.handoff.channels import Answer, Taken, always


class Recorder:
    """Takes everything, unless `answers` say otherwise; afterwards a look finds what was taken."""

    def __init__(self, name: str = "eml", *, decides: bool = True, answers: Iterable[Answer] = ()) -> None:
        self.name, self.decides = name, decides
        self.asked: list[str] = []
        self.taken: dict[str, bytes] = {}
        self.answers = list(answers)
        self.before: Callable[[], object] = lambda: None

    def hand_off(self, message: bytes, key: str, *, ours: Callable[[], bool] = always) -> Answer:
        self.before()
        self.asked.append(key)
        answer = self.answers.pop(0) if self.answers else Taken(f"{self.name}:{key}")
        if isinstance(answer, Taken):
            assert self.taken.get(key) is None, "handed off twice"
            self.taken[key] = message
        return answer

    def look(self, key: str) -> Taken | None:
        return Taken(f"{self.name}:{key}") if key in self.taken else None
