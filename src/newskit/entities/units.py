"""Tables of currencies and units: what a word or sign after or before a number stands for.

Currencies are ISO 4217; unit codes follow UCUM where it has one. A dollar, peso, franc, crown or
pound without a country is read as the currency that news in the language most often means: USD,
MXN, CHF, SEK, GBP. That is a guess, and wrong for a Canadian paper that writes plain dollars.
"""

from __future__ import annotations

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₺": "TRY", "₪": "ILS", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND",
    "₡": "CRC", "₸": "KZT",
}  # fmt: skip

# Letters before a dollar sign.
DOLLARS = {
    "us": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "a": "AUD", "au": "AUD", "hk": "HKD",
    "nz": "NZD", "s": "SGD", "sg": "SGD", "r": "BRL", "nt": "TWD", "j": "JMD", "tt": "TTD",
    "mx": "MXN", "mex": "MXN", "z": "ZWL", "n": "NAD",
}  # fmt: skip

# Codes and abbreviations before a number, with or without a space; case as written.
CODES = {
    "Rs": "INR", "Rp": "IDR", "RM": "MYR", "RMB": "CNY", "Ksh": "KES", "KSh": "KES", "Sh": "KES",
    "Tk": "BDT", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CHF": "CHF", "INR": "INR",
    "JPY": "JPY", "CNY": "CNY", "AUD": "AUD", "CAD": "CAD", "NZD": "NZD", "SEK": "SEK",
    "NOK": "NOK", "DKK": "DKK", "AED": "AED", "SAR": "SAR", "ZAR": "ZAR", "PKR": "PKR",
    "NGN": "NGN", "KES": "KES", "BRL": "BRL", "MXN": "MXN", "HKD": "HKD", "SGD": "SGD",
    "PLN": "PLN", "HUF": "HUF", "CZK": "CZK", "RUB": "RUB", "UAH": "UAH", "TRY": "TRY",
    "QAR": "QAR", "THB": "THB", "IDR": "IDR", "KRW": "KRW",
}  # fmt: skip

# Words after a number. The second value is the least amount that the word is believed with: `won`
# is a verb, `real` an adjective, `pounds` a weight.
CURRENCIES: dict[str, tuple[str, int]] = {
    "dollar": ("USD", 0), "dollars": ("USD", 0), "buck": ("USD", 0), "bucks": ("USD", 0),
    "euro": ("EUR", 0), "euros": ("EUR", 0), "pounds sterling": ("GBP", 0),
    "pounds": ("GBP", 100_000), "yen": ("JPY", 0), "yuan": ("CNY", 0), "renminbi": ("CNY", 0),
    "rupee": ("INR", 0), "rupees": ("INR", 0), "ruble": ("RUB", 0), "rubles": ("RUB", 0),
    "rouble": ("RUB", 0), "roubles": ("RUB", 0), "franc": ("CHF", 0), "francs": ("CHF", 0),
    "swiss francs": ("CHF", 0), "won": ("KRW", 1_000), "reais": ("BRL", 0), "rand": ("ZAR", 0),
    "naira": ("NGN", 0), "shillings": ("KES", 0), "peso": ("MXN", 0), "pesos": ("MXN", 0),
    "kronor": ("SEK", 0), "kroner": ("NOK", 0), "crowns": ("SEK", 100), "dirhams": ("AED", 0),
    "dirham": ("AED", 0), "riyals": ("SAR", 0), "riyal": ("SAR", 0), "rials": ("IRR", 0),
    "lira": ("TRY", 0), "liras": ("TRY", 0), "zloty": ("PLN", 0), "zlotys": ("PLN", 0),
    "forint": ("HUF", 0), "forints": ("HUF", 0), "baht": ("THB", 0), "ringgit": ("MYR", 0),
    "rupiah": ("IDR", 0), "dong": ("VND", 0), "taka": ("BDT", 0), "birr": ("ETB", 0),
    "cedis": ("GHS", 0), "hryvnia": ("UAH", 0), "hryvnias": ("UAH", 0), "shekels": ("ILS", 0),
    "kwacha": ("ZMW", 0), "tenge": ("KZT", 0), "lei": ("RON", 0), "lev": ("BGN", 0),
    "us dollars": ("USD", 0), "u.s. dollars": ("USD", 0), "american dollars": ("USD", 0),
    "canadian dollars": ("CAD", 0), "australian dollars": ("AUD", 0),
    "hong kong dollars": ("HKD", 0), "new zealand dollars": ("NZD", 0),
    "singapore dollars": ("SGD", 0), "taiwan dollars": ("TWD", 0), "indian rupees": ("INR", 0),
    "pakistani rupees": ("PKR", 0), "philippine pesos": ("PHP", 0), "mexican pesos": ("MXN", 0),
    "argentine pesos": ("ARS", 0), "chilean pesos": ("CLP", 0), "colombian pesos": ("COP", 0),
    "kenyan shillings": ("KES", 0), "ugandan shillings": ("UGX", 0), "cfa francs": ("XOF", 0),
    "tanzanian shillings": ("TZS", 0), "danish kroner": ("DKK", 0), "swedish kronor": ("SEK", 0),
    "norwegian kroner": ("NOK", 0), "british pounds": ("GBP", 0), "egyptian pounds": ("EGP", 0),
    "dólares": ("USD", 0), "pesetas": ("ESP", 0), "libras": ("GBP", 100_000),
    "franken": ("CHF", 0), "pfund": ("GBP", 100_000), "kronen": ("SEK", 0),
    "usd": ("USD", 0), "eur": ("EUR", 0), "€": ("EUR", 0), "£": ("GBP", 0), "$": ("USD", 0),
}  # fmt: skip
HUNDREDTHS = {
    "cent": "USD", "cents": "USD", "pence": "GBP", "euro cents": "EUR", "eurocents": "EUR",
}  # fmt: skip

# Languages whose cents are those of a euro; Spanish and Portuguese centavos are other words.
EURO_LANGUAGES = frozenset(("de", "fr", "it", "nl", "fi", "el"))

PERCENTS = frozenset((
    "percent", "per cent", "pct", "prozent", "por ciento", "pour cent", "per cento", "percentage",
))  # fmt: skip

# Words and signs after a number: unit code. Longest phrases first is the finder's business.
UNITS = {
    "m2": "m2", "sq km": "km2", "sq ft": "[sft_i]", "km": "km", "kilometer": "km",
    "kilometers": "km", "kilometre": "km", "kilometres": "km", "kms": "km", "meter": "m",
    "meters": "m", "metre": "m", "metres": "m", "centimeter": "cm", "centimeters": "cm",
    "centimetre": "cm", "centimetres": "cm", "cm": "cm", "millimeter": "mm", "millimeters": "mm",
    "millimetre": "mm", "millimetres": "mm", "mm": "mm", "mile": "[mi_i]", "miles": "[mi_i]",
    "nautical miles": "[nmi_i]", "nautical mile": "[nmi_i]", "yard": "[yd_i]", "yards": "[yd_i]",
    "foot": "[ft_i]", "feet": "[ft_i]", "ft": "[ft_i]", "inch": "[in_i]", "inches": "[in_i]",
    "light years": "[ly]", "light-years": "[ly]", "light year": "[ly]", "light-year": "[ly]",
    "kilogram": "kg", "kilograms": "kg", "kilogramme": "kg", "kilogrammes": "kg", "kilo": "kg",
    "kilos": "kg", "kg": "kg", "gram": "g", "grams": "g", "grammes": "g", "milligrams": "mg",
    "mg": "mg", "tonne": "t", "tonnes": "t", "metric tons": "t", "metric ton": "t",
    "ton": "[ston_av]", "tons": "[ston_av]", "pound": "[lb_av]", "pounds": "[lb_av]",
    "lb": "[lb_av]", "lbs": "[lb_av]", "ounce": "[oz_av]", "ounces": "[oz_av]",
    "hectare": "har", "hectares": "har", "acre": "[acr_us]", "acres": "[acr_us]",
    "square kilometers": "km2", "square kilometres": "km2", "square kilometer": "km2",
    "square kilometre": "km2", "square meters": "m2", "square metres": "m2", "square meter": "m2",
    "square metre": "m2", "square miles": "[smi_us]", "square mile": "[smi_us]",
    "square feet": "[sft_i]", "square foot": "[sft_i]", "square yards": "[syd_i]",
    "cubic meters": "m3", "cubic metres": "m3", "cubic feet": "[cft_i]", "liter": "L",
    "liters": "L", "litre": "L", "litres": "L", "milliliters": "mL", "millilitres": "mL",
    "gallon": "[gal_us]", "gallons": "[gal_us]", "barrel": "[bbl_us]", "barrels": "[bbl_us]",
    "barrels per day": "[bbl_us]/d", "barrels a day": "[bbl_us]/d", "bpd": "[bbl_us]/d",
    "bushels": "[bu_us]", "km/h": "km/h", "kph": "km/h", "kmh": "km/h",
    "kilometers per hour": "km/h", "kilometres per hour": "km/h", "kilometers an hour": "km/h",
    "kilometres an hour": "km/h", "mph": "[mi_i]/h", "miles per hour": "[mi_i]/h",
    "miles an hour": "[mi_i]/h", "knots": "[kn_i]", "knot": "[kn_i]",
    # of an angle, or of a thermometer without saying which
    "degrees": "deg",
    "meters per second": "m/s", "metres per second": "m/s", "degrees celsius": "Cel",
    "degree celsius": "Cel", "degrees centigrade": "Cel", "celsius": "Cel", "°c": "Cel",
    "° c": "Cel", "ºc": "Cel", "degrees c": "Cel", "degrees fahrenheit": "[degF]",
    "degree fahrenheit": "[degF]", "fahrenheit": "[degF]", "°f": "[degF]", "° f": "[degF]",
    "degrees f": "[degF]", "watt": "W", "watts": "W", "kilowatt": "kW", "kilowatts": "kW",
    "kw": "kW", "megawatt": "MW", "megawatts": "MW", "mw": "MW", "gigawatt": "GW",
    "gigawatts": "GW", "gw": "GW", "kilowatt hours": "kW.h", "kilowatt-hours": "kW.h",
    "kwh": "kW.h", "megawatt hours": "MW.h", "megawatt-hours": "MW.h", "mwh": "MW.h",
    "gigawatt hours": "GW.h", "gigawatt-hours": "GW.h", "gwh": "GW.h", "terawatt hours": "TW.h",
    "terawatt-hours": "TW.h", "twh": "TW.h", "horsepower": "[HP]", "volts": "V", "hertz": "Hz",
    "megahertz": "MHz", "mhz": "MHz", "ghz": "GHz", "gb": "GBy", "tb": "TBy", "mb": "MBy",
    "gigabytes": "GBy", "terabytes": "TBy", "megabytes": "MBy",
    "decibels": "dB", "carats": "[car_m]",
    "kilometer-per-hour": "km/h", "mile-per-hour": "[mi_i]/h",
    "kilometern": "km", "tonnen": "t", "hektar": "har",
    "kilogramm": "kg", "kilómetros": "km", "metros": "m", "toneladas": "t", "hectáreas": "har",
    "litros": "L", "kilomètres": "km", "mètres": "m", "chilometri": "km",
    "metri": "m", "tonnellate": "t", "ettari": "har",
}  # fmt: skip

# Units that may stand glued to their number: `5km`, `30mph`.
GLUED_UNITS = frozenset((
    "km", "kg", "cm", "mm", "mph", "kph", "kmh", "ft", "kw", "mw", "gw", "kwh", "mwh", "gwh", "twh",
    "gb", "tb", "mb", "mg", "lb", "lbs", "mhz", "ghz", "bpd",
))  # fmt: skip
