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
name-highest_load = Загрузка полного вылета
name-demand_variation = Колебание спроса между вылетами

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
name-co2_per_seat = Углекислый газ на кресло

## Выживет ли рейс

name-ramp_months = Длина каждого периода
name-frequencies = Рейсов в неделю
name-ramp_up = Доля зрелого потока в каждом периоде
name-cover = Доля расходов, покрытая тарифами
name-relative_size = Пассажиры относительно исходных
name-relative_cover = Покрытие относительно исходного
name-ramp_weight = Месяцы при зрелом риске, равные первым 24
name-cause_ramp_weight = Те же месяцы, по причинам
name-remedy_ramp_weight = Те же месяцы, по мерам
name-hazard = Риск закрытия зрелого рейса за месяц
name-chance_viable = Вероятность проработать 24 месяца
name-yearly_gap = Недостаёт за год
name-option_sectors = Полётов в год, по частоте
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

## Почему рейс закроют и что помогло бы

name-usual_hazard = Риск закрытия обычного нового маршрута за месяц
name-gap_paid = Доля разрыва, которую платит бюджет
name-months_closed = Месяцы без полётов из-за закрытия
name-longest_pause = Сколько месяцев без полётов рейс переживёт
name-usual_load = Занятость кресел на обычном маршруте
name-usual_route_passengers = Пассажиры обычного нового маршрута в начале
name-marketing_budget = Бюджет кампании
name-marketing_effect = Доля недостающих пассажиров, которую даёт кампания
name-least_cause_weight = Наименьший вес причины, которую называют
name-support_level = Оплаченная доля разрыва, по мерам
name-marketed = Отметка мер с кампанией
name-closure_survived = Переживёт закрытие
name-paid_cover = Доля расходов, покрытая тарифами и поддержкой
name-yearly_support = Поддержка за год
name-chosen_seat_limit = Наибольшее число пассажиров за полёт, выбранный тип
name-part_weight = Сколько доллар прямых расходов добавляет к общим
name-chosen_cost_per_passenger = Расходы на ещё одного пассажира, выбранный тип
name-chosen_empty_cost = Расходы полёта до посадки пассажиров
name-own_route_rate = Аэронавигация среднего километра для своих перевозчиков
name-chosen_mass_factor = Множитель массы в аэронавигации, выбранный тип
name-foreign_charge = Сколько сборы с иностранцев добавляют к полёту
name-trips_without_rivals = Поездки без соседних аэропортов
name-trips_without_modes = Поездки без поезда, автобуса и автомобиля
name-trips_if_daily = Поездки, если бы рейс находился на любой нужный день
name-cause_trips = Поездки, готовые перейти на рейс, по причинам
name-cause_passengers = Пассажиры за полёт, по причинам
name-usual_passengers = Пассажиры за полёт при обычной занятости
name-fitting_share = Доля кресел, которой хватило бы
name-covering_fare = Тариф, покрывающий расходы при обычной занятости
name-cause_cost = Расходы полёта, по причинам
name-cause_fare = Тариф без сборов, по причинам
name-cause_cover = Доля расходов, покрытая тарифами, по причинам
name-cause_paid_cover = Доля расходов, покрытая с поддержкой, по причинам
name-cause_relative_cover = Покрытие относительно исходного, по причинам
name-cause_relative_size = Пассажиры относительно исходных, по причинам
name-cause_hazard = Риск закрытия за месяц, по причинам
name-chance_viable_by_cause = Вероятность 24 месяцев без каждой из причин
name-cause_weight = Вес каждой причины, логарифм
name-cause_order = Место каждой причины по весу
name-cause_first = Главная причина
name-cause_second = Вторая причина
name-cause_third = Третья причина
name-chance_without_first = Вероятность без главной причины
name-chance_without_second = Вероятность без второй причины
name-chance_without_third = Вероятность без третьей причины
name-causes_named = Причины, достаточно весомые, чтобы их назвать
name-aircraft_cover = Покрытая доля расходов, по типам
name-aircraft_relative_cover = Покрытие относительно исходного, по типам
name-aircraft_relative_size = Пассажиры относительно исходных, по типам
name-aircraft_hazard = Риск закрытия за месяц, по типам
name-chance_viable_by_aircraft = Вероятность 24 месяцев при условленной частоте, по типам
name-other_type = Тип с наибольшей вероятностью при условленной частоте
name-type_marked = Отметка типа с наибольшей вероятностью
name-type_passengers = Пассажиры за год, тип с наибольшей вероятностью
name-type_revenue = Выручка за год, тип с наибольшей вероятностью
name-type_cost = Расходы за год, тип с наибольшей вероятностью
name-other_days = Лучшая частота выбранного типа
name-days_marked = Отметка выбранного типа при лучшей частоте
name-days_passengers = Пассажиры за год при лучшей частоте
name-days_revenue = Выручка за год при лучшей частоте
name-days_sectors = Полёты за год при лучшей частоте
name-days_cost = Расходы за год при лучшей частоте
name-best_passengers = Пассажиры за год в лучшем варианте
name-best_revenue = Выручка за год в лучшем варианте
name-best_sectors = Полёты за год в лучшем варианте
name-best_cost = Расходы за год в лучшем варианте
name-yearly_passengers_by_remedy = Пассажиры за год, по мерам
name-remedy_revenue = Выручка за год, по мерам
name-remedy_cost = Расходы за год, по мерам
name-remedy_sectors = Полёты за год, по мерам
name-remedy_support = Оплаченный разрыв за год, по мерам
name-remedy_cover = Покрытая доля расходов, по мерам
name-remedy_relative_cover = Покрытие относительно исходного, по мерам
name-remedy_ramp_up = Доля зрелого потока в каждом периоде, по мерам
name-remedy_relative_size = Пассажиры относительно исходных, по мерам
name-remedy_hazard = Риск закрытия за месяц, по мерам
name-chance_viable_by_remedy = Вероятность 24 месяцев, по мерам
name-yearly_support_by_remedy = Сколько платит бюджет за год, по мерам
name-sector_support_by_remedy = Сколько платит бюджет за полёт, по мерам
name-is_enough = Достаточно одной этой меры
name-remedy_cheapest = Самая дешёвая достаточная мера
name-remedy_strongest = Мера с наибольшей вероятностью
name-cheapest_chance = Вероятность с этой мерой
name-cheapest_support = Сколько за неё платит бюджет в год
name-cheapest_sector_support = Сколько за неё платит бюджет за полёт
name-strongest_chance = Наибольшая вероятность среди мер
name-strongest_support = Бюджет за год на самую сильную меру
name-season_months = Месяцев в сезоне
name-stop_hours = Время остановки в пути
name-triangle_detour = Самый длинный путь в обход относительно прямого
name-third_nearest = Наименьшее расстояние третьего города от обоих концов
name-third_market = Пассажиры третьего города относительно пассажиров пары
name-third_unserved = У третьего города ещё нет прямого рейса
name-third_length = Расстояние до третьего города относительно пары
name-triangle_length = Длина треугольника относительно двойного прямого пути
name-triangle_landings = Посадки треугольника относительно прямого пути
name-chosen_trips = Поездки, готовые перейти на рейс, выбранный тип
name-chosen_demand = Пассажиры, которым нужно кресло, выбранный тип
name-month_part = Доля пассажиров по месяцам
name-season_marked = Отметка месяцев сезона
name-season_share = Доля пассажиров, приходящаяся на сезон
name-year_flown = Доля года с полётами
name-season_carried = Пассажиры за полёт в сезон
name-season_sectors = Полёты за год только в сезон
name-season_passengers = Пассажиры за год только в сезон
name-season_revenue = Выручка за сезон
name-season_cost = Расходы за сезон
name-way_share = Доля расходов, зависящая от пути
name-triangle_empty_cost = Расходы половины треугольника до посадки пассажиров
name-mean_time_weight = Полезность часа для всех авиапассажиров
name-through_hours = На сколько часов дольше путь через третий город
name-triangle_kept = Доля тех, кто останется, хотя один путь – через третий город
name-third_part = Присоединившиеся пассажиры третьего города
name-triangle_carried = Пассажиры за полёт в треугольнике
name-triangle_passengers = Пассажиры за год с треугольником
name-third_fare_ratio = Тариф третьего города относительно тарифа пары
name-triangle_revenue = Выручка за год с треугольником
name-triangle_cost = Расходы за год с треугольником
name-triangle_sectors = Полёты за год с треугольником
name-remedy_pace = Темп перевозок, по мерам
name-third_city = Третий город
name-yearly_passengers_by_purpose = Пассажиры за год по целям поездки
name-peak_month = Самый полный месяц
name-quiet_month = Самый пустой месяц
axis-third_city = Третий город
label-no_city = подходящего города нет
axis-cause = Причина
axis-remedy = Мера
label-few_travellers = слишком мало пассажиров
label-rival_airports = соседние аэропорты
label-other_modes = поезд, автобус и автомобиль
label-few_days = слишком мало дней в неделю
label-seats = слишком большой самолёт
label-fare = тариф ниже расходов
label-foreign_charges = сборы с иностранных перевозчиков
label-ramp_up = медленный разгон
label-as_agreed = как условлено
label-support_quarter = оплатить четверть разрыва
label-support_half = оплатить половину разрыва
label-support_full = оплатить весь разрыв
label-other_type = другой тип самолёта
label-other_days = другие дни и частота
label-season = только лучшие месяцы каждого года
label-triangle = треугольник через третий город
label-marketing = реклама в начале
label-all_together = всё вместе

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
    [lives-paid] С такой поддержкой рейс, скорее всего, выживет: вероятность проработать два года – { $chance_viable }.
    [fails-paid] Даже с такой поддержкой рейс вряд ли выживет: вероятность проработать два года – { $chance_viable }.
    [open-paid] Выживет ли рейс с такой поддержкой, неясно: вероятность проработать два года – { $chance_viable }.
   *[open] Выживет ли рейс, неясно: вероятность проработать два года без поддержки – { $chance_viable }.
} Тарифы покрыли бы { $cover } расходов при { $yearly_passengers } пассажирах в год.
finding-air_route-causes = { $verdict ->
    [three] Что мешает больше всего: { $cause_first } – без этого вероятность была бы { $chance_without_first }; { $cause_second } – { $chance_without_second }; { $cause_third } – { $chance_without_third }.
    [two] Что мешает больше всего: { $cause_first } – без этого вероятность была бы { $chance_without_first }; { $cause_second } – { $chance_without_second }.
    [one] Что мешает: { $cause_first }; без этого вероятность была бы { $chance_without_first }.
   *[none] Ни одна причина в отдельности рейсу заметно не мешает.
}
finding-air_route-remedies = { $verdict ->
    [unneeded] Дальнейшая помощь не нужна.
    [free] Чего хватило бы без денег бюджета: { $remedy_cheapest }; вероятность – { $cheapest_chance }.
    [paid] Самая дешёвая мера, которой хватило бы: { $remedy_cheapest }, { $cheapest_support } в год или { $cheapest_sector_support } за полёт; вероятность – { $cheapest_chance }.
    [together] Ни одной меры в отдельности не хватит, но все вместе помогли бы: { $cheapest_support } в год или { $cheapest_sector_support } за полёт; вероятность – { $cheapest_chance }.
   *[none] Ни одной меры не хватит. Самая сильная: { $remedy_strongest }; вероятность – { $strongest_chance } за { $strongest_support } в год из бюджета.
} Лучшее без поддержки: { $best_aircraft }, рейсов в неделю: { $best_frequency }; вероятность – { $chance_best }.
finding-air_route-riders = Полетели бы около { $yearly_passengers } пассажиров в год в обе стороны: { $passengers_per_sector } на средний полёт, то есть { $load } кресел. По делам – { $business }, к родным и друзьям – { $visiting }, на отдых – { $leisure }. Самый полный месяц – { $peak_month }: { $peak_passengers }; самый пустой – { $quiet_month }: { $quiet_passengers }.
finding-air_route-money = Полёт стоит { $sector_cost } при тарифе без сборов { $net_fare } с пассажира; зрелый год даёт { $yearly_profit }. Вероятность окупить себя – { $makes_profit }; на полёт недоставало бы { $sector_gap }.
finding-air_route-aircraft = Ради ожидаемой прибыли перевозчик выбрал бы { $aircraft_type }; задним числом лучшим оказался бы тип { $aircraft_best }.
finding-air_route-timetable = При { $weekly_flights } рейсах в неделю и лучшем расписании выбранного типа подходящий вылет отстоит от желаемого часа на { $business } для деловых поездок и на { $leisure } для отдыха. Полёт от стоянки до стоянки занимает { $sector_time }. Дни и часы – в расписании.
finding-air_route-climate = Топливо за год даёт { $yearly_co2 } углекислого газа: { $co2_per_passenger } на пассажира в одну сторону, { $co2_per_seat } на кресло. { $verdict ->
    [by-all] С пересадкой было бы { $connection }, на автомобиле { $car }, на автобусе { $bus }, на поезде { $train }.
    [by-air] С пересадкой было бы { $connection }.
    [by-land] На автомобиле было бы { $car }, на автобусе { $bus }, на поезде { $train }.
   *[alone] Сравнить не с чем.
}

## Замечания, обещания, причины

note-causes-alone = Каждая причина убирается отдельно: вместо неё берётся то, что есть у обычного нового маршрута; причины не складываются. Их порядок – по тому, во сколько раз дольше жил бы рейс без каждой, поэтому следующая причина может оставлять и большую вероятность. Меры тоже рассчитаны по отдельности, кроме последней.
note-remedies-alone = Рейс, который летает только в сезон, считается действующим, если возвращается каждый сезон. Поддержка оплачивает разрыв каждого года, каким бы он ни оказался. Есть ли у третьего города прямой рейс, неизвестно; насколько это вероятно, говорит сеть 2014 года.
note-runway-unknown = Длина полосы хотя бы одного из двух аэропортов неизвестна; считается, что она подходит каждому типу. Проверьте её, прежде чем называть тип.
observable-passengers_per_sector = Сосчитанные пассажиры на средний полёт
observable-yearly_passengers = Сосчитанные пассажиры за год
observable-load = Доля занятых кресел
why-same-airport = У обоих городов один аэропорт – { $airport }.
why-no-aircraft = { $aircraft ->
    [any] Ни один из известных типов не пролетит { $km } км с этих взлётно-посадочных полос.
   *[other] { $aircraft } не пролетит { $km } км с этих взлётно-посадочных полос.
}

## Charts

chart-air_route-services = Как ездят между городами сейчас, по целям поездки
chart-air_route-causes = Какой была бы вероятность без каждой из причин
chart-air_route-months = Пассажиры по месяцам
chart-air_route-purposes = Зачем поедут и насколько рейсы далеки от желаемого времени
chart-air_route-remedies = Что помогло бы и сколько заплатил бы бюджет

## Неделя и выбор

name-week_effect = Что лучшая неделя каждого варианта делает с долей (логарифм)
name-week_floor = То же при малой доле
name-delay_points = Множители потери от сдвига, для которых рассчитаны недели
name-level_points = Отрывы, для которых рассчитаны недели
name-delay_hours = Часы между желаемым и действительным вылетом, по вариантам
name-delay_weight_middle = Потеря от часа сдвига, для которой рассчитаны недели
name-fare = Согласованный тариф без сборов
name-closed_from = Закрыто каждый день с
name-closed_until = Закрыто каждый день до
name-airport_closed_from = Аэропорт закрыт с
name-airport_closed_until = Аэропорт закрыт до
name-airport_opens = Аэропорт открывается
name-airport_closes = Аэропорт закрывается
name-crew_duty = Наибольшая смена экипажа
name-duty_margin = Время смены до первого и после последнего полёта
name-turn_time = Стоянка между полётами
name-departure_nest_scale = Насколько схожи вылеты недели
name-wished_day = Дни, в которые хотят выехать
name-wished_hour = Часы, в которые хотят выехать
name-yield_fare = Обычный тариф без сборов в одну сторону
name-door_hours = Часы от двери до двери с рейсом
name-gross_fare = Тариф со сборами и налогами
name-flight_utility = Полезность рейса в желаемый час
name-lead = Отрыв такого рейса от всего остального
name-delay_factor = Потеря от часа сдвига к её середине
name-option_share = Доля всех едущих, по вариантам и целям
name-option_trips_by_purpose = Поездки, готовые перейти на рейс, по вариантам и целям
name-frequency_weights = Веса целых чисел рейсов в согласованном
name-share_by_aircraft = Доля всех едущих, по типам и целям
name-trips_by_aircraft = Поездки рынка, готовые перейти на рейс, по типам и целям
name-trips_willing_by_aircraft = Поездки, готовые перейти на рейс, по типам
name-trips_by_purpose = Поездки рынка, готовые перейти на рейс, по целям
name-week_appeal = Полезность рейса с его неделей
name-schedule_delay_by_aircraft = Часы между желаемым и лучшим вылетом, по типам
name-schedule_delay = Часы между желаемым и лучшим вылетом
name-monthly_passengers = Пассажиры за год по месяцам
name-chosen_share = Доля всех едущих с выбранным типом
name-existing_part = Доля существующего во всём остальном
name-rival_share = Среди летающих сегодня доля улетающих из чужих аэропортов
name-odds_without_rivals = Рост шансов без чужих аэропортов
name-odds_without_modes = Рост шансов без поезда, автобуса и автомобиля
axis-delay_point = Потеря от сдвига
axis-level_point = Отрыв
note-first-estimate = Доля рейса взята из модели выбора по лучшей неделе каждого варианта; часы желаемых вылетов, часы работы большинства аэропортов и многое о рынке взяты по памяти. При более чем семи рейсах в неделю доля та же, что при лучшей ежедневной неделе. Шанс выжить опирается на отношение выручки к затратам по суждению; закрытия новых маршрутов в других странах задают только его уровень.
note-two-crews = Путь туда и обратно слишком долог для одного экипажа; приняты два, и лучшие недели не спрашивают, где отдыхает второй.
note-part-of-year = В некоторые даты года ни один тип не находит окна между закрытиями; доля есть среднее за год, в котором эти даты пусты.
why-no-airport = Рядом с { $city } нет аэропорта: до ближайшего, { $airport }, { $km } км.
why-no-slot = Часы работы и закрытия { $airports } не оставляют в году часа, когда какой-либо тип мог бы слетать туда и обратно.
