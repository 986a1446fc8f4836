package health.miadi.record.control;

import health.miadi.shared.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the key ring from what a deployment gives: {@code miadi.records.keys}, a list of {@code id:base64} by commas or lines;
 * {@code miadi.records.keys-file}, a file with the same; or {@code miadi.records.keystore-file}, a PKCS #12 store with AES keys,
 * and its {@code miadi.records.keystore-password}. All that are given count. {@code miadi.records.key-id} names the key that
 * seals; without it the first of a list does.
 *
 * <p>What is wrong is said in one sentence, which names the setting and never what stands in it.
 */
final class KeyRingSettings {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private final Config config;
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    private KeyRingSettings(Config config) {
        this.config = config;
    }

    /**
     * The ring that the configuration gives.
     *
     * @throws IllegalStateException when there is none, or something about it is wrong (R-AUTH-9)
     */
    static KeyRing read(Config config) {
        return new KeyRingSettings(config).ring();
    }

    private KeyRing ring() {
        Setting.RECORDS_KEYS.given(config).ifPresent(list -> addAll(list, "MIADI_RECORDS_KEYS"));
        Setting.RECORDS_KEYS_FILE
                .given(config)
                .ifPresent(file -> addAll(text(file), "The file of MIADI_RECORDS_KEYS_FILE"));
        boolean listed = !keys.isEmpty();
        Setting.RECORDS_KEYSTORE_FILE.given(config).ifPresent(this::addStore);
        if (keys.isEmpty()) {
            throw fault("MIADI_RECORDS_KEYS_FILE, MIADI_RECORDS_KEYS or MIADI_RECORDS_KEYSTORE_FILE must give a key");
        }
        return new KeyRing(keys, current(listed));
    }

    private String current(boolean listed) {
        Optional<String> named = Setting.RECORDS_KEY_ID.given(config);
        if (named.isEmpty()) {
            if (!listed && keys.size() > 1) {
                throw fault("MIADI_RECORDS_KEY_ID must name the key that seals, because the keystore has several");
            }
            return keys.keySet().iterator().next();
        }
        return keys.keySet().stream()
                // a keystore writes its names in small letters
                .filter(id -> id.equals(named.get()) || (!listed && id.equalsIgnoreCase(named.get())))
                .findFirst()
                .orElseThrow(() -> fault("MIADI_RECORDS_KEY_ID must be the id of one of the keys that are given"));
    }

    private void addAll(String list, String source) {
        for (String line : list.split("[,\\r\\n]")) {
            String entry = line.strip();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            int colon = entry.indexOf(':');
            if (colon < 0) {
                throw fault(source + " must hold keys as id:base64, separated by commas or lines");
            }
            add(
                    entry.substring(0, colon).strip(),
                    decoded(entry.substring(colon + 1).strip()),
                    source);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException refused) {
            return new byte[0];
        }
    }

    private void add(String id, byte[] key, String source) {
        if (!ID.matcher(id).matches()) {
            throw fault(source + " must name each key with 1 to 32 letters, digits, dots, dashes or underscores");
        }
        if (key.length != KeyRing.KEY_BYTES) {
            throw fault(source + " must give each key as 32 bytes (AES-256); that of \"" + id + "\" is not");
        }
        if (keys.putIfAbsent(id, new SecretKeySpec(key, "AES")) != null) {
            throw fault(source + " gives a key with an id that is there already: \"" + id + "\"");
        }
    }

    private void addStore(String file) {
        char[] password =
                Setting.RECORDS_KEYSTORE_PASSWORD.given(config).orElse("").toCharArray();
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            List<String> aliases =
                    Collections.list(store.aliases()).stream().sorted().toList();
            for (String alias : aliases) {
                Key key = store.getKey(alias, password);
                byte[] encoded = key instanceof SecretKey ? key.getEncoded() : null;
                add(alias, encoded == null ? new byte[0] : encoded, "The keystore of MIADI_RECORDS_KEYSTORE_FILE");
            }
        } catch (IOException | InvalidPathException | GeneralSecurityException refused) {
            throw fault("MIADI_RECORDS_KEYSTORE_FILE must name a PKCS #12 keystore that can be read and that"
                    + " MIADI_RECORDS_KEYSTORE_PASSWORD opens");
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException refused) {
            throw fault("MIADI_RECORDS_KEYS_FILE must name a file that can be read");
        }
    }

    private static IllegalStateException fault(String sentence) {
        return new IllegalStateException("Miadi cannot start: " + sentence + ".");
    }
}
