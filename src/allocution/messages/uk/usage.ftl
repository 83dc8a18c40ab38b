# Що не так у командному рядку.

try = Довідка: { $command }

meant = { $problem } Може, { $meant }?
no-option = Немає параметра { $name }.
no-command = Немає команди { $name }.
choose = { $problem } Можливі значення: { $choices }
option-missing = Бракує параметра { $name }.
argument-missing = Бракує аргументу { $name }.
command-missing = Команду не названо.
invalid = Неприпустиме значення { $name }: { $problem }
not-a-choice = { $value } не належить до можливих: { $choices }.
no-whole-number = { $value } — не ціле число.
no-number = { $value } — не число.
out-of-range = { $value } не підходить, можливо лише { $range }.
no-such-path = { $path }: такого файлу чи теки немає.
is-a-file = { $path } — файл, а не тека.
is-a-folder = { $path } — тека, а не файл.
not-readable = { $path } не дозволено читати.
not-writable = У { $path } не дозволено писати.
value-missing = Після параметра { $name } потрібне значення.
no-value-taken = Параметр { $name } не має значення.
too-many = Зайві аргументи: { $arguments }
