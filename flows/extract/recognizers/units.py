"""A report's text as units: words, marks and listed phrases, each with the letter of its class (see lexicon)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from flows.extract.reading import Reading, Sentence
from flows.extract.recognizers.adjectives import is_adjective, with_tribes
from flows.extract.recognizers.forenames import with_forenames
from flows.extract.recognizers.leaders import leads, may_lead
from flows.extract.recognizers.lexicon import Entry, Lexicon, company_forms, inside, lexicon
from flows.extract.recognizers.postnominals import without_postnominals
from flows.extract.recognizers.rivals import is_rival
from flows.extract.recognizers.word_patterns import WORD, WORD_OF_DATELINE
from flows.extract.recognizers.words import word_codes
from flows.language.tokens import tokens

LOOKED_AT: Final = frozenset({"headline", "standfirst", "dateline", "body", "attendance"})
_TITLE_CASED: Final = frozenset({"headline", "standfirst"})
_NUMBERED: Final = re.compile(r"-(?:\d{1,3}[A-Z]?|[IVX]+)\b")
_OF_UNIT: Final = re.compile(  # DIG-Traffic, Director General-FDE, Secretary/CEO
    r"[A-Z]{2,5}-[A-Z][a-z]|[A-Z][A-Za-z ]+-[A-Z]{2}|[A-Z][A-Za-z ]+/[A-Z]"
)
_TOWN: Final = re.compile(r"(?<![CGQWP])[CGQWP]{1,3}(?=,P)")  # before the short form of a state: Duluth, Ga.
_SHORT: Final = 4  # letters up to which a word in capitals is an abbreviation and no place
_RETIRED: Final = re.compile(r",?\s*(?:\((?:[Rr]etd?|[Rr]td|RETD|R|r)\.?\)|®)")  # Capt (retd), Justice (R), Captain ®
_FULL_NAME: Final = re.compile(
    r"\.?(?: (?:[a-z]{2}-)?[A-Z](?:[\w’'-]+|\.(?:[A-Z]\.)*)(?: (?:u[a-z]|[ae]l|bin|de|da|van|von)\b(?: de[nr]?\b)?)?){2}"
)
_TWO_NAMES: Final = re.compile(r" (?P<first>[A-Z][a-z]{2,})(?:, [A-Z][a-z]{2,})*,? and [A-Z][a-z]{2,}\b")
_NAMES: Final = re.compile(
    r" [A-Z][\w’'-]{2,}(?: [A-Z][\w’'-]+)*(?:, | and )[A-Z][\w’'-]+"
)  # senators Anwar-Lal-Din, Bahram Khan
_ONE_NAME: Final = re.compile(r" (?P<first>[A-Z][a-z]{2,})(?= (?:and|of|is|was|has|had|said|who|[a-z]+ly)\b)")
_TO_OFFICE: Final = re.compile(
    r" to (?:the )?(?:PM|CM|(?:Prime|Chief) Minister|President|Governor)\b"
)  # Advisers to PM
_LEADING_ON: Final = (" to ", " of ", " for ", " at ", ". ")
_OF_A_BODY: Final = re.compile(r" (?:of|for|at) (?:the )?[A-Z]| at (?:[a-z]{3,} ){1,2}[A-Z]")
_OF_SEVERAL: Final = re.compile(
    r" of (?:the )?[A-Z]\w+(?:[ -][A-Z]\w+)*(?:, [A-Z]\w+(?: [A-Z]\w+)*)*,? and (?:the )?[A-Z]"
)
_OVER: Final = frozenset(
    {"office", "portfolio", "government", "title"}
)  # services and kinds of posts over a land or field
_BEHIND_A_NAME: Final = re.compile(r"\w, (?:an? |the )?$")
_BEHIND_A_CAPITAL: Final = re.compile(r"[A-Z][\w’'-]*,? $")  # the Zorvan Chair of the University
_STATE: Final = re.compile(r"N(?:(?=[.;:)|\"snpfe]|,(?!N)|a(?=t?P))|x)")
_OF_JUSTICE: Final = re.compile("[RT][of]R|R(?=a[WU]{1,3}K)")
_AFTER_A_STATE: Final = (
    "is are was were has have had will would can could may might must should does did do as also over under but or"
)
_AUXILIARIES: Final = frozenset(_AFTER_A_STATE.split())
_NO_PLACE: Final = re.compile("[^PQ]")
_OPENING: Final = re.compile(r'["(\-)*•:]*')  # what stands before a word that has a capital for its place
_REOPENING: Final = re.compile(r'[":]["(\-)*•:]*')  # the same inside a sentence
_SINGLE: Final = frozenset("'‘")
_CLOSING: Final = frozenset("'’")
_IN_TIME: Final = frozenset({"Then", "Late"})  # when they open a sentence
_SENTENCE_GOES_ON: Final = re.compile(  # behind a point
    r"[,;)’']| (?:[a-z]|C[EFO]O\b|Chief |President |Chair|Vice[ -]|Executive |Managing |Director |Spokes)"
)
_NEXT_WORD: Final = re.compile(r"\s*(\w+)")

Listed = tuple[int, int, Entry]  # start and end of a listed phrase, and what it is


class Units(Struct):
    """Units in order. ``codes[i]`` is the class of unit i, ``starts[i]``/``ends[i]`` its span of the reading's text."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    entries: dict[int, Entry]  # listed phrase that starts at an offset

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of units ``first`` up to, not including, ``last``."""
        return self.starts[first], self.ends[last - 1]

    def words(self, first: int, last: int) -> str:
        """The text of these units."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def at(self, offset: int) -> int:
        """The unit that a character stands in or behind, -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def recoded(self, codes: str) -> "Units":
        """The same units under other classes."""
        return self if codes == self.codes else Units(self.text, codes, self.starts, self.ends, self.entries)

    def folded(self, spans: Sequence[tuple[int, int, str]]) -> "Units":
        """The same units with each (first, last, code) made one unit of that class. Spans are in order and apart."""
        if not spans:
            return self
        codes: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for first, last, code in spans:
            codes += (self.codes[done:first], code)
            starts += self.starts[done:first]
            ends += self.ends[done:first]
            starts.append(self.starts[first])
            ends.append(self.ends[last - 1])
            done = last
        codes.append(self.codes[done:])
        return Units(self.text, "".join(codes), starts + self.starts[done:], ends + self.ends[done:], self.entries)


def units(reading: Reading) -> Units:
    """The units of the sections in which names count; a unit ``|`` stands between sentences."""
    text = _unwrapped(reading)
    listed = _listed(text, lexicon())
    begins = [start for start, _, _ in listed]
    found = Units(text, "", [], [], {start: entry for start, _, entry in listed})
    codes: list[str] = []
    for sentence in reading.sentences:
        if sentence.section in LOOKED_AT:
            for start, end in _around_agency(reading, sentence):
                inside = listed[bisect_left(begins, start) : bisect_left(begins, end)]
                read = _read(text, start, end, sentence.section, inside)
                codes.append(read.codes)
                found.starts += read.starts
                found.ends += read.ends
    found.codes = "".join(codes)
    found.codes = with_forenames(
        found.codes, lambda i: found.words(i, i + 1), lambda i: found.entries.get(found.starts[i])
    )
    found.codes = with_tribes(found.codes, text, found.starts, found.ends)
    _name_states(found)
    _name_fields(found)
    return found


def _name_fields(found: Units) -> None:
    """Justice behind a minister or secretary of it, or before another field of a body, is what they are for, nobody's title."""
    for match in _OF_JUSTICE.finditer(found.codes):
        at = match.end() - 1
        if found.words(at, at + 1) == "Justice" and not found.words(at - 2, at - 1).endswith("Justice"):
            found.codes = f"{found.codes[:at]}W{found.codes[at + 1 :]}"


def _name_states(found: Units) -> None:
    """A state whose short form is its people's as well is a place where no noun goes with it: in the US, the US has, US and Iran."""
    state = lexicon().entry("u.s.")
    for match in _STATE.finditer(found.codes):
        at = match.start()
        is_alone = match.group() == "N" or found.words(at + 1, at + 2) in _AUXILIARIES
        if state and is_alone and found.words(at, at + 1) == "US":
            found.codes = f"{found.codes[:at]}P{found.codes[at + 1 :]}"
            found.entries[found.starts[at]] = state


def _unwrapped(reading: Reading) -> str:
    """The reading's text, character for character, with a space for each end of line inside a sentence: a listed phrase may go on there."""
    text = reading.text
    broken = (s for s in reading.sentences if text.find("\n", s.start, s.end) >= 0)
    wraps = [at for s in broken for at in _ends_of_line(text, s.start, s.end)]
    if not wraps:
        return text
    edges = [-1, *wraps, len(text)]
    return " ".join(text[a + 1 : b] for a, b in pairwise(edges))


def _ends_of_line(text: str, start: int, end: int) -> Iterator[int]:
    while (start := text.find("\n", start, end)) >= 0:
        yield start
        start += 1


def _around_agency(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence; a dateline's without the agency, whose name may hold a country's."""
    agency = reading.report.dateline_agency if sentence.section == "dateline" else None
    at = sentence.start
    alone = re.compile(rf"(?<!\w){re.escape(agency)}(?!\w)") if agency else None  # AP, but not in SINGAPORE
    while alone and (hit := alone.search(reading.text, at, sentence.end)):
        yield at, hit.start()
        at = hit.end()
    yield at, sentence.end


def _read(text: str, start: int, end: int, section: str, listed: Sequence[Listed]) -> Units:
    """The units of one sentence, and the mark of its end. Of a dateline only places count."""
    read, fresh = _tokens(text, start, end, section)
    loud = section == "dateline" or text[start:end].isupper()
    whole = read.folded(list(_phrases(read, fresh, [one for one in listed if not _is_abbreviation(text, one, loud)])))
    if section == "dateline":
        whole.codes = _NO_PLACE.sub("x", whole.codes[:-1]).replace("Q", "P") + "|"
    return whole if ",P" not in whole.codes else _with_towns(whole)


def _is_abbreviation(text: str, listed: Listed, loud: bool) -> bool:
    """A place's name is none in capitals where others have small letters (SAN), nor is UP a state where all have capitals."""
    start, end, entry = listed
    if end - start > _SHORT or entry.code not in "PQ" or not text[start:end].isupper():
        return False
    return loud and entry.form.lower() in lexicon().common if entry.form.isupper() else not loud


def _with_towns(whole: Units) -> Units:
    """The units of a sentence with each name before the short form of a state a place."""
    return whole.folded(
        [
            (*m.span(), "P")
            for m in _TOWN.finditer(whole.codes)
            if _is_short_state(whole.words(m.end() + 1, m.end() + 2))
        ]
    )


def _is_short_state(word: str) -> bool:
    """Ga., but not U.S."""
    entry = lexicon().entry(word) if word[-1] == "." else None
    return entry is not None and entry.row.get("kind") == "province"


def _tokens(text: str, start: int, end: int, section: str) -> tuple[Units, list[int]]:
    """The words and marks of one sentence with the mark of its end, no listed phrase made one unit yet; and which of them open it."""
    words, starts, ends = without_postnominals(
        *tokens(WORD_OF_DATELINE if section == "dateline" else WORD, text, start, end)
    )
    shouted = text[start:end].isupper()
    titled = shouted or (section in _TITLE_CASED and _is_titled(words))
    of_word, of_opening = word_codes(False, titled, shouted), word_codes(True, titled, shouted)
    codes = [of_word[word] for word in words]
    if not _SINGLE.isdisjoint(words):
        _mark_quotes(codes, words, starts, text)
    fresh = [at for at in _fresh("".join(codes)) if at < len(codes)]
    for at in fresh:
        codes[at] = of_opening[words[at]]
    if text.find("@", max(0, start - 1), end) >= 0:  # the name of an account
        codes = ["x" if text[first - 1 : first] == "@" else c for c, first in zip(codes, starts, strict=True)]
    return Units(text, "".join(codes) + "|", [*starts, end], [*ends, end], {}), fresh


def _fresh(codes: str) -> Iterator[int]:
    """Where a sentence or a part of it opens: a word there has a capital for its place."""
    opening = _OPENING.match(codes)
    at = opening.end() if opening else 0
    yield at
    if '"' in codes or ":" in codes:
        yield from (match.end() for match in _REOPENING.finditer(codes, at))


def _mark_quotes(codes: list[str], words: Sequence[str], starts: Sequence[int], text: str) -> None:
    """Makes single marks that open behind a blank and close again quotation marks, which else are taken for apostrophes: 'Green City'."""
    opened: int | None = None
    for at, word in enumerate(words):
        if opened is None:
            is_first = word in _SINGLE and (starts[at] == 0 or not text[starts[at] - 1].isalnum())
            opened = at if is_first else None
        elif word in _CLOSING:
            codes[opened] = codes[at] = '"'
            opened = None


def _phrases(read: Units, fresh: Sequence[int], listed: Sequence[Listed]) -> Iterator[tuple[int, int, str]]:
    """(first, last, code) of the listed phrases that begin and end with units of a sentence, left to right, apart."""
    until, size = 0, len(read.codes) - 1
    for start, end, entry in listed:
        at = bisect_left(read.starts, start, until)
        if read.starts[at] != start or at == size:
            continue
        if end != read.ends[bisect_left(read.ends, end, at, size)]:
            of_unit = entry.code in "RT" and _OF_UNIT.match(read.text, start) is not None
            if not of_unit and (entry.code == "O" or not _NUMBERED.match(read.text, end)):
                continue
            if of_unit and read.text[end] == "/":
                end = read.ends[bisect_left(read.ends, end, at, size)]
        elif entry.code in "RT" and read.text[end : end + 1] == "/":  # Deputy Commissioner/Administrator
            end = read.ends[min(bisect_left(read.ends, end, at, size) + 2, size - 1)]
        if at in fresh and _is_common(read.text, start, end, entry.code):
            continue
        end = max(end, read.ends[at])
        if entry.code == "J" and (number := _NUMBERED.match(read.text, end)):
            end = number.end()  # Operation Chakra-III
        until = bisect_left(read.starts, end, at, size)
        read.ends[until - 1] = end  # the number of Block-5 belongs to it, that of Model Town-5 is left
        yield at, until, entry.code


def _listed(text: str, lists: Lexicon, at: int = 0) -> list[Listed]:
    """The listed phrases that are spelt as they must be, in order of a text that stands at ``at``."""
    found: list[Listed] = []
    for start, end, entry in lists.find(text):
        if entry.before_name and not entry.rival and not _leads_on(text, start, end):
            continue
        printed = text[start:end]
        if printed != entry.form:
            if entry.place and entry.place.allows(printed):
                entry = entry.place
            elif not entry.allows(printed):
                if printed.startswith("chief "):  # of a department, who has the grade behind it
                    found.append((at + start, at + start + len("chief"), lists.entries["chief"]))
                start, end, entry = inside(lists, printed, start, entry)
                printed = text[start:end]
                if not entry.allows(printed):
                    continue
            if entry.small and printed[0].islower():
                entry = entry.small
            if entry.code in "RT" and is_adjective(printed, text, end):
                continue
        if printed[-1] == "." and entry.row.get("kind") == "province" and text[start - 2 : start] != ", ":
            continue  # Miss., Ill.
        if entry.before_name and not _is_title_here(text, start, end, entry):
            if entry.rival is None:
                continue
            entry = entry.rival  # a member of the Garda
        if entry.rival and is_rival(text, start, end, entry.rival):
            entry = entry.rival
        if entry.code in "HRT":
            if (
                text.startswith(".", end)
                and entry.code != "T"
                and len(printed.split()[-1]) < 6
                and not printed.isupper()
            ):
                end += 1
            end = mark.end() if (mark := _RETIRED.match(text, end)) else end
        elif entry.code == "O" and text.startswith(".", end) and _is_shortened(text, start, end):
            end += 1
        found.append((at + start, at + end, entry))
        if text[start - 1] == "-" and (
            cut := text.find(" ", start, end) + 1
        ):  # the Council of UK-Pakistan Business Council
            found += _listed(text[cut:end], lists, at + cut)
    return _told(found, lists)


def _told(found: list[Listed], lists: Lexicon) -> list[Listed]:
    """Without the abbreviations that stand for a body only where its country or itself is named, if neither is."""
    if not any(entry.local for _, _, entry in found):
        return found
    countries = {e.row.get("country_code", "") for _, _, e in found if e.code in "PNO" and not e.local} - {""}
    bodies = {e.row.get("name", "") for _, _, e in found if e.code == "O" and not e.local}  # GE behind General Electric
    return [one for one in found if lists.is_told(one[2], countries, bodies)]


def _is_shortened(text: str, start: int, end: int) -> bool:
    """The point behind a firm's name belongs to its legal form where the sentence goes on: Zorvan Corp. said."""
    form = text[text.rfind(" ", start, end) + 1 : end]
    return form in company_forms() and _SENTENCE_GOES_ON.match(text, end + 1) is not None


def _leads_on(text: str, start: int, end: int) -> bool:
    """Whether a word may be a title by what stands beside it, which is soon seen: officials are told of often, and seldom by name."""
    return text[end + 1 : end + 2].isupper() or text.startswith(_LEADING_ON, end) or may_lead(text, start, end)


def _is_title_here(text: str, start: int, end: int, entry: Entry) -> bool:
    """A word that is a title before a name, or, followed by a body's name, where it tells of somebody: X, a member of the Y Board."""
    if entry.row.get("kind") != "apposed" and (_is_name_behind(text, end, entry) or _TO_OFFICE.match(text, end)):
        return True
    is_one = entry.form == entry.row["form"]
    if is_one and leads(text, start, end):
        return True
    if (
        not is_one
        and not _OVER.isdisjoint((entry.row.get("service", ""), entry.row.get("kind", "")))
        and _OF_SEVERAL.match(text, end)
    ):
        return True  # the governors of Tembe and Kasai
    named = (_ONE_NAME if is_one else _TWO_NAMES).match(text, end)
    if named and entry.code == "R" and (is_one or entry.is_graded) and lexicon().entry(named["first"]) is None:
        return True  # Lieutenant Generals Moyo and Dlamini; PC Baptiste said
    if not is_one or _OF_A_BODY.match(text, end) is None:
        return False
    is_seat = text.endswith("Chair", start, end) and _BEHIND_A_CAPITAL.search(text, max(0, start - 9), start) is None
    return is_seat or _BEHIND_A_NAME.search(text, max(0, start - 9), start) is not None


def _is_name_behind(text: str, end: int, entry: Entry) -> bool:
    """Whether what follows may be a full name: member Omar Daud, but not Member States; of those with a rank also names in a list."""
    is_several = entry.code == "R" and text[end - 1] == "s"
    is_name = _FULL_NAME.match(text, end) or (is_several and _NAMES.match(text, end))
    word = _NEXT_WORD.match(text, end) if is_name else None
    lists = lexicon()
    return word is not None and (lower := word[1].lower()) not in lists.common and lists.words.get(lower) != "W"


def _is_common(text: str, start: int, end: int, code: str) -> bool:
    """A common word that opens a sentence names nothing, save before another capital: Home Minister, Police Lines."""
    leads_on = text[start:end] not in _IN_TIME and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return code in "WUMKLIY" and not leads_on and text[start:end].lower() in lexicon().common


def _is_titled(words: Sequence[str]) -> bool:
    initials = [word[0] for word in words if len(word) > 3 and word[0].isalpha()]
    return len(initials) > 3 and sum(map(str.isupper, initials)) > 0.75 * len(initials)
