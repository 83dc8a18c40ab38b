# `allocution timestamp` не айтады.

stamped = { $file }: { $moment } кезінде бұрыннан болған, куәландырушы: { $authority }.
promised = { $file }: { $authority } дәлел беруге уәде берді. Әзірге ол дәлел емес: бірнеше сағаттан кейін «allocution timestamp upgrade» пәрменін орындаңыз.
refused = { $file }, { $authority }: { $problem }
nothing-to-do = Сақталғанның бәрінде сұрауға болатынның бәрі бар.
too-few = Мұрағаттың баптауларында уақыт белгісін беретін қызмет екеуден аз.
too-few-hint = [params.allocution] ішінде: timestampAuthorities = ["https://… жол/root.pem", "https://… жол/other.pem"]
no-root = { $address }: «{ $path }» файлынан түбір сертификатты оқу мүмкін емес.
no-root-hint = Мекенжайдан кейін мұрағаттағы PEM файлының жолын жазыңыз; сертификатты сенетін жерден алыңыз.
tsr-damaged = уақыт белгісі жарамсыз ({ $problem }).
ots-damaged = дәлел жарамсыз ({ $problem }).
block-damaged = блоктың тақырыбы жарамсыз ({ $problem }).
answer-status = сервердің жауабы: { $status }.
no-headers = блок тақырыптары қайдан алынатыны баптауларда айтылмаған (blockHeaders).
name-taken = бұл атпен басқа файл бар ({ $file }).
failed = алу мүмкін болмады ({ $problem }).
