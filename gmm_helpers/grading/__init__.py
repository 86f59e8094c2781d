"""What a teacher runs: student code in a jail, judged outside of it."""
