package health.miadi.demo;

import health.miadi.availability.entity.TypeConditions;

/** The kinds of appointments that the sample clinic offers. */
enum SampleAppointmentType {
    CONSULTATION("Consultation", new TypeConditions(30, 30, 0, 0, null, null, null, true)),
    FOLLOW_UP("Follow-up", new TypeConditions(15, 15, 0, 0, null, null, null, true)),
    VACCINATION("Vaccination", new TypeConditions(10, 10, 0, 5, null, null, 24, true)),
    MINOR_PROCEDURE("Minor procedure", new TypeConditions(60, 30, 15, 15, 1_440, null, null, false));

    private final String title;
    private final TypeConditions conditions;

    SampleAppointmentType(String title, TypeConditions conditions) {
        this.title = title;
        this.conditions = conditions;
    }

    /** Its name in the clinic. */
    String title() {
        return title;
    }

    TypeConditions conditions() {
        return conditions;
    }
}
