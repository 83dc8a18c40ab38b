# Що кажуть команди: перебіг роботи, підсумки, що робити далі.

reading = Читання файлів
checking = Перевірка файлів
importing = Імпорт
indexing = Покажчик слів
writing = Запис сторінок
exporting = Видання

severity-error = помилка
severity-warning = попередження
severity-note = зауваження
warning = Увага: { $text }
more-findings = … і ще { $count }.

built = { $count ->
    [one] { $count } промова
    [few] { $count } промови
   *[many] { $count } промов
} у { $folder } ({ $seconds } с)
pages = сторінки: створено { $made }, без змін { $kept }
files = файли: записано { $written }, видалено { $removed }
left-out = пропущено через помилки: { $count }
records = записано файлів з адресами речень: { $count }, у addresses/
records-hint = Зберігайте їх у git: на них тримаються посилання на речення.
no-sitemap = мапи сайту немає: не сказано його власної адреси (--base-url або baseURL у налаштуваннях)

kept-as-it-is = { $path } уже є і залишається без змін.
check-before-commits = Щоб архів перевірявся перед кожним комітом: git config core.hooksPath .githooks
add-the-first = Перша промова: allocution new { $archive } --speaker "Ім’я Прізвище"

write-the-words = Впишіть слова під шапкою файлу так, як їх було сказано; підійде будь-який текстовий редактор.
while-a-draft = Поки в шапці стоїть draft: true, файлу немає ні на сайті, ні в попередньому перегляді.
see-how-it-reads = Подивитися, як це читається: { $command }

served = { $count ->
    [one] { $count } промова
    [few] { $count } промови
   *[many] { $count } промов
} на { $address }
refreshing = оновлюється, поки ви пишете: { $address }
refreshed = Оновлено.
pages-stay = Сторінки залишилися без змін.
ended = Зупинено.
open-to-others = { $host } — це не лише ваш комп’ютер: архів без шифрування прочитає кожен, кому доступна ця адреса.
pages-not-served = Сторінки в { $folder } на сайті будуть, а тут не показуються: ці адреси зайняв попередній перегляд.
unwatched = Система не повідомляє про зміни ({ $problem }); програма шукає їх сама.

released = Випуск { $number } у { $folder }: { $files ->
    [one] { $files } файл
    [few] { $files } файли
   *[many] { $files } файлів
}, підписано ключем { $key }
next-key = Наступний випуск треба підписати ключем { $key }

secret-key = Секретний ключ: { $file }
public-key = Відкритий ключ: { $file }
print-the-key = Надрукуйте відкритий ключ там, де читачі знайдуть його і без архіву: у книзі, у листі, на інших сайтах.
password = Пароль
password-again = Ще раз
password-of = Пароль до { $file }
passwords-differ = Паролі не збіглися; введіть їх ще раз.

aborted = Перервано.
yes = так
no = ні

taken-down = Знято: { $file }
captures-withheld = У журналі зберігання: приховано знімки { $count ->
    [one] { $count } джерела.
   *[many] { $count } джерел.
}
captures-shown = У журналі зберігання: більше нічого не приховано з { $count ->
    [one] { $count } джерела.
   *[many] { $count } джерел.
}
log-tells-withheld = Журнал зберігання каже про все, що приховано.
gone-with-the-next-build = Із сайту це зникне під час наступного збирання.
