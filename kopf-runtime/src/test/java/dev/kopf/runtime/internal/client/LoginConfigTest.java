package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.Credentials;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoginConfigTest {

    private static final Credentials SERVER = Credentials.of("https://10.0.0.1:6443");

    private static String text(String name) throws IOException {
        try (InputStream file = LoginConfigTest.class.getResourceAsStream("/login/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"rsa.pem, rsa.key", "ec.pem, ec.key", "ec.pem, ec8.key"})
    void AU_2_client_certificates_are_read_with_keys_of_the_usual_sorts(String certificate, String key)
            throws IOException {
        Credentials credentials =
                SERVER.withClientCertificate(text(certificate), text(key)).withCertificateAuthority(text("rsa.pem"));
        assertThat(LoginConfig.problem(credentials)).isNull();
        assertThat(LoginConfig.of(credentials).getClientCertData()).isNotEmpty();
        assertThat(LoginConfig.of(credentials).getCaCertData()).isNotEmpty();
    }

    @Test
    void what_is_wrong_with_a_certificate_a_key_or_a_kubeconfig_is_said_without_showing_it() throws IOException {
        assertThat(LoginConfig.problem(SERVER.withClientCertificate(text("rsa.pem"), "c2VjcmV0 is no key")))
                .startsWith("its certificates and key cannot be read (")
                .doesNotContain("c2VjcmV0");
        assertThat(LoginConfig.problem(SERVER.withCertificateAuthority("c2VjcmV0")))
                .isEqualTo("its certificate authority has no certificate that can be read");
        assertThat(LoginConfig.problem(Credentials.ofKubeconfig("users: [{name: me, user: {token: secret}}")))
                .startsWith("its kubeconfig cannot be used (")
                .doesNotContain("secret");
    }

    @Test
    void AU_2_everything_that_connections_need_is_in_the_configuration_and_nothing_else() {
        Config config = LoginConfig.of(
                SERVER.withInsecure(true).withNamespace("mine").withProxy("http://me:pass%40word@proxy:3128"));
        assertThat(config.getMasterUrl()).isEqualTo("https://10.0.0.1:6443/");
        assertThat(config.isTrustCerts()).isTrue();
        assertThat(config.getNamespace()).isEqualTo("mine");
        assertThat(config.getHttpsProxy()).isEqualTo("http://proxy:3128");
        assertThat(config.getProxyUsername()).isEqualTo("me");
        assertThat(config.getProxyPassword()).isEqualTo("pass@word");
        assertThat(config.getOauthToken()).isNull();
        assertThat(config.getAutoConfigure()).isNotEqualTo(true);
    }

    @Test
    void AU_2_a_token_or_a_name_goes_along_with_each_request() {
        assertThat(LoginConfig.header(SERVER)).isNull();
        assertThat(LoginConfig.header(SERVER.withToken(" abc\n"))).isEqualTo("Bearer abc");
        assertThat(LoginConfig.header(SERVER.withUser("me", "secret"))).isEqualTo("Basic bWU6c2VjcmV0");
    }
}
