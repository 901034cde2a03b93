"""Words that names gain or lose without becoming other names: tables for aliases.py."""

from __future__ import annotations

from newskit.text.word_set import word_set

# Left out when the letters of an acronym are compared: both readings are tried.
LINKING = word_set(
    "a an and de del der des di do dos du e et for in la le of on og the to und van y"
)

# Before a name or after it, these are no part of what tells it from others.
SUFFIXES_OF_PERSONS = word_set("jr sr ii iii iv")

# What may follow the short name of an organisation: Barclays Bank, Siemens AG, Leeds United.
AFTER_ORG = word_set(
    "ab afc ag agency airlines airways and as asa association automotive bank bhd brothers bv cf "
    "chemical club co communications companies company computer corp corporation county "
    "electronics energy entertainment fc financial football foods foundation gmbh group hc "
    "holding holdings hotspur inc incorporated industries insurance international kk limited llc "
    "llp ltd media metals mining motor motors movement network networks newspaper nv oil oyj "
    "partners party petroleum pharmaceuticals pictures plc power productions publishing pvt "
    "railways records resources rovers rugby sa sae sarl sc sdn se software solutions sons spa "
    "steel stores studios supermarkets systems tbk technologies technology telecom town trust "
    "union united wanderers albion athletic argyle alexandra"
)

# What may follow the short name of a place, a building, or come before it in another language.
AFTER_PLACE = word_set(
    "airport arena avenue base bay bridge camp castle cathedral city county department desert "
    "district division ground hall hospital hotel island islands lake municipality mountain "
    "mountains palace park peninsula prison province region republic river road sea square stadium "
    "state street territory town township valley village ward oblast governorate prefecture raion "
    "international"
)

# What may follow the short name of an event, a work, a law or a product.
AFTER_EVENT = word_set(
    "act accord accords agreement awards bill championship championships conference convention "
    "cup festival final finals games open prize protocol race series summit tournament treaty war"
)
