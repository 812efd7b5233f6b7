"""Time expressions: text, an anchor date and settings in; TIMEX3 type, value, interval, precision, anchor and rule out.

A small library of its own: it knows nothing of reports, tables or files of the project. How it works: ``scan`` finds trigger words
in one pass; around them ``words`` turns text into tokens with a code each; ``grammar`` matches the rules of ``rules.csv`` on those
codes; ``readers`` compute what a match stands for; ``tag`` joins them. ``printed`` reads a date known to be one.
"""

from flows.temporal.tag import tag
from flows.temporal.timex import Settings, Timex

__all__ = ["Settings", "Timex", "tag"]
