"""Words that point at past, present or future and name no date: now, recently, the future."""

from flows.temporal.grammar import Found
from flows.temporal.readings import Context, Value


def reference(found: Found, context: Context, value: str = "") -> Value | None:
    """The word list's value of the first word that has one, or the rule's own."""
    told = value or next((token.value for token in found.tokens if token.value.endswith("_REF")), "")
    return Value(type="DATE", value=told) if told else None


def these(found: Found, context: Context) -> Value | None:
    """These days."""
    return Value(type="DATE", value="PRESENT_REF") if found.tokens[-1].value == "D" else None


def other_day(found: Found, context: Context) -> Value | None:
    """The other day: lately."""
    return Value(type="DATE", value="PAST_REF") if found.value("u") == "D" else None
