"""Lines that recur: what parse reads off a report, what store counts over all of them, what is then known of an outlet."""

from datetime import date
from typing import Annotated

from flows.contract.fixed import fixed


@fixed(kw_only=True)
class PrintedLine:
    """A short line of a report, as it counts when lines are compared."""

    report_id: str
    outlet: str  # empty where unknown
    line_key: str  # empty for the report itself, so that reports without short lines count
    form: str  # see codes.LINE_FORMS
    published_on: date | None = None


@fixed(kw_only=True)
class LineTally:
    """In how many pages of an outlet a line stands, of how many that the outlet printed from the line's first day to its last."""

    outlet: str
    line_key: str
    form: str
    pages: int
    of_pages: int
    days: int  # from the first to the last; many where some day is unknown


@fixed(kw_only=True)
class RecurringLine:
    """A line that an outlet prints on so many pages that it is none of any one story."""

    outlet: Annotated[str, "outlet that prints it; empty where the reports' outlet is unknown"]
    line_key: Annotated[str, "the line, case, punctuation and spacing aside"]
    pages: Annotated[int, "pages that print it; a page that was crawled again counts once"]
    of_pages: Annotated[int, "pages of the outlet from the line's first day to its last"]
    is_everywhere: Annotated[bool, "whether it is on most of them, and so furniture wherever and however it stands"]
