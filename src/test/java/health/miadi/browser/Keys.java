package health.miadi.browser;

import com.microsoft.playwright.Locator;
import health.miadi.testing.browser.Screen;

/** Somebody who has a keyboard and nothing else. */
final class Keys {
    private static final int FAR = 60;
    private final Screen screen;

    Keys(Screen screen) {
        this.screen = screen;
    }

    /** Goes from one thing to the next until that one has the focus. */
    Keys to(Locator wanted) {
        wanted.waitFor();
        for (int i = 0; i < FAR; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("the keyboard does not come to " + wanted);
    }

    Keys press(String key) {
        screen.page().keyboard().press(key);
        return this;
    }

    Keys type(String text) {
        screen.page().keyboard().type(text);
        return this;
    }
}
