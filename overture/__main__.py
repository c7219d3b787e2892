"""`python -m overture` is the `overture` command."""

from overture.cli.main import main

main()
