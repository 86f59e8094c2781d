"""Right and wrong ingredients that the mistakes of several exercises are made of."""
