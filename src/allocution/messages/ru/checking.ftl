# Что говорит `allocution check` кроме самих находок.

summary = { $files ->
    [one] { $files } файл
    [few] { $files } файла
   *[many] { $files } файлов
}: { $errors ->
    [0] ошибок нет
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[many] { $errors } ошибок
}, { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
   *[many] { $warnings } предупреждений
}, { $notes ->
    [one] { $notes } замечание
    [few] { $notes } замечания
   *[many] { $notes } замечаний
}.
nothing-to-fix = Исправить без вашего решения нечего.
fix-question = { $files ->
    [one] Изменить этот файл?
   *[other] Изменить эти файлы ({ $files })?
}
fixed = { $files ->
    [one] Изменён { $files } файл.
    [few] Изменено { $files } файла.
   *[many] Изменено { $files } файлов.
}
