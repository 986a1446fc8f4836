-- The chain over the audit trail (R-REC-5): each entry's hash is that of the one before it and of what the entry says. It is
-- made after the entries, so that bookings wait for nobody. The entries come in the order of their era, transaction and id;
-- what a seal holds begins after the one before it.

CREATE TABLE audit_seals (
    number bigint PRIMARY KEY CHECK (number > 0),
    -- its last entry
    through_era integer NOT NULL,
    through_xid xid8 NOT NULL,
    through_id bigint NOT NULL,
    -- the place in the chain of its first entry, from 1
    first_position bigint NOT NULL CHECK (first_position > 0),
    entries integer NOT NULL CHECK (entries > 0),
    -- the hash of the entry before its first; 32 times 0 before the very first
    previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    -- 8 bytes of each entry's id, the most significant first; 32 bytes of each entry's SHA-256
    ids bytea NOT NULL CHECK (octet_length(ids) = 8 * entries),
    hashes bytea NOT NULL CHECK (octet_length(hashes) = 32 * entries),
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_changed_audit();

-- Transactions are counted by one PostgreSQL: entries that were restored from another's dump are of an era that is over.
CREATE TABLE audit_eras (
    era integer PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

INSERT INTO audit_eras (era) VALUES (1);

CREATE TRIGGER audit_eras_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_eras
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_changed_audit();
