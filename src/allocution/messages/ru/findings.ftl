# Что не так, а под -hint — что с этим сделать. В сообщении не больше 160 знаков.

## Файлы и папки

unreadable = Файл не открывается: { $problem }.
unreadable-hint = Проверьте, на месте ли он и разрешено ли вам его читать.
file-too-large = В файле { $size } байт; файлы больше { $most } байт не читаются.
file-too-large-hint = Разделите его на несколько. Снимкам и записям место рядом с текстом, а не внутри него.
folder-too-deep = Слишком много папок одна в другой; то, что лежит здесь, не читается.
folder-too-deep-hint = Перенесите это ближе к корню архива. Ссылку, которая ведёт в одну из внешних папок, удалите.
link-out-of-archive = Эта ссылка ведёт за пределы архива, поэтому программа по ней не идёт.
link-out-of-archive-hint = Положите сюда сам файл вместо ссылки.
name-unusable = В этом имени есть знак, которого в именах архива быть не может.
name-unusable-hint = Переименуйте: годятся буквы, цифры, дефисы и точки.
name-too-long = В адресе страницы есть часть длиннее 255 байтов, такое имя не примет ни один диск; страница пропущена.
name-too-long-hint = Задайте slug или url короче либо сократите имя файла.
not-a-file = Это не файл и не папка; пропущено.
not-a-file-hint = Если в архиве это не нужно, удалите.

## Текст файла и его шапка

encoding = Файл не в кодировке UTF-8: байта { $byte } здесь быть не может.
encoding-hint = Откройте его в той кодировке, в которой он записан (часто это Windows-1251), и сохраните в UTF-8.
control-character = Здесь стоит знак { $character }, которого в тексте быть не может.
control-character-hint = Удалите его. Если таких знаков много, файл повреждён или записан в UTF-16: сохраните его в UTF-8.
front-matter-unclosed = Шапка файла начинается с { $fence }, но нигде не заканчивается.
front-matter-unclosed-hint = После её последнего поля поставьте строку, в которой нет ничего, кроме { $fence }.
front-matter-broken = Отсюда шапку файла не удаётся прочесть: { $problem }.
front-matter-broken-hint = Проверьте и строку выше. Значение с двоеточием или кавычкой само должно стоять в кавычках.
front-matter-too-large = Шапка файла слишком велика или слишком сложна: { $size }, а читается не больше { $most }.
front-matter-too-large-hint = Перенесите длинные тексты под шапку и уберите лишние списки внутри списков.
front-matter-not-mapping = В шапке файла — { $found ->
    [list] список
    [str] просто текст
   *[other] одно значение ({ $found })
}, а не поля со значениями.
front-matter-not-mapping-hint = Пишите каждое поле с новой строки, например: title: "Имя Фамилия (обвинение)".

## Поля речи

wrong-type = Поле «{ $key }» не удаётся прочесть. Ожидается: { $expected ->
    [text] текст
   *[other] { $expected }
}.
wrong-type-hint = Запишите поле так, как показано в справочнике полей шапки.
list-too-long = В списке «{ $key }» больше { $most } записей.
list-too-long-hint = Проверьте, не скопировано ли что-то дважды; показать речь с таким списком нельзя.
not-in-vocabulary = В поле «{ $key }» не может быть значения «{ $value }».
not-in-vocabulary-hint = Напишите одно из этих: { $known }.
date-impossible = В поле «{ $key }» стоит дата, которой не бывает или которую не удаётся прочесть: «{ $value }».
date-impossible-hint = { $key ->
    [date] Напишите день, 2020-06-22, или день и время, 2020-06-22T13:01:00+06:00.
   *[other] Пишите то, что известно: 2020-06-22, 2020-06 или 2020; «около 2020» — 2020~, «возможно, 2020» — 2020?.
}
unknown-key = В поле «{ $key }» у записи есть неизвестный ключ «{ $unknown }»; он не читается.
unknown-key-hint = Возможно, это опечатка. У записи могут быть: { $known }.

## Текст речи

body-character = Здесь стоит половина знака; вместо неё показан знак �.
body-character-hint = Наберите этот знак заново или ещё раз скопируйте текст из источника.
too-much-markup = Знаков разметки, концов строк и предложений в тексте: { $marks }; где их больше { $most }, текст не читается.
too-much-markup-hint = Столько бывает, когда файл испорчен или собран программой с ошибкой. Уберите лишние знаки или разделите файл.
nesting-too-deep = Цитаты, списки или выделения вложены глубже, чем на { $limit }; дальше они показаны без углубления.
nesting-too-deep-hint = Слова не потеряны. Поищите лишние знаки > или *, оставшиеся случайно.
link-unsafe = Это не показано как ссылка или изображение: адрес пуст или небезопасного вида: «{ $address }».
link-unsafe-hint = Нужен адрес, который начинается с https:// или http://, или путь внутри архива.
html-script = Тег HTML «{ $tag }» пропущен вместе с содержимым: своих скриптов и стилей у страниц быть не может.
html-script-hint = Удалите его. Если он показывал что-то важное для речи, напишите это текстом.
html-dropped = Тег HTML «{ $tag }» пропущен; текст внутри него остался.
html-dropped-hint = Если он важен, замените его разметкой Markdown. Вместо плеера или карты поставьте ссылку.
html-unknown = «{ $tag }» стоит между < и >, но такого тега HTML нет; показано так, как написано.
html-unknown-hint = Если так и задумано, ничего делать не нужно. Иначе исправьте тег.
shortcode-malformed = Здесь начинается шорткод, который не удаётся прочесть; он показан так, как написан.
shortcode-malformed-hint = Проверьте, все ли скобки и кавычки в нём закрыты.
shortcode-unmatched = От шорткода «{ $name }» здесь только начало или только конец.
shortcode-unmatched-hint = Добавьте недостающую половину или удалите имеющуюся.
shortcode-unknown = Шорткод «{ $name }» неизвестен и ничего не показывает; текст внутри него остался.
shortcode-unknown-hint = Проверьте его имя. То, что он должен был показать, напишите текстом или дайте ссылку.

## Записи адресов

custody-broken = Журнал сохранений не такой, каким был записан ({ $reason ->
    [chain] перед этой строкой стоит другая
    [number] строки пропали, повторены или переставлены
    [end] журнал кончается не так, как сказано в файле custody.head
    [unfinished] у строки нет конца
   *[other] строку не прочесть
}).
custody-broken-hint = Пока журнал не восстановлен из копии архива, сохранённое не показывается.
words-uncaptured = Предложений в тексте: { $all }. Дословно есть в сохранённых источниках: { $found }; звучит иначе: { $differing }; нет нигде: { $nowhere }.
words-uncaptured-hint = Какие именно, покажет «allocution coverage». Сравните их или сохраните и назовите источники, где они есть.
withheld-unlogged = Журнал хранения не говорит о том, что этот файл что-то скрывает из сохранённых источников ({ $count }).
withheld-unlogged-hint = «allocution captures withheld» запишет это в журнал: вид и причину, но не то, что скрыто.
address-in-words = Среди слов стоит адрес, и он есть и там, где адресов быть не должно: «{ $address }».
address-in-words-hint = Слова сами не меняются. Чтобы адрес не вышел наружу, скройте его как text в заголовке файла.
addresses-format-unknown = Похоже, эту запись адресов сделала более новая версия программы: «{ $line }».
addresses-format-unknown-hint = Возьмите последнюю версию программы, чтобы не потерять ни одной ссылки на предложение.
addresses-conflict = Git оставил здесь отметку о конфликте: «{ $line }». Строки обеих сторон прочитаны.
addresses-conflict-hint = Удалите строки с такими отметками, а все остальные оставьте.
addresses-damaged = Эта строка с адресами повреждена: «{ $line }». Прочитано то, что можно разобрать.
addresses-damaged-hint = Верните строку из прежней версии в git; вручную эти строки не пишут.
addresses-repeated = Адрес { $identifier } стоит в этой записи больше одного раза; засчитан один.
addresses-repeated-hint = Верните файл из прежней версии в git или удалите лишнюю строку.

## Архив в целом

terms-alike = У «{ $first }» и «{ $second }» получился бы один адрес; второму дан «{ $slug }».
terms-alike-hint = Если это одно и то же, пишите одинаково во всех файлах.

## Страницы, как их понимает Hugo

hugo-same-page = Из этого файла получилась бы страница { $page }, но она уже есть: { $used }. Этот файл не читается.
hugo-same-page-hint = Переименуйте один из двух файлов или удалите лишний.
hugo-address-taken = У этой страницы был бы адрес { $address }, но он уже занят: { $other }.
hugo-address-taken-hint = Дайте одной из двух страниц другой «slug» или «url».
hugo-content-format = Файлы вида «{ $format }» не читаются; этот пропущен.
hugo-content-format-hint = Сделайте из него файл Markdown с именем на .md.
hugo-bad-date = Дату в поле «{ $key }» не удаётся прочесть: «{ $value }».
hugo-bad-date-hint = Нужно 2020-06-22 или 2020-06-22T13:01:00+06:00. Если это срок публикации, страница пока не публикуется.
hugo-doubtful-draft = В поле «draft» стоит «{ $value }», а не true или false. На всякий случай страница не публикуется.
hugo-doubtful-draft-hint = Напишите draft: false, чтобы опубликовать её, или draft: true.
hugo-bad-address = В поле «url» есть то, чего в адресе на этом сайте быть не может: «{ $value }».
hugo-bad-address-hint = Напишите путь, например /statements/name-surname/, без https:// и имени сайта.
hugo-bad-alias = В поле «aliases» есть то, что не может быть прежним адресом на этом сайте: «{ $value }».
hugo-bad-alias-hint = Напишите путь, например /statements/earlier-name/, без https:// и имени сайта.

## Настройки

configuration-encoding = Файл настроек не в UTF-8 и не используется: байта { $byte } здесь быть не может.
configuration-encoding-hint = Откройте его в той кодировке, в которой он записан (часто это Windows-1251), и сохраните в UTF-8.
configuration-control-character = Файл настроек не используется: здесь стоит знак { $character }, которого в тексте быть не может.
configuration-control-character-hint = Удалите его. Если таких знаков много, файл повреждён или записан в UTF-16: сохраните его в UTF-8.
configuration-front-matter-unclosed = Файл настроек не используется: он начинается с { $fence }, но нигде не заканчивается.
configuration-front-matter-unclosed-hint = Пишите его в том формате, который назван в конце имени; для .json это { "{" } … { "}" }.
configuration-front-matter-broken = Файл настроек не используется: отсюда его не удаётся прочесть: { $problem }.
configuration-front-matter-broken-hint = Проверьте и строку выше: скобки, кавычки и пробелы в её начале.
configuration-front-matter-too-large = Файл настроек не используется: он слишком велик или сложен ({ $size }, а читается не больше { $most }).
configuration-front-matter-too-large-hint = Разделите его на файлы в config/_default/ или уберите лишние списки внутри списков.
configuration-front-matter-not-mapping = Файл настроек не используется: в нём — { $found ->
    [list] список
    [str] просто текст
   *[other] одно значение ({ $found })
}, а не настройки со значениями.
configuration-front-matter-not-mapping-hint = Пишите каждую настройку с её именем, например: title: "Последние слова".
hugo-configuration-ignored = Этот файл настроек не используется: вместо него взят { $used }.
hugo-configuration-ignored-hint = Перенесите нужное в один из двух файлов, а другой удалите.
hugo-default-language-missing = Главного языка «{ $language }» нет среди языков сайта; главным считается «{ $used }».
hugo-default-language-missing-hint = Укажите в defaultContentLanguage один из языков, которые на сайте есть.
hugo-bad-setting = Настройка «{ $key }» не используется: в ней непонятно вот это: «{ $value }».
hugo-bad-setting-hint = Сверьте её с тем, что об этой настройке сказано в документации Hugo.
hugo-bad-pattern = В настройке «{ $key }» есть шаблон, который не удаётся прочесть; он не используется: «{ $value }».
hugo-bad-pattern-hint = Это должно быть регулярное выражение. Проверьте в нём скобки и обратные косые черты.
hugo-bad-time-zone = Часового пояса «{ $value }» нет; взят UTC.
hugo-bad-time-zone-hint = Напишите название наподобие Asia/Almaty.
setting-unknown = У Allocution нет настройки «{ $key }»; она не используется.
setting-unknown-hint = { $known ->
    [none] Все настройки из «params.allocution» перечислены в docs/reference/settings.md.
   *[other] Возможно, имелась в виду «{ $known }».
}
setting-unusable = Настройка «{ $key }» не используется: у неё значение другого вида.
setting-unusable-hint = Она принимает: { $expected }.

## Файлы законов

law-unreadable = Файл закона не удаётся прочесть: { $problem }.
law-unreadable-hint = Сравните его с любым из файлов законов, которые идут вместе с программой.
law-number-invalid = «{ $number }» не может быть номером статьи.
law-number-invalid-hint = Пишите цифры, если нужно — с точкой или дефисом: 274, 205.2 или 110-2.
law-number-repeated = Статья { $number } стоит в этом законе больше одного раза.
law-number-repeated-hint = Объедините записи или исправьте номер одной из них.
law-subject-unknown = У статьи { $number } указана неизвестная тема «{ $subject }».
law-subject-unknown-hint = Темы названы в документации о законах.
law-language-unknown = В { $number } язык «{ $language }» записан не так, как пишут обозначения языков.
law-language-unknown-hint = Напишите обозначение, например ru, kk или en.
law-date-invalid = В { $number } даты «{ $date }» не бывает, или конец раньше начала.
law-date-invalid-hint = Пишите 2015, 2015-01 или 2015-01-01, а конец — позже начала.

## Находит allocution check

key-unknown = Поле «{ $key }» неизвестно; оно не читается.
key-unknown-hint = { $likely ->
    [none] Если это ваше собственное поле, оставьте его; иначе сверьтесь с docs/reference/fields.md.
   *[other] Возможно, имелось в виду «{ $likely }».
}
key-repeated = Ключ «{ $key }» стоит здесь не один раз; читается только последний.
key-repeated-hint = Оставьте один: сказанное в остальных теряется.
speaker-missing = Не сказано, кто произнёс эту речь.
speaker-missing-hint = Добавьте «speakers:» или начните заголовок с имени: «Имя Фамилия (обвинение)».
charge-ambiguous = По обвинению «{ $wording }» нельзя сказать с уверенностью, какая это статья или её часть; возможны: { $candidates }.
charge-ambiguous-hint = Укажите в «charges:» закон, статью и часть или добавьте «jurisdiction:». Неизвестное можно так и оставить.
charge-part-unknown = Из обвинения «{ $wording }» не видно, какая это часть статьи { $article } (всего частей: { $parts }).
charge-part-unknown-hint = Если источник её называет, добавьте к обвинению «part:»; если нет, оставьте как есть.
source-missing = Не сказано, откуда взят этот текст.
source-missing-hint = Добавьте «sourcelink:» или «sources:»: адрес, а если его нет, описание источника.
source-malformed = Источник «{ $address }» — не адрес.
source-malformed-hint = Напишите адрес целиком (https://…); описание источника пишется в его поле «title:».
source-too-small = В тексте { $units } единиц UTF-16, больше, чем вмещает его источник: { $most } (постов Telegram: { $posts }).
source-too-small-hint = Часть слов взята из другого места: назовите остальные посты в «sources:».
time-zone-unknown = Часового пояса «{ $value }» нет.
time-zone-unknown-hint = Напишите название наподобие Asia/Almaty; пока его нет, смещение времени не проверяется.
offset-not-of-zone = Смещение { $offset } не подходит к { $zone }: в тот день там было { $had }.
offset-not-of-zone-hint = Проверьте время и часовой пояс; смещение останется таким, как написано.
language-unknown = Язык не указан, и по словам он не узнаётся.
language-unknown-hint = Добавьте «language:» с тегом языка, например ru, kk, uk.
language-undeclared = Язык не указан; судя по словам, это «{ $language }».
language-undeclared-hint = В других файлах архива он указан: добавьте «language: { $language }», если это верно.
mojibake = «{ $written }» похоже на текст, прочитанный не в той кодировке; вероятно, это «{ $likely }».
mojibake-hint = Скопируйте текст из источника ещё раз или примите вероятное написание.
mixed-alphabets = В «{ $word }» смешаны похожие латинские и кириллические буквы.
mixed-alphabets-hint = Наберите слово заново буквами одного алфавита; таким поиск его не находит.
invisible-character = Здесь стоит невидимый знак: { $character }.
invisible-character-hint = Удалите его: он разрывает слово при поиске и копировании.
double-space = Здесь больше одного пробела между словами.
double-space-hint = Оставьте один; это делает --fix.
dash-for-hyphen = В «{ $word }» стоит тире вместо дефиса.
dash-for-hyphen-hint = Поставьте дефис; это делает --fix.
duplicate-statement = Слова те же, что в { $other }.
duplicate-statement-hint = Удалите один из файлов; если это перевод, дайте ему имя оригинала с языком (x.en.md).
nearly-duplicate-statement = Большинство предложений те же, что в { $other }.
nearly-duplicate-statement-hint = Сравните их; оставьте тот, что ближе к источнику, или укажите, чем они различаются.
translation-alone = Это перевод, а оригинала в архиве нет.
translation-alone-hint = Если оригинал у вас есть, добавьте его под тем же именем (x.md рядом с x.en.md).
translation-older = Оригинал { $original } изменён позже этого перевода.
translation-older-hint = Сравните их, обновите перевод и поставьте ему «lastmod:».
link-broken = Ссылка «{ $address }» никуда в архиве не ведёт.
link-broken-hint = Исправьте адрес или добавьте страницу или файл.
people-alike = «{ $first }» и «{ $second }», возможно, один человек.
people-alike-hint = Если да, пишите имя одинаково или дайте обоим один «id:»; если нет, дайте каждому свой «id:».
name-shared = Имя «{ $name }» стоит здесь и в { $other }, а между ними целая жизнь: возможно, это два человека.
name-shared-hint = Если их двое, дайте каждому свой «id:» в «speakers:».
withhold-reason = Запись { $entry } поля «withhold» не называет известной причины: «{ $value }».
withhold-reason-hint = Поставьте «reason:» с одним из значений: { $known }.
withhold-malformed = Непонятно, что скрывает запись { $entry } поля «withhold»; файл не публикуется.
withhold-malformed-hint = Укажите одно: name, text, field, source или «statement: true»; затем reason и, если нужно, until.
withhold-unmatched = Того, что называет запись { $entry } поля «withhold», здесь нет; файл не публикуется.
withhold-unmatched-hint = Запишите так, как стоит в файле, имя — в именительном падеже; или удалите запись.
withhold-unclosed = У скрываемого отрывка нет начала или конца; файл не публикуется.
withhold-unclosed-hint = Заключите его между {"{{<"} withhold reason="…" {">}}"} и {"{{<"} /withhold {">}}"}.
withhold-misplaced = «{ $key }» здесь ничего не скрывает; файл не публикуется.
withhold-misplaced-hint = Пишите «withhold:» в каждом файле, о котором речь: оно не наследуется.
withhold-in-path = Имя файла выдаёт то, что скрывает запись { $entry } поля «withhold»; он не публикуется.
withhold-in-path-hint = Переименуйте файл: его имя входит в адреса.
withheld-leaked = { $output } выдаёт то, что скрывает этот файл ({ $what }); ничего не опубликовано.
withheld-leaked-hint = Скройте это и в файле, из которого получается эта страница, или удалите там.
theme-file-unknown = Файла с таким именем в теме не бывает; он не используется.
theme-file-unknown-hint = В теме могут быть style.css, logo.svg (или .png, .webp), wording/ЯЗЫК.ftl и templates/ИМЯ.html.
theme-template-broken = Шаблон не читается ({ $problem }).
theme-template-broken-hint = Исправьте его или уберите файл: тогда действует собственный шаблон программы.
theme-wording-broken = Сообщение не читается.
theme-wording-broken-hint = Сообщение — это строка «имя = текст»; имена смотрите в каталоге программы.
edition-forbidden = Права на это выступление запрещают издание { $edition }; этой речи в нём нет.
edition-forbidden-hint = Если автор теперь согласен, уберите издание из «notInEditions:»; --anyway выгрузит и так.
edition-one-author = Издание { $edition } собрало бы речи одного автора ({ $speaker }); оно не сделано.
edition-one-author-hint = На сборник речей одного автора нужно его согласие. Если оно есть — --anyway или «editionsAnyway».
selection-misunderstood = Запрос выборки «{ $name }» понят не так, как написан: { $query }.
selection-misunderstood-hint = Попробуйте его с «allocution search»: там сказано, как он понят.
selection-empty = В выборке «{ $name }» ничего нет: запросу { $query } ничего не отвечает.
selection-empty-hint = Напишите запрос так, как его понимает поиск, или уберите выборку из настроек.
