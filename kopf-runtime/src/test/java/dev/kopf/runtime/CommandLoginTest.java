package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.ActivityContext;
import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.OperatorHandler;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.logging.LogSettings;
import dev.kopf.runtime.internal.logging.LogSetup;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The commands for people go to the cluster that the operator's handlers for login name (AU-1, N-13). */
@Timeout(60)
final class CommandLoginTest {

    private static final String OF_TEST = "token-of-the-test";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> calls = new ArrayList<>();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
        cluster.server.createCrds(Path.of("..", "docs", "peering.yaml"));
        cluster.client
                .resource(new GenericKubernetesResourceBuilder()
                        .withApiVersion("kopf.dev/v1")
                        .withKind("ClusterKopfPeering")
                        .withNewMetadata()
                        .withName("default")
                        .endMetadata()
                        .build())
                .create();
        cluster.client.getConfiguration().setOauthToken(OF_TEST);
        cluster.server.faults().acceptOnly(OF_TEST, "good");
    }

    @AfterEach
    void stop() {
        cluster.close();
        LogSetup.apply(LogSettings.DEFAULTS, System.err);
    }

    private HandlerSource own() {
        return new OperatorHandler() {
            @Override
            public void onStartup(ActivityContext ctx) {
                calls.add("startup");
            }

            @Override
            public Credentials onLogin(ActivityContext ctx) {
                calls.add("login");
                return Credentials.of(cluster.server.url().toString()).withToken("good");
            }
        };
    }

    private int run(Application application, String... args) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return application.run(new Terminal(stream, stream, Map.of()), args);
    }

    private Map<?, ?> records() {
        Object status = cluster.client
                .genericKubernetesResources("kopf.dev/v1", "ClusterKopfPeering")
                .withName("default")
                .get()
                .<Object>get("status");
        return status instanceof Map<?, ?> records ? records : Map.of();
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void AU_1_N_13_freeze_and_resume_use_the_credentials_of_the_handlers_for_login_and_call_no_other() {
        Application application = Kopf.application(WidgetHandlers.on().create("made", (widget, ctx) -> 1), own());

        assertThat(run(application, "freeze", "-P", "default", "-t", "60", "-i", "me"))
                .as(err())
                .isZero();
        assertThat(records().keySet()).hasToString("[me]");

        assertThat(run(application, "resume", "-P", "default", "-i", "me")).isZero();
        assertThat(records()).isEmpty();
        assertThat(calls).containsExactly("login", "login");
        assertThat(cluster.server.faults().refusals()).isZero();
    }

    @Test
    void L_30_without_credentials_it_is_said_what_each_handler_said() {
        Application application = Kopf.application(OperatorHandler.on()
                .login("vault", ctx -> {
                    throw new PermanentException("No such role.");
                })
                .login("none", ctx -> null));

        assertThat(run(application, "freeze", "-P", "default", "-t", "60")).isEqualTo(1);
        assertThat(err())
                .contains("Error: There are no credentials for the API server. The login handler 'vault' failed: No"
                        + " such role. The login handler 'none' gave no credentials.");
    }

    @Test
    void L_30_credentials_are_waited_for_as_long_as_for_the_start_of_the_operator() {
        Application application = Kopf.application(OperatorHandler.on().login("vault", ctx -> {
                    throw new TemporaryException("Sealed.", Duration.ofHours(1));
                }))
                .settings(Settings.defaults()
                        .withActivityLimits(
                                new Settings.ActivityLimits(Duration.ofMillis(50), Duration.ofSeconds(10))));

        assertThat(run(application, "resume", "-P", "default")).isEqualTo(1);
        assertThat(err())
                .contains("Error: There are no credentials for the API server: the login handlers have not given any"
                        + " within 0.05 s.");
    }
}
