package health.miadi.console.shell;

import picocli.CommandLine.IVersionProvider;

/** Which Miadi this is. */
final class ConsoleVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ConsoleVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Miadi console" + (version == null ? "" : " " + version)};
    }
}
