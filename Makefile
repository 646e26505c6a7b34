# Everything that Follow-up needs goes into .venv, as the lock files state it; the system's Python only makes that folder.
#   make test ARGS="-k cadence"     hands words on to the program behind a target
#   make PYTHON=python3.13 run      names the Python to begin from; .venv is made anew where it began from another

SHELL := /bin/sh
PYTHON ?=
ARGS ?=
PY := .venv/bin/python
# The same every time: no die is thrown (tests/explore.py), no set is in another order. What hangs is shown, and ended.
# Bytecode is kept, whatever is set: the tests start the program hundreds of times.
PYTEST := PYTHONDONTWRITEBYTECODE= PYTHONHASHSEED=0 $(PY) -m pytest --numprocesses auto --maxprocesses 5 --dist worksteal
STRICT := -o faulthandler_timeout=180 -o faulthandler_exit_on_timeout=true
DENO := DENO_DIR=.venv/deno DENO_NO_UPDATE_CHECK=1 .venv/bin/deno
PIP := $(PY) -m pip --disable-pip-version-check --no-input install --quiet --require-hashes
LOCK := $(PY) -m uv --no-config pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help run hosted test explore faults setup format lint check wheel bench pictures mails tone nouns lock clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile | expand -t 16

hosted: .venv/.dev ## start it as it is hosted, on real parts of this computer; the address is printed
	@$(PY) -m tools.hosted $(ARGS)

run: .venv/.run ## start the dashboard; its address is printed
	@$(PY) -m followup $(ARGS)

test: .venv/.dev ## run the tests, but for the wide sweeps: the same every time
	@$(PYTEST) $(STRICT) -m "not wide" $(ARGS)

explore: .venv/.dev ## look with the properties where no test has looked yet: others each time, TIMES=10 as many
	@FOLLOWUP_EXPLORE=$(or $(TIMES),10) $(PY) -m pytest --numprocesses auto --dist worksteal -m hypothesis $(ARGS)

setup: .venv/.dev ## make .venv with all that running and testing need

faults: .venv/.dev ## break the storage on purpose, with the full numbers (half an hour on two cores)
	@FOLLOWUP_FAULTS=full $(PYTEST) tests/faults $(ARGS)

format: .venv/.dev ## lay out Python, JavaScript and CSS, and mend what the lint can mend by itself
	$(PY) -m ruff check --fix-only .
	$(PY) -m ruff format .
	$(DENO) fmt

lint: .venv/.dev ## what needs no run: format, lint, types, nothing unused
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(DENO) fmt --quiet --check
	$(DENO) lint --quiet
	$(DENO) check --quiet 'followup/**/*.js'
	$(PY) -m vulture app.py followup pages benchmarks tools
	$(PY) -m vulture

check: lint ## the same, then the tests with all wide sweeps: what CI runs (eleven minutes on two cores)
	$(PYTEST) $(STRICT) $(ARGS)

wheel: .venv/.dev ## build the wheel that pip, pipx and uvx install, into dist/
	@rm -rf dist; $(PY) -m pip --disable-pip-version-check wheel --quiet --no-index --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist

bench: .venv/.dev ## measure the speed
	@$(PY) -m benchmarks $(ARGS)

pictures: .venv/.dev ## take the pictures of the README and the guide anew, from the demo data
	@$(PY) -m benchmarks.pictures

mails: .venv/.tools ## learn anew what the sentences of received mails are (docs/mails.md)
	@OMP_NUM_THREADS=1 $(PY) -m tools.mails

tone: .venv/.tools ## learn the lint's weights of tone anew (docs/tone.md)
	@OMP_NUM_THREADS=1 $(PY) -m tools.tone $(ARGS)

nouns: .venv/.tools ## choose the German nouns that letters know anew (docs/letters.md)
	@$(PY) -m tools.nouns

lock: .venv/.dev ## write the lock files anew from pyproject.toml (UPGRADE=1: newest versions allowed)
	@cp -p requirements.txt requirements-dev.txt requirements-tools.txt .venv/
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) pyproject.toml --extra hosted --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) pyproject.toml --extra hosted --group tools --constraint requirements-dev.txt --output-file requirements-tools.txt
	@for f in requirements.txt requirements-dev.txt requirements-tools.txt; do \
		if cmp -s $$f .venv/$$f; then touch -r .venv/$$f $$f; fi; rm .venv/$$f; \
	done # what stayed the same keeps its date, so that nothing is installed again

clean: ## remove .venv and every cache
	rm -rf dist .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Three stamps: .run, all that the program needs; .dev, all that the tests need too; .tools, what `make tone` and the like need besides.
# A stamp is written last, so that a setup that was cut short begins again from an empty folder; so does one whose lock file
# or underlying Python has changed, or that began from another Python than PYTHON names.
WHICH = -c 'import sys; print(sys.base_prefix, sys.version)' 2>/dev/null
.venv/.run: requirements.txt $(PY) $(if $(PYTHON),$(if $(findstring $(shell $(PYTHON) $(WHICH)),$(shell $(PY) $(WHICH))),,another))
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

.venv/.tools: .venv/.dev requirements-tools.txt
	@$(PIP) -r requirements-tools.txt
	@touch $@

# Nothing to do here: that .venv's Python is missing (or newer than the stamp), or another, is reason enough for .venv/.run.
.PHONY: another
$(PY) another:
	@:
