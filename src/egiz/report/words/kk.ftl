### Есеп пен командалық жолдың сөздері, қазақша.

## Пайдаланушы түзете алатын қателер: не дұрыс емес және қалай түзетуге болады

faults-in-file = { $count ->
    [one] { $file }: { $count } қате
   *[other] { $file }: { $count } қате
}
fault-unknown-city = «{ $name }» деген қала табылмады; мүмкін, { $nearest } шығар?
fault-ambiguous-city = «{ $name }» деген қала бірнешеу; елін қосып жазыңыз, мысалы { $nearest }
fault-same-city-twice = жұптың екі қаласы да — «{ $name }»; екі түрлі қаланы атаңыз
fault-no-airport = { $city } қаласынан { $km } км шегінде тұрақты рейстері бар әуежай жоқ
fault-no-fact-yet = { $asof } күні бұл туралы дерек әлі болмаған: { $name } ({ $scope }); алғашқы дерек — { $first }, кейінірек күнді таңдаңыз
fault-cannot-write = { $path } жазылмады: { $reason }; --out арқылы басқа қалтаны көрсетіңіз
fault-cannot-read = { $path } оқылмады: { $reason }
fault-no-such-file = { $path } деген файл да, осындай атаулы дайын мысал да жоқ
fault-unknown-example = «{ $name }» деген дайын мысал жоқ; бары: { $nearest }
fault-unknown-key = { $key } деген кілт белгісіз; мүмкін, { $nearest } шығар?
fault-missing-key = { $key } кілті жоқ; қосыңыз
fault-wrong-type = { $key }: «{ $found }» деп жазылған; мынаны жазыңыз: { $wanted ->
    [text] мәтін
    [mapping] мәні бар кілттер, әр жолда біреуден
    [list] тізім, әр жолда сызықшадан кейін бір тармақ
    [number] сан, мысалы 3
   *[other] { $wanted }
}
fault-not-a-number = { $key }: «{ $found }» деп жазылған; сан жазыңыз, мысалы 3
fault-not-finite = { $key }: «{ $found }» деп жазылған; шекті сан жазыңыз
fault-not-whole = { $key }: { $found } деп жазылған; бүтін сан жазыңыз
fault-not-an-option = { $key }: мұндай нұсқа жоқ; мыналардың бірін жазыңыз: { $options }
fault-not-a-span = { $key } — аралық емес; low: және high: мәндерін санмен жазыңыз
fault-span-order = { $key }: төменгі шегі жоғарғы шегінен үлкен; орындарын ауыстырыңыз
fault-out-of-range = { $key }: { $found } деп жазылған; { $low } мен { $high } аралығындағы сан жазыңыз
fault-bad-id = { $key }: «{ $found }» деп жазылған; идентификатор кіші латын әрпінен басталып, кіші әріптерден, цифрлардан, - және _ белгілерінен тұрады
fault-bad-date = «{ $found }» — күн емес; ЖЖЖЖ-АА-КК түрінде жазыңыз, мысалы 2017-07-05
fault-too-long = { $key }: тым ұзын, қысқартыңыз
fault-empty-text = { $key }: бос, мәтін жазыңыз
fault-too-few = { $key }: тармақтар тым аз
fault-too-many = { $key }: тармақтар тым көп
fault-duplicate-id = «{ $id }» идентификаторы қайталанған не резервке алынған; әр тармақтың өз идентификаторы болуы керек
fault-unknown-proposal = келісімде «{ $name }» деген тармақ жоқ
fault-unknown-kind = «{ $kind }» деген түр белгісіз; мүмкін, { $nearest } шығар?
fault-key-twice = { $key } кілті екі рет жазылған; біреуін қалдырыңыз
fault-not-yaml = бұл YAML емес: { $reason }
fault-not-a-mapping = файл мәні бар кілттерден тұруы керек, әр жолда біреуден, мысалы «agreement: my-agreement»
fault-alias-loop = бүркеншік ат өзіне өзі сілтейді; мәнін толық жазыңыз
fault-not-utf8 = файл UTF-8 кодтауында емес ({ $byte }-байт); UTF-8 түрінде сақтаңыз
fault-empty-file = файл бос
fault-too-large = файлда зерттеуге керегінен көп нәрсе бар; қысқартыңыз
fault-sheets-do-not-join = келісім тармақтары бір-біріне шеңбер бойымен сілтейді немесе үйлеспейді: { $reason }
fault-unknown-scenario = «{ $name }» деген сценарий жоқ; мүмкін, { $nearest } шығар?
fault-unknown-figure = «{ $name }» деген көрсеткіш жоқ; мүмкін, { $nearest } шығар?
fault-unknown-assumption = «{ $name }» деген болжам жоқ; мүмкін, { $nearest } шығар?
fault-unknown-source = «{ $name }» деген дереккөз жоқ; мүмкін, { $nearest } шығар?
fault-unknown-language = «{ $found }» деген тіл жоқ; en, ru немесе kk таңдаңыз
fault-draws-out-of-range = { $found } сынақ жүргізуге болмайды; { $low } мен { $high } аралығынан таңдаңыз
fault-interrupted = тоқтатылды; ештеңе жазылған жоқ
