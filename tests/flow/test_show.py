import pytest
from rich.console import Console

from flows import show

TEXT = "LAHORE: Alia Rashid met \x1b[31mOmar."


def _facts() -> dict:
    empty = {
        name: [] for name in ("times", "events", "event_participants", "statements", "figures", "topics", "occupancies")
    }
    report = {"report_id": "r1", "source_name": "a.txt", "text": TEXT, "outlet": None, "published_on": None,
              "dateline_place": "Lahore", "url": None}  # fmt: skip
    sections = [
        {"kind": "dateline", "story_ordinal": None, "char_start": 0, "char_end": 7},
        {"kind": "body", "story_ordinal": 0, "char_start": 8, "char_end": len(TEXT)},
    ]
    mention = dict.fromkeys(("honorific", "rank", "post", "organization", "country_code", "entity_id"))
    mention |= {"kind": "person", "text": "Alia Rashid", "name": "Alia Rashid", "char_start": 8, "char_end": 19}
    return empty | {"reports": [report], "sections": sections, "mentions": [mention]}


def _printed(*, color: bool) -> str:
    console = Console(width=150, force_terminal=color, color_system="truecolor" if color else None)
    with console.capture() as capture:
        for part in show.rendered(_facts()):
            console.print(part)
    return capture.get()


def test_sections_and_facts_have_their_spans():
    printed = _printed(color=False)
    assert "dateline 0:7" in printed and f"body 0 8:{len(TEXT)}" in printed
    assert "8:19  person  Alia Rashid" in " ".join(printed.split(" ")).replace("   ", "  ")


def test_mentions_are_coloured_and_the_report_cannot_steer_the_terminal():
    printed = _printed(color=True)
    assert "\x1b[1;32mAlia Rashid\x1b[0m" in printed
    assert "\x1b[31m" not in printed


def test_a_missing_warehouse_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="dateline run"):
        show.find_facts(tmp_path, "x")


def test_an_ambiguous_name_lists_the_candidates():
    with pytest.raises(FileNotFoundError, match=r"a\.txt, ab\.txt"):
        show._only([{"source_name": "a.txt"}, {"source_name": "ab.txt"}], "a")
