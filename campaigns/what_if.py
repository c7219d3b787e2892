"""A campaign with one rule changed or switched off, to see what it would have done. Pure.

Each rule of a campaign has a code: `when:0`, `must:1`, `never:0`, `age`, `who`, `per_contact`, `per_account`,
`per_sender`, `per_day`, `paused`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from campaigns.campaign import Campaign, Cap, Plain, Rule, RuleValue, Who
from campaigns.countries import country_code
from campaigns.durations import parse_cap, parse_duration, say_duration
from campaigns.rule_paths import RULE_PATHS
from campaigns.rule_words import either, in_words, plain

FOR_EVER = timedelta(days=36_500)
_LISTS = ("when", "must", "never")
_CAPS = ("per_contact", "per_account", "per_sender")
_NO_CAP = Cap(1_000_000, timedelta(days=1))
# Which rule of the record of nos each code stands for.
NO_RULES = {
    "when": "when", "must": "must", "never": "never", "age": "age", "who": "no_contact", "per_contact": "cap_contact",
    "per_account": "cap_account", "per_sender": "cap_sender", "per_day": "cap_day", "paused": "paused",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Option:
    """One rule that may be tried otherwise. `value` is what may be written instead; None where it can only go."""

    code: str
    words: str
    value: str | None
    path: str | None = None  # what the rule looks at, where the record of nos tells

    @property
    def rule(self) -> str:
        """The rule of the record of nos under which it says no."""
        return NO_RULES[self.code.partition(":")[0]]


@dataclass(frozen=True, slots=True)
class BadChange:
    """`message` says what is wrong with the value, and how one is written."""

    message: str


def options(campaign: Campaign) -> tuple[Option, ...]:
    """Every rule of the campaign that may be changed, in the order in which they are asked."""
    found = [Option("paused", "the campaign is paused", None)] if campaign.paused else []
    found.append(Option("age", f"the event is at most {say_duration(campaign.age)} old", _span(campaign.age)))
    for group in _LISTS:
        for at, rule in enumerate(_rules(campaign, group)):
            lead = "never where " if group == "never" else ""
            found.append(Option(f"{group}:{at}", f"{lead}{in_words(rule)}", _written(rule.value), rule.path))
    if campaign.who != Who():
        found.append(Option("who", f"whom it writes to: {_who(campaign.who)}", None))
    for name in _CAPS:
        cap: Cap | None = getattr(campaign.caps, name)
        if cap is not None:
            words = f"at most {cap.count} {name.replace('_', ' ')} in {say_duration(cap.window)}"
            found.append(Option(name, words, f"{cap.count}/{_span(cap.window)}"))
    if campaign.caps.per_day is not None:
        found.append(Option("per_day", f"at most {campaign.caps.per_day} a day", str(campaign.caps.per_day)))
    return tuple(found)


def changed(campaign: Campaign, code: str, value: str | None) -> Campaign | BadChange:
    """The campaign with this rule switched off (`value` None), or with another value in it."""
    group, _, at = code.partition(":")
    if code not in {option.code for option in options(campaign)}:
        return BadChange("The campaign has no such rule any more.")
    if group in _LISTS:
        return _listed(campaign, group, int(at), value)
    if group == "age":
        span = FOR_EVER if value is None else parse_duration(value)
        return replace(campaign, age=span) if span else BadChange("Write a time such as 30d or 6w.")
    if group in _CAPS:
        return _capped(campaign, group, _NO_CAP if value is None else parse_cap(value))
    if group == "per_day":
        return _per_day(campaign, value)
    return replace(campaign, who=Who()) if group == "who" else replace(campaign, paused=False)


def _capped(campaign: Campaign, name: str, cap: Cap | None) -> Campaign | BadChange:
    if cap is None:
        return BadChange("Write so many in a time: 1/60d.")
    given: dict[str, Any] = {name: cap}
    return replace(campaign, caps=replace(campaign.caps, **given))


def _per_day(campaign: Campaign, value: str | None) -> Campaign | BadChange:
    if value is not None and not (value.isdecimal() and 0 < int(value) < 1_000_000):
        return BadChange("Write a number such as 40.")
    return replace(campaign, caps=replace(campaign.caps, per_day=int(value) if value else None))


def _rules(campaign: Campaign, group: str) -> tuple[Rule, ...]:
    found: tuple[Rule, ...] = getattr(campaign, group)
    return found


def _with_rules(campaign: Campaign, group: str, *rules: Rule) -> Campaign:
    lists: dict[str, Any] = {group: rules}
    return replace(campaign, **lists)


def _listed(campaign: Campaign, group: str, at: int, value: str | None) -> Campaign | BadChange:
    rules = _rules(campaign, group)
    if value is None:
        return _with_rules(campaign, group, *rules[:at], *rules[at + 1 :])
    read = _read(value, rules[at].value)
    if not isinstance(read, BadChange):
        read = _countries(read) if rules[at].path == "account.country" else _unknown(rules[at].path, read) or read
    if isinstance(read, BadChange):
        return read
    text = rules[at].text.replace(_written(rules[at].value) or "\0", value.strip())
    rule = replace(rules[at], value=read, text=text if value.strip() in text else f"{rules[at].path}: {value.strip()}")
    return _with_rules(campaign, group, *rules[:at], rule, *rules[at + 1 :])


# --- values as people write them ----------------------------------------------------------------------------------


def _written(value: RuleValue) -> str | None:
    if isinstance(value, tuple):
        return ", ".join(_one_written(one) for one in value)
    return None if isinstance(value, bool) else _one_written(value)


def _one_written(value: Plain) -> str:
    return _span(value) if isinstance(value, timedelta) else str(value)


def _span(span: timedelta) -> str:
    """As it is written in a file: 21d, 6h."""
    seconds = int(span.total_seconds())
    size, letter = next(
        ((s, unit) for s, unit in ((86_400, "d"), (3_600, "h"), (60, "m")) if not seconds % s), (1, "s")
    )
    return f"{seconds // size}{letter}"


def _read(text: str, like: RuleValue) -> RuleValue | BadChange:
    """The words as a value of the kind that stands there now."""
    if isinstance(like, tuple):
        parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
        kind = like[0] if like else ""
        read = [_read_one(part, kind) for part in parts]
        wrong = next((one for one in read if isinstance(one, BadChange)), None)
        return wrong or (tuple(one for one in read if not isinstance(one, BadChange)) if read else _EMPTY)
    return _read_one(text.strip(), like) if text.strip() else _EMPTY


def _unknown(path: str, read: RuleValue) -> BadChange | None:
    """What can stand in no account, contact or event would look like an answer: no draft, so it is refused."""
    known = RULE_PATHS[path].values if path in RULE_PATHS else ()
    for one in read if isinstance(read, tuple) else (read,):
        if known and isinstance(one, str) and one not in known:
            return BadChange(f"“{one}” is not known here; one of {', '.join(known)}.")
    return None


def _countries(read: RuleValue) -> RuleValue | BadChange:
    """Countries by their codes, however they were called."""
    several = read if isinstance(read, tuple) else (read,)
    found = tuple((one, country_code(str(one))) for one in several)
    if (wrong := next((one for one, code in found if code is None), None)) is not None:
        return BadChange(f"“{wrong}” is no country; write its name or its code, such as DE.")
    codes = tuple(code for _, code in found if code)
    return codes if isinstance(read, tuple) else codes[0]


_FIGURE = re.compile(r"-?(?:\d+|\d{1,3}(?:[,_]\d{3})+)(?:\.\d+)?")  # 2500, 2,500 and 2_500; "10,20" is two figures
_EMPTY = BadChange("Write a value, or switch the rule off.")


def _read_one(text: str, like: Plain) -> Plain | BadChange:
    try:
        if isinstance(like, timedelta):
            return parse_duration(text) or BadChange(f"“{text}” is no time; write 30d or 6w.")
        if isinstance(like, date):
            return date.fromisoformat(text)
        if isinstance(like, int | float | Decimal):
            number = Decimal(text.replace("_", "").replace(",", "") if _FIGURE.fullmatch(text) else "no figure")
            return int(number) if number == number.to_integral_value() else number
    except (ValueError, InvalidOperation):
        return BadChange(f"“{text}” does not fit; it is now {_one_written(like)}.")
    return text


def _who(who: Who) -> str:
    if who.ask:
        return f"whom {who.ask} finds"
    groups = [either([plain(one) for one in group]) for group in (who.seniority, who.function) if group]
    return " in ".join(groups)
