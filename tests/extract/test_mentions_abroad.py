"""Names, posts and bodies as the press of many countries prints them: one sentence a rule, in our own words."""

import pytest

from flows.extract.recognizers.people import post_beside
from flows.extract.recognizers.units import Units
from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "name", "rank", "post"),
    [
        ("Superintendent of Police Md. Karim Haque opened it.", "Md. Karim Haque", "Superintendent of Police", None),
        ("Regional Director PBGen Rico Layug Jr. praised it.", "Rico Layug Jr.", "PBGen", "Regional Director"),
        ("The force spokesman, ACP JANET OKORO, said so.", "JANET OKORO", "ACP", "force spokesman"),
        ("The command spokesperson, DSP Musa Ibeh, said so.", "Musa Ibeh", "DSP", "command spokesperson"),
        ("The Public Relations Officer, Sunday Abara, said so.", "Sunday Abara", None, "Public Relations Officer"),
        ("SSP, Operations Multan Bilal Ahmed came.", "Bilal Ahmed", "SSP", "SSP, Operations Multan"),
        ("Minister of Works, Senator Colonel Trevor Mead, spoke.", "Trevor Mead", "Colonel", "Minister of Works"),
        ("He named Major General Joy Moyo as the acting Area Commissioner.", "Joy Moyo", "Major General", "acting Area Commissioner"),
        ("Spokesman for Kenya's Foreign Ministry Korir Singoei spoke.", "Korir Singoei", None, "Spokesman for Kenya's Foreign Ministry"),
        ("Head of the Police's Media Unit, Sergeant Dahlia Coe, spoke.", "Dahlia Coe", "Sergeant", "Head of the Police's Media Unit"),
        ("Amna Tariq, Chairman, Punjab Revenue Authority, spoke.", "Amna Tariq", None, "Chairman, Punjab Revenue Authority"),
        ("Kisumu Security Operations Co-ordinator Peter Njiru spoke.", "Peter Njiru", None, "Kisumu Security Operations Co-ordinator"),
        ("Sylhet-2 MP, Iqbal Hossain Apu, came.", "Iqbal Hossain Apu", "MP", "Sylhet-2 MP"),
        ("The Secretary Maritime Affairs, Syed Zafar Ali Shah, came.", "Syed Zafar Ali Shah", "Secretary", "Secretary Maritime Affairs"),
        ("Bangabandhu Sheikh Mujibur Rahman spoke there.", "Sheikh Mujibur Rahman", None, None),
        ("Secretary, Interior Yousuf Naseem came.", "Yousuf Naseem", "Secretary", "Secretary, Interior"),
        ("Naeem Tariq, who was serving as DIG Traffic, left.", "Naeem Tariq", "DIG", "DIG Traffic"),
        ("Helga Norling was serving as judge of Oslo District Court.", "Helga Norling", "judge", "judge of Oslo District Court"),
        ("Asif Aijaz, PSP officer (BS-19), awaiting posting, has been posted as SSP West.", "Asif Aijaz", "SSP", "SSP West"),
        ("Dr Amna Tariq, Special Assistant to the Mayor accompanied him.", "Amna Tariq", None, "Special Assistant to the Mayor"),
        ("Sgt Brisbane and others came.", "Brisbane", "Sgt", None),
        ("PC Subero said so.", "Subero", "PC", "PC"),
        ("DIG SPU, Welfare & Finance Ghazi Salah came.", "Ghazi Salah", "DIG", "DIG SPU, Welfare & Finance"),
        ("Inspector General Syed Kaleem Imam on Friday spoke.", "Syed Kaleem Imam", "Inspector General", None),
        ("The 22-year-old Bikram Nepali, convicted of theft, fled.", "Bikram Nepali", None, None),
        ("Asad Tariq, CTO Multan, has been transferred and posted as SSP Operations Sargodha.", "Asad Tariq", None, "CTO Multan"),
        ("SDPO Traffic Maqsood Lone, others came.", "Maqsood Lone", None, "SDPO Traffic"),
        ("ADCG Bilal Feroz came.", "Bilal Feroz", None, "ADCG"),
        ("The Ambassador of Kenya to Oman Peter Njiru came.", "Peter Njiru", "Ambassador", "Ambassador of Kenya to Oman"),
        ("Snr Supt Lucia Coe came.", "Lucia Coe", "Snr Supt", None),
        ("The dead are Daniel Opare Oman, 43, and others.", "Daniel Opare Oman", None, None),
    ],
)  # fmt: skip
def test_person(text: str, name: str, rank: str | None, post: str | None) -> None:
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.rank, person.post) == (name, rank, post)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Three Brigadiers, and Lieutenant Generals Mgwenya and Masemola, came.", ["Mgwenya", "Masemola"]),
        ("Senior Superintendents Spence, Montri, and Elli came.", ["Spence", "Montri", "Elli"]),
        ("Brigadiers Darius van der Ross, Kola Naidoo and Logan Naidoo came.", ["Darius van der Ross", "Kola Naidoo", "Logan Naidoo"]),
    ],
)  # fmt: skip
def test_rank_of_several(text: str, names: list[str]) -> None:
    assert found(text, "person") == names


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("They work at Police Regional Office 3, in the north.", "organization", "Police Regional Office 3"),
        ("He served in the 1st Mobile Force Company for years.", "organization", "1st Mobile Force Company"),
        ("The Attorney General's Chambers will decide.", "organization", "Attorney General's Chambers"),
        ("A student of Universiti Malaysia Perlis was held.", "organization", "Universiti Malaysia Perlis"),
        ("The Osun State police command held six men.", "organization", "Osun State police command"),
        ("The Security Council of the Republic of Uzbekistan met.", "organization", "Security Council of the Republic of Uzbekistan"),
        ("The talks were held in the Greater Accra Region, as planned.", "place", "Greater Accra Region"),
        ("He lives in the Emirate of Dubai.", "place", "Emirate of Dubai"),
        ("A boat sank in the Arugam Bay area on Monday.", "place", "Arugam Bay"),
        ("They met at the Shangri La Hotel there.", "place", "Shangri La Hotel"),
        ("They were held in Adana, Konya, Esparta and Kocaeli.", "place", "Esparta"),
        ("He spoke at the Nepal Police Headquarters.", "place", "Nepal Police Headquarters"),
        ("A visit of the President of Kenya to Oman ended.", "place", "Oman"),
        ("A visit of the President of Kenya to Oman ended.", "post", "President of Kenya"),
        ("It was sent to the US and Germany.", "place", "US"),
        ("The US has agreed.", "place", "US"),
        ("The news came by Kazinform on Monday.", "organization", "Kazinform"),
        ("He flew to the Republic of Azerbaijan again.", "place", "Republic of Azerbaijan"),
        ("They were held in Barangay Del Carmen on Monday.", "place", "Barangay Del Carmen"),
        ("They were held in Brgy. San Isidro on Monday.", "place", "Brgy. San Isidro"),
    ],
)  # fmt: skip
def test_named(text: str, kind: str, name: str) -> None:
    assert name in found(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Friends of China Forum Chairman Bayazid Kasi spoke.", "place", "Friends of China"),
        ("At the Passport Office 12 men waited.", "organization", "Passport Office 12"),
        ("Governor Khan's Council met.", "organization", "Governor Khan's Council"),
        ("The town was calm, However police came.", "organization", "However police"),
        ("They left in a white Toyota Corolla.", "organization", "Toyota"),
        ("A Hyundai Tucson registration number AIB was seen.", "place", "Tucson"),
        ("The US president came.", "place", "US"),
        ("US troops left.", "place", "US"),
        ("The four Sri Lankans were held.", "person", "Lankans"),
        ("An order signed by Judge Amna Tariq, the officer requested, was read.", "post", "officer"),
        ("SSP TARIQ MEHMOOD met the DIG.", "organization", "MEHMOOD"),
    ],
)
def test_is_none(text: str, kind: str, name: str) -> None:
    assert name not in found(text, kind)


def test_listed_phrase_goes_on_in_the_next_line() -> None:
    text = (
        "The meeting was attended by many senior officers of the police of\n"
        "the whole province, among them the much praised Additional\n"
        "IGP Mahbub Karim, who spoke last."
    )
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.rank) == ("Mahbub Karim", "Additional IGP")


def test_name_behind_the_last_unit_has_no_post() -> None:
    assert post_beside(Units("Ali Khan", "GG|", [0, 4, 8], [3, 8, 8], {}), {}, 0, 9) == ()


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The Romanian Gendarmerie and the Libyan Red Crescent came.", "organization", ["Romanian Gendarmerie", "Libyan Red Crescent"]),
        ("The Tunisian Federal Police and the Russian Wagner Group met.", "organization", ["Tunisian Federal Police", "Wagner Group"]),
        ("The Bolivian National Gendarmerie came.", "organization", ["Bolivian National Gendarmerie"]),
        ("It was hit in Coast Region on Monday.", "place", ["Coast Region"]),
        ("The Pakistani National Assembly rose.", "organization", ["National Assembly"]),
        ("The 7th Federal Court of Recife ruled.", "organization", ["7th Federal Court of Recife"]),
        ("The Guerrero State Prosecutor's Office spoke.", "organization", ["Guerrero State Prosecutor's Office"]),
        ("The Enugu State House of Assembly met.", "organization", ["Enugu State House of Assembly"]),
        ("The Chiba prefectural police came.", "organization", ["Chiba prefectural police"]),
        ("They began Operation Silver River.", "initiative", ["Operation Silver River"]),
    ],
)  # fmt: skip
def test_bodies_and_operations_of_other_countries(text: str, kind: str, names: list[str]) -> None:
    assert found(text, kind) == names


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The Moldovan Intelligence Service (SRI) came. SRI left.", "organization", ["Moldovan Intelligence Service", "SRI", "SRI"]),
        ("The Workers Protection Agency (BP2MI) came.", "organization", ["Workers Protection Agency", "BP2MI"]),
        ("ZSD senator Robert Munteanu and ZSR chair Elena Lascu met.", "organization", ["ZSD", "ZSR"]),
        ("The Committee on Legal, Justice and Land Affairs met.", "organization", ["Committee on Legal, Justice and Land Affairs"]),
        ("They noted the Nairobi Process.", "initiative", ["Nairobi Process"]),
        ("He came to the Green Zone on Monday.", "place", ["Green Zone"]),
    ],
)  # fmt: skip
def test_abbreviations_fields_and_processes(text: str, kind: str, names: list[str]) -> None:
    assert found(text, kind) == names


def test_leader_of_a_party_told_by_its_adjective() -> None:
    leader = next(m for m in mentions("Conservative Leader Pierre Gagnon spoke.") if m.kind == "person")
    assert (leader.text, leader.post) == ("Pierre Gagnon", "Conservative Leader")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister Luís Montenegro met workers.", ["Luís Montenegro"]),
        ("Senator Ronald dela Cruz and Karl zu Stein met.", ["Ronald dela Cruz", "Karl zu Stein"]),
        ("Lega leader Matteo Rossi spoke.", ["Matteo Rossi"]),
    ],
)
def test_last_names_of_a_country_and_particles(text: str, names: list[str]) -> None:
    assert found(text, "person") == names
