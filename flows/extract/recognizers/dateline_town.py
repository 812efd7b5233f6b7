"""The town that a report was filed in, where no list has it: before a date and a dash stands nothing but places."""

from flows.contract.changed import changed
from flows.extract.reading import Reading
from flows.extract.recognizers.lexicon import lexicon
from flows.extract.recognizers.rules import Found, Named


def with_dateline_town(reading: Reading, found: Found) -> Found:
    """The findings with the dateline's place (``HAMBLEDEN, England (XNA) —``), unless a list has it or it is several."""
    place = reading.report.dateline_place
    if place is None or "/" in place or lexicon().entry(place):
        return found
    section = next((s for s in reading.sections if s.kind == "dateline"), None)
    if section is None:  # the place was given, not read
        return found
    if any(reading.text[p.start : p.end].endswith(f" {place}") for p in found.persons):
        return found  # who answers in an interview
    start = reading.text.casefold().find(place.casefold(), section.char_start, section.char_end)
    end = start + len(place)
    if start < 0 or any(n.start < end and start < n.end for n in found.named):
        return found
    aliases = {**found.aliases, reading.text[start:end]: place}
    return changed(found, aliases=aliases, named=(*found.named, Named(start, end, "place", "dateline")))
