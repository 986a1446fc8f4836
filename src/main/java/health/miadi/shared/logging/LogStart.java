package health.miadi.shared.logging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Has this application's records logged as the deployment wants them. A handler at the application's own logger sees each of
 * them before the server's handlers do: both servers log by {@code java.util.logging}, and need no setting for it.
 */
@Singleton
@Startup
@DependsOn("RequiredSettings")
public class LogStart {
    /** Kept here, because the logging API itself keeps no logger that nobody holds. */
    private final Logger ours = Logger.getLogger("health.miadi");

    private Handler handler = new RequestIdHandler();

    @PostConstruct
    void begin() {
        LogSettings settings = LogSettings.of(ConfigProvider.getConfig());
        RequestLog.configure(settings);
        if (settings.json()) {
            handler = new JsonHandler();
            ours.setUseParentHandlers(false);
        }
        ours.addHandler(handler);
    }

    @PreDestroy
    void end() {
        ours.removeHandler(handler);
        ours.setUseParentHandlers(true);
    }
}
