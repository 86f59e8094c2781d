"""Read by every Python that the tests start: it makes reading notebooks cheaper.

Else jsonschema would compile dozens of grammars of addresses, more than a second each time, for
checks that no notebook asks for. Where it does not find their package, it leaves them out.
"""

import sys


class WithoutGrammars:
    """Finds nothing, and fails for the package of the grammars as if it were not installed."""

    @staticmethod
    def find_spec(name, _path=None, _target=None):
        if name == "rfc3987_syntax":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, WithoutGrammars)
