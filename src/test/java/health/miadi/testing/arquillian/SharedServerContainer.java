package health.miadi.testing.arquillian;

import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.ServerUnderTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.protocol.servlet5.ServletMethodExecutor;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** The suite's server as Arquillian sees it: deployed to once, shared by every test class, left running. */
public final class SharedServerContainer implements DeployableContainer<SharedServerContainer.NoSettings> {

    /** This container takes no settings. */
    public static final class NoSettings implements ContainerConfiguration {
        @Override
        public void validate() {
            // nothing to check
        }
    }

    @Override
    public Class<NoSettings> getConfigurationClass() {
        return NoSettings.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            URI address = server(archive).address();
            HTTPContext context = new HTTPContext(address.getHost(), address.getPort());
            context.add(new Servlet(ServletMethodExecutor.ARQUILLIAN_SERVLET_NAME, "/"));
            return new ProtocolMetaData().addContext(context);
        } catch (IOException | RuntimeException e) {
            throw new DeploymentException("The suite's server is not there", e);
        }
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // the archive stays for the next test class
    }

    private static ServerUnderTest server(Archive<?> archive) throws IOException {
        Path war = BuildOutput.ofThisJvm("in-container/miadi.war");
        if (!ServerUnderTest.isRunning()) {
            Files.createDirectories(war.getParent());
            archive.as(ZipExporter.class).exportTo(war.toFile(), true);
        }
        return ServerUnderTest.runningWith(war);
    }
}
