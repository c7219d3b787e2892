"""Workspaces for tests: a small sound one, and what `load` says about it."""

from __future__ import annotations

from pathlib import Path

from overture.config.places import render
from overture.config.workspace import Loaded, Workspace, load
from overture.settings import Environment

STORY = """\
---
id: told
event: funding
language: en
subject: {a: News}
---
{% beat moment %}News{% endbeat %}
"""
SOUND = {
    "team.yaml": """\
company: {name: Example Works, postal_address: 1 Example Street}
people:
  - {id: mara, name: Mara Lindner, email: mara@works.example}
""",
    "accounts.csv": "name,id,domain\nAcme Robotics,acme,acme.example\n",
    "contacts.csv": "account,name,id,email\nacme,Kim Vogel,acme-1,kim@acme.example\n",
    "stories/told.en.j2": STORY,
}


def write_workspace(folder: Path, files: dict[str, str | bytes] | None = None, *, sound: bool = True) -> Path:
    """A sound workspace with `files` over it."""
    for name, text in {**(SOUND if sound else {}), **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def load_with(folder: Path, **files: str | bytes) -> Loaded:
    """Load a sound workspace with some files replaced; `accounts_csv="…"` stands for accounts.csv."""
    named = {name[::-1].replace("_", ".", 1)[::-1]: text for name, text in files.items()}
    return load(write_workspace(folder, dict(named)), environment=Environment())


def workspace_of(loaded: Loaded) -> Workspace:
    assert loaded.workspace is not None, render(loaded.problems)
    return loaded.workspace


def said(loaded: Loaded, folder: Path) -> str:
    """All problems as a person reads them, without the folder."""
    return render(loaded.problems).replace(f"{folder}/", "")
