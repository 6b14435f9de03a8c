package dev.kopf.benchmarks;

import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.resource.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server of many equal objects, which are made when they are asked for and kept nowhere. Safe for use by several threads. */
final class ManyObjects implements Transport {

    static final ResourceKind KIND = ResourceKind.namespaced("example.org", "v1", "Widget", "widgets");

    private static final Pattern PAGE = Pattern.compile("limit=(\\d+)(?:&continue=(\\d+))?");
    private static final Pattern NAME = Pattern.compile("/widgets/object-(\\d+)");
    private static final String PAYLOAD = "x".repeat(2_000);

    private final int count;
    private final Runnable onWrite;

    ManyObjects(int count, Runnable onWrite) {
        this.count = count;
        this.onWrite = onWrite;
    }

    @Override
    public String server() {
        return "http://many";
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        Matcher page = PAGE.matcher(request.path());
        if (page.find()) {
            return answer(
                    page(Integer.parseInt(page.group(1)), page.group(2) == null ? 0 : Integer.parseInt(page.group(2))));
        }
        Matcher name = NAME.matcher(request.path());
        if (name.find()) {
            onWrite.run();
            return answer(object(Integer.parseInt(name.group(1)), 2_000_000));
        }
        return answer("{\"resources\": [{\"name\": \"widgets\"}, {\"name\": \"widgets/status\"}]}");
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        listener.onOpen();
        return () -> listener.onEnd(new End.Closed());
    }

    @Override
    public void close() {}

    private String page(int limit, int from) {
        int to = Math.min(count, from + limit);
        String items =
                IntStream.range(from, to).mapToObj(i -> object(i, 1_000_000)).collect(Collectors.joining(","));
        String next = to < count ? ",\"continue\":\"" + to + "\"" : "";
        return "{\"metadata\":{\"resourceVersion\":\"1999999\"" + next + "},\"items\":[" + items + "]}";
    }

    private String object(int number, int version) {
        UUID uid = UUID.nameUUIDFromBytes((count + "/" + number).getBytes(StandardCharsets.UTF_8));
        return "{\"apiVersion\":\"example.org/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"object-" + number
                + "\",\"namespace\":\"default\",\"uid\":\"" + uid + "\",\"resourceVersion\":\"" + (version + number)
                + "\"},\"spec\":{\"payload\":\"" + PAYLOAD + "\"}}";
    }

    private static CompletableFuture<ApiResponse> answer(String json) {
        return CompletableFuture.completedFuture(new ApiResponse(200, json.getBytes(StandardCharsets.UTF_8), null));
    }
}
