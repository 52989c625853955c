from contested.reference.outlets import outlet_at, outlet_named, outlets
from contested.reference.page_lines import is_page_line
from contested.reference.wording import cues, wording


def test_an_agency_is_known_by_every_name_it_goes_by() -> None:
    assert {(outlet.name, outlet.kind) for name in ("AP", "Associated Press", "The Associated Press") if (outlet := outlet_named(name))} == {("AP", "agency")}
    assert outlet_named("ap") is None
    assert outlet_named("The Norvale Courier") is None


def test_no_name_or_address_belongs_to_two() -> None:
    names = [name for outlet in outlets() for name in outlet.names]
    domains = [domain for outlet in outlets() for domain in outlet.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))


def test_an_address_names_its_outlet_or_its_host() -> None:
    assert outlet_at("https://edition.cnn.com/2031/03/04/x") == "CNN"
    assert outlet_at("http://www.norvalecourier.example:8080/x") == "norvalecourier.example"
    assert outlet_at("no address") is None


def test_page_lines_are_told_from_telling() -> None:
    assert all(map(is_page_line, ("Share this:", "Advertisement", "Read more: Army returns to Norvale", "3 min read", "Follow us on Twitter")))
    assert not any(map(is_page_line, ("Share of the vote fell in Norvale.", "Related families fled together.", "More than 40 people fled Norvale.")))


def test_no_word_is_both_a_sign_of_degree_and_none() -> None:
    assert not cues().degree & cues().not_degree - {"apparently"}
    assert wording().numbers["tenth"] == wording().numbers["ten"] == 10
