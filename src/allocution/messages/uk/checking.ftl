# Що каже `allocution check`, крім самих знахідок.

summary = { $files ->
    [one] { $files } файл
    [few] { $files } файли
   *[many] { $files } файлів
}: { $errors ->
    [0] помилок немає
    [one] { $errors } помилка
    [few] { $errors } помилки
   *[many] { $errors } помилок
}, { $warnings ->
    [one] { $warnings } попередження
    [few] { $warnings } попередження
   *[many] { $warnings } попереджень
}, { $notes ->
    [one] { $notes } зауваження
    [few] { $notes } зауваження
   *[many] { $notes } зауважень
}.
nothing-to-fix = Виправити без вашого рішення нічого.
fix-question = { $files ->
    [one] Змінити цей файл?
   *[other] Змінити ці файли ({ $files })?
}
fixed = { $files ->
    [one] Змінено { $files } файл.
    [few] Змінено { $files } файли.
   *[many] Змінено { $files } файлів.
}
