"""`python -m tizme` is `tizme`."""

from tizme.cli import main

main()
