"""RawReport in, Report and Sections out. No names are looked up here."""
