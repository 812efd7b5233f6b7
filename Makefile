# Two commands: `make run` (the main job on the samples) and `make test`. Both set up .venv first, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check clean
.DEFAULT_GOAL := run

$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@# Without it the first `import prefect` takes 9 s instead of 3. Some packages ship files that are not of this Python.
	-@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib flows > /dev/null 2>&1
	@touch $@

run: $(VENV)/.ready
	$(BIN)/dateline run seeds/reports --warehouse warehouse --engine prefect

test: $(VENV)/.ready
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --maxschedchunk 4

check: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint sql

clean:
	rm -rf $(VENV) build *.egg-info
