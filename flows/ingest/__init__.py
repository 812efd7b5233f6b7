"""A reader per kind of source: bytes in, RawReport out, or a quarantine row. Nothing is cleaned here."""
