package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
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
 * @param field which field the values are of; the root for none, or for the field that the handler's type has
 * @param values filters of its values
 * @param when over the whole object (F-6)
 */
record Filters(
        List<KeyFilter> keys,
        FieldPath field,
        ValueFilters values,
        @Nullable BoundCondition<?> when) {

    static final Filters NONE = new Filters(List.of(), FieldPath.ROOT, ValueFilters.ANY, null);

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
     * Filters of a field's values; null for none.
     *
     * @param either of the old or the new state (F-3)
     * @param before of the old state (F-5)
     * @param after of the new state (F-5)
     */
    record ValueFilters(
            @Nullable Filter<Object> either,
            @Nullable Filter<Object> before,
            @Nullable Filter<Object> after) {
        static final ValueFilters ANY = new ValueFilters(null, null, null);
    }

    /** A field in one state of the object. */
    private record Side(boolean present, @Nullable Object value) {
        static Side of(FieldPath field, @Nullable Map<String, @Nullable Object> state) {
            return new Side(field.isPresentIn(state), field.resolve(state));
        }

        static Side of(FieldPath field, @Nullable Essence essence) {
            return of(field, essence == null ? null : essence.asMap());
        }

        boolean passes(@Nullable Filter<Object> filter) {
            return filter == null || filter.test(present, value);
        }

        /** As {@link #passes}, where no filter asks for any value. */
        boolean isWanted(@Nullable Filter<Object> filter) {
            return filter == null ? present : filter.test(present, value);
        }

        boolean differsFrom(Side other) {
            return present != other.present || !Json.equal(value, other.value);
        }
    }

    Filters {
        keys = List.copyOf(keys);
    }

    Filters with(KeyFilter key) {
        List<KeyFilter> more = new ArrayList<>(keys);
        more.add(key);
        return new Filters(more, field, values, when);
    }

    Filters with(FieldPath path) {
        return new Filters(keys, path, values, when);
    }

    Filters with(ValueFilters some) {
        return new Filters(keys, field, some, when);
    }

    Filters with(BoundCondition<?> condition) {
        return new Filters(keys, field, values, condition);
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
        return values.before != null || values.after != null || when != null;
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

    private boolean isFieldWanted(Handler handler, Body body, Cause cause) {
        FieldPath path = handler.field();
        if (path.isRoot()) {
            return true;
        }
        if (!handler.type().isChanging()) {
            return Side.of(path, body.fields()).isWanted(values.either);
        }
        return Side.of(path, cause.oldEssence()).isWanted(values.either)
                || Side.of(path, cause.newEssence()).isWanted(values.either);
    }

    /** Whether the field has changed as the handler wants it (F-4, F-5); a field that appears or goes has, even with null (D-21). */
    private boolean changeMatches(Handler handler, Cause cause) {
        FieldPath path = handler.field();
        if (path.isRoot() || !handler.type().isForChanges()) {
            return true;
        }
        Side before = Side.of(path, cause.oldEssence());
        Side after = Side.of(path, cause.newEssence());
        return before.differsFrom(after) && before.passes(values.before) && after.passes(values.after);
    }
}
