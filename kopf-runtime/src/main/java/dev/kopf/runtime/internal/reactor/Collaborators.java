package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.progress.Persistence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * What all cycles of an operator share.
 *
 * @param executor calls handlers
 * @param patcher writes to objects
 * @param persistence what is kept on objects, and where
 * @param time what time it is
 * @param chance a random number from 0 to 1, for jitter
 * @param lifecycle chooses the handlers of a pass among those that are due
 * @param checkpointInterval after how long a pass stores what is finished so far (R7)
 * @param waiting room for the states of objects that wait for their turn (P6)
 * @param stopping whether the operator is stopping: no further handler is called then (R8)
 */
public record Collaborators(
        HandlerExecutor executor,
        Patcher patcher,
        Persistence persistence,
        InstantSource time,
        DoubleSupplier chance,
        Lifecycle lifecycle,
        Duration checkpointInterval,
        WaitingStates waiting,
        BooleanSupplier stopping) {}
