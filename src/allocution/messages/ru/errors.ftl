# Почему команда не смогла сделать то, о чём её просили; под -hint – что с этим сделать.

error = Ошибка: { $what }

## Файлы и папки

unreadable = { $path } не прочесть: { $problem }
unreadable-hint = Проверьте, на месте ли он и разрешено ли вам его читать.
unwritable = { $path } не записать: { $problem }
unwritable-hint = Проверьте, есть ли папка, разрешено ли вам в неё писать и хватает ли места на диске.
unmakeable = { $path } не создать: { $problem }
unmakeable-hint = Проверьте, разрешено ли вам туда писать и хватает ли места на диске.
unclearable = { $path } не очистить: { $problem }
unclearable-hint = Проверьте, разрешено ли вам туда писать.
file-unreadable = { $path } не прочесть.
file-unreadable-hint = Проверьте имя файла и права на него.
file-exists = { $path } уже есть.
file-exists-hint = Поверх файлов программа не пишет: уберите его или выберите другое имя.
file-gone = { $path } исчез.
file-gone-hint = Тем временем его кто-то удалил; посмотрите и попробуйте снова.
file-changed = { $path } тем временем изменился.
file-changed-hint = Его правил кто-то ещё; посмотрите и попробуйте снова.
copied-file-changed = { $path } изменился, пока его копировали.
copied-file-changed-hint = Дождитесь, когда в него перестанут писать, и повторите команду.
content-changed = { $path } изменился, пока его читали.
content-changed-hint = Повторите команду.
copy-failed = { $path } не скопировать: { $problem }
copy-failed-hint = Проверьте, разрешено ли вам его читать и хватает ли места на диске.
not-an-ordinary-file = { $path } – не обычный файл.
not-an-ordinary-file-hint = Ссылки, каналы и устройства не годятся: положите туда сам файл.
link-leads-out = { $path } ведёт за пределы { $root }.
link-leads-out-hint = Символическая ссылка указывает на другое место; замените её самим файлом.
folder-leads-out = { $path } ведёт за пределы архива.
folder-leads-out-hint = Символическая ссылка указывает на другое место; замените её самой папкой.
folder-missing = { $path }: такой папки нет.
folder-missing-hint = Проверьте имя и то, из какой папки вы её называете.
file-missing = { $path }: такого файла нет.
file-missing-hint = Проверьте имя и то, из какой папки вы его называете.
folder-is-a-file = { $path } – файл, а не папка.
folder-is-a-file-hint = Назовите папку, в которой он лежит.
file-is-a-folder = { $path } – папка, а не файл.
file-is-a-folder-hint = Назовите файл в ней.
archive-missing = { $path }: такой папки нет.
archive-missing-hint = Назовите папку, в которой лежат файлы архива.
archive-not-begun = { $path }: такого архива нет.
archive-not-begun-hint = Сначала создайте его: allocution init { $path }
file-elsewhere = { $file } – не файл из { $archive }.
file-elsewhere-hint = Назовите его по пути внутри архива.
file-outside = { $file } лежит не в архиве { $archive }.
file-outside-hint = Назовите его архив: --archive.
not-a-content-file = { $path } – не текст из этого архива.
not-a-content-file-hint = Назовите файл Markdown с речью.
not-a-statement = { $path } – не речь.
not-a-statement-hint = Назовите файл с расшифровкой.
not-a-published-statement = { $path } – не опубликованная речь этого архива.
not-a-published-statement-hint = Назовите файл речи по пути внутри архива.
taken-down-already = { $path } уже снят.
file-has-errors = В { $path } есть ошибки.
file-has-errors-hint = Сначала исправьте их: какие – скажет allocution check.
configuration-broken = Настройки архива прочесть не удалось.
configuration-broken-hint = Исправьте их и повторите команду.
worker-lost = Один из процессов программы завершили извне.
worker-lost-hint = Если на машине мало памяти, попробуйте --jobs 1.

## Сборка

build-refused = В архиве есть ошибки; ничего не собрано.
build-refused-hint = Исправьте их или собирайте без --strict.
leak-found = Наружу вышло бы то, что скрыто; ничего не опубликовано.
leak-found-hint = Опубликованное раньше осталось как было.
theme-template-failed = theme/templates: страница по шаблону { $template } не получилась: { $problem }
theme-template-failed-hint = Что можно в шаблонах, сказано в docs/themes.md.
unpublishable = { $path } не опубликовать: { $problem }
unpublishable-hint = Опубликованное раньше осталось как было.
mount-point-unpublishable = { $path } не опубликовать: { $problem }
mount-point-unpublishable-hint = Опубликованное раньше осталось как было. Папку, к которой что-то примонтировано, не подменить: назовите папку внутри неё.
output-is-root = Корень файловой системы папкой для сайта быть не может.
output-is-root-hint = Назовите отдельную папку.
output-is-mount-point = { $path } – точка монтирования, её не подменить.
output-is-mount-point-hint = Назовите папку внутри неё, например { $inside }.
output-not-a-folder = { $path } – не папка.
output-not-a-folder-hint = Назовите другую папку для сайта или уберите этот файл.
output-is-repository = { $path } – репозиторий git, он был бы заменён вместе с остальным.
output-is-repository-hint = Назовите другую папку, а готовый сайт скопируйте в репозиторий.
output-foreign = В { $path } есть файлы, которых программа не делала; ничего не изменено.
output-foreign-hint = Назовите другую папку или сначала уберите эти файлы.
build-running = { $path } уже собирается.
build-running-hint = Дождитесь конца той сборки или остановите её; или назовите другую папку.
draft-deleted = { $path } удалили во время сборки.
draft-deleted-hint = Соберите ещё раз.
draft-replaced = { $path } подменили во время сборки.
draft-replaced-hint = Соберите ещё раз.
path-outside-site = Это путь не внутри сайта: { $path }
file-and-folder = { $path }: у файла и папки не может быть одно имя.
file-and-folder-hint = Дайте одной из двух страниц другой адрес.
address-not-of-the-web = { $address } – не адрес сайта.
address-not-of-the-web-hint = Он начинается с http:// или https://

## Предпросмотр

host-unknown = { $host }: такого узла нет.
host-unknown-hint = Эта машина – --host 127.0.0.1
port-forbidden = Система не разрешает вам занять порт { $port }.
port-forbidden-hint = Возьмите номер больше 1023: --port 8000
port-taken = Порт { $port } занят.
port-taken-hint = Там работает другой сервер, возможно этот же. Остановите его или возьмите другой порт: --port { $next }
port-unusable = { $host }, порт { $port }: { $problem }.
port-unusable-hint = Возьмите другой --host или --port.

## Поиск

query-empty = Запрос пуст.
query-empty-hint = Скажите, что искать: allocution search АРХИВ слово
catalogue-unusable = Указатель для поиска { $path } не работает: { $problem }.
catalogue-unusable-hint = Укажите в XDG_CACHE_HOME папку, в которую можно писать, или освободите место на диске.

## Новый файл

speaker-unnamed = Никто не назван.
speaker-unnamed-hint = Скажите, кто говорит: --speaker "Имя Фамилия", или дайте --title.
field-character = --{ $name }: знака U+{ $character } в поле быть не может.
field-character-hint = Напишите это в одну строку.
moment-unreadable = «{ $value }» не прочесть как дату.
moment-unreadable-hint = Пишите 2020-06-22 или 2020-06-22T13:01:00+06:00.
date-unreadable = «{ $value }» не прочесть как дату.
date-unreadable-hint = Пишите 1964-03-13, 1964-03, 1964, 1964~ или 1964? (EDTF).
section-unknown = { $section } – не раздел этого архива.
section-unknown-hint = Назовите папку внутри папки с текстами.
section-name-unusable = В имени раздела есть знак, которого в именах файлов быть не может.
section-name-unusable-hint = Годятся буквы, цифры, дефисы и точки.
section-leads-out = { $path } ведёт за пределы архива.
section-leads-out-hint = Ссылка указывает на другое место; назовите другой раздел.
file-name-impossible = Из этого имени файла не сделать.
file-name-impossible-hint = Дайте имя сами: --slug surname-2020
new-file-misread = Файл прочёлся бы не так, как вы хотите; он не создан.
new-file-misread-hint = Почему – сказано выше.
new-file-exists = { $path } уже есть.
new-file-exists-hint = Назовите файл иначе: --slug another-name
page-exists = { $path }: такая страница уже есть, её даёт { $other }.
page-exists-hint = Выберите другой --section или другой --slug.
no-pages-there = { $path }: там страниц у архива не бывает.
no-pages-there-hint = Выберите другой --section или другой --slug.

## Правка шапки файла

front-matter-missing = У файла нет шапки.
front-matter-missing-hint = Начните её двумя строками из трёх дефисов.
front-matter-empty = Шапка пуста.
front-matter-empty-hint = Измените её вручную.
front-matter-not-mapping = Шапка состоит не из полей со значениями.
front-matter-not-mapping-hint = Измените её вручную.
front-matter-unchangeable = Такую шапку программе не изменить.
front-matter-unchangeable-hint = Измените её вручную.
front-matter-inexact = Такую шапку не изменить, не задев остального.
front-matter-inexact-hint = Измените её вручную.
field-inseparable = Поле { $field } так записано, что одно его не изменить.
field-inseparable-hint = Измените его вручную.
field-without-place = Для поля { $field } нет места.
field-without-place-hint = Сначала добавьте список, в котором оно стоит.
field-holder-unusable = То, в чём должно стоять поле, состоит не из полей со значениями.
field-holder-unusable-hint = Измените это вручную.
field-missing = Такого поля нет.
list-missing = Нет списка, в который это добавить.
list-missing-hint = Измените шапку вручную.
changes-overlap = Две правки приходятся на одно место.
changes-overlap-hint = Сделайте одну, потом посмотрите снова.
value-unwritable-in-toml = В TOML такого значения не записать.
value-unwritable-in-toml-hint = Измените это вручную.

## Вычитка

proofread-one-file = Поправки принимаются для одного файла за раз.
proofread-one-file-hint = Назовите один файл.
number-unknown = Номера { $number } нет.
number-unknown-hint = Номера – от 1 до { $most }.
nothing-to-accept = Опечаток здесь не видно: принимать нечего.
nothing-to-accept-hint = После каждого запуска номера другие; посмотрите список ещё раз.
number-without-suggestion = Для номера { $number } ничего не предложено.
number-without-suggestion-hint = Скажите, что имелось в виду: { $number }=СЛОВО
lexicon-unreadable = { $file } не прочесть.
lexicon-unreadable-hint = Это текстовый файл, по слову на строке.
lexicon-encoding = { $file } не в UTF-8.
lexicon-encoding-hint = Сохраните его как текст в UTF-8.
dictionaries-missing = Для вычитки нужны словари, а они не установлены.
dictionaries-missing-hint = Установите их: pip install 'allocution[proofread]'
dictionary-unknown = Для языка { $language } словаря нет.
dictionary-unknown-hint = Вычитывать можно на этих языках: { $known }.

## Перенос

import-incomplete = Для переноса нужны --mapping и --into.
import-incomplete-hint = Первое соответствие столбцов выведет --guess.
time-zone-unknown = Часового пояса { $name } нет.
time-zone-unknown-hint = Пишите название как в Asia/Almaty.
mapping-unreadable = Соответствие столбцов не прочесть: { $problem }
mapping-unreadable-hint = Сравните его с тем, что выводит --guess.
mapping-fields-unknown = В соответствии названы неизвестные поля: { $names }.
mapping-fields-unknown-hint = Известны: { $known }.
mapping-columns-missing = В соответствии должно быть сказано, в каких столбцах говорящий и слова.
mapping-columns-missing-hint = Сравните его с тем, что выводит --guess.
table-columns-missing = В таблице нет столбцов: { $names }.
table-columns-missing-hint = Есть: { $known }.
table-without-rows = В { $name } нет строк.
table-unreadable = Таблицу не прочесть в кодировке { $encoding }: { $problem }
table-unreadable-hint = Измените в соответствии encoding.
table-broken = Таблица испорчена: { $problem }
table-broken-hint = Проверьте разделитель и кавычки.
docx-package-missing = Чтобы читать документы Word, нужен пакет, который не установлен.
docx-package-missing-hint = Установите его: pip install 'allocution[docx]'
docx-too-large = { $name } распаковывается в { $size } байт; больше { $most } не читается.
docx-too-large-hint = Разделите его или уберите из него большие картинки.
docx-unreadable = { $name } – не документ Word.
docx-unreadable-hint = Откройте его в Word и снова сохраните как .docx.
docx-not-a-package = { $name } – не документ Word.
docx-not-a-package-hint = Сохраните его как .docx.
channel-name-unusable = «{ $name }» – не имя канала.
channel-name-unusable-hint = В нём только латинские буквы, цифры и _.
post-numbers-unreadable = «{ $value }» – не номера постов.
post-numbers-unreadable-hint = Пишите номера и ряды номеров: 14-16,20
telegram-export-unreadable = Это не выгрузка чата: { $problem }
telegram-export-unreadable-hint = Выгрузите один чат в формате JSON из Telegram Desktop.
telegram-number-too-large = Это не выгрузка чата: в ней есть слишком большое число.
telegram-number-too-large-hint = Выгрузите один чат в формате JSON из Telegram Desktop.
telegram-whole-account = Это выгрузка всего аккаунта, с контактами и личной перепиской; её программа не читает.
telegram-whole-account-hint = Выгрузите только канал: в его меню «Экспорт истории чата», JSON.
edition-unreadable = { $path } не прочесть: { $problem }
edition-unreadable-hint = Дайте папку издания или его файл ZIP.
edition-too-large = Издание слишком велико, чтобы его перенести.
edition-too-large-hint = Переносите по частям: allocution export --where.
tables-missing = Здесь нет { $file }.
tables-missing-hint = Дайте папку издания jsonl или его файл ZIP.
table-row-incomplete = { $file }: в одной из строк нет речи или её адреса.
table-row-incomplete-hint = Дайте папку издания jsonl такой, какой она была сделана, или его файл ZIP.
table-row-unreadable = { $file }, строка { $line }: это не запись JSON.
table-row-unreadable-hint = Дайте папку издания jsonl такой, какой она была сделана, или его файл ZIP.
tei-without-statements = Здесь нет ни одной речи в TEI.
tei-without-statements-hint = Дайте папку издания tei или его файл ZIP.
tei-statement-unnamed = { $path }: у речи нет имени или адреса.
tei-statement-unnamed-hint = Дайте папку издания tei такой, какой она была сделана, или его файл ZIP.
tei-unreadable = { $path }: { $problem }
tei-unreadable-hint = Дайте папку издания tei такой, какой она была сделана, или его файл ZIP.
bag-without-manifest = { $path } – не BagIt: нет { $manifest }.
bag-without-manifest-hint = Дайте папку издания bagit или его файл ZIP.
bag-damaged = BagIt повреждён: { $path } не такой, как сказано в описи.
bag-damaged-hint = Возьмите целую копию.

## Издания

edition-unnamed = Издание не названо.
edition-unnamed-hint = Назовите его через --edition; есть: { $known }.
edition-unknown = Издания { $names } нет.
edition-unknown-hint = Есть: { $known }.
where-and-statement = --where и --statement друг друга исключают.
where-and-statement-hint = Оставьте одно из двух.
nothing-selected = Ни одна речь не отвечает запросу { $query }.
nothing-selected-hint = Что находит запрос, покажет allocution search.
nothing-published = Ни одной опубликованной речи нет.
nothing-published-hint = Чего не хватает каждому файлу, скажет allocution check.
statement-unknown = Опубликованной речи { $name } нет.
statement-unknown-hint = Дайте путь её файла в архиве, её адрес на сайте или имя в издании.
export-refused = Права не разрешают эту выгрузку; ничего не записано.
export-refused-hint = С --anyway выгрузится всё равно.
export-folder-foreign = В { $path } есть файлы не из прежней выгрузки.
export-folder-foreign-hint = Назовите новую папку или освободите эту.
edition-package-missing = Для издания { $edition } нужен пакет { $package }, а он не установлен.
edition-package-missing-hint = Установите его: pip install 'allocution[{ $edition }]'
edition-without-disk = Это издание делается на диске, а здесь его нет.
edition-without-disk-hint = Сделайте его командой allocution export.
edition-without-site = Это издание делается из страниц сайта, а здесь его нет.
edition-without-site-hint = Сделайте его командой allocution export.
typesetting-failed = Typst не смог сверстать издание: { $problem }
typesetting-failed-hint = { $details }
zim-program-missing = Издание zim делает программа { $program }, а она не установлена.
zim-program-missing-hint = В Debian и Ubuntu: apt-get install zim-tools; иначе: https://github.com/openzim/zim-tools.
zim-failed = { $program } завершилась с кодом { $status }: { $problem }
table-unknown = Таблицы { $name } нет.
table-unknown-hint = Есть: { $known }.
frame-package-missing = Для { $function } нужен пакет { $package }, а он не установлен.
frame-package-missing-hint = Установите его: pip install 'allocution[{ $package }]'

## Копии источников и отметки времени

capture-too-large = { $path } слишком велик, чтобы его прочесть.
nothing-captured = Таких копий в архиве нет.
nothing-captured-hint = Сначала сохраните источник.
timestamp-one-folder = Назовите папку одного архива.
timestamp-one-folder-hint = allocution timestamp [upgrade] my-archive
authorities-too-few = В настройках архива меньше двух служб отметок времени.
authorities-too-few-hint = В [params.allocution]: timestampAuthorities = ["https://… путь/root.pem", "https://… путь/other.pem"]
authority-without-root = { $address }: из «{ $path }» не прочесть корневой сертификат.
authority-without-root-hint = Назовите после адреса путь к файлу PEM в архиве; сертификат возьмите оттуда, чему доверяете.
reason-unknown = «{ $reason }» – не та причина, которую поймут читатели.
reason-unknown-hint = Возьмите одну из этих: { $known }

## Выпуски

nothing-to-verify = { $path }: такой папки нет.
nothing-to-verify-hint = Назовите выпуск, адрес зеркала или архив.
release-unverified = В { $folder } нет выпуска, который был бы таким, как его подписали.
release-unverified-hint = Сначала проверьте его сам по себе.
release-before-broken = В { $folder } нет выпуска, который был бы таким, как его подписали ({ $path }: { $problem }).
release-before-broken-hint = Новый выпуск кладут только поверх целого: восстановите прежний или назовите другую папку.
release-not-whole = Выпуск не целый ({ $path }: { $problem }).
release-not-whole-hint = Ничего не выпущено.
release-not-shareable = В { $folder } нет выпуска, который был бы таким, как его подписали ({ $path }: { $problem }).
release-not-shareable-hint = Раздают только целые выпуски; всё, что не так, скажет allocution verify.
release-key-not-announced = Прежний выпуск объявил для этого ключ { $announced }, а не { $key }.
release-key-not-announced-hint = Подпишите тем ключом, а другой объявите через --next-key; или начните новую цепочку в другой папке.
release-before-is-later = Прежний выпуск сделан { $moment }, позже, чем сейчас.
release-before-is-later-hint = Поправьте часы.
file-not-releasable = { $path } выпустить нельзя.
file-not-releasable-hint = Годятся только обычные файлы без обратной косой черты в имени.
file-not-shareable = { $path } раздавать нельзя: { $problem }
file-not-shareable-hint = Годятся только обычные файлы.
torrent-package-missing = Для торрента нужен пакет fastbencode, а он не установлен.
torrent-package-missing-hint = Установите его: pip install 'allocution[torrent]'
torrent-in-release = { $path } оказался бы внутри выпуска.
torrent-in-release-hint = Назовите файл снаружи: его никто не подписывал.
address-not-whole = { $address } – не адрес.
address-not-whole-hint = Дайте его целиком, с https:// впереди.
key-unwritable = { $path } не записать: { $problem }
key-unwritable-hint = Поверх ключа программа не пишет: назовите другой файл.
secret-key-unreadable = Это не секретный ключ minisign.
secret-key-unreadable-hint = Его делает команда allocution key new ФАЙЛ
secret-key-too-costly = Этот ключ требует больше памяти, чем программа даёт.
secret-key-too-costly-hint = Сделайте другой: allocution key new ФАЙЛ
secret-key-kind-unknown = Такого вида секретных ключей программа не знает.
secret-key-kind-unknown-hint = Сделайте другой: allocution key new ФАЙЛ
key-password-wrong = Пароль не от этого ключа, или ключ повреждён.
key-password-wrong-hint = Попробуйте снова или возьмите свою копию ключа.
public-key-unreadable = Это не открытый ключ minisign.
public-key-unreadable-hint = Его делает команда allocution key new ФАЙЛ
signature-unreadable = Это не подпись minisign.
signature-by-another-key = Подпись сделана другим ключом.
signature-of-another-file = Подпись не от этого файла.
ssh-program-missing = Программы { $program } здесь нет.
ssh-program-missing-hint = Установите OpenSSH или обойдитесь без --ssh-key.
ssh-signing-failed = { $program } не подписала: { $problem }
ssh-signing-failed-hint = Верен ли пароль к ключу, запущен ли его агент?
ssh-key-kind = { $file } – не ключ Ed25519 для OpenSSH.
ssh-key-kind-hint = Сделайте его: ssh-keygen -t ed25519 -f archive-ssh
ssh-key-unreadable = { $file } не прочесть.
ssh-key-unreadable-hint = Назовите ключ OpenSSH.
