"""The day on which the telling stands."""

from told import Tell


def test_a_sentence_that_tells_on_is_of_the_same_day(tell: Tell) -> None:
    told = tell("Rebels attacked Norvale on Monday. They looted three shops.")
    assert [claim.day for claim in told.claims] == ["2031-03-03", "2031-03-03"]


def test_what_had_happened_before_is_not(tell: Tell) -> None:
    told = tell("Rebels attacked Norvale on Monday. The army had abandoned the town.")
    assert told.one("withdraw").day is None


def test_what_happened_elsewhere_is_not(tell: Tell) -> None:
    told = tell("Rebels attacked Norvale on Monday. In Velmora gunmen kidnapped two engineers.")
    assert told.one("abduct").day is None


def test_a_demand_has_no_day_of_its_own(tell: Tell) -> None:
    told = tell("Rebels attacked Norvale on Monday. The envoy demanded a ceasefire.")
    assert told.one("demand").day is None


def test_a_headline_is_of_the_day_of_the_same_event_in_the_lead(tell: Tell) -> None:
    told = tell("Rebels seize Norvale\n\nRebels seized the town of Norvale on Monday, the mayor said.")
    assert [claim.day for claim in told.all("seize")] == ["2031-03-03", "2031-03-03"]


def test_the_blast_told_again_is_of_the_day_of_the_blast(tell: Tell) -> None:
    between = "Police have sealed the square. Windows are still missing. Nobody has claimed it."
    told = tell(f"A car bomb killed 12 people in Tarsk on Monday. {between} The blast was the worst in years.")
    assert told.all("bomb")[-1].day == "2031-03-03"


def test_the_reason_names_the_day_it_leans_on(tell: Tell) -> None:
    told = tell("Rebels attacked Norvale on Monday. They looted three shops.")
    assert any("2031-03-03" in reason.because for reason in told.one("loot").reasons)
