"""What is installed in production, and no more, is enough: the packages that only developers have are kept away."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib

from support.compose import ROOT

# Modules of packages outside the list are refused, as they would be where those are not installed.
ALONE = """
import importlib, pkgutil, sys
from importlib.metadata import packages_distributions

allowed = set(sys.argv[1].split())
top = packages_distributions()

def plain(name):
    return name.lower().replace("_", "-").replace(".", "-")

class Away:
    def find_spec(self, name, path=None, target=None):
        owners = top.get(name.partition(".")[0], [])
        if owners and not any(plain(one) in allowed for one in owners):
            raise ModuleNotFoundError(f"{name} is not installed in production", name=name)
        return None

sys.meta_path.insert(0, Away())
import triggers, campaigns, overture
for house in (triggers, campaigns, overture):
    for module in pkgutil.walk_packages(house.__path__, house.__name__ + "."):
        if not module.name.endswith(("__main__", "jail_child", "migrations.env")):
            importlib.import_module(module.name)
import worker
from celery.concurrency import get_implementation
from kombu import Connection
get_implementation("prefork"), get_implementation("threads"), importlib.import_module("celery.apps.worker")
for broker in ("redis://127.0.0.1:1/0", "memory://"):
    Connection(broker).transport
importlib.import_module("uvicorn.protocols.http.auto")
importlib.import_module("sqlalchemy.dialects.postgresql.psycopg")
print("alone")
"""


def test_packages_of_production_are_enough() -> None:
    given = subprocess.run(
        [sys.executable, "-c", ALONE, " ".join(sorted(_locked()))],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert given.stdout == "alone\n", given.stderr[-2000:]


def _locked() -> set[str]:
    """What the lock file installs without the groups for developers, extras followed."""
    known = {one["name"]: one for one in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}
    found: set[tuple[str, str]] = set()
    left = [("overture-campaigns", "")]
    while left:
        name, extra = one = left.pop()
        if one in found or name not in known:
            continue
        found.add(one)
        package = known[name]
        wanted = package.get("optional-dependencies", {}).get(extra, []) if extra else package.get("dependencies", [])
        for other in wanted:
            left += [(other["name"], ""), *((other["name"], more) for more in other.get("extra", []))]
    return {name for name, _ in found}
