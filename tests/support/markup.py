"""What a browser would run or follow, read from the markup of a page."""

from __future__ import annotations

from html.parser import HTMLParser


class Watcher(HTMLParser):
    """Collects what a browser would run or follow."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        ours = (given.get("src") or "").startswith("/static/") or given.get("type") == "application/json"
        shut = given.keys() == {"class", "name", "sandbox", "title"} and not given["sandbox"]  # a frame of the editor's
        if tag == "iframe" and shut and given["name"] == "story-mail":
            return
        if tag in ("iframe", "object", "embed", "base") or "http-equiv" in given or (tag == "script" and not ours):
            self.found.append(f"{tag} {given}")
        self.found.extend(f"{tag} {name}" for name in given if name.startswith("on") or name in ("style", "srcdoc"))
        for name in ("href", "src", "action", "formaction"):
            value = (given.get(name) or "").strip().lower()
            if value and not value.startswith(("/", "#", "https://", "http://")):
                self.found.append(f"{tag} {name}={value[:60]}")
            if value.startswith("http") and given.get("rel") != "noopener noreferrer":
                self.found.append(f"{tag} {name} without rel")
