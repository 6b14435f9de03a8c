package dev.kopf.runtime.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Golden vectors: what Kopf itself makes of inputs. They lie in the folder that the system property {@code vectors} names. */
public final class Vectors {

    /** All that cases may be skipped for. */
    private static final Set<String> NOT_BUILT = Set.of(
            "activities (without_successes)",
            "compression of what does not fit (R13)",
            "digests in place of secrets (R12)",
            "indexes",
            "webhooks");

    private Vectors() {}

    /**
     * One test for each case of a file; a skipped one where the file is missing, which fails where nothing may be missing.
     *
     * @param checks what is asserted, by the call of the case
     * @param elsewhere the calls of this file that other tests are about; a call that nobody checks fails
     */
    public static Stream<DynamicTest> tests(String file, Map<String, Check> checks, String... elsewhere) {
        Set<String> others = Set.of(elsewhere);
        return tests(file, vector -> !others.contains(vector.call()), checks);
    }

    /** One test for each case of a file that is of interest; other tests are about the rest. */
    public static Stream<DynamicTest> tests(String file, Predicate<Case> interest, Map<String, Check> checks) {
        Path path = Path.of(System.getProperty("vectors", ""), file);
        if (!Files.exists(path)) {
            return Stream.of(dynamicTest("vectors are there", () -> missing(path)));
        }
        Map<String, Integer> counts = new TreeMap<>();
        return cases(path).stream()
                .filter(interest)
                .map(vector -> dynamicTest(vector.name(), () -> run(requireCheck(checks, vector), vector, counts)))
                .onClose(() -> System.out.println(file + ": " + counts));
    }

    private static void run(Check check, Case vector, Map<String, Integer> counts) {
        try {
            check.check(vector);
            counts.merge("checked", 1, Integer::sum);
        } catch (TestAbortedException skipped) {
            counts.merge(String.valueOf(skipped.getMessage()), 1, Integer::sum);
            throw skipped;
        }
    }

    private static Check requireCheck(Map<String, Check> checks, Case vector) {
        Check check = checks.get(vector.call());
        assertThat(check).as("a call that nobody checks: " + vector.call()).isNotNull();
        return check;
    }

    /** The cases of a file; none where it is missing. */
    static Stream<Case> cases(String file) {
        Path path = Path.of(System.getProperty("vectors", ""), file);
        return Files.exists(path) ? cases(path).stream() : Stream.of();
    }

    private static List<Case> cases(Path path) {
        try {
            Map<String, @Nullable Object> root = Json.map(Json.parse(Files.readAllBytes(path)));
            return Json.list(root.get("cases")).stream()
                    .map(value -> new Case(Json.map(value)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void missing(Path path) {
        assertThat(System.getenv("CI")).as("the vectors are missing: " + path).isNotEqualTo("true");
        Assumptions.abort("the vectors are missing: " + path);
    }

    /** Skips a case of something that does not exist yet, by its name. */
    public static TestAbortedException notBuilt(String what) {
        assertThat(NOT_BUILT).contains(what);
        return new TestAbortedException("not built yet: " + what);
    }

    /** What is asserted of a case. */
    public interface Check {
        void check(Case vector);
    }

    /** One case: what goes in, what Kopf makes of it, and marks. */
    public record Case(Map<String, @Nullable Object> fields) {

        public String name() {
            return (String) fields.get("name");
        }

        public String call() {
            return (String) in("call");
        }

        public @Nullable Object in(String key) {
            return Json.map(fields.get("in")).get(key);
        }

        public Map<String, @Nullable Object> in() {
            return Json.map(fields.get("in"));
        }

        public Map<String, @Nullable Object> inMap(String key) {
            return Json.map(in(key));
        }

        public Body body() {
            return new Body(inMap("body"));
        }

        public @Nullable Object out() {
            return fields.get("out");
        }

        public @Nullable Object out(String key) {
            return Json.map(out()).get(key);
        }

        /** Whether Kopf raised. */
        public boolean raises() {
            return out() instanceof Map<?, ?> map && map.containsKey("error");
        }

        public boolean departs(String rule) {
            return List.of(String.valueOf(fields.get("departs")).split(",")).contains(rule);
        }

        public boolean hasQuirk(String quirk) {
            return Json.list(fields.get("quirk")).contains(quirk);
        }

        public boolean isOrdered() {
            return !Boolean.FALSE.equals(fields.get("ordered"));
        }

        @Override
        public String toString() {
            return name();
        }
    }
}
