# Не дұрыс емес, ал -hint астында – не істеу керек. Хабарлама 160 таңбадан аспайды.

## Файлдар мен қалталар

unreadable = Файл ашылмайды: { $problem }.
unreadable-hint = Ол орнында ма және оны оқуға рұқсатыңыз бар ма, тексеріңіз.
file-too-large = Файлда { $size } байт бар; { $most } байттан үлкен файлдар оқылмайды.
file-too-large-hint = Оны бірнеше файлға бөліңіз. Суреттер мен жазбалар мәтіннің ішінде емес, жанында тұруы керек.
folder-too-deep = Бірінің ішінде бірі тұрған қалталар тым көп; мұндағы файлдар оқылмайды.
folder-too-deep-hint = Оны жоғарырақ көшіріңіз. Сыртқы қалтаға қайта апаратын сілтеме болса, оны жойыңыз.
link-out-of-archive = Бұл сілтеме мұрағаттың сыртына апарады, сондықтан бағдарлама онымен жүрмейді.
link-out-of-archive-hint = Сілтеменің орнына файлдың өзін салыңыз.
name-unusable = Бұл атауда мұрағаттағы атауларда болмайтын таңба бар.
name-unusable-hint = Атауын өзгертіңіз: әріптер, цифрлар, сызықшалар мен нүктелер жарайды.
name-too-long = Бет мекенжайының бір бөлігі 255 байттан ұзын, мұндай атты ешбір диск қабылдамайды; бет қалдырылды.
name-too-long-hint = Қысқарақ slug не url беріңіз немесе файл атын қысқартыңыз.
not-a-file = Бұл файл да, қалта да емес; ол өткізіп жіберілді.
not-a-file-hint = Мұрағатқа керек болмаса, жойыңыз.

## Файлдың мәтіні мен басындағы деректер

encoding = Файл UTF-8 кодтауында емес: { $byte } байты мұнда тұра алмайды.
encoding-hint = Оны жазылған кодтауында (көбіне Windows-1251) ашып, UTF-8 түрінде сақтаңыз.
control-character = Мұнда мәтінде болмайтын { $character } таңбасы тұр.
control-character-hint = Оны жойыңыз. Мұндай таңбалар көп болса, файл бүлінген немесе UTF-16 түрінде: UTF-8 етіп сақтаңыз.
front-matter-unclosed = Файл басындағы деректер { $fence } белгісінен басталады, бірақ аяқталмайды.
front-matter-unclosed-hint = Соңғы өрістен кейін { $fence } белгісінен басқа ештеңесі жоқ жол қойыңыз.
front-matter-broken = Файл басындағы деректер осы жерден әрі оқылмайды: { $problem }.
front-matter-broken-hint = Жоғарғы жолды да тексеріңіз. Ішінде қос нүкте не тырнақша бар мәнді тырнақшаға алу керек.
front-matter-too-large = Файл басындағы деректер тым үлкен не тым күрделі: { $size }; { $most } мөлшерінен артығы оқылмайды.
front-matter-too-large-hint = Ұзын мәтіндерді төмен көшіріп, тізім ішіндегі тізімдерді азайтыңыз.
front-matter-not-mapping = Файл басында мәндері бар өрістер емес, { $found ->
    [list] тізім
    [str] жай мәтін
   *[other] жалғыз мән ({ $found })
} тұр.
front-matter-not-mapping-hint = Әр өрісті жаңа жолдан жазыңыз, мысалы: title: "Аты Тегі (айып)".

## Соңғы сөздің өрістері

wrong-type = «{ $key }» өрісі оқылмайды. Күтілетіні: { $expected ->
    [text] мәтін
   *[other] { $expected }
}.
wrong-type-hint = Өрісті анықтамалықта көрсетілгендей жазыңыз.
list-too-long = «{ $key }» тізімінде { $most } жазбадан көп.
list-too-long-hint = Бірдеңе екі рет көшірілмегенін тексеріңіз; мұндай тізімі бар сөзді көрсету мүмкін емес.
not-in-vocabulary = «{ $key }» өрісінде «{ $value }» мәні бола алмайды.
not-in-vocabulary-hint = Мыналардың бірін жазыңыз: { $known }.
date-impossible = «{ $key }» өрісіндегі күн оқылмайды немесе ондай күн болмайды: «{ $value }».
date-impossible-hint = { $key ->
    [date] Күнді, 2020-06-22, немесе күн мен уақытты, 2020-06-22T13:01:00+06:00, жазыңыз.
   *[other] Белгілісін жазыңыз: 2020-06-22, 2020-06 не 2020; «2020 шамасында» – 2020~, «2020 болуы мүмкін» – 2020?.
}
unknown-key = «{ $key }» өрісіндегі жазбада белгісіз «{ $unknown }» кілті бар; ол оқылмайды.
unknown-key-hint = Қате терілген болар. Жазбада мыналар бола алады: { $known }.

## Мәтін

body-character = Мұнда таңбаның жартысы тұр; оның орнына � көрсетіледі.
body-character-hint = Таңбаны қайта теріңіз немесе мәтінді дереккөзден тағы бір рет көшіріңіз.
nesting-too-deep = Дәйексөздер, тізімдер не ерекшелеулер { $limit } деңгейден терең; одан әрі тереңдетілмей көрсетіледі.
nesting-too-deep-hint = Сөздер жоғалған жоқ. Байқаусызда қалған > немесе * белгілерін іздеңіз.
link-unsafe = Бұл сілтеме не сурет түрінде көрсетілмейді: мекенжайы бос немесе қауіпсіз емес: «{ $address }».
link-unsafe-hint = https:// немесе http:// деп басталатын мекенжай не мұрағат ішіндегі жол керек.
html-script = «{ $tag }» HTML тегі ішіндегісімен бірге алынып тасталды: беттерде өз скрипті мен стилі болмайды.
html-script-hint = Оны жойыңыз. Сөзге қатысты бірдеңе көрсеткен болса, соны мәтінмен жазыңыз.
html-dropped = «{ $tag }» HTML тегі алынып тасталды; ішіндегі мәтін қалды.
html-dropped-hint = Маңызды болса, Markdown белгілеуімен жазыңыз. Ойнатқыштың не картаның орнына сілтеме қойыңыз.
html-unknown = «{ $tag }» < пен > арасында тұр, бірақ ондай HTML тегі жоқ; жазылғандай көрсетіледі.
html-unknown-hint = Солай керек болса, ештеңе істемеңіз. Әйтпесе тегті түзетіңіз.
shortcode-malformed = Осы жерде оқылмайтын шорткод басталады; ол жазылғандай көрсетіледі.
shortcode-malformed-hint = Оның барлық жақшалары мен тырнақшалары жабылған ба, тексеріңіз.
shortcode-unmatched = «{ $name }» шорткодының тек басы немесе тек соңы бар.
shortcode-unmatched-hint = Жетіспейтін жартысын қосыңыз немесе барын жойыңыз.
shortcode-unknown = «{ $name }» шорткоды белгісіз, сондықтан ештеңе көрсетпейді; ішіндегі мәтін қалды.
shortcode-unknown-hint = Атауын тексеріңіз. Ол көрсетуі керек нәрсені мәтінмен жазыңыз немесе сілтеме беріңіз.

## Мекенжайлар жазбалары

addresses-format-unknown = Мекенжайлардың бұл жазбасын бағдарламаның жаңарақ нұсқасы жасаған сияқты: «{ $line }».
addresses-format-unknown-hint = Сөйлемдерге берілген сілтемелер жоғалмауы үшін бағдарламаның соңғы нұсқасын алыңыз.
addresses-conflict = Git мұнда қайшылық белгісін қалдырды: «{ $line }». Екі жақтың да жолдары оқылды.
addresses-conflict-hint = Осындай белгілері бар жолдарды жойып, қалғанының бәрін қалдырыңыз.
addresses-damaged = Мекенжай жазылған бұл жол бүлінген: «{ $line }». Танылғаны оқылды.
addresses-damaged-hint = Жолды git ішіндегі бұрынғы нұсқадан алыңыз; бұл жолдар қолмен жазылмайды.
addresses-repeated = { $identifier } мекенжайы бұл жазбада бір реттен артық тұр; біреуі ғана есепке алынды.
addresses-repeated-hint = Файлды git ішіндегі бұрынғы нұсқадан алыңыз немесе артық жолды жойыңыз.

## Бүкіл мұрағат

terms-alike = «{ $first }» мен «{ $second }» мекенжайлары бірдей болар еді; екіншісіне «{ $slug }» берілді.
terms-alike-hint = Екеуі бір нәрсе болса, барлық файлда бірдей жазыңыз.

## Hugo түсінетін беттер

hugo-same-page = Бұл файлдан { $page } беті шығар еді, бірақ ол бет бар: { $used }. Бұл файл оқылмайды.
hugo-same-page-hint = Екі файлдың бірінің атауын өзгертіңіз немесе артығын жойыңыз.
hugo-address-taken = Бұл беттің мекенжайы { $address } болар еді, бірақ оны { $other } алып қойған.
hugo-address-taken-hint = Екі беттің біріне басқа «slug» немесе «url» беріңіз.
hugo-content-format = «{ $format }» түріндегі файлдар оқылмайды; бұл файл өткізіп жіберілді.
hugo-content-format-hint = Одан атауы .md деп аяқталатын Markdown файлын жасаңыз.
hugo-bad-date = «{ $key }» өрісіндегі күн оқылмайды: «{ $value }».
hugo-bad-date-hint = 2020-06-22 не 2020-06-22T13:01:00+06:00 деп жазыңыз. Жариялау мерзімі болса, бет әзірге жарияланбайды.
hugo-doubtful-draft = «draft» өрісінде true не false емес, «{ $value }» тұр. Сақтық үшін бет жарияланбайды.
hugo-doubtful-draft-hint = Жариялау үшін draft: false деп, әйтпесе draft: true деп жазыңыз.
hugo-bad-address = «url» өрісінде осы сайттағы мекенжайда болмайтын нәрсе бар: «{ $value }».
hugo-bad-address-hint = https:// пен сайт атауынсыз жол жазыңыз, мысалы: /statements/name-surname/.
hugo-bad-alias = «aliases» өрісінде осы сайттың бұрынғы мекенжайы бола алмайтын нәрсе бар: «{ $value }».
hugo-bad-alias-hint = https:// пен сайт атауынсыз жол жазыңыз, мысалы: /statements/earlier-name/.

## Баптаулар

configuration-encoding = Баптау файлы UTF-8 кодтауында емес, сондықтан қолданылмайды: { $byte } байты мұнда тұра алмайды.
configuration-encoding-hint = Оны жазылған кодтауында (көбіне Windows-1251) ашып, UTF-8 түрінде сақтаңыз.
configuration-control-character = Баптау файлы қолданылмайды: мұнда мәтінде болмайтын { $character } таңбасы тұр.
configuration-control-character-hint = Оны жойыңыз. Мұндай таңбалар көп болса, файл бүлінген немесе UTF-16 түрінде: UTF-8 етіп сақтаңыз.
configuration-front-matter-unclosed = Баптау файлы қолданылмайды: ол { $fence } белгісінен басталады, бірақ аяқталмайды.
configuration-front-matter-unclosed-hint = Оны атауының соңы айтатын пішімде жазыңыз; .json үшін бұл { "{" } … { "}" }.
configuration-front-matter-broken = Баптау файлы қолданылмайды: осы жерден әрі оқылмайды: { $problem }.
configuration-front-matter-broken-hint = Жоғарғы жолды да тексеріңіз: жақшаларын, тырнақшаларын және басындағы бос орындарды.
configuration-front-matter-too-large = Баптау файлы қолданылмайды: тым үлкен не тым күрделі ({ $size }; { $most } мөлшерінен артығы оқылмайды).
configuration-front-matter-too-large-hint = Оны config/_default/ ішіндегі файлдарға бөліңіз немесе тізім ішіндегі тізімдерді азайтыңыз.
configuration-front-matter-not-mapping = Баптау файлы қолданылмайды: онда мәндері бар баптаулар емес, { $found ->
    [list] тізім
    [str] жай мәтін
   *[other] жалғыз мән ({ $found })
} тұр.
configuration-front-matter-not-mapping-hint = Әр баптауды атауымен жазыңыз, мысалы: title: "Соңғы сөздер".
hugo-configuration-ignored = Бұл баптау файлы қолданылмайды: оның орнына { $used } алынды.
hugo-configuration-ignored-hint = Керегін екі файлдың біріне көшіріп, екіншісін жойыңыз.
hugo-default-language-missing = Негізгі тіл «{ $language }» сайт тілдерінің арасында жоқ; негізгі тіл ретінде «{ $used }» алынды.
hugo-default-language-missing-hint = defaultContentLanguage баптауында сайтта бар тілдердің бірін көрсетіңіз.
hugo-bad-setting = «{ $key }» баптауы қолданылмайды: ондағы мына жер түсініксіз: «{ $value }».
hugo-bad-setting-hint = Оны Hugo құжаттамасында осы баптау туралы айтылғанмен салыстырыңыз.
hugo-bad-pattern = «{ $key }» баптауында оқылмайтын үлгі бар; ол қолданылмайды: «{ $value }».
hugo-bad-pattern-hint = Бұл тұрақты өрнек болуы керек. Жақшалары мен кері қиғаш сызықтарын тексеріңіз.
hugo-bad-time-zone = «{ $value }» деген уақыт белдеуі жоқ; UTC алынды.
hugo-bad-time-zone-hint = Asia/Almaty сияқты атау жазыңыз.
setting-unknown = Allocution бағдарламасында «{ $key }» деген баптау жоқ; ол қолданылмайды.
setting-unknown-hint = { $known ->
    [none] «params.allocution» баптаулары docs/reference/settings.md бетінде тізілген.
   *[other] «{ $known }» болуы мүмкін.
}
setting-unusable = «{ $key }» баптауы қолданылмайды: мәні басқа түрде.
setting-unusable-hint = Ол мынаны қабылдайды: { $expected }.

## Заң файлдары

law-unreadable = Заң файлы оқылмайды: { $reason }.
law-unreadable-hint = Оны бағдарламамен бірге келетін заң файлдарының бірімен салыстырыңыз.
law-number-invalid = «{ $number }» баптың нөмірі бола алмайды.
law-number-invalid-hint = Цифрмен, керек болса нүктемен не сызықшамен жазыңыз: 274, 205.2 немесе 110-2.
law-number-repeated = { $number }-бап бұл заңда бір реттен артық тұр.
law-number-repeated-hint = Жазбаларды біріктіріңіз немесе бірінің нөмірін түзетіңіз.
law-subject-unknown = { $number }-баптың «{ $subject }» деген тақырыбы белгісіз.
law-subject-unknown-hint = Тақырыптар заңдар туралы құжаттамада аталған.
law-language-unknown = { $number } ішінде «{ $language }» тілі тіл белгісінің ережесімен жазылмаған.
law-language-unknown-hint = ru, kk немесе en сияқты белгі жазыңыз.
law-date-invalid = { $number } ішінде «{ $date }» деген күн жоқ, немесе соңы басынан бұрын.
law-date-invalid-hint = 2015, 2015-01 немесе 2015-01-01 деп жазыңыз; соңы басынан кейін болсын.

## allocution check табады

key-unknown = «{ $key }» өрісі белгісіз; ол оқылмайды.
key-unknown-hint = { $likely ->
    [none] Бұл мұрағаттың өз өрісі болса, қалдырыңыз; әйтпесе docs/reference/fields.md бетін қараңыз.
   *[other] «{ $likely }» болуы мүмкін.
}
speaker-missing = Бұл сөзді кім айтқаны көрсетілмеген.
speaker-missing-hint = «speakers:» өрісін қосыңыз немесе тақырыпты есіммен бастаңыз: «Аты Тегі (айып)».
charge-ambiguous = «{ $wording }» айыбы бапты да, бөлігін де атамайды; мүмкін болғандары: { $candidates }.
charge-ambiguous-hint = «charges:» ішінде заңды, бапты, бөлігін көрсетіңіз немесе «jurisdiction:» қосыңыз. Белгісізін қалдыруға болады.
charge-part-unknown = «{ $wording }» айыбы { $article } бабының қай бөлігі екенін айтпайды (барлығы { $parts } бөлік).
charge-part-unknown-hint = Дереккөзде айтылса, айыпқа «part:» қосыңыз; айтылмаса, белгісіз күйінде қалдырыңыз.
source-missing = Бұл мәтіннің қайдан алынғаны айтылмаған.
source-missing-hint = «sourcelink:» немесе «sources:» қосыңыз: мекенжай, ол болмаса, дереккөздің сипаттамасы.
source-malformed = «{ $address }» дереккөзі мекенжай емес.
source-malformed-hint = Мекенжайды толық жазыңыз (https://…); сипаттама дереккөздің «title:» өрісіне жазылады.
source-too-small = Мәтінде { $units } UTF-16 бірлігі бар, дереккөзіне сиятыны { $most } (Telegram жазбалары: { $posts }).
source-too-small-hint = Сөздердің бір бөлігі басқа жерден алынған: қалған жазбаларды «sources:» ішінде атаңыз.
offset-not-of-zone = { $offset } ығысуы { $zone } белдеуіне сай емес: ол күні { $had } болған.
offset-not-of-zone-hint = Уақыты мен белдеуін тексеріңіз; ығысу жазылған күйінде қалады.
language-unknown = Тілі көрсетілмеген, сөздерінен де танылмайды.
language-unknown-hint = Тіл белгісімен «language:» өрісін қосыңыз, мысалы: ru, kk, uk.
language-undeclared = Тілі көрсетілмеген; сөздеріне қарағанда бұл «{ $language }».
language-undeclared-hint = Мұрағаттың басқа файлдарында тілі бар: дұрыс болса, «language: { $language }» қосыңыз.
mojibake = «{ $written }» қате кодтауда оқылған мәтінге ұқсайды; «{ $likely }» болар.
mojibake-hint = Мәтінді дереккөзінен қайта көшіріңіз немесе ықтимал жазылуын алыңыз.
mixed-alphabets = «{ $word }» сөзінде ұқсас латын және кирилл әріптері араласқан.
mixed-alphabets-hint = Сөзді бір әліпбимен қайта теріңіз; іздеу оны бұл күйінде таппайды.
invisible-character = Мұнда көрінбейтін таңба тұр: { $character }.
invisible-character-hint = Оны өшіріңіз: ол іздеуде және көшіруде сөзді бөледі.
double-space = Мұнда екі сөздің арасында бірнеше бос орын тұр.
double-space-hint = Біреуін қалдырыңыз; --fix осыны жасайды.
dash-for-hyphen = «{ $word }» ішінде дефистің орнына сызықша тұр.
dash-for-hyphen-hint = Дефис қойыңыз; --fix осыны жасайды.
duplicate-statement = Сөздері { $other } файлындағымен бірдей.
duplicate-statement-hint = Файлдың бірін өшіріңіз; бұл аударма болса, түпнұсқасындай атаңыз (x.en.md).
nearly-duplicate-statement = Сөйлемдерінің көбі { $other } файлындағымен бірдей.
nearly-duplicate-statement-hint = Екеуін салыстырыңыз; дереккөзіне жақынын қалдырыңыз немесе айырмасын жазыңыз.
translation-alone = Бұл аударма, ал түпнұсқасы мұрағатта жоқ.
translation-alone-hint = Түпнұсқасы болса, сол атпен қосыңыз (x.en.md жанына x.md).
translation-older = { $original } түпнұсқасы бұл аудармадан кейін өзгертілген.
translation-older-hint = Екеуін салыстырып, аударманы жаңартыңыз да, «lastmod:» қойыңыз.
link-broken = «{ $address }» сілтемесі мұрағатта ешқайда апармайды.
link-broken-hint = Мекенжайды түзетіңіз немесе бетті не файлды қосыңыз.
people-alike = «{ $first }» пен «{ $second }» бір адам болуы мүмкін.
people-alike-hint = Солай болса, есімін бірдей жазыңыз не ортақ «id:» беріңіз; болмаса, әрқайсысына өз «id:» беріңіз.
name-shared = «{ $name }» осында және бір ғұмыр алшақ { $other } файлында аталған: екі адам болуы мүмкін.
name-shared-hint = Екеу болса, «speakers:» ішінде әрқайсысына өз «id:» беріңіз.
withhold-reason = «withhold» өрісінің { $entry } жазбасында белгілі себеп жоқ: «{ $value }».
withhold-reason-hint = «reason:» мәнін мыналардың бірі етіп жазыңыз: { $known }.
withhold-malformed = «withhold» өрісінің { $entry } жазбасы нені жасыратыны түсініксіз; файл жарияланбайды.
withhold-malformed-hint = Біреуін көрсетіңіз: name, text, field, source не «statement: true»; сосын reason, қажет болса until.
withhold-unmatched = «withhold» өрісінің { $entry } жазбасы атайтын нәрсе мұнда жоқ; файл жарияланбайды.
withhold-unmatched-hint = Файлда тұрғандай жазыңыз, есімді атау септігінде; не жазбаны алып тастаңыз.
withhold-unclosed = Жасырылатын үзіндінің басы не соңы жоқ; файл жарияланбайды.
withhold-unclosed-hint = Оны {"{{<"} withhold reason="…" {">}}"} мен {"{{<"} /withhold {">}}"} арасына алыңыз.
withhold-misplaced = «{ $key }» мұнда ештеңе жасырмайды; файл жарияланбайды.
withhold-misplaced-hint = «withhold:» өрісін қатысы бар әр файлға жазыңыз: ол мұраға берілмейді.
withhold-in-path = Файл аты «withhold» өрісінің { $entry } жазбасы жасыратынын білдіреді; ол жарияланбайды.
withhold-in-path-hint = Файлға басқа ат беріңіз: ол мекенжайларға кіреді.
withheld-leaked = { $output } осы файл жасыратынын білдіреді ({ $what }); ештеңе жарияланған жоқ.
withheld-leaked-hint = Бұл бет жасалатын файлда да жасырыңыз не сол жерден алып тастаңыз.
theme-file-unknown = Тақырыпта мұндай атаулы файл болмайды; ол қолданылмайды.
theme-file-unknown-hint = Тақырыпта style.css, logo.svg (не .png, .webp), wording/ТІЛ.ftl және templates/АТАУ.html бола алады.
theme-template-broken = Үлгі оқылмайды ({ $problem }).
theme-template-broken-hint = Оны түзетіңіз немесе файлды алып тастаңыз: сонда бағдарламаның өз үлгісі қолданылады.
theme-wording-broken = Хабар оқылмайды.
theme-wording-broken-hint = Хабар — «атау = мәтін» жолы; атауларын бағдарламаның каталогынан қараңыз.
