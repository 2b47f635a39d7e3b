### Жүрдек теміржол, қазақша.
kind-fast_rail = Жүрдек теміржол

## terms

name-line = Бірінші желінің қалалары
name-onward = Жалғасының қалалары
name-onward_other = Басқа жалғасының қалалары
name-design = Не салынады
name-extent = Қай жерге дейін
name-grade = Ең үлкен еңіс
name-fare = Келісілген 1 км тарифі
name-daily_trains = Келісілген тәуліктік пойыз саны

## time

name-leg_run = Екі қала арасындағы мінсіз жүріс
name-node_weight = Қалалардан баяу өтетін әр жүрістің салмағы
name-leg_runs = Екі қала арасындағы жүріс, қалалардан баяу өтуге қарай
name-reach_points = Жүріс есептелген қаладағы баяу шақырым
name-pace_points = Жүріс есептелген баяу шақырымның сағаты
name-leg_length = Екі қала арасындағы жолдың ұзындығы
name-run_time_doubt = Нақты желідегі жүрістің есептегіге қатынасы
name-border_crossed = Қалалар арасында шекара бар
name-border_stop = Шекарадағы аялдама
name-run_time = Кесте бойынша сағат
name-ride_time = Жөнелуден келуге дейінгі сағат
name-door_hours = Пойызбен есіктен есікке дейінгі сағат
name-felt_hours = Пойыздағы сағаттың салмағы
name-usual_daily_trains = Әдеттегі тәуліктік пойыз саны
name-trains_a_day = Әр бағытта тәулігіне пойыз
name-onward_trains = Әрі қарай жүретін пойыздардың үлесі
name-beyond_line = Бірінші желіден әрі
name-leg_trains = Екі қала арасында тәулігіне пойыз
name-hours_per_day = Тәуліктегі сағат
name-schedule_delay = Қалаған уақыт пен ең жақын жөнелу арасындағы сағат
name-usual_fare_rate = Әдеттегі 1 км тарифі
name-fare_rate = Желі түрі бойынша 1 км тарифі
name-leg_fare = Екі қала арасындағы жол ақысы
name-unseen_detour = Ұзындықтың дөрекі бедермен жүргізілгенге қатынасы
name-way_length = Қалалар арасының көрінбейтін айналмалармен ұзындығы
name-detour = Ұзындықтың жүргізілгенге қатынасы, нұсқа бойынша
name-new_way = Жаңа желінің көрінбейтін айналмалармен ұзындығы
name-built_way = Салынатын ұзындық, көрінбейтін айналмалармен

## choice

name-hour_ratio = Желі бойындағы сағат салмағының жұптағыға қатынасы
name-dollar_ratio = Желі бойындағы доллар салмағының жұптағыға қатынасы
name-leg_time_weight = Сағаттың пайдалылығы, қала жұптары бойынша
name-leg_delay_weight = Ығысу сағатының пайдалылығы, қала жұптары бойынша
name-leg_cost_weight = Доллардың пайдалылығы, қала жұптары бойынша
name-mode_offered = Қандай жүру тәсілдері бар
name-mode_hours = Есіктен есікке дейінгі сағат, тәсіл бойынша
name-felt_mode_hours = Тәсіл бойынша сағаттың салмағы
name-mode_fare = Тәсіл бойынша жол ақысы
name-mode_delay = Тәсіл бойынша ығысу сағаты
name-mode_changes = Тәсіл бойынша ауысып міну
name-mode_favour = Тәсілдің бар болу ықтималдығының логарифмі
name-mode_co2 = Бір жолаушыға көмірқышқыл газы, тәсіл бойынша
name-by_air = Әуе тәсілдері
name-by_ground = Жердегі тәсілдер
name-mode_time_loss = Сағаттан жоғалған пайдалылық
name-mode_toll = Жол ақысы мен ауысудан жоғалған пайдалылық
name-mode_constants = Жүру тәсілдерінің тұрақтылары
name-mode_utility = Әр тәсілдің пайдалылығы
name-today_logsum = Бүгінгі барлық тәсілдің ең үлкен пайдалылығы
name-mode_share = Модель бойынша бүгінгі үлестер
name-rail_trips_observed = Пойызда саналған жолаушылар
name-road_trips_observed = Автожолда саналған жолаушылар
name-counted_rail = Пойызда саналған жолаушылар, қала жұптары бойынша
name-counted_road = Автожолда саналған жолаушылар, қала жұптары бойынша
name-nothing_counted = Ешкім санамаған
name-uncounted = Ешкім санамаған жұптар
name-counted_trips = Саналған сапарлар
name-train_share = Пойыздың бүгінгі үлесі
name-train_gap = Бүгінгі пойыз модельдегіден қаншалықты төмен
name-rest_logsum_by_leg = Саналған пойызбен қалғандарының ең үлкен пайдалылығы
name-today_share = Бүгінгі үлестер

## base

name-straight_length = Қалалардың түзу арақашықтығы
name-one_people = Бір қаланың халқы
name-other_people = Екінші қаланың халқы
name-people_of_scale = Масштаб қаласының халқы
name-near_people = Жақын қалалар сапарының халыққа тәуелділігі
name-near_mass = Екі қала халқының әсері
name-near_reference = Масштаб арақашықтығы
name-near_length = Жақын қалалар сапарының арақашықтыққа тәуелділігі
name-near_deterrence = Арақашықтық қанша кемітеді
name-near_level = 200 км аралықтағы екі миллионер қаланың сапарлары
name-near_border = Шекара сапардың қаншасын қалдырады
name-near_luck = Жұп сапарының ұқсас жұптарға қатынасы
name-most_trips = Екі қала арасындағы жылдық сапардың ең көп саны
name-city_trips = Миллион тұрғынның қаладан тыс барлық жерге жылдық сапары
name-near_trips = Гравитация бойынша жақын қалалар сапары
name-usual_hours = Әдеттегі рейспен есіктен есікке дейінгі сағат
name-usual_fare = Әдеттегі рейстің ақысы
name-usual_delay = Әдеттегі рейстің ығысу сағаты
name-usual_felt = Әдеттегі рейс сағатының салмағы
name-usual_loss = Әдеттегі рейспен жоғалған пайдалылық
name-usual_share = Әдеттегі рейстің үлесі
name-air_counted = Әуе сапарлары саналған
name-anchor_share = Әуе сапарларының үлесі
name-air_middle = Гравитация бойынша әуе сапарлары, ортасы
name-air_spread = Гравитация бойынша әуе сапарларының шашырауы
name-air_luck = Әуе сапарлары ортасынан қаншалықты алшақ
name-leg_air_trips = Гравитация бойынша әуе сапарлары
name-far_trips = Нарық бойынша алыс қалалар сапары
name-near_until = Осы жерге дейін — тек жақын қалалар
name-far_from = Осы жерден бастап ұшады
name-far_weight = Алыс қалалар үшін жақын гравитацияның салмағы
name-nearness = Жақын қалалар гравитациясының салмағы
name-modelled_trips = Ешкім санамаған жердегі сапарлар
name-own_pair = Зерттеу жұбы
name-market_alone = Сапарлар нарықтан алынған
name-leg_trips = Екі қала арасындағы барлық сапар

## riders

name-fast_constant = Жүрдек пойызда уақыт пен баға түсіндірмейтін нәрсе
name-gap_kept = Пойызды бүгінгі ұнатпаудың қалатын бөлігі
name-time_utility = Жүрдек пойыздағы сағаттың пайдалылығы
name-rail_utility = Жүрдек пойыздардың пайдалылығы
name-rest_utility = Қалғандарының ең үлкен пайдалылығы
name-rail_share = Барлық жолаушыдағы үлесі
name-drawn_by_ride = Бүгін де сапарға шығатын жолаушылар
name-new_by_ride = Пойыздар туғызған сапарлар
name-riders_by_ride = Жылдық жолаушылар, түрі мен қала жұбы бойынша
name-serves = Әр ұзындық қандай жұптарға қызмет етеді
name-chosen_rides = Келісілген желі қызмет ететін жұптар
name-end_ride = Келісілген желінің басынан аяғына дейін
name-yearly_riders_by_alternative = Жылдық жолаушылар, нұсқа бойынша
name-yearly_riders_by_leg = Жылдық жолаушылар, қала жұптары бойынша, желі қайда жетсе де
name-riders_by_mode = Жылдық жолаушылар, бүгінгі тәсілі бойынша
name-new_riders = Әйтпесе сапарға шықпайтын жолаушылар
name-service_appeal = Келісілген пойыздардың пайдалылығы
name-whole_legs = Әр желінің басынан аяғына дейін
name-design_drawn = Келісілген жоба
name-held_ride = Тек уақыт бойынша салыстырылатын сапар
name-held_hours = Зерттеу қалалары арасында пойызбен сағат
name-held_by_time = Пойыз үлесі, тек уақыт бойынша
name-held_by_choice = Пойыз үлесі, біздің модель бойынша
name-time_only_share = Ұшақпен қатар пойыз үлесі, тек уақыт бойынша
name-share_beside_flight = Күнделікті рейспен қатар пойыз үлесі

## capital

name-fill = Үйінділер
name-cut = Ойықтар
name-viaducts = Эстакадалардың ұзындығы
name-viaduct_face = Эстакадалар астындағы аудан
name-tunnels = Тоннельдердің ұзындығы
name-bridges = Көпірлердің ұзындығы
name-built_length = Салынатын ұзындық
name-new_length = Жаңа желінің ұзындығы
name-old_length = Жаңғыртылатын қолданыстағы желінің ұзындығы
name-line_length = Бірінші желінің ұзындығы
name-way_on_length = Жалғасының ұзындығы
name-first_line_hours = Бірінші желідегі сағат
name-stations_built = Салынатын станциялар
name-chosen = Келісілген нұсқа
name-is_built = Бірдеңе салынады
name-alternative_number = Нұсқалардың нөмірлері
name-design_of = Әр нұсқаның желі түрі
name-ground_spread = Жер жұмыстары мен құрылыстардың шашырауы
name-ground_luck = Жер бедері қаншалықты өзгеше
name-ground_factor = Жер жұмыстары мен құрылыстардың ортасына қатынасы
name-fill_cost = Үйінді бағасы
name-cut_cost = Ойық бағасы
name-earthwork_cost = Жер жұмыстары
name-viaduct_cost = Биіктігі жоқ эстакада бағасы
name-viaduct_height_cost = Эстакада биіктігінің бағасы
name-viaduct_works = Эстакадалар
name-tunnel_cost = Тоннель бағасы
name-bridge_cost = Көпір бағасы
name-structure_cost = Жасанды құрылыстар
name-track_cost = Рельс жолының бағасы
name-speed_factor = Жылдамдыққа байланысты баға, 300 км/сағ-қа қатынасы
name-track_works = Рельс жолы
name-power_cost = Түйіспе желісі мен қосалқы станция бағасы
name-signal_cost = Дабыл жүйесінің бағасы
name-power_works = Қуат пен дабыл жүйесі
name-civil_cost = Су бұру, өткел, қоршау бағасы
name-land_cost = Жер бағасы
name-civil_works = Жер, су бұру, өткелдер, қоршаулар
name-station_cost = Станция бағасы
name-tunnel_drawn = Жүргізілген желілердің тоннельдері
name-viaduct_drawn = Жүргізілген желілердің эстакадалары
name-bridge_drawn = Жүргізілген желілердің көпірлері
name-tunnel_length = Тоннельдегі километр
name-viaduct_length = Эстакададағы километр
name-bridge_length = Көпірдегі километр
name-station_works = Станциялар
name-upgrade_cost = Қолданыстағы желідегі жұмыстардың бағасы
name-old_line_works = Қолданыстағы желідегі жұмыстар
name-town_factor = Желі жұмыстары ашық жердегіге шаққанда
name-open_works = Ашық жердегідей желі жұмыстары бөлік бойынша
name-built_up = Құрылыс жері арқылы ұзындық
name-direct_works = Жаңа желі жұмыстары
name-development_share = Іздестіру, жоба, басқару үлесі
name-unit_cost_factor = Жұмыстардың барлық бағасы бірге
name-estimate = Құрылыстың сметалық құны
name-cost_overrun = Түпкі құнның сметаға қатынасы
name-capital_cost_by_alternative = Құрылыс құны, нұсқа бойынша
name-works_by_part = Жұмыстар, бөліктері бойынша
name-alternative_cost_per_kilometre = 1 км құны, нұсқа бойынша

## operation

name-both_ways = Пойыздар екі бағытта жүреді
name-days_per_year = Жылдағы күн
name-daily_way = Пойыздардың тәуліктік жүрісі
name-turn_time = Желі соңындағы тұрақ
name-daily_hours = Пойыздардың тәуліктік жұмыс сағаты
name-first_departure = Бірінші пойыз жүретін сағат
name-last_departure = Соңғы пойыз жүретін сағат
name-riders_aboard = Орташа пойыздағы жолаушылар
name-highest_load = Пойыз қосылатын толу деңгейі
name-reinforcement = Кестедегі бір пойызға шаққандағы пойыз
name-alternative_load = Орындардың толуы, нұсқа бойынша
name-train_kilometres_by_alternative = Жылдық пойыз-км, нұсқа бойынша
name-working_hours = Пойыздың тәуліктік жұмыс сағаты
name-spare_trains = Қосалқы пойыздар
name-alternative_fleet = Сатып алынған пойыздар, нұсқа бойынша
name-train_energy = Пойыз-км электр энергиясы
name-energy_doubt = Нақты пойыз энергиясының есептегіге қатынасы
name-energy_per_kilometre = Желіден алынатын пойыз-км электр энергиясы
name-hours_by_alternative = Басынан аяғына дейінгі сағат, нұсқа бойынша
name-energy_use = Жылдық электр энергиясы
name-electricity_price = Электр энергиясының бағасы
name-energy_cost = Электр энергиясының шығыны
name-crew_rate = Пойыз бригадасы, сағатына
name-crew_cost = Бригадалар
name-train_upkeep = Пойыз-км күтімі
name-train_care = Пойыздарды күтіп ұстау
name-train_price = Пойыз бағасы
name-train_life = Пойыздың қызмет мерзімі
name-one_year = Бір жыл
name-train_rent = Пойыздар: мерзімге бөлінген баға
name-revenue_by_alternative = Жылдық түсім, нұсқа бойынша
name-direct_running = Энергия, бригадалар, пойыздар
name-overhead_share = Тасымалдаушының үстеме шығыны
name-sales_share = Билет сату шығыны, ақыдағы үлесі
name-running_by_alternative = Пойыз қозғалысы, нұсқа бойынша
name-track_upkeep = 1 км желі күтімі
name-renewal_rate = Жаңартудың құрылыс құнына қатынасы
name-upkeep_by_alternative = Күтім мен жаңарту, нұсқа бойынша
name-access_charge = Пойыз-км үшін жолға жіберу ақысы
name-access_by_alternative = Иесіне төлем, нұсқа бойынша

## money

name-discount_rate = Дисконттау мөлшерлемесі
name-rider_growth = Жолаушылардың жылдық өсімі
name-horizon = Есепке алынатын жылдар
name-years_of_growth = Өспелі түсімнің алғашқы жылдармен құны
name-years_of_cost = Біркелкі шығынның жылмен құны
name-ramp_up = Жолаушылардың толық ағын жылына қатынасы
name-ramp_number = Жыл нөмірі
name-ramp_loss = Басында жетіспейтін толық ағын жылдары
name-build_years = Құрылыс жылдары
name-building_interest = Желі ашылғанға дейінгі пайыз
name-capital_at_opening = Пайызымен құрылыс құны
name-revenue_value = Түсімнің келтірілген құны
name-running_value = Қозғалыс пен күтімнің келтірілген құны
name-npv_by_alternative = Таза келтірілген құн, нұсқа бойынша
name-chance_pays_by_alternative = Өтелу ықтималдығы, нұсқа бойынша
name-alternative_running_result = Қозғалыс пен күтімнен кейінгі қалдық, нұсқа бойынша

## pays

name-alternative_fare = 1 км тарифі, нұсқа бойынша
name-fares_needed = Түсім неше есе керек
name-alternative_fare_needed = Өтелетін 1 км тарифі, нұсқа бойынша
name-alternative_riders_needed = Өтелетін жолаушы саны, нұсқа бойынша
name-yearly_support_by_alternative = Жылдық қолдау, нұсқа бойынша
name-capital_borne_by_alternative = Құрылыстың түсіммен өтелетін үлесі, нұсқа бойынша

## carbon

name-saved_co2 = Желісіз осы жолаушылардың көмірқышқыл газы
name-grid_co2 = Электр энергиясының көмірқышқыл газы
name-train_co2 = Пойыздардың көмірқышқыл газы
name-build_co2 = 1 км құрылысының көмірқышқыл газы
name-build_co2_by_alternative = Құрылыстың көмірқышқыл газы, нұсқа бойынша
name-alternative_yearly_co2 = Жылдық қосылған көмірқышқыл газы, нұсқа бойынша
name-co2_balance_by_alternative = Барлық жылдың көмірқышқыл газы, нұсқа бойынша

## headline

name-yearly_riders = Жылдық жолаушылар
name-end_to_end = Басынан аяғына дейінгі сағат
name-length = Ұзындығы
name-capital_cost = Құрылыс құны
name-cost_per_kilometre = 1 км құны
name-yearly_revenue = Жылдық түсім
name-yearly_running = Жылдық пойыз қозғалысы
name-yearly_upkeep = Жылдық күтім мен жаңарту
name-yearly_access = Жылдық жолға жіберу ақысы
name-yearly_capital = Жылдарға бөлінген құрылыс
name-npv = Таза келтірілген құн
name-chance_pays = Өтелу ықтималдығы
name-running_result = Қозғалыс пен күтімнен кейінгі қалдық
name-fare_needed = Өтелетін 1 км тарифі
name-fare_taken = 1 км тарифі
name-riders_needed = Өтелетін жылдық жолаушы саны
name-yearly_support = Жылдық қолдау
name-capital_borne = Құрылыстың түсіммен өтелетін үлесі
name-load = Орындардың толуы
name-fleet = Сатып алынған пойыздар
name-yearly_co2 = Жылдық қосылған көмірқышқыл газы
name-co2_balance = Барлық жылдың көмірқышқыл газы
name-alternative_agreed = Келісілгені
name-alternative_least_support = Салынатындардан ең аз шығыны
name-alternative_best = Ең тиімді нұсқа

## survey and limits

name-hours_per_minute = Минуттағы сағат
name-ground_doubt = Белгісіз жер бедерінен қалатын күмән
name-leg_halts = Екі қала арасындағы аялдамалар
name-halt_minutes = Станциядағы аялдау
name-rail_detour = Қолданыстағы желі ұзындығының түзуге қатынасы
name-existing_speed = Жаңғырту жетпеген жердегі жылдамдық
name-upgrade_reach = Жаңғырту қамтыған желі үлесі
name-node_length = Қала ішіндегі баяу жол, әр жағынан
name-node_speed = Қала ішіндегі жылдамдық
name-least_section = Ең жақын станциялар
name-longest_section = Ең алыс станциялар
name-least_dry_share = Құрлықтағы жолдың ең аз үлесі
name-plan_length = Жоспар: ұзындығы
name-plan_time = Жоспар: уақыты
name-plan_riders = Жоспар: жылдық жолаушы
name-plan_cost = Жоспар: соңғы құны
name-plan_cost_first = Жоспар: алғашқы құны
name-train_crowding = Қарапайым логиттен тыс автобус пен автомобильдің пойыздан алатыны
name-replaces_trains = Бүгінгі пойыздардың орнына жүреді
name-train_pull = Бүгінгі пойыздардан ауысатыны
name-exist_utility = Бар нәрсенің ең үлкен пайдалылығы
name-rest_left = Алмастырылған пойыздарсыз қалғандарының ең үлкен пайдалылығы
name-kept_by_ride = Бүгінгі пойыздардан ауысқан жолаушылар
name-gain_by_ride = Пойыздардан түсетін пайдалылық
name-taken_by_ride = Жолаушылар, бүгінгі тәсілі мен қала жұптары бойынша
name-appeal_by_ride = Пойыздардың бар нәрсеге қосатыны
name-residual_share = Есептік жылдардан кейінгі қалдық құны
name-residual_worth = Құрылыс долларының қалдығы, ашылу күніне
name-residual_value = Қалдық құны, ашылу күніне
name-building_burden = Құрылыс долларының ашылу күнгі жүгі
name-alternative_cost_needed = Өтелетін 1 км құны, нұсқа бойынша
name-cost_needed = Өтелетін 1 км құны
name-capital_estimate = Құрылыс құны, сырттай көзқарассыз
name-fares_worth = Жол ақысының келтірілген құны
name-running_worth = Қозғалыс пен күтімнің келтірілген шығыны
name-building_worth = Ашылу күніне пайызымен құрылыс
name-left_worth = Соңындағы қалдық, ашылу күніне
name-yearly_saved_co2 = Жолаушылар бір жылда үнемдейтін көмірқышқыл газы
name-yearly_train_co2 = Пойыздардың бір жылғы көмірқышқыл газы
name-works_co2 = Құрылыстың көмірқышқыл газы
name-plan_length_least = Жоспар: ең қысқа ұзындығы
name-plan_length_most = Жоспар: ең ұзын ұзындығы
name-plan_riders_least = Жоспар: ең аз жолаушы
name-plan_roubles = Жоспар: соңғы құны, өз кезінің рублімен
name-plan_roubles_first = Жоспар: алғашқы құны, өз кезінің рублімен
name-plan_cost_now = Жоспар: соңғы құны, зерттеу ақшасымен
name-rail_trips_first = Пойыз жолаушылары, алғашқы санақ бойынша

## labels

axis-leg = Қалалар
axis-design = Не салынады
axis-extent = Қай жерге дейін
axis-alternative = Нұсқа
axis-mode = Жүру тәсілі
axis-build_part = Жұмыстардың бөлігі
axis-ramp_year = Жыл
label-new-250 = жаңа желі, 250 км/сағ
label-new-300 = жаңа желі, 300 км/сағ
label-new-350 = жаңа желі, 350 км/сағ
label-upgrade-160 = қолданыстағы желіні жаңғырту, 160 км/сағ
label-upgrade-200 = қолданыстағы желіні жаңғырту, 200 км/сағ
label-at-new-250 = { $name }, жаңа желі, 250 км/сағ
label-at-new-300 = { $name }, жаңа желі, 300 км/сағ
label-at-new-350 = { $name }, жаңа желі, 350 км/сағ
label-at-upgrade-160 = { $name }, қолданыстағы желіні жаңғырту, 160 км/сағ
label-at-upgrade-200 = { $name }, қолданыстағы желіні жаңғырту, 200 км/сағ
label-nothing = ештеңе салмау
label-line = бірінші желі
label-onward = жалғасымен
label-onward-other = басқа жалғасымен
label-line-new-250 = бірінші желі, жаңа, 250 км/сағ
label-line-new-300 = бірінші желі, жаңа, 300 км/сағ
label-line-new-350 = бірінші желі, жаңа, 350 км/сағ
label-line-upgrade-160 = бірінші желі, қолданыстағысын жаңғырту, 160 км/сағ
label-line-upgrade-200 = бірінші желі, қолданыстағысын жаңғырту, 200 км/сағ
label-onward-new-250 = жалғасымен, жаңа, 250 км/сағ
label-onward-new-300 = жалғасымен, жаңа, 300 км/сағ
label-onward-new-350 = жалғасымен, жаңа, 350 км/сағ
label-onward-upgrade-160 = жалғасымен, қолданыстағысын жаңғырту, 160 км/сағ
label-onward-upgrade-200 = жалғасымен, қолданыстағысын жаңғырту, 200 км/сағ
label-onward-other-new-250 = басқа жалғасымен, жаңа, 250 км/сағ
label-onward-other-new-300 = басқа жалғасымен, жаңа, 300 км/сағ
label-onward-other-new-350 = басқа жалғасымен, жаңа, 350 км/сағ
label-onward-other-upgrade-160 = басқа жалғасымен, қолданыстағысын жаңғырту, 160 км/сағ
label-onward-other-upgrade-200 = басқа жалғасымен, қолданыстағысын жаңғырту, 200 км/сағ
label-air = ұшақ
label-earthworks = жер жұмыстары
label-structures = жасанды құрылыстар
label-track = рельс жолы
label-power = қуат пен дабыл
label-civil = жер және басқа жұмыстар
label-stations = станциялар
label-year_1 = бірінші жыл
label-year_2 = екінші жыл
label-year_3 = үшінші жыл
scope-new = жаңа желі
scope-upgrade = қолданыстағы желіні жаңғырту

## findings, remarks, reasons

finding-fast_rail-pays = { $verdict ->
    [nothing] Ештеңе салу келісілмеген, сондықтан өтейтін де ештеңе жоқ.
    [pays] Жол ақысы құрылысты, қозғалысты және күтімді { $chance_pays } ықтималдықпен өтер еді; таза келтірілген құны: { $npv }. Ол үшін мұнда алынған { $fare_taken } орнына километріне { $fare_needed } тариф (жолаушы саны сол қалпында болса) немесе жылына { $riders_needed } жолаушы керек.
    [runs] Жол ақысы қозғалыс пен күтімді өтейді, жылына { $running_result } қалады, ал құрылысты ішінара ғана өтейді; таза келтірілген құны: { $npv }, бәрін өтеу ықтималдығы — { $chance_pays }. Ол үшін { $fare_taken } орнына километріне { $fare_needed } тариф (жолаушы саны сол қалпында болса), немесе жылына { $riders_needed } жолаушы, немесе километрін { $cost_needed } салу, немесе жылына { $yearly_support } қолдау керек болар еді.
   *[costs] Жол ақысы тіпті қозғалыс пен күтімді де өтемейді: жылдық қалдық { $running_result }. Таза келтірілген құны: { $npv }, бәрін өтеу ықтималдығы — { $chance_pays }. Ол үшін { $fare_taken } орнына километріне { $fare_needed } тариф (жолаушы саны сол қалпында болса), немесе жылына { $riders_needed } жолаушы, немесе жылына { $yearly_support } қолдау керек болар еді.
}
finding-fast_rail-time = { $verdict ->
    [nothing] Ештеңе салу келісілмеген; пойыздар бұрынғыша жүреді.
   *[estimate] Басынан аяғына дейін аялдамаларымен — { $end_to_end }, желінің ұзындығы — { $length }.
}
finding-fast_rail-riders = { $verdict ->
    [nothing] Ештеңе салу келісілмеген, сондықтан ешкім ауыспайды.
   *[estimate] Желі танылып, ағын тұрақталған жылы { $yearly_riders } жолаушы жүрер еді, әр бағытта тәулігіне { $trains_a_day } пойыз, орындардың { $load } толады. Бүгін де сапарға шығатындар автомобильден ({ $from_car }), автобустан ({ $from_bus }), бүгінгі пойыздан ({ $from_train }) және ұшақтан ({ $from_air }) ауысар еді; { $new_riders } жолаушы әйтпесе сапарға шықпас еді.
}
finding-fast_rail-cost = { $verdict ->
    [nothing] Ештеңе салу келісілмеген, сондықтан жұмсалатын да ештеңе жоқ.
   *[estimate] Бүгінгі смета бойынша құрылыс { $capital_estimate } тұрар еді. Мұндай желілер түптеп келгенде сметадан { $cost_overrun } есе тұрады; бір рет енгізілген осы түзетумен { $capital_cost }, яғни километріне { $cost_per_kilometre } шығады. Күтім мен жаңарту — жылына { $yearly_upkeep }.
}
finding-fast_rail-alternatives = { $verdict ->
    [nothing] Ақшаға шаққанда орта есеппен барлық нұсқаның ең тиімдісі — ештеңе салмау. Бірдеңе салынатындардың ішінде ең аз шығын әкелетіні — «{ $alternative_least_support }». Келісілгені — «{ $alternative_agreed }».
   *[built] Ақшаға шаққанда орта есеппен ең тиімдісі — «{ $alternative_best }». Келісілгені — «{ $alternative_agreed }». Бірдеңе салынатындардың ішінде ең жақсысы — «{ $alternative_least_support }».
}
finding-fast_rail-climate = { $verdict ->
    [nothing] Ештеңе салу келісілмеген, көмірқышқыл газы өзгермейді.
    [saves] Көмірқышқыл газының шығарындысы ағын тұрақталған жылы { $yearly_co2 }, құрылыспен бірге барлық жылда { $co2_balance } өзгереді. Минус шығарындының азаятынын білдіреді. Жолаушылар автомобиль, автобус және басқасы шығаратын { $yearly_saved_co2 } газды жыл сайын үнемдейді; пойыздардың электр қуаты жылына { $yearly_train_co2 }, құрылыс бір рет { $works_co2 } шығарады.
   *[adds] Көмірқышқыл газының шығарындысы ағын тұрақталған жылы { $yearly_co2 }, құрылыспен бірге барлық жылда { $co2_balance } өзгереді. Минус шығарындының азаятынын білдіреді; барлық жылда ол көбейеді. Жолаушылар автомобиль, автобус және басқасы шығаратын { $yearly_saved_co2 } газды жыл сайын үнемдейді; пойыздардың электр қуаты жылына { $yearly_train_co2 }, құрылыс бір рет { $works_co2 } шығарады.
}
finding-fast_rail-hours_alone = { $verdict ->
    [above] Зерттеу қалалары арасында пойыз { $held_hours } жүреді. Күнделікті рейспен қатар біздің таңдау моделі ұшатын не пойызбен жүретін адамдардың { $held_by_choice } үлесін пойызға береді; жарияланған 51 үлес тек жол уақыты бойынша { $held_by_time } дейді. Екеуі алшақ: біздің модельде бір сағат арзан, өйткені мұнда адамдардың табысы аз, ал ол үлестердің көбі бай елдерден. Мұны мұнда ешкім санамаған.
    [below] Зерттеу қалалары арасында пойыз { $held_hours } жүреді. Күнделікті рейспен қатар біздің таңдау моделі ұшатын не пойызбен жүретін адамдардың { $held_by_choice } үлесін пойызға береді; жарияланған 51 үлес тек жол уақыты бойынша { $held_by_time } дейді. Екеуі алшақ: мұнда пойыз бен рейстің тұрақтылары, бағасы не сирек жүруі пойызға қарсы. Мұны мұнда ешкім санамаған.
   *[estimate] Зерттеу қалалары арасында пойыз { $held_hours } жүреді. Күнделікті рейспен қатар біздің таңдау моделі ұшатын не пойызбен жүретін адамдардың { $held_by_choice } үлесін пойызға береді; жарияланған 51 үлес тек жол уақыты бойынша { $held_by_time } дейді: күмән шегінде екеуі сәйкес.
}
finding-fast_rail-plans = { $verdict ->
    [risen] Жарияланғаны біздің алғашқы жаңа желіге, 300 км/сағ, жасаған есебімізбен қатар тұр және еш жерге кірмейді. Ұзындығы: { $plan_length } (дереккөздерде { $plan_length_least } мен { $plan_length_most } аралығында), бізде { $ours_length }: біздің желі дөрекі бедермен түзурек жүреді, ол көрсетпейтін нәрсеге үстеме қосылған. Уақыты: { $plan_time }, бізде { $ours_minutes }: бізде қалалар арасында аялдама жоқ. Жылдық жолаушы: { $plan_riders_least } мен { $plan_riders } аралығында, бізде { $ours_riders }: біздің жолақта бүгінгі таңдауға әсер ететіннің бәрі бар. Құны: алғашында { $plan_roubles_first } ({ $plan_cost_first }), соңғы жоспарда { $plan_roubles } ({ $plan_cost }), өз кезінің ақшасымен: жұмыс басталмай тұрып өсті; зерттеу ақшасымен соңғысы { $plan_cost_now }, бізде { $ours_cost }: бізде әлемнің орташа бағалары мен осындай желілердің тәжірибесі, ал жоспар не кіретінін айтпайды.
   *[estimate] Жарияланғаны біздің алғашқы жаңа желіге, 300 км/сағ, жасаған есебімізбен қатар тұр және еш жерге кірмейді. Ұзындығы: { $plan_length } (дереккөздерде { $plan_length_least } мен { $plan_length_most } аралығында), бізде { $ours_length }: біздің желі дөрекі бедермен түзурек жүреді, ол көрсетпейтін нәрсеге үстеме қосылған. Уақыты: { $plan_time }, бізде { $ours_minutes }: бізде қалалар арасында аялдама жоқ. Жылдық жолаушы: { $plan_riders_least } мен { $plan_riders } аралығында, бізде { $ours_riders }: біздің жолақта бүгінгі таңдауға әсер ететіннің бәрі бар. Құны: өз кезінің ақшасымен { $plan_roubles } ({ $plan_cost }); зерттеу ақшасымен { $plan_cost_now }, бізде { $ours_cost }: бізде әлемнің орташа бағалары мен осындай желілердің тәжірибесі, ал жоспар не кіретінін айтпайды.
}
finding-fast_rail-worth = { $verdict ->
    [nothing] Ештеңе салу келісілмеген, сондықтан өлшейтін де ештеңе жоқ.
   *[estimate] Ашылу күнгі таза келтірілген құн жол ақысы ({ $fares_worth }) мен қалдық құннан ({ $left_worth }) тұрады, одан қозғалыс пен күтім ({ $running_worth }) және пайызымен құрылыс ({ $building_worth }) шегеріледі: { $horizon } жұмыс, мөлшерлеме жылына { $discount_rate }. Жолаушылардың өз пайдасы оған кірмейді.
}
finding-fast_rail-base = { $verdict ->
    [newer] Алғашқы желідегі бүгінгі ағын: зерттеу күніне белгілі соңғы санақ бойынша жылына { $counted_rail } пойыз жолаушысы. Ол кейін жүре бастаған жылдам пойыздарды санайды; жолда түсетіндер біздің пайымымызша бөлінген. Сол пойыздарға дейінгі алғашқы санақ { $rail_trips_first } деген, ол енді негіз емес. Автобус пен автомобильмен { $counted_road } жүреді, олар бірге саналған; автобустың { $bus_share } үлесі тек таңдау моделінен алынған, сондықтан бұл бөлініс өте күмәнді.
    [first] Алғашқы желідегі бүгінгі ағын: зерттеу күніне белгілі санақ бойынша жылына { $counted_rail } пойыз жолаушысы (басылғаны { $rail_trips_first }). Автобус пен автомобильмен { $counted_road } жүреді, олар бірге саналған; автобустың { $bus_share } үлесі тек таңдау моделінен алынған, сондықтан бұл бөлініс өте күмәнді.
   *[estimate] Алғашқы желідегі бүгінгі ағын: жылына { $counted_rail } пойыз жолаушысы, автобус пен автомобильмен { $counted_road }, олар бірге саналған; автобустың { $bus_share } үлесі тек таңдау моделінен алынған, сондықтан бұл бөлініс өте күмәнді.
}
note-embedded-ground = Жаңа желілер ажыратымдылығы тоғыз километрдей кірістірілген бедер бойынша жүргізілген. Ол көрсетпейтін жердегі жер жұмыстары мен жасанды құрылыстар кедір-бұдырлық моделінен алынған ықтимал бедерлер бойынша, күмәнімен бірге есептелді. Бедер кедір-бұдыр жерде желі көрінбейтін нәрсені айналып өте алмайды, сондықтан тоннель мен эстакада тым көп шығады. Профиль нағыз жер бедеріндей сызылмайды. Қолданыстағы желі көлденең деп алынды, оның баяу бөліктері — бағалау бойынша.
note-own-ground = Жаңа желілер өз бедеріңіз бойынша жүргізілген, биіктіктері 500 м-ден сирек емес; олардың арасында не жатқаны көрінбейді. Профиль сол жерді көрсетеді. Қолданыстағы желі көлденең деп алынды, оның баяу бөліктері — бағалау бойынша.
note-own-ground-coarse = Жаңа желілер өз бедеріңіз бойынша жүргізілген, бірақ биіктіктері 500 м-ден сирек: профиль үшін тым сирек, сондықтан ол сызылмады. Арасындағы жер кедір-бұдырлық моделінен, күмәнімен бірге алынған. Қолданыстағы желі көлденең деп алынды, оның баяу бөліктері — бағалау бойынша.
note-small-crossings = Көпірлер — көлдер мен теңіз үстіндегі және сіз қосқан су үстіндегі көпірлер. Кіші өзендер, жолдар мен теміржолдар Egiz картасында жоқ, сондықтан олардың көпірлері бір-бірлеп саналмады; әдеттегілері су бұру, қиылысу және қоршау үшін километр бағасына кіреді. Үлкен өзен үстіндегі көпір мүлде жоқ.
note-choice-of-the-market = Жолаушылар нарықтың таңдау моделімен есептелді, жүрдек пойыздардың тұрақтысын мұнда ешкім өлшей алмаған. Санақ жарияланған жерде сол алынды, басқа жерде — кең жолақты гравитация моделі. Автобустар мен автомобильдер бірге саналған жерде оларды тек таңдау моделі бөледі, автобус тұрақтысы жадтан алынған: автобустан ауысатын аз адам — санақ емес. Рейс үшін тым жақын қалалар арасында ұшақтан ешкім ауыспайды. Қолданыстағы желі станциялар сұлбасымен көрсетілген.
note-trains-of-today = Жаңғырту өз қалалары арасында бүгінгі пойыздарды алмастырады: олардың жолаушылары жылдам пойыздарға ауысып, солар мен қалғанының арасынан таңдайды. Бүгінгі пойыздардың кірісі мен шығыны бірге жойылады; екеуі тең деп алынған, ол шығын еш жерде есептелмейді. Жаңа желі оларды сол күйі қалдырады.
note-way-agreed-later = Келісімде жалғасының жолы аталмаған. Зерттелген екеуінің ішінде Петропавл мен Көкшетау арқылы жолды Ресей мен Қазақстан келісімнен кейін, 2017 жылғы 16 қарашада келісті; ол екіншісімен қатар көрсетілген және ештеңені шешпейді.
observable-yearly_riders = Бір жылда саналған жолаушылар
observable-end_to_end = Кесте бойынша басынан аяғына дейінгі сағат
why-over-water = { $one } мен { $other } арасындағы түзу жолдың көбі су үстімен өтеді.
why-too-near = { $one } мен { $other } арасы небәрі { $km } км: бұл қалалық теміржолдың ісі.
why-too-far = { $one } мен { $other } арасы { $km } км, ал араларында бірде-бір қала аталмаған: жолдағы қалаларды атаңыз.
why-line-large = { $one } мен { $other } арасындағы жер бір желіге тым үлкен; жолдағы қалаларды бөлек желі етіп атаңыз.
why-no-ground = { $one } мен { $other } арасына желі жүргізілмейді: станция теңізде не жабық жерде, немесе араларында теңіз жатыр.
why-no-way = { $one } мен { $other } арасында { $speed } км/сағ желі жабық жерді айналып өтетін жол таппайды.
why-too-steep = { $one } мен { $other } арасында { $speed } км/сағ желі еңіске сыймайды: оны { $km }-километр тоқтатады.
why-train-fails = { $train } бұл желімен жүре алмайды: { $km }-километрде тым тік.
why-too-many-stations = { $found } станция аталған; Egiz ең көбі { $most } станцияның жұптарын ажырата алады.
column-built_way = Ұзындығы
column-hours_by_alternative = Басынан аяғына
column-yearly_riders_by_alternative = Жылдық жолаушы
column-capital_cost_by_alternative = Құрылыс
column-alternative_running_result = Қалдық
column-npv_by_alternative = Таза келтірілген құн
column-yearly_support_by_alternative = Керек қолдау
column-revenue_by_alternative = Түсім
column-running_by_alternative = Қозғалыс
column-upkeep_by_alternative = Күтім
column-alternative_fare_needed = Өтелетін тариф
column-alternative_riders_needed = Өтелетін жолаушы
column-tunnel_length = Тоннель
column-viaduct_length = Эстакада
column-bridge_length = Көпір
column-alternative_fleet = Пойыз
column-energy_use = Электр энергиясы
column-energy_per_kilometre = Пойыз-км-ге
chart-fast_rail-capital = Әр нұсқаның құрылысы қанша тұрады
chart-fast_rail-alternatives = Нұсқалар қатар
chart-fast_rail-money = Әр нұсқаның жылдық түсімі мен шығыны және қалай өтелетіні
chart-fast_rail-works = Әр нұсқаға не керек: жасанды құрылыстар, пойыздар, электр энергиясы
chart-fast_rail-npv = Таза келтірілген құн, нұсқа бойынша
chart-fast_rail-modes = Жолаушылар бүгін немен жүреді
role-old_railway = қолданыстағы теміржол, станциялар сұлбасы
role-fast_railway = ұсынылған жүрдек теміржол
role-rail_station = станция

## trains that could run a line

name-train_speed_fit = Бір-біріне сай пойыз бен желі жылдамдықтарының ең аз қатынасы
name-train_runs = Әр пойыздың басынан аяғына дейінгі жүрісі, қалалардан баяу өтуге қарай
name-train_drawn = Пойыз-км электр энергиясы, желі түрі мен пойыз бойынша
name-design_run = Әр пойыз жүретін желі түрі
name-train_told = Келісілген желіге сай пойыздар
name-pairing_seats = Орын саны, желі түрі мен пойыз бойынша
name-train_run = Әр пойыздың басынан аяғына дейінгі мінсіз жүрісі
name-train_pace = Кесте бойынша сағаттың мінсіз жүріске қатынасы
name-train_standing = Желінің екі шеті арасындағы тұрақ сағаты
name-train_minutes_by_design = Басынан аяғына дейінгі минут, желі түрі мен пойыз бойынша
name-design_own = Әр желі түріндегі зерттеу пойызы
name-pairing_lag = Зерттеу пойызынан артық минут, желі түрі мен пойыз бойынша
name-train_lag = Зерттеу пойызынан артық минут, пойыз бойынша
name-pairing_use = Желіден алынатын пойыз-км электр энергиясы, желі түрі мен пойыз бойынша
name-seat_use_by_design = Орын-км электр энергиясы, желі түрі мен пойыз бойынша
name-train_minutes = Басынан аяғына дейінгі минут, пойыз бойынша
name-train_use = Желіден алынатын пойыз-км электр энергиясы, пойыз бойынша
name-seat_use = Орын-км электр энергиясы, пойыз бойынша
name-seats_by_train = Орын саны, пойыз бойынша
column-train_minutes = Басынан аяғына
column-train_lag = Кешірек
column-train_use = Пойыз-км-ге
column-seat_use = Орын-км-ге
column-seats_by_train = Орын
chart-fast_rail-trains = Келісілген желіге сай пойыздар; әр топта біріншісі – осы зерттеудің пойызы
axis-train = Пойыз
axis-design_train = Желі мен пойыз
label-emu-200 = { train-emu-200 }
label-at-emu-200 = { $name }: { train-emu-200 }
label-emu-200-pair = { train-emu-200-pair }
label-at-emu-200-pair = { $name }: { train-emu-200-pair }
label-generic-300 = { train-generic-300 }
label-at-generic-300 = { $name }: { train-generic-300 }
label-generic-350 = { train-generic-350 }
label-at-generic-350 = { $name }: { train-generic-350 }
label-loco-160 = { train-loco-160 }
label-at-loco-160 = { $name }: { train-loco-160 }
label-talgo-250 = { train-talgo-250 }
label-at-talgo-250 = { $name }: { train-talgo-250 }
label-talgo-350 = { train-talgo-350 }
label-at-talgo-350 = { $name }: { train-talgo-350 }
label-velaro-e = { train-velaro-e }
label-at-velaro-e = { $name }: { train-velaro-e }
label-velaro-rus = { train-velaro-rus }
label-at-velaro-rus = { $name }: { train-velaro-rus }
