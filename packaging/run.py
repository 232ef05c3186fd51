"""One command from a fresh checkout to the window on the sample library: ``python3 packaging/run.py``."""

import sys

if not (3, 11) <= sys.version_info[:2] < (3, 15):  # this file alone must be readable by an old Python
    found = ".".join(map(str, sys.version_info[:2]))
    sys.stderr.write("Briefing needs Python 3.11 to 3.14; this is Python " + found + ". Try: python3.11 packaging/run.py\n")
    sys.exit(3)

from start import main

try:
    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:
    sys.exit(130)
