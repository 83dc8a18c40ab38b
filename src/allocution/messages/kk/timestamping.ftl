# `allocution timestamp` не айтады.

stamped = { $file }: кемінде { $moment } уақытынан бері бар, куәландырушы: { $authority }.
promised = { $file }: { $authority } дәлел беруге уәде берді. Әзірге ол дәлел емес: бірнеше сағаттан кейін «allocution timestamp upgrade» пәрменін орындаңыз.
refused = { $file }, { $authority }: { $problem }
nothing-to-do = Сақталғанның бәрінде сұрауға болатынның бәрі бар.
