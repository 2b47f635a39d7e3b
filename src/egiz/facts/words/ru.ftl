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
name-boarding_minutes = За сколько нужно прийти до отправления
name-change_minutes = Наименьшее время пересадки
name-generalised_change = Скольким минутам пути равна пересадка
name-generalised_early = Скольким минутам пути равно слишком раннее отправление
name-generalised_late = Скольким минутам пути равно слишком позднее отправление
name-leaving_minutes = Время от прибытия до выхода
name-timetable_reach = Как далеко от центра могут быть остановки города или аэропорта
name-walking_reach = До какого расстояния остановки связаны пешком
name-access_minutes = Время от центра города до вокзала или аэропорта
name-service_first = Первое отправление за день
name-service_hours = Часов в пути
name-service_last = Последнее отправление за день
name-service_month_from = Первый месяц сезона
name-service_month_until = Последний месяц сезона
name-service_weekly = Отправлений в неделю
name-walking_speed = Скорость пешком
name-built_up_density = Жителей на квадратный километр застройки
name-built_up_weight = Цена метра линии в застройке к цене в открытом поле
name-protected_weight = Цена метра линии по охраняемой земле к цене в открытом поле
name-bridge_most = Самая широкая вода, через которую ведут линию
name-shore_doubt = Насколько может быть неточен берег встроенной карты

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

## Ошибки расписаний (GTFS)

fault-feed-not-there = расписания { $path } нет; укажите zip, папку или CSV
fault-feed-no-zip = { $path } не читается как zip; дайте расписание GTFS в виде zip или папки либо CSV с рейсами
fault-feed-corrupt = { $file }: { $table } не распаковывается; получите расписание заново
fault-feed-no-tables = в { $name } нет ни одной таблицы расписания, например stops.txt; дайте расписание GTFS (если zip внутри другого, распакуйте его)
fault-feed-separator = ячейки разделены знаком «{ $sign }»; сохраните таблицу с запятыми
fault-feed-many-files = файлов в zip: { $count }; в расписании их не больше { $most }
fault-feed-unsafe-name = в zip есть «{ $name }» — имя, ведущее за его пределы; такой zip не читается
fault-feed-locked = «{ $name }» закрыт паролем; дайте расписание без пароля
fault-feed-bomb = «{ $name }» при распаковке больше своего размера в { $ratio } раз, допустимо { $most }; такой zip не читается
fault-feed-too-large = { $name } после распаковки займёт { $size } МБ, а читается не больше { $most } МБ; вырежьте нужный регион
fault-feed-table-twice = в zip есть и «{ $first }», и «{ $second }»; оставьте что-то одно
fault-feed-file-missing = в расписании нет { $table }; добавьте
fault-feed-calendar-missing = в расписании нет ни calendar.txt, ни calendar_dates.txt; добавьте один из них
fault-feed-column-missing = нет столбца { $column }; может быть, это { $nearest }? Переименуйте его
fault-feed-column-missing-alone = нет столбца { $column }; есть { $found }; добавьте
fault-feed-empty-table = в { $table } нет строк; добавьте их
fault-feed-ragged = ячеек в строке: { $found }, а нужно { $wanted }; текст с запятыми возьмите в кавычки
fault-feed-quotes = кавычка в { $table } открывается не в начале ячейки или закрывается не в конце; кавычки внутри удвойте
fault-feed-not-utf8 = байт { $byte } — не UTF-8; сохраните файл в UTF-8
fault-feed-endless-line = { $file }: строка в { $table } не кончается; проверьте, таблица ли это
fault-feed-id-twice = { $column } «{ $id }» уже есть в строке { $line }; дайте каждому свой
fault-feed-empty-cell = { $column }: пусто; заполните
fault-feed-unknown-id = { $column } «{ $id }» неизвестен; добавьте его в таблицу или исправьте имя
fault-feed-bad-time = { $column } — «{ $found }»; пишите часы, минуты и секунды, например 07:05:00 или 25:10:00
fault-feed-bad-number = { $column } — «{ $found }»; напишите целое число от 0
fault-feed-bad-date = { $column } — «{ $found }»; напишите день, например 20190304
fault-feed-bad-degrees = { $column } — «{ $found }»; напишите градусы от -{ $most } до { $most }
fault-feed-not-an-option = { $column } — «{ $found }»; напишите одно из: { $options }
fault-feed-unknown-zone = { $column } «{ $found }» — не часовой пояс; пишите, например, Asia/Almaty
fault-feed-dates-order = end_date раньше, чем start_date; поменяйте их местами
fault-feed-exception-twice = один и тот же день у одного расписания и добавлен, и отменён; оставьте что-то одно
fault-feed-sequence-twice = stop_sequence в этом рейсе повторяется; пронумеруйте остановки по порядку
fault-feed-untimed-end = у первой и последней остановок рейса должно быть время; напишите его
fault-feed-stay-negative = отправление в { $departure } раньше прибытия в { $arrival }; исправьте одно из двух
fault-feed-ride-negative = прибытие в { $arrival } раньше отправления с предыдущей остановки в { $departure }; исправьте одно из двух
fault-feed-transfer-open = пересадке нужны from_stop_id и to_stop_id, а типам 4 и 5 — оба рейса; заполните
fault-feed-bad-frequency = частоте нужны начало, конец не раньше него и headway_secs больше 0; исправьте
fault-feed-too-many-calls = частоты дают больше { $most } остановок; вырежьте нужный регион
fault-feed-never-runs = ни в один день ничего не ходит; проверьте { $table } и calendar_dates.txt
fault-feed-parent-loop = parent_station ведёт по кругу; укажите станцию
fault-feed-no-place = у остановки «{ $id }» нет stop_lat и stop_lon; заполните
fault-feed-more = таких ошибок ещё: { $count }

## Ошибки в точках линии

fault-line-point = точка { $number } ({ $place }) — не место на Земле; напишите долготу и широту в градусах, например 61.40,55.16
fault-line-points-few = линии нужны хотя бы две точки, а задано: { $count }; добавьте
fault-line-points-near = { $first } и { $last } — одно и то же место; задайте концы поодаль друг от друга
fault-line-points-opposite = { $first } и { $last } лежат на противоположных сторонах Земли, прямой путь не определён; задайте концы ближе
fault-line-too-large = { $length } на { $width } км при ячейке { $cell } м потребуют { $memory } ГБ, а допустимо { $most } ГБ; возьмите ячейку { $enough } м, меньшую полосу или ведите линию по частям
fault-line-point-in-sea = точка { $number } ({ $place }) лежит в море или в озере; перенесите её на сушу
fault-line-point-closed = точка { $number } ({ $place }) лежит там, где линию вести нельзя: на широкой воде или закрытой земле; перенесите её
fault-line-point-no-height = в точке { $number } ({ $place }) рельеф не знает высоты; добавьте файл, где она есть
fault-line-sea-between = от { $first } до { $second } по суше не пройти: путь преграждают море, широкая вода или закрытая земля, { $width } км в самом узком месте, { $place }; расширьте полосу или задайте точки по одну сторону

## Ошибки рельефа

fault-terrain-not-there = рельефа { $path } нет; укажите файл GeoTIFF или .hgt либо папку с ними
fault-terrain-empty = в { $path } нет ни .tif, ни .hgt; положите туда файлы рельефа
fault-terrain-format = { $path } — не .tif и не .hgt; переведите его в GeoTIFF
fault-terrain-needs-rasterio = { $path } читается только через rasterio; установите: pip install "egiz[terrain]"
fault-terrain-hgt-name = из имени { $path } не видно, где он лежит; назовите файл по юго-западному углу, например N51E071.hgt
fault-terrain-hgt-size = в { $path } байт: { $bytes }, это не квадрат высот; получите файл заново
fault-terrain-not-read = { $path } не читается ({ $why }); получите файл заново
fault-terrain-no-projection = в { $path } не указана проекция; впишите её, например EPSG:4326
fault-terrain-bad-projection = проекцию { $path } не перевести в долготу и широту ({ $why }); переведите файл в EPSG:4326
fault-terrain-overlap = { $path } и { $other } показывают одну и ту же местность; оставьте один из них
fault-terrain-missing = в { $path } не хватает градусных квадратов: { $count } ({ $names }); добавьте эти файлы или возьмите меньшую полосу

## Ошибки поверхности

fault-surface-not-there = файла { $path } нет; дайте многоугольники в GeoJSON или GeoPackage
fault-surface-format = { $path } — не .geojson и не .gpkg; сохраните многоугольники в одном из этих видов
fault-surface-not-read = { $path } не читается ({ $why }); сохраните файл заново
fault-surface-no-layer = в { $path } нет слоя многоугольников; добавьте его
fault-surface-projection = проекция слоя { $layer } в { $path } неизвестна; сохраните его в EPSG:4326
fault-surface-not-area = объект { $feature } в { $path } — { $kind }; дайте только многоугольники
fault-surface-degrees = объект { $feature } в { $path } выходит за пределы Земли: { $place }; напишите долготу и широту в градусах
fault-surface-cover = у объекта { $feature } в { $path } стоит surface «{ $found }»; напишите одно из: { $covers }
fault-surface-weight = у объекта { $feature } в { $path } вес «{ $found }»; напишите число от 1

## Ошибки таблицы рейсов

fault-services-bad-clock = { $column } — «{ $found }»; пишите часы и минуты, например 07:05, а прибытие в другой день — 07:05+1
fault-services-bad-weekdays = { $column } — «{ $found }»; пишите дни, например 135, 1-5, mon-fri или daily
fault-services-bad-day = { $column } — «{ $found }»; напишите день, например 2019-03-04
fault-services-days-order = last_day «{ $found }» раньше, чем first_day, или один из них не между 1970 и 2199 годами; исправьте одно из двух
fault-services-same-place = «{ $found }» — это место отправления; напишите, куда идёт рейс
fault-services-backwards = прибытие в { $found } раньше отправления по часам обоих городов; исправьте одно из двух
fault-services-no-airport = у города «{ $name }» нет аэропорта с регулярными рейсами; напишите код аэропорта, например NQZ

## Что сделано с расписанием

note-feed-cut-trips = Рейсы, где время между остановками идёт назад; они разрезаны в этом месте: { $count } (stop_times.txt, строки { $lines })
note-feed-blank-times = Пустые времена заполнены равномерно по числу остановок: { $count }
note-feed-frequencies = Рейсы, выписанные из frequencies.txt так, будто идут точно с этим интервалом: { $count }
note-feed-short-trips = Рейсы, где меньше двух остановок, пропущены: { $count }
note-feed-pathways = pathways.txt не используется: путь внутри станции занимает время пересадки.
note-feed-zones = Перевозчики пишут время в разных часовых поясах: { $zones }
note-feed-parent-place = Остановки без своих координат, помещены на место станции: { $count }
name-net_yield = Доход без сборов, на пассажира и километр
name-yield_reference_length = Длина поездки, к которой отнесён доход
name-stage_length_elasticity = Эластичность дохода на километр по дальности
name-ticket_charges = Сборы и налоги в билете

## Поезда

name-auxiliary_power = Мощность на собственные нужды поезда
name-braking = Замедление поезда при торможении
name-braking_returned = Доля энергии торможения, возвращаемая в сеть
name-corner_force = Сила тяги при выходе на полную мощность
name-curve_resistance = Сопротивление кривой, умноженное на радиус, в долях веса
name-recovery_margin = Запас времени хода, доля от наименьшего времени
name-resistance_constant = Сопротивление движению, постоянная часть
name-resistance_doubt = Неопределённость сопротивления движению
name-resistance_linear = Сопротивление движению, часть, растущая со скоростью
name-resistance_square = Сопротивление движению, сопротивление воздуха
name-rotating_mass = Коэффициент вращающихся масс
name-starting_acceleration = Наибольшее ускорение поезда
name-starting_force = Сила тяги при трогании
name-stop_minutes = Стоянка на промежуточной станции
name-traction_efficiency = КПД от контактной сети до колёс
name-traction_power = Мощность поезда на колёсах
name-train_length = Длина поезда
name-train_mass = Масса поезда с пассажирами
name-train_seats = Мест в поезде
name-train_top_speed = Наибольшая скорость поезда
name-tunnel_drag = Добавка тоннеля к сопротивлению воздуха

## Today's railway

name-rail_length = Длина железной дороги
name-rail_share_error = Доля поездов рядом с самолётами: особенность пары городов
name-rail_share_level = Доля поездов рядом с самолётами при заданном времени в пути
name-rail_share_reference = Время в пути, для которого указана доля поездов
name-rail_share_slope = Доля поездов рядом с самолётами: каждый следующий час
name-station_latitude = Широта станции
name-station_longitude = Долгота станции

## Rules of a line for fast trains

name-cut_slope = Заложение откоса выемки
name-cut_width = Ширина выемки понизу
name-fill_slope = Заложение откоса насыпи
name-formation_width = Ширина земляного полотна на насыпи
name-line_grade = Наибольший уклон линии для скоростных поездов
name-line_radius = Наименьший радиус линии в плане по скорости
name-vertical_radius = Наименьший радиус в профиле по скорости
