package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where things are on the API server. Always the namespaced URL for namespaced kinds (P-3). */
final class Paths {

    private Paths() {}

    static String group(ResourceKind kind) {
        return kind.group().isEmpty()
                ? "/api/" + segment(kind.version())
                : "/apis/" + segment(kind.group()) + "/" + segment(kind.version());
    }

    /** What versions there are of a group that is not the core's. */
    static String versions(ResourceKind kind) {
        return "/apis/" + segment(kind.group());
    }

    /** All objects of a kind, or those of one namespace. */
    static String collection(ResourceKind kind, @Nullable String namespace) {
        String middle = namespace == null ? "" : "/namespaces/" + segment(namespace);
        return group(kind) + middle + "/" + segment(kind.plural());
    }

    static String object(ObjectRef ref) {
        return collection(ref.kind(), ref.namespace()) + "/" + segment(ref.name());
    }

    static String status(ObjectRef ref) {
        return object(ref) + "/status";
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
