### Названия фактов и ошибки их таблиц, по-русски.

## Факты, общие для всех исследований

name-weeks_per_year = Недель в году
name-tonnes_per_kilogram = Тонн в килограмме
name-people = Численность населения
name-people_table_doubt = Погрешность численности населения в справочнике городов
name-people_growth = Прирост населения за год
name-income = Валовой продукт на душу населения
name-income_growth = Рост реальных доходов за год
name-exchange_rate = Среднегодовой обменный курс
name-exchange_drift = Годовое обесценение валюты к доллару
name-price_index = Уровень цен в долларах США
name-inflation = Годовая инфляция доллара США
name-jet_fuel_price = Цена авиатоплива
name-fuel_price_drift = Годовое изменение реальной цены авиатоплива
name-income_table_doubt = Погрешность продукта на душу в таблице стран
name-air_trips_growth = Прирост авиапоездок за год после последнего подсчёта
name-event_closure = Месяцы без полётов из-за события
name-runway_length = Длина наибольшей взлётно-посадочной полосы
name-exit_level = Логарифм месячного риска закрытия нового маршрута
name-exit_thinness = Изменение риска закрытия с числом пассажиров
name-chance_safe = Вероятность, начиная с которой рейс скорее выживет
name-chance_unsafe = Вероятность, до которой рейс вряд ли выживет
name-exit_cover_elasticity = Снижение риска закрытия с ростом покрытия затрат выручкой
name-exit_cover_reference = Отношение выручки к затратам на маршрутах, по которым оценён риск закрытия
name-exit_cover_most = Отношение выручки к затратам, выше которого маршрут не надёжнее
name-exit_passengers_scale = Число пассажиров, для которого указан риск закрытия
name-exit_passengers_most = Число пассажиров, выше которого маршрут не надёжнее
name-ramp_up_months_1_6 = Доля зрелого спроса в первые шесть месяцев
name-ramp_up_months_7_12 = Доля зрелого спроса с седьмого по двенадцатый месяц
name-ramp_up_months_13_24 = Доля зрелого спроса на втором году

## Ошибки в таблицах фактов

fault-no-fact = нет ни одного факта: { $name } ({ $scope }); добавьте строку в таблицу фактов
fault-no-fact-alone = нет ни одного факта: { $name }; добавьте строку в таблицу фактов
fault-no-price-index = уровень цен { $year } года неизвестен; добавьте строку price_index
fault-source-empty = у источника должны быть ключ и название: «{ $key }»
fault-source-twice = источник «{ $key }» указан дважды; оставьте один
fault-table-header = заголовок таблицы — «{ $found }»; напишите «{ $wanted }»
fault-table-columns = в строке столбцов: { $found } вместо { $wanted }; текст с запятыми возьмите в кавычки
fault-table-name = { $name }: «{ $found }» — не имя; пишите строчные латинские буквы, цифры и _
fault-table-number = { $name }: { $column } — «{ $found }»; напишите число
fault-table-points = { $name }: «{ $found }» — не перечень пар; пишите так: 1:0.5|2:0.5
fault-table-wants-mode = { $name }: { $column } оставьте пустым; перечень пар стоит в столбце mode
fault-table-about = { $name }: about — «{ $found }»; пишите 2017, 2017-06, 2017-06-30 или две даты через дробь
fault-table-date = { $name }: { $column } — «{ $found }»; напишите день, например 2017-06-30
fault-table-unknown = { $name }: { $column } — «{ $found }»: такого нет; может быть, { $near }?
fault-table-price-year = { $name } — цена; укажите год денег в столбце price_year
fault-table-no-price = { $name } измеряется в { $unit }, это не цена; оставьте price_year пустым
fault-table-known-from = { $name } зависит от даты; укажите в known_from, с какого дня это было известно
fault-table-foreseen = { $name } относится к { $about }, а известно с { $known }, то есть раньше; исправьте одно из двух
fault-table-row-twice = { $name } указано дважды для одного времени: см. строку { $line }; оставьте одно
fault-shape-unknown = форма распределения «{ $shape }» неизвестна; напишите: { $near }
fault-shape-needs-table = для формы { $shape } нужен перечень пар
fault-shape-lacks = для формы { $shape } нужен столбец { $column }; напишите там число
fault-shape-refuses = форма { $shape } не допускает { $column }; оставьте пустым
fault-range-not-finite = { $column } — { $number }; напишите конечное число
fault-range-order = { $below } ({ $first }) больше, чем { $above } ({ $second }); поменяйте их местами
fault-range-not-positive = логарифмически нормальный диапазон начинается с { $low }; напишите число больше нуля
fault-table-lengths = пары неполны; в каждой должно быть два числа
fault-table-empty = перечень пар пуст; напишите хотя бы одну
fault-table-order = пары идут не по возрастанию; расположите их по порядку
fault-table-weights = веса не могут быть меньше нуля, и хотя бы один должен быть больше
