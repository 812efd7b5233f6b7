"""Texts about the past: their dates count from one another, and a range prints its year once."""

from datetime import date

import pytest

from flows.temporal import Settings, tag

STORY = Settings(ordering="narrative")


def values(text: str) -> list[str | None]:
    return [found.value for found in tag(text, date(2025, 11, 20), STORY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted from April to June 1967.", ["1967-04", "1967-06"]),
        ("It lasted from November to February 1917.", ["1916-11", "1917-02"]),
        ("It lasted through April and May of 1918.", ["1918-04", "1918-05"]),
        ("On 1 September 1939 they came. Two weeks passed. On the 17th, others came.", ["1939-09-01", "P2W", "1939-09-17"]),
        ("On 3 May 1919 they met. The 18th century palace stood. On 9 June they left.", ["1919-05-03", "17", "1919-06-09"]),
        ("On 3 May 1919 they met. Rain fell overnight.", ["1919-05-03", "1919-05-03TNI"]),
        ("On 3 May 1919 they met. By June all was calm. The same day snow fell.", ["1919-05-03", "1919-06", "1919-05-03"]),
        ("The Seven Years' War ended in 1763.", ["1763"]),
    ],
)  # fmt: skip
def test_a_story_is_read_in_its_own_time(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Between 1613 and 1615, it rained.", ["1613", "1615"]),
        ("He ruled from 1616–1618.", ["1616", "1618"]),
        ("In the years 1611 and 1612 they fought.", ["1611", "1612"]),
        ("The wars of 1848, 1849 and 1871 were short.", ["1848", "1849", "1871"]),
        ("In 1611, 1700 men fell.", ["1611"]),
        ("Between 1618 and 1500 rupees were paid.", ["1618"]),
        ("They met on 14, 15 and 16 June 1999.", ["1999-06-14", "1999-06-15", "1999-06-16"]),
        ("They met on June 14, 15, 16 and 17, 1999.", ["1999-06-14", "1999-06-15", "1999-06-16", "1999-06-17"]),
    ],
)
def test_lists_of_years_and_days(text: str, values: list[str]) -> None:
    assert [found.value for found in tag(text, None)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In early 1581 he fled.", ["1581"]),
        ("The poet (1094–1131) wrote.", ["1094", "1131"]),
        ("Born 1732, he sang.", ["1732"]),
        ("In 1632 a force of 1500 Saxon horsemen lost 1200 men.", ["1632"]),
        ("They left on 3 May 1919. On the 20th of that month it rained.", ["1919-05-03", "1919-05-20"]),
        ("They left on 3 May 1919. On October 6 of the following year it rained.", ["1919-05-03", "1920-10-06"]),
        ("They left on 3 May 1919 and came home in the spring of the following year.", ["1919-05-03", "1920-SP"]),
        ("They fled in the night of 31 March to 1 April 1919.", ["1919-03-31TNI"]),
        ("It began on 3 May 1919. On the evening of the 22nd all was lost.", ["1919-05-03", "1919-05-22TEV"]),
        ("It began on 3 May 1919. At 8 o'clock the next morning, by 0930, all was lost.",
         ["1919-05-03", "1919-05-04T08:00", "1919-05-04T09:30"]),
        ("It was built in 1851. Half a century later it fell.", ["1851", "1901"]),
        ("They came in 1876; that November they left.", ["1876", "1876-11"]),
        ("They met on 3 May 1919 and again the following weekend.", ["1919-05-03", "1919-W19-WE"]),
        ("They met on 3 May 1919. Nine days afterwards they fled. A week before, it had rained.",
         ["1919-05-03", "1919-05-12", "1919-W19"]),
        ("It was built in 1851 and fell a quarter of a century later.", ["1851", "1876"]),
        ("The siege lasted from 3 May 1652 to 9 August 1652. Two days later it rained; in June a wall fell.",
         ["1652-05-03", "1652-08-09", "1652-05-05", "1652-06"]),
        ("They came in the winter of 1610. On Maundy Thursday and on Easter Sunday they prayed.",
         ["1610-WI", "1611-03-31", "1611-04-03"]),
        ("It was signed on Sunday, 2 September 1666. On Tuesday it was read.", ["1666-09-02", "1666-09-04"]),
        ("On the night of 3 May 1919 it rained. At 2 a.m. the river rose.", ["1919-05-03TNI", "1919-05-04T02:00"]),
        ("On 3 May 1919 they met at about noon and left by night.", ["1919-05-03", "1919-05-03T12:00"]),
        ("Built in the spring and summer of 1835, it was lost in the nineteen-twenties.", ["1835-SP", "1835-SU", "192"]),
        ("They chose a chief every seventh year in the seventies and eighties of that age.", ["P7Y", "197", "198"]),
        ("Ruled by Aziz (1777–28 January 1842), it shone.", ["1777", "1842-01-28"]),
        ("The Haddids (1213–1388) ruled.", ["1213", "1388"]),
        ("Since the October Revolution of 1917 they had met.", ["1917"]),
        ("On 3 May 1919 they met; the night before it had rained. On the ninth, they left.",
         ["1919-05-03", "1919-05-02TNI", "1919-05-09"]),
        ("It raged between April and December 1611. On 3 May a wall fell.", ["1611-04", "1611-12", "1611-05-03"]),
        ("On 3 May 1919 they landed. The ships had been built the previous winter. On the 9th they marched.",
         ["1919-05-03", "1918-WI", "1919-05-09"]),
        ("On 3 May 1919 they met between 11 p.m. and 5:37 a.m. the next morning.",
         ["1919-05-03", "1919-05-03T23:00", "1919-05-04T05:37"]),
        ("He was minister 1888–1889. Some 2000 fires were fought by 1500 firemen.", ["1888", "1889"]),
        ("From about 1750 onward they traded.", ["1750"]),
        ("On 3 May 1919, at a quarter past six on the morning of 4 May, between 1 and 3 p.m., it rained.",
         ["1919-05-03", "1919-05-04T06:15", "1919-05-04T13:00", "1919-05-04T15:00"]),
        ("They left on 3 May 1919; the next April, that very day and twenty-odd years on.",
         ["1919-05-03", "1920-04", "1919-05-03", "P20Y"]),
        ("They met in 1913, fifty years later, and two days later they parted.", ["1913", "1913", "XXXX-XX-XX"]),
        ("On 3 May 1919, at 11:30 p.m., they met. An hour later it rained; two hours later it was over.",
         ["1919-05-03", "1919-05-03T23:30", "1919-05-04T00:30", "1919-05-04T02:30"]),
        ("On 3 May 1919 they met. An hour later it rained.", ["1919-05-03", "XXXX-XX-XXTXX"]),
        ("On 3 May 1919, by 1430 hours, it rained; after 1400 hours of rain, between 1600 and 1730 hours, it was dry.",
         ["1919-05-03", "1919-05-03T14:30", "PT1400H", "1919-05-03T16:00", "1919-05-03T17:30"]),
        ("On 3 May 1919 they met; the very next spring they parted. To this day it is told.",
         ["1919-05-03", "1920-SP", "PRESENT_REF"]),
    ],
)  # fmt: skip
def test_what_histories_say(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 525, it began; by 541 it was over. From 553 to 568 they paid; in late 643 he died.", ["0525", "0541", "0553", "0568", "0643"]),
        ("In 525 he fled. In 530 messengers came, with 541 horses, between 702 and 712 men and, by 650, 300 more.", ["0525", "0650"]),
        ("In 561, he came. From 587 until 613 they fought; in the winter of 600 wolves came.", ["0561", "0587", "0613", "0600-WI"]),
        ("It fell in the first half of May 1940; the second half of June was calm.", ["1940-05", "1940-06"]),
        ("In 774 the city fell. On 5 June 781, in the autumn of 791 and in the 780s it rained.", ["0774", "0781-06-05", "0791-FA", "078"]),
        ("Odmar, born about 605, fled in 631; on Easter Sunday 663 he died.", ["0605", "0631", "0663-04-05"]),
        ("In 218 BC he left. In 212, the city fell. Between 210 and 207 it was poor.", ["BC0218", "BC0212", "BC0210", "BC0207"]),
        ("In 1944 they flew in 212 raids with 525, 300 and 120 men.", ["1944"]),
        ("In 1942 he left; in '45 he was back, and in the autumn of ’47, or March '48, he died.", ["1942", "1945", "1947-FA", "1948-03"]),
        ("In 1798 they rose; in '03 they fell.", ["1798", "1703"]),
        ("In 1919 it began. Famine in 1921–22 was worse than the 1923–24 season; it ended in 1925/26.",
         ["1919", "1921", "1922", "1923/1924", "1925/1926"]),
        ("On 3 May 1919, at noon, they met; by 3 o'clock it was over. At 4:15 it rained.",
         ["1919-05-03", "1919-05-03T12:00", "1919-05-03T15:00", "1919-05-03T16:15"]),
        ("On 3 May 1919 it rained all night. It had rained all night. At 7 p.m. the sun was out.",
         ["1919-05-03", "1919-05-03TNI", "1919-05-02TNI", "1919-05-03T19:00"]),
        ("At first light on 3 May 1919 they left; at last light on the 4th, towards evening, they came.",
         ["1919-05-03TMO", "1919-05-04TEV", "1919-05-04TEV"]),
        ("On 3 May 1919 it began. The next day it rained. On the third day it ended. On the first day they slept; on the second day not.",
         ["1919-05-03", "1919-05-04", "1919-05-05", "1919-05-05", "1919-05-06"]),
        ("In 1896 they met; at the turn of the century, or the turn of the 18th century, they parted.", ["1896", "1900", "17"]),
        ("On 5/6 June 1944 they sailed. At 0600 on the 7th, and at 1430, they met; at dusk on the 8th they left.",
         ["1944-06-05", "1944-06-06", "1944-06-07T06:00", "1944-06-07T14:30", "1944-06-08TEV"]),
        ("On 9 May 1941 he came. The same year he left. The night of the 11th was calm.", ["1941-05-09", "1941", "1941-05-11TNI"]),
    ],
)  # fmt: skip
def test_old_years_and_the_days_of_a_battle(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales in 525 stores rose. The road is shut in 312, he said. The 380s fly.", []),
        ("A hoard of AD 479 was found in 525 pits; in 525 he had fled.", ["0479", "0525"]),
        ("It was shut in 1914-18 and the 1998-99 season.", ["1914", "1918", "1998/1999"]),
        ("He was born in '57 and left in '02. The flat was 6'11 high, he said; '24 was late.", ["1957", "2002"]),
        ("Later in the day he spoke of 3 March 1987. Later in the day he left.", ["2025-11-20", "1987-03-03", "2025-11-20"]),
        ("It will end by midweek. At 1500 metres it snowed; at 1760 it rained.", ["2025-W47"]),
    ],
)  # fmt: skip
def test_news_prints_few_such_years(text, expected):
    assert [found.value for found in tag(text, date(2025, 11, 20), Settings(ordering="news"))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war lasted from 264 to 241 BC.", ["BC0264", "BC0241"]),
        ("The revolt of AD 66–73 failed.", ["0066", "0073"]),
        ("It fell in August 216 BC. The following year it rose, and two years later it fell.", ["BC0216-08", "BC0215", "BC0213"]),
        ("In the spring of 218 BC he left; by late autumn he was there.", ["BC0218-SP", "BC0218-FA"]),
        ("He died on 15 March 44 BC. On 6 April they fled.", ["BC0044-03-15", "BC0044-04-06"]),
        ("In 146 BC it burned; a century later it was built anew.", ["BC0146", "BC00"]),
        ("Between the 4th and 2nd centuries BC, or in the second half of the 12th century.", ["BC03", "BC01", "11"]),
    ],
)  # fmt: skip
def test_years_before_christ(text, expected):
    found = tag(text, date(2025, 11, 20), STORY)
    assert [timex.value for timex in found] == expected
    assert all(timex.starts_on is None for timex in found if str(timex.value).startswith("BC"))


@pytest.mark.parametrize(
    ("text", "is_story"),
    [
        ("The siege began on 14 March 1652. By June bread was short.", True),
        ("The siege was begun in June 1652, planned since mid-1651. By May bread was short.", True),
        ("The siege was begun in June 1652, the minister said. By May, he has learnt, bread was short.", False),
        ("The war broke out in 1618 and ended in 1648. In 1635 France came in. In May it rained.", True),
        (
            "The minister said he had been born in 1948. In 1970 he left; in 1971 he was back. In May he will speak.",
            False,
        ),
        ("On Monday police found a coin of 1648. Others, of 1618 and 1635, were found in May.", False),
    ],
)
def test_a_short_text_that_opens_in_the_past_is_a_story(text, is_story):
    last = tag(text, date(2025, 5, 20))[-1]
    assert (last.value[:4] != "2025") == is_story


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales are up since January.", ["2025-01"]),
        ("It has been shut since early November.", ["2025-11"]),
        ("By 1115 GMT shares were up since Dec. 20.", ["2025-11-20T11:15", "2024-12-20"]),
        ("He had vowed to stay until March.", ["2026-03"]),
        ("Schools reopen on Tuesday.", ["2025-11-25"]),
        ("Gold for March delivery fell.", ["2026-03"]),
        ("The fight could last many weeks.", ["PXW"]),
        ("It opened in 2018 — two weeks after the other.", ["2018", "P2W"]),
        ("It takes 10 — 12 weeks.", ["P10W"]),
        ("It began at 11:30 on Saturday morning.", ["2025-11-15T11:30"]),
        ("They met on Saturday evening; at 4 a.m. it was signed.", ["2025-11-15TEV", "2025-11-16T04:00"]),
        ("It could take days or weeks.", ["PXD"]),
        ("They told reporters that August had been cold.", ["2025-08"]),
        ("There are twice-daily tours.", ["P1D"]),
    ],
)
def test_what_the_news_says(text: str, expected: list[str]) -> None:
    assert [found.value for found in tag(text, date(2025, 11, 20))] == expected
