"""What the world is known to contain, as data: event types, actors, places, outlets."""
