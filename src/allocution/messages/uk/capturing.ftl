# Що кажуть `allocution capture` і `allocution coverage`.

outcome-ok = { $source }: допис прочитано.
outcome-empty = { $source }: допис є, власних слів у ньому немає; вкладення не читаються.
outcome-partial = { $source }: частину допису видно лише в застосунку Telegram; прочитано те, що показує сторінка. Порівняйте.
outcome-withheld = { $source }: Telegram не показує цей допис у вебі, лише в застосунку.
outcome-service = { $source }: службове повідомлення, не допис.
outcome-not-found = { $source }: такого допису чи каналу немає.
outcome-unrecognised = { $source }: сторінку не вдалося розібрати (статус { $status }). Це не означає, що там нічого не сказано.
outcome-unread = { $source }: збережено (статус { $status }); текст читається лише з дописів каналів Telegram.
outcome-article = { $source }: основний текст сторінки прочитано. Порівняйте його зі сторінкою.
outcome-unreadable = { $source }: збережено (статус { $status }). Щоб читати основний текст сторінок: pip install 'allocution[capture]'
file-kept = { $name }: скопійовано.
file-again = { $name }: в архіві він уже є.
file-source = Назвіть його у файлі промови, можна під своєю назвою; сума має лишитися:
range = { $address }: номери в ряду зростають, і дописів у ньому не більше { $most }.
range-hint = Пишеться так: https://t.me/channel/14-17
kept = Збережено як свідчення: { $file }
edited = У дописі сказано, що його правили після публікації; коли — не сказано.
forwarded = Переслано від: { $name }.
attached = Додано і не збережено: { $media }
draft = Чернетка: { $path }
draft-there = В архіві вже є файл для { $source }; його залишено як є.
no-draft = Із цих дописів чернетку не зроблено.

fetch-address = { $address } — не адреса.
fetch-address-hint = Напишіть її повністю: https://t.me/channel/1
fetch-scheme = { $address }: завантажуються лише http і https, а не { $scheme }.
fetch-scheme-hint = Напишіть її повністю: https://t.me/channel/1
fetch-credentials = { $address }: адреси з іменем чи паролем не завантажуються.
fetch-credentials-hint = Зберігається лише те, що може побачити кожен.
fetch-private = { $address }: { $host } не у відкритій мережі ({ $network }).
fetch-private-hint = Якщо це ваш власний вузол для перевірки, назвіть його: --allow-host { $host }
fetch-redirects = { $address }: більше переспрямувань, ніж { $most }.
fetch-redirects-hint = Відкрийте її в браузері й дайте адресу, до якої вона веде.
fetch-large = { $address }: відповідь більша за межу (у байтах: { $most }).
fetch-large-hint = З неї нічого не збережено.
fetch-bomb = { $address }: розпакована відповідь більша за межу (у байтах: { $most }).
fetch-bomb-hint = З неї нічого не збережено.
fetch-encoding = { $address }: відповідь стиснута у спосіб, який не читається ({ $encoding }).
fetch-encoding-hint = Сервер шле те, чого в нього не просили; нічого не збережено.
fetch-damaged = { $address }: стиснута відповідь пошкоджена або обірвана.
fetch-damaged-hint = Спробуйте пізніше.
fetch-slow = { $address }: відповідь не надійшла повністю за відведений час (у секундах: { $seconds }).
fetch-slow-hint = Спробуйте пізніше.
fetch-failed = { $address } не завантажується: { $problem }
fetch-failed-hint = Перевірте адресу і з’єднання та спробуйте знову.

custody-broken = Журнал зберігання captures/custody.jsonl не такий, яким був записаний: рядок { $line } ({ $reason ->
    [chain] рядок перед ним — інший
    [number] рядків бракує, вони повторені або переставлені
    [end] журнал закінчується не так, як записано окремо
    [unfinished] у нього немає кінця
   *[other] він не читається
}).
custody-broken-hint = Нічого не додано. Порівняйте журнал із копією; самі знімки можна перевірити за їхніми гешами.
capture-missing = Знімка { $file } немає.
capture-missing-hint = Поверніть його з копії архіву.
capture-changed = Знімок { $file } не такий, як сказано в журналі зберігання.
capture-changed-hint = Поверніть його з копії архіву.
capture-name = У журналі зберігання названо { $file }, це не знімок.
capture-name-hint = Порівняйте журнал із копією архіву.
warc-damaged = Знімок не читається: { $problem }
warc-damaged-hint = Поверніть його з копії архіву.
join-incomplete = Із { $source } слів не прочитано, і промова була б не цілою.
join-incomplete-hint = Без --joined кожен прочитаний допис стає окремою чернеткою.
join-channels = Ці дописи не з одного каналу.
join-channels-hint = З’єднуйте дописи одного каналу; для інших приберіть --joined.

coverage = { $path }: { $all ->
    [one] { $all } речення
    [few] { $all } речення
   *[other] { $all } речень
}; у знімках джерел є { $found }, немає в жодному: { $missing }.
source = { $address }: { $captures ->
    [0] знімків немає
    [one] { $captures } знімок, із них зі словами: { $words }
    [few] { $captures } знімки, із них зі словами: { $words }
   *[other] { $captures } знімків, із них зі словами: { $words }
}{ $units ->
    [0] { "" }
   *[other] {"; "}одиниць UTF-16 не більше { $units }
}
full = Допис Telegram вміщує одиниць UTF-16: { $most }, і цей повний; продовження треба зберегти там, де воно стоїть.
unaddressed = { $count ->
    [one] У { $count } джерела немає адреси, зберегти його не можна.
    [few] У { $count } джерел немає адреси, зберегти їх не можна.
   *[other] У { $count } джерел немає адреси, зберегти їх не можна.
}
no-sources = Джерела промови не названо.
differing = У копіях звучить інакше; [-у копії-] {"{+тут+}"}:
nowhere = Немає в жодному знімку:
line = рядок { $line }: { $text }
packed = { $count ->
    [one] Запаковано { $count } копію: { $path }.
    [few] Запаковано { $count } копії: { $path }.
   *[other] Запаковано { $count } копій: { $path }.
}
repaired = Почате перерваною командою завершено й записано в журнал: { $file }
nothing-left = Перервані команди нічого не залишили.
left-over = Залишок вилучено: { $file }

media-kept = Додано: { $kind ->
    [video] відео
    [voice] голосове повідомлення
    [document] документ
    [preview] кадр відео
   *[photo] світлина
}, збережено: { $file }
media-again = Додано: { $kind ->
    [video] відео
    [voice] голосове повідомлення
    [document] документ
    [preview] кадр відео
   *[photo] світлина
}; ті самі байти в архіві вже є, збережено посилання на них: { $file }
media-refused = Додано: { $kind ->
    [video] відео
    [voice] голосове повідомлення
    [document] документ
    [preview] кадр відео
   *[photo] світлина
}, не збережено.
media-unaddressed = Сторінка не дає його адреси. { $name }
media-unaddressed-hint = Збережіть його в застосунку Telegram і візьміть файл тією ж командою.
media-elsewhere = { $address } — не вузол, з якого Telegram віддає файли.
media-elsewhere-hint = Якщо це важливо, збережіть цю адресу окремо.
fetch-status = { $address }: у відповідь надійшов не файл (код { $status }).
fetch-status-hint = Відкрийте допис у браузері та спробуйте ще раз.
too-much-to-pack = Збережене разом більше за { $most } байтів.
too-much-to-pack-hint = Запакуйте частину джерел: --source АДРЕСА
goes-on = Отримане збережено; та сама команда продовжить з цього місця.

shown = Показано в { $program }: { $count ->
    [one] збережено { $count } відповідь
    [few] збережено { $count } відповіді
   *[many] збережено { $count } відповідей
}, знімок і PDF сторінки.
not-fetched = { $count ->
    [one] { $count } запит сторінки лишився без відповіді:
    [few] { $count } запити сторінки лишилися без відповіді:
   *[many] { $count } запитів сторінки лишилося без відповіді:
}
no-browser = Тут немає браузера ({ $program }).
no-browser-hint = Установіть Chromium (у Debian: apt-get install chromium) або назвіть його: --browser-program ФАЙЛ
browser-failed = Браузер не зміг показати сторінку: { $problem }
browser-failed-hint = Від імені root і там, де система не дає йому власних просторів імен (у багатьох контейнерах), у нього немає пісочниці: запустіть від імені іншого користувача, встановіть chromium-sandbox (Debian) або додайте --no-sandbox — для сторінок, яким довіряєте.
fetch-method = { $address }: запитується лише GET, не { $method }.
fetch-method-hint = Сторінку, якій це потрібно, показано без цього.
fetch-too-many = { $address }: сторінка запитує забагато.
fetch-too-many-hint = Отримане раніше збережено.

tsr-damaged = Позначка часу недійсна ({ $problem }).
ots-damaged = Доказ недійсний ({ $problem }).
block-damaged = Заголовок блока недійсний ({ $problem }).
answer-status = Сервер відповідає { $status }.
no-headers = У налаштуваннях не сказано, звідки брати заголовки блоків (blockHeaders).
name-taken = Під цим ім’ям є інший файл ({ $file }).
wacz-damaged = Це не цілий файл WACZ: { $problem }
