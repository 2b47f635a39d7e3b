### Слова отчёта и командной строки, по-русски.

## Ошибки, которые исправляет пользователь: что не так и как исправить

faults-in-file = { $count ->
    [one] { $file }: { $count } ошибка
    [few] { $file }: { $count } ошибки
   *[many] { $file }: { $count } ошибок
}
fault-unknown-city = город «{ $name }» не найден; возможно, имеется в виду { $nearest }?
fault-ambiguous-city = городов с названием «{ $name }» несколько; добавьте страну, например { $nearest }
fault-same-city-twice = оба города пары — «{ $name }»; назовите два разных города
fault-no-airport = в пределах { $km } км от города { $city } нет аэропорта с регулярными рейсами
fault-no-fact-yet = на { $asof } ещё не было данных: { $name } ({ $scope }); первые относятся к { $first }, выберите более позднюю дату
fault-cannot-write = не удаётся записать { $path }: { $reason }; укажите другую папку в --out
fault-cannot-read = не удаётся прочитать { $path }: { $reason }
fault-no-such-file = нет ни файла { $path }, ни встроенного примера с таким именем
fault-unknown-example = встроенного примера «{ $name }» нет; есть: { $nearest }
fault-unknown-key = ключ { $key } неизвестен; возможно, имеется в виду { $nearest }?
fault-missing-key = не хватает ключа { $key }; добавьте его
fault-wrong-type = { $key }: указано «{ $found }»; укажите { $wanted ->
    [text] текст
    [mapping] ключи со значениями, по одному в строке
    [list] список, по одному пункту в строке после дефиса
    [number] число, например 3
   *[other] { $wanted }
}
fault-not-a-number = { $key }: указано «{ $found }»; укажите число, например 3
fault-not-finite = { $key }: указано «{ $found }»; укажите конечное число
fault-not-whole = { $key }: указано { $found }; укажите целое число
fault-not-an-option = { $key }: такого варианта нет; укажите один из: { $options }
fault-not-a-span = { $key } — не диапазон; укажите low: и high:, оба числами
fault-span-order = { $key }: нижняя граница больше верхней; поменяйте их местами
fault-out-of-range = { $key }: указано { $found }; допустимо от { $low } до { $high }
fault-bad-id = { $key }: указано «{ $found }»; идентификатор начинается со строчной латинской буквы и состоит из строчных букв, цифр, знаков - и _
fault-bad-date = «{ $found }» — не дата; укажите ГГГГ-ММ-ДД, например 2017-07-05
fault-too-long = { $key }: слишком длинно, сократите
fault-empty-text = { $key }: пусто, укажите текст
fault-too-few = { $key }: слишком мало пунктов
fault-too-many = { $key }: слишком много пунктов
fault-duplicate-id = идентификатор «{ $id }» повторяется или зарезервирован; у каждого пункта должен быть свой
fault-unknown-proposal = в соглашении нет пункта «{ $name }»
fault-unknown-kind = вид «{ $kind }» неизвестен; возможно, имеется в виду { $nearest }?
fault-key-twice = ключ { $key } указан дважды; оставьте один
fault-not-yaml = это не YAML: { $reason }
fault-not-a-mapping = файл должен состоять из ключей со значениями, по одному в строке, например «agreement: my-agreement»
fault-alias-loop = псевдоним ссылается сам на себя; выпишите значение
fault-not-utf8 = файл не в кодировке UTF-8 (байт { $byte }); сохраните его в UTF-8
fault-empty-file = файл пуст
fault-too-large = в файле больше, чем нужно для исследования; сократите его
fault-sheets-do-not-join = пункты соглашения ссылаются друг на друга по кругу или не стыкуются: { $reason }
fault-unknown-scenario = сценария «{ $name }» нет; возможно, имеется в виду { $nearest }?
fault-unknown-figure = показателя «{ $name }» нет; возможно, имеется в виду { $nearest }?
fault-unknown-assumption = допущения «{ $name }» нет; возможно, имеется в виду { $nearest }?
fault-unknown-source = источника «{ $name }» нет; возможно, имеется в виду { $nearest }?
fault-unknown-language = языка «{ $found }» нет; выберите en, ru или kk
fault-draws-out-of-range = провести { $found } испытаний нельзя; допустимо от { $low } до { $high }
fault-interrupted = остановлено; ничего не записано
