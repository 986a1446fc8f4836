-- A clinic that moves to Miadi keeps the numbers of its patients, whatever they look like; Miadi's own go on as PAT-000123.
ALTER TABLE patients
    DROP CONSTRAINT patients_patient_number_check,
    ADD CONSTRAINT patients_patient_number_check CHECK (char_length(patient_number) BETWEEN 1 AND 40);

-- No two numbers differ by their case alone.
DROP INDEX patients_unique_patient_number;
CREATE UNIQUE INDEX patients_unique_patient_number ON patients (upper(patient_number));
CREATE INDEX patients_by_patient_number ON patients (patient_number);
