### Слова отчёта и командной строки, по-русски.

## Ошибки, которые исправляет пользователь: что не так и как исправить

faults-in-file = { $count ->
    [one] { $file }: { $count } ошибка
    [few] { $file }: { $count } ошибки
   *[many] { $file }: { $count } ошибок
}
fault-unknown-city = город «{ $name }» не найден; возможно, имеется в виду { $nearest }?
fault-unknown-aircraft = самолёт «{ $name }» неизвестен; известны { $known }
fault-unknown-city-alone = город «{ $name }» не найден; напишите город от 15 000 жителей, страну – через запятую
fault-ambiguous-city = городов с названием «{ $name }» несколько; добавьте страну, например { $nearest }
fault-city-without-people = число жителей города «{ $name }» неизвестно; назовите ближайший более крупный город
fault-same-city-twice = оба города пары — «{ $name }»; назовите два разных города
fault-no-airport = в пределах { $km } км от города { $city } нет аэропорта с регулярными рейсами
fault-no-fact-yet = на { $asof } ещё не было данных: { $name } ({ $scope }); первые относятся к { $first }, выберите более позднюю дату
fault-no-fact-yet-alone = на { $asof } ещё не было данных: { $name }; первые относятся к { $first }, выберите более позднюю дату
fault-cannot-write = не удаётся записать { $path }: { $reason }; укажите другую папку в --out
fault-already-there = { $path } уже существует; укажите другую папку в --out
fault-cannot-read = не удаётся прочитать { $path }: { $reason }
fault-no-such-file = нет ни файла { $path }, ни встроенного примера с таким именем
fault-unknown-example = встроенного примера «{ $name }» нет; есть: { $nearest }
fault-unknown-key = ключ { $key } неизвестен; возможно, имеется в виду { $nearest }?
fault-missing-key = не хватает ключа { $key }; добавьте его
fault-wrong-type = { $key }: указано «{ $found }»; укажите { $wanted ->
    [text] текст
    [mapping] ключи со значениями, по одному в строке
    [list] список, по одному пункту в строке после дефиса
    [number] число, например 3
   *[other] { $wanted }
}
fault-not-a-number = { $key }: указано «{ $found }»; укажите число, например 3
fault-not-finite = { $key }: указано «{ $found }»; укажите конечное число
fault-not-whole = { $key }: указано { $found }; укажите целое число
fault-not-an-option = { $key }: такого варианта нет; укажите один из: { $options }
fault-term-alone = { $key } без { $partner } ничего не значит; укажите оба или ни одного
fault-not-names = { $key } — не список названий; укажите города в квадратных скобках
fault-not-places = { $key }: указано «{ $found }»; назовите два города или больше, в квадратных скобках
fault-place-twice = { $key } называет { $name } дважды; назовите каждый город один раз
fault-line-apart = продолжение начинается в городе { $name }, а линия кончается в городе { $end }; начните его там, где кончается линия
fault-no-way-on = протяжённость требует { $term }, где города не названы; назовите их или выберите line
fault-not-a-span = { $key } — не диапазон; укажите low: и high:, оба числами
fault-span-order = { $key }: нижняя граница больше верхней; поменяйте их местами
fault-out-of-range = { $key }: указано { $found }; допустимо от { $low } до { $high }
fault-bad-id = { $key }: указано «{ $found }»; идентификатор начинается со строчной латинской буквы и состоит из строчных букв, цифр, знаков - и _
fault-bad-date = «{ $found }» — не дата; укажите ГГГГ-ММ-ДД, например 2017-07-05
fault-too-long = { $key }: слишком длинно, сократите
fault-empty-text = { $key }: пусто, укажите текст
fault-too-few = { $key }: слишком мало пунктов
fault-too-many = { $key }: слишком много пунктов
fault-duplicate-id = идентификатор «{ $id }» повторяется или зарезервирован; у каждого пункта должен быть свой
fault-unknown-proposal = в соглашении нет пункта «{ $name }»; возможно, имеется в виду { $nearest }?
fault-unknown-kind = вид «{ $kind }» неизвестен; возможно, имеется в виду { $nearest }?
fault-key-twice = ключ { $key } указан дважды; оставьте один
fault-not-yaml = это не YAML: { $reason }
fault-not-a-mapping = файл должен состоять из ключей со значениями, по одному в строке, например «agreement: my-agreement»
fault-alias-loop = псевдоним ссылается сам на себя; выпишите значение
fault-not-utf8 = файл не в кодировке UTF-8 (байт { $byte }); сохраните его в UTF-8
fault-empty-file = файл пуст
fault-too-large = в файле больше, чем нужно для исследования; сократите его
fault-sheets-do-not-join = пункты соглашения ссылаются друг на друга по кругу или не стыкуются: { $reason }
fault-unknown-scenario = сценария «{ $name }» нет; возможно, имеется в виду { $nearest }?
fault-unknown-figure = показателя «{ $name }» нет; возможно, имеется в виду { $nearest }?
fault-unknown-assumption = допущения «{ $name }» нет; возможно, имеется в виду { $nearest }?
fault-unknown-source = источника «{ $name }» нет; возможно, имеется в виду { $nearest }?
fault-unknown-language = языка «{ $found }» нет; выберите en, ru или kk
fault-seed-out-of-range = { $found } не подходит как начальное число; допустимо от { $low } до { $high }
fault-draws-no-power-of-two = { $found } испытаний не подходит для --sobol; нужна степень двойки, например { $nearest }
fault-bad-distribution = { $name } нельзя задать так: { $reason }
fault-beyond-limits = { $name } таким быть не может; оно лежит между { $low } и { $high }
fault-fact-and-numbers = для { $name } указаны и числа, и факт { $fact }; оставьте что-то одно
fault-fact-of-other-unit = { $fact } измеряется в { $unit }, а { $name } – в { $wanted }; выберите другой факт
fault-unknown-country = страна «{ $name }» не найдена
fault-unknown-airport = аэропорт с кодом «{ $code }» не найден; напишите код ИАТА, например NQZ
fault-draws-out-of-range = провести { $found } испытаний нельзя; допустимо от { $low } до { $high }
fault-interrupted = остановлено; ничего не записано

## Пока идёт расчёт

explained-above = объяснено выше
checked = { $agreement }: ошибок нет; можно изучить пунктов: { $studied }, пока нельзя: { $unstudied }; сценариев: { $scenarios }; факты на { $day }
facts-listed = Фактов: { $count }
progress-prepare = Подготовка: { $scenario }
progress-run = Расчёт: { $scenario }

## Страница: заголовок и первая страница

study = Предварительное технико-экономическое исследование
first-estimate = Первая оценка
languages = Язык
contents = Содержание
of-agreement = Соглашение: { $date }
facts-known = Данные, известные на { $asof }
money-of = Деньги в ценах { $year } года
simulations = Испытаний: { $draws }
one-minute = За одну минуту
asked-items = { $count ->
    [one] Согласован { $count } пункт
    [few] Согласовано { $count } пункта
   *[many] Согласовано { $count } пунктов
}; { $studied ->
    [0] не изучен ни один.
    [one] здесь изучен { $studied }.
   *[other] здесь изучено { $studied }.
}
verdict-first-estimate = Первая оценка: вывода о жизнеспособности пока нет.
more-of-item = Что помогло бы и какие цифры за этим стоят
inputs-counted = Исходных данных: { $count }, по степени надёжности
not-studied-for-good = Согласовано, но не изучено:
not-studied-yet = Согласовано, но пока не изучено:
why-not = Почему?
moves-most = Что влияет сильнее всего
moves-figure = Влияние на показатель: { $figure }
find-out-next = Что выяснить дальше
how-sure = Насколько надёжны исходные данные
map-title = Карта: { $places }
map-note = Границы показаны по данным Natural Earth и не выражают чьей-либо позиции.
role-route = предлагаемый рейс
role-airport = аэропорт
role-rival_airport = аэропорт другого города
role-leak = путь к нему по земле
role-third_city = третий город треугольного рейса
role-old_railway = существующая железная дорога, схема станций
role-fast_railway = предлагаемая скоростная дорога: первая линия
role-fast_onward = её продолжение
role-fast_onward_other = её другое продолжение
role-rail_station = станция

## Страница: пункт соглашения

figures-of-finding = Показатели этого вывода
figure = Показатель
value = Значение
part = Часть
option = Вариант
share-of-draws = Доля испытаний
what-moves = Что влияет: { $figure }
assumption = Допущение
rank-correlation = Ранговая корреляция
promises = Что будет видно, если это верно
promises-intro = Каждую строку можно сверить с тем, что произойдёт.
observable = На что смотреть
expected = Ожидается
by-when = К сроку
cash-flow = Деньги по участникам
party = Участник
flow-of-money = Поток
year = Год
not-studied-title = Согласовано, но не изучено
scenarios-compared = Сравнение сценариев
difference-note = Мелкой строкой – отличие от первого сценария, вычисленное в каждом испытании отдельно.
weekly-timetable = Неделя: { $vehicle }, { $dates }
day = День
local-times = Местное время каждого пункта
day-each = каждый день
day-1 = понедельник
day-2 = вторник
day-3 = среда
day-4 = четверг
day-5 = пятница
day-6 = суббота
day-7 = воскресенье
scenarios = Сценарии
proposed-by = Предлагает: { $author }

## Страница: на чём всё держится

next-intro = Это исходные данные, неопределённость которых сильнее всего меняет ответ. Уточнить их — самый дешёвый путь к более надёжному ответу.
how-to-read = Как читать числа
reading-p10 = один случай из десяти ниже
reading-p50 = половина ниже, половина выше
reading-p90 = один случай из десяти выше
reading-range = За числом следует диапазон, например 30 (18–52): в половине испытаний получилось меньше 30, в одном из десяти — меньше 18, в одном из десяти — больше 52. Исходные данные известны неточно, и диапазон проносит эту неточность через каждую формулу.
reading-share = Процент без диапазона — это либо вероятность, подсчитанная по испытаниям, либо доля, например занятых кресел. Вероятность — это среднее по всем испытаниям. Диапазон после неё показывает, насколько её сдвигает неопределённость: в одном испытании из десяти она ниже, в одном из десяти выше; если среднее лежит за пределами диапазона, он расширен до среднего.
reading-status = «Из источника» — прочитано в названном источнике. «Выведено» — вычислено из прочитанного. «Проверить» — пока никем не проверено; диапазон таких данных расширен.
reading-first-estimate = Это первая оценка по общедоступным данным: она помогает решить, что заслуживает подробного изучения, и не заменяет технико-экономического обоснования.
assumptions = Допущения
assumptions-intro = Всё, что исследование принимает как данное; самое важное для ответа — первым. Каждое название открывает источник, номера в скобках ведут к списку источников.
other-assumptions = { $count ->
    [one] Ещё { $count } допущение
    [few] Ещё { $count } допущения
   *[many] Ещё { $count } допущений
}
status-head = Статус
source = Источник
as-of = За период
values-by-label = { $count ->
    [one] { $count } значение
    [few] { $count } значения
   *[many] { $count } значений
}
timeless = Коэффициенты без даты
timeless-intro = Физика, эластичности и подобранные коэффициенты. Данные об исходах изучаемой пары городов при подборе не использованы.
fitted-on = подобрано за { $period }
dates = Что старше исследования
projected = Перенесённые вперёд данные
projected-intro = Старше даты исследования; перенесены на неё по названному индексу, с расширенным диапазоном.
sources = Источники
how-numbers-came = Как получено каждое число
how-numbers-intro = Нажмите на показатель, чтобы увидеть формулу и то, на чём он основан. Числа в скобках ведут к его источникам.
made-by = Egiz { $version } · данные на { $edition } · испытаний: { $draws }, начальное число { $seed }
translation-note = { "" }

## Страница: объяснение числа

explanation = Как получено это число
back = Назад
close = Закрыть
rests-on = На чём основано
locator = Место в источнике
as-stated = Как указано
about-time = За период
known-from = Известно с
price-year = Цены года
carried-by = Перенесено по индексу
note = Примечание
share-counted = Подсчитано по испытаниям, их { $draws }; сама случайность меняет это число примерно на { $error } процентного пункта.
share-never = Не сбылось ни в одном из испытаний, а их { $draws }: вероятность, скорее всего, ниже { $limit } процента.
share-always = Сбылось во всех испытаниях, а их { $draws }: вероятность, скорее всего, выше { $limit } процента.
more-labels = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
   *[many] и ещё { $count }
}

## Книга Excel

item = Пункт
scenario = Сценарий
answer = Ответ
label = Метка
mean = Среднее
unit = Единица
key = Ключ
publisher = Издатель
link = Ссылка
licence = Лицензия
sheet-summary = Сводка
sheet-figures = Показатели
sheet-next = Что выяснить

## Семейства коротких названий

scope-world = в мире
status-seen = из источника
status-derived = выведено
status-memory = проверить
shape-fixed = точное значение
shape-uniform = любое значение между
shape-triangular = треугольное: наименьшее / вероятнейшее / наибольшее
shape-pert = PERT: наименьшее / вероятнейшее / наибольшее
shape-normal = нормальное: P10 / P90
shape-lognormal = логнормальное: P10 / P90
shape-discrete = одно из нескольких значений
shape-empirical = измеренное распределение
origin-agreement = соглашение
origin-scenario = сценарий
origin-engine = рассчитано в Egiz
origin-definition = точно по определению
scenario-as-agreed = Как договорились
why-no-kind = Для пунктов такого вида в Egiz пока нет модели.
scale-million = млн
scale-billion = млрд
party-operator = перевозчик
party-budget = бюджет
party-owner = владелец
party-travellers = пассажиры

## Единицы: что измеряется и к чему отнесено

unit-one = { "" }
unit-h = ч
unit-s = с
unit-kN = кН
unit-kW = кВт
unit-kWh = кВт⋅ч
unit-min = мин
unit-day = сут.
unit-week = нед.
unit-month = мес.
unit-year = лет
unit-km = км
unit-m = м
unit-kg = кг
unit-t = т
unit-USD = долл. США
unit-KZT = тенге
unit-RUB = руб.
unit-EUR = евро
unit-CNY = юань
unit-seat = кресел
unit-pax = пасс.
unit-person = чел.
unit-sector = рейсов в одну сторону
unit-flight = рейсов туда и обратно
per-s = в секунду
per-kWh = за кВт⋅ч
per-h = в час
per-day = в сутки
per-week = в неделю
per-month = в месяц
per-year = в год
per-km = на км
per-m = на м
per-kg = на кг
per-t = на тонну
per-USD = на долл. США
per-seat = на кресло
per-pax = на пассажира
per-person = на человека
per-sector = на рейс
per-flight = на рейс туда и обратно
unit-kg-per-s = кг/с
unit-kg-per-m = кг/м
unit-m-per-s-per-s = м/с²
unit-m2 = м²
unit-m3 = м³
per-m2 = на м²
per-m3 = на м³
unit-1-per-day = в сутки
unit-m-per-km = м/км
unit-kWh-per-seat-per-km = кВт·ч на кресло и км
unit-kWh-per-km = кВт·ч/км
unit-kg-per-kWh = кг/кВт·ч
unit-kWh-per-year = кВт·ч в год
unit-h-per-day = часов в сутки
unit-1-per-week = в неделю
unit-h-per-week = часов в неделе
unit-h-per-sector = часов на рейс в одну сторону
unit-pax-per-USD = на доллар
unit-kg-per-pax = кг на пассажира
unit-kg-per-pax-per-km = кг на пассажира и километр
unit-USD-per-pax-per-km = долл. на пассажира и километр
unit-USD-per-pax-per-h = долл. на пассажира в час
unit-km-per-h = км/ч
unit-min-per-km = мин/км
unit-min-per-h = мин в часе
unit-kg-per-kg = кг/кг
unit-kg-per-km = кг/км
unit-1-per-km = на км
unit-1-per-h = в час
unit-1-per-month = в месяц
unit-1-per-year = в год
unit-1-per-USD = на долл. США
unit-week-per-year = недель в году
unit-seat-per-sector = кресел
unit-sector-per-flight = рейсов в паре «туда и обратно»
unit-pax-per-sector = пасс.
unit-pax-per-seat = пасс. на кресло

## Поездки недели

duration = { $hours } ч { $minutes } мин
hours-short = ч
weekday-1 = Понедельник
weekday-2 = Вторник
weekday-3 = Среда
weekday-4 = Четверг
weekday-5 = Пятница
weekday-6 = Суббота
weekday-7 = Воскресенье
weekday-short-1 = пн
weekday-short-2 = вт
weekday-short-3 = ср
weekday-short-4 = чт
weekday-short-5 = пт
weekday-short-6 = сб
weekday-short-7 = вс
mode-air = самолёт
mode-bus = автобус
mode-cable = канатная дорога
mode-ferry = паром
mode-local = по городу
mode-metro = метро
mode-other = рейс
mode-rail = поезд
mode-taxi = такси
mode-tram = трамвай
mode-walk = пешком
journeys-eyebrow = Все разумные поездки
journeys-day = { $weekday }, { $day }
journeys-found = { $days }: { $count ->
    [one] { $shown } поездка
    [few] { $shown } поездки
   *[many] { $shown } поездок
} на выбор; время по часам каждой остановки
journeys-fastest = Быстрее всего: { $time }
journeys-wait = Ожидание ближайшего отправления с произвольного момента: { $time }
journeys-delay = Желаемое отправление отстоит от ближайшего возможного на (сдвиг от желаемого времени): { $time }
journeys-none = В эти дни поездок нет.
journeys-none-today = отправлений нет
journeys-changes = { $count ->
    [0] без пересадок
    [one] { $count } пересадка
    [few] { $count } пересадки
   *[many] { $count } пересадок
}
journeys-when = Когда можно поехать
journeys-picture = Каждая черта — поездка: где стоит, тогда отправление; чем выше, тем дольше путь. Бледная область — время до прибытия для того, кто хотел бы выехать в этот момент, вместе с ожиданием. Считается, что после последнего отправления дни повторяются.
journeys-stem-0 = без пересадок
journeys-stem-1 = одна пересадка
journeys-stem-2 = две пересадки и больше
journeys-head-when = Отправление → прибытие
journeys-head-took = В пути
journeys-head-changes = Пересадки
journeys-head-how = Как
journeys-made-by = Egiz { $version }
stop-rail = { $city }, железнодорожный вокзал
stop-bus = { $city }, автовокзал
stop-airport = { $city }, аэропорт { $code }
note-stops-of-one-name = «{ $name }» — название нескольких станций, они взяты как одно место: { $count } ({ $ids })
note-corridor-unverified = Многое в этом расписании записано по памяти и подлежит проверке; таких сообщений: { $count } (egiz facts --unverified)
note-boarding = За столько до отправления нужно быть на месте ({ $mode }): { $minutes } мин; учтено в поездках и пересадках.
note-partly = Расписание действует только с { $first } по { $last }.
skims-written = { $path }: пар — { $pairs }, мест — { $places }
progress-read = Чтение: { $scenario }
progress-search = Поиск: { $scenario }
fault-journeys-no-feed = расписания «{ $path }» нет; укажите zip, папку или название встроенного: { $shipped }
fault-unknown-stop = остановки «{ $name }» нет; может быть, { $nearest }?
fault-unknown-stop-alone = нет остановки с названием или идентификатором «{ $name }»
fault-journeys-need-end = не указано { $option }; укажите
fault-journeys-all-or-one = { $option } не сочетается с --all; уберите что-то одно
fault-journeys-same-place = «{ $name }» — и начало, и конец; назовите два места
fault-journeys-need-out = для --all нужен файл; укажите --out skims.csv или --out skims.parquet
fault-feed-date-outside = на { $date } в расписании ничего нет; оно действует с { $first } по { $last }
fault-timetable-short = в { $name } нет целой недели, дней в нём: { $days }; дайте расписание на семь дней или больше
fault-timetable-later = { $name } начинается { $first }, поэтому { $asof } его ещё не знали; укажите более поздний день через --as-of или более старое расписание
note-timetable-week = { $name }: по его поездкам за неделю с { $week } известно сообщений: { $count }; остальное — по общим правилам
note-timetable-other-week = { $name } действует с { $first } по { $last }; вместо недели исследования взята самая полная, с { $week }. Известно из него сообщений: { $count }; остальное — по общим правилам
note-timetable-silent = в { $name } за неделю с { $week } нет поездок между городами { $home } и { $away }; все сообщения — по общим правилам
fault-no-pyarrow = для Parquet нужен пакет pyarrow; установите его: pip install 'egiz[data]' — или пишите в .csv
fault-skims-kind = { $path } — не таблица; имя должно кончаться на .csv или .parquet

## Поезд на линии

train-emu-200 = Электропоезд, 200 км/ч
train-emu-200-pair = Два сцепленных электропоезда, 200 км/ч
train-generic-300 = Скоростной поезд, 300 км/ч
train-generic-350 = Скоростной поезд, 350 км/ч
train-loco-160 = Локомотив с двенадцатью вагонами, 160 км/ч
train-talgo-250 = «Тальго 250»
train-talgo-350 = «Тальго 350»
train-velaro-e = Velaro E
train-velaro-rus = Velaro RUS («Сапсан»)
train-column-km = км
train-column-least = наименьшее время, мин
train-column-time = с запасом, мин
train-column-speed = км/ч
train-column-energy = нетто кВт⋅ч/км
train-time = От конца до конца за { $time } со стоянками и запасом времени (от { $low } до { $high }).
train-energy = Энергия из контактной сети: { $drawn }, возвращено { $returned }; нетто { $seat } Вт⋅ч на место и км.
train-coasting = Запас времени уходит на меньшую скорость и выбег перед остановками.
train-no-coasting = Полная тяга; запас времени проходит в ожидании. С --coast он экономит энергию.
train-bands = В скобках P10–P90 по { $draws } прогонам с другими значениями неточных фактов; линия принята как дана.
train-stalled = В { $share } этих прогонов поезд не берёт подъём; они не учтены.
train-unverified = Ещё никем не проверено: { $facts }.
fault-unknown-train = поезд «{ $name }» неизвестен; известны { $known }
fault-train-needed = не задан --train; выберите один из: { $known }
fault-train-stalls = поезд не берёт подъём на км { $km }; выберите поезд сильнее или исправьте высоты
fault-train-unbraked = на км { $km } спуск круче, чем держат тормоза; выберите другой поезд или исправьте высоты
fault-stops-number = в --stops стоит «{ $found }»; пишите километры через запятую, например 0,110.5,220
fault-stops-two = в --stops одна остановка; укажите хотя бы две, первую и последнюю
fault-stops-outside = остановка на км { $found } лежит вне линии, которая идёт от км { $first } до { $last }
fault-stops-order = остановка на км { $found } не дальше чем на { $least } м за предыдущей, на км { $before }; пишите остановки по порядку
fault-profile-absent = нет файла { $path }; исправьте путь или составьте таблицу со столбцами { $columns }
fault-profile-csv = это не CSV: { $reason }
fault-profile-unknown-column = столбец «{ $found }» неизвестен; может быть, { $near }?
fault-profile-column-twice = столбец { $column } стоит дважды; оставьте один
fault-profile-missing-column = нет столбца { $column }; добавьте его
fault-profile-two-rows = в линии строк: { $count }; нужны хотя бы две, первая и последняя точка
fault-profile-cells = в строке ячеек: { $found } вместо { $wanted }
fault-profile-number = { $column } равно «{ $found }»; пишите число с точкой, например 3.5
fault-profile-range = { $column } равно { $found }; пишите число от { $low } до { $high }
fault-profile-order = км { $km } не дальше предыдущей строки, км { $before }; расположите строки по порядку, из равных оставьте одну
fault-profile-sharp = radius_m равно { $found }; поезда не ходят по кривым меньше { $least } м; на прямой оставьте ячейку пустой
fault-profile-steep = уклон до этой точки { $grade } промилле; больше { $most } поезд не одолеет; исправьте height_m
fault-profile-more = ещё ошибок такого рода: { $count }

## Линии между местами

align-rules = Каждая линия держит радиусы не меньше { $radius } м, в профиле не меньше { $vertical } м, уклоны не больше { $grade } ‰. По прямой { $straight } км.
align-number = Линия { $number }
profile-title = Профиль линии: { $part }, { $option }
profile-ground = Земля по вашему рельефу
align-row-length = Длина
align-row-length-built = Длина, если построить
align-row-detour = Длина к длине по прямой
align-row-radius = Наименьший радиус
align-row-grade = Наибольший уклон
align-row-viaduct = Эстакады
align-row-tunnel = Тоннели
align-row-bridge = Мосты через воду
align-row-share = Доля искусственных сооружений
align-row-fill = Насыпи
align-row-cut = Выемки
align-row-built = Через застройку
align-row-time = Время в пути
align-row-cost = Стоимость в итоге
align-row-per-km = То же на километр
align-row-estimate = Смета на сегодня
align-detour = { $factor }
align-straight = вся линия прямая
align-grade = { $grade } ‰
align-grade-most = не больше { $grade } ‰; какой он, покажет только свой рельеф
front-rules = Каждая линия держит радиусы своей скорости, уклоны не больше { $grade } ‰. По прямой { $straight } км.
front-column-speed = км/ч
front-column-length = км
front-column-time = в пути, мин
front-column-cost = стоимость в итоге, долл.
front-column-share = сооружения
front-column-unbeaten = лучшие
front-beaten = { $mark } — лучше линии нет: { $kept }. Уступают другим: { $beaten }; для каждой из них есть другая, не дороже и не медленнее, если судить по серединам.
front-trains = Время в пути в минутах: { $trains }.
front-lacking = Для { $speed } км/ч линии нет: { $why }.
front-title = Стоимость и время в пути: точка — линия со скоростью в км/ч; полосы P10–P90
front-best = нет другой, что дешевле и не медленнее
front-other = есть другая, не дороже и не медленнее
front-across = время в пути, мин
align-ground-own = Местность взята из { $name }: высота через каждые { $spacing } м, поиск по ячейкам в { $cell } м. Что лежит между ними, не видно никому.
align-ground-coarse = Высоты в { $name } даны через { $spacing } м: для профиля это слишком редко. Между ними местность разыграна такой неровной, какой бывает подобная земля; земляные работы и сооружения поэтому лишь вероятные. Добавьте более подробный рельеф через --terrain.
align-ground-embedded = Без --terrain высоты известны лишь через каждые { $spacing } м ({ $name }). Между ними местность разыграна такой неровной, какой бывает подобная земля; земляные работы и сооружения поэтому вероятные, а не те, что нужны именно здесь; линия — это полоса шириной в несколько километров, и профиль не даётся. Добавьте файлы рельефа через --terrain.
align-fewer = Найдено линий: { $found } из { $asked }; остальные идут слишком близко к этим.
align-time = { $time }: { $train }
align-no-time = { $train } по линии не пройдёт: на км { $km } слишком круто
align-slower = Поезда на скорость линии среди фактов нет: время в пути дано для поезда «{ $train }».
align-bands = В скобках P10–P90, в долларах США { $year } года. Стоимость в итоге — это смета и то, чем кончались такие стройки; станция в каждой точке учтена, поезда — нет.
align-unverified = Пока никто не проверил: { $facts }.
progress-ground = Читается местность: { $scenario }
progress-ground-broader = Смотрим шире: { $scenario } км вокруг
progress-line = Ищутся линии: { $scenario }
progress-front = Скорость за скоростью: { $scenario } км/ч
progress-profile = Линия в профиле: { $scenario }
fault-line-option = { $option } — «{ $found }»; напишите число от { $low } до { $high }
fault-line-front-alternatives = --front ищет по линии на скорость, а --alternatives — несколько линий одной скорости; уберите одно из двух
fault-line-front-slow = --front идёт до --speed от её половины, но не ниже { $least } км/ч; задайте --speed больше { $least }
fault-line-place = точка { $number } — «{ $found }»; напишите долготу и широту в градусах через запятую, например 61.40,55.16
fault-line-place-off = точка { $number } («{ $found }») лежит вне Земли; долгота бывает от -180 до 180, широта от -90 до 90
fault-line-place-swapped = у точки { $number } («{ $found }») широта больше 90; сначала пишется долгота: может быть, { $turned }?
fault-line-points-many = линия проходит самое большее через столько точек: { $most }, а задано { $count }; уберите лишние
fault-line-points-close = { $first } и { $last } идут подряд и лежат ближе { $least } км; уберите одну или перенесите её
fault-line-room = { $first } и { $last } лежат в { $apart } км друг от друга, а линии с радиусом { $radius } км нужно { $needs } км между двумя точками; наибольшая скорость, которая подходит, — { $speed } км/ч: уменьшите --speed или раздвиньте точки
fault-line-turn = линии, которая повернёт на { $degrees }° в точке { $number } ({ $place }), не существует: при { $before } км до неё и { $after } км после неё радиус не больше { $possible } м, а нужно { $radius } м; раздвиньте точки или уменьшите --speed
fault-line-too-steep = ни одна линия с уклоном не больше { $grade } ‰ не проходит место { $place }, { $km } км от начала вместе с вертикальными кривыми: путь до него должен быть длиннее на { $missing } км; увеличьте --grade, уменьшите --speed или поведите линию в обход через --via
fault-line-no-profile = ни одна линия с уклоном не больше { $grade } ‰ и радиусом в профиле { $vertical } м не проходит место { $place }, { $km } км от начала: вертикальным кривым там нет места; уменьшите --speed, увеличьте --grade или раздвиньте точки
fault-line-no-way-point = линии не существует: точка { $number } лежит там, где линию вести нельзя, у { $place }; перенесите её
fault-line-no-way-cut = линии от { $first } до { $second } не существует: путь перегорожен землёй, куда линии нельзя, в самом узком месте { $width } км, у { $place }; возьмите точку по эту сторону или увеличьте --margin
fault-line-no-way-radius = линии радиуса { $radius } м от { $first } до { $second } не существует: у { $place } открытая земля для неё слишком узка или извилиста; уменьшите --speed, перенесите точки или возьмите меньшую --cell
fault-line-file = линии нельзя записать в { $path }; пусть имя кончается на .gpkg, .geojson или .svg
fault-line-profile-unknown = профиль нарисовать нельзя: высоты в { $name } даны через { $spacing } м, и местность между ними была бы выдумкой; добавьте подробный рельеф через --terrain или запишите .gpkg
fault-line-needs-end = не задано { $option }; напишите долготу и широту, например { $option } 61.40,55.16
