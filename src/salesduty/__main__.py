"""`python -m salesduty`."""

import sys

from salesduty.cli import main

if __name__ == "__main__":
    sys.exit(main())
