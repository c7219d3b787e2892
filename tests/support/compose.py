"""`docker-compose.yml` as Docker would read it, without Docker: variables filled in, anchors merged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
_VARIABLE = re.compile(r"\$(?:(?P<dollar>\$)|\{(?P<name>\w+)(?::(?P<how>[-?])(?P<word>[^}]*))?\})")


def read(variables: Mapping[str, str]) -> dict[str, Any]:
    """The file's services and the rest. Raises KeyError for a variable that is needed and missing."""
    loaded = YAML(typ="safe").load((ROOT / "docker-compose.yml").read_text())
    filled: dict[str, Any] = _fill(loaded, variables)
    return filled


def _fill(value: Any, variables: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _fill(item, variables) for key, item in value.items()}
    if isinstance(value, list):
        return [_fill(item, variables) for item in value]
    return _VARIABLE.sub(lambda found: _one(found, variables), value) if isinstance(value, str) else value


def _one(found: re.Match[str], variables: Mapping[str, str]) -> str:
    if found["dollar"]:
        return "$"
    given = variables.get(found["name"], "")
    if given:
        return given
    if found["how"] == "?":
        raise KeyError(found["name"])
    return found["word"] or ""


def example_variables() -> dict[str, str]:
    """`.env.example`, where a value is missing the variable's own name in hexadecimal."""
    lines = (ROOT / ".env.example").read_text().splitlines()
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name: value or name.encode().hex() for name, value in pairs}
