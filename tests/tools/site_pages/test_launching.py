import importlib

import pytest
from support import notebook_tools  # which puts tools/ on the path

assert notebook_tools.ROOT
launching = importlib.import_module("site_pages.launching")


def test_without_an_address_there_is_only_the_file():
    assert launching.address_in({"name": "gmm-helpers"}) is None
    assert launching.launches_of(None) == ()
    line = launching.launch_line("02_e_step", ())
    assert "notebooks/02_e_step.ipynb" in line
    assert "http" not in line


@pytest.mark.parametrize("address", ["https://github.com/Me/it", "https://github.com/Me/it.git/"])
def test_one_address_gives_all_three(address):
    line = launching.launch_line("02_e_step", launching.launches_of(address))
    for part in (
        "[JupyterLite](https://me.github.io/it/lite/lab/index.html?path=02_e_step.ipynb)",
        "[Colab](https://colab.research.google.com/github/Me/it/blob/main/notebooks/02_e_step.ipynb)",
        "[Binder](https://mybinder.org/v2/gh/Me/it/main?urlpath=lab/tree/notebooks/02_e_step.ipynb)",
    ):
        assert part in line


@pytest.mark.parametrize("address", ["", "github.com/me/it", "https://example.org/me/it"])
def test_another_address_is_refused(address):
    with pytest.raises(ValueError, match="Write that, or leave Source out"):
        launching.launches_of(address)
