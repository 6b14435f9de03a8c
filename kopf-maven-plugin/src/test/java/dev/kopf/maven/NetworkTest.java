package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers and proxies do, and what comes of it. */
final class NetworkTest {

    private static final Network.Limits SHORT = new Network.Limits(1_000, Duration.ofSeconds(1));
    private static final Network.Limits SMALL = new Network.Limits(1_000, Duration.ofMinutes(1));

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    private HttpServer server;
    private String host;

    /** What a server does with a request. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        host = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stopServer() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI serve(Answer answer) {
        server.createContext("/crds.yaml", exchange -> {
            try {
                answer.to(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        return URI.create(host + "/crds.yaml");
    }

    private static void say(HttpExchange exchange, String text) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] get(URI uri, Network.Limits limits) throws IOException {
        return new Network(ProxySelector.of(null), null, limits).get(uri);
    }

    @Test
    void a_server_that_never_answers_is_left() {
        URI uri = serve(exchange -> end.await());

        assertThatThrownBy(() -> get(uri, SHORT))
                .isInstanceOf(IOException.class)
                .hasMessage("it takes longer than 1 seconds");
    }

    @Test
    void a_server_that_stalls_in_the_middle_is_left() {
        URI uri = serve(exchange -> {
            say(exchange, "half of it");
            exchange.getResponseBody().flush();
            end.await();
        });

        assertThatThrownBy(() -> get(uri, SHORT)).hasMessage("it takes longer than 1 seconds");
    }

    @Test
    void a_server_that_never_ends_is_cut_off() throws Exception {
        CompletableFuture<Void> isCutOff = new CompletableFuture<>();
        URI uri = serve(exchange -> {
            try {
                exchange.sendResponseHeaders(200, 0);
                while (true) {
                    exchange.getResponseBody().write(new byte[1_000]);
                }
            } catch (IOException e) {
                isCutOff.complete(null);
            }
        });

        assertThatThrownBy(() -> get(uri, SMALL)).hasMessage("more than 1000 bytes");
        isCutOff.get(1, TimeUnit.MINUTES);
    }

    @Test
    void what_has_just_the_size_is_taken() throws IOException {
        URI uri = serve(exchange -> say(exchange, "x".repeat(1_000)));

        assertThat(get(uri, SMALL)).hasSize(1_000);
    }

    @Test
    void a_file_is_bounded_too() throws IOException {
        Path file = Files.writeString(folder.resolve("crds.yaml"), "x".repeat(1_001));

        assertThatThrownBy(() -> get(file.toUri(), SMALL)).hasMessage("more than 1000 bytes");
    }

    @Test
    void what_is_no_url_is_said_to_be_none() {
        assertThatThrownBy(() -> get(URI.create("http:nowhere"), SMALL))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("not a URL");
    }

    /** As of Maven's settings, with this server as the proxy. */
    private Network behindProxy(String nonProxyHosts, String user) {
        AuthenticationBuilder authentication = new AuthenticationBuilder();
        if (user != null) {
            authentication.addUsername(user).addPassword("secret");
        }
        Proxy proxy = new Proxy("http", "127.0.0.1", server.getAddress().getPort(), authentication.build());
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setProxySelector(new DefaultProxySelector().add(proxy, nonProxyHosts));
        MavenProxies proxies = new MavenProxies(session);
        return new Network(proxies, proxies.passwords(), SMALL);
    }

    @Test
    void the_proxy_of_maven_s_settings_is_asked() throws IOException {
        serve(exchange -> say(exchange, "by proxy: " + exchange.getRequestURI()));

        assertThat(behindProxy("localhost", null).get(URI.create("http://crds.invalid/crds.yaml")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("by proxy: http://crds.invalid/crds.yaml");
    }

    @Test
    void a_host_that_needs_no_proxy_is_asked_itself() throws IOException {
        URI uri = serve(exchange -> say(exchange, "asked: " + exchange.getRequestURI()));

        assertThat(behindProxy("*.example.org|127.0.*", null).get(uri))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("asked: /crds.yaml");
    }

    @Test
    void a_proxy_gets_its_password() throws IOException {
        serve(exchange -> {
            String given = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            if (given == null) {
                exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
                exchange.sendResponseHeaders(407, -1);
            } else {
                say(exchange, given);
            }
        });

        assertThat(behindProxy(null, "me").get(URI.create("http://crds.invalid/crds.yaml")))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_proxy_that_gets_no_password_for_an_https_url_is_a_problem_that_says_what_to_do() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> refuse(proxy));
            InetSocketAddress address = new InetSocketAddress(proxy.getInetAddress(), proxy.getLocalPort());
            Network network = new Network(ProxySelector.of(address), null, SMALL);

            assertThatThrownBy(() -> network.get(URI.create("https://crds.invalid/crds.yaml")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes= ")
                    .hasMessageEndingWith("status 407");
        }
    }

    /** As proxies refuse a tunnel, until the socket is closed. */
    private static void refuse(ServerSocket proxy) {
        while (true) {
            try (Socket client = proxy.accept()) {
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                request.lines().takeWhile(line -> !line.isEmpty()).forEach(line -> {});
                client.getOutputStream()
                        .write(
                                "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }
}
