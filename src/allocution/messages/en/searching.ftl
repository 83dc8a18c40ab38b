# What searching says.

statements-as = statements: { $edition }
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
note-bad-distance = After NEAR/ stands a number of words: NEAR/3. “{ $text }” was read as NEAR/10.
note-bad-has = has: doesn't know “{ $text }”. It knows translation, correction, source, date, judge, court, charge.
note-years-turned = “{ $text }”: the years were turned round, the earlier first.
note-only-not = The query only says what not to find. Add what to look for.
note-too-long = The query was longer than { $text } characters: the rest was left out.
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
search = Search
search-title = Search
query = What was said
how-to-ask = How to ask
example-words = repression court
means-words = both, in any form, in one statement
example-phrase = "rule of law"
means-phrase = just these words in this order
example-forms = «free court»
means-forms = these words in this order, in any form
example-exact = =courts
means-exact = only this form
example-prefix = repress*
means-prefix = words that begin so
example-either = (court OR judge) -prison
means-either = either of the two, and without the third
example-near = court NEAR/3 honest
means-near = in one sentence, at most three words apart
example-field = speaker:Kim year:2019..2022
means-field = also charge: article: court: country: lang: stage: has:translation
needs-scripts = Searching here needs scripts and a page that came over the network, and one of them is missing. These lists lead to every statement:
remove-filter = Take this filter away
narrow = Narrow down
order-relevance = best first
order-date = newest first
around-order = as found
around-left = by the words before
around-right = by the words after
view-hits = sentences
view-concordance = concordance
concordance = Concordance
why = why found
left = before
keyword = found
right = after
hits = found
sentences = of sentences
frequency-years = By year
frequency-speakers = By speaker
more-lines = The first { $shown } sentences are shown here; the CSV file holds all { $total }.
table-failed = The table could not be made: a file of the index could not be fetched.
searching = Searching …
failed = The index could not be fetched. These lists lead to every statement:
