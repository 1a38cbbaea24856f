# Everything a newcomer runs. Needs Python 3.11 or newer, git, make and a C compiler.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo serve test quick lint bench bench-estimate readme lock clean python-found

# The first Python that runs and is new enough. A shim that only exists does not count.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
CASE := demo-case
WORKERS ?= 2
COMPILE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
  --no-emit-index-url --no-emit-find-links

help: ## List these targets.
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do \
	  printf '  make %-8s %s\n' "$$name" "$$what"; done

python-found:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found (looked for python3.11, python3.12, \
	python3.13, python3). Install one, or name it: make PYTHON=/path/to/python3.11 demo" >&2; exit 2; }

$(BIN)/uv: requirements/uv.txt | python-found
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "$(PYTHON) cannot make a virtual environment; \
	on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

# A stamp says what was installed, so that the second run does nothing.
.venv/.demo: $(BIN)/uv requirements/demo.txt requirements/build.txt pyproject.toml
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/demo.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/build.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@echo "compiling the loops that compare names and estimate, once"
	@$(BIN)/python -c 'from tizme import names; names.compare("Аян", "Ayan")'
	@$(BIN)/python -c 'from tizme.estimate.catalogue import warm; warm()'
	@touch $@

.venv/.dev: .venv/.demo requirements/dev.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

setup: .venv/.demo ## Install what the tool needs into .venv.

setup-dev: .venv/.dev ## Install what the tests need as well.

demo: setup ## Build the example case from its raw sources and say what is in it.
	$(BIN)/tizme demo --fresh $(CASE)

serve: setup ## Open the example case in a browser on this machine.
	@test -d $(CASE) || $(BIN)/tizme demo $(CASE)
	$(BIN)/tizme serve $(CASE)

test: lint ## Check the code and run every test.
	$(BIN)/pytest -n $(WORKERS)

quick: setup-dev ## Run the tests that take seconds.
	$(BIN)/pytest -q -x -m "not slow"

lint: setup-dev ## Run ruff, mypy and the import contracts.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup ## Score all on the annotated data (TIZME_SHARED or ../shared) beside other tools: ten minutes.
	-$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/bench.txt
	$(BIN)/tizme measure all
	$(BIN)/tizme measure recognise
	$(BIN)/tizme measure link
	$(BIN)/tizme measure trace

bench-estimate: setup ## Estimates against R programs (or their stored values) and made populations: half an hour.
	$(BIN)/tizme measure estimate

readme: setup ## Write what the tool prints into README.md.
	$(BIN)/python scripts/readme.py

lock: setup-dev ## Write requirements/*.txt again from pyproject.toml.
	echo uv | $(COMPILE) - -o requirements/uv.txt
	printf 'hatchling>=1.27\neditables\n' | $(COMPILE) - -o requirements/build.txt
	$(COMPILE) pyproject.toml --extra web --extra sealed -o requirements/demo.txt
	$(COMPILE) pyproject.toml --extra web --extra sealed --extra postgres --extra llm --group dev -o requirements/dev.txt
	$(COMPILE) pyproject.toml --extra web --extra sealed --extra bench -o requirements/bench.txt

clean: ## Remove what the other targets made.
	rm -rf .venv $(CASE) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
