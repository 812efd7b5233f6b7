"""Places that the gazetteer lacks or spells otherwise: other names of countries, provinces and regions, districts of Pakistan.

Each entry is a line ``name|other names|kind|country|admin1``; districts are lists a province. ``cut/places.py`` joins them in.
"""

from typing import Final

COUNTRY_NAMES: Final = """
GB:UK,U.K.,Britain,Great Britain
US:USA,U.S.A.,US,U.S.,United States of America,America
AE:UAE,U.A.E.,Emirates
SA:KSA,Kingdom of Saudi Arabia
RU:Russian Federation
TR:Turkiye,Türkiye,Turkey,Republic of Turkiye
KR:South Korea,Republic of Korea
KP:North Korea,DPRK
CN:People’s Republic of China,PRC
CZ:Czech Republic,Czechia
CD:DR Congo,DRC,Democratic Republic of Congo,Democratic Republic of the Congo
CG:Republic of Congo,Congo
CI:Ivory Coast,Côte d’Ivoire,Cote d’Ivoire
MM:Burma
NL:Holland,The Netherlands
IR:Islamic Republic of Iran
PK:Islamic Republic of Pakistan
PS:Palestine,State of Palestine
SZ:Swaziland,Eswatini
MK:North Macedonia
VA:Vatican,Holy See
TL:East Timor,Timor-Leste
CV:Cabo Verde
BN:Brunei Darussalam
LA:Lao PDR
SY:Syrian Arab Republic
TW:Republic of China
VN:Viet Nam
BA:Bosnia
"""

REGIONS: Final = """
Punjab||province|PK|Punjab|1167710
Sindh||province|PK|Sindh|1164807
Khyber Pakhtunkhwa|KP;KPK;K-P;Khyber-Pakhtunkhwa|province|PK|Khyber Pakhtunkhwa|1168873
Balochistan|Baluchistan|province|PK|Balochistan|1183606
Gilgit-Baltistan|Gilgit Baltistan;GB|province|PK|Gilgit-Baltistan|1168878
Azad Jammu and Kashmir|Azad Kashmir;AJK;AJ&K;Azad Jammu & Kashmir|province|PK|Azad Jammu and Kashmir|1184196
Islamabad Capital Territory|ICT|province|PK|Islamabad|1162015
South Punjab||region|PK|Punjab|
Interior Sindh||region|PK|Sindh|
Potohar|Pothohar|region|PK|Punjab|
FATA|Federally Administered Tribal Areas|region|PK|Khyber Pakhtunkhwa|
Darra Adam Khel|Darra Adamkhel|locality|PK|Khyber Pakhtunkhwa|
Torkham||locality|PK|Khyber Pakhtunkhwa|
Wagah||locality|PK|Punjab|
Thar|Tharparkar desert|region|PK|Sindh|
Kashmir||region|||
Occupied Kashmir|IIOJK;IIoJK;IOK;IoK;IOJK;Indian Illegally Occupied Jammu and Kashmir;Indian Illegally Occupied Jammu & Kashmir|region|||
Jammu and Kashmir|Jammu & Kashmir;J&K|region|IN||
Ladakh||region|IN||
Gaza|Gaza Strip|region|PS||
West Bank||region|PS||
East Jerusalem||region|PS||
England||region|GB|England|
Scotland||region|GB|Scotland|
Wales||region|GB|Wales|
Northern Ireland||region|GB|Northern Ireland|
West Yorkshire||region|GB|England|
Greater Manchester||region|GB|England|
West Midlands||region|GB|England|
Punjab||province|IN|Punjab|
Somaliland||region|SO||
Puntland||region|SO||
Transnistria||region|MD||
Crimea||region|UA||
Donbas|Donbass|region|UA||
Xinjiang||region|CN||
Tibet||region|CN||
Kurdistan|Iraqi Kurdistan|region|IQ||
Catalonia||region|ES||
Sicily||region|IT||
Lombardy||region|IT||
Bavaria||region|DE||
Corsica||region|FR||
Siberia||region|RU||
Chechnya||region|RU||
Dagestan||region|RU||
Balkans||region|||
Middle East|Mideast|region|||
South Asia||region|||
Southeast Asia|South-East Asia;South East Asia|region|||
Central Asia||region|||
East Asia||region|||
West Asia||region|||
Asia||continent|||
Asia-Pacific|Asia Pacific;Indo-Pacific|region|||
Europe||continent|||
Eastern Europe||region|||
Western Europe||region|||
Africa||continent|||
West Africa||region|||
East Africa||region|||
North Africa||region|||
Horn of Africa||region|||
Latin America||region|||
South America||continent|||
North America||continent|||
Central America||region|||
Caribbean||region|||
Arabian Sea||sea|||
Indian Ocean||sea|||
Red Sea||sea|||
Mediterranean|Mediterranean Sea|sea|||
South China Sea||sea|||
Persian Gulf||sea|||
Strait of Hormuz||sea|||
Gulf of Oman||sea|||
Bay of Bengal||sea|||
Line of Control|LoC|region|||
Durand Line||region|||
"""

DISTRICTS: Final = {
    "Punjab": "Attock,Bahawalnagar,Bahawalpur,Bhakkar,Chakwal,Chiniot,Dera Ghazi Khan=DG Khan=D.G. Khan=D G Khan,Faisalabad,"
    "Gujranwala,Gujrat,Hafizabad,Jhang,Jhelum,Kasur,Khanewal,Khushab,Kot Addu,Lahore,Layyah,Lodhran,Mandi Bahauddin,Mianwali,"
    "Multan,Murree,Muzaffargarh,Nankana Sahib,Narowal,Okara,Pakpattan,Rahim Yar Khan=Rahimyar Khan=RY Khan,Rajanpur,Rawalpindi,"
    "Sahiwal,Sargodha,Sheikhupura,Sialkot,Talagang,Taunsa,Toba Tek Singh,Vehari,Wazirabad",
    "Sindh": "Badin,Dadu,Ghotki,Hyderabad,Jacobabad,Jamshoro,Karachi Central,Karachi East,Karachi South,Karachi West,Kashmore,"
    "Keamari,Khairpur,Korangi,Larkana,Malir,Matiari,Mirpurkhas=Mirpur Khas,Naushahro Feroze=Naushero Feroze=Naushahro Firoz,"
    "Shaheed Benazirabad=Benazirabad=Nawabshah,Qambar Shahdadkot=Kambar Shahdadkot,Sanghar,Shikarpur,Sujawal,Sukkur,"
    "Tando Allahyar,Tando Muhammad Khan,Tharparkar,Thatta,Umerkot=Umarkot",
    "Khyber Pakhtunkhwa": "Abbottabad,Bajaur,Bannu,Battagram,Buner,Charsadda,Chitral=Lower Chitral=Upper Chitral,"
    "Dera Ismail Khan=DI Khan=D.I. Khan=D I Khan,Hangu,Haripur,Karak,Khyber,Kohat,Kohistan=Upper Kohistan=Lower Kohistan,Kolai-Palas,"
    "Kurram=Upper Kurram=Lower Kurram,Lakki Marwat,Lower Dir,Upper Dir,Malakand,Mansehra,Mardan,Mohmand,North Waziristan,"
    "South Waziristan=Upper South Waziristan=Lower South Waziristan,Waziristan,Nowshera,Orakzai,Peshawar,Shangla,Swabi,Swat,Tank,Torghar",
    "Balochistan": "Awaran,Barkhan,Chagai,Chaman,Dera Bugti,Duki,Gwadar,Harnai,Hub,Jafarabad=Jaffarabad,Jhal Magsi,Kachhi=Bolan,"
    "Kalat,Kech,Kharan,Khuzdar,Killa Abdullah=Qila Abdullah,Killa Saifullah=Qilla Saifullah=Qila Saifullah,Kohlu,Lasbela,Loralai,Mastung,"
    "Musakhail=Musakhel=Musa Khel,Naseerabad=Nasirabad,Nushki=Noshki,Panjgur,Pishin,Quetta,Sherani,Sibi,Sohbatpur,Surab,Usta Muhammad,Washuk,Zhob,Ziarat,Turbat",
    "Gilgit-Baltistan": "Astore,Diamer=Diamir,Ghanche,Ghizer,Gilgit,Hunza,Kharmang,Nagar,Shigar,Skardu,Gupis-Yasin,Darel,Tangir",
    "Azad Jammu and Kashmir": "Bagh,Bhimber,Hattian=Hattian Bala,Haveli,Kotli,Mirpur,Muzaffarabad,Neelum,Poonch,Rawalakot,Sudhnoti",
}

# Tehsils and taluks that are neither district names nor cities of the gazetteer.
TEHSILS: Final = {
    "Punjab": "Hassan Abdal=Hasan Abdal,Fateh Jang,Pindi Gheb=Pindigheb,Jand,Hazro,Taxila,Wah,Gujar Khan=Gujjar Khan,Kallar Syedan,Kahuta,Kotli Sattian,"
    "Sohawa,Dina,Pind Dadan Khan,Kallar Kahar,Choa Saidan Shah,Quaidabad,Noorpur Thal,Naushera,Sillanwali,Kot Momin,Sahiwal,Bhera,Bhalwal,Shahpur,"
    "Piplan,Isakhel,Mankera,Darya Khan,Kalurkot,Chak Jhumra,Tandlianwala=Tandliyanwala,Samundri,Jaranwala,Gojra,Kamalia,Pir Mahal=Pirmahal,Shorkot,"
    "Athara Hazari,Ahmedpur Sial=Ahmadpur Sial,Lalian,Bhowana,Kamoki=Kamoke,Nowshera Virkan,Wazirabad,Pindi Bhattian,Kharian,Sarai Alamgir,Jalalpur Jattan,Malikwal,"
    "Phalia,Daska,Pasrur,Sambrial,Shakargarh,Zafarwal,Ferozewala,Muridke,Sharaqpur,Safdarabad,Shahkot,Sangla Hill,Chunian,Pattoki,Kot Radha Kishan,"
    "Depalpur=Dipalpur,Renala Khurd,Arifwala,Chichawatni,Kabirwala,Mian Channu,Jahanian,Shujabad,Jalalpur Pirwala,Burewala,Mailsi,Dunyapur,Kehror Pacca=Kahror Pakka,"
    "Chishtian,Haroonabad=Harunabad,Fort Abbas,Minchinabad,Hasilpur,Yazman,Ahmedpur East=Ahmadpur East,Khairpur Tamewali,Sadiqabad=Sadiqabad,Khanpur,Liaquatpur=Liaqatpur,"
    "Alipur,Jatoi,Kot Sultan,Karor Lal Esan,Chaubara,Jampur,Rojhan,Rahimabad,Raiwind,Shalimar",
    "Sindh": "Rohri,Pano Aqil,Salehpat,Ubauro,Daharki,Mirpur Mathelo,Khangarh,Garhi Yasin,Lakhi,Khanpur,Thul,Garhi Khairo,Kandhkot,Tangwani,Ratodero,"
    "Dokri,Bakrani,Shahdadkot,Warah,Nasirabad,Mehar,Johi,Khairpur Nathan Shah=KN Shah,Sehwan,Kotri,Thano Bula Khan,Manjhand,Hala,Saeedabad,Qasimabad,Latifabad,"
    "Tando Jam,Tando Adam,Shahdadpur,Sinjhoro,Khipro,Sakrand,Daulatpur,Moro,Kandiaro,Bhiria,Mehrabpur,Gambat,Kot Diji,Kingri,Nara,Faiz Ganj,Digri,Jhudo,Kunri,Samaro,"
    "Pithoro,Mithi,Islamkot,Nagarparkar,Diplo,Chachro,Dahli,Matli,Talhar,Golarchi,Tando Bago,Ghorabari,Mirpur Sakro,Keti Bandar,Jati,Shah Bandar,Lyari,Landhi,Gulshan-e-Iqbal,"
    "Gulistan-e-Johar,North Nazimabad,Nazimabad,Liaquatabad,Clifton,Gadap,Ibrahim Hyderi,Baldia,Orangi,Surjani,Manghopir,Saddar,Defence",
    "Khyber Pakhtunkhwa": "Baffa,Balakot,Oghi,Darband,Havelian,Ghazi,Khanpur,Topi,Lahor,Razar,Takht Bhai,Katlang,Rustam,Tangi,Shabqadar,Pabbi,Jehangira,"
    "Jamrud,Landi Kotal,Bara,Tirah,Mir Ali,Miramshah=Miranshah,Datta Khel,Razmak,Wana,Ladha,Makeen,Sararogha,Sarwekai,Parachinar,Sadda,Lachi,Gumbat,Thall=Thal,Banda Daud Shah,"
    "Takht-i-Nasrati,Sarai Naurang,Domel,Bakka Khel,Kulachi,Paroa,Paharpur,Daraban,Mingora,Saidu Sharif,Babuzai,Matta,Kabal,Khwazakhela,Barikot,Bahrain,Kalam,Malam Jabba,"
    "Alpuri,Puran,Besham,Chakesar,Daggar,Gagra,Totalai,Batkhela,Dargai,Thana,Timergara,Samarbagh,Jandool,Wari,Sheringal,Drosh,Booni,Mastuj,Dassu,Pattan,Khar,Nawagai,Mamond,Salarzai,Ghalanai,"
    "Ekkaghund,Safi,Kalaya,Allai",
    "Balochistan": "Turbat,Mand,Tump,Buleda,Pasni,Ormara,Jiwani,Uthal,Bela,Winder,Gaddani=Gadani,Wadh,Zehri,Nal,Mach,Dhadar,Sui,Dera Murad Jamali,Dera Allah Yar,Sanjawi,Muslim Bagh,Gulistan,"
    "Kuchlak,Panjpai,Dalbandin,Taftan,Nokkundi,Mashkel,Besima,Parom,Qamar Din Karez,Rakhni,Bostan",
}
