# Що каже `allocution proofread`.

no-suggestion = нічого схожого не відомо
perhaps = можливо: { $suggestions }
summary = { $errors ->
    [0] Імовірних одруківок немає; прочитано { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слів
    }.
    [one] { $errors } імовірна одруківка; прочитано { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слів
    }.
    [few] { $errors } імовірні одруківки; прочитано { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слів
    }.
   *[many] { $errors } імовірних одруківок; прочитано { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слів
    }.
}
limits = Помилкового слова, яке існує («знаю» замість «знають»), так не знайти; звірте запис із джерелом.
unread = Не прочитано, бо немає словника: речення мовами { $languages }.
accepted = { $path }: виправлення «{ $written } → { $meant }» записано; сам запис промови залишився, яким був.
learned = { $count ->
    [one] { $count } слово додано до { $path }.
    [few] { $count } слова додано до { $path }.
   *[many] { $count } слів додано до { $path }.
}
