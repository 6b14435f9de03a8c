package dev.kopf.runtime;

import java.util.Map;

/** A program to be stopped from outside: says {@code up}, and {@code stored} when its last handler is through. */
final class WaitingProgram extends FakeOperator {

    private final String exit;

    private WaitingProgram(String exit) {
        this.exit = exit;
    }

    public static void main(String[] args) {
        Application.launching(new WaitingProgram(args[0])).main("run", "-A", "--log-format", "plain");
    }

    @Override
    public void start() {
        System.out.println("up");
        if (exit.equals("exit")) {
            System.exit(3);
        }
    }

    @Override
    public void join() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        if (closed.getCount() > 0) {
            System.out.println("stored");
        }
        super.close();
    }

    static ProcessBuilder process(String exit) {
        String java = System.getProperty("java.home") + "/bin/java";
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WaitingProgram.class.getName(),
                exit);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("KOPF_"));
        return builder.redirectErrorStream(true);
    }
}
