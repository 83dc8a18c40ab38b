# Что говорят команды: ход работы, итоги, что делать дальше.

reading = Чтение файлов
checking = Проверка файлов
importing = Перенос
indexing = Указатель слов
writing = Запись страниц
exporting = Издания

severity-error = ошибка
severity-warning = предупреждение
severity-note = замечание
warning = Внимание: { $text }
more-findings = … и ещё { $count }.

built = { $count ->
    [one] { $count } речь
    [few] { $count } речи
   *[many] { $count } речей
} в { $folder } ({ $seconds } с)
pages = страницы: сделано { $made }, без изменений { $kept }
files = файлы: записано { $written }, удалено { $removed }
left-out = пропущено из-за ошибок: { $count }
records = записано файлов с адресами предложений: { $count }, в addresses/
records-hint = Храните их в git: на них держатся ссылки на предложения.
no-sitemap = карты сайта нет: не сказан его собственный адрес (--base-url или baseURL в настройках)

kept-as-it-is = { $path } уже есть и остаётся как был.
check-before-commits = Чтобы архив проверялся перед каждым коммитом: git config core.hooksPath .githooks
add-the-first = Первая речь: allocution new { $archive } --speaker "Имя Фамилия"

write-the-words = Впишите слова, как они были сказаны, под шапкой файла; подойдёт любой текстовый редактор.
while-a-draft = Пока в шапке стоит draft: true, файла нет ни на сайте, ни в предпросмотре.
see-how-it-reads = Посмотреть, как это читается: { $command }

served = { $count ->
    [one] { $count } речь
    [few] { $count } речи
   *[many] { $count } речей
} на { $address }
refreshing = обновляется, пока вы пишете: { $address }
refreshed = Обновлено.
pages-stay = Страницы остались прежними.
ended = Остановлено.
open-to-others = { $host } – это не только ваш компьютер: архив без шифрования прочтёт всякий, кому доступен этот адрес.
pages-not-served = Страницы в { $folder } на сайте будут, а здесь не показываются: эти адреса занял предпросмотр.
unwatched = Система не сообщает об изменениях ({ $problem }); программа ищет их сама.

released = Выпуск { $number } в { $folder }: { $files ->
    [one] { $files } файл
    [few] { $files } файла
   *[many] { $files } файлов
}, подписано ключом { $key }
next-key = Следующий выпуск надо подписать ключом { $key }

secret-key = Секретный ключ: { $file }
public-key = Открытый ключ: { $file }
print-the-key = Напечатайте открытый ключ там, где читатели найдут его и без архива: в книге, в письме, на других сайтах.
password = Пароль
password-again = Ещё раз
password-of = Пароль к { $file }
passwords-differ = Пароли не совпали; введите их ещё раз.

aborted = Прервано.
yes = да
no = нет

taken-down = Снято: { $file }
captures-withheld = В журнале хранения: скрыты копии { $count ->
    [one] { $count } источника.
   *[many] { $count } источников.
}
captures-shown = В журнале хранения: больше ничего не скрыто из { $count ->
    [one] { $count } источника.
   *[many] { $count } источников.
}
log-tells-withheld = Журнал хранения говорит обо всём, что скрыто.
gone-with-the-next-build = С сайта это исчезнет при следующей сборке.
