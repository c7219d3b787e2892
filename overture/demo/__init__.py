"""The demo world: a dozen outlets on a local server, forty accounts, sixty people, and what should come of it."""

from overture.demo.server import DemoServer
from overture.demo.write import Stamp, read_stamp, write_world

__all__ = ["DemoServer", "Stamp", "read_stamp", "write_world"]
