# What `allocution watch` says.

seen-first = { $source }: captured for the first time.
seen-same = { $source }: as it was.
seen-edited = { $source }: EDITED. [-before-] {"{+now+}"}:
seen-edited-besides = { $source }: EDITED, not in words that are read.
seen-gone = { $source }: GONE. What was captured before stays.
seen-withheld = { $source }: no longer shown on the web.
seen-unclear = { $source }: kept, but its words couldn’t be read. That doesn’t mean that they are gone.
seen-unreachable = { $source }: not reached.
looked = { $count ->
    [one] { $count } source looked at; changed: { $changed }; not reached or not read: { $missed }.
   *[other] { $count } sources looked at; changed: { $changed }; not reached or not read: { $missed }.
}
nothing-due = No source is due.
