# What `allocution import` says.

done = { $origin }: { $count ->
    [one] { $count } item
   *[other] { $count } items
}.
dry-run = { $origin }: { $count ->
    [one] { $count } item; nothing was written, this is what would happen.
   *[other] { $count } items; nothing was written, this is what would happen.
}
fate-written = written
fate-unchanged = there already
fate-changed = changed in the source since
fate-left-out = left out
kind-statement = statements
kind-refused = statements that were refused
kind-not-recorded = statements that weren’t recorded
kind-page = pages
kind-file = other files
changed-hint = the source says something else now; { $path } was left as it is, compare them.
columns-left = Columns that nothing was made of: { $columns }. Name them in the mapping to keep them.
reason-no-key = nothing tells this row from the others
reason-no-speaker = nobody is named
reason-bad-date = the date isn’t written as the mapping says
reason-repeated-key = another row has the same key
reason-cells = the row has more cells than there are columns, or ends before the words
reason-no-text = the document has no words
reason-no-time = it doesn’t say when it was posted
reason-service = service messages
reason-no-words = messages without words
reason-joined = messages joined to the one before
reason-not-chosen = messages that weren’t chosen
reason-exists = another file has this name
reason-unreadable = it can’t be read
reason-configuration = settings and templates stay where they are
repaired = { $count ->
    [one] { $count } escape in the export wasn’t JSON; it was read all the same.
   *[other] { $count } escapes in the export weren’t JSON; they were read all the same.
}
media-missing = { $count ->
    [one] { $count } photo or recording isn’t in the export.
   *[other] { $count } photos or recordings aren’t in the export.
}
came-back-otherwise = these passages came back otherwise than they went out: { $passages }.
not-taken-over = not taken over: { $what }.
languages-missing = This archive’s configuration doesn’t have these languages yet: { $languages }. Add them under [languages]; until then their pages count as others of the main language.
