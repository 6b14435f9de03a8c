package dev.kopf.examples.startup;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.ActivityContext;
import dev.kopf.runtime.handler.Daemon;
import dev.kopf.runtime.handler.DaemonContext;
import dev.kopf.runtime.handler.HandlerConfig;
import dev.kopf.runtime.handler.OperatorHandler;
import io.fabric8.kubernetes.api.model.Pod;
import io.k8s.api.core.v1.PodHandler;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Keeps a journal of Pods, in a file that is open from before the first of them is seen until the last one is done with. */
public final class StartupOperator implements PodHandler, OperatorHandler {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Path file;
    private volatile PrintWriter journal;

    /** @param file the journal, which is begun anew */
    public StartupOperator(Path file) {
        this.file = file;
    }

    public static void main(String[] args) {
        Kopf.main(args, new StartupOperator(fileOr("journal.txt")));
    }

    static Path fileOr(String name) {
        return Path.of(System.getenv().getOrDefault("JOURNAL", name));
    }

    @Override
    @HandlerConfig(retries = 2, backoff = "0.2s")
    public void onStartup(ActivityContext ctx) throws IOException {
        journal = new PrintWriter(Files.newBufferedWriter(file), true);
        journal.println("opened");
    }

    /** The task of a Pod, which uses what was opened: it is begun later, and has ended before that is closed. */
    @Daemon
    void watch(Pod pod, DaemonContext ctx) throws InterruptedException {
        String name = pod.getMetadata().getName();
        journal.println(name + " begins");
        while (!ctx.stopped().await(PAUSE)) {
            journal.println(name + " is there");
        }
        journal.println(name + " ends: " + ctx.stopped().reasons().iterator().next());
    }

    /** Also called when the start has failed. */
    @Override
    public void onCleanup(ActivityContext ctx) {
        if (journal != null) {
            journal.println("closed");
            journal.close();
        }
    }
}
