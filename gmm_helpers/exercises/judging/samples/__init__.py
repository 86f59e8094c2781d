"""How random samples, which are never the same twice, are judged: by statistics of many draws."""
