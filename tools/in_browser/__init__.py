"""What Python in a browser is given: Pyodide, a lock file, and wheels."""
