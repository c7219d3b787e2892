"""The stage that lets go of what is older than the settings keep it, once a day, batch after batch."""

from __future__ import annotations

from overture.db import retention
from overture.jobs.batch import Done
from overture.services import Services


def retain_due(services: Services) -> Done:
    """One batch; asks for another until the walk has ended."""
    worked = retention.batch(services.engine, services.workspace.settings.retention, now=services.now())
    return Done("retain", worked=worked, more=worked > 0)
