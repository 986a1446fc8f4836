package health.miadi.shared.settings;

import static health.miadi.shared.settings.SettingKind.address;
import static health.miadi.shared.settings.SettingKind.choice;
import static health.miadi.shared.settings.SettingKind.file;
import static health.miadi.shared.settings.SettingKind.flag;
import static health.miadi.shared.settings.SettingKind.number;
import static health.miadi.shared.settings.SettingKind.origins;
import static health.miadi.shared.settings.SettingKind.roles;
import static health.miadi.shared.settings.SettingKind.secret;
import static health.miadi.shared.settings.SettingKind.text;

import health.miadi.shared.settings.SettingKind.Flag;
import health.miadi.shared.settings.SettingKind.Number;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Everything that a deployment can set: the one place of each name, kind, range, default and meaning. The start is refused when one
 * is wrong (R-AUTH-9), and {@code docs/configuration.md} is made from here.
 *
 * <p>A value that is blank counts as not set, as from a line {@code MIADI_X=} in an environment file.
 */
public enum Setting {
    DB_URL(
            Section.DATABASE,
            "miadi.db.url",
            text(),
            "JDBC URL, `jdbc:postgresql://host/database`, of a PostgreSQL 14 or later with ICU, encoding UTF-8, and "
                    + "the extensions `btree_gist` and `pg_trgm`; several hosts separated by commas are tried in turn"),
    DB_USER(
            Section.DATABASE,
            "miadi.db.user",
            text(),
            "as whom the application uses the database; should own nothing there"),
    DB_PASSWORD(Section.DATABASE, "miadi.db.password", secret(), "that user's password"),
    DB_OWNER_USER(
            Section.DATABASE,
            "miadi.db.owner-user",
            text(),
            "to whom the database belongs: creates extensions and tables, gives the application its rights, and is "
                    + "used for nothing else; by default the same user ([more](operating.md#a-database-of-your-own))"),
    DB_OWNER_PASSWORD(Section.DATABASE, "miadi.db.owner-password", secret(), "the owner's password"),
    DB_READ_URL(
            Section.DATABASE,
            "miadi.db.read-url",
            text(),
            "a streaming replica that serves lists, searches and counts ([more](operating.md#a-read-replica))"),
    DB_READ_WAIT_MILLIS(
            Section.DATABASE,
            "miadi.db.read-wait-millis",
            number(100, 0, 10_000),
            "how long a read waits until the replica has what was done before"),
    DB_LISTEN_URL(
            Section.DATABASE,
            "miadi.db.listen-url",
            text(),
            "the database itself, where `MIADI_DB_URL` is a PgBouncer ([more](operating.md#pgbouncer))"),
    DB_POOLER(
            Section.DATABASE,
            "miadi.db.pooler",
            flag(false),
            "whether `MIADI_DB_URL` is a PgBouncer in transaction mode"),
    DB_POOL_SIZE(
            Section.DATABASE_LIMITS,
            "miadi.db.pool-size",
            number(20, 1, 500),
            "connections of a node that work at once; all nodes' together, with three more each for listening and "
                    + "starting, stay below `max_connections`"),
    DB_POOL_WAIT_MILLIS(
            Section.DATABASE_LIMITS,
            "miadi.db.pool-wait-millis",
            number(2_000, 250, 60_000),
            "how long a transaction waits for one of them"),
    DB_REQUEST_MILLIS(
            Section.DATABASE_LIMITS,
            "miadi.db.request-millis",
            number(4_000, 1_000, 600_000),
            "how long one request waits for the database altogether: what it waited for connections is taken off what "
                    + "the last may be silent, a second at least, and after an outage it asks no more. A second less than the five in which everybody is answered"),
    DB_CONNECT_TIMEOUT_SECONDS(
            Section.DATABASE_LIMITS,
            "miadi.db.connect-timeout-seconds",
            number(2, 1, 60),
            "until a new connection stands"),
    DB_SOCKET_TIMEOUT_SECONDS(
            Section.DATABASE_LIMITS,
            "miadi.db.socket-timeout-seconds",
            number(5, 1, 600),
            "how long the database may be silent while it owes an answer; longer than the statement's limit"),
    DB_STATEMENT_TIMEOUT_SECONDS(
            Section.DATABASE_LIMITS,
            "miadi.db.statement-timeout-seconds",
            number(3, 1, 600),
            "after which PostgreSQL gives a statement up; shorter than the request's"),
    DB_LOCK_TIMEOUT_SECONDS(
            Section.DATABASE_LIMITS,
            "miadi.db.lock-timeout-seconds",
            number(2, 1, 600),
            "after which it gives up waiting for a row"),
    DB_VALIDATION_TIMEOUT_MILLIS(
            Section.DATABASE_LIMITS,
            "miadi.db.validation-timeout-millis",
            number(1_000, 250, 10_000),
            "until a connection that rested for half a second has shown that it lives"),
    DB_START_WAIT_SECONDS(
            Section.PROCESS,
            "miadi.db.start-wait-seconds",
            number(60, 0, 600),
            "how long a starting node waits for a database that is away"),
    START_FAILURE_ENDS_PROCESS(
            Section.PROCESS,
            "miadi.start.failure-ends-process",
            flag(true),
            "whether a start that failed ends the server's process; `false` where the same server runs other "
                    + "applications"),
    STOP_DRAIN_SECONDS(
            Section.PROCESS,
            "miadi.stop.drain-seconds",
            number(5, 0, 300),
            "how long a node that is told to stop serves on, not ready any more; 0: it does not drain, and the signal "
                    + "is the server's, as with `mvn -Prun` ([more](operating.md#starting-and-stopping))"),
    REQUESTS_AT_ONCE(
            Section.PROCESS,
            "miadi.requests.at-once",
            number(100, 1, 10_000),
            "requests to the API that a node works on at once; more are refused at once. Together with the bodies "
                    + "below fewer than the server's threads, or its health has none left: Payara Micro has 750 "
                    + "(`payara/pre-boot.asadmin`)"),
    REQUESTS_BODIES_AT_ONCE(
            Section.PROCESS,
            "miadi.requests.bodies-at-once",
            number(500, 1, 10_000),
            "requests whose body has not all come yet, which a thread of Payara Micro waits for each; with more of "
                    + "them those whose body is not there at once are refused. WildFly waits without a thread"),
    REQUESTS_BODY_SECONDS(
            Section.PROCESS,
            "miadi.requests.body-seconds",
            number(20, 1, 300),
            "how long a body may take altogether; a read that waits ends earlier by itself "
                    + "([how](adr/0047-connections.md))"),
    SAMPLE_CLINIC(
            Section.PROCESS,
            "miadi.sample-clinic",
            flag(false),
            "whether an empty database gets the sample clinic, as with `mvn -Prun`"),
    SAMPLE_LOGINS_FILE(
            Section.PROCESS,
            "miadi.sample-logins-file",
            file(),
            "where its three logins are; without the file nobody of the sample clinic can sign in"),
    METRICS_TOKEN_FILE(
            Section.SEEN,
            "miadi.metrics.token-file",
            file(),
            "file with the token with which `/operator/metrics` is read"),
    METRICS_TOKEN(Section.SEEN, "miadi.metrics.token", secret(), "the token itself, 20 characters or more"),
    METRICS_FROM(
            Section.SEEN,
            "miadi.metrics.from",
            text(),
            "addresses or networks from which they are read, `10.0.0.0/8, ::1`; without a token and without these "
                    + "nobody reads them"),
    HEALTH_DETAILS(
            Section.SEEN,
            "miadi.health.details",
            flag(false),
            "whether `/health/ready` says which of four things keeps a node from being ready: for where nobody but the "
                    + "operator reaches it"),
    LOG_REQUESTS(
            Section.SEEN, "miadi.log.requests", flag(true), "whether each request to the API has a line in the log"),
    LOG_FORMAT(
            Section.SEEN,
            "miadi.log.format",
            choice("text", "json"),
            "`json`: Miadi's own records as JSON on the standard output, past the server's log"),
    LOG_SLOW_REQUEST_MILLIS(
            Section.SEEN,
            "miadi.log.slow-request-millis",
            number(1_000, 0, 600_000),
            "from which duration on the log warns of a request; 0: never"),
    LOG_SLOW_STATEMENT_MILLIS(
            Section.SEEN,
            "miadi.log.slow-statement-millis",
            number(500, 0, 600_000),
            "from which duration on it warns of a statement of the database; 0: never"),
    LOG_QUERY_IDS(
            Section.SEEN,
            "miadi.log.query-ids",
            flag(true),
            "whether slow statements are looked for in `pg_stat_statements`, so that the log has "
                    + "[the id of their plan](operating.md#the-plan-of-a-slow-statement)"),
    PUBLIC_URL(
            Section.ADDRESS,
            "miadi.public-url",
            address(null),
            "where people reach Miadi, `https://clinic.example.org` for example: whose pages may use a browser's "
                    + "session and passkeys, and where Google sends people back to; by default the request's host"),
    CORS_ORIGINS(
            Section.ADDRESS,
            "miadi.cors.origins",
            origins(),
            "origins of other sites whose pages may use the API from a browser, exact, separated by commas"),
    SIGN_IN_TRUSTED_PROXIES(
            Section.ADDRESS,
            "miadi.sign-in.trusted-proxies",
            text(),
            "the reverse proxies whose `X-Forwarded-For` is believed: addresses or networks, `10.0.0.0/8, ::1`"),
    GOOGLE_CLIENT_ID(
            Section.ADDRESS,
            "google.client-id",
            text(),
            "as whom Miadi asks Google; signing in with Google is off without it "
                    + "([how](operating.md#switch-google-on))"),
    GOOGLE_CLIENT_SECRET(Section.ADDRESS, "google.client-secret", secret(), "what Google gave with it"),
    OPENID_PROVIDER_URI(
            Section.ADDRESS,
            "miadi.openid.provider-uri",
            address("https://accounts.google.com"),
            "another OpenID provider in Google's place"),
    JWT_PRIVATE_KEY_FILE(
            Section.TOKENS,
            "miadi.jwt.private-key-file",
            file(),
            "file with the key that signs access tokens: RSA, 3072 bits for a new one, 2048 at least, or of the curve "
                    + "P-256 with its public key in the same file (`openssl pkey -pubout` appended), PKCS #8 PEM; made by `mvn "
                    + "-Prun`"),
    JWT_PRIVATE_KEY(Section.TOKENS, "miadi.jwt.private-key", secret(), "the same key itself, instead of a file"),
    JWT_VERIFICATION_KEY_FILES(
            Section.TOKENS,
            "miadi.jwt.verification-key-files",
            text(),
            "files of other keys that verify access tokens, separated by commas: the next key and the last one ([how "
                    + "to change keys](adr/0012-sessions.md))"),
    JWT_LIFETIME_SECONDS(
            Section.TOKENS, "miadi.jwt.lifetime-seconds", number(900, 1, 86_400), "how long an access token is valid"),
    SESSION_REFRESH_DAYS(
            Section.TOKENS,
            "miadi.session.refresh-days",
            number(30, 1, 365),
            "how long a refresh token is valid; each one buys the next"),
    SESSION_LONGEST_DAYS(
            Section.TOKENS,
            "miadi.session.longest-days",
            number(90, 1, 3_650),
            "how long a session lasts at most, however often it is renewed"),
    SESSION_FRESH_MINUTES(
            Section.TOKENS,
            "miadi.session.fresh-minutes",
            number(10, 1, 1_440),
            "how long after signing in an account without a password links Google or erases its data"),
    SESSION_RETRY_SECONDS(
            Section.TOKENS,
            "miadi.session.retry-seconds",
            number(60, 0, 600),
            "how long a used refresh token may come again, for a lost answer, a second tab or a slow network"),
    SESSION_RENEWALS_PER_HOUR(
            Section.TOKENS,
            "miadi.session.renewals-per-hour",
            number(120, 10, 10_000),
            "how often a session is renewed in an hour"),
    ADMIN_USERNAME(
            Section.SIGN_IN,
            "miadi.admin.username",
            text(),
            "the first admin's account, opened when the clinic has no admin yet; without it a setup code stands in the "
                    + "log ([more](operating.md#the-first-admin-and-forgotten-passwords))"),
    ADMIN_PASSWORD(Section.SIGN_IN, "miadi.admin.password", secret(), "its password"),
    SETUP_CODE_HOURS(Section.SIGN_IN, "miadi.setup.code-hours", number(24, 1, 168), "how long that code works"),
    SECOND_FACTOR_REQUIRED(
            Section.SIGN_IN,
            "miadi.second-factor.required",
            roles(),
            "the roles that have to have a second factor, separated by commas: `admin, provider`. Whoever has none "
                    + "signs in, and can do nothing but set one up"),
    SECOND_FACTOR_REMOVAL_WAIT_HOURS(
            Section.SIGN_IN,
            "miadi.second-factor.removal-wait-hours",
            number(24, 1, 168),
            "how old and untouched the accounts of two admins are who ask for and confirm the removal of somebody's "
                    + "second factor, and how long it takes where there are no two such"),
    WEBAUTHN_RP_ID(
            Section.SIGN_IN,
            "miadi.webauthn.rp-id",
            text(),
            "a domain above the host of `MIADI_PUBLIC_URL`, where several hosts are to share "
                    + "[passkeys](adr/0056-passkeys.md); those that were made for another name work no more. By default that "
                    + "host"),
    WEBAUTHN_RP_NAME(Section.SIGN_IN, "miadi.webauthn.rp-name", text("Miadi"), "what authenticators call the clinic"),
    WEBAUTHN_CHALLENGES_PER_PLACE_HOUR(
            Section.SIGN_IN,
            "miadi.webauthn.challenges-per-place-hour",
            number(600, 10, 1_000_000),
            "how many challenges for passkeys a place is given in an hour"),
    SIGN_IN_FAILURES(
            Section.SIGN_IN, "miadi.sign-in.failures", number(5, 1, 20), "how many failures slow down who guesses"),
    SIGN_IN_WINDOW_MINUTES(
            Section.SIGN_IN, "miadi.sign-in.window-minutes", number(15, 1, 1_440), "within how many minutes"),
    SIGN_IN_FIRST_DELAY_SECONDS(
            Section.SIGN_IN,
            "miadi.sign-in.first-delay-seconds",
            number(15, 1, 3_600),
            "the delay after the last free failure; it doubles with each further one"),
    SIGN_IN_LONGEST_DELAY_SECONDS(
            Section.SIGN_IN, "miadi.sign-in.longest-delay-seconds", number(900, 1, 86_400), "the longest delay"),
    SIGN_IN_LONGEST_ACCOUNT_DELAY_SECONDS(
            Section.SIGN_IN,
            "miadi.sign-in.longest-account-delay-seconds",
            number(60, 1, 86_400),
            "the longest delay of an account that is guessed from many places"),
    SIGN_IN_FAMILIAR_DAYS(
            Section.SIGN_IN,
            "miadi.sign-in.familiar-days",
            number(90, 1, 365),
            "for how long others' failures do not slow an account where it was signed in to"),
    SIGN_IN_REFUSAL_DELAY_MILLIS(
            Section.SIGN_IN,
            "miadi.sign-in.refusal-delay-millis",
            number(1_000, 0, 10_000),
            "how long the answers 429 and 503 to a sign-in are held back, without a thread"),
    PASSWORD_ITERATIONS(
            Section.PASSWORDS,
            "miadi.password.iterations",
            number(210_000, 210_000, 10_000_000),
            "iterations of PBKDF2; more is slower for everybody"),
    PASSWORD_HASHING_THREADS(
            Section.PASSWORDS,
            "miadi.password.hashing-threads",
            number(0, 0, 64),
            "how many passwords are hashed at a time; 0: a half of the processors, four at most"),
    PASSWORD_HASHING_QUEUE(
            Section.PASSWORDS,
            "miadi.password.hashing-queue",
            number(12, 0, 1_000),
            "how many who sign in wait for it at most, and as many others; more get 503"),
    PASSWORD_HASHING_WAIT_SECONDS(
            Section.PASSWORDS, "miadi.password.hashing-wait-seconds", number(30, 1, 60), "how long they wait"),
    PASSWORD_WORDS(
            Section.PASSWORDS,
            "miadi.password.words",
            text(),
            "words that people of this clinic put into a password first (its name, its town), separated by commas: "
                    + "alone or with digits around them they are refused like common passwords"),
    PASSWORD_CHOICES_PER_HOUR(
            Section.PASSWORDS,
            "miadi.password.choices-per-hour",
            number(20, 1, 10_000),
            "how many new passwords are tried for one account in an hour"),
    PASSWORD_RESET_VALID_HOURS(
            Section.PASSWORDS,
            "miadi.password-reset.valid-hours",
            number(24, 1, 168),
            "how long a code works that an admin issues for a forgotten password"),
    REGISTRATION_PER_PLACE_HOUR(
            Section.PASSWORDS,
            "miadi.registration.per-place-hour",
            number(20, 1, 100_000),
            "how many register in an hour from one place"),
    REGISTRATION_PER_HOUR(
            Section.PASSWORDS,
            "miadi.registration.per-hour",
            number(600, 1, 1_000_000),
            "how many register in an hour in all"),
    BOOKING_DURATION_MINUTES(
            Section.BOOKING,
            "miadi.booking.duration-minutes",
            number(30, 1, 1_440),
            "how long an appointment of no type takes"),
    BOOKING_SHORTEST_MINUTES(
            Section.BOOKING, "miadi.booking.shortest-minutes", number(15, 1, 1_440), "how short one of no type may be"),
    BOOKING_LONGEST_MINUTES(
            Section.BOOKING, "miadi.booking.longest-minutes", number(120, 1, 1_440), "how long one of no type may be"),
    BOOKING_SLOT_INTERVAL_MINUTES(
            Section.BOOKING,
            "miadi.booking.slot-interval-minutes",
            number(15, 1, 1_440),
            "distance between offered starts"),
    BOOKING_MIN_NOTICE_MINUTES(
            Section.BOOKING,
            "miadi.booking.min-notice-minutes",
            number(30, 0, 43_200),
            "how far ahead an appointment starts at least"),
    BOOKING_MAX_HORIZON_DAYS(
            Section.BOOKING, "miadi.booking.max-horizon-days", number(180, 1, 730), "how far ahead it starts at most"),
    BOOKING_OPEN_VISITS(
            Section.BOOKING,
            "miadi.booking.open-visits",
            number(10, 1, 10_000),
            "how many visits a patient can have ahead and still book another without the clinic's staff"),
    BOOKING_OWN_PER_DAY(
            Section.BOOKING,
            "miadi.booking.own-per-day",
            number(5, 1, 10_000),
            "how many visits a patient can book within 24 hours without the clinic's staff"),
    BOOKING_CANCELLATION_NOTICE_HOURS(
            Section.BOOKING,
            "miadi.booking.cancellation-notice-hours",
            number(24, 0, 8_760),
            "until when patients cancel or move by themselves"),
    BOOKING_UNDO_MINUTES(
            Section.BOOKING,
            "miadi.booking.undo-minutes",
            number(10, 0, 1_440),
            "how long patients take back a booking of their own, whatever the notice"),
    BOOKING_CORRECTION_HOURS(
            Section.BOOKING,
            "miadi.booking.correction-hours",
            number(24, 0, 8_760),
            "how long staff take back a check-in, a completion or a no-show"),
    BOOKING_NEXT_STARTS(
            Section.BOOKING,
            "miadi.booking.next-starts",
            number(3, 0, 20),
            "how many next offered starts a refused booking names"),
    BOOKING_NEXT_STARTS_DAYS(
            Section.BOOKING,
            "miadi.booking.next-starts-days",
            number(14, 1, 92),
            "within how many days of the refused one they are looked for"),
    SLOTS_WIDE_PER_MINUTE(
            Section.BOOKING,
            "miadi.slots.wide-per-minute",
            number(60, 1, 100_000),
            "how many searches for free times of all providers, or of more than ten, an account makes in a minute"),
    HOLDS_MINUTES(Section.HOLDS, "miadi.holds.minutes", number(5, 1, 60), "how long a hold lasts"),
    HOLDS_PER_USER(Section.HOLDS, "miadi.holds.per-user", number(3, 1, 50), "how many holds a user can have at a time"),
    HOLDS_PER_HOUR(
            Section.HOLDS,
            "miadi.holds.per-hour",
            number(20, 1, 10_000),
            "how many times a patient can hold in an hour, released or not"),
    IDEMPOTENCY_KEPT_HOURS(
            Section.HOLDS,
            "miadi.idempotency.kept-hours",
            number(24, 1, 720),
            "how long the answer to a keyed request is kept"),
    LIVE_HEARTBEAT_SECONDS(
            Section.LIVE,
            "miadi.live.heartbeat-seconds",
            number(15, 1, 300),
            "how often a quiet stream of events shows that it is alive"),
    LIVE_LISTENERS(
            Section.LIVE,
            "miadi.live.listeners",
            number(5_000, 1, 100_000),
            "how many can watch calendars on one node"),
    LIVE_STREAMS_PER_ACCOUNT(
            Section.LIVE,
            "miadi.live.streams-per-account",
            number(10, 1, 100_000),
            "how many streams of events an account has at a time on one node; the next one ends the oldest"),
    LIVE_KEPT_MINUTES(
            Section.LIVE,
            "miadi.live.kept-minutes",
            number(60, 5, 1_440),
            "how long a broken stream can go on where it stopped"),
    RECORDS_KEYS_FILE(
            Section.RECORDS,
            "miadi.records.keys-file",
            file(),
            "file with the keys that medical records are encrypted with, `id:base64` of 32 bytes, one a line; the "
                    + "first encrypts ([how to change keys](adr/0023-medical-records.md#keys)); made by `mvn -Prun`"),
    RECORDS_KEYS(Section.RECORDS, "miadi.records.keys", secret(), "the same keys themselves, separated by commas"),
    RECORDS_KEYSTORE_FILE(
            Section.RECORDS,
            "miadi.records.keystore-file",
            file(),
            "a PKCS #12 keystore with AES-256 keys, instead or as well"),
    RECORDS_KEYSTORE_PASSWORD(Section.RECORDS, "miadi.records.keystore-password", secret(), "its password"),
    RECORDS_KEY_ID(
            Section.RECORDS, "miadi.records.key-id", text(), "the id of the key that encrypts; by default the first"),
    RECORDS_RESEAL_SECONDS(
            Section.RECORDS,
            "miadi.records.reseal-seconds",
            number(60, 1, 3_600),
            "how often records are looked for that a former key encrypted"),
    RECORDS_SEARCHES_PER_MINUTE(
            Section.RECORDS,
            "miadi.records.searches-per-minute",
            number(30, 1, 100_000),
            "how many searches for a diagnosis an account makes in a minute"),
    PHONE_COUNTRY_CODE(
            Section.RECORDS,
            "miadi.phone.country-code",
            number(254, 1, 999),
            "of which country a phone number is that names none: 0712 345 678 is +254 712 345 678 then. Another code "
                    + "is taken at the next start, which goes over the numbers of all persons"),
    SIGHT_MONTHS(
            Section.RECORDS,
            "miadi.sight.months",
            number(12, 1, 1_200),
            "how long after the end of a visit, or the opening of a file, a provider sees the patient"),
    BREAK_GLASS_HOURS(
            Section.RECORDS,
            "miadi.break-glass.hours",
            number(24, 1, 720),
            "how long a file that was opened in an emergency stays open to who opened it"),
    BREAK_GLASS_PER_HOUR(
            Section.RECORDS,
            "miadi.break-glass.per-hour",
            number(10, 1, 1_000),
            "how often an account tries that in an hour"),
    EXPORTS_PER_HOUR(
            Section.RECORDS,
            "miadi.exports.per-hour",
            number(20, 1, 10_000),
            "how many exports an account makes in an hour"),
    AUDIT_VERIFICATIONS_PER_HOUR(
            Section.AUDIT,
            "miadi.audit.verifications-per-hour",
            number(20, 1, 100_000),
            "how often the whole audit trail is walked in an hour, for all admins together"),
    AUDIT_REFUSALS_PER_CALLER_MINUTE(
            Section.AUDIT,
            "miadi.audit.refusals-per-caller-minute",
            number(30, 1, 10_000),
            "how many refusals of one caller have an audit entry of their own in a minute on one node; the others are "
                    + "counted"),
    AUDIT_REFUSALS_PER_MINUTE(
            Section.AUDIT,
            "miadi.audit.refusals-per-minute",
            number(600, 1, 100_000),
            "how many refusals of all strangers, and as many of all who are signed in");

    private final Section section;
    private final String property;
    private final SettingKind kind;
    private final String meaning;

    Setting(Section section, String property, SettingKind kind, String meaning) {
        this.section = section;
        this.property = property;
        this.kind = kind;
        this.meaning = meaning;
    }

    /** The subjects of the settings, in the order in which they are told. */
    public enum Section {
        DATABASE("The database"),
        DATABASE_LIMITS("Waiting for the database"),
        PROCESS("A node and its requests"),
        SEEN("Seen from outside"),
        ADDRESS("Addresses and origins"),
        TOKENS("Tokens and sessions"),
        SIGN_IN("Signing in"),
        PASSWORDS("Passwords and registration"),
        BOOKING("Booking"),
        HOLDS("Holds and repeated requests"),
        LIVE("Live events"),
        RECORDS("Records and patients' data"),
        AUDIT("The audit trail");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        /** Its heading. */
        public String title() {
            return title;
        }
    }

    public Section section() {
        return section;
    }

    public SettingKind kind() {
        return kind;
    }

    /** What it does, as Markdown. */
    public String meaning() {
        return meaning;
    }

    /** The name of the MicroProfile Config property. */
    public String property() {
        return property;
    }

    /** The name of the environment variable. */
    public String variable() {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** What is set, without spaces around it; empty when nothing is, or a blank. */
    public Optional<String> given(Config config) {
        return config.getOptionalValue(property, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** What is set in an environment, where no configuration is. */
    public Optional<String> given(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(variable()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** What is set, or else the default; empty where there is neither. */
    public Optional<String> asText(Config config) {
        return given(config).or(kind::defaultText);
    }

    /**
     * The number that is set, or else its default.
     *
     * @throws IllegalStateException if what is set is none in its range
     */
    public int asNumber(Config config) {
        return asNumber(given(config));
    }

    /** The same from an environment. */
    public int asNumber(Map<String, String> environment) {
        return asNumber(given(environment));
    }

    private int asNumber(Optional<String> given) {
        Number number = (Number) kind;
        return given.map(value -> number.read(value)
                        .orElseThrow(() -> new IllegalStateException(variable() + " " + kind.demand())))
                .orElse(number.usual());
    }

    /**
     * Whether it is switched on, by what is set or else by default.
     *
     * @throws IllegalStateException if what is set is neither true nor false
     */
    public boolean isOn(Config config) {
        Flag flag = (Flag) kind;
        return given(config)
                .map(value ->
                        flag.read(value).orElseThrow(() -> new IllegalStateException(variable() + " " + kind.demand())))
                .orElse(flag.usual());
    }

    /** A sentence if what is set is not of its kind; it never repeats a value, which may be a secret in the wrong place. */
    Optional<String> fault(Config config) {
        return given(config).filter(value -> !kind.accepts(value)).map(value -> variable() + " " + kind.demand());
    }
}
