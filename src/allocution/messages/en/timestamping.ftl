# What `allocution timestamp` says.

stamped = { $file }: existed by { $moment }, says { $authority }.
promised = { $file }: { $authority } has promised a proof. It is none yet: run “allocution timestamp upgrade” in some hours.
refused = { $file }, { $authority }: { $problem }
nothing-to-do = Every capture has what could be asked for.
