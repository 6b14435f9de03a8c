package dev.kopf.runtime.internal.peering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import dev.kopf.runtime.internal.peering.PeeringRules.Verdict;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Timestamps;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Peers are read, judged and named as Kopf does it (N-2…N-7), but for equal ones (R9) and for what cannot be read. */
final class PeeringVectorsTest {

    /** Before all that happens in a case: whoever is judged here has begun last. */
    private static final Instant BEGUN = Instant.parse("2026-11-20T10:10:12Z");

    @TestFactory
    Stream<DynamicTest> peering() {
        return Vectors.tests(
                "peering.json",
                Map.of(
                        "peer", PeeringVectorsTest::checkPeer,
                        "event", PeeringVectorsTest::checkEvent,
                        "identity", PeeringVectorsTest::checkIdentity,
                        "hostname", PeeringVectorsTest::checkHostName,
                        "kinds", PeeringVectorsTest::checkKinds,
                        "keepalive", PeeringVectorsTest::checkKeepAlive));
    }

    private static void checkPeer(Case vector) {
        String identity = text(vector.in("identity"));
        if (vector.raises() && Json.map(vector.in("record")).get("lastseen") != null) {
            assertThatThrownBy(() -> Peer.read(identity, vector.in("record"), now(vector)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'lastseen' is no time");
            return;
        }
        Peer peer = Peer.read(identity, vector.in("record"), now(vector));
        if (vector.raises()) { // a null is as good as nothing
            assertThat(peer.lifetime()).isEqualTo(Duration.ofSeconds(60));
            return;
        }
        assertThat(peer.priority()).isEqualTo(Double.parseDouble(text(vector.out("priority"))));
        assertThat(peer.lifetime().toSeconds())
                .isEqualTo(number(vector.out("lifetime")).longValue());
        assertThat(peer.lastSeen()).isEqualTo(Timestamps.parse(text(vector.out("lastseen")), null));
        assertThat(peer.deadline())
                .isEqualTo(Timestamps.parse(text(vector.out("deadline")), null).toInstant());
        assertThat(peer.isDead(now(vector))).isEqualTo(vector.out("dead"));
        Same.assertSame(peer.record(), vector.out("record"));
    }

    private static void checkEvent(Case vector) {
        Map<String, @Nullable Object> own = vector.inMap("own");
        Self self = new Self(
                text(own.get("identity")), number(own.get("priority")).intValue(), Duration.ofSeconds(60), BEGUN);
        Map<String, @Nullable Object> object = vector.inMap("object");
        if (!own.get("name").equals(Json.map(object.get("metadata")).get("name"))) {
            assertThat(vector.out("paused")).as("somebody else's object").isEqualTo(false);
            return; // it is not asked for, which the tests of the watcher show
        }
        Verdict verdict = PeeringRules.judge(self, object.get("status"), now(vector));
        if (vector.raises()) {
            assertReadAsFarAsPossible(vector, verdict);
            return;
        }
        assertThat(verdict.unreadable()).isEmpty();
        if (vector.departs("R9")) { // Kopf's peer of our priority pauses by itself
            assertThat(vector.out("paused")).isEqualTo(true);
            assertThat(verdict.pauses()).isFalse();
            assertThat(verdict.yielding()).isNotEmpty();
            assertThat(removals(verdict)).isEqualTo(removals(vector));
            return;
        }
        if (Boolean.TRUE.equals(vector.in("observer"))) {
            assertThat(verdict.pauses()).isEqualTo(vector.out("paused"));
        }
        assertThat(removals(verdict)).isEqualTo(removals(vector));
        assertThat(wait(verdict, vector)).isEqualTo(number(vector.out("waited")).doubleValue());
        assertRequests(vector, self);
    }

    /** What is written of it, until the event is over. */
    private static void assertRequests(Case vector, Self self) {
        Body body = new Body(vector.inMap("object"));
        RecordedWrites writes = new RecordedWrites(now(vector), 0.5);
        PeeringObject object = writes.object(kopfPeering(false), body.namespace(), body.name(), self);
        object.see(body);
        boolean isInterrupted = vector.in("newerEventAt") != null; // before what is due at the same time
        writes.advance(number(vector.out("waited")).doubleValue() - (isInterrupted ? 1e-6 : 0));
        assertThat(object.pauses()).isEqualTo(Boolean.TRUE.equals(vector.out("paused")) || isObserved(vector));
        Same.assertSame(writes.requests(), vector.out("requests"));
    }

    /** Nobody was to be paused by it, whatever it says. */
    private static boolean isObserved(Case vector) {
        return Boolean.FALSE.equals(vector.in("observer"));
    }

    private static void checkKeepAlive(Case vector) {
        Map<String, @Nullable Object> own = vector.inMap("own");
        Duration lifetime =
                Duration.ofSeconds(number(own.getOrDefault("lifetime", 60)).longValue());
        int priority = number(own.getOrDefault("priority", 0)).intValue();
        Self self = new Self(text(own.get("identity")), priority, lifetime, BEGUN);
        boolean isClusterScoped = Boolean.TRUE.equals(vector.in("clusterScoped"));
        double chance = (number(vector.in("jitter")).intValue() - 5 + 0.5) / 6;
        RecordedWrites writes = new RecordedWrites(now(vector), chance);
        if (Boolean.TRUE.equals(vector.in("missing"))) {
            writes.answer(404);
        }
        PeeringObject object = writes.object(
                kopfPeering(isClusterScoped),
                isClusterScoped ? null : "ns",
                text(own.getOrDefault("name", "default")),
                self);
        object.begin();
        double seconds = number(vector.in("seconds")).doubleValue();
        writes.advance(seconds - 1e-6); // the end comes before what is due at the same time
        writes.pass(1e-6);
        CompletableFuture<?> unused = object.leave();
        Same.assertSame(writes.requests(), vector.out("requests"));
    }

    private static ResourceKind kopfPeering(boolean isClusterwide) {
        return PeeringKinds.of(isClusterwide).get(0);
    }

    /** What Kopf fails on stands beside records that count. */
    private static void assertReadAsFarAsPossible(Case vector, Verdict verdict) {
        Map<String, @Nullable Object> status = Json.map(vector.inMap("object").get("status"));
        boolean isNumber = Json.map(status.get("a")).get("priority") instanceof String;
        assertThat(verdict.pauses()).isEqualTo(isNumber);
        assertThat(verdict.unreadable().keySet()).isSubsetOf("a").hasSize(status.isEmpty() || isNumber ? 0 : 1);
    }

    /** How long it is until somebody's record ends, unless a newer event comes before. */
    private static double wait(Verdict verdict, Case vector) {
        Instant deadline = verdict.deadline();
        if (deadline == null) {
            return 0;
        }
        double seconds = Duration.between(now(vector), deadline).toNanos() / 1e9;
        Object newer = vector.in("newerEventAt");
        return newer == null ? seconds : Math.min(seconds, number(newer).doubleValue());
    }

    private static Map<String, @Nullable Object> removals(Verdict verdict) {
        Map<String, @Nullable Object> removals = new LinkedHashMap<>();
        verdict.dead().forEach(peer -> removals.put(peer.identity(), null));
        return removals;
    }

    private static Map<String, @Nullable Object> removals(Case vector) {
        Map<String, @Nullable Object> removals = new LinkedHashMap<>();
        for (Object request : Json.list(vector.out("requests"))) {
            Json.map(Json.map(Json.map(request).get("payload")).get("status")).forEach((identity, record) -> {
                if (record == null) {
                    removals.put(identity, null);
                }
            });
        }
        return removals;
    }

    private static void checkIdentity(Case vector) {
        Map<String, String> variables = new LinkedHashMap<>();
        vector.inMap("env").forEach((name, value) -> variables.put(name, text(value)));
        String user = text(vector.in("user"));
        String host = text(vector.in("host"));
        String identity = Boolean.TRUE.equals(vector.in("manual"))
                ? Identity.ofPerson(variables, user, () -> host)
                : Identity.ofOperator(variables, user, () -> host, now(vector), Math::random);
        assertThat(identity)
                .matches("\\Q" + text(vector.out("identity")).replace("###", "\\E[a-fh-z0-9]{3}\\Q") + "\\E");
    }

    private static void checkHostName(Case vector) {
        List<String> names = null;
        if (vector.in("found") != null) {
            List<@Nullable Object> found = Json.list(vector.in("found"));
            names = new ArrayList<>(List.of(text(found.get(0))));
            for (Object alias : Json.list(found.get(1))) {
                names.add(text(alias));
            }
        }
        assertThat(Identity.hostName(text(vector.in("own")), names)).isEqualTo(vector.out("hostname"));
    }

    private static void checkKinds(Case vector) {
        Map<String, @Nullable Object> own = vector.inMap("own");
        if (Boolean.TRUE.equals(own.get("standalone"))) {
            assertThat(Json.list(vector.out())).isEmpty();
            return; // nobody asks then, which the tests of the operator show
        }
        assertThat(PeeringKinds.of(Boolean.TRUE.equals(own.get("clusterwide"))).stream()
                        .map(Object::toString)
                        .toList())
                .isEqualTo(Json.list(vector.out()));
    }

    static Instant now(Case vector) {
        return Timestamps.parse(text(vector.in("now")), null).toInstant();
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(Objects.requireNonNull(value));
    }

    private static Number number(@Nullable Object value) {
        return (Number) Objects.requireNonNull(value);
    }
}
