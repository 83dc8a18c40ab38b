# `allocution check` табылғандардан басқа не айтады.

summary = { $files } файл: { $errors ->
    [0] қате жоқ
   *[other] { $errors } қате
}, { $warnings } ескерту, { $notes } ескертпе.
nothing-to-fix = Сіздің шешіміңізсіз түзететін ештеңе жоқ.
fix-question = { $files ->
    [one] Осы файл өзгертілсін бе?
   *[other] Осы { $files } файл өзгертілсін бе?
}
fixed = { $files } файл өзгертілді.
