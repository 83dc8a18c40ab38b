archive-title = Last words
home = Home
statements = Statements
all-statements = All statements
newest = Newest
speakers = Speakers
charges = Charges
laws = Laws
law = Law
courts = Courts
countries = Countries
years = Years
languages = Languages
search = Search
browse = Browse
unknown = not stated
undated = no exact year
sources = Source
source-unknown = No source is stated.
source-archived = archived copy
date-unstated = Date
date-unstated-note = the record doesn’t say what it is the date of
date-delivered = Delivered
date-posted = Posted
date-verdict = Verdict
date-approximate = approximately
date-uncertain = uncertain
date-as-written = as written:
decade = the { $decade }s
century-bc = { $year } BC
charge-candidates = Article not determined; these fit:
charge-part = part { $part }
article = article { $number }
law-uncertain = the article’s title has not been checked against the law
law-in-force = In force
law-formerly = Formerly
translated-by = Translated by { $names }
translated-by-machine = Translated by machine.
read-in = In other languages
original = original
retelling = This is a retelling, not the speaker’s own words.
refused = The speaker declined to make a last statement.
not-recorded = The words were not recorded.
reworded = This sentence has been reworded since the link to it was made.
removed = The sentence that this link pointed to is no longer in the text.
corrections = Corrections of the transcript
correction = the transcript says “{ $written }”, “{ $meant }” was meant
links = More on the case
previous = Earlier
next = Later
moved = This page has moved. Its present address:
withdrawn-title = Text withdrawn
withdrawn = A statement was published here. It has been withdrawn.
withdrawn-date = Withdrawn: { $date }.
withdrawn-reason = Reason: { $reason }
not-found-title = No such page
not-found = There is nothing at this address. Try the lists.
page-of = Page { $page } of { $pages }
page-previous = Previous
page-next = Next
count = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
other-data = This page as data
feed = Feed
skip = Skip to the text
built-with = Made with Allocution { $version }
colophon = Colophon
colophon-built = Built
colophon-program = Program
colophon-holds = Holds
colophon-about = These pages are made of type and space: they count nobody, set no cookies and ask nothing of other servers. They can be read without scripts and without a network, kept, printed and carried away on any medium.
gap-inaudible = inaudible
gap-cut = cut
gap-masked = word masked in the transcript
gap-withheld = withheld by the archive
withheld = Withheld
withheld-name = a name
withheld-text = words
withheld-field = a field
withheld-source = a source
withheld-passage = a passage
withheld-statement = the statement
withheld-until = until { $until }
machine-detected = language identified by the program
site-languages = Languages of the site
last-statement = Last statement
show-numbers = Sentence numbers
text-version = Text
text-transcript = as transcribed
text-corrected = with corrections
text-both = both
quoting = Quote
copy-quotation = Copy as quotation
copy-link = Copy link
share = Share
copied = Copied
neighbours = Neighbours in time
pages = Pages
letters = By letter
side-by-side = Side by side
translator-unknown = translator not stated
older-than-original = This translation is older than the original’s last change.
cite = Cite
cite-gost = GOST R 7.0.100
cite-apa = APA
cite-chicago = Chicago
cite-bibtex = BibTeX
cite-ris = RIS
cite-csl = CSL-JSON
cite-accessed = accessed: …
same-speaker = By the same speaker
same-case = In the same case
same-day = In this court on the same day
same-charge = On the same charge
near-in-words = Near in words
figures = Figures
figures-years = By year
figures-countries = By country
figures-courts = By court
figures-charges = By charge
figures-languages = By language
map = Map
without-year = without an exact year: { $count }
more-terms = and { $count } more
figures-data = The numbers (CSV)
as-table = as a table
map-title = Statements by country and court on a map of the world
map-courts = Dots are the courts whose place is known.
not-on-map = not on the map:
downloads = Downloads
downloads-about = The whole archive in forms to keep, to read without a network and to work with.
downloads-without = What it leaves out:
downloads-check = check what you have with
downloads-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
downloads-one-by-one = Statements one by one
downloads-one-by-one-about = Each statement’s page links to its own files. Their digests are in one list.
statement-files = Take this statement along
kilobytes = { $size } kB
megabytes = { $size } MB
evidence = Evidence
evidence-capacity = { $posts ->
    [one] The one source can’t hold this text: a Telegram post holds at most { $most } UTF-16 units, and the text has { $units }. Part of it must be from elsewhere.
   *[other] The sources ({ $posts } Telegram posts) can’t hold this text: together they hold at most { $most } UTF-16 units, and the text has { $units }. Part of it must be from elsewhere.
}
evidence-coverage = { $all ->
    [one] The text has { $all } sentence.
   *[other] The text has { $all } sentences.
} Found word for word in the captures: { $found }; otherwise worded: { $differing }; in none: { $nowhere }.
evidence-wordless = The captures hold no words that could be read.
evidence-file = a file that was kept
evidence-never = not captured
evidence-proved = existed by { $moment }, says { $authority }
evidence-pending = { $count ->
    [one] { $count } timestamp was asked for and is no proof yet.
   *[other] { $count } timestamps were asked for and are no proofs yet.
}
evidence-missing = The archive no longer has this capture.
evidence-changed = This capture isn’t what was logged.
evidence-damaged = This capture can’t be read.
evidence-replay = The page as it was captured (at another address; it runs its own scripts)
evidence-change = What changed since the capture before
evidence-attached-gone = No longer attached: { $what }.
evidence-attached-new = Attached since: { $what }.
evidence-attached-changed = Replaced: { $what }.
evidence-differing = Otherwise worded in the captures ({ $count })
evidence-nowhere = In no capture ({ $count })
evidence-to-sentence = To the sentence
evidence-kept-with = { $kind ->
    [video] A video
    [voice] A voice message
    [document] A document
    [preview] A video’s still
    [screenshot] A picture of the whole page (PNG)
    [print] The page for print (PDF)
   *[photo] A photograph
}
evidence-outcome-ok = captured; the post was there
evidence-outcome-partial = captured; part of the post was shown in Telegram’s app only
evidence-outcome-withheld = captured; Telegram didn’t show the post on the web
evidence-outcome-service = captured; a service message
evidence-outcome-not-found = captured; there was no such post
evidence-outcome-unrecognised = captured; the page couldn’t be read
evidence-outcome-first = captured for the first time
evidence-outcome-same = looked at again; nothing had changed
evidence-outcome-edited = looked at again; the words had changed
evidence-outcome-gone = looked at again; it was gone
evidence-outcome-unclear = looked at again; the page couldn’t be read
evidence-outcome-unreachable = looked at again; it couldn’t be reached
evidence-outcome-kept = captured
verifying = How to check this archive
verifying-about = The whole site is published as a release too: a folder with all its files, a list of their digests, and a signature. Whoever has a copy, from wherever, can check in it that every file is there and that nobody changed one. The commands are typed in the folder of the release.
verifying-key = Public key of the archive
verifying-fingerprint = Its fingerprint
verifying-key-about = A copy of this page may have been changed together with the rest. Compare the key with one that you have from elsewhere: in print, or from somebody whom you trust.
verifying-minisign = The signature, with minisign
verifying-minisign-about = Who holds the archive’s key signed this release, and what the statement about it says is as it was signed.
verifying-sums = The files, with sha256sum
verifying-sums-about = The list is the one that was signed; every file in it is as it was; there are no others. Each of the three commands has to end without an error.
verifying-openssl = The signature, without minisign
verifying-openssl-about = The same by OpenSSL from version 3.0 on. It has to say: Signature Verified Successfully
verifying-python = All at once, with Python
verifying-python-about = The program in the folder checks signature, list, files and the chain of earlier releases. Take it from where you trust, not from the copy that you check.
verifying-not = This doesn’t show that the words were said, nor that there is no newer release: compare number and moment in release.txt.

## Reading offline

offline-keep = Keep the pages I open on this device, to read them offline
offline-kept = Pages that you open are kept on this device and can be read offline.
offline-forget = Delete them
