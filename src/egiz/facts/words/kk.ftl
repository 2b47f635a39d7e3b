### Деректердің атаулары және олардың кестелеріндегі қателер, қазақша.

## Барлық зерттеуге ортақ деректер

name-weeks_per_year = Жылдағы апта саны
name-tonnes_per_kilogram = Килограмдағы тонна
name-people = Тұрғындар саны
name-people_table_doubt = Қалалар анықтамалығындағы тұрғындар санының қателігі
name-people_growth = Тұрғындардың жылдық өсімі
name-income = Жан басына шаққандағы жалпы өнім
name-income_growth = Нақты табыстың жылдық өсімі
name-exchange_rate = Жылдық орташа айырбас бағамы
name-exchange_drift = Валютаның долларға шаққандағы жылдық құнсыздануы
name-price_index = АҚШ долларының баға деңгейі
name-inflation = АҚШ долларының жылдық инфляциясы
name-jet_fuel_price = Авиаотын бағасы
name-fuel_price_drift = Авиаотынның нақты бағасының жылдық өзгерісі
name-income_table_doubt = Елдер кестесіндегі жан басына шаққандағы өнімнің қателігі
name-air_trips_growth = Соңғы санақтан кейінгі әуе сапарларының жылдық өсімі
name-event_closure = Оқиға салдарынан ұшусыз өткен айлар
name-runway_length = Әуежайдың ең ұзын ұшу-қону жолағы
name-exit_level = Жаңа бағыттың айлық жабылу қаупінің логарифмі
name-exit_thinness = Жабылу қаупінің жолаушылар санына қарай өзгеруі
name-chance_safe = Рейс өміршең деп саналатын ең аз ықтималдық
name-chance_unsafe = Рейс өміршең болмайды деп саналатын ең көп ықтималдық
name-exit_cover_elasticity = Түсім шығынды жапқан сайын жабылу қаупінің төмендеуі
name-exit_cover_reference = Жабылу қаупі бағаланған бағыттардағы түсімнің шығынға қатынасы
name-exit_cover_most = Түсімнің шығынға қатынасы: бұдан асса, бағыт сенімдірек болмайды
name-exit_passengers_scale = Жабылу қаупі көрсетілген жолаушылар саны
name-exit_passengers_most = Жолаушылар саны: бұдан асса, бағыт сенімдірек болмайды
name-ramp_up_months_1_6 = Алғашқы алты айдағы толық сұраныстың үлесі
name-ramp_up_months_7_12 = Жетінші айдан он екінші айға дейінгі толық сұраныстың үлесі
name-ramp_up_months_13_24 = Екінші жылдағы толық сұраныстың үлесі

## Деректер кестелеріндегі қателер

fault-no-fact = бұл туралы дерек жоқ: { $name } ({ $scope }); деректер кестесіне жол қосыңыз
fault-no-fact-alone = бұл туралы дерек жоқ: { $name }; деректер кестесіне жол қосыңыз
fault-no-price-index = { $year } жылғы баға деңгейі белгісіз; price_index жолын қосыңыз
fault-source-empty = дереккөздің кілті мен атауы болуы керек: «{ $key }»
fault-source-twice = «{ $key }» дереккөзі екі рет жазылған; біреуін қалдырыңыз
fault-table-header = кестенің тақырып жолы — «{ $found }»; «{ $wanted }» деп жазыңыз
fault-table-columns = жолдағы баған саны { $wanted } орнына { $found }; үтірі бар мәтінді тырнақшаға алыңыз
fault-table-name = { $name }: «{ $found }» — атау емес; кіші латын әріптерін, цифрларды және _ белгісін жазыңыз
fault-table-number = { $name }: { $column } — «{ $found }»; сан жазыңыз
fault-table-points = { $name }: «{ $found }» — жұптар тізімі емес; былай жазыңыз: 1:0.5|2:0.5
fault-table-wants-mode = { $name }: { $column } бос болуы керек; жұптар тізімі mode бағанында тұрады
fault-table-about = { $name }: about — «{ $found }»; 2017, 2017-06, 2017-06-30 деп немесе қиғаш сызықпен екі мезгіл жазыңыз
fault-table-date = { $name }: { $column } — «{ $found }»; күнді жазыңыз, мысалы 2017-06-30
fault-table-unknown = { $name }: { $column } — «{ $found }»: мұндай жоқ; мүмкін, { $near } шығар?
fault-table-price-year = { $name } — баға; ақшаның жылын price_year бағанына жазыңыз
fault-table-no-price = { $name } өлшемі — { $unit }, баға емес; price_year бағанын бос қалдырыңыз
fault-table-known-from = { $name } күнге тәуелді; қай күннен белгілі болғанын known_from бағанына жазыңыз
fault-table-foreseen = { $name } { $about } мезгіліне қатысты, ал { $known } күні, одан бұрын белгілі болған; екеуінің бірін түзетіңіз
fault-table-row-twice = { $name } бір мезгілге екі рет жазылған: { $line }-жолды қараңыз; біреуін қалдырыңыз
fault-shape-unknown = «{ $shape }» деген үлестірім түрі белгісіз; мынаны жазыңыз: { $near }
fault-shape-needs-table = { $shape } түріне жұптар тізімі керек
fault-shape-lacks = { $shape } түріне { $column } керек; сол жерге сан жазыңыз
fault-shape-refuses = { $shape } түрі { $column } мәнін қабылдамайды; бос қалдырыңыз
fault-range-not-finite = { $column } — { $number }; шекті сан жазыңыз
fault-range-order = { $below } ({ $first }) мәні { $above } ({ $second }) мәнінен үлкен; орындарын ауыстырыңыз
fault-range-not-positive = логарифмдік қалыпты аралық { $low } мәнінен басталады; нөлден үлкен сан жазыңыз
fault-table-lengths = жұптар толық емес; әрқайсысында екі сан болуы керек
fault-table-empty = жұптар тізімі бос; кемінде біреуін жазыңыз
fault-table-order = жұптар өсу ретімен тұрған жоқ; реттеңіз
fault-table-weights = салмақтар нөлден кем болмауы керек, кемінде біреуі нөлден үлкен болсын
