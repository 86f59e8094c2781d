"""The processes student code runs in: in a jail of bubblewrap, or with what the platform has."""
