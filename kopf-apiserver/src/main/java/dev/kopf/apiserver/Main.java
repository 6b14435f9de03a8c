package dev.kopf.apiserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The API server as a program: serves until it is stopped. */
@Command(
        name = "kopf-apiserver",
        description = "A Kubernetes API server in one process, kept in memory, for kubectl and any client.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Main implements Callable<Integer> {

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            required = true,
            description = "Write a kubeconfig for this server to FILE.")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen on this port of 127.0.0.1; a free one by default.")
    private int port;

    @Option(
            names = "--crds",
            paramLabel = "DIR",
            description = "Create all CustomResourceDefinitions of the YAML files below DIR first.")
    private @Nullable Path crds;

    private Main() {}

    /** Runs the program. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("kopf-apiserver: " + failure.getMessage());
                    return 1;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        ApiServer server = ApiServer.builder().port(port).start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        if (crds != null) {
            server.createCrds(crds);
        }
        if (kubeconfig != null) {
            write(kubeconfig, server.kubeconfig());
        }
        System.out.println("ready");
        new CountDownLatch(1).await();
        return 0;
    }

    private static void write(Path file, String text) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
