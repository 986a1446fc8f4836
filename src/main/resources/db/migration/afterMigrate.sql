-- After every migration, and at every start: what the application's role may do, where it is not the owner itself. New
-- tables need no grant of their own. Of the audit trail (R-REC-5) it reads everything and adds what is not the database's
-- own business: number, time and transaction of an entry are.

DO $$
DECLARE
    application text := current_setting('miadi.application_role', true);
    thing record;
BEGIN
    IF coalesce(application, '') IN ('', current_user) THEN
        RETURN;
    END IF;
    -- nodes that start together would change the same rows of the catalogue
    PERFORM pg_advisory_xact_lock(hashtextextended('miadi grants', 0));
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), application);
    FOR thing IN
        SELECT c.oid::regclass AS name, c.relkind AS kind, c.relname ~ '^audit_' AS is_trail,
            c.relname = 'flyway_schema_history' AS is_history
        FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'S')
            AND pg_has_role(c.relowner, 'USAGE')
    LOOP
        IF thing.kind = 'S' THEN
            CONTINUE WHEN thing.is_trail;
            EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE %s TO %I', thing.name, application);
        ELSIF thing.is_trail OR thing.is_history THEN
            EXECUTE format('REVOKE ALL ON TABLE %s FROM %I, PUBLIC', thing.name, application);
            EXECUTE format('GRANT SELECT ON TABLE %s TO %I', thing.name, application);
        ELSE
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE %s TO %I', thing.name, application);
        END IF;
    END LOOP;
    -- columns that are not there yet while a database is migrated to an older version are left out
    FOR thing IN
        SELECT c.oid::regclass AS name, string_agg(quote_ident(a.attname), ', ') AS columns
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = current_schema()::regnamespace AND (
            c.relname = 'audit_entries' AND a.attname IN ('actor_id', 'actor_role', 'actor_name', 'action', 'entity',
                'entity_id', 'outcome', 'reason', 'address', 'request_id', 'detail', 'server_request_id')
            OR c.relname = 'audit_seals' AND a.attname IN ('number', 'through_era', 'through_xid', 'through_id',
                'first_position', 'entries', 'previous_hash', 'ids', 'hashes', 'form'))
        GROUP BY c.oid
    LOOP
        EXECUTE format('GRANT INSERT (%s) ON %s TO %I', thing.columns, thing.name, application);
    END LOOP;
    FOR thing IN
        SELECT p.oid::regprocedure AS name FROM pg_proc p
        WHERE p.pronamespace = current_schema()::regnamespace AND pg_has_role(p.proowner, 'USAGE')
    LOOP
        EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO %I', thing.name, application);
    END LOOP;
END;
$$;

-- A PostgreSQL that was filled from a dump counts its transactions from the beginning: an era of its own begins, so that
-- new entries come after the old ones in the chain.
DO $$
DECLARE
    newest integer := (SELECT max(era) FROM audit_eras);
BEGIN
    IF EXISTS (SELECT 1 FROM audit_entries WHERE era = newest AND xid > pg_snapshot_xmax(pg_current_snapshot())) THEN
        INSERT INTO audit_eras (era) VALUES (newest + 1);
        EXECUTE format('ALTER TABLE audit_entries ALTER COLUMN era SET DEFAULT %s', newest + 1);
    END IF;
END;
$$;

-- Where the clinic's patients phone from, as the configuration has it now; another code makes other numbers of theirs.
DO $$
BEGIN
    -- not there yet while a database is migrated to an older version
    IF to_regproc('phone_from') IS NOT NULL THEN
        PERFORM phone_from(nullif(current_setting('miadi.phone_country_code', true), ''));
    END IF;
END;
$$;
