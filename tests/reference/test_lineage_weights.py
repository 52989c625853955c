"""The weights by which lineage is decided: whole in the house, and refused by name where they are broken."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from contested.errors import DataError
from contested.reference import lineage
from contested.reference.lineage import NONE, Question, RelationWeights, alignment_weights, relation_weights

_TOY = RelationWeights(
    derived=Question(constant=-1.0, weights={"verbatim": 4.0, "order": 0.0}), copy=Question(constant=0.0, weights={"verbatim": 2.0, "order": 1.0}),
    shared=Question(constant=0.0, weights={"verbatim": 1.0, "order": 0.0}), means={"verbatim": 0.25, "order": 0.5},
    least={"derived": 0.5, "shared_source": 0.4},
)  # fmt: skip


class House:
    """A copy of the data folder whose files can be broken."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "data" / "lineage"
        self._folder.mkdir(parents=True)
        for name in ("alignment.toml", "relation.toml"):
            whole = files("contested.reference").joinpath("data", "lineage", name).read_text(encoding="utf-8")
            (self._folder / name).write_text(whole, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        text = (self._folder / name).read_text(encoding="utf-8")
        assert old in text
        (self._folder / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    made = House(tmp_path)
    monkeypatch.setattr(lineage, "files", lambda _: tmp_path)
    alignment_weights.cache_clear()
    relation_weights.cache_clear()
    yield made
    alignment_weights.cache_clear()
    relation_weights.cache_clear()


@pytest.mark.parametrize("meaning", [True, False])
def test_our_own_weights_are_whole(house: House, meaning: bool) -> None:
    aligning, relating = alignment_weights(meaning=meaning), relation_weights(meaning=meaning)
    assert 0 < aligning.pair <= aligning.split < 1
    for question in (relating.derived, relating.copy, relating.shared):
        assert question.weights.keys() == relating.means.keys()
    assert all(0 < least < 1 for least in (relating.least["derived"], relating.least["shared_source"]))


def test_without_meaning_no_weight_asks_for_it() -> None:
    assert alignment_weights(meaning=False).meaning == 0
    assert not [name for name in relation_weights(meaning=False).means if name.startswith("meaning")]
    assert [name for name in relation_weights(meaning=True).means if name.startswith("meaning")]


@pytest.mark.parametrize("meaning", [True, False])
def test_more_of_what_both_have_never_speaks_against_kinship(meaning: bool) -> None:
    weights = relation_weights(meaning=meaning).derived.weights
    assert all(weights[name] >= 0 for name in ("told_shorter", "verbatim", "runs_shorter", "phrasing", "names", "numbers"))


@pytest.mark.parametrize("read", [alignment_weights, relation_weights])
@pytest.mark.parametrize(
    ("old", "new"),
    [("[with_meaning", "[with_meaning["), ("[with_meaning", "[with_moaning"), ("with_meaning", "with.moaning")],
    ids=["no TOML", "a table renamed", "another tree"],
)
def test_a_broken_file_is_refused_by_name(house: House, read: Callable[..., object], old: str, new: str) -> None:
    name = "alignment.toml" if read is alignment_weights else "relation.toml"
    house.change(name, old, new)
    with pytest.raises(DataError) as refused:
        read(meaning=True)
    assert refused.value.where == name
    assert str(refused.value).startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("old", "new"),
    [("wording = ", "wirding = "), ("pair = ", "pear = "), ("split = ", "splat = "), ("constant = ", "constants = "), ("apart = ", "far = 1.0\napart = ")],
)
def test_an_alignment_weight_that_is_missing_or_unknown_is_told(house: House, old: str, new: str) -> None:
    house.change("alignment.toml", old, new)
    with pytest.raises(DataError, match=r"^alignment\.toml: .*(missing|unknown)"):
        alignment_weights(meaning=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[least]", "[most]"),
        ("mean = ", "average = "),
        ("[with_meaning.constant]", "[with_meaning.constants]"),
        ("shared = ", "shored = "),
        ("shared = ", "shared = 'much' # "),
    ],
    ids=["no least chances", "no mean", "no constants", "a question without weights", "a weight that is no number"],
)
def test_a_relation_weight_that_is_missing_is_told(house: House, old: str, new: str) -> None:
    house.change("relation.toml", old, new)
    with pytest.raises(DataError, match=r"^relation\.toml: .*missing"):
        relation_weights(meaning=True)


def test_chances_follow_the_three_questions_and_sum_to_one() -> None:
    chances = _TOY.chances({"verbatim": 0.5, "order": 1.0})  # derived: -1 + 2, copy: 1 + 1, shared: 0.5
    derived, copy, shared = (1 / (1 + 2.718281828**-score) for score in (1.0, 2.0, 0.5))
    assert chances["copy"] == pytest.approx(derived * copy)
    assert chances["rewrite"] == pytest.approx(derived * (1 - copy))
    assert chances["shared_source"] == pytest.approx((1 - derived) * shared)
    assert sum(chances.values()) == pytest.approx(1.0)


def test_chances_of_far_off_scores_do_not_overflow() -> None:
    chances = _TOY.chances({"verbatim": 1e6, "order": 0.0})
    assert chances["copy"] == pytest.approx(1.0)
    assert _TOY.chances({"verbatim": -1e6, "order": 0.0})[NONE] == pytest.approx(1.0)


def test_a_missing_figure_is_refused() -> None:
    with pytest.raises(KeyError, match="order"):
        _TOY.chances({"verbatim": 0.5})


def test_a_figure_speaks_for_a_relation_as_far_as_it_is_out_of_the_ordinary() -> None:
    assert _TOY.speaks_for("copy", "verbatim", 0.75) == pytest.approx(6.0 * 0.5)
    assert _TOY.speaks_for("rewrite", "verbatim", 0.75) == pytest.approx(2.0 * 0.5)
    assert _TOY.speaks_for("copy", "verbatim", 0.25) == 0.0
    assert _TOY.speaks_for("copy", "verbatim", 0.0) < 0 < _TOY.speaks_for("shared_source", "verbatim", 0.0)
