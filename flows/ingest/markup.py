"""HTML as a tree, where it is of a kind that press pages have: one made to stall a parser is refused."""

import re
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from flows.ingest.refusal import refuse

_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{50000,}")
_QUOTED: Final = re.compile("\"[^\"]*\"|'[^']*'")
_SEPARATOR: Final = re.compile(r"[\s/=]+")
_ATTRIBUTES: Final = 20_000  # of an element: parsing takes their square, here a second. Pages have a dozen


def parsed(markup: str) -> HtmlElement:
    """The tree of a page or piece of HTML; beyond a depth of 255 the parser leaves things out. Raises Refusal."""
    if any(_attributes(tag[0]) > _ATTRIBUTES for tag in _LONG_TAG.finditer(markup)):
        raise refuse("too_deep", f"An element with more than {_ATTRIBUTES} attributes.", markup.encode())
    try:
        return document_fromstring(markup.encode(), parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise refuse("bad_record", f"Not HTML: {error}.", markup.encode()) from None


def _attributes(tag: str) -> int:
    """How many attributes a tag has at most."""
    return sum(1 for _ in _SEPARATOR.finditer(_QUOTED.sub(" ", tag)))
