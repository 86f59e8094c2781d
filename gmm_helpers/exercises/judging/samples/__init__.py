"""How samples are judged that are never twice the same: by statistics of many draws."""
