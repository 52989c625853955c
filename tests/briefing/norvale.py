"""Three reports on a war that is not, with everything derived from them: the second is a rewrite of the first."""

from pathlib import Path

from contested.records import (
    Aligned,
    Assessment,
    Change,
    Claim,
    Count,
    Event,
    Extract,
    FieldAssessment,
    Holding,
    Kinship,
    Lineage,
    Reason,
    Report,
    Span,
    Standing,
    Variant,
)
from contested.store import Store, open_store
from factory import claim, dated, place_ref, report

COURIER = """Rebels seize Norvale after night assault

Rebel fighters captured Norvale, the largest town of Westmark, late on Monday, Mayor Tomas Brandt said. \
At least 12 soldiers were killed in the assault, he told reporters.

The defence ministry denied that the town had fallen, saying its troops still held the barracks. Thousands fled."""
POST = """Town falls to insurgents

Insurgents captured Norvale overnight Monday. At least 20 soldiers died in the attack, officials said. <script>alert("x")</script> & more."""
RADIO = """The army said on Wednesday that rebel forces had surrounded Castle Ridge. Peace talks are planned in Vell next week."""

courier = report(COURIER, title="Rebels seize Norvale after night assault", agency="NNA", published="2031-03-04T09:20", url="https://example.org/norvale")
post = report(POST, outlet="The Westmark Post", name="post-17.html", published="2031-03-04T14:05", url="javascript:alert(1)")
radio = report(RADIO, outlet="Harth <b>Radio</b>", name="radio [red]7[/red].txt", published="2031-03-05")

norvale, castle, vell = place_ref("Norvale", lat=34.1, lon=66.2), place_ref("Castle Ridge", lat=34.35, lon=66.45), place_ref("Vell", lat=46.2, lon=6.1)


def at(told: Report, words: str) -> Span:
    start = told.text.index(words)
    return Span(start, start + len(words))


def said(name: str, told: Report, event_type: str, sentence: str, trigger: str, **fields: object) -> Claim:
    bare = {"actor": (), "actor_name": None, "target": (), "target_name": None, "target_kind": None, "place": (), "place_ref": None, "dated": None}
    return claim(event_type, id=name, report=told.id, sentence=at(told, sentence), trigger=at(told, trigger), **bare | fields)


def killed(told: Report, words: str, low: int) -> tuple[Count, ...]:
    return (Count(kind="killed", low=low, high=None, wording=f"at least {low}", span=at(told, words)),)


FALL = "Rebel fighters captured Norvale, the largest town of Westmark, late on Monday, Mayor Tomas Brandt said."
DENIAL = "The defence ministry denied that the town had fallen, saying its troops still held the barracks."
monday = dated("2031-03-03")
CLAIMS = {
    one.id: one
    for one in (
        said(
            "fall", courier, "seize", FALL, "captured", actor=(at(courier, "Rebel fighters"),), actor_name="Rebels", target_name="Norvale",
            place=(Span(COURIER.index("Norvale, the"), COURIER.index(", the largest")),), place_ref=norvale, dated=monday,
            time=(at(courier, "late on Monday"),),
            speaker=(at(courier, "Mayor Tomas Brandt"),), speaker_name="Tomas Brandt",
        ),
        said(
            "toll", courier, "seize", "At least 12 soldiers were killed in the assault, he told reporters.", "assault, he", place_ref=norvale, dated=monday,
            quantities=killed(courier, "At least 12 soldiers", 12), speaker=(at(courier, "he told"),), speaker_name="Tomas Brandt",
        ),
        said(
            "denied", courier, "seize", DENIAL, "fallen", place_ref=norvale, dated=monday, speaker=(at(courier, "The defence ministry"),),
            speaker_name="Defence Ministry", stance="denies", modality="negated",
        ),
        said("fall again", post, "seize", "Insurgents captured Norvale overnight Monday.", "captured", actor_name="Rebels", place_ref=norvale, dated=monday),
        said(
            "toll again", post, "seize", "At least 20 soldiers died in the attack, officials said.", "attack", place_ref=norvale, dated=monday,
            quantities=killed(post, "At least 20 soldiers", 20), speaker=(at(post, "officials"),), anonymous=True,
        ),
        said(
            "siege", radio, "besiege", "The army said on Wednesday that rebel forces had surrounded Castle Ridge.", "surrounded", actor_name="Rebels",
            place=(at(radio, "Castle Ridge"),), place_ref=castle, dated=dated("2031-03-05"), speaker=(at(radio, "The army"),), speaker_name="Army",
        ),
        said(
            "talks", radio, "negotiate", "Peace talks are planned in Vell next week.", "talks", place_ref=vell, modality="planned",
            dated=dated("2031-03-10", "2031-03-16"),
        ),
    )
}
BARRACKS = Standing(
    id="barracks", report=courier.id, sentence=at(courier, DENIAL), trigger=at(courier, "held"), status="held", place_name="Norvale barracks",
    place_ref=norvale, holder="Army", speaker=(at(courier, "The defence ministry"),), speaker_name="Defence Ministry",
)  # fmt: skip


def field(name: str, value: str, *variants: Variant, differ: bool = False) -> FieldAssessment:
    return FieldAssessment(field=name, value=value, variants=variants, agreement="differ" if differ else "agree", because="the two sides speak")


def assessment(event: str, event_type: str, *fields: FieldAssessment, of: tuple[Report, ...] = (radio,)) -> Assessment:
    return Assessment(
        event=event, event_type=event_type, status="disputed" if len(of) > 1 else "single_origin", origins=1, reports=tuple(one.id for one in of),
        outlets=(), speakers=(), fields=fields, known_from=min(one.published or "" for one in of),
    )


EVENTS = (
    Event(id="e-fall", event_type="seize", claims=("fall", "toll", "denied", "fall again", "toll again")),
    Event(id="e-siege", event_type="besiege", claims=("siege",)),
    Event(id="e-talks", event_type="negotiate", claims=("talks",)),
)
ASSESSMENTS = (
    assessment(
        "e-fall", "seize", field("place", "Norvale"), field("date", "2031-03-03"), field("actor", "Rebels"),
        field(
            "killed", "12+", Variant(value="20+", claims=("toll again",), origins=1, drifted=True), Variant(value="12+", claims=("toll",), origins=1),
            Variant(value="9", claims=(), origins=1, superseded=True), differ=True,
        ),
        field(
            "happened", "yes", Variant(value="yes", claims=("fall", "fall again"), origins=1), Variant(value="no", claims=("denied",), origins=1), differ=True
        ),
        of=(courier, post),
    ),
    assessment("e-siege", "besiege", field("place", "Castle Ridge"), field("date", "2031-03-05")),
    assessment("e-talks", "negotiate", field("date", "2031-03-10/2031-03-16")),
)


def holding(name: str, place: str, **fields: object) -> Holding:
    known = {
        "place_ref": norvale, "status": "held", "holder": "Rebels", "challenger": None, "since": "2031-03-03", "until": None,
        "known_from": "2031-03-04", "disputed": False, "claims": (), "disputed_by": (),
    } | fields
    return Holding(id=name, place=place, **known)  # type: ignore[arg-type]


HOLDINGS = (
    holding("h1", "Norvale", claims=("fall", "fall again"), disputed_by=("denied",), disputed=True),
    holding("h2", "Norvale barracks", holder="Army", within="Norvale", since=None, claims=("barracks",)),
    holding("h3", "Castle Ridge", place_ref=castle, status="besieged", holder="Army", challenger="Rebels", since="2031-03-05", claims=("siege",)),
    holding("h4", "Norvale", holder="Army", since=None, until="2031-03-03", claims=("denied", "nobody")),
)


def kinship(upstream: str | None = courier.id) -> Kinship:
    """Whichever of the two comes first by id, the words stand on the right side."""
    changed = (("time", "late on Monday", "overnight Monday"), ("attribution", "Mayor Tomas Brandt", ""))
    ours = [(FALL, "Insurgents captured Norvale overnight Monday.", changed)]
    first_is_courier = courier.id < post.id
    aligned = tuple(
        Aligned(
            a=at(courier, left) if first_is_courier else at(post, right),
            b=at(post, right) if first_is_courier else at(courier, left),
            score=0.9,
            changes=tuple(
                Change(kind=kind, a=old if first_is_courier else new, b=new if first_is_courier else old, a_span=None, b_span=None, note="")
                for kind, old, new in changes
            ),
        )
        for left, right, changes in ours
    )
    a, b = sorted((courier.id, post.id))
    return Kinship(a=a, b=b, relation="rewrite", score=0.82, upstream=upstream, reasons=(Reason(score=0.8, because="one order"),), aligned=aligned)


def tell(path: Path, *, upstream: str | None = courier.id) -> Store:
    """A store that holds it all."""
    store = open_store(path)
    for one in (courier, post, radio):
        standings = (BARRACKS,) if one is courier else ()
        extract = Extract(claims=tuple(claim for claim in CLAIMS.values() if claim.report == one.id), standings=standings)
        store.add(one, extract, read_at="2031-03-06T00:00")
    origins = ((courier.id, courier.id), (post.id, courier.id), (radio.id, radio.id))
    store.replace_derived(
        lineage=Lineage(kinships=(kinship(upstream),), origins=origins), events=EVENTS, assessments=ASSESSMENTS, holdings=HOLDINGS
    )
    return store
