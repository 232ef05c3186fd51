"""English names of one government: a country, its people, its capital ("Japan", "Japanese", "Tokyo"); own list."""

from __future__ import annotations

GOVERNMENTS = (
    "US America American Americans Washington",
    "Britain British UK London",
    "Japan Japanese Tokyo",
    "China Chinese Beijing",
    "Russia Russian Moscow Kremlin",
    "France French Paris",
    "Germany German Berlin",
    "Italy Italian Rome",
    "Spain Spanish Madrid",
    "Korea Korean Seoul Pyongyang DPRK",
    "India Indian Delhi",
    "Pakistan Pakistani Islamabad",
    "Iran Iranian Tehran",
    "Iraq Iraqi Baghdad",
    "Israel Israeli Jerusalem",
    "Turkey Turkish Ankara",
    "Ukraine Ukrainian Kyiv Kiev",
    "Poland Polish Warsaw",
    "Canada Canadian Ottawa",
    "Mexico Mexican",
    "Brazil Brazilian Brasilia",
    "Australia Australian Canberra",
    "Saudi Riyadh",
    "Egypt Egyptian Cairo",
    "Syria Syrian Damascus",
    "Venezuela Venezuelan Caracas",
    "Greece Greek Athens",
    "Sweden Swedish Stockholm",
    "Norway Norwegian Oslo",
    "Austria Austrian Vienna",
    "EU European Europe Brussels",
    "NATO alliance",
)
"""Row by row the names of one government."""
