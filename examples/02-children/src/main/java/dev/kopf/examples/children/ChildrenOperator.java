package dev.kopf.examples.children;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;

/** Gives each object a Pod, which is deleted with it. */
public final class ChildrenOperator implements KopfExampleHandler {

    public static void main(String[] args) {
        Kopf.main(args, new ChildrenOperator());
    }

    @Override
    public Object onCreate(KopfExample example, CreateContext ctx) {
        Pod pod = ctx.adopt(podOf(example)); // in the namespace of the example, with its labels, and owned by it
        Resource<Pod> pods = ctx.client().resource(pod);
        Pod existing = pods.get();
        if (existing == null) {
            pods.create();
        } else if (!existing.hasOwnerReferenceFor(example)) {
            // Such as that of an earlier object of this name, which goes soon. Ours, on the other hand, may be there
            // after a crash.
            throw new TemporaryException(
                    "There is another Pod named " + pod.getMetadata().getName() + ".");
        }
        return Map.of("pod", pod.getMetadata().getName());
    }

    private static Pod podOf(KopfExample example) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(example.getMetadata().getName())
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("sleeper")
                .withImage("busybox")
                .withCommand("sleep", example.getSpec().getDuration())
                .endContainer()
                .endSpec()
                .build();
    }
}
