# Що API каже про запити, на які не може відповісти.

not-found = Тут нічого немає
not-found-detail = За цією адресою в архіві нічого немає.
method-not-allowed = Архів можна лише читати
method-not-allowed-detail = На { $method } відповіді немає: лише на GET і HEAD.
parameter-unknown = Невідомий параметр
parameter-unknown-detail = Параметра «{ $name }» тут немає. Відомі: { $known }.
parameter-repeated = Параметр задано двічі
parameter-repeated-detail = «{ $name }» можна задати один раз.
parameter-missing = Бракує параметра
parameter-missing-detail = Потрібно задати «{ $name }».
parameter-unusable = Параметр непридатний
parameter-unusable-detail = «{ $value }» не годиться для «{ $name }». Очікується: { $expected }.
too-many-parameters = Забагато параметрів
too-many-parameters-detail = Параметрів у запиті може бути не більше ніж { $most }.
too-many-requests = Забагато запитів
too-many-requests-detail = { $seconds ->
    [one] Повторіть через { $seconds } секунду.
    [few] Повторіть через { $seconds } секунди.
   *[many] Повторіть через { $seconds } секунд.
}
being-written = Архів зараз змінюється
being-written-detail = Повторіть трохи згодом.
