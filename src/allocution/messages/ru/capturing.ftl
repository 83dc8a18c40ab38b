# Что говорят `allocution capture` и `allocution coverage`.

outcome-ok = { $source }: пост прочитан.
outcome-empty = { $source }: пост есть, собственных слов в нём нет; вложения не читаются.
outcome-partial = { $source }: часть поста видна только в приложении Telegram; прочитано то, что показывает страница. Сравните.
outcome-withheld = { $source }: Telegram не показывает этот пост в вебе, только в приложении.
outcome-service = { $source }: служебное сообщение, не пост.
outcome-not-found = { $source }: такого поста или канала нет.
outcome-unrecognised = { $source }: страницу не удалось разобрать (статус { $status }). Это не значит, что там ничего не сказано.
outcome-unread = { $source }: сохранено (статус { $status }); текст читается только из постов каналов Telegram.
outcome-article = { $source }: основной текст страницы прочитан. Сравните его со страницей.
outcome-unreadable = { $source }: сохранено (статус { $status }). Чтобы читать основной текст страниц: pip install 'allocution[capture]'
file-kept = { $name }: скопирован.
file-again = { $name }: в архиве он уже есть.
file-source = Назовите его в файле речи, можно под своим названием; сумма должна остаться:
range = { $address }: номера в ряду растут, и постов в нём не больше { $most }.
range-hint = Пишется так: https://t.me/channel/14-17
kept = Сохранено как свидетельство: { $file }
edited = В посте сказано, что его правили после публикации; когда — не сказано.
forwarded = Переслано от: { $name }.
attached = Приложено и не сохранено: { $media }
draft = Черновик: { $path }
draft-there = В архиве уже есть файл для { $source }; он оставлен как есть.
no-draft = Из этих постов черновик не сделан.

fetch-address = { $address } — не адрес.
fetch-address-hint = Напишите его целиком: https://t.me/channel/1
fetch-scheme = { $address }: загружаются только http и https, но не { $scheme }.
fetch-scheme-hint = Напишите его целиком: https://t.me/channel/1
fetch-credentials = { $address }: адреса с именем или паролем не загружаются.
fetch-credentials-hint = Сохраняется только то, что может увидеть каждый.
fetch-private = { $address }: { $host } находится не в открытой сети ({ $network }).
fetch-private-hint = Если это ваш собственный узел для проверки, назовите его: --allow-host { $host }
fetch-redirects = { $address }: больше перенаправлений, чем { $most }.
fetch-redirects-hint = Откройте его в браузере и дайте адрес, к которому он приводит.
fetch-large = { $address }: ответ больше предела (в байтах: { $most }).
fetch-large-hint = Из него ничего не сохранено.
fetch-bomb = { $address }: распакованный ответ больше предела (в байтах: { $most }).
fetch-bomb-hint = Из него ничего не сохранено.
fetch-encoding = { $address }: ответ сжат способом, который не читается ({ $encoding }).
fetch-encoding-hint = Сервер шлёт то, о чём его не просили; ничего не сохранено.
fetch-damaged = { $address }: сжатый ответ повреждён или оборван.
fetch-damaged-hint = Попробуйте позже.
fetch-slow = { $address }: ответ не пришёл целиком за отведённое время (в секундах: { $seconds }).
fetch-slow-hint = Попробуйте позже.
fetch-failed = { $address } не загружается: { $problem }
fetch-failed-hint = Проверьте адрес и соединение и попробуйте снова.

custody-broken = Журнал хранения captures/custody.jsonl не таков, каким был записан: строка { $line } ({ $reason ->
    [chain] строка перед ней — другая
    [number] строк не хватает, они повторены или переставлены
    [end] журнал кончается не так, как записано отдельно
    [unfinished] у неё нет конца
   *[other] она не читается
}).
custody-broken-hint = Ничего не добавлено. Сравните журнал с копией; сами снимки можно проверить по их хешам.
capture-missing = Снимка { $file } нет.
capture-missing-hint = Верните его из копии архива.
capture-changed = Снимок { $file } не таков, как сказано в журнале хранения.
capture-changed-hint = Верните его из копии архива.
capture-name = В журнале хранения назван { $file }, это не снимок.
capture-name-hint = Сравните журнал с копией архива.
warc-damaged = Снимок не читается: { $problem }
warc-damaged-hint = Верните его из копии архива.
join-incomplete = Из { $source } слова не прочитаны, и речь была бы не целой.
join-incomplete-hint = Без --joined каждый прочитанный пост становится отдельным черновиком.
join-channels = Эти посты не из одного канала.
join-channels-hint = Соединяйте посты одного канала; для других уберите --joined.

coverage = { $path }: { $all ->
    [one] { $all } предложение
    [few] { $all } предложения
   *[other] { $all } предложений
}; в снимках источников есть { $found }, нет ни в одном: { $missing }.
source = { $address }: { $captures ->
    [0] снимков нет
    [one] { $captures } снимок, из них со словами: { $words }
    [few] { $captures } снимка, из них со словами: { $words }
   *[other] { $captures } снимков, из них со словами: { $words }
}{ $units ->
    [0] { "" }
   *[other] {"; "}единиц UTF-16 не больше { $units }
}
full = Пост Telegram вмещает единиц UTF-16: { $most }, и этот полон; продолжение надо сохранить там, где оно стоит.
unaddressed = { $count ->
    [one] У { $count } источника нет адреса, снять его нельзя.
    [few] У { $count } источников нет адреса, снять их нельзя.
   *[other] У { $count } источников нет адреса, снять их нельзя.
}
no-sources = У слова не назван источник.
differing = В копиях звучит иначе; [-в копии-] {"{+здесь+}"}:
nowhere = Нет ни в одном снимке:
line = строка { $line }: { $text }
packed = { $count ->
    [one] Упакована { $count } копия: { $path }.
    [few] Упакованы { $count } копии: { $path }.
   *[other] Упаковано { $count } копий: { $path }.
}
repaired = Начатое прерванной командой завершено и записано в журнал: { $file }
nothing-left = Прерванные команды ничего не оставили.
left-over = Остаток удалён: { $file }

media-kept = Приложено: { $kind ->
    [video] видео
    [voice] голосовое сообщение
    [document] документ
    [preview] кадр видео
   *[photo] снимок
}, сохранено: { $file }
media-again = Приложено: { $kind ->
    [video] видео
    [voice] голосовое сообщение
    [document] документ
    [preview] кадр видео
   *[photo] снимок
}; эти же байты в архиве уже есть, сохранена ссылка на них: { $file }
media-refused = Приложено: { $kind ->
    [video] видео
    [voice] голосовое сообщение
    [document] документ
    [preview] кадр видео
   *[photo] снимок
}, не сохранено.
media-unaddressed = Страница не даёт его адреса. { $name }
media-unaddressed-hint = Сохраните его в приложении Telegram и возьмите файл той же командой.
media-elsewhere = { $address } — не узел, с которого Telegram отдаёт файлы.
media-elsewhere-hint = Если это важно, сохраните этот адрес отдельно.
fetch-status = { $address }: в ответ пришёл не файл (код { $status }).
fetch-status-hint = Откройте пост в браузере и попробуйте ещё раз.
too-much-to-pack = Сохранённое вместе больше { $most } байт.
too-much-to-pack-hint = Упакуйте часть источников: --source АДРЕС
goes-on = Полученное сохранено; та же команда продолжит с этого места.

shown = Показана в { $program }: { $count ->
    [one] сохранён { $count } ответ
    [few] сохранено { $count } ответа
   *[many] сохранено { $count } ответов
}, снимок и PDF страницы.
not-fetched = { $count ->
    [one] { $count } запрос страницы остался без ответа:
    [few] { $count } запроса страницы остались без ответа:
   *[many] { $count } запросов страницы остались без ответа:
}
no-browser = Здесь нет браузера ({ $program }).
no-browser-hint = Установите Chromium (в Debian: apt-get install chromium) или назовите его: --browser-program ФАЙЛ
browser-failed = Браузер не смог показать страницу: { $problem }
browser-failed-hint = От имени root и там, где система не даёт ему собственных пространств имён (во многих контейнерах), у него нет песочницы: запустите от имени другого пользователя, установите chromium-sandbox (Debian) или добавьте --no-sandbox — для страниц, которым доверяете.
fetch-method = { $address }: запрашивается только GET, не { $method }.
fetch-method-hint = Страница, которой это нужно, показана без этого.
fetch-too-many = { $address }: страница запрашивает слишком много.
fetch-too-many-hint = Полученное раньше сохранено.

tsr-damaged = Отметка времени не годится ({ $problem }).
ots-damaged = Доказательство не годится ({ $problem }).
block-damaged = Заголовок блока не годится ({ $problem }).
answer-status = Сервер отвечает { $status }.
no-headers = В настройках не сказано, откуда брать заголовки блоков (blockHeaders).
name-taken = Под этим именем есть другой файл ({ $file }).
wacz-damaged = Это не целый файл WACZ: { $problem }
