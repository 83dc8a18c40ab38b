# Why a command could not do what it was asked; under -hint, what to do about it.

error = Error: { $what }

## Files and folders

unreadable = { $path } can’t be read: { $problem }
unreadable-hint = Check that it is there and that you may read it.
unwritable = { $path } can’t be written: { $problem }
unwritable-hint = Check that the folder is there, that you may write to it, and that the disk has room.
unmakeable = { $path } can’t be made: { $problem }
unmakeable-hint = Check that you may write there, and that the disk has room.
unclearable = { $path } can’t be cleared: { $problem }
unclearable-hint = Check that you may write there.
file-unreadable = { $path } can’t be read.
file-unreadable-hint = Check the file’s name and permissions.
file-exists = { $path } exists already.
file-exists-hint = No file is written over: move it away, or choose another name.
file-gone = { $path } is gone.
file-gone-hint = Somebody removed it meanwhile; look and try again.
file-changed = { $path } has changed meanwhile.
file-changed-hint = Somebody else edited it; look and try again.
copied-file-changed = { $path } changed while it was being copied.
copied-file-changed-hint = Wait until it isn’t written to any more, and run the command again.
content-changed = { $path } changed while it was being read.
content-changed-hint = Run the command again.
copy-failed = { $path } can’t be copied: { $problem }
copy-failed-hint = Check that you may read it, and that the disk has room.
not-an-ordinary-file = { $path } isn’t an ordinary file.
not-an-ordinary-file-hint = Links, pipes and devices aren’t taken: put the file itself there.
link-leads-out = { $path } leads out of { $root }.
link-leads-out-hint = A symbolic link points elsewhere; replace it by the file itself.
folder-leads-out = { $path } leads out of the archive.
folder-leads-out-hint = A symbolic link points elsewhere; replace it by the folder itself.
folder-missing = { $path }: there is no such folder.
folder-missing-hint = Check its name, and from which folder you name it.
file-missing = { $path }: there is no such file.
file-missing-hint = Check its name, and from which folder you name it.
folder-is-a-file = { $path } is a file, not a folder.
folder-is-a-file-hint = Name the folder that it lies in.
file-is-a-folder = { $path } is a folder, not a file.
file-is-a-folder-hint = Name a file in it.
archive-missing = { $path }: there is no such folder.
archive-missing-hint = Name the folder that holds the archive’s files.
archive-not-begun = { $path }: there is no such archive.
archive-not-begun-hint = Begin it first: allocution init { $path }
file-elsewhere = { $file } is no file of { $archive }.
file-elsewhere-hint = Name it by its path in the archive.
file-outside = { $file } isn’t in the archive { $archive }.
file-outside-hint = Name its archive with --archive.
not-a-content-file = { $path } is no content file of the archive.
not-a-content-file-hint = Name a statement’s Markdown file.
not-a-statement = { $path } is no statement.
not-a-statement-hint = Name a transcript.
not-a-published-statement = { $path } is no published statement of this archive.
not-a-published-statement-hint = Name a statement’s content file by its path in the archive.
taken-down-already = { $path } is taken down already.
file-has-errors = { $path } has errors.
file-has-errors-hint = Repair them first: allocution check says which.
configuration-broken = The archive’s configuration can’t be used.
configuration-broken-hint = Repair it, and run the command again.
worker-lost = A process of the program was ended from outside.
worker-lost-hint = If the machine is short of memory, try again with --jobs 1.

## Building

build-refused = The archive has errors; nothing was built.
build-refused-hint = Repair them, or build without --strict.
leak-found = Something that is withheld would have come out; nothing was published.
leak-found-hint = What was published before is as it was.
theme-template-failed = theme/templates: making a page with { $template } failed: { $problem }
theme-template-failed-hint = docs/themes.md says what a template may use.
unpublishable = { $path } can’t be published: { $problem }
unpublishable-hint = What was published before is as it was.
mount-point-unpublishable = { $path } can’t be published: { $problem }
mount-point-unpublishable-hint = What was published before is as it was. A folder that is a mount point can’t be swapped: name a folder in it.
output-is-root = The file system’s root can’t be an output folder.
output-is-root-hint = Name a folder of its own.
output-is-mount-point = { $path } is a mount point, which can’t be swapped.
output-is-mount-point-hint = Name a folder in it, such as { $inside }.
output-not-a-folder = { $path } isn’t a folder.
output-not-a-folder-hint = Name another output folder, or remove the file.
output-is-repository = { $path } is a git repository, which would be replaced with the rest.
output-is-repository-hint = Name another output folder, and copy the finished site into the repository.
output-foreign = { $path } holds files that no build of ours is known to have made; nothing was changed.
output-foreign-hint = Name another output folder, or move these files away first.
build-running = Another build of { $path } is running.
build-running-hint = Wait until it has ended, or end it; or name another output.
draft-deleted = { $path } was deleted during the build.
draft-deleted-hint = Build again.
draft-replaced = { $path } was replaced during the build.
draft-replaced-hint = Build again.
path-outside-site = This isn’t a path inside the site: { $path }
file-and-folder = { $path }: a file and a folder can’t have one name.
file-and-folder-hint = Give one of the two pages another address.
address-not-of-the-web = { $address } isn’t an address of a site.
address-not-of-the-web-hint = It begins with http:// or https://

## Serving

host-unknown = { $host }: there is no such host.
host-unknown-hint = --host 127.0.0.1 is this machine.
port-forbidden = This system doesn’t let you listen on port { $port }.
port-forbidden-hint = Take one above 1023: --port 8000
port-taken = Port { $port } is taken.
port-taken-hint = Another server runs there, perhaps this one. End it, or take another port: --port { $next }
port-unusable = { $host }, port { $port }: { $problem }.
port-unusable-hint = Take another --host or --port.

## Searching

query-empty = The query is empty.
query-empty-hint = Say what to look for: allocution search ARCHIVE word
catalogue-unusable = The search index { $path } can’t be used: { $problem }.
catalogue-unusable-hint = Set XDG_CACHE_HOME to a folder that can be written to, or free space on the disk.

## A new file

speaker-unnamed = Nobody is named.
speaker-unnamed-hint = Say who speaks: --speaker "Name Surname", or give a --title.
field-character = --{ $name }: the character U+{ $character } can’t stand in a field.
field-character-hint = Write it on one line.
moment-unreadable = “{ $value }” is no date that can be read.
moment-unreadable-hint = Write 2020-06-22 or 2020-06-22T13:01:00+06:00.
date-unreadable = “{ $value }” is no date that can be read.
date-unreadable-hint = Write 1964-03-13, 1964-03, 1964, 1964~ or 1964? (EDTF).
section-unknown = { $section } isn’t a section of this archive.
section-unknown-hint = Name a folder below its content folder.
section-name-unusable = The section’s name has a character that no file name may have.
section-name-unusable-hint = Letters, digits, hyphens and dots will do.
section-leads-out = { $path } leads out of the archive.
section-leads-out-hint = A link points elsewhere; name another section.
file-name-impossible = No file name can be made of that.
file-name-impossible-hint = Give one: --slug surname-2020
new-file-misread = The file wouldn’t be read as you mean it; it wasn’t made.
new-file-misread-hint = What is said above tells why.
new-file-exists = { $path } exists already.
new-file-exists-hint = Name the file otherwise: --slug another-name
page-exists = { $path }: { $other } is that page already.
page-exists-hint = Choose another --section or another --slug.
no-pages-there = { $path }: the archive has no pages there.
no-pages-there-hint = Choose another --section or another --slug.

## Changing front matter

front-matter-missing = The file has no front matter.
front-matter-missing-hint = Begin it with two lines of three hyphens.
front-matter-empty = The front matter is empty.
front-matter-empty-hint = Change it by hand.
front-matter-not-mapping = The front matter isn’t keys and values.
front-matter-not-mapping-hint = Change it by hand.
front-matter-unchangeable = The front matter can’t be changed by a program.
front-matter-unchangeable-hint = Change it by hand.
front-matter-inexact = The front matter can’t be changed exactly.
front-matter-inexact-hint = Change it by hand.
field-inseparable = The field { $field } can’t be changed alone, as the file is written.
field-inseparable-hint = Change it by hand.
field-without-place = There is no place for the field { $field }.
field-without-place-hint = Add its list first.
field-holder-unusable = What should hold the field isn’t keys and values.
field-holder-unusable-hint = Change it by hand.
field-missing = There is no such field.
list-missing = There is no list to add to.
list-missing-hint = Change it by hand.
changes-overlap = Two changes are about the same place.
changes-overlap-hint = Make one, then look again.
value-unwritable-in-toml = TOML has no way to write this value.
value-unwritable-in-toml-hint = Change it by hand.

## Proofreading

proofread-one-file = Corrections are accepted for one file at a time.
proofread-one-file-hint = Name the one file.
number-unknown = There is no number { $number }.
number-unknown-hint = The numbers are 1 to { $most }.
nothing-to-accept = Nothing here is likely to be a typing error: there is no number to accept.
nothing-to-accept-hint = Numbers count anew after each run; look at the list again.
number-without-suggestion = For number { $number } nothing is suggested.
number-without-suggestion-hint = Say what was meant: { $number }=WORD
lexicon-unreadable = { $file } can’t be read.
lexicon-unreadable-hint = It is a text file, a word a line.
lexicon-encoding = { $file } isn’t UTF-8.
lexicon-encoding-hint = Save it as UTF-8 text.
dictionaries-missing = Proofreading needs dictionaries that aren’t installed.
dictionaries-missing-hint = Install them: pip install 'allocution[proofread]'
dictionary-unknown = There is no dictionary for the language { $language }.
dictionary-unknown-hint = Transcripts can be proofread in: { $known }.

## Importing

import-incomplete = An import needs --mapping and --into.
import-incomplete-hint = --guess prints a first mapping.
time-zone-unknown = There is no time zone { $name }.
time-zone-unknown-hint = Write its name as in Asia/Almaty.
mapping-unreadable = The mapping can’t be read: { $problem }
mapping-unreadable-hint = Compare it with what --guess prints.
mapping-fields-unknown = The mapping names unknown fields: { $names }.
mapping-fields-unknown-hint = Known are: { $known }.
mapping-columns-missing = The mapping has to say which columns are the speaker and the words.
mapping-columns-missing-hint = Compare it with what --guess prints.
table-columns-missing = The table has no such columns: { $names }.
table-columns-missing-hint = It has: { $known }.
table-without-rows = { $name } has no rows.
table-unreadable = The table can’t be read as { $encoding }: { $problem }
table-unreadable-hint = Change encoding in the mapping.
table-broken = The table is broken: { $problem }
table-broken-hint = Check delimiter and quotation marks.
docx-package-missing = Reading Word documents needs a package that isn’t installed.
docx-package-missing-hint = Install it: pip install 'allocution[docx]'
docx-too-large = { $name } unpacks to { $size } bytes; more than { $most } aren’t read.
docx-too-large-hint = Split it, or take large pictures out of it.
docx-unreadable = { $name } is no Word document.
docx-unreadable-hint = Open it in Word and save it as .docx again.
docx-not-a-package = { $name } is no Word document.
docx-not-a-package-hint = Save it as .docx.
channel-name-unusable = “{ $name }” is no user name of a channel.
channel-name-unusable-hint = It has only Latin letters, digits and _.
post-numbers-unreadable = “{ $value }” are no numbers of posts.
post-numbers-unreadable-hint = Write numbers and ranges: 14-16,20
telegram-export-unreadable = This is no export of a chat: { $problem }
telegram-export-unreadable-hint = Export one chat as JSON in Telegram Desktop.
telegram-number-too-large = This is no export of a chat: it has a number that is too large.
telegram-number-too-large-hint = Export one chat as JSON in Telegram Desktop.
telegram-whole-account = This is the export of a whole account, with contacts and private chats; it isn’t read.
telegram-whole-account-hint = Export only the channel: its menu, “Export chat history”, JSON.
edition-unreadable = { $path } can’t be read: { $problem }
edition-unreadable-hint = Give an edition’s folder or its ZIP file.
edition-too-large = The edition is too large to be imported.
edition-too-large-hint = Import it in parts, by allocution export --where.
tables-missing = There is no { $file } here.
tables-missing-hint = Give the folder of an edition jsonl, or its ZIP file.
table-row-incomplete = { $file }: a row lacks its statement or its address.
table-row-incomplete-hint = Give the folder of an edition jsonl as it was made, or its ZIP file.
table-row-unreadable = { $file }, line { $line }: this isn’t a row as JSON.
table-row-unreadable-hint = Give the folder of an edition jsonl as it was made, or its ZIP file.
tei-without-statements = There is no statement in TEI here.
tei-without-statements-hint = Give the folder of an edition tei, or its ZIP file.
tei-statement-unnamed = { $path }: the statement has no name or no address.
tei-statement-unnamed-hint = Give the folder of an edition tei as it was made, or its ZIP file.
tei-unreadable = { $path }: { $problem }
tei-unreadable-hint = Give the folder of an edition tei as it was made, or its ZIP file.
bag-without-manifest = { $path } is no bag: it has no { $manifest }.
bag-without-manifest-hint = Give the folder of an edition bagit, or its ZIP file.
bag-damaged = The bag is damaged: { $path } isn’t what the manifest says.
bag-damaged-hint = Get a whole copy of it.

## Editions

edition-unnamed = No edition is named.
edition-unnamed-hint = Name one with --edition: { $known }.
edition-unknown = There is no edition { $names }.
edition-unknown-hint = There are: { $known }.
where-and-statement = --where and --statement exclude each other.
where-and-statement-hint = Give one of them.
nothing-selected = No statement answers { $query }.
nothing-selected-hint = allocution search shows what a query finds.
nothing-published = No statement is published.
nothing-published-hint = allocution check says what each file lacks.
statement-unknown = No published statement is called { $name }.
statement-unknown-hint = Give the path of its file in the archive, its address on the site, or its name in an edition.
export-refused = Rights forbid this export; nothing was written.
export-refused-hint = --anyway exports all the same.
export-folder-foreign = { $path } holds files that aren’t from an earlier export.
export-folder-foreign-hint = Name a new folder, or empty it.
edition-package-missing = The edition { $edition } needs { $package }, which isn’t installed.
edition-package-missing-hint = Install it: pip install 'allocution[{ $edition }]'
edition-without-disk = This edition is made on a disk, and there is none here.
edition-without-disk-hint = Make it with allocution export.
edition-without-site = This edition is made of a site’s pages, and there is no site here.
edition-without-site-hint = Make it with allocution export.
typesetting-failed = Typst can’t set the edition: { $problem }
typesetting-failed-hint = { $details }
zim-program-missing = The edition zim is made by { $program }, which isn’t installed.
zim-program-missing-hint = On Debian or Ubuntu: apt-get install zim-tools; elsewhere: https://github.com/openzim/zim-tools.
zim-failed = { $program } failed with status { $status }: { $problem }
table-unknown = There is no table { $name }.
table-unknown-hint = There are: { $known }.
frame-package-missing = { $function } needs { $package }, which isn’t installed.
frame-package-missing-hint = Install it: pip install 'allocution[{ $package }]'

## Captures and timestamps

capture-too-large = { $path } is too large to be read.
nothing-captured = The archive has no such captures.
nothing-captured-hint = Capture the source first.
timestamp-one-folder = Name one archive’s folder.
timestamp-one-folder-hint = allocution timestamp [upgrade] my-archive
authorities-too-few = The archive’s settings name fewer than two timestamp authorities.
authorities-too-few-hint = In [params.allocution]: timestampAuthorities = ["https://… path/of/root.pem", "https://… path/of/other.pem"]
authority-without-root = { $address }: no root certificate can be read from “{ $path }”.
authority-without-root-hint = Name the path of a PEM file in the archive after the address, and take the certificate from where you trust.
reason-unknown = “{ $reason }” is no reason that readers would understand.
reason-unknown-hint = Give one of: { $known }

## Releases

nothing-to-verify = { $path }: there is no such folder.
nothing-to-verify-hint = Name a release, a mirror’s address or an archive.
release-unverified = { $folder } holds no release that is as it was signed.
release-unverified-hint = Verify it by itself first.
release-before-broken = { $folder } holds no release that is as it was signed ({ $path }: { $problem }).
release-before-broken-hint = A new release goes over a whole one only: restore it, or name another folder.
release-not-whole = The release isn’t whole ({ $path }: { $problem }).
release-not-whole-hint = Nothing was released.
release-not-shareable = { $folder } holds no release that is as it was signed ({ $path }: { $problem }).
release-not-shareable-hint = Only whole releases are shared: allocution verify says all that is wrong.
release-key-not-announced = The release before announces the key { $announced } for this one, not { $key }.
release-key-not-announced-hint = Sign with that key, and announce another with --next-key; or begin a new chain in another folder.
release-before-is-later = The release before is of { $moment }, later than now.
release-before-is-later-hint = Set the clock right.
file-not-releasable = { $path } can’t be released.
file-not-releasable-hint = Only ordinary files can, with no backslash in the name.
file-not-shareable = { $path } can’t be shared: { $problem }
file-not-shareable-hint = Only ordinary files can.
torrent-package-missing = A torrent needs fastbencode, which isn’t installed.
torrent-package-missing-hint = Install it: pip install 'allocution[torrent]'
torrent-in-release = { $path } would lie in the release.
torrent-in-release-hint = Name a file outside: nobody signed it.
address-not-whole = { $address } is no address.
address-not-whole-hint = Give it whole, with https:// before it.
key-unwritable = { $path } can’t be written: { $problem }
key-unwritable-hint = A key is never overwritten: name another file.
secret-key-unreadable = This is no secret key of minisign.
secret-key-unreadable-hint = It is made by: allocution key new FILE
secret-key-too-costly = This key asks for more memory than is given to any.
secret-key-too-costly-hint = Make another: allocution key new FILE
secret-key-kind-unknown = This secret key is of a kind that isn’t known here.
secret-key-kind-unknown-hint = Make another: allocution key new FILE
key-password-wrong = The password isn’t this key’s, or the key is damaged.
key-password-wrong-hint = Try again, or take your copy of the key.
public-key-unreadable = This is no public key of minisign.
public-key-unreadable-hint = It is made by: allocution key new FILE
signature-unreadable = This is no signature of minisign.
signature-by-another-key = The signature was made with another key.
signature-of-another-file = The signature isn’t one of this file.
ssh-program-missing = There is no { $program } here.
ssh-program-missing-hint = Install OpenSSH, or leave --ssh-key out.
ssh-signing-failed = { $program } didn’t sign: { $problem }
ssh-signing-failed-hint = Is the key’s password right, or its agent there?
ssh-key-kind = { $file } is no Ed25519 key of OpenSSH.
ssh-key-kind-hint = Make one: ssh-keygen -t ed25519 -f archive-ssh
ssh-key-unreadable = { $file } can’t be read.
ssh-key-unreadable-hint = Name a key of OpenSSH.
