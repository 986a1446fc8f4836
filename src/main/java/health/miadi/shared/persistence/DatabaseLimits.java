package health.miadi.shared.persistence;

import health.miadi.shared.settings.Setting;
import org.eclipse.microprofile.config.Config;

/**
 * How much of the database this node takes, and how long it waits for what (docs/operating.md). A database that answers
 * nothing costs a request these times and no more. What they come to as they are shipped is a second less than the five within
 * which every request is answered: that second is for the work before the database fell silent, and for the refusal after it.
 *
 * @param poolSize how many connections work at once, at most
 * @param poolWaitMillis how long a transaction waits for one of them
 * @param requestMillis how long one request waits for the database altogether
 * @param connectSeconds until a new connection stands
 * @param socketSeconds how long the database may be silent while it owes an answer
 * @param statementSeconds after which PostgreSQL gives a statement up
 * @param lockSeconds after which it gives up waiting for a row
 * @param validationMillis until a connection that rested has shown that it lives
 * @param pooled whether PgBouncer stands in between and gives each transaction another connection
 */
record DatabaseLimits(
        int poolSize,
        int poolWaitMillis,
        int requestMillis,
        int connectSeconds,
        int socketSeconds,
        int statementSeconds,
        int lockSeconds,
        int validationMillis,
        boolean pooled) {

    static DatabaseLimits of(Config config) {
        return new DatabaseLimits(
                Setting.DB_POOL_SIZE.asNumber(config),
                Setting.DB_POOL_WAIT_MILLIS.asNumber(config),
                Setting.DB_REQUEST_MILLIS.asNumber(config),
                Setting.DB_CONNECT_TIMEOUT_SECONDS.asNumber(config),
                Setting.DB_SOCKET_TIMEOUT_SECONDS.asNumber(config),
                Setting.DB_STATEMENT_TIMEOUT_SECONDS.asNumber(config),
                Setting.DB_LOCK_TIMEOUT_SECONDS.asNumber(config),
                Setting.DB_VALIDATION_TIMEOUT_MILLIS.asNumber(config),
                Setting.DB_POOLER.isOn(config));
    }

    /** What PostgreSQL itself bounds, as the connection says it at its start. */
    String options() {
        return "-c lock_timeout=" + lockSeconds + "s -c statement_timeout=" + statementSeconds + "s";
    }

    /** The same for one transaction, where connections have no start of their own. */
    String statement() {
        return "SET LOCAL lock_timeout = '" + lockSeconds + "s'; SET LOCAL statement_timeout = '" + statementSeconds
                + "s'";
    }
}
