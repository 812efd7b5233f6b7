"""Asks the marts in a loop, as ``dateline sql`` does, until a file says to stop: prints each state it saw. ``reader.py WAREHOUSE STOP``."""

import sys
import time
from pathlib import Path

from flows.model import query

STATE = """
    select (select count(*) from dim_reports) as reports,
        (select count(*) from fct_mentions) as mentions,
        (select count(distinct report_id) from fct_mentions where report_id not in (select report_id from dim_reports)) as orphans,
        (select count(*) from rpt_engagements where event_id not in (select event_id from fct_events)) as unfounded
"""


def main(warehouse: Path, stop: Path) -> None:
    """Asks until it is stopped, and once more then."""
    asked, states = 0, {}
    while True:
        last = stop.exists()
        state = tuple(query(warehouse, STATE).to_pylist()[0].values())
        states.setdefault(state, asked)
        asked += 1
        if last:
            break
        time.sleep(0.05)
    for state in states:
        print(*state)
    print("asked", asked)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
