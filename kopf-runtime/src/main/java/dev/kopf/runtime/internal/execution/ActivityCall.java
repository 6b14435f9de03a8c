package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.ActivityContext;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.handler.OperatorMemo;
import dev.kopf.runtime.progress.HandlerState;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What the author of a handler is given that is about no object. */
record ActivityCall(HandlerId handlerId, HandlerState state, Services services) implements ActivityContext {

    @Override
    public int retry() {
        return state.retries();
    }

    @Override
    public Instant started() {
        return state.started();
    }

    @Override
    public Duration runtime() {
        return Duration.between(started(), services.time().instant());
    }

    @Override
    public Logger logger() {
        return ActivityAttempt.LOGGER;
    }

    @Override
    public <T> T memo(OperatorMemo<T> memo) {
        return services.shared().memos().memo(memo);
    }

    @Override
    public <K, V extends @Nullable Object> IndexView<K, V> index(IndexName<K, V> name) {
        return services.shared().indexes().index(name);
    }

    @Override
    public KubernetesClient client() {
        return services.client().get();
    }
}
