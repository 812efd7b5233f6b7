"""Mentions in, entities, occupancies and stories out. No report text is read here."""
