package health.miadi.identity.boundary;

import health.miadi.identity.control.FactorRemoval;
import health.miadi.identity.control.FactorRemovals;
import health.miadi.identity.control.PasswordResets;
import health.miadi.identity.control.Passwords;
import health.miadi.identity.control.UserAdministration;
import health.miadi.identity.control.UserQuery;
import health.miadi.identity.control.UserRepository;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.identity.http.CurrentCaller;
import health.miadi.shared.http.IfMatch;
import health.miadi.shared.http.NamedIds;
import health.miadi.shared.http.PageParameters;
import health.miadi.shared.http.SearchText;
import health.miadi.shared.http.StrictJsonProvider;
import health.miadi.shared.http.Versioned;
import health.miadi.shared.idempotency.Created;
import health.miadi.shared.idempotency.IdempotentCreation;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.Page;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The accounts, for admins (R-AUTH-5). */
@Path("/users")
@RequestScoped
@Tag(name = "Users")
@SecurityRequirement(name = "bearer")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    static final String PATH = "/api/v1/users/";

    @EJB
    UserAdministration users;

    @EJB
    PasswordResets resets;

    @EJB
    FactorRemovals removals;

    @EJB
    IdempotentCreation creation;

    @Inject
    Passwords passwords;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "listUsers", summary = "The accounts, by username")
    @APIResponse(responseCode = "200", description = "A page of accounts")
    public Page<UserResponse> list(
            @Parameter(
                            description = "What is said of the account or its person: username, e-mail address, name",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100))
                    @QueryParam("search")
                    @Nullable
                    String search,
            @Parameter(description = "Only those with this role") @QueryParam("role") @Nullable Role role,
            @Parameter(description = "Only those whose owners can sign in, or only those whose owners cannot")
                    @QueryParam("enabled")
                    @Nullable
                    Boolean enabled,
            @Parameter(description = "Only these, as far as they exist; can be given up to 100 times") @QueryParam("id")
                    List<UUID> ids,
            @BeanParam PageParameters paging) {
        return page(
                new UserQuery(SearchText.of(search), role, enabled, NamedIds.of(ids, "id")),
                paging.of(UserRepository.SORT_KEYS));
    }

    @POST
    @Path("/search")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchUsers",
            summary = "The accounts that you look for, by username",
            description =
                    "The same as the list, with what is looked for in the body: addresses are kept where bodies are not.")
    @APIResponse(responseCode = "200", description = "A page of accounts")
    public Page<UserResponse> search(UserSearchRequest request) {
        return page(
                new UserQuery(SearchText.of(request.search(), "/search"), request.role(), request.enabled(), List.of()),
                PageParameters.query(request.limit(), request.cursor(), UserRepository.SORT_KEYS));
    }

    private Page<UserResponse> page(UserQuery query, PageQuery page) {
        List<User> found = users.list(caller.get(), query, page);
        Map<UUID, String> former = users.formerAddresses(found);
        Map<UUID, FactorRemoval> asked = removals.of(found);
        return Page.of(found, page, UsersResource::after)
                .map(user -> UserResponse.from(
                        user,
                        former.get(user.id()),
                        FactorRemovalResponse.from(asked.get(user.id()), removals.pause())));
    }

    private UserResponse response(User user) {
        return UserResponse.from(
                user,
                users.formerAddresses(List.of(user)).get(user.id()),
                FactorRemovalResponse.from(removals.of(List.of(user)).get(user.id()), removals.pause()));
    }

    private static Cursor after(User user) {
        return Cursor.after(user.username().toLowerCase(Locale.ROOT));
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createUser", summary = "Open an account")
    @Extension(name = "x-problems", value = "duplicate")
    @APIResponse(
            responseCode = "201",
            description = "The new account",
            content = @Content(schema = @Schema(implementation = UserResponse.class)))
    public Created create(@HeaderParam("Idempotency-Key") @Nullable String key, UserRequest request) {
        String hash = hash(request.password());
        // The terms stand for the request: the hash that is kept of it must not be one of a password.
        return creation.once(caller.get().userId(), key, "users", request.terms(), () -> {
            User user = users.open(request.terms(), hash);
            return Created.of(PATH + user.id(), user.id(), user.version(), UserResponse.from(user, null, null));
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "getUser", summary = "One account")
    @APIResponse(responseCode = "200", description = "The account")
    public Versioned<UserResponse> get(@PathParam("id") UUID id) {
        User user = users.get(caller.get(), id);
        return Versioned.of(id, user.version(), response(user));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes({StrictJsonProvider.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeUser",
            summary = "Change an account",
            description =
                    "A change of password, role or person, and disabling, end all sessions of the account. The e-mail"
                            + " address is that of its person, and changes with it; a username that is the address follows.")
    @Extension(name = "x-problems", value = "duplicate, last-admin, account-conflict")
    @APIResponse(responseCode = "200", description = "The changed account")
    public Versioned<UserResponse> change(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, UserPatchRequest request) {
        request.requireComplete();
        User user = users.change(id, ifMatch.version(), request::applied, hash(request.newPassword()));
        return Versioned.of(id, user.version(), response(user));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            operationId = "deleteUser",
            summary = "Remove an account",
            description = "Its person stays, and what it did stays in the histories. All its sessions end.")
    @Extension(name = "x-problems", value = "last-admin, account-conflict")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        users.remove(id, ifMatch.version());
    }

    @DELETE
    @Path("/{id}/sessions")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            operationId = "endSessionsOfUser",
            summary = "Sign an account out everywhere",
            description = "Ends all its sessions, on every node. Its owner can sign in again.")
    @APIResponse(responseCode = "204", description = "Nobody is signed in to the account")
    public void endSessions(@PathParam("id") UUID id) {
        users.signOut(id);
    }

    @POST
    @Path("/{id}/second-factor-removal")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askSecondFactorRemoval",
            summary = "Ask for the removal of the second factor of somebody who lost it",
            description =
                    "The owner is told and can refuse; another admin confirms it. Where no other admin could, whoever asked does after a day. Nobody does so for"
                            + " themselves.")
    @Extension(name = "x-problems", value = "account-conflict")
    @APIResponse(responseCode = "204", description = "Asked for")
    public void askRemoval(@PathParam("id") UUID id, FactorRemovalRequest request) {
        removals.ask(id, caller.get().userId(), request.reason());
    }

    @POST
    @Path("/{id}/second-factor-removal/confirmation")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            operationId = "confirmSecondFactorRemoval",
            summary = "Confirm the removal of somebody's second factor",
            description =
                    "Its app, passkeys and recovery codes work no more, and all sessions of the account end. The password, or a new one, signs in again. It takes"
                            + " another admin than the one who asked, whose account is older than a day and was changed by nobody else in it.")
    @Extension(name = "x-problems", value = "account-conflict")
    @APIResponse(responseCode = "204", description = "Removed")
    public void confirmRemoval(@PathParam("id") UUID id) {
        removals.confirm(id, caller.get().userId());
    }

    @DELETE
    @Path("/{id}/second-factor-removal")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "withdrawSecondFactorRemoval", summary = "Take back what was asked for")
    @APIResponse(responseCode = "204", description = "Nobody asks for it any more")
    public void withdrawRemoval(@PathParam("id") UUID id) {
        removals.withdraw(id);
    }

    @POST
    @Path("/{id}/password-reset")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            operationId = "issuePasswordReset",
            summary = "Make a one-time code for a new password",
            description = "It is shown this once, and works once; a former one of the account works no more.")
    @Extension(name = "x-problems", value = "account-conflict")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content = @Content(schema = @Schema(implementation = PasswordCodeResponse.class)))
    public Response issueReset(@PathParam("id") UUID id) {
        return Response.ok(PasswordCodeResponse.from(resets.issue(id)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Hashing takes its turn before a transaction begins. */
    private @Nullable String hash(@Nullable String password) {
        return password == null ? null : passwords.accept(password, "/password");
    }
}
