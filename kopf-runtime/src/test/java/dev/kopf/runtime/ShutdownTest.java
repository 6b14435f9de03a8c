package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are ended by signals, as a container or a terminal does it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class ShutdownTest {

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void a_signal_stops_the_operator_and_the_exit_code_is_0(String signal) throws Exception {
        assumeTrue(File.separatorChar == '/', "signals are sent with kill");
        Process process = WaitingProgram.process("wait").start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("up");

        kill(process, signal);

        List<String> rest = output.lines().toList();
        assertThat(process.waitFor()).as(rest.toString()).isZero();
        assertThat(rest).hasSize(2).contains("stored").anyMatch(line -> line.startsWith("Signal SIG" + signal));
    }

    @Test
    void exit_of_a_handler_stops_the_operator_and_keeps_its_exit_code() throws Exception {
        Process process = WaitingProgram.process("exit").start();

        List<String> output = process.inputReader().lines().toList();

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(output).containsExactly("up", "stored");
    }

    private static void kill(Process process, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
