# What `allocution verify` says of captures and mirrors.

open = Not shown by this: { $what }
as-logged = SHA-256 as logged
records = { $count ->
    [one] { $count } record, whole and with its digest
   *[other] { $count } records, each whole and with its digest
}
log-whole = { $lines ->
    [one] { $lines } line, chained to its end
   *[other] { $lines } lines, chained from the first to the last
}
log-alone = that nobody rewrote captures, log and head together
log-broken = not as it was written, line { $line } ({ $reason ->
    [chain] the line before it is another one
    [number] lines are missing, repeated or out of order
    [end] the log ends otherwise than its head says
    [unfinished] it has no end
   *[other] it can’t be read
})
missing = it is missing
no-file = it is no ordinary file
name-unusable = the log gives it a name that no capture has
changed = it isn’t what was logged
unlogged = the log doesn’t name it
interrupted = a command that put it there was killed before it was logged; run “allocution captures repair ARCHIVE”
warc = no whole WARC file: { $problem }
content-unread = what is in it; only its bytes were compared
no-time = when it was made: it has no timestamp
objects-whole = { $count ->
    [one] { $count } file is as it was logged, and there are no others.
   *[other] { $count } files are as they were logged, and there are no others.
}
objects-wrong = NOT as it was logged. Files with problems: { $wrong }.
mirror-current = It is the newest release that you have.
mirror-unknown = Whether there is a newer release wasn’t checked: name the folder of the newest one with --against.
mirror-late = it is out of date: the release { $newest } that you have is another one
mirror-extra = Not shown by this: files that the mirror has besides those that were signed.
proved = existed by { $moment }, says { $authority }
pending = anything yet: it is a promise, and “allocution timestamp upgrade” completes it
stamp-wrong = the timestamp doesn’t hold: { $problem }
root-trust = whether this root is the authority’s: compare it with a copy from elsewhere
block = its digest shows the work that went into it
block-chain = whether it is in the chain that everybody has: compare it with any node
wacz = no whole WACZ file: { $problem }
wacz-whole = { $count ->
    [one] { $count } answer; files, index and records are as they were packed
   *[other] { $count } answers; files, index and records are as they were packed
}
wacz-alone = who packed it, and that the captures are those of the archive’s log: compare the digests of its WARC files
logged = The check is in the custody log now.
not-logged = The check isn’t in the custody log: nothing is added to a log that isn’t whole.
