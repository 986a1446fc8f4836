package health.miadi.shared.http;

import health.miadi.shared.persistence.DatabasePatience;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;

/** Begins each request's patience with the database before anybody asks who is calling, which filters are too late for. */
@WebListener
public class RequestPatience implements ServletRequestListener {
    @Override
    public void requestInitialized(ServletRequestEvent event) {
        DatabasePatience.begin();
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        DatabasePatience.end();
    }
}
