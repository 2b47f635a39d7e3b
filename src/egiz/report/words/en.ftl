### Words of the report and of the command line, in English.

## Faults a user can mend: what is wrong, and the mend

faults-in-file = { $count ->
    [one] { $file } has 1 fault:
   *[other] { $file } has { $count } faults:
}
fault-unknown-city = no city called "{ $name }" is known; did you mean { $nearest }?
fault-unknown-aircraft = no aircraft called "{ $name }" is known; known are { $known }
fault-unknown-city-alone = no city called "{ $name }" is known; write a city of 15,000 people or more, its country behind a comma
fault-ambiguous-city = several cities are called "{ $name }"; add the country, such as { $nearest }
fault-city-without-people = of "{ $name }" no number of people is known; name the nearest larger city
fault-same-city-twice = both cities of the pair are "{ $name }"; name two different cities
fault-no-airport = no airport with scheduled flights lies within { $km } km of { $city }
fault-no-fact-yet = nothing was known about { $name } ({ $scope }) on { $asof }; the first fact is of { $first }, so choose a later day
fault-no-fact-yet-alone = nothing was known about { $name } on { $asof }; the first fact is of { $first }, so choose a later day
fault-cannot-write = cannot write { $path }: { $reason }; choose another folder with --out
fault-already-there = { $path } is there already; choose another folder with --out
fault-cannot-read = cannot read { $path }: { $reason }
fault-no-such-file = there is no file { $path } and no built-in example of that name
fault-unknown-example = no built-in example is called "{ $name }"; known: { $nearest }
fault-unknown-key = { $key } is not known; did you mean { $nearest }?
fault-missing-key = { $key } is missing; add it
fault-wrong-type = { $key } is "{ $found }"; write { $wanted ->
    [text] a text
    [mapping] keys with values, one a line
    [list] a list, one item a line after a dash
    [number] a number, such as 3
   *[other] { $wanted }
}
fault-not-a-number = { $key } is "{ $found }"; write a number, such as 3
fault-not-finite = { $key } is "{ $found }"; write a finite number
fault-not-whole = { $key } is { $found }; write a whole number
fault-not-an-option = { $key } is not one of the options; write one of: { $options }
fault-term-alone = { $key } says nothing without { $partner }; give both or neither
fault-not-names = { $key } is not a list of names; write cities in square brackets
fault-not-places = { $key } is "{ $found }"; name two cities or more, in square brackets
fault-place-twice = { $key } names { $name } twice; name each city once
fault-line-apart = the way on begins in { $name }, but the line ends in { $end }; begin it where the line ends
fault-no-way-on = the extent asks for { $term }, which names no cities; name them, or choose line
fault-not-a-span = { $key } is not a range; write low: and high:, both numbers
fault-span-order = the low end of { $key } lies above its high end; exchange the two
fault-out-of-range = { $key } is { $found }; write a number from { $low } to { $high }
fault-bad-id = { $key } is "{ $found }"; an id begins with a small Latin letter and holds small letters, digits, - and _ only
fault-bad-date = "{ $found }" is not a date; write YYYY-MM-DD, such as 2017-07-05
fault-too-long = { $key } is too long; shorten it
fault-empty-text = { $key } is empty; write a text
fault-too-few = { $key } holds too few items
fault-too-many = { $key } holds too many items
fault-duplicate-id = the id "{ $id }" is given twice or is reserved; each item needs its own
fault-unknown-proposal = no item of the agreement is called "{ $name }"; did you mean { $nearest }?
fault-unknown-kind = the kind "{ $kind }" is not known; did you mean { $nearest }?
fault-key-twice = { $key } is written twice; keep one
fault-not-yaml = this is not YAML: { $reason }
fault-not-a-mapping = the file must hold keys with values, one a line, such as "agreement: my-agreement"
fault-alias-loop = an alias holds itself; write the value out
fault-not-utf8 = the file is not UTF-8 (byte { $byte }); save it as UTF-8
fault-empty-file = the file is empty
fault-too-large = the file holds more than a study needs; shorten it
fault-sheets-do-not-join = the items of this agreement need each other in a circle or do not fit: { $reason }
fault-unknown-scenario = no scenario is called "{ $name }"; did you mean { $nearest }?
fault-unknown-figure = no figure is called "{ $name }"; did you mean { $nearest }?
fault-unknown-assumption = no assumption is called "{ $name }"; did you mean { $nearest }?
fault-unknown-source = no source is called "{ $name }"; did you mean { $nearest }?
fault-unknown-language = there is no language "{ $found }"; choose en, ru or kk
fault-seed-out-of-range = { $found } cannot be a seed; choose from { $low } to { $high }
fault-draws-no-power-of-two = { $found } draws do not suit --sobol; choose a power of two, such as { $nearest }
fault-bad-distribution = { $name } cannot be seen so: { $reason }
fault-beyond-limits = { $name } cannot be so; it lies between { $low } and { $high }
fault-fact-and-numbers = { $name } is given numbers and the fact { $fact }; keep one of them
fault-fact-of-other-unit = { $fact } is in { $unit }, but { $name } is in { $wanted }; choose another fact
fault-unknown-country = no country called "{ $name }" is known
fault-unknown-airport = no airport with the code "{ $code }" is known; write an IATA code, such as NQZ
fault-draws-out-of-range = { $found } draws cannot be run; choose from { $low } to { $high }
fault-interrupted = stopped; nothing was written

## While a study is worked out

explained-above = explained above
checked = { $agreement } has no faults: { $studied } items can be studied, { $unstudied } cannot yet; scenarios { $scenarios }; facts as of { $day }
facts-listed = { $count } facts
progress-prepare = Preparing: { $scenario }
progress-run = Working out: { $scenario }

## The page: head and first page

study = Pre-feasibility study
first-estimate = First estimate
languages = Language
contents = Contents
of-agreement = Agreement of { $date }
facts-known = Facts known by { $asof }
money-of = Money of { $year }
simulations = { $draws } simulations
one-minute = In one minute
asked-items = { $count ->
    [one] One item was agreed; { $studied ->
        [0] it is not studied.
       *[other] it is studied here.
    }
   *[other] { $count } items were agreed; { $studied ->
        [0] none of them is studied.
        [one] one of them is studied here.
       *[other] { $studied } of them are studied here.
    }
}
verdict-first-estimate = First estimate: no verdict on viability yet.
more-of-item = What would make it work, and the figures behind it
inputs-counted = { $count } inputs, by how well they are known
not-studied-for-good = Agreed, but not studied:
not-studied-yet = Agreed, but not studied yet:
why-not = Why?
moves-most = What moves it most
moves-figure = Effect on: { $figure }
find-out-next = What to find out next
how-sure = How well the inputs are known
map-title = Map: { $places }
map-note = Borders follow Natural Earth and take no position.
role-route = proposed flight
role-airport = airport
role-rival_airport = airport of another city
role-leak = drive to it
role-third_city = third city of a triangle
role-old_railway = today's railway, a scheme of its stations
role-fast_railway = proposed fast railway: the first line
role-fast_onward = its way on
role-fast_onward_other = its other way on
role-rail_station = station

## The page: an item

figures-of-finding = Figures of this finding
figure = Figure
value = Value
part = Part
option = Option
share-of-draws = Share of simulations
what-moves = What moves it: { $figure }
assumption = Assumption
rank-correlation = Rank correlation
promises = What will be seen if this is right
promises-intro = Each line can be held against what happens.
observable = What to look at
expected = Expected
by-when = By
cash-flow = Money by party
party = Party
flow-of-money = Flow
year = Year
not-studied-title = Agreed, but not studied
scenarios-compared = Scenarios side by side
difference-note = The small line is the difference from the first scenario, taken simulation by simulation.
weekly-timetable = The week: { $vehicle }, { $dates }
day = Day
local-times = Local times of each place
day-each = every day
day-1 = Monday
day-2 = Tuesday
day-3 = Wednesday
day-4 = Thursday
day-5 = Friday
day-6 = Saturday
day-7 = Sunday
scenarios = Scenarios
proposed-by = Proposed by { $author }

## The page: what it rests on

next-intro = These are the inputs whose doubt moves the answer most. Knowing them better is the cheapest way to a better answer.
how-to-read = How to read the numbers
reading-p10 = one in ten lies lower
reading-p50 = half lie lower, half higher
reading-p90 = one in ten lies higher
reading-range = A number is followed by its range, such as 30 (18–52): in half of all simulations it comes out below 30, in one of ten below 18, in one of ten above 52. The inputs are in doubt, and the range carries that doubt through every formula.
reading-share = A per cent figure on its own is either a probability, counted over the simulations, or a share such as that of seats filled. A probability is a mean over all simulations. A range behind it says how far doubt moves it: in one of ten simulations it is lower, in one of ten higher; the range is drawn wider where the mean lies outside it.
reading-status = "Seen" means read in the source named. "Derived" means worked out from seen figures. "To be verified" means that nobody has checked it yet; its range is widened.
reading-first-estimate = This is a first estimate from general data, made to decide what deserves a closer look. It does not replace a feasibility study.
assumptions = Assumptions
assumptions-intro = Everything the study takes as given, the most decisive first. Each name opens its source; the numbers in brackets lead to the list of sources.
other-assumptions = { $count ->
    [one] The other assumption
   *[other] The other { $count } assumptions
}
status-head = Status
source = Source
as-of = About
values-by-label = { $count ->
    [one] 1 value
   *[other] { $count } values
}
timeless = Coefficients without a date
timeless-intro = Physics, elasticities and fitted coefficients. No outcome of the pair under study entered them.
fitted-on = fitted on { $period }
dates = What is older than the study
projected = Facts carried forward
projected-intro = Older than the study's day; carried to it by the index named, with a wider range.
sources = Sources
how-numbers-came = How each number came about
how-numbers-intro = Press a figure for its formula and what it rests on. The numbers in brackets lead to the sources behind it.
made-by = Egiz { $version } · facts of { $edition } · { $draws } simulations, seed { $seed }
translation-note = { "" }

## The page: the explanation of a number

explanation = How this number came about
back = Back
close = Close
rests-on = It rests on
locator = Where in it
as-stated = As stated
about-time = About
known-from = Known from
price-year = Prices of
carried-by = Carried forward by
note = Note
share-counted = Counted over { $draws } simulations; chance alone moves it by about { $error } percentage points.
share-never = It came true in none of { $draws } simulations: its chance is most likely below { $limit } per cent.
share-always = It came true in all of { $draws } simulations: its chance is most likely above { $limit } per cent.
more-labels = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}

## The workbook

item = Item
scenario = Scenario
answer = Answer
label = Label
mean = Mean
unit = Unit
key = Key
publisher = Publisher
link = Link
licence = Licence
sheet-summary = Summary
sheet-figures = Figures
sheet-next = Next

## Families of short names

scope-world = anywhere
status-seen = seen
status-derived = derived
status-memory = to be verified
shape-fixed = fixed
shape-uniform = anything between
shape-triangular = triangular: least / likeliest / most
shape-pert = PERT: least / likeliest / most
shape-normal = normal: P10 / P90
shape-lognormal = lognormal: P10 / P90
shape-discrete = one of several values
shape-empirical = measured distribution
origin-agreement = the agreement
origin-scenario = the scenario
origin-engine = worked out by an engine of Egiz
origin-definition = exact by definition
scenario-as-agreed = As agreed
why-no-kind = Egiz has no model for items of this kind yet.
scale-million = million
scale-billion = billion
party-operator = operator
party-budget = budget
party-owner = owner
party-travellers = travellers

## Units: what is measured, and what it is measured by

unit-one = { "" }
unit-h = hours
unit-s = seconds
unit-kN = kN
unit-kW = kW
unit-kWh = kWh
unit-min = minutes
unit-day = days
unit-week = weeks
unit-month = months
unit-year = years
unit-km = km
unit-m = m
unit-kg = kg
unit-t = t
unit-USD = USD
unit-KZT = KZT
unit-RUB = RUB
unit-EUR = EUR
unit-CNY = CNY
unit-seat = seats
unit-pax = passengers
unit-person = people
unit-sector = one-way flights
unit-flight = return flights
per-s = a second
per-kWh = a kWh
per-h = an hour
per-day = a day
per-week = a week
per-month = a month
per-year = a year
per-km = a km
per-m = a metre
per-kg = a kg
per-t = a tonne
per-USD = per USD
per-seat = a seat
per-pax = a passenger
per-person = a person
per-sector = a one-way flight
per-flight = a return flight
unit-kg-per-s = kg/s
unit-kg-per-m = kg/m
unit-m-per-s-per-s = m/s²
unit-m2 = m²
unit-m3 = m³
per-m2 = a m²
per-m3 = a m³
unit-1-per-day = a day
unit-m-per-km = m/km
unit-kWh-per-seat-per-km = kWh a seat and km
unit-kWh-per-km = kWh/km
unit-kg-per-kWh = kg/kWh
unit-kWh-per-year = kWh a year
unit-h-per-day = hours a day
unit-1-per-week = a week
unit-h-per-week = hours in a week
unit-h-per-sector = hours a one-way flight
unit-pax-per-USD = per USD
unit-kg-per-pax = kg a passenger
unit-kg-per-pax-per-km = kg a passenger and km
unit-USD-per-pax-per-km = USD a passenger and km
unit-USD-per-pax-per-h = USD a passenger and hour
unit-km-per-h = km/h
unit-min-per-km = min/km
unit-min-per-h = minutes in an hour
unit-kg-per-kg = kg per kg
unit-kg-per-km = kg/km
unit-1-per-km = per km
unit-1-per-h = per hour
unit-1-per-month = a month
unit-1-per-year = a year
unit-1-per-USD = per USD
unit-week-per-year = weeks a year
unit-seat-per-sector = seats
unit-sector-per-flight = one-way flights in a return flight
unit-pax-per-sector = passengers
unit-pax-per-seat = passengers a seat

## Journeys of a week

duration = { $hours } h { $minutes } min
hours-short = h
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
mode-air = flight
mode-bus = bus
mode-cable = cableway
mode-ferry = ferry
mode-local = local way
mode-metro = metro
mode-other = ride
mode-rail = train
mode-taxi = taxi
mode-tram = tram
mode-walk = on foot
journeys-eyebrow = All good journeys
journeys-day = { $weekday }, { $day }
journeys-found = { $days }: { $count ->
    [one] 1 journey
   *[other] { $shown } journeys
} to choose from; times by the clock of each stop
journeys-fastest = Fastest: { $time }
journeys-wait = Expected wait from any moment to the next departure: { $time }
journeys-delay = A wished departure is off the nearest one by (schedule delay): { $time }
journeys-none = There is no journey on these days.
journeys-none-today = no journey leaves
journeys-changes = { $count ->
    [0] direct
    [one] 1 change
   *[other] { $count } changes
}
journeys-when = When one can go
journeys-picture = Each stem is a journey: where it stands, it leaves; as high as it is, so long it takes. The pale area is the time until arrival for whoever would like to leave at that moment, waiting included. Behind the last departure the days are taken to repeat.
journeys-stem-0 = direct
journeys-stem-1 = one change
journeys-stem-2 = two changes or more
journeys-head-when = Leaves → arrives
journeys-head-took = Takes
journeys-head-changes = Changes
journeys-head-how = How
journeys-made-by = Egiz { $version }
stop-rail = { $city }, railway station
stop-bus = { $city }, bus station
stop-airport = { $city }, airport { $code }
note-stops-of-one-name = "{ $name }" is the name of several stations, taken as one place: { $count } ({ $ids })
note-corridor-unverified = Much of this timetable is from memory and to be verified; services that rest on it: { $count } (egiz facts --unverified)
note-boarding = So long before it leaves one must be there ({ $mode }): { $minutes } min; journeys and changes count it.
note-partly = The timetable holds from { $first } to { $last } only.
skims-written = { $path }: { $pairs } pairs of { $places } places
progress-read = Reading: { $scenario }
progress-search = Searching: { $scenario }
fault-journeys-no-feed = there is no timetable "{ $path }"; give a zip, a folder or the name of one that ships: { $shipped }
fault-unknown-stop = no stop is called "{ $name }"; did you mean { $nearest }?
fault-unknown-stop-alone = no stop is called "{ $name }" or has that id
fault-journeys-need-end = { $option } is missing; say it
fault-journeys-all-or-one = { $option } does not go with --all; leave one of them out
fault-journeys-same-place = "{ $name }" is both the beginning and the end; name two places
fault-journeys-need-out = --all needs a file; say --out skims.csv or --out skims.parquet
fault-feed-date-outside = the timetable has nothing on { $date }; it runs from { $first } to { $last }
fault-timetable-short = { $name } holds no whole week; days it holds: { $days }; give a timetable of seven days or more
fault-timetable-later = { $name } begins on { $first }, so it was not known on { $asof }; name a later day with --as-of, or an older timetable
note-timetable-week = { $name }: services told by its journeys in the week from { $week }: { $count }; all else follows general rules
note-timetable-other-week = { $name } holds from { $first } to { $last }; its fullest week, from { $week }, stands for that of the study. Services told by it: { $count }; all else follows general rules
note-timetable-silent = { $name } has no journeys between { $home } and { $away } in the week from { $week }; all services follow general rules
fault-no-pyarrow = Parquet needs the package pyarrow; install it with: pip install 'egiz[data]', or write a .csv
fault-skims-kind = { $path } is no table; end the name in .csv or .parquet

## A train on a line

train-emu-200 = Electric multiple unit, 200 km/h
train-emu-200-pair = Two coupled multiple units, 200 km/h
train-generic-300 = High-speed train, 300 km/h
train-generic-350 = High-speed train, 350 km/h
train-loco-160 = Locomotive with twelve coaches, 160 km/h
train-talgo-250 = Talgo 250
train-talgo-350 = Talgo 350
train-velaro-e = Velaro E
train-velaro-rus = Velaro RUS (Sapsan)
train-column-km = km
train-column-least = least, min
train-column-time = with recovery, min
train-column-speed = km/h
train-column-energy = net kWh/km
train-time = In { $time } from end to end, stops and recovery time included ({ $low } to { $high }).
train-energy = Energy from the wire { $drawn }, given back { $returned }; net { $seat } Wh a seat and km.
train-coasting = The recovery time is spent on running slower and rolling out ahead of stops.
train-no-coasting = Full effort; the recovery time is waited out. With --coast it saves energy.
train-bands = In brackets P10–P90 over { $draws } runs with other values of the facts in doubt; the line is taken as given.
train-stalled = In { $share } of these runs the train does not climb the line; they are left out.
train-unverified = Nobody has checked yet: { $facts }.
fault-unknown-train = no train called "{ $name }" is known; known are { $known }
fault-train-needed = --train is missing; choose one of { $known }
fault-train-stalls = the train does not climb the hill at km { $km }; choose a stronger train or mend the heights
fault-train-unbraked = at km { $km } the line falls more steeply than the brakes hold; choose another train or mend the heights
fault-stops-number = --stops holds "{ $found }"; write kilometres with commas between, such as 0,110.5,220
fault-stops-two = --stops holds one stop; write at least two, the first and the last
fault-stops-outside = the stop at km { $found } lies off the line, which runs from km { $first } to { $last }
fault-stops-order = the stop at km { $found } does not lie { $least } m beyond the one before, at km { $before }; write stops in order
fault-profile-absent = there is no file { $path }; mend the path, or write a table with the columns { $columns }
fault-profile-csv = this is not CSV: { $reason }
fault-profile-unknown-column = the column "{ $found }" is not known; did you mean { $near }?
fault-profile-column-twice = the column { $column } stands twice; keep one
fault-profile-missing-column = the column { $column } is missing; add it
fault-profile-two-rows = the line has too few rows ({ $count }); write at least two, its first and its last point
fault-profile-cells = the row has { $found } cells instead of { $wanted }
fault-profile-number = { $column } is "{ $found }"; write a number with a point, such as 3.5
fault-profile-range = { $column } is { $found }; write a number from { $low } to { $high }
fault-profile-order = km { $km } does not lie beyond the row before, km { $before }; sort the rows and keep one of equal ones
fault-profile-sharp = radius_m is { $found }; no train runs less than { $least } m; leave it empty where the line is straight
fault-profile-steep = the line climbs or falls { $grade } permille to here; no train manages more than { $most }; mend height_m
fault-profile-more = more faults of this sort: { $count }

## Lines between places

align-rules = Every line keeps to radii of { $radius } m, in profile of { $vertical } m, and grades of { $grade } ‰ at most. The straight way is { $straight } km.
align-number = Line { $number }
profile-title = Profile of the line: { $part }, { $option }
profile-ground = Ground of your terrain
align-row-length = Length
align-row-length-built = Length if built
align-row-detour = Length to the straight way
align-row-radius = Least radius
align-row-grade = Largest grade
align-row-viaduct = Viaducts
align-row-tunnel = Tunnels
align-row-bridge = Bridges over water
align-row-share = Share of structures
align-row-fill = Fill
align-row-cut = Cut
align-row-built = Through built-up land
align-row-time = Run time
align-row-cost = Cost in the end
align-row-per-km = The same by length
align-row-estimate = Estimate of today
align-detour = { $factor } times
align-straight = straight all the way
align-grade = { $grade } ‰
align-grade-most = { $grade } ‰ at most; which it is, only your own terrain tells
front-rules = Every line keeps to the radii of its speed and to grades of { $grade } ‰ at most. The straight way is { $straight } km.
front-column-speed = km/h
front-column-length = km
front-column-time = run, min
front-column-cost = cost in the end, USD
front-column-share = structures
front-column-unbeaten = unbeaten
front-beaten = { $mark } marks what no other line beats: { $kept }. Beaten: { $beaten }; for each of them another is both no dearer and no slower, by the middles.
front-trains = Run times in minutes, of: { $trains }.
front-lacking = No line for { $speed } km/h: { $why }.
front-title = Cost against run time: a dot a line, with its speed in km/h; bands P10–P90
front-best = no other line is cheaper and as fast
front-other = another line is cheaper and as fast, or faster at its cost
front-across = run time, min
align-ground-own = The ground is that of { $name }: a height each { $spacing } m, looked at in cells of { $cell } m. What lies between them nobody sees.
align-ground-coarse = The heights of { $name } lie { $spacing } m apart: too far for a profile. Between them ground is drawn that is as rough as such land is; earthworks and structures are likely ones. Bring finer tiles with --terrain.
align-ground-embedded = Without --terrain heights are known each { $spacing } m only ({ $name }). Between them ground is drawn that is as rough as such land is; earthworks and structures are likely ones, not those of a place, the line is a corridor some kilometres wide, and no profile is given. Bring tiles of the ground with --terrain.
align-fewer = Only { $found } of { $asked } lines: the others that were met run too near to these.
align-time = { $time }: { $train }
align-no-time = { $train } does not run the line: it is too steep at km { $km }
align-slower = No train of the facts reaches the speed of the line: run times are those of { $train }.
align-bands = In brackets P10–P90, in USD of { $year }. The cost in the end is the estimate and how such lines turned out; a station at each point is counted, trains are not.
align-unverified = Nobody has checked yet: { $facts }.
progress-ground = Reading the ground: { $scenario }
progress-ground-broader = Looking farther around, { $scenario } km
progress-line = Looking for lines: { $scenario }
progress-front = Speed by speed: { $scenario } km/h
progress-profile = The line in profile: { $scenario }
fault-line-option = { $option } is "{ $found }"; write a number from { $low } to { $high }
fault-line-front-alternatives = --front looks for one line a speed and --alternatives for several of one speed; leave one of them out
fault-line-front-slow = --front goes up to --speed from half of it, { $least } km/h at least; take a --speed above { $least }
fault-line-place = point { $number } is "{ $found }"; write longitude and latitude in degrees with a comma between, such as 61.40,55.16
fault-line-place-off = point { $number } ("{ $found }") lies off the Earth; longitude goes from -180 to 180, latitude from -90 to 90
fault-line-place-swapped = point { $number } ("{ $found }") has a latitude beyond 90; longitude comes first: did you mean { $turned }?
fault-line-points-many = a line passes { $most } points at most, and { $count } are given; leave some out
fault-line-points-close = { $first } and { $last } follow each other and lie nearer than { $least } km; leave one out, or move it
fault-line-room = { $first } and { $last } lie { $apart } km apart, and a line with a radius of { $radius } km needs { $needs } km between two points; the largest speed that fits is { $speed } km/h: lower --speed, or move the points apart
fault-line-turn = no line exists that turns by { $degrees }° at point { $number } ({ $place }): with { $before } km before it and { $after } km after it a radius of { $possible } m is the largest, and { $radius } m are needed; move the points apart or lower --speed
fault-line-too-steep = no line gets past { $place }, { $km } km from the start, with grades of { $grade } ‰ at most and room for its vertical curves: the way to there would have to be { $missing } km longer; raise --grade, lower --speed, or lead the line round by --via
fault-line-no-profile = no line gets past { $place }, { $km } km from the start, with grades of { $grade } ‰ and radii in profile of { $vertical } m: there is no room for its vertical curves; lower --speed, raise --grade, or move the points apart
fault-line-no-way-point = no line exists: point { $number } lies where no line may go, beside { $place }; move it
fault-line-no-way-cut = no line exists from { $first } to { $second }: ground that no line may enter bars the way, { $width } km wide at its narrowest, at { $place }; take a point on this side, or widen --margin
fault-line-no-way-radius = no line of radius { $radius } m exists from { $first } to { $second }: the open ground at { $place } is too narrow or too winding for it; lower --speed, move the points, or take a smaller --cell
fault-line-file = lines cannot be written to { $path }; end the name in .gpkg, .geojson or .svg
fault-line-profile-unknown = no profile can be drawn: the heights of { $name } lie { $spacing } m apart, and ground between them would be made up; bring fine tiles with --terrain, or write a .gpkg
fault-line-needs-end = { $option } is missing; write longitude and latitude, such as { $option } 61.40,55.16
