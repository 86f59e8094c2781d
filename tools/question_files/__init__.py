"""The questions of the solved notebooks, for systems that know nothing of notebooks."""
