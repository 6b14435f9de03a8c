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
 * The HTTP clients of an operator. The JDK's client ends its thread that waits for the network, and closes connections, only when it is
 * collected as garbage; until then an operator that has ended holds them, and a JVM that ends waits for the thread, for 0.3 s. Those of
 * here end when they are closed. Another implementation that an author has put in its place is left as it is.
 */
final class HttpClients {

    private static final AtomicInteger THREADS = new AtomicInteger();

    private static final ExecutorService BACKGROUND = Executors.newCachedThreadPool(HttpClients::daemon);

    private HttpClients() {}

    /** Makes clients that end when they are closed. */
    static HttpClient.Factory factory() {
        HttpClient.Factory found = HttpClientUtils.getHttpClientFactory();
        return found.getClass() == JdkHttpClientFactory.class ? () -> new FactoryOfOne().newBuilder() : found;
    }

    /**
     * For what may wait for a lock of an HTTP client while that waits for one of ours: the JDK calls us back with its own held. Not the common
     * pool, which is the author's, and may be full of handlers that hang.
     */
    static Executor background() {
        return BACKGROUND;
    }

    /** Makes one client, and knows what ends with it. */
    private static final class FactoryOfOne extends JdkHttpClientFactory {

        private final Handover handover = new Handover(Executors.newCachedThreadPool(HttpClients::daemon));

        @Override
        protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
            return java.net.http.HttpClient.newBuilder().executor(handover);
        }

        @Override
        protected void closeHttpClient(JdkHttpClientImpl client) {
            handover.close();
        }
    }

    /** Runs what the thread that waits for the network does not want to do itself; who asks first is that thread. */
    private static final class Handover implements Executor {

        /** How the JDK names its threads that wait for the network. */
        private static final String SELECTOR = "SelectorManager";

        private final ExecutorService others;
        private final AtomicReference<@Nullable Thread> selector = new AtomicReference<>();

        Handover(ExecutorService others) {
            this.others = others;
        }

        @Override
        public void execute(Runnable task) {
            Thread caller = Thread.currentThread();
            if (selector.get() == null && caller.getName().endsWith(SELECTOR)) {
                selector.set(caller);
            }
            others.execute(task);
        }

        void close() {
            others.shutdownNow();
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
