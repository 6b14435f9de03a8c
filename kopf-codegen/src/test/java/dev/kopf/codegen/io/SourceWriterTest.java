package dev.kopf.codegen.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceWriterTest {

    private static final SourceFile A = new SourceFile("p/A.java", "class A {}");
    private static final SourceFile B = new SourceFile("p/q/B.java", "class B {}");

    @TempDir
    private Path root;

    private static SourceWriter writer(Path folder, String execution, String... earlier) {
        return new SourceWriter(new CodegenOptions.Output(folder, execution, null, Set.of(earlier)));
    }

    private int write(SourceFile... files) {
        return writer(root, null).write(List.of(files), "digest");
    }

    @Test
    void what_is_unchanged_is_not_written_again() throws IOException {
        write(A, B);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(root.resolve("p/A.java"), longAgo);

        assertThat(write(A, new SourceFile("p/q/B.java", "class B { }"))).isEqualTo(1);

        assertThat(Files.getLastModifiedTime(root.resolve("p/A.java"))).isEqualTo(longAgo);
        assertThat(root.resolve("p/q/B.java")).hasContent("class B { }");
    }

    @Test
    void what_is_gone_is_deleted_with_its_folder() {
        write(A, B);

        assertThat(write(A)).isEqualTo(1);

        assertThat(root.resolve("p/q")).doesNotExist();
        assertThat(root.resolve("p/A.java")).exists();
    }

    @Test
    void a_file_that_is_not_ours_stays() throws IOException {
        write(A, B);
        Path foreign = Files.writeString(root.resolve("p/q/Mine.java"), "mine");

        write(A);

        assertThat(foreign).hasContent("mine");
    }

    @Test
    void a_file_that_is_not_ours_is_not_overwritten_and_nothing_else_is_written() throws IOException {
        Files.createDirectories(root.resolve("p"));
        Files.writeString(root.resolve("p/A.java"), "mine");

        assertThatThrownBy(() -> write(A, B))
                .isInstanceOf(CodegenException.class)
                .hasMessageStartingWith("[KopfForeignFile] ");

        assertThat(root.resolve("p/A.java")).hasContent("mine");
        assertThat(root.resolve("p/q")).doesNotExist();
    }

    @Test
    void a_file_that_was_changed_by_hand_is_written_again() throws IOException {
        write(A);
        Files.writeString(root.resolve("p/A.java"), "mine");

        write(A);

        assertThat(root.resolve("p/A.java")).hasContent("class A {}");
    }

    @Test
    void a_run_that_was_killed_leaves_nothing_that_is_nobodys() throws IOException {
        write(A);
        // What a run leaves that was killed after it wrote its list.
        try (Drafts drafts = Drafts.in(root)) {
            Manifest.of("digest", Map.of("p/A.java", new byte[0], "p/q/B.java", new byte[0]))
                    .write(root.resolve(".kopf-codegen"), drafts);
        }
        Files.createDirectories(root.resolve("p/q"));
        Files.writeString(root.resolve("p/q/B.java"), "half");

        write(A, B);

        assertThat(root.resolve("p/q/B.java")).hasContent("class B {}");
    }

    @Test
    void what_was_written_is_up_to_date_until_something_is_missing() throws IOException {
        write(A, B);

        assertThat(writer(root, null).isUpToDate("digest")).isTrue();
        assertThat(writer(root, null).isUpToDate("other")).isFalse();
        Files.delete(root.resolve("p/A.java"));
        assertThat(writer(root, null).isUpToDate("digest")).isFalse();
    }

    @Test
    void nothing_is_written_outside_the_folder() {
        assertThatThrownBy(() -> write(new SourceFile("../A.java", ""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_that_names_files_outside_deletes_nothing() throws IOException {
        Path out = Files.createDirectory(root.resolve("out"));
        Path outside = Files.writeString(root.resolve("precious"), "x");
        Files.writeString(out.resolve(".kopf-codegen"), "#\ndigest\n1 ../precious\nbroken\n1 \u0000\n5 .\n");

        writer(out, null).write(List.of(A), "d");

        assertThat(outside).hasContent("x");
        assertThat(out.resolve("p/A.java")).hasContent("class A {}");
    }

    @Test
    void a_file_that_was_changed_by_hand_to_the_same_size_is_not_up_to_date() throws IOException {
        write(A);
        Files.writeString(root.resolve("p/A.java"), "class B {}");

        assertThat(writer(root, null).isUpToDate("digest")).isFalse();
    }

    @Test
    void several_executions_keep_each_others_files() {
        writer(root, "one").write(List.of(A), "d");
        writer(root, "two").write(List.of(A, B), "d");
        writer(root, "two").write(List.of(B), "d");

        assertThat(root.resolve("p/A.java")).exists();
        assertThat(writer(root, "one").write(List.of(), "d")).isEqualTo(1);
        assertThat(root.resolve("p/A.java")).doesNotExist();
        assertThat(root.resolve("p/q/B.java")).exists();
    }

    @Test
    void a_file_of_another_execution_is_not_overwritten() {
        writer(root, "one").write(List.of(A), "d");
        SourceWriter two = writer(root, "two");

        assertThatThrownBy(() -> two.write(List.of(new SourceFile(A.path(), "other")), "d"))
                .isInstanceOf(CodegenException.class)
                .hasMessageStartingWith("[KopfForeignFile] ")
                .hasMessageContaining("outputDirectory");

        assertThat(root.resolve("p/A.java")).hasContent(A.text());
    }

    @Test
    void a_temporary_file_that_is_not_ours_stays() throws IOException {
        Files.createDirectories(root.resolve("p"));
        Path foreign = Files.writeString(root.resolve("p/A.java.tmp"), "mine");

        write(A);

        assertThat(foreign).hasContent("mine");
    }

    @Test
    void what_a_killed_run_left_is_removed() throws IOException {
        Path leftover = Files.createDirectory(root.resolve(".kopf-draft-1"));
        Files.writeString(leftover.resolve("0"), "half");

        write(A);

        try (var files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".kopf-codegen", "p");
        }
    }

    @Test
    void where_one_file_cannot_be_written_none_is() throws IOException {
        Files.writeString(root.resolve("q"), "a file where a folder has to be");

        assertThatThrownBy(() -> write(A, new SourceFile("q/B.java", "class B {}")))
                .isInstanceOf(CodegenException.class)
                .hasMessageStartingWith("[KopfFile] ");

        assertThat(root.resolve("p/A.java")).doesNotExist();
        try (var files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("p", "q");
        }
    }

    private static final SourceFile CHANGED = new SourceFile(A.path(), "class A { int b; }");

    @Test
    void executions_that_share_a_file_follow_its_changes_together() {
        writer(root, "one").write(List.of(A), "d");
        writer(root, "two", "one").write(List.of(A), "d");

        assertThat(writer(root, "one").write(List.of(CHANGED), "d")).isEqualTo(1);
        assertThat(writer(root, "two", "one").write(List.of(CHANGED), "d")).isZero();

        assertThat(root.resolve(A.path())).hasContent(CHANGED.text());
    }

    @Test
    void executions_whose_ids_differ_by_case_have_lists_of_their_own_on_every_disk() throws IOException {
        for (String id : List.of("gen", "Gen", "GEN", "g.n", "g/n")) {
            writer(root, id).write(List.of(A), "d");
        }

        try (var files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                            .filter(name -> name.startsWith(".kopf-codegen.")))
                    .hasSize(5)
                    .doesNotHaveDuplicates()
                    .contains(".kopf-codegen.gen");
        }
    }

    /** The files come in the order of their paths: this one fails after those before it are in their places, and before all others. */
    private static final SourceFile[] FAILING = {
        new SourceFile("p/M.java", "class M {}"), new SourceFile("p/M.java/N.java", "below a file")
    };

    @Test
    void executions_that_share_files_go_on_after_a_run_that_was_cut_off() {
        SourceFile z = new SourceFile("p/Z.java", "class Z {}");
        SourceFile changedZ = new SourceFile("p/Z.java", "class Z { int b; }");
        SourceFile changedAgain = new SourceFile(A.path(), "class A { int c; }");
        writer(root, "one").write(List.of(A, z), "d");
        writer(root, "two", "one").write(List.of(A, z), "d");
        SourceWriter cutOff = writer(root, "one");
        assertThatThrownBy(() -> cutOff.write(List.of(CHANGED, FAILING[0], FAILING[1], changedZ), "e"))
                .isInstanceOf(CodegenException.class);
        assertThat(root.resolve(A.path())).hasContent(CHANGED.text());
        assertThat(root.resolve(z.path())).hasContent(z.text());

        writer(root, "one").write(List.of(changedAgain, changedZ), "f");
        writer(root, "two", "one").write(List.of(changedAgain, changedZ), "f");

        assertThat(root.resolve(A.path())).hasContent(changedAgain.text());
        assertThat(root.resolve(z.path())).hasContent(changedZ.text());
        assertThat(root.resolve("p/M.java")).doesNotExist();
    }

    @Test
    void an_execution_that_does_not_follow_is_told() {
        writer(root, "one").write(List.of(A), "d");
        writer(root, "two", "one").write(List.of(A), "d");
        writer(root, "one").write(List.of(CHANGED), "d");

        SourceWriter two = writer(root, "two", "one");
        assertThatThrownBy(() -> two.write(List.of(A), "d"))
                .isInstanceOf(CodegenException.class)
                .hasMessageContaining("[KopfForeignFile] " + root.resolve(A.path()) + ": another execution");

        assertThat(root.resolve(A.path())).hasContent(CHANGED.text());
    }

    @Test
    void what_an_earlier_execution_of_the_build_has_written_is_not_replaced() {
        writer(root, "one").write(List.of(A), "d");
        writer(root, "two", "one").write(List.of(A), "d");

        SourceWriter two = writer(root, "two", "one");
        assertThatThrownBy(() -> two.write(List.of(CHANGED), "d")).isInstanceOf(CodegenException.class);

        assertThat(root.resolve(A.path())).hasContent(A.text());
    }

    @Test
    void a_shared_file_that_was_edited_is_written_again() throws IOException {
        writer(root, "one").write(List.of(A), "d");
        writer(root, "two", "one").write(List.of(A), "d");
        Files.writeString(root.resolve(A.path()), "edited");

        writer(root, "one").write(List.of(A), "d");

        assertThat(root.resolve(A.path())).hasContent(A.text());
    }
}
