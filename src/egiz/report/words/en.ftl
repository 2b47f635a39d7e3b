### Words of the report and of the command line, in English.

## Faults a user can mend: what is wrong, and the mend

faults-in-file = { $count ->
    [one] { $file } has 1 fault:
   *[other] { $file } has { $count } faults:
}
fault-unknown-city = no city called "{ $name }" is known; did you mean { $nearest }?
fault-ambiguous-city = several cities are called "{ $name }"; add the country, such as { $nearest }
fault-same-city-twice = both cities of the pair are "{ $name }"; name two different cities
fault-no-airport = no airport with scheduled flights lies within { $km } km of { $city }
fault-no-fact-yet = nothing was known about { $name } ({ $scope }) on { $asof }; the first fact is of { $first }, so choose a later day
fault-cannot-write = cannot write { $path }: { $reason }; choose another folder with --out
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
fault-unknown-proposal = no item of the agreement is called "{ $name }"
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
fault-draws-out-of-range = { $found } draws cannot be run; choose from { $low } to { $high }
fault-interrupted = stopped; nothing was written
