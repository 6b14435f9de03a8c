package dev.kopf.runtime.internal.client;

import java.time.Instant;

/**
 * What somebody waits for (P7).
 *
 * @param what what is not watched
 * @param why a sentence
 * @param since from when on
 */
public record Outage(String what, String why, Instant since) {}
