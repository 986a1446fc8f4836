package health.miadi.identity.entity;

/** Administrative gender, in the four values of HL7 FHIR. */
public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
