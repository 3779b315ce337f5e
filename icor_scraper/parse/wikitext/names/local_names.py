"""The names that namespaces have on Wikipedias in other languages than English.

As the wikis' siteinfo lists them (https://www.mediawiki.org/wiki/API:Siteinfo, `namespaces` and `namespacealiases`): by
language, the number of each namespace with its names, the wiki's own name of it first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from icor_scraper.parse.wikitext.names.rows import read_row


@cache
def local_names_of(language: str) -> Mapping[int, tuple[str, ...]]:
    """By number, the names of the namespaces in a language; none for one without a row here."""
    return {int(number): tuple(names) for number, names in read_row(_ROWS.get(language, ""))}


_ROWS: Final[Mapping[str, str]] = {
    "af": "-1 Spesiaal|1 Bespreking|2 Gebruiker|3 Gebruikerbespreking|6 Lêer,Beeld|10 Sjabloon|12 Hulp|14 Kategorie",
    "als": "-2 Medium|-1 Spezial|1 Diskussion|2 Benutzer,Benutzerin|3 Benutzer Diskussion|6 Datei,Bild|10 Vorlage|"
    "12 Hilfe|14 Kategorie",
    "ar": "-2 ميديا,وسائط|-1 خاص|1 نقاش|2 مستخدم,مستخدمة|3 نقاش المستخدم|6 ملف,صورة|10 قالب|12 مساعدة|14 تصنيف",
    "arz": "-2 ميديا,وسائط|-1 خاص|1 نقاش|2 مستخدم|3 نقاش المستخدم|6 ملف,صورة|10 قالب|12 مساعدة|14 تصنيف",
    "ast": "-2 Medios|-1 Especial|1 Alderique|2 Usuariu,Usuaria|3 Usuariu alderique|6 Ficheru,Imaxe,Imaxen,Archivu|"
    "10 Plantía,Plantilla|12 Ayuda,Aida|14 Categoría",
    "az": "-2 Mediya|-1 Xüsusi|1 Müzakirə|2 İstifadəçi|3 İstifadəçi müzakirəsi|6 Fayl,Şəkil|10 Şablon|12 Kömək|"
    "14 Kateqoriya",
    "ba": "-2 Медиа|-1 Махсус,Ярҙамсы|1 Фекерләшеү|2 Ҡатнашыусы|3 Ҡатнашыусы менән һөйләшеү|6 Файл,Рәсем|10 Ҡалып|"
    "12 Белешмә|14 Категория,Төркөм",
    "be": "-2 Мультымедыя|-1 Адмысловае|1 Размовы|2 Удзельнік|3 Размовы з удзельнікам|6 Файл,Выява|10 Шаблон|"
    "12 Даведка|14 Катэгорыя",
    "be-tarask": "-2 Мэдыя|-1 Спэцыяльныя|1 Абмеркаваньне|2 Удзельнік,Удзельніца|3 Гутаркі ўдзельніка|6 Файл,Выява|"
    "10 Шаблён|12 Дапамога|14 Катэгорыя",
    "bg": "-2 Медия|-1 Специални|1 Беседа|2 Потребител|3 Потребител беседа|6 Файл,Картинка|10 Шаблон|12 Помощ|"
    "14 Категория",
    "bn": "-2 মিডিয়া|-1 বিশেষ|1 আলাপ|2 ব্যবহারকারী|3 ব্যবহারকারী আলাপ|6 চিত্র|10 টেমপ্লেট|12 সাহায্য|14 বিষয়শ্রেণী",
    "br": "-1 Dibar|1 Kaozeal|2 Implijer,Implijerez|3 Kaozeadenn Implijer|6 Restr,Skeudenn|10 Patrom|12 Skoazell|"
    "14 Rummad",
    "bs": "-2 Mediji,Medija|-1 Posebno|1 Razgovor|2 Korisnik|3 Razgovor s korisnikom|6 Datoteka,Slika|10 Šablon|"
    "12 Pomoć|14 Kategorija",
    "ca": "-1 Especial|1 Discussió|2 Usuari,Usuària|3 Usuari Discussió|6 Fitxer,Imatge|10 Plantilla|12 Ajuda|"
    "14 Categoria",
    "ce": "-2 Медиа,Медйа|-1 Белхан,Башхо|1 Дийцаре|2 Декъашхо,Юзер|3 Декъашхочун дийцаре|6 Файл,Сурт,Хlум|"
    "10 Кеп,Дакъан,Куцкеп|12 ГӀо,ГІо,Гlо|14 Категори,Тоба,Кадегар",
    "ceb": "-2 Medya|-1 Espesyal|1 Hisgot|2 Gumagamit|3 Hisgot sa Gumagamit|6 Payl,Imahen|10 Plantilya|12 Tabang|"
    "14 Kategoriya",
    "cs": "-2 Média|-1 Speciální|1 Diskuse|2 Wikipedista,Uživatel,Uživatelka|3 Diskuse s uživatelem|6 Soubor|"
    "10 Šablona|12 Nápověda|14 Kategorie",
    "cv": "-2 Медиа|-1 Ятарлă|1 Сӳтсе явасси|2 Хутшăнакан|3 Хутшăнаканăн канашлу страници|6 Ӳкерчĕк|10 Шаблон|"
    "12 Пулăшу|14 Категори",
    "cy": "-1 Arbennig|1 Sgwrs|2 Defnyddiwr|3 Sgwrs Defnyddiwr|6 Delwedd|10 Nodyn|12 Cymorth|14 Categori",
    "da": "-1 Speciel|1 Diskussion|2 Bruger|3 Brugerdiskussion|6 Fil,Billede|10 Skabelon|12 Hjælp|14 Kategori",
    "de": "-2 Medium|-1 Spezial|1 Diskussion|2 Benutzer,Benutzerin|3 Benutzer Diskussion|6 Datei,Bild|10 Vorlage|"
    "12 Hilfe|14 Kategorie|828 Modul",
    "el": "-2 Μέσο,Μέσον|-1 Ειδικό|1 Συζήτηση|2 Χρήστης|3 Συζήτηση χρήστη|6 Αρχείο,Εικόνα|10 Πρότυπο|12 Βοήθεια|"
    "14 Κατηγορία",
    "eo": "-2 Aŭdvidaĵo|-1 Specialaĵo,Speciala|1 Diskuto|2 Uzanto,Uzantino,Vikipediisto,Uzulo|3 Uzanto-Diskuto|"
    "6 Dosiero|10 Ŝablono|12 Helpo|14 Kategorio",
    "es": "-2 Medio|-1 Especial|1 Discusión|2 Usuario,Usuaria|3 Usuario discusión|6 Archivo,Imagen|10 Plantilla|"
    "12 Ayuda|14 Categoría|828 Módulo",
    "et": "-2 Meedia|-1 Eri|1 Arutelu|2 Kasutaja|3 Kasutaja arutelu|6 Fail,Pilt|10 Mall|12 Juhend|14 Kategooria",
    "eu": "-1 Berezi,Aparteko|1 Eztabaida|2 Lankide|3 Lankide eztabaida|6 Fitxategi,Irudi|10 Txantiloi|12 Laguntza|"
    "14 Kategoria",
    "fa": "-2 مدیا,رسانه,رسانه‌ای|-1 ویژه|1 بحث|2 کاربر|3 بحث کاربر|6 پرونده,تصویر|10 الگو|12 راهنما|14 رده",
    "fi": "-1 Toiminnot|1 Keskustelu|2 Käyttäjä|3 Keskustelu käyttäjästä|6 Tiedosto,Kuva|10 Malline|12 Ohje|14 Luokka",
    "fr": "-2 Média|-1 Spécial|1 Discussion|2 Utilisateur,Utilisatrice|3 Discussion utilisateur|4 Wikipédia|"
    "6 Fichier|10 Modèle|12 Aide|14 Catégorie|100 Portail",
    "ga": "-2 Meán|-1 Speisialta|1 Plé|2 Úsáideoir|3 Plé úsáideora|6 Íomhá|10 Teimpléad,Múnla|12 Cabhair|"
    "14 Catagóir,Rang",
    "gl": "-1 Especial|1 Conversa|2 Usuario,Usuaria|3 Conversa usuario|6 Ficheiro,Imaxe|10 Modelo|12 Axuda|"
    "14 Categoría",
    "gu": "-2 દ્રશ્ય-શ્રાવ્ય (મિડિયા)|-1 વિશેષ|1 ચર્ચા|2 સભ્ય|3 સભ્યની ચર્ચા|6 ચિત્ર|10 ઢાંચો|12 મદદ|14 શ્રેણી",
    "he": "-2 מדיה|-1 מיוחד|1 שיחה|2 משתמש,משתמשת|3 שיחת משתמש|6 קובץ,תמונה|10 תבנית|12 עזרה|14 קטגוריה",
    "hi": "-2 मीडिया|-1 विशेष|1 वार्ता|2 सदस्य|3 सदस्य वार्ता|6 चित्र|10 साँचा|12 सहायता|14 श्रेणी",
    "hr": "-2 Mediji|-1 Posebno|1 Razgovor|2 Suradnik,Suradnica|3 Razgovor sa suradnikom|6 Datoteka,Slika|"
    "10 Predložak|12 Pomoć|14 Kategorija",
    "hu": "-2 Média|-1 Speciális|1 Vita|2 Szerkesztő|3 Szerkesztővita|6 Fájl,Kép|10 Sablon|12 Segítség|14 Kategória",
    "hy": "-2 Մեդիա|-1 Սպասարկող|1 Քննարկում|2 Մասնակից|3 Մասնակցի քննարկում|6 Պատկեր|10 Կաղապար|12 Օգնություն|"
    "14 Կատեգորիա",
    "id": "-1 Istimewa|1 Pembicaraan|2 Pengguna|3 Pembicaraan Pengguna|6 Berkas,Gambar|10 Templat|12 Bantuan|"
    "14 Kategori",
    "is": "-2 Miðill|-1 Kerfissíða|1 Spjall|2 Notandi|3 Notandaspjall|6 Mynd|10 Snið|12 Hjálp|14 Flokkur",
    "it": "-1 Speciale|1 Discussione|2 Utente|3 Discussioni utente|6 Immagine,File|12 Aiuto|14 Categoria|100 Portale|"
    "828 Modulo",
    "ja": "-2 メディア|-1 特別|1 トーク|2 利用者|3 利用者・トーク|6 ファイル,画像|10 テンプレート|12 ヘルプ|"
    "14 カテゴリ",
    "jv": "-2 Médhia,Media,Medhia|-1 Mirunggan,Astamiwa|1 Parembugan|2 Naraguna,Panganggo|3 Parembugan Naraguna|"
    "6 Barkas,Gambar|10 Cithakan|12 Pitulung|14 Kategori",
    "ka": "-2 მედია|-1 სპეციალური|1 განხილვა|2 მომხმარებელი,მონაწილე|3 მომხმარებლის განხილვა|6 ფაილი,სურათი|10 თარგი|"
    "12 დახმარება|14 კატეგორია",
    "kk": "-2 Таспа,Taspa,تاسپا|-1 Арнайы,Arnaýı,ارنايى|1 Талқылау|2 Қатысушы,Qatıswşı,قاتىسۋشى|3 Қатысушы талқылауы|"
    "6 Сурет,Swret,سۋرەت|10 Үлгі,Ülgi,ٷلگٸ,ٴۇلگٴى|12 Анықтама,Anıqtama,انىقتاما|14 Санат,Sanat,سانات",
    "kn": "-2 ಮೀಡಿಯ|-1 ವಿಶೇಷ|1 ಚರ್ಚೆಪುಟ|2 ಸದಸ್ಯ|3 ಸದಸ್ಯರ ಚರ್ಚೆಪುಟ|6 ಚಿತ್ರ|10 ಟೆಂಪ್ಲೇಟು|12 ಸಹಾಯ|14 ವರ್ಗ",
    "ko": "-2 미디어|-1 특수,특,특수기능|1 토론|2 사용자|3 사용자토론|6 파일,그림|10 틀|12 도움말|14 분류",
    "ku": "-2 Medya|-1 Taybet|1 Gotûbêj|2 Bikarhêner|3 Gotûbêja bikarhêner|6 Wêne|10 Şablon|12 Alîkarî|14 Kategorî",
    "ky": "-2 Медиа|-1 Атайын|1 Талкуу|2 Колдонуучу|3 Колдонуучунун баарлашуулары|6 Файл|10 Калып|12 Жардам|"
    "14 Категория",
    "la": "-1 Specialis|1 Disputatio|2 Usor|3 Disputatio Usoris|6 Fasciculus,Imago|10 Formula|12 Auxilium|14 Categoria",
    "lb": "-1 Spezial|1 Diskussioun|2 Benotzer|3 Benotzer Diskussioun|6 Fichier,Bild|10 Schabloun|12 Hëllef|"
    "14 Kategorie",
    "lt": "-2 Medija|-1 Specialus|1 Aptarimas|2 Naudotojas,Naudotoja|3 Naudotojo aptarimas|6 Vaizdas|10 Šablonas|"
    "12 Pagalba|14 Kategorija",
    "lv": "1 Diskusija|2 Dalībnieks,Dalībniece,Lietotājs|3 Dalībnieka diskusija|6 Attēls|10 Veidne|12 Palīdzība|"
    "14 Kategorija",
    "min": "-1 Istimewa|1 Rundiang|2 Pangguno,Pengguna|3 Rundiang Pangguno|6 Berkas|10 Templat|12 Bantuan|14 Kategori",
    "mk": "-2 Медиум,Медија|-1 Специјална,Специјални|1 Разговор|2 Корисник|3 Разговор со корисник|6 Податотека,Слика|"
    "10 Предлошка,Шаблон|12 Помош|14 Категорија",
    "ml": "-2 മീഡിയ|-1 പ്രത്യേകം,പ്രത്യേ|1 സംവാദം|2 ഉപയോക്താവ്,അംഗം,ഉ|3 ഉപയോക്താവിന്റെ സംവാദം|6 പ്രമാണം,ചി,ചിത്രം,പ്ര|10 ഫലകം,ഫ|"
    "12 സഹായം,സ|14 വർഗ്ഗം,വി,വ,വിഭാഗം",
    "mr": "-2 मिडिया|-1 विशेष|1 चर्चा|2 सदस्य|3 सदस्य चर्चा|6 चित्र|10 साचा|12 सहाय्य,साहाय्य|14 वर्ग",
    "ms": "-1 Khas,Istimewa|1 Perbincangan|2 Pengguna|3 Perbincangan pengguna|6 Fail,Imej|10 Templat|12 Bantuan|"
    "14 Kategori",
    "my": "-2 မီဒီယာ|-1 အထူး|1 ဆွေးနွေးချက်|2 အသုံးပြုသူ|3 အသုံးပြုသူ ဆွေးနွေးချက်|6 ဖိုင်|10 တမ်းပလိတ်|12 အကူအညီ|14 ကဏ္ဍ",
    "nb": "-2 Medium|-1 Spesial|1 Diskusjon|2 Bruker|3 Brukerdiskusjon|6 Fil,Bilde|10 Mal|12 Hjelp|14 Kategori",
    "nds": "-1 Spezial|1 Diskuschoon|2 Bruker,Benutzer|3 Bruker Diskuschoon|6 Bild,Datei|10 Vörlaag,Vorlage|"
    "12 Hülp,Hilfe|14 Kategorie",
    "ne": "-2 मीडिया|-1 विशेष|1 वार्तालाप|2 प्रयोगकर्ता|3 प्रयोगकर्ता वार्ता|6 चित्र|10 ढाँचा|12 मद्दत|14 श्रेणी",
    "nl": "-1 Speciaal|1 Overleg|2 Gebruiker|3 Overleg gebruiker|6 Bestand,Afbeelding|10 Sjabloon|14 Categorie|"
    "100 Portaal",
    "nn": "-2 Filpeikar|-1 Spesial|1 Diskusjon|2 Brukar|3 Brukardiskusjon|6 Fil|10 Mal|12 Hjelp|14 Kategori",
    "no": "-2 Medium|-1 Spesial|1 Diskusjon|2 Bruker|3 Brukerdiskusjon|6 Fil,Bilde|10 Mal|12 Hjelp|14 Kategori",
    "oc": "-2 Mèdia|-1 Especial|1 Discutir|2 Utilizaire,Utilisator|3 Discussion Utilizaire|6 Fichièr,Imatge|10 Modèl|"
    "12 Ajuda|14 Categoria",
    "pa": "-2 ਮੀਡੀਆ|-1 ਖ਼ਾਸ,ਖਾਸ|1 ਗੱਲ-ਬਾਤ|2 ਵਰਤੋਂਕਾਰ,ਮੈਂਬਰ,ਵਰਤੌਂਕਾਰ|3 ਵਰਤੋਂਕਾਰ ਗੱਲ-ਬਾਤ|6 ਤਸਵੀਰ|10 ਫਰਮਾ,ਨਮੂਨਾ|12 ਮਦਦ|14 ਸ਼੍ਰੇਣੀ",
    "pl": "-1 Specjalna|1 Dyskusja|2 Wikipedysta,Użytkownik,Użytkowniczka|3 Dyskusja użytkownika|6 Plik,Grafika|"
    "10 Szablon|12 Pomoc|14 Kategoria",
    "pnb": "-2 میڈیا|-1 خاص|1 گل بات|2 ورتنوالا|3 ورتن گل بات|6 فائل,تصویر|10 سانچہ|12 ہتھونڈائی|14 گٹھ",
    "pt": "-2 Multimédia|-1 Especial|1 Discussão|2 Usuário,Utilizador,Utilizadora|3 Utilizador Discussão|"
    "6 Ficheiro,Arquivo,Imagem|10 Predefinição|12 Ajuda|14 Categoria",
    "ro": "1 Discuție|2 Utilizator|3 Discuție Utilizator|6 Fișier,Imagine,Fişier|10 Format|12 Ajutor|14 Categorie",
    "ru": "-2 Медиа|-1 Служебная|1 Обсуждение|2 Участник,Участница|3 Обсуждение участника|4 Википедия|"
    "6 Файл,Изображение|10 Шаблон|12 Справка|14 Категория|100 Портал",
    "scn": "-2 Mèdia|-1 Spiciali|1 Discussioni|2 Utenti|3 Discussioni utenti|6 File,Mmàggini|12 Aiutu|14 Catigurìa",
    "sco": "1 Collogue|2 Uiser|3 Uiser collogue",
    "sh": "-1 Posebno|1 Razgovor|2 Korisnik|3 Razgovor sa korisnikom|6 Datoteka|10 Šablon|12 Pomoć|14 Kategorija",
    "si": "-2 මාධ්‍යය|-1 විශේෂ|1 සාකච්ඡාව|2 පරිශීලක|3 පරිශීලක සාකච්ඡාව|6 ගොනුව,රූපය|10 සැකිල්ල|12 උදවු|14 ප්‍රවර්ගය",
    "sk": "-2 Médiá|-1 Špeciálne|1 Diskusia|2 Redaktor,Užívateľ,Užívateľka|3 Diskusia s užívateľom|6 Súbor,Obrázok|"
    "10 Šablóna|12 Pomoc|14 Kategória",
    "sl": "-2 Datoteka|-1 Posebno|1 Pogovor|2 Uporabnik|3 Uporabniški pogovor|6 Slika|10 Predloga|12 Pomoč|"
    "14 Kategorija",
    "sq": "-1 Speciale|1 Diskutim|2 Përdoruesi,Përdoruesja,Perdoruesi|3 Përdoruesi diskutim|6 Skeda,Figura|10 Stampa|"
    "12 Ndihmë,Ndihme|14 Kategoria,Kategori",
    "sr": "-2 Медиј,Medija,Медија,Medij|-1 Посебно,Posebno|1 Разговор|2 Корисник,Korisnik|3 Разговор са корисником|"
    "6 Датотека,Slika,Слика,Datoteka|10 Шаблон,Šablon|12 Помоћ,Pomoć|14 Категорија,Kategorija",
    "su": "-2 Média|-1 Husus|1 Obrolan|2 Pamaké|3 Obrolan pamaké|6 Gambar|10 Citakan|12 Pitulung|14 Kategori",
    "sv": "1 Diskussion|2 Användare|3 Användardiskussion|6 Fil,Bild|10 Mall|12 Hjälp|14 Kategori",
    "sw": "-1 Maalum|1 Majadiliano|2 Mtumiaji|3 Majadiliano ya mtumiaji|6 Faili,Picha|10 Kigezo|12 Msaada|14 Jamii",
    "ta": "-2 ஊடகம்|-1 சிறப்பு|1 பேச்சு|2 பயனர்|3 பயனர் பேச்சு|6 படிமம்|10 வார்ப்புரு|12 உதவி|14 பகுப்பு",
    "te": "-2 మీడియా|-1 ప్రత్యేక|1 చర్చ|2 వాడుకరి,సభ్యులు,సభ్యుడు|3 వాడుకరి చర్చ|6 దస్త్రం,బొమ్మ,ఫైలు|10 మూస|12 సహాయం,సహాయము|14 వర్గం",
    "tg": "-2 Медиа|-1 Вижа|1 Баҳс|2 Корбар|3 Баҳси корбар|6 Акс|10 Шаблон|12 Роҳнамо|14 Гурӯҳ",
    "th": "-2 สื่อ|-1 พิเศษ|1 พูดคุย|2 ผู้ใช้|3 คุยกับผู้ใช้|6 ไฟล์,ภาพ|10 แม่แบบ|12 วิธีใช้|14 หมวดหมู่",
    "tl": "-2 Midya|-1 Natatangi|1 Usapan|2 Tagagamit|3 Usapang tagagamit|6 Talaksan|10 Padron,Suleras|12 Tulong|"
    "14 Kategorya,Kaurian",
    "tr": "-2 Ortam,Medya|-1 Özel|1 Tartışma|2 Kullanıcı|3 Kullanıcı mesaj|4 Vikipedi|6 Dosya,Resim|10 Şablon|"
    "12 Yardım|14 Kategori",
    "tt": "-2 Медиа|-1 Махсус,Служебная,Maxsus|1 Бәхәс|2 Кулланучы,Участница,Участник,Äğzä|3 Кулланучы бәхәсе|"
    "6 Файл,Изображение,Рәсем,Räsem|10 Калып,Үрнәк,Шаблон,Ürnäk|12 Ярдәм,Справка,Yärdäm|"
    "14 Төркем,Категория,Törkem",
    "uk": "-2 Медіа,Медиа|-1 Спеціальна,Спеціальні,Служебная|1 Обговорення|2 Користувач,Користувачка,Участник|"
    "3 Обговорення користувача|4 Вікіпедія|6 Файл,Зображення,Изображение|10 Шаблон|12 Довідка,Справка|"
    "14 Категорія,Категория",
    "ur": "-2 میڈیا,وسیط,زریعہ|-1 خاص|1 تبادلۂ خیال|2 صارف|3 تبادلۂ خیال صارف|6 فائل,تصویر,ملف|10 سانچہ|12 معاونت|"
    "14 زمرہ",
    "uz": "-2 Media,Mediya|-1 Maxsus|1 Munozara|2 Foydalanuvchi|3 Foydalanuvchi munozarasi|6 Fayl,Tasvir|"
    "10 Andoza,Shablon|12 Yordam|14 Turkum,Kategoriya",
    "vec": "-2 Mèdia,Media|-1 Speçałe,Speciale|1 Discusion|2 Utensa,Utente|3 Discusion Utensa|6 File,Imàjine|"
    "10 Modeło,Modèl|12 Juto,Aiuto,Ajuto|14 Categoria",
    "vi": "-2 Phương tiện|-1 Đặc biệt|1 Thảo luận|2 Thành viên|3 Thảo luận Thành viên|6 Tập tin,Hình|"
    "10 Bản mẫu,Tiêu bản|12 Trợ giúp|14 Thể loại",
    "war": "-2 Medya|-1 Pinaurog|1 Hiruhimangraw|2 Gumaramit|3 Hiruhimangaw hiton gumaramit|6 Paypay,Fayl|10 Batakan|"
    "12 Bulig|14 Kaarangay",
    "yi": "-2 מעדיע|-1 באַזונדער,באזונדער|1 רעדן|2 באַניצער,באַניצערין,באנוצער,משתמש,משתמשת,באניצער|3 באַניצער רעדן|"
    "6 טעקע,בילד|10 מוסטער|12 הילף|14 קאַטעגאָריע,קאטעגאריע",
    "yue": "-2 媒體,媒体|-1 特別,特殊|1 傾偈|2 用戶,用户|3 用戶傾偈|6 文件,檔,檔案,档,档案,圖,圖像,图,图像|10 模|"
    "12 幫手,幫助,說明,帮手,帮助,说明|14 分類,類,类,分类",
    "zh": "-2 Media,媒体,媒体文件,媒体档案,媒體,媒體檔案,媒體文件|-1 Special,特殊|2 User,用户,使用者,用戶|"
    "6 File,文件,档案,图像,图片,檔案,圖像,圖片|10 Template,模板,样板,樣板|"
    "12 Help,帮助,说明,使用说明,說明,幫助,使用說明|14 Category,分类,分類",
    "zh-yue": "-2 媒體,媒体|-1 特別,特殊|1 傾偈|2 用戶,用户|3 用戶傾偈|6 文件,檔,檔案,档,档案,圖,圖像,图,图像|10 模|"
    "12 幫手,幫助,說明,帮手,帮助,说明|14 分類,類,类,分类",
}
