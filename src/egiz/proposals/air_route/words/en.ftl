### A direct flight, in English.

kind-air_route = Direct flight

## What it is worked out from

name-weekly_flights = Flights a week
name-aircraft = Aircraft
name-great_circle = Great-circle distance of a sector
name-aircraft_numbers = Numbers of the types
name-home_fuel_price = Jet fuel price at the first city
name-away_fuel_price = Jet fuel price at the second city
name-table_distance = Distances of the table of fuel and time
name-table_fuel = Fuel from take-off to landing, middle of the methods
name-table_time = Hours from take-off to landing in still air
name-taxi_fuel_flow = Fuel flow of taxi
name-fuel_doubt = Spread of fuel between methods
name-time_doubt = Spread of time between speeds
name-home_airport_charge_per_tonne = Landing and security at the first city, per tonne
name-away_airport_charge_per_tonne = Landing and security at the second city, per tonne
name-home_airport_charge_per_passenger = Airport charge per passenger at the first city
name-away_airport_charge_per_passenger = Airport charge per passenger at the second city
name-home_navigation_rate = Route charge over the first city's country
name-away_navigation_rate = Route charge over the second city's country
name-home_foreign_navigation_rate = Route charge of foreign carriers over the first city's country
name-away_foreign_navigation_rate = Route charge of foreign carriers over the second city's country
name-home_national_treatment = Charged as own carriers in the first city's country
name-away_national_treatment = Charged as own carriers in the second city's country
name-home_terminal_navigation = Approach and tower at the first city
name-away_terminal_navigation = Approach and tower at the second city

## Facts of flights

name-seats = Seats of the aircraft
name-ownership_per_block_hour = Lease and insurance for each block hour
name-crew_per_block_hour = Crew for each block hour
name-maintenance_per_flight_hour = Maintenance for each hour in the air
name-take_off_mass = Greatest take-off mass
name-max_range = Longest flight with a full cabin
name-runway_need = Length of runway needed
name-handling = Ground handling of a sector
name-airport_charge_per_tonne = Landing and aircraft security for each tonne
name-airport_charge_per_passenger = Airport charges for each passenger
name-navigation_rate = En-route navigation charge at the reference mass
name-foreign_navigation_rate = Route charge of foreign carriers without a treaty
name-national_treatment = Charged as the country's own carriers
name-terminal_navigation = Charge for approach and tower
name-home_airspace_share = Part of the way over the first city's country
name-taxi_time = Taxi at both ends
name-fuel_in_service = Fuel in service over fuel of methods
name-time_in_service = Time in service over time in still air
name-navigation_reference_mass = Mass to which the navigation charge refers
name-overhead_share = Overhead of the airline over its direct cost
name-other_cost_per_fuel = All but fuel for each tonne of fuel, by the published structure of cost
name-structure_weight = Weight of the published structure against the sum of the parts
name-distribution_share = Cost of selling, part of the fare
name-distance_adjustment = Flown distance over the great circle
name-co2_per_fuel = Carbon dioxide from fuel
name-sectors_per_flight = Sectors in a flight out and back
name-highest_load = Load of a full departure
name-demand_variation = Variation of demand between departures

## What is worked out

name-sectors = Sectors a year
name-flown_distance = Flown distance of a sector
name-airborne_time = Time in the air
name-block_time = Time from stand to stand
name-taxi_fuel = Fuel of taxi
name-airborne_fuel = Fuel from take-off to landing
name-home_en_route_rate = Route charge paid over the first city's country
name-away_en_route_rate = Route charge paid over the second city's country
name-en_route_rate = Route charge of a mean kilometre
name-terminal_navigation_rate = Approach and tower of a mean sector
name-fuel = Fuel of a sector
name-trips_willing = Trips that would take the flight
name-demand_per_sector = Passengers who ask for a seat
name-seat_limit = Most passengers on a sector
name-passengers_per_sector_by_aircraft = Passengers on a sector, by type
name-yearly_passengers_by_aircraft = Passengers a year, by type
name-load_by_aircraft = Seats filled, by type
name-net_fare = Net fare one way
name-fuel_cost = Fuel
name-crew_cost = Crew
name-maintenance_cost = Maintenance
name-ownership_cost = Lease and insurance
name-airport_cost = Airport charges
name-navigation_cost = Air navigation
name-passenger_cost = Passenger charges and sales
name-direct_cost_parts = Direct cost of a sector, by component
name-overhead_cost = Overhead
name-summed_cost_parts = Cost of a sector as the sum of its parts
name-structure_cost = All but fuel by the published structure
name-cost_level = Level of cost against the sum of the parts
name-sector_cost_parts = Cost of a sector, by component and type
name-sector_cost_by_aircraft = Cost of a sector, by type
name-yearly_revenue_by_aircraft = Fares of a year, by type
name-yearly_cost_by_aircraft = Cost of a year, by type
name-yearly_profit_by_aircraft = Result of a year, by type
name-aircraft_type = Type chosen
name-aircraft_best = Best type in hindsight
name-aircraft_chosen = Marks the type chosen
name-yearly_revenue = Fares of a year
name-yearly_cost = Cost of a year
name-yearly_profit = Result of a year
name-sector_cost_components = Cost of a sector, by component
name-passengers_per_sector = Passengers on a sector
name-seats_per_sector = Seats on a sector
name-sector_time = Time from stand to stand, type chosen
name-sector_fuel = Fuel of a sector, type chosen
name-sector_cost = Cost of a sector
name-sector_gap = Missing per sector
name-yearly_passengers = Passengers a year
name-yearly_seats = Seats a year
name-load = Seats filled
name-makes_profit = Chance that a mature year covers its cost
name-yearly_co2 = Carbon dioxide a year
name-co2_per_passenger = Carbon dioxide per passenger
name-co2_per_seat = Carbon dioxide per seat

## Would it live

name-ramp_months = Length of each period
name-frequencies = Flights a week
name-ramp_up = Share of mature passengers in each period
name-cover = Part of the cost that fares cover
name-relative_size = Passengers over those of the fit
name-relative_cover = Cover over that of the fit
name-ramp_weight = Months at the mature hazard that weigh as the first 24
name-cause_ramp_weight = The same months, cause by cause
name-remedy_ramp_weight = The same months with each remedy
name-hazard = Hazard a month that it is given up once mature
name-chance_viable = Chance of 24 months
name-yearly_gap = Missing in a year
name-option_sectors = Sectors a year, by frequency
name-option_trips = Trips that would take the flight, by frequency
name-option_demand = Passengers who ask for a seat, by frequency
name-option_passengers = Passengers on a sector, by option
name-cost_per_passenger = Cost of one passenger more
name-option_sector_cost = Cost of a sector, by option
name-option_cover = Part of the cost that fares cover, by option
name-option_profit = Result of a year, by option
name-option_yearly_passengers = Passengers a year, by option
name-option_relative_size = Passengers over those of the fit, by option
name-option_relative_cover = Cover over that of the fit, by option
name-option_hazard = Hazard a month that each option is given up
name-chance_viable_by_option = Chance of 24 months, by frequency and type
name-best_option = Marks the best option
name-best_frequency = Flights a week of the best option
name-best_aircraft = Type of the best option
name-chance_best = Chance of 24 months of the best option
axis-ramp_period = Period
axis-frequency = Flights a week
label-months_1_6 = months 1–6
label-months_7_12 = months 7–12
label-months_13_24 = months 13–24

## Why it would be given up, and what would make it work

name-usual_hazard = Hazard a month of a usual new route
name-gap_paid = Part of the gap that a budget pays
name-months_closed = Months without flights by a closure
name-longest_pause = Months without flights that a service outlives
name-usual_load = Seats filled on a usual route
name-usual_route_passengers = Passengers of a usual new route at its start
name-marketing_budget = Budget of the campaign
name-marketing_effect = Part of the missing passengers that a campaign brings
name-least_cause_weight = Least weight of a cause that is named
name-support_level = Part of the gap paid, by remedy
name-marketed = Marks the remedies with a campaign
name-closure_survived = Outlives the closure
name-paid_cover = Part of the cost that fares and support cover
name-yearly_support = Support a year
name-chosen_seat_limit = Most passengers on a sector, type chosen
name-part_weight = What a dollar of direct cost adds to the whole
name-chosen_cost_per_passenger = Cost of one passenger more, type chosen
name-chosen_empty_cost = Cost of a sector before anyone boards
name-own_route_rate = Route charge of a mean kilometre for own carriers
name-chosen_mass_factor = Mass factor of the route charge, type chosen
name-foreign_charge = What foreign charges add to a sector
name-trips_without_rivals = Trips without rival airports
name-trips_without_modes = Trips without train, bus and car
name-trips_if_daily = Trips if every traveller found a flight on the day wished
name-cause_trips = Trips that would take the flight, cause by cause
name-cause_passengers = Passengers on a sector, cause by cause
name-usual_passengers = Passengers on a sector at the usual load
name-fitting_share = Part of the seats that would do
name-covering_fare = Fare that covers the cost at the usual load
name-cause_cost = Cost of a sector, cause by cause
name-cause_fare = Net fare, cause by cause
name-cause_cover = Part of the cost that fares cover, cause by cause
name-cause_paid_cover = Part of the cost covered with support, cause by cause
name-cause_relative_cover = Cover over that of the fit, cause by cause
name-cause_relative_size = Passengers over those of the fit, cause by cause
name-cause_hazard = Hazard a month, cause by cause
name-chance_viable_by_cause = Chance of 24 months if each cause were taken away
name-cause_weight = Weight of each cause, as a logarithm
name-cause_order = Place of each cause by weight
name-cause_first = Heaviest cause
name-cause_second = Second cause
name-cause_third = Third cause
name-chance_without_first = Chance without the heaviest cause
name-chance_without_second = Chance without the second cause
name-chance_without_third = Chance without the third cause
name-causes_named = Causes that weigh enough to be named
name-aircraft_cover = Part of the cost covered, by type
name-aircraft_relative_cover = Cover over that of the fit, by type
name-aircraft_relative_size = Passengers over those of the fit, by type
name-aircraft_hazard = Hazard a month, by type
name-chance_viable_by_aircraft = Chance of 24 months at the agreed frequency, by type
name-other_type = Type with the highest chance at the agreed frequency
name-type_marked = Marks the type with the highest chance
name-type_passengers = Passengers a year, type with the highest chance
name-type_revenue = Fares of a year, type with the highest chance
name-type_cost = Cost of a year, type with the highest chance
name-other_days = Best frequency of the type chosen
name-days_marked = Marks the type chosen at its best frequency
name-days_passengers = Passengers a year at the best frequency
name-days_revenue = Fares of a year at the best frequency
name-days_sectors = Sectors a year at the best frequency
name-days_cost = Cost of a year at the best frequency
name-best_passengers = Passengers a year of the best option
name-best_revenue = Fares of a year of the best option
name-best_sectors = Sectors a year of the best option
name-best_cost = Cost of a year of the best option
name-yearly_passengers_by_remedy = Passengers a year with each remedy
name-remedy_revenue = Fares of a year with each remedy
name-remedy_cost = Cost of a year with each remedy
name-remedy_sectors = Sectors a year with each remedy
name-remedy_support = Paid of the gap of a year with each remedy
name-remedy_cover = Part of the cost covered with each remedy
name-remedy_relative_cover = Cover over that of the fit with each remedy
name-remedy_ramp_up = Share of mature passengers in each period with each remedy
name-remedy_relative_size = Passengers over those of the fit with each remedy
name-remedy_hazard = Hazard a month with each remedy
name-chance_viable_by_remedy = Chance of 24 months with each remedy
name-yearly_support_by_remedy = What a budget pays a year for each remedy
name-sector_support_by_remedy = What a budget pays a sector for each remedy
name-is_enough = Enough alone
name-remedy_cheapest = Cheapest remedy that is enough
name-remedy_strongest = Remedy with the highest chance
name-cheapest_chance = Chance with it
name-cheapest_support = What a budget pays a year for it
name-cheapest_sector_support = What a budget pays a sector for it
name-strongest_chance = Highest chance of any remedy
name-strongest_support = Budget a year for the strongest remedy
name-season_months = Months of a season
name-stop_hours = Hours of a stop on the way
name-triangle_detour = Longest way round over the direct one
name-third_nearest = Least distance of the third city from either end
name-third_market = Travellers of the third city over those of the pair
name-third_unserved = The third city has no direct flight yet
name-third_length = Length to the third city over that of the pair
name-triangle_length = Length of the triangle over twice the direct way
name-triangle_landings = Landings of the triangle over those of the direct way
name-chosen_trips = Trips that would take the flight, type chosen
name-chosen_demand = Passengers who ask for a seat, type chosen
name-month_part = Part of the travellers by month
name-season_marked = Marks the months of the season
name-season_share = Part of the travellers who come in the season
name-year_flown = Part of the year that is flown
name-season_carried = Passengers on a sector in the season
name-season_sectors = Sectors a year in the season
name-season_passengers = Passengers a year in the season
name-season_revenue = Fares of a season
name-season_cost = Cost of a season
name-way_share = Part of the cost that goes with the way flown
name-triangle_empty_cost = Cost of half a triangle before anyone boards
name-mean_time_weight = Utility of an hour, all travellers by air
name-through_hours = Hours that the way through takes longer
name-triangle_kept = Share that stays though one way leads through
name-third_part = Travellers of the third city who join
name-triangle_carried = Passengers on a sector of the triangle
name-triangle_passengers = Passengers a year with the triangle
name-third_fare_ratio = Fare of the third city over that of the pair
name-triangle_revenue = Fares of a year with the triangle
name-triangle_cost = Cost of a year with the triangle
name-triangle_sectors = Sectors a year with the triangle
name-remedy_pace = Pace of passengers with each remedy
name-third_city = Third city
name-yearly_passengers_by_purpose = Passengers a year by purpose
name-peak_month = Fullest month
name-quiet_month = Emptiest month
axis-third_city = Third city
label-no_city = no city on the way
axis-cause = Cause
axis-remedy = Remedy
label-few_travellers = too few travellers
label-rival_airports = rival airports
label-other_modes = train, bus and car
label-few_days = too few days a week
label-seats = an aircraft too large
label-fare = a fare too low for the cost
label-foreign_charges = charges for foreign carriers
label-ramp_up = a slow start
label-as_agreed = as agreed
label-support_quarter = a quarter of the gap paid
label-support_half = half of the gap paid
label-support_full = the whole gap paid
label-other_type = another type
label-other_days = other days and frequency
label-season = only the best months of each year
label-triangle = a triangle through a third city
label-marketing = a campaign at the start
label-all_together = all together

## Labels of the axes

axis-aircraft = Type
axis-cost_part = Component
axis-direct_part = Component
axis-trips_brought = Brought by
label-fuel = Fuel
label-crew = Crew
label-maintenance = Maintenance
label-ownership = Lease and insurance
label-airport = Airport charges
label-navigation = Air navigation
label-handling = Handling
label-passenger = Passenger charges and sales
label-overhead = Overhead

## Findings

finding-air_route-life = { $verdict ->
    [lives] The flight is likely to live: the chance that it runs two years without support is { $chance_viable }.
    [fails] The flight will hardly live: the chance that it runs two years without support is { $chance_viable }.
    [lives-paid] With this support the flight is likely to live: the chance that it runs two years is { $chance_viable }.
    [fails-paid] Even with this support the flight will hardly live: the chance that it runs two years is { $chance_viable }.
    [open-paid] With this support it is open whether the flight would live: the chance that it runs two years is { $chance_viable }.
   *[open] It is open whether the flight would live: the chance that it runs two years without support is { $chance_viable }.
} Fares would cover { $cover } of the cost, with { $yearly_passengers } passengers a year.
finding-air_route-causes = { $verdict ->
    [three] What weighs most: { $cause_first } – without it the chance would be { $chance_without_first }; { $cause_second } – { $chance_without_second }; { $cause_third } – { $chance_without_third }.
    [two] What weighs most: { $cause_first } – without it the chance would be { $chance_without_first }; { $cause_second } – { $chance_without_second }.
    [one] What weighs: { $cause_first }; without it the chance would be { $chance_without_first }.
   *[none] No single cause weighs on the flight.
}
finding-air_route-remedies = { $verdict ->
    [unneeded] No further help is needed.
    [free] What would be enough without money from a budget: { $remedy_cheapest }, with a chance of { $cheapest_chance }.
    [paid] The cheapest single remedy that is enough: { $remedy_cheapest }, { $cheapest_support } a year or { $cheapest_sector_support } a sector, with a chance of { $cheapest_chance }.
    [together] No single remedy is enough, but all together are: { $cheapest_support } a year or { $cheapest_sector_support } a sector, with a chance of { $cheapest_chance }.
   *[none] No remedy is enough. The strongest: { $remedy_strongest }, with a chance of { $strongest_chance } for { $strongest_support } a year from a budget.
} The best type and frequency without support: { $best_aircraft }, flights a week: { $best_frequency }; the chance is { $chance_best }.
finding-air_route-riders = About { $yearly_passengers } passengers a year would fly, both directions together: { $passengers_per_sector } on a mean sector, { $load } of the seats. Business would bring { $business } of them, visits to friends and family { $visiting }, leisure { $leisure }. The fullest month is { $peak_month } with { $peak_passengers }, the emptiest { $quiet_month } with { $quiet_passengers }.
finding-air_route-money = A sector costs { $sector_cost } against a net fare of { $net_fare } a passenger; a mature year ends at { $yearly_profit }. The chance that it covers its cost is { $makes_profit }; { $sector_gap } a sector would be missing.
finding-air_route-aircraft = An operator would choose { $aircraft_type } for expected profit; in hindsight the best type would be { $aircraft_best }.
finding-air_route-timetable = At { $weekly_flights } flights a week in the best week of the type chosen, the departure that suits lies { $business } from the wished hour for business and { $leisure } for leisure. The flight takes { $sector_time } from stand to stand. Days and hours stand in the timetable.
finding-air_route-climate = The fuel of a year gives { $yearly_co2 } of carbon dioxide: { $co2_per_passenger } for each passenger one way, { $co2_per_seat } for each seat. { $verdict ->
    [by-all] By connecting flights it would be { $connection }, by car { $car }, by bus { $bus }, by train { $train }.
    [by-air] By connecting flights it would be { $connection }.
    [by-land] By car it would be { $car }, by bus { $bus }, by train { $train }.
   *[alone] There is no other way to hold it against.
}

## Remarks, promises, reasons

note-causes-alone = Each cause is taken away alone, for what a usual new route has in its place; causes do not add up. They go by how many times longer the flight would live without them, so one that comes later may leave a higher chance. Each remedy is worked out alone, too, except the last.
note-remedies-alone = A service that flies only in its season counts as running if it comes back each season. Support pays the gap of each year as it turns out. Of the third city it is not known whether it has a direct flight already; the network of 2014 tells how likely that is.
note-runway-unknown = The runway of at least one of the two airports is not known; it is taken to suit every type. Check it before any type is named.
observable-passengers_per_sector = Passengers counted on a mean sector
observable-yearly_passengers = Passengers counted in a year
observable-load = Share of seats filled
why-same-airport = Both cities use the same airport, { $airport }.
why-no-aircraft = { $aircraft ->
    [any] No type that the study knows flies { $km } km from these runways.
   *[other] { $aircraft } does not fly { $km } km from these runways.
}

## Charts

chart-air_route-services = How people travel between the cities now, by purpose
chart-air_route-causes = What would be left of the chance without each cause
chart-air_route-months = Passengers of each month
chart-air_route-purposes = Why they would travel, and how far the flights are from the hours they wish
chart-air_route-remedies = What would make it work, and what a budget would pay

## The week and the choice

name-week_effect = What the best week of each option makes of the share (logarithm)
name-week_floor = The same where the share is small
name-delay_points = Factors on the loss by shift, for which weeks are worked out
name-level_points = Leads for which weeks are worked out
name-delay_hours = Hours between wish and departure, by option
name-delay_weight_middle = Loss by an hour of shift for which weeks are worked out
name-fare = Net fare agreed
name-closed_from = Closed every day from
name-closed_until = Closed every day until
name-airport_closed_from = Airport closed from
name-airport_closed_until = Airport closed until
name-airport_opens = Airport opens
name-airport_closes = Airport closes
name-crew_duty = Longest duty of a crew
name-duty_margin = Duty before the first flight and after the last
name-turn_time = Time on the stand between flights
name-departure_nest_scale = How alike the departures of a week are
name-wished_day = Days on which people wish to leave
name-wished_hour = Hours at which people wish to leave
name-yield_fare = Usual net fare one way
name-door_hours = Hours from door to door with the flight
name-gross_fare = Fare with charges and taxes
name-flight_utility = Utility of a flight at the wished hour
name-lead = Lead of such a flight over all else
name-delay_factor = Loss by an hour of shift over its middle
name-option_share = Share of all travellers, by option and purpose
name-option_trips_by_purpose = Trips that would take the flight, by option and purpose
name-frequency_weights = Weights of whole numbers of flights in the agreed one
name-share_by_aircraft = Share of all travellers, by type and purpose
name-trips_by_aircraft = Trips of the market that would take the flight, by type and purpose
name-trips_willing_by_aircraft = Trips that would take the flight, by type
name-trips_by_purpose = Trips of the market that would take the flight, by purpose
name-week_appeal = Utility of the flight with its week
name-schedule_delay_by_aircraft = Hours between wished and best departure, by type
name-schedule_delay = Hours between wished and best departure
name-monthly_passengers = Passengers of a year by month
name-chosen_share = Share of all travellers with the type chosen
name-existing_part = Part of all else that exists already
name-rival_share = Of those who fly today, the part from rival airports
name-odds_without_rivals = Rise of the odds without rival airports
name-odds_without_modes = Rise of the odds without train, bus and car
axis-delay_point = Loss by shift
axis-level_point = Lead
note-first-estimate = The share of the flight comes from a model of choice on the best week of each option; hours of wished departures, opening hours of most airports and much of the market are from memory. Above seven flights a week the share is that of the best daily week. The chance to live rests on revenue over cost by a judgement; exits of new routes elsewhere fix only its level.
note-two-crews = The way out and back is too long for one crew; two crews are taken, and the best weeks do not ask where the second one rests.
note-part-of-year = On some dates of the year no type finds a slot between closures; the share is the mean of a year with those dates empty.
why-no-airport = No airport lies in reach of { $city }: the nearest, { $airport }, is { $km } km away.
why-no-slot = Opening hours and closures of { $airports } leave no hour of the year at which a type could fly out and back.
