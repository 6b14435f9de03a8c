package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.UnknownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a handler's options say of the objects and changes that it is for (F-1…F-9). Pure functions of the
 * object and the cause, but for the predicates of the author.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param keys of labels and annotations; each must let pass
 * @param field of a field
 * @param when over the whole object (F-6)
 */
record Filters(
        List<KeyFilter> keys, FieldFilters field, @Nullable BoundCondition<?> when) {

    static final Filters NONE = new Filters(List.of(), FieldFilters.NONE, null);

    /** Where a key is looked for. */
    enum Place {
        LABEL,
        ANNOTATION;

        Map<String, @Nullable Object> of(Body body) {
            return this == LABEL ? body.labels() : body.annotations();
        }
    }

    /** A filter of a label or an annotation. */
    record KeyFilter(Place place, String key, Filter<String> filter) {
        boolean matches(Body body) {
            Map<String, @Nullable Object> map = place.of(body);
            Object value = map.get(key);
            return filter.test(map.containsKey(key), value == null ? null : String.valueOf(value));
        }
    }

    /**
     * Filters of a field.
     *
     * @param path which field; the root for none, or for the field that the handler's type has
     * @param isChecked whether a class that knows the schema must know it
     * @param either of the old or the new value (F-3); null for none, as the others
     * @param before of the old value (F-5)
     * @param after of the new value (F-5)
     */
    record FieldFilters(
            FieldPath path,
            boolean isChecked,
            @Nullable Filter<Object> either,
            @Nullable Filter<Object> before,
            @Nullable Filter<Object> after) {
        static final FieldFilters NONE = new FieldFilters(FieldPath.ROOT, false, null, null, null);

        FieldFilters at(FieldPath field, boolean checked) {
            return new FieldFilters(field, checked, either, before, after);
        }

        boolean hasValues() {
            return either != null || before != null || after != null;
        }
    }

    /**
     * A field in one state of the object. Where it is not known what was there (R12, R13) everything may have been: a call too many is
     * better than a lost change (P1).
     */
    private record Side(boolean present, @Nullable Object value, boolean known) {
        static Side of(FieldPath field, @Nullable Map<String, @Nullable Object> state) {
            return new Side(field.isPresentIn(state), field.resolve(state), !UnknownValue.isOn(field, state));
        }

        static Side of(FieldPath field, @Nullable Essence essence) {
            return of(field, essence == null ? null : essence.asMap());
        }

        boolean passes(@Nullable Filter<Object> filter) {
            return filter == null || !known || filter.test(present, value);
        }

        /** As {@link #passes}, where no filter asks for any value. */
        boolean isWanted(@Nullable Filter<Object> filter) {
            return !known || (filter == null ? present : filter.test(present, value));
        }

        boolean differsFrom(Side other) {
            return !known || present != other.present || !Json.equal(value, other.value);
        }
    }

    Filters {
        keys = List.copyOf(keys);
    }

    Filters with(KeyFilter key) {
        List<KeyFilter> more = new ArrayList<>(keys);
        more.add(key);
        return new Filters(more, field, when);
    }

    Filters with(FieldFilters some) {
        return new Filters(keys, some, when);
    }

    Filters with(BoundCondition<?> condition) {
        return new Filters(keys, field, condition);
    }

    /** Whether all of them let pass (F-1). */
    boolean match(Handler handler, Body body, Cause cause) throws Exception {
        return keysMatch(body)
                && isFieldWanted(handler, body, cause)
                && changeMatches(handler, cause)
                && (when == null || when.test(handler, body, cause));
    }

    /** Whether all but those of changes let pass (F-13). */
    boolean prematch(Handler handler, Body body, Cause cause) throws Exception {
        return keysMatch(body)
                && isFieldWanted(handler, body, cause)
                && (when == null || when.test(handler, body, cause));
    }

    /** Whether they tell one change of the object or the field from another. */
    boolean judgeChanges() {
        return field.before != null || field.after != null || when != null;
    }

    /** Whether the labels and annotations let pass. */
    boolean keysMatch(Body body) {
        for (KeyFilter key : keys) {
            if (!key.matches(body)) {
                return false;
            }
        }
        return true;
    }

    /** Whether labels, annotations, and of who runs beside the object its field, let pass: what is told by the object alone. */
    boolean bodyMatches(Handler handler, Body body) {
        FieldPath path = handler.field();
        return keysMatch(body)
                && (path.isRoot()
                        || handler.type().isChanging()
                        || Side.of(path, body.fields()).isWanted(field.either));
    }

    private boolean isFieldWanted(Handler handler, Body body, Cause cause) {
        FieldPath path = handler.field();
        if (path.isRoot()) {
            return true;
        }
        if (!handler.type().isChanging()) {
            return Side.of(path, body.fields()).isWanted(field.either);
        }
        return Side.of(path, cause.oldEssence()).isWanted(field.either)
                || Side.of(path, cause.newEssence()).isWanted(field.either);
    }

    /** Whether the field has changed as the handler wants it (F-4, F-5); a field that appears or goes has, even with null (D-21). */
    private boolean changeMatches(Handler handler, Cause cause) {
        FieldPath path = handler.field();
        if (path.isRoot() || !handler.type().isForChanges()) {
            return true;
        }
        Side before = Side.of(path, cause.oldEssence());
        Side after = Side.of(path, cause.newEssence());
        return before.differsFrom(after) && before.passes(field.before) && after.passes(field.after);
    }
}
