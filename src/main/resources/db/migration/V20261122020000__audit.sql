-- Who did what (R-REC-5): written in the transaction of what it tells of, and never changed afterwards. Entries name
-- people and things by id, and hold nothing confidential.

CREATE TABLE audit_entries (
    -- Transaction numbers of another PostgreSQL, from which the rows were restored, belong to a former era.
    era integer NOT NULL DEFAULT 1,
    -- By era, transaction and id an entry has its place in the chain: once no transaction of that number or a lower one
    -- runs any more, nothing can come before it.
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id bigint GENERATED ALWAYS AS IDENTITY,
    -- The database's clock: no node of the application can antedate an entry.
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- The account; null for the application itself, for somebody who is not signed in, and at the console.
    actor_id uuid,
    actor_role text NOT NULL CHECK (length(actor_role) BETWEEN 1 AND 20),
    -- Who sits at a console: the name by which the operating system knows them.
    actor_name text CHECK (length(actor_name) BETWEEN 1 AND 100),
    action text NOT NULL CHECK (length(action) BETWEEN 1 AND 30),
    entity text NOT NULL CHECK (length(entity) BETWEEN 1 AND 30),
    entity_id uuid,
    outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
    -- What a person gave as their reason, where a rule asks for one (R-BOOK-4, R-REC-3).
    reason text CHECK (length(reason) BETWEEN 1 AND 500),
    address text CHECK (length(address) BETWEEN 1 AND 45),
    request_id text CHECK (length(request_id) BETWEEN 1 AND 100),
    PRIMARY KEY (era, xid, id)
);

-- One for each question that GET /audit answers; each gives its answer from the newest entry backwards.
CREATE INDEX audit_entries_by_time ON audit_entries (at, id);
CREATE INDEX audit_entries_by_actor ON audit_entries (actor_id, at, id);
CREATE INDEX audit_entries_by_thing ON audit_entries (entity_id, at, id);
CREATE INDEX audit_entries_by_kind ON audit_entries (entity, at, id);

-- The second guard. The first is that the application's role has no right to do this.
CREATE FUNCTION refuse_changed_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_changed_audit();
