"""What feedback may quote of a student's process, which has seen the hidden inputs."""
