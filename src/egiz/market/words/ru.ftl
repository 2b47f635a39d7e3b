### Рынок пары городов, по-русски.

name-market = Рынок пары
name-distance = Расстояние между городами
name-home_people = Жителей в первом городе
name-away_people = Жителей во втором городе
name-home_income = Доход на человека в первом городе
name-away_income = Доход на человека во втором городе
name-city_people = Жителей в городах страны
name-city_distance = Расстояние до городов страны
name-partner = Отметка города пары
name-border = Отметка пары по разные стороны границы
name-mass = Притяжение обоих городов (логарифм)
name-wealth = Что добавляют доходы (логарифм)
name-deterrence = Что отнимает расстояние (логарифм)
name-crossing = Что отнимает граница (логарифм)
name-gravity_trips = Авиапоездок в год по гравитационной модели
name-relative_people = Жителей в каждом городе, относительно
name-relative_distance = Расстояние до каждого города, относительно
name-pull = Вес каждого города в подсчёте
name-pair_share = Доля пары в подсчёте
name-air_trips = Авиапоездок в год между городами
axis-city = Город

## Факты о рынке

name-air_trips_observed = Опубликованное число авиапоездок в год
name-observed_directions = Поправка на направления в опубликованном числе
name-least_people_flying = Наименьшее население города с долей в подсчёте
name-least_flight_length = Наименьшее расстояние авиапоездки
name-people_scale = Население, мера гравитационной модели
name-length_scale = Расстояние, на которое настроена гравитационная модель
name-income_scale = Доход, на который настроена гравитационная модель
name-gravity_constant = Постоянная гравитационной модели
name-gravity_mass_elasticity = Эластичность поездок по населению
name-gravity_income_elasticity = Эластичность поездок по доходам
name-gravity_distance_elasticity = Эластичность поездок по расстоянию
name-gravity_scatter = Разброс вокруг гравитационной модели
name-border_effect = Влияние границы на поездки (логарифм)
name-border_scatter = Разброс влияния границы между странами (логарифм)
name-share_mass_elasticity = Эластичность доли города в подсчёте по населению
name-share_distance_elasticity = Эластичность доли города в подсчёте по расстоянию
name-served_pair_correction = Поездки пары без прямого сообщения в сравнении с моделью
