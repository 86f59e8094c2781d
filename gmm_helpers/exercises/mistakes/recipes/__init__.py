"""Right and wrong parts from which the mistakes of several exercises are built."""
