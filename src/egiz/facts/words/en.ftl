### Names of facts and faults of their tables, in English.

## Facts that every study shares

name-weeks_per_year = Weeks in a year
name-tonnes_per_kilogram = Tonnes in a kilogram
name-people = People
name-people_table_doubt = How far off the gazetteer’s numbers of people are
name-people_growth = Yearly growth of people
name-income = Gross product a head
name-income_growth = Yearly growth of real income
name-exchange_rate = Exchange rate, mean of the year
name-exchange_drift = Yearly loss of the currency against the dollar
name-price_index = Price level of the US dollar
name-inflation = Yearly inflation of the US dollar
name-jet_fuel_price = Price of jet fuel
name-fuel_price_drift = Yearly drift of the real price of jet fuel
name-income_table_doubt = How far off the country table’s product a head is
name-air_trips_growth = Yearly growth of air trips after the last count
name-runway_length = Longest runway of the airport

## Facts of flights

name-seats = Seats of the aircraft
name-fuel_fixed = Fuel for taxi, take-off and landing
name-fuel_per_km = Fuel for each kilometre of flight
name-block_fixed = Time for taxi, climb and approach
name-cruise_speed = Mean speed in the air
name-ownership_per_block_hour = Lease and insurance for each block hour
name-crew_per_block_hour = Crew for each block hour
name-maintenance_per_flight_hour = Maintenance for each hour in the air
name-take_off_mass = Greatest take-off mass
name-max_range = Longest flight with a full cabin
name-runway_need = Length of runway needed
name-handling = Ground handling of a sector
name-airport_charge_per_tonne = Airport and terminal navigation charges for each tonne
name-airport_charge_per_passenger = Airport charges for each passenger
name-navigation_rate = En-route navigation charge at the reference mass
name-navigation_reference_mass = Mass to which the navigation charge refers
name-overhead_share = Overhead of the airline over its direct cost
name-distribution_share = Cost of selling, part of the fare
name-distance_adjustment = Flown distance over the great circle
name-co2_per_fuel = Carbon dioxide from fuel
name-sectors_per_flight = Sectors in a flight out and back
name-daily_service = Flights a week of a daily service
name-frequency_elasticity = Elasticity of trips to weekly flights
name-stimulation = Trips with a direct flight over trips with a change
name-highest_load = Load of a full departure
name-demand_variation = Variation of demand between departures
name-net_yield = Fare for each passenger-kilometre, taxes left out
name-yield_reference_length = Length of trip to which the yield refers
name-stage_length_elasticity = Elasticity of the fare of a kilometre to length

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
name-share_mass_elasticity = Elasticity of a city’s part in the count to its people
name-share_distance_elasticity = Elasticity of a city’s part in the count to distance
name-served_pair_correction = Trips of a pair without service over the model

## Faults of fact tables

fault-no-fact = there is no fact about { $name } ({ $scope }); add a row to a fact table
fault-no-price-index = no price level is known for the year { $year }; add a row price_index
fault-source-empty = a source needs a key and a title: "{ $key }"
fault-source-twice = the source "{ $key }" stands twice; keep one
fault-table-header = the header is "{ $found }"; write "{ $wanted }"
fault-table-columns = the row has { $found } columns instead of { $wanted }; put text with commas in quotes
fault-table-name = { $name }: "{ $found }" is no name; write small Latin letters, digits and _
fault-table-number = { $name }: { $column } is "{ $found }"; write a number
fault-table-points = { $name }: "{ $found }" is no list of pairs; write them as 1:0.5|2:0.5
fault-table-wants-mode = { $name }: { $column } must be empty; the list of pairs stands in mode
fault-table-about = { $name }: about is "{ $found }"; write 2017, 2017-06, 2017-06-30 or two of them with a stroke
fault-table-date = { $name }: { $column } is "{ $found }"; write a day such as 2017-06-30
fault-table-unknown = { $name }: the { $column } "{ $found }" is not known; did you mean { $near }?
fault-table-price-year = { $name } is a price; write the year of its money in price_year
fault-table-no-price = { $name } is in { $unit } and no price; leave price_year empty
fault-table-known-from = { $name } obeys dates; write from which day it was known in known_from
fault-table-foreseen = { $name } is about { $about } and was known on { $known }, before that; mend one of the two
fault-table-row-twice = { $name } stands twice for the same time: see line { $line }; keep one
fault-shape-unknown = the shape "{ $shape }" is not known; write one of: { $near }
fault-shape-needs-table = the shape { $shape } needs a list of pairs
fault-shape-lacks = the shape { $shape } needs { $column }; write a number there
fault-shape-refuses = the shape { $shape } does not take { $column }; leave it empty
fault-range-not-finite = { $column } is { $number }; write a finite number
fault-range-order = { $below } ({ $first }) lies above { $above } ({ $second }); exchange the two
fault-range-not-positive = a lognormal range begins at { $low }; write a number above zero
fault-table-lengths = the pairs are not complete; write two numbers in each
fault-table-empty = the list of pairs is empty; write at least one
fault-table-order = the pairs do not rise; sort them
fault-table-weights = the weights must not be below zero, and one must be above
