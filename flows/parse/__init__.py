"""Raw report in, report and sections out: header, furniture, headline, byline, dateline, stories. Names are not looked up here."""

from flows.parse.report import parse

__all__ = ["parse"]
