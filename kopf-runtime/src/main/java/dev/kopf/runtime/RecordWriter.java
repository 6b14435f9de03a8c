package dev.kopf.runtime;

import dev.kopf.runtime.internal.client.Connection;
import dev.kopf.runtime.internal.peering.HandWriting;

/** Writes the record of a peer that is no operator, but a person (N-13). */
interface RecordWriter {

    /**
     * Writes a record, or takes it away.
     *
     * @throws OperatorException where it is not written everywhere; the message speaks to the user
     */
    void write(HandWriting.ManualRecord record);

    /** Writes to the cluster that the environment names. */
    static RecordWriter inCluster() {
        return record -> {
            try (Connection connection = Connections.fromEnvironment()) {
                String problem = HandWriting.write(connection.transport(), record);
                if (!problem.isEmpty()) {
                    throw new OperatorException(problem);
                }
            }
        };
    }
}
