package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.internal.client.ObjectName;
import dev.kopf.runtime.internal.client.StatusFields.Answer;
import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import dev.kopf.runtime.internal.peering.PeeringRules.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said of the peers at one object, each thing once. Not safe for use by several threads. */
final class PeerLog {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.peering");

    private final ObjectName name;
    private final Self self;
    private final Map<String, String> unreadable = new HashMap<>();
    private final Set<String> yielding = new HashSet<>();
    private List<String> blocking = List.of();
    private String problem = "";
    private boolean isLost;

    PeerLog(ObjectName name, Self self) {
        this.name = name;
        this.self = self;
    }

    void tell(Verdict verdict) {
        tellUnreadable(verdict.unreadable());
        Set<String> equals = new HashSet<>();
        for (Peer peer : verdict.yielding()) {
            equals.add(peer.identity());
            if (!yielding.contains(peer.identity())) {
                LOGGER.warn(
                        "{} is an operator of Kopf with the priority of this one, and pauses for it. Give each operator a priority of its own;"
                                + " and a higher one to whoever freezes operators by hand under a name like this.",
                        peer.identity());
            }
        }
        yielding.clear();
        yielding.addAll(equals);
        tellBlocking(verdict.blocking());
    }

    private void tellUnreadable(Map<String, String> now) {
        now.forEach((identity, what) -> {
            if (!what.equals(unreadable.get(identity))) {
                LOGGER.warn("The record of '{}' in {} cannot be read, and does not count. {}", identity, name, what);
            }
        });
        unreadable.clear();
        unreadable.putAll(now);
    }

    private void tellBlocking(List<Peer> peers) {
        List<String> identities = peers.stream().map(Peer::identity).sorted().toList();
        if (!identities.equals(blocking)) {
            for (Peer peer : peers) {
                if (!blocking.contains(peer.identity())) {
                    LOGGER.info("Making way at {} for {}, {} {}.", name, peer, reason(peer), self.priority());
                }
            }
            blocking = identities;
        }
    }

    private String reason(Peer peer) {
        if (peer.priority() > self.priority()) {
            return "which is higher than ours:";
        }
        return peer.started() == null
                ? "by which a person freezes operators of this priority:"
                : "which began before us with the same priority:";
    }

    void written(Answer answer, boolean isStealthy) {
        if (!problem.isEmpty()) {
            LOGGER.info("Our record in {} can be written again.", name);
            problem = "";
        }
        if (!isStealthy) {
            LOGGER.debug(
                    "Keep-alive in {}: {}.",
                    name,
                    answer instanceof Answer.Missing ? "there is no such object" : "done");
        }
    }

    /** Our record was taken away again soon after it was written. */
    void lost(Instant now, Duration pause) {
        if (!isLost) {
            isLost = true;
            LOGGER.warn(
                    "Our record in {} is taken away, or written over, as often as it is written: somebody takes this operator for"
                            + " dead, and works beside it. Do the clocks of the machines agree? Here it is {}."
                            + " It is written again with growing pauses.",
                    name,
                    now);
        } else {
            LOGGER.debug("Our record in {} is gone again; it is written in {} s.", name, pause.toSeconds());
        }
    }

    /** Our record was there from one write to the next. */
    void kept() {
        if (isLost) {
            isLost = false;
            LOGGER.info("Our record in {} stays again.", name);
        }
    }

    void failed(String what, Duration pause) {
        if (what.equals(problem)) {
            LOGGER.debug("{} Trying again in {} s.", what, pause.toSeconds());
        } else {
            problem = what;
            LOGGER.warn("Our record in {} is not written. {} Trying again.", name, what);
        }
    }
}
