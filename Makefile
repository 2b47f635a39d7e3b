# One command each. All of them install what they need into .venv first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: study test lint fix bench docs clean

study: $(VENV)/run.stamp  ## the built-in study: out/astana-chelyabinsk/
	$(BIN)/egiz run astana-chelyabinsk

test: $(VENV)/dev.stamp  ## every test, on every core
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/dev.stamp  ## style, types, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/dev.stamp  ## mend what a machine can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev.stamp  ## measured figures beside their budgets
	broken=0; for script in bench/*.py; do $(BIN)/python $$script || broken=1; done; exit $$broken

docs: $(VENV)/dev.stamp  ## rewrite the generated pages
	$(BIN)/python tools/generate_docs.py

clean:
	rm -rf $(VENV) out build dist

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Egiz needs Python 3.11 or newer; say which with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: constraints/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: constraints/dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints/dev.txt
	@touch $@
