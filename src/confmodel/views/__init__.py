"""For eyes: a record on a screen, each kind of screen in a file of its own."""
