package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.control.Notices.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R-AUTH-15: what others did is unread until somebody at the account marked it, and that alone makes it read. */
class NoticesTest {
    private static Entry done(long id) {
        return new Entry(id, false, "email");
    }

    private static Entry mark(long id, long through) {
        return new Entry(id, true, "program=Firefox through=" + through);
    }

    private static Notices among(Entry... newestFirst) {
        return Notices.among(List.of(newestFirst));
    }

    @Test
    void withoutAMarkAllIsUnread() {
        assertThat(among(done(7), done(3)).unread()).containsExactly(7L, 3L);
        assertThat(among().count()).isZero();
    }

    @Test
    void aMarkReachesAsFarAsSomebodyReadAndNoFurther() {
        Notices notices = among(mark(9, 5), done(7), done(5), done(3));
        assertThat(notices.unread()).as("7 came while 5 was read").containsExactly(7L);
        assertThat(notices.hasUpTo(7)).isTrue();
        assertThat(notices.hasUpTo(6)).isFalse();
    }

    @Test
    void noLaterMarkTakesAnEarlierOneBack() {
        assertThat(among(mark(9, 1), mark(8, 7), done(7), done(3)).count()).isZero();
        assertThat(among(done(10), mark(9, 7), done(7)).unread()).containsExactly(10L);
    }
}
