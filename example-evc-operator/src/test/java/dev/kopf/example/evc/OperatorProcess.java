package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An operator in a process of its own, which can be killed.
 *
 * @param program who wrote it
 * @param process the process
 * @param log where its output goes
 */
record OperatorProcess(Program program, Process process, Path log) implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("src/test/resources/kopf");

    /** What runs in the process. */
    enum Program {
        /** Kopf itself, in Python. */
        KOPF,
        /** This runtime. */
        JAVA;

        Program other() {
            return this == KOPF ? JAVA : KOPF;
        }
    }

    /** What it does: a script of handlers for Kopf, and a program with them for this runtime. */
    enum Role {
        HANDOVER("claims.py", HandOverOperator.class),
        WRITES("writes.py", WritesOperator.class),
        /** Among peers, not alone as the others. */
        PEERS("peers.py", PeersOperator.class);

        private final String script;
        private final Class<?> type;

        Role(String script, Class<?> type) {
            this.script = script;
            this.type = type;
        }

        private List<String> runKopf() {
            List<String> command = new ArrayList<>(List.of("run", "--all-namespaces"));
            if (this != PEERS) {
                command.add("--standalone");
            }
            command.add(SCRIPTS.resolve(script).toString());
            return command;
        }
    }

    /**
     * Starts one. Kopf must have been {@linkplain #installKopf() installed} before.
     *
     * @param folder where its output goes
     * @param environment what else it finds in its environment
     */
    static OperatorProcess start(Program program, Role role, Path folder, Map<String, String> environment)
            throws IOException {
        return start(program, role, program == Program.KOPF ? role.runKopf() : List.of(), folder, environment);
    }

    /** Starts its program with other arguments. */
    static OperatorProcess start(
            Program program, Role role, List<String> arguments, Path folder, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(
                program == Program.KOPF
                        ? List.of(python().resolve("bin/python").toString(), "-m", "kopf")
                        : List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                role.type.getName()));
        command.addAll(arguments);
        Path log = Files.createTempFile(folder, program.name(), ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new OperatorProcess(program, builder.start(), log);
    }

    /** What a script prints that looks at Kopf, which must have been {@linkplain #installKopf() installed} before. */
    static String kopfPrints(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        python().resolve("bin/python").toString(),
                        SCRIPTS.resolve(script).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(script + " has failed.");
        }
        return printed;
    }

    /** Makes Kopf available where it is not; the test is skipped where that cannot be done. */
    static synchronized void installKopf() throws IOException, InterruptedException {
        Files.createDirectories(python());
        Path log = python().resolveSibling(python().getFileName() + ".log");
        String problem;
        try {
            Process install = new ProcessBuilder(
                            SCRIPTS.resolve("install").toAbsolutePath().toString(), python().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (install.waitFor(5, TimeUnit.MINUTES) && install.exitValue() == 0) {
                return;
            }
            install.destroyForcibly();
            problem = Files.readString(log).strip();
        } catch (IOException e) {
            problem = e.getMessage();
        }
        String message = "Kopf cannot be installed in " + python()
                + " (python3 with venv and a package index are needed; another folder is given with -Dkopf-python=FOLDER): "
                + problem;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        abort(message);
    }

    private static Path python() {
        String named = System.getProperty("kopf-python", "");
        return named.isEmpty()
                ? Path.of("target", "kopf-python").toAbsolutePath()
                : Path.of(named).toAbsolutePath();
    }

    /** Whether it has said so. */
    boolean says(String text) throws IOException {
        return Files.readString(log).contains(text);
    }

    /** Tells it to end (SIGTERM), and waits until it has. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it at once, with nothing tidied up (SIGKILL). */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
