package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.kopf.codegen.model.CodegenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloadsTest {

    private static final byte[] CONTENT = "kind: CustomResourceDefinition".getBytes(StandardCharsets.UTF_8);

    static final Network NETWORK = new Network(ProxySelector.of(null), null, Network.Limits.DEFAULT);

    @TempDir
    private Path cache;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private String url;
    private String sum;

    @BeforeEach
    void startServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/crds.yaml", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/crds.yaml");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        sum = "#sha256="
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private Downloads downloads(boolean isOffline) {
        return new Downloads(cache, NETWORK, isOffline);
    }

    private Path online(String source) {
        return downloads(false).of(source);
    }

    @Test
    void what_was_fetched_once_is_not_asked_for_again() throws IOException {
        Path file = online(url + "/crds.yaml" + sum);

        assertThat(file).hasBinaryContent(CONTENT).hasFileName("crds.yaml");
        assertThat(online(url + "/crds.yaml" + sum)).isEqualTo(file);
        assertThat(downloads(true).of(url + "/crds.yaml" + sum)).isEqualTo(file);
        assertThat(requests).hasValue(1);
    }

    @Test
    void what_is_broken_in_the_cache_is_fetched_again() throws IOException {
        Files.writeString(online(url + "/crds.yaml" + sum), "broken");

        assertThat(online(url + "/crds.yaml" + sum)).hasBinaryContent(CONTENT);
    }

    @Test
    void redirects_are_followed() {
        assertThat(online(url + "/moved" + sum)).hasBinaryContent(CONTENT);
    }

    @Test
    void another_file_is_told_with_both_checksums_and_not_kept() {
        String other = "0".repeat(64);

        assertThatThrownBy(() -> online(url + "/crds.yaml#sha256=" + other))
                .isInstanceOf(CodegenException.class)
                .hasMessageStartingWith("[KopfChecksum] " + url + "/crds.yaml: ")
                .hasMessageContaining(other)
                .hasMessageEndingWith(sum.substring("#sha256=".length()));
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_fetched_is_told() {
        assertThatThrownBy(() -> online(url + "/nowhere" + sum))
                .hasMessageStartingWith("[KopfFile] " + url + "/nowhere: ")
                .hasMessageContaining("status 404");
        assertThatThrownBy(() -> downloads(true).of(url + "/crds.yaml" + sum)).hasMessageContaining("Maven is offline");
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_url_needs_a_checksum() {
        assertThatThrownBy(() -> online(url + "/crds.yaml")).hasMessageStartingWith("[KopfInvalidOption] sources: ");
        assertThatThrownBy(() -> online(url + "/crds.yaml#sha256=12")).hasMessageContaining("64 hexadecimal digits");
    }

    @Test
    void a_url_may_be_a_files() throws IOException {
        Path file = Files.write(cache.resolve("mine.yaml"), CONTENT);

        assertThat(new Downloads(cache.resolve("cache"), NETWORK, true).of(file.toUri() + sum))
                .hasBinaryContent(CONTENT);
    }
}
