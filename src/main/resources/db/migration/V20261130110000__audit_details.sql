-- What an entry is about beyond its one thing, in words of the application: the fields that changed, the filter of a
-- list and how many it showed (R-REC-5), the limit that was hit. Never what somebody typed.
ALTER TABLE audit_entries
    ADD COLUMN detail text CHECK (length(detail) BETWEEN 1 AND 500),
    -- Ours, beside the one that the client may have chosen: no two requests have the same.
    ADD COLUMN server_request_id text CHECK (length(server_request_id) BETWEEN 1 AND 100);

-- Hashes are of the new columns, too. A node of an older version that still runs while others are new would make hashes
-- without them: what it seals is refused, and a new node seals it.
ALTER TABLE audit_seals
    ADD COLUMN form smallint NOT NULL DEFAULT 1,
    ADD CONSTRAINT audit_seals_form CHECK (form >= 2) NOT VALID;
