# Two commands set up everything on a fresh Debian or Ubuntu: `make demo` and `make test`.
# Other systems: install QGIS 3.22 or newer and Python 3.11 to 3.14 first; then the same two commands.

PYTHON ?= python3
ENGINE := .venv/bin/python
QGIS_PYTHON := .venv-qgis/bin/python
PRODUCT ?=
DEMO := demo

.PHONY: demo test test-unit test-qgis lint setup system clean
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

# A stamp carries the hash of what was installed, so that a second call takes no time and a changed pin a new set-up.
.venv/.complete: requirements.txt pyproject.toml | system
	@echo "Making the engine's environment (some minutes, once)"
	@rm -f $@ && $(PYTHON) -m venv --clear .venv
	@.venv/bin/pip install -q --disable-pip-version-check --no-deps -r requirements.txt
	@.venv/bin/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@.venv/bin/s2cloudmask models list >/dev/null && touch $@

.venv/.complete-test: requirements-test.txt .venv/.complete
	@.venv/bin/pip install -q --disable-pip-version-check -r requirements-test.txt && touch $@

.venv-qgis/.complete: | system
	@/usr/bin/python3 -m venv --clear --system-site-packages .venv-qgis
	@.venv-qgis/bin/pip install -q --disable-pip-version-check pytest==8.4.2 pytest-qgis==2.1.0 && touch $@

setup: .venv/.complete

# -- the main job -------------------------------------------------------------------------------------------------------

demo: .venv/.complete
	@if [ -n "$(PRODUCT)" ]; then product="$(PRODUCT)"; else product=$(DEMO)/product; \
	    [ -e $$product ] || .venv/bin/s2cloudmask simulate $$product --seed 7; product=$$(ls -d $$product/*.SAFE); fi; \
	.venv/bin/s2cloudmask mask "$$product" --out $(DEMO) --resolution 20 --model auto --overwrite && \
	name=$$(basename "$$product" .zip) && name=$$(basename "$$name" .SAFE) && mask=$$(ls $(DEMO)/"$$name"*_cloudmask.tif | head -1) && \
	.venv/bin/s2cloudmask quicklook "$$mask" --rgb "$$product" --out "$${mask%.tif}.png"

# -- tests --------------------------------------------------------------------------------------------------------------

test: lint test-unit test-qgis

lint: .venv/.complete-test
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .

test-unit: .venv/.complete-test
	@$(ENGINE) -m pytest tests/unit

test-qgis: .venv/.complete .venv-qgis/.complete
	@S2CLOUDMASK_PYTHON=$(CURDIR)/$(ENGINE) QT_QPA_PLATFORM=offscreen xvfb-run -a $(QGIS_PYTHON) -m pytest tests/qgis

clean:
	@rm -rf .venv .venv-qgis $(DEMO) build dist *.egg-info
