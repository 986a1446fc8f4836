package health.miadi.shared.openapi;

import java.util.List;

/**
 * Who may call an operation.
 *
 * @param isPublic whether a caller needs no credentials
 * @param roles the roles that may call it, sorted; empty for a public operation
 * @param isForEveryRole whether no signed-in caller is refused for the role alone
 */
record Access(boolean isPublic, List<String> roles, boolean isForEveryRole) {}
