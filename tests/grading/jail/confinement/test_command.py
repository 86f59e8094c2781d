"""The command line that builds a jail."""

from pathlib import Path

from gmm_helpers.grading.jail.confinement import command
from gmm_helpers.grading.jail.confinement.command import command_line, free_uid
from gmm_helpers.grading.jail.confinement.mounts import CODE, PACKAGE, SCRATCH
from gmm_helpers.grading.jail.limits import Limits

ROOT = Path(__file__).parents[4]


def words(limits=Limits()):  # noqa: B008 - it is frozen
    return command_line("bwrap", limits, 3, 4, 5)


def test_of_the_project_only_the_package_is_bound():
    bound = [Path(words()[i + 1]) for i, word in enumerate(words()) if word == "--ro-bind"]
    assert PACKAGE in bound
    assert ROOT not in bound
    assert "--bind" not in words()


def test_each_jail_gets_another_user():
    users = [free_uid() for _ in range(50)]
    assert len(set(users)) == 50
    assert all(2**31 > user > 60_000 for user in users)


def test_networks_processes_and_environment_are_its_own():
    assert {"--unshare-net", "--unshare-pid", "--unshare-ipc", "--clearenv"} < set(words())
    assert "--share-net" not in words()


def test_the_one_place_to_write_has_the_size_of_the_limits():
    found = words(Limits(disk=12_345))
    at = found.index("--tmpfs")
    assert found[at - 2 : at + 2] == ["--size", "12345", "--tmpfs", SCRATCH]
    assert found.count("--tmpfs") == 1
    assert found.index("--remount-ro") > at


def test_folders_are_made_before_anything_is_put_into_them():
    found = words()
    made = [found[i + 1] for i, word in enumerate(found) if word == "--dir"]
    assert str(Path(CODE)) in made
    assert made == sorted(made)  # parents first
    last = max(i for i, word in enumerate(found) if word == "--dir")
    first = min(i for i, word in enumerate(found) if word in ("--ro-bind", "--dev-bind"))
    assert last < first


def test_the_first_process_imports_what_there_is():
    """The module is named in a text, which no other test reads."""
    statement = words()[-1]
    module = "gmm_helpers.grading.jail.inside"
    assert f"from {module} import zygote; zygote.main(3, 4)" in statement
    assert (PACKAGE.parent / Path(*module.split(".")) / "zygote.py").is_file()


def test_who_is_not_root_gets_a_user_namespace(monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(command, "_help", lambda bwrap: "--disable-userns")
    found = words()
    assert found[found.index("--uid") + 1] == command.NOBODY
    assert {"--unshare-user", "--disable-userns"} < set(found)


def test_root_keeps_only_what_it_takes_to_become_another_user(monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: 0)
    found = words()
    kept = [found[i + 1] for i, word in enumerate(found) if word == "--cap-add"]
    assert kept == ["CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_KILL"]
    assert found[found.index("--cap-drop") + 1] == "ALL"
