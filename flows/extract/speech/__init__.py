"""Attributed speech: cues, the spans of what was said, and who said it."""
