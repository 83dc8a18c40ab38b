# Что API говорит о запросах, на которые не может ответить.

not-found = Здесь ничего нет
not-found-detail = По этому адресу в архиве ничего нет.
method-not-allowed = Архив можно только читать
method-not-allowed-detail = На { $method } ответа нет: только на GET и HEAD.
parameter-unknown = Неизвестный параметр
parameter-unknown-detail = Параметра «{ $name }» здесь нет. Известны: { $known }.
parameter-repeated = Параметр задан дважды
parameter-repeated-detail = «{ $name }» можно задать один раз.
parameter-missing = Не хватает параметра
parameter-missing-detail = Нужно задать «{ $name }».
parameter-unusable = Параметр непригоден
parameter-unusable-detail = «{ $value }» не годится для «{ $name }». Ожидается: { $expected }.
too-many-parameters = Слишком много параметров
too-many-parameters-detail = В запросе может быть не больше параметров, чем { $most }.
too-many-requests = Слишком много запросов
too-many-requests-detail = { $seconds ->
    [one] Повторите через { $seconds } секунду.
    [few] Повторите через { $seconds } секунды.
   *[many] Повторите через { $seconds } секунд.
}
being-written = Архив сейчас изменяется
being-written-detail = Повторите чуть позже.
