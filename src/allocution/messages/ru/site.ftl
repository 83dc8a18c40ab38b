archive-title = Последние слова
home = Начало
statements = Последние слова
all-statements = Все последние слова
newest = Новое
speakers = Люди
charges = Обвинения
laws = Законы
law = Закон
courts = Суды
countries = Страны
years = Годы
languages = Языки
search = Поиск
browse = Указатели
unknown = не указано
undated = без точного года
sources = Источник
source-unknown = Источник не указан.
source-archived = сохранённая копия
date-unstated = Дата
date-unstated-note = чья это дата, в записи не сказано
date-delivered = Произнесено
date-posted = Опубликовано
date-verdict = Приговор
date-approximate = приблизительно
date-uncertain = под вопросом
date-as-written = в записи:
decade = { $decade }-е годы
century-bc = { $year } год до н. э.
charge-candidates = Статья не определена; подходят:
charge-part = часть { $part }
article = статья { $number }
law-uncertain = название статьи не сверено с законом
law-in-force = В силе
law-formerly = Прежде
translated-by = Перевод: { $names }
translated-by-machine = Машинный перевод.
read-in = На других языках
original = оригинал
retelling = Это пересказ, а не слова говорившего.
refused = От последнего слова говоривший отказался.
not-recorded = Слова не записаны.
reworded = Это предложение исправлено после того, как на него сослались.
removed = Предложения, на которое вела ссылка, в тексте больше нет.
corrections = Исправления записи
correction = в записи «{ $written }», имелось в виду «{ $meant }»
links = Ещё о деле
previous = Раньше
next = Позже
moved = Эта страница переехала. Её нынешний адрес:
withdrawn-title = Текст снят
withdrawn = Здесь было последнее слово. Оно снято с публикации.
withdrawn-date = Снято: { $date }.
withdrawn-reason = Причина: { $reason }
not-found-title = Страницы нет
not-found = По этому адресу ничего нет. Поищите в указателях.
page-of = Страница { $page } из { $pages }
page-previous = Предыдущая
page-next = Следующая
count = { $count ->
    [one] { $count } последнее слово
    [few] { $count } последних слова
   *[many] { $count } последних слов
}
other-data = Эта страница как данные
feed = Лента
skip = К тексту
built-with = Сделано программой Allocution { $version }
colophon = Выходные данные
colophon-built = Собрано
colophon-program = Программа
colophon-holds = Содержит
colophon-about = Эти страницы сделаны из шрифта и пустого места: без счётчиков, файлов cookie и обращений к чужим серверам. Их можно читать без скриптов и без сети, сохранять, печатать и переносить на любой носитель.
gap-inaudible = неразборчиво
gap-cut = пропуск
gap-masked = слово скрыто в записи
gap-withheld = не публикуется архивом
withheld = Не публикуется
withheld-name = имя
withheld-text = слова
withheld-field = поле
withheld-source = источник
withheld-passage = отрывок
withheld-statement = всё слово
withheld-until = до { $until }
machine-detected = язык определён программой
site-languages = Языки сайта
last-statement = Последнее слово
show-numbers = Номера предложений
text-version = Текст
text-transcript = как записано
text-corrected = с исправлениями
text-both = то и другое
quoting = Цитирование
copy-quotation = Скопировать цитату
copy-link = Скопировать ссылку
share = Поделиться
copied = Скопировано
neighbours = Соседние по времени
pages = Страницы
letters = По буквам
side-by-side = Рядом с оригиналом
translator-unknown = переводчик не указан
older-than-original = Этот перевод старше последней правки оригинала.
cite = Как сослаться
cite-gost = ГОСТ Р 7.0.100
cite-apa = APA
cite-chicago = Chicago
cite-bibtex = BibTeX
cite-ris = RIS
cite-csl = CSL-JSON
cite-accessed = дата обращения: …
same-speaker = Того же человека
same-case = По тому же делу
same-day = В этом суде в тот же день
same-charge = По тому же обвинению
near-in-words = Близкие по словам
figures = Цифры
figures-years = По годам
figures-countries = По странам
figures-courts = По судам
figures-charges = По обвинениям
figures-languages = По языкам
map = Карта
without-year = без точного года: { $count }
more-terms = и ещё { $count }
figures-data = Числа (CSV)
as-table = таблицей
map-title = Последние слова по странам и судам на карте мира
map-courts = Точками отмечены суды, место которых известно.
not-on-map = нет на карте:
downloads = Скачать
downloads-about = Весь архив в видах, которые можно хранить, читать без сети и изучать.
downloads-without = Чего в нём нет:
downloads-check = проверить скачанное можно командой
downloads-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}
downloads-one-by-one = Каждое последнее слово отдельно
downloads-one-by-one-about = Файлы одного последнего слова – по ссылкам на его странице. Контрольные суммы всех – в одном списке.
statement-files = Скачать это последнее слово
kilobytes = { $size } кБ
megabytes = { $size } МБ
evidence = Подтверждения
evidence-capacity = { $posts ->
    [1] Единственный источник не вмещает этот текст: в посте Telegram не больше { $most } единиц UTF-16, а в тексте их { $units }. Часть слов взята из другого места.
    [one] Источники ({ $posts } пост в Telegram) не вмещают этот текст: вместе в них не больше { $most } единиц UTF-16, а в тексте их { $units }. Часть слов взята из другого места.
    [few] Источники ({ $posts } поста в Telegram) не вмещают этот текст: вместе в них не больше { $most } единиц UTF-16, а в тексте их { $units }. Часть слов взята из другого места.
   *[other] Источники ({ $posts } постов в Telegram) не вмещают этот текст: вместе в них не больше { $most } единиц UTF-16, а в тексте их { $units }. Часть слов взята из другого места.
}
evidence-coverage = { $all ->
    [one] В тексте { $all } предложение.
    [few] В тексте { $all } предложения.
   *[other] В тексте { $all } предложений.
} Дословно найдено в сохранённых копиях: { $found }; звучит иначе: { $differing }; нет ни в одной: { $nowhere }.
evidence-wordless = В сохранённых копиях нет слов, которые удалось прочесть.
evidence-file = сохранённый файл
evidence-never = не сохранён
evidence-proved = существовало не позже { $moment }, свидетельствует { $authority }
evidence-pending = { $count ->
    [one] Запрошена { $count } отметка времени; доказательством она ещё не стала.
    [few] Запрошены { $count } отметки времени; доказательством они ещё не стали.
   *[other] Запрошено { $count } отметок времени; доказательством они ещё не стали.
}
evidence-missing = В архиве этой копии больше нет.
evidence-changed = Эта копия не та, что записана в журнале.
evidence-damaged = Эту копию не удаётся прочесть.
evidence-replay = Страница, какой она была сохранена (по другому адресу; на ней работают её собственные скрипты)
evidence-change = Что изменилось со времени прежней копии
evidence-attached-gone = Больше не приложено: { $what }.
evidence-attached-new = Приложено с тех пор: { $what }.
evidence-attached-changed = Заменено: { $what }.
evidence-differing = В копиях звучит иначе ({ $count })
evidence-nowhere = Нет ни в одной копии ({ $count })
evidence-to-sentence = К предложению
evidence-kept-with = { $kind ->
    [video] Видео
    [voice] Голосовое сообщение
    [document] Документ
    [preview] Кадр видео
    [screenshot] Вид страницы целиком (PNG)
    [print] Страница для печати (PDF)
   *[photo] Снимок
}
evidence-outcome-ok = сохранено; пост был на месте
evidence-outcome-partial = сохранено; часть поста видна только в приложении Telegram
evidence-outcome-withheld = сохранено; Telegram не показывал пост в вебе
evidence-outcome-service = сохранено; служебное сообщение
evidence-outcome-not-found = сохранено; такого поста не было
evidence-outcome-unrecognised = сохранено; страницу не удалось прочесть
evidence-outcome-first = сохранено в первый раз
evidence-outcome-same = проверено снова; ничего не изменилось
evidence-outcome-edited = проверено снова; слова изменились
evidence-outcome-gone = проверено снова; источник исчез
evidence-outcome-unclear = проверено снова; страницу не удалось прочесть
evidence-outcome-unreachable = проверено снова; источник был недоступен
evidence-outcome-kept = сохранено
verifying = Как проверить этот архив
verifying-about = Весь сайт выходит и выпуском: это папка со всеми файлами, списком их контрольных сумм и подписью. У кого бы ни была копия, в ней можно проверить, что все файлы на месте и никто их не менял. Команды набираются в папке выпуска.
verifying-key = Открытый ключ архива
verifying-fingerprint = Его отпечаток
verifying-key-about = Копию этой страницы могли изменить вместе с остальным. Сравните ключ с тем, что у вас из другого места: из печати или от того, кому вы доверяете.
verifying-minisign = Подпись: программа minisign
verifying-minisign-about = Выпуск подписал тот, у кого ключ архива, и то, что о нём сказано, такое, каким было подписано.
verifying-sums = Файлы: программа sha256sum
verifying-sums-about = Список тот самый, что подписан; каждый файл в нём такой, каким был; других нет. Все три команды должны закончиться без ошибки.
verifying-openssl = Подпись: без minisign
verifying-openssl-about = То же самое с OpenSSL версии 3.0 и новее. Ответ должен быть: Signature Verified Successfully
verifying-python = Всё сразу: Python
verifying-python-about = Программа из папки проверяет подпись, список, файлы и цепочку прежних выпусков. Возьмите её оттуда, чему доверяете, а не из проверяемой копии.
verifying-not = Это не показывает ни того, что слова были сказаны, ни того, что нет выпуска новее: сравните номер и время в release.txt.

## Reading offline

offline-keep = Хранить открытые страницы на этом устройстве, чтобы читать без сети
offline-kept = Открытые страницы хранятся на этом устройстве, их можно читать без сети.
offline-forget = Удалить их
