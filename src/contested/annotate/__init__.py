"""Step 3: what the words of a report point at."""
