package health.miadi.record.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.miadi.record.entity.Seal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("R-REC-4: a sealed value")
class RecordCipherPropertiesTest {
    private static final SecretKey OLD = key();
    private static final SecretKey NEW = key();
    private static final RecordCipher BEFORE = new RecordCipher(ring("old", Map.of("old", OLD)));
    private static final RecordCipher AFTER = new RecordCipher(ring("new", Map.of("old", OLD, "new", NEW)));
    private static final Seal SEAL = seal(1);

    @Property(tries = 300)
    @Label("opens to what was sealed, whatever signs it has")
    void roundTrip(@ForAll("texts") String text, @ForAll RecordField field) throws Exception {
        assertThat(BEFORE.open(BEFORE.seal(text, SEAL, field), SEAL, field)).isEqualTo(text);
    }

    @Property(tries = 300)
    @Label("opens with a former key after the next one took over, and names its own")
    void rotation(@ForAll("texts") String text) throws Exception {
        byte[] before = BEFORE.seal(text, SEAL, RecordField.NOTES);
        byte[] after = AFTER.seal(text, SEAL, RecordField.NOTES);

        assertThat(AFTER.open(before, SEAL, RecordField.NOTES)).isEqualTo(text);
        assertThat(idOf(before)).isEqualTo("old");
        assertThat(idOf(after)).isEqualTo("new");
        assertUnreadable(BEFORE, after, SEAL, RecordField.NOTES, "its key is not configured");
    }

    @Property(tries = 2_000)
    @Label("is refused when any bit of it is another")
    void flippedBit(@ForAll("texts") String text, @ForAll int position) {
        byte[] value = AFTER.seal(text, SEAL, RecordField.DIAGNOSIS);
        int bit = Math.floorMod(position, value.length * Byte.SIZE);
        value[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));

        assertUnreadable(AFTER, value, SEAL, RecordField.DIAGNOSIS, "");
    }

    @Property(tries = 500)
    @Label("is refused when it is cut off or longer")
    void cutOff(@ForAll("texts") String text, @ForAll int length) {
        byte[] value = AFTER.seal(text, SEAL, RecordField.DIAGNOSIS);
        int other = Math.floorMod(length, value.length);

        assertUnreadable(AFTER, Arrays.copyOf(value, other), SEAL, RecordField.DIAGNOSIS, "");
        assertUnreadable(AFTER, Arrays.copyOf(value, value.length + 1 + other), SEAL, RecordField.DIAGNOSIS, "");
    }

    @Property(tries = 200)
    @Label("is refused as another part, in another version, of another record, visit, patient or provider")
    void moved(@ForAll("texts") String text, @ForAll RecordField field, @ForAll RecordField other) {
        byte[] value = AFTER.seal(text, SEAL, field);
        UUID id = UUID.randomUUID();
        List<Seal> others = List.of(
                new Seal(id, SEAL.appointmentId(), SEAL.patientId(), SEAL.providerId(), SEAL.number()),
                new Seal(SEAL.recordId(), id, SEAL.patientId(), SEAL.providerId(), SEAL.number()),
                new Seal(SEAL.recordId(), SEAL.appointmentId(), id, SEAL.providerId(), SEAL.number()),
                new Seal(SEAL.recordId(), SEAL.appointmentId(), SEAL.patientId(), id, SEAL.number()),
                new Seal(SEAL.recordId(), SEAL.appointmentId(), SEAL.patientId(), SEAL.providerId(), 2));

        others.forEach(seal -> assertUnreadable(AFTER, value, seal, field, "it was changed"));
        if (other != field) {
            assertUnreadable(AFTER, value, SEAL, other, "it was changed");
        }
    }

    @Example
    @Label("is refused by another key of the same name")
    void otherKey() {
        RecordCipher stranger = new RecordCipher(ring("old", Map.of("old", NEW)));

        assertUnreadable(
                stranger, BEFORE.seal("text", SEAL, RecordField.NOTES), SEAL, RecordField.NOTES, "its key is another");
    }

    @Example
    @Label("never has the nonce of another, and never shows its text")
    void nonces() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            byte[] value = BEFORE.seal("the same text", SEAL, RecordField.NOTES);
            values.add(new String(value, 2 + "old".length(), 12, StandardCharsets.ISO_8859_1));
            assertThat(new String(value, StandardCharsets.ISO_8859_1)).doesNotContain("same");
        }
        assertThat(values).hasSize(10_000);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().ofMinLength(1).ofMaxLength(200);
        Arbitrary<String> scripts = Arbitraries.of("Otite média ", "中耳炎", "ⴰⵎⵓⵟⵟⵓⵏ", "🩺", "e\u0301", "\n\t");
        return Combinators.combine(anything.filter(RecordCipherPropertiesTest::isText), scripts)
                .as(String::concat);
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(character -> Character.getType(character) == Character.SURROGATE);
    }

    private static void assertUnreadable(RecordCipher cipher, byte[] value, Seal seal, RecordField field, String why) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> cipher.open(value, seal, field))
                .withMessageContaining(why);
    }

    private static String idOf(byte[] value) {
        return new String(value, 2, value[1], StandardCharsets.US_ASCII);
    }

    private static Seal seal(int number) {
        return new Seal(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), number);
    }

    private static KeyRing ring(String current, Map<String, SecretKey> keys) {
        return new KeyRing(new LinkedHashMap<>(keys), current);
    }

    private static SecretKey key() {
        byte[] key = new byte[KeyRing.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "AES");
    }
}
