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
name-border = Marks a pair across a border
name-mass = Pull of both cities (logarithm)
name-wealth = What incomes add (logarithm)
name-deterrence = What distance takes away (logarithm)
name-crossing = What the border takes away (logarithm)
name-gravity_trips = Air trips a year by gravity
name-relative_people = People of each city, relative
name-relative_distance = Distance to each city, relative
name-pull = Weight of each city in the count
name-pair_share = Share of the count that belongs to the pair
name-air_trips = Air trips a year between the cities
axis-city = City

## Facts of the market

name-air_trips_observed = Published count of air trips a year
name-observed_directions = Directions that the count leaves out
name-least_people_flying = Fewest people of a city with a share in the count
name-least_flight_length = Shortest trip by air
name-people_scale = People, unit of the gravity model
name-length_scale = Length at which the gravity model is centred
name-income_scale = Income at which the gravity model is centred
name-gravity_constant = Constant of the gravity model
name-gravity_mass_elasticity = Elasticity of trips to people
name-gravity_income_elasticity = Elasticity of trips to incomes
name-gravity_distance_elasticity = Elasticity of trips to distance
name-gravity_scatter = What the gravity model leaves unexplained
name-border_effect = Effect of a border on trips (logarithm)
name-border_scatter = How partner countries differ around the border effect (logarithm)
name-share_mass_elasticity = Elasticity of a city’s part in the count to its people
name-share_distance_elasticity = Elasticity of a city’s part in the count to distance
name-served_pair_correction = Trips of a pair without service over the model
