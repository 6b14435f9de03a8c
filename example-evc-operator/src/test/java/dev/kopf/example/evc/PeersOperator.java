package dev.kopf.example.evc;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimDispatch;

/** The operator that makes way for others, as it is written here: it does what {@code peers.py} does for Kopf. */
final class PeersOperator {

    private PeersOperator() {}

    /** Works until it is killed; the cluster and the priority are those of the environment. */
    public static void main(String[] args) {
        Duration lifetime = Duration.ofSeconds(Integer.parseInt(System.getenv("PEERS_LIFETIME")));
        Kopf.application(EphemeralVolumeClaimDispatch.on()
                        .create("made", (claim, ctx) -> tell("made", claim))
                        .update("changed", (claim, diff, ctx) -> tell("changed", claim)))
                .settings(Settings.defaults().withPeering(Settings.Peering.DEFAULTS.withLifetime(lifetime)))
                .main(args.length == 0 ? new String[] {"run", "--all-namespaces"} : args);
    }

    private static @Nullable Object tell(String handler, EphemeralVolumeClaim claim) {
        try {
            Files.writeString(
                    Path.of(System.getenv("PEERS_FOLDER"), "calls"),
                    "JAVA " + handler + " " + claim.getMetadata().getName() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
