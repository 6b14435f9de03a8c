package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.DiscoveredKinds;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is known of kinds is what Kopf knows (F-25, W-40), and objects are where it looks for them (P-3). */
final class DiscoveryVectorsTest {

    @TestFactory
    Stream<DynamicTest> discovery() {
        return Vectors.tests(
                "selectors.json",
                Map.of("discover", this::checkDiscovery, "url", this::checkUrl),
                "cluster",
                "select",
                "revise",
                "namespaces",
                "servedNamespaces");
    }

    private void checkDiscovery(Case vector) {
        Set<String> groups =
                vector.in("groups") == null ? null : Set.copyOf(DiscoveredKinds.texts(vector.in("groups")));
        KindScan.Found found =
                new KindScan(new Answers(vector.inMap("answers"))).scan(groups).join();
        List<DiscoveredKind> expected = Json.list(vector.out()).stream()
                .map(kind -> DiscoveredKinds.of(Json.map(kind)))
                .toList();
        assertThat(found.groups().values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found.problems()).isEmpty();
    }

    private void checkUrl(Case vector) {
        DiscoveredKind kind = DiscoveredKinds.of(vector.inMap("resource"));
        Map<String, @Nullable Object> options = vector.inMap("options");
        if (vector.raises()) {
            // Nobody can ask for it: the path of an object takes an object, which knows its namespace and its name.
            return;
        }
        String path = path(kind.kind(), options);
        if (options.get("server") instanceof String server) {
            path = server.replaceAll("/$", "") + path;
        }
        String expected = String.valueOf(vector.out()).replaceAll("\\?.*", ""); // queries are the watcher's
        if (kind.kind().group().isEmpty()) {
            expected = expected.replaceFirst("^/apis/", "/api/"); // the core group has one place, whatever the version
        }
        assertThat(URLDecoder.decode(path, StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    private static String path(ResourceKind kind, Map<String, @Nullable Object> options) {
        String namespace = (String) options.get("namespace");
        if (!(options.get("name") instanceof String name)) {
            return Paths.collection(kind, namespace);
        }
        ObjectRef ref = new ObjectRef(kind, namespace, name, "");
        return "status".equals(options.get("subresource")) ? Paths.status(ref) : Paths.object(ref);
    }

    /** A server that answers some requests, and knows nothing else. */
    private record Answers(Map<String, @Nullable Object> byPath) implements Transport {

        @Override
        public String server() {
            return "https://server";
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            Object answer = byPath.get(request.path());
            byte[] body = Json.write(answer == null ? Map.of() : answer).getBytes(StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(new ApiResponse(answer == null ? 404 : 200, body, null));
        }

        @Override
        public Transport.Stream stream(ApiRequest request, Listener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
