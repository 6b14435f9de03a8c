package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.internal.client.ObjectName;
import dev.kopf.runtime.internal.client.StatusFields.Answer;
import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import dev.kopf.runtime.internal.peering.PeeringRules.Verdict;
import java.time.Duration;
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
                        "{} is an operator of Kopf with the priority of this one, and pauses for it. Give each operator a priority of its own.",
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
                    LOGGER.info(
                            "Making way at {} for {}, {} {}.",
                            name,
                            peer,
                            peer.priority() > self.priority()
                                    ? "which is higher than ours:"
                                    : "which began before us with the same priority:",
                            self.priority());
                }
            }
            blocking = identities;
        }
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

    void failed(String what, Duration pause) {
        if (what.equals(problem)) {
            LOGGER.debug("{} Trying again in {} s.", what, pause.toSeconds());
        } else {
            problem = what;
            LOGGER.warn("Our record in {} is not written. {} Trying again.", name, what);
        }
    }
}
