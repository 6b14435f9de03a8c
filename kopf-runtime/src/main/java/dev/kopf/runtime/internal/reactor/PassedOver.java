package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.resource.ObjectRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which events of an object nobody is shown who sees every event, as there was no end to them while others were at work: once when it
 * begins, and how many they were when it is over (W-20, P7).
 *
 * @param busy who was at work, such as {@code its handlers}
 */
record PassedOver(ObjectRef object, String busy) {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.reactor");

    void begins() {
        LOGGER.warn(
                "{} changes faster than {} are done: event handlers are shown the newest {} events only.",
                object,
                busy,
                Mailbox.MOST);
    }

    void ends(int events) {
        LOGGER.warn("Event handlers were not shown {} events of {}, as {} were at work.", events, object, busy);
    }
}
