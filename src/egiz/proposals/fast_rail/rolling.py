"""Run time, electricity and seats by train, for every train that could run a design."""

from __future__ import annotations

from typing import Annotated

import numpy as np

from egiz.figures.unit import Array, Over, Share, Unit
from egiz.proposals.fast_rail.rider import Served
from egiz.proposals.fast_rail.time import HoursByRide, HoursPerMinute, ShareByDesign, ShareByNode

Pairing = Over("extent", "design_train")
Train = Over("train")
HoursByRun = Annotated[Array, Unit("h"), Over("extent", "design_train", "node_reach", "node_pace")]
HoursByPairing = Annotated[Array, Unit("h"), Pairing]
MinutesByPairing = Annotated[Array, Unit("min"), Pairing]
EnergyByPairing = Annotated[Array, Unit("kWh/km"), Pairing]
SeatEnergyByPairing = Annotated[Array, Unit("kWh/seat/km"), Pairing]
SeatsByPair = Annotated[Array, Unit("seat"), Over("design_train")]
ShareByPair = Annotated[Array, Unit("1"), Over("design_train")]
DesignOfPair = Annotated[Array, Unit("1"), Over("design_train", "design")]
PairOfDesign = Annotated[Array, Unit("1"), Over("design", "design_train")]
Told = Annotated[Array, Unit("1"), Over("train", "extent", "design_train")]
MinutesByTrain = Annotated[Array, Unit("min"), Train]
EnergyByTrain = Annotated[Array, Unit("kWh/km"), Train]
SeatEnergyByTrain = Annotated[Array, Unit("kWh/seat/km"), Train]
SeatsByTrain = Annotated[Array, Unit("seat"), Train]


def train_run(train_runs: HoursByRun, node_weight: ShareByNode) -> HoursByPairing:
    """Ideal run of each train from end to end, standing apart, with the slow ways through all cities."""
    return np.einsum("etrp,rpk->etk", train_runs[..., 0], node_weight)


def train_pace(
    design_run: DesignOfPair,
    run_time_doubt: ShareByDesign,
    unseen_detour: ShareByDesign,
    recovery_margin: Share,
) -> ShareByPair:
    """Hours by the timetable over the ideal run: those of the line, whichever train runs on it."""
    return (design_run[..., 0] @ (run_time_doubt * unseen_detour)) * (1.0 + recovery_margin)


def train_standing(
    ride_time: HoursByRide, run_time: HoursByRide, whole_legs: Served, design_run: DesignOfPair
) -> HoursByPairing:
    """Hours that a train stands at stations between and at a border, from end to end."""
    return np.einsum("el,td,dlk->etk", whole_legs[..., 0], design_run[..., 0], ride_time - run_time)


def train_minutes_by_design(
    train_run: HoursByPairing,
    train_pace: ShareByPair,
    train_standing: HoursByPairing,
    hours_per_minute: HoursPerMinute,
) -> MinutesByPairing:
    """Minutes from end to end with every train that could run each design."""
    return (train_run * train_pace + train_standing) / hours_per_minute


def pairing_lag(
    train_minutes_by_design: MinutesByPairing, design_own: PairOfDesign, design_run: DesignOfPair
) -> MinutesByPairing:
    """Minutes that every train takes beyond the one that the study reckons with on the same design."""
    own = np.einsum("dt,etk->edk", design_own[..., 0], train_minutes_by_design)
    return train_minutes_by_design - np.einsum("td,edk->etk", design_run[..., 0], own)


def pairing_use(train_drawn: EnergyByPairing, energy_doubt: Share) -> EnergyByPairing:
    """Electricity of a train-kilometre at the wire with every train that could run each design."""
    return train_drawn * energy_doubt


def seat_use_by_design(pairing_use: EnergyByPairing, pairing_seats: SeatsByPair) -> SeatEnergyByPairing:
    """Electricity of a seat-kilometre with every train that could run each design."""
    return pairing_use / pairing_seats


def train_minutes(train_minutes_by_design: MinutesByPairing, train_told: Told) -> MinutesByTrain:
    """Minutes from end to end of each extent with each train that could run the design agreed."""
    return np.einsum("net,etk->nk", train_told[..., 0], train_minutes_by_design)


def train_lag(pairing_lag: MinutesByPairing, train_told: Told) -> MinutesByTrain:
    """Minutes that each train that could run the design agreed takes beyond the one of the study."""
    return np.einsum("net,etk->nk", train_told[..., 0], pairing_lag)


def train_use(pairing_use: EnergyByPairing, train_told: Told) -> EnergyByTrain:
    """Electricity of a train-kilometre with each train that could run the design agreed."""
    return np.einsum("net,etk->nk", train_told[..., 0], pairing_use)


def seat_use(seat_use_by_design: SeatEnergyByPairing, train_told: Told) -> SeatEnergyByTrain:
    """Electricity of a seat-kilometre with each train that could run the design agreed."""
    return np.einsum("net,etk->nk", train_told[..., 0], seat_use_by_design)


def seats_by_train(pairing_seats: SeatsByPair, train_told: Told) -> SeatsByTrain:
    """Seats of each train that could run the design agreed."""
    return np.einsum("net,tk->nk", train_told[..., 0], pairing_seats)
