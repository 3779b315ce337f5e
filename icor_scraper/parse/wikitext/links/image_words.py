"""The words for the options of images in other languages than English, where the English ones work too.

As the wikis' siteinfo lists them (https://www.mediawiki.org/wiki/API:Siteinfo, `magicwords`): by language, an English
word with those that say the same; "left" stands for every word that only places the image.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from icor_scraper.parse.wikitext.names.rows import read_row

_LINK, _UPRIGHT, _PIXELS = "link", "upright", "px"


@cache
def english_words(language: str) -> Mapping[str, str]:
    """The English word for each of a language."""
    return {word: english for english, words in read_row(_ROWS.get(language, "")) for word in words}


@cache
def link_words(language: str) -> tuple[str, ...]:
    """The words before the equals sign of the option that tells what an image leads to."""
    return (_LINK, *(word for word, english in english_words(language).items() if english == _LINK))


def in_english(option: str, language: str) -> str:
    """A part of an image with the English word for what it begins with, or for its unit."""
    words = english_words(language)
    if not words:
        return option
    if option in words:
        return words[option]
    head, equals, value = option.partition("=")
    if equals and head in words:
        return f"{words[head]}={value}"
    head, _, value = option.partition(" ")
    if words.get(head) == _UPRIGHT:
        return f"{_UPRIGHT} {value}"
    for word, english in words.items():
        if english == _PIXELS and option.endswith(word):
            return option.removesuffix(word) + _PIXELS
    return option


_ROWS: Final[Mapping[str, str]] = {
    "als": "thumb mini,miniatur|frame gerahmt|frameless rahmenlos|upright hochkant|alt alternativtext|class klasse|"
    "link verweis|left links,rechts,ohne,zentriert,rand,grundlinie,tief,tiefgestellt,hoch,hochgestellt,oben,"
    "text-oben,mitte,unten,text-unten",
    "ar": "thumb تصغير,مصغر|frame إطار,بإطار|frameless لاإطار|upright معدول|alt بديل|class رتبة|link وصلة,رابط|"
    "px بك,عن|left يسار,يمين,بدون,بلا,مركز,حدود,خط_أساسي,فرعي,سوبر,سب,أعلى,نص_أعلى,وسط,أسفل,نص_أسفل",
    "ast": "thumb miniaturadeimagen,miniatura,mini|frame marco,enmarcado,enmarcada|frameless sinmarco,sin_enmarcar,"
    "sinenmarcar|link vínculo,vinculo,enlace|left izquierda,izda,izq,derecha,der,dcha,no,ninguna,ninguno,"
    "nada,centro,centrado,centrada,centrar,borde,arriba,medio,abajo",
    "be": "thumb міні,мініяцюра|frame безрамкі|px пкс|left злева,справа,няма,цэнтр",
    "be-tarask": "thumb значак,міні,мініяцюра|frame рамка,безрамкі|link спасылка|px пкс|left зьлева,злева,справа,няма,"
    "цэнтар,цэнтр,зьверху,пасярэдзіне,зьнізу",
    "bg": "thumb мини|frame рамка,врамка|frameless безрамка|px пкс,п|left ляво,вляво,л,дясно,вдясно,д,н,център,ц,"
    "центр,ръб,контур",
    "bn": "thumb থাম্ব,থাম্বনেইল|frame ফ্রেম,ফ্রেমসহ|frameless ফ্রেমহীন,ফ্রেমবিহীন|upright ডানে_উপরে,ডানেউপরে,"
    "ডানদিকে_উপরে|class ক্লাস|link সংযোগ,লিঙ্ক|px পিক্সেল,পিক্স|left বাম,বামে,ডান,ডানে,কিছুই_না,কোনটি_না,কিছুইনা,"
    "কোনটিনা,কেন্দ্র,কেন্দ্রে,সীমানা,সীমান্ত,শীর্ষ,উপর,শীর্ষে,উপরে,পাঠ্য-উপরে,লেখা-উপরে,পাঠ্য-উপর,লেখা-উপর,মধ্য,মধ্যে,"
    "নিচে,নিচ,নীচ,নীচে,তলদেশ,নিম্নে,পাঠ্য-নীচে,লেখা-নীচ",
    "ca": "thumb miniatura,vinheta|frame marc,quadre,enquagrat|frameless sense marc,sens_quadre|upright redreçat,"
    "redreça|link enllaç,ligam|left esquerra,dreta,cap,vora,línia de base,dalt,dalt-text,mitjà,baix,"
    "baix-text,esquèrra,senèstra,gaucha,drecha,neant,nonrés,centrat,bordadura,linha_de_basa,indici,ind,exp,"
    "naut,naut-tèxte,naut-txt,mitan,bas,bas-tèxte,bas-txt",
    "cs": "thumb náhled,náhľad,náhľadobrázka|frame rám|frameless bezrámu|class třída|link odkaz|px pixelů,bod|"
    "left vlevo,vpravo,žádné,střed,okraj,vľavo,žiadny,stred",
    "cy": "thumb bawd,ewin_bawd,mân-lun|upright unionsyth|left chwith,de,dim,canol,is,uwch,brig,gwaelod,godre",
    "de": "thumb mini,miniatur|frame gerahmt|frameless rahmenlos|upright hochkant|alt alternativtext|class klasse|"
    "link verweis|left links,rechts,ohne,zentriert,rand,grundlinie,tief,tiefgestellt,hoch,hochgestellt,oben,"
    "text-oben,mitte,unten,text-unten",
    "el": "thumb μικρογραφία,μινιατούρα|frame με-πλαίσιο|frameless χωρίς-πλαίσιο|upright κατακόρυφα|alt εναλλ.|"
    "link σύνδεσμος|px εσ|left αριστερά,δεξιά,καθόλου,κέντρο,πλαίσιο,γραμμήβάσης,δείκτης,εκθέτης,άνω,"
    "πάνω-από-το-κείμενο,μέσο,κάτω,κάτω-από-το-κείμενο",
    "eo": "thumb eta|frame kadro,enkadrita,enkadrite|frameless senkadra|upright altdekstre|alt alternative|"
    "class klaso|link ligilo|px ra|left maldekstra,maldekstre,dekstra,dekstre,neniu,nenio,centra,meza,kadra,"
    "kadrita,kadrigita,kadrite,kadrigite,sube,malsupre,supre,malsube,alte,tekst-alte,meze,malalte,suba-teksto",
    "es": "thumb miniaturadeimagen,miniatura,mini|frame marco,enmarcado,enmarcada|frameless sinmarco,sin_enmarcar,"
    "sinenmarcar|link vínculo,vinculo,enlace|left izquierda,izda,izq,derecha,der,dcha,no,ninguna,ninguno,"
    "nada,centro,centrado,centrada,centrar,borde,arriba,medio,abajo",
    "et": "thumb pisi,pisipilt|frame raam|frameless raamita|upright püsti|left vasakul,paremal,tühi,keskel,ääris",
    "eu": "left ezkerrera,eskuinera,erdian",
    "fa": "thumb بندانگشتی,انگشتی,انگشتدان|frame قاب|frameless بی‌قاب,بیقاب,بی_قاب|upright ایستاده|alt جایگزین|"
    "class کلاس|link پیوند|px پیکسل|left چپ,راست,هیچ,وسط,حاشیه,همکف,زیر,زبر,بالا,متن-بالا,میانه,پایین,"
    "متن-پایین",
    "fi": "thumb pienoiskuva,pienois|frame kehys,kehystetty|frameless kehyksetön|upright pysty,yläoikea|"
    "link linkki|left vasen,oikea,tyhjä,keski,keskitetty,reunus,perustaso,alaindeksi,yläindeksi,ylös,"
    "ylhäällä,keskellä,alas,alhaalla",
    "fr": "thumb vignette|frame cadre,encadré,encadre|frameless sans_cadre,non_encadré,non_encadre|"
    "upright redresse|class classe|link lien|left gauche,droite,néant,neant,centré,bordure,base,"
    "ligne-de-base,indice,ind,exposant,exp,haut,haut-texte,haut-txt,milieu,bas,bas-texte,bas-txt",
    "ga": "thumb mion,mionsamhail|frame fráma,frámaithe|left clé,deas,faic,lár",
    "gl": "thumb miniatura,miniaturadaimagem,miniaturadaimaxe|frame conmarco,marco,conbordo,commoldura,comborda|"
    "frameless senmarco,senbordo,semmoldura,semborda|upright arribaádereita,superiordireito|class clase|"
    "link ligazón,ligação|left esquerda,dereita,direita,ningún,nenhum,centro,borda,bordo,liñadebase,"
    "linhadebase,arriba,acima,texto-arriba,medio,meio,abaixo,texto-abaixo",
    "he": "thumb ממוזער|frame מסגרת,ממוסגר|frameless לא ממוסגר,ללא מסגרת|upright ימין למעלה|alt טקסט|link קישור|"
    "px פיקסלים|left שמאל,ימין,ללא,מרכז,גבול,גבולות,שורת הבסיס,תחתי,עילי,למעלה,בראש הטקסט,באמצע,למטה,"
    "בתחתית הטקסט",
    "hi": "thumb अंगूठाकार,अंगूठा|frame फ्रेम,फ़्रेम|frameless फ़्रेमहीन,फ्रेमहीन|upright खड़ी|alt पाठ|class वर्ग|link कड़ी|"
    "px पिक्सेल|left बाएँ,बाएं,बायें,दाएँ,दायें,दाएं,कोई_नहीं,केंद्र,केन्द्र,केन्द्रित,केंद्रित,बॉर्डर,किनारा,"
    "आधार_रेखा,पद,मूर्ध,शीर्ष,पाठ-शीर्ष,मध्य,तल,पाठ-तल",
    "hr": "thumb mini,minijatura|frame okvir|frameless bezokvira|upright uspravno|link poveznica|left lijevo,desno,"
    "ništa,središte,obrub,osnovnacrta,ind,potpis,natpis,eks,vrh,tekst-vrh,pola,dno,tekst-dno",
    "hu": "thumb bélyegkép,bélyeg,miniatűr|frame keretezett,keretben,keretes,kerettel|frameless keretnélküli|"
    "upright fennjobbra|left balra,bal,jobbra,jobb,semmi,középre,közép,keret,alapvonal,ai,alsóindex,fi,"
    "felsőindex,fenn,fent,szöveg-fenn,szöveg-fent,vközépen,vközépre,lent,lenn,szöveg-lenn,szöveg-lent",
    "hy": "thumb մինի|frame շրջափակել|px փքս|left ձախից,աջից,առանց,կենտրոն",
    "id": "thumb jmpl,jempol,mini,miniatur|frame bingkai,bing|frameless nirbing,tanpabingkai|upright lurus,tegak|"
    "alt al,alternatif|link pra,pranala|left kiri,ki,ka,kanan,nir,tanpa,pus,pusat,tepi,batas,gada,"
    "garis_dasar,upa,atas,atek,atas-teks,tengah,bawah,batek,bawah-teks",
    "is": "thumb þumall|px dp|left vinstri,hægri,engin,miðja,undir,yfir,efst,neðst,texti-neðst",
    "it": "thumb miniatura,min|frame riquadrato,originale,incorniciato|frameless senza_cornice|upright verticale|"
    "left sinistra,destra,nessuno,centro,bordo,pedice,sopra,testo-sopra,metà,sotto,testo-sotto",
    "ja": "thumb サムネイル,代替画像|frame フレーム|frameless フレームなし|upright 右上|alt 代替文|link リンク|"
    "px ピクセル|left 左,右,なし,無し,中央,境界,ボーダー,ベースライン,下線,下付き,上付き,上端,文上端,中心,"
    "下端,文下端",
    "ka": "thumb მინი,მინიატიურა,მინიასლი,ცეროდენა|alt ალტ|link ბმული|px პქ|left მარცხნივ,მარჯვნივ,არა,ცენტრი,"
    "ცენტრში,საზღვარი,ზედა,შუა,ქვედა",
    "ko": "thumb 섬네일,썸네일,축소판|frame 프레임|frameless 프레임없음|upright 위오른쪽|alt 대체글|class 클래스|"
    "link 링크|px 픽셀|left 왼쪽,오른쪽,없음,가운데,테두리,밑줄,아래첨자,위첨자,위,글자위,텍스트위,중간,아래,"
    "글자아래,텍스트아래",
    "lb": "thumb miniatur,Miniatur,mini|frame gerummt,gerahmt|frameless rahmenlos,net_gerummt|upright hochkant|"
    "alt alternativtext|class klasse|link verweis|left lénks,links,riets,rechts,ohne,ouni,zentréiert,"
    "zentriert,rand,bord,uewen,oben,mëtt,mitte,ënnen,unten,grundlinie,tief,tiefgestellt,hoch,hochgestellt,"
    "text-oben,text-unten",
    "lt": "thumb miniatiūra,mini|left kairėje,dešinėje",
    "mk": "thumb мини,мини-слика|frame рамка,ворамка|frameless безрамка|upright исправено|alt алт|class класа|"
    "link врска|px пкс,п|left лево,л,десно,д,н,нема,центар,ц,граничник,граница,основналинија,долениндекс,дол,"
    "горениндекс,гор,врв,најгоре,текст-врв,текст-најгоре,средина,дно,најдолу,текст-дно,текст-најдолу",
    "ml": "thumb ലഘുചിത്രം,ലഘു|frame ചട്ടം,ചട്ടത്തിൽ|frameless ചട്ടരഹിതം|upright നേരേകുത്തനെ|alt പകരം|class ശ്രേണി|"
    "link കണ്ണി|px ബിന്ദു|left ഇടത്ത്‌,ഇടത്‌,വലത്ത്‌,വലത്‌,ശൂന്യം,നടുവിൽ,നടുക്ക്‌,അതിർവര,താഴെയുള്ളവര,കീഴെയെഴുത്ത്,"
    "മേലേയെഴുത്ത്,മേലെ,എഴുത്ത്-മേലെ,മദ്ധ്യം,താഴെ,എഴുത്ത്-താഴെ",
    "mr": "thumb इवलेसे|frame चौकट,फ़्रेम|frameless विनाचौकट,विनाफ़्रेम|upright उभा|alt अल्ट|link दुवा|px अंश,कणी,पक्ष|"
    "left डावे,उजवे,कोणतेचनाही,नन्ना,मध्यवर्ती,सीमा,तळरेषा,आधाररेषा,अधो,उर्ध्व,अत्यूच्च,मजकूर-शीर्ष,शीर्ष-मजकूर,मध्य,"
    "तळ,बूड,मजकुरतळ",
    "ms": "left kanan,kiri,tiada,tengah,bingkai",
    "nds": "thumb duum,miniatur,mini|frame gerahmt,rahmt|frameless rahmenlos|upright hochkant|alt alternativtext|"
    "class klasse|link verweis|left links,rechts,keen,ohne,zentriert,merrn,rand,grundlinie,tief,tiefgestellt,"
    "hoch,hochgestellt,oben,text-oben,mitte,unten,text-unten",
    "nl": "thumb miniatuur|frame omkaderd|frameless kaderloos|upright rechtop|class klasse|link koppeling,"
    "verwijzing|left links,rechts,geen,gecentreerd,rand,grondlijn,boven,tekst-boven,midden,beneden,"
    "tekst-beneden",
    "no": "thumb miniatyr,mini|frame ramme|frameless rammeløs,ingenramme|upright portrett|link lenke|left venstre,"
    "høyre,ingen,sentrer,senter,midtstilt,grunnlinje,topp,midt,bunn,tekst-bunn",
    "oc": "thumb vinheta,miniatura|frame quadre,enquagrat,marc|frameless sens_quadre,sense marc|upright redreça,"
    "redreçat|link ligam,enllaç|left esquèrra,senèstra,gaucha,drecha,dreta,neant,nonrés,centrat,bordadura,"
    "linha_de_basa,indici,ind,exp,naut,naut-tèxte,naut-txt,mitan,bas,bas-tèxte,bas-txt,esquerra,cap,vora,"
    "línia de base,dalt,dalt-text,mitjà,baix,baix-text",
    "pl": "thumb mały|frame ramka|frameless bezramki,bez_ramki|left lewo,prawo,brak,centruj,tło,góra,środek,dół",
    "pt": "thumb miniaturadaimagem,miniatura|frame commoldura,comborda|frameless semmoldura,semborda|"
    "upright superiordireito|link ligação|left esquerda,direita,nenhum,centro,borda,linhadebase,acima,meio,"
    "abaixo",
    "ro": "thumb miniatura,mini|frame cadru|frameless faracadru|upright dreaptasus|link legătură|left stanga,"
    "dreapta,nu,centru,chenar,linia_de_bază,indice,exponent,sus,text-sus,mijloc,jos,text-jos",
    "ru": "thumb мини,миниатюра|frame обрамить|frameless безрамки|upright сверхусправа|alt альт|link ссылка|px пкс|"
    "left слева,справа,без,центр,граница,основание,под,над,сверху,текст-сверху,посередине,снизу,текст-снизу",
    "sk": "thumb náhľad,náhľadobrázka,náhled|frame rám|frameless bezrámu|class třída|link odkaz|px bod,pixelů|"
    "left vľavo,vpravo,žiadny,stred,okraj,vlevo,žádné,střed",
    "sl": "thumb sličica|frame okvir,okvirjeno|frameless brezokvirja|upright zgorajdesno|px _pik|left levo,desno,"
    "brez,sredina,sredinsko,obroba,pod,podpisano,nad,nadpisano,vrh,vrh-besedila,dno,dno-besedila",
    "sq": "thumb parapamje,pamje|frame i_kornizuar,pa_kornizë,kornizë|upright vertikale,lartdjathtas|link lidhja,"
    "lidhje|left majtas,djathtas,asnjë,s'ka,qendër,qendrore,kufi,linjabazë,nën,tekst-majë,tekst-top,mes,fund,"
    "tekst-fund",
    "sr": "thumb мини,умањено,mini,umanjeno|frame оквир,рам,okvir,ram|frameless безоквира,без_оквира,безрама,"
    "без_рама,bezokvira,bez_okvira,bezrama,bez_rama|upright усправно,uspravno|alt алт|link веза,veza|"
    "px пискел,п,p,piskel|left лево,л,десно,д,без,н,центар,ц,c,ивица,оивичено,основа,под,супер,врх,врхтекста,"
    "врх_текста,средина,дно,срединатекста,средина_текста,levo,l,desno,d,bez,n,centar,ivica,osnova,pod,vrh,"
    "vrhteksta,vrh_teksta,sredina,dno,sredinateksta,sredina_teksta",
    "sv": "thumb miniatyr,mini|frame ram,inramad|frameless ramlös|upright stående|link länk|left vänster,höger,"
    "ingen,centrerad,kantlinje,baslinje,ned,upp,topp,text-topp,mitten,botten,text-botten",
    "ta": "left இடது,வலது,ஒன்றுமில்லை,மையம்,மேல்,மத்தியில்,கீழ்",
    "te": "left ఎడమ,కుడి",
    "tr": "thumb küçükresim,küçük|frame çerçeveli,çerçeve|frameless çerçevesiz|upright dikey|class sınıf|"
    "link bağlantı|px pik,piksel|left sol,sağ,yok,orta,sınır,tabançizgisi,altçizgi,alt,üst,üs,tepe,tavan,"
    "metin-tavan,metin-tepe,merkez,taban,metin-taban",
    "uk": "thumb міні,мини,мініатюра,миниатюра|frame обрамити,рамка,обрамить|frameless безрамки|"
    "upright зверхуправоруч,сверхусправа|alt альт|link посилання,ссылка|px пкс|left ліворуч,слева,праворуч,"
    "справа,без,центр,межа,границя,граница,основа,основание,під,под,над,зверху,сверху,текст-зверху,"
    "текст-сверху,посередині,посередине,знизу,снизу,текст-знизу,текст-снизу",
    "ur": "thumb تصغیر|frame چوکھٹا|frameless بدون_چوکھٹا|upright ایستادہ|alt متبادل|class درجہ|link ربط,لنک|"
    "px پکسل,پک|left بائیں,دائیں,بغیر,بدون,وسط,حدود,خط_اساسی,زیر,زبر,بالا,متن-بالا,درمیان,زیریں,متن-زیریں",
    "vi": "thumb nhỏ|frame khung|frameless không_khung|upright đứng|alt thế,thay_thế|class lớp|link liên_kết|"
    "left trái,phải,không,giữa,viền,chân-chữ,chỉ-số-dưới,chỉ-số-trên,trên,trên-chữ,nửa-chiều-cao,dưới,"
    "dưới-chữ",
    "yi": "thumb קליין,ממוזער|frame מסגרת,ממוסגר|frameless לא ממוסגר,ללא מסגרת|upright ימין למעלה|alt טעקסט,טקסט|"
    "link לינק,קישור|px פיקס,פיקסלים|left לינקס,שמאל,רעכטס,ימין,אן,ללא,צענטער,מרכז,אונטער,תחתי,איבער,עילי,"
    "אויבן,למעלה,אינמיטן,באמצע,אונטן,למטה,גבול,גבולות,שורת הבסיס,בראש הטקסט,בתחתית הטקסט",
    "zh": "thumb 缩略图,縮圖|frame 有框|frameless 无框,無框|upright 右上|alt 替代,替代文本,替代文字|class 类,類別|"
    "link 链接,連結|px 像素|left 左,右,无,居中,边框,基线,子,超,顶部,文字顶部,中间,底部,文字底部,無,置中,邊框,"
    "下標,上標,垂直置頂,文字置頂,垂直置中,垂直置底,文字置底",
}
