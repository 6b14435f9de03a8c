package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Processes that are ended by signals, as a container or a terminal does it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
final class ShutdownTest {

    private volatile @Nullable Process process;

    @AfterEach
    void endTheProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void sigterm_stops_the_operator_and_the_exit_code_is_0() throws Exception {
        assumeTrue(File.separatorChar == '/', "signals are sent with kill");

        BufferedReader output = start("wait");
        kill("TERM");

        List<String> rest = output.lines().toList();
        assertThat(process.waitFor()).as(rest.toString()).isZero();
        assertThat(rest).containsExactly("Signal SIGTERM is received. The operator is stopping.", "stored", "hook");
    }

    @Test
    void ctrl_c_stops_the_operator_and_the_exit_code_is_0() throws Exception {
        assumeSignalsOfTerminals();

        BufferedReader output = start("wait");
        kill("INT");

        List<String> rest = output.lines().toList();
        assertThat(process.waitFor()).as(rest.toString()).isZero();
        assertThat(rest).hasSize(3).endsWith("stored", "hook");
    }

    @Test
    void a_second_sigterm_changes_nothing() throws Exception {
        assumeTrue(File.separatorChar == '/', "signals are sent with kill");

        BufferedReader output = start("until end of input");
        kill("TERM");
        assertThat(output.readLine()).startsWith("Signal SIGTERM");
        kill("TERM");
        assertThat(output.readLine()).startsWith("Signal SIGTERM");
        process.getOutputStream().close();

        List<String> rest = output.lines().toList();
        assertThat(process.waitFor()).as(rest.toString()).isZero();
        assertThat(rest).containsExactly("stored", "hook");
    }

    @Test
    void a_second_ctrl_c_ends_at_once() throws Exception {
        assumeSignalsOfTerminals();

        BufferedReader output = start("stuck");
        kill("INT");
        assertThat(output.readLine()).startsWith("Signal SIGINT");
        kill("INT");

        assertThat(process.waitFor()).isEqualTo(130);
    }

    @Test
    void exit_of_a_handler_stops_the_operator_and_keeps_its_exit_code() throws Exception {
        List<String> rest = start("exit").lines().toList();

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(rest).contains("stored");
    }

    private BufferedReader start(String behaviour) throws IOException {
        process = WaitingProgram.process(behaviour).start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("up");
        return output;
    }

    private void kill(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** What a shell starts in the background ignores Ctrl-C, and hands that on to what it starts itself. */
    private static void assumeSignalsOfTerminals() throws IOException {
        assumeTrue(File.separatorChar == '/', "signals are sent with kill");
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            long ignored = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .findFirst()
                    .orElse(0);
            assumeFalse((ignored & 2) != 0, "SIGINT is ignored by this process and those it starts");
        }
    }
}
