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
name-highest_load = Толық ұшудағы орындардың толуы
name-demand_variation = Ұшулар арасындағы сұраныс ауытқуы

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
name-co2_per_seat = Бір орынға көмірқышқыл газы

## Рейс өміршең бола ма

name-ramp_months = Әр кезеңнің ұзақтығы
name-frequencies = Аптасына рейс саны
name-ramp_up = Әр кезеңдегі орныққан ағынның үлесі
name-cover = Шығынның жол ақысымен жабылатын үлесі
name-relative_size = Бастапқыға қатысты жолаушылар
name-relative_cover = Бастапқыға қатысты жабылу
name-ramp_weight = Орныққан қауіппен алғашқы 24 айға тең айлар
name-cause_ramp_weight = Сол айлар, себеп бойынша
name-remedy_ramp_weight = Сол айлар, шара бойынша
name-hazard = Орныққан рейстің бір айда жабылу қаупі
name-chance_viable = 24 айға жету ықтималдығы
name-yearly_gap = Бір жылға жетпейтін қаржы
name-option_sectors = Жылына ұшу саны, жиілік бойынша
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

## Рейс неге жабылады және не көмектесер еді

name-usual_hazard = Әдеттегі жаңа бағыттың бір айда жабылу қаупі
name-gap_paid = Бюджет төлейтін тапшылық үлесі
name-months_closed = Жабылу салдарынан ұшусыз өткен айлар
name-longest_pause = Рейс шыдайтын ұшусыз айлар саны
name-usual_load = Әдеттегі бағыттағы орындардың толуы
name-usual_route_passengers = Әдеттегі жаңа бағыттың бастапқы жолаушылары
name-marketing_budget = Жарнама науқанының бюджеті
name-marketing_effect = Жетпейтін жолаушылардың жарнама әкелетін бөлігі
name-least_cause_weight = Аталатын себептің ең аз салмағы
name-support_level = Төленген тапшылық үлесі, шара бойынша
name-marketed = Жарнамасы бар шаралардың белгісі
name-closure_survived = Жабылудан кейін қайта ашылады
name-paid_cover = Шығынның жол ақысымен және қолдаумен жабылатын үлесі
name-yearly_support = Жылдық қолдау
name-chosen_seat_limit = Бір ұшудағы ең көп жолаушы, таңдалған үлгі
name-part_weight = Тікелей шығынның бір доллары жалпы шығынға қосатын сома
name-chosen_cost_per_passenger = Тағы бір жолаушының шығыны, таңдалған үлгі
name-chosen_empty_cost = Жолаушы отырғанға дейінгі ұшу шығыны
name-own_route_rate = Өз тасымалдаушылары үшін орташа километрдің аэронавигациясы
name-chosen_mass_factor = Аэронавигациядағы масса көбейткіші, таңдалған үлгі
name-foreign_charge = Шетелдіктерден алынатын алымның ұшуға қосатыны
name-trips_without_rivals = Көрші әуежайлар болмағандағы сапарлар
name-trips_without_modes = Пойыз, автобус және автокөлік болмағандағы сапарлар
name-trips_if_daily = Кез келген қалаған күні рейс табылғандағы сапарлар
name-cause_trips = Рейске ауысуға дайын сапарлар, себеп бойынша
name-cause_passengers = Бір ұшудағы жолаушылар, себеп бойынша
name-usual_passengers = Орындар әдеттегідей толғандағы жолаушылар
name-fitting_share = Жететін орындардың үлесі
name-covering_fare = Орындар әдеттегідей толғанда шығынды жабатын жол ақысы
name-cause_cost = Бір ұшудың шығыны, себеп бойынша
name-cause_fare = Алымсыз жол ақысы, себеп бойынша
name-cause_cover = Шығынның жол ақысымен жабылатын үлесі, себеп бойынша
name-cause_paid_cover = Шығынның қолдаумен бірге жабылатын үлесі, себеп бойынша
name-cause_relative_cover = Бастапқыға қатысты жабылу, себеп бойынша
name-cause_relative_size = Бастапқыға қатысты жолаушылар, себеп бойынша
name-cause_hazard = Бір айда жабылу қаупі, себеп бойынша
name-chance_viable_by_cause = Әр себеп жойылғанда 24 айға жету ықтималдығы
name-cause_weight = Әр себептің салмағы, логарифм
name-cause_order = Әр себептің салмағы бойынша орны
name-cause_first = Басты себеп
name-cause_second = Екінші себеп
name-cause_third = Үшінші себеп
name-chance_without_first = Басты себеп болмағандағы ықтималдық
name-chance_without_second = Екінші себеп болмағандағы ықтималдық
name-chance_without_third = Үшінші себеп болмағандағы ықтималдық
name-causes_named = Атауға тұрарлық себептер саны
name-aircraft_cover = Шығынның жабылатын үлесі, үлгі бойынша
name-aircraft_relative_cover = Бастапқыға қатысты жабылу, үлгі бойынша
name-aircraft_relative_size = Бастапқыға қатысты жолаушылар, үлгі бойынша
name-aircraft_hazard = Бір айда жабылу қаупі, үлгі бойынша
name-chance_viable_by_aircraft = Келісілген жиілікте 24 айға жету ықтималдығы, үлгі бойынша
name-other_type = Келісілген жиілікте ықтималдығы ең жоғары үлгі
name-type_marked = Ықтималдығы ең жоғары үлгінің белгісі
name-type_passengers = Жылдағы жолаушылар, ықтималдығы ең жоғары үлгі
name-type_revenue = Жылдық түсім, ықтималдығы ең жоғары үлгі
name-type_cost = Жылдық шығын, ықтималдығы ең жоғары үлгі
name-other_days = Таңдалған үлгінің ең тиімді жиілігі
name-days_marked = Ең тиімді жиіліктегі таңдалған үлгінің белгісі
name-days_passengers = Ең тиімді жиіліктегі жылдық жолаушылар
name-days_revenue = Ең тиімді жиіліктегі жылдық түсім
name-days_sectors = Ең тиімді жиіліктегі жылдық ұшу саны
name-days_cost = Ең тиімді жиіліктегі жылдық шығын
name-best_passengers = Ең тиімді нұсқадағы жылдық жолаушылар
name-best_revenue = Ең тиімді нұсқадағы жылдық түсім
name-best_sectors = Ең тиімді нұсқадағы жылдық ұшу саны
name-best_cost = Ең тиімді нұсқадағы жылдық шығын
name-yearly_passengers_by_remedy = Жылдағы жолаушылар, шара бойынша
name-remedy_revenue = Жылдық түсім, шара бойынша
name-remedy_cost = Жылдық шығын, шара бойынша
name-remedy_sectors = Жылдық ұшу саны, шара бойынша
name-remedy_support = Жылдық тапшылықтың төленген бөлігі, шара бойынша
name-remedy_cover = Шығынның жабылатын үлесі, шара бойынша
name-remedy_relative_cover = Бастапқыға қатысты жабылу, шара бойынша
name-remedy_ramp_up = Әр кезеңдегі орныққан ағынның үлесі, шара бойынша
name-remedy_relative_size = Бастапқыға қатысты жолаушылар, шара бойынша
name-remedy_hazard = Бір айда жабылу қаупі, шара бойынша
name-chance_viable_by_remedy = 24 айға жету ықтималдығы, шара бойынша
name-yearly_support_by_remedy = Бюджеттің бір жылға төлейтіні, шара бойынша
name-sector_support_by_remedy = Бюджеттің бір ұшуға төлейтіні, шара бойынша
name-is_enough = Осы шараның өзі жеткілікті
name-remedy_cheapest = Жеткілікті шаралардың ең арзаны
name-remedy_strongest = Ықтималдығы ең жоғары шара
name-cheapest_chance = Осы шарадағы ықтималдық
name-cheapest_support = Ол үшін бюджет жылына төлейтін сома
name-cheapest_sector_support = Ол үшін бюджет бір ұшуға төлейтін сома
name-strongest_chance = Шаралар арасындағы ең жоғары ықтималдық
name-strongest_support = Ең күшті шараның жылдық бюджеті
name-season_months = Маусымдағы айлар саны
name-stop_hours = Жолдағы аялдама уақыты
name-triangle_detour = Ең ұзақ айналма жолдың тіке жолға қатынасы
name-third_nearest = Үшінші қаланың екі шеттен ең аз қашықтығы
name-third_market = Үшінші қала жолаушыларының жұп жолаушыларына қатынасы
name-third_unserved = Үшінші қаланың тікелей рейсі әлі жоқ
name-third_length = Үшінші қалаға дейінгі қашықтықтың жұп қашықтығына қатынасы
name-triangle_length = Үшбұрыш ұзындығының екі еселенген тіке жолға қатынасы
name-triangle_landings = Үшбұрыштағы қонулардың тіке жолдағыға қатынасы
name-chosen_trips = Рейске ауысуға дайын сапарлар, таңдалған үлгі
name-chosen_demand = Орын сұрайтын жолаушылар, таңдалған үлгі
name-month_part = Жолаушылардың айлар бойынша үлесі
name-season_marked = Маусым айларының белгісі
name-season_share = Маусымда келетін жолаушылардың үлесі
name-year_flown = Жылдың ұшатын бөлігі
name-season_carried = Маусымда бір ұшудағы жолаушылар
name-season_sectors = Тек маусымдағы жылдық ұшу саны
name-season_passengers = Тек маусымдағы жылдық жолаушылар
name-season_revenue = Маусымның түсімі
name-season_cost = Маусымның шығыны
name-way_share = Шығынның жолға байланысты бөлігі
name-triangle_empty_cost = Жолаушы отырғанға дейінгі үшбұрыш жартысының шығыны
name-mean_time_weight = Барлық әуе жолаушысы үшін бір сағаттың пайдалылығы
name-through_hours = Үшінші қала арқылы жол неше сағатқа ұзағырақ
name-triangle_kept = Бір жолы үшінші қала арқылы өтсе де қалатындардың үлесі
name-third_part = Қосылатын үшінші қала жолаушылары
name-triangle_carried = Үшбұрышта бір ұшудағы жолаушылар
name-triangle_passengers = Үшбұрышпен жылдағы жолаушылар
name-third_fare_ratio = Үшінші қала жол ақысының жұп жол ақысына қатынасы
name-triangle_revenue = Үшбұрышпен жылдық түсім
name-triangle_cost = Үшбұрышпен жылдық шығын
name-triangle_sectors = Үшбұрышпен жылдық ұшу саны
name-remedy_pace = Тасымал қарқыны, шара бойынша
name-third_city = Үшінші қала
name-yearly_passengers_by_purpose = Жылдағы жолаушылар, сапар мақсаты бойынша
name-peak_month = Жолаушысы ең көп ай
name-quiet_month = Жолаушысы ең аз ай
axis-third_city = Үшінші қала
label-no_city = жолай қала жоқ
axis-cause = Себеп
axis-remedy = Шара
label-few_travellers = жолаушының тым аздығы
label-rival_airports = көрші әуежайлар
label-other_modes = пойыз, автобус және автокөлік
label-few_days = аптадағы күндердің аздығы
label-seats = ұшақтың тым үлкендігі
label-fare = шығынды жаппайтын жол ақысы
label-foreign_charges = шетел тасымалдаушыларынан алынатын алым
label-ramp_up = баяу басталу
label-as_agreed = келісілгендей
label-support_quarter = тапшылықтың төрттен бірін төлеу
label-support_half = тапшылықтың жартысын төлеу
label-support_full = бүкіл тапшылықты төлеу
label-other_type = басқа үлгідегі ұшақ
label-other_days = басқа күндер мен жиілік
label-season = жыл сайын тек ең жақсы айларда
label-triangle = үшінші қала арқылы үшбұрыш
label-marketing = басында жарнамалау
label-all_together = бәрі бірге

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
    [lives-paid] Мұндай қолдаумен рейс өміршең болуы ықтимал: екі жыл жұмыс істеу ықтималдығы – { $chance_viable }.
    [fails-paid] Мұндай қолдаумен де рейстің өміршең болуы екіталай: екі жыл жұмыс істеу ықтималдығы – { $chance_viable }.
    [open-paid] Мұндай қолдаумен рейстің өміршең болатыны белгісіз: екі жыл жұмыс істеу ықтималдығы – { $chance_viable }.
   *[open] Рейстің өміршең болатыны белгісіз: қолдаусыз екі жыл жұмыс істеу ықтималдығы – { $chance_viable }.
} Жылына { $yearly_passengers } жолаушы болғанда, жол ақысы шығынның { $cover } бөлігін жабар еді.
finding-air_route-causes = { $verdict ->
    [three] Ең көп кедергі келтіретіні: { $cause_first } – онсыз ықтималдық { $chance_without_first } болар еді; { $cause_second } – { $chance_without_second }; { $cause_third } – { $chance_without_third }.
    [two] Ең көп кедергі келтіретіні: { $cause_first } – онсыз ықтималдық { $chance_without_first } болар еді; { $cause_second } – { $chance_without_second }.
    [one] Кедергі келтіретіні: { $cause_first }; онсыз ықтималдық – { $chance_without_first }.
   *[none] Жеке алғанда ешбір себеп рейске айтарлықтай кедергі келтірмейді.
}
finding-air_route-remedies = { $verdict ->
    [unneeded] Бұдан әрі көмек қажет емес.
    [free] Бюджет қаражатынсыз жеткілікті болар еді: { $remedy_cheapest }; ықтималдығы – { $cheapest_chance }.
    [paid] Жеткілікті шаралардың ең арзаны: { $remedy_cheapest }, жылына { $cheapest_support } немесе бір ұшуға { $cheapest_sector_support }; ықтималдығы – { $cheapest_chance }.
    [together] Жеке алғанда ешбір шара жеткіліксіз, бірақ бәрі бірге көмектесер еді: жылына { $cheapest_support } немесе бір ұшуға { $cheapest_sector_support }; ықтималдығы – { $cheapest_chance }.
   *[none] Ешбір шара жеткіліксіз. Ең күштісі: { $remedy_strongest }; ықтималдығы – { $strongest_chance }, бюджеттен жылына { $strongest_support }.
} Қолдаусыз ең тиімдісі: { $best_aircraft }, аптасына рейс саны: { $best_frequency }; ықтималдығы – { $chance_best }.
finding-air_route-riders = Екі бағытта жылына шамамен { $yearly_passengers } жолаушы ұшар еді: орташа бір ұшуда { $passengers_per_sector }, яғни орындардың { $load }. Іс бойынша – { $business }, туыстар мен достарға – { $visiting }, демалуға – { $leisure }. Жолаушысы ең көп ай – { $peak_month }: { $peak_passengers }; ең аз ай – { $quiet_month }: { $quiet_passengers }.
finding-air_route-money = Бір ұшу { $sector_cost } тұрады, ал бір жолаушының алымсыз ақысы – { $net_fare }; орныққан жылдың нәтижесі – { $yearly_profit }. Өзін ақтау ықтималдығы – { $makes_profit }; бір ұшуға { $sector_gap } жетпес еді.
finding-air_route-aircraft = Күтілетін пайда үшін тасымалдаушы { $aircraft_type } үлгісін таңдар еді; кейін қарағанда ең тиімдісі – { $aircraft_best }.
finding-air_route-timetable = Аптасына { $weekly_flights } рейсте және таңдалған үлгінің ең тиімді кестесінде қолайлы ұшу қалаған сағаттан іссапарда { $business }, демалыста { $leisure } алшақ болады. Тұрақтан тұраққа дейін ұшу { $sector_time } алады. Күндер мен сағаттар кестеде берілген.
finding-air_route-climate = Жылдық отыннан { $yearly_co2 } көмірқышқыл газы шығады: бір бағыттағы әр жолаушыға { $co2_per_passenger }, әр орынға { $co2_per_seat }. { $verdict ->
    [by-all] Ауысып ұшқанда { $connection }, автокөлікпен { $car }, автобуспен { $bus }, пойызбен { $train } болар еді.
    [by-air] Ауысып ұшқанда { $connection } болар еді.
    [by-land] Автокөлікпен { $car }, автобуспен { $bus }, пойызбен { $train } болар еді.
   *[alone] Салыстыратын басқа жол жоқ.
}

## Ескертпелер, уәделер, себептер

note-causes-alone = Әр себеп жеке жойылып, орнына әдеттегі жаңа бағыттағысы алынады; себептер қосылмайды. Олар рейс әрқайсысынсыз неше есе ұзақ жұмыс істейтініне қарай реттелген, сондықтан кейінгі себеп жоғарырақ ықтималдық қалдыруы мүмкін. Соңғысынан басқа шаралар да жеке есептелген.
note-remedies-alone = Тек маусымда ұшатын рейс әр маусым сайын қайта оралса, жұмыс істеп тұр деп саналады. Қолдау әр жылдың іс жүзіндегі тапшылығын төлейді. Үшінші қаланың тікелей рейсі бар-жоғы белгісіз; оның ықтималдығын 2014 жылғы желі көрсетеді.
note-runway-unknown = Екі әуежайдың кемінде біреуінің ұшу жолағының ұзындығы белгісіз; ол әр үлгіге жарайды деп алынды. Үлгіні атамас бұрын тексеріңіз.
observable-passengers_per_sector = Орташа бір ұшуда саналған жолаушылар
observable-yearly_passengers = Бір жылда саналған жолаушылар
observable-load = Толған орындардың үлесі
why-same-airport = Екі қаланың әуежайы бір: { $airport }.
why-no-aircraft = { $aircraft ->
    [any] Белгілі үлгілердің ешқайсысы бұл ұшу-қону жолақтарынан { $km } км ұша алмайды.
   *[other] { $aircraft } бұл ұшу-қону жолақтарынан { $km } км ұша алмайды.
}

## Charts

chart-air_route-services = Қазір қалалар арасында қалай жүреді, сапар мақсаты бойынша
chart-air_route-causes = Әр себепсіз ықтималдық қандай болар еді
chart-air_route-months = Айлар бойынша жолаушылар
chart-air_route-purposes = Не үшін ұшады және рейстер қалаған уақыттан қаншалықты алыс
chart-air_route-remedies = Не көмектесер еді және бюджет қанша төлейді

## Апта және таңдау

name-week_effect = Әр нұсқаның үздік аптасының үлеске әсері (логарифм)
name-week_floor = Үлес аз болғандағы сол әсер
name-delay_points = Апталар есептелген ығысу шығынының көбейткіштері
name-level_points = Апталар есептелген артықшылық деңгейлері
name-delay_hours = Қалаған және нақты ұшу арасындағы сағаттар, нұсқалар бойынша
name-delay_weight_middle = Апталар есептелген бір сағат ығысудың шығыны
name-fare = Келісілген алымсыз тариф
name-closed_from = Күн сайын жабық, басталуы
name-closed_until = Күн сайын жабық, аяқталуы
name-airport_closed_from = Әуежай жабық, басталуы
name-airport_closed_until = Әуежай жабық, аяқталуы
name-airport_opens = Әуежайдың ашылуы
name-airport_closes = Әуежайдың жабылуы
name-crew_duty = Экипаждың ең ұзақ кезекшілігі
name-duty_margin = Бірінші ұшуға дейінгі және соңғы ұшудан кейінгі кезекшілік
name-turn_time = Ұшулар арасындағы тұрақ уақыты
name-departure_nest_scale = Апта рейстерінің ұқсастығы
name-wished_day = Адамдар шыққысы келетін күндер
name-wished_hour = Адамдар шыққысы келетін сағаттар
name-yield_fare = Бір бағыттағы әдеттегі алымсыз тариф
name-door_hours = Рейспен есіктен есікке дейінгі сағаттар
name-gross_fare = Алымдар мен салықтар қосылған тариф
name-flight_utility = Қалаған сағаттағы рейстің пайдалылығы
name-lead = Мұндай рейстің қалғанынан артықшылығы
name-delay_factor = Бір сағат ығысу шығынының ортасына қатынасы
name-option_share = Барлық жолаушылардағы үлес, нұсқа мен мақсат бойынша
name-option_trips_by_purpose = Рейске ауысуға дайын сапарлар, нұсқа мен мақсат бойынша
name-frequency_weights = Келісілген рейс санындағы бүтін сандардың салмақтары
name-share_by_aircraft = Барлық жолаушылардағы үлес, тип пен мақсат бойынша
name-trips_by_aircraft = Рейске ауысуға дайын нарық сапарлары, тип пен мақсат бойынша
name-trips_willing_by_aircraft = Рейске ауысуға дайын сапарлар, тип бойынша
name-trips_by_purpose = Рейске ауысуға дайын нарық сапарлары, мақсат бойынша
name-week_appeal = Рейстің өз аптасымен пайдалылығы
name-schedule_delay_by_aircraft = Қалаған және ең қолайлы ұшу арасындағы сағаттар, тип бойынша
name-schedule_delay = Қалаған және ең қолайлы ұшу арасындағы сағаттар
name-monthly_passengers = Жылдық жолаушылар, ай бойынша
name-chosen_share = Таңдалған типпен барлық жолаушылардағы үлес
name-existing_part = Қалған барлығының ішіндегі бұрыннан бар бөлігі
name-rival_share = Бүгін ұшатындардың ішінде бөтен әуежайлардан ұшатындардың үлесі
name-odds_without_rivals = Бөтен әуежайларсыз мүмкіндіктің өсуі
name-odds_without_modes = Пойызсыз, автобуссыз және автомобильсіз мүмкіндіктің өсуі
axis-delay_point = Ығысу шығыны
axis-level_point = Артықшылық
note-first-estimate = Рейстің үлесі әр нұсқаның үздік аптасы бойынша таңдау моделінен алынды; қалаған ұшу сағаттары, әуежайлардың көбінің жұмыс уақыты және нарық туралы көп мәлімет жадтан алынған. Аптасына жетіден көп рейсте үлес үздік күнделікті аптадағыдай. Сақталып қалу мүмкіндігі түсімнің шығынға қатынасына пайым бойынша сүйенеді; басқа елдердегі жаңа бағыттардың жабылуы оның деңгейін ғана белгілейді.
note-two-crews = Барып-қайту жолы бір экипажға тым ұзақ; екі экипаж алынды, үздік апталар екіншісінің қайда демалатынын ескермейді.
note-part-of-year = Жылдың кейбір күндерінде жабылулар арасынан бірде-бір тип орын таппайды; үлес сол күндер бос тұрған жылдың орташасы.
why-no-airport = { $city } маңында әуежай жоқ: ең жақыны { $airport } { $km } км қашықтықта.
why-no-slot = { $airports } жұмыс уақыты мен жабылулары жыл бойы бірде-бір типке барып-қайтатын сағат қалдырмайды.
