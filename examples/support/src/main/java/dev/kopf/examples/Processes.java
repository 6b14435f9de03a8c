package dev.kopf.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes of the program whose demo is played, on the cluster of the demo. Not safe for use by several threads. */
final class Processes implements AutoCloseable {

    /** The name of a process among its peers: Kopf takes that of the Pod from it. */
    private static final String POD = "POD_ID";

    private final Path kubeconfig;
    private final PrintWriter out;
    private final List<DemoProcess> started = new ArrayList<>();

    /** @param kubeconfig its text */
    Processes(String kubeconfig, PrintWriter out) throws IOException {
        this.kubeconfig = Files.createTempFile("kopf-demo-", ".kubeconfig");
        this.out = out;
        Files.writeString(this.kubeconfig, kubeconfig);
        this.kubeconfig.toFile().deleteOnExit();
    }

    Path kubeconfig() {
        return kubeconfig;
    }

    DemoProcess start(String name, String... args) throws IOException {
        return start(name, Map.of(POD, name), List.of(args), " &");
    }

    void run(Map<String, String> variables, String... args) throws IOException, InterruptedException {
        int exitCode = start("", variables, List.of(args), "").awaitEnd();
        if (exitCode != 0) {
            out.printf("%n$ echo $?%n%d%n", exitCode);
        }
    }

    private DemoProcess start(String name, Map<String, String> variables, List<String> args, String end)
            throws IOException {
        String jar = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of("-jar", jar));
        command.addAll(args);
        Stream<String> assignments =
                new TreeMap<>(variables).entrySet().stream().map(each -> each.getKey() + "=" + each.getValue());
        out.printf(
                "%n$ %s%s%n",
                Stream.of(assignments, Stream.of("java"), command.stream())
                        .flatMap(each -> each)
                        .collect(Collectors.joining(" ")),
                end);
        // A process of a demo lives for seconds: it need not be compiled well.
        command.addAll(0, List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().putAll(variables);
        DemoProcess process = new DemoProcess(name, started.size() + 1, builder.start(), out).reading();
        started.add(process);
        return process;
    }

    @Override
    public void close() {
        started.forEach(DemoProcess::close);
    }
}
