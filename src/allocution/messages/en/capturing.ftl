# What `allocution capture` and `allocution coverage` say.

outcome-ok = { $source }: the post was read.
outcome-empty = { $source }: the post is there and has no words of its own; what is attached isn’t read.
outcome-partial = { $source }: part of the post is shown in Telegram’s app only; what the page shows was read. Compare it.
outcome-withheld = { $source }: Telegram withholds the post from the web and shows it in its app only.
outcome-service = { $source }: a service message, no post.
outcome-not-found = { $source }: there is no such post or channel.
outcome-unrecognised = { $source }: the page isn’t one that we can read (status { $status }). That doesn’t mean that nothing was said there.
outcome-unread = { $source }: kept (status { $status }); only posts of Telegram channels are read as text.
outcome-article = { $source }: the main text of the page was read. Compare it with the page.
outcome-unreadable = { $source }: kept (status { $status }). To read the main text of pages: pip install 'allocution[capture]'
file-kept = { $name }: copied.
file-again = { $name }: the archive has it already.
file-source = Name it in the content file, under a title of your own if you like; the digest has to stay:
range = { $address }: a range runs upwards and has at most { $most } posts.
range-hint = Write it as https://t.me/channel/14-17
kept = Kept as evidence: { $file }
edited = The post says that it was edited after it was posted; when, it doesn’t say.
forwarded = Forwarded from { $name }.
attached = Attached, and not captured: { $media }
draft = Draft: { $path }
draft-there = The archive has a file for { $source } already; it was left as it is.
no-draft = No draft was made of these posts.

fetch-address = { $address } is no address.
fetch-address-hint = Write it whole: https://t.me/channel/1
fetch-scheme = { $address }: only http and https are fetched, not { $scheme }.
fetch-scheme-hint = Write it whole: https://t.me/channel/1
fetch-credentials = { $address }: addresses with a name or password aren’t fetched.
fetch-credentials-hint = What is captured has to be what everybody can see.
fetch-private = { $address }: { $host } lies in a network that isn’t public ({ $network }).
fetch-private-hint = If it is a host of your own, for a test, name it: --allow-host { $host }
fetch-redirects = { $address }: more than { $most } redirects.
fetch-redirects-hint = Open it in a browser and give the address that it ends at.
fetch-large = { $address }: the answer is larger than { $most } bytes.
fetch-large-hint = Nothing of it was kept.
fetch-bomb = { $address }: the answer, decompressed, is larger than { $most } bytes.
fetch-bomb-hint = Nothing of it was kept.
fetch-encoding = { $address }: the answer is compressed in a way that isn’t read ({ $encoding }).
fetch-encoding-hint = The server sends what it wasn’t asked for; nothing of it was kept.
fetch-damaged = { $address }: the compressed answer is damaged or cut short.
fetch-damaged-hint = Try again later.
fetch-slow = { $address }: the answer wasn’t there after { $seconds } seconds.
fetch-slow-hint = Try again later.
fetch-failed = { $address } can’t be fetched: { $problem }
fetch-failed-hint = Check the address and the connection, and try again.

custody-broken = The custody log captures/custody.jsonl isn’t as it was written: line { $line } ({ $reason ->
    [chain] the line before it is another one
    [number] lines are missing, repeated or out of order
    [end] the log ends otherwise than its head says
    [unfinished] it has no end
   *[other] it can’t be read
}).
custody-broken-hint = Nothing was added. Compare it with a copy; the captures themselves can be checked by their digests.
capture-missing = The capture { $file } is missing.
capture-missing-hint = Bring it back from a copy of the archive.
capture-changed = The capture { $file } isn’t what the custody log says.
capture-changed-hint = Bring it back from a copy of the archive.
capture-name = The custody log names { $file }, which is no capture.
capture-name-hint = Compare the log with a copy of the archive.
warc-damaged = A capture can’t be read: { $problem }
warc-damaged-hint = Bring it back from a copy of the archive.
join-incomplete = { $source } has no words that were read, so the speech wouldn’t be whole.
join-incomplete-hint = Without --joined each post that was read becomes a draft of its own.
join-channels = These posts aren’t of one channel.
join-channels-hint = Join posts of one channel; leave --joined out for others.

coverage = { $path }: of { $all ->
    [one] { $all } sentence
   *[other] { $all } sentences
} { $found } found in captures of its sources, { $missing } in none.
source = { $address }: { $captures ->
    [0] never captured
    [one] { $captures } capture, { $words } with words
   *[other] { $captures } captures, { $words } with words
}{ $units ->
    [0] { "" }
   *[other] {"; "}at most { $units } UTF-16 units
}
full = A post of Telegram holds { $most } UTF-16 units, and this one is full: what goes on elsewhere has to be captured there.
unaddressed = { $count ->
    [one] { $count } source has no address, so it can’t be captured.
   *[other] { $count } sources have no address, so they can’t be captured.
}
no-sources = The statement names no source.
differing = Otherwise worded in the captures; [-captured-] {"{+here+}"}:
nowhere = In no capture:
line = line { $line }: { $text }
packed = { $count ->
    [one] { $count } capture packed into { $path }.
   *[other] { $count } captures packed into { $path }.
}
repaired = What a killed command had left is finished and logged: { $file }
nothing-left = Nothing was left by a killed command.
left-over = Left over and removed: { $file }

media-kept = Attached: { $kind ->
    [video] a video
    [voice] a voice message
    [document] a document
    [preview] a video’s still
   *[photo] a photograph
}, kept: { $file }
media-again = Attached: { $kind ->
    [video] a video
    [voice] a voice message
    [document] a document
    [preview] a video’s still
   *[photo] a photograph
}, whose bytes the archive has already; that is kept: { $file }
media-refused = Attached: { $kind ->
    [video] a video
    [voice] a voice message
    [document] a document
    [preview] a video’s still
   *[photo] a photograph
}, not captured.
media-unaddressed = The page gives no address of it. { $name }
media-unaddressed-hint = Save it in Telegram’s app, and capture the file.
media-elsewhere = { $address } isn’t a host of Telegram’s media.
media-elsewhere-hint = Capture that address by itself if it matters.
fetch-status = { $address }: the answer isn’t the file (status { $status }).
fetch-status-hint = Open the post in a browser and try again.
too-much-to-pack = The captures are larger than { $most } bytes together.
too-much-to-pack-hint = Pack some of the sources: --source ADDRESS
goes-on = What has come is kept; the same command goes on where it stopped.

shown = Shown in { $program }: { $count ->
    [one] { $count } answer
   *[other] { $count } answers
} kept, with a picture and a PDF of the page.
not-fetched = { $count ->
    [one] { $count } request of the page wasn’t answered:
   *[other] { $count } requests of the page weren’t answered:
}
no-browser = There is no browser here ({ $program }).
no-browser-hint = Install Chromium (on Debian: apt-get install chromium), or name it: --browser-program FILE
browser-failed = The browser couldn’t show the page: { $problem }
browser-failed-hint = As root, and where the system forbids it namespaces of its own (many containers), it has no sandbox: run it as another user, install Debian’s chromium-sandbox, or add --no-sandbox, for pages that you trust.
fetch-method = { $address }: only what a GET gives is fetched, not { $method }.
fetch-method-hint = A page that needs it is shown without it.
fetch-too-many = { $address }: the page asks for too much.
fetch-too-many-hint = What came before is kept.

tsr-damaged = The timestamp can’t be used ({ $problem }).
ots-damaged = The proof can’t be used ({ $problem }).
block-damaged = The block’s header can’t be used ({ $problem }).
answer-status = The server answers with { $status }.
no-headers = The settings don’t say where headers of blocks are fetched from (blockHeaders).
name-taken = There is another file of that name ({ $file }).
wacz-damaged = It is no whole WACZ file: { $problem }
