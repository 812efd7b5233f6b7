"""Time expressions: text, an anchor date and settings in; TIMEX3 type, value, interval, precision, anchor and rule out.

A small library of its own: it knows nothing of reports, tables or files of the project.
"""
