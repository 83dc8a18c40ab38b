# Жауап бере алмайтын сұраулар туралы API не айтады.

not-found = Мұнда ештеңе жоқ
not-found-detail = Бұл мекенжайда мұрағатта ештеңе жоқ.
method-not-allowed = Мұрағатты тек оқуға болады
method-not-allowed-detail = { $method } сұрауына жауап берілмейді: тек GET пен HEAD сұрауларына.
parameter-unknown = Белгісіз параметр
parameter-unknown-detail = Мұнда «{ $name }» параметрі жоқ. Белгілілері: { $known }.
parameter-repeated = Параметр екі рет берілген
parameter-repeated-detail = «{ $name }» бір-ақ рет беріледі.
parameter-missing = Параметр жетіспейді
parameter-missing-detail = «{ $name }» параметрін беру керек.
parameter-unusable = Параметр жарамсыз
parameter-unusable-detail = «{ $value }» мәні «{ $name }» параметріне жарамайды. Күтілетіні: { $expected }.
too-many-parameters = Параметрлер тым көп
too-many-parameters-detail = Бір сұрауда ең көбі { $most } параметр болады.
too-many-requests = Сұраулар тым көп
too-many-requests-detail = { $seconds ->
    [one] { $seconds } секундтан кейін қайталаңыз.
   *[other] { $seconds } секундтан кейін қайталаңыз.
}
being-written = Мұрағат қазір өзгертіліп жатыр
being-written-detail = Сәлден кейін қайталаңыз.
