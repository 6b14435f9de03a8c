package dev.kopf.runtime.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BugTest {

    @Test
    void each_bug_of_the_list_has_a_name_of_its_own() {
        assertThat(Bug.all()).extracting(Bug::name).hasSizeGreaterThan(25).doesNotHaveDuplicates();
    }

    @Test
    void each_bug_of_the_list_can_be_planted() throws IOException {
        for (Bug bug : Bug.all()) {
            assertThat(BuggyRuntime.plant(bug)).as(bug.name()).contains(bug.wrong());
        }
    }

    @Test
    void a_text_that_is_not_there_once_fails_with_its_place() {
        Bug bug = new Bug("it forgets", "Some.java", "keep(\n  it)", "drop(it)");

        assertThat(bug.plantedIn("if (x) { keep( it) ; }")).isEqualTo("if (x) { drop(it) ; }");
        assertThatThrownBy(() -> bug.plantedIn("nothing"))
                .hasMessageContaining("out of date")
                .hasMessageContaining("Some.java")
                .hasMessageContaining("0 times");
    }
}
