"""What pages and API say where they run without the workspace, and so without its files."""

from __future__ import annotations

_ALONE = "These pages run without the workspace"
NO_WORKSPACE = f"{_ALONE}."
NO_SOURCES = f"{_ALONE}; use `overture sources` where it is."
NO_LISTS = f"{_ALONE}; put the rows into its files where they are."
NO_CONFIG = f"{_ALONE}; use `overture config show` where it is."
