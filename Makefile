# Every command of the project.  The builds (.ci/run, .github/) run the same.
#
# What a target needs is installed into .venv, and for other interpreters into
# .venvs/.  A stamp file beside it says that it is done, so that a second run
# is quick; a change of pyproject.toml or constraints.txt undoes it.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help
# Two installations into one environment at the same time break it.
.NOTPARALLEL:

PYTHON ?= python3
BIN := .venv/bin
# Found when needed: the interpreters of this machine, $(PYTHON)'s own first.
VERSIONS = $(or $(shell $(PYTHON) scripts/interpreters.py),$(error no supported Python found))
FIRST = $(firstword $(VERSIONS))

# `-qq` hides pip's warnings about the set-up of the machine, not its errors.
INSTALL := -m pip install -qq --disable-pip-version-check
# Dependency groups came with pip 25.1.
PIP := 'pip>=25.1'
# One page, one class or the functions of one module are run by one process, in order.
PYTEST := -m pytest --no-header -n auto --maxprocesses 4 --dist loadscope
PYTEST_ARGS ?=
SOURCES = $(wildcard src tests examples scripts benchmarks conftest.py)

# mkdocs-material and the plugins advertise their successors in every build.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | \
		while IFS='|' read -r name text; do printf '  %-12s %s\n' "$$name" "$$text"; done

# --- what the targets need ---------------------------------------------------

.venv/.made:
	@echo "make: new environment .venv (Python $(FIRST))"
	@"$$($(PYTHON) scripts/interpreters.py $(FIRST))" -m venv .venv
	@$(BIN)/python $(INSTALL) $(PIP)
	@touch $@

.venv/.base: .venv/.made pyproject.toml constraints.txt
	@echo "make: install the project into .venv"
	@$(BIN)/python $(INSTALL) -c constraints.txt -e .
	@touch $@

.venv/.group-%: .venv/.base
	@echo "make: install the group '$*' into .venv"
	@$(BIN)/python $(INSTALL) -c constraints.txt --group $*
	@touch $@

.venvs/%/.test: pyproject.toml constraints.txt
	@echo "make: new environment .venvs/$* with the group 'test'"
	@"$$($(PYTHON) scripts/interpreters.py $*)" -m venv --clear .venvs/$*
	@.venvs/$*/bin/python $(INSTALL) $(PIP)
	@.venvs/$*/bin/python $(INSTALL) -c constraints.txt -e . --group test
	@touch $@

.venvs/lowest/.test: pyproject.toml constraints.txt scripts/lowest.py
	@echo "make: new environment .venvs/lowest with the lowest allowed versions"
	@"$$($(PYTHON) scripts/interpreters.py $(FIRST))" -m venv --clear .venvs/lowest
	@.venvs/lowest/bin/python $(INSTALL) $(PIP)
	@.venvs/lowest/bin/python scripts/lowest.py > .venvs/lowest/constraints.txt
	@.venvs/lowest/bin/python $(INSTALL) -c .venvs/lowest/constraints.txt --group test \
		-e '.[arrow,fuzzy,graph,ical,polars,rdf,testing,xlsx,yaml,yaml-comments,zstd]'
	@touch $@

# Kept, though only pattern rules name them.
.PRECIOUS: .venv/.group-% .venvs/%/.test

# --- for a first look --------------------------------------------------------

.PHONY: demo
demo: .venv/.base ## Show the founding record, and check it
	@$(BIN)/confmodel example warsaw-2026 | $(BIN)/confmodel show -
	@$(BIN)/confmodel example warsaw-2026 | $(BIN)/confmodel check -

# --- tests -------------------------------------------------------------------

.PHONY: test
test: cover ## Run the suite on every interpreter found, with coverage on the first
	@for version in $(wordlist 2,9,$(VERSIONS)); do $(MAKE) "test-$$version"; done

.PHONY: cover
cover: .venv/.group-test ## Run the suite on the first interpreter; branches are counted
	@echo "make: the suite on $$($(BIN)/python --version), with coverage"
	@rm -f .coverage .coverage.*
	@HYPOTHESIS_PROFILE=$${HYPOTHESIS_PROFILE:-ci} $(BIN)/coverage run $(PYTEST) $(PYTEST_ARGS)
	@$(BIN)/coverage combine -q
	@$(BIN)/coverage report

test-%: .venvs/%/.test
	@echo "make: the suite on $$(.venvs/$*/bin/python --version)"
	@HYPOTHESIS_PROFILE=brief .venvs/$*/bin/python $(PYTEST) $(PYTEST_ARGS)

.PHONY: lowest
lowest: .venvs/lowest/.test ## Run the suite with the lowest allowed versions
	@echo "make: the suite with the lowest allowed versions"
	@HYPOTHESIS_PROFILE=brief .venvs/lowest/bin/python $(PYTEST) $(PYTEST_ARGS)

.PHONY: fuzz
fuzz: .venv/.group-test ## Run the tests marked `fuzz` with 20,000 inputs each
	@HYPOTHESIS_PROFILE=fuzz $(BIN)/python $(PYTEST) -m fuzz $(PYTEST_ARGS)

.PHONY: crash
crash: .venv/.base ## Kill a thousand processes while they replace a file
	@$(BIN)/python scripts/crash.py

.PHONY: bench
bench: .venv/.group-bench ## Measure speed and memory against other libraries
	@$(BIN)/python benchmarks/run.py

# --- what can be said without running the code ---------------------------------

.PHONY: format
format: .venv/.group-lint ## Rewrite the code in the house style
	@$(BIN)/ruff check -q --fix-only .
	@$(BIN)/ruff format -q .

.PHONY: lint
lint: .venv/.group-lint ## Check style, common mistakes and spelling
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/codespell docs src scripts *.md

.PHONY: types
types: .venv/.group-dev ## Check the types of everything
	@$(BIN)/mypy $(SOURCES)

.PHONY: imports
imports: .venv/.group-lint ## Check that imports only go down
	@$(BIN)/lint-imports --no-logo

# --- the site ------------------------------------------------------------------

.PHONY: docs
docs: .venv/.group-docs ## Build the site into site/, to be read with or without a server
	@# Not `--quiet`: it hides the warnings from the strict mode, too.
	@$(BIN)/mkdocs build --strict --clean

.PHONY: docs-serve
docs-serve: .venv/.group-docs ## Serve the site on this machine while you write
	@$(BIN)/mkdocs serve

.PHONY: docs-version
docs-version: .venv/.group-docs ## Commit the site of VERSION to the branch gh-pages, beside the others
	@# 0.1.1 takes the place of 0.1.0: who reads the pages of 0.1 wants its mended ones.
	@# mike looks for mkdocs on the path.
	@PATH="$(CURDIR)/$(BIN):$$PATH" mike deploy --update-aliases --title "$(VERSION)" \
		"$(or $(basename $(VERSION)),$(error give VERSION, such as 0.1.0))" latest
	@$(BIN)/mike set-default latest

# --- the release -----------------------------------------------------------------

.PHONY: build
build: .venv/.group-build ## Build the source archive and the wheel into dist/
	@rm -rf dist
	@$(BIN)/python -m build . > .venv/build.log 2>&1 || { cat .venv/build.log; exit 1; }
	@ls -l dist

.PHONY: wheel
wheel: build ## Install the built wheel in a new environment and use it
	@rm -rf .venvs/wheel
	@"$$($(PYTHON) scripts/interpreters.py $(FIRST))" -m venv .venvs/wheel
	@.venvs/wheel/bin/python $(INSTALL) -c constraints.txt dist/*.whl
	@cd .venvs/wheel && bin/python -I ../../scripts/check_wheel.py
	@.venvs/wheel/bin/confmodel --version

.PHONY: constraints
constraints: ## Find the newest versions of everything and pin them
	@PYTHON="$(PYTHON)" scripts/constraints $(VERSIONS)

.PHONY: clean
clean: ## Remove everything that make made
	@rm -rf .venv .venvs build dist site htmlcov .coverage .coverage.* .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
