package dev.kopf.runtime.handler;

import dev.kopf.runtime.handler.FilterKind.Answer;
import dev.kopf.runtime.handler.Filters.FieldFilters;
import dev.kopf.runtime.handler.Filters.KeyFilter;
import dev.kopf.runtime.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds options that come to nothing, that contradict each other, or that let nothing pass (G-2, G-3), when a handler is declared: a
 * handler that is never called looks like one that works. What predicates say is not known, and taken for possible.
 */
final class OptionChecks {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST_PREFIX = 253;

    private OptionChecks() {}

    /** @throws IllegalArgumentException the message says which option, and why */
    static void check(HandlerType type, HandlerOptions options) {
        checkMeaning(type, options);
        checkField(type, options);
        for (KeyFilter key : options.filters().keys()) {
            checkKey(key);
        }
        checkKeysTogether(options.filters().keys());
    }

    /** @throws IllegalArgumentException the message says which option means nothing where there is no object */
    static void checkActivity(HandlerOptions options) {
        String objects = "handlers of objects";
        requireMeaning("optional", options.optional(), false, objects);
        requireMeaning("releaseOnFailure", options.releaseOnFailure(), false, objects);
        requireMeaning("interruptAtTimeout", options.interruptAtTimeout(), false, objects);
        requireMeaning("deleted", options.deleted(), false, objects);
        requireMeaning("initial", options.initial(), false, objects);
        checkBackground(HandlerType.EVENT, options.background());
        if (!options.filters().equals(Filters.NONE)) {
            throw new IllegalArgumentException("filters mean nothing here, as there is no object. Remove them.");
        }
    }

    /** @throws IllegalArgumentException the message says which option of a handler of probes means nothing */
    static void checkProbe(HandlerOptions options) {
        checkActivity(options);
        String repeated = "handlers that are retried; whoever probes asks again";
        requireMeaning("retries", options.retries() != null, false, repeated);
        requireMeaning("timeout", options.timeout() != null, false, repeated);
        requireMeaning("backoff", options.backoff() != null, false, repeated);
    }

    private static void checkMeaning(HandlerType type, HandlerOptions options) {
        requireMeaning("optional", options.optional(), type == HandlerType.DELETE, "onDelete");
        requireMeaning("releaseOnFailure", options.releaseOnFailure(), type == HandlerType.DELETE, "onDelete");
        requireMeaning(
                "interruptAtTimeout",
                options.interruptAtTimeout(),
                options.timeout() != null,
                "handlers with a timeout");
        requireMeaning("deleted", options.deleted(), type == HandlerType.RESUME, "onResume");
        requireMeaning("initial", options.initial(), type == HandlerType.FIELD, "handlers of a field");
        boolean repeats = type != HandlerType.EVENT;
        String repeated = "handlers that are repeated, which those of events are not";
        requireMeaning("retries", options.retries() != null, repeats, repeated);
        requireMeaning("timeout", options.timeout() != null, repeats, repeated);
        requireMeaning("backoff", options.backoff() != null, repeats, repeated);
        checkBackground(type, options.background());
    }

    private static void checkBackground(HandlerType type, BackgroundOptions options) {
        boolean isTimer = type == HandlerType.TIMER;
        boolean isDaemon = type == HandlerType.DAEMON;
        requireMeaning("interval", options.interval() != null, isTimer, "timers");
        requireMeaning("idle", options.idle() != null, isTimer, "timers");
        requireMeaning("sharp", options.sharp(), isTimer && options.interval() != null, "timers with an interval");
        requireMeaning("initialDelay", options.initialDelay() != null, type.isBackground(), "daemons and timers");
        requireMeaning("cancellationBackoff", options.cancellationBackoff() != null, isDaemon, "daemons");
        requireMeaning("cancellationTimeout", options.cancellationTimeout() != null, isDaemon, "daemons");
    }

    private static void requireMeaning(String option, boolean isSet, boolean hasMeaning, String place) {
        if (isSet && !hasMeaning) {
            throw new IllegalArgumentException(
                    "'" + option + "' means nothing here, only for " + place + ". Remove it.");
        }
    }

    private static void checkField(HandlerType type, HandlerOptions options) {
        FieldFilters values = options.filters().field();
        boolean ofChange = values.before() != null || values.after() != null;
        boolean ownField = !options.field().isRoot();
        if (type == HandlerType.FIELD && ownField) {
            throw new IllegalArgumentException(
                    "the handler has its field already; 'field' would be another one: " + options.field());
        }
        if (type != HandlerType.FIELD && !ownField && (ofChange || values.either() != null)) {
            throw new IllegalArgumentException("a value of which field? Say it with 'field'.");
        }
        if (ofChange && !type.isForChanges()) {
            throw new IllegalArgumentException(
                    "old and new values mean nothing here, only for handlers of updates and of fields. Use 'value'.");
        }
        if (ofChange && values.either() != null) {
            throw new IllegalArgumentException(
                    "'value' is of the old or the new state, so it cannot stand beside one of them alone. Use either 'value', or"
                            + " old and new values.");
        }
        if (type.isForChanges() || ownField) {
            checkTransition(type, options, value -> true);
        }
    }

    /**
     * Whether there are an old and a new value of the field that pass, of all that the filters can tell from each other.
     *
     * @param possible which of the values that filters name the field may have
     */
    static void checkTransition(HandlerType type, HandlerOptions options, Predicate<Object> possible) {
        FieldFilters values = options.filters().field();
        List<State> states = states(values.either(), values.before(), values.after());
        states.removeIf(state -> state.isNamed && !possible.test(Objects.requireNonNull(state.value)));
        for (State before : states) {
            for (State after : states) {
                boolean changes = !type.isForChanges() || before != after;
                if (changes
                        && before.mayPass(values.before())
                        && after.mayPass(values.after())
                        && (before.mayPass(values.either()) || after.mayPass(values.either()))
                        && (!options.initial() || before == State.ABSENT)) {
                    return;
                }
            }
        }
        throw new IllegalArgumentException(
                options.initial()
                        ? "'initial' means nothing here: there is no old value at creation, and the filters want one. Remove it."
                        : "no change of the field can ever pass these filters of its values, so the handler would never be called.");
    }

    /** Keys and values that the API server would not take. */
    private static void checkKey(KeyFilter key) {
        String place = key.place() == Filters.Place.LABEL ? "label" : "annotation";
        String name = key.key();
        int slash = name.indexOf('/');
        boolean prefixed = slash < 0
                || (slash <= LONGEST_PREFIX
                        && PREFIX.matcher(name.substring(0, slash)).matches());
        if (!prefixed || !NAME.matcher(name.substring(slash + 1)).matches()) {
            throw new IllegalArgumentException("no object can have " + (place.equals("label") ? "a " : "an ") + place
                    + " of this key: '" + name + "'");
        }
        if (key.place() == Filters.Place.LABEL) {
            for (Object value : FilterKind.of(key.filter()).named()) {
                if (!(value instanceof String text)
                        || !(text.isEmpty() || NAME.matcher(text).matches())) {
                    throw new IllegalArgumentException(
                            "the label '" + name + "' of an object can never have this value: '" + value + "'");
                }
            }
        }
    }

    private static void checkKeysTogether(List<KeyFilter> keys) {
        for (KeyFilter key : keys) {
            List<KeyFilter> same = keys.stream()
                    .filter(other -> other.place() == key.place() && other.key().equals(key.key()))
                    .toList();
            List<@Nullable Filter<?>> filters = new ArrayList<>();
            same.forEach(each -> filters.add(each.filter()));
            boolean possible = states(filters.toArray(Filter<?>[]::new)).stream()
                    .anyMatch(state -> same.stream().allMatch(each -> state.mayPass(each.filter())));
            if (!possible) {
                throw new IllegalArgumentException("no object can ever pass the filters of the "
                        + (key.place() == Filters.Place.LABEL ? "label" : "annotation") + " '" + key.key()
                        + "', which contradict each other, so the handler would never be called.");
            }
        }
    }

    /** All states of a value that filters can tell from each other, and two that they cannot. */
    private static List<State> states(@Nullable Filter<?>... filters) {
        List<State> states =
                new ArrayList<>(List.of(State.ABSENT, new State(new Object(), false), new State(new Object(), false)));
        for (Filter<?> filter : filters) {
            if (filter != null) {
                FilterKind.of(filter).named().forEach(value -> {
                    if (states.stream().noneMatch(state -> state.isValue(value))) {
                        states.add(new State(value, true));
                    }
                });
            }
        }
        return states;
    }

    /** A value that something may have; null for none. Two are the same only if they are one. */
    private static final class State {
        static final State ABSENT = new State(null, false);

        private final @Nullable Object value;
        private final boolean isNamed;

        State(@Nullable Object value, boolean isNamed) {
            this.value = value;
            this.isNamed = isNamed;
        }

        boolean isValue(Object other) {
            return value != null && Json.equal(value, other);
        }

        boolean mayPass(@Nullable Filter<?> filter) {
            return filter == null || FilterKind.of(filter).foresee(value != null, value) != Answer.NO;
        }
    }
}
