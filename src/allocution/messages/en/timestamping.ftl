# What `allocution timestamp` says.

stamped = { $file }: existed by { $moment }, says { $authority }.
promised = { $file }: { $authority } has promised a proof. It is none yet: run “allocution timestamp upgrade” in some hours.
refused = { $file }, { $authority }: { $problem }
nothing-to-do = Every capture has what could be asked for.
tsr-damaged = the timestamp can’t be used ({ $problem }).
ots-damaged = the proof can’t be used ({ $problem }).
block-damaged = the block’s header can’t be used ({ $problem }).
answer-status = the server answers with { $status }.
no-headers = the settings don’t say where headers of blocks are fetched from (blockHeaders).
name-taken = there is another file of that name ({ $file }).
failed = it couldn’t be had ({ $problem }).
