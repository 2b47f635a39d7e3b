"""A study as it might come out: Astana and Chelyabinsk, July 2017. The numbers are invented for the tests."""

from __future__ import annotations

from math import exp
from statistics import NormalDist

import msgspec

from egiz.report import document as doc
from egiz.report.document import Document, Range, Texts

FLIGHT = "direct-flight"
AIRCRAFT = ("CRJ200", "SSJ100", "A320")
PARTS = ("fuel", "crew", "maintenance", "ownership", "airport", "navigation", "passenger", "overhead")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SERVICES = ("train", "via-SVX")
PURPOSES = ("business", "leisure")
LEVELS = tuple(0.025 + 0.0475 * step for step in range(21))
Z90 = NormalDist().inv_cdf(0.9)


def texts(en: str, ru: str = "", kk: str = "") -> Texts:
    return Texts(en, ru or en, kk or en)


NAMES = {
    "yearly_passengers": texts("passengers a year", "пассажиров в год", "жылдық жолаушылар саны"),
    "passengers_per_sector": texts("passengers on a flight", "пассажиров в рейсе", "бір рейстегі жолаушылар"),
    "load": texts("seats filled", "занятость кресел", "орындардың толуы"),
    "yearly_profit": texts("profit of the operator", "прибыль перевозчика", "тасымалдаушының пайдасы"),
    "sector_cost": texts("cost of one sector", "стоимость одного рейса", "бір рейстің құны"),
    "makes_profit": texts("chance of a profit", "вероятность прибыли", "пайда түсіру ықтималдығы"),
    "aircraft_best": texts("aircraft that does best", "лучший тип самолёта", "ең тиімді ұшақ түрі"),
    "yearly_co2": texts("carbon dioxide a year", "выбросы CO₂ в год", "жылдық CO₂ шығарындысы"),
    "load_by_aircraft": texts(
        "seats filled, by aircraft", "занятость кресел по типам", "ұшақ түрлері бойынша толуы"
    ),
    "sector_cost_components": texts(
        "cost of one sector, by part", "стоимость рейса по статьям", "рейс құнының құрамы"
    ),
    "air_trips": texts(
        "air trips between the cities", "авиапоездки между городами", "қалалар арасындағы әуе сапарлары"
    ),
    "monthly_passengers": texts("passengers a month", "пассажиров в месяц", "айлық жолаушылар саны"),
    "service_share": texts("share of the services", "доли способов", "қатынас үлестері"),
    "load_by_service": texts("seats filled, by service", "занятость по способам", "толуы, қатынас бойынша"),
    "seats_per_sector": texts("seats of an aircraft", "кресел в самолёте", "ұшақтағы орын саны"),
    "sectors": texts("sectors a year", "рейсов в год", "жылдық рейс саны"),
    "weekly_flights": texts("flights a week", "рейсов в неделю", "аптасына рейс"),
    "fuel_price": texts("price of jet fuel", "цена авиакеросина", "авиакеросин бағасы"),
    "net_yield": texts("net yield of a passenger-kilometre", "доходная ставка", "табыс мөлшерлемесі"),
    "people@Astana": texts("people (Astana)", "население (Астана)", "халық саны (Астана)"),
    "gravity_elasticity": texts("elasticity of trips to people", "эластичность поездок", "сапар икемділігі"),
}


def name(key: str) -> Texts:
    return NAMES[key.removeprefix(f"{FLIGHT}.").removeprefix("market.")]


def normal(key: str, unit: str, low: float, high: float, at: tuple[str, ...] = ()) -> Range:
    middle, spread = (low + high) / 2, (high - low) / 2 / Z90
    curve = tuple(middle + spread * NormalDist().inv_cdf(level) for level in LEVELS)
    return Range(key, name(key), unit, at, low, middle, high, middle, curve)


def skewed(key: str, unit: str, low: float, high: float, at: tuple[str, ...] = ()) -> Range:
    middle = (low * high) ** 0.5
    spread = (high / low) ** (0.5 / Z90)
    curve = tuple(middle * spread ** NormalDist().inv_cdf(level) for level in LEVELS)
    mean = middle * exp(0.1)
    return Range(key, name(key), unit, at, low, middle, high, mean, curve)


def key(local: str) -> str:
    return f"{FLIGHT}.{local}"


def figures(more: float) -> tuple[doc.Number, ...]:
    options = tuple(
        doc.Option(kind, texts(kind), share) for kind, share in zip(AIRCRAFT, (0.71, 0.24, 0.05), strict=True)
    )
    by_part = (1450, 640, 980, 1320, 720, 310, 420, 610)
    return (
        skewed(key("yearly_passengers"), "pax/year", 2_600 * more, 9_800 * more),
        skewed(key("passengers_per_sector"), "pax/sector", 9.5 * more, 31.0 * more),
        skewed(key("load"), "pax/seat", 0.19 * more, 0.58 * more),
        normal(key("yearly_profit"), "USD/year", -1_950_000, -310_000 + 900_000 * (more - 1)),
        normal(key("sector_cost"), "USD/sector", 5_300, 7_900),
        doc.Share(key("makes_profit"), name(key("makes_profit")), "1", (), 0.038 * more, 0.002, None, None),
        doc.Choice(key("aircraft_best"), name(key("aircraft_best")), "1", (), options),
        skewed(key("yearly_co2"), "t/year", 1_900, 2_700),
        *(
            skewed(key("load_by_aircraft"), "pax/seat", 0.19 * more / size, 0.58 * more / size, (kind,))
            for kind, size in zip(AIRCRAFT, (1.0, 1.7, 2.9), strict=True)
        ),
        *(
            normal(key("sector_cost_components"), "USD/sector", 0.8 * part, 1.2 * part, (label,))
            for label, part in zip(PARTS, by_part, strict=True)
        ),
        *over_charts(more),
    )


def over_charts(more: float) -> tuple[doc.Number, ...]:
    """Figures that the kind asks to be drawn."""
    return (
        *(
            skewed(
                key("monthly_passengers"),
                "pax/month",
                (150 + 30 * at) * more,
                (700 + 90 * at) * more,
                (month,),
            )
            for at, month in enumerate(MONTHS)
        ),
        *(
            normal(
                "market.service_share",
                "1",
                0.1 + 0.3 * row + 0.1 * at,
                0.2 + 0.3 * row + 0.1 * at,
                (service, purpose),
            )
            for row, service in enumerate(SERVICES)
            for at, purpose in enumerate(PURPOSES)
        ),
        *(
            skewed(key("load_by_service"), "pax/seat", 0.2, 0.4 + 0.1 * row, (one,))
            for row, one in enumerate(SERVICES)
        ),
    )


CHARTS = (
    doc.Chart(
        texts("Passengers by month", "Пассажиры по месяцам", "Айлар бойынша"),
        "columns",
        (key("monthly_passengers"),),
    ),
    doc.Chart(
        texts("How people go now", "Как едут сейчас", "Қазір қалай барады"), "bars", ("market.service_share",)
    ),
    doc.Chart(texts("", "", ""), "bars", (key("load_by_service"), "lost")),
)


def finding(local: str, sentence: Texts, names: tuple[str, ...], pattern: Texts) -> doc.Finding:
    used = tuple(doc.Used(name, key(name), ()) for name in names)
    return doc.Finding(local, "first-estimate", sentence, pattern, used)


RIDERS = finding(
    "riders",
    texts(
        "A flight would carry 17 (10–31) passengers, 33% (19–58%) of its seats.",
        "Рейс перевозил бы 17 (10–31) пассажиров, это 33 % (19–58 %) кресел.",
        "Бір рейс 17 (10–31) жолаушы тасымалдар еді, бұл орындардың 33% (19–58%).",
    ),
    ("passengers_per_sector", "load"),
    texts(
        "A flight would carry [[passengers_per_sector]] passengers, [[load]] of its seats.",
        "Рейс перевозил бы [[passengers_per_sector]] пассажиров, это [[load]] кресел.",
        "Бір рейс [[passengers_per_sector]] жолаушы тасымалдар еді, бұл орындардың [[load]].",
    ),
)
MONEY = finding(
    "money",
    texts(
        "It would most likely lose money: the chance of a profit is 4%.",
        "Скорее всего, рейс был бы убыточным: вероятность прибыли — 4 %.",
        "Рейс шығынды болуы әбден мүмкін: пайда түсіру ықтималдығы — 4%.",
    ),
    ("makes_profit", "yearly_profit"),
    texts(
        "It would most likely lose money: the chance of a profit is [[makes_profit]].",
        "Скорее всего, рейс был бы убыточным: вероятность прибыли — [[makes_profit]].",
        "Рейс шығынды болуы әбден мүмкін: пайда түсіру ықтималдығы — [[makes_profit]].",
    ),
)

DRIVERS = (
    ("market.air_trips", 0.83),
    ("net_yield", 0.41),
    ("fuel_price", -0.28),
    ("people@Astana", 0.12),
    ("gravity_elasticity", 0.07),
)


def answer(more: float) -> doc.Answer:
    return doc.Answer(
        FLIGHT,
        figures(more),
        (RIDERS, MONEY),
        (
            doc.Promise("load", name(key("load")), key("load"), (), "2019-07"),
            doc.Promise(
                "yearly_passengers", name(key("yearly_passengers")), key("yearly_passengers"), (), "2019-07"
            ),
        ),
        tuple(
            doc.Driver(figure, driver, name(driver), strength * sign)
            for figure, sign in ((key("yearly_profit"), 1), (key("load"), 0.9))
            for driver, strength in DRIVERS
        ),
        (),
        (
            texts(
                "The runway length at Chelyabinsk is not known; it is taken to suit.",
                "Длина ВПП в Челябинске неизвестна.",
            ),
        ),
        CHARTS,
    )


def worked(
    local: str, unit: str, expression: str, needs: tuple[str, ...], spread: tuple[float, float, float]
) -> doc.Node:
    return doc.Node(
        name(local),
        unit,
        (),
        doc.Worked("src/egiz/proposals/air_route/sheet.py:96", expression, "Worked out for the test."),
        tuple(doc.Need(need.rpartition(".")[2].partition("@")[0], need) for need in needs),
        (doc.Spread((), *spread),),
    )


def read(
    local: str,
    unit: str,
    ends: tuple[float, float, float],
    source: str,
    status: str,
    known: str = "2017-03-01",
) -> doc.Node:
    low, mode, high = ends
    how = doc.Read(
        source,
        "table 3",
        status,
        "two quarters averaged",
        "2016",
        known,
        2016 if "USD" in unit else None,
        "",
        "pert",
        low,
        mode,
        high,
    )
    return doc.Node(name(local), unit, (), how, (), (doc.Spread((), low * 1.1, mode, high * 0.9),))


def by_label(local: str, unit: str, axis: str, expression: str, needs: tuple[str, ...]) -> doc.Node:
    spreads = tuple(
        doc.Spread(figure.at, figure.low, figure.middle, figure.high)
        for figure in figures(1.0)
        if isinstance(figure, Range) and figure.key in {key(local), f"market.{local}"}
    )
    how = doc.Worked("src/egiz/proposals/air_route/sheet.py:120", expression, "By label.")
    return doc.Node(
        name(local), unit, (axis,), how, tuple(doc.Need(n.rpartition(".")[2], n) for n in needs), spreads
    )


def nodes(more: float) -> dict[str, doc.Node]:
    trips, seats, sectors = "market.air_trips", key("seats_per_sector"), key("sectors")
    riders = key("passengers_per_sector")
    return {
        key("yearly_passengers"): worked(
            "yearly_passengers",
            "pax/year",
            "passengers_per_sector * sectors",
            (riders, sectors),
            (2600, 5000, 9800),
        ),
        riders: worked(
            "passengers_per_sector",
            "pax/sector",
            "np.minimum(air_trips / sectors, seats_per_sector)",
            (trips, sectors, seats),
            (9.5 * more, 17 * more, 31 * more),
        ),
        key("load"): worked(
            "load",
            "pax/seat",
            "passengers_per_sector / seats_per_sector",
            (riders, seats),
            (0.19, 0.33, 0.58),
        ),
        key("yearly_profit"): worked(
            "yearly_profit",
            "USD/year",
            "yearly_passengers * net_yield - sector_cost * sectors",
            (key("yearly_passengers"), "net_yield", key("sector_cost"), sectors),
            (-1.95e6, -1.1e6, -3.1e5),
        ),
        key("sector_cost"): worked(
            "sector_cost", "USD/sector", "fuel_price * 2.5", ("fuel_price",), (5300, 6500, 7900)
        ),
        key("makes_profit"): worked(
            "makes_profit", "1", "np.where(yearly_profit > 0.0, 1.0, 0.0)", (key("yearly_profit"),), (0, 0, 0)
        ),
        key("aircraft_best"): worked("aircraft_best", "1", "best(load)", (key("load"),), (0, 1, 1)),
        key("yearly_co2"): worked(
            "yearly_co2", "t/year", "sectors * sector_cost", (sectors, key("sector_cost")), (1900, 2265, 2700)
        ),
        key("load_by_aircraft"): by_label(
            "load_by_aircraft", "pax/seat", key("aircraft"), "load / 2", (key("load"),)
        ),
        key("monthly_passengers"): by_label(
            "monthly_passengers", "pax/month", "month", "yearly_passengers / 12", (key("yearly_passengers"),)
        ),
        "market.service_share": msgspec.structs.replace(
            by_label("service_share", "1", "service", "fuel_price", ("fuel_price",)),
            axes=("service", "purpose"),
        ),
        key("load_by_service"): by_label("load_by_service", "pax/seat", "service", "load", (key("load"),)),
        key("sector_cost_components"): by_label(
            "sector_cost_components", "USD/sector", "part", "fuel_price * 2.5", ("fuel_price",)
        ),
        sectors: worked(
            "sectors", "sector/year", "weekly_flights * 2 * 52", (key("weekly_flights"),), (208, 208, 312)
        ),
        trips: worked(
            "air_trips",
            "pax/year",
            "people ** gravity_elasticity",
            ("people@Astana", "gravity_elasticity"),
            (4e3, 9e3, 2e4),
        ),
        seats: read("seats_per_sector", "seat/sector", (50, 50, 50), "agreement", "seen"),
        key("weekly_flights"): read("weekly_flights", "flight/week", (2, 2, 3), "agreement", "seen"),
        "fuel_price": read("fuel_price", "USD/t", (430, 520, 650), "iata-2017", "seen"),
        "net_yield": read("net_yield", "USD/pax/km", (0.08, 0.11, 0.16), "icao-2016", "memory"),
        "people@Astana": read("people@Astana", "person", (1.0e6, 1.02e6, 1.04e6), "stat-kz", "derived"),
        "gravity_elasticity": read("gravity_elasticity", "1", (0.7, 0.8, 0.95), "fit", "derived", ""),
    }


ITEMS = (
    (
        "ural-rail",
        "fast_rail",
        texts("Ural fast railway", "Скоростная железная дорога «Урал»", "Орал жедел темір жолы"),
    ),
    ("logistics", "freight", texts("Wider logistics", "Расширение логистики", "Логистиканы кеңейту")),
    ("machines", "freight", texts("Machine building", "Машиностроение", "Машина жасау")),
    ("food", "freight", texts("Food products", "Продукты питания", "Азық-түлік өнімдері")),
    (
        "visitors",
        "visitors",
        texts("Tourism and business travel", "Туризм и деловые поездки", "Туризм және іскерлік сапарлар"),
    ),
    ("smart-city", "smart_city", texts("Smart city", "«Умный город»", "«Ақылды қала»")),
    ("summits", "summit", texts("Preparing summits", "Подготовка саммитов", "Саммиттерді дайындау")),
    ("clean-power", "clean_power", texts("Clean power", "Чистая энергия", "Таза энергия")),
)

WHY = texts(
    "Egiz has no model for this kind of item yet.",
    "Для пунктов этого вида в Egiz пока нет модели.",
    "Egiz-те бұл түрдегі тармақтың моделі әзірге жоқ.",
)


def proposals() -> tuple[doc.Proposal, ...]:
    flight = doc.Proposal(
        FLIGHT,
        "air_route",
        texts(
            "Direct flights Astana – Chelyabinsk",
            "Прямые рейсы Астана – Челябинск",
            "Астана – Челябі тікелей рейстері",
        ),
        texts(
            "Direct flights between Astana and Chelyabinsk, two to three a week",
            "Прямое авиасообщение Астана – Челябинск, два-три раза в неделю",
            "Астана – Челябі тікелей әуе қатынасы, аптасына екі-үш рет",
        ),
        "studied",
        "",
        texts(""),
    )
    others = (doc.Proposal(i, kind, title, title, "not-studied", "no-kind", WHY) for i, kind, title in ITEMS)
    return (flight, *others)


ROUTE = ((71.467, 51.022), (69.0, 52.6), (66.0, 53.9), (63.5, 54.7), (61.503, 55.306))


def features() -> tuple[doc.Feature, ...]:
    def point(i: str, role: str, names: Texts, lon: float, lat: float, owner: str = "") -> doc.Feature:
        return doc.Feature(i, role, names, owner, doc.Point((lon, lat)))

    return (
        point("home", "city", texts("Astana", "Астана", "Астана"), 71.43, 51.18),
        point("away", "city", texts("Chelyabinsk", "Челябинск", "Челябі"), 61.40, 55.16),
        point("TSE", "airport", texts("TSE"), 71.467, 51.022, FLIGHT),
        point("CEK", "airport", texts("CEK"), 61.503, 55.306, FLIGHT),
        doc.Feature("route", "route", texts("1,061 km", "1061 км", "1061 км"), FLIGHT, doc.Line(ROUTE)),
    )


def source(identifier: str, title: str, publisher: str) -> doc.Source:
    return doc.Source(identifier, title, publisher, "2017", f"https://example.org/{identifier}", "open")


def clock(day: int, hour: int, minute: int) -> int:
    """Minutes from Monday 00:00."""
    return (day * 24 + hour) * 60 + minute


def timetable() -> doc.Timetable:
    """Tuesdays out and back, and on Sundays over midnight: zones of 2017."""
    return doc.Timetable(
        FLIGHT,
        ("CRJ200", "2"),
        "air",
        "CRJ200",
        "2017-10-30",
        "2018-03-24",
        (
            doc.Stop("TSE", 71.467, 51.022, "Asia/Almaty"),
            doc.Stop("CEK", 61.503, 55.306, "Asia/Yekaterinburg"),
        ),
        (
            doc.Departure(0, 1, clock(1, 9, 0), clock(1, 9, 50)),
            doc.Departure(1, 0, clock(1, 10, 35), clock(1, 13, 25)),
            doc.Departure(0, 1, clock(6, 23, 30), clock(0, 0, 20)),
            doc.Departure(1, 0, clock(0, 1, 0), clock(0, 3, 50)),
        ),
    )


def document() -> Document:
    """Make the whole study."""
    answers = [answer(1.0), answer(1.45)]
    made = Document(
        schema=doc.SCHEMA,
        egiz="0.1.0",
        agreement=doc.Agreement(
            "astana-chelyabinsk",
            texts(
                "Astana and Chelyabinsk Oblast", "Астана и Челябинская область", "Астана және Челябі облысы"
            ),
            "2017-07",
            texts(
                "Two neighbours across the steppe agreed on flights, rail, trade and exchange.",
                "Соседи через степь договорились о рейсах, дороге, торговле и обмене опытом.",
                "Дала көршілері рейстер, темір жол, сауда және тәжірибе алмасу туралы келісті.",
            ),
        ),
        pair=(
            doc.Region("astana", texts("Astana", "Астана", "Астана"), "KZ", 51.18, 71.43),
            doc.Region("chelyabinsk", texts("Chelyabinsk", "Челябинск", "Челябі"), "RU", 55.16, 61.40),
        ),
        run=doc.Run("2017-07-31", "2017-06-30", 10_000, 1, "strata", 2017),
        scenarios=(
            doc.Scenario(
                "as-agreed", texts("As agreed", "Как договорились", "Келісілгендей"), "", texts(""), ()
            ),
            doc.Scenario(
                "with-forum",
                texts("With the forum", "С форумом", "Форуммен бірге"),
                "working group",
                texts(
                    "The theme week brings travellers",
                    "Тематическая неделя привлечёт гостей",
                    "Тақырыптық апта қонақ әкеледі",
                ),
                (doc.Change("market.air_trips", name("market.air_trips"), "+45 %", "pax/year"),),
            ),
        ),
        proposals=proposals(),
        results=(
            doc.Result("as-agreed", (answers[0],), (), nodes(1.0)),
            doc.Result(
                "with-forum",
                (answers[1],),
                (
                    skewed(key("yearly_passengers"), "pax/year", 1_200, 4_300),
                    normal(key("yearly_profit"), "USD/year", 1e5, 6e5),
                ),
                nodes(1.45),
            ),
        ),
        sources=(
            source("iata-2017", "Jet fuel price monitor", "IATA"),
            source("icao-2016", "Air transport yields", "ICAO"),
            source("stat-kz", "Population of regions", "Statistics committee of Kazakhstan"),
            source("fit", "Gravity model fitted on served pairs", "Egiz"),
        ),
        axes={
            key("aircraft"): doc.Axis(
                texts("aircraft", "тип самолёта", "ұшақ түрі"),
                tuple(doc.Label(kind, texts(kind)) for kind in AIRCRAFT),
            ),
            **{
                axis: doc.Axis(texts(axis), tuple(doc.Label(label, texts(label)) for label in labels))
                for axis, labels in (("month", MONTHS), ("service", SERVICES), ("purpose", PURPOSES))
            },
            "part": doc.Axis(
                texts("part of the cost", "статья расходов", "шығын бабы"),
                tuple(doc.Label(part, texts(part)) for part in PARTS),
            ),
        },
        map=features(),
        timeless=(doc.Timeless("gravity_elasticity", name("gravity_elasticity"), "2016/2019", "fit"),),
        projected=(
            doc.Projected(
                "people@Astana", name("people@Astana"), "2015", "people_growth", texts("growth of people")
            ),
        ),
        unverified=("net_yield",),
        next_to_find_out=tuple(
            doc.Next(driver, name(driver), strength, key("yearly_profit")) for driver, strength in DRIVERS[:3]
        ),
        timetables=(timetable(),),
        files=("study.json", "report.html", "study.xlsx", "map.gpkg", "sources.csv", "timetable.zip"),
    )
    return msgspec.convert(msgspec.to_builtins(made), Document)
