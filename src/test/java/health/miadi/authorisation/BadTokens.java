package health.miadi.authorisation;

import com.nimbusds.jwt.JWTClaimsSet;
import health.miadi.testing.Clinic;
import health.miadi.testing.SuiteServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that would be an admin's if they were right, each wrong in one thing. */
final class BadTokens {

    private final Clinic clinic;

    BadTokens(Clinic clinic) {
        this.clinic = clinic;
    }

    /** Each under what is wrong with it. */
    @SuppressWarnings("JavaUtilDate") // the library's own type for instants
    Map<String, String> all() throws GeneralSecurityException {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token at all", "nonsense");
        tokens.put("expired", admin(claims -> claims.issueTime(new Date(0)).expirationTime(new Date(900_000))));
        tokens.put("not valid yet", admin(claims -> claims.notBeforeTime(new Date(4_000_000_000_000L))));
        tokens.put("tampered with", tampered());
        tokens.put("alg=none", part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims() + ".");
        byte[] key = SuiteServer.get().keys().pair().getPublic().getEncoded();
        tokens.put("HS256 with the public key", hs256(key));
        tokens.put("HS256 with the public key as PEM", hs256(pem(key)));
        tokens.put("signed by another key", signedByAnother());
        tokens.put("of another issuer", admin(claims -> claims.issuer("another")));
        tokens.put("for another audience", admin(claims -> claims.audience("another")));
        tokens.put("without a session", admin(claims -> claims.claim("sid", "")));
        tokens.put("revoked", revoked());
        return tokens;
    }

    private String admin(Consumer<JWTClaimsSet.Builder> change) {
        return clinic.accounts().token(claims -> {
            asAdmin(claims);
            change.accept(claims);
        });
    }

    private void asAdmin(JWTClaimsSet.Builder claims) {
        claims.subject(UUID.randomUUID().toString()).claim("upn", "forger").claim("groups", List.of("admin"));
    }

    private String claims() {
        return admin(same -> {}).split("\\.", -1)[1];
    }

    private String tampered() {
        String[] parts =
                admin(claims -> claims.claim("groups", List.of("patient"))).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + part(claims.replace("patient", "admin")) + "." + parts[2];
    }

    private String hs256(byte[] secret) throws GeneralSecurityException {
        String id = SuiteServer.get().keys().id();
        String open = part("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + id + "\"}") + "." + claims();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return open + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(open.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] pem(byte[] key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String signedByAnother() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return clinic.accounts().token(generator.generateKeyPair(), this::asAdmin);
    }

    /** One whose owner signed out; it worked before. */
    private String revoked() {
        String token = clinic.accounts().open("admin", null);
        clinic.as(token).get("/auth/me").expect(200);
        clinic.as(token).post("/auth/logout").expect(204);
        return token;
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
