package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients of an operator. The JDK's client has one thread that waits for the network, and does nothing else on it: whatever comes is
 * handed to others. And it ends that thread, and closes connections, only when the client is collected as garbage; until then an
 * operator that has ended holds them, and a JVM that ends waits for the thread, for 0.3 s. Both are mended here. Another
 * implementation that an author has put in its place is left as it is.
 */
final class HttpClients {

    private static final AtomicInteger THREADS = new AtomicInteger();

    private HttpClients() {}

    /** Whose answers are read by other threads than the one that waits for the network: authors may do with them what they like. */
    static HttpClient.Factory forAuthors() {
        return factory(false);
    }

    /**
     * Whose answers are read by the thread that waits for the network: a change takes fewer turns of threads so.
     * Who reads them must return at once.
     */
    static HttpClient.Factory forOperator() {
        return factory(true);
    }

    private static HttpClient.Factory factory(boolean direct) {
        HttpClient.Factory found = HttpClientUtils.getHttpClientFactory();
        return found.getClass() == JdkHttpClientFactory.class ? () -> new FactoryOfOne(direct).newBuilder() : found;
    }

    /** Makes one client, and knows what ends with it. */
    private static final class FactoryOfOne extends JdkHttpClientFactory {

        private final Handover handover;

        FactoryOfOne(boolean direct) {
            this.handover = new Handover(direct ? null : Executors.newCachedThreadPool(HttpClients::daemon));
        }

        @Override
        protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
            return java.net.http.HttpClient.newBuilder().executor(handover);
        }

        @Override
        protected void closeHttpClient(JdkHttpClientImpl client) {
            handover.close();
        }
    }

    /** Runs what the thread that waits for the network does not want to do itself; whoever asks is that thread. */
    private static final class Handover implements Executor {

        /** How the JDK names its threads that wait for the network. */
        private static final String SELECTOR = "SelectorManager";

        private final @Nullable ExecutorService others;
        private final AtomicReference<@Nullable Thread> selector = new AtomicReference<>();

        Handover(@Nullable ExecutorService others) {
            this.others = others;
        }

        @Override
        public void execute(Runnable task) {
            Thread caller = Thread.currentThread();
            if (selector.get() == null && caller.getName().endsWith(SELECTOR)) {
                selector.set(caller);
            }
            if (others == null) {
                task.run();
            } else {
                others.execute(task);
            }
        }

        void close() {
            if (others != null) {
                others.shutdownNow();
            }
            Thread thread = selector.get();
            if (thread != null) {
                thread.interrupt(); // it closes the connections that it has, and ends
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "kopf-http-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
