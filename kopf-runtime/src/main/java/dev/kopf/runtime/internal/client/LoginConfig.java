package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.Credentials;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials as fabric8 has them. Pure functions. */
final class LoginConfig {

    private LoginConfig() {}

    /** What connections need; what goes with each request is the {@link #header}. */
    static Config of(Credentials credentials) {
        String kubeconfig = credentials.kubeconfig();
        if (kubeconfig != null) {
            return Connection.withContext(Config.fromKubeconfig(kubeconfig));
        }
        ConfigBuilder config = new ConfigBuilder(Config.empty())
                .withMasterUrl(String.valueOf(credentials.server()))
                .withTrustCerts(credentials.insecure())
                .withDisableHostnameVerification(credentials.insecure())
                .withCaCertData(base64(credentials.certificateAuthority()))
                .withClientCertData(base64(credentials.clientCertificate()))
                .withClientKeyData(base64(credentials.clientKey()))
                .withClientKeyAlgo(algorithm(credentials.clientCertificate()))
                .withNamespace(credentials.namespace());
        URI proxy = credentials.proxy();
        if (proxy != null) {
            String user = proxy.getUserInfo();
            String url = proxy.getScheme() + "://" + proxy.getRawAuthority().replaceFirst("^.*@", "");
            config.withHttpProxy(url).withHttpsProxy(url);
            if (user != null) {
                String[] parts = user.split(":", 2);
                config.withProxyUsername(parts[0]).withProxyPassword(parts.length < 2 ? "" : parts[1]);
            }
        }
        return config.build();
    }

    /** Why nobody could use them; null where they may be good. What they hold is not shown: errors of parsers show what they parse. */
    static @Nullable String problem(Credentials credentials) {
        boolean isConfig = credentials.kubeconfig() != null;
        String authority = credentials.certificateAuthority();
        if (authority != null && certificates(authority).isEmpty()) {
            return "its certificate authority has no certificate that can be read";
        }
        try {
            HttpClients.factory().newBuilder(of(credentials)).build().close();
            return null;
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return (isConfig ? "its kubeconfig cannot be used" : "its certificates and key cannot be read") + " ("
                    + cause.getClass().getSimpleName() + ")";
        }
    }

    /** The value of the {@code Authorization} header; null for none. */
    static @Nullable String header(Credentials credentials) {
        if (credentials.token() != null) {
            return "Bearer " + credentials.token();
        }
        String user = credentials.user();
        return user == null ? null : HttpClientUtils.basicCredentials(user, credentials.password());
    }

    /** That of the key, which its text need not name. */
    private static @Nullable String algorithm(@Nullable String certificate) {
        return certificate == null
                ? null
                : certificates(certificate).stream()
                        .map(each -> each.getPublicKey().getAlgorithm())
                        .findFirst()
                        .orElse(null);
    }

    private static Collection<? extends Certificate> certificates(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private static @Nullable String base64(@Nullable String text) {
        return text == null ? null : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
