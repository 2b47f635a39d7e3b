"""The same commands as ``python -m egiz.cli``."""

from egiz.cli import main

main()
