"""Shallow grammar of press English: words into chunks, chunks into clauses, noun phrases into parties.

No parser and no model: closed word classes, inflected triggers, and the mentions and times that were found before.
"""
