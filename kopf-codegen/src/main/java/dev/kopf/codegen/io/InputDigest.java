package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A digest of all that the output depends on: the files, the options, and the generator itself. */
public final class InputDigest {

    private InputDigest() {}

    /**
     * The digest; empty where something cannot be read, which reading it again will tell.
     *
     * @param product what is made of the input
     */
    public static String of(CodegenOptions options, String product) {
        try {
            return of(options, product, generator());
        } catch (IOException e) {
            return "";
        }
    }

    /** @param generator what tells one build of the generator from another */
    static String of(CodegenOptions options, String product, Path generator) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, Files.readAllBytes(generator));
            update(digest, product.getBytes(StandardCharsets.UTF_8));
            update(digest, text(options).getBytes(StandardCharsets.UTF_8));
            // Not where the files are: that differs from machine to machine, and says nothing of what is generated.
            for (Path place : options.crds()) {
                for (Path file : CrdReader.filesOf(place)) {
                    update(digest, Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The options that the output depends on, beside the files: a line for each. */
    static String text(CodegenOptions options) {
        CodegenOptions.Selection selection = options.selection();
        CodegenOptions.Naming naming = options.naming();
        CodegenOptions.Content content = options.content();
        StringBuilder text = new StringBuilder();
        append("groups", selection.groups(), text);
        append("kinds", selection.kinds(), text);
        append("versions", selection.versions(), text);
        append("handlerVersion", listOf(selection.handlerVersion()), text);
        append("builtIns", selection.builtIns(), text);
        append("packageName", listOf(naming.packageName()), text);
        append("packages", listOf(naming.packages()), text);
        append("classes", listOf(naming.classes()), text);
        append("properties", listOf(naming.properties()), text);
        append("fields", content.fields(), text);
        append("coreTypes", listOf(String.valueOf(content.coreTypes())), text);
        return text.toString();
    }

    private static void append(String name, Collection<String> values, StringBuilder text) {
        text.append(name).append('=');
        for (String value : values) {
            text.append(value.length()).append(':').append(value).append(' ');
        }
        text.append('\n');
    }

    private static List<String> listOf(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<String> listOf(Map<String, String> values) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            texts.add(entry.getKey());
            texts.add(entry.getValue());
        }
        return texts;
    }

    /** The generator's own jar, which tells one build of it from another. A folder of classes tells nothing: it is never up to date. */
    static Path generator() throws IOException {
        CodeSource source = InputDigest.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("the generator has no known place");
        }
        Path jar;
        try {
            jar = Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | RuntimeException e) {
            throw new IOException("the generator is in no file", e);
        }
        if (!Files.isRegularFile(jar)) {
            throw new IOException("the generator is in no jar");
        }
        return jar;
    }

    private static void update(MessageDigest digest, byte[] content) {
        digest.update((content.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }
}
