"""Briefing page and exports. Nothing is computed here."""
