"""What runs in the jail, beside student code: nothing here may be believed by the outside."""
