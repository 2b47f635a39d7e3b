### Есеп пен командалық жолдың сөздері, қазақша.

## Пайдаланушы түзете алатын қателер: не дұрыс емес және қалай түзетуге болады

faults-in-file = { $count ->
    [one] { $file }: { $count } қате
   *[other] { $file }: { $count } қате
}
fault-unknown-city = «{ $name }» деген қала табылмады; мүмкін, { $nearest } шығар?
fault-unknown-aircraft = «{ $name }» деген ұшақ белгісіз; белгілілері: { $known }
fault-unknown-city-alone = «{ $name }» деген қала табылмады; 15 000 тұрғыннан асатын қаланы жазыңыз, елін үтірден кейін көрсетіңіз
fault-ambiguous-city = «{ $name }» деген қала бірнешеу; елін қосып жазыңыз, мысалы { $nearest }
fault-city-without-people = «{ $name }» қаласының халық саны белгісіз; жақын жердегі үлкен қаланы атаңыз
fault-same-city-twice = жұптың екі қаласы да — «{ $name }»; екі түрлі қаланы атаңыз
fault-no-airport = { $city } қаласынан { $km } км шегінде тұрақты рейстері бар әуежай жоқ
fault-no-fact-yet = { $asof } күні бұл туралы дерек әлі болмаған: { $name } ({ $scope }); алғашқы дерек — { $first }, кейінірек күнді таңдаңыз
fault-no-fact-yet-alone = { $asof } күні бұл туралы дерек әлі болмаған: { $name }; алғашқы дерек — { $first }, кейінірек күнді таңдаңыз
fault-cannot-write = { $path } жазылмады: { $reason }; --out арқылы басқа қалтаны көрсетіңіз
fault-already-there = { $path } бұрыннан бар; --out арқылы басқа қалтаны көрсетіңіз
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
fault-term-alone = { $key } кілті { $partner } болмаса мәнсіз; екеуін де жазыңыз немесе екеуін де жазбаңыз
fault-not-names = { $key } — атаулар тізімі емес; қалаларды тік жақша ішінде жазыңыз
fault-not-places = { $key }: «{ $found }» деп жазылған; тік жақша ішінде екі немесе одан көп қаланы атаңыз
fault-place-twice = { $key } ішінде { $name } екі рет аталған; әр қаланы бір рет атаңыз
fault-line-apart = жалғасы { $name } қаласынан басталады, ал желі { $end } қаласында аяқталады; оны желі аяқталған жерден бастаңыз
fault-no-way-on = ұзындығы { $term } дегенді қажет етеді, бірақ онда қалалар аталмаған; оларды атаңыз немесе line таңдаңыз
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
fault-unknown-proposal = келісімде «{ $name }» деген тармақ жоқ; мүмкін, { $nearest } шығар?
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
fault-seed-out-of-range = { $found } бастапқы сан бола алмайды; { $low } мен { $high } аралығынан таңдаңыз
fault-draws-no-power-of-two = { $found } сынақ --sobol үшін жарамайды; екінің дәрежесін таңдаңыз, мысалы { $nearest }
fault-bad-distribution = { $name } болжамын бұлай беруге болмайды: { $reason }
fault-beyond-limits = { $name } бұлай бола алмайды; ол { $low } мен { $high } аралығында болады
fault-fact-and-numbers = { $name } үшін сандар да, { $fact } деген дерек те берілген; біреуін қалдырыңыз
fault-fact-of-other-unit = { $fact } өлшемі { $unit }, ал { $name } өлшемі { $wanted }; басқа дерек таңдаңыз
fault-unknown-country = «{ $name }» деген ел табылмады
fault-unknown-airport = «{ $code }» коды бар әуежай табылмады; ИАТА кодын жазыңыз, мысалы NQZ
fault-draws-out-of-range = { $found } сынақ жүргізуге болмайды; { $low } мен { $high } аралығынан таңдаңыз
fault-interrupted = тоқтатылды; ештеңе жазылған жоқ

## Есептеу кезінде

explained-above = жоғарыда түсіндірілген
checked = { $agreement }: қате жоқ; зерттеуге болатын тармақтар: { $studied }, әзірге болмайтыны: { $unstudied }; сценарийлер: { $scenarios }; деректер күні: { $day }
facts-listed = Деректер: { $count }
progress-prepare = Дайындау: { $scenario }
progress-run = Есептеу: { $scenario }

## Бет: тақырып және бірінші бет

study = Алдын ала техникалық-экономикалық зерттеу
first-estimate = Алғашқы бағалау
languages = Тіл
contents = Мазмұны
of-agreement = Келісім: { $date }
facts-known = { $asof } жағдайы бойынша белгілі деректер
money-of = Ақша { $year } жылғы бағамен
simulations = Сынақ саны: { $draws }
one-minute = Бір минутта
asked-items = { $count } тармақ келісілді; { $studied ->
    [0] бірде-бірі зерттелмеген.
   *[other] мұнда { $studied } тармақ зерттелді.
}
verdict-first-estimate = Алғашқы бағалау: өміршеңдігі туралы қорытынды әзірге жоқ.
more-of-item = Не көмектесер еді және қандай сандарға сүйенеді
inputs-counted = Бастапқы деректер саны: { $count }, сенімділігі бойынша
not-studied-for-good = Келісілген, бірақ зерттелмеген:
not-studied-yet = Келісілген, бірақ әлі зерттелмеген:
why-not = Неге?
moves-most = Нәтижеге ең көп әсер ететіндер
moves-figure = Қай көрсеткішке әсері: { $figure }
find-out-next = Енді нені анықтау керек
how-sure = Бастапқы деректер қаншалықты сенімді
map-title = Карта: { $places }
map-note = Шекаралар Natural Earth деректері бойынша көрсетілген және ешкімнің ұстанымын білдірмейді.
role-route = ұсынылған рейс
role-airport = әуежай
role-rival_airport = басқа қаланың әуежайы
role-leak = оған жермен баратын жол
role-third_city = үшбұрышты рейстің үшінші қаласы
role-old_railway = қолданыстағы теміржол, станциялар сұлбасы
role-fast_railway = ұсынылған жүрдек теміржол: бірінші бөлігі
role-fast_onward = оның жалғасы
role-fast_onward_other = оның басқа жалғасы
role-rail_station = станция

## Бет: келісім тармағы

figures-of-finding = Осы қорытындының көрсеткіштері
figure = Көрсеткіш
value = Мәні
part = Бөлігі
option = Нұсқа
share-of-draws = Сынақтардағы үлесі
what-moves = Не әсер етеді: { $figure }
assumption = Болжам
rank-correlation = Рангілік корреляция
promises = Бұл дұрыс болса, не байқалады
promises-intro = Әр жолды нақты болған жағдаймен салыстыруға болады.
observable = Нені бақылау керек
expected = Күтілетін мән
by-when = Мерзімі
cash-flow = Тараптар бойынша ақша
party = Тарап
flow-of-money = Ағын
year = Жыл
not-studied-title = Келісілген, бірақ зерттелмеген
scenarios-compared = Сценарийлерді салыстыру
difference-note = Кіші жолда – бірінші сценарийден айырмасы, әр сынақта жеке есептелген.
weekly-timetable = Апта: { $vehicle }, { $dates }
day = Күн
local-times = Әр жердің жергілікті уақыты
day-each = күн сайын
day-1 = дүйсенбі
day-2 = сейсенбі
day-3 = сәрсенбі
day-4 = бейсенбі
day-5 = жұма
day-6 = сенбі
day-7 = жексенбі
scenarios = Сценарийлер
proposed-by = Ұсынған: { $author }

## Бет: неге сүйенеді

next-intro = Бұл — белгісіздігі жауапты ең көп өзгертетін бастапқы деректер. Сенімдірек жауапқа жетудің ең арзан жолы — осыларды нақтылау.
how-to-read = Сандарды қалай оқу керек
reading-p10 = оннан бірі төмен
reading-p50 = жартысы төмен, жартысы жоғары
reading-p90 = оннан бірі жоғары
reading-range = Саннан кейін оның аралығы беріледі, мысалы 30 (18–52): сынақтардың жартысында 30-дан аз, оннан бірінде 18-ден аз, оннан бірінде 52-ден көп шықты. Бастапқы деректер дәл емес, ал аралық осы белгісіздікті әр формула арқылы өткізеді.
reading-share = Аралығы жоқ пайыз — не сынақтар бойынша саналған ықтималдық, не үлес, мысалы толған орындардың үлесі. Ықтималдық — барлық сынақ бойынша орташа мән. Одан кейінгі аралық белгісіздік әсерін көрсетеді: он сынақтың бірінде ол төмен, он сынақтың бірінде жоғары; орташа мән одан тыс жатса, аралық кеңірек алынады.
reading-status = «Дереккөзден» — аталған дереккөзден оқылған. «Есептелген» — оқылған деректерден шығарылған. «Тексеру керек» — әзірге ешкім тексермеген; мұндай деректің аралығы кеңейтілген.
reading-first-estimate = Бұл — жалпыға қолжетімді деректер бойынша алғашқы бағалау: ол нені егжей-тегжейлі зерттеу керегін шешуге көмектеседі, бірақ техникалық-экономикалық негіздемені алмастырмайды.
assumptions = Болжамдар
assumptions-intro = Зерттеу берілген деп қабылдағанның бәрі; жауапқа ең көп әсер ететіні — бірінші. Әр атау дереккөзін ашады, жақшадағы нөмірлер дереккөздер тізіміне апарады.
other-assumptions = { $count ->
    [one] Тағы { $count } болжам
   *[other] Тағы { $count } болжам
}
status-head = Мәртебесі
source = Дереккөз
as-of = Кезеңі
values-by-label = { $count ->
    [one] { $count } мән
   *[other] { $count } мән
}
timeless = Күні жоқ коэффициенттер
timeless-intro = Физика, икемділіктер және іріктелген коэффициенттер. Зерттелетін жұптың нәтижелері оларға кірмеген.
fitted-on = { $period } деректері бойынша іріктелген
dates = Зерттеуден бұрынғы деректер
projected = Алға көшірілген деректер
projected-intro = Зерттеу күнінен бұрынғы деректер; аталған индекс бойынша сол күнге көшірілген, аралығы кеңейтілген.
sources = Дереккөздер
how-numbers-came = Әр сан қалай шықты
how-numbers-intro = Формуласы мен неге сүйенетінін көру үшін көрсеткішті басыңыз. Жақшадағы сандар оның дереккөздеріне апарады.
made-by = Egiz { $version } · { $edition } жағдайындағы деректер · сынақ саны: { $draws }, бастапқы сан { $seed }
translation-note = Қазақша мәтінді тіл маманы әлі қарап шыққан жоқ.

## Бет: санның түсіндірмесі

explanation = Бұл сан қалай шықты
back = Артқа
close = Жабу
rests-on = Неге негізделген
locator = Дереккөздегі орны
as-stated = Көрсетілгені
about-time = Кезеңі
known-from = Белгілі болған күні
price-year = Қай жылдың бағасы
carried-by = Қай индекспен көшірілген
note = Ескертпе
share-counted = { $draws } сынақ бойынша саналды; кездейсоқтықтың өзі бұл санды шамамен { $error } пайыздық тармаққа өзгертеді.
share-never = { $draws } сынақтың бірде-бірінде орындалмады: ықтималдығы, сірә, { $limit } пайыздан төмен.
share-always = { $draws } сынақтың бәрінде орындалды: ықтималдығы, сірә, { $limit } пайыздан жоғары.
more-labels = { $count ->
    [one] және тағы { $count }
   *[other] және тағы { $count }
}

## Excel кітабы

item = Тармақ
scenario = Сценарий
answer = Жауап
label = Белгі
mean = Орташа
unit = Бірлік
key = Кілт
publisher = Баспагер
link = Сілтеме
licence = Лицензия
sheet-summary = Түйін
sheet-figures = Көрсеткіштер
sheet-next = Не анықтау керек

## Қысқа атаулар

scope-world = әлем
status-seen = дереккөзден
status-derived = есептелген
status-memory = тексеру керек
shape-fixed = нақты мән
shape-uniform = аралықтағы кез келген мән
shape-triangular = үшбұрышты: ең аз / ең ықтимал / ең көп
shape-pert = PERT: ең аз / ең ықтимал / ең көп
shape-normal = қалыпты: P10 / P90
shape-lognormal = логқалыпты: P10 / P90
shape-discrete = бірнеше мәннің бірі
shape-empirical = өлшенген үлестірім
origin-agreement = келісім
origin-scenario = сценарий
origin-engine = Egiz есептеген
origin-definition = анықтамасы бойынша дәл
scenario-as-agreed = Келісілгендей
why-no-kind = Egiz-те мұндай тармақтарға арналған модель әзірге жоқ.
scale-million = млн
scale-billion = млрд
party-operator = тасымалдаушы
party-budget = бюджет
party-owner = иесі
party-travellers = жолаушылар

## Бірліктер: не өлшенеді және неге шаққанда

unit-one = { "" }
unit-h = сағ
unit-s = с
unit-kN = кН
unit-kW = кВт
unit-kWh = кВт⋅сағ
unit-min = мин
unit-day = тәул.
unit-week = апта
unit-month = ай
unit-year = жыл
unit-km = км
unit-m = м
unit-kg = кг
unit-t = т
unit-USD = АҚШ доллары
unit-KZT = теңге
unit-RUB = рубль
unit-EUR = еуро
unit-CNY = юань
unit-seat = орын
unit-pax = жолаушы
unit-person = адам
unit-sector = бір бағыттағы рейс
unit-flight = барып-қайту рейсі
per-s = секундына
per-kWh = кВт⋅сағатына
per-h = /сағ
per-day = /тәул.
per-week = /апта
per-month = айына
per-year = /жыл
per-km = /км
per-m = /м
per-kg = /кг
per-t = /т
per-USD = /АҚШ доллары
per-seat = /орын
per-pax = /жолаушы
per-person = /адам
per-sector = /рейс
per-flight = /барып-қайту рейсі
unit-kg-per-s = кг/с
unit-kg-per-m = кг/м
unit-m-per-s-per-s = м/с²
unit-m2 = м²
unit-m3 = м³
per-m2 = /м²
per-m3 = /м³
unit-1-per-day = тәулігіне
unit-m-per-km = м/км
unit-kWh-per-seat-per-km = кВт·сағ/орын-км
unit-kWh-per-km = кВт·сағ/км
unit-kg-per-kWh = кг/кВт·сағ
unit-kWh-per-year = жылына кВт·сағ
unit-h-per-day = тәулігіне сағат
unit-1-per-week = аптасына
unit-h-per-week = аптадағы сағат
unit-h-per-sector = бір жақты рейске сағат
unit-pax-per-USD = долларға
unit-kg-per-pax = жолаушыға кг
unit-kg-per-pax-per-km = кг/жолаушы-км
unit-USD-per-pax-per-km = доллар/жолаушы-км
unit-USD-per-pax-per-h = жолаушының бір сағатына доллар
unit-km-per-h = км/сағ
unit-min-per-km = мин/км
unit-min-per-h = мин/сағ
unit-kg-per-kg = кг/кг
unit-kg-per-km = кг/км
unit-1-per-km = км-ге шаққанда
unit-1-per-h = сағатына
unit-1-per-month = айына
unit-1-per-year = жылына
unit-1-per-USD = 1 АҚШ долларына шаққанда
unit-week-per-year = апта/жыл
unit-seat-per-sector = орын
unit-sector-per-flight = рейс/барып-қайту
unit-pax-per-sector = жолаушы
unit-pax-per-seat = жолаушы/орын

## Апта сапарлары

duration = { $hours } сағ { $minutes } мин
hours-short = сағ
weekday-1 = Дүйсенбі
weekday-2 = Сейсенбі
weekday-3 = Сәрсенбі
weekday-4 = Бейсенбі
weekday-5 = Жұма
weekday-6 = Сенбі
weekday-7 = Жексенбі
weekday-short-1 = дс
weekday-short-2 = сс
weekday-short-3 = ср
weekday-short-4 = бс
weekday-short-5 = жм
weekday-short-6 = сб
weekday-short-7 = жс
mode-air = ұшақ
mode-bus = автобус
mode-cable = аспалы жол
mode-ferry = паром
mode-local = қала ішімен
mode-metro = метро
mode-other = рейс
mode-rail = пойыз
mode-taxi = такси
mode-tram = трамвай
mode-walk = жаяу
journeys-eyebrow = Барлық қолайлы сапарлар
journeys-day = { $weekday }, { $day }
journeys-found = { $days }: { $count ->
    [one] таңдауға { $shown } сапар
   *[other] таңдауға { $shown } сапар
}; уақыт әр аялдаманың сағатымен
journeys-fastest = Ең жылдамы: { $time }
journeys-wait = Кез келген сәттен келесі жөнелуге дейінгі орташа күту: { $time }
journeys-delay = Қалаған уақыттың ең жақын жөнелуден орташа айырмасы: { $time }
journeys-none = Бұл күндері сапар жоқ.
journeys-none-today = жөнелу жоқ
journeys-changes = { $count ->
    [0] ауысусыз
    [one] { $count } ауысу
   *[other] { $count } ауысу
}
journeys-when = Қашан баруға болады
journeys-picture = Әр сызық — бір сапар: тұрған жері жөнелу уақытын, биіктігі жол ұзақтығын көрсетеді. Бозғылт аймақ — сол сәтте жолға шыққысы келген адамның жеткенге дейінгі уақыты, күтумен қоса. Соңғы жөнелуден кейін күндер қайталанады деп саналады.
journeys-stem-0 = ауысусыз
journeys-stem-1 = бір ауысу
journeys-stem-2 = екі не одан көп ауысу
journeys-head-when = Жөнелу → келу
journeys-head-took = Жолда
journeys-head-changes = Ауысу
journeys-head-how = Қалай
journeys-made-by = Egiz { $version }
stop-rail = { $city }, теміржол вокзалы
stop-bus = { $city }, автовокзал
stop-airport = { $city }, { $code } әуежайы
note-stops-of-one-name = «{ $name }» — бірнеше станцияның атауы, олар бір орын деп алынды: { $count } ({ $ids })
note-corridor-unverified = Бұл кестенің көбі жадтан алынған, тексеру керек; ондай қатынастар: { $count } (egiz facts --unverified)
note-boarding = Жөнелгеннен осынша бұрын сол жерде болу керек ({ $mode }): { $minutes } мин; сапар мен ауысу уақытында есепке алынған.
note-partly = Кесте тек { $first } мен { $last } аралығында жарамды.
skims-written = { $path }: жұп саны { $pairs }, орын саны { $places }
progress-read = Оқу: { $scenario }
progress-search = Іздеу: { $scenario }
fault-journeys-no-feed = «{ $path }» деген кесте жоқ; zip, қалта не дайын кестенің атауын көрсетіңіз: { $shipped }
fault-unknown-stop = «{ $name }» деген аялдама жоқ; мүмкін, { $nearest } шығар?
fault-unknown-stop-alone = атауы не идентификаторы «{ $name }» болатын аялдама жоқ
fault-journeys-need-end = { $option } көрсетілмеген; көрсетіңіз
fault-journeys-all-or-one = { $option } мен --all бірге берілмейді; біреуін алып тастаңыз
fault-journeys-same-place = «{ $name }» — басы да, соңы да; екі бөлек орынды атаңыз
fault-journeys-need-out = --all үшін файл керек; --out skims.csv не --out skims.parquet деп көрсетіңіз
fault-feed-date-outside = { $date } күні кестеде ештеңе жоқ; ол { $first } мен { $last } аралығында жарамды
fault-timetable-short = { $name } ішінде толық апта жоқ, күн саны { $days }; жеті күндік не одан ұзақ кесте беріңіз
fault-timetable-later = { $name } { $first } күні басталады, сондықтан { $asof } күні ол белгісіз еді; --as-of арқылы кейінгі күнді не ескірек кестені көрсетіңіз
note-timetable-week = { $name }: { $week } күні басталатын аптадағы сапарлардан белгілі қатынастар: { $count }; қалғаны жалпы ережелер бойынша
note-timetable-other-week = { $name } { $first } мен { $last } аралығында жарамды; зерттеу аптасының орнына { $week } күні басталатын ең толық апта алынды. Одан белгілі қатынастар: { $count }; қалғаны жалпы ережелер бойынша
note-timetable-silent = { $name } ішінде { $week } күні басталатын аптада { $home } мен { $away } арасында сапар жоқ; барлық қатынас жалпы ережелер бойынша
fault-no-pyarrow = Parquet үшін pyarrow дестесі керек; оны орнатыңыз: pip install 'egiz[data]' — не .csv түрінде жазыңыз
fault-skims-kind = { $path } — кесте емес; атауы .csv не .parquet деп бітсін

## Желідегі пойыз

train-emu-200 = Электрпойыз, 200 км/сағ
train-emu-200-pair = Электрпойыз, екі құрам, 200 км/сағ
train-generic-300 = Жүрдек пойыз, 300 км/сағ
train-generic-350 = Жүрдек пойыз, 350 км/сағ
train-loco-160 = Он екі вагонды локомотив, 160 км/сағ
train-talgo-250 = «Тальго 250»
train-talgo-350 = «Тальго 350»
train-velaro-e = Velaro E
train-velaro-rus = Velaro RUS («Сапсан»)
train-column-km = км
train-column-least = ең азы, мин
train-column-time = қормен, мин
train-column-speed = км/сағ
train-column-energy = нетто кВт⋅сағ/км
train-time = Басынан аяғына дейін, аялдамалар мен уақыт қорын қосқанда, { $time } ({ $low } бен { $high } арасында).
train-energy = Түйіспе желісінен алынған энергия: { $drawn }, қайтарылғаны { $returned }; нетто бір орынға және км-ге { $seat } Вт⋅сағ.
train-coasting = Уақыт қоры баяуырақ жүруге және аялдама алдындағы екпінмен жүруге жұмсалады.
train-no-coasting = Толық тарту; уақыт қоры күтумен өтеді. --coast кілтімен ол энергия үнемдейді.
train-bands = Жақшада – белгісіз деректердің басқа мәндерімен жасалған { $draws } есептің P10–P90 аралығы; желі берілген күйінде алынды.
train-stalled = Осы есептердің { $share } бөлігінде пойыз өрге шыға алмайды; олар есепке алынбады.
train-unverified = Әлі ешкім тексермеген: { $facts }.
fault-unknown-train = «{ $name }» деген пойыз белгісіз; белгілілері: { $known }
fault-train-needed = --train берілмеген; мыналардың бірін таңдаңыз: { $known }
fault-train-stalls = { $km }-км-де пойыз өрге шыға алмайды; күштірек пойыз таңдаңыз немесе биіктіктерді түзетіңіз
fault-train-unbraked = { $km }-км-де жол тежегіш ұстай алатыннан тік төмендейді; басқа пойыз таңдаңыз немесе биіктіктерді түзетіңіз
fault-stops-number = --stops ішінде «{ $found }» тұр; километрлерді үтірмен бөліп жазыңыз, мысалы 0,110.5,220
fault-stops-two = --stops ішінде бір аялдама бар; кемінде екеуін, біріншісі мен соңғысын жазыңыз
fault-stops-outside = { $found }-км-дегі аялдама желіден тыс жатыр; желі { $first }-км мен { $last }-км аралығында
fault-stops-order = { $found }-км-дегі аялдама алдыңғысынан, { $before }-км-ден, { $least } м алыс емес; аялдамаларды ретімен жазыңыз
fault-profile-absent = { $path } деген файл жоқ; жолын түзетіңіз немесе { $columns } бағандары бар кесте жасаңыз
fault-profile-csv = бұл CSV емес: { $reason }
fault-profile-unknown-column = «{ $found }» бағаны белгісіз; мүмкін, { $near }?
fault-profile-column-twice = { $column } бағаны екі рет тұр; біреуін қалдырыңыз
fault-profile-missing-column = { $column } бағаны жоқ; қосыңыз
fault-profile-two-rows = желіде { $count } жол бар; кемінде екеуі, бірінші және соңғы нүктесі керек
fault-profile-cells = жолда { $wanted } ұяшықтың орнына { $found } бар
fault-profile-number = { $column } мәні «{ $found }»; нүктемен сан жазыңыз, мысалы 3.5
fault-profile-range = { $column } мәні { $found }; { $low } мен { $high } арасындағы сан жазыңыз
fault-profile-order = { $km }-км алдыңғы жолдан, { $before }-км-ден, әрі емес; жолдарды реттеп, теңдерінің біреуін қалдырыңыз
fault-profile-sharp = radius_m мәні { $found }; радиусы { $least } м-ден кіші қисықпен пойыз жүрмейді; түзу жолда ұяшықты бос қалдырыңыз
fault-profile-steep = осы нүктеге дейінгі еңіс { $grade } промилле; пойыз { $most } промилледен артығын еңсермейді; height_m мәнін түзетіңіз
fault-profile-more = осындай тағы { $count } қате бар

## Орындар арасындағы жолдар

align-rules = Әр желінің радиусы { $radius } м-ден, профильдегі радиусы { $vertical } м-ден кем емес, еңісі { $grade } ‰-ден аспайды. Түзу жол { $straight } км.
align-number = { $number }-желі
profile-title = Желі профилі: { $part }, { $option }
profile-ground = Сіздің жер бедеріңіз
align-row-length = Ұзындығы
align-row-length-built = Салынса, ұзындығы
align-row-detour = Түзу жолға қатынасы
align-row-radius = Ең кіші радиусы
align-row-grade = Ең үлкен еңісі
align-row-viaduct = Эстакадалар
align-row-tunnel = Тоннельдер
align-row-bridge = Су үстіндегі көпірлер
align-row-share = Жасанды құрылыстардың үлесі
align-row-fill = Үйінділер
align-row-cut = Ойықтар
align-row-built = Елді мекен арқылы
align-row-time = Жол уақыты
align-row-cost = Түпкі құны
align-row-per-km = Километріне шаққанда
align-row-estimate = Бүгінгі смета
align-detour = { $factor } есе
align-straight = түгел түзу
align-grade = { $grade } ‰
align-grade-most = { $grade } ‰-ден аспайды; нақтысын тек өз бедеріңіз көрсетеді
front-rules = Әр желі өз жылдамдығының радиустарын сақтайды, еңісі { $grade } ‰-ден аспайды. Түзу жол { $straight } км.
front-column-speed = км/сағ
front-column-length = км
front-column-time = жолда, мин
front-column-cost = түпкі құны, АҚШ доллары
front-column-share = құрылыстар
front-column-unbeaten = үздік
front-beaten = { $mark } — одан артық желі жоқ: { $kept }. Басқадан кем: { $beaten }; олардың әрқайсысы үшін қымбат та, баяу да емес басқасы бар (ортасы бойынша).
front-trains = Жол уақыты минутпен: { $trains }.
front-lacking = { $speed } км/сағ үшін желі жоқ: { $why }.
front-title = Құны мен жол уақыты: нүкте — желі, жылдамдығы км/сағ; жолақтар P10–P90
front-best = арзан әрі баяу емес басқа желі жоқ
front-other = қымбат та, баяу да емес басқа желі бар
front-across = жол уақыты, мин
align-ground-own = Жер бедері { $name } дерегінен алынды: биіктік әр { $spacing } м сайын, іздеу { $cell } м ұяшықпен. Олардың арасында не жатқаны көрінбейді.
align-ground-coarse = { $name } биіктіктері { $spacing } м сайын берілген: профиль үшін тым сирек. Арасындағы жер осындай жерге тән кедір-бұдырмен кездейсоқ алынған; жер жұмыстары мен жасанды құрылыстар тек ықтимал. Толығырақ файлдарды --terrain арқылы қосыңыз.
align-ground-embedded = --terrain болмаса, биіктік тек әр { $spacing } м сайын белгілі ({ $name }). Арасындағы жер осындай жерге тән кедір-бұдырмен кездейсоқ алынған; жер жұмыстары мен жасанды құрылыстар ықтимал, нақты осы жердікі емес, желі — ені бірнеше километр дәліз, ал профиль берілмейді. Жер бедерінің файлдарын --terrain арқылы қосыңыз.
align-fewer = Табылған желілер: { $found }, сұралғаны { $asked }; қалғандары бұларға тым жақын өтеді.
align-time = { $time }: { $train }
align-no-time = { $train } бұл желімен жүре алмайды: { $km }-км-де тым тік
align-slower = Деректерде желінің жылдамдығына жететін пойыз жоқ: жол уақыты «{ $train }» бойынша берілген.
align-bands = Жақша ішінде P10–P90, { $year } жылғы АҚШ доллары. Түпкі құн — смета және осындай құрылыстардың немен аяқталғаны; әр нүктедегі станция есепте бар, пойыздар жоқ.
align-unverified = Әзірге ешкім тексермеген: { $facts }.
progress-ground = Жер бедері оқылуда: { $scenario }
progress-ground-broader = Кеңірек қарау: айналасы { $scenario } км
progress-line = Жолдар ізделуде: { $scenario }
progress-front = Жылдамдық бойынша: { $scenario } км/сағ
progress-profile = Жол профилі: { $scenario }
fault-line-option = { $option } мәні «{ $found }»; { $low } мен { $high } аралығындағы санды жазыңыз
fault-line-front-alternatives = --front әр жылдамдыққа бір желі, ал --alternatives бір жылдамдыққа бірнеше желі іздейді; біреуін алып тастаңыз
fault-line-front-slow = --front жылдамдықты --speed мәнінің жартысынан, бірақ кемінде { $least } км/сағ-тан бастайды; --speed мәнін { $least } км/сағ-тан үлкен етіңіз
fault-line-place = { $number }-нүкте «{ $found }»; бойлық пен ендікті градуспен, үтір арқылы жазыңыз, мысалы 61.40,55.16
fault-line-place-off = { $number }-нүкте («{ $found }») Жерден тыс; бойлық -180 бен 180, ендік -90 мен 90 аралығында болады
fault-line-place-swapped = { $number }-нүктенің («{ $found }») ендігі 90-нан асады; алдымен бойлық жазылады: { $turned } емес пе?
fault-line-points-many = желі ең көбі { $most } нүктеден өтеді, ал берілгені { $count }; артығын алып тастаңыз
fault-line-points-close = { $first } мен { $last } қатар тұр және { $least } км-ден жақын; бірін алып тастаңыз не жылжытыңыз
fault-line-room = { $first } мен { $last } арасы { $apart } км, ал радиусы { $radius } км желіге екі нүкте арасында { $needs } км керек; сыятын ең үлкен жылдамдық — { $speed } км/сағ: --speed мәнін азайтыңыз немесе нүктелерді алшақтатыңыз
fault-line-turn = { $number }-нүктеде ({ $place }) { $degrees }° бұрылатын желі болмайды: оған дейін { $before } км, одан кейін { $after } км болса, радиус { $possible } м-ден аспайды, ал керегі { $radius } м; нүктелерді алшақтатыңыз не --speed мәнін азайтыңыз
fault-line-too-steep = еңісі { $grade } ‰-ден аспайтын бірде-бір желі басынан { $km } км жердегі { $place } орнынан өтпейді: еңіс пен тік қисықтарға орын жетуі үшін оған дейінгі жол { $missing } км ұзағырақ болуы керек; --grade мәнін арттырыңыз, --speed мәнін азайтыңыз не желіні --via арқылы айналдырыңыз
fault-line-no-profile = еңісі { $grade } ‰-ден аспайтын, профильдегі радиусы { $vertical } м бірде-бір желі басынан { $km } км жердегі { $place } орнынан өтпейді: тік қисықтарға орын жоқ; --speed мәнін азайтыңыз, --grade мәнін арттырыңыз не нүктелерді алшақтатыңыз
fault-line-no-way-point = желі болмайды: { $number }-нүкте желі салуға болмайтын жерде, { $place } маңында; оны жылжытыңыз
fault-line-no-way-cut = { $first } мен { $second } арасында желі болмайды: желі кіре алмайтын жер бөгейді, ең тар тұсы { $width } км, { $place } маңында; осы жақтағы нүктені алыңыз не --margin мәнін арттырыңыз
fault-line-no-way-radius = { $first } мен { $second } арасында радиусы { $radius } м желі болмайды: { $place } маңындағы ашық жер тым тар не бұралаң; --speed мәнін азайтыңыз, нүктелерді жылжытыңыз не --cell мәнін кішірейтіңіз
fault-line-file = желілерді { $path } файлына жазуға болмайды; атау .gpkg, .geojson не .svg деп аяқталсын
fault-line-profile-unknown = профиль салу мүмкін емес: { $name } биіктіктері { $spacing } м сайын, олардың арасындағы жер ойдан шығарылған болар еді; толық файлдарды --terrain арқылы қосыңыз не .gpkg жазыңыз
fault-line-needs-end = { $option } көрсетілмеген; бойлық пен ендікті жазыңыз, мысалы { $option } 61.40,55.16
