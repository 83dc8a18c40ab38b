# What `allocution check` says besides its findings.

summary = { $files ->
    [one] { $files } file
   *[other] { $files } files
}: { $errors ->
    [0] no errors
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}.
nothing-to-fix = There is nothing that is safe to repair.
fix-question = { $files ->
    [one] Change this file?
   *[other] Change these { $files } files?
}
fixed = { $files ->
    [one] { $files } file changed.
   *[other] { $files } files changed.
}
