"""Under which headers the members table's columns are known.

Adding a word here is all that a renamed column needs. Case, accents, spaces and punctuation do not
count, nor does an addition in parentheses. The first of each names the column in messages.
"""

from __future__ import annotations

from itertools import product

CONTINENT = (
    *("Continent", "Continents", "World region", "Region", "Regions", "Area", "Part of the world", "Geographic region"),
    *("Kontinent", "Erdteil", "Weltregion", "Région", "Región", "Continente", "Regione", "Região", "Kıta", "Bölge"),
    *("Континент", "Регион", "Часть света", "Werelddeel", "Regio", "Kontynent", "Světadíl"),
)

COUNTRY = (
    *("Country", "Countries", "State", "Nation", "Country or region", "Country or territory", "Country / territory"),
    *("Country / region", "Country of origin", "Home country", "Nationality", "Country name", "Name of country"),
    *("Land", "Staat", "Pays", "État", "País", "Estado", "Nación", "Paese", "Stato", "Nazione", "Ülke", "Страна"),
    *("Государство", "Kraj", "Państwo", "Země", "Χώρα"),
)

_PARTY = (
    *("Party name", "Party", "Name of party", "Name of the party", "Name", "Names", "Organisation", "Organization"),
    *("Organisations", "Organizations", "Organisation name", "Organization name", "Name of organisation"),
    *("Name of organization", "Name of the organisation", "Name of the organization", "Political party", "Parties"),
    *("Party or organisation", "Party or organization", "Party / organisation", "Party / organization"),
    *("Parties and organisations", "Parties and organizations", "Member", "Members", "Member party", "Member parties"),
    *("Member organisation", "Member organization", "Member organisations", "Member organizations", "Group"),
    *("Affiliate", "Section", "Formation", "Title"),
)

_ORIGINAL = ("original", "native", "local", "own language", "original language", "native language", "local language")

PARTY_NAME = (
    *_PARTY,
    *(f"{name} {word}" for name, word in product(_PARTY, _ORIGINAL)),
    *(f"{word} {name}" for name, word in product(_PARTY, _ORIGINAL)),
    *(f"{name} in {word}" for name, word in product(_PARTY, _ORIGINAL)),
    *(f"{name} and {word}" for name, word in product(_PARTY, ("abbreviation", "acronym", "initials"))),
    *(
        f"{name} {word}"
        for name, word in product(_PARTY, ("abbreviation", "acronym", "initials"))
        if "name" in name.lower().split()
    ),
    *("Original", "Partei", "Parteiname", "Name der Partei", "Name der Organisation", "Mitglied", "Mitgliedspartei"),
    *("Mitgliedsorganisation", "Parti", "Nom", "Nom du parti", "Nom de l'organisation", "Membre", "Partido", "Nombre"),
    *("Nombre del partido", "Organización", "Miembro", "Partito", "Nome", "Nome del partito", "Organizzazione"),
    *("Nome do partido", "Organização", "Membro", "Parti adı", "Örgüt", "Örgüt adı", "Üye", "Партия", "Название"),
    *("Название партии", "Организация", "Partij", "Naam", "Organisatie", "Partia", "Nazwa", "Organizacja"),
)

ABBREVIATION = (
    *("Abbreviation", "Abbreviations", "Abbr", "Abbrev", "Acronym", "Acronyms", "Initials", "Initialism", "Short name"),
    *("Short form", "Party abbreviation", "Party acronym", "Abkürzung", "Kürzel", "Kurzform", "Sigle", "Siglas"),
    *("Abréviation", "Abreviatura", "Acrónimo", "Sigla", "Abbreviazione", "Kısaltma", "Сокращение", "Аббревиатура"),
    *("Afkorting", "Skrót"),
)
"""Columns of the abbreviation alone."""

ENGLISH_TRANSLATION = (
    *("English translation", "Translation", "Translations", "Translated name", "English", "English name", "In English"),
    *("Name translated", "Translation into English", "Translation to English", "Translation in English", "Meaning"),
    *("English language name", "English title", "English version", "English meaning", "English rendering"),
    *(f"{name} {word}" for name, word in product(_PARTY, ("English", "in English", "English translation"))),
    *(f"English {name}" for name in _PARTY),
    *(f"{name} translation" for name in _PARTY),
    *(f"{name} translated" for name in _PARTY),
    *("English translation of name", "English translation of the name", "English translation of party name"),
    *("Übersetzung", "Englische Übersetzung", "Englischer Name", "Englisch", "Traduction", "Traduction anglaise"),
    *("Nom anglais", "Anglais", "Traducción", "Traducción al inglés", "Nombre en inglés", "Inglés", "Traduzione"),
    *("Traduzione inglese", "Nome inglese", "Inglese", "Tradução", "Tradução inglesa", "Nome em inglês", "Çeviri"),
    *("İngilizce çeviri", "İngilizce", "İngilizce adı", "Перевод", "Английский перевод", "Перевод на английский"),
    *("Vertaling", "Engelse vertaling", "Tłumaczenie", "Tłumaczenie angielskie"),
)

ENGLISH_TRANSLATION_WORDS = ("English", "translation", "translations", "translated", "meaning", "Übersetzung")

MEMBER_SINCE = (
    *("Member since", "Since", "Membership since", "Member from", "ICOR member since", "In ICOR since", "Joined"),
    *("Joined ICOR", "Joined in", "Year joined", "Date joined", "Year of joining", "Date of joining", "Joining year"),
    *("Year of membership", "Membership year", "Membership", "Accession", "Year of accession", "Date of accession"),
    *("Accession year", "Accession date", "Admission", "Admitted", "Admitted in", "Year of admission", "Year admitted"),
    *("Date of admission", "Year of entry", "Entry", "Entry year", "Entered", "Affiliated", "Affiliated since"),
    *("Affiliation", "Year of affiliation", "Affiliation year", "Date of affiliation", "Member since year"),
    *("Start of membership", "Membership start", "Year", "Joined year", "Year since", "Join date", "Join year"),
    *("Mitglied seit", "Seit", "Beitritt", "Beitrittsjahr", "Aufnahme", "Membre depuis", "Depuis", "Adhésion"),
    *("Année d'adhésion", "Miembro desde", "Desde", "Ingreso", "Año de ingreso", "Adhesión", "Membro dal", "Dal"),
    *("Adesione", "Anno di adesione", "Membro desde", "Adesão", "Üyelik", "Üyelik tarihi", "Katılım", "Член с"),
    *("Членство с", "Вступление", "Год вступления", "Lid sinds", "Sinds", "Członek od", "Od"),
)

MEMBER_SINCE_WORDS = (
    "since",
    "joined",
    "joining",
    "accession",
    "admission",
    "admitted",
    "acceded",
    "entry",
    "affiliated",
)
"""Words by which any other header is known, if only one column has such a header."""

LEFT = (
    *("Left", "Left ICOR", "Left in", "Year left", "Date left", "Until", "Member until", "Membership until", "To"),
    *(
        "Withdrew",
        "Withdrawn",
        "Withdrawal",
        "Departed",
        "Departure",
        "Exit",
        "Exited",
        "Expelled",
        "Resigned",
        "Ended",
    ),
    *("End of membership", "Membership end", "Membership ended", "Former since", "Ceased", "Suspended", "Leave date"),
    *("Austritt", "Ausgetreten", "Bis", "Mitglied bis", "Sortie", "Départ", "Jusqu'à", "Salida", "Hasta", "Uscita"),
    *("Fino al", "Saída", "Até", "Ayrıldı", "Ayrılış", "Выход", "До", "Вышла", "Uittreding", "Tot"),
)
"""Columns that tell when a membership ended: a row with a value there is of no member of today."""

STATUS = ("Status", "Membership status", "Member status", "Type of membership", "Membership type", "Kind of member")
"""Columns that tell what kind of member a party is; a value with a word of FORMER there is of none of today."""

NOT_LEFT = ("present", "current", "currently", "today", "still", "still member", "no", "never", "heute", "aujourd'hui")
"""Words in a column of LEFT that say that the membership goes on."""

FORMER = (
    *("former", "formerly", "past", "previous", "previously", "ex", "historical", "historic", "defunct", "expelled"),
    *("withdrawn", "departed", "departures", "excluded", "suspended", "dissolved", "resigned", "inactive", "until"),
    *("that left", "have left", "who left", "left ICOR", "no longer", "non-members", "founding", "founders"),
    *("participants", "observer", "observers", "candidate", "candidates", "applicant", "applicants", "associate"),
    *("associates", "associated", "guest", "guests", "friends", "supporters", "cooperating", "co-operating"),
    *("sympathisers", "sympathizers"),
    *("sympathising", "sympathizing", "fraternal", "invited", "prospective", "ehemalige", "frühere", "ausgetretene"),
    *("beobachter", "anciens", "anciennes", "ancien", "observateurs", "antiguos", "exmiembros", "observadores"),
    *("ex membri", "precedenti", "osservatori", "antigos", "eski", "gözlemci", "бывшие", "наблюдатели", "voormalige"),
    *("byli", "dawni"),
)
"""Words, one or several, by which a heading, caption or title row says that a table is not that of the members of
today."""

CURRENT = ("current", "currently", "present", "active", "today", "aktuelle", "heutige", "actuels", "actuales", "mevcut")
"""Words by which a heading or caption says that a table is that of the members of today."""
