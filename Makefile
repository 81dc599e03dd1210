.POSIX:
.PHONY: site test lint
PYTHON = python3
BIN = .venv/bin

site:
	$(BIN)/python build.py build

test:
	$(BIN)/pytest -n 2

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
