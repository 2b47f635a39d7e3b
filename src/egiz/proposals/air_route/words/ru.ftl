### Прямой рейс, по-русски.

kind-air_route = Прямой рейс

## Из чего считается

name-weekly_flights = Рейсов в неделю
name-aircraft = Самолёт
name-great_circle = Расстояние полёта по дуге большого круга
name-aircraft_numbers = Номера типов
name-home_fuel_price = Цена авиакеросина в первом городе
name-away_fuel_price = Цена авиакеросина во втором городе
name-table_distance = Расстояния таблицы топлива и времени
name-table_fuel = Топливо от взлёта до посадки, середина методов
name-table_time = Часы от взлёта до посадки без ветра
name-taxi_fuel_flow = Расход топлива на рулении
name-fuel_doubt = Разброс топлива между методами
name-time_doubt = Разброс времени между скоростями
name-home_airport_charge_per_tonne = Посадка и безопасность в первом городе, за тонну
name-away_airport_charge_per_tonne = Посадка и безопасность во втором городе, за тонну
name-home_airport_charge_per_passenger = Сбор аэропорта за пассажира в первом городе
name-away_airport_charge_per_passenger = Сбор аэропорта за пассажира во втором городе
name-home_navigation_rate = Аэронавигация на маршруте над страной первого города
name-away_navigation_rate = Аэронавигация на маршруте над страной второго города
name-home_foreign_navigation_rate = Аэронавигация для иностранных перевозчиков над страной первого города
name-away_foreign_navigation_rate = Аэронавигация для иностранных перевозчиков над страной второго города
name-home_national_treatment = Сборы как для своих перевозчиков в стране первого города
name-away_national_treatment = Сборы как для своих перевозчиков в стране второго города
name-home_terminal_navigation = Аэронавигация в районе аэропорта первого города
name-away_terminal_navigation = Аэронавигация в районе аэропорта второго города
name-home_kept = Доля остающихся с аэропортом первого города
name-away_kept = Доля остающихся с аэропортом второго города

## Факты о рейсах

name-seats = Число кресел в самолёте
name-ownership_per_block_hour = Лизинг и страхование на час рейса
name-crew_per_block_hour = Экипаж на час рейса
name-maintenance_per_flight_hour = Техническое обслуживание на час полёта
name-take_off_mass = Наибольшая взлётная масса
name-max_range = Наибольшая дальность с полным салоном
name-runway_need = Необходимая длина взлётно-посадочной полосы
name-handling = Наземное обслуживание одного вылета
name-airport_charge_per_tonne = Посадка и авиационная безопасность, на тонну
name-airport_charge_per_passenger = Сборы аэропорта на пассажира
name-navigation_rate = Сбор за аэронавигацию на маршруте при опорной массе
name-foreign_navigation_rate = Аэронавигация на маршруте для иностранных перевозчиков без договора
name-national_treatment = Сборы как для своих перевозчиков
name-terminal_navigation = Аэронавигация в районе аэропорта
name-home_airspace_share = Доля пути над страной первого города
name-taxi_time = Руление в обоих аэропортах
name-fuel_in_service = Топливо в эксплуатации против расчётного
name-time_in_service = Время в эксплуатации против времени без ветра
name-navigation_reference_mass = Масса, к которой отнесён сбор за аэронавигацию
name-overhead_share = Накладные расходы авиакомпании к прямым
name-other_cost_per_fuel = Расходы без топлива на тонну топлива по опубликованной структуре
name-structure_weight = Вес опубликованной структуры против суммы статей
name-distribution_share = Расходы на продажу, доля тарифа
name-distance_adjustment = Пройденное в полёте расстояние к кратчайшему
name-co2_per_fuel = Выброс углекислого газа на массу топлива
name-sectors_per_flight = Вылетов в рейсе туда и обратно
name-daily_service = Рейсов в неделю при ежедневном сообщении
name-frequency_elasticity = Эластичность поездок по числу рейсов в неделю
name-stimulation = Поездки при прямом рейсе к поездкам с пересадкой
name-highest_load = Загрузка полного вылета
name-demand_variation = Колебание спроса между вылетами
name-net_yield = Доход без сборов, на пассажира и километр
name-yield_reference_length = Длина поездки, к которой отнесён доход
name-stage_length_elasticity = Эластичность дохода на километр по дальности

## Что получается

name-sectors = Полётов в год
name-flown_distance = Пройденное за полёт расстояние
name-airborne_time = Время в воздухе
name-block_time = Время от стоянки до стоянки
name-taxi_fuel = Топливо на руление
name-airborne_fuel = Топливо от взлёта до посадки
name-home_en_route_rate = Ставка на маршруте над страной первого города
name-away_en_route_rate = Ставка на маршруте над страной второго города
name-en_route_rate = Ставка на маршруте за средний километр
name-terminal_navigation_rate = Аэронавигация в районе аэропорта за средний рейс
name-fuel = Топливо на полёт
name-frequency_share = Доля тех, кому хватает таких дней
name-trips_own = Поездки рынка, готовые перейти на рейс
name-trips_willing = Поездки, готовые перейти на рейс
name-demand_per_sector = Пассажиры, желающие место
name-seat_limit = Наибольшее число пассажиров на полёт
name-passengers_per_sector_by_aircraft = Пассажиров на полёт, по типам
name-yearly_passengers_by_aircraft = Пассажиров в год, по типам
name-load_by_aircraft = Занятость кресел, по типам
name-net_fare = Тариф в одну сторону без сборов
name-fuel_cost = Топливо
name-crew_cost = Экипаж
name-maintenance_cost = Техобслуживание
name-ownership_cost = Лизинг и страхование
name-airport_cost = Аэропортовые сборы
name-navigation_cost = Аэронавигация
name-passenger_cost = Сборы за пассажиров и продажа
name-direct_cost_parts = Прямые расходы на полёт, по статьям
name-overhead_cost = Накладные расходы
name-summed_cost_parts = Стоимость рейса как сумма статей
name-structure_cost = Расходы без топлива по опубликованной структуре
name-cost_level = Уровень расходов против суммы статей
name-sector_cost_parts = Расходы на полёт, по статьям и типам
name-sector_cost_by_aircraft = Расходы на полёт, по типам
name-yearly_revenue_by_aircraft = Выручка за год, по типам
name-yearly_cost_by_aircraft = Расходы за год, по типам
name-yearly_profit_by_aircraft = Результат года, по типам
name-aircraft_type = Выбранный тип
name-aircraft_best = Лучший тип задним числом
name-aircraft_chosen = Отметка выбранного типа
name-yearly_revenue = Выручка за год
name-yearly_cost = Расходы за год
name-yearly_profit = Результат года
name-sector_cost_components = Расходы на полёт, по статьям
name-passengers_per_sector = Пассажиров на полёт
name-seats_per_sector = Кресел на полёт
name-sector_time = Время от стоянки до стоянки, выбранный тип
name-sector_fuel = Топливо на полёт, выбранный тип
name-sector_cost = Расходы на полёт
name-sector_gap = Недостаёт на полёт
name-yearly_passengers = Пассажиров в год
name-yearly_seats = Кресел в год
name-load = Занятость кресел
name-makes_profit = Вероятность, что зрелый год окупит себя
name-yearly_co2 = Углекислый газ за год
name-co2_per_passenger = Углекислый газ на пассажира

## Выживет ли рейс

name-ramp_months = Длина каждого периода
name-frequencies = Рейсов в неделю
name-ramp_up = Доля зрелого потока в каждом периоде
name-cover = Доля расходов, покрытая тарифами
name-passengers_by_period = Темп перевозок по периодам
name-relative_size = Пассажиры относительно исходных, по периодам
name-relative_cover = Покрытие относительно исходного
name-hazard = Риск закрытия за месяц
name-chance_viable = Вероятность 24 месяцев без поддержки
name-full_cover = Покрытие, когда разрыв оплачен
name-hazard_supported = Риск закрытия за месяц, когда разрыв оплачен
name-chance_supported = Вероятность 24 месяцев, когда разрыв оплачен
name-yearly_gap = Недостаёт за год
name-option_sectors = Полётов в год, по частоте
name-option_frequency_share = Доля тех, кому хватает такой частоты
name-option_trips = Поездки, готовые перейти на рейс, по частоте
name-option_demand = Пассажиры, желающие место, по частоте
name-option_passengers = Пассажиров на полёт, по вариантам
name-cost_per_passenger = Расходы на ещё одного пассажира
name-option_sector_cost = Расходы на полёт, по вариантам
name-option_cover = Доля расходов, покрытая тарифами, по вариантам
name-option_profit = Результат года, по вариантам
name-option_yearly_passengers = Пассажиров в год, по вариантам
name-option_relative_size = Пассажиры относительно исходных, по вариантам
name-option_relative_cover = Покрытие относительно исходного, по вариантам
name-option_hazard = Риск закрытия за месяц, по вариантам
name-chance_viable_by_option = Вероятность 24 месяцев, по частоте и типу
name-best_option = Отметка лучшего варианта
name-best_frequency = Рейсов в неделю в лучшем варианте
name-best_aircraft = Тип в лучшем варианте
name-chance_best = Вероятность 24 месяцев в лучшем варианте
axis-ramp_period = Период
axis-frequency = Рейсов в неделю
label-months_1_6 = месяцы 1–6
label-months_7_12 = месяцы 7–12
label-months_13_24 = месяцы 13–24

## Подписи осей

axis-aircraft = Тип
axis-cost_part = Статья
axis-direct_part = Статья
axis-trips_brought = Кем привлечены
label-fuel = Топливо
label-crew = Экипаж
label-maintenance = Техобслуживание
label-ownership = Лизинг и страхование
label-airport = Аэропортовые сборы
label-navigation = Аэронавигация
label-handling = Наземное обслуживание
label-passenger = Сборы за пассажиров и продажа
label-overhead = Накладные расходы

## Выводы

finding-air_route-life = { $verdict ->
    [lives] Рейс, скорее всего, выживет: вероятность проработать два года без поддержки – { $chance_viable }.
    [fails] Рейс вряд ли выживет: вероятность проработать два года без поддержки – { $chance_viable }.
   *[open] Выживет ли рейс, неясно: вероятность проработать два года без поддержки – { $chance_viable }.
} Тарифы покрыли бы { $cover } расходов при { $yearly_passengers } пассажирах в год.
finding-air_route-remedy = { $verdict ->
    [option] Что помогло бы: { $best_aircraft }, рейсов в неделю: { $best_frequency }; вероятность – { $chance_best }.
   *[support] Без поддержки вряд ли выживет хоть один тип при любой частоте от одного до семи рейсов в неделю: лучшая вероятность – { $chance_best }.
} Если бы бюджет платил { $sector_gap } за полёт, { $yearly_gap } в год, вероятность составила бы { $chance_supported }.
finding-air_route-riders = Полетели бы около { $yearly_passengers } пассажиров в год в обе стороны: { $passengers_per_sector } на средний полёт, то есть { $load } кресел.
finding-air_route-money = Полёт стоит { $sector_cost } при тарифе без сборов { $net_fare } с пассажира; зрелый год даёт { $yearly_profit }. Вероятность окупить себя – { $makes_profit }; на полёт недоставало бы { $sector_gap }.
finding-air_route-aircraft = Ради ожидаемой прибыли перевозчик выбрал бы { $aircraft_type }; задним числом лучшим оказался бы тип { $aircraft_best }.
finding-air_route-climate = Топливо за год даёт { $yearly_co2 } углекислого газа, { $co2_per_passenger } на пассажира за полёт.

## Замечания, обещания, причины

note-first-estimate = Первая оценка рынка: один поток на всех, без расписания и сезона. Вероятность выжить зависит от отношения выручки к расходам по суждению; закрытия новых маршрутов в других странах задают только её уровень.
note-runway-unknown = Длина полосы хотя бы одного из двух аэропортов неизвестна; считается, что она подходит каждому типу. Проверьте её, прежде чем называть тип.
observable-passengers_per_sector = Сосчитанные пассажиры на средний полёт
observable-yearly_passengers = Сосчитанные пассажиры за год
observable-load = Доля занятых кресел
why-no-airport = В пределах досягаемости города { $city } нет аэропорта.
why-same-airport = У обоих городов один аэропорт – { $airport }.
why-no-aircraft = { $aircraft ->
    [any] Ни один из известных типов не пролетит { $km } км с этих взлётно-посадочных полос.
   *[other] { $aircraft } не пролетит { $km } км с этих взлётно-посадочных полос.
}
