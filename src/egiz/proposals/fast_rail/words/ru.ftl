### Скоростная железная дорога, по-русски.
kind-fast_rail = Скоростная железная дорога

## terms

name-line = Города первой линии
name-onward = Города продолжения
name-onward_other = Города другого продолжения
name-design = Что строится
name-extent = Докуда
name-grade = Наибольший уклон
name-fare = Согласованный тариф за км
name-daily_trains = Согласованное число поездов в сутки

## time

name-leg_run = Идеальный ход между двумя городами
name-node_weight = Вес каждого хода с медленным проездом городов
name-leg_runs = Ход между двумя городами в зависимости от проезда городов
name-reach_points = Медленные километры в городе, с которыми считали ход
name-pace_points = Часы на медленный километр, с которыми считали ход
name-leg_length = Длина пути между двумя городами
name-run_time_doubt = Ход реальной линии к расчётному
name-border_crossed = Между городами есть граница
name-border_stop = Стоянка на границе
name-run_time = Часы по расписанию
name-ride_time = Часы от отправления до прибытия
name-door_hours = Часы от двери до двери поездом
name-felt_hours = Часы поездом с учётом их веса
name-usual_daily_trains = Обычное число поездов в сутки
name-trains_a_day = Поездов в сутки в каждую сторону
name-onward_trains = Доля поездов, идущих дальше
name-beyond_line = За первой линией
name-leg_trains = Поездов в сутки между двумя городами
name-hours_per_day = Часов в сутках
name-schedule_delay = Часы от желаемого до ближайшего отправления
name-usual_fare_rate = Обычный тариф за км
name-fare_rate = Тариф за км по вариантам линии
name-leg_fare = Плата за проезд между двумя городами
name-unseen_detour = Длина к проложенной по грубому рельефу
name-way_length = Длина между городами с невидимыми обходами
name-detour = Длина к проложенной по вариантам
name-new_way = Длина новой линии с невидимыми обходами
name-built_way = Длина строительства с невидимыми обходами

## choice

name-hour_ratio = Вес часа вдоль линии к весу для пары
name-dollar_ratio = Вес доллара вдоль линии к весу для пары
name-leg_time_weight = Полезность часа по парам городов
name-leg_delay_weight = Полезность часа сдвига по парам городов
name-leg_cost_weight = Полезность доллара по парам городов
name-mode_offered = Какие способы поездки есть
name-mode_hours = Часы от двери до двери по способам
name-felt_mode_hours = Часы по способам с учётом их веса
name-mode_fare = Плата по способам
name-mode_delay = Часы сдвига по способам
name-mode_changes = Пересадки по способам
name-mode_favour = Логарифм вероятности, что способ есть
name-mode_co2 = Углекислый газ на пассажира по способам
name-by_air = Воздушные способы
name-by_ground = Наземные способы
name-mode_time_loss = Потеря полезности из-за часов
name-mode_toll = Потеря полезности из-за платы и пересадок
name-mode_constants = Постоянные способов поездки
name-mode_utility = Полезность каждого способа
name-today_logsum = Лучшая полезность всего, что есть сегодня
name-mode_share = Нынешние доли по модели
name-rail_trips_observed = Подсчитанные пассажиры поездов
name-road_trips_observed = Подсчитанные пассажиры на дорогах
name-counted_rail = Подсчитанные пассажиры поездов по парам городов
name-counted_road = Подсчитанные пассажиры на дорогах по парам городов
name-nothing_counted = Никто не считал
name-uncounted = Пары, которые никто не считал
name-counted_trips = Подсчитанные поездки
name-train_share = Нынешняя доля поезда
name-train_gap = Насколько нынешний поезд хуже, чем по модели
name-rest_logsum_by_leg = Лучшая полезность остального с подсчитанным поездом
name-today_share = Нынешние доли

## base

name-straight_length = Расстояние между городами по прямой
name-one_people = Население одного города
name-other_people = Население другого города
name-people_of_scale = Население города для масштаба
name-near_people = Поездки близких городов от населения
name-near_mass = Влияние населения обоих городов
name-near_reference = Расстояние для масштаба
name-near_length = Поездки близких городов от расстояния
name-near_deterrence = Сколько отнимает расстояние
name-near_level = Поездки двух городов-миллионников в 200 км
name-near_border = Что граница оставляет от поездок
name-near_luck = Поездки пары к поездкам подобных пар
name-most_trips = Наибольшее число поездок в год между двумя городами
name-city_trips = Поездки миллиона жителей в год во все места за пределами города
name-near_trips = Поездки близких городов по гравитации
name-usual_hours = Часы от двери до двери обычным рейсом
name-usual_fare = Цена обычного рейса
name-usual_delay = Часы сдвига обычного рейса
name-usual_felt = Часы обычным рейсом с учётом их веса
name-usual_loss = Потеря полезности с обычным рейсом
name-usual_share = Доля обычного рейса
name-air_counted = Авиапоездки подсчитаны
name-anchor_share = Какую долю составляют авиапоездки
name-air_middle = Авиапоездки по гравитации, середина
name-air_spread = Разброс авиапоездок по гравитации
name-air_luck = Насколько авиапоездки отличаются от середины
name-leg_air_trips = Авиапоездки по гравитации
name-far_trips = Поездки далёких городов по рынку
name-near_until = До этого расстояния — только близкие города
name-far_from = Отсюда уже летают
name-far_weight = Вес гравитации близких для далёких городов
name-nearness = Вес гравитации близких городов
name-modelled_trips = Поездки там, где никто не считал
name-own_pair = Пара исследования
name-market_alone = Поездки взяты из рынка
name-leg_trips = Все поездки между двумя городами

## riders

name-fast_constant = Чего не объясняют время и цена скоростных поездов
name-gap_kept = Сколько остаётся от нынешней нелюбви к поезду
name-time_utility = Полезность часов в скоростных поездах
name-rail_utility = Полезность скоростных поездов
name-rest_utility = Лучшая полезность остального
name-rail_share = Доля всех едущих
name-drawn_by_ride = Пассажиры, которые ездят и сегодня
name-new_by_ride = Поездки, вызванные поездами
name-riders_by_ride = Пассажиры в год по вариантам и парам городов
name-serves = Какие пары обслуживает каждая протяжённость
name-chosen_rides = Пары, обслуживаемые согласованным
name-end_ride = Из конца в конец согласованного
name-yearly_riders_by_alternative = Пассажиры в год по вариантам
name-yearly_riders_by_leg = Пассажиры в год по парам городов, куда бы ни дошла линия
name-riders_by_mode = Пассажиры в год по нынешнему способу
name-new_riders = Пассажиры, которые иначе не поехали бы
name-service_appeal = Полезность согласованных поездов
name-whole_legs = Из конца в конец каждой линии
name-design_drawn = Согласованное исполнение
name-held_ride = Поездка для сравнения только по времени
name-held_hours = Часы поездом между городами исследования
name-held_by_time = Доля поезда только по времени в пути
name-held_by_choice = Доля поезда по нашей модели выбора
name-time_only_share = Доля поезда рядом с самолётом только по времени
name-share_beside_flight = Доля поезда рядом с ежедневным рейсом

## capital

name-fill = Насыпи
name-cut = Выемки
name-viaducts = Длина эстакад
name-viaduct_face = Площадь под эстакадами
name-tunnels = Длина тоннелей
name-bridges = Длина мостов
name-built_length = Длина строительства
name-new_length = Длина новой линии
name-old_length = Длина реконструируемой существующей линии
name-line_length = Длина первой линии
name-way_on_length = Длина продолжения
name-first_line_hours = Часы на первой линии
name-stations_built = Строящиеся станции
name-chosen = Согласованный вариант
name-is_built = Что-то строится
name-alternative_number = Номера вариантов
name-design_of = Тип линии каждого варианта
name-ground_spread = Разброс земляных работ и сооружений
name-ground_luck = Насколько местность отличается
name-ground_factor = Земляные работы и сооружения к середине
name-fill_cost = Цена насыпи
name-cut_cost = Цена выемки
name-earthwork_cost = Земляные работы
name-viaduct_cost = Цена эстакады без высоты
name-viaduct_height_cost = Цена высоты эстакады
name-viaduct_works = Эстакады
name-tunnel_cost = Цена тоннеля
name-bridge_cost = Цена моста
name-structure_cost = Искусственные сооружения
name-track_cost = Цена пути
name-speed_factor = Цена при скорости к цене при 300 км/ч
name-track_works = Путь
name-power_cost = Цена контактной сети и подстанций
name-signal_cost = Цена сигнализации
name-power_works = Энергоснабжение и сигнализация
name-civil_cost = Цена водоотвода, переездов, ограждений
name-land_cost = Цена земли
name-civil_works = Земля, водоотвод, пересечения, ограждения
name-station_cost = Цена станции
name-tunnel_drawn = Тоннели проложенных линий
name-viaduct_drawn = Эстакады проложенных линий
name-bridge_drawn = Мосты проложенных линий
name-tunnel_length = Километры в тоннелях
name-viaduct_length = Километры на эстакадах
name-bridge_length = Километры на мостах
name-station_works = Станции
name-upgrade_cost = Цена работ на существующей линии
name-old_line_works = Работы на существующей линии
name-town_factor = Работы по линии к работам в открытом поле
name-open_works = Работы по частям как в открытом поле
name-built_up = Длина по застройке
name-direct_works = Работы по новой линии
name-development_share = Изыскания, проект, управление к работам
name-unit_cost_factor = Все цены работ вместе
name-estimate = Сметная стоимость строительства
name-cost_overrun = Итоговая стоимость к смете
name-capital_cost_by_alternative = Стоимость строительства по вариантам
name-works_by_part = Работы по частям
name-alternative_cost_per_kilometre = Стоимость км по вариантам

## operation

name-both_ways = Поезда ходят туда и обратно
name-days_per_year = Дней в году
name-daily_way = Пробег поездов за сутки
name-turn_time = Стоянка в конце линии
name-daily_hours = Часы работы поездов за сутки
name-first_departure = Час отправления первого поезда
name-last_departure = Час отправления последнего поезда
name-riders_aboard = Пассажиров в среднем поезде
name-highest_load = Заполнение, после которого добавляют поезда
name-reinforcement = Поездов на один по расписанию
name-alternative_load = Заполнение мест по вариантам
name-train_kilometres_by_alternative = Поездо-км в год по вариантам
name-working_hours = Часы работы поезда в сутки
name-spare_trains = Запасные поезда
name-alternative_fleet = Купленные поезда по вариантам
name-train_energy = Электроэнергия на поездо-км
name-energy_doubt = Энергия реального поезда к расчётной
name-energy_per_kilometre = Электроэнергия на поездо-км из сети
name-hours_by_alternative = Часы из конца в конец по вариантам
name-energy_use = Электроэнергия за год
name-electricity_price = Цена электроэнергии
name-energy_cost = Расходы на электроэнергию
name-crew_rate = Бригада поезда за час
name-crew_cost = Бригады
name-train_upkeep = Содержание на поездо-км
name-train_care = Содержание поездов
name-train_price = Цена поезда
name-train_life = Срок службы поезда
name-one_year = Один год
name-train_rent = Поезда: цена за срок службы
name-revenue_by_alternative = Доход за год по вариантам
name-direct_running = Энергия, бригады и поезда
name-overhead_share = Накладные расходы перевозчика
name-sales_share = Продажа билетов, доля платы
name-running_by_alternative = Движение поездов по вариантам
name-track_upkeep = Содержание км линии
name-renewal_rate = Обновление к стоимости строительства
name-upkeep_by_alternative = Содержание и обновление по вариантам
name-access_charge = Доступ на поездо-км
name-access_by_alternative = Плата владельцу по вариантам

## money

name-discount_rate = Ставка дисконтирования
name-rider_growth = Годовой рост пассажиров
name-horizon = Учитываемые годы
name-years_of_growth = Растущий доход в первых годах
name-years_of_cost = Ровный расход в годах
name-ramp_up = Пассажиры к году полного потока
name-ramp_number = Номер года
name-ramp_loss = Недостающие годы полного потока вначале
name-build_years = Годы строительства
name-building_interest = Проценты до открытия линии
name-capital_at_opening = Стоимость строительства с процентами
name-revenue_value = Приведённый доход
name-running_value = Приведённые расходы движения и содержания
name-npv_by_alternative = Чистая приведённая стоимость по вариантам
name-chance_pays_by_alternative = Вероятность окупаемости по вариантам
name-alternative_running_result = Остаток после движения и содержания по вариантам

## pays

name-alternative_fare = Тариф за км по вариантам
name-fares_needed = Во сколько раз нужен больший доход
name-alternative_fare_needed = Тариф за км для окупаемости по вариантам
name-alternative_riders_needed = Пассажиры для окупаемости по вариантам
name-yearly_support_by_alternative = Поддержка в год по вариантам
name-capital_borne_by_alternative = Доля строительства, покрытая платой, по вариантам

## carbon

name-saved_co2 = Углекислый газ этих пассажиров без линии
name-grid_co2 = Углекислый газ электроэнергии
name-train_co2 = Углекислый газ поездов
name-build_co2 = Углекислый газ от строительства 1 км
name-build_co2_by_alternative = Углекислый газ от строительства по вариантам
name-alternative_yearly_co2 = Добавка углекислого газа в год по вариантам
name-co2_balance_by_alternative = Углекислый газ за все годы по вариантам

## headline

name-yearly_riders = Пассажиры в год
name-end_to_end = Часы из конца в конец
name-length = Длина
name-capital_cost = Стоимость строительства
name-cost_per_kilometre = Стоимость км
name-yearly_revenue = Доход за год
name-yearly_running = Движение поездов за год
name-yearly_upkeep = Содержание и обновление за год
name-yearly_access = Плата за доступ за год
name-yearly_capital = Строительство, разложенное по годам
name-npv = Чистая приведённая стоимость
name-chance_pays = Вероятность окупаемости
name-running_result = Остаток после движения и содержания
name-fare_needed = Тариф за км, при котором окупается
name-fare_taken = Тариф за км
name-riders_needed = Пассажиры в год, при которых окупается
name-yearly_support = Поддержка в год
name-capital_borne = Доля строительства, покрытая платой
name-load = Заполнение мест
name-fleet = Купленные поезда
name-yearly_co2 = Добавка углекислого газа в год
name-co2_balance = Углекислый газ за все годы
name-alternative_agreed = Согласовано
name-alternative_least_support = Меньше всего теряет из строящихся
name-alternative_best = Лучший вариант

## survey and limits

name-hours_per_minute = Часов в минуте
name-ground_doubt = Неясность от неизвестной местности
name-leg_halts = Остановки между двумя городами
name-halt_minutes = Стоянка на станции
name-rail_detour = Длина существующей линии к прямой
name-existing_speed = Скорость там, куда реконструкция не дошла
name-upgrade_reach = Доля линии, охваченная реконструкцией
name-node_length = Медленный путь по городу с каждой стороны
name-node_speed = Скорость по городу
name-least_section = Ближайшие станции
name-longest_section = Самые далёкие станции
name-least_dry_share = Наименьшая доля пути по суше
name-plan_length = План: длина
name-plan_time = План: время
name-plan_riders = План: пассажиры в год
name-plan_cost = План: последняя стоимость
name-plan_cost_first = План: первая стоимость
name-train_crowding = Что автобусы и машины отнимают у поезда сверх простого логита
name-replaces_trains = Ходит вместо нынешних поездов
name-train_pull = Что переходит от нынешних поездов
name-exist_utility = Лучшая полезность всего, что есть
name-rest_left = Лучшая полезность остального без заменённых поездов
name-kept_by_ride = Пассажиры, перешедшие от нынешних поездов
name-gain_by_ride = Выигрыш от поездов в полезности
name-taken_by_ride = Пассажиры по нынешнему способу и парам городов
name-appeal_by_ride = Что поезда добавляют ко всему, что есть
name-residual_share = Остаточная стоимость после расчётных лет
name-residual_worth = Остаток доллара строительства, к открытию
name-residual_value = Остаточная стоимость, к открытию
name-building_burden = Во что обходится доллар строительства, к открытию
name-alternative_cost_needed = Стоимость км, при которой окупается, по вариантам
name-cost_needed = Стоимость км, при которой окупается
name-capital_estimate = Стоимость строительства без взгляда со стороны
name-fares_worth = Приведённая плата за проезд
name-running_worth = Приведённые движение и содержание
name-building_worth = Строительство с процентами к открытию
name-left_worth = Остаток в конце, к открытию
name-yearly_saved_co2 = Углекислый газ, которого не выбросят пассажиры за год
name-yearly_train_co2 = Углекислый газ поездов за год
name-works_co2 = Углекислый газ строительства
name-plan_length_least = План: наименьшая длина
name-plan_length_most = План: наибольшая длина
name-plan_riders_least = План: наименьшее число пассажиров
name-plan_roubles = План: последняя стоимость в рублях своего времени
name-plan_roubles_first = План: первая стоимость в рублях своего времени
name-plan_cost_now = План: последняя стоимость в деньгах исследования
name-rail_trips_first = Пассажиры поездов по первому подсчёту

## labels

axis-leg = Города
axis-design = Что строится
axis-extent = Докуда
axis-alternative = Вариант
axis-mode = Способ поездки
axis-build_part = Часть работ
axis-ramp_year = Год
label-new-250 = новая линия, 250 км/ч
label-new-300 = новая линия, 300 км/ч
label-new-350 = новая линия, 350 км/ч
label-upgrade-160 = реконструкция существующей линии, 160 км/ч
label-upgrade-200 = реконструкция существующей линии, 200 км/ч
label-at-new-250 = { $name }, новая линия, 250 км/ч
label-at-new-300 = { $name }, новая линия, 300 км/ч
label-at-new-350 = { $name }, новая линия, 350 км/ч
label-at-upgrade-160 = { $name }, реконструкция существующей линии, 160 км/ч
label-at-upgrade-200 = { $name }, реконструкция существующей линии, 200 км/ч
label-nothing = ничего не строить
label-line = первая линия
label-onward = с продолжением
label-onward-other = с другим продолжением
label-line-new-250 = первая линия, новая, 250 км/ч
label-line-new-300 = первая линия, новая, 300 км/ч
label-line-new-350 = первая линия, новая, 350 км/ч
label-line-upgrade-160 = первая линия, реконструкция, 160 км/ч
label-line-upgrade-200 = первая линия, реконструкция, 200 км/ч
label-onward-new-250 = с продолжением, новая, 250 км/ч
label-onward-new-300 = с продолжением, новая, 300 км/ч
label-onward-new-350 = с продолжением, новая, 350 км/ч
label-onward-upgrade-160 = с продолжением, реконструкция, 160 км/ч
label-onward-upgrade-200 = с продолжением, реконструкция, 200 км/ч
label-onward-other-new-250 = с другим продолжением, новая, 250 км/ч
label-onward-other-new-300 = с другим продолжением, новая, 300 км/ч
label-onward-other-new-350 = с другим продолжением, новая, 350 км/ч
label-onward-other-upgrade-160 = с другим продолжением, реконструкция, 160 км/ч
label-onward-other-upgrade-200 = с другим продолжением, реконструкция, 200 км/ч
label-air = самолёт
label-earthworks = земляные работы
label-structures = сооружения
label-track = путь
label-power = энергия и сигнализация
label-civil = земля и прочие работы
label-stations = станции
label-year_1 = первый год
label-year_2 = второй год
label-year_3 = третий год
scope-new = новая линия
scope-upgrade = реконструкция существующей линии

## findings, remarks, reasons

finding-fast_rail-pays = { $verdict ->
    [nothing] Ничего строить не согласовано, поэтому и окупать нечего.
    [pays] Плата за проезд окупила бы строительство, движение и содержание с вероятностью { $chance_pays }; чистая приведённая стоимость: { $npv }. Для этого нужен тариф { $fare_needed } за км при принятом здесь { $fare_taken }, если ездить будут столько же, либо { $riders_needed } пассажиров в год.
    [runs] Плата за проезд покрывает движение и содержание, в год остаётся { $running_result }, а строительство — лишь отчасти; чистая приведённая стоимость: { $npv }, вероятность окупить всё — { $chance_pays }. Для этого понадобился бы тариф { $fare_needed } за км вместо { $fare_taken }, если из-за него никто не откажется от поездки, либо { $riders_needed } пассажиров в год, либо строительство по { $cost_needed } за км, либо поддержка { $yearly_support } в год.
   *[costs] Плата за проезд не покрывает даже движение и содержание: в год остаётся { $running_result }. Чистая приведённая стоимость: { $npv }, вероятность окупить всё — { $chance_pays }. Для этого понадобился бы тариф { $fare_needed } за км вместо { $fare_taken }, если из-за него никто не откажется от поездки, либо { $riders_needed } пассажиров в год, либо поддержка { $yearly_support } в год.
}
finding-fast_rail-time = { $verdict ->
    [nothing] Ничего строить не согласовано; поезда ходят как сейчас.
   *[estimate] Из конца в конец — { $end_to_end } с остановками, длина линии — { $length }.
}
finding-fast_rail-riders = { $verdict ->
    [nothing] Ничего строить не согласовано, поэтому никто не пересядет.
   *[estimate] Когда о линии узнают и поток установится, в год ездило бы { $yearly_riders } пассажиров, в каждую сторону { $trains_a_day } поездов в сутки, занято { $load } мест. Те, кто ездит и сегодня, пересели бы с автомобиля ({ $from_car }), автобуса ({ $from_bus }), нынешнего поезда ({ $from_train }) и самолёта ({ $from_air }); { $new_riders } пассажиров иначе не поехали бы.
}
finding-fast_rail-cost = { $verdict ->
    [nothing] Ничего строить не согласовано, поэтому и тратить нечего.
   *[estimate] По сегодняшней смете строительство стоило бы { $capital_estimate }. Такие линии в итоге стоят { $cost_overrun } от сметы; с этой поправкой, внесённой один раз, выходит { $capital_cost }, то есть { $cost_per_kilometre } за км. Содержание и обновление — { $yearly_upkeep } в год.
}
finding-fast_rail-alternatives = { $verdict ->
    [nothing] По деньгам, в среднем по всем прогонам, из всех вариантов выгоднее всего ничего не строить. Из тех, где что-то строится, меньше всего теряет вариант «{ $alternative_least_support }». Согласован вариант «{ $alternative_agreed }».
   *[built] По деньгам, в среднем по всем прогонам, выгоднее всего вариант «{ $alternative_best }». Согласован вариант «{ $alternative_agreed }». Из тех, где что-то строится, лучше всех «{ $alternative_least_support }».
}
finding-fast_rail-climate = { $verdict ->
    [nothing] Ничего строить не согласовано, выбросы углекислого газа не меняются.
    [saves] Выбросы углекислого газа изменятся на { $yearly_co2 } в год при установившемся потоке и на { $co2_balance } за все годы вместе со строительством. Минус означает, что выбросов меньше. Пассажиры не выбросят { $yearly_saved_co2 } в год, которые дали бы автомобили, автобусы и прочее; электричество поездов даёт { $yearly_train_co2 } в год, строительство — { $works_co2 } один раз.
   *[adds] Выбросы углекислого газа изменятся на { $yearly_co2 } в год при установившемся потоке и на { $co2_balance } за все годы вместе со строительством. Минус означает, что выбросов меньше; за все годы вместе их больше. Пассажиры не выбросят { $yearly_saved_co2 } в год, которые дали бы автомобили, автобусы и прочее; электричество поездов даёт { $yearly_train_co2 } в год, строительство — { $works_co2 } один раз.
}
finding-fast_rail-hours_alone = { $verdict ->
    [above] Между городами исследования поезд идёт { $held_hours }. Рядом с ежедневным рейсом наша модель выбора отдаёт поезду { $held_by_choice } тех, кто летит или едет поездом; 51 опубликованная доля только по времени в пути — { $held_by_time }. Оценки расходятся: в нашей модели час стоит мало, потому что люди здесь зарабатывают мало, а те доли большей частью из более богатых стран. Здесь этого никто не считал.
    [below] Между городами исследования поезд идёт { $held_hours }. Рядом с ежедневным рейсом наша модель выбора отдаёт поезду { $held_by_choice } тех, кто летит или едет поездом; 51 опубликованная доля только по времени в пути — { $held_by_time }. Оценки расходятся: против поезда здесь постоянные поезда и рейса, цена или редкое движение. Здесь этого никто не считал.
   *[estimate] Между городами исследования поезд идёт { $held_hours }. Рядом с ежедневным рейсом наша модель выбора отдаёт поезду { $held_by_choice } тех, кто летит или едет поездом; 51 опубликованная доля только по времени в пути — { $held_by_time }: в пределах сомнений оценки сходятся.
}
finding-fast_rail-plans = { $verdict ->
    [risen] Опубликованное стоит рядом с нашим расчётом для первой линии, новой, 300 км/ч, и ни во что не входит. Длина: { $plan_length } (по источникам от { $plan_length_least } до { $plan_length_most }), у нас { $ours_length }: наша линия идёт прямее по грубому рельефу с надбавкой на то, чего он не показывает. Время: { $plan_time }, у нас { $ours_minutes }: у нас нет остановок между городами. Пассажиры в год: от { $plan_riders_least } до { $plan_riders }, у нас { $ours_riders }: в нашей полосе всё, что влияет на нынешний выбор. Стоимость: сначала { $plan_roubles_first } ({ $plan_cost_first }), в последнем плане { $plan_roubles } ({ $plan_cost }), в деньгах своего времени: выросла ещё до начала работ; в деньгах исследования последняя — { $plan_cost_now }, у нас { $ours_cost }: у нас средние мировые цены и опыт таких линий, а план не говорит, что в него входит.
   *[estimate] Опубликованное стоит рядом с нашим расчётом для первой линии, новой, 300 км/ч, и ни во что не входит. Длина: { $plan_length } (по источникам от { $plan_length_least } до { $plan_length_most }), у нас { $ours_length }: наша линия идёт прямее по грубому рельефу с надбавкой на то, чего он не показывает. Время: { $plan_time }, у нас { $ours_minutes }: у нас нет остановок между городами. Пассажиры в год: от { $plan_riders_least } до { $plan_riders }, у нас { $ours_riders }: в нашей полосе всё, что влияет на нынешний выбор. Стоимость: { $plan_roubles } ({ $plan_cost }) в деньгах своего времени; в деньгах исследования { $plan_cost_now }, у нас { $ours_cost }: у нас средние мировые цены и опыт таких линий, а план не говорит, что в него входит.
}
finding-fast_rail-worth = { $verdict ->
    [nothing] Ничего строить не согласовано, поэтому и взвешивать нечего.
   *[estimate] Чистая приведённая стоимость к открытию складывается из платы за проезд ({ $fares_worth }) и остаточной стоимости ({ $left_worth }) за вычетом движения и содержания ({ $running_worth }) и строительства с процентами ({ $building_worth }): { $horizon } работы при ставке { $discount_rate } в год. Выигрыш самих пассажиров в неё не входит.
}
finding-fast_rail-base = { $verdict ->
    [newer] Нынешний поток на первой линии: { $counted_rail } пассажиров поездов в год по последнему подсчёту, известному на день исследования. Он считает ускоренные поезда, пущенные позже; тех, кто сходит в пути, мы отделили по своему суждению. Первый подсчёт, до этих поездов, давал { $rail_trips_first } и основой больше не служит. Автобусом и автомобилем ездит { $counted_road }, они сосчитаны вместе; доля автобуса { $bus_share } взята только из модели выбора, поэтому это деление очень неточно.
    [first] Нынешний поток на первой линии: { $counted_rail } пассажиров поездов в год по подсчёту, известному на день исследования (напечатано { $rail_trips_first }). Автобусом и автомобилем ездит { $counted_road }, они сосчитаны вместе; доля автобуса { $bus_share } взята только из модели выбора, поэтому это деление очень неточно.
   *[estimate] Нынешний поток на первой линии: { $counted_rail } пассажиров поездов в год, автобусом и автомобилем { $counted_road }, они сосчитаны вместе; доля автобуса { $bus_share } взята только из модели выбора, поэтому это деление очень неточно.
}
note-embedded-ground = Новые линии проложены по встроенному рельефу с разрешением около девяти километров; земляные работы и сооружения на местности, которой он не показывает, взяты из вероятных рельефов по модели неровности вместе с их неясностью. Там, где местность неровная, линия не может обойти то, чего не видно, поэтому тоннелей и эстакад выходит слишком много. Профиль не рисуется так, будто это сама местность. Существующая линия принята горизонтальной, её медленные участки — по оценке.
note-own-ground = Новые линии проложены по вашему рельефу, высоты в котором даны не реже чем через 500 м; что лежит между ними, не видно никому. Профиль показывает эту местность. Существующая линия принята горизонтальной, её медленные участки — по оценке.
note-own-ground-coarse = Новые линии проложены по вашему рельефу, но высоты в нём даны реже чем через 500 м: для профиля это слишком редко, и он не нарисован. Между ними взята вероятная местность по модели неровности вместе с её неясностью. Существующая линия принята горизонтальной, её медленные участки — по оценке.
note-small-crossings = Мосты — это мосты через озёра и море и через воду, которую добавите вы. Малых рек, дорог и железных дорог нет ни на одной карте Egiz, поэтому мосты через них не посчитаны по одному; обычные из них входят в цену километра за водоотвод, пересечения и ограды. Моста через большую реку нет совсем.
note-choice-of-the-market = Пассажиры рассчитаны по модели выбора рынка с постоянной скоростных поездов, которую здесь никто не мог измерить; где опубликованы подсчёты, взяты они, в остальных местах — гравитация с широкой полосой. Где автобусы и машины сосчитаны вместе, их делит только модель выбора с постоянной автобуса по памяти: немногие пересевшие с автобуса — не подсчёт. Между городами, слишком близкими для рейса, с самолёта никто не пересаживается. Существующая линия показана схемой станций.
note-trains-of-today = Реконструкция заменяет нынешние поезда между её городами: их пассажиры переходят на ускоренные и выбирают между ними и всем прочим. Доход и расход нынешних поездов отпадают вместе с ними; они приняты равными, и этот расход нигде не считается. Новая линия оставляет их как есть.
note-way-agreed-later = Соглашение не называет пути продолжения. Из двух изученных путь через Петропавловск и Кокшетау Россия и Казахстан согласовали 16 ноября 2017 года, уже после соглашения; он показан рядом с другим и ничего не решает.
observable-yearly_riders = Пассажиры, подсчитанные за год
observable-end_to_end = Часы из конца в конец по расписанию
why-over-water = Между городами { $one } и { $other } большая часть прямого пути проходит по воде.
why-too-near = Между городами { $one } и { $other } всего { $km } км: это дело городских железных дорог.
why-too-far = Между городами { $one } и { $other } { $km } км, и между ними не назван ни один город: назовите города на пути.
why-line-large = Местность между городами { $one } и { $other } слишком велика для одной линии; назовите города на пути отдельными линиями.
why-no-ground = Между городами { $one } и { $other } линию не проложить: станция лежит в море или на закрытой земле, либо между ними море.
why-no-way = Между городами { $one } и { $other } линия на { $speed } км/ч не находит пути в обход закрытого.
why-too-steep = Между городами { $one } и { $other } линия на { $speed } км/ч не выдерживает уклона: её останавливает место на { $km } км.
why-train-fails = { $train } не пройдёт по линии: на { $km } км слишком круто.
why-too-many-stations = Названо станций: { $found }; Egiz различает пары не более чем { $most }.
column-built_way = Длина
column-hours_by_alternative = Из конца в конец
column-yearly_riders_by_alternative = Пассажиры в год
column-capital_cost_by_alternative = Строительство
column-alternative_running_result = Остаток
column-npv_by_alternative = Чистая приведённая стоимость
column-yearly_support_by_alternative = Нужная поддержка
column-revenue_by_alternative = Доход
column-running_by_alternative = Движение
column-upkeep_by_alternative = Содержание
column-alternative_fare_needed = Окупающий тариф
column-alternative_riders_needed = Пассажиры для окупаемости
column-tunnel_length = Тоннели
column-viaduct_length = Эстакады
column-bridge_length = Мосты
column-alternative_fleet = Поезда
column-energy_use = Электроэнергия
column-energy_per_kilometre = На поездо-км
chart-fast_rail-capital = Во что обойдётся строительство каждого варианта
chart-fast_rail-alternatives = Варианты рядом
chart-fast_rail-money = Доход и расходы каждого варианта за год и при чём он окупится
chart-fast_rail-works = Что нужно каждому варианту: сооружения, поезда, электроэнергия
chart-fast_rail-npv = Чистая приведённая стоимость по вариантам
chart-fast_rail-modes = Чем пассажиры ездят сегодня
role-old_railway = существующая железная дорога, схема станций
role-fast_railway = предлагаемая скоростная дорога
role-rail_station = станция

## trains that could run a line

name-train_speed_fit = Наименьшее отношение скоростей поезда и линии, подходящих друг другу
name-train_runs = Ход каждого поезда из конца в конец в зависимости от проезда городов
name-train_drawn = Электроэнергия на поездо-км по типу линии и поезду
name-design_run = Тип линии, по которой идёт поезд
name-train_told = Поезда, которые подходят согласованной линии
name-pairing_seats = Кресла по типу линии и поезду
name-train_run = Идеальный ход каждого поезда из конца в конец
name-train_pace = Часы по расписанию к идеальному ходу
name-train_standing = Часы стоянок поезда между концами линии
name-train_minutes_by_design = Минуты из конца в конец по типу линии и поезду
name-design_own = Поезд исследования на линии каждого типа
name-pairing_lag = Минуты сверх поезда исследования по типу линии и поезду
name-train_lag = Минуты сверх поезда исследования по поездам
name-pairing_use = Электроэнергия на поездо-км из сети по типу линии и поезду
name-seat_use_by_design = Электроэнергия на кресло и км по типу линии и поезду
name-train_minutes = Минуты из конца в конец по поездам
name-train_use = Электроэнергия на поездо-км из сети по поездам
name-seat_use = Электроэнергия на кресло и км по поездам
name-seats_by_train = Кресла по поездам
column-train_minutes = Из конца в конец
column-train_lag = Позже
column-train_use = На поездо-км
column-seat_use = На кресло и км
column-seats_by_train = Кресла
chart-fast_rail-trains = Поезда, которые подходят согласованной линии; первый в каждой группе – поезд этого исследования
axis-train = Поезд
axis-design_train = Линия и поезд
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
