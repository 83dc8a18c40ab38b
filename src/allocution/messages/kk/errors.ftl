# Пәрмен сұралғанды неге орындай алмады; -hint ішінде не істеу керегі.

error = Қате: { $what }

## Файлдар мен қалталар

unreadable = { $path } оқылмайды: { $problem }
unreadable-hint = Ол орнында ма, оны оқуға рұқсатыңыз бар ма, тексеріңіз.
unwritable = { $path } жазылмайды: { $problem }
unwritable-hint = Қалта бар ма, оған жазуға рұқсатыңыз бар ма, дискіде орын жете ме, тексеріңіз.
unmakeable = { $path } жасалмайды: { $problem }
unmakeable-hint = Ол жерге жазуға рұқсатыңыз бар ма, дискіде орын жете ме, тексеріңіз.
unclearable = { $path } тазартылмайды: { $problem }
unclearable-hint = Ол жерге жазуға рұқсатыңыз бар ма, тексеріңіз.
file-unreadable = { $path } оқылмайды.
file-unreadable-hint = Файлдың атын және оған рұқсатты тексеріңіз.
file-exists = { $path } бұрыннан бар.
file-exists-hint = Бағдарлама дайын файлдың үстінен жазбайды: оны басқа жерге көшіріңіз немесе басқа ат таңдаңыз.
file-gone = { $path } жоғалып кетті.
file-gone-hint = Осы арада оны біреу өшірген; қарап, қайтадан көріңіз.
file-changed = { $path } осы арада өзгеріп кетті.
file-changed-hint = Оны басқа біреу түзеткен; қарап, қайтадан көріңіз.
copied-file-changed = { $path } көшірілу кезінде өзгеріп кетті.
copied-file-changed-hint = Оған жазу тоқтағанша күтіп, пәрменді қайталаңыз.
content-changed = { $path } оқылу кезінде өзгеріп кетті.
content-changed-hint = Команданы қайталаңыз.
copy-failed = { $path } көшірілмейді: { $problem }
copy-failed-hint = Оны оқуға рұқсатыңыз бар ма, дискіде орын жете ме, тексеріңіз.
not-an-ordinary-file = { $path } – кәдімгі файл емес.
not-an-ordinary-file-hint = Сілтемелер, арналар мен құрылғылар жарамайды: файлдың өзін салыңыз.
link-leads-out = { $path } { $root } қалтасынан тыс жаққа апарады.
link-leads-out-hint = Символдық сілтеме басқа жерді көрсетеді; оның орнына файлдың өзін салыңыз.
folder-leads-out = { $path } мұрағаттан тыс жаққа апарады.
folder-leads-out-hint = Символдық сілтеме басқа жерді көрсетеді; оның орнына қалтаның өзін салыңыз.
folder-missing = { $path }: мұндай қалта жоқ.
folder-missing-hint = Атын және оны қай қалтадан атап тұрғаныңызды тексеріңіз.
file-missing = { $path }: мұндай файл жоқ.
file-missing-hint = Атын және оны қай қалтадан атап тұрғаныңызды тексеріңіз.
folder-is-a-file = { $path } – қалта емес, файл.
folder-is-a-file-hint = Ол жатқан қалтаны көрсетіңіз.
file-is-a-folder = { $path } – файл емес, қалта.
file-is-a-folder-hint = Ішіндегі файлды көрсетіңіз.
archive-missing = { $path }: мұндай қалта жоқ.
archive-missing-hint = Мұрағат файлдары жатқан қалтаны көрсетіңіз.
archive-not-begun = { $path }: мұндай мұрағат жоқ.
archive-not-begun-hint = Алдымен оны бастаңыз: allocution init { $path }
file-elsewhere = { $file } – { $archive } мұрағатының файлы емес.
file-elsewhere-hint = Оның мұрағат ішіндегі жолын жазыңыз.
file-outside = { $file } { $archive } мұрағатында емес.
file-outside-hint = Оның мұрағатын көрсетіңіз: --archive.
not-a-content-file = { $path } – бұл мұрағаттың мәтіні емес.
not-a-content-file-hint = Сөз жазылған Markdown файлын көрсетіңіз.
not-a-statement = { $path } – соңғы сөз емес.
not-a-statement-hint = Жазып алынған сөздің файлын көрсетіңіз.
not-a-published-statement = { $path } – бұл мұрағатта жарияланған сөз емес.
not-a-published-statement-hint = Сөз файлының мұрағат ішіндегі жолын жазыңыз.
taken-down-already = { $path } бұрын алынып тасталған.
file-has-errors = { $path } файлында қателер бар.
file-has-errors-hint = Алдымен оларды түзетіңіз: қайсысы екенін allocution check айтады.
configuration-broken = Мұрағаттың баптауларын оқу мүмкін болмады.
configuration-broken-hint = Оларды түзетіп, пәрменді қайталаңыз.
worker-lost = Бағдарламаның бір процесі сырттан тоқтатылды.
worker-lost-hint = Компьютердің жады аз болса, --jobs 1 деп көріңіз.

## Жинақтау

build-refused = Мұрағатта қателер бар; ештеңе жинақталмады.
build-refused-hint = Оларды түзетіңіз немесе --strict қоспай жинақтаңыз.
leak-found = Жасырылған нәрсе сыртқа шығып кететін еді; ештеңе жарияланбады.
leak-found-hint = Бұрын жарияланғаны сол күйінде қалды.
theme-template-failed = theme/templates: { $template } үлгісімен бет жасалмады: { $problem }
theme-template-failed-hint = Үлгілерде не қолдануға болатыны docs/themes.md ішінде айтылған.
unpublishable = { $path } жарияланбайды: { $problem }
unpublishable-hint = Бұрын жарияланғаны сол күйінде қалды.
mount-point-unpublishable = { $path } жарияланбайды: { $problem }
mount-point-unpublishable-hint = Бұрын жарияланғаны сол күйінде қалды. Тіркеу нүктесі болған қалтаны ауыстыруға болмайды: оның ішіндегі қалтаны көрсетіңіз.
output-is-root = Файлдық жүйенің түбірі сайт қалтасы бола алмайды.
output-is-root-hint = Бөлек қалта көрсетіңіз.
output-is-mount-point = { $path } – тіркеу нүктесі, оны ауыстыруға болмайды.
output-is-mount-point-hint = Оның ішіндегі қалтаны көрсетіңіз, мысалы { $inside }.
output-not-a-folder = { $path } – қалта емес.
output-not-a-folder-hint = Сайтқа басқа қалта көрсетіңіз немесе бұл файлды алып тастаңыз.
output-is-repository = { $path } – git қоймасы, ол қалғанымен бірге ауыстырылып кетер еді.
output-is-repository-hint = Басқа қалта көрсетіп, дайын сайтты қоймаға көшіріңіз.
output-foreign = { $path } ішінде бағдарлама жасамаған файлдар бар; ештеңе өзгертілмеді.
output-foreign-hint = Басқа қалта көрсетіңіз немесе алдымен бұл файлдарды көшіріп алыңыз.
build-running = { $path } қазір жинақталып жатыр.
build-running-hint = Оның аяқталуын күтіңіз немесе тоқтатыңыз; болмаса басқа қалта көрсетіңіз.
draft-deleted = { $path } жинақтау кезінде өшірілді.
draft-deleted-hint = Қайтадан жинақтаңыз.
draft-replaced = { $path } жинақтау кезінде ауыстырылып кетті.
draft-replaced-hint = Қайтадан жинақтаңыз.
path-outside-site = Бұл жол сайттың ішінде емес: { $path }
file-and-folder = { $path }: файл мен қалтаның аты бірдей бола алмайды.
file-and-folder-hint = Екі беттің біріне басқа мекенжай беріңіз.
address-not-of-the-web = { $address } – сайт мекенжайы емес.
address-not-of-the-web-hint = Ол http:// немесе https:// деп басталады

## Алдын ала көру

host-unknown = { $host }: мұндай түйін жоқ.
host-unknown-hint = Бұл компьютер – --host 127.0.0.1
port-forbidden = Жүйе сізге { $port } портын тыңдауға рұқсат бермейді.
port-forbidden-hint = 1023-тен үлкен нөмір алыңыз: --port 8000
port-taken = { $port } порты бос емес.
port-taken-hint = Онда басқа сервер жұмыс істеп тұр, мүмкін осының өзі. Оны тоқтатыңыз немесе басқа порт алыңыз: --port { $next }
port-unusable = { $host }, { $port } порты: { $problem }.
port-unusable-hint = Басқа --host немесе --port алыңыз.

## Іздеу

query-empty = Сұрау бос.
query-empty-hint = Не іздеу керегін айтыңыз: allocution search МҰРАҒАТ сөз
catalogue-unusable = { $path } іздеу көрсеткіші жұмыс істемейді: { $problem }.
catalogue-unusable-hint = XDG_CACHE_HOME айнымалысында жазуға болатын қалтаны көрсетіңіз немесе дискіден орын босатыңыз.

## Жаңа файл

speaker-unnamed = Ешкім аталмаған.
speaker-unnamed-hint = Кім сөйлейтінін айтыңыз: --speaker "Аты Тегі", немесе --title беріңіз.
field-character = --{ $name }: өрісте U+{ $character } таңбасы тұра алмайды.
field-character-hint = Бір жолға жазыңыз.
moment-unreadable = «{ $value }» күн ретінде оқылмайды.
moment-unreadable-hint = 2020-06-22 немесе 2020-06-22T13:01:00+06:00 деп жазыңыз.
date-unreadable = «{ $value }» күн ретінде оқылмайды.
date-unreadable-hint = 1964-03-13, 1964-03, 1964, 1964~ немесе 1964? деп жазыңыз (EDTF).
section-unknown = { $section } – бұл мұрағаттың бөлімі емес.
section-unknown-hint = Мәтіндер қалтасының ішіндегі қалтаны көрсетіңіз.
section-name-unusable = Бөлім атында файл аттарында болмайтын таңба бар.
section-name-unusable-hint = Әріптер, цифрлар, дефистер мен нүктелер жарайды.
section-leads-out = { $path } мұрағаттан тыс жаққа апарады.
section-leads-out-hint = Сілтеме басқа жерді көрсетеді; басқа бөлім көрсетіңіз.
file-name-impossible = Бұдан файл аты шықпайды.
file-name-impossible-hint = Атын өзіңіз беріңіз: --slug surname-2020
new-file-misread = Файл сіз ойлағандай оқылмас еді; ол жасалмады.
new-file-misread-hint = Неге екені жоғарыда айтылған.
new-file-exists = { $path } бұрыннан бар.
new-file-exists-hint = Файлды басқаша атаңыз: --slug another-name
page-exists = { $path }: мұндай бет бар, оны { $other } береді.
page-exists-hint = Басқа --section немесе басқа --slug таңдаңыз.
no-pages-there = { $path }: мұрағаттың ол жерде беттері болмайды.
no-pages-there-hint = Басқа --section немесе басқа --slug таңдаңыз.

## Файл басын өзгерту

front-matter-missing = Файлдың басы жоқ.
front-matter-missing-hint = Оны үш дефистен тұратын екі жолмен бастаңыз.
front-matter-empty = Файл басы бос.
front-matter-empty-hint = Оны қолмен өзгертіңіз.
front-matter-not-mapping = Файл басы өрістер мен мәндерден тұрмайды.
front-matter-not-mapping-hint = Оны қолмен өзгертіңіз.
front-matter-unchangeable = Мұндай файл басын бағдарлама өзгерте алмайды.
front-matter-unchangeable-hint = Оны қолмен өзгертіңіз.
front-matter-inexact = Мұндай файл басын қалғанына тимей өзгерту мүмкін емес.
front-matter-inexact-hint = Оны қолмен өзгертіңіз.
field-inseparable = { $field } өрісі жеке өзгертуге келмейтіндей жазылған.
field-inseparable-hint = Оны қолмен өзгертіңіз.
field-without-place = { $field } өрісіне орын жоқ.
field-without-place-hint = Алдымен ол тұратын тізімді қосыңыз.
field-holder-unusable = Өріс тұруға тиіс жер өрістер мен мәндерден тұрмайды.
field-holder-unusable-hint = Оны қолмен өзгертіңіз.
field-missing = Мұндай өріс жоқ.
list-missing = Қосатын тізім жоқ.
list-missing-hint = Файл басын қолмен өзгертіңіз.
changes-overlap = Екі өзгеріс бір жерге түсіп тұр.
changes-overlap-hint = Бірін жасап, содан кейін қайта қараңыз.
value-unwritable-in-toml = TOML-да мұндай мәнді жазу мүмкін емес.
value-unwritable-in-toml-hint = Оны қолмен өзгертіңіз.

## Қателерін қарап шығу

proofread-one-file = Түзетулер бір мезгілде бір файлға ғана қабылданады.
proofread-one-file-hint = Бір файлды көрсетіңіз.
number-unknown = { $number } нөмірі жоқ.
number-unknown-hint = Нөмірлер 1-ден { $most } дейін.
nothing-to-accept = Мұнда теру қатесі көрінбейді: қабылдайтын нөмір жоқ.
nothing-to-accept-hint = Әр іске қосқаннан кейін нөмірлер жаңадан саналады; тізімді қайта қараңыз.
number-without-suggestion = { $number } нөміріне ештеңе ұсынылмаған.
number-without-suggestion-hint = Не айтылмақ болғанын жазыңыз: { $number }=СӨЗ
lexicon-unreadable = { $file } оқылмайды.
lexicon-unreadable-hint = Бұл – әр жолында бір сөз бар мәтіндік файл.
lexicon-encoding = { $file } UTF-8 емес.
lexicon-encoding-hint = Оны UTF-8 мәтіні ретінде сақтаңыз.
dictionaries-missing = Қателерді қарап шығуға сөздіктер керек, ал олар орнатылмаған.
dictionaries-missing-hint = Оларды орнатыңыз: pip install 'allocution[proofread]'
dictionary-unknown = { $language } тілінің сөздігі жоқ.
dictionary-unknown-hint = Мына тілдердегі мәтіндерді қарауға болады: { $known }.

## Көшіріп алу

import-incomplete = Көшіріп алуға --mapping мен --into керек.
import-incomplete-hint = Алғашқы сәйкестікті --guess шығарып береді.
time-zone-unknown = { $name } уақыт белдеуі жоқ.
time-zone-unknown-hint = Атын Asia/Almaty сияқты жазыңыз.
mapping-unreadable = Сәйкестік файлы оқылмайды: { $problem }
mapping-unreadable-hint = Оны --guess шығаратынмен салыстырыңыз.
mapping-fields-unknown = Сәйкестікте белгісіз өрістер бар: { $names }.
mapping-fields-unknown-hint = Белгілілері: { $known }.
mapping-columns-missing = Сәйкестікте сөйлеуші мен сөздің қай бағандарда екені айтылуға тиіс.
mapping-columns-missing-hint = Оны --guess шығаратынмен салыстырыңыз.
table-columns-missing = Кестеде мына бағандар жоқ: { $names }.
table-columns-missing-hint = Барлары: { $known }.
table-without-rows = { $name } ішінде жолдар жоқ.
table-unreadable = Кесте { $encoding } кодтауында оқылмайды: { $problem }
table-unreadable-hint = Сәйкестіктегі encoding мәнін өзгертіңіз.
table-broken = Кесте бүлінген: { $problem }
table-broken-hint = Бөлгіш пен тырнақшаларды тексеріңіз.
docx-package-missing = Word құжаттарын оқуға керек бума орнатылмаған.
docx-package-missing-hint = Оны орнатыңыз: pip install 'allocution[docx]'
docx-too-large = { $name } ашқанда { $size } байт болады; { $most } байттан көбі оқылмайды.
docx-too-large-hint = Оны бөліңіз немесе ішінен үлкен суреттерді алып тастаңыз.
docx-unreadable = { $name } – Word құжаты емес.
docx-unreadable-hint = Оны Word-та ашып, .docx етіп қайта сақтаңыз.
docx-not-a-package = { $name } – Word құжаты емес.
docx-not-a-package-hint = Оны .docx етіп сақтаңыз.
channel-name-unusable = «{ $name }» – арна аты емес.
channel-name-unusable-hint = Онда тек латын әріптері, цифрлар және _ болады.
post-numbers-unreadable = «{ $value }» – пост нөмірлері емес.
post-numbers-unreadable-hint = Нөмірлер мен нөмірлер қатарын жазыңыз: 14-16,20
telegram-export-unreadable = Бұл чаттан жүктеп алынған файл емес: { $problem }
telegram-export-unreadable-hint = Telegram Desktop арқылы бір чатты JSON пішімінде жүктеп алыңыз.
telegram-number-too-large = Бұл чаттан жүктеп алынған файл емес: онда тым үлкен сан бар.
telegram-number-too-large-hint = Telegram Desktop арқылы бір чатты JSON пішімінде жүктеп алыңыз.
telegram-whole-account = Бұл – байланыстары мен жеке хаттары бар тұтас тіркелгінің көшірмесі; бағдарлама оны оқымайды.
telegram-whole-account-hint = Тек арнаны жүктеп алыңыз: оның мәзіріндегі «Чат тарихын экспорттау», JSON.
edition-unreadable = { $path } оқылмайды: { $problem }
edition-unreadable-hint = Басылымның қалтасын немесе оның ZIP файлын беріңіз.
edition-too-large = Басылым көшіріп алуға тым үлкен.
edition-too-large-hint = Бөліп көшіріңіз: allocution export --where.
tables-missing = Мұнда { $file } жоқ.
tables-missing-hint = jsonl басылымының қалтасын немесе оның ZIP файлын беріңіз.
table-row-incomplete = { $file }: бір жолда сөз немесе оның мекенжайы жоқ.
table-row-incomplete-hint = jsonl басылымының қалтасын жасалған күйінде немесе оның ZIP файлын беріңіз.
table-row-unreadable = { $file }, { $line }-жол: бұл JSON жазбасы емес.
table-row-unreadable-hint = jsonl басылымының қалтасын жасалған күйінде немесе оның ZIP файлын беріңіз.
tei-without-statements = Мұнда TEI түріндегі бірде-бір сөз жоқ.
tei-without-statements-hint = tei басылымының қалтасын немесе оның ZIP файлын беріңіз.
tei-statement-unnamed = { $path }: сөздің аты немесе мекенжайы жоқ.
tei-statement-unnamed-hint = tei басылымының қалтасын жасалған күйінде немесе оның ZIP файлын беріңіз.
tei-unreadable = { $path }: { $problem }
tei-unreadable-hint = tei басылымының қалтасын жасалған күйінде немесе оның ZIP файлын беріңіз.
bag-without-manifest = { $path } – BagIt емес: онда { $manifest } жоқ.
bag-without-manifest-hint = bagit басылымының қалтасын немесе оның ZIP файлын беріңіз.
bag-damaged = BagIt бүлінген: { $path } тізімде айтылғандай емес.
bag-damaged-hint = Бүтін көшірмесін алыңыз.

## Басылымдар

edition-unnamed = Басылым аталмаған.
edition-unnamed-hint = Оны --edition арқылы атаңыз; барлары: { $known }.
edition-unknown = { $names } деген басылым жоқ.
edition-unknown-hint = Барлары: { $known }.
where-and-statement = --where мен --statement бірге қолданылмайды.
where-and-statement-hint = Екеуінің бірін қалдырыңыз.
nothing-selected = { $query } сұрауына бірде-бір сөз сай келмейді.
nothing-selected-hint = Сұрау не табатынын allocution search көрсетеді.
nothing-published = Жарияланған бірде-бір сөз жоқ.
nothing-published-hint = Әр файлға не жетпейтінін allocution check айтады.
statement-unknown = { $name } деген жарияланған сөз жоқ.
statement-unknown-hint = Файлының мұрағаттағы жолын, сайттағы мекенжайын немесе басылымдағы атын беріңіз.
export-refused = Құқықтар бұлай шығаруға рұқсат бермейді; ештеңе жазылмады.
export-refused-hint = --anyway қосылса, бәрібір шығарылады.
export-folder-foreign = { $path } ішінде бұрынғы шығарудан қалмаған файлдар бар.
export-folder-foreign-hint = Жаңа қалта көрсетіңіз немесе мұны босатыңыз.
edition-package-missing = { $edition } басылымына { $package } бумасы керек, ал ол орнатылмаған.
edition-package-missing-hint = Оны орнатыңыз: pip install 'allocution[{ $edition }]'
edition-without-disk = Бұл басылым дискіде жасалады, ал мұнда ол жоқ.
edition-without-disk-hint = Оны allocution export пәрменімен жасаңыз.
edition-without-site = Бұл басылым сайт беттерінен жасалады, ал мұнда ол жоқ.
edition-without-site-hint = Оны allocution export пәрменімен жасаңыз.
typesetting-failed = Typst басылымды беттей алмады: { $problem }
typesetting-failed-hint = { $details }
zim-program-missing = zim басылымын { $program } бағдарламасы жасайды, ал ол орнатылмаған.
zim-program-missing-hint = Debian мен Ubuntu-да: apt-get install zim-tools; басқаша: https://github.com/openzim/zim-tools.
zim-failed = { $program } { $status } кодымен аяқталды: { $problem }
table-unknown = { $name } кестесі жоқ.
table-unknown-hint = Барлары: { $known }.
frame-package-missing = { $function } үшін { $package } бумасы керек, ал ол орнатылмаған.
frame-package-missing-hint = Оны орнатыңыз: pip install 'allocution[{ $package }]'

## Дереккөз көшірмелері мен уақыт белгілері

capture-too-large = { $path } оқуға тым үлкен.
nothing-captured = Мұрағатта мұндай көшірме жоқ.
nothing-captured-hint = Алдымен дереккөзді сақтаңыз.
timestamp-one-folder = Бір мұрағаттың қалтасын көрсетіңіз.
timestamp-one-folder-hint = allocution timestamp [upgrade] my-archive
authorities-too-few = Мұрағаттың баптауларында уақыт белгісін беретін қызмет екеуден аз.
authorities-too-few-hint = [params.allocution] ішінде: timestampAuthorities = ["https://… жол/root.pem", "https://… жол/other.pem"]
authority-without-root = { $address }: «{ $path }» файлынан түбір сертификатты оқу мүмкін емес.
authority-without-root-hint = Мекенжайдан кейін мұрағаттағы PEM файлының жолын жазыңыз; сертификатты сенетін жерден алыңыз.
reason-unknown = «{ $reason }» – оқырман түсінетін себеп емес.
reason-unknown-hint = Мыналардың бірін алыңыз: { $known }

## Шығарылымдар

nothing-to-verify = { $path }: мұндай қалта жоқ.
nothing-to-verify-hint = Шығарылымды, айна мекенжайын немесе мұрағатты көрсетіңіз.
release-unverified = { $folder } ішінде қол қойылған күйіндегі шығарылым жоқ.
release-unverified-hint = Алдымен оның өзін тексеріңіз.
release-before-broken = { $folder } ішінде қол қойылған күйіндегі шығарылым жоқ ({ $path }: { $problem }).
release-before-broken-hint = Жаңа шығарылым бүтінінің үстіне ғана қойылады: бұрынғысын қалпына келтіріңіз немесе басқа қалта көрсетіңіз.
release-not-whole = Шығарылым бүтін емес ({ $path }: { $problem }).
release-not-whole-hint = Ештеңе шығарылмады.
release-not-shareable = { $folder } ішінде қол қойылған күйіндегі шығарылым жоқ ({ $path }: { $problem }).
release-not-shareable-hint = Тек бүтін шығарылымдар таратылады; не дұрыс емесін allocution verify толық айтады.
release-key-not-announced = Бұрынғы шығарылым бұған { $key } емес, { $announced } кілтін жариялаған.
release-key-not-announced-hint = Сол кілтпен қол қойып, басқасын --next-key арқылы жариялаңыз; немесе басқа қалтада жаңа тізбек бастаңыз.
release-before-is-later = Бұрынғы шығарылымның уақыты { $moment }, қазіргіден кеш.
release-before-is-later-hint = Сағатты дұрыстаңыз.
file-not-releasable = { $path } шығаруға келмейді.
file-not-releasable-hint = Атында кері қиғаш сызық жоқ кәдімгі файлдар ғана жарайды.
file-not-shareable = { $path } таратуға келмейді: { $problem }
file-not-shareable-hint = Кәдімгі файлдар ғана жарайды.
torrent-package-missing = Торрентке fastbencode бумасы керек, ал ол орнатылмаған.
torrent-package-missing-hint = Оны орнатыңыз: pip install 'allocution[torrent]'
torrent-in-release = { $path } шығарылымның ішінде қалар еді.
torrent-in-release-hint = Сырттағы файлды көрсетіңіз: оған ешкім қол қойған жоқ.
address-not-whole = { $address } – мекенжай емес.
address-not-whole-hint = Оны алдындағы https:// бөлігімен толық жазыңыз.
key-unwritable = { $path } жазылмайды: { $problem }
key-unwritable-hint = Кілттің үстінен жазылмайды: басқа файл көрсетіңіз.
secret-key-unreadable = Бұл minisign құпия кілті емес.
secret-key-unreadable-hint = Оны мына пәрмен жасайды: allocution key new ФАЙЛ
secret-key-too-costly = Бұл кілт бағдарлама беретіннен көп жад сұрайды.
secret-key-too-costly-hint = Басқасын жасаңыз: allocution key new ФАЙЛ
secret-key-kind-unknown = Құпия кілттің мұндай түрін бағдарлама білмейді.
secret-key-kind-unknown-hint = Басқасын жасаңыз: allocution key new ФАЙЛ
key-password-wrong = Құпиясөз бұл кілттікі емес, немесе кілт бүлінген.
key-password-wrong-hint = Қайтадан көріңіз немесе кілттің көшірмесін алыңыз.
public-key-unreadable = Бұл minisign ашық кілті емес.
public-key-unreadable-hint = Оны мына пәрмен жасайды: allocution key new ФАЙЛ
signature-unreadable = Бұл minisign қолтаңбасы емес.
signature-by-another-key = Қолтаңба басқа кілтпен қойылған.
signature-of-another-file = Қолтаңба бұл файлдікі емес.
ssh-program-missing = Мұнда { $program } бағдарламасы жоқ.
ssh-program-missing-hint = OpenSSH орнатыңыз немесе --ssh-key қоспаңыз.
ssh-signing-failed = { $program } қол қоймады: { $problem }
ssh-signing-failed-hint = Кілттің құпиясөзі дұрыс па, оның агенті қосулы ма?
ssh-key-kind = { $file } – OpenSSH-тың Ed25519 кілті емес.
ssh-key-kind-hint = Жасаңыз: ssh-keygen -t ed25519 -f archive-ssh
ssh-key-unreadable = { $file } оқылмайды.
ssh-key-unreadable-hint = OpenSSH кілтін көрсетіңіз.
