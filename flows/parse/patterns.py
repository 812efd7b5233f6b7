"""Patterns that several rules share: a printed date, a clock, upper and lower case letters of the Latin alphabet."""

from typing import Final

UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ\u1e00-\u1eff"
LOWER: Final = "a-zß-öø-ÿāăąćčďđēęěğģīıķĺļľłńņňōőřśşšţťūůűźżž\u1e00-\u1eff"
DASH: Final = r"(?:--+|[-–—―−])"
MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
DAY_NAME: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
DATE: Final = (  # named months only; the year may be missing
    rf"(?i:{_WEEKDAY}(?:{MONTH}\s*,?\s*{_DAY}(?:\s*,\s*|\s+|/)(?:19|20)\d\d\b|{MONTH}\s*,?\s*{_DAY}\b"
    rf"|(?:the\s)?{_DAY}(?:\s*,\s*|\s+of\s+|\s*-\s*|\s*){MONTH}(?:\s*[,-]?\s*(?:19|20)\d\d\b)?))"
)
HIJRI: Final = (  # of the Islamic calendar, as printed before the other's: `Shaban 22, 1445`, `22 Rabi al-Awwal 1445 AH`
    r"(?i:(?:\d{1,2}\s)?(?:Muhar+am|Safar|Rabi\b|Jumada|Jamadi|Rajab|Sha['’]?ba+n|Ramad[ah]+n|Ramazan|Shaw+al|Dhu|Zil|Zul)"
    r"[\w'’ -]{0,16}(?:\s\d{1,2},?)?\s?1[34]\d\d(?:\s?A?H)?\b)"
)
NUMERIC_DATE: Final = r"(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d))(?!\d)"
BEFORE_WEEKDAY: Final = rf",\s+(?={DAY_NAME},?\s)"  # THE PAPER, Sunday, February 5, 2023
CLOCK: Final = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?"
