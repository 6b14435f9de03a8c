package dev.kopf.runtime.internal.client;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** An API server that answers requests, and opens no streams. As safe for use by several threads as its answers are. */
record Answering(Function<ApiRequest, CompletableFuture<ApiResponse>> answers) implements Transport {

    static ApiResponse answer(int status, String json) {
        return new ApiResponse(status, json.getBytes(StandardCharsets.UTF_8), null);
    }

    @Override
    public String server() {
        return "http://answering";
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        return answers.apply(request);
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        throw new UnsupportedOperationException("nobody watches");
    }

    @Override
    public void close() {}
}
