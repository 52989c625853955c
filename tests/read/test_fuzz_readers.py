import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quality.fuzz_read import DAMAGED, complaint, damaged
from quality.reader_samples import samples

_SAMPLES = samples()
_KEPT = sorted(path.name for path in DAMAGED.glob("*")) if DAMAGED.exists() else []


@pytest.mark.parametrize("name", sorted(_SAMPLES))
def test_every_sound_sample_is_read(name: str) -> None:
    assert complaint(name, _SAMPLES[name]) is None


@settings(max_examples=400, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(_SAMPLES)), chance=st.randoms(use_true_random=False))
def test_no_damage_raises_or_gives_a_span_outside_its_text_or_takes_long(name: str, chance: random.Random) -> None:
    assert complaint(name, damaged(_SAMPLES[name], list(_SAMPLES.values()), chance)) is None


@settings(max_examples=200, deadline=None, derandomize=True)
@given(name=st.sampled_from(sorted(_SAMPLES)), data=st.data())
def test_no_truncation_raises(name: str, data: st.DataObject) -> None:
    raw = _SAMPLES[name]
    assert complaint(name, raw[: data.draw(st.integers(0, len(raw)))]) is None


@pytest.mark.parametrize("name", _KEPT)
def test_what_the_fuzzer_once_found_is_read_without_harm(name: str) -> None:
    assert complaint(name.partition("-")[2], (DAMAGED / name).read_bytes()) is None
