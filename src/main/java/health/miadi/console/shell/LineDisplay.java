package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.StoredObject;
import java.util.Iterator;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;

/** The form of the first users' console: objects as {@code [Class] (id) {attributes}}, lists between brackets. */
final class LineDisplay implements Display {
    private final Screen screen;

    LineDisplay(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void one(StoredObject object) {
        screen.println(text(object, screen.paint()));
    }

    /** {@code all Class} lists texts in quotes, {@code Class.all()} the objects themselves: as it always was. */
    @Override
    public void many(Stream<StoredObject> objects, boolean dotted) {
        screen.print("[");
        Iterator<StoredObject> rest = objects.iterator();
        while (rest.hasNext()) {
            StoredObject object = rest.next();
            screen.print(dotted ? text(object, screen.paint()) : Literal.text(text(object, Paint.NONE)));
            if (rest.hasNext()) {
                screen.print(", ");
            }
        }
        screen.println("]");
    }

    @Override
    public void count(long count) {
        screen.println(Long.toString(count));
    }

    @Override
    public void made(StoredObject object, List<StoredObject> stranded) {
        screen.println(object.id().toString());
        Display.tellStranded(screen, stranded);
    }

    @Override
    public void done(String className, UUID id, List<StoredObject> stranded) {
        Display.tellStranded(screen, stranded);
    }

    private static String text(StoredObject object, Paint paint) {
        var attributes = new StringJoiner(", ", "{", "}")
                .add("'id': " + Literal.text(object.id().toString()));
        for (Attribute attribute : object.type().attributes()) {
            Object value = Display.shown(attribute, object);
            if (value != null) {
                attributes.add("'" + attribute.name() + "': " + Literal.of(attribute.json(value)));
            }
        }
        return paint.className("[" + object.type().title() + "]") + " (" + object.id() + ") " + attributes;
    }
}
