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
import java.util.HexFormat;

/** A digest of all that the output depends on: the files, the options, and the generator itself. */
public final class InputDigest {

    private InputDigest() {}

    /** The digest; empty where something cannot be read, which reading it again will tell. */
    public static String of(CodegenOptions options) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, Files.readAllBytes(generator()));
            update(digest, text(options).getBytes(StandardCharsets.UTF_8));
            // Not where the files are: that differs from machine to machine, and says nothing of what is generated.
            for (Path place : options.crds()) {
                for (Path file : CrdReader.filesOf(place)) {
                    update(digest, Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            return "";
        }
    }

    /** The options that the output depends on, beside the files. */
    static String text(CodegenOptions options) {
        return options.selection() + " " + options.naming() + " " + options.content();
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
