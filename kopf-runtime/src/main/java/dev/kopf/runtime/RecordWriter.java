package dev.kopf.runtime;

import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.Connection;
import dev.kopf.runtime.internal.client.SystemTimers;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.LoginHandlers;
import dev.kopf.runtime.internal.execution.Shared;
import dev.kopf.runtime.internal.peering.HandWriting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Writes the record of a peer that is no operator, but a person (N-13). */
interface RecordWriter {

    /**
     * Writes a record, or takes it away.
     *
     * @throws OperatorException where it is not written everywhere; the message speaks to the user
     */
    void write(HandWriting.ManualRecord record);

    /**
     * Writes to the cluster of the operator: the one that its handlers for login name, and that of the environment where there are none
     * (AU-1). No other handler is called.
     *
     * @param patience for how long to wait for credentials
     */
    static RecordWriter inCluster(List<HandlerSource> handlers, Duration patience) {
        DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
        return record -> {
            try (SystemTimers timers = new SystemTimers();
                    Connection connection = Connections.of(
                            Registry.logins(handlers),
                            new LoginHandlers.Around(timers, chance, new BodyMapper(), new Shared()))) {
                @Nullable String lack = Connections.awaitLogin(connection.logIn(), new CompletableFuture<>(), patience);
                String problem = lack == null ? HandWriting.write(connection.transport(), record) : lack;
                if (!problem.isEmpty()) {
                    throw new OperatorException(problem);
                }
            }
        };
    }
}
