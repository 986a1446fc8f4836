-- The migration after this one (20261129150000) folds what providers do before it makes the columns for that, and so it fails in
-- every database with a provider of a specialization. Until it makes them, columns of these names stand in for them; they go when
-- it has folded the persons. A database that has it already needs nothing. V20261130220000 takes the trigger away.
DO $$
BEGIN
    IF to_regproc('fold_persons') IS NOT NULL THEN
        RETURN;
    END IF;
    ALTER TABLE providers ADD COLUMN specialization_folded text, ADD COLUMN cadre_folded text;
    CREATE FUNCTION drop_stand_in_columns() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        IF EXISTS (
            SELECT FROM pg_attribute
            WHERE attrelid = 'providers'::regclass AND attname = 'specialization_folded' AND attgenerated = ''
        ) THEN
            ALTER TABLE providers DROP COLUMN specialization_folded, DROP COLUMN cadre_folded;
        END IF;
        RETURN NULL;
    END;
    $body$;
    CREATE TRIGGER persons_drop_stand_in_columns AFTER UPDATE ON persons
        FOR EACH STATEMENT EXECUTE FUNCTION drop_stand_in_columns();
END;
$$;
