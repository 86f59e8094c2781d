"""Points that a person gave: by hand, by rule, in Formgrader; and where they take effect."""
