"""The demo world: a dozen outlets on a local server, forty accounts, sixty people, and what should come of it."""

from overture.demo.server import DemoServer
from overture.demo.write import write_world

__all__ = ["DemoServer", "write_world"]
