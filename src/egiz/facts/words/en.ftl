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
name-event_closure = Months without flights in an event
name-runway_length = Longest runway of the airport
name-exit_level = Logarithm of the monthly exit hazard of a new route
name-exit_thinness = Change of the exit hazard with passengers
name-chance_safe = Chance from which a flight is likely to live
name-chance_unsafe = Chance up to which a flight will hardly live
name-exit_cover_elasticity = Fall of the exit hazard as revenue covers cost
name-exit_cover_reference = Revenue over cost of the routes behind the exit hazard
name-exit_cover_most = Revenue over cost above which no route is safer
name-exit_passengers_scale = Passengers at which the exit hazard is stated
name-exit_passengers_most = Passengers above which no route is safer
name-ramp_up_months_1_6 = Share of mature demand in months 1 to 6
name-ramp_up_months_7_12 = Share of mature demand in months 7 to 12
name-ramp_up_months_13_24 = Share of mature demand in months 13 to 24

## Faults of fact tables

fault-no-fact = there is no fact about { $name } ({ $scope }); add a row to a fact table
fault-no-fact-alone = there is no fact about { $name }; add a row to a fact table
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
