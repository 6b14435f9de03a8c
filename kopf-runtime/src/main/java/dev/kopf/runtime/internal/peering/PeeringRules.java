package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.resource.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who works and who pauses (N-5, N-6, N-7, R9). Pure: the time and the chance are arguments. */
final class PeeringRules {

    private static final int SHORTEST_MARGIN = 5;
    private static final int MARGINS = 6;
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

    private PeeringRules() {}

    /**
     * This operator among its peers.
     *
     * @param started when it began: of two of ours with one priority the older one works
     */
    record Self(String identity, int priority, Duration lifetime, Instant started) {

        /** Its record, written now. */
        Peer seen(Instant now) {
            return new Peer(identity, priority, lifetime, now.atOffset(ZoneOffset.UTC), started);
        }
    }

    /**
     * What a peering object says.
     *
     * @param dead those whose records are to be removed; our own may be among them
     * @param blocking those for whom this operator pauses; empty where it works
     * @param yielding operators of Kopf with our priority: they pause for us
     * @param deadline when to look again, as a record ends then; null where nobody blocks
     * @param unreadable the records that are none, each with what is wrong
     */
    record Verdict(
            List<Peer> dead,
            List<Peer> blocking,
            List<Peer> yielding,
            @Nullable Instant deadline,
            Map<String, String> unreadable) {

        boolean pauses() {
            return !blocking.isEmpty();
        }
    }

    /** What the status of a peering object says to this operator. */
    static Verdict judge(Self self, @Nullable Object status, Instant now) {
        Map<String, String> unreadable = new LinkedHashMap<>();
        List<Peer> dead = new ArrayList<>();
        List<Peer> blocking = new ArrayList<>();
        List<Peer> yielding = new ArrayList<>();
        List<Peer> rivals = new ArrayList<>();
        Json.map(status).forEach((identity, record) -> {
            Peer peer;
            try {
                peer = Peer.read(identity, record, now);
            } catch (IllegalArgumentException e) {
                unreadable.put(identity, String.valueOf(e.getMessage()));
                return;
            }
            if (peer.isDead(now)) {
                dead.add(peer);
            } else if (!identity.equals(self.identity()) && peer.priority() >= self.priority()) {
                rivals.add(peer);
                if (blocks(peer, self)) {
                    blocking.add(peer);
                } else if (peer.started() == null) {
                    yielding.add(peer);
                }
            }
        });
        Instant deadline = blocking.isEmpty()
                ? null
                : rivals.stream()
                        .map(Peer::deadline)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        return new Verdict(dead, blocking, yielding, deadline, unreadable);
    }

    /**
     * Kopf pauses for any other of its priority, and two of Kopf's for each other. That leaves the work to us where one is Kopf's; among
     * ours the one that began first works, and everybody sees the same order.
     */
    private static boolean blocks(Peer peer, Self self) {
        if (peer.priority() > self.priority()) {
            return true;
        }
        if (peer.started() == null) {
            return isPerson(peer.identity());
        }
        int order = peer.started().compareTo(self.started());
        return order < 0 || (order == 0 && peer.identity().compareTo(self.identity()) < 0);
    }

    /** Whether it is what Kopf calls whoever freezes operators by hand, who does not pause for anybody (N-4, N-13). */
    private static boolean isPerson(String identity) {
        return identity.contains("@") && !identity.contains("/");
    }

    /**
     * After how long a record is written again: 5 to 10 s before its end, at random, so that peers do not write at once.
     *
     * @param chance from 0 to 1
     */
    static Duration interval(Duration lifetime, double chance) {
        int margin = SHORTEST_MARGIN + Math.min((int) (chance * MARGINS), MARGINS - 1);
        Duration interval = lifetime.minusSeconds(margin);
        return interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval;
    }
}
