# Что говорит `allocution proofread`.

no-suggestion = ничего похожего не известно
perhaps = возможно: { $suggestions }
summary = { $errors ->
    [0] Вероятных опечаток нет; прочитано { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слов
    }.
    [one] { $errors } вероятная опечатка; прочитано { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слов
    }.
    [few] { $errors } вероятные опечатки; прочитано { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слов
    }.
   *[many] { $errors } вероятных опечаток; прочитано { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слов
    }.
}
limits = Неверное, но существующее слово («знаю» вместо «знают») не находится; сверьте запись с источником.
unread = Не прочитаны, потому что нет словаря: предложения на { $languages }.
accepted = { $path }: исправление «{ $written } → { $meant }» записано; сама запись речи осталась, какой была.
learned = { $count ->
    [one] { $count } слово добавлено в { $path }.
    [few] { $count } слова добавлены в { $path }.
   *[many] { $count } слов добавлено в { $path }.
}
