package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Starts one. Kopf must have been {@linkplain #installKopf() installed} before. */
    static OperatorProcess start(Program program, Path kubeconfig, Path folder, String delay) throws IOException {
        List<String> command = program == Program.KOPF
                ? List.of(
                        python().resolve("bin/python").toString(),
                        "-m",
                        "kopf",
                        "run",
                        "--standalone",
                        "--all-namespaces",
                        SCRIPTS.resolve("claims.py").toString())
                : List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HandOverOperator.class.getName());
        Path log = Files.createTempFile(folder, program.name(), ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HANDOVER_FOLDER", folder.toString());
        builder.environment().put("HANDOVER_DELAY", delay);
        return new OperatorProcess(program, builder.start(), log);
    }

    /** Makes Kopf available where it is not; the test is skipped where that cannot be done. */
    static void installKopf() throws IOException, InterruptedException {
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
                + " (python3 with venv and a package index are needed; another folder is given with -Dkopf.python=FOLDER): "
                + problem;
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        abort(message);
    }

    private static Path python() {
        String named = System.getProperty("kopf.python", "");
        return named.isEmpty()
                ? Path.of("target", "kopf-python").toAbsolutePath()
                : Path.of(named).toAbsolutePath();
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
