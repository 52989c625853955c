"""A wire story from an invented war, a reworded one, a trimmed one, and one by somebody else who saw the same day."""

WIRE = """Hostage Swap Called Off As Merrow Truce Breaks

Mortar rounds tore into the harbour of Saint Orla at noon on Friday, ending a truce of nineteen days on Merrow island and leaving a ferry with \
26 hostages adrift in the strait.

The hostages, mostly lighthouse keepers and their children, were to be traded for 14 jailed members of the Tidal League under a bargain that the \
bishop of Skarn had struck.

"Nine of them had stepped ashore when the first round hit," harbour master Ivo Renn told reporters, holding up a wet list of names.

The presidency acknowledged the collapse of the truce, which was meant to last until the herring fair in October.

League gunners may have aimed at the quay to keep marines from landing, a Red Cross delegate said, adding that the 14 detainees never left their \
bus.

By dusk marines had strung barbed wire over both ends of the Gannet Crossing, the longest bridge in the archipelago, and turned back every fish \
lorry bound for the mainland.

The League, which wants Merrow to govern itself, replied over its radio station that "no keeper goes home while our people sit in a locked bus".

Insurers cancelled cover for vessels in the strait, and two grain ships waiting off Skarn turned round before dark.

The bishop plans to row out to the ferry on Saturday with bread, blankets and a doctor.
"""

REWRITE = """An exchange on Merrow island has come to nothing.

Mortar rounds slammed into Saint Orla harbour at noon on Friday, which ended a truce of nineteen days on Merrow island and left a ferry with 26 \
hostages drifting in the strait.

Under a bargain struck by the bishop of Skarn, the hostages, mainly lighthouse keepers and their children, should have been traded for 14 jailed \
members of the Tidal League.

The truce was meant to last until the herring fair in October.

League gunners aimed at the quay to keep marines from landing, a Red Cross delegate said, adding that the 14 detainees did not get off their bus.

Marines had by dusk put barbed wire over both ends of the Gannet Crossing, the country's longest bridge, and sent back every fish lorry heading \
for the mainland.

Over its radio station the League, which wants self-rule for Merrow, replied that "no keeper sails home while our people rot in a locked bus".

Insurers withdrew cover for ships in the strait, and two grain ships waiting off Skarn turned back before dark.

The bishop intends to row out to the ferry on Saturday with a doctor, blankets and bread.
"""

INDEPENDENT = """In Saint Orla the bakers gave their loaves away on Saturday because nobody dared to queue outdoors.

"My brother keeps the north light, and he is still out there on the water," said Anna Holt, a teacher who spent the night in a net shed.

Nurses at the island clinic told the Courier they had bandaged 31 people since the truce broke, most of them cut by window glass.

The presidency said talks with the Tidal League would go on and that no marine had been ordered to open fire.

Fishermen reported a ferry without lights east of the bar. Its engine was silent, they said, and somebody on deck was waving a sheet.

Aid workers fear that up to 9,000 islanders may run short of flour before the mail boat is allowed back, and gales are forecast.

The bishop of Skarn said Mass for the hostages in a chapel whose door had been blown in.
"""

TRIMMED = WIRE[WIRE.index("Mortar rounds tore") : WIRE.index("League gunners may")]
