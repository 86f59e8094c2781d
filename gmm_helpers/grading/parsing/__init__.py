"""What a notebook holds: its cells, the names they bind, its exercises, the handed-out release."""
