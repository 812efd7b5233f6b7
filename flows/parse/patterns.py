"""Patterns that several rules share: a printed date, a clock, upper and lower case letters of the Latin alphabet."""

from typing import Final

UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ\u1e00-\u1eff"
LOWER: Final = "a-zß-öø-ÿāăąćčďđēęěğģīıķĺļľłńņňōőřśşšţťūůűźżž\u1e00-\u1eff"
DASH: Final = r"(?:--+|[-–—―−])"
MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
DATE: Final = (  # named months only; the year may be missing
    rf"(?i:{_WEEKDAY}(?:{MONTH}\s*,?\s*{_DAY}(?:\s*,\s*|\s+|/)(?:19|20)\d\d\b|{MONTH}\s*,?\s*{_DAY}\b"
    rf"|{_DAY}(?:\s*,\s*|\s+of\s+|\s*-\s*|\s*){MONTH}(?:\s*[,-]?\s*(?:19|20)\d\d\b)?))"
)
NUMERIC_DATE: Final = r"(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d))(?!\d)"
CLOCK: Final = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?"
