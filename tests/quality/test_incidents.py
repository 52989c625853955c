"""Claims become incident templates: who, for whom, what, whom, with what; battles are none."""

from typing import Any

import pytest
from quality.incidents import ROLES, templates_of

from contested.pipeline import Inspected
from contested.records import Actor, Claim, Extract, Marks, Place, Report, Span, Spans
from factory import actor_ref, report, said

FRONT = actor_ref("Red Front", key="red-front")


def spans(told: Report, *words: str) -> Spans:
    return tuple(Span(told.text.index(w), told.text.index(w) + len(w)) for w in words)


def seen(told: Report, *claims: Claim, **marks: Any) -> Inspected:
    return Inspected(report=told, marks=Marks(**marks), extract=Extract(claims=claims))


def only(inspected: Inspected) -> dict[str, Any]:
    made = templates_of(inspected)
    assert len(made) == 1
    return made[0]


def struck(text: str, trigger: str, target: str, event_type: str = "attack", **fields: Any) -> Inspected:
    told = report(text)
    return seen(told, said(told, trigger, event_type, **({"target": spans(told, target)} | fields)))


def test_a_claim_fills_every_role_of_its_incident() -> None:
    told = report("Armed men of the Red Front killed mayor Anton Weber with a grenade in Norvale.")
    actor, target = spans(told, "Armed men of the Red Front", "mayor Anton Weber")
    claim = said(told, "killed", "kill", actor=(actor,), actor_ref=FRONT, target=(target,), target_kind="people")
    assert only(seen(told, claim)) == {
        "incident_type": "attack", "PerpInd": [["Armed men of the Red Front"]], "PerpOrg": [["Red Front"]], "Target": [],
        "Victim": [["mayor Anton Weber"]], "Weapon": [["grenade"]],
    }


def test_a_report_without_violence_has_no_template() -> None:
    assert templates_of(struck("The mayor met traders in Norvale.", "met", "traders", "negotiate")) == []


@pytest.mark.parametrize(("event_type", "kind"), [
    ("attack", "attack"), ("bomb", "bombing"), ("abduct", "kidnapping"), ("destroy", "arson"), ("loot", "robbery"),
])
def test_each_kind_of_violence_is_called_by_its_incident(event_type: str, kind: str) -> None:
    assert only(struck("They hit the bank in Norvale.", "hit", "the bank", event_type))["incident_type"] == kind


def test_incidents_of_one_kind_are_one_template() -> None:
    told = report("They burned the school in Norvale. They burned the bridge in Bresk.")
    first = said(told, "burned the school", "destroy", target=spans(told, "the school"))
    second = said(told, "burned the bridge", "destroy", target=spans(told, "the bridge"))
    assert only(seen(told, first, second))["Target"] == [["school"], ["bridge"]]


@pytest.mark.parametrize("modality", ["negated", "possible", "ongoing"])
def test_what_did_not_plainly_happen_is_no_incident(modality: str) -> None:
    assert templates_of(struck("They burned the school.", "burned", "the school", modality=modality)) == []


def test_what_was_threatened_is_an_incident() -> None:
    assert only(struck("They will burn the school.", "burn", "the school", modality="planned"))["Target"] == [["school"]]


@pytest.mark.parametrize("kind", ["rebel_group", "state_force"])
def test_a_blow_to_fighters_is_no_incident(kind: str) -> None:
    assert templates_of(struck("They ambushed ten soldiers.", "ambushed", "ten soldiers", target_ref=actor_ref(kind=kind))) == []


def test_a_battle_is_no_incident() -> None:
    assert templates_of(struck("Rebels clashed with villagers.", "clashed", "villagers", "clash")) == []


def test_weapons_that_are_seized_are_no_robbery() -> None:
    assert templates_of(struck("Soldiers seized forty rifles.", "seized", "forty rifles", "loot")) == []
    assert only(struck("Gunmen seized the cattle.", "seized", "the cattle", "loot"))["incident_type"] == "robbery"


def test_a_bomb_needs_no_target_but_an_attack_does() -> None:
    told = report("A bomb exploded in Norvale.")
    assert only(seen(told, said(told, "exploded", "bomb")))["Weapon"] == [["bomb"]]
    assert templates_of(seen(told, said(told, "exploded", "attack"))) == []


@pytest.mark.parametrize("words", ["two teachers", "the teachers", "teachers", "their leader Weber", "he", "weber"])
def test_a_victim_without_a_whole_name_is_none(words: str) -> None:
    assert only(struck(f"they killed {words} in norvale.", f"killed {words}", words, "kill"))["Victim"] == []


@pytest.mark.parametrize("words", ["anton weber", "colonel anton weber", "dr. weber"])
def test_a_victim_is_known_by_name_in_small_letters_too(words: str) -> None:
    assert only(struck(f"they killed {words} in norvale.", "killed", words, "kill"))["Victim"] == [[words]]


def test_a_place_is_no_victim() -> None:
    told = report("they attacked port arden again.")
    there = spans(told, "port arden")
    claim = said(told, "attacked", "attack", target=there)
    assert only(seen(told, claim))["Victim"] == [["port arden"]]
    assert only(seen(told, claim, places=(Place(span=there[0], wording="port arden", ref=None),)))["Victim"] == []


def test_names_beside_each_other_are_mentions_of_one() -> None:
    words = "anton weber, a judge"
    assert only(struck(f"they killed {words}, on monday.", "killed", words, "kill"))["Victim"] == [["anton weber", "judge"]]


@pytest.mark.parametrize("words", ["the neighbourhood", "helicopters", "the army's positions", "forty mortars"])
def test_areas_and_arms_are_no_targets(words: str) -> None:
    assert only(struck(f"they attacked {words}.", f"attacked {words}", words))["Target"] == []


@pytest.mark.parametrize("words", ["they", "it", "the blast", "the Red Front", "cardo negro"])
def test_who_is_no_person_is_no_individual(words: str) -> None:
    told = report(f"On Monday {words} hit a school.")
    claim = said(told, "hit", "attack", actor=spans(told, words), actor_ref=FRONT, target=spans(told, "a school"))
    assert only(seen(told, claim))["PerpInd"] == []


def test_an_organisation_has_all_its_names_in_the_report() -> None:
    told = report("The Red Front (RF) burned a school. The movement is old.")
    long, short, vague = spans(told, "The Red Front", "RF", "The movement")
    marks = tuple(Actor(span=span, wording=told.words(span), ref=FRONT, generic=span == vague) for span in (long, short, vague))
    claim = said(told, "burned", "destroy", actor=(long,), actor_ref=FRONT, target=spans(told, "a school"))
    assert only(seen(told, claim, actors=marks))["PerpOrg"] == [["Red Front", "RF"]]


def test_an_accused_group_is_answerable_and_an_accused_ministry_is_not() -> None:
    told = report("A school burned. The mayor blamed the Red Front.")
    fire = said(told, "burned", "destroy", target=spans(told, "A school"))
    blame = said(told, "blamed", "accuse", target_ref=FRONT)
    assert only(seen(told, fire, blame))["PerpOrg"] == [["Red Front"]]
    ministry = said(told, "blamed", "accuse", target_ref=actor_ref("Ministry", "government"))
    assert only(seen(told, fire, ministry))["PerpOrg"] == []
    assert templates_of(seen(told, blame)) == []


def test_a_claim_names_one_weapon_and_one_that_kidnaps_none() -> None:
    told = report("They hit a judge with a grenade and a rifle.")
    judge = spans(told, "a judge")
    assert only(seen(told, said(told, "hit", "attack", target=judge)))["Weapon"] == [["grenade"]]
    assert only(seen(told, said(told, "hit", "abduct", target=judge)))["Weapon"] == []


def test_a_template_has_every_role() -> None:
    assert set(only(struck("They hit a school.", "hit", "a school"))) == {"incident_type", *ROLES}
