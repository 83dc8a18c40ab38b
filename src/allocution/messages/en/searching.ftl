# What searching says.

found = { $total ->
    [0] Nothing was found.
    [one] { $total } sentence found
   *[other] { $total } sentences found
}{ $total ->
    [0] { "" }
   *[other] { $statements ->
        [one] { " " }in { $statements } statement.
       *[other] { " " }in { $statements } statements.
    }
}
did-you-mean = Nobody in the archive says “{ $word }”. Did you mean “{ $meant }”?
note-stray = “{ $text }” means nothing here and was left out.
note-unbalanced-quote = A quotation mark isn't closed: it was taken to reach to the end.
note-unbalanced-bracket = A bracket isn't closed: it was taken to reach to the end.
note-empty-filter = Nothing follows “{ $text }”: it was left out.
note-bad-year = “{ $text }” is no year. Years are written year:2019 or year:2019..2022.
note-near-needs-words = NEAR stands between words or phrases; without them it was read as AND.
note-only-not = The query only says what not to find. Add what to look for.
note-too-many-words = More than { $text } words: the rest was left out.
note-too-deep = Brackets more than { $text } deep: the rest was left out.
note-other-layout = Another keyboard layout seems to have been on. Found for: { $text }
note-other-spelling = “{ $text }” was found in another spelling.
how-exact = just so
how-form = another form of the word
how-prefix = begins so
how-spelling = another spelling
how-correction = what was meant, by a correction
speakers = Speaker
charges = Charge
countries = Country
courts = Court
years = Year
languages = Language
