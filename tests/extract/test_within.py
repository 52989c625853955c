"""What one sentence leaves out and the report says elsewhere."""

from told import Tell, place_name


def test_the_attack_told_of_again_has_the_type_it_was_told_with(tell: Tell) -> None:
    told = tell("A rocket attack on Velmora wounded eight people. The attack came hours after a truce.")
    assert [claim.event_type for claim in told.claims][:2] == ["shell", "shell"]


def test_a_blast_after_a_bombing_is_that_bombing(tell: Tell) -> None:
    told = tell("A car bomb killed 12 people in Tarsk on Monday. The blast also wounded 30.")
    assert told.types == ["bomb", "bomb"]
    assert place_name(told.claims[1]) == "Tarsk"


def test_an_incident_without_an_event_before_it_is_no_event(tell: Tell) -> None:
    assert tell("An investigation into the incident began.").types == []


def test_the_same_happening_shares_its_doer(tell: Tell) -> None:
    told = tell("Norvale was captured on Monday. Rebels captured Norvale at dawn, the mayor said.")
    assert [claim.actor_name for claim in told.all("seize")] == ["rebels", "rebels"]


def test_two_doers_of_the_same_deed_leave_a_third_telling_open(tell: Tell) -> None:
    told = tell("Norvale was shelled. Rebels shelled Norvale, the mayor said. The army shelled Norvale, the rebels said.")
    assert told.all("shell")[0].actor_name is None


def test_the_same_happening_shares_its_day(tell: Tell) -> None:
    told = tell("Rebels captured Norvale on Monday. Rebels captured Norvale at dawn, the mayor said.")
    assert [claim.day for claim in told.all("seize")] == ["2031-03-03", "2031-03-03"]


def test_what_is_carried_over_says_so(tell: Tell) -> None:
    told = tell("An explosion rocked Norvale on Friday. Nine people were killed, police said.")
    carried = told.claims[1]
    assert (carried.place, place_name(carried)) == ((), "Norvale")
    assert any("sentence before" in reason.because for reason in carried.reasons)


def test_what_is_carried_over_overwrites_nothing(tell: Tell) -> None:
    told = tell("Rebels captured Norvale on Monday. The army captured Norvale on Sunday.")
    assert [(claim.actor_name, claim.day) for claim in told.all("seize")] == [("rebels", "2031-03-03"), ("army", "2031-03-02")]


def test_fighters_who_tell_of_a_deed_without_a_doer_tell_of_their_own(tell: Tell) -> None:
    told = tell("Norvale was captured on Monday, the rebels said.")
    claim = told.one("seize")
    assert (claim.actor, claim.actor_name) == ((), "rebels")


def test_a_mayor_who_tells_of_a_deed_without_a_doer_did_not_do_it(tell: Tell) -> None:
    assert tell("Norvale was captured on Monday, the mayor said.").one("seize").actor_name is None


def test_a_bombing_whose_bomber_died_is_a_suicide_bombing_in_every_telling(tell: Tell) -> None:
    told = tell("A bomb exploded in Tarsk on Monday. A suicide bomber blew himself up in Tarsk on Monday, police said.")
    assert set(told.types) == {"suicide_bomb"}


def test_a_suicide_bombing_elsewhere_leaves_a_bombing_as_it_is(tell: Tell) -> None:
    told = tell("A bomb exploded in Norvale on Monday. A suicide bomber blew himself up in Tarsk on Monday, police said.")
    assert told.types == ["bomb", "suicide_bomb"]
