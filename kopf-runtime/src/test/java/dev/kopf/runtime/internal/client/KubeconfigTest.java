package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kubeconfigs that cannot be used, and what is said of them. */
final class KubeconfigTest {

    private static String kubeconfig(String context, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: %s
                clusters: [{name: k, cluster: {server: 'https://127.0.0.1:1'}}]
                contexts: [{name: k, context: {cluster: k, user: k}}]
                users:
                - name: k
                  user:
                    %s
                """.formatted(context, user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token: secret: x", "token: \"secret", "token: [secret]", "password: {a: secret}"})
    void AU_4_what_is_wrong_with_a_kubeconfig_is_said_without_showing_what_is_in_it(String user) {
        assertThatThrownBy(() -> Connection.of(kubeconfig("k", user)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a kubeconfig: ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void AU_4_a_context_that_is_not_there_is_an_error_and_no_other_cluster_is_taken_for_it() {
        assertThatThrownBy(() -> Connection.of(kubeconfig("other", "token: secret")))
                .hasMessage("not a kubeconfig: it has no current context, or one that is not in it."
                        + " 'kubectl config use-context NAME' sets it");
    }

    @Test
    void a_token_that_cannot_be_sent_is_not_shown() {
        try (Connection connection = Connection.of(kubeconfig("k", "token: \"sec\\nret\""))) {
            assertThatThrownBy(() ->
                            connection.transport().send(ApiRequest.get("/api")).get())
                    .isInstanceOf(ExecutionException.class)
                    .satisfies(failure -> assertThat(failure.getCause())
                            .hasMessage("invalid header value, which is not shown: it may be a secret")
                            .hasNoCause());
        }
    }
}
