# One word per chore. Everything lives in .venv; nothing here needs root.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
# A third worker uses what two leave while their tests wait: `make full WORKERS=3`. The slow tiers come first.
WORKERS ?= 2
TESTS = $(BIN)/pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder
# Tests and the demo start hundreds of processes: without kept bytecode each would compile every file it imports.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help install demo test full check fmt bench quality screens docs

help: ## Show these words
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

install: $(STAMP) ## Make .venv with the overture command in it

$(STAMP): pyproject.toml uv.lock
	@test -x $(BIN)/uv || ($(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check uv)
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv sync --frozen --inexact --quiet --python $(BIN)/python
	@touch $@

demo: install ## Run the main job on a small world and open the review page (Ctrl-C removes everything)
	@$(BIN)/overture demo

test: install ## Run every test but the long ones
	@$(TESTS)

full: install ## Run every test, the long ones too
	@$(TESTS) -m "full or not full" --run-full

check: install ## Format, lint, strict types, import directions
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fmt: install ## Put the code into the house's format
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

quality: install ## Score detection and matching on the labelled items
	@$(BIN)/python bench/quality.py

bench: install ## Print the ratios of docs/performance.md
	@$(BIN)/python -m bench

screens: install ## Take pictures of every page into build/screens
	@$(BIN)/python bench/screens.py

docs: install ## Build the docs into site/, strictly
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv sync --frozen --inexact --quiet --group docs --python $(BIN)/python
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict
