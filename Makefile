# Everything that Follow-up needs goes into .venv, as the lock files state it; the system's Python only makes that folder.
#   make test ARGS="-k cadence"     hands words on to the program behind a target
#   make PYTHON=python3.13 run      names the Python to begin from

SHELL := /bin/sh
PYTHON ?=
ARGS ?=
PY := .venv/bin/python
PYTEST := $(PY) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
PIP := $(PY) -m pip --disable-pip-version-check --no-input install --quiet --require-hashes
LOCK := $(PY) -m uv --no-config pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help run test faults setup check bench pictures lock clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile | expand -t 16

run: .venv/.run ## start the dashboard; its address is printed
	@$(PY) -m followup $(ARGS)

test: .venv/.dev ## run the tests
	@$(PYTEST) $(ARGS)

setup: .venv/.dev ## make .venv with all that running and testing need

faults: .venv/.dev ## break the storage on purpose, with the full numbers (about twenty minutes)
	@FOLLOWUP_FAULTS=full $(PYTEST) tests/faults $(ARGS)

check: .venv/.dev ## format, lint and types, then the tests: what CI runs
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PYTEST) $(ARGS)

bench: .venv/.dev ## measure the speed
	@$(PY) -m benchmarks $(ARGS)

pictures: .venv/.dev ## take the README's pictures anew, from the demo data
	@$(PY) -m benchmarks.pictures

lock: .venv/.dev ## write the lock files anew from pyproject.toml (UPGRADE=1: newest versions allowed)
	@cp -p requirements.txt requirements-dev.txt .venv/
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@for f in requirements.txt requirements-dev.txt; do \
		if cmp -s $$f .venv/$$f; then touch -r .venv/$$f $$f; fi; rm .venv/$$f; \
	done # what stayed the same keeps its date, so that nothing is installed again

clean: ## remove .venv and every cache
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Two stamps: .run, all that the program needs; .dev, all that the tests need too. A stamp is written last, so that a setup
# that was cut short begins again from an empty folder; so does one whose lock file or underlying Python has changed.
.venv/.run: requirements.txt $(PY)
	@found=; for p in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
		found=$$($$p -c 'import sys; sys.version_info >= (3, 11) or sys.exit(1); print(sys._base_executable)' 2>/dev/null) && break; \
	done; \
	if [ -z "$$found" ]; then \
		echo 'Follow-up needs Python 3.11 or newer. If you have it under another name: make PYTHON=/path/to/python3 run' >&2; exit 1; \
	fi; \
	echo 'Setting up .venv (about a minute, once) ...'; \
	"$$found" -m venv --clear .venv
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.dev: .venv/.run requirements-dev.txt
	@echo 'Adding the test tools ...'; rm -f .venv/.run $@
	@$(PIP) -r requirements-dev.txt
	@touch .venv/.run $@

# Nothing to do here: that .venv's Python is missing (or newer than the stamp) is reason enough for .venv/.run.
$(PY):
	@:
