"""What a reader could fill in: the forms of a page, read from its markup."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """`fixed` are hidden fields, `open_` those that take words, `choices` what a list or a button offers first."""

    action: str
    method: str
    fixed: dict[str, str] = field(default_factory=dict)
    open_: list[str] = field(default_factory=list)
    choices: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._list = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form is not None:
            self._field(self._form, tag, given)

    def _field(self, form: Form, tag: str, given: dict[str, str]) -> None:
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "option" and self._list:
            form.choices.setdefault(self._list, given.get("value", ""))
        elif tag == "select":
            self._list = name
        elif not name:
            return
        elif kind == "hidden":
            form.fixed[name] = given.get("value", "")
        elif tag == "button" or kind in ("checkbox", "radio"):
            form.choices.setdefault(name, given.get("value", "on"))
        elif tag == "textarea" or (tag == "input" and kind != "file"):
            form.open_.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        if tag == "select":
            self._list = ""


def forms_of(markup: str) -> list[Form]:
    reader = _Reader()
    reader.feed(markup)
    return reader.forms
