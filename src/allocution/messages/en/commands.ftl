# What commands say: progress, summaries, what to do next.

reading = Reading files
checking = Checking files
importing = Importing
indexing = Indexing
writing = Writing pages
exporting = Exporting

severity-error = error
severity-warning = warning
severity-note = note
warning = Warning: { $text }
more-findings = … and { $count } more.

built = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
} in { $folder } ({ $seconds } s)
pages = pages: { $made } made, { $kept } unchanged
files = files: { $written } written, { $removed } removed
left-out = left out because of errors: { $count }
records = address records written: { $count } in addresses/
records-hint = Keep them in git: links to sentences rest on them.
no-sitemap = no sitemap: the site’s own address isn’t known (--base-url or baseURL in the configuration)

kept-as-it-is = { $path } is there already; it stays as it is.
check-before-commits = Check the archive before each commit: git config core.hooksPath .githooks
add-the-first = Add the first statement: allocution new { $archive } --speaker "Name Surname"

write-the-words = Write the words as they were said below the front matter, with any text editor.
while-a-draft = While it says draft: true, it is in no output, nor in the preview.
see-how-it-reads = See how it reads: { $command }

served = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
} on { $address }
refreshing = refreshed as you write: { $address }
refreshed = Refreshed.
pages-stay = The pages stay as they were.
ended = Ended.
open-to-others = { $host } isn’t this machine alone: whoever can reach it can read the archive, unencrypted.
pages-not-served = Pages under { $folder } are built but not served: the preview has these addresses.
unwatched = The system reports no changes ({ $problem }); they are looked for instead.

released = Release { $number } in { $folder }: { $files ->
    [one] { $files } file
   *[other] { $files } files
}, signed by { $key }
next-key = The next release is to be signed by { $key }

secret-key = Secret key: { $file }
public-key = Public key: { $file }
print-the-key = Print the public key where readers find it apart from the archive: a book, a letter, other sites.
password = Password
password-again = Repeat it
password-of = Password of { $file }
passwords-differ = The two passwords differ; type them again.

aborted = Stopped.
yes = yes
no = no

taken-down = Taken down: { $file }
captures-withheld = In the custody log: { $count ->
    [one] captures of { $count } source are withheld.
   *[other] captures of { $count } sources are withheld.
}
captures-shown = In the custody log: nothing of { $count ->
    [one] { $count } source is withheld any more.
   *[other] { $count } sources is withheld any more.
}
log-tells-withheld = The custody log tells of all that is withheld.
gone-with-the-next-build = It is gone from the site with the next build.
