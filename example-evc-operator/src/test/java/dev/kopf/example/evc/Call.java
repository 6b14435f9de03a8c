package dev.kopf.example.evc;

import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * A call of a handler, as the handler itself told it.
 *
 * @param by which operator called it
 * @param object the name of the object
 * @param handler the id of the handler
 * @param retry how many attempts the handler was told there were before
 * @param at when, in seconds
 * @param started since when the handler was told to be at it, in seconds
 * @param change the old size and the new one, as the handler was told
 */
record Call(
        OperatorProcess.Program by,
        String object,
        String handler,
        int retry,
        double at,
        double started,
        String change) {

    static Call parse(String line) {
        return Serialization.unmarshal(line, Call.class);
    }
}
