"""Generated sentences of press reports for training: our own templates, names from Faker and from syllables, places from the seeds."""

import random
import re
from collections.abc import Callable
from typing import Final

from faker import Faker

from flows.language.seeds import rows

TEMPLATES: Final = (
    "{RANK} {PER} said that the suspects had fled to {LOC}.",
    "{RANK} {UNIT} {PER} chaired a meeting at {ORG} on {DAY}.",
    "The meeting was attended by {RANK} {UNIT} {PER}, {RANK} {UNIT} {PER}, {RANK} {PER} and other officers.",
    "{RANK} {LOCPOST} {HON} {PER} met {PER}, head of {ORG}, in {LOC}.",
    "The deceased were identified as {PER1}, a resident of {LOC}, and {PER1}, a resident of {LOC}.",
    "The injured were identified as {PER1}, {PER}, {PER1} and {PER}.",
    "The {ORGPOLICE} arrested {PER} and seized weapons from him, {PER1} said.",
    "{ORGPOLICE} registered a case against {PER}, son of {PER}, on the complaint of {PER}.",
    "{PER}, {AGE}, was shot dead near {ROAD} in {LOC} on {DAY}.",
    "{PER1} told reporters that {ORG} would open an office in {LOC}.",
    "The incident took place in {LOC} village, {LOC} district, police said.",
    "A delegation of {ORG} led by {PER} visited {ORG} in {LOC}.",
    "{PER} and {PER} of {ORG} were also present on the occasion.",
    "{PER1} scored 3 points while {PER1} and {PER} scored 2 each for {ORG}.",
    "{ORG} won the final against {ORG} by 4-2 at {LOC}.",
    "According to {ORG}, the road from {LOC} to {LOC} was closed.",
    "Police raided a house in {LOC} and arrested {PER} alias {PER1}.",
    "Minister {PER} and Ambassador {PER} discussed trade between {COUNTRY} and {COUNTRY}.",
    "The {DEMONYM} foreign minister, {PER}, arrived in {LOC} from {LOC} on {DAY}.",
    "{PER1}’s lawyer, {PER}, said his client had left {COUNTRY}.",
    "The court sent {PER} to jail while {PER1} got bail, {ORG} reported.",
    "{ORG} spokesperson {PER} said teams had reached {LOC}.",
    "“We will act,” {PER1} said, adding that {ORG} had been asked to help.",
    "Traders of {LOC}, {LOC} and {LOC} went on strike, said {PER} of {ORG}.",
    "{PER}, who heads {ORG}, thanked {PER1} and {HON} {PER1}.",
    "The suspect, {PER}, was wanted in {LOC} and {LOC}.",
    "Those present included {PER}, {PER}, {PER}, {PER} and {PER}.",
    "{ORG} and {ORG} signed an agreement in {LOC}.",
    "In {LOC}, {PER1} and his brother {PER1} were killed when a roof fell.",
    "The {ORGLONG} ({ACRONYM}) said {ACRONYM} staff had reached {LOC}.",
    "{PER} lives in {LOC}, near {ROAD}, with his wife {PER1}.",
    "During the visit to {COUNTRY}, {PER1} will meet {PER} and officials of {ORG}.",
    "{CAPLOC}: A man was killed in {LOC} on {DAY}.",
    "Residents of {LOC} and {LOC} asked {PER} to restore the supply.",
    "{PER1} had joined {ORG} in 2019 and was posted in {LOC}.",
    "Bodies were moved to {HOSPITAL} for examination, {ORG} said.",
    "The {CAPITALISED} Act and the {CAPITALISED} Rules were approved on {DAY}.",
    "On {DAY} the {CAPITALISED} Day was marked in {LOC} by {ORG}.",
)  # fmt: skip
_SLOT: Final = re.compile(r"\{(\w+)\}")
_KINDS: Final = {"P": "PER", "O": "ORG", "L": "LOC"}
_ONSETS: Final = "b bh ch d dh f g gh h j k kh l m n p q r s sh t th w z br dr kr"
_RIMES: Final = "a ai al am an ang ani ar as at i il in ir o ol on or oz u uk un ur e el en er"
_HEADS: Final = (
    "Foundation", "Press Club", "Traders Association", "Textiles", "Labs", "Engineering", "Club", "Cement", "Group",
    "Bar Association", "Trust", "Motors", "Network", "University", "Party",
)  # fmt: skip
_ROADS: Final = ("Road", "Chowk", "Bazaar", "Colony", "Street", "Market", "Town", "Bridge")
_COMMON: Final = (
    "National", "Public", "Green", "Health", "Rural", "Labour", "Digital", "Youth", "Water", "Farm", "Safety", "Trade",
    "Border", "Crop",
)  # fmt: skip


class Filler:
    """What stands in the slots. Every choice comes from the one generator, so that a seed gives the same sentences."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)  # noqa: S311
        self._fakers = [
            Faker(locale) for locale in ("en_PK", "en_PK", "en_IN", "en_GB", "it_IT", "tr_TR", "en_NG", "id_ID")
        ]
        for faker in self._fakers:
            faker.seed_instance(seed)
        places = rows("places")
        self._places = [r["name"] for r in places if r["country_code"] == "PK"] + [
            r["name"] for r in places if r["kind"] == "city"
        ]
        self._countries = [r["name"] for r in places if r["kind"] == "country"]
        self._ranks = [r["form"] for r in rows("ranks") if r["service"] in ("police", "military", "office")]
        self._units = [r["form"] for r in rows("posts") if r["kind"] == "unit"]
        self._demonyms = [r["demonym"] for r in rows("demonyms") if r["country_code"]]

    def sentence(self) -> tuple[str, tuple[tuple[int, int, str], ...]]:
        """A sentence and its names."""
        template, text, names = self._rng.choice(TEMPLATES), "", []
        acronym = "".join(self._rng.choices("ABCDEFGHIKLMNPRSTUW", k=self._rng.choice((3, 3, 4))))
        done = 0
        for slot in _SLOT.finditer(template):
            text += template[done : slot.start()]
            name, value = slot.group(1), self._value(slot.group(1), acronym)
            kind = {"ACRONYM": "ORG", "CAPLOC": "LOC", "COUNTRY": "LOC", "ROAD": "LOC", "HOSPITAL": "LOC"}.get(
                name, name[:3]
            )
            if kind in ("PER", "ORG", "LOC") and name != "LOCPOST":
                names.append((len(text), len(text) + len(value), kind))
            text += value
            done = slot.end()
        return text + template[done:], tuple(names)

    def _value(self, slot: str, acronym: str) -> str:
        pick = self._rng.choice
        made: dict[str, Callable[[], str]] = {
            "PER": self.person, "PER1": lambda: pick(self.person().split()), "LOC": self.place, "CAPLOC": lambda: self.place().upper(),
            "COUNTRY": lambda: pick(self._countries), "ROAD": lambda: f"{self._word()} {pick(_ROADS)}",
            "LOCPOST": lambda: pick(self._places),
            "HOSPITAL": lambda: f"{self._word()} Hospital", "ORG": self._body, "ORGPOLICE": lambda: f"{self.place()} police",
            "ORGLONG": lambda: " ".join(self._rng.sample(_COMMON, 2)) + " " + pick(_HEADS), "ACRONYM": lambda: acronym,
            "RANK": lambda: pick(self._ranks), "UNIT": lambda: pick(self._units), "HON": lambda: pick(("Dr", "Mr", "Prof", "Dr.", "Ms")),
            "DAY": lambda: pick(("Monday", "Tuesday", "Friday", "Sunday")), "AGE": lambda: str(self._rng.randint(9, 80)),
            "DEMONYM": lambda: pick(self._demonyms), "CAPITALISED": lambda: " ".join(self._rng.sample(_COMMON, 2)),
        }  # fmt: skip
        return made[slot]()

    def person(self, words: int = 2) -> str:
        """A name of so many words, some of them of no list."""
        faker = self._rng.choice(self._fakers)
        if words == 1:
            return self._rng.choice((faker.last_name(), faker.last_name(), faker.first_name(), self._word())).split()[
                -1
            ]
        name = f"{faker.first_name()} {faker.last_name()}"
        if self._rng.random() < 0.4:
            name = (
                f"{self._word()} {name.split()[-1]}"
                if self._rng.random() < 0.5
                else f"{name.split()[0]} {self._word()}"
            )
        return f"{name} {self._word()}" if self._rng.random() < 0.2 else name

    def place(self) -> str:
        """A place of the lists, or one of none."""
        if self._rng.random() < 0.5:
            return self._rng.choice(self._places)
        return self._rng.choice(("", "", "", "Kot ", "New ", "Chak ", "Upper ")) + self._word()

    def _body(self) -> str:
        made = (
            lambda: f"{self._word()} {self._rng.choice(_HEADS)}",
            lambda: f"{self.place()} {self._rng.choice(_HEADS)}",
            lambda: f"{self._rng.choice(_COMMON)} {self._rng.choice(_HEADS)} of {self._rng.choice(self._countries)}",
            lambda: "".join(self._rng.choices("ABCDEFGHIKLMNPRSTUW", k=self._rng.choice((3, 3, 4)))),
            lambda: f"{self._word()} {self._rng.choice(_COMMON)}",
        )
        return self._rng.choice(made)()

    def _word(self) -> str:
        return "".join(
            self._rng.choice(_ONSETS.split()) + self._rng.choice(_RIMES.split())
            for _ in range(self._rng.choice((2, 2, 3)))
        ).capitalize()
