"""Report and sections in, facts out. No other report is looked at here."""
