# Two commands set up everything on a fresh Debian (12 or newer) or Ubuntu (24.04 or newer): `make demo` and `make test`.
# Other systems: install QGIS 3.22 or newer and Python 3.11 to 3.14 first; then the same two commands.

# The engine's Python: the first that it runs on. A preliminary one (Ubuntu 22.04 has 3.11.0rc1) is not enough.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do $$python -c 'import sys; \
    sys.exit(not (3, 11, 0, "final") <= sys.version_info[:4] < (3, 15))' 2>/dev/null && echo $$python && break; done)
ENGINE := .venv/bin/python
QGIS_PYTHON := .venv-qgis/bin/python
QGIS_SYSTEM_PYTHON ?= /usr/bin/python3
PRODUCT ?=
DEMO := demo
TEST_PROCESSES ?= 2
QGIS_PROCESSES ?= 3

.PHONY: demo pictures reality test test-unit test-qgis lint setup system clean
.DEFAULT_GOAL := demo

# -- set-up -----------------------------------------------------------------------------------------------------------

APT_PACKAGES := qgis python3-qgis xvfb xauth python3-venv
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

system:
	@command -v dpkg-query >/dev/null || exit 0; \
	missing=; for package in $(APT_PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	[ -z "$$missing" ] || { echo "Installing$$missing"; $(SUDO) apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing >/dev/null; }

PIP := .venv/bin/pip install -q --disable-pip-version-check
# PyTorch for the processor. PyPI's build for Linux is the one for CUDA, which needs 3 GB of libraries: they are fetched
# where this index cannot be reached.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu

# A stamp carries the hash of what was installed, so that a second call takes no time and a changed pin a new set-up.
.venv/.complete: requirements.txt requirements-torch.txt pyproject.toml | system
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 to 3.14 is not here. Install one, or name it: make PYTHON=..." >&2; exit 1; }
	@echo "Making the engine's environment (some minutes, once)"
	@rm -f $@ && $(PYTHON) -m venv --clear .venv
	@$(PIP) --no-deps -r requirements.txt
	@[ "$$(uname)" = Linux ] && $(PIP) --retries 1 --timeout 15 --no-deps --index-url $(TORCH_INDEX) -r requirements-torch.txt 2>/dev/null || \
	    $(PIP) --no-deps -r requirements-torch.txt
	@.venv/bin/python -c "import torch" 2>/dev/null || { echo "Fetching what PyTorch's CUDA build needs (3 GB)"; \
	    $(PIP) -r requirements-torch.txt && .venv/bin/python -c "import torch"; }
	@$(PIP) --no-deps --no-build-isolation -e .
	@.venv/bin/s2cloudmask models list >/dev/null && touch $@

.venv/.complete-test: requirements-test.txt requirements-s3.txt .venv/.complete
	@sed -n 's/^\([^# ]*==[^ ]*\).*/\1/p' requirements.txt requirements-torch.txt >.venv/pins.txt
	@$(PIP) -c .venv/pins.txt -r requirements-test.txt
	@rm -rf .venv/s3 && $(PIP) --target .venv/s3 -r requirements-s3.txt && touch $@

# Renews the hashes of requirements.txt after a pin was changed there.
.PHONY: requirements
requirements:
	@$(PYTHON) -m venv --clear build/uv && build/uv/bin/pip install -q --disable-pip-version-check uv==0.13.9
	@{ sed -n '/^#/p' requirements.txt; build/uv/bin/uv pip compile -q --universal --no-deps --generate-hashes --no-annotate \
	    --no-header --python-version 3.11 requirements.txt; } >build/requirements.txt && mv build/requirements.txt requirements.txt

.venv-qgis/.complete: | system
	@$(QGIS_SYSTEM_PYTHON) -m venv --clear --system-site-packages .venv-qgis
	@.venv-qgis/bin/pip install -q --disable-pip-version-check pytest==8.4.2 pytest-qgis==2.1.0 pytest-xdist==3.8.0 && touch $@

setup: .venv/.complete

# -- the main job -------------------------------------------------------------------------------------------------------

# With QGIS the picture is rendered by it, else (other systems, QGIS under another Python) by the engine.
demo: .venv/.complete
	@set -e; product="$(PRODUCT)"; \
	if [ -z "$$product" ]; then \
	    ls -d $(DEMO)/product/*.SAFE >/dev/null 2>&1 || .venv/bin/s2cloudmask simulate $(DEMO)/product --seed 7 >/dev/null; \
	    product=$$(ls -d $(DEMO)/product/*.SAFE); fi; \
	rm -rf $(DEMO)/masks; \
	.venv/bin/s2cloudmask mask "$$product" --out $(DEMO)/masks --resolution 20 --model auto; \
	for mask in $(DEMO)/masks/*_cloudmask.tif; do \
	    if $(QGIS_SYSTEM_PYTHON) -c "import qgis.core" 2>/dev/null; \
	    then $(QGIS_SYSTEM_PYTHON) docs/render_demo.py "$$mask" --product "$$product" --out "$${mask%.tif}.png"; \
	    else .venv/bin/s2cloudmask quicklook "$$mask" --rgb "$$product" --out "$${mask%.tif}.png"; fi; \
	    echo "picture $(CURDIR)/$${mask%.tif}.png"; done

# Every picture of README and docs: simulated products in the QGIS desktop, light and dark.
pictures: demo
	@$(ENGINE) docs/pictures_resolution.py
	@$(ENGINE) docs/pictures_real.py
	@$(ENGINE) docs/pictures_composite.py
	@S2CLOUDMASK_PYTHON="$(CURDIR)/$(ENGINE)" xvfb-run -a -s "-screen 0 1400x880x24" $(QGIS_SYSTEM_PYTHON) docs/make_pictures.py
	@mkdir -p docs/pictures && cp $$(ls $(DEMO)/masks/*_cloudmask.png | head -1) docs/pictures/demo.png
	@$(ENGINE) docs/pictures_small.py docs/pictures/*.png

# A contact sheet of every real chip and product with each network: needs ../shared, is not committed.
reality: .venv/.complete
	@mkdir -p build && $(ENGINE) benchmarks/reality.py ../shared/data/chips/*.tif ../shared/data/*.zip \
	    --model ../shared/models/unetmobv2_fixture.pt --out build/reality.png

# Figures and a contact sheet of the UNetMobV2 of our own (WEIGHTS=another) on what it was never taught; needs ../shared.
.PHONY: evaluate-own
evaluate-own: .venv/.complete
	@$(ENGINE) benchmarks/evaluate_own.py $(or $(WEIGHTS),UNetMobV2_s2cm) --out build/own_evaluation

# How far its confidence can be believed: temperatures, calibration error and the reliability diagram of its card.
.PHONY: calibration
calibration: .venv/.complete
	@$(ENGINE) benchmarks/calibration.py $(or $(WEIGHTS),UNetMobV2_s2cm) --out build/calibration
	@cp build/calibration/reliability_s2cm.png docs/pictures/

# Seconds and memory of the whole command, alone and beside its peers: an hour, once on an idle machine. WEIGHTS=path of a
# UNetMobV2 (random ones without), BENCHMARK="--only single" for a part.
.PHONY: benchmark
benchmark: .venv/.complete
	@$(ENGINE) benchmarks/benchmark.py $(if $(WEIGHTS),--weights $(WEIGHTS)) $(BENCHMARK)

# -- tests --------------------------------------------------------------------------------------------------------------

# `make test` leaves out what is marked `slow`; `make test-all` runs everything.
.PHONY: test-all
# Processes share the cores: PyTorch's threads that wait must sleep, not spin (a third of the seconds of its tests).
test-unit test-qgis: export OMP_WAIT_POLICY = PASSIVE
# Where Python keeps no bytecode, each process compiles the tests and the plugin anew: ten seconds in each of pytest's alone.
unexport PYTHONDONTWRITEBYTECODE
# zarr and anyio bring plugins for pytest that no test here needs.
test-unit: export PYTEST_DISABLE_PLUGIN_AUTOLOAD = 1
CHOSEN = -m "not slow"
# The types take a minute of one core: the unit tests have the other.
test:
	@$(MAKE) --no-print-directory -j2 lint test-unit
	@$(MAKE) --no-print-directory test-qgis
test-all:
	@$(MAKE) --no-print-directory test CHOSEN=

lint: .venv/.complete-test
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy

test-unit: .venv/.complete-test
	@$(ENGINE) -m pytest -p xdist.plugin -p _hypothesis_pytestplugin tests/unit $(CHOSEN) -n $(TEST_PROCESSES) --dist worksteal

# `make test-qgis RELEASE=trixie` runs them in the QGIS of another Debian release, in a chroot.
ifdef RELEASE
test-qgis:
	@$(SUDO) packaging/test_in_chroot.sh $(RELEASE)
else
test-qgis: .venv/.complete .venv-qgis/.complete
	@S2CLOUDMASK_PYTHON="$(CURDIR)/$(ENGINE)" QT_QPA_PLATFORM=offscreen xvfb-run -a $(QGIS_PYTHON) -m pytest tests/qgis $(CHOSEN) -n $(QGIS_PROCESSES) --dist worksteal
endif

clean:
	@rm -rf .venv .venv-qgis $(DEMO) build dist *.egg-info

# -- the plugin's ZIP ---------------------------------------------------------------------------------------------------

.PHONY: package

package: .venv/.complete-test
	@rm -f dist/*.zip
	@$(ENGINE) packaging/build_package.py --out dist && $(ENGINE) packaging/check_package.py dist/*.zip

# -- bad inputs, faults, fuzzing, a long run: about a quarter of an hour; writes docs/reliability.md --------------------------------

.PHONY: faults
faults: .venv/.complete-test
	@$(ENGINE) tests/faults

# -- one-line mutants of the products and masking rooms against the tests that reach them: an hour or two; docs/mutants.md -------
# MUTANTS="--again FILE" does not try again what an earlier run killed (build/mutants/mutants.json, copied elsewhere).

.PHONY: mutants
mutants: .venv/.complete-test
	@.venv/bin/pip install -q --disable-pip-version-check -c .venv/pins.txt cosmic-ray==8.7.0 coverage==7.17.4
	@$(ENGINE) tests/mutants --report docs/mutants.md $(MUTANTS)

# -- a picture of who imports whom among the engine's rooms, by pydeps and graphviz ---------------------------------------------

.PHONY: rooms
rooms:
	@$(PYTHON) -m venv build/pydeps && build/pydeps/bin/pip install -q --disable-pip-version-check pydeps==3.0.9
	@rm -rf build/rooms && mkdir -p build/rooms/s2cloudmask && cp -r __init__.py core build/rooms/s2cloudmask/
	@cd build/rooms && ../pydeps/bin/pydeps s2cloudmask --only s2cloudmask.core --max-module-depth 3 --noshow --no-config \
	    --rmprefix s2cloudmask.core. --exclude-exact s2cloudmask s2cloudmask.core -T png -o $(CURDIR)/docs/pictures/rooms.png
