# Every target sets up what it needs in .venv and node_modules, from the locked lists, and
# remembers it: a second run starts at once.

.SUFFIXES:
.NOTPARALLEL:
.PHONY: help site serve test test-long lint format bench lock clean distclean

export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN = .venv/bin
PIP = $(BIN)/pip install --quiet --require-hashes
NODE_BIN = node_modules/.bin
PRETTY = --no-error-on-unmatched-pattern 'static/**/*.{js,ts,css}' 'tests/**/*.{js,mjs}' '.github/**/*.yml'
ARGS =

help:
	@echo "make site       build the archive in content/ into public/"
	@echo "make serve      the same, then show it in a browser and rebuild on every save"
	@echo "make test       the tests (a few minutes); make test-long: those that take longer"
	@echo "make lint       formatting, mistakes and types; make format mends what can be mended"
	@echo "make bench      measure, and compare with other generators"
	@echo "make lock       renew the locked lists of dependencies"
	@echo "make clean      remove what was built; make distclean: the environment too"
	@echo
	@echo "Options of the program follow in ARGS: make site ARGS='--strict'"

site: .venv/site.stamp
	$(BIN)/python build.py build $(ARGS)

serve: .venv/site.stamp
	$(BIN)/python build.py serve $(ARGS)

test: .venv/test.stamp
	$(BIN)/pytest --numprocesses 2 --dist worksteal $(ARGS)

test-long: .venv/test.stamp
	$(BIN)/pytest --numprocesses 2 --dist worksteal -m long --hypothesis-profile long \
	    -o timeout=3600 $(ARGS)

lint: .venv/dev.stamp node_modules/.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(NODE_BIN)/tsc --project .
	$(NODE_BIN)/prettier --check --log-level warn $(PRETTY)
	$(BIN)/python -m tests.workflows.lint

format: .venv/dev.stamp node_modules/.stamp
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	$(NODE_BIN)/prettier --write --log-level warn $(PRETTY)

bench: .venv/dev.stamp node_modules/.stamp
	$(BIN)/python -m benchmarks $(ARGS)

# The locked lists name versions and hashes, and no place to fetch them from.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --upgrade

lock: .venv/pyvenv.cfg
	$(BIN)/pip install --quiet uv
	$(LOCK) pyproject.toml --output-file requirements/site.txt
	$(LOCK) pyproject.toml --all-extras --constraint requirements/site.txt \
	    --output-file requirements/dev.txt
	$(LOCK) requirements/node.in --output-file requirements/node.txt
	$(LOCK) requirements/java.in --output-file requirements/java.txt
	$(MAKE) .venv/dev.stamp
	.ci/get-node
	npm update --package-lock-only --ignore-scripts --no-audit --no-fund \
	    --omit-lockfile-registry-resolved

clean:
	rm -rf public .minutebook dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

distclean: clean
	rm -rf .venv node_modules

.venv/pyvenv.cfg:
	.ci/get-venv

.venv/site.stamp: .venv/pyvenv.cfg requirements/site.txt
	$(PIP) -r requirements/site.txt
	touch $@

.venv/dev.stamp: .venv/pyvenv.cfg requirements/dev.txt pyproject.toml
	$(PIP) -r requirements/dev.txt
	$(BIN)/pip install --quiet --no-deps --no-index --no-build-isolation --editable .
	touch .venv/site.stamp $@

node_modules/.stamp: .venv/dev.stamp package-lock.json requirements/node.txt
	.ci/get-node
	npm ci --ignore-scripts --no-audit --no-fund
	touch $@

.venv/test.stamp: .venv/dev.stamp node_modules/.stamp requirements/java.txt
	.ci/get-java
	.ci/get-chromium
	touch $@
