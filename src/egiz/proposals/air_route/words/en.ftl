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
name-home_kept = Share that stays with the first city's airport
name-away_kept = Share that stays with the second city's airport

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
name-daily_service = Flights a week of a daily service
name-frequency_elasticity = Elasticity of trips to weekly flights
name-stimulation = Trips with a direct flight over trips with a change
name-highest_load = Load of a full departure
name-demand_variation = Variation of demand between departures
name-net_yield = Fare for each passenger-kilometre, taxes left out
name-yield_reference_length = Length of trip to which the yield refers
name-stage_length_elasticity = Elasticity of the fare of a kilometre to length

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
name-frequency_share = Share that accepts so few days
name-trips_own = Trips of the market that would take the flight
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

## Would it live

name-ramp_months = Length of each period
name-frequencies = Flights a week
name-ramp_up = Share of mature passengers in each period
name-cover = Part of the cost that fares cover
name-passengers_by_period = Pace of passengers, by period
name-relative_size = Passengers over those of the fit, by period
name-relative_cover = Cover over that of the fit
name-hazard = Hazard a month that it is given up
name-chance_viable = Chance of 24 months without support
name-full_cover = Cover where the gap is paid
name-hazard_supported = Hazard a month where the gap is paid
name-chance_supported = Chance of 24 months where the gap is paid
name-yearly_gap = Missing in a year
name-option_sectors = Sectors a year, by frequency
name-option_frequency_share = Share that accepts each frequency
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
   *[open] It is open whether the flight would live: the chance that it runs two years without support is { $chance_viable }.
} Fares would cover { $cover } of the cost, with { $yearly_passengers } passengers a year.
finding-air_route-remedy = { $verdict ->
    [option] What would make it work: { $best_aircraft } with { $best_frequency } flights a week, with a chance of { $chance_best }.
   *[support] No type at one to seven flights a week is likely to live without support: the best chance is { $chance_best }.
} If a budget paid { $sector_gap } a sector, { $yearly_gap } a year, the chance would be { $chance_supported }.
finding-air_route-riders = About { $yearly_passengers } passengers a year would fly, both directions together: { $passengers_per_sector } on a mean sector, { $load } of the seats.
finding-air_route-money = A sector costs { $sector_cost } against a net fare of { $net_fare } a passenger; a mature year ends at { $yearly_profit }. The chance that it covers its cost is { $makes_profit }; { $sector_gap } a sector would be missing.
finding-air_route-aircraft = An operator would choose { $aircraft_type } for expected profit; in hindsight the best type would be { $aircraft_best }.
finding-air_route-climate = The fuel of a year gives { $yearly_co2 } of carbon dioxide, { $co2_per_passenger } a passenger and sector.

## Remarks, promises, reasons

note-first-estimate = First estimate of the market: one flow for all travellers, no timetable and no season yet. The chance to live rests on revenue over cost by a judgement; exits of new routes elsewhere fix only its level.
note-runway-unknown = The runway of at least one of the two airports is not known; it is taken to suit every type. Check it before any type is named.
observable-passengers_per_sector = Passengers counted on a mean sector
observable-yearly_passengers = Passengers counted in a year
observable-load = Share of seats filled
why-no-airport = No airport lies in reach of { $city }.
why-same-airport = Both cities use the same airport, { $airport }.
why-no-aircraft = { $aircraft ->
    [any] No type that the study knows flies { $km } km from these runways.
   *[other] { $aircraft } does not fly { $km } km from these runways.
}
