"""What a recipe will take before anything is built: time, money, memory, and what to expect of it."""
