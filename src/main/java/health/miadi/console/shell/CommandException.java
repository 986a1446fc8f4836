package health.miadi.console.shell;

/** A command that was not done; the message is the one line that says why. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String aside;

    CommandException(String message) {
        this(message, "");
    }

    /**
     * @param aside what helps beyond the message, empty for nothing
     */
    CommandException(String message, String aside) {
        super(message);
        this.aside = aside;
    }

    String aside() {
        return aside;
    }

    static CommandException classNameMissing() {
        return new CommandException("class name missing");
    }

    static CommandException noSuchClass() {
        return new CommandException("class doesn't exist");
    }

    static CommandException idMissing() {
        return new CommandException("instance id missing");
    }

    static CommandException noInstance() {
        return new CommandException("no instance found");
    }

    static CommandException attributeNameMissing() {
        return new CommandException("attribute name missing");
    }

    static CommandException valueMissing() {
        return new CommandException("value missing");
    }
}
