"""`python -m contested` is the `contested` command."""

from contested.cli.app import main

main()
