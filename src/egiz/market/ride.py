"""What each service between the two cities takes, from door to door one way.

What a table states of a service stands as it is. Marks tell of which services nothing is stated: there the
figure follows from distance and from what services of the mode are like anywhere.
"""

from __future__ import annotations

from typing import Annotated

from egiz.figures.unit import Array, Hours, Kilometres, Over, Share, Unit
from egiz.market.felt import felt

Service = Over("service")

HoursByService = Annotated[Array, Unit("h"), Service]
KilometresByService = Annotated[Array, Unit("km"), Service]
ShareByService = Annotated[Array, Unit("1"), Service]
SpeedByService = Annotated[Array, Unit("km/h"), Service]
UsdByService = Annotated[Array, Unit("USD/pax"), Service]
UsdPerKilometreByService = Annotated[Array, Unit("USD/pax/km"), Service]
SectorsByService = Annotated[Array, Unit("sector"), Service]
KilogramsByService = Annotated[Array, Unit("kg/pax"), Service]
KilogramsPerKilometreByService = Annotated[Array, Unit("kg/pax/km"), Service]
KilogramsPerKilometre = Annotated[Array, Unit("kg/pax/km")]
HoursPerSector = Annotated[Array, Unit("h/sector")]
Speed = Annotated[Array, Unit("km/h")]
Usd = Annotated[Array, Unit("USD/pax")]
UsdPerKilometre = Annotated[Array, Unit("USD/pax/km")]


def land_hours(
    land_length: KilometresByService, way_detour: ShareByService, way_speed: SpeedByService
) -> HoursByService:
    """Hours on rails or on the road, stops and changes on the way included, by what the mode is like."""
    return land_length * way_detour / way_speed


def air_length(air_distance: KilometresByService, air_detour: ShareByService) -> KilometresByService:
    """Way through the air of all flights of a service, by the place where it changes."""
    return air_distance * air_detour


def air_hours(
    air_length: KilometresByService,
    flight_speed: Speed,
    air_sectors: SectorsByService,
    sector_hours: HoursPerSector,
) -> HoursByService:
    """Hours in aircraft from stand to stand."""
    return air_length / flight_speed + air_sectors * sector_hours


def ride_hours(
    stated_hours: HoursByService,
    untimed: ShareByService,
    land_hours: HoursByService,
    air_hours: HoursByService,
    changes: ShareByService,
    change_hours: Hours,
) -> HoursByService:
    """Hours between the stations or airports where the ride begins and ends, with the waits at changes."""
    return stated_hours + untimed * (land_hours + air_hours + changes * change_hours)


def drive_hours(
    stated_drive: HoursByService,
    undriven: ShareByService,
    access_length: KilometresByService,
    access_detour: Share,
    access_speed: Speed,
) -> HoursByService:
    """Hours on the road to an airport of another city, or to a far one of its own."""
    return stated_drive + undriven * access_length * access_detour / access_speed


def access_hours(terminal_access: HoursByService, drive_hours: HoursByService) -> HoursByService:
    """Hours to and from the stations or airports at both ends."""
    return terminal_access + drive_hours


def border_hours(border: Share, border_apart: ShareByService, border_wait: HoursByService) -> HoursByService:
    """Hours at the border beside the ride, if there is one between the cities."""
    return border * border_apart * border_wait


def door_hours(
    ride_hours: HoursByService,
    access_hours: HoursByService,
    terminal_hours: HoursByService,
    border_hours: HoursByService,
) -> HoursByService:
    """Hours from door to door."""
    return ride_hours + access_hours + terminal_hours + border_hours


def airport_drive(far_airports: Kilometres, access_detour: Share, access_speed: Speed) -> Hours:
    """Hours on the road to own airports that lie farther off than most."""
    return far_airports * access_detour / access_speed


def airport_time(
    airport_access: Hours, airport_drive: Hours, airport_hours: Hours, border: Share, airport_border: Hours
) -> Hours:
    """Hours that a direct flight of the pair takes besides the flight: access, airports, border."""
    return airport_access + airport_drive + airport_hours + border * airport_border


def felt_hours(door_hours: HoursByService, hours_reference: Hours, damping_hours: Hours) -> HoursByService:
    """Hours from door to door as they weigh: each further one less."""
    return felt(door_hours, hours_reference, damping_hours)


def land_fare(
    land_length: KilometresByService, way_detour: ShareByService, fare_per_km: UsdPerKilometreByService
) -> UsdByService:
    """What rails or road cost, by what the mode is like."""
    return land_length * way_detour * fare_per_km


def air_fare(
    air_sectors: SectorsByService,
    net_yield: UsdPerKilometre,
    air_length: KilometresByService,
    yield_reference_length: Kilometres,
    stage_length_elasticity: Share,
    ticket_charges: Usd,
) -> UsdByService:
    """What the flights cost with charges on the ticket: less a kilometre the longer they are."""
    relative = (air_length / yield_reference_length) ** (1.0 + stage_length_elasticity)
    return net_yield * yield_reference_length * relative + (air_sectors > 0.0) * ticket_charges


def access_fare(
    access_length: KilometresByService, access_detour: Share, access_fare_per_km: UsdPerKilometre
) -> UsdByService:
    """What the drive to an airport of another city costs."""
    return access_length * access_detour * access_fare_per_km


def service_fare(
    stated_fare: UsdByService,
    unpriced: ShareByService,
    land_fare: UsdByService,
    air_fare: UsdByService,
    access_fare: UsdByService,
) -> UsdByService:
    """What a traveller pays one way."""
    return stated_fare + unpriced * (land_fare + air_fare) + access_fare


def service_co2(
    land_length: KilometresByService,
    way_detour: ShareByService,
    land_co2: KilogramsPerKilometreByService,
    air_length: KilometresByService,
    air_co2: KilogramsPerKilometre,
) -> KilogramsByService:
    """Carbon dioxide of a traveller one way."""
    return land_length * way_detour * land_co2 + air_length * air_co2
