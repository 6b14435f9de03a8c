package dev.kopf.runtime.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * Stands between clients and a server, and passes on what they say in HTTP/1.1: over TLS towards clients, which show a certificate, and over
 * connections that can die without a word. Safe for use by several threads.
 */
public final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket door, URI target) {
        this.door = door;
        this.target = target.getPort();
        daemon(this::accept);
    }

    /** With a certificate from both sides. */
    public static Relay overTls(URI server, SSLContext context) throws IOException {
        SSLServerSocket door = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(true);
        return new Relay(door, server);
    }

    /** Where it is. */
    public URI url() {
        return URI.create("https://127.0.0.1:" + door.getLocalPort());
    }

    /** Whose certificates were shown, connection by connection. */
    public List<String> peers() {
        return lines.stream().map(line -> line.peer).toList();
    }

    /** The connections that are open. */
    public List<String> open() {
        return lines.stream()
                .filter(line -> !line.client.isClosed())
                .map(line -> line.peer)
                .toList();
    }

    /** Nothing more comes over the connections that this was asked for over last; they stay open. Says how many they are. */
    public long silence(String request) {
        return lines.stream().filter(line -> line.falls(request)).count();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Line line : lines) {
            line.close();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                SSLSocket client = (SSLSocket) door.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(SSLSocket client) {
        try (client) {
            client.startHandshake();
            String peer = client.getSession().getPeerPrincipal().getName();
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                Line line = new Line(peer, client, server);
                lines.add(line);
                daemon(line::passAnswers);
                line.passRequests();
            }
        } catch (IOException e) {
            // one of them has gone
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** A connection. */
    private static final class Line {

        private final String peer;
        private final Socket client;
        private final Socket server;
        private String asked = "";
        private boolean silent;

        Line(String peer, Socket client, Socket server) {
            this.peer = peer;
            this.client = client;
            this.server = server;
        }

        /** A request's head comes in one piece, as clients flush it. */
        void passRequests() throws IOException {
            InputStream from = client.getInputStream();
            OutputStream to = server.getOutputStream();
            byte[] piece = new byte[65_536];
            for (int size = from.read(piece); size >= 0; size = from.read(piece)) {
                note(new String(piece, 0, size, ISO_8859_1));
                to.write(piece, 0, size);
            }
        }

        private synchronized void note(String text) {
            asked = text.contains(" HTTP/1.1\r\n") ? text.substring(0, text.indexOf("\r\n")) : asked;
        }

        void passAnswers() {
            try {
                InputStream from = server.getInputStream();
                byte[] piece = new byte[65_536];
                for (int size = from.read(piece); size >= 0; size = from.read(piece)) {
                    pass(piece, size);
                }
                if (!isSilent()) {
                    close();
                }
            } catch (IOException e) {
                // one of them has gone
            }
        }

        private synchronized void pass(byte[] piece, int size) throws IOException {
            if (!silent) {
                client.getOutputStream().write(piece, 0, size);
            }
        }

        synchronized boolean falls(String request) {
            boolean falls = asked.contains(request) && !client.isClosed();
            silent |= falls;
            return falls;
        }

        private synchronized boolean isSilent() {
            return silent;
        }

        void close() throws IOException {
            server.close();
            client.close();
        }
    }
}
