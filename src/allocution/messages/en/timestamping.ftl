# What `allocution timestamp` says.

stamped = { $file }: existed by { $moment }, says { $authority }.
promised = { $file }: { $authority } has promised a proof. It is none yet: run “allocution timestamp upgrade” in some hours.
refused = { $file }, { $authority }: { $problem }
nothing-to-do = Every capture has what could be asked for.
too-few = The archive’s settings name fewer than two timestamp authorities.
too-few-hint = In [params.allocution]: timestampAuthorities = ["https://… path/of/root.pem", "https://… path/of/other.pem"]
no-root = { $address }: no root certificate can be read from “{ $path }”.
no-root-hint = Name the path of a PEM file in the archive after the address, and take the certificate from where you trust.
tsr-damaged = the timestamp can’t be used ({ $problem }).
ots-damaged = the proof can’t be used ({ $problem }).
block-damaged = the block’s header can’t be used ({ $problem }).
answer-status = the server answers with { $status }.
no-headers = the settings don’t say where headers of blocks are fetched from (blockHeaders).
name-taken = there is another file of that name ({ $file }).
failed = it couldn’t be had ({ $problem }).
