### A fast railway, in English.
kind-fast_rail = Fast railway

## terms

name-line = Cities of the first line
name-onward = Cities of the way on
name-onward_other = Cities of the other way on
name-design = What is built
name-extent = How far
name-grade = Steepest grade
name-fare = Fare of a km agreed
name-daily_trains = Trains a day agreed

## time

name-leg_run = Ideal run between two cities
name-node_weight = Weight of each run with slow ways through cities
name-leg_runs = Runs between two cities, by the slow way through cities
name-reach_points = Slow kilometres through a city that runs were made with
name-pace_points = Hours for a slow kilometre that runs were made with
name-leg_length = Length between two cities
name-run_time_doubt = Run of a real line over that of the study
name-border_crossed = A border lies between the cities
name-border_stop = Stop at the border
name-run_time = Hours by the timetable
name-ride_time = Hours from departure to arrival
name-door_hours = Hours from door to door by train
name-felt_hours = Hours by train as they weigh
name-usual_daily_trains = Usual trains a day
name-trains_a_day = Trains a day each way
name-onward_trains = Part of the trains that goes on
name-beyond_line = Beyond the first line
name-leg_trains = Trains a day between two cities
name-hours_per_day = Hours of a day
name-schedule_delay = Hours between wished and nearest departure
name-usual_fare_rate = Usual fare of a km
name-fare_rate = Fare of a km, by design
name-leg_fare = Fare between two cities
name-unseen_detour = Length over that laid on coarse ground
name-way_length = Length between two cities with unseen detours
name-detour = Length over that laid, by alternative
name-new_way = Length of new line with unseen detours
name-built_way = Length built with unseen detours

## choice

name-hour_ratio = Weight of an hour along the line over that of the pair
name-dollar_ratio = Weight of a dollar along the line over that of the pair
name-leg_time_weight = Utility of an hour, by pair of cities
name-leg_delay_weight = Utility of an hour of shift, by pair of cities
name-leg_cost_weight = Utility of a dollar, by pair of cities
name-mode_offered = Ways to travel there are
name-mode_hours = Hours from door to door by each way
name-felt_mode_hours = Hours by each way as they weigh
name-mode_fare = Fare of each way
name-mode_delay = Hours of shift by each way
name-mode_changes = Changes of each way
name-mode_favour = Logarithm of the chance that each way exists
name-mode_co2 = Carbon dioxide of a traveller by each way
name-by_air = Ways that fly
name-by_ground = Ways on the ground
name-mode_time_loss = Utility lost by hours
name-mode_toll = Utility lost by fare and changes
name-mode_constants = Constants of the ways to travel
name-mode_utility = Utility of each way
name-today_logsum = Best utility of all there is today
name-mode_share = Shares of today by the model
name-rail_trips_observed = Riders counted by rail
name-road_trips_observed = Travellers counted by road
name-counted_rail = Riders counted by rail, by pair of cities
name-counted_road = Travellers counted by road, by pair of cities
name-nothing_counted = Nobody counted
name-uncounted = Pairs that nobody counted
name-counted_trips = Trips counted
name-train_share = Share of the train today
name-train_gap = How much less today's train appeals than the model says
name-rest_logsum_by_leg = Best utility of all else with the train as counted
name-today_share = Shares of today

## base

name-straight_length = Straight distance of two cities
name-one_people = People of one city
name-other_people = People of the other city
name-people_of_scale = People of a city of the scale
name-near_people = Trips of near cities to their people
name-near_mass = What people of both cities do for trips
name-near_reference = Distance of the scale
name-near_length = Trips of near cities to distance
name-near_deterrence = What distance takes away
name-near_level = Trips of two cities of a million, 200 km apart
name-near_border = What a border leaves of the trips
name-near_luck = Trips of a pair over those of others like it
name-most_trips = Most trips a year between two cities
name-city_trips = Trips a year of a million people to all places beyond their city
name-near_trips = Trips of near cities by gravity
name-usual_hours = Hours from door to door with a usual flight
name-usual_fare = Fare of a usual flight
name-usual_delay = Hours of shift of a usual flight
name-usual_felt = Hours with a usual flight as they weigh
name-usual_loss = Utility lost with a usual flight
name-usual_share = Share of a usual flight
name-air_counted = Air trips are counted ones
name-anchor_share = Share that the air trips are
name-air_middle = Air trips by gravity, middle
name-air_spread = Spread of air trips by gravity
name-air_luck = How far air trips are off the middle
name-leg_air_trips = Air trips by gravity
name-far_trips = Trips of far cities by the market
name-near_until = Up to here only near cities count
name-far_from = From here people fly
name-far_weight = Weight of near gravity between far cities
name-nearness = Weight of the gravity of near cities
name-modelled_trips = Trips where nobody counted
name-own_pair = The pair of the study
name-market_alone = Trips are those of the market
name-leg_trips = All trips between two cities

## riders

name-fast_constant = What time and fare leave unsaid of fast trains
name-gap_kept = Part of today's dislike that stays
name-time_utility = Utility of hours on fast trains
name-rail_utility = Utility of fast trains
name-rest_utility = Best utility of all else
name-rail_share = Share of all travellers
name-drawn_by_ride = Riders who travel today already
name-new_by_ride = Trips that the trains bring
name-riders_by_ride = Riders a year, by design and pair of cities
name-serves = Which pairs each extent serves
name-chosen_rides = Pairs served by what is agreed
name-end_ride = From end to end of what is agreed
name-yearly_riders_by_alternative = Riders a year, by alternative
name-yearly_riders_by_leg = Riders a year, by pair of cities, wherever the line may go
name-riders_by_mode = Riders a year, by what they take today
name-new_riders = Riders who would not travel otherwise
name-service_appeal = Utility of the trains agreed
name-whole_legs = From end to end of each extent
name-design_drawn = Design agreed
name-held_ride = Ride held against hours alone
name-held_hours = Hours by train, cities of the study
name-held_by_time = Share of the train by hours alone
name-held_by_choice = Share of the train by our choice
name-time_only_share = Share of the train beside flights by hours alone
name-share_beside_flight = Share of the train beside a daily flight

## capital

name-fill = Fill
name-cut = Cut
name-viaducts = Length of viaducts
name-viaduct_face = Face below viaducts
name-tunnels = Length of tunnels
name-bridges = Length of bridges
name-built_length = Length built
name-new_length = Length of new line
name-old_length = Length of today's line made faster
name-line_length = Length of the first line
name-way_on_length = Length of the way on
name-first_line_hours = Hours over the first line
name-stations_built = Stations built
name-chosen = The alternative agreed
name-is_built = Something is built
name-alternative_number = Numbers of the alternatives
name-design_of = Design of each alternative
name-ground_spread = Spread of earthworks and structures
name-ground_luck = How far the ground is off
name-ground_factor = Earthworks and structures over the middle
name-fill_cost = Price of fill
name-cut_cost = Price of cut
name-earthwork_cost = Earthworks
name-viaduct_cost = Price of a viaduct of no height
name-viaduct_height_cost = Price of height of a viaduct
name-viaduct_works = Viaducts
name-tunnel_cost = Price of a tunnel
name-bridge_cost = Price of a bridge
name-structure_cost = Structures
name-track_cost = Price of track
name-speed_factor = Price at the speed over that at 300 km/h
name-track_works = Track
name-power_cost = Price of overhead line and substations
name-signal_cost = Price of signals
name-power_works = Power and signals
name-civil_cost = Price of drains, crossings, fences
name-land_cost = Price of land
name-civil_works = Land, drains, crossings, fences
name-station_cost = Price of a station
name-tunnel_drawn = Tunnels of the lines laid
name-viaduct_drawn = Viaducts of the lines laid
name-bridge_drawn = Bridges of the lines laid
name-tunnel_length = Kilometres in tunnels
name-viaduct_length = Kilometres on viaducts
name-bridge_length = Kilometres on bridges
name-station_works = Stations
name-upgrade_cost = Price of works on today's line
name-old_line_works = Works on today's line
name-town_factor = Works of a line over those in the open
name-open_works = Works of a line by part as in the open
name-built_up = Length through built-up land
name-direct_works = Works of a new line
name-development_share = Studies, design, management over works
name-unit_cost_factor = All prices of works together
name-estimate = Cost of building as estimated
name-cost_overrun = Cost in the end over the estimate
name-capital_cost_by_alternative = Cost of building, by alternative
name-works_by_part = Works by part
name-alternative_cost_per_kilometre = Cost of a km, by alternative

## operation

name-both_ways = Trains run there and back
name-days_per_year = Days of a year
name-daily_way = Way of trains in a day
name-turn_time = Stand at an end
name-daily_hours = Hours of trains at work in a day
name-first_departure = Hour at which the first train leaves
name-last_departure = Hour at which the last train leaves
name-riders_aboard = Riders aboard a mean train
name-highest_load = Load beyond which trains are added
name-reinforcement = Trains run for each one of the timetable
name-alternative_load = Seats filled, by alternative
name-train_kilometres_by_alternative = Train-km a year, by alternative
name-working_hours = Hours of a day that a train is at work
name-spare_trains = Spare trains
name-alternative_fleet = Trains bought, by alternative
name-train_energy = Electricity of a train-km
name-energy_doubt = Electricity of a real train over that of the study
name-energy_per_kilometre = Electricity of a train-km at the wire
name-hours_by_alternative = Hours from end to end, by alternative
name-energy_use = Electricity of a year
name-electricity_price = Price of electricity
name-energy_cost = Cost of electricity
name-crew_rate = Crew of a train, an hour
name-crew_cost = Crews
name-train_upkeep = Upkeep of a train-km
name-train_care = Upkeep of trains
name-train_price = Price of a train
name-train_life = Life of a train
name-one_year = One year
name-train_rent = Trains, price spread over their life
name-revenue_by_alternative = Fares of a year, by alternative
name-direct_running = Electricity, crews and trains
name-overhead_share = Overhead of the operator
name-sales_share = Cost of selling, part of the fare
name-running_by_alternative = Running of trains, by alternative
name-track_upkeep = Upkeep of a km of line
name-renewal_rate = Renewal over cost of building
name-upkeep_by_alternative = Upkeep and renewal, by alternative
name-access_charge = Access of a train-km
name-access_by_alternative = Access paid to the owner, by alternative

## money

name-discount_rate = Discount rate
name-rider_growth = Yearly growth of riders
name-horizon = Years that count
name-years_of_growth = Worth of growing fares in first years
name-years_of_cost = Worth of even cost in years
name-ramp_up = Riders over those of a mature year
name-ramp_number = Number of the year
name-ramp_loss = Mature years missing at the start
name-build_years = Years of building
name-building_interest = Interest until the line opens
name-capital_at_opening = Cost of building with interest
name-revenue_value = Worth of fares
name-running_value = Worth of running and upkeep
name-npv_by_alternative = Net present value, by alternative
name-chance_pays_by_alternative = Chance that it pays, by alternative
name-alternative_running_result = Left after running and upkeep, by alternative

## pays

name-alternative_fare = Fare of a km, by alternative
name-fares_needed = How many times the fares are needed
name-alternative_fare_needed = Fare of a km that would pay, by alternative
name-alternative_riders_needed = Riders that would pay, by alternative
name-yearly_support_by_alternative = Support a year, by alternative
name-capital_borne_by_alternative = Part of building that fares bear, by alternative

## carbon

name-saved_co2 = Carbon dioxide of riders otherwise
name-grid_co2 = Carbon dioxide of electricity
name-train_co2 = Carbon dioxide of the trains
name-build_co2 = Carbon dioxide of building a km
name-build_co2_by_alternative = Carbon dioxide of building, by alternative
name-alternative_yearly_co2 = Carbon dioxide added a year, by alternative
name-co2_balance_by_alternative = Carbon dioxide of all years, by alternative

## headline

name-yearly_riders = Riders a year
name-end_to_end = Hours from end to end
name-length = Length
name-capital_cost = Cost of building
name-cost_per_kilometre = Cost of a km
name-yearly_revenue = Fares of a year
name-yearly_running = Running of trains in a year
name-yearly_upkeep = Upkeep and renewal in a year
name-yearly_access = Access paid in a year
name-yearly_capital = Cost of building, spread over the years
name-npv = Net present value
name-chance_pays = Chance that it pays
name-running_result = Left after running and upkeep in a year
name-fare_needed = Fare of a km that would pay
name-fare_taken = Fare of a km
name-riders_needed = Riders a year that would pay
name-yearly_support = Support a year
name-capital_borne = Part of building that fares bear
name-load = Seats filled
name-fleet = Trains bought
name-yearly_co2 = Carbon dioxide added a year
name-co2_balance = Carbon dioxide of all years
name-alternative_agreed = Agreed
name-alternative_least_support = Loses least of those that build
name-alternative_best = Best alternative

## survey and limits

name-hours_per_minute = Hours in a minute
name-ground_doubt = Doubt that unseen ground leaves
name-leg_halts = Stops between two cities
name-halt_minutes = Stop at a station
name-rail_detour = Length of today's line over the straight way
name-existing_speed = Speed where an upgrade does not reach
name-upgrade_reach = Part of the line that an upgrade reaches
name-node_length = Slow way through a city, each side
name-node_speed = Speed through a city
name-least_section = Nearest stations
name-longest_section = Farthest stations
name-least_dry_share = Least part of the way on land
name-plan_length = Plan: length
name-plan_time = Plan: time
name-plan_riders = Plan: riders a year
name-plan_cost = Plan: newest cost
name-plan_cost_first = Plan: first cost
name-train_crowding = What buses and cars take from the train beside a bare logit
name-replaces_trains = Runs in the place of today's trains
name-train_pull = What today's trains hand on
name-exist_utility = Best utility of all that exists
name-rest_left = Best utility of all else, without trains replaced
name-kept_by_ride = Riders taken over from today's trains
name-gain_by_ride = Gain by the trains, in utility
name-taken_by_ride = Riders by what they take today, by pair of cities
name-appeal_by_ride = What the trains add to all that exists
name-residual_share = Worth of works after the years that count
name-residual_worth = Worth of a dollar of works in the end, at opening
name-residual_value = Worth of works in the end, at opening
name-building_burden = What a dollar of building takes at opening
name-alternative_cost_needed = Cost of a km that would pay, by alternative
name-cost_needed = Cost of a km that would pay
name-capital_estimate = Cost of building, without the outside view
name-fares_worth = Worth of all fares at opening
name-running_worth = Worth of running and upkeep at opening
name-building_worth = Building with interest at opening
name-left_worth = Worth left in the end, at opening
name-yearly_saved_co2 = Carbon dioxide that riders save in a year
name-yearly_train_co2 = Carbon dioxide of the trains in a year
name-works_co2 = Carbon dioxide of the works
name-plan_length_least = Length planned, shortest told
name-plan_length_most = Length planned, longest told
name-plan_riders_least = Riders planned, fewest told
name-plan_roubles = Cost planned, newest, in roubles of its day
name-plan_roubles_first = Cost planned, first, in roubles of its day
name-plan_cost_now = Cost planned, newest, in money of the study
name-rail_trips_first = Riders by rail as first counted

## labels

axis-leg = Cities
axis-design = What is built
axis-extent = How far
axis-alternative = Alternative
axis-mode = Way to travel
axis-build_part = Part of the works
axis-ramp_year = Year
label-new-250 = new line, 250 km/h
label-new-300 = new line, 300 km/h
label-new-350 = new line, 350 km/h
label-upgrade-160 = today's line made faster, 160 km/h
label-upgrade-200 = today's line made faster, 200 km/h
label-at-new-250 = { $name }, new line, 250 km/h
label-at-new-300 = { $name }, new line, 300 km/h
label-at-new-350 = { $name }, new line, 350 km/h
label-at-upgrade-160 = { $name }, today's line made faster, 160 km/h
label-at-upgrade-200 = { $name }, today's line made faster, 200 km/h
label-nothing = nothing is built
label-line = first line
label-onward = with the way on
label-onward-other = with the other way on
label-line-new-250 = first line, new, 250 km/h
label-line-new-300 = first line, new, 300 km/h
label-line-new-350 = first line, new, 350 km/h
label-line-upgrade-160 = first line, today's made faster, 160 km/h
label-line-upgrade-200 = first line, today's made faster, 200 km/h
label-onward-new-250 = with the way on, new, 250 km/h
label-onward-new-300 = with the way on, new, 300 km/h
label-onward-new-350 = with the way on, new, 350 km/h
label-onward-upgrade-160 = with the way on, today's made faster, 160 km/h
label-onward-upgrade-200 = with the way on, today's made faster, 200 km/h
label-onward-other-new-250 = with the other way on, new, 250 km/h
label-onward-other-new-300 = with the other way on, new, 300 km/h
label-onward-other-new-350 = with the other way on, new, 350 km/h
label-onward-other-upgrade-160 = with the other way on, today's made faster, 160 km/h
label-onward-other-upgrade-200 = with the other way on, today's made faster, 200 km/h
label-air = flight
label-earthworks = earthworks
label-structures = structures
label-track = track
label-power = power and signals
label-civil = land and civil works
label-stations = stations
label-year_1 = first year
label-year_2 = second year
label-year_3 = third year
scope-new = new line
scope-upgrade = today's line made faster

## findings, remarks, reasons

finding-fast_rail-pays = { $verdict ->
    [nothing] Nothing is agreed to be built, so nothing has to pay.
    [pays] Fares would pay for building, running and upkeep with a chance of { $chance_pays }: the net present value is { $npv }. It takes a fare of { $fare_needed } a km, against { $fare_taken } taken here, if as many ride, or { $riders_needed } riders a year.
    [runs] Fares bear running and upkeep, with { $running_result } a year left, but building only in part: the net present value is { $npv }, the chance that all is paid { $chance_pays }. For that it would take a fare of { $fare_needed } a km instead of { $fare_taken } if nobody stayed away because of it, or { $riders_needed } riders a year, or a km that costs { $cost_needed } to build, or a support of { $yearly_support } a year.
   *[costs] Fares do not bear even running and upkeep: { $running_result } a year is left. The net present value is { $npv }, the chance that all is paid { $chance_pays }. For that it would take a fare of { $fare_needed } a km instead of { $fare_taken } if nobody stayed away because of it, or { $riders_needed } riders a year, or a support of { $yearly_support } a year.
}
finding-fast_rail-time = { $verdict ->
    [nothing] Nothing is agreed to be built; trains run as they do.
   *[estimate] From end to end it would take { $end_to_end } over { $length }, stops included.
}
finding-fast_rail-riders = { $verdict ->
    [nothing] Nothing is agreed to be built, so nobody changes to it.
   *[estimate] In a mature year, when people know the line, { $yearly_riders } riders would take { $trains_a_day } trains a day each way, with { $load } of the seats filled. Those who travel today would come from the car ({ $from_car }), the bus ({ $from_bus }), today's train ({ $from_train }) and the aircraft ({ $from_air }); { $new_riders } of the riders would not travel otherwise.
}
finding-fast_rail-cost = { $verdict ->
    [nothing] Nothing is agreed to be built, so nothing is spent.
   *[estimate] As one would estimate it today building would cost { $capital_estimate }. Such lines cost { $cost_overrun } times their estimate in the end; with that, applied once, it is { $capital_cost }, or { $cost_per_kilometre } a km. Upkeep and renewal take { $yearly_upkeep } a year.
}
finding-fast_rail-alternatives = { $verdict ->
    [nothing] Of all alternatives doing nothing is worth most in money on average over all draws; of those that build something, { $alternative_least_support } loses least. Agreed is: { $alternative_agreed }.
   *[built] Of all alternatives { $alternative_best } is worth most in money on average over all draws. Agreed is: { $alternative_agreed }; of those that build something, { $alternative_least_support } does best.
}
finding-fast_rail-climate = { $verdict ->
    [nothing] Nothing is agreed to be built, so carbon dioxide stays as it is.
    [saves] Carbon dioxide changes by { $yearly_co2 } in a mature year and by { $co2_balance } over all years, building included. A minus means that less is emitted. Riders save { $yearly_saved_co2 } a year that cars, buses and others would have let out; electricity of the trains lets out { $yearly_train_co2 } a year, and the works { $works_co2 } once.
   *[adds] Carbon dioxide changes by { $yearly_co2 } in a mature year and by { $co2_balance } over all years, building included. A minus means that less is emitted; over all years together more is. Riders save { $yearly_saved_co2 } a year that cars, buses and others would have let out; electricity of the trains lets out { $yearly_train_co2 } a year, and the works { $works_co2 } once.
}
finding-fast_rail-hours_alone = { $verdict ->
    [above] Between the cities of the study, with { $held_hours } on the train, our model gives the train { $held_by_choice } of those who fly or ride, beside a daily flight; 51 published shares, by hours alone, say { $held_by_time }. The two differ: our model counts an hour as cheap, because people here earn little, and those shares are mostly of richer countries. Nobody has counted it here.
    [below] Between the cities of the study, with { $held_hours } on the train, our model gives the train { $held_by_choice } of those who fly or ride, beside a daily flight; 51 published shares, by hours alone, say { $held_by_time }. The two differ: the constants of train and flight, the fare or few trains a day weigh against the train here. Nobody has counted it here.
   *[estimate] Between the cities of the study, with { $held_hours } on the train, our model gives the train { $held_by_choice } of those who fly or ride, beside a daily flight; 51 published shares, by hours alone, say { $held_by_time }: the two agree within their doubt.
}
finding-fast_rail-plans = { $verdict ->
    [risen] What was published stands beside ours for the first line, new, 300 km/h, and enters nothing. Length: { $plan_length } ({ $plan_length_least } to { $plan_length_most } by source), ours { $ours_length }: ours goes straighter over coarse ground, with an allowance for what that does not show. Time: { $plan_time }, ours { $ours_minutes }: ours has no halt between the cities. Riders a year: { $plan_riders_least } to { $plan_riders }, ours { $ours_riders }: all that weighs on today's choices is in our band. Cost: { $plan_roubles_first } ({ $plan_cost_first }) at first and { $plan_roubles } ({ $plan_cost }) in the newest plan, both in the money of their day, risen before any work began; in the money of the study the newest is { $plan_cost_now }, ours { $ours_cost }: ours takes middle prices of the world and how such lines turned out, the plan does not say what it holds.
   *[estimate] What was published stands beside ours for the first line, new, 300 km/h, and enters nothing. Length: { $plan_length } ({ $plan_length_least } to { $plan_length_most } by source), ours { $ours_length }: ours goes straighter over coarse ground, with an allowance for what that does not show. Time: { $plan_time }, ours { $ours_minutes }: ours has no halt between the cities. Riders a year: { $plan_riders_least } to { $plan_riders }, ours { $ours_riders }: all that weighs on today's choices is in our band. Cost: { $plan_roubles } ({ $plan_cost }) in the money of its day; in the money of the study { $plan_cost_now }, ours { $ours_cost }: ours takes middle prices of the world and how such lines turned out, the plan does not say what it holds.
}
finding-fast_rail-worth = { $verdict ->
    [nothing] Nothing is agreed to be built, so nothing is weighed.
   *[estimate] The net present value at opening is made of fares ({ $fares_worth }) and what works are worth in the end ({ $left_worth }), less running and upkeep ({ $running_worth }) and building with interest ({ $building_worth }), over { $horizon } of service at { $discount_rate } a year. What travellers gain is not in it.
}
finding-fast_rail-base = { $verdict ->
    [newer] Base of the riders on the first line: { $counted_rail } by rail a year, by the newest count known by the study's day: it counts faster trains that began to run later, those who get off on the way set aside by judgement. The first count, before those trains, said { $rail_trips_first } and is no longer the base. { $counted_road } go by bus and car, counted together; the bus has { $bus_share } of all by the choice model alone, so this split is in wide doubt.
    [first] Base of the riders on the first line: { $counted_rail } by rail a year, as the count known by the study's day said ({ $rail_trips_first } as printed). { $counted_road } go by bus and car, counted together; the bus has { $bus_share } of all by the choice model alone, so this split is in wide doubt.
   *[estimate] Base of the riders on the first line: { $counted_rail } by rail a year and { $counted_road } by bus and car, counted together; the bus has { $bus_share } of all by the choice model alone, so this split is in wide doubt.
}
note-embedded-ground = New lines are laid over the embedded relief, which resolves about nine kilometres. Earthworks and structures on ground that it does not show come from likely grounds, drawn from a model of roughness, with their doubt. Where the ground is rough, a line cannot go round what nobody sees, so too many tunnels and viaducts come out. No profile is drawn as if it were ground. Today's line is taken as level; its slow stretches are a judgement.
note-own-ground = New lines are laid over your own terrain, heights no farther apart than 500 m; what lies between them nobody sees. The profile shows that ground. Today's line is taken as level; its slow stretches are a judgement.
note-own-ground-coarse = New lines are laid over your own terrain, but its heights lie more than 500 m apart: too far for a profile, so none is drawn. Between them likely ground is drawn from a model of roughness, with its doubt. Today's line is taken as level; its slow stretches are a judgement.
note-small-crossings = Bridges are those over lakes and the sea and over water that you bring. Small rivers, roads and railways are not on any map that Egiz has, so their bridges are not counted one by one; the price of a kilometre for drains, crossings and fences holds the usual ones. A bridge over a large river is missing altogether.
note-choice-of-the-market = Who would ride comes from the choice model of the market, with a constant of fast trains that nobody could measure here. Counts stand where they are published; elsewhere a gravity model with a wide band. Where buses and cars are counted together only the choice model splits them, with a constant of the bus from memory: the few who leave the bus are no count. Nobody is taken from the aircraft between cities that are too near for any flight. Today's line is drawn as a scheme of its stations.
note-trains-of-today = An upgrade takes the place of today's trains on its cities: their riders are taken over and choose between the faster trains and all else. What today's trains earn and cost falls away with them; both are taken to be alike, and their cost is counted nowhere. A new line leaves them running.
note-way-agreed-later = The agreement names no way on. Of the two studied, that by Petropavl and Kokshetau is the one on which Russia and Kazakhstan agreed on 16 November 2017, after the agreement; it is shown beside the other and decides nothing.
observable-yearly_riders = Riders counted in a year
observable-end_to_end = Hours from end to end by the timetable
why-over-water = Between { $one } and { $other } most of the straight way lies over water.
why-too-near = { $one } and { $other } are only { $km } km apart: a matter of city railways.
why-too-far = { $one } and { $other } are { $km } km apart with no city named between: name cities on the way.
why-line-large = The ground between { $one } and { $other } is too large for one line; name cities on the way as lines of their own.
why-no-ground = Between { $one } and { $other } no line can be laid over the ground: one of the stations lies in the sea or on closed ground, or the sea lies between them.
why-no-way = Between { $one } and { $other } no line for { $speed } km/h finds a way round what is closed.
why-too-steep = Between { $one } and { $other } no line for { $speed } km/h keeps to the grade: it is stopped at km { $km }.
why-train-fails = { $train } cannot run the line: it is too steep at km { $km }.
why-too-many-stations = { $found } stations are named; Egiz can tell apart the pairs of { $most } at most.
column-built_way = Length
column-hours_by_alternative = End to end
column-yearly_riders_by_alternative = Riders a year
column-capital_cost_by_alternative = Building
column-alternative_running_result = Left after running
column-npv_by_alternative = Net present value
column-yearly_support_by_alternative = Support needed
column-revenue_by_alternative = Fares
column-running_by_alternative = Running
column-upkeep_by_alternative = Upkeep
column-alternative_fare_needed = Fare that pays
column-alternative_riders_needed = Riders that pay
column-tunnel_length = Tunnels
column-viaduct_length = Viaducts
column-bridge_length = Bridges
column-alternative_fleet = Trains
column-energy_use = Electricity
column-energy_per_kilometre = By train-km
chart-fast_rail-capital = What each alternative costs to build
chart-fast_rail-alternatives = The alternatives beside one another
chart-fast_rail-money = What each alternative earns and costs in a year, and what would make it pay
chart-fast_rail-works = What each alternative takes: structures, trains, electricity
chart-fast_rail-npv = What each alternative is worth
chart-fast_rail-modes = What riders take today
role-old_railway = today's railway, a scheme of its stations
role-fast_railway = proposed fast railway
role-rail_station = station

## trains that could run a line

name-train_speed_fit = Least ratio of the top speeds of a train and of a line that suit each other
name-train_runs = Runs of each train from end to end, by the slow way through cities
name-train_drawn = Electricity of a train-km by design and train
name-design_run = Design that each train runs on
name-train_told = Trains that could run the design agreed
name-pairing_seats = Seats by design and train
name-train_run = Ideal run of each train from end to end
name-train_pace = Hours by the timetable over the ideal run
name-train_standing = Hours that a train stands between its ends
name-train_minutes_by_design = Minutes from end to end, by design and train
name-design_own = Train of the study on each design
name-pairing_lag = Minutes beyond the train of the study, by design and train
name-train_lag = Minutes beyond the train of the study, by train
name-pairing_use = Electricity of a train-km at the wire, by design and train
name-seat_use_by_design = Electricity of a seat-km, by design and train
name-train_minutes = Minutes from end to end, by train
name-train_use = Electricity of a train-km at the wire, by train
name-seat_use = Electricity of a seat-km, by train
name-seats_by_train = Seats by train
column-train_minutes = End to end
column-train_lag = Later
column-train_use = By train-km
column-seat_use = By seat-km
column-seats_by_train = Seats
chart-fast_rail-trains = Trains that could run what is agreed; first of each, the one of this study
axis-train = Train
axis-design_train = Line and train
label-emu-200 = { train-emu-200 }
label-at-emu-200 = { $name }: { train-emu-200 }
label-emu-200-pair = { train-emu-200-pair }
label-at-emu-200-pair = { $name }: { train-emu-200-pair }
label-generic-300 = { train-generic-300 }
label-at-generic-300 = { $name }: { train-generic-300 }
label-generic-350 = { train-generic-350 }
label-at-generic-350 = { $name }: { train-generic-350 }
label-loco-160 = { train-loco-160 }
label-at-loco-160 = { $name }: { train-loco-160 }
label-talgo-250 = { train-talgo-250 }
label-at-talgo-250 = { $name }: { train-talgo-250 }
label-talgo-350 = { train-talgo-350 }
label-at-talgo-350 = { $name }: { train-talgo-350 }
label-velaro-e = { train-velaro-e }
label-at-velaro-e = { $name }: { train-velaro-e }
label-velaro-rus = { train-velaro-rus }
label-at-velaro-rus = { $name }: { train-velaro-rus }
