archive-title = Соңғы сөздер
home = Басты бет
statements = Соңғы сөздер
all-statements = Барлық соңғы сөздер
newest = Жаңалары
speakers = Адамдар
charges = Айыптар
laws = Заңдар
law = Заң
courts = Соттар
countries = Елдер
years = Жылдар
languages = Тілдер
search = Іздеу
browse = Көрсеткіштер
unknown = көрсетілмеген
undated = жылы дәл белгісіз
sources = Дереккөз
source-unknown = Дереккөз көрсетілмеген.
source-archived = сақталған көшірме
date-unstated = Күні
date-unstated-note = ненің күні екені жазбада айтылмаған
date-delivered = Айтылған күні
date-posted = Жарияланған күні
date-verdict = Үкім күні
date-approximate = шамамен
date-uncertain = нақты емес
date-as-written = жазбада:
decade = { $decade }-жылдар
century-bc = б. з. д. { $year } жыл
charge-candidates = Бап анықталмаған; ықтимал баптар:
charge-part = { $part }-бөлік
article = { $number }-бап
law-uncertain = баптың атауы заңмен салыстырылмаған
law-in-force = Күшінде болған кезі
law-formerly = Бұрын
translated-by = Аударған: { $names }
translated-by-machine = Машиналық аударма.
read-in = Басқа тілдерде
original = түпнұсқа
retelling = Бұл – мазмұндама, сөйлеушінің өз сөзі емес.
refused = Сөйлеуші соңғы сөзден бас тартты.
not-recorded = Сөздер жазылып алынбаған.
reworded = Бұл сөйлем сілтеме жасалғаннан кейін түзетілген.
removed = Сілтеме көрсеткен сөйлем мәтінде енді жоқ.
corrections = Жазбаның түзетулері
correction = жазбада «{ $written }», айтылмақ болғаны «{ $meant }»
links = Іс туралы қосымша
previous = Бұрынырақ
next = Кейінірек
moved = Бұл бет көшті. Қазіргі мекенжайы:
withdrawn-title = Мәтін алынып тасталды
withdrawn = Мұнда соңғы сөз болған. Ол жарияланымнан алынды.
withdrawn-date = Алынған күні: { $date }.
withdrawn-reason = Себебі: { $reason }
not-found-title = Мұндай бет жоқ
not-found = Бұл мекенжайда ештеңе жоқ. Көрсеткіштерден іздеңіз.
page-of = { $pages } беттің { $page }-беті
page-previous = Алдыңғы
page-next = Келесі
count = { $count ->
    [one] { $count } соңғы сөз
   *[other] { $count } соңғы сөз
}
other-data = Бұл бет дерек түрінде
feed = Таспа
skip = Мәтінге өту
built-with = Allocution { $version } бағдарламасымен жасалған
colophon = Шығарылым деректері
colophon-built = Жиналған күні
colophon-program = Бағдарлама
colophon-holds = Құрамы
colophon-about = Бұл беттер қаріп пен бос орыннан жасалған: оларда санағыштар да, cookie файлдары да, бөгде серверлерге жіберілетін сұраулар да жоқ. Оларды скриптсіз және желісіз оқуға, сақтауға, басып шығаруға және кез келген тасығышқа көшіруге болады.
gap-inaudible = түсініксіз
gap-cut = қысқартылған
gap-masked = сөз жазбада жасырылған
gap-withheld = мұрағат жарияламайды
withheld = Жарияланбайды
withheld-name = есім
withheld-text = сөздер
withheld-field = өріс
withheld-source = дереккөз
withheld-passage = үзінді
withheld-statement = сөз толығымен
withheld-until = { $until } дейін
machine-detected = тілді бағдарлама анықтаған
site-languages = Сайттың тілдері
last-statement = Соңғы сөз
show-numbers = Сөйлем нөмірлері
text-version = Мәтін
text-transcript = жазылған қалпында
text-corrected = түзетулермен
text-both = екеуі де
quoting = Дәйексөз алу
copy-quotation = Дәйексөзді көшіру
copy-link = Сілтемені көшіру
share = Бөлісу
copied = Көшірілді
neighbours = Уақыты жақын сөздер
pages = Беттер
letters = Әріптер бойынша
side-by-side = Түпнұсқамен қатар
translator-unknown = аудармашы көрсетілмеген
older-than-original = Бұл аударма түпнұсқаның соңғы түзетуінен ескірек.
cite = Сілтеме жасау
cite-gost = МЕМСТ Р 7.0.100
cite-apa = APA
cite-chicago = Chicago
cite-bibtex = BibTeX
cite-ris = RIS
cite-csl = CSL-JSON
cite-accessed = қаралған күні: …
same-speaker = Осы адамның басқа сөздері
same-case = Осы іс бойынша
same-day = Осы сотта сол күні
same-charge = Осы айып бойынша
near-in-words = Сөздері жақын
figures = Сандар
figures-years = Жылдар бойынша
figures-countries = Елдер бойынша
figures-courts = Соттар бойынша
figures-charges = Айыптар бойынша
figures-languages = Тілдер бойынша
map = Карта
without-year = жылы дәл белгісіз: { $count }
more-terms = тағы { $count }
figures-data = Сандар (CSV)
as-table = кесте түрінде
map-title = Соңғы сөздер әлем картасында, елдер мен соттар бойынша
map-courts = Нүктелер орны белгілі соттарды көрсетеді.
not-on-map = картада жоқ:
downloads = Жүктеп алу
downloads-about = Бүкіл мұрағат – сақтауға, желісіз оқуға және зерттеуге арналған түрлерде.
downloads-without = Онда жоғы:
downloads-check = жүктелгенді мына пәрменмен тексеруге болады:
downloads-files = { $count } файл
downloads-one-by-one = Әр соңғы сөз жеке
downloads-one-by-one-about = Бір соңғы сөздің файлдарына сілтемелер оның өз бетінде. Барлығының бақылау қосындылары бір тізімде.
statement-files = Осы соңғы сөзді жүктеп алу
kilobytes = { $size } кБ
megabytes = { $size } МБ
evidence = Растайтын деректер
evidence-capacity = { $posts ->
    [one] Жалғыз дереккөз бұл мәтінді сыйғыза алмайды: Telegram жазбасына ең көбі { $most } UTF-16 бірлігі сыяды, ал мәтінде { $units } бірлік бар. Сөздердің бір бөлігі басқа жерден алынған.
   *[other] Дереккөздер ({ $posts } Telegram жазбасы) бұл мәтінді сыйғыза алмайды: барлығына ең көбі { $most } UTF-16 бірлігі сыяды, ал мәтінде { $units } бірлік бар. Сөздердің бір бөлігі басқа жерден алынған.
}
evidence-coverage = { $all ->
    [one] Мәтінде { $all } сөйлем бар.
   *[other] Мәтінде { $all } сөйлем бар.
} Сақталған көшірмелерден сөзбе-сөз табылғаны: { $found }; басқаша айтылғаны: { $differing }; ешқайсысында жоғы: { $nowhere }.
evidence-wordless = Сақталған көшірмелерде оқуға келетін сөз жоқ.
evidence-file = сақталған файл
evidence-never = сақталмаған
evidence-proved = кемінде { $moment } уақытынан бері бар, куәландырушы: { $authority }
evidence-pending = { $count ->
    [one] { $count } уақыт белгісі сұралды, ол әзірге дәлел емес.
   *[other] { $count } уақыт белгісі сұралды, олар әзірге дәлел емес.
}
evidence-missing = Мұрағатта бұл көшірме енді жоқ.
evidence-changed = Бұл көшірме журналға жазылғандай емес.
evidence-damaged = Бұл көшірмені оқу мүмкін емес.
evidence-replay = Бет сақталған күйінде (басқа мекенжайда; онда өз скрипттері жұмыс істейді)
evidence-change = Алдыңғы көшірмеден бері не өзгерді
evidence-attached-gone = Енді тіркелмеген: { $what }.
evidence-attached-new = Содан бері тіркелген: { $what }.
evidence-attached-changed = Ауыстырылған: { $what }.
evidence-differing = Көшірмелерде басқаша айтылған ({ $count })
evidence-nowhere = Ешбір көшірмеде жоқ ({ $count })
evidence-to-sentence = Сөйлемге өту
evidence-kept-with = { $kind ->
    [video] Бейнежазба
    [voice] Дауыстық хабар
    [document] Құжат
    [preview] Бейнежазба кадры
    [screenshot] Беттің тұтас көрінісі (PNG)
    [print] Беттің баспаға арналған түрі (PDF)
   *[photo] Сурет
}
evidence-outcome-ok = сақталды; жазба орнында болған
evidence-outcome-partial = сақталды; жазбаның бір бөлігі тек Telegram қолданбасында көрінген
evidence-outcome-withheld = сақталды; Telegram жазбаны вебте көрсетпеген
evidence-outcome-service = сақталды; қызметтік хабарлама
evidence-outcome-not-found = сақталды; мұндай жазба болмаған
evidence-outcome-unrecognised = сақталды; бетті оқу мүмкін болмады
evidence-outcome-first = бірінші рет сақталды
evidence-outcome-same = қайта қаралды; ештеңе өзгермеген
evidence-outcome-edited = қайта қаралды; сөздері өзгерген
evidence-outcome-gone = қайта қаралды; дереккөз жоғалған
evidence-outcome-unclear = қайта қаралды; бетті оқу мүмкін болмады
evidence-outcome-unreachable = қайта қаралды; дереккөзге қол жеткізілмеді
evidence-outcome-kept = сақталды
verifying = Бұл мұрағатты қалай тексеруге болады
verifying-about = Бүкіл сайт шығарылым болып та жарияланады: бұл – барлық файлдары, олардың бақылау қосындыларының тізімі және қолтаңбасы бар қалта. Көшірмесі қайдан алынса да, онда барлық файлдың бар екенін және ешкім өзгертпегенін тексеруге болады. Пәрмендер шығарылым қалтасында теріледі.
verifying-key = Мұрағаттың ашық кілті
verifying-fingerprint = Оның ізі
verifying-key-about = Бұл беттің көшірмесі қалғанымен бірге өзгертілген болуы мүмкін. Кілтті басқа жерден алғаныңызбен салыстырыңыз: баспа басылымнан немесе өзіңіз сенетін адамнан.
verifying-minisign = Қолтаңба: minisign
verifying-minisign-about = Шығарылымға мұрағаттың кілті бар адам қол қойған, ол туралы айтылғандар қол қойылған күйінде.
verifying-sums = Файлдар: sha256sum
verifying-sums-about = Тізім қол қойылғанның өзі; ондағы әр файл бұрынғы күйінде; басқасы жоқ. Үш пәрменнің бәрі қатесіз аяқталуы керек.
verifying-openssl = Қолтаңба: minisign болмаса
verifying-openssl-about = OpenSSL 3.0 және одан жаңасымен тап сол. Жауабы мынадай болуы керек: Signature Verified Successfully
verifying-python = Бәрі бірден: Python
verifying-python-about = Қалтадағы бағдарлама қолтаңбаны, тізімді, файлдарды және бұрынғы шығарылымдардың тізбегін тексереді. Оны тексеретін көшірмеден емес, сенетін жерден алыңыз.
verifying-not = Бұл сөздердің айтылғанын да, бұдан жаңа шығарылымның жоғын да көрсетпейді: release.txt ішіндегі нөмір мен уақытты салыстырыңыз.

## Reading offline

offline-keep = Желісіз оқу үшін ашылған беттерді осы құрылғыда сақтау
offline-kept = Ашылған беттер осы құрылғыда сақталады, оларды желісіз оқуға болады.
offline-forget = Оларды өшіру
