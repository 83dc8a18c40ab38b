archive-title = Останні слова
home = Головна
statements = Останні слова
all-statements = Усі останні слова
newest = Нове
speakers = Люди
charges = Обвинувачення
laws = Закони
law = Закон
courts = Суди
countries = Країни
years = Роки
languages = Мови
search = Пошук
browse = Покажчики
unknown = не вказано
undated = без точного року
sources = Джерело
source-unknown = Джерело не вказано.
source-archived = збережена копія
date-unstated = Дата
date-unstated-note = чия це дата, у записі не сказано
date-delivered = Виголошено
date-posted = Оприлюднено
date-verdict = Вирок
date-approximate = приблизно
date-uncertain = під питанням
date-as-written = у записі:
decade = { $decade }-ті роки
century-bc = { $year } рік до н. е.
charge-candidates = Статтю не визначено; підходять:
charge-part = частина { $part }
article = стаття { $number }
law-uncertain = назву статті не звірено із законом
law-in-force = Чинність
law-formerly = Раніше
translated-by = Переклад: { $names }
translated-by-machine = Машинний переклад.
read-in = Іншими мовами
original = оригінал
retelling = Це переказ, а не слова промовця.
refused = Від останнього слова промовець відмовився.
not-recorded = Слова не записано.
reworded = Це речення виправлено після того, як на нього послалися.
removed = Речення, на яке вело посилання, у тексті більше немає.
corrections = Виправлення запису
correction = у записі «{ $written }», малося на увазі «{ $meant }»
links = Ще про справу
previous = Раніше
next = Пізніше
moved = Ця сторінка переїхала. Її теперішня адреса:
withdrawn-title = Текст знято
withdrawn = Тут було останнє слово. Його знято з публікації.
withdrawn-date = Знято: { $date }.
withdrawn-reason = Причина: { $reason }
not-found-title = Такої сторінки немає
not-found = За цією адресою нічого немає. Пошукайте в покажчиках.
page-of = Сторінка { $page } з { $pages }
page-previous = Попередня
page-next = Наступна
count = { $count ->
    [one] { $count } останнє слово
    [few] { $count } останні слова
   *[many] { $count } останніх слів
}
other-data = Ця сторінка як дані
feed = Стрічка
skip = До тексту
built-with = Зроблено програмою Allocution { $version }
colophon = Вихідні дані
colophon-built = Зібрано
colophon-program = Програма
colophon-holds = Містить
colophon-about = Ці сторінки зроблено зі шрифту й порожнього місця: без лічильників, файлів cookie і звернень до чужих серверів. Їх можна читати без скриптів і без мережі, зберігати, друкувати й переносити на будь-який носій.
gap-inaudible = нерозбірливо
gap-cut = пропуск
gap-masked = слово приховано в записі
gap-withheld = не публікується архівом
withheld = Не публікується
withheld-name = ім’я
withheld-text = слова
withheld-field = поле
withheld-source = джерело
withheld-passage = уривок
withheld-statement = усе слово
withheld-until = до { $until }
machine-detected = мову визначила програма
site-languages = Мови сайту
last-statement = Останнє слово
show-numbers = Номери речень
text-version = Текст
text-transcript = як записано
text-corrected = із виправленнями
text-both = те й інше
quoting = Цитування
copy-quotation = Скопіювати цитату
copy-link = Скопіювати посилання
share = Поділитися
copied = Скопійовано
neighbours = Сусідні за часом
pages = Сторінки
letters = За літерами
side-by-side = Поруч з оригіналом
translator-unknown = перекладача не вказано
older-than-original = Цей переклад давніший за останню правку оригіналу.
cite = Як послатися
cite-gost = ГОСТ Р 7.0.100
cite-apa = APA
cite-chicago = Chicago
cite-bibtex = BibTeX
cite-ris = RIS
cite-csl = CSL-JSON
cite-accessed = дата звернення: …
same-speaker = Тієї ж людини
same-case = У тій самій справі
same-day = У цьому суді того самого дня
same-charge = За тим самим обвинуваченням
near-in-words = Близькі за словами
figures = Цифри
figures-years = За роками
figures-countries = За країнами
figures-courts = За судами
figures-charges = За обвинуваченнями
figures-languages = За мовами
map = Мапа
without-year = без точного року: { $count }
more-terms = і ще { $count }
figures-data = Числа (CSV)
as-table = таблицею
map-title = Останні слова за країнами й судами на мапі світу
map-courts = Крапками позначено суди, місце яких відоме.
not-on-map = немає на мапі:
downloads = Завантажити
downloads-about = Увесь архів у видах, які можна зберігати, читати без мережі й досліджувати.
downloads-without = Чого в ньому немає:
downloads-check = перевірити завантажене можна командою
downloads-files = { $count ->
    [one] { $count } файл
    [few] { $count } файли
   *[other] { $count } файлів
}
downloads-one-by-one = Кожне останнє слово окремо
downloads-one-by-one-about = Файли одного останнього слова – за посиланнями на його сторінці. Контрольні суми всіх – в одному переліку.
statement-files = Завантажити це останнє слово
kilobytes = { $size } кБ
megabytes = { $size } МБ
evidence = Підтвердження
evidence-capacity = { $posts ->
    [1] Єдине джерело не вміщає цього тексту: у дописі Telegram не більше { $most } одиниць UTF-16, а в тексті їх { $units }. Частину слів узято з іншого місця.
    [one] Джерела ({ $posts } допис у Telegram) не вміщають цього тексту: разом у них не більше { $most } одиниць UTF-16, а в тексті їх { $units }. Частину слів узято з іншого місця.
    [few] Джерела ({ $posts } дописи в Telegram) не вміщають цього тексту: разом у них не більше { $most } одиниць UTF-16, а в тексті їх { $units }. Частину слів узято з іншого місця.
   *[other] Джерела ({ $posts } дописів у Telegram) не вміщають цього тексту: разом у них не більше { $most } одиниць UTF-16, а в тексті їх { $units }. Частину слів узято з іншого місця.
}
evidence-coverage = { $all ->
    [one] У тексті { $all } речення.
    [few] У тексті { $all } речення.
   *[other] У тексті { $all } речень.
} Дослівно знайдено в збережених копіях: { $found }; звучить інакше: { $differing }; немає в жодній: { $nowhere }.
evidence-wordless = У збережених копіях немає слів, які вдалося прочитати.
evidence-file = збережений файл
evidence-never = не збережено
evidence-proved = існувало не пізніше { $moment }, свідчить { $authority }
evidence-pending = { $count ->
    [one] Запитано { $count } позначку часу; доказом вона ще не стала.
    [few] Запитано { $count } позначки часу; доказом вони ще не стали.
   *[other] Запитано { $count } позначок часу; доказом вони ще не стали.
}
evidence-missing = В архіві цієї копії більше немає.
evidence-changed = Ця копія не та, що записана в журналі.
evidence-damaged = Цю копію не вдається прочитати.
evidence-replay = Сторінка такою, як її збережено (за іншою адресою; на ній працюють її власні скрипти)
evidence-change = Що змінилося від попередньої копії
evidence-attached-gone = Більше не прикріплено: { $what }.
evidence-attached-new = Прикріплено відтоді: { $what }.
evidence-attached-changed = Замінено: { $what }.
evidence-differing = У копіях звучить інакше ({ $count })
evidence-nowhere = Немає в жодній копії ({ $count })
evidence-to-sentence = До речення
evidence-kept-with = { $kind ->
    [video] Відео
    [voice] Голосове повідомлення
    [document] Документ
    [preview] Кадр відео
    [screenshot] Вигляд сторінки цілком (PNG)
    [print] Сторінка для друку (PDF)
   *[photo] Світлина
}
evidence-outcome-ok = збережено; допис був на місці
evidence-outcome-partial = збережено; частину допису видно лише в застосунку Telegram
evidence-outcome-withheld = збережено; Telegram не показував допису у вебі
evidence-outcome-service = збережено; службове повідомлення
evidence-outcome-not-found = збережено; такого допису не було
evidence-outcome-unrecognised = збережено; сторінку не вдалося прочитати
evidence-outcome-first = збережено вперше
evidence-outcome-same = перевірено знову; нічого не змінилося
evidence-outcome-edited = перевірено знову; слова змінилися
evidence-outcome-gone = перевірено знову; джерело зникло
evidence-outcome-unclear = перевірено знову; сторінку не вдалося прочитати
evidence-outcome-unreachable = перевірено знову; джерело було недоступне
evidence-outcome-kept = збережено
verifying = Як перевірити цей архів
verifying-about = Увесь сайт виходить і випуском: це тека з усіма файлами, списком їхніх контрольних сум і підписом. Хоч би в кого була копія, у ній можна перевірити, що всі файли на місці й ніхто їх не змінював. Команди набирають у теці випуску.
verifying-key = Відкритий ключ архіву
verifying-fingerprint = Його відбиток
verifying-key-about = Копію цієї сторінки могли змінити разом з рештою. Порівняйте ключ із тим, що маєте з іншого місця: з друку або від того, кому довіряєте.
verifying-minisign = Підпис: програма minisign
verifying-minisign-about = Випуск підписав той, хто має ключ архіву, і те, що про нього сказано, таке, яким було підписане.
verifying-sums = Файли: програма sha256sum
verifying-sums-about = Список той самий, що підписаний; кожен файл у ньому такий, яким був; інших немає. Усі три команди мають закінчитися без помилки.
verifying-openssl = Підпис: без minisign
verifying-openssl-about = Те саме з OpenSSL версії 3.0 і новішим. Відповідь має бути: Signature Verified Successfully
verifying-python = Усе відразу: Python
verifying-python-about = Програма з теки перевіряє підпис, список, файли й ланцюжок попередніх випусків. Візьміть її звідти, чому довіряєте, а не з копії, яку перевіряєте.
verifying-not = Це не показує ні того, що слова було сказано, ні того, що немає новішого випуску: порівняйте номер і час у release.txt.

## Reading offline

offline-keep = Зберігати відкриті сторінки на цьому пристрої, щоб читати без мережі
offline-kept = Відкриті сторінки зберігаються на цьому пристрої, їх можна читати без мережі.
offline-forget = Видалити їх
