# What is wrong with a command line.

try = Try '{ $command }' for help.

meant = { $problem } Did you mean { $meant }?
no-option = No such option { $name }.
no-command = No such command { $name }.
choose = { $problem } Choose from: { $choices }
option-missing = Missing option { $name }.
argument-missing = Missing argument { $name }.
command-missing = Missing command.
invalid = Invalid value for { $name }: { $problem }
not-a-choice = { $value } is not one of { $choices }.
no-whole-number = { $value } is not a whole number.
no-number = { $value } is not a number.
out-of-range = { $value } won’t do, only { $range } will.
no-such-path = { $path } does not exist.
is-a-file = { $path } is a file, not a folder.
is-a-folder = { $path } is a folder, not a file.
not-readable = { $path } is not readable.
not-writable = { $path } is not writable.
value-missing = Option { $name } requires a value.
no-value-taken = Option { $name } does not take a value.
too-many = Got unexpected extra arguments: { $arguments }
