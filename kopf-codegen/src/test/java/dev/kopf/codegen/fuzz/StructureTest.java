package dev.kopf.codegen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.model.SourceFile;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The comparison that the fuzzer stands on sees each way in which a text can get out of its place. */
final class StructureTest {

    private static final String HARMLESS = source("a text", "a text", "");

    @TestFactory
    List<DynamicTest> a_text_that_gets_out_of_its_place_is_seen() {
        return List.of(
                isSeen("a comment", source("*/ private int more; /**", "a text", "")),
                isSeen("a comment by an escape", source("\\u002a/ private int more; /**", "a text", "")),
                isSeen("a literal", source("a text", "\" + System.getenv() + \"", "")),
                isSeen("an annotation", source("*/ @Deprecated /**", "a text", "")),
                isSeen("a statement", source("a text", "a text", "System.exit(1);")));
    }

    @Test
    void other_texts_are_not_seen() {
        assertThat(structure(source("other { text", "other; \\\" text", ""))).isEqualTo(structure(HARMLESS));
    }

    @Test
    void what_is_no_java_is_told() {
        assertThatThrownBy(() -> structure(source("a text", "\"", "")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("not Java: ");
    }

    private static DynamicTest isSeen(String name, String source) {
        return DynamicTest.dynamicTest(name, () -> assertThat(structure(source)).isNotEqualTo(structure(HARMLESS)));
    }

    private static List<String> structure(String source) {
        return Structure.of(List.of(new SourceFile("a/Claim.java", source)));
    }

    private static String source(String comment, String literal, String statement) {
        return """
                package a;
                /** %s */
                class Claim {
                    /** %s */
                    String text() {
                        %s
                        return "%s";
                    }
                }
                """.formatted("The claim.", comment, statement, literal);
    }
}
