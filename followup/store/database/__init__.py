"""PostgreSQL as a storage: each person's data by owner, for several processes at once."""
