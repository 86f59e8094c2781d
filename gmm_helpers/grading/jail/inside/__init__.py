"""What runs in the jail, next to student code: the outside trusts nothing of it."""
