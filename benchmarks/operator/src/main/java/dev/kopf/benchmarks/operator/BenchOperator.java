package dev.kopf.benchmarks.operator;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.Settings;
import dev.kopf.runtime.handler.CreateContext;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import org.example.bench.v1.Bench;
import org.example.bench.v1.BenchDispatch;

/**
 * The minimal operator: notes in the status what it saw, and has nothing to clean up. Its state is kept in the status too, as the docs
 * recommend where a CRD lets it: results and state are one write then.
 */
public final class BenchOperator {

    private static final int ALREADY_EXISTS = 409;

    private BenchOperator() {}

    /** Runs the operator; with {@code CHILD=1} each object owns a ConfigMap. */
    public static void main(String[] args) {
        boolean child = "1".equals(System.getenv("CHILD"));
        Kopf.application(BenchDispatch.on()
                        .create("created", (bench, ctx) -> {
                            if (child) {
                                createChild(bench, ctx);
                            }
                            return Map.of("size", bench.getSpec().getSize());
                        })
                        .specSizeChange(
                                "resized", (bench, size, ctx) -> Map.of("from", size.oldValue(), "to", size.newValue()))
                        .delete("deleted", (bench, ctx) -> {}))
                .settings(Settings.defaults().withStateLocation(Settings.StateLocation.STATUS))
                .main(args);
    }

    private static void createChild(Bench bench, CreateContext ctx) {
        ConfigMap child = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(bench.getMetadata().getName())
                .endMetadata()
                .addToData("size", bench.getSpec().getSize())
                .build();
        try {
            ctx.client().resource(ctx.adopt(child)).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != ALREADY_EXISTS) {
                throw e;
            }
        }
    }
}
