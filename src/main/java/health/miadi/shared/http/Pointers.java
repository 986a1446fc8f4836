package health.miadi.shared.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.Path;
import java.util.List;
import java.util.stream.Collectors;

/** JSON pointers (RFC 6901) out of the paths that the libraries give. */
final class Pointers {
    private Pointers() {}

    static String of(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(Pointers::escape)
                .collect(Collectors.joining());
    }

    static String of(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append(escape(String.valueOf(node.getIndex())));
            }
            if (node.getName() != null) {
                pointer.append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escape(String step) {
        return "/" + step.replace("~", "~0").replace("/", "~1");
    }
}
