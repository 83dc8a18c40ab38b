# `allocution capture` пен `allocution coverage` не айтады.

outcome-ok = { $source }: жазба оқылды.
outcome-empty = { $source }: жазба бар, бірақ өз сөзі жоқ; тіркелгендер оқылмайды.
outcome-partial = { $source }: жазбаның бір бөлігі тек Telegram қолданбасында көрінеді; бет көрсеткені оқылды. Салыстырыңыз.
outcome-withheld = { $source }: Telegram бұл жазбаны вебте көрсетпейді, тек қолданбасында.
outcome-service = { $source }: қызметтік хабарлама, жазба емес.
outcome-not-found = { $source }: мұндай жазба немесе арна жоқ.
outcome-unrecognised = { $source }: бет танылмады (күйі { $status }). Бұл онда ештеңе айтылмады деген сөз емес.
outcome-unread = { $source }: сақталды (күйі { $status }); мәтін тек Telegram арналарының жазбаларынан оқылады.
outcome-article = { $source }: беттің негізгі мәтіні оқылды. Бетпен салыстырыңыз.
outcome-unreadable = { $source }: сақталды (күйі { $status }). Беттердің негізгі мәтінін оқу үшін: pip install 'allocution[capture]'
file-kept = { $name }: көшірілді.
file-again = { $name }: мұрағатта ол бар.
file-source = Оны сөздің файлында атаңыз, өз атауыңызбен де болады; қосындысы қалуы керек:
range = { $address }: қатардағы нөмірлер өседі, онда ең көбі { $most } жазба болады.
range-hint = Былай жазылады: https://t.me/channel/14-17
kept = Айғақ ретінде сақталды: { $file }
edited = Жазбада жарияланғаннан кейін өзгертілгені айтылған; қашан екені айтылмаған.
forwarded = Бұл жазба мына жерден қайта жіберілген: { $name }.
attached = Тіркелген, бірақ сақталмаған: { $media }
draft = Жоба: { $path }
draft-there = Мұрағатта { $source } үшін файл бар; ол сол күйінде қалды.
no-draft = Бұл жазбалардан жоба жасалмады.

fetch-address = { $address } — мекенжай емес.
fetch-address-hint = Толық жазыңыз: https://t.me/channel/1
fetch-scheme = { $address }: тек http пен https жүктеледі, { $scheme } емес.
fetch-scheme-hint = Толық жазыңыз: https://t.me/channel/1
fetch-credentials = { $address }: аты не құпиясөзі бар мекенжайлар жүктелмейді.
fetch-credentials-hint = Тек әркім көре алатын нәрсе сақталады.
fetch-private = { $address }: { $host } ашық желіде емес ({ $network }).
fetch-private-hint = Егер бұл сынауға арналған өз торабыңыз болса, оны атаңыз: --allow-host { $host }
fetch-redirects = { $address }: қайта бағыттау саны { $most } шегінен асты.
fetch-redirects-hint = Браузерде ашып, соңғы мекенжайды беріңіз.
fetch-large = { $address }: жауап { $most } байттан үлкен.
fetch-large-hint = Одан ештеңе сақталмады.
fetch-bomb = { $address }: ашылған жауап { $most } байттан үлкен.
fetch-bomb-hint = Одан ештеңе сақталмады.
fetch-encoding = { $address }: жауап оқылмайтын тәсілмен сығылған ({ $encoding }).
fetch-encoding-hint = Сервер сұралмағанды жібереді; ештеңе сақталмады.
fetch-damaged = { $address }: сығылған жауап бүлінген немесе үзілген.
fetch-damaged-hint = Кейінірек көріңіз.
fetch-slow = { $address }: жауап { $seconds } секундта толық келмеді.
fetch-slow-hint = Кейінірек көріңіз.
fetch-failed = { $address } жүктелмейді: { $problem }
fetch-failed-hint = Мекенжай мен байланысты тексеріп, қайта көріңіз.

custody-broken = captures/custody.jsonl сақтау журналы жазылған күйінде емес: { $line }-жол ({ $reason ->
    [chain] оның алдындағы жол басқа
    [number] жолдар жетіспейді, қайталанған не ауыстырылған
    [end] журнал бөлек жазылғандай аяқталмайды
    [unfinished] оның соңы жоқ
   *[other] ол оқылмайды
}).
custody-broken-hint = Ештеңе қосылмады. Журналды сақтық көшірмемен салыстырыңыз; сақталғандардың өзін хештері бойынша тексеруге болады.
capture-missing = Сақталған { $file } көшірмесі жоқ.
capture-missing-hint = Оны мұрағаттың сақтық көшірмесінен қайтарыңыз.
capture-changed = Сақталған { $file } көшірмесі сақтау журналында айтылғандай емес.
capture-changed-hint = Оны мұрағаттың сақтық көшірмесінен қайтарыңыз.
capture-name = Сақтау журналында { $file } аталған, бірақ ол сақталған көшірме емес.
capture-name-hint = Журналды мұрағаттың сақтық көшірмесімен салыстырыңыз.
warc-damaged = Сақталған көшірме оқылмайды: { $problem }
warc-damaged-hint = Оны мұрағаттың сақтық көшірмесінен қайтарыңыз.
join-incomplete = { $source } ішінен сөз оқылмады, соңғы сөз толық болмас еді.
join-incomplete-hint = --joined болмаса, оқылған әр жазба жеке жоба болады.
join-channels = Бұл жазбалар бір арнадан емес.
join-channels-hint = Бір арнаның жазбаларын қосыңыз; басқалары үшін --joined қолданбаңыз.

coverage = { $path }: { $all ->
    [one] { $all } сөйлем
   *[other] { $all } сөйлем
}; дереккөздерінің сақталған көшірмелерінде бары: { $found }, ешқайсысында жоғы: { $missing }.
source = { $address }: { $captures ->
    [0] сақталған көшірмесі жоқ
    [one] { $captures } сақталған көшірме, сөзі бары: { $words }
   *[other] { $captures } сақталған көшірме, сөзі бары: { $words }
}{ $units ->
    [0] { "" }
   *[other] {"; "}ең көбі { $units } UTF-16 бірлігі
}
full = Telegram жазбасына { $most } UTF-16 бірлігі сыяды, бұл жазба толы: жалғасын тұрған жерінен сақтау керек.
unaddressed = { $count ->
    [one] { $count } дереккөздің мекенжайы жоқ, оны сақтау мүмкін емес.
   *[other] { $count } дереккөздің мекенжайы жоқ, оларды сақтау мүмкін емес.
}
no-sources = Сөздің дереккөзі аталмаған.
differing = Көшірмелерде басқаша айтылған; [-көшірмеде-] {"{+мұнда+}"}:
nowhere = Ешбір сақталған көшірмеде жоқ:
line = { $line }-жол: { $text }
packed = { $count ->
    [one] { $count } көшірме жинақталды: { $path }.
   *[other] { $count } көшірме жинақталды: { $path }.
}
repaired = Үзілген пәрмен бастаған іс аяқталып, журналға жазылды: { $file }
nothing-left = Үзілген пәрмендерден ештеңе қалмаған.
left-over = Қалдық жойылды: { $file }

media-kept = Тіркелген: { $kind ->
    [video] бейнежазба
    [voice] дауыстық хабар
    [document] құжат
    [preview] бейнежазба кадры
   *[photo] сурет
}, сақталды: { $file }
media-again = Тіркелген: { $kind ->
    [video] бейнежазба
    [voice] дауыстық хабар
    [document] құжат
    [preview] бейнежазба кадры
   *[photo] сурет
}; дәл сол байттар мұрағатта бар, оларға сілтеме сақталды: { $file }
media-refused = Тіркелген: { $kind ->
    [video] бейнежазба
    [voice] дауыстық хабар
    [document] құжат
    [preview] бейнежазба кадры
   *[photo] сурет
}, сақталмады.
media-unaddressed = Бет оның мекенжайын бермейді. { $name }
media-unaddressed-hint = Оны Telegram қолданбасында сақтап, файлды осы пәрменмен алыңыз.
media-elsewhere = { $address } — Telegram файлдарын беретін торап емес.
media-elsewhere-hint = Маңызды болса, бұл мекенжайды бөлек сақтаңыз.
fetch-status = { $address }: жауап файл емес (коды { $status }).
fetch-status-hint = Жазбаны браузерде ашып, қайта көріңіз.
too-much-to-pack = Сақталғандар бірге { $most } байттан үлкен.
too-much-to-pack-hint = Дереккөздердің бір бөлігін орап алыңыз: --source МЕКЕНЖАЙ
goes-on = Келгені сақталды; осы пәрмен тоқтаған жерінен жалғастырады.

shown = { $program } ішінде көрсетілді: { $count ->
    [one] { $count } жауап
   *[other] { $count } жауап
}, беттің суреті мен PDF-і сақталды.
not-fetched = { $count ->
    [one] Беттің { $count } сұрауы жауапсыз қалды:
   *[other] Беттің { $count } сұрауы жауапсыз қалды:
}
no-browser = Мұнда браузер жоқ ({ $program }).
no-browser-hint = Chromium орнатыңыз (Debian-да: apt-get install chromium) немесе атын беріңіз: --browser-program ФАЙЛ
browser-failed = Браузер бетті көрсете алмады: { $problem }
browser-failed-hint = root атынан және жүйе оған өз аттар кеңістігін бермейтін жерде (көп контейнерде) оның құмсалғышы жоқ: басқа пайдаланушы атынан іске қосыңыз, chromium-sandbox орнатыңыз (Debian) немесе сенетін беттер үшін --no-sandbox қосыңыз.
fetch-method = { $address }: тек GET сұралады, { $method } емес.
fetch-method-hint = Оны қажет ететін бет онсыз көрсетілді.
fetch-too-many = { $address }: бет тым көп сұрайды.
fetch-too-many-hint = Бұрын келгені сақталды.

tsr-damaged = Уақыт белгісі жарамсыз ({ $problem }).
ots-damaged = Дәлел жарамсыз ({ $problem }).
block-damaged = Блоктың тақырыбы жарамсыз ({ $problem }).
answer-status = Сервердің жауабы: { $status }.
no-headers = Блок тақырыптары қайдан алынатыны баптауларда айтылмаған (blockHeaders).
name-taken = Бұл атпен басқа файл бар ({ $file }).
wacz-damaged = Бұл бүтін WACZ файлы емес: { $problem }
