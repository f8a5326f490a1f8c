"""A record from Popolo: each noun of Popolo is read in a file of its own."""
