-- How much has been used of what people may do in a time (R-AUTH-12), on every node alike. Keys are SHA-256 hashes: who somebody
-- is, and from where they come, is nobody's business.

CREATE TABLE allowances (
    key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
    -- Used up until then, as if each use came back by itself, one after another.
    used_until timestamptz NOT NULL
);

CREATE INDEX allowances_by_use ON allowances (used_until);
