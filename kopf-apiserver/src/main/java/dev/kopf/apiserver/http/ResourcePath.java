package dev.kopf.apiserver.http;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * A path below {@code /api} or {@code /apis}, taken apart.
 *
 * @param group the API group, empty for the core
 * @param version the version
 * @param namespace the namespace, empty for none
 * @param plural the plural of the kind
 * @param name the object's name, empty for the collection
 * @param subresource what of the object, empty for itself
 */
record ResourcePath(String group, String version, String namespace, String plural, String name, String subresource) {

    static Optional<ResourcePath> parse(String path) {
        Deque<String> segments =
                new ArrayDeque<>(Arrays.asList(path.substring(1).split("/", -1)));
        if ("".equals(segments.peekLast())) {
            segments.removeLast();
        }
        boolean core = "api".equals(segments.poll());
        if (segments.size() < (core ? 2 : 3)) {
            return Optional.empty();
        }
        String group = core ? "" : segments.remove();
        String version = segments.remove();
        String namespace = "";
        if (isInNamespace(segments)) {
            segments.remove();
            namespace = segments.remove();
        }
        if (segments.size() > 3) {
            return Optional.empty();
        }
        return Optional.of(new ResourcePath(group, version, namespace, next(segments), next(segments), next(segments)));
    }

    /** {@code namespaces/x/pods} is in a namespace, {@code namespaces/x} and {@code namespaces/x/status} are one. */
    private static boolean isInNamespace(Deque<String> segments) {
        return segments.size() >= 3
                && segments.getFirst().equals("namespaces")
                && !(segments.size() == 3
                        && (segments.getLast().equals("status")
                                || segments.getLast().equals("finalize")));
    }

    private static String next(Deque<String> segments) {
        return segments.isEmpty() ? "" : segments.remove();
    }
}
