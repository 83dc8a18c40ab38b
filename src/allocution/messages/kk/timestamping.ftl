# `allocution timestamp` не айтады.

stamped = { $file }: кемінде { $moment } уақытынан бері бар, куәландырушы: { $authority }.
promised = { $file }: { $authority } дәлел беруге уәде берді. Әзірге ол дәлел емес: бірнеше сағаттан кейін «allocution timestamp upgrade» пәрменін орындаңыз.
refused = { $file }, { $authority }: { $problem }
nothing-to-do = Сақталғанның бәрінде сұрауға болатынның бәрі бар.
tsr-damaged = уақыт белгісі жарамсыз ({ $problem }).
ots-damaged = дәлел жарамсыз ({ $problem }).
block-damaged = блоктың тақырыбы жарамсыз ({ $problem }).
answer-status = сервердің жауабы: { $status }.
no-headers = блок тақырыптары қайдан алынатыны баптауларда айтылмаған (blockHeaders).
name-taken = бұл атпен басқа файл бар ({ $file }).
failed = алу мүмкін болмады ({ $problem }).
