"""What several tests share: oracles, strategies, submissions, banks of right and wrong answers."""
