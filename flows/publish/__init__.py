"""What people look at: the briefing page, exports, and answers in the format asked for. It computes nothing."""

from flows.publish.briefing import briefing
from flows.publish.exports import export
from flows.publish.formats import render

__all__ = ["briefing", "export", "render"]
