"""Spellings of one name share a key; different names do not; likeness weighs what is between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.names import likeness, name_key, name_tokens

SAME = [
    ("Muhammad Ali", "Mohammad Ali"),
    ("Muhammad Aslam", "Mohd. Aslam"),
    ("Sultan Ahmad Chaudhary", "Sultan Ahmed Chaudhary"),
    ("Sultan Ahmad Chaudhary", "Sultan Ahmad Choudhry"),
    ("Usman Anwar", "Usman Anwer"),
    ("Ahsan Younas", "Ahsan Younis"),
    ("Ghulam Hussain", "Ghulam Hussein"),
    ("Bilal Siddique Kamyana", "Bilal Siddiq Kamiana"),
    ("Syed Ali Nasir Rizvi", "Ali Nasir Rizvi"),
    ("Rifat Mukhtar", "Riffat Mukhtiar"),
    ("Zia-ul-Haq", "Ziaul Haque"),
    ("Fazl-ur-Rehman", "Fazlur Rahman"),
    ("Abdul Rahman", "Abdur Rehman"),
    ("Nizam ud Din", "Nizamuddin"),
    ("Ghulam Mohiuddin", "Ghulam Mohy-ud-Din"),
    ("Shafi Ullah", "Shafiullah"),
    ("AsadIjazMalhi", "Asad Ejaz Malhi"),
    ("Mansoor ul Haq Rana", "Mansoorul Haq Rana"),
    ("Yousaf Raza Gilani", "Yusuf Raza Gillani"),
    ("Shehbaz Sharif", "Shahbaz Sharif"),
    ("Pervez Khattak", "Pervaiz Khattak"),
    ("Omar Ayub", "Umar Ayub"),
    ("José Núñez", "Jose Nunez"),
    ("Sa'ad Rafique", "Saad Rafiq"),
    ("Abdel Fattah el-Sisi", "Abd al-Fattah Al Sisi"),
    ("Abdel Fattah el-Sisi", "Abdul Fattah Sisi"),
    ("Bashar al-Assad", "Bashar Assad"),
    ("Mohamed Morsi", "Muhammad Mursi"),
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Tamim bin Hamad Al Thani", "Tamim bin Hamad al-Thani"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Dmitry Medvedev", "Dmitri Medvedyev"),
    ("Alexei Navalny", "Aleksey Navalnyi"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
    ("Volodymyr Zelenskyy", "Wolodymyr Zelensky"),
    ("Alexander Lukashenko", "Aleksandr Lukashenko"),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
    ("Viktor Yanukovych", "Victor Yanukovich"),
    ("Xi Jinping", "Xi Jin-ping"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Hakan Çavuşoğlu", "Hakan Cavusoglu"),
    ("Binali Yıldırım", "Binali Yildirim"),
    ("Hossein Amir-Abdollahian", "Hussein Amirabdollahian"),
    ("Mujibur Rahman", "Mujib-ur-Rehman"),
    ("Ziaur Rahman", "Zia-ur Rehman"),
    ("Józef Piłsudski", "Jozef Pilsudsky"),
]
OTHERS = [
    ("Naseer Khan", "Nasir Khan"),
    ("Siddique Khan", "Siddiqui Khan"),
    ("Hasan Ali", "Hussain Ali"),
    ("Asim Munir", "Azam Munir"),
    ("Ahsan Iqbal", "Ehsan Iqbal"),
    ("Lee Chong", "Li Chong"),
    ("Kamran Adil", "Kamran Ali"),
    ("Muhammad Ali", "Ahmad Ali"),
    ("John Smith", "Jane Smith"),
    ("Alexei Petrov", "Sergei Petrov"),
    ("Noor al Haq", "Noor Haq"),
    ("Vladimir Putin", "Vladimir Pugin"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
    assert likeness(one, other) == 1.0


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
    assert likeness(one, other) < 0.95


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Asif Zardari", "Asif Ali Zardari", 0.85, 0.95),
        ("M Umar", "Muhammad Umar", 0.85, 0.95),
        ("Muhammad Aamir Zulfiqar", "Aamir Zulfiqar", 0.95, 0.99),
        ("Ali Nasir", "Nasir Ali", 0.0, 0.0),
        ("Nasir Akbar Khan", "Akbar Nasir Khan", 0.85, 0.95),
        ("Marriyum Aurangzeb", "Maryam Aurangzeb", 0.9, 1.0),
        ("Shehbaz Sharif", "Hamza Shehbaz Sharif", 0.0, 0.7),
        ("Kamran Adil", "Kamran Ali", 0.0, 0.0),
        ("Syed", "Ali", 0.0, 0.0),
        ("J. Smith", "John Smith", 0.85, 0.95),
        ("M Arshad Jadoon", "Arshad Jadoon", 0.95, 0.99),
        ("S. M. Imran", "Imran Khan", 0.0, 0.6),
        ("J. Iqbal", "Iqbal", 0.0, 0.7),
        ("Badr al-Busaidi", "Badr bin Hamad Al Busaidi", 0.9, 0.95),
        ("Salman bin Abdulaziz", "Khalid bin Salman bin Abdulaziz", 0.0, 0.7),
        ("Saud bin Khalid Al Saud", "Saud bin Faisal Al Saud", 0.0, 0.0),
        ("Pedro Sánchez", "Pedro Sanchez Pérez-Castejón", 0.78, 0.9),
        ("Tedros Ghebreyesus", "Tedros Adhanom Ghebreyesus", 0.85, 0.95),
    ],
)
def test_likeness(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(one, other) <= most


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_key_and_likeness_is_symmetric(one: str, other: str) -> None:
    assert "".join(name_tokens(one)) or not name_key(one)
    assert 0.0 <= likeness(one, other) == likeness(other, one) <= 1.0


@given(
    st.lists(
        st.sampled_from(["Muhammad", "Ahmed", "Ali", "Khan", "ul", "Haq", "ud", "Din", "Syed", "Fazlur", "bin"]),
        min_size=1,
        max_size=5,
    )
)
def test_hyphens_spaces_and_case_do_not_matter(parts: list[str]) -> None:
    assert name_key(" ".join(parts)) == name_key("-".join(parts)) == name_key(" ".join(parts).upper())


NAMES = st.sampled_from(["Bashar", "Khalid", "Omar", "Faisal", "Nouri", "Hamad", "Abdel Fattah"])
SURNAMES = st.sampled_from(["Assad", "Maliki", "Bashir", "Sisi", "Thani", "Falih"])


@given(NAMES, SURNAMES, st.sampled_from(["al-", "Al ", "el-", "El-", "Al-"]))
def test_the_article_of_a_surname_comes_and_goes(name: str, surname: str, article: str) -> None:
    assert name_key(f"{name} {article}{surname}") == name_key(f"{name} {surname}")


@given(st.sampled_from(["Zelen", "Dostoyev", "Pilsud", "Lukyanov", "Kandin"]), st.data())
def test_slavic_endings_are_one(stem: str, data: st.DataObject) -> None:
    endings = st.sampled_from(["ski", "sky", "skiy", "skyi", "skij", "skyy"])
    assert name_key(f"Ivan {stem}{data.draw(endings)}") == name_key(f"Ivan {stem}{data.draw(endings)}")


def test_one_title_in_place_of_another_tells_two_apart() -> None:
    without = likeness("Zaheer Abbas", "Chaudhry Zaheer Abbas")
    assert without > likeness("Malik Zaheer Abbas", "Chaudhry Zaheer Abbas") + 0.1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Habibur Rehman Lodhi", "Habib-ur-Rehman Lodhi"), ("Tahirul Hasan", "Tahir ul Hasan"), ("Baligh ur Rahman", "Balighur Rehman"),
        ("Seyyed Mehdi Karimi", "Mehdi Karimi"), ("Abbas Araqchi", "Abbas Araghchi"),
    ],
)  # fmt: skip
def test_an_article_swallowed_by_any_listed_name_and_persian_spellings(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_last_part_that_ends_like_an_article_stays_whole() -> None:
    assert name_tokens("Qasim Habibur") == ("kasim", "habibur")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khalid Bashir Khan", "Muhammad Khalid Bashir"), ("Sardar Ali Zaman Gandapur", "Ali Zaman Khan Gandapur"),
        ("Kemal Yildiz", "Recep Kemal Yildiz"), ("Irfan Lodhi", "Irfan-ul-Haque Lodhi"), ("Ata Bhutta", "Ataullah Bhutta"),
    ],
)  # fmt: skip
def test_khan_and_the_second_half_of_a_name_are_left_out_at_will(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.85


def test_khan_between_two_names_costs_no_more_than_a_title() -> None:
    assert likeness("Dilawar Khan Bizenjo", "Nawab Dilawar Bizenjo") >= 0.93
    assert likeness("Dilawar Bizenjo Khan", "Dilawar Bizenjo") < 0.93


def test_khan_in_place_of_another_name_tells_two_apart() -> None:
    assert likeness("Asad Khan", "Asad Qaiser") < 0.78
