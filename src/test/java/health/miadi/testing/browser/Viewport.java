package health.miadi.testing.browser;

/** The screens that every page is made for, in CSS pixels. */
public enum Viewport {
    /** A small phone with a touch screen. */
    PHONE(360, 740, true),
    /** A desk with a mouse. */
    DESK(1440, 900, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Viewport(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    boolean hasTouch() {
        return touch;
    }
}
