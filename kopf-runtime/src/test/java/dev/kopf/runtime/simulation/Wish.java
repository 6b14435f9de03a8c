package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.runtime.handler.Filter;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerType;
import java.util.Map;

/**
 * What a handler wants of objects and changes, beside a label. Each is empty for whatever there is, {@code present}, {@code absent},
 * {@code =} and a value, or {@code !} and a value that it must not be.
 *
 * @param note of the annotation {@code note}
 * @param color of {@code spec.color}, as a predicate over the whole object
 * @param either of the handler's field, before or after the change
 * @param before of the handler's field before the change
 * @param after of the handler's field after the change
 */
record Wish(String note, String color, String either, String before, String after) {

    static final Wish NONE = new Wish("", "", "", "", "");

    /** The same of the object alone, whatever the field of the handler. */
    Wish ofObject() {
        return new Wish(note, color, "", "", "");
    }

    /** Whether all objects will do, if not all changes. */
    boolean isForAll() {
        return note.isEmpty() && color.isEmpty();
    }

    /** Whether an object, or an essence, is one that it is for, whatever the change. */
    boolean isFor(JsonNode object) {
        return lets(note, note(object)) && lets(color, color(object));
    }

    /** What of an object decides whether it is for it. */
    String decisive(JsonNode object) {
        return (note.isEmpty() ? "" : note(object)) + " " + (color.isEmpty() ? "" : color(object));
    }

    private static String note(JsonNode object) {
        return Essences.text(object.path("metadata").path("annotations").path("note"));
    }

    private static String color(JsonNode object) {
        return Essences.text(object.path("spec").path("color"));
    }

    /** Whether a handler of a field is for objects in which it is this, as a text. */
    boolean isForField(String shown) {
        return either.isEmpty() ? !shown.equals(Essences.NONE) : lets(either, shown);
    }

    /** Whether a handler of a field is to be told of a change. */
    boolean isForChange(String from, String to) {
        return (isForField(from) || isForField(to)) && lets(before, from) && lets(after, to);
    }

    /** Whether a handler of a field is to be told what the field is, whatever it was before. */
    boolean isForAnyChangeTo(String shown) {
        return before.isEmpty() && lets(after, shown) && isForField(shown);
    }

    /** Whether a change that it does not let pass counts as handled (F-5). */
    boolean judgesChanges(HandlerType type) {
        boolean told = type == HandlerType.UPDATE || type == HandlerType.FIELD;
        return told && !(color.isEmpty() && before.isEmpty() && after.isEmpty());
    }

    private static boolean lets(String wish, String shown) {
        return switch (wish) {
            case "" -> true;
            case "present" -> !shown.equals(Essences.NONE);
            case "absent" -> shown.equals(Essences.NONE);
            default -> shown.equals('"' + wish.substring(1) + '"') == wish.startsWith("=");
        };
    }

    /** As an author would say it. */
    @SuppressWarnings("rawtypes") // objects are plain maps here
    HandlerOptions in(HandlerOptions plain) {
        HandlerOptions options = plain;
        if (!note.isEmpty()) {
            options = options.withAnnotation("note", filter(note));
        }
        if (!color.isEmpty()) {
            options = options.when(Map.class, (object, context) -> lets(color, color(Essences.tree(object))));
        }
        if (!either.isEmpty()) {
            options = options.withValue(filter(either));
        }
        if (!before.isEmpty()) {
            options = options.withOldValue(filter(before));
        }
        return after.isEmpty() ? options : options.withNewValue(filter(after));
    }

    @SuppressWarnings("unchecked") // all values are texts
    private static <T> Filter<T> filter(String wish) {
        return switch (wish) {
            case "present" -> Filter.present();
            case "absent" -> Filter.absent();
            default -> {
                Filter<T> value = Filter.is((T) wish.substring(1));
                yield wish.startsWith("=") ? value : Filter.not(value);
            }
        };
    }

    @Override
    public String toString() {
        return (note.isEmpty() ? "" : " with the note " + note)
                + (color.isEmpty() ? "" : " when the color is " + color)
                + (either.isEmpty() ? "" : " of value " + either)
                + (before.isEmpty() ? "" : " from " + before)
                + (after.isEmpty() ? "" : " to " + after);
    }
}
