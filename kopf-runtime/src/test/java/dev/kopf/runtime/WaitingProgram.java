package dev.kopf.runtime;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A program to be stopped from outside: says {@code up}, and {@code stored} when its last handler is through. */
final class WaitingProgram extends FakeOperator {

    private final String behaviour;
    private final CountDownLatch never = new CountDownLatch(1);

    private WaitingProgram(String behaviour) {
        this.behaviour = behaviour;
    }

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        Application.launching(new WaitingProgram(args[0])).main("run", "-A", "--log-format", "plain");
    }

    @Override
    public void start() {
        System.out.println("up");
        if (behaviour.equals("exit")) {
            System.exit(3);
        }
    }

    @Override
    public void join() throws InterruptedException {
        closed.await();
    }

    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        try {
            switch (behaviour) {
                case "until end of input" -> System.in.read();
                case "stuck" -> never.await();
                default -> {}
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
        System.out.println("stored");
        super.close();
    }

    static ProcessBuilder process(String behaviour) {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WaitingProgram.class.getName(),
                behaviour);
        builder.environment().keySet().removeIf(name -> name.startsWith("KOPF_"));
        return builder.redirectErrorStream(true);
    }
}
