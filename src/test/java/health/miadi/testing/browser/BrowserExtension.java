package health.miadi.testing.browser;

import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests their screens, and judges these when the test is over. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace STORE = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find(System.getenv()).isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        return MissingBrowser.skips(context.getDisplayName());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Screen.class, Screens.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Screens screens = screens(context);
        return parameter.getParameter().getType() == Screens.class ? screens : screens.open();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Screens screens = screens(context);
        List<String> complaints = screens.complaints();
        if (complaints.isEmpty() && context.getExecutionException().isEmpty()) {
            return;
        }
        String kept = screens.keepEvidence(context.getRequiredTestClass(), context.getDisplayName());
        if (!complaints.isEmpty()) {
            throw new AssertionError(
                    "The browser complains:\n- " + String.join("\n- ", complaints) + "\nEvidence: " + kept);
        }
    }

    /** Those of the running test; JUnit closes them after it, and the browser after all. */
    private static Screens screens(ExtensionContext context) {
        SuiteBrowser browser = context.getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(SuiteBrowser.class, key -> SuiteBrowser.launch(), SuiteBrowser.class);
        return context.getStore(STORE)
                .getOrComputeIfAbsent(Screens.class, key -> new Screens(browser.browser()), Screens.class);
    }
}
