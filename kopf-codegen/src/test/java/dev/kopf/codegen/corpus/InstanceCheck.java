package dev.kopf.codegen.corpus;

import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.ResourceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes objects that are made from the schemas of CRDs through a round trip. Not safe for use by several threads. */
final class InstanceCheck {

    private int made;
    private int lossless;

    /** What is lost of one object in each variant, a line for each. */
    List<String> losses(List<CrdDocument> documents, ResourceModel model, Class<?> resource) {
        List<String> losses = new ArrayList<>();
        Map<String, ?> crd = crdOf(documents, model);
        for (InstanceVariant variant : InstanceVariant.values()) {
            made++;
            String json = Instances.of(crd, model.kind().version(), variant);
            Optional<String> loss = RoundTrip.loss(json, resource, model);
            if (loss.isPresent()) {
                losses.add("instance " + variant + " of " + model.kind().version() + ": " + loss.get());
            } else {
                lossless++;
            }
        }
        return losses;
    }

    private static Map<String, ?> crdOf(List<CrdDocument> documents, ResourceModel model) {
        for (CrdDocument document : documents) {
            if (document.root().get("spec") instanceof Map<?, ?> spec
                    && model.kind().group().equals(spec.get("group"))
                    && spec.get("names") instanceof Map<?, ?> names
                    && model.kind().names().kind().equals(names.get("kind"))) {
                return document.root();
            }
        }
        throw new IllegalStateException("no CRD of " + model.kind());
    }

    /** The number of objects so far. */
    int made() {
        return made;
    }

    /** The figures in one line. */
    String summary() {
        return "instances: " + made + " made, " + lossless + " lossless";
    }
}
