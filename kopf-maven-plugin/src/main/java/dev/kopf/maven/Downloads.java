package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files from URLs, which are fetched once: what is in the cache with the right checksum is never asked for again. Safe for use by several
 * threads and processes.
 */
final class Downloads {

    private static final Pattern URL = Pattern.compile("(?<url>(?:https?|file):[^#]*)(?:#(?<sum>.*))?");
    private static final Pattern SUM = Pattern.compile("sha256=(?<hex>[0-9A-Fa-f]{64})");

    /** In bytes; larger than any bundle of CRDs. */
    private static final int MAX_SIZE = 64 * 1024 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Path cache;
    private final boolean isOffline;

    /**
     * @param cache a folder that may be shared
     * @param isOffline whether only what is in the cache may be used
     */
    Downloads(Path cache, boolean isOffline) {
        this.cache = cache;
        this.isOffline = isOffline;
    }

    /** Whether a source is a URL. */
    static boolean isUrl(String source) {
        return URL.matcher(source).matches();
    }

    /**
     * The file of a URL with a checksum: {@code https://…#sha256=…}.
     *
     * @throws CodegenException if it has no checksum, cannot be fetched, or is another file
     */
    Path of(String source) {
        Matcher parts = URL.matcher(source);
        Matcher sum = SUM.matcher(parts.matches() && parts.group("sum") != null ? parts.group("sum") : "");
        if (!sum.matches()) {
            throw problem(
                    Problem.Id.KopfInvalidOption,
                    "sources",
                    "a URL needs the SHA-256 checksum of its file, such as …/crds.yaml#sha256=… with 64 hexadecimal digits: "
                            + source);
        }
        String url = parts.group("url");
        String wanted = sum.group("hex").toLowerCase(Locale.ROOT);
        Path file = cache.resolve(wanted).resolve(nameOf(url));
        try {
            if (!Files.isRegularFile(file) || !digest(Files.readAllBytes(file)).equals(wanted)) {
                keep(file, checked(url, fetch(url), wanted));
            }
            return file;
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw problem(Problem.Id.KopfFile, url, "it cannot be downloaded: " + reason);
        }
    }

    private static byte[] checked(String url, byte[] content, String wanted) {
        String actual = digest(content);
        if (!actual.equals(wanted)) {
            throw problem(
                    Problem.Id.KopfChecksum,
                    url,
                    "it is not the file that was asked for. Its SHA-256 checksum has to be " + wanted
                            + "; look at what has changed before you take over what it is: " + actual);
        }
        return content;
    }

    private byte[] fetch(String url) throws IOException {
        URI uri;
        try {
            uri = new URI(url);
        } catch (java.net.URISyntaxException e) {
            throw new IOException("not a URL", e);
        }
        if ("file".equals(uri.getScheme())) {
            try (InputStream stream = uri.toURL().openStream()) {
                return limited(stream);
            }
        }
        if (isOffline) {
            throw new IOException("Maven is offline, and no earlier build has fetched it. Build once without -o");
        }
        return fetch(uri);
    }

    private static byte[] fetch(URI uri) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        CompletableFuture<byte[]> content = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(Downloads::body);
        try {
            return content.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.toString() : e.getCause().toString(), e);
        } catch (TimeoutException e) {
            content.cancel(true);
            throw new IOException("it takes longer than " + TIMEOUT.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static byte[] body(HttpResponse<InputStream> response) {
        try (InputStream stream = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the server answers with status " + response.statusCode());
            }
            return limited(stream);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static byte[] limited(InputStream stream) throws IOException {
        byte[] content = stream.readNBytes(MAX_SIZE + 1);
        if (content.length > MAX_SIZE) {
            throw new IOException("more than " + MAX_SIZE + " bytes");
        }
        return content;
    }

    /** Whole or not at all, also with another build beside this one. */
    private static void keep(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "draft", ".tmp");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Nothing of a URL but plain letters gets into a path. */
    private static String nameOf(String url) {
        String path = url.replaceFirst("\\?.*", "");
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return name.matches("(?i)[^.].*\\.(yaml|yml|json|jar)") ? name : "crds.yaml";
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static CodegenException problem(Problem.Id id, String source, String message) {
        return new CodegenException(List.of(new Problem(id, source, message)));
    }
}
