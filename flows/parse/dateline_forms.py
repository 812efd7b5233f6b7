"""The printed forms of datelines, as patterns: which parts there are, in which order, and what may separate them.

Named groups: place, region, country, date, agency, date2, bare (an agency without brackets), separator.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from flows.parse.patterns import DASH, DATE, DAY_NAME, HIJRI, LOWER, MONTH, NUMERIC_DATE, UPPER


def _rare(pattern: str) -> Callable[[], re.Pattern[str]]:
    """What few reports print is compiled when one may: each of these takes longer to compile than a report to read."""
    return cache(lambda: re.compile(pattern))


_CAPS_WORD: Final = rf"[{UPPER}](?:[{UPPER}'’.]|(?<=[{UPPER}.])-(?=[{UPPER}](?![{LOWER}])))*[{UPPER}.]"
_NO_DATE: Final = rf"(?!(?i:{MONTH})\s*\d)"
_CAPS: Final = rf"{_CAPS_WORD}(?:(?:\s|\s?/\s?|\s?&\s?|\s?-\s?(?={_CAPS_WORD}\s*[:(,])){_NO_DATE}{_CAPS_WORD}){{0,5}}"
OPENERS: Final = (
    "The|A|An|In|On|At|As|After|Amid|With|For|By|From|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Police|Prime|Federal|Over"
    "|More|Some|Several|Many|All|This|These|Security|President|Chief|Minister|Unknown|Unidentified|Speaking"
)
_TITLE_WORD: Final = rf"[{UPPER}][{LOWER}'’]+(?:[-.](?!(?:{OPENERS})\b)[{UPPER}{LOWER}][{LOWER}]*)*"
_TITLE: Final = (
    rf"(?:St\.\s)?(?:{_TITLE_WORD}|[{UPPER}]\.)"
    rf"(?:(?:\s|/)(?:(?:of|de|da|do|del|la|el|al|di|an|the|and)\s)?{_TITLE_WORD}){{0,3}}"
    rf"(?:/[{UPPER}]{{2}}(?=[\s,:]))?"  # Boa Vista/RR
)
_AGENCY: Final = r"(?:\((?:[^()\n]|\([^()\n]*\)){0,90}[)0]|/\s?[A-Z][^/\n]{1,30}/|\[[^\]\n]{2,60}\](?!\]))"
_SEPARATOR: Final = (
    rf"\s*(?:(?::|\.(?=\s*{DASH}))+\s*{DASH}?|{DASH}\s*:?|(?<=\));|(?<=[/)])\.(?=\s[{UPPER}])|(?<=/)\."
    rf"|(?<=\d)\.(?=\s[{UPPER}][{LOWER}]|$)|(?<=[{UPPER}]{{3}});(?=\s*[{UPPER}]|$))(?:\s*:)*"
)
_TAIL: Final = (
    rf"(?:\s{{0,3}}(?P<region>[(\[]\s?[{UPPER}][{UPPER}{LOWER} .&'’/-]{{1,30}}[)\]])(?=[\s:]*[,(\[]|[\s:]*{DATE})"
    rf"(?:\s?\[[{UPPER}][{UPPER}{LOWER} .]{{1,30}}\](?=\s*,))?)?"
    rf"(?:,\s*(?P<country>{_CAPS}|{_TITLE})(?:(?=\s*[:(/–—―-]|,[\s,])|\.(?=\s*[(–—―-]|,\s)))?"
    rf"[\s,]*(?:(?:{DASH}|[:~])[\s,]*(?={DATE}|\([{UPPER}](?:[{UPPER}{LOWER}/. ]{{1,20}}|[^()\n]{{2,40}}{DATE}\s?)\)))?"
    rf"(?:{HIJRI}[\s,]*)?(?P<date>{DATE}|{NUMERIC_DATE})?"
    rf"(?P<agency>[\s,]*(?:\.\s*(?=/))?{_AGENCY}(?:\s*\))?)?"
    rf"(?:[\s,]*{_AGENCY})?"
    rf"(?P<date2>[\s,]+{DATE})?"
    rf"(?:,\s*(?P<bare>[{UPPER}]{{2,8}}|[{UPPER}][{LOWER}]+-[{UPPER}][{LOWER}]+)(?=\s*(?:{DASH}|:|$)))?"
    rf"(?P<separator>{_SEPARATOR})?"
)


CAPITALS_FIRST: Final = re.compile(rf"{_NO_DATE}(?P<place>{_CAPS}){_TAIL}")
TITLE_CASE_FIRST: Final = _rare(rf"{_NO_DATE}(?P<place>{_TITLE}){_TAIL}")
AGENCY_FIRST: Final = re.compile(
    rf"(?P<agency>[{UPPER}]{{2,6}})\s*{DASH}\s*(?P<place>{_TITLE}|{_CAPS})\s*\([{UPPER}][^()\n]{{2,30}}\)\s*{DASH}"
)
SIGNED: Final = re.compile(  # Baku. Name Surname – AGENCY. / ASTANA. AGENCY The
    rf"(?P<place>{_TITLE}|{_CAPS})\.\s"
    rf"(?:(?:{_TITLE_WORD}\s){{2,3}}{DASH}\s?(?P<agency>[{UPPER}]{{2,9}})\.|(?P<bare>[{UPPER}]{{4,12}})(?=\s[{UPPER}]))"
)
DATED: Final = re.compile(  # AGY Phnom Penh, April 18, 2024 -- / YEREVAN, MARCH 19, AGENCY.
    rf"(?P<agency>[{UPPER}]{{2,6}})\s(?P<place>{_TITLE}),\s(?P<date>{DATE})\s*(?:{DASH}|:)+"
    rf"|(?P<city>{_CAPS}),\s(?P<day>{DATE}),\s(?P<bare>[{UPPER}]{{4,12}})\.(?=\s[{UPPER}])"
)
BARRED: Final = _rare(  # Kampala, Uganda | THE PAPER |
    rf"(?P<place>{_TITLE}|{_CAPS}),\s(?:{_TITLE}|{_CAPS})\s\|\s(?P<agency>[{UPPER}][^|\n]{{2,40}}?)\s\|(?=\s)"
)
CLOCKED: Final = _rare(
    rf"\d\d:\d\d \| (?P<place>{_TITLE}|{_CAPS}), (?P<date>{DATE})(?:\s\((?P<agency>[^()\n]{{2,20}})\))?\."
)
STOPPED: Final = re.compile(  # Baku. 13 November. AGENCY.AZ/ / Astana, 12 November. [Agency.] / Tehran-AGENCY-
    rf"(?P<place>{_TITLE}|{_CAPS})[.,]\s(?P<date>{DATE})[.,]\s(?P<agency>[{UPPER}][{UPPER}{LOWER}.]{{2,14}}?)(?P<mark>/|\.(?=\s|$))"
    rf"|(?P<town>{_TITLE}),\s(?P<day>{DATE})\.(?=\s[{UPPER}][{LOWER}])"
    rf"|(?P<city>[{UPPER}][{LOWER}]+)-(?P<bare>[{UPPER}]{{3,8}})\s?-(?=\s?[{UPPER}\"“])"
)
STAMPED: Final = _rare(  # Lahore, AGENCY, Last Updated 3 July 2024, 02:14
    rf"(?P<place>{_TITLE}|{_CAPS}),\s(?P<agency>[{UPPER}]{{2,8}}),\s(?:Last\s)?(?:Updated|Published)\b"
)
DAY_ABOVE: Final = re.compile(  # March 3, 2025 - Lahore, Punjab
    rf"(?P<date>{DATE})\s*{DASH}\s*(?P<place>{_TITLE}|{_CAPS}),\s(?:{_TITLE}|{_CAPS})(?:\s*{DASH}\s*[{UPPER}][^\n]{{2,60}})?"
)
BRACKETED: Final = _rare(rf"\((?P<place>{_TITLE}|{_CAPS})(?:,\s*(?:{_TITLE}|{_CAPS}))?\)\s*(?:{DASH}|:)")
MARKED: Final = _rare(  # *Karachi*: / *Karachi, 3 May:* as messages set it
    rf"[*_]{{1,2}}(?P<place>{_TITLE}|{_CAPS})(?:,?\s(?P<date>{DATE}))?(?:[*_]{{1,2}}\s*(?:{DASH}|:)|\s?:[*_]{{1,2}})"
)
BOXED: Final = _rare(  # [Lahore] / [Lahore] [3 May 2024] / (Lahore, May 3, 2024)
    rf"\[\s?(?P<place>{_TITLE}|{_CAPS})\s?\]\s*(?:\[?\s?(?P<date>{DATE}|{NUMERIC_DATE})\s?\]?)?\s*(?:{DASH}|:)?"
    rf"|\((?P<held>{_TITLE}|{_CAPS}),\s(?P<day>{DATE})\)\s*(?:{DASH}|:)?"
)
_NAMED_AGENCY: Final = rf"(?P<agency>[{UPPER}][\w.’']*(?:\s(?:[{UPPER}][\w.]*|\d\w+)){{0,3}}?)"
ABREAST: Final = (
    _rare(  # Doha / AGENCY / Aden - Agency: / Valletta – AGENCY – 14 March 2024, where the agency is a known one
        rf"(?P<place>{_TITLE}|{_CAPS})\s*(?:{DASH}|[/|•·:,])\s*{_NAMED_AGENCY}(?:\s\([{UPPER}]{{2,6}}\))?"
        rf"(?:[\s,–—-]*(?P<date>{DATE}|{NUMERIC_DATE}))?\s*(?:(?:{DASH}|[:/|])+|$)"
    )
)
AGENCY_ABREAST: Final = _rare(  # AGENCY / Kathmandu / AGENCY - Beirut -
    rf"{_NAMED_AGENCY}\s*(?:{DASH}|[/|•·,])\s*(?P<place>{_TITLE}|{_CAPS})(?:[\s,–—-]*(?P<date>{DATE}|{NUMERIC_DATE}))?"
    rf"\s*(?:(?:{DASH}|[:/|])+|$)"
)
ON_ITS_DAY: Final = _rare(rf"(?P<place>{_TITLE}|{_CAPS}),?\s(?P<date>{DATE})")
ON_A_DAY: Final = _rare(rf"(?P<place>{_TITLE}|{_CAPS}),\s{DAY_NAME}")
WITH_AGENCY: Final = _rare(rf"(?P<place>{_TITLE}|{_CAPS})\s*(?:{DASH}|,)\s*(?P<agency>[{UPPER}]{{2,8}})")
ALONE: Final = _rare(rf"(?P<place>{_CAPS})(?:,\s*(?P<country>{_TITLE}|{_CAPS}))?")
AGGREGATOR: Final = re.compile(r"\(\s*[^()\n]{3,60}(?:\([^()\n]{2,20}\))?\s*\)\s*(?:[–—-]+\s*)?(?=[^\W\d_])")
LENIENT: Final = re.compile(
    rf"{_NO_DATE}(?P<place>[{UPPER}][{UPPER}{LOWER}.'’]+(?:[ /-]\s?[{UPPER}][{UPPER}{LOWER}.'’]+\b(?![ ]?\d)){{0,3}})"
    rf"(?P<date>[\s,:]*(?:\([^()\n]+\)[\s,:]*)?(?:[A-Za-z]{{3,9}}\.?[\s,]*)?\d{{1,2}}(?:st|nd|rd|th)?"
    rf"[\s,]*(?:[A-Za-z]{{3,9}}\.?[\s,]*)?(?:\d{{4}})?[\s,:]*[A-Z]?)"
    rf"\((?P<agency>[^():\n]{{2,40}})(?:\)?\s*(?:[:;]+|{DASH})(?:\s*:)*|\)(?=\s[{UPPER}]))"
)


CAPITALS: Final = re.compile(
    rf"(?<=\s)[{UPPER}][{LOWER}]{{2,}}(?:\s[{UPPER}][{LOWER}]{{2,}})?(?=,\s*{DATE}\s*\()|"
    rf"(?<=[\s{LOWER}])(?<![\s{LOWER}][{UPPER}])[{UPPER}][{UPPER}.'-]{{3,}}"
)
DATE_FIRST: Final = _rare(
    rf"(?P<date>{DATE}|{NUMERIC_DATE})(?:[\s,]*{DASH}?\s*(?P<place>{_CAPS}|{_TITLE}))?(?P<agency>\s*\([^()\n]{{2,40}}\))?{_SEPARATOR}"
)
