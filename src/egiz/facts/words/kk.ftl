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
name-boarding_minutes = Жөнелгенше қанша бұрын келу керек
name-change_minutes = Ауысудың ең аз уақыты
name-generalised_change = Ауысу жолдағы қанша уақытқа тең
name-generalised_early = Тым ерте жөнелу жолдағы қанша уақытқа тең
name-generalised_late = Тым кеш жөнелу жолдағы қанша уақытқа тең
name-leaving_minutes = Келгеннен шыққанға дейінгі уақыт
name-timetable_reach = Қала не әуежай аялдамаларының ортадан ең алыс қашықтығы
name-walking_reach = Жаяу байланысқан аялдамалар арасының шегі
name-access_minutes = Қала орталығынан вокзалға не әуежайға дейінгі уақыт
name-service_first = Күннің бірінші жөнелуі
name-service_hours = Жолдағы сағат
name-service_last = Күннің соңғы жөнелуі
name-service_month_from = Маусымның бірінші айы
name-service_month_until = Маусымның соңғы айы
name-service_weekly = Аптадағы жөнелу саны
name-walking_speed = Жаяу жүру жылдамдығы
name-built_up_density = Елді мекен жерінің шаршы километріндегі тұрғындар
name-built_up_weight = Елді мекен арқылы өтетін желі метрінің бағасы, ашық жердегі бағаға шаққанда
name-protected_weight = Қорғалатын жермен өтетін желі метрінің бағасы, ашық жердегі бағаға шаққанда
name-bridge_most = Желі өткізілетін ең кең су
name-shore_doubt = Кірістірілген картадағы жағаның ықтимал қатесі

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

## Кестелердегі қателер (GTFS)

fault-feed-not-there = { $path } деген кесте жоқ; zip, қалта не CSV көрсетіңіз
fault-feed-no-zip = { $path } zip ретінде оқылмайды; GTFS кестесін zip не қалта түрінде, не рейстер жазылған CSV беріңіз
fault-feed-corrupt = { $file }: { $table } ашылмайды; кестені қайта алыңыз
fault-feed-no-tables = { $name } ішінде stops.txt сияқты кесте файлы жоқ; GTFS кестесін беріңіз (zip басқа zip ішінде болса, оны ашыңыз)
fault-feed-separator = ұяшықтар «{ $sign }» белгісімен бөлінген; кестені үтірмен сақтаңыз
fault-feed-many-files = zip ішіндегі файл саны { $count }; кестеде { $most } файлдан артық болмайды
fault-feed-unsafe-name = zip ішінде «{ $name }» бар, бұл атау одан тысқа апарады; мұндай zip оқылмайды
fault-feed-locked = «{ $name }» құпиясөзбен жабылған; кестені құпиясөзсіз беріңіз
fault-feed-bomb = «{ $name }» ашылғанда { $ratio } есе үлкейеді, шегі — { $most }; мұндай zip оқылмайды
fault-feed-too-large = { $name } ашылғанда { $size } МБ болады, ал { $most } МБ-тан артығы оқылмайды; керек өңірді қиып алыңыз
fault-feed-table-twice = zip ішінде «{ $first }» де, «{ $second }» де бар; біреуін қалдырыңыз
fault-feed-file-missing = кестеде { $table } жоқ; қосыңыз
fault-feed-calendar-missing = кестеде calendar.txt те, calendar_dates.txt те жоқ; біреуін қосыңыз
fault-feed-column-missing = { $column } бағаны жоқ; мүмкін, { $nearest } шығар? Атын өзгертіңіз
fault-feed-column-missing-alone = { $column } бағаны жоқ; бары: { $found }; қосыңыз
fault-feed-empty-table = { $table } ішінде жол жоқ; қосыңыз
fault-feed-ragged = жолдағы ұяшық саны { $wanted } орнына { $found }; үтірі бар мәтінді тырнақшаға алыңыз
fault-feed-quotes = { $table } ішіндегі тырнақша ұяшықтың басында ашылмайды не соңында жабылмайды; ішіндегі тырнақшаны қосарлаңыз
fault-feed-not-utf8 = { $byte } байты UTF-8 емес; файлды UTF-8 түрінде сақтаңыз
fault-feed-endless-line = { $file }: { $table } ішіндегі жол бітпейді; бұл кесте ме, тексеріңіз
fault-feed-id-twice = { $column } «{ $id }» { $line }-жолда бар; әрқайсысына өз атауын беріңіз
fault-feed-empty-cell = { $column }: бос; толтырыңыз
fault-feed-unknown-id = { $column } «{ $id }» белгісіз; кестесіне қосыңыз не атауын түзетіңіз
fault-feed-bad-time = { $column } — «{ $found }»; сағат, минут, секунд жазыңыз, мысалы 07:05:00 не 25:10:00
fault-feed-bad-number = { $column } — «{ $found }»; 0 не одан үлкен бүтін сан жазыңыз
fault-feed-bad-date = { $column } — «{ $found }»; күнді жазыңыз, мысалы 20190304
fault-feed-bad-degrees = { $column } — «{ $found }»; -{ $most } мен { $most } аралығындағы градусты жазыңыз
fault-feed-not-an-option = { $column } — «{ $found }»; мыналардың бірін жазыңыз: { $options }
fault-feed-unknown-zone = { $column } «{ $found }» — уақыт белдеуі емес; мысалы, Asia/Almaty деп жазыңыз
fault-feed-dates-order = end_date күні start_date күнінен бұрын; орындарын ауыстырыңыз
fault-feed-exception-twice = бір күн бір қызметке қосылған да, алынып тасталған да; біреуін қалдырыңыз
fault-feed-sequence-twice = сапарда осы stop_sequence қайталанған; аялдамаларды ретімен нөмірлеңіз
fault-feed-untimed-end = сапардың бірінші және соңғы аялдамасында уақыт болуы керек; жазыңыз
fault-feed-stay-negative = жөнелу уақыты { $departure } келу уақытынан { $arrival } бұрын; екеуінің бірін түзетіңіз
fault-feed-ride-negative = келу уақыты { $arrival } алдыңғы аялдамадан жөнелу уақытынан { $departure } бұрын; екеуінің бірін түзетіңіз
fault-feed-transfer-open = ауысуға from_stop_id мен to_stop_id керек, ал 4 пен 5 түріне екі сапар да керек; толтырыңыз
fault-feed-bad-frequency = жиілікке басы, одан бұрын болмайтын соңы және 0-ден үлкен headway_secs керек; түзетіңіз
fault-feed-too-many-calls = жиіліктер { $most } аялдамадан артық береді; керек өңірді қиып алыңыз
fault-feed-never-runs = ешбір күні ештеңе жүрмейді; { $table } мен calendar_dates.txt файлдарын тексеріңіз
fault-feed-parent-loop = parent_station шеңбер бойымен айналады; станцияны көрсетіңіз
fault-feed-no-place = «{ $id }» аялдамасында stop_lat пен stop_lon жоқ; толтырыңыз
fault-feed-more = мұндай қате тағы бар: { $count }

## Жол нүктелерінің қателері

fault-line-point = { $number }-нүкте ({ $place }) — Жердегі орын емес; бойлық пен ендікті градуспен жазыңыз, мысалы 61.40,55.16
fault-line-points-few = желіге кемінде екі нүкте керек, берілгені: { $count }; қосыңыз
fault-line-points-near = { $first } мен { $last } — бір орын; бір-бірінен алыс екі шет беріңіз
fault-line-points-opposite = { $first } мен { $last } Жердің қарама-қарсы жағында, сондықтан түзу жол белгісіз; жақынырақ екі шет беріңіз
fault-line-too-large = ені { $width } км, ұзындығы { $length } км алаңға { $cell } м ұяшықпен { $memory } ГБ керек, ал шегі — { $most } ГБ; { $enough } м ұяшық не тар жолақ алыңыз немесе желіні бөліп жүргізіңіз
fault-line-point-in-sea = { $number }-нүкте ({ $place }) теңізде не көлде жатыр; оны құрлыққа жылжытыңыз
fault-line-point-closed = { $number }-нүкте ({ $place }) желі салуға болмайтын жерде: кең суда не жабық жерде; оны жылжытыңыз
fault-line-point-no-height = { $number }-нүктеде ({ $place }) жер бедерінің биіктігі белгісіз; ол жер бар файлды қосыңыз
fault-line-sea-between = { $first } пен { $second } арасында құрлықпен өту мүмкін емес: теңіз, кең су не жабық жер бөгейді, ең тар тұсы { $width } км, { $place } маңында; жолақты кеңейтіңіз немесе бір жақтағы нүктелерді беріңіз

## Жер бедерінің қателері

fault-terrain-not-there = { $path } деген жер бедері жоқ; GeoTIFF не .hgt файлын немесе олардың қалтасын көрсетіңіз
fault-terrain-empty = { $path } ішінде .tif те, .hgt те жоқ; файлдарды салыңыз
fault-terrain-format = { $path } — .tif те, .hgt те емес; оны GeoTIFF түріне айналдырыңыз
fault-terrain-needs-rasterio = { $path } тек rasterio арқылы оқылады; орнатыңыз: pip install "egiz[terrain]"
fault-terrain-hgt-name = { $path } атауынан оның қай жер екені белгісіз; файлды оңтүстік-батыс бұрышы бойынша атаңыз, мысалы N51E071.hgt
fault-terrain-hgt-size = { $path } көлемі { $bytes } байт, бұл биіктіктер шаршысы емес; файлды қайта алыңыз
fault-terrain-not-read = { $path } оқылмайды ({ $why }); файлды қайта алыңыз
fault-terrain-no-projection = { $path } ішінде проекция көрсетілмеген; жазыңыз, мысалы EPSG:4326
fault-terrain-bad-projection = { $path } проекциясын бойлық пен ендікке айналдыру мүмкін емес ({ $why }); файлды EPSG:4326 проекциясына келтіріңіз
fault-terrain-overlap = { $path } мен { $other } бір жерді көрсетеді; біреуін қалдырыңыз
fault-terrain-missing = { $path } ішінде мына градус шаршылары жетіспейді, саны { $count }: { $names }; осы файлдарды қосыңыз не тар жолақ алыңыз

## Жер бетінің қателері

fault-surface-not-there = { $path } файлы жоқ; көпбұрыштарды GeoJSON не GeoPackage түрінде беріңіз
fault-surface-format = { $path } — .geojson да, .gpkg де емес; көпбұрыштарды осының бірінде сақтаңыз
fault-surface-not-read = { $path } оқылмайды ({ $why }); файлды қайта сақтаңыз
fault-surface-no-layer = { $path } ішінде көпбұрыштар қабаты жоқ; қосыңыз
fault-surface-projection = { $path } ішіндегі { $layer } қабатының проекциясы белгісіз; EPSG:4326 түрінде сақтаңыз
fault-surface-not-area = { $path } ішіндегі { $feature }-нысан — { $kind }; тек көпбұрыш беріңіз
fault-surface-degrees = { $path } ішіндегі { $feature }-нысан Жерден шығып кетеді: { $place }; бойлық пен ендікті градуспен жазыңыз
fault-surface-cover = { $path } ішіндегі { $feature }-нысанда surface «{ $found }» деп тұр; мыналардың бірін жазыңыз: { $covers }
fault-surface-weight = { $path } ішіндегі { $feature }-нысанның салмағы «{ $found }»; 1 не одан үлкен сан жазыңыз

## Рейстер тізіміндегі қателер

fault-services-bad-clock = { $column } — «{ $found }»; сағат пен минут жазыңыз, мысалы 07:05, келесі күні келсе — 07:05+1
fault-services-bad-weekdays = { $column } — «{ $found }»; күндерді жазыңыз, мысалы 135, 1-5, mon-fri не daily
fault-services-bad-day = { $column } — «{ $found }»; күнді жазыңыз, мысалы 2019-03-04
fault-services-days-order = last_day «{ $found }» күні first_day күнінен бұрын, не бірі 1970 пен 2199 жыл аралығында емес; екеуінің бірін түзетіңіз
fault-services-same-place = «{ $found }» — жөнелетін жердің өзі; қайда баратынын жазыңыз
fault-services-backwards = екі қаланың сағаты бойынша келу уақыты { $found } жөнелуден бұрын; екеуінің бірін түзетіңіз
fault-services-no-airport = «{ $name }» қаласында тұрақты рейстері бар әуежай жоқ; әуежай кодын жазыңыз, мысалы NQZ

## Кестемен не істелді

note-feed-cut-trips = Екі аялдама арасында уақыты кері жүретін сапарлар сол жерінен бөлінді: { $count } (stop_times.txt, жолдар: { $lines })
note-feed-blank-times = Бос уақыттар аялдама саны бойынша біркелкі толтырылды: { $count }
note-feed-frequencies = frequencies.txt бойынша дәл сол аралықпен жүреді деп жазылған сапарлар: { $count }
note-feed-short-trips = Екі аялдамасы жоқ сапарлар есепке алынбады: { $count }
note-feed-pathways = pathways.txt пайдаланылмайды: станция ішіндегі жол ауысу уақытына кіреді.
note-feed-zones = Тасымалдаушылар уақытты әртүрлі белдеумен жазады: { $zones }
note-feed-parent-place = Өз орны көрсетілмей, станциясының орнына қойылған аялдамалар: { $count }
name-net_yield = Алымсыз, жолаушы-километрге келетін табыс
name-yield_reference_length = Табыс есептелген сапар ұзындығы
name-stage_length_elasticity = Километрлік табыстың қашықтыққа икемділігі
name-ticket_charges = Билеттегі алымдар мен салықтар

## Пойыздар

name-auxiliary_power = Пойыздың өз қажетіне жұмсайтын қуаты
name-braking = Пойыздың тежелу баяулауы
name-braking_returned = Тежеу энергиясының желіге қайтарылатын үлесі
name-corner_force = Толық қуатқа шыққандағы тарту күші
name-curve_resistance = Қисық жолдың кедергісі (радиусқа көбейтілген), салмақ үлесімен
name-recovery_margin = Жүріс уақытының қоры, ең аз уақыттың үлесі
name-resistance_constant = Қозғалыс кедергісі, тұрақты бөлігі
name-resistance_doubt = Қозғалыс кедергісінің белгісіздігі
name-resistance_linear = Қозғалыс кедергісі, жылдамдықпен өсетін бөлігі
name-resistance_square = Қозғалыс кедергісі, ауа кедергісі
name-rotating_mass = Айналмалы массалар коэффициенті
name-starting_acceleration = Пойыздың ең үлкен үдеуі
name-starting_force = Орнынан қозғалғандағы тарту күші
name-stop_minutes = Аралық станциядағы аялдама
name-traction_efficiency = Түйіспе желісінен дөңгелекке дейінгі ПӘК
name-traction_power = Пойыздың дөңгелектегі қуаты
name-train_length = Пойыз ұзындығы
name-train_mass = Жолаушылары бар пойыздың массасы
name-train_seats = Пойыздағы орындар
name-train_top_speed = Пойыздың ең жоғары жылдамдығы
name-tunnel_drag = Тоннельдің ауа кедергісіне қосатыны

## Today's railway

name-rail_length = Теміржолдың ұзындығы
name-rail_share_error = Ұшақпен қатар пойыздың үлесі: қалалар жұбының өз ерекшелігі
name-rail_share_level = Белгілі бір жол уақытындағы ұшақпен қатар пойыздың үлесі
name-rail_share_reference = Пойыздың үлесі айтылған жол уақыты
name-rail_share_slope = Ұшақпен қатар пойыздың үлесі: әр қосымша сағат
name-station_latitude = Станцияның ендігі
name-station_longitude = Станцияның бойлығы

## Rules of a line for fast trains

name-cut_slope = Ойық қиябетінің еңістігі
name-cut_width = Ойық табанының ені
name-fill_slope = Үйінді қиябетінің еңістігі
name-formation_width = Үйінді үстіндегі жер төсемінің ені
name-line_grade = Жүрдек пойыздар желісінің ең үлкен еңісі
name-line_radius = Жылдамдығына қарай желінің ең кіші радиусы
name-vertical_radius = Жылдамдығына қарай профильдегі ең кіші радиус
