-- Text has one form (R-PERS-1): composed, nothing at its ends that nobody sees, and in names nothing that turns the
-- direction of others. New text is brought to it where it enters; this brings what is stored. What cannot be brought stays
-- as it is and is named in the log by its table, column and id: a name of nothing to see, and what would be another's then.

CREATE FUNCTION pg_temp.formed(given text, is_name boolean) RETURNS text LANGUAGE sql AS $$
    WITH form AS (
        SELECT
            '[\u0009-\u000d\u0020\u0085\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f'
            || '\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3'
            || '\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+' AS unseen
    )
    SELECT regexp_replace(
        CASE WHEN is_name THEN regexp_replace(composed, '[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]', '', 'g')
            ELSE composed END,
        '^' || unseen || '|' || unseen || '$', '', 'g')
    FROM form, normalize(given, NFC) AS composed
$$;

-- A repaired reason is no change of the appointment, and no free time comes of it.
ALTER TABLE appointments DISABLE TRIGGER USER;
ALTER TABLE availability_exceptions DISABLE TRIGGER USER;

DO $$
DECLARE
    place record;
    stored record;
    form text;
BEGIN
    FOR place IN
        SELECT * FROM (VALUES
            ('persons', 'first_name', true, false), ('persons', 'last_name', true, false),
            ('persons', 'national_id', true, true), ('providers', 'cadre', true, false),
            ('providers', 'specialization', true, true), ('insurance', 'insurer', true, false),
            ('appointment_types', 'name', true, false), ('appointments', 'reason', false, true),
            ('availability_exceptions', 'reason', false, true)
        ) AS places (tab, col, is_name, is_optional)
    LOOP
        FOR stored IN EXECUTE format(
            'SELECT id, %1$I AS value FROM %2$I WHERE pg_temp.formed(%1$I, %3$L) <> %1$I', place.col, place.tab,
            place.is_name)
        LOOP
            form := nullif(pg_temp.formed(stored.value, place.is_name), '');
            IF form IS NULL AND NOT place.is_optional THEN
                RAISE WARNING '% of % % shows nothing and stays as it is', place.col, place.tab, stored.id;
                CONTINUE;
            END IF;
            BEGIN
                EXECUTE format('UPDATE %I SET %I = $1 WHERE id = $2', place.tab, place.col) USING form, stored.id;
                EXECUTE format('UPDATE %I SET version = version + 1 WHERE id = $1',
                    CASE place.tab WHEN 'providers' THEN 'persons' ELSE place.tab END) USING stored.id;
            EXCEPTION WHEN unique_violation OR check_violation THEN
                RAISE WARNING '% of % % is another one''s in its form and stays as it is', place.col, place.tab, stored.id;
            END;
        END LOOP;
    END LOOP;
END;
$$;

ALTER TABLE appointments ENABLE TRIGGER USER;
ALTER TABLE availability_exceptions ENABLE TRIGGER USER;
DROP FUNCTION pg_temp.formed(text, boolean);
