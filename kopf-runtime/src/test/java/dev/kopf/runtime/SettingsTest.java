package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Settings", "Settings$Timing", "Settings$Posting", "Settings$ActivityLimits"})
    void each_part_of_the_settings_can_be_the_first_that_a_program_makes(String first) throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader fresh =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThatCode(() -> Class.forName("dev.kopf.runtime." + first, true, fresh))
                    .doesNotThrowAnyException();
        }
    }
}
