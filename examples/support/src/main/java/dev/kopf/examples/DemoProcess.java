package dev.kopf.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Another process of the operator, which runs beside the demo. What it prints appears in what the demo prints, with its name in front. To
 * be used from one thread.
 */
public final class DemoProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final String name;
    private final int job;
    private final Process process;
    private final PrintWriter out;
    private final Thread reader = new Thread(this::read, "demo-process");
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /**
     * @param name empty for one that nothing runs beside
     * @param job its number, as a shell counts what runs beside it
     */
    DemoProcess(String name, int job, Process process, PrintWriter out) {
        this.name = name;
        this.job = job;
        this.process = process;
        this.out = out;
    }

    DemoProcess reading() {
        reader.start();
        return this;
    }

    /** Waits for the next line that has a text in it, for 30 s at most. */
    public void awaitLine(String text) throws InterruptedException {
        String line;
        do {
            line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new IllegalStateException(name + " has said nothing of '" + text + "'.");
            }
        } while (!line.contains(text));
    }

    /** Stops it by SIGTERM, as Kubernetes stops a Pod, and waits for its end. */
    public void stop() throws InterruptedException {
        out.printf("%n$ kill %%%d%n", job);
        process.toHandle().destroy(); // the process's own method would close its output, too
        awaitEnd();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " does not end.");
        }
        reader.join();
        return process.exitValue();
    }

    /** Ends it at once. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                out.println(name.isEmpty() ? line : name + " | " + line);
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
