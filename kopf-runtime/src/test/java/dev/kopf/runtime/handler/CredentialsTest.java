package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class CredentialsTest {

    private static final Credentials SERVER = Credentials.of("https://10.0.0.1:6443");
    private static final Instant TIME = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void AU_2_they_are_shown_without_their_secrets() {
        assertThat(SERVER.withToken("secret")
                        .withClientCertificate("secret certificate", "secret key")
                        .withProxy("http://me:secret@proxy")
                        .withExpiry(TIME))
                .hasToString(
                        "Credentials[https://10.0.0.1:6443 with a token, a client certificate, until " + TIME + "]");
        assertThat(SERVER.withUser("me", "secret"))
                .hasToString("Credentials[https://10.0.0.1:6443 with a name and a password]");
        assertThat(Credentials.ofKubeconfig("secret")).hasToString("Credentials[with a kubeconfig]");
        assertThat(SERVER).hasToString("Credentials[https://10.0.0.1:6443 with nothing]");
    }

    @Test
    void AU_2_what_can_be_no_credential_is_refused_without_showing_it() {
        refuses(() -> Credentials.of("secret"), "The URL of the server of the credentials is none");
        refuses(() -> Credentials.of("https://me:secret@host"), "The URL of the server of the credentials has more");
        refuses(() -> Credentials.of("ftp://secret"), "The URL of the server of the credentials is none");
        refuses(() -> SERVER.withToken("sec\nret"), "The token of the credentials has spaces, line ends");
        refuses(() -> SERVER.withToken(" "), "The token of the credentials is empty.");
        refuses(() -> SERVER.withUser("sec:ret", "secret"), "The user of the credentials has a ':'");
        refuses(() -> SERVER.withProxy("secret:3128"), "The URL of the proxy of the credentials is none");
        refuses(() -> Credentials.ofKubeconfig("secret").withToken("secret"), "A kubeconfig says all");
    }

    private static void refuses(ThrowingCallable what, String message) {
        assertThatThrownBy(what)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void AU_5_the_same_credentials_are_the_same_whenever_they_expire() {
        assertThat(SERVER.withToken("a").isSameAs(SERVER.withToken("a").withExpiry(TIME)))
                .isTrue();
        assertThat(SERVER.withToken("a")).isNotEqualTo(SERVER.withToken("a").withExpiry(TIME));
        assertThat(SERVER.withToken("a").isSameAs(SERVER.withToken("b"))).isFalse();
        assertThat(SERVER.withToken("a").sharesConnectionsWith(SERVER.withToken("b")))
                .isTrue();
        assertThat(SERVER.withToken("a").sharesConnectionsWith(SERVER.withInsecure(true)))
                .isFalse();
        assertThat(SERVER.sharesConnectionsWith(SERVER.withClientCertificate("a", "b")))
                .isFalse();
    }
}
