# Two commands: `make run` (the main job) and `make test`. Both set up .venv first, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check clean
.DEFAULT_GOAL := run

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(BIN)/python -m compileall -q $(VENV)/lib flows || true  # without it the first `import prefect` takes 9 s instead of 3
	touch $@

run: $(VENV)/.ready
	$(BIN)/dateline run seeds/reports --warehouse warehouse --engine prefect

test: $(VENV)/.ready
	$(BIN)/python -m pytest

check: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint sql

clean:
	rm -rf $(VENV) build *.egg-info
