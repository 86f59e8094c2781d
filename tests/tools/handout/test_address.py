import importlib

import pytest
from support import notebook_tools  # which puts tools/ on the path

assert notebook_tools.ROOT
address = importlib.import_module("handout.address")


def test_without_an_address_there_is_nothing_to_install_from():
    assert address.address_in({"name": "gmm-helpers"}) is None
    assert address.address_in({"urls": {}}) is None
    assert address.package_address(None) == ""


@pytest.mark.parametrize("end", ["", "/", ".git", ".git/"])
def test_the_package_follows_from_the_repository(end):
    found = address.package_address(f"https://github.com/Me/it{end}")
    assert found == "https://github.com/Me/it/archive/refs/heads/main.zip"


@pytest.mark.parametrize("given", ["", "github.com/me/it", "https://example.org/me/it"])
def test_another_address_is_refused(given):
    with pytest.raises(ValueError, match="Write that, or leave Source out"):
        address.package_address(given)
