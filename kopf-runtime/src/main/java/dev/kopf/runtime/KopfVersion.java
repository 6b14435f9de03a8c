package dev.kopf.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}: what runs here, and on which Java. */
final class KopfVersion implements IVersionProvider {

    /** Written by Maven into each jar; also there in a jar that packs the runtime with an operator. */
    private static final String BUILD = "/META-INF/maven/dev.kopf/kopf-runtime/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {
            "Kopf for Java " + kopf(), "Java " + System.getProperty("java.version", "of an unknown version")
        };
    }

    private static String kopf() throws IOException {
        try (InputStream build = KopfVersion.class.getResourceAsStream(BUILD)) {
            Properties properties = new Properties();
            if (build != null) {
                properties.load(build);
            }
            return properties.getProperty("version", "(not from a jar)");
        }
    }
}
