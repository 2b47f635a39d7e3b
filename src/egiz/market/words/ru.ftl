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
name-mass = Притяжение обоих городов (логарифм)
name-wealth = Что добавляют доходы (логарифм)
name-deterrence = Что отнимает расстояние (логарифм)
name-gravity_trips = Авиапоездок в год по гравитационной модели
name-relative_people = Жителей в каждом городе, относительно
name-relative_distance = Расстояние до каждого города, относительно
name-pull = Вес каждого города в подсчёте
name-pair_share = Доля пары в подсчёте
name-air_trips = Авиапоездок в год между городами
axis-city = Город
