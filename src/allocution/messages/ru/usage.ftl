# Что не так в командной строке.

try = Справка: { $command }

meant = { $problem } Может быть, { $meant }?
no-option = Нет параметра { $name }.
no-command = Нет команды { $name }.
choose = { $problem } Возможные значения: { $choices }
option-missing = Не хватает параметра { $name }.
argument-missing = Не хватает аргумента { $name }.
command-missing = Не названа команда.
invalid = Недопустимое значение { $name }: { $problem }
not-a-choice = { $value } – не из числа возможных: { $choices }.
no-whole-number = { $value } – не целое число.
no-number = { $value } – не число.
out-of-range = { $value } не подходит, возможно только { $range }.
no-such-path = { $path }: такого файла или папки нет.
is-a-file = { $path } – файл, а не папка.
is-a-folder = { $path } – папка, а не файл.
not-readable = { $path } не разрешено читать.
not-writable = В { $path } не разрешено писать.
value-missing = После параметра { $name } нужно значение.
no-value-taken = У параметра { $name } не бывает значения.
too-many = Лишние аргументы: { $arguments }
