"""Every change of the tables, oldest first. A migration that remakes a table must make its triggers again."""
