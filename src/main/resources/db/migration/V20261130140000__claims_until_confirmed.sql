-- What people say of themselves is a claim until somebody of the clinic saw what proves it (R-PERS-2, ADR 0055): a phone number, a
-- national id and a policy number are unique among those that are confirmed, and nobody is told whose they are by claiming them.

ALTER TABLE persons
    ADD COLUMN phone_confirmed_at timestamptz,
    -- by which account; null for what was there before, was imported, or was proved by nobody's account
    ADD COLUMN phone_confirmed_by uuid,
    ADD COLUMN email_confirmed_at timestamptz,
    ADD COLUMN email_confirmed_by uuid,
    ADD COLUMN national_id_confirmed_at timestamptz,
    ADD COLUMN national_id_confirmed_by uuid;
ALTER TABLE insurance
    ADD COLUMN policy_number_confirmed_at timestamptz,
    ADD COLUMN policy_number_confirmed_by uuid,
    ADD COLUMN policy_number_key text GENERATED ALWAYS AS (upper(regexp_replace(policy_number, '\s', '', 'g'))) STORED;

DROP INDEX persons_unique_phone;
DROP INDEX persons_unique_national_id;
DROP INDEX insurance_unique_policy_number;

-- What was stored was unique, and so clashes with nothing: it counts as confirmed, by nobody in particular.
ALTER TABLE persons DISABLE TRIGGER USER;
UPDATE persons p SET
    phone_confirmed_at = CASE WHEN phone_key IS NOT NULL THEN updated_at END,
    national_id_confirmed_at = CASE WHEN national_id_key IS NOT NULL THEN updated_at END,
    email_confirmed_at = CASE WHEN email IS NOT NULL THEN updated_at END
WHERE erased_at IS NULL;
-- What another one had already when both were found to be the same is a claim from now on, by its key.
UPDATE persons SET phone_key = phone_key(phone, (SELECT country_code FROM phone_numbering))
WHERE phone IS NOT NULL AND phone_key IS NULL;
UPDATE persons SET national_id_key = national_id_key(national_id) WHERE national_id IS NOT NULL AND national_id_key IS NULL;
ALTER TABLE persons ENABLE TRIGGER USER;
UPDATE insurance SET policy_number_confirmed_at = updated_at WHERE insurer <> 'Erased';

ALTER TABLE persons
    ADD CONSTRAINT persons_confirmed_what_is_there CHECK (
        (phone IS NOT NULL OR phone_confirmed_at IS NULL)
        AND (email IS NOT NULL OR email_confirmed_at IS NULL)
        AND (national_id IS NOT NULL OR national_id_confirmed_at IS NULL)
    );

CREATE UNIQUE INDEX persons_unique_phone ON persons (phone_key) WHERE phone_confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX persons_unique_national_id ON persons (national_id_key) WHERE national_id_confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX insurance_unique_policy_number
    ON insurance (policy_number_key) WHERE policy_number_confirmed_at IS NOT NULL;
-- Nobody needs the same cover twice, and hears nothing of others by it.
CREATE UNIQUE INDEX insurance_own_unique_policy_number ON insurance (patient_id, policy_number_key);

-- Clashes are found from the claims, which are few, by whoever else has the same.
CREATE INDEX persons_by_phone_key ON persons (phone_key);
CREATE INDEX persons_by_national_id_key ON persons (national_id_key);
CREATE INDEX insurance_by_policy_number_key ON insurance (policy_number_key);
CREATE INDEX persons_claiming_phone ON persons (id) WHERE phone_confirmed_at IS NULL AND phone_key IS NOT NULL;
CREATE INDEX persons_claiming_national_id ON persons (id)
    WHERE national_id_confirmed_at IS NULL AND national_id_key IS NOT NULL;
CREATE INDEX insurance_claiming ON insurance (patient_id, id) WHERE policy_number_confirmed_at IS NULL;

-- The persons that there are. Of those who were confirmed with what is the same now, the first keeps the mark; the later ones are
-- named, keep what they have, and claim it.
CREATE OR REPLACE FUNCTION fold_persons() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    country text := (SELECT country_code FROM phone_numbering);
    later record;
BEGIN
    FOR later IN
        SELECT id, 'phone' AS field FROM (
            SELECT id, row_number() OVER (PARTITION BY phone_key(phone, country) ORDER BY created_at, id) AS place
            FROM persons WHERE phone_confirmed_at IS NOT NULL) AS keys WHERE place > 1
        UNION ALL
        SELECT id, 'national_id' FROM (
            SELECT id, row_number() OVER (PARTITION BY national_id_key(national_id) ORDER BY created_at, id) AS place
            FROM persons WHERE national_id_confirmed_at IS NOT NULL) AS keys WHERE place > 1
    LOOP
        RAISE WARNING '% of persons % is another one''s, written differently, and has to be confirmed anew', later.field, later.id;
        IF later.field = 'phone' THEN
            UPDATE persons SET phone_confirmed_at = NULL, phone_confirmed_by = NULL, version = version + 1 WHERE id = later.id;
        ELSE
            UPDATE persons SET national_id_confirmed_at = NULL, national_id_confirmed_by = NULL, version = version + 1
            WHERE id = later.id;
        END IF;
    END LOOP;
    UPDATE persons p SET sort_name = person_sort_name(p), name_within = person_name_within(person_sort_name(p)),
        search_text = person_search_text(p), phone_key = phone_key(phone, country),
        national_id_key = national_id_key(national_id);
END;
$$;
