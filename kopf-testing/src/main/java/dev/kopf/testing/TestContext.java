package dev.kopf.testing;

import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DaemonContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.EventRecorder;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.IndexContext;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.handler.ObjectMemo;
import dev.kopf.runtime.handler.OperatorMemo;
import dev.kopf.runtime.handler.PatchEditor;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.StopReason;
import dev.kopf.runtime.handler.Stopped;
import dev.kopf.runtime.handler.SubHandlerContext;
import dev.kopf.runtime.handler.SubHandlerFunction;
import dev.kopf.runtime.handler.TimerContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.resource.BodyEdit;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A context for calling a handler's method by hand, in a unit test without any server:
 *
 * <pre>{@code
 * assertThatThrownBy(() -> new EvcOperator().onCreate(claim, TestContext.of(claim))).hasMessage("Size must be set.");
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 */
public final class TestContext
        implements CreateContext,
                UpdateContext,
                DeleteContext,
                ResumeContext,
                SubHandlerContext,
                DaemonContext,
                TimerContext,
                IndexContext {

    private final HasMetadata object;
    private final @Nullable KubernetesClient client;
    private final int retry;
    private final Reason reason;
    private final Edits edits = new Edits();
    private final List<PostedEvent> events = new ArrayList<>();
    private final Map<HandlerId, SubHandlerFunction> subHandlers = new LinkedHashMap<>();

    private final Shared shared;

    private int looks;

    private TestContext(
            HasMetadata object, @Nullable KubernetesClient client, int retry, Reason reason, int looks, Shared shared) {
        this.looks = looks;
        this.shared = shared;
        this.object = Objects.requireNonNull(object, "object");
        this.client = client;
        this.retry = retry;
        this.reason = reason;
    }

    /** The context of the first attempt for an object that is created, without a client. */
    public static TestContext of(HasMetadata object) {
        return new TestContext(object, null, 0, Reason.CREATE, 0, new Shared());
    }

    /** This context with a client, such as that of a mock server. */
    public TestContext withClient(KubernetesClient newClient) {
        return new TestContext(object, newClient, retry, reason, looks, shared);
    }

    /** This context of a later attempt. */
    public TestContext withRetry(int attemptsBefore) {
        return new TestContext(object, client, attemptsBefore, reason, looks, shared);
    }

    /** This context for another reason, such as {@link Reason#UPDATE}. */
    public TestContext withReason(Reason newReason) {
        return new TestContext(object, client, retry, newReason, looks, shared);
    }

    /**
     * This context of a daemon or a timer that looks so often at {@link #stopped()}, or waits for it, before it is to stop; nobody waits
     * for real. Without that it is to stop at once.
     */
    public TestContext withLooks(int looksBefore) {
        return new TestContext(object, client, retry, reason, looksBefore, shared);
    }

    /** This context, which has this in the place of what the memo makes. Contexts that were made of one context share their memos. */
    public <T> TestContext withMemo(ObjectMemo<T> memo, T value) {
        return new TestContext(object, client, retry, reason, looks, shared.withMemo(memo, value));
    }

    /** As {@link #withMemo(ObjectMemo, Object)}, for what all handlers of an operator share. */
    public <T> TestContext withMemo(OperatorMemo<T> memo, T value) {
        return new TestContext(object, client, retry, reason, looks, shared.withMemo(memo, value));
    }

    /** This context with an index that has this; others that are asked for are empty. */
    public <K, V extends @Nullable Object> TestContext withIndex(
            IndexName<K, V> name, Map<K, ? extends List<? extends V>> values) {
        return new TestContext(object, client, retry, reason, looks, shared.withIndex(name, new TestIndex<>(values)));
    }

    @Override
    public <K, V extends @Nullable Object> IndexView<K, V> index(IndexName<K, V> name) {
        return shared.index(name);
    }

    @Override
    public <T> T memo(ObjectMemo<T> memo) {
        return shared.memo(memo, () -> memo.make(this));
    }

    @Override
    public <T> T memo(OperatorMemo<T> memo) {
        return shared.memo(memo, memo::make);
    }

    @Override
    public Stopped stopped() {
        return new Stopped() {
            @Override
            public boolean isSet() {
                return looks-- <= 0;
            }

            @Override
            public Set<StopReason> reasons() {
                return looks >= 0 ? Set.of() : Set.of(StopReason.OPERATOR_EXITING);
            }

            @Override
            public boolean await(Duration time) {
                return isSet();
            }
        };
    }

    /** The object. */
    @Override
    public <R> R latest(Class<R> type) {
        return type.cast(object);
    }

    @Override
    public HandlerId handlerId() {
        return new HandlerId("test");
    }

    @Override
    public Reason reason() {
        return reason;
    }

    @Override
    public int retry() {
        return retry;
    }

    @Override
    public Instant started() {
        return Instant.EPOCH;
    }

    @Override
    public Duration runtime() {
        return Duration.ZERO;
    }

    @Override
    public Logger logger() {
        return LoggerFactory.getLogger("kopf.objects");
    }

    /** @throws IllegalStateException if the context was given no client */
    @Override
    public KubernetesClient client() {
        if (client == null) {
            throw new IllegalStateException("The handler asked for a client: give the context one by withClient(…).");
        }
        return client;
    }

    @Override
    public PatchEditor patch() {
        return edits;
    }

    @Override
    public void event(String type, String reason, String message) {
        events.add(new PostedEvent(object, type, reason, message));
    }

    @Override
    public void info(String reason, String message) {
        event("Normal", reason, message);
    }

    @Override
    public void warn(String reason, String message) {
        event("Warning", reason, message);
    }

    @Override
    public void exception(String reason, String message, Throwable thrown) {
        event("Error", reason, message + " " + thrown.getMessage());
    }

    @Override
    public EventRecorder eventsOf(Object... objects) {
        return new Others(Arrays.asList(objects), events);
    }

    /** The events that the handler has posted, in order. */
    public List<PostedEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /**
     * An event.
     *
     * @param object what it is about
     * @param type such as {@code Warning}
     * @param reason why
     * @param message what happened
     */
    public record PostedEvent(Object object, String type, String reason, String message) {}

    /** Events about other objects. */
    private record Others(List<Object> objects, List<PostedEvent> events) implements EventRecorder {

        @Override
        public void event(String type, String reason, String message) {
            objects.forEach(object -> events.add(new PostedEvent(object, type, reason, message)));
        }

        @Override
        public void info(String reason, String message) {
            event("Normal", reason, message);
        }

        @Override
        public void warn(String reason, String message) {
            event("Warning", reason, message);
        }

        @Override
        public void exception(String reason, String message, Throwable thrown) {
            event("Error", reason, message + " " + thrown.getMessage());
        }

        @Override
        public EventRecorder eventsOf(Object... others) {
            return new Others(Arrays.asList(others), events);
        }
    }

    @Override
    public HasMetadata owner() {
        return object;
    }

    @Override
    public void subHandler(HandlerOptions options, SubHandlerFunction function) {
        if (subHandlers.putIfAbsent(options.id(), function) != null) {
            throw new IllegalArgumentException("Two sub-handlers have the id '" + options.id() + "'.");
        }
    }

    /** The ids of the sub-handlers that the handler has registered and that were not called yet, in order. */
    public Set<HandlerId> registeredSubHandlers() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(subHandlers.keySet()));
    }

    /**
     * Calls the sub-handlers that were registered so far, each with this context, in order. What one of them throws is thrown here.
     *
     * @throws IllegalStateException around a checked exception of a sub-handler
     */
    @Override
    public void runSubHandlers() {
        Map<HandlerId, SubHandlerFunction> due = new LinkedHashMap<>(subHandlers);
        subHandlers.clear();
        for (Map.Entry<HandlerId, SubHandlerFunction> each : due.entrySet()) {
            try {
                each.getValue().apply(this);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("The sub-handler '" + each.getKey() + "' failed: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public Diff diff() {
        return new Diff(java.util.List.of());
    }

    /** What a handler has set. */
    private static final class Edits implements PatchEditor {
        private Patch patch = Patch.EMPTY;

        @Override
        public PatchEditor set(FieldPath path, @Nullable Object value) {
            patch = patch.with(path, value);
            return this;
        }

        @Override
        public PatchEditor edit(BodyEdit change) {
            patch = patch.withEdit(change);
            return this;
        }

        @Override
        public Map<String, @Nullable Object> asMap() {
            return patch.asMap();
        }
    }
}
