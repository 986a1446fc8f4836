package health.miadi.shared.openapi;

import health.miadi.shared.http.Versioned;
import health.miadi.shared.paging.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What methods return, as clients see it: what is {@link Versioned} as itself, since its tag is a header, and a {@link Page} under the
 * name of its items.
 */
final class AnswerSchemas {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String VERSIONED = Versioned.class.getSimpleName();
    private static final String PAGE = Page.class.getSimpleName();

    /** What people call the items of a page. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("AppointmentChange", "changes"),
            Map.entry("Appointment", "appointments"),
            Map.entry("AppointmentType", "types"),
            Map.entry("Audit", "entries"),
            Map.entry("Availability", "weekly rules"),
            Map.entry("Clash", "clashes"),
            Map.entry("Emergency", "them"),
            Map.entry("Event", "events"),
            Map.entry("Exception", "exceptions"),
            Map.entry("Hold", "holds"),
            Map.entry("Insurance", "covers"),
            Map.entry("Patient", "files"),
            Map.entry("Provider", "providers"),
            Map.entry("Record", "records"),
            Map.entry("RecordVersion", "versions"),
            Map.entry("Session", "sessions"),
            Map.entry("Slot", "slots"),
            Map.entry("Stranded", "appointments"),
            Map.entry("Synonym", "synonyms"),
            Map.entry("User", "accounts"));

    private final Map<String, Schema> schemas;

    private AnswerSchemas(Map<String, Schema> schemas) {
        this.schemas = new TreeMap<>(schemas);
    }

    /** Names the answers of all operations, and forgets what the generator made of the types around them. */
    static void name(OpenAPI document) {
        if (document.getComponents().getSchemas() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        AnswerSchemas answers = new AnswerSchemas(document.getComponents().getSchemas());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(answers::name);
        answers.schemas.keySet().removeIf(name -> isAround(name));
        document.getComponents().setSchemas(answers.schemas);
    }

    private static boolean isAround(String name) {
        return name.startsWith(VERSIONED) || name.startsWith(PAGE) || name.equals("Cursor");
    }

    private void name(Operation operation) {
        for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
            if (response.getContent() != null) {
                response.getContent().getMediaTypes().values().forEach(this::name);
            }
        }
    }

    private void name(MediaType content) {
        Schema schema = content.getSchema();
        String name =
                schema == null || schema.getRef() == null ? "" : schema.getRef().substring(SCHEMAS.length());
        if (isAround(name)) {
            Map<String, Schema> members =
                    Objects.requireNonNull(schemas.get(name)).getProperties();
            content.setSchema(
                    name.startsWith(VERSIONED)
                            ? members.get("body")
                            : OASFactory.createSchema().ref(page(Objects.requireNonNull(members.get("items")))));
        }
    }

    private String page(Schema items) {
        String item = items.getItems().getRef().substring(SCHEMAS.length());
        String subject = item.replaceAll("^Account(?=Event)|Entry|Appointment(?=$)|Response$", "");
        schemas.put(
                subject + PAGE,
                OASFactory.createSchema()
                        .description("A page of " + Objects.requireNonNull(WORDS.get(subject), item) + ".")
                        .required(List.of("items", "next"))
                        .addType(SchemaType.OBJECT)
                        .addProperty("items", items.description("in the order of the list"))
                        .addProperty(
                                "next",
                                OASFactory.createSchema()
                                        .description("the `cursor` of the next page; null on the last")
                                        .addType(SchemaType.STRING)
                                        .addType(SchemaType.NULL)));
        return subject + PAGE;
    }
}
