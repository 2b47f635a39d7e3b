### Тікелей рейс, қазақша.

kind-air_route = Тікелей рейс

## Неден есептеледі

name-weekly_flights = Аптасына рейс саны
name-aircraft = Ұшақ
name-great_circle = Үлкен шеңбер доғасымен ұшу қашықтығы
name-aircraft_numbers = Үлгілердің нөмірлері
name-home_fuel_price = Бірінші қаладағы авиаотын бағасы
name-away_fuel_price = Екінші қаладағы авиаотын бағасы
name-table_distance = Отын мен уақыт кестесінің қашықтықтары
name-table_fuel = Ұшып көтерілуден қонуға дейінгі отын, әдістердің ортасы
name-table_time = Желсіз ауада ұшып көтерілуден қонуға дейінгі сағат
name-taxi_fuel_flow = Жермен жүрудегі отын шығыны
name-fuel_doubt = Әдістер арасындағы отын айырмасы
name-time_doubt = Жылдамдықтар арасындағы уақыт айырмасы
name-home_airport_charge_per_tonne = Бірінші қаладағы қону және қауіпсіздік алымы, тоннасына
name-away_airport_charge_per_tonne = Екінші қаладағы қону және қауіпсіздік алымы, тоннасына
name-home_airport_charge_per_passenger = Бірінші қаладағы жолаушы үшін әуежай алымы
name-away_airport_charge_per_passenger = Екінші қаладағы жолаушы үшін әуежай алымы
name-home_navigation_rate = Бірінші қала елінің үстіндегі аэронавигация алымы
name-away_navigation_rate = Екінші қала елінің үстіндегі аэронавигация алымы
name-home_foreign_navigation_rate = Бірінші қала елінің үстінде шетел тасымалдаушыларынан алынатын алым
name-away_foreign_navigation_rate = Екінші қала елінің үстінде шетел тасымалдаушыларынан алынатын алым
name-home_national_treatment = Бірінші қаланың елінде өз тасымалдаушысындай төлеу
name-away_national_treatment = Екінші қаланың елінде өз тасымалдаушысындай төлеу
name-home_terminal_navigation = Бірінші қаланың әуежай маңындағы аэронавигация
name-away_terminal_navigation = Екінші қаланың әуежай маңындағы аэронавигация
name-home_kept = Бірінші қаланың әуежайында қалатындардың үлесі
name-away_kept = Екінші қаланың әуежайында қалатындардың үлесі

## Рейстер туралы деректер

name-seats = Ұшақтағы орын саны
name-ownership_per_block_hour = Рейстің әр сағатына келетін лизинг пен сақтандыру
name-crew_per_block_hour = Рейстің әр сағатына келетін экипаж шығыны
name-maintenance_per_flight_hour = Ұшудың әр сағатына келетін техникалық қызмет
name-take_off_mass = Ұшып көтерілудің ең үлкен массасы
name-max_range = Салон толғандағы ең алыс ұшу қашықтығы
name-runway_need = Қажетті ұшу-қону жолағының ұзындығы
name-handling = Бір ұшуға жердегі қызмет көрсету
name-airport_charge_per_tonne = Қону және авиациялық қауіпсіздік алымы, тоннасына
name-airport_charge_per_passenger = Әуежай алымдары, жолаушыға
name-navigation_rate = Негізгі массадағы бағыт бойынша аэронавигация алымы
name-foreign_navigation_rate = Шарты жоқ шетел тасымалдаушыларының аэронавигация алымы
name-national_treatment = Елдің өз тасымалдаушысындай төлеу
name-terminal_navigation = Әуежай маңындағы аэронавигация
name-home_airspace_share = Жолдың бірінші қала елінің үстіндегі бөлігі
name-taxi_time = Екі әуежайда жермен жүру
name-fuel_in_service = Пайдаланудағы отынның есептелгенге қатынасы
name-time_in_service = Пайдаланудағы уақыттың желсіз ауадағы уақытқа қатынасы
name-navigation_reference_mass = Аэронавигация алымы есептелетін масса
name-overhead_share = Авиакомпанияның үстеме шығындарының тікелей шығындарға қатынасы
name-other_cost_per_fuel = Жарияланған құрылым бойынша отын тоннасына келетін өзге шығын
name-structure_weight = Жарияланған құрылымның баптар қосындысына қарсы салмағы
name-distribution_share = Билет сату шығыны, жол ақысының үлесі
name-distance_adjustment = Ұшып өтілген қашықтықтың үлкен шеңбер доғасына қатынасы
name-co2_per_fuel = Отыннан бөлінетін көмірқышқыл газы
name-sectors_per_flight = Барып-қайту рейсіндегі ұшу саны
name-daily_service = Күн сайынғы қатынастағы аптадағы рейс саны
name-frequency_elasticity = Сапарлардың аптадағы рейс санына икемділігі
name-stimulation = Тікелей рейстегі сапарлардың ауысып отыратын сапарларға қатынасы
name-highest_load = Толық ұшудағы орындардың толуы
name-demand_variation = Ұшулар арасындағы сұраныс ауытқуы
name-net_yield = Алымсыз, жолаушы-километрге келетін табыс
name-yield_reference_length = Табыс есептелген сапар ұзындығы
name-stage_length_elasticity = Километрлік табыстың қашықтыққа икемділігі

## Не есептеледі

name-sectors = Жылына ұшу саны
name-flown_distance = Бір ұшудағы жүріп өтілген қашықтық
name-airborne_time = Әуедегі уақыт
name-block_time = Тұрақтан тұраққа дейінгі уақыт
name-taxi_fuel = Жермен жүру отыны
name-airborne_fuel = Ұшып көтерілуден қонуға дейінгі отын
name-home_en_route_rate = Бірінші қала елінің үстінде төленетін алым
name-away_en_route_rate = Екінші қала елінің үстінде төленетін алым
name-en_route_rate = Орташа километр үшін аэронавигация алымы
name-terminal_navigation_rate = Орташа рейстің әуежай маңындағы аэронавигациясы
name-fuel = Бір ұшуға кететін отын
name-frequency_share = Осындай күндер жететіндердің үлесі
name-trips_own = Рейске ауысуға дайын нарық сапарлары
name-trips_willing = Рейске ауысуға дайын сапарлар
name-demand_per_sector = Орын сұрайтын жолаушылар
name-seat_limit = Бір ұшудағы жолаушылардың ең көп саны
name-passengers_per_sector_by_aircraft = Бір ұшудағы жолаушылар, үлгі бойынша
name-yearly_passengers_by_aircraft = Жылдағы жолаушылар, үлгі бойынша
name-load_by_aircraft = Орындардың толуы, үлгі бойынша
name-net_fare = Алымсыз бір бағыттағы жол ақысы
name-fuel_cost = Отын
name-crew_cost = Экипаж
name-maintenance_cost = Техникалық қызмет
name-ownership_cost = Лизинг және сақтандыру
name-airport_cost = Әуежай алымдары
name-navigation_cost = Аэронавигация
name-passenger_cost = Жолаушы алымдары және сату
name-direct_cost_parts = Бір ұшудың тікелей шығындары, баптар бойынша
name-overhead_cost = Үстеме шығындар
name-summed_cost_parts = Рейс құны баптардың қосындысы ретінде
name-structure_cost = Жарияланған құрылым бойынша отыннан өзге шығын
name-cost_level = Шығын деңгейінің баптар қосындысына қатынасы
name-sector_cost_parts = Бір ұшудың шығындары, баптар мен үлгілер бойынша
name-sector_cost_by_aircraft = Бір ұшудың шығындары, үлгі бойынша
name-yearly_revenue_by_aircraft = Жылдық түсім, үлгі бойынша
name-yearly_cost_by_aircraft = Жылдық шығын, үлгі бойынша
name-yearly_profit_by_aircraft = Жыл нәтижесі, үлгі бойынша
name-aircraft_type = Таңдалған үлгі
name-aircraft_best = Кейін қарағандағы ең тиімді үлгі
name-aircraft_chosen = Таңдалған үлгінің белгісі
name-yearly_revenue = Жылдық түсім
name-yearly_cost = Жылдық шығын
name-yearly_profit = Жыл нәтижесі
name-sector_cost_components = Бір ұшудың шығындары, баптар бойынша
name-passengers_per_sector = Бір ұшудағы жолаушылар
name-seats_per_sector = Бір ұшудағы орындар
name-sector_time = Тұрақтан тұраққа дейінгі уақыт, таңдалған үлгі
name-sector_fuel = Бір ұшуға кететін отын, таңдалған үлгі
name-sector_cost = Бір ұшудың шығыны
name-sector_gap = Бір ұшуға жетпейтін қаржы
name-yearly_passengers = Жылдағы жолаушылар
name-yearly_seats = Жылдағы орындар
name-load = Орындардың толуы
name-makes_profit = Орныққан жылдың өзін ақтау ықтималдығы
name-yearly_co2 = Жылдағы көмірқышқыл газы
name-co2_per_passenger = Бір жолаушыға көмірқышқыл газы

## Рейс өміршең бола ма

name-ramp_months = Әр кезеңнің ұзақтығы
name-frequencies = Аптасына рейс саны
name-ramp_up = Әр кезеңдегі орныққан ағынның үлесі
name-cover = Шығынның жол ақысымен жабылатын үлесі
name-passengers_by_period = Кезеңдер бойынша тасымал қарқыны
name-relative_size = Бастапқыға қатысты жолаушылар, кезең бойынша
name-relative_cover = Бастапқыға қатысты жабылу
name-hazard = Бір айда жабылу қаупі
name-chance_viable = Қолдаусыз 24 айға жету ықтималдығы
name-full_cover = Тапшылық төленгендегі жабылу
name-hazard_supported = Тапшылық төленгенде бір айда жабылу қаупі
name-chance_supported = Тапшылық төленгенде 24 айға жету ықтималдығы
name-yearly_gap = Бір жылға жетпейтін қаржы
name-option_sectors = Жылына ұшу саны, жиілік бойынша
name-option_frequency_share = Осындай жиілік жететіндердің үлесі
name-option_trips = Рейске ауысуға дайын сапарлар, жиілік бойынша
name-option_demand = Орын сұрайтын жолаушылар, жиілік бойынша
name-option_passengers = Бір ұшудағы жолаушылар, нұсқа бойынша
name-cost_per_passenger = Тағы бір жолаушының шығыны
name-option_sector_cost = Бір ұшудың шығындары, нұсқа бойынша
name-option_cover = Шығынның жол ақысымен жабылатын үлесі, нұсқа бойынша
name-option_profit = Жыл нәтижесі, нұсқа бойынша
name-option_yearly_passengers = Жылдағы жолаушылар, нұсқа бойынша
name-option_relative_size = Бастапқыға қатысты жолаушылар, нұсқа бойынша
name-option_relative_cover = Бастапқыға қатысты жабылу, нұсқа бойынша
name-option_hazard = Бір айда жабылу қаупі, нұсқа бойынша
name-chance_viable_by_option = 24 айға жету ықтималдығы, жиілік пен үлгі бойынша
name-best_option = Ең тиімді нұсқаның белгісі
name-best_frequency = Ең тиімді нұсқадағы апталық рейс саны
name-best_aircraft = Ең тиімді нұсқадағы үлгі
name-chance_best = Ең тиімді нұсқаның 24 айға жету ықтималдығы
axis-ramp_period = Кезең
axis-frequency = Аптасына рейс саны
label-months_1_6 = 1–6 айлар
label-months_7_12 = 7–12 айлар
label-months_13_24 = 13–24 айлар

## Осьтердің жазулары

axis-aircraft = Үлгі
axis-cost_part = Бап
axis-direct_part = Бап
axis-trips_brought = Кім тартты
label-fuel = Отын
label-crew = Экипаж
label-maintenance = Техникалық қызмет
label-ownership = Лизинг және сақтандыру
label-airport = Әуежай алымдары
label-navigation = Аэронавигация
label-handling = Жердегі қызмет
label-passenger = Жолаушы алымдары және сату
label-overhead = Үстеме шығындар

## Қорытындылар

finding-air_route-life = { $verdict ->
    [lives] Рейс өміршең болуы ықтимал: қолдаусыз екі жыл жұмыс істеу ықтималдығы – { $chance_viable }.
    [fails] Рейстің өміршең болуы екіталай: қолдаусыз екі жыл жұмыс істеу ықтималдығы – { $chance_viable }.
   *[open] Рейстің өміршең болатыны белгісіз: қолдаусыз екі жыл жұмыс істеу ықтималдығы – { $chance_viable }.
} Жылына { $yearly_passengers } жолаушы болғанда, жол ақысы шығынның { $cover } бөлігін жабар еді.
finding-air_route-remedy = { $verdict ->
    [option] Не көмектесер еді: { $best_aircraft }, аптасына рейс саны: { $best_frequency }; ықтималдығы – { $chance_best }.
   *[support] Аптасына бірден жетіге дейін рейспен ешбір үлгінің қолдаусыз өміршең болуы екіталай: ең жоғары ықтималдық – { $chance_best }.
} Егер бюджет бір ұшуға { $sector_gap }, жылына { $yearly_gap } төлесе, ықтималдық { $chance_supported } болар еді.
finding-air_route-riders = Екі бағытта жылына шамамен { $yearly_passengers } жолаушы ұшар еді: орташа бір ұшуда { $passengers_per_sector }, яғни орындардың { $load }.
finding-air_route-money = Бір ұшу { $sector_cost } тұрады, ал бір жолаушының алымсыз ақысы – { $net_fare }; орныққан жылдың нәтижесі – { $yearly_profit }. Өзін ақтау ықтималдығы – { $makes_profit }; бір ұшуға { $sector_gap } жетпес еді.
finding-air_route-aircraft = Күтілетін пайда үшін тасымалдаушы { $aircraft_type } үлгісін таңдар еді; кейін қарағанда ең тиімдісі – { $aircraft_best }.
finding-air_route-climate = Жылдық отыннан { $yearly_co2 } көмірқышқыл газы шығады, бір ұшудағы әр жолаушыға – { $co2_per_passenger }.

## Ескертпелер, уәделер, себептер

note-first-estimate = Нарықты алғашқы бағалау: барлық жолаушыға бір ағын, кесте мен маусым әлі жоқ. Өміршеңдік ықтималдығының түсім мен шығын қатынасына тәуелділігі пайымға сүйенеді; басқа елдердегі жаңа бағыттардың жабылуы тек деңгейін береді.
note-runway-unknown = Екі әуежайдың кемінде біреуінің ұшу жолағының ұзындығы белгісіз; ол әр үлгіге жарайды деп алынды. Үлгіні атамас бұрын тексеріңіз.
observable-passengers_per_sector = Орташа бір ұшуда саналған жолаушылар
observable-yearly_passengers = Бір жылда саналған жолаушылар
observable-load = Толған орындардың үлесі
why-no-airport = { $city } қаласына жақын жерде әуежай жоқ.
why-same-airport = Екі қаланың әуежайы бір: { $airport }.
why-no-aircraft = { $aircraft ->
    [any] Белгілі үлгілердің ешқайсысы бұл ұшу-қону жолақтарынан { $km } км ұша алмайды.
   *[other] { $aircraft } бұл ұшу-қону жолақтарынан { $km } км ұша алмайды.
}
