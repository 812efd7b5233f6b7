"""A post as printed, without what says nothing of which it is: marks, brackets, plurals, an owner before it, cues of its status."""

import re
from collections import Counter
from typing import Final

from flows.language.names import fold
from flows.resolve.places import nation
from flows.resolve.post_words import part, title_phrases, titles

EDGE: Final = " ,;:-–—/."
_BRACKET: Final = re.compile(r"\(([^()]*)\)?")
_RETIRED: Final = re.compile(r"\s*(?:\((?:retired|retd|rtd|r)\.?\)|®|\b(?:retd|rtd)\b\.?)", re.I)
_DESIGNATE: Final = re.compile(r"(?<=\w)[\s-]+designate\b", re.I)
_DOTS: Final = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\b)|(?<=\b[A-Z]\.[A-Z])\.|(?<=[A-Za-z]{2})\.(?=\s+[A-Z])")
_PLURAL: Final = re.compile(r"(?<=\b[A-Z]{2})s\b|(?<=\b[A-Z]{3})s\b|(?<=\b[A-Z]{4})s\b")
_OWNED: Final = re.compile(r"(?P<owner>[^’']+)(?:[’']s|(?<=s)[’'])\s+(?P<rest>.+)")


def unmarked(text: str) -> str:
    """Without marks of retirement, dots of short forms (U.S., Addl.) and plurals (MNAs); double ones are spelt out (SAPM)."""
    plain = _PLURAL.sub("", _DOTS.sub("", _RETIRED.sub(" ", text)))
    words = [part("two in one").get(fold(word), word) for word in plain.split()]
    return _one_of_first(" ".join([*words[:-1], *map(_one_of, words[-1:])]))


def _one_of(word: str) -> str:
    """What each is of several holders: Adviser of Advisers."""
    single = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return single if fold(word) not in titles() and fold(single) in titles() else word


def _one_of_first(text: str) -> str:
    """The same where the title opens the words: Special Assistants to the Prime Minister."""
    title, plural, rest = text.partition("s to ")
    return f"{title} to {rest}" if plural and fold(title) in titles() else text


def unowned(text: str) -> str:
    """``Prime Minister's Adviser on Trade`` as Adviser to the one who owns the post: the post is the one that follows."""
    owned = _OWNED.fullmatch(text)
    if (
        not owned
        or fold(owned["owner"].strip()) not in titles()
        or not (hits := list(title_phrases().find(owned["rest"])))
    ):
        return text
    end = hits[0][1]
    return f"{owned['rest'][:end]} {owned['owner'].strip()} {owned['rest'][end:]}" if hits[0][0] == 0 else text


def unbracketed(text: str) -> str:
    """Brackets open: a title and the short form of what stands before are dropped, anything else (``DIG (Operations)``) stays."""
    return _BRACKET.sub(
        lambda m: " " if fold(m[1].strip()) in titles() or _abbreviates(m[1], text[: m.start()]) else f" {m[1]} ", text
    )


def _abbreviates(short: str, words: str) -> bool:
    """Whether each capital of a short form begins one of the words: NAB of National Accountability Bureau."""
    initials = Counter(re.findall(r"\b[A-Z]", words))
    capitals = Counter(c for c in short if c.isupper())
    return capitals.total() > 1 and len(short.split()) == 1 and capitals <= initials


def without_status(text: str) -> tuple[str, str]:
    """Status cues at either end, taken off as long as there are any; the strongest, a past one, wins."""
    status = "current"
    while True:
        folded = fold(text)
        cue = next((c for c in part("status") if c in folded and _has_edge(folded, c)), None)
        if cue is None or len(cue) == len(text):
            return status, text
        status = status if status == "former" else part("status")[cue]
        text = (text[len(cue) :] if folded.startswith(cue) else text[: -len(cue)]).strip(EDGE)


def status_and_rest(text: str) -> tuple[str, str]:
    """Status cues at either end, or behind a nation's adjective (Afghan Acting Minister) or a title (Ambassador-designate of Italy)."""
    status, text = without_status(text)
    if status == "current" and (mark := _DESIGNATE.search(text)):
        return part("status")["designate"], text[: mark.start()] + text[mark.end() :]
    first, _, rest = text.partition(" ")
    if not (rest and nation(first)):
        return status, text
    inner, rest = without_status(rest)
    return (status if status != "current" else inner), f"{first} {rest}"


def _has_edge(text: str, cue: str) -> bool:
    return bool(re.match(rf"{re.escape(cue)}(?:\b|$)[\s-]*\w", text)) or text.endswith(
        (" " + cue, "-" + cue.strip("-"))
    )
