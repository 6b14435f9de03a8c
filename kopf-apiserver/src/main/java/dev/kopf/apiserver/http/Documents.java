package dev.kopf.apiserver.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.discovery.Discovery;
import dev.kopf.apiserver.discovery.OpenApi;
import dev.kopf.apiserver.kind.Kinds;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is served besides objects: health, version, discovery, OpenAPI. */
final class Documents {

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final Discovery discovery;
    private final OpenApi openApi;

    Documents(Kinds kinds) {
        this.discovery = new Discovery(kinds);
        this.openApi = new OpenApi(kinds);
    }

    /** Answers a request if its path is that of a document; says whether it did. */
    boolean answer(HttpServerRequest request, String path) {
        switch (path) {
            case "/healthz", "/livez", "/readyz" -> {
                Answers.text(request.response(), 200, "ok");
                return true;
            }
            case "/api", "/apis" -> {
                groups(request, path.equals("/api"));
                return true;
            }
            default -> {
                Optional<ObjectNode> document = find(path);
                document.ifPresent(found -> Answers.send(request.response(), 200, found));
                return document.isPresent();
            }
        }
    }

    private void groups(HttpServerRequest request, boolean core) {
        String accept = request.getHeader("Accept");
        if (Accept.of(accept == null ? "" : accept) == Accept.AGGREGATED) {
            Answers.send(request.response(), 200, AGGREGATED, discovery.aggregated(core));
        } else {
            Answers.send(request.response(), 200, core ? discovery.coreVersions() : discovery.groups());
        }
    }

    private Optional<ObjectNode> find(String path) {
        List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
        String first = segments.get(0);
        int depth = segments.size();
        if (path.equals("/version")) {
            return Optional.of(discovery.version());
        }
        if (path.equals("/openapi/v2")) {
            return Optional.of(openApi.swagger());
        }
        if (path.equals("/openapi/v3")) {
            return Optional.of(openApi.index());
        }
        if (path.startsWith("/openapi/v3/")) {
            return openApi.document(path.substring("/openapi/v3/".length()));
        }
        if (first.equals("api") && depth == 2) {
            return discovery.resources("", segments.get(1));
        }
        if (first.equals("apis") && depth == 2) {
            return discovery.group(segments.get(1));
        }
        return first.equals("apis") && depth == 3
                ? discovery.resources(segments.get(1), segments.get(2))
                : Optional.empty();
    }
}
