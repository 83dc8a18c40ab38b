# Що не так, а під -hint — що з цим робити. У повідомленні не більше 160 знаків.

## Файли й теки

unreadable = Файл не відкривається: { $problem }.
unreadable-hint = Перевірте, чи він на місці й чи дозволено вам його читати.
file-too-large = У файлі { $size } байтів; файли, більші за { $most } байтів, не читаються.
file-too-large-hint = Розділіть його на кілька. Світлинам і записам місце поруч із текстом, а не всередині нього.
folder-too-deep = Забагато тек одна в одній; те, що лежить тут, не читається.
folder-too-deep-hint = Перенесіть це ближче до кореня архіву. Посилання, яке веде до однієї із зовнішніх тек, видаліть.
link-out-of-archive = Це посилання веде за межі архіву, тому програма за ним не йде.
link-out-of-archive-hint = Покладіть сюди сам файл замість посилання.
name-unusable = У цьому імені є знак, якого в іменах архіву бути не може.
name-unusable-hint = Перейменуйте: підходять літери, цифри, дефіси й крапки.
name-too-long = В адресі сторінки є частина, довша за 255 байтів, такого імені не прийме жоден диск; сторінку пропущено.
name-too-long-hint = Задайте коротший slug чи url або скоротіть ім’я файлу.
not-a-file = Це не файл і не тека; пропущено.
not-a-file-hint = Якщо в архіві це не потрібно, видаліть.

## Текст файлу і його шапка

encoding = Файл не в кодуванні UTF-8: байта { $byte } тут бути не може.
encoding-hint = Відкрийте його в тому кодуванні, у якому його записано (часто це Windows-1251), і збережіть у UTF-8.
control-character = Тут стоїть знак { $character }, якого в тексті бути не може.
control-character-hint = Видаліть його. Якщо таких знаків багато, файл пошкоджено або записано в UTF-16: збережіть його в UTF-8.
front-matter-unclosed = Шапка файлу починається з { $fence }, але ніде не закінчується.
front-matter-unclosed-hint = Після її останнього поля поставте рядок, у якому немає нічого, крім { $fence }.
front-matter-broken = Звідси шапку файлу не вдається прочитати: { $problem }.
front-matter-broken-hint = Перевірте й рядок вище. Значення з двокрапкою або лапками саме має стояти в лапках.
front-matter-too-large = Шапка файлу завелика або заскладна: { $size }, а читається не більше ніж { $most }.
front-matter-too-large-hint = Перенесіть довгі тексти під шапку й приберіть зайві списки всередині списків.
front-matter-not-mapping = У шапці файлу — { $found ->
    [list] список
    [str] просто текст
   *[other] одне значення ({ $found })
}, а не поля зі значеннями.
front-matter-not-mapping-hint = Пишіть кожне поле з нового рядка, наприклад: title: "Ім’я Прізвище (обвинувачення)".

## Поля промови

wrong-type = Поле «{ $key }» не вдається прочитати. Очікується: { $expected ->
    [text] текст
   *[other] { $expected }
}.
wrong-type-hint = Запишіть поле так, як показано в довіднику полів шапки.
list-too-long = У списку «{ $key }» більше ніж { $most } записів.
list-too-long-hint = Перевірте, чи не скопійовано щось двічі; показати промову з таким списком не можна.
not-in-vocabulary = У полі «{ $key }» не може бути значення «{ $value }».
not-in-vocabulary-hint = Напишіть одне з цих: { $known }.
date-impossible = У полі «{ $key }» стоїть дата, якої не буває або яку не вдається прочитати: «{ $value }».
date-impossible-hint = { $key ->
    [date] Напишіть день, 2020-06-22, або день і час, 2020-06-22T13:01:00+06:00.
   *[other] Пишіть те, що відомо: 2020-06-22, 2020-06 або 2020; «близько 2020» — 2020~, «можливо, 2020» — 2020?.
}
unknown-key = У полі «{ $key }» запис має невідомий ключ «{ $unknown }»; його не прочитано.
unknown-key-hint = Можливо, це одруківка. Запис може мати: { $known }.

## Текст промови

body-character = Тут стоїть половина знака; замість неї показано знак �.
body-character-hint = Наберіть цей знак заново або ще раз скопіюйте текст із джерела.
too-much-markup = Знаків розмітки, кінців рядків і речень у тексті: { $marks }; текст, де їх більше ніж { $most }, не читається.
too-much-markup-hint = Стільки буває, коли файл пошкоджено або складено програмою з помилкою. Приберіть зайві знаки або розділіть файл.
nesting-too-deep = Цитати, списки чи виділення вкладено глибше ніж на { $limit }; далі їх показано без заглиблення.
nesting-too-deep-hint = Слів не втрачено. Пошукайте зайві знаки > або *, що залишилися випадково.
link-unsafe = Це не показано як посилання чи зображення: адреса порожня або небезпечного виду: «{ $address }».
link-unsafe-hint = Потрібна адреса, що починається з https:// або http://, чи шлях усередині архіву.
html-script = Тег HTML «{ $tag }» пропущено разом із умістом: власних скриптів і стилів у сторінок бути не може.
html-script-hint = Видаліть його. Якщо він показував щось важливе для промови, напишіть це текстом.
html-dropped = Тег HTML «{ $tag }» пропущено; текст усередині нього залишився.
html-dropped-hint = Якщо він важливий, замініть його розміткою Markdown. Замість програвача чи мапи поставте посилання.
html-unknown = «{ $tag }» стоїть між < і >, але такого тега HTML немає; показано так, як написано.
html-unknown-hint = Якщо так і задумано, нічого робити не треба. Інакше виправте тег.
shortcode-malformed = Тут починається шорткод, який не вдається прочитати; його показано так, як написано.
shortcode-malformed-hint = Перевірте, чи всі дужки й лапки в ньому закрито.
shortcode-unmatched = Від шорткоду «{ $name }» тут лише початок або лише кінець.
shortcode-unmatched-hint = Додайте половину, якої бракує, або видаліть наявну.
shortcode-unknown = Шорткод «{ $name }» невідомий і нічого не показує; текст усередині нього залишився.
shortcode-unknown-hint = Перевірте його назву. Те, що він мав показати, напишіть текстом або дайте посилання.

## Записи адрес

custody-broken = Журнал зберігання не такий, яким був записаний ({ $reason ->
    [chain] перед цим рядком стоїть інший
    [number] рядків бракує, вони повторені або переставлені
    [end] журнал закінчується не так, як сказано у файлі custody.head
    [unfinished] рядок не має кінця
   *[other] рядок не читається
}).
custody-broken-hint = Поки журнал не відновлено з копії архіву, збережене не показується.
words-uncaptured = Речень у тексті: { $all }. Дослівно є в збережених джерелах: { $found }; звучить інакше: { $differing }; немає ніде: { $nowhere }.
words-uncaptured-hint = Які саме, покаже «allocution coverage». Порівняйте їх або збережіть і назвіть джерела, де вони є.
withheld-unlogged = Журнал зберігання не каже про те, що цей файл щось приховує зі збережених джерел ({ $count }).
withheld-unlogged-hint = «allocution captures withheld» запише це в журнал: вид і причину, але не те, що приховано.
address-in-words = Серед слів стоїть адреса, і вона є й там, де адрес бути не повинно: «{ $address }».
address-in-words-hint = Самі слова не змінюються. Щоб адреса не вийшла назовні, приховайте її як text у шапці файлу.
addresses-format-unknown = Схоже, цей запис адрес зробила новіша версія програми: «{ $line }».
addresses-format-unknown-hint = Візьміть останню версію програми, щоб не втратити жодного посилання на речення.
addresses-conflict = Git залишив тут позначку про конфлікт: «{ $line }». Рядки обох сторін прочитано.
addresses-conflict-hint = Видаліть рядки з такими позначками, а всі інші залиште.
addresses-damaged = Цей рядок з адресами пошкоджено: «{ $line }». Прочитано те, що можна розібрати.
addresses-damaged-hint = Поверніть рядок із попередньої версії в git; вручну цих рядків не пишуть.
addresses-repeated = Адреса { $identifier } стоїть у цьому записі більше одного разу; зараховано одну.
addresses-repeated-hint = Поверніть файл із попередньої версії в git або видаліть зайвий рядок.

## Архів загалом

terms-alike = «{ $first }» і «{ $second }» мали б одну адресу; другому дано «{ $slug }».
terms-alike-hint = Якщо це одне й те саме, пишіть однаково в усіх файлах.

## Сторінки, як їх розуміє Hugo

hugo-same-page = Із цього файлу вийшла б сторінка { $page }, але вона вже є: { $used }. Цей файл не читається.
hugo-same-page-hint = Перейменуйте один із двох файлів або видаліть зайвий.
hugo-address-taken = Ця сторінка мала б адресу { $address }, але її вже зайнято: { $other }.
hugo-address-taken-hint = Дайте одній із двох сторінок інший «slug» або «url».
hugo-content-format = Файли виду «{ $format }» не читаються; цей пропущено.
hugo-content-format-hint = Зробіть із нього файл Markdown з іменем на .md.
hugo-bad-date = Дату в полі «{ $key }» не вдається прочитати: «{ $value }».
hugo-bad-date-hint = Треба 2020-06-22 або 2020-06-22T13:01:00+06:00. Якщо це строк публікації, сторінка поки що не публікується.
hugo-doubtful-draft = У полі «draft» стоїть «{ $value }», а не true чи false. Про всяк випадок сторінка не публікується.
hugo-doubtful-draft-hint = Напишіть draft: false, щоб її опублікувати, або draft: true.
hugo-bad-address = У полі «url» є те, чого в адресі на цьому сайті бути не може: «{ $value }».
hugo-bad-address-hint = Напишіть шлях, наприклад /statements/name-surname/, без https:// та імені сайту.
hugo-bad-alias = У полі «aliases» є те, що не може бути колишньою адресою на цьому сайті: «{ $value }».
hugo-bad-alias-hint = Напишіть шлях, наприклад /statements/earlier-name/, без https:// та імені сайту.

## Налаштування

configuration-encoding = Файл налаштувань не в UTF-8 і не використовується: байта { $byte } тут бути не може.
configuration-encoding-hint = Відкрийте його в тому кодуванні, у якому його записано (часто це Windows-1251), і збережіть у UTF-8.
configuration-control-character = Файл налаштувань не використовується: тут стоїть знак { $character }, якого в тексті бути не може.
configuration-control-character-hint = Видаліть його. Якщо таких знаків багато, файл пошкоджено або записано в UTF-16: збережіть його в UTF-8.
configuration-front-matter-unclosed = Файл налаштувань не використовується: він починається з { $fence }, але ніде не закінчується.
configuration-front-matter-unclosed-hint = Пишіть його в тому форматі, який названо наприкінці імені; для .json це { "{" } … { "}" }.
configuration-front-matter-broken = Файл налаштувань не використовується: звідси його не вдається прочитати: { $problem }.
configuration-front-matter-broken-hint = Перевірте й рядок вище: дужки, лапки та пробіли на його початку.
configuration-front-matter-too-large = Файл налаштувань не використовується: він завеликий або заскладний ({ $size }, а читається не більше ніж { $most }).
configuration-front-matter-too-large-hint = Розділіть його на файли в config/_default/ або приберіть зайві списки всередині списків.
configuration-front-matter-not-mapping = Файл налаштувань не використовується: у ньому — { $found ->
    [list] список
    [str] просто текст
   *[other] одне значення ({ $found })
}, а не налаштування зі значеннями.
configuration-front-matter-not-mapping-hint = Пишіть кожне налаштування з його назвою, наприклад: title: "Останні слова".
hugo-configuration-ignored = Цей файл налаштувань не використовується: замість нього взято { $used }.
hugo-configuration-ignored-hint = Перенесіть потрібне в один із двох файлів, а інший видаліть.
hugo-default-language-missing = Головної мови «{ $language }» немає серед мов сайту; головною вважається «{ $used }».
hugo-default-language-missing-hint = Вкажіть у defaultContentLanguage одну з мов, які на сайті є.
hugo-bad-setting = Налаштування «{ $key }» не використовується: у ньому незрозуміле ось це: «{ $value }».
hugo-bad-setting-hint = Звірте його з тим, що про це налаштування сказано в документації Hugo.
hugo-bad-pattern = У налаштуванні «{ $key }» є шаблон, який не вдається прочитати; він не використовується: «{ $value }».
hugo-bad-pattern-hint = Це має бути регулярний вираз. Перевірте в ньому дужки та зворотні скісні риски.
hugo-bad-time-zone = Часового поясу «{ $value }» немає; взято UTC.
hugo-bad-time-zone-hint = Напишіть назву на зразок Asia/Almaty.
setting-unknown = Allocution не має налаштування «{ $key }»; воно не використовується.
setting-unknown-hint = { $known ->
    [none] Усі налаштування з «params.allocution» перелічено в docs/reference/settings.md.
   *[other] Можливо, малося на увазі «{ $known }».
}
setting-unusable = Налаштування «{ $key }» не використовується: воно має значення іншого виду.
setting-unusable-hint = Воно приймає: { $expected }.

## Файли законів

law-unreadable = Файл закону не вдається прочитати: { $problem }.
law-unreadable-hint = Порівняйте його з будь-яким із файлів законів, що йдуть разом із програмою.
law-number-invalid = «{ $number }» не може бути номером статті.
law-number-invalid-hint = Пишіть цифри, за потреби з крапкою або дефісом: 274, 205.2 чи 110-2.
law-number-repeated = Стаття { $number } стоїть у цьому законі більше одного разу.
law-number-repeated-hint = Об’єднайте записи або виправте номер однієї з них.
law-subject-unknown = У статті { $number } вказано невідому тему «{ $subject }».
law-subject-unknown-hint = Теми названо в документації про закони.
law-language-unknown = У { $number } мову «{ $language }» записано не так, як пишуть позначення мов.
law-language-unknown-hint = Напишіть позначення, наприклад ru, kk або en.
law-date-invalid = У { $number } дати «{ $date }» не буває, або кінець раніше за початок.
law-date-invalid-hint = Пишіть 2015, 2015-01 або 2015-01-01, а кінець — пізніше за початок.

## Знаходить allocution check

key-unknown = Поле «{ $key }» невідоме; його не прочитано.
key-unknown-hint = { $likely ->
    [none] Якщо це ваше власне поле, залиште його; інакше звіртеся з docs/reference/fields.md.
   *[other] Можливо, малося на увазі «{ $likely }».
}
key-repeated = Ключ «{ $key }» стоїть тут не один раз; читається лише останній.
key-repeated-hint = Залиште один: сказане в інших втрачається.
speaker-missing = Не сказано, хто виголосив цю промову.
speaker-missing-hint = Додайте «speakers:» або почніть заголовок з імені: «Ім’я Прізвище (обвинувачення)».
charge-ambiguous = За обвинуваченням «{ $wording }» не можна певно сказати, яка це стаття чи її частина; можливі: { $candidates }.
charge-ambiguous-hint = Вкажіть у «charges:» закон, статтю й частину або додайте «jurisdiction:». Невідоме можна так і залишити.
charge-part-unknown = З обвинувачення «{ $wording }» не видно, яка це частина статті { $article } (усього частин: { $parts }).
charge-part-unknown-hint = Якщо джерело її називає, додайте до обвинувачення «part:»; якщо ні, залиште як є.
source-missing = Не сказано, звідки взято цей текст.
source-missing-hint = Додайте «sourcelink:» або «sources:»: адресу, а якщо її немає, опис джерела.
source-malformed = Джерело «{ $address }» — не адреса.
source-malformed-hint = Напишіть адресу повністю (https://…); опис джерела пишуть у його полі «title:».
source-too-small = У тексті { $units } одиниць UTF-16, більше, ніж уміщує його джерело: { $most } (дописів Telegram: { $posts }).
source-too-small-hint = Частину слів узято з іншого місця: назвіть решту дописів у «sources:».
time-zone-unknown = Часового поясу «{ $value }» немає.
time-zone-unknown-hint = Напишіть назву на зразок Asia/Almaty; поки її немає, зміщення часу не перевіряється.
offset-not-of-zone = Зміщення { $offset } не відповідає { $zone }: того дня там було { $had }.
offset-not-of-zone-hint = Перевірте час і часовий пояс; зміщення залишиться таким, як написано.
language-unknown = Мову не вказано, і за словами її не впізнати.
language-unknown-hint = Додайте «language:» з тегом мови, наприклад ru, kk, uk.
language-undeclared = Мову не вказано; судячи зі слів, це «{ $language }».
language-undeclared-hint = В інших файлах архіву її вказано: додайте «language: { $language }», якщо це правильно.
mojibake = «{ $written }» схоже на текст, прочитаний не в тому кодуванні; імовірно, це «{ $likely }».
mojibake-hint = Скопіюйте текст із джерела ще раз або прийміть імовірне написання.
mixed-alphabets = У «{ $word }» змішано схожі латинські та кириличні літери.
mixed-alphabets-hint = Наберіть слово заново літерами однієї абетки; таким пошук його не знаходить.
invisible-character = Тут стоїть невидимий знак: { $character }.
invisible-character-hint = Видаліть його: він розриває слово під час пошуку й копіювання.
double-space = Тут більше одного пробілу між словами.
double-space-hint = Залиште один; це робить --fix.
dash-for-hyphen = У «{ $word }» стоїть тире замість дефіса.
dash-for-hyphen-hint = Поставте дефіс; це робить --fix.
duplicate-statement = Слова ті самі, що в { $other }.
duplicate-statement-hint = Видаліть один із файлів; якщо це переклад, дайте йому ім’я оригіналу з мовою (x.en.md).
nearly-duplicate-statement = Більшість речень ті самі, що в { $other }.
nearly-duplicate-statement-hint = Порівняйте їх; залиште той, що ближчий до джерела, або вкажіть, чим вони різняться.
translation-alone = Це переклад, а оригіналу в архіві немає.
translation-alone-hint = Якщо оригінал у вас є, додайте його під тим самим іменем (x.md поруч із x.en.md).
translation-older = Оригінал { $original } змінено пізніше за цей переклад.
translation-older-hint = Порівняйте їх, оновіть переклад і поставте йому «lastmod:».
link-broken = Посилання «{ $address }» нікуди в архіві не веде.
link-broken-hint = Виправте адресу або додайте сторінку чи файл.
people-alike = «{ $first }» і «{ $second }», можливо, одна людина.
people-alike-hint = Якщо так, пишіть ім’я однаково або дайте обом один «id:»; якщо ні, дайте кожному свій «id:».
name-shared = Ім’я «{ $name }» стоїть тут і в { $other }, а між ними ціле життя: можливо, це дві людини.
name-shared-hint = Якщо їх двоє, дайте кожному свій «id:» у «speakers:».
withhold-reason = Запис { $entry } поля «withhold» не називає відомої причини: «{ $value }».
withhold-reason-hint = Поставте «reason:» з одним зі значень: { $known }.
withhold-malformed = Незрозуміло, що приховує запис { $entry } поля «withhold»; файл не публікується.
withhold-malformed-hint = Вкажіть одне: name, text, field, source або «statement: true»; потім reason і, за потреби, until.
withhold-unmatched = Того, що називає запис { $entry } поля «withhold», тут немає; файл не публікується.
withhold-unmatched-hint = Запишіть так, як стоїть у файлі, ім’я — у називному відмінку; або видаліть запис.
withhold-unclosed = Приховуваний уривок не має початку або кінця; файл не публікується.
withhold-unclosed-hint = Візьміть його між {"{{<"} withhold reason="…" {">}}"} і {"{{<"} /withhold {">}}"}.
withhold-misplaced = «{ $key }» тут нічого не приховує; файл не публікується.
withhold-misplaced-hint = Пишіть «withhold:» у кожному файлі, якого це стосується: воно не успадковується.
withhold-in-path = Ім’я файлу видає те, що приховує запис { $entry } поля «withhold»; він не публікується.
withhold-in-path-hint = Перейменуйте файл: його ім’я входить в адреси.
withheld-leaked = { $output } видає те, що приховує цей файл ({ $what }); нічого не опубліковано.
withheld-leaked-hint = Приховайте це й у файлі, з якого виходить ця сторінка, або видаліть там.
theme-file-unknown = Файлу з таким іменем у темі не буває; він не використовується.
theme-file-unknown-hint = У темі можуть бути style.css, logo.svg (або .png, .webp), wording/МОВА.ftl і templates/ІМ’Я.html.
theme-template-broken = Шаблон не читається ({ $problem }).
theme-template-broken-hint = Виправте його або приберіть файл: тоді діє власний шаблон програми.
theme-wording-broken = Повідомлення не читається.
theme-wording-broken-hint = Повідомлення — це рядок «ім’я = текст»; імена дивіться в каталозі програми.
edition-forbidden = Права на цю промову забороняють видання { $edition }; її в ньому немає.
edition-forbidden-hint = Якщо автор тепер згоден, приберіть видання з «notInEditions:»; --anyway вивантажить і так.
edition-one-author = Видання { $edition } зібрало б промови одного автора ({ $speaker }); його не створено.
edition-one-author-hint = На збірку промов одного автора потрібна його згода. Якщо вона є — --anyway або «editionsAnyway».
selection-misunderstood = Запит вибірки «{ $name }» зрозуміли не так, як написано: { $query }.
selection-misunderstood-hint = Спробуйте його з «allocution search»: там сказано, як його зрозуміли.
selection-empty = У вибірці «{ $name }» нічого немає: запиту { $query } ніщо не відповідає.
selection-empty-hint = Напишіть запит так, як його розуміє пошук, або приберіть вибірку з налаштувань.
