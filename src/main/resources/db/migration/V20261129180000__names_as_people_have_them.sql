-- Names and births as people have them (R-PERS-4): one name is enough, and a date of birth says no more than is known. It is
-- text in one of three forms, 1957, 1957-03 or 1957-03-14, whose order is that of the first days.

ALTER TABLE persons
    DROP CONSTRAINT persons_date_of_birth_check,
    ALTER COLUMN first_name DROP NOT NULL,
    ALTER COLUMN last_name DROP NOT NULL;

-- Search and order come from the names, by columns that are computed from them or kept by a trigger: whichever the database
-- has by now, since both came side by side.
DO $$
DECLARE
    computed boolean := (
        SELECT attgenerated = 's' FROM pg_attribute WHERE attrelid = 'persons'::regclass AND attname = 'search_text'
    );
    keeping text := (
        SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 'persons'::regclass AND tgname = 'persons_searchable'
    );
BEGIN
    IF keeping IS NOT NULL THEN
        DROP TRIGGER persons_searchable ON persons;
    END IF;
    ALTER TABLE persons ALTER COLUMN date_of_birth TYPE text USING to_char(date_of_birth, 'YYYY-MM-DD');
    IF keeping IS NOT NULL THEN
        EXECUTE keeping;
    END IF;
    IF computed THEN
        DROP INDEX persons_by_name;
        -- who has one name is sorted by it, among the last names of others
        CREATE INDEX persons_by_name ON persons
            (kind, coalesce(last_name, first_name), coalesce(first_name, last_name), id);
        ALTER TABLE persons
            DROP COLUMN search_text,
            ADD COLUMN search_text text GENERATED ALWAYS AS (
                lower(
                    coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(email, '') || ' '
                        || coalesce(phone, '') || ' ' || coalesce(national_id, '')
                )
            ) STORED;
        CREATE INDEX persons_by_search_text ON persons USING gin (search_text gin_trgm_ops);
    END IF;
END;
$$;

-- Google names some people by one name; until now the other one was a dash.
UPDATE persons
SET first_name = nullif(first_name, '-'), last_name = nullif(last_name, '-'), version = version + 1
WHERE '-' IN (first_name, last_name) AND first_name <> last_name
    AND id IN (SELECT person_id FROM users WHERE openid_subject IS NOT NULL);

ALTER TABLE persons
    ADD CONSTRAINT persons_one_name CHECK (num_nonnulls(first_name, last_name) > 0),
    ADD CONSTRAINT persons_date_of_birth_check CHECK (
        date_of_birth ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$'
        AND left(date_of_birth, 4) >= '1870'
        AND (
            length(date_of_birth) < 10
            OR make_date(
                left(date_of_birth, 4)::integer, substr(date_of_birth, 6, 2)::integer, right(date_of_birth, 2)::integer
            ) IS NOT NULL
        )
    );
