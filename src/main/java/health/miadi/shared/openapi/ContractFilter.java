package health.miadi.shared.openapi;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** The filter that the generator calls once with the whole document, to add what annotations would repeat everywhere. */
public final class ContractFilter implements OASFilter {

    private static final System.Logger LOG = System.getLogger(ContractFilter.class.getName());

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        var classes = ApplicationClasses.besides(ContractFilter.class);
        ScalarSchemas.inline(document);
        AnswerSchemas.name(document);
        new RecordSchemas(classes.records(), classes.sources()).complete(document);
        RequestExamples.addTo(document);
        var components = new SharedComponents(document.getComponents());
        var methods = new ResourceMethods(classes.resources());
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        if (paths == null) {
            LOG.log(System.Logger.Level.WARNING, "No resource was found: the OpenAPI document has no paths");
            return;
        }
        for (var path : paths.entrySet()) {
            for (Operation operation : path.getValue().getOperations().values()) {
                Method method = methods.of(operation.getOperationId());
                complete(operation, path.getKey(), methods.access(method), method, components);
            }
        }
    }

    private static void complete(
            Operation operation, String path, Access access, Method method, SharedComponents components) {
        Parameters.complete(operation, method, components);
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(ResourceMethods.needsBody(method));
        }
        if (!access.isPublic()) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SharedComponents.BEARER)));
        } else if (operation.getSecurity() == null) {
            operation.setSecurity(List.of()); // says that none is needed; saying nothing would leave that open
        }
        describeRoles(operation, access);
        ProblemResponses.add(operation, PossibleProblems.of(operation, path, access), components);
        ResponseHeaders.complete(operation, components);
        operation
                .getResponses()
                .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    }

    private static void describeRoles(Operation operation, Access access) {
        String description = operation.getDescription();
        String callers = access.isPublic()
                ? "anyone, signed in or not"
                : access.isForEveryRole() ? "anyone who is signed in" : String.join(", ", access.roles());
        String roles = "Who may call it: " + callers + ".";
        operation.setDescription(description == null ? roles : description + "\n\n" + roles);
    }
}
