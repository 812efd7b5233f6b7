"""Names that only what is said of them makes firms: Zorvan shares fell, energy company Zorvan, Zorvan said it would sell."""

import re
from collections.abc import Iterator
from typing import Final

from flows.extract.recognizers.nouns import leading_nouns
from flows.extract.recognizers.rules import Found
from flows.language.cues import any_of, firm_cues

_RUN: Final = re.compile(r"(?<![CGQWAKLIUNOJPRTM@b-])(?=G?[CAWQ])[CAWGQ]{1,3}(?![CGQWAKLIOJPRT@-])")
_BEFORE: Final = re.compile(r"(?P<word>[\w-]+) $")
_OWNED: Final = re.compile(
    r"(?:[Ss]hares|[Ss]tocks?|[Ss]takes?) (?:in|of) $"
    r"|(?:subsidiary|employees|acquisition|takeover|purchase|shareholders|customers|bankruptcy|listing|unit|arm) of $"
    r"|operated by $|merger with $"
)
_RIVALS: Final = frozenset(["rival", "rivals", "peer", "peers", "lessor", *leading_nouns()])
_FARTHEST: Final = 28  # characters that hold what stands before a name
_MOVED: Final = any_of(firm_cues("moved"))
_BEHIND: Final = re.compile(
    rf" shares?(?= (?:{_MOVED}|were|have|had|closed|ended|price)\b|[.,])"
    r"|['’]s (?:shares?|stock|market value|board|shareholders|investors|customers|workforce|revenues?|sales|net profit"
    r"|quarterly|headquarters|subsidiary|parent company|CEO|CFO|COO|chief (?:executive|financial|operating))\b"
    r"| \((?:[A-Z\d]{1,6}\.[A-Z]{1,3}\)|(?:NYSE|N[Aa][Ss][Dd][Aa][Qq]|TSX|ASX|LSE|JSE|SGX)\b)"
    rf"|(?: and [A-Z][\w&-]+(?: [A-Z][\w&-]+)?)?,? {_MOVED}(?: [a-z]+){{0,2}} \d[\d.,]* ?(?:%|per ?cent\b|pct\b)"
    r"|,? (?:said|says|announced|reported|confirmed|warned)(?:(?: on)? [A-Z]\w+day)?(?: that)?"
    r" it (?:w[oi]|ha[sd]|plan|expect|aim|intend|rec)"
    r"|(?: also| has| had| will)? (?:[a-z]+ed|cut|sold|bought|saw|shut|lost) its (?!own\b)"
    r"|, (?:a (?:unit|subsidiary) of|part of the [A-Z]\w+ Group|listed (?:in|on)|majority-owned by)\b"
)
_SPOKEN_FOR: Final = re.compile(r" (?:spokes(?:man|woman|person)|executive|employee|subsidiary)\b")


def talked_of(found: Found) -> Iterator[str]:
    """The names, found as nothing or by the model alone, of which is said what is said of firms."""
    text = found.left.text
    for start, end in _candidates(found):
        if _is_led(text, start, end) or _BEHIND.match(text, end):
            yield text[start:end]


def runs_of(found: Found) -> set[str]:
    """Runs of unknown capitals and places that only a model told, as they are printed."""
    text = found.left.text
    return {text[start:end] for start, end in (*_runs(found), *_guessed(found))}


def _candidates(found: Found) -> Iterator[tuple[int, int]]:
    """Runs of unknown capitals, and names that nothing but a model told."""
    yield from ((p.start, p.end) for p in found.persons if p.is_open)
    yield from _guessed(found)
    yield from _runs(found)


def _guessed(found: Found) -> Iterator[tuple[int, int]]:
    """Places that only a model told."""
    return ((n.start, n.end) for n in found.named if n.kind == "place" and n.rule == "model")


def _runs(found: Found) -> Iterator[tuple[int, int]]:
    """Runs of unknown capitals, a noun for firms that opens the sentence aside."""
    for match in _RUN.finditer(found.left.codes):
        first, last = match.span()
        is_led = (
            last - first > 1 and found.left.words(first, first + 1).lower() in _RIVALS
        )  # Rival Zorvan lost 3 percent
        yield found.left.span(first + is_led, last)


def _is_led(text: str, start: int, end: int) -> bool:
    """Whether the words before a name say that it is a firm's: energy company Zorvan, shares in Zorvan, a Zorvan spokesman."""
    near = max(0, start - _FARTHEST)
    before = _BEFORE.search(text, near, start)
    if before is None:
        return False
    word = before["word"]
    if word in ("a", "an", "A", "An"):
        return _SPOKEN_FOR.match(text, end) is not None
    return word.lower() in leading_nouns() or (
        word in ("in", "of", "with", "by") and _OWNED.search(text, near, start) is not None
    )
