"""One command from a fresh checkout to the verdict of all tests: ``python3 packaging/test.py [pytest arguments]``."""

import sys

if not (3, 11) <= sys.version_info[:2] < (3, 15):  # this file alone must be readable by an old Python
    found = ".".join(map(str, sys.version_info[:2]))
    sys.stderr.write("Briefing needs Python 3.11 to 3.14; this is Python " + found + ". Try: python3.11 packaging/test.py\n")
    sys.exit(3)

from check import main

try:
    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:
    sys.exit(130)
