"""One small file per kind of source, and the table that finds it.

A kind of source that is polled over HTTP says how to ask and how to read the answer; everything between (guard,
politeness, jail, database) is the same for all. To add a kind: copy `feed.py`, change its two functions, add a line
to `ADAPTERS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from triggers.sources.base import Adapter, SourceConfig
from triggers.sources.feed import FEED

ADAPTERS: Mapping[str, Adapter] = MappingProxyType({"feed": FEED})

__all__ = ["ADAPTERS", "Adapter", "SourceConfig", "adapter_for"]


def adapter_for(kind: str) -> Adapter:
    """The adapter of a kind. KeyError for one that is not polled; config has refused unknown kinds before."""
    return ADAPTERS[kind]
