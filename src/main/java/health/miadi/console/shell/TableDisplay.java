package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A table for each class; attributes that nobody has are left out. One object is shown with an attribute a row. */
final class TableDisplay implements Display {
    /** Objects laid out together: later ones start a table of their own, so that any number can be shown. */
    private static final int TOGETHER = 1000;

    private final Screen screen;

    TableDisplay(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void one(StoredObject object) {
        var table = new Table(List.of(object.type().title(), object.id().toString()));
        for (Attribute attribute : object.type().attributes()) {
            Object value = Display.shown(attribute, object);
            if (value != null) {
                table.add(List.of(attribute.name(), attribute.json(value).toString()));
            }
        }
        table.print(screen);
    }

    @Override
    public void many(Stream<StoredObject> objects, boolean dotted) {
        Iterator<StoredObject> rest = objects.iterator();
        List<StoredObject> together = new ArrayList<>();
        while (rest.hasNext()) {
            StoredObject next = rest.next();
            if (!together.isEmpty() && (together.get(0).type() != next.type() || together.size() == TOGETHER)) {
                table(together);
                together.clear();
                screen.println("");
            }
            together.add(next);
        }
        if (!together.isEmpty()) {
            table(together);
        }
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

    private void table(List<StoredObject> objects) {
        ObjectClass type = objects.get(0).type();
        List<Attribute> columns = type.attributes().stream()
                .filter(attribute -> objects.stream().anyMatch(object -> Display.shown(attribute, object) != null))
                .toList();
        List<String> heading = new ArrayList<>(List.of(type.title()));
        columns.forEach(attribute -> heading.add(attribute.name()));
        var table = new Table(heading);
        objects.forEach(object -> table.add(row(object, columns)));
        table.print(screen);
    }

    private static List<String> row(StoredObject object, List<Attribute> columns) {
        List<String> row = new ArrayList<>(List.of(object.id().toString()));
        for (Attribute attribute : columns) {
            Object value = Display.shown(attribute, object);
            row.add(value == null ? "" : attribute.json(value).toString());
        }
        return row;
    }
}
