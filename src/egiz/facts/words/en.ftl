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
name-boarding_minutes = Time one must be there before departure
name-change_minutes = Least time to change
name-generalised_change = What a change is worth in time on the way
name-generalised_early = What leaving too soon is worth in time on the way
name-generalised_late = What leaving too late is worth in time on the way
name-leaving_minutes = Time from arrival until one has left
name-timetable_reach = How far the stops of a city or an airport may be from its middle
name-walking_reach = How far apart stops may be that are linked on foot
name-access_minutes = Time from the middle of the city to the terminal
name-service_first = First departure of a day
name-service_hours = Hours on the way
name-service_last = Last departure of a day
name-service_month_from = First month of the season
name-service_month_until = Last month of the season
name-service_weekly = Departures a week
name-walking_speed = Speed on foot
name-built_up_density = People on a square kilometre of built-up land
name-built_up_weight = Price of a metre of line through built-up land over one in the open
name-protected_weight = Price of a metre of line through protected land over one in the open
name-bridge_most = Widest water that a line is led across
name-shore_doubt = How far the coast of the embedded map may be off

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

## Faults of timetables (GTFS)

fault-feed-not-there = there is no timetable { $path }; give a zip, a folder or a CSV
fault-feed-no-zip = { $path } is no zip that can be read; give a GTFS feed as a zip or a folder, or a CSV of services
fault-feed-corrupt = { $file }: { $table } cannot be unfolded; get the feed anew
fault-feed-no-tables = { $name } holds no table of a timetable, such as stops.txt; give a GTFS feed (unpack a zip that holds one)
fault-feed-separator = the cells are parted by "{ $sign }"; save the table with commas
fault-feed-many-files = the zip holds { $count } files; a timetable has no more than { $most }
fault-feed-unsafe-name = the zip holds "{ $name }", a name that leads out of it; such a zip is not read
fault-feed-locked = "{ $name }" is locked by a password; give the feed without one
fault-feed-bomb = "{ $name }" unfolds to { $ratio } times its size, more than { $most }; such a zip is not read
fault-feed-too-large = { $name } would unfold to { $size } MB, more than the { $most } MB that are read; cut the feed to the region
fault-feed-table-twice = the zip holds "{ $first }" and "{ $second }"; keep one of them
fault-feed-file-missing = the feed lacks { $table }; add it
fault-feed-calendar-missing = the feed has neither calendar.txt nor calendar_dates.txt; add one of them
fault-feed-column-missing = there is no column { $column }; did you mean { $nearest }? Rename it
fault-feed-column-missing-alone = there is no column { $column }; there are { $found }; add it
fault-feed-empty-table = { $table } holds no rows; add them
fault-feed-ragged = the row has { $found } cells instead of { $wanted }; put text with commas in quotes
fault-feed-quotes = a quote in { $table } does not open at the beginning of a cell or does not close at its end; double the quotes inside
fault-feed-not-utf8 = the byte { $byte } is no UTF-8; save the file as UTF-8
fault-feed-endless-line = { $file }: a line of { $table } has no end; see whether it is a table
fault-feed-id-twice = the { $column } "{ $id }" stands in line { $line } already; give each its own
fault-feed-empty-cell = { $column } is empty; fill it in
fault-feed-unknown-id = { $column } "{ $id }" is not known; add it to its table or mend the name
fault-feed-bad-time = { $column } is "{ $found }"; write hours, minutes and seconds such as 07:05:00 or 25:10:00
fault-feed-bad-number = { $column } is "{ $found }"; write a whole number from 0 up
fault-feed-bad-date = { $column } is "{ $found }"; write a day such as 20190304
fault-feed-bad-degrees = { $column } is "{ $found }"; write degrees from -{ $most } to { $most }
fault-feed-not-an-option = { $column } is "{ $found }"; write one of: { $options }
fault-feed-unknown-zone = { $column } "{ $found }" is no time zone; write one such as Asia/Almaty
fault-feed-dates-order = end_date lies before start_date; exchange the two
fault-feed-exception-twice = the same day is added and removed for one service; keep one of the two
fault-feed-sequence-twice = the trip has this stop_sequence twice; number its stops in order
fault-feed-untimed-end = the first and the last stop of a trip need a time; write it
fault-feed-stay-negative = the trip departs at { $departure }, before it arrives at { $arrival }; mend one of the two
fault-feed-ride-negative = the trip arrives at { $arrival }, before it departed from the stop before at { $departure }; mend one of the two
fault-feed-transfer-open = a transfer needs from_stop_id and to_stop_id, one of type 4 or 5 both trips; fill them in
fault-feed-bad-frequency = a frequency needs a start, an end that is not before it and headway_secs above 0; mend it
fault-feed-too-many-calls = the frequencies make more than { $most } stops; cut the feed to the region
fault-feed-never-runs = no service runs on any day; see { $table } and calendar_dates.txt
fault-feed-parent-loop = parent_station leads in a circle; name the station
fault-feed-no-place = the stop "{ $id }" has no stop_lat and stop_lon; fill them in
fault-feed-more = more faults of this sort: { $count }

## Faults of the points of a line

fault-line-point = point { $number } ({ $place }) is no place on the Earth; write longitude and latitude in degrees, such as 61.40,55.16
fault-line-points-few = a line needs at least two points and has { $count }; add one
fault-line-points-near = { $first } and { $last } are the same place; give ends that lie apart
fault-line-points-opposite = { $first } and { $last } lie opposite each other on the Earth, so no way is the straight one; give nearer ends
fault-line-too-large = { $length } km by { $width } km in cells of { $cell } m would need { $memory } GB, more than { $most } GB; take cells of { $enough } m, a smaller margin, or plan the line in parts
fault-line-point-in-sea = point { $number } ({ $place }) lies in the sea or in a lake; move it to land
fault-line-point-closed = point { $number } ({ $place }) lies where no line may go: in wide water or on closed land; move it
fault-line-point-no-height = the terrain knows no height at point { $number } ({ $place }); bring a tile that does
fault-line-sea-between = no line leads over land from { $first } to { $second }: sea, wide water or closed land bars the way, { $width } km wide at its narrowest, at { $place }; widen the margin, or give points that lie on one side

## Faults of terrain

fault-terrain-not-there = there is no terrain { $path }; give a GeoTIFF or .hgt file, or a folder of them
fault-terrain-empty = there are neither .tif nor .hgt files in { $path }; put tiles there
fault-terrain-format = { $path } is neither .tif nor .hgt; turn it into GeoTIFF
fault-terrain-needs-rasterio = { $path } can only be read with rasterio; install it: pip install "egiz[terrain]"
fault-terrain-hgt-name = the name of { $path } does not say where it lies; name it after its south-western corner, such as N51E071.hgt
fault-terrain-hgt-size = { $path } holds { $bytes } bytes, no square of heights; get the tile anew
fault-terrain-not-read = { $path } cannot be read ({ $why }); get the file anew
fault-terrain-no-projection = { $path } does not say in which projection it is; write one into it, such as EPSG:4326
fault-terrain-bad-projection = the projection of { $path } cannot be turned into longitude and latitude ({ $why }); bring the file to EPSG:4326
fault-terrain-overlap = { $path } and { $other } show the same ground; keep one of them
fault-terrain-missing = { $path } lacks the ground of { $count } squares of one degree: { $names }; add these tiles or take a smaller margin

## Faults of a surface

fault-surface-not-there = there is no file { $path }; give polygons as GeoJSON or GeoPackage
fault-surface-format = { $path } is neither .geojson nor .gpkg; save the polygons as one of these
fault-surface-not-read = { $path } cannot be read ({ $why }); save it anew
fault-surface-no-layer = { $path } holds no layer of polygons; add one
fault-surface-projection = the projection of layer { $layer } in { $path } is not known; save it in EPSG:4326
fault-surface-not-area = feature { $feature } of { $path } is a { $kind }; give polygons only
fault-surface-degrees = feature { $feature } of { $path } leaves the Earth at { $place }; write longitude and latitude in degrees
fault-surface-cover = feature { $feature } of { $path } says surface "{ $found }"; write one of: { $covers }
fault-surface-weight = feature { $feature } of { $path } has the weight "{ $found }"; write a number from 1 up

## Faults of a table of services

fault-services-bad-clock = { $column } is "{ $found }"; write hours and minutes such as 07:05, an arrival on a later day as 07:05+1
fault-services-bad-weekdays = { $column } is "{ $found }"; write days such as 135, 1-5, mon-fri or daily
fault-services-bad-day = { $column } is "{ $found }"; write a day such as 2019-03-04
fault-services-days-order = last_day "{ $found }" lies before first_day, or one of them not between 1970 and 2199; mend one of the two
fault-services-same-place = "{ $found }" is where the service comes from; write where it goes
fault-services-backwards = the arrival at { $found } lies before the departure by the clocks of both cities; mend one of the two
fault-services-no-airport = no airport with scheduled flights serves "{ $name }"; write the code of the airport, such as NQZ

## What was done with a timetable

note-feed-cut-trips = Trips that run backwards in time between two stops, cut there: { $count } (stop_times.txt, lines { $lines })
note-feed-blank-times = Blank times filled evenly by the number of stops: { $count }
note-feed-frequencies = Trips written out from frequencies.txt, as if they ran exactly so often: { $count }
note-feed-short-trips = Trips without two stops, left out: { $count }
note-feed-pathways = pathways.txt is not used: ways inside stations take the time of a change.
note-feed-zones = The agencies write times in several zones: { $zones }
note-feed-parent-place = Stops without a place of their own, set at their station: { $count }
name-net_yield = Fare for each passenger-kilometre, taxes left out
name-yield_reference_length = Length of trip to which the yield refers
name-stage_length_elasticity = Elasticity of the fare of a kilometre to length
name-ticket_charges = Charges and taxes on the ticket

## Trains

name-auxiliary_power = Power for comfort and cooling of a train
name-braking = Braking of a train
name-braking_returned = Power given back by the electric brake
name-corner_force = Force where the power begins to bind
name-curve_resistance = Resistance of a curve times its radius, as part of the weight
name-recovery_margin = Recovery time, as part of the least running time
name-resistance_constant = Running resistance, constant part
name-resistance_doubt = Doubt about the running resistance
name-resistance_linear = Running resistance, part that grows with speed
name-resistance_square = Running resistance, drag of the air
name-rotating_mass = Factor on the mass for what turns
name-starting_acceleration = Greatest acceleration of a train
name-starting_force = Starting force of a train
name-stop_minutes = Stop between two legs
name-traction_efficiency = Power at the wheels over power from the wire
name-traction_power = Power of a train at the wheels
name-train_length = Length of a train
name-train_mass = Mass of a train with people
name-train_seats = Seats of a train
name-train_top_speed = Top speed of a train
name-tunnel_drag = What a tunnel adds to the drag of the air

## Today's railway

name-rail_length = Length of the railway
name-rail_share_error = Share of trains beside flights: what a pair of cities has of its own
name-rail_share_level = Share of trains beside flights at so many hours
name-rail_share_reference = Hours at which the share of trains is told
name-rail_share_slope = Share of trains beside flights: each further hour
name-station_latitude = Latitude of a station
name-station_longitude = Longitude of a station

## Rules of a line for fast trains

name-cut_slope = Run over rise of the side of a cut
name-cut_width = Width of the ground of a cut
name-fill_slope = Run over rise of the side of a fill
name-formation_width = Width of the formation on fill
name-line_grade = Largest grade of a line for fast trains
name-line_radius = Least radius of a line by speed
name-vertical_radius = Least radius in profile by speed
