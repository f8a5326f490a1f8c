"""The engine in memory: plain Python over the objects, and the oracle of all other engines."""
