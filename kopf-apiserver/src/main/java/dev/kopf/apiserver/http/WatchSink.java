package dev.kopf.apiserver.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;

/** Where the lines of a watch go: the body of an answer, or a web socket, which some clients prefer. */
interface WatchSink {

    /** Says that the watch is open. */
    void open();

    /** Sends one line. */
    void send(Buffer line);

    /** Ends in order. */
    void finish();

    /** Calls back when the client is gone. */
    void onClose(Runnable callback);

    /** The chunked body of an answer, whose head tells that it is open. */
    static WatchSink body(HttpServerResponse response) {
        response.setChunked(true).setStatusCode(200).putHeader("Content-Type", Answers.JSON);
        return new WatchSink() {

            @Override
            public void open() {
                response.write(Buffer.buffer());
            }

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
            public void open() {} // it is

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
