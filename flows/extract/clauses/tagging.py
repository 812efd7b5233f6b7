"""The tokens of a sentence and their tags: words, marks, and mentions and times whole, each tagged by itself and by its neighbours."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from flows.contract.changed import changed
from flows.contract.fixed import fixed
from flows.extract.clauses.words import NOUN, tag
from flows.extract.speech.cues import is_saying
from flows.language.cues import cue_words
from flows.language.remembered import Remembered
from flows.language.tokens import tokens as split

_TOKEN: Final = re.compile(
    r"((?=\S)(?:\w++(?![-.&/'’]|,\d)"  # a plain word, which most tokens are: the rest is not tried
    r"|\d{1,3}(?:,\d{2,3})+\b|\w+(?:[-.&/]\w+|['’](?!s\b)\w+)*|['’]s\b|[^\w\s]))"
)
_CONTRACTED: Final = re.compile(r"(?:n['’]t|['’](?:re|ll|ve|d|m))$")
_CLOSING: Final = re.compile(
    r",(?=\s+(?!(?:and|or|the|an?|his|her|its|who|whose)\b)[a-z])"
)  # behind a name set apart, but no list
_TIMELY: Final = frozenset({"current", "present", "past"})  # times that are adjectives
_ALLEGING: Final = frozenset({"alleged", "suspected", "reported"})
_SUPPOSED: Final = frozenset({"suspected", "alleged", "attempted", "reported", "planned", "failed"})
BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got"})
_SELF: Final = frozenset({"himself", "herself", "themselves", "itself"})
_BARE: Final = frozenset({"do", "did", "does", "help", "helped"})  # verbs before a bare infinitive
_PLAIN: Final = frozenset("NPCA,M")  # tags that nothing changes
_CUT: Final = "~"  # instead of a tag: a contraction, which is two words
_BOUND: Final = "<"  # and least and most, which are articles behind "at"
_CONTEXTUAL: Final = frozenset("BSFEZVG")  # tags that the left neighbour may change
_PERHAPS_GERUND: Final = re.compile(r"[,C](?=N[DmIN])|,(?=NW)|C(?=V)|CY*(?=NP)|[PU](?=NP?m)")
_SUCCEEDS: Final = frozenset({"after", "before", "upon", "since", "while"})
_SAYING: Final = cue_words("saying, and no nouns")
_BASE_BEFORE: Final = re.compile(r"(?:M[OYT]*|X)Y*B[^VSAGM;RUW]*$")  # with no other verb between
_PERHAPS_COUNT: Final = re.compile(r"NU(?=[DN])|P(?=N)(?:(?<=[VC,]P)|(?<=^P))")
_PERHAPS_ADJECTIVE: Final = re.compile(
    r"[VG](?:(?=N)(?:(?<=[NVmX']V)|(?<=NCV)|(?<=[CVXW]G))|(?<=CG)(?=m))"
)  # begins with a letter, for speed
_PAIRING: Final = frozenset({"and", "or", "but"})
_ACTING: Final = re.compile(r"[Nm]+[YT]*[VA]")
_ADJECTIVES: Final = cue_words("adjectives like participles")
_ROUGHLY: Final = frozenset({"over", "around", "about"})
_GIVEN: Final = frozenset({"hand", "hands", "handed", "handing", "turn", "turned", "take", "took", "taken"})
_BILLIONS: Final = frozenset({"million", "billion", "trillion"})
_BOUNDS: Final = frozenset({"more", "less", "fewer"})
_RECEIVING: Final = frozenset(
    {"with", "met", "meets", "received", "receives", "hosted", "welcomed", "greeted", "briefed"}
)
_EXTENDING: Final = frozenset(
    {"covering", "involving", "seeking", "demanding", "calling", "allowing", "requiring", "banning"}
)
_STAYING: Final = cue_words("where people are")
_PEOPLE: Final = frozenset({"people", "men", "women", "children", "police"})
_PLEADING: Final = frozenset({"seeking", "challenging"})
_PLEAS: Final = cue_words("pleas")
_TOLD_IN: Final = frozenset(
    {"sources", "reports", "report", "statement", "notice", "advisory", "alert", "circular", "letter"}
)
_TELLING: Final = frozenset({"saying", "advising", "urging", "asking", "warning"})
_UNCHANGED: Final = frozenset(
    {"set", "put", "cut", "let", "hit", "shut", "split", "spread"}
)  # their past is their base form
_BEFORE_PREPOSITION: Final = frozenset({"call", "appeal", "speak", "participate", "depart", "arrive", "comply"})
_AGREEING: Final = cue_words("done by both")
_AIMING: Final = frozenset({"aims", "hopes", "needs"})
_ON_WHICH: Final = cue_words("occasion to speak")
_CHARGED: Final = frozenset({"main", "prime", "key", "principal", "other", "arrested", "nominated", "alleged"})
_BLAMED: Final = 9  # tokens behind "accused" in which "of" tells of what
_COUNTS: Final = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "half", "dozen"}
)


@fixed()
class Token:
    """A word, a mark, or a whole mention or time. ``tag`` is a word class (see words), ``m`` mention, ``T`` time, ``(`` bracket."""

    start: int
    end: int
    word: str
    tag: str
    ordinal: int = -1
    anew: bool = False  # see Unit


@fixed()
class Unit:
    """A stretch that is one thing for grammar: a mention (``m``) or a time (``T``), with its ordinal.

    ``closes``: a name right behind a post of his, which a comma may part from it; ``anew``: one right behind a place, of which
    it is no part: received in Vienna X.
    """

    start: int
    end: int
    tag: str
    ordinal: int
    closes: bool = False
    anew: bool = False


def tagged(text: str, start: int, end: int, stretches: Sequence[Unit]) -> list[Token]:
    """Words and marks with their tags, mentions and times whole."""
    tokens: list[Token] = []
    at = start
    for unit in stretches[bisect_left(stretches, start, key=_unit_start) :]:
        if unit.end > end:
            break
        if text[unit.end : unit.end + 1] == "-" and text[unit.end + 1 : unit.end + 2].islower():
            continue  # India-held Kashmir
        parted = unit.closes and text[at : at + 1] == ","
        _words(tokens, text, at + parted, unit.start)
        tokens.append(
            Token(unit.start, unit.end, text[unit.start : unit.end].lower(), unit.tag, unit.ordinal, unit.anew)
        )
        at = unit.end + (parted and _CLOSING.match(text, unit.end) is not None)
    _words(tokens, text, at, end)
    return tokens


def _unit_start(unit: Unit) -> int:
    return unit.start


def _words(tokens: list[Token], text: str, start: int, end: int) -> None:
    """Appends the words of a stretch, tagged by word and then by the neighbour on the left."""
    left = tokens[-1].tag if tokens else ";"
    for printed, first, last in zip(*split(_TOKEN, text, start, end), strict=True):
        word = printed.lower()
        found = _TAGS[word]
        if left == "M" and found == NOUN:
            found = "B"  # would light the town, will brief them
        elif found == "G" and left in "PC" and printed[0].isupper():
            found = NOUN  # the board on Housing, Planning and Works
        if found in _PLAIN:
            tokens.append(Token(first, last, word, found))
            left = found
        elif found == _CUT:
            for at, stop, part in _pieces(first, word):
                left = _placed(tokens, at, stop, part, _TAGS[part], left)
        else:
            left = _placed(tokens, first, last, word, found, left)


def _tag(word: str) -> str:
    """The tag of a word out of context, or why it has none yet."""
    cut = _CONTRACTED.search(word)
    return _CUT if cut and cut.start() else _BOUND if word in ("least", "most") else tag(word)


_TAGS: Final = Remembered(_tag)


def _pieces(start: int, word: str) -> Iterator[tuple[int, int, str]]:
    """A contraction that begins at ``start`` in two: ``they`` ``'re``, ``did`` ``n't``."""
    cut = len(_CONTRACTED.sub("", word))
    yield start, start + cut, word[:cut]
    yield start + cut, start + len(word), word[cut:].replace("’", "'")


def _placed(tokens: list[Token], start: int, end: int, word: str, found: str, left: str) -> str:
    """Appends a word under the tag that it has behind its neighbour, and returns that tag; what grammar does not see stays out."""
    if found == _BOUND:
        found = NOUN
        if tokens and tokens[-1].word == "at":
            tokens[-1] = changed(tokens[-1], tag="D")  # at least ten men
            found = "D"
    elif word in _SELF and left == "A":
        found = "Y"  # was himself detained
    elif found == "W" and left == NOUN and tokens[-1].word in _ALLEGING:
        tokens[-1] = changed(tokens[-1], tag="V")  # X, a banker, alleged that
    elif found == "X" and left == NOUN and tokens[-1].word in _AIMING and len(tokens) > 1 and tokens[-2].tag in "Nm":
        tokens[-1] = changed(tokens[-1], tag="S")  # the project aims to help
    elif found in "DI" and left == NOUN and len(tokens) > 1 and tokens[-2].tag == "X":
        tokens[-1] = changed(tokens[-1], tag="B")  # to patrol the roads
    if found in _CONTEXTUAL:
        found = _in_context(word, found, left, tokens)
    elif word == "as" and tokens and tokens[-1].word == "such":
        found = "P"  # countries such as Chile
    elif word == "as" and len(tokens) > 1 and tokens[-1].word == "well" and tokens[-2].word == "as":
        tokens[-2:] = [changed(tokens[-2], tag="C")]  # the provinces as well as the capital
        return "C"
    elif word == "’" and not (tokens and tokens[-1].word.endswith("s")):
        found = '"'
    if found != ".":
        tokens.append(Token(start, end, word, found))
    return left if found == "Y" and left == "M" else found  # would also chair


def _in_context(word: str, found: str, left: str, before: list[Token]) -> str:
    match found:
        case "B":
            if word in _SAYING and left in "NmI" and not (len(before) > 1 and before[-2].word == "what"):
                return "S"  # analysts say, but a wave of what critics say are bribes
            if left == "W" and len(before) > 1 and before[-2].tag == NOUN and before[-2].word.endswith("s"):
                return "S"  # firms that build ships
            return "B" if left in "XMO" or (before and before[-1].word in _BARE) else NOUN
        case "S":
            return "S" if left in "mIR" else NOUN
        case "F":
            return NOUN if left in "DP'X" else "S"
        case "E":
            return "Y" if left in "Nm" else NOUN
        case "Z":
            charged = word == "accused" and bool(before) and _is_charged(before[-1].word)
            return NOUN if charged or left in 'DP;,CVU"' else "V"
        case "V":
            if word == "won" and before and before[-1].word in _BILLIONS:
                return NOUN  # 40 billion won
            if word in _AGREEING and before and before[-1].word == "both":
                return found  # both agreed
            described = left in "DP" or (left == "B" and before[-1].word not in BE)  # recover looted funds
            described = described or (left == NOUN and _is_participle(before)) or (left == "T" and _is_dated(before))
            return NOUN if described and (word.endswith(("ed", "en", "t")) or word == "said") else found
    if word == "visiting" and before and before[-1].word in _RECEIVING:
        return NOUN  # met with visiting envoys
    if left == NOUN and _is_of_noun(word, before[-1].word):
        return found
    if left == "T" and len(before) > 1 and before[-2].tag == "D":
        return NOUN  # a two-day working visit
    if left == "m" and (word in _ON_WHICH or (len(before) > 1 and is_saying(before[-2].word))):
        return found  # the mayor addressing a rally said; …, said the mayor urging them to stay
    return NOUN if left in "DNm'" and (not before or before[-1].word not in BE) else found


def _is_of_noun(word: str, before: str) -> bool:
    """Whether a form in -ing tells what the noun before it does: ``a plea seeking a stay``, ``a notice advising travellers``."""
    return (
        (word in _PLEADING and before in _PLEAS)
        or (word in _TELLING and before in _TOLD_IN)
        or (word in _EXTENDING and before.endswith("s"))  # agreements covering trade
        or (word in _STAYING and (before.endswith("s") or before in _PEOPLE))  # families living in camps
    )


def _is_charged(before: str) -> bool:
    """Whether the word before ``accused`` makes it a noun: ``two main accused``, ``11 accused``."""
    return before in _CHARGED or before in _COUNTS or before.isdigit()


def _is_participle(before: list[Token]) -> bool:
    """Whether the last word is a participle behind an article, which another may follow: a suspected targeted attack."""
    return len(before) > 1 and before[-1].word in _SUPPOSED and before[-2].tag == "D"


def _is_dated(before: list[Token]) -> bool:
    """Whether the last word is a time behind an article, which a participle may follow: the current combined rate."""
    return len(before) > 1 and before[-2].tag == "D" and before[-1].word in _TIMELY


def settled(tokens: list[Token]) -> str:
    """The tags of a sentence's tokens as one string, once the words on both sides of each are known."""
    tags = "".join([token.tag for token in tokens])
    for match in _PERHAPS_GERUND.finditer(tags):
        at = match.end()
        if tokens[at - 1].tag in "PU":
            if tokens[at].word == "meeting" and _is_meeting_them(tokens, at):
                tokens[at] = changed(tokens[at], tag="G")
                tags = f"{tags[:at]}G{tags[at + 1 :]}"
        elif tags[at] == "V":
            if tokens[at].word in _UNCHANGED and _BASE_BEFORE.search(tags, 0, at):
                tokens[at] = changed(tokens[at], tag="B")  # to clear the road and set up camps
                tags = f"{tags[:at]}B{tags[at + 1 :]}"
        elif tokens[at].word == "accused" and (tokens[at + 1].tag == "D" or _is_blamed(tokens, at)):
            tags = f"{tags[:at]}V{tags[at + 1 :]}"  # X, their leader, accused the mayor; voted against it and accused the mayor
            tokens[at] = changed(tokens[at], tag="V")
        elif tokens[at + 1].tag == "P" and tokens[at].word not in _BEFORE_PREPOSITION:
            continue
        elif tokens[at + 1].tag != NOUN and _is_joined_base(tokens, tags, at):
            tokens[at] = changed(tokens[at], tag="B")
            tags = f"{tags[:at]}B{tags[at + 1 :]}"
        elif tokens[at - 1].tag == "," and _is_gerund(tokens, at):
            tokens[at] = changed(tokens[at], tag="G")
            tags = f"{tags[:at]}G{tags[at + 1 :]}"
    for match in _PERHAPS_COUNT.finditer(tags):
        if _is_count(tokens, match.end()):
            tags = f"{tags[: match.start()]}{'D' * (match.end() - match.start())}{tags[match.end() :]}"
    for match in _PERHAPS_ADJECTIVE.finditer(tags):
        at = match.start()
        if tokens[at + 1].tag == "m" and not _is_guest(tokens, tags, at):
            continue
        leads = tokens[at].word.endswith("ed") and (_may_lead(tokens[at - 1]) or _is_paired(tokens, tags, at))
        if leads or tokens[at].word in _ADJECTIVES:
            # an intelligence based raid, the board and leading experts, Peru's continued support, raided abandoned shops
            tags = f"{tags[:at]}N{tags[at + 1 :]}"
    return tags


def _may_lead(before: Token) -> bool:
    """Whether a participle behind a word may be an adjective: behind a genitive, a verb, a number (``14 displaced people``)."""
    return (
        before.tag == "'"
        or (before.tag == "V" and not is_saying(before.word))  # which he said caused delays
        or before.word[0].isdigit()
        or before.tag == "X"  # to displaced people
        or before.word in _COUNTS
    )


def _is_paired(tokens: list[Token], tags: str, at: int) -> bool:
    """Whether ``and`` joins a participle to another that says which, too: ``for trained and skilled workers``."""
    other = tokens[at - 2].word
    return tags[at - 1] == "C" and other.endswith("ed") and _TAGS[other] == "V" and tokens[at - 1].word in _PAIRING


def _is_guest(tokens: list[Token], tags: str, at: int) -> bool:
    """Whether the word at ``at`` says who somebody named is beside another: ``X and visiting Minister Y discussed …``."""
    return tokens[at].word == "visiting" and _ACTING.match(tags, at + 1) is not None


def _is_count(tokens: list[Token], at: int) -> bool:
    """Whether the words before ``at`` say that a number is not exact: ``more than 20 men``, ``over 20 men``."""
    number, before = tokens[at].word, tokens[at - 1].word
    if before == "than":
        return tokens[at - 2].word in _BOUNDS and (number[0].isdigit() or number in _COUNTS or number == "a")
    given = before == "over" and at > 1 and tokens[at - 2].word in _GIVEN  # handed over 20 men
    return before in _ROUGHLY and number[0].isdigit() and not given


def _is_blamed(tokens: list[Token], at: int) -> bool:
    """Whether somebody named behind ``accused`` is charged with something: ``and accused Mayor X of fraud``."""
    return tokens[at + 1].word != "of" and any(t.word == "of" for t in tokens[at + 2 : at + _BLAMED])


def _is_joined_base(tokens: list[Token], tags: str, at: int) -> bool:
    """Whether a base form goes on from a modal or an infinitive: ``will open a school and meet the mayor``."""
    return _TAGS[tokens[at].word] == "B" and _BASE_BEFORE.search(tags, 0, at) is not None


def _is_meeting_them(tokens: list[Token], at: int) -> bool:
    """Whether who was met stands behind ``meeting``: ``after meeting X``, ``before meeting with X``, but ``after meeting in X``."""
    met = tokens[at + 1]
    return tokens[at - 1].word in _SUCCEEDS and (met.tag == "m" or met.word == "with")


def _is_gerund(tokens: list[Token], at: int) -> bool:
    """Whether a noun in -ing behind a comma has an object: ``, killing 20 people``."""
    behind = tokens[at + 1]
    return tokens[at].word.endswith("ing") and (
        behind.tag in "DmIW" or behind.word[0].isdigit() or behind.word in _COUNTS
    )
