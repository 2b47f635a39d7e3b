### Қалалар жұбының нарығы, қазақша.

name-market = Жұптың нарығы
name-distance = Қалалар арасындағы қашықтық
name-home_people = Бірінші қаланың тұрғындары
name-away_people = Екінші қаланың тұрғындары
name-home_income = Бірінші қаладағы жан басына табыс
name-away_income = Екінші қаладағы жан басына табыс
name-city_people = Ел қалаларының тұрғындары
name-city_distance = Ел қалаларына дейінгі қашықтық
name-partner = Жұптағы қаланың белгісі
name-border = Шекара бөлетін жұптың белгісі
name-mass = Екі қаланың тартуы (логарифм)
name-wealth = Табыстың қосатыны (логарифм)
name-deterrence = Қашықтықтың кемітуі (логарифм)
name-crossing = Шекараның кемітуі (логарифм)
name-gravity_trips = Гравитациялық модель бойынша жылдағы әуе сапарлары
name-relative_people = Әр қаланың тұрғындары, салыстырмалы
name-relative_distance = Әр қалаға дейінгі қашықтық, салыстырмалы
name-pull = Әр қаланың санақтағы салмағы
name-pair_share = Жұптың санақтағы үлесі
name-air_trips = Қалалар арасындағы жылдағы әуе сапарлары
axis-city = Қала

## Нарық туралы деректер

name-air_trips_observed = Жылдағы әуе сапарларының жарияланған саны
name-observed_directions = Жарияланған санның бағыттарға түзетуі
name-least_people_flying = Санақта үлесі бар қаланың ең аз тұрғын саны
name-least_flight_length = Әуе сапарының ең қысқа қашықтығы
name-people_scale = Тұрғындар, гравитациялық модельдің өлшемі
name-length_scale = Гравитациялық модель бапталған қашықтық
name-income_scale = Гравитациялық модель бапталған табыс
name-gravity_constant = Гравитациялық модельдің тұрақтысы
name-gravity_mass_elasticity = Сапарлардың тұрғындар санына икемділігі
name-gravity_income_elasticity = Сапарлардың табысқа икемділігі
name-gravity_distance_elasticity = Сапарлардың қашықтыққа икемділігі
name-gravity_scatter = Гравитациялық модельдің түсіндірмейтін шашырауы
name-border_effect = Шекараның сапарларға әсері (логарифм)
name-border_scatter = Шекара әсерінің елдер арасындағы шашырауы (логарифм)
name-share_mass_elasticity = Қаланың санақтағы үлесінің тұрғындар санына икемділігі
name-share_distance_elasticity = Қаланың санақтағы үлесінің қашықтыққа икемділігі
name-served_pair_correction = Тікелей рейсі жоқ жұптың сапарлары, модельмен салыстырғанда
