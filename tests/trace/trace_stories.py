"""A wire story from an invented war, a reworded one, a trimmed one, and one by somebody else who saw the same day."""

WIRE = """Westmark Front Closes In On Regional Capital After Taking Norvale

The Westmark Front seized the strategic river town of Norvale on Tuesday, just 40 kilometres (25 miles) from Eastford, its most important \
gain in a campaign that has seen it overrun seven district centres in ten days.

The defence ministry confirmed the loss of the town, which lies on the main Eastford-Harrow highway and serves as a gateway to the coal \
valleys of the north.

"The enemy entered from two sides," spokesman Tomas Brandel said in a message to reporters, adding later that the mayor had been detained by \
federal troops.

As soldiers pulled back across the province, Eastford handed a truce proposal to Front negotiators in Lakesend offering seats in the \
regional council in return for an end to the shelling.

The army has increasingly been cut off from supplies by road and relies on three ageing helicopters to feed its scattered garrisons.

In less than two weeks the rebels have taken seven district centres and encircled Harrow, the biggest port on the western coast, a \
traditional bastion of the federal army.

An official in Harrow said Front fighters were moving closer to the harbour after a massive truck bomb badly damaged the customs house on \
Monday evening.

And in Dunmere, the Front said it had stormed the heavily guarded jail, saying "hundreds of inmates were freed and led to safety".

The Front frequently targets prisons to free captured fighters and refill its ranks.
"""

REWRITE = """With Norvale taken, the Westmark Front is nearer to the regional capital.

The vital river town of Norvale was captured on Tuesday, barely 40 kilometres (25 miles) from Eastford, by the Westmark Front, its biggest \
success in a campaign in which it has taken seven district centres within ten days.

The town sits on the main Eastford-Harrow highway and effectively serves as a gateway to the coal valleys in the north.

The army is increasingly cut off from supplies by road and depends on three old helicopters to feed its scattered garrisons.

In less than two weeks, the insurgents have captured seven district centres and surrounded Harrow, the country's largest port, a traditional \
stronghold of the federal army.

An official in Harrow claimed Front fighters were moving nearer to the harbour after a massive truck bomb damaged the customs house on Monday evening.

The Front also claimed to have stormed the strongly guarded jail in Dunmere, claiming that "hundreds of detainees were freed and brought to safety".

Prisons are routinely targeted by the Front to free captured fighters and refill its ranks.
"""

INDEPENDENT = """Residents of Norvale woke on Wednesday to find rebel flags over the town hall and the bakery on Mill Street shut.

"My sister rang from the bridge, she was crying," said Anna Holt, a teacher who walked to Eastford with two children overnight.

Doctors at Eastford hospital told the Courier they had treated 31 wounded people since Tuesday, most of them with burns.

The defence ministry said Norvale had fallen to the Westmark Front after its garrison ran out of ammunition.

The Front has taken seven district centres this month. Its fighters searched houses for weapons and told shopkeepers to open by noon, three \
residents said by telephone.

Aid workers fear that up to 9,000 people may try to cross the river before the weekend, when rain is expected to flood the lower ford.

Talks in Lakesend are to resume on Friday, a diplomat said.
"""

TRIMMED = WIRE[WIRE.index("The Westmark Front seized") : WIRE.index("The army has increasingly")]
