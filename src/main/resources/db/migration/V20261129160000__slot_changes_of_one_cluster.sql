-- Transactions are counted by one PostgreSQL, and the log of changed calendars is read by their numbers (R-AVAIL-8): a row
-- says which PostgreSQL it is of, so that rows of a dump mean nothing to whoever reads the log where it was restored.

-- Of which one these are, nobody knows: this may be the start after a restore. Whoever watched reads everything once more.
DELETE FROM slot_changes;

ALTER TABLE slot_changes
    ADD COLUMN cluster bigint NOT NULL DEFAULT (pg_control_system()).system_identifier;
