# What --help says. A command's message has its name; under -short is what a list of commands says of it.

usage = Usage:
options = Options
commands = Commands
examples = Examples
default = default: { $value }
required = required

## What stands for a value

value-address = ADDRESS
value-archive = ARCHIVE
value-args = ARGUMENTS
value-code = CODE
value-command = COMMAND
value-date = DATE
value-directory = FOLDER
value-edition = EDITION
value-file = FILE
value-files = FILES
value-float-range = NUMBER
value-folder = FOLDER
value-host = HOST
value-id = WHICH
value-integer-range = NUMBER
value-list = LIST
value-mb = MB
value-minutes = MINUTES
value-moment = MOMENT
value-name = NAME
value-options = OPTIONS
value-origin = ORIGIN
value-path = PATH
value-query = QUERY
value-reason = REASON
value-release = RELEASE
value-server = SERVER
value-shell = SHELL
value-source = SOURCE
value-tag = TAG
value-text = TEXT
value-word = WORD
value-zone = ZONE

## Options of several commands

shared-help = Show this help.
shared-version = Show the version.
shared-language = The language of all that is said here, findings, errors and help. By default your system’s, else English.
shared-base-url = The site’s own address, for feeds and the sitemap. By default Hugo’s baseURL.
shared-jobs = How many processes work at once. By default one a processor.
shared-quiet = Say nothing but errors.
shared-json = Print JSON.
shared-allow-host = For tests: a host that may lie in a private network.
shared-any-work = For tests: take headers of blocks that no work went into.

## The program

main =
    Archives of courtroom last words: a folder of Markdown files in, a site to read, cite and mirror out.

    More about a command: allocution COMMAND --help

    Exit status: 0 done, 1 the archive has errors (check, build --strict), 2 it could not run.

init-short = begin an archive
init =
    Begin an archive in the folder ARCHIVE (by default this one): settings, folders, checks before each commit.

    It is a Hugo archive too. Files that are there already stay as they are.
init-title = The archive’s title. By default its folder’s name.
init-language = The language of the site. By default your system’s, else English.

build-short = build the site
build =
    Build ARCHIVE (a folder; by default this one) into a site.

    A file with an error is left out and reported; the others are built. What didn’t change since the last build is kept, and the result is the same as if all had been built anew. The site works from any folder of a server and from a disk, without scripts.
build-output = The folder for the site. It is replaced in one step when all of the new site is written.
build-strict = Build nothing if any file has an error (exit status 1).
build-from-scratch = Trust nothing that is remembered from the last build.

check-short = find every problem, and say what to do
check =
    Find every problem of every file of ARCHIVE (a folder; by default this one), and say what to do.

    Nothing is changed unless you ask for it with --fix, and then only what can’t be meant otherwise: double spaces, dashes for hyphens, letters of the wrong alphabet, characters that nobody sees.

    Exit status: 0 no errors, 1 errors, 2 it could not run.
check-format = How problems are printed; sarif is for code forges.
check-fix = Repair what is safe to repair; shows the changes first.
check-yes = With --fix: don’t ask.
check-fail-on = The least grave kind of problem that makes the exit status 1.

serve-short = look at the site while you write
serve =
    Show ARCHIVE (a folder; by default this one) in a browser, each page made as it is asked for.

    The pages are byte for byte those of “allocution build”; nothing is written, neither a site nor address records. A file that is saved shows at once. Open the address that ends in /-/live/ while you write: it shows the same pages and refreshes itself. Drafts aren’t shown, as they aren’t built.

    This is for writing and looking. To publish, build and put the files on any web server. Ctrl+C ends it.
serve-host = Where to listen. Everything but this machine’s own address shows the archive to others.
serve-port = Which port to listen on; 0 takes a free one.
serve-no-watch = Don’t watch the archive for changes.
serve-allow-origin = Let pages of this origin (https://example.org) read the API in a browser; * lets everybody’s. Repeatable.
serve-requests-a-minute = How many requests for answers that cost work (API, search, harvesting) one client may make a minute; 0: any.
serve-quiet = Say nothing but addresses and errors.

search-short = find sentences by any form of a word
search =
    Find sentences of the statements in ARCHIVE (a folder) by QUERY: any form of a word finds it.

    "exact wording", =exactform, prefix*, AND, OR, NOT, brackets, NEAR/5, speaker: charge: article: court: country: year:2019..2022 lang: stage: has:translation. The index is kept between runs; only what changed is read.

    Exit status: 0 found, 1 nothing found, 2 it could not run.
search-sort = What comes first: what fits best, or what is newest.
search-limit = Hits on a page.
search-page = Which page.
search-why = Say by what each hit was found.
search-concordance = Every match in its context, in order or sorted by the words on one side.
search-frequency = How often by year or by speaker.
search-csv = With --concordance: print CSV.

export-short = make editions: tables, TEI, a book …
export =
    Export ARCHIVE (a folder; by default this one), a selection of it or one statement in other forms.

    What is a draft, withdrawn or not published yet is in no edition. The same archive gives the same bytes. In the output folder each edition has a folder of its name, and editions.json lists all files with their sizes and SHA-256.

    Exit status: 0 done, 1 no statement answers the query, 2 it could not run.
export-edition = An edition to make; may be given several times.
export-output = The folder for the editions. An earlier export in it is replaced in one step.
export-where = Only statements that this query of “allocution search” finds.
export-statement = Only one statement, by its file, its address or its name.
export-list = Say what editions there are, what each holds and loses.
export-anyway = Export what rights forbid, too: statements that name an edition, collections of one author’s speeches.

new-short = begin a file for a statement
new =
    Make a content file in ARCHIVE (a folder; by default this one) for the words of one speech.

    Fields that you don’t give stand in it as comments that say what they are for. No file is ever written over.
new-speaker = Who speaks; give it once a person.
new-charge = The charge as worded; once a charge.
new-title = The title. By default "Name Surname (charge)".
new-date = The date of the file. By default now, with your offset.
new-delivered = When it was spoken, in EDTF: 1964~.
new-source = Where the text is from.
new-language = The text’s language: kk.
new-jurisdiction = The court’s country: kz.
new-court = The court’s name.
new-format = How the front matter is written. Only YAML and TOML have comments.
new-slug = The file’s name without ending. By default the speakers’ names.
new-section = The folder in the archive. By default where most of its files lie.
new-draft = Whether it is a draft, which reaches no output.

import-short = import tables, chats, documents, editions
import =
    Import statements from tables, chats of Telegram, other Hugo archives, Word documents, editions.

    Text is kept as it is found. A second run changes nothing, and an interrupted one is completed by running it again. A file that was edited since is never written over.
import-into = The archive’s folder.
import-dry-run = Write nothing; say what would happen.
import-report = Write the whole report as JSON.

import-csv-short = the rows of a table
import-csv = Import the rows of a table.
import-csv-mapping = The file that says which columns are what.
import-csv-guess = Print a first mapping to look through, and do nothing else.

import-telegram-short = posts of a Telegram channel
import-telegram =
    Import posts of a channel from Telegram Desktop’s export of it (result.json). They come in as drafts.

    Posts by one hand, a few minutes apart, the former nearly full or answered by the latter, become one statement with several sources. The export of a whole account is refused.
import-telegram-channel = The channel’s user name, as in t.me/NAME; the export doesn’t have it.
import-telegram-ids = Only these messages: 14-16,20. By default all with words.
import-telegram-time-zone = Zone in which dates are written.
import-telegram-join = Join consecutive posts of one speech.
import-telegram-within = How many minutes apart such posts may be.

import-docx-short = Word documents
import-docx =
    Import Word documents, each as a draft of one statement.

    Headings, emphasis, lists, quotations and footnotes stay, tracked changes are accepted; comments, properties and the editors’ names are left behind.

import-jsonl-short = an edition jsonl
import-jsonl =
    Import an edition jsonl again: its folder, or its ZIP file.

    Statements come back with the addresses that they had. What the edition doesn’t hold (emphasis, links, pictures) doesn’t come back; a passage that comes back otherwise than it went out is told of.

import-bagit-short = an edition bagit
import-bagit = Import a bag again: its folder, or its ZIP file. A bag that isn’t what its manifest says is refused.

import-tei-short = an edition tei
import-tei =
    Import an edition tei again: its folder, its ZIP file, or one statement’s file.

    Words, who says them and what is known of the statement come back; emphasis, links and the nesting of lists don’t.

import-hugo-short = another Hugo archive
import-hugo =
    Import the content of another Hugo archive: pages, the files beside them, and static files.

    Bytes are kept. A page whose address is another one here gets its former address as an alias.

capture-short = fetch sources, and keep them as evidence
capture =
    Fetch sources, keep them as evidence in captures/ of the archive, and make drafts of their words.

    Posts of Telegram channels, one or a range of them, are read whole, of other pages the main text (with the extra “capture”). A file from disk, a photograph or a recording, is kept as a source of its own.

    Each answer is kept as it was sent, in a WARC file of its own; captures/custody.jsonl says when it was captured and what its digest is. No cookie and nothing of your machine is sent. No file is ever written over.

    Exit status 1 where some address gave no draft.
capture-into = The archive’s folder.
capture-joined = The posts, all of one channel, are one speech: make one draft.
capture-allow-host = For tests: a host that may lie in a private network, and stand in for Telegram.
capture-media = Whether to take what posts have attached; by default, yes.
capture-media-limit = The largest file that a post has attached which is taken, in megabytes; by default 512.
capture-browser = Show pages in Chromium first, and keep what it showed, a picture and a PDF.
capture-browser-program = The browser, where it isn’t found by itself.
capture-no-sandbox = Run the browser without its sandbox, where it can’t have one (as root).

captures-short = look after what was captured
captures = Look after what was captured.

captures-repair-short = finish what was interrupted
captures-repair =
    Finish what a command that was killed had begun: a file that was put in place gets its line in the log.

    The next command that captures does the same. The line says when it was recovered. Files that no command of ours announced are left as they are, and “allocution verify” goes on reporting them.

captures-withheld-short = note in the log what is withheld
captures-withheld =
    Have the custody log tell of which captured sources the content files withhold something, and why.

    It gets a line for each source of which it doesn’t tell yet, and for each of which nothing is withheld any more: the kinds and the reasons, never what is withheld. “allocution check” says where that is due; watch and takedown do it, too.

watch-short = see whether sources have changed
watch =
    Look at the sources of all statements again; keep each answer as a new capture, and say what has changed.

    Compared are words, what posts have attached, and files that are sources themselves.

    Nothing is written over. A host that asks to be left alone is. A run that was broken off is gone on with by the next. Made for cron: exit status 0 if all is as it was, 1 if something was edited, withheld or is gone, 3 if nothing has, but something wasn’t reached or couldn’t be read, 2 if it couldn’t run.
watch-pause = Seconds between requests to one host.
watch-every = Leave alone what was looked at fewer hours ago.
watch-media = Download what posts have attached again, to compare it.
watch-media-limit = Leave alone what is larger, in megabytes.

coverage-short = which sentences the captures hold
coverage =
    Say which sentences of the statement in FILE are found in the captures of its sources, and which in none.

    Sentences are compared whole; white space and the shape of quotation marks make no difference. Exit status 1 where a sentence is in no capture.

timestamp-short = have others say when captures existed
timestamp =
    Have others say when captures existed, and keep what they say beside them.

    The archive’s settings name at least two authorities (RFC 3161), each with the root certificate that it is trusted by, and calendars of OpenTimestamps. Only digests are sent, to calendars not even these. What calendars promise proves nothing until “upgrade” completes it, some hours later. Exit status 1 where something couldn’t be had.

wacz-short = pack captures into one file
wacz =
    Pack an archive’s captures into one WACZ file, which ReplayWeb.page and pywb show as the pages were.

    It holds what was captured as it was sent, with all that the archive withholds: it is for a court, not for the site. With --published it leaves out what belongs to drafts, to statements that withhold anything or were taken down. Show it from an origin of its own, since the pages in it run their own scripts.

    The custody log gets a line with the file’s SHA-256.
wacz-output = The file to write.
wacz-source = Only captures of this source.
wacz-published = Only captures that everybody may see: of sources of published statements that withhold nothing.

proofread-short = find likely typing errors
proofread =
    List likely typing errors in the transcripts FILES, each with its place and with what may have been meant.

    The words of a transcript are never changed: a person accepts what was meant into the file’s “corrections”, and pages show both. Words that are wrong but exist aren’t found.
proofread-archive = The archive’s folder. By default the nearest above the file.
proofread-accept = Put what was meant by number N on record as a correction: its first suggestion, or WORD.
proofread-know = Add a name or a term to the archive’s lexicon.txt.

schema-short = print a JSON Schema for editors
schema = Print a JSON Schema of the front matter, for editors that complete and check it.
schema-language = Language of titles and help.

takedown-short = take a statement down
takedown =
    Take the statement in FILE down: from the next build on, a page says that it was withdrawn, and why.

    FILE is a content file of ARCHIVE. Its words stay in it, for the editors; its translations are taken down, too. What was published before has been copied: build, and release, at once.
takedown-reason = Why, as readers are told.
takedown-only-this = Leave the statement’s translations as they are.

headers-short = print security headers for a server
headers = Print what tells SERVER (nginx, apache, caddy or netlify) to send the site’s security headers, as a file that it reads.
headers-base-url = The site’s own address, if it isn’t a host’s root.

key-short = make and show keys for releases
key = Keys that releases are signed with, in minisign’s format.

key-new-short = make a key
key-new =
    Make a key: FILE is the secret one, FILE with the ending .pub the public one.

    The secret key is encrypted with a password, which is asked for (or taken from ALLOCUTION_KEY_PASSWORD). Keep it outside of the archive and of anything that is published, with a copy elsewhere.
key-new-no-password = Leave the key unencrypted: whoever reads the file can sign.

key-show-short = print the public key
key-show = Print the public key of the secret key in FILE.

release-short = build the site, and sign it
release =
    Build ARCHIVE and release it: the site, a list of all files, its signature, and what is needed to check them.

    Each release holds the hash of the one before it and says which key signs the next. A release is built strictly: a file with an error stops it.
release-output = The release’s folder. A release that is there must be whole; the new one takes its place in one step.
release-key = The secret key to sign with (allocution key new, or minisign -G).
release-next-key = The public key that the next release will be signed with, where it is another.
release-ssh-key = An Ed25519 key of OpenSSH that signs the release, too; or its public half, where an agent has the other.

verify-short = check a release, a mirror, captures
verify =
    Check a release, a mirror of one at its address, the captures of an archive, or a WACZ file.

    A release: every file there, no other, each as it was signed. A mirror: each file of its signed list fetched and compared. An archive: its custody log, and every file in captures/. Folders need no network. Exit status 1 if anything isn’t as it was signed or logged, or can’t be read.
verify-key = The public key that you have from elsewhere, or its file: of this release or of any before it.
verify-against = For a mirror: the folder of the newest release that you have, to see whether the mirror is current.
verify-log = Add to an archive’s custody log that it was checked, and what came of it.

torrent-short = make a torrent of a release
torrent =
    Make a torrent of the release in a folder, after checking that it is as it was signed.

    The same release gives the same torrent, whoever makes it: mirrors that do so share with each other. Web servers that have a copy can seed it; they have to answer requests for a part of a file.
torrent-output = The file to write; by default beside the release, called after it.
torrent-web-seed = An address below which the release’s folder can be fetched; may be given several times.
torrent-tracker = A tracker; may be given several times.

completion-short = complete commands in your shell
completion = Print what makes SHELL (bash, zsh or fish) complete commands and options.
