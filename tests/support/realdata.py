"""The large real data that is not part of the project: found beside it, or where `OVERTURE_DATA` says."""

from __future__ import annotations

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data"


def real_data(*parts: str) -> Path | None:
    """The path below the data folder, or None where it is not there."""
    path = Path(os.environ.get("OVERTURE_DATA") or _BESIDE).joinpath(*parts)
    return path if path.exists() else None
