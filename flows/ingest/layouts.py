"""Layouts of single outlets, as data: ``seeds/page_layouts.csv`` names a selector for a part where general reading goes wrong.

A row holds from ``valid_from`` to ``valid_until`` (either may be open): outlets change their pages, and a selector that was
right last year must not be trusted for ever.
"""

from functools import cache
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from flows.language.seeds import rows

PARTS: Final = ("headline", "published", "byline", "body")


@cache
def _compiled(xpath: str) -> etree.XPath:
    return etree.XPath(xpath)


def layout_part(tree: HtmlElement, host: str, part: str, day: str | None) -> list[str]:
    """What the outlet's layout gives for a part (see PARTS) of a page of some day (ISO); [] where there is none."""
    for row in rows("page_layouts"):
        if row["part"] == part and _is_of(host, row["host"]) and _holds(row["valid_from"], row["valid_until"], day):
            found = _compiled(row["xpath"])(tree)
            texts = [" ".join((x if isinstance(x, str) else x.text_content()).split()) for x in found]
            if texts := [t for t in texts if t]:
                return texts
    return []


def _is_of(host: str, wanted: str) -> bool:
    return host == wanted or host.endswith(f".{wanted}")


def _holds(since: str, until: str, day: str | None) -> bool:
    return day is None or (since or day) <= day <= (until or day)
