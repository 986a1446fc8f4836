package health.miadi.shared.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives every request an example with what it needs and no more, so that trying an operation on the API page does not begin
 * with made-up ids of things that do not exist.
 */
final class RequestExamples {

    private static final Map<String, Object> BY_MEMBER = Map.ofEntries(
            Map.entry("firstName", "Amina"),
            Map.entry("lastName", "Otieno"),
            Map.entry("dateOfBirth", "1990-05-17"),
            Map.entry("email", "amina.otieno@example.org"),
            Map.entry("username", "amina.otieno@example.org"),
            Map.entry("password", "nine green mangoes at noon"),
            Map.entry("currentPassword", "nine green mangoes at noon"),
            Map.entry("newPassword", "a quiet river in October"),
            Map.entry("code", "7K3M-0Q9D-XW2T-5RBH-8NVE-4JYA-P6GZ"),
            Map.entry("cadre", "clinical officer"),
            Map.entry("timeZone", "Africa/Nairobi"),
            Map.entry("name", "Consultation"),
            Map.entry("durationMinutes", 30),
            // With a zero in front: 17:00 is the number 1020 to readers of YAML 1.1.
            Map.entry("startTime", "08:00"),
            Map.entry("endTime", "09:30"),
            Map.entry("startDate", "2030-03-04"),
            Map.entry("endDate", "2030-03-08"),
            Map.entry("start", "2030-03-04T09:30:00+03:00"),
            Map.entry("diagnosis", "Acute otitis media, left ear"),
            Map.entry("insurer", "Jubilee Health"),
            Map.entry("policyNumber", "JH-2031-004417"),
            Map.entry("expiryDate", "2031-12-31"),
            Map.entry("said", "skin"),
            Map.entry("meant", "Dermatology"),
            Map.entry("through", 4711),
            Map.entry("credentialId", "HW4vQ0NwYlVqJ5m2kT8xZg"),
            Map.entry("clientDataJSON", "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0"),
            Map.entry("authenticatorData", "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAA"),
            Map.entry("attestationObject", "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVg"),
            Map.entry("userHandle", "AZjB8m8efDqdRFvgo8HS5A"),
            Map.entry("signature", "MEUCIQDJ1Q0kq8mX4h0bYwS3"),
            Map.entry("reason", "Follow-up visit"));

    /** None of them is required alone, and one of them is (R-PERS-4). */
    private static final Set<String> NAMES = Set.of("firstName", "lastName");

    private static final String SOME_ID = "0198c1f2-6f1e-7c3a-9d44-5be0a3c1d2e4";

    private final Map<String, Schema> schemas;

    private RequestExamples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void addTo(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas != null) {
            var examples = new RequestExamples(schemas);
            schemas.forEach((name, schema) -> {
                if (name.endsWith("Request") && schema.getExample() == null && schema.getProperties() != null) {
                    schema.setExample(examples.of(schema));
                }
            });
        }
    }

    private Map<String, Object> of(Schema request) {
        List<String> required = request.getRequired();
        Set<String> members =
                required == null ? unrequired(request.getProperties().keySet()) : Set.copyOf(required);
        Map<String, Object> example = new LinkedHashMap<>();
        request.getProperties().forEach((name, member) -> {
            if ((members.contains(name) || NAMES.contains(name)) && (required != null || BY_MEMBER.containsKey(name))) {
                example.put(name, of(name, member));
            }
        });
        return example;
    }

    /** What an example has where nothing is required alone. */
    private static Set<String> unrequired(Set<String> members) {
        return members.containsAll(NAMES) ? NAMES : members;
    }

    private Object of(String name, Schema member) {
        Schema resolved = resolved(member);
        if (resolved.getType() != null && resolved.getType().contains(Schema.SchemaType.BOOLEAN)) {
            return true;
        }
        if (BY_MEMBER.containsKey(name)) {
            return BY_MEMBER.get(name);
        }
        if (resolved.getEnumeration() != null) {
            return resolved.getEnumeration().get(0);
        }
        if ("uuid".equals(resolved.getFormat())) {
            return SOME_ID;
        }
        if (resolved.getProperties() != null) {
            return of(resolved);
        }
        throw new IllegalStateException("no example for a member called " + name);
    }

    /** The schema that a member means, directly or as the one part of another. */
    private Schema resolved(Schema member) {
        Schema meant = member.getAllOf() == null ? member : member.getAllOf().get(0);
        String reference = meant.getRef();
        return reference == null
                ? meant
                : Objects.requireNonNull(schemas.get(reference.substring(reference.lastIndexOf('/') + 1)));
    }
}
