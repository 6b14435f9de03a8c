package dev.kopf.runtime.internal.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Makes lines of any length (W-3) out of chunks that end anywhere. Not safe for use by several threads. */
final class LineSplitter {

    private final Consumer<byte[]> lines;
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();

    LineSplitter(Consumer<byte[]> lines) {
        this.lines = lines;
    }

    void accept(ByteBuffer chunk) {
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                rest.write(bytes, start, i - start);
                start = i + 1;
                flush();
            }
        }
        rest.write(bytes, start, bytes.length - start);
    }

    private void flush() {
        if (rest.size() > 0) {
            byte[] line = rest.toByteArray();
            rest.reset();
            lines.accept(line);
        }
    }
}
