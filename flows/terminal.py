"""Text that is printed: what reports, file names and messages of libraries hold must not steer a terminal."""

import re
from typing import Final

_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # line feeds may stay


def clean(text: str) -> str:
    """The text, as long as it was, without characters that steer a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
