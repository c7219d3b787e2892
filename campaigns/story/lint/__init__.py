"""The lint of stories and drafts; codes and levels are those of docs/lint.md.

lint_story(text) -> [Finding]      as text, and on two tellings of a sample brief; the worse counts
lint_draft(rendered, brief, story) -> [Finding]      as it stands
judge_draft(rendered, brief, story) -> [Finding], measures      the same with its figures
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from campaigns.story.check import Tree, check
from campaigns.story.format import Story, load
from campaigns.story.grave import is_sensitive
from campaigns.story.lint import beats, evidence
from campaigns.story.lint.focus import ratio
from campaigns.story.lint.registry import CODES, DRAFT, TEMPLATE
from campaigns.story.lint.text import Telling, sensitive_kind
from campaigns.story.reading import words_of
from campaigns.story.render import under_each_subject
from campaigns.story.sample import for_customers, full, required_only
from campaigns.types import Aborted, Brief, Finding, Known, Rendered, Segment
from campaigns.workspace import OurCompany, Teammate

__all__ = ["CODES", "judge_draft", "lint_draft", "lint_story", "measures"]

_BROKEN = frozenset({"TPL001", "TPL002", "TPL003", "TPL005"})


def lint_story(
    story: Story | str,
    *,
    team: OurCompany | None = None,
    teammates: Sequence[Teammate] = (),
    promise_ids: Collection[str] | None = None,
    file: str = "",
) -> list[Finding]:
    """Everything that is to be said about a story file, in the order of its lines.

    `team` and `teammates` let the lint know our own names; `promise_ids` are those of the catalogue, where there is
    a workspace.
    """
    loaded = load(story, file) if isinstance(story, str) else story
    if not isinstance(loaded, Story):
        return _sorted(loaded)
    tree = check(loaded)
    findings = list(tree.findings)
    if tree.body is not None:
        findings += beats.structure(loaded, tree.body)
    if not any(finding.code in _BROKEN for finding in findings):
        findings += _told(loaded, tree, _names(team, teammates), _products(team), promise_ids)
    return _sorted(_unique(findings))


def judge_draft(
    rendered: Rendered,
    brief: Brief,
    story: Story,
    *,
    team: OurCompany | None = None,
    teammates: Sequence[Teammate] = (),
    withdrawn: Collection[str] = (),
    vouched: Collection[str] = (),
    others: Collection[str] = (),
) -> tuple[list[Finding], dict[str, float]]:
    """What is to be said about a draft as it stands, and its measures. `brief` is what is known now, which may be more
    or less than when the draft was written; `withdrawn` are origins whose evidence was taken back; `vouched` are the
    words of claims that a person stands for; `others` are companies known by
    name, each a claim where it stands unbound."""
    telling = Telling(
        story, rendered, brief, _names(team, teammates), _products(team), draft=True,
        sensitive=brief.sensitive or sensitive_kind(brief), withdrawn=frozenset(withdrawn),
        vouched=frozenset(" ".join(text.split()).casefold() for text in vouched),
        others=tuple(others),
    )  # fmt: skip
    return _unique(found for rule in DRAFT for found in rule(telling)), _measures(telling)


def lint_draft(
    rendered: Rendered, brief: Brief, story: Story, *, team: OurCompany | None = None,
    teammates: Sequence[Teammate] = (), withdrawn: Collection[str] = (), vouched: Collection[str] = (),
) -> list[Finding]:  # fmt: skip
    """The findings of `judge_draft` alone."""
    return judge_draft(
        rendered, brief, story, team=team, teammates=teammates, withdrawn=withdrawn, vouched=vouched
    )[0]  # fmt: skip


def measures(segments: Sequence[Segment], story: Story) -> dict[str, float]:
    """`words`, `self_focus` (0..1) and `lix` of a body."""
    rendered = Rendered(story.id, story.language, "", "", "", (), tuple(segments), ())
    return _measures(Telling(story, rendered, Brief({})))


def _measures(telling: Telling) -> dict[str, float]:
    return {
        "words": float(len(words_of(telling.text))), "self_focus": round(ratio(telling), 3),
        "lix": round(telling.lix, 1),
    }  # fmt: skip


def _told(
    story: Story, tree: Tree, names: tuple[str, ...], products: tuple[str, ...], promise_ids: Collection[str] | None
) -> Iterator[Finding]:
    reached: list[Finding] = []
    lines: set[int] = set()
    sensitive = any(is_sensitive(event, customer=for_customers(story)) for event in story.events)
    for brief, told in _tellings(story):
        if isinstance(told, Aborted):
            continue
        if not isinstance(told, Rendered):
            # An unguarded field breaks the telling without it; the tree has said so already.
            reached += [one for one in told if one.code != "TPL004" or not tree.findings]
            continue
        telling = Telling(
            story, told, brief, names, products, sensitive=sensitive,
            promise_ids=None if promise_ids is None else frozenset(promise_ids),
        )  # fmt: skip
        reached += [found for rule in TEMPLATE for found in rule(telling)]
        lines |= {part.line for part in told.segments if not part.paths and part.text.strip()}
    yield from reached
    said = {found.line for found in reached if found.code == "EVD001"}
    unreached = evidence.unbound_in_file(story, tree, frozenset(lines), names)
    yield from (found for found in unreached if found.line not in said)


def _tellings(story: Story) -> Iterator[tuple[Brief, Rendered | Aborted | list[Finding]]]:
    """Every variant of the subject with everything, and with no more than is required."""
    everything, least = full(story), required_only(story)
    told = list(under_each_subject(story, everything))
    if isinstance(told[0], Aborted):
        other = {"account.lifecycle": Known("prospect", "sample:account.lifecycle")}
        everything = replace(everything, values={**everything.values, **other}, customer=False)
        told = list(under_each_subject(story, everything))
    for brief, tellings in ((everything, told), (least, under_each_subject(story, least))):
        yield from ((brief, one) for one in tellings)


def _names(team: OurCompany | None, teammates: Sequence[Teammate]) -> tuple[str, ...]:
    own = (team.name, *team.products) if team else ()
    return (*own, *(mate.name for mate in teammates))


def _products(team: OurCompany | None) -> tuple[str, ...]:
    return team.products if team else ()


def _unique(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each code and place, the worse of two. What only the figures tell apart is one."""
    best: dict[tuple[str, int, str], Finding] = {}
    for found in findings:
        key = (found.code, found.line, "" if found.code in _ONE_A_LINE else found.message)
        held = best.get(key)
        if held is None or _badness(found) > _badness(held):
            best[key] = found
    return list(best.values())


def _badness(finding: Finding) -> tuple[bool, float]:
    """Errors before warnings, then by the first figure that the words tell."""
    figure = _FIGURE.search(finding.message) if finding.code in _ONE_A_LINE else None
    return finding.level == "error", float(figure.group()) if figure else 0.0


_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_ONE_A_LINE = frozenset({"SELF001", "SELF002", "LEN001", "LEN002", "READ001", "ASK001", "PROMISE001", "LANG001"})


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: (one.file, one.line, one.column, one.code))
