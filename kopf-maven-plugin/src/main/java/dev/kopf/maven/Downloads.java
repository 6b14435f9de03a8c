package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files from URLs, which are fetched once: what is in the cache with the right checksum is never asked for again. Safe for use by several
 * threads and processes.
 */
final class Downloads {

    private static final Pattern URL = Pattern.compile("(?<url>(?:https?|file):[^#]*)(?:#(?<sum>.*))?");
    private static final Pattern SUM = Pattern.compile("sha256=(?<hex>[0-9A-Fa-f]{64})");

    private final Path cache;
    private final Network network;
    private final boolean isOffline;

    /**
     * @param cache a folder that may be shared
     * @param isOffline whether only files, and what is in the cache, may be used
     */
    Downloads(Path cache, Network network, boolean isOffline) {
        this.cache = cache;
        this.network = network;
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
        if (isOffline && !"file".equals(uri.getScheme())) {
            throw new IOException("Maven is offline, and no earlier build has fetched it. Build once without -o");
        }
        return network.get(uri);
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
