package health.miadi.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.server.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-server")
@DisplayName("R-PERS-6: what is unique of a person is compared alike in a file and in the database, and as it is found")
class UniqueKeysIT {
    private static final int CASES = 2_000;
    private static final String SIGNS = "0000123456789 ()./-+ -\u00a0\u2011";
    private static final String LETTERS = SIGNS + "abzABZéÉßøŁıİñ\u0301";

    private final Random random = new Random(20261129);

    private List<String> texts(String signs) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "+" : "");
            for (int length = 1 + random.nextInt(16); length > 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static void assertSame(List<String> texts, String sql, UnaryOperator<String> key) throws SQLException {
        try (TestDatabase database = TestDatabase.startMigrated();
                var connection = database.connect();
                var statement = connection.prepareStatement("SELECT " + sql
                        + " FROM unnest(CAST(? AS text[])) WITH ORDINALITY AS t (given, place) ORDER BY place")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (var rows = statement.executeQuery()) {
                for (String text : texts) {
                    rows.next();
                    assertThat(key.apply(text)).as(text).isEqualTo(rows.getString(1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 1, 49})
    void ofAPhone(int country) throws SQLException {
        assertSame(texts(SIGNS), "phone_key(given, '" + country + "')", text -> UniqueKeys.phone(text, country));
    }

    @Test
    void ofANationalId() throws SQLException {
        assertSame(texts(LETTERS), "national_id_key(given)", UniqueKeys::nationalId);
    }
}
