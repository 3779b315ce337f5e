"""python -m icor_scraper: the command, as `icor-scraper`."""

import sys

from icor_scraper.cli import main

sys.exit(main())
