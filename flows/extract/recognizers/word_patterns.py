"""What is one word or mark of a report: Perth-based is two, Shia' one; in a dateline a slash parts two towns."""

import re
from typing import Final

from flows.language.sentences import INITIALS

_SUFFIX: Final = (  # what a hyphen joins to a name without being part of it: Perth-based
    "based|born|bred|raised|origin|bound|area|listed|registered|led|backed|owned|run|majority|held|controlled|dominated|populated|affected|hit"
)
_WORDS: Final = (
    r"((?=\S)(?:[^\W_]++(?![-/&+’'.])"  # a plain word, which most tokens are: the rest is not tried
    rf"|ex-(?=[^\W\d_]{{2}})|Ex-(?=[A-Z]{{2}}|[a-z])|(?:[Tt]hen|[Nn]ow)-(?=[A-Za-z])|(?:[A-Z]\.){{2,}}|St\. [A-Z](?=[a-z])[^\W_]+"
    rf"|(?:M[dh]d?|Ma|Mohd|Muhd|{INITIALS.replace(' ', '|')})\.(?= ?[A-Z])|[’'](?:s|S)?\b"
    rf"|[^\W_]+(?:(?!-(?:{_SUFFIX})\b|(?<=[a-z])/[A-Z][a-z]{{2}})[-/&+]+[^\W_]+|[’'](?!(?:s|S|t|re|ll|ve|d|m)\b)[^\W_]+|\.(?:com|org|net|pk|tv)\b|\+)*"
    r"(?:[’'](?= [Aa]l[- ]))?"  # Shia' Al-Sudani
    r"|[^\w\s]))"
)
WORD: Final = re.compile(_WORDS)
WORD_OF_DATELINE: Final = re.compile(_WORDS.replace("[-/&+]+", "[-&+]+").replace("[-/&+’']", "[-&+’']"))  # WARSAW/SOFIA
