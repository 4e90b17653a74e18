"""Published measurements as questions to the planner: what each row asks, and what it measured."""
