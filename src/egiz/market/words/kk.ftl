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
name-mass = Екі қаланың тартуы (логарифм)
name-wealth = Табыстың қосатыны (логарифм)
name-deterrence = Қашықтықтың кемітуі (логарифм)
name-gravity_trips = Гравитациялық модель бойынша жылдағы әуе сапарлары
name-relative_people = Әр қаланың тұрғындары, салыстырмалы
name-relative_distance = Әр қалаға дейінгі қашықтық, салыстырмалы
name-pull = Әр қаланың санақтағы салмағы
name-pair_share = Жұптың санақтағы үлесі
name-air_trips = Қалалар арасындағы жылдағы әуе сапарлары
axis-city = Қала
