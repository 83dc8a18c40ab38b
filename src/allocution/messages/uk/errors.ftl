# Чому команда не змогла зробити того, про що її просили; під -hint — що з цим робити.

error = Помилка: { $what }

## Файли й теки

unreadable = { $path } не вдається прочитати: { $problem }
unreadable-hint = Перевірте, чи він на місці й чи дозволено вам його читати.
unwritable = { $path } не вдається записати: { $problem }
unwritable-hint = Перевірте, чи є така тека, чи дозволено вам у неї писати й чи вистачає місця на диску.
unmakeable = { $path } не вдається створити: { $problem }
unmakeable-hint = Перевірте, чи дозволено вам туди писати й чи вистачає місця на диску.
unclearable = { $path } не вдається очистити: { $problem }
unclearable-hint = Перевірте, чи дозволено вам туди писати.
file-unreadable = { $path } не вдається прочитати.
file-unreadable-hint = Перевірте ім’я файлу та права доступу до нього.
file-exists = { $path } уже є.
file-exists-hint = Наявних файлів програма не перезаписує: приберіть його або виберіть інше ім’я.
file-gone = { $path } зник.
file-gone-hint = Тим часом його хтось видалив; подивіться й спробуйте ще раз.
file-changed = { $path } тим часом змінився.
file-changed-hint = Його редагував хтось інший; подивіться й спробуйте ще раз.
copied-file-changed = { $path } змінився, поки його копіювали.
copied-file-changed-hint = Дочекайтеся, поки в нього перестануть писати, і повторіть команду.
content-changed = { $path } змінився, поки його читали.
content-changed-hint = Повторіть команду.
copy-failed = { $path } не вдається скопіювати: { $problem }
copy-failed-hint = Перевірте, чи дозволено вам його читати й чи вистачає місця на диску.
not-an-ordinary-file = { $path } — не звичайний файл.
not-an-ordinary-file-hint = Посилання, канали й пристрої не підходять: покладіть туди сам файл.
link-leads-out = { $path } веде за межі { $root }.
link-leads-out-hint = Символічне посилання вказує на інше місце; замініть його самим файлом.
folder-leads-out = { $path } веде за межі архіву.
folder-leads-out-hint = Символічне посилання вказує на інше місце; замініть його самою текою.
folder-missing = { $path }: такої теки немає.
folder-missing-hint = Перевірте назву й те, з якої теки ви її вказуєте.
file-missing = { $path }: такого файлу немає.
file-missing-hint = Перевірте назву й те, з якої теки ви його вказуєте.
folder-is-a-file = { $path } — файл, а не тека.
folder-is-a-file-hint = Вкажіть теку, у якій він лежить.
file-is-a-folder = { $path } — тека, а не файл.
file-is-a-folder-hint = Вкажіть файл у ній.
archive-missing = { $path }: такої теки немає.
archive-missing-hint = Вкажіть теку, у якій лежать файли архіву.
archive-not-begun = { $path }: такого архіву немає.
archive-not-begun-hint = Спершу створіть його: allocution init { $path }
file-elsewhere = { $file } не належить до { $archive }.
file-elsewhere-hint = Вкажіть шлях до нього всередині архіву.
file-outside = { $file } лежить не в архіві { $archive }.
file-outside-hint = Вкажіть його архів: --archive.
not-a-content-file = { $path } — не текст із цього архіву.
not-a-content-file-hint = Вкажіть файл Markdown із промовою.
not-a-statement = { $path } — не промова.
not-a-statement-hint = Вкажіть файл із записом промови.
not-a-published-statement = { $path } — не опублікована промова цього архіву.
not-a-published-statement-hint = Вкажіть шлях до файлу промови всередині архіву.
taken-down-already = { $path } уже знято.
file-has-errors = У { $path } є помилки.
file-has-errors-hint = Спершу виправте їх: які саме, скаже allocution check.
configuration-broken = Налаштування архіву не вдається прочитати.
configuration-broken-hint = Виправте їх і повторіть команду.
worker-lost = Один із процесів програми завершили ззовні.
worker-lost-hint = Якщо на машині мало пам’яті, спробуйте --jobs 1.

## Збирання

build-refused = В архіві є помилки; нічого не зібрано.
build-refused-hint = Виправте їх або збирайте без --strict.
leak-found = Назовні вийшло б те, що приховано; нічого не опубліковано.
leak-found-hint = Опубліковане раніше залишилося без змін.
theme-template-failed = theme/templates: сторінка за шаблоном { $template } не вийшла: { $problem }
theme-template-failed-hint = Що можна використовувати в шаблонах, сказано в docs/themes.md.
unpublishable = { $path } не вдається опублікувати: { $problem }
unpublishable-hint = Опубліковане раніше залишилося без змін.
mount-point-unpublishable = { $path } не вдається опублікувати: { $problem }
mount-point-unpublishable-hint = Опубліковане раніше залишилося без змін. Теку, до якої щось змонтовано, не підмінити: вкажіть теку всередині неї.
output-is-root = Корінь файлової системи не може бути текою для сайту.
output-is-root-hint = Вкажіть окрему теку.
output-is-mount-point = { $path } — точка монтування, її не підмінити.
output-is-mount-point-hint = Вкажіть теку всередині неї, наприклад { $inside }.
output-not-a-folder = { $path } — не тека.
output-not-a-folder-hint = Вкажіть іншу теку для сайту або приберіть цей файл.
output-is-repository = { $path } — репозиторій git, його було б замінено разом із рештою.
output-is-repository-hint = Вкажіть іншу теку, а готовий сайт скопіюйте до репозиторію.
output-foreign = У { $path } є файли, яких програма не створювала; нічого не змінено.
output-foreign-hint = Вкажіть іншу теку або спершу приберіть ці файли.
build-running = { $path } вже збирається.
build-running-hint = Дочекайтеся кінця того збирання або зупиніть його; чи вкажіть іншу теку.
draft-deleted = { $path } видалили під час збирання.
draft-deleted-hint = Зберіть іще раз.
draft-replaced = { $path } підмінили під час збирання.
draft-replaced-hint = Зберіть іще раз.
path-outside-site = Цей шлях веде не всередину сайту: { $path }
file-and-folder = { $path }: файл і тека не можуть мати одну назву.
file-and-folder-hint = Дайте одній із двох сторінок іншу адресу.
address-not-of-the-web = { $address } — не адреса сайту.
address-not-of-the-web-hint = Вона починається з http:// або https://

## Попередній перегляд

host-unknown = { $host }: такого вузла немає.
host-unknown-hint = Ця машина — --host 127.0.0.1
port-forbidden = Система не дозволяє вам зайняти порт { $port }.
port-forbidden-hint = Візьміть номер, більший за 1023: --port 8000
port-taken = Порт { $port } зайнято.
port-taken-hint = Там працює інший сервер, можливо, цей самий. Зупиніть його або візьміть інший порт: --port { $next }
port-unusable = { $host }, порт { $port }: { $problem }.
port-unusable-hint = Візьміть інший --host або --port.

## Пошук

query-empty = Запит порожній.
query-empty-hint = Скажіть, що шукати: allocution search АРХІВ слово
catalogue-unusable = Покажчик для пошуку { $path } непридатний: { $problem }.
catalogue-unusable-hint = Вкажіть у XDG_CACHE_HOME теку, в яку можна писати, або звільніть місце на диску.

## Новий файл

speaker-unnamed = Нікого не названо.
speaker-unnamed-hint = Скажіть, хто говорить: --speaker "Ім’я Прізвище", або дайте --title.
field-character = --{ $name }: знака U+{ $character } у полі бути не може.
field-character-hint = Напишіть це одним рядком.
moment-unreadable = «{ $value }» не вдається прочитати як дату.
moment-unreadable-hint = Пишіть 2020-06-22 або 2020-06-22T13:01:00+06:00.
date-unreadable = «{ $value }» не вдається прочитати як дату.
date-unreadable-hint = Пишіть 1964-03-13, 1964-03, 1964, 1964~ або 1964? (EDTF).
section-unknown = { $section } — не розділ цього архіву.
section-unknown-hint = Вкажіть теку всередині теки з текстами.
section-name-unusable = У назві розділу є знак, якого в іменах файлів бути не може.
section-name-unusable-hint = Підходять літери, цифри, дефіси й крапки.
section-leads-out = { $path } веде за межі архіву.
section-leads-out-hint = Посилання вказує на інше місце; виберіть інший розділ.
file-name-impossible = З цього не виходить імені файлу.
file-name-impossible-hint = Дайте ім’я самі: --slug surname-2020
new-file-misread = Файл прочитався б не так, як ви хочете; його не створено.
new-file-misread-hint = Чому — сказано вище.
new-file-exists = { $path } уже є.
new-file-exists-hint = Назвіть файл інакше: --slug another-name
page-exists = { $path }: така сторінка вже є, її дає { $other }.
page-exists-hint = Виберіть інший --section або інший --slug.
no-pages-there = { $path }: там архів сторінок не має.
no-pages-there-hint = Виберіть інший --section або інший --slug.

## Редагування шапки файлу

front-matter-missing = У файлу немає шапки.
front-matter-missing-hint = Почніть його двома рядками з трьох дефісів.
front-matter-empty = Шапка порожня.
front-matter-empty-hint = Змініть її вручну.
front-matter-not-mapping = Шапка складається не з полів зі значеннями.
front-matter-not-mapping-hint = Змініть її вручну.
front-matter-unchangeable = Таку шапку програмі не змінити.
front-matter-unchangeable-hint = Змініть її вручну.
front-matter-inexact = Таку шапку не змінити, не зачепивши решти.
front-matter-inexact-hint = Змініть її вручну.
field-inseparable = Поле { $field } записано так, що його окремо не змінити.
field-inseparable-hint = Змініть його вручну.
field-without-place = Для поля { $field } немає місця.
field-without-place-hint = Спершу додайте список, у якому воно стоїть.
field-holder-unusable = Те, у чому має стояти поле, складається не з полів зі значеннями.
field-holder-unusable-hint = Змініть це вручну.
field-missing = Такого поля немає.
list-missing = Немає списку, до якого це додати.
list-missing-hint = Змініть шапку вручну.
changes-overlap = Дві правки припадають на одне місце.
changes-overlap-hint = Зробіть одну, потім подивіться знову.
value-unwritable-in-toml = У TOML такого значення не записати.
value-unwritable-in-toml-hint = Змініть це вручну.

## Вичитування

proofread-one-file = Виправлення приймаються для одного файлу за раз.
proofread-one-file-hint = Вкажіть один файл.
number-unknown = Номера { $number } немає.
number-unknown-hint = Номери — від 1 до { $most }.
nothing-to-accept = Тут не видно друкарських помилок: приймати нічого.
nothing-to-accept-hint = Після кожного запуску номери інші; перегляньте список ще раз.
number-without-suggestion = Для номера { $number } нічого не запропоновано.
number-without-suggestion-hint = Скажіть, що малося на увазі: { $number }=СЛОВО
lexicon-unreadable = { $file } не вдається прочитати.
lexicon-unreadable-hint = Це текстовий файл, по слову в рядку.
lexicon-encoding = { $file } не в UTF-8.
lexicon-encoding-hint = Збережіть його як текст у UTF-8.
dictionaries-missing = Для вичитування потрібні словники, а їх не встановлено.
dictionaries-missing-hint = Установіть їх: pip install 'allocution[proofread]'
dictionary-unknown = Для мови { $language } словника немає.
dictionary-unknown-hint = Вичитувати можна цими мовами: { $known }.

## Імпорт

import-incomplete = Для імпорту потрібні --mapping і --into.
import-incomplete-hint = Першу відповідність стовпців виведе --guess.
time-zone-unknown = Часового поясу { $name } немає.
time-zone-unknown-hint = Пишіть назву як у Asia/Almaty.
mapping-unreadable = Відповідність стовпців не вдається прочитати: { $problem }
mapping-unreadable-hint = Порівняйте її з тим, що виводить --guess.
mapping-fields-unknown = У відповідності названо невідомі поля: { $names }.
mapping-fields-unknown-hint = Відомі: { $known }.
mapping-columns-missing = Відповідність має казати, у яких стовпцях промовець і слова.
mapping-columns-missing-hint = Порівняйте її з тим, що виводить --guess.
table-columns-missing = У таблиці немає стовпців: { $names }.
table-columns-missing-hint = Є: { $known }.
table-without-rows = У { $name } немає рядків.
table-unreadable = Таблицю не вдається прочитати в кодуванні { $encoding }: { $problem }
table-unreadable-hint = Змініть у відповідності encoding.
table-broken = Таблицю пошкоджено: { $problem }
table-broken-hint = Перевірте роздільник і лапки.
docx-package-missing = Щоб читати документи Word, потрібен пакет, якого не встановлено.
docx-package-missing-hint = Установіть його: pip install 'allocution[docx]'
docx-too-large = { $name } розпаковується в { $size } байтів; більше за { $most } не читається.
docx-too-large-hint = Розділіть його або приберіть із нього великі зображення.
docx-unreadable = { $name } — не документ Word.
docx-unreadable-hint = Відкрийте його у Word і знову збережіть як .docx.
docx-not-a-package = { $name } — не документ Word.
docx-not-a-package-hint = Збережіть його як .docx.
channel-name-unusable = «{ $name }» — не ім’я каналу.
channel-name-unusable-hint = У ньому лише латинські літери, цифри та _.
post-numbers-unreadable = «{ $value }» — не номери дописів.
post-numbers-unreadable-hint = Пишіть номери та ряди номерів: 14-16,20
telegram-export-unreadable = Це не експорт чату: { $problem }
telegram-export-unreadable-hint = Експортуйте один чат у форматі JSON із Telegram Desktop.
telegram-number-too-large = Це не експорт чату: у ньому є завелике число.
telegram-number-too-large-hint = Експортуйте один чат у форматі JSON із Telegram Desktop.
telegram-whole-account = Це експорт усього облікового запису, з контактами й особистим листуванням; його програма не читає.
telegram-whole-account-hint = Експортуйте лише канал: у його меню «Експорт історії чату», JSON.
edition-unreadable = { $path } не вдається прочитати: { $problem }
edition-unreadable-hint = Дайте теку видання або його файл ZIP.
edition-too-large = Видання завелике, щоб його імпортувати.
edition-too-large-hint = Імпортуйте частинами: allocution export --where.
tables-missing = Тут немає { $file }.
tables-missing-hint = Дайте теку видання jsonl або його файл ZIP.
table-row-incomplete = { $file }: в одному з рядків бракує промови або її адреси.
table-row-incomplete-hint = Дайте теку видання jsonl такою, якою її створено, або його файл ZIP.
table-row-unreadable = { $file }, рядок { $line }: це не запис JSON.
table-row-unreadable-hint = Дайте теку видання jsonl такою, якою її створено, або його файл ZIP.
tei-without-statements = Тут немає жодної промови в TEI.
tei-without-statements-hint = Дайте теку видання tei або його файл ZIP.
tei-statement-unnamed = { $path }: у промови немає імені або адреси.
tei-statement-unnamed-hint = Дайте теку видання tei такою, якою її створено, або його файл ZIP.
tei-unreadable = { $path }: { $problem }
tei-unreadable-hint = Дайте теку видання tei такою, якою її створено, або його файл ZIP.
bag-without-manifest = { $path } — не BagIt: немає { $manifest }.
bag-without-manifest-hint = Дайте теку видання bagit або його файл ZIP.
bag-damaged = BagIt пошкоджено: { $path } не такий, як сказано в описі.
bag-damaged-hint = Візьміть цілу копію.

## Видання

edition-unnamed = Видання не названо.
edition-unnamed-hint = Назвіть його через --edition; є: { $known }.
edition-unknown = Видання { $names } немає.
edition-unknown-hint = Є: { $known }.
where-and-statement = --where і --statement виключають одне одного.
where-and-statement-hint = Залиште одне з двох.
nothing-selected = Запиту { $query } не відповідає жодна промова.
nothing-selected-hint = Що знаходить запит, покаже allocution search.
nothing-published = Немає жодної опублікованої промови.
nothing-published-hint = Чого бракує кожному файлу, скаже allocution check.
statement-unknown = Опублікованої промови { $name } немає.
statement-unknown-hint = Дайте шлях до її файлу в архіві, її адресу на сайті або назву у виданні.
export-refused = Права не дозволяють цього вивантаження; нічого не записано.
export-refused-hint = З --anyway вивантажиться все одно.
export-folder-foreign = У { $path } є файли не з попереднього вивантаження.
export-folder-foreign-hint = Вкажіть нову теку або звільніть цю.
edition-package-missing = Для видання { $edition } потрібен пакет { $package }, а його не встановлено.
edition-package-missing-hint = Установіть його: pip install 'allocution[{ $edition }]'
edition-without-disk = Це видання створюється на диску, а тут його немає.
edition-without-disk-hint = Створіть його командою allocution export.
edition-without-site = Це видання створюється зі сторінок сайту, а тут його немає.
edition-without-site-hint = Створіть його командою allocution export.
typesetting-failed = Typst не зміг зверстати видання: { $problem }
typesetting-failed-hint = { $details }
zim-program-missing = Видання zim створює програма { $program }, а її не встановлено.
zim-program-missing-hint = У Debian та Ubuntu: apt-get install zim-tools; в інших системах: https://github.com/openzim/zim-tools.
zim-failed = { $program } завершилася з кодом { $status }: { $problem }
table-unknown = Таблиці { $name } немає.
table-unknown-hint = Є: { $known }.
frame-package-missing = Для { $function } потрібен пакет { $package }, а його не встановлено.
frame-package-missing-hint = Установіть його: pip install 'allocution[{ $package }]'

## Знімки джерел і позначки часу

capture-too-large = { $path } завеликий, щоб його прочитати.
nothing-captured = Таких знімків в архіві немає.
nothing-captured-hint = Спершу збережіть джерело.
timestamp-one-folder = Вкажіть теку одного архіву.
timestamp-one-folder-hint = allocution timestamp [upgrade] my-archive
authorities-too-few = У налаштуваннях архіву менше двох служб позначок часу.
authorities-too-few-hint = У [params.allocution]: timestampAuthorities = ["https://… шлях/root.pem", "https://… шлях/other.pem"]
authority-without-root = { $address }: із «{ $path }» не вдається прочитати кореневий сертифікат.
authority-without-root-hint = Після адреси вкажіть шлях до файлу PEM в архіві; сертифікат візьміть звідти, чому довіряєте.
reason-unknown = «{ $reason }» — не та причина, яку зрозуміють читачі.
reason-unknown-hint = Візьміть одну з цих: { $known }

## Випуски

nothing-to-verify = { $path }: такої теки немає.
nothing-to-verify-hint = Вкажіть випуск, адресу дзеркала або архів.
release-unverified = У { $folder } немає випуску, який був би таким, яким його підписали.
release-unverified-hint = Спершу перевірте його окремо.
release-before-broken = У { $folder } немає випуску, який був би таким, яким його підписали ({ $path }: { $problem }).
release-before-broken-hint = Новий випуск кладуть лише поверх цілого: відновіть попередній або вкажіть іншу теку.
release-not-whole = Випуск не цілий ({ $path }: { $problem }).
release-not-whole-hint = Нічого не випущено.
release-not-shareable = У { $folder } немає випуску, який був би таким, яким його підписали ({ $path }: { $problem }).
release-not-shareable-hint = Поширюють лише цілі випуски; усе, що не так, скаже allocution verify.
release-key-not-announced = Попередній випуск оголосив для цього ключ { $announced }, а не { $key }.
release-key-not-announced-hint = Підпишіть тим ключем, а інший оголосіть через --next-key; або почніть новий ланцюжок в іншій теці.
release-before-is-later = Попередній випуск зроблено { $moment }, пізніше, ніж зараз.
release-before-is-later-hint = Виправте годинник.
file-not-releasable = { $path } випустити не можна.
file-not-releasable-hint = Підходять лише звичайні файли без зворотної скісної риски в імені.
file-not-shareable = { $path } поширювати не можна: { $problem }
file-not-shareable-hint = Підходять лише звичайні файли.
torrent-package-missing = Для торента потрібен пакет fastbencode, а його не встановлено.
torrent-package-missing-hint = Установіть його: pip install 'allocution[torrent]'
torrent-in-release = { $path } опинився б усередині випуску.
torrent-in-release-hint = Вкажіть файл назовні: його ніхто не підписував.
address-not-whole = { $address } — не адреса.
address-not-whole-hint = Дайте її повністю, з https:// на початку.
key-unwritable = { $path } не вдається записати: { $problem }
key-unwritable-hint = Ключів програма не перезаписує: вкажіть інший файл.
secret-key-unreadable = Це не секретний ключ minisign.
secret-key-unreadable-hint = Його створює команда allocution key new ФАЙЛ
secret-key-too-costly = Цей ключ вимагає більше пам’яті, ніж програма дає.
secret-key-too-costly-hint = Створіть інший: allocution key new ФАЙЛ
secret-key-kind-unknown = Такого виду секретних ключів програма не знає.
secret-key-kind-unknown-hint = Створіть інший: allocution key new ФАЙЛ
key-password-wrong = Пароль не від цього ключа, або ключ пошкоджено.
key-password-wrong-hint = Спробуйте ще раз або візьміть свою копію ключа.
public-key-unreadable = Це не відкритий ключ minisign.
public-key-unreadable-hint = Його створює команда allocution key new ФАЙЛ
signature-unreadable = Це не підпис minisign.
signature-by-another-key = Підпис зроблено іншим ключем.
signature-of-another-file = Підпис не від цього файлу.
ssh-program-missing = Програми { $program } тут немає.
ssh-program-missing-hint = Установіть OpenSSH або обійдіться без --ssh-key.
ssh-signing-failed = { $program } не підписала: { $problem }
ssh-signing-failed-hint = Чи правильний пароль до ключа, чи запущено його агент?
ssh-key-kind = { $file } — не ключ Ed25519 для OpenSSH.
ssh-key-kind-hint = Створіть його: ssh-keygen -t ed25519 -f archive-ssh
ssh-key-unreadable = { $file } не вдається прочитати.
ssh-key-unreadable-hint = Вкажіть ключ OpenSSH.
