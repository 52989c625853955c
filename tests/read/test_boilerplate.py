import pytest

from contested.read.heading import find_heading
from contested.reference.page_lines import is_page_line, opens_caption, opens_list

_BODY = (
    "Rebels seized the town of Norvale on Monday, the governor said, after two days of fighting that killed 12 people.\n\n"
    "Residents said the army left at dawn and that nobody had warned them of the retreat."
)
_AFTER = "The road to Eastford was shut on Tuesday, and aid groups asked both sides for a corridor for the wounded."


def _furniture(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_heading(text).furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Army returns to Norvale", "ALSO READ | Army returns to Norvale", "ALSO READ Army returns to Norvale", "Read also – Army returns to Norvale",
        "READ MORE: Why did Norvale fall?", "Related Articles", "Related:", "» Related stories", "Most Popular", "Advertisement", "- ADVERTISEMENT -",
        "Article continues after advertisement", "Share on Facebook", "Share Facebook Twitter WhatsApp Email", "Facebook Twitter 12", "Share this:",
        "12 comments",
        "Subscribe to our newsletter for more from Westmark", "Sign up for the morning briefing", "Click here to read the full report",
        "Follow us on Twitter and Instagram",
        "Join our WhatsApp channel", "We use cookies to give you the best experience.", "By continuing to use this site you agree.",
        "Please enable JavaScript to view the comments.",
        "File photo: Rebels in Norvale last year", "FILE PHOTO: Rebels ride through Norvale. REUTERS/Jane Doe",
        "FILE - In this March 3, 2031 photo, rebels ride through Norvale.",
        "(Photo by Jane Doe/AFP)", "Image credit: Jane Doe", "Photo: Jane Doe/AFP", "Smoke over Norvale on Monday. (Photo by Jane Doe / AFP)",
        "Smoke over Norvale. [Jane Doe/Westmark TV]",
        "Smoke over Norvale. (AP Photo/Jane Doe, File)", "A soldier in Norvale. (Jane Doe/Getty Images)", "Image source, Getty Images",
        "Tags: Norvale, war, Westmark",
        "Date of publication 3 March 2031 Tags Westmark, War, Army", "The post Norvale falls appeared first on Westmark Post.",
        "Already a subscriber? Log in", "Listen: The fall of Norvale",
    ],
)
@pytest.mark.parametrize("place", ["in the middle", "at the end"])
def test_lines_of_a_page_are_marked_wherever_they_stand(line: str, place: str) -> None:
    text = f"{_BODY}\n\n{line}\n\n{_AFTER}" if place == "in the middle" else f"{_BODY}\n\n{line}"
    assert _furniture(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share of the vote fell in Norvale on Monday.", "Related families fled together, the mayor said.", "More than 40 people fled Norvale.",
        "Read out in court, the letter named 12 soldiers.",
        "Follow-up strikes hit Norvale.", "File cabinets burned in the town hall.", "Photographs showed smoke over Norvale, the ministry said.",
        "Image of the dead were shown on state television.",
        "Subscribers to the army's channel were told of the attack.", "Click, said the soldier, and the mine went off.",
        "Join us or die, the rebels told the men of Harsk.",
        "Tags with the names of 12 soldiers were found in the ditch.", "Related attacks killed nine people in Eastford.",
        "Watch towers along the river were shelled.",
        "Twitter was blocked in Norvale.", "The governor, in a picture by a local photographer, holds a rifle.", "He told Facebook to act.",
        "Sign of the army's retreat: the bridge is gone.",
        "The video showed soldiers (some of them wounded) in a ditch.", "Listen to them, he said: the shelling never stops.",
        "Popular anger grew in Norvale.", "Search teams found nine bodies.",
        "Pool halls and cafes were shut.", "Get out of Norvale, the rebels told residents.",
        "By clicking his radio twice the guard gave the sign, and the rebels came.",
        "Three soldiers were killed in Norvale (Reuters).", "Read the order aloud, the officer said, and nine men were shot.",
    ],
)
def test_telling_that_opens_like_a_line_of_the_page_stays_telling(line: str) -> None:
    assert not is_page_line(line)
    assert not opens_caption(line)
    text = f"{_BODY}\n\n{line}\n\n{_AFTER}"
    assert line not in _furniture(text)


def test_the_headlines_below_a_related_line_at_the_end_are_marked_with_it() -> None:
    related = "Related Articles\n\nArmy shells Harsk, three killed\nUN envoy to visit Westmark\n\nIs Eastford next?"
    assert _furniture(f"{_BODY}\n\n{related}") == [related]


def test_what_is_told_after_a_related_line_stays_telling() -> None:
    text = f"{_BODY}\n\nRelated Articles\n\nArmy shells Harsk, three killed\n\n{_AFTER}"
    assert _furniture(text) == ["Related Articles"]
    assert _furniture(f"{_BODY}\n\nThe retreat to Eastford\n\nArmy shells Harsk") == []


def test_the_date_beside_the_tags_is_the_publication_date() -> None:
    line = "Date of publication 3 March 2031 Tags Westmark, War, Army, Rebels, Norvale, Retreat, Governor, Eastford"
    assert find_heading(f"{_BODY}\n\n{line}").published == "2031-03-03"


def test_a_text_that_is_only_the_line_of_a_picture_tells_what_the_picture_shows() -> None:
    assert _furniture("FILE - Rebels ride through Norvale after they took the town, March 3, 2031.") == []


def test_the_line_of_a_picture_is_no_title_and_credits_no_agency() -> None:
    heading = find_heading(f"Rebels seize Norvale\n\nSmoke over Norvale. (Photo by Jane Doe / AFP)\n\n{_BODY}")
    assert (heading.title, heading.agency) == ("Rebels seize Norvale", None)


def test_which_lines_headlines_follow() -> None:
    assert all(map(opens_list, ("Related Articles", "MOST READ", "Also read:", "You might also like")))
    assert not any(map(opens_list, ("Related Articles on Norvale", "Share", "What we know")))


def test_lines_of_any_length_are_judged_in_linear_time() -> None:
    for line in ("share " * 200_000, "[" * 500_000, "(Photo by " * 100_000, "Photo: " * 100_000, "The post " * 100_000, "A/" * 200_000, "read more " * 100_000):
        find_heading(f"{_BODY}\n\n{line}\n\n{_BODY}")
        find_heading(line.replace(" ", "\n"))
