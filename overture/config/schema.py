"""The published form of the YAML files: JSON Schema for editors, and one line for each key for docs and `explain`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from campaigns.campaign import Cap
from overture.config.campaigns import CampaignsFile
from overture.config.models import CasesFile, PromisesFile, SettingsFile, TeamFile
from overture.config.places import nearest
from overture.config.shapes import model_in
from overture.config.sources import SourcesFile

MODELS: Mapping[str, type[BaseModel]] = {
    "settings.yaml": SettingsFile,
    "sources.yaml": SourcesFile,
    "campaigns.yaml": CampaignsFile,
    "team.yaml": TeamFile,
    "promises.yaml": PromisesFile,
    "cases.yaml": CasesFile,
}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of one file. `path` writes list items as `[]`: `sources[].url`."""

    file: str
    path: str
    required: bool
    default: str
    description: str


def schema(file: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one file, such as `sources.yaml`. KeyError for a file without one."""
    found = MODELS[file].model_json_schema(schema_generator=_Schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | found | {"title": file}


class _Schema(GenerateJsonSchema):
    """Defaults stand in the schema as a file would write them."""

    def encode_default(self, dft: Any) -> Any:
        if isinstance(dft, BaseModel):
            return {name: self.encode_default(value) for name, value in dft if value not in (None, (), {})}
        if isinstance(dft, timedelta | Cap):
            return said(dft)
        return super().encode_default(dft)


def keys(file: str) -> list[Key]:
    """Every key of one file, outer before inner."""
    return list(_keys(file, MODELS[file], ""))


def explain(word: str) -> list[Key] | str:
    """The keys that end in `word`, in all files; else what was probably meant."""
    found = [key for file in MODELS for key in keys(file)]
    exact = [key for key in found if key.path == word or key.path.replace("[]", "").endswith(f".{word}")]
    if exact:
        return exact
    near = nearest(word, [key.path for key in found] + [key.path.rpartition(".")[2] for key in found])
    return f'there is no key "{word}"' + (f'; did you mean "{near}"?' if near else "")


def _keys(file: str, model: type[BaseModel], prefix: str) -> Iterator[Key]:
    for name, field in model.model_fields.items():
        inner = model_in(field.annotation)
        path = f"{prefix}{name}" + ("[]" if inner and "tuple" in str(field.annotation) else "")
        yield Key(file, path, field.is_required(), said(field.get_default()), field.description or "")
        if inner:
            yield from _keys(file, inner, f"{path}.")


def said(default: object) -> str:
    """A default as the file would say it; empty for none."""
    if isinstance(default, timedelta):
        return _duration(default)
    if isinstance(default, bool):
        return str(default).lower()
    if isinstance(default, str | int | float):
        return str(default)
    return f"{default.count}/{_duration(default.window)}" if isinstance(default, Cap) else ""


def _duration(value: timedelta) -> str:
    seconds = int(value.total_seconds())
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds and seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"
