package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch is lines of any length, however the connection cuts them (W-3). */
final class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(line -> lines.add(new String(line, StandardCharsets.UTF_8)));

    private void send(String text, int chunk) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int start = 0; start < bytes.length; start += chunk) {
            splitter.accept(ByteBuffer.wrap(bytes, start, Math.min(chunk, bytes.length - start)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1_000})
    void W3_lines_are_whole_however_they_are_cut(int chunk) {
        send("{\"a\":\"ä€😀\"}\n\n{}\nthe rest", chunk);
        assertThat(lines).containsExactly("{\"a\":\"ä€😀\"}", "{}");
        send(" of it\n", chunk);

        assertThat(lines).containsExactly("{\"a\":\"ä€😀\"}", "{}", "the rest of it");
    }

    @Test
    void W3_a_line_may_have_megabytes() {
        String line = "x".repeat(5_000_000);
        send(line + "\n" + line + "\n", 16_384);

        assertThat(lines).containsExactly(line, line);
    }
}
