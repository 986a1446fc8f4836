package health.miadi.console.shell;

import health.miadi.console.storage.StorageException;
import health.miadi.console.storage.StorageUnavailableException;

/** Does what a line says, and says in one line why when it cannot. */
final class Interpreter {
    private final Commands commands;
    private final Session session;

    Interpreter(Commands commands, Session session) {
        this.commands = commands;
        this.session = session;
    }

    /** Does that line. */
    Outcome execute(String text) {
        Screen screen = session.screen();
        try {
            Line line = LineParser.parse(text);
            if (!line.isEmpty()) {
                commands.of(line).run(line, session);
            }
            screen.flush();
            return Outcome.DONE;
        } catch (CommandException refused) {
            String aside = refused.aside().isEmpty() ? "" : " " + refused.aside();
            screen.error("** " + refused.getMessage() + " **" + aside);
            return Outcome.FAILED;
        } catch (SyntaxException | Questions.GivenUpException refused) {
            screen.error("** " + refused.getMessage() + " **");
            return Outcome.FAILED;
        } catch (StorageUnavailableException unavailable) {
            screen.error("** " + unavailable.line() + " **");
            return Outcome.UNAVAILABLE;
        } catch (StorageException refused) {
            screen.error("** " + refused.line() + " **");
            return Outcome.FAILED;
        }
    }

    /** What became of a line; a run ends with the worst. */
    enum Outcome {
        DONE(0),
        FAILED(1),
        UNAVAILABLE(3);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }

        Outcome worse(Outcome other) {
            return other.exitCode > exitCode ? other : this;
        }
    }
}
