package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.CoreObjects;
import dev.kopf.runtime.typed.TypedResource;
import dev.kopf.runtime.typed.TypedResources;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A condition and the class of the resource that it is asked about. */
final class BoundCondition<R> {

    private final Class<R> type;
    private final Condition<R> condition;
    private final Function<Map<String, @Nullable Object>, R> reader;

    BoundCondition(Class<R> type, Condition<R> condition) {
        this.type = Objects.requireNonNull(type, "type");
        this.condition = Objects.requireNonNull(condition, "condition");
        this.reader = TypedResource.class.isAssignableFrom(type) ? TypedResources.readerOf(type) : this::readCore;
    }

    Class<R> type() {
        return type;
    }

    boolean test(Handler handler, Body body, Cause cause) throws Exception {
        return condition.test(reader.apply(body.fields()), new Context(handler, cause));
    }

    private R readCore(Map<String, @Nullable Object> fields) {
        R resource = CoreObjects.read(fields, type);
        if (resource == null) {
            throw new IllegalArgumentException("the object does not fit " + type.getName());
        }
        return resource;
    }

    /** What the condition is given beside the resource. */
    private final class Context implements ConditionContext<R> {
        private final Handler handler;
        private final Cause cause;

        Context(Handler handler, Cause cause) {
            this.handler = handler;
            this.cause = cause;
        }

        @Override
        public HandlerId handlerId() {
            return handler.id();
        }

        @Override
        public Reason reason() {
            return cause.reason();
        }

        @Override
        public Diff diff() {
            return cause.diff().reduce(handler.field());
        }

        @Override
        public @Nullable R oldEssence() {
            Essence essence = cause.oldEssence();
            return essence == null ? null : reader.apply(essence.asMap());
        }
    }
}
