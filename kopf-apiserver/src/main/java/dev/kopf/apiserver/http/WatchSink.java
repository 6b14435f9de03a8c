package dev.kopf.apiserver.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;

/** Where the lines of a watch go: the body of an answer, or a web socket, which some clients prefer. */
interface WatchSink {

    /** Sends one line. */
    void send(Buffer line);

    /** Ends in order. */
    void finish();

    /** Calls back when the client is gone. */
    void onClose(Runnable callback);

    /** The chunked body of an answer; its head is sent at once. */
    static WatchSink body(HttpServerResponse response) {
        response.setChunked(true).setStatusCode(200).putHeader("Content-Type", Answers.JSON);
        response.write(Buffer.buffer());
        return new WatchSink() {

            @Override
            public void send(Buffer line) {
                response.write(line);
            }

            @Override
            public void finish() {
                response.end();
            }

            @Override
            public void onClose(Runnable callback) {
                response.closeHandler(closed -> callback.run());
                response.exceptionHandler(failure -> callback.run());
            }
        };
    }

    /** A web socket, one text frame per line. */
    static WatchSink socket(ServerWebSocket socket) {
        return new WatchSink() {

            @Override
            public void send(Buffer line) {
                socket.writeFinalTextFrame(line.toString());
            }

            @Override
            public void finish() {
                socket.close();
            }

            @Override
            public void onClose(Runnable callback) {
                socket.closeHandler(closed -> callback.run());
                socket.exceptionHandler(failure -> callback.run());
            }
        };
    }
}
