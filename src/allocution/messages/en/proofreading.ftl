# What `allocution proofread` says.

no-suggestion = nothing alike is known
perhaps = perhaps: { $suggestions }
summary = { $errors ->
    [0] No likely typing error in { $words ->
        [one] { $words } word
       *[other] { $words } words
    }.
    [one] { $errors } likely typing error in { $words ->
        [one] { $words } word
       *[other] { $words } words
    }.
   *[other] { $errors } likely typing errors in { $words ->
        [one] { $words } word
       *[other] { $words } words
    }.
}
limits = A wrong word that exists (“form” for “from”) isn’t found; read the transcript against its source.
unread = Not proofread, for want of a dictionary: sentences in { $languages }.
accepted = { $path }: the correction of “{ $written } → { $meant }” is on record; the transcript stays as it came.
learned = { $count ->
    [one] { $count } entry added to { $path }.
   *[other] { $count } entries added to { $path }.
}
