# These do everything on a fresh machine: make demo, make demo-lm, make test.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WORKERS ?= 2

.PHONY: demo demo-lm test check install format soak clean

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Modelyard needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt torch==2.13.0
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[all,test]'
	touch $(STAMP)

# The main job, start to finish, on the documentation of the Python that runs it.
demo: $(STAMP)
	$(BIN)/python demo/demo.py

# A language model on the source text of the Python that runs it: trained, judged, sampled, served.
demo-lm: $(STAMP)
	$(BIN)/python demo/language.py

# One thread a process: two test processes on two cores do not fight over them.
test: $(STAMP)
	OMP_NUM_THREADS=1 TOKENIZERS_PARALLELISM=false $(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) test

# The full numbers of the hardening tests; takes an hour or more.
soak: $(STAMP)
	MODELYARD_SOAK=1 OMP_NUM_THREADS=1 $(BIN)/python -m pytest -q tests/hardening

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
