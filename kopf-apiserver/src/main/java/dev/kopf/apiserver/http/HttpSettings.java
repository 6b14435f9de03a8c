package dev.kopf.apiserver.http;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How the server serves.
 *
 * @param port the port on loopback, 0 for a free one
 * @param bookmarks how often a watch that wants bookmarks gets one
 * @param clock tells the ages in tables
 */
public record HttpSettings(int port, Duration bookmarks, InstantSource clock) {}
