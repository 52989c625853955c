"""Events in, assessments out."""

from dataclasses import replace
from typing import Any

from contested.assess import assess
from contested.records import Assessment, Claim, FieldAssessment, Lineage, Report
from factory import actor_ref, claim, count, dated, event, kin, place_ref, report, said

ARMY = {"speaker_name": "Army of Westmark", "speaker_kind": "state_force"}
FRONT = {"speaker_name": "Red Front", "speaker_kind": "rebel_group"}
BY_FRONT = {"actor_name": "Red Front", "actor_ref": actor_ref()}
BY_ARMY = {"actor_name": "Army of Westmark", "actor_ref": actor_ref("Army of Westmark", "state_force")}
MORNING, EVENING = "2031-03-04T08:00", "2031-03-04T19:00"


def one(*claims: Claim, reports: tuple[Report, ...] = (), lineage: Lineage | None = None) -> Assessment:
    """The assessment of one event of all the claims."""
    known = {told.id: told for told in reports}
    (found,) = assess([event(*claims)], {told.id: told for told in claims}, known, lineage or Lineage())
    return found


def field(found: Assessment, name: str) -> FieldAssessment:
    known = found.field(name)
    assert known is not None, f"no field {name}"
    return known


def toll(text: str, killed: int, *, high: int | None = None, published: str = MORNING, **fields: Any) -> tuple[Claim, Report]:
    told = report(text, published=published, name=text)
    return said(told, "blast", "bomb", quantities=(count("killed", killed, high),), **fields), told


def test_origins_are_groups_of_reports_not_reports() -> None:
    first, copy, other = report(name="a"), report(name="b"), report(name="c")
    claims = [said(told, "seized") for told in (first, copy, other)]
    lineage = Lineage(origins=((first.id, "o1"), (copy.id, "o1"), (other.id, "o2")))
    found = one(*claims, reports=(first, copy, other), lineage=lineage)
    assert found.origins == 2
    assert len(found.reports) == 3
    assert found.status == "several_origins"


def test_one_origin_stays_one_however_many_copies() -> None:
    first, copy = report(name="a"), report(name="b")
    found = one(said(first, "seized"), said(copy, "seized"), reports=(first, copy), lineage=kin(first, copy, "duplicate"))
    assert (found.origins, found.status) == (1, "single_origin")


def test_known_from_is_the_first_publication() -> None:
    late, early = report(name="a", published="2031-03-06"), report(name="b", published="2031-03-04T07:00")
    assert one(said(late, "seized"), said(early, "seized"), reports=(late, early)).known_from == "2031-03-04T07:00"


def test_at_least_thirty_and_thirty_two_agree() -> None:
    exact, at_least = (claim("bomb", id="a", quantities=(killed,)) for killed in (count("killed", 30), replace(count("killed", 30), high=None)))
    other = claim("bomb", id="b", report="r2", quantities=(count("killed", 32),))
    assert field(one(exact, other), "killed").agreement == "differ"
    found = field(one(at_least, other), "killed")
    assert (found.agreement, found.value) == ("agree", "32")
    assert {variant.value for variant in found.variants} == {"30+", "32"}


def test_around_forty_fits_forty_three_and_not_sixty() -> None:
    def told(killed: int) -> FieldAssessment:
        around = claim("bomb", id="a", quantities=(count("killed", 40, wording="around 40"),))
        return field(one(around, claim("bomb", id="b", report="r2", quantities=(count("killed", killed),))), "killed")

    assert told(43).agreement == "agree"
    assert told(60).agreement == "differ"


def test_a_higher_toll_told_later_replaces_the_lower() -> None:
    left, first = toll("A blast killed 12.", 12)
    right, second = toll("A blast killed 15 people in all.", 15, published=EVENING)
    found = field(one(left, right, reports=(first, second)), "killed")
    assert (found.value, found.agreement) == ("15", "agree")
    assert {variant.value: variant.superseded for variant in found.variants} == {"12": True, "15": False}


def test_a_lower_toll_told_later_clashes() -> None:
    left, first = toll("A blast killed 15.", 15)
    right, second = toll("A blast killed 12 people in all.", 12, published=EVENING)
    assert field(one(left, right, reports=(first, second)), "killed").agreement == "differ"


def test_a_lower_toll_told_as_a_correction_replaces_the_higher() -> None:
    left, first = toll("A blast killed 15.", 15)
    right, second = toll("Officials revised the toll: the blast killed 12.", 12, published=EVENING)
    found = field(one(left, right, reports=(first, second)), "killed")
    assert (found.value, found.agreement) == ("12", "agree")


def test_tolls_told_at_one_time_clash() -> None:
    left, first = toll("A blast killed 12.", 12)
    right, second = toll("A blast killed 15 people in all.", 15)
    assert field(one(left, right, reports=(first, second)), "killed").agreement == "differ"


def test_a_number_that_a_copy_changed_has_drifted_and_clashes_with_nothing() -> None:
    left, first = toll("A blast killed 12.", 12)
    right, second = toll("Fifteen died in the blast.", 15, published=EVENING)
    found = field(one(left, right, reports=(first, second), lineage=kin(first, second, "copy", upstream=first)), "killed")
    assert (found.value, found.agreement) == ("12", "agree")
    assert {variant.value: variant.drifted for variant in found.variants} == {"12": False, "15": True}
    assert "reworded copy" in found.because


def test_a_drifted_number_stays_set_aside_beside_a_second_origin_that_clashes() -> None:
    left, first = toll("A blast killed 12.", 12)
    right, second = toll("Fifteen died in the blast.", 15, published=EVENING)
    third, own = toll("The blast left 20 dead, a doctor counted.", 20)
    found = field(one(left, right, third, reports=(first, second, own), lineage=kin(first, second, "copy", upstream=first)), "killed")
    assert found.agreement == "differ"
    assert {variant.value for variant in found.variants if variant.drifted} == {"15"}


def test_an_agency_update_is_no_drift() -> None:
    left, first = toll("A blast killed 12.", 12)
    right, second = toll("Fifteen died in the blast.", 15, published=EVENING)
    found = field(one(left, right, reports=(first, second), lineage=kin(first, second, "shared_source")), "killed")
    assert {variant.value: (variant.superseded, variant.drifted) for variant in found.variants} == {"12": (True, False), "15": (False, False)}


def test_a_town_fits_its_country_and_is_the_value() -> None:
    country = place_ref("Zedland", kind="country", admin1=None)
    found = field(one(claim(id="a"), claim(id="b", report="r2", place_ref=country), claim(id="c", report="r3", place_ref=country)), "place")
    assert (found.value, found.agreement) == ("Norvale", "agree")


def test_two_towns_differ() -> None:
    assert field(one(claim("bomb", id="a"), claim("bomb", id="b", report="r2", place_ref=place_ref("Estwick"))), "place").agreement == "differ"


def test_a_day_fits_its_week_and_not_another_day() -> None:
    week = claim(id="b", report="r2", dated=dated("2031-02-27", "2031-03-05"))
    fits = field(one(claim(id="a"), week), "date")
    assert (fits.value, fits.agreement) == ("2031-03-03", "agree")
    assert field(one(claim(id="a"), claim(id="c", report="r2", dated=dated("2031-03-04"))), "date").agreement == "differ"


def test_an_unknown_actor_is_no_variant() -> None:
    found = field(one(claim("bomb", id="a", **BY_FRONT), claim("bomb", id="b", report="r2", actor_name=None)), "actor")
    assert (found.value, len(found.variants)) == ("Red Front", 1)


def test_militants_fit_the_group_and_the_army_does_not() -> None:
    front = claim("bomb", id="a", **BY_FRONT)
    assert field(one(front, claim("bomb", id="b", report="r2", actor_name="militants")), "actor").agreement == "agree"
    found = one(front, claim("bomb", id="b", report="r2", **BY_ARMY))
    assert field(found, "actor").agreement == "differ"
    assert found.status == "disputed"


def test_an_airstrike_against_a_bomb_is_a_dispute_and_an_attack_is_none() -> None:
    assert one(claim("airstrike", id="a"), claim("bomb", id="b", report="r2")).status == "disputed"
    assert field(one(claim("airstrike", id="a"), claim("attack", id="b", report="r2")), "type").agreement == "agree"


def test_fighters_against_civilians_is_a_dispute_about_who_was_hit() -> None:
    fighters = claim("airstrike", id="a", target_name="militants", target_kind="group")
    civilians = claim("airstrike", id="b", report="r2", target_name="civilians", target_kind="people")
    assert field(one(fighters, civilians), "target").agreement == "differ"


def test_a_denial_makes_an_event_denied_and_keeps_both_voices() -> None:
    found = one(claim(id="a", **BY_FRONT, **FRONT), claim(id="b", report="r2", modality="negated", stance="denies", **BY_FRONT, **ARMY))
    assert found.status == "denied"
    assert {variant.value: variant.claims for variant in field(found, "happened").variants} == {"yes": ("a",), "no": ("b",)}


def test_denying_ones_own_part_leaves_the_event_standing() -> None:
    accused = claim("bomb", id="a", **BY_FRONT)
    found = one(accused, claim("bomb", id="b", report="r2", modality="negated", stance="denies", **BY_FRONT, **FRONT))
    assert field(found, "happened").value == "yes"
    assert {variant.value for variant in field(found, "actor").variants} == {"Red Front", "not Red Front"}
    assert field(found, "actor").agreement == "differ"


def test_the_losers_admission_confirms_and_the_winners_word_does_not() -> None:
    assert one(claim(id="a", stance="confirms", **BY_FRONT, **ARMY)).status == "confirmed_by_other_side"
    assert one(claim(id="a", stance="confirms", **BY_FRONT, **FRONT)).status == "single_origin"


def test_owning_to_an_attack_that_others_tell_of_confirms_it() -> None:
    told = claim("bomb", id="a")
    assert one(told, claim("bomb", id="b", stance="claims", **BY_FRONT, **FRONT)).status == "confirmed_by_other_side"


def test_one_voice_is_single_and_two_agree() -> None:
    headline, lead = claim(id="a"), claim(id="b")
    assert field(one(headline, lead), "date").agreement == "single"
    assert field(one(headline, claim(id="b", speaker_name="a mayor")), "date").agreement == "agree"


def test_a_taken_town_where_somebody_else_tells_of_fighting_differs_on_control() -> None:
    taken = claim(id="a")
    fight = claim("clash", id="b", report="r2", modality="ongoing", target_name=None, target_kind=None, speaker_name="a councillor")
    events = [event(taken), event(fight)]
    first, second = assess(events, {"a": taken, "b": fight}, {}, Lineage())
    found = field(first, "control")
    assert found.agreement == "differ"
    assert {variant.value: variant.claims for variant in found.variants} == {"taken": ("a",), "fighting goes on": ("b",)}
    assert first.status == "disputed"
    assert second.field("control") is None


def test_fighting_before_the_day_of_the_taking_is_no_conflict() -> None:
    taken = claim(id="a")
    fight = claim("clash", id="b", report="r2", modality="ongoing", dated=dated("2031-03-01"))
    first, _ = assess([event(taken), event(fight)], {"a": taken, "b": fight}, {}, Lineage())
    assert first.field("control") is None


def test_fighting_in_a_town_says_nothing_against_the_taking_of_its_prison() -> None:
    taken = claim(id="a", target_name="Norvale prison", target_kind="facility")
    fight = claim("clash", id="b", report="r2", modality="ongoing")
    first, _ = assess([event(taken), event(fight)], {"a": taken, "b": fight}, {}, Lineage())
    assert first.field("control") is None


def test_several_places_taken_are_not_in_the_town_that_the_words_name() -> None:
    ten: dict[str, Any] = {"quantities": (count("seized", 10),)}
    found = one(claim(id="a", **ten), claim(id="b", report="r2", place_ref=place_ref("Estwick"), **ten))
    assert found.field("place") is None


def on_control(*told: Claim) -> FieldAssessment | None:
    """The field "control" of the first claim's event; every claim is an event of its own."""
    return assess([event(one) for one in told], {one.id: one for one in told}, {}, Lineage())[0].field("control")


def fighting(**fields: Any) -> Claim:
    return claim("clash", **({"id": "f", "report": "r9", "modality": "ongoing", "target_name": None, "target_kind": None} | fields))


def test_a_speaker_who_tells_of_the_taking_and_of_fighting_does_not_clash_with_himself() -> None:
    mayor: dict[str, Any] = {"speaker_name": "Edda Kolm"}
    assert on_control(claim(id="a", report="r1", **mayor), fighting(**mayor)) is None


def test_a_speaker_who_tells_both_qualifies_what_the_others_tell_and_is_not_on_their_side() -> None:
    mayor: dict[str, Any] = {"speaker_name": "Edda Kolm"}
    taken = (claim(id="a"), claim(id="b", report="r2", **mayor))
    found = assess([event(*taken), event(fighting(**mayor))], {one.id: one for one in (*taken, fighting(**mayor))}, {}, Lineage())[0].field("control")
    assert found is not None
    assert {variant.value: variant.claims for variant in found.variants} == {"taken": ("a",), "fighting goes on": ("f",)}


def test_a_taking_of_something_the_words_do_not_name_is_not_the_taking_of_the_town() -> None:
    won = claim(id="a", target_name=None, target_kind=None)
    assert on_control(won, fighting()) is None


def test_unnamed_residents_of_two_reports_are_not_one_speaker() -> None:
    residents: dict[str, Any] = {"speaker_name": "residents"}
    assert on_control(claim(id="a", **residents), fighting(**residents)) is not None
