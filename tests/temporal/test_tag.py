"""What holds for every text: nothing raises, spans are the text's, shifts carry over, time grows with length."""

import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.temporal import Settings, tag
from flows.temporal.words import words

NEWS = Settings(ordering="news", ages=True)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ANCHORS = st.one_of(st.none(), DAYS, st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)))
PIECES = st.sampled_from(
    [
        *words(),
        "5",
        "12",
        "31",
        "1998",
        "2025",
        "0300",
        "10:30",
        "7th",
        "1990s",
        "09-03-2021",
        "2025-09-25",
        "1/2",
        "Eid-ul-Fitr",
        "Easter",
        "AD 1",
        "03.5",
        "½",
    ]
)


@given(st.text(), ANCHORS)
def test_no_text_raises(text: str, anchor: date | None) -> None:
    check(text, anchor)


@settings(max_examples=400)
@given(
    st.lists(
        st.tuples(PIECES, st.booleans(), st.sampled_from([" ", " ", "-", ", ", "\n", "/", "'s ", " of "])), max_size=14
    ),
    ANCHORS,
)
def test_no_mixture_of_its_words_raises(pieces: list[tuple[str, bool, str]], anchor: date | None) -> None:
    check("".join((word.capitalize() if capital else word) + gap for word, capital, gap in pieces), anchor)


def test_what_is_no_whole_number_counts_no_years_or_hours() -> None:
    for text in ("date 2025-03.5", "2400–CE 03.5–½", "In AD 1 they kept Easter"):
        check(text, None)


def check(text: str, anchor: date | None) -> None:
    for ordering in ("news", "narrative", "auto"):
        last = 0
        for found in tag(text, anchor, Settings(ordering=ordering, ages=True)):  # type: ignore[arg-type]
            assert last <= found.start < found.end <= len(text)
            assert found.text == text[found.start : found.end]
            assert found.value != ""
            if found.starts_on and found.ends_on:
                assert found.starts_on <= found.ends_on
            last = found.end


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


FORMS = {
    "7 September 2025": lambda d: f"{d.day} {d:%B} {d.year}",
    "7th Sep, 2025": lambda d: f"{ordinal(d.day)} {d:%b}, {d.year}",
    "the 7th of September 2025": lambda d: f"the {ordinal(d.day)} of {d:%B} {d.year}",
    "September 7, 2025": lambda d: f"{d:%B} {d.day}, {d.year}",
    "Sept. 7th, 2025": lambda d: f"{d:%b}. {ordinal(d.day)}, {d.year}",
    "Sunday, September 7, 2025": lambda d: f"{d:%A, %B} {d.day}, {d.year}",
    "Sunday (7 September 2025)": lambda d: f"{d:%A} ({d.day} {d:%B} {d.year})",
    "2025-09-07": lambda d: d.isoformat(),
    "07-09-2025": lambda d: f"{d:%d-%m}-{d.year}",
    "7/9/2025": lambda d: f"{d.day}/{d.month}/{d.year}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_every_form_gives_its_day_back(form: str, day: date) -> None:
    printed = FORMS[form](day)
    (found,) = tag(f"They met on {printed} at the hall.", None, Settings(day_first=True))
    assert (found.text, found.type, found.value) == (printed, "DATE", day.isoformat())
    assert found.starts_on == found.ends_on == day
    assert (found.precision, found.anchor, found.conflicts) == ("day", "none", ())


RELATIVE = (
    "yesterday", "on Monday", "last Friday", "next Tuesday", "two weeks ago", "10 days ago", "this week", "last week",
    "the day before yesterday", "He will come on Sunday", "over the weekend", "next week", "tomorrow morning", "the past three days",
)  # fmt: skip


@pytest.mark.parametrize("text", RELATIVE)
@given(anchor=DAYS)
def test_a_week_later_means_a_week_later(text: str, anchor: date) -> None:
    (here,), (later,) = tag(text, anchor, NEWS), tag(text, anchor + timedelta(7), NEWS)
    assert here.starts_on is not None
    assert here.ends_on is not None
    assert (later.starts_on, later.ends_on) == (here.starts_on + timedelta(7), here.ends_on + timedelta(7))


def test_a_weekday_that_contradicts_its_date_is_a_conflict() -> None:
    (found,) = tag("They met on Monday, June 8, 2025.", None)
    assert found.value == "2025-06-08"
    assert found.conflicts == ("Monday is printed, 2025-06-08 is a Sunday",)


def test_exchangeable_day_and_month_is_a_conflict_unless_the_order_is_known() -> None:
    assert tag("Signed on 09-03-2021.", None)[0].conflicts
    assert tag("Signed on 09-03-2021.", None, Settings(day_first=False))[0].value == "2021-09-03"
    assert not tag("Signed on 25-03-2021.", None)[0].conflicts


def test_other_dates_of_the_text_tell_the_order() -> None:
    british, american = (
        tag("Signed on 09-03-2021, ended 25-04-2021.", None),
        tag("Signed 09/03/2021, ended 04/25/2021.", None),
    )
    assert [t.value for t in british] == ["2021-03-09", "2021-04-25"]
    assert [t.value for t in american] == ["2021-09-03", "2021-04-25"]
    assert not any(t.conflicts for t in (*british, *american))


def test_narrative_counts_from_the_last_mentioned_date() -> None:
    text = "The war broke out on 3 October 1941. In December the siege began. It was lifted on 5 March. Two days later they fled."
    values = [t.value for t in tag(text, date(2012, 1, 1), Settings(ordering="narrative"))]
    assert values == ["1941-10-03", "1941-12", "1942-03-05", "1942-03-07"]


def test_a_history_is_a_narrative_of_itself() -> None:
    years = " ".join(f"In {year} a fort was built." for year in range(1801, 1810))
    text = f"On 5 May the siege began. {years} On 7 June the town fell."
    found = tag(text, date(2012, 3, 1))
    assert (found[0].value, found[-1].value) == ("1801-05-05", "1809-06-07")
    news = tag("On 5 May the siege began, as in 1801.", date(2012, 6, 1))
    assert news[0].value == "2012-05-05"


def test_nothing_defaults_to_an_anchor_that_is_not_there() -> None:
    found = tag("He came on Monday and last year for three days.", None)
    assert [(t.text, t.value, t.starts_on) for t in found] == [
        ("Monday", "XXXX-WXX-1", None),
        ("last year", None, None),
        ("three days", "P3D", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The second man may march on; call 0300-1234567 or 042-9920.",
        "Rs 1990 were paid, $2000 lost, car LEA-1998 seized under Police Order 2002.",
        "The court in Section 1908 of the act; about three-quarters of them left in the summer camp.",
    ],
)
def test_not_time(text: str) -> None:
    assert [t.text for t in tag(text, date(2025, 1, 1), NEWS)] == []


@pytest.mark.parametrize(
    "unit",
    [
        "12,34,",
        "Monday ",
        "1998 ",
        "the ",
        "in May ",
        "10:30 ",
        "two days later ",
        "last ",
        "09-03-2021 ",
        "1",
        "-",
        "1-",
    ],
)
def test_time_is_linear_in_length(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        started = time.process_time()
        tag(text, date(2025, 1, 1), NEWS)
        return time.process_time() - started

    seconds(100)
    short, long = min(seconds(1_000) for _ in range(3)), min(seconds(8_000) for _ in range(2))
    assert long < 8 * short * 3 + 0.05
