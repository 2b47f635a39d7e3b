### The market of a pair, in English.

name-market = Market of the pair
name-distance = Distance between the cities
name-home_people = People of the first city
name-away_people = People of the second city
name-home_income = Income a head in the first city
name-away_income = Income a head in the second city
name-city_people = People of the country's cities
name-city_distance = Distance to the country's cities
name-partner = Marks the city of the pair
name-mass = Pull of both cities (logarithm)
name-wealth = What incomes add (logarithm)
name-deterrence = What distance takes away (logarithm)
name-gravity_trips = Air trips a year by gravity
name-relative_people = People of each city, relative
name-relative_distance = Distance to each city, relative
name-pull = Weight of each city in the count
name-pair_share = Share of the count that belongs to the pair
name-air_trips = Air trips a year between the cities
axis-city = City
