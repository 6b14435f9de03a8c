package dev.kopf.examples.builtin;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.HandlerConfig;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.handler.Timer;
import dev.kopf.runtime.handler.TimerContext;
import io.fabric8.kubernetes.api.model.Pod;
import io.k8s.api.core.v1.PodHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** No Pod lives longer than 30 seconds, all over the cluster; but those of the system live as long as they like. */
public final class PodsOperator implements PodHandler {

    private static final Set<String> PROTECTED = Set.of("kube-system", "kube-public", "kube-node-lease");

    private final Duration lifetime;

    PodsOperator(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public static void main(String[] args) {
        Kopf.main(args, new PodsOperator(Duration.ofSeconds(30)));
    }

    @Override
    @HandlerConfig(when = "isMortal")
    public void onCreate(Pod pod, CreateContext ctx) {
        ctx.logger().info("This Pod has {} s to live.", lifetime.toSeconds());
    }

    /**
     * Called for each Pod until it has succeeded, and no thread waits in between. Unlike a daemon, a timer needs no finalizer: Pods can go
     * whether or not the operator runs.
     */
    @Timer
    @HandlerConfig(when = "isMortal")
    public void endOfLife(Pod pod, TimerContext ctx) {
        Instant end = Instant.parse(pod.getMetadata().getCreationTimestamp()).plus(lifetime);
        Duration rest = Duration.between(Instant.now(), end);
        if (rest.compareTo(Duration.ZERO) > 0) {
            throw new TemporaryException("Its time is yet to come.", rest);
        }
        ctx.logger().info("Its time is over.");
        ctx.client().resource(pod).delete();
    }

    boolean isMortal(Pod pod) {
        return !PROTECTED.contains(pod.getMetadata().getNamespace())
                && pod.getMetadata().getDeletionTimestamp() == null;
    }
}
