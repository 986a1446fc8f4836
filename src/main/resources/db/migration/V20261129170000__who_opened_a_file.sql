-- R-AUTH-8: a provider who opens a file, as for somebody who walks in, sees it before there is an appointment. Of the files
-- that are there nobody knows who opened them; who has an appointment with the patient sees them as before.
ALTER TABLE patients
    ADD COLUMN opened_by uuid REFERENCES providers (id) ON DELETE SET NULL;

CREATE INDEX patients_by_opener ON patients (opened_by) WHERE opened_by IS NOT NULL;
