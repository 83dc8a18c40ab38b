# Пәрмен жолында не дұрыс емес.

try = Анықтама: { $command }

meant = { $problem } Бәлкім, { $meant }?
no-option = { $name } деген параметр жоқ.
no-command = { $name } деген пәрмен жоқ.
choose = { $problem } Мүмкін мәндері: { $choices }
option-missing = { $name } параметрі жетіспейді.
argument-missing = { $name } аргументі жетіспейді.
command-missing = Пәрмен аталмаған.
invalid = { $name } мәні жарамсыз: { $problem }
not-a-choice = { $value } мүмкін мәндердің қатарында жоқ: { $choices }.
no-whole-number = { $value } бүтін сан емес.
no-number = { $value } сан емес.
out-of-range = { $value } болмайды, тек { $range } болады.
no-such-path = { $path }: мұндай файл не қалта жоқ.
is-a-file = { $path } – қалта емес, файл.
is-a-folder = { $path } – файл емес, қалта.
not-readable = { $path } ішін оқуға рұқсат жоқ.
not-writable = { $path } ішіне жазуға рұқсат жоқ.
value-missing = { $name } параметрінен кейін мәні керек.
no-value-taken = { $name } параметрінің мәні болмайды.
too-many = Артық аргументтер: { $arguments }
