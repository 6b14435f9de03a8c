package dev.kopf.codegen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "rules, rule",
        "policies, policy",
        "addresses, address",
        "matches, match",
        "hostAliases, hostAlias",
        "ingressClasses, ingressClass",
        "podIPs, podIP",
        "statuses, status",
        "caches, cache",
        "indices, index",
        "tls, tls",
        "status, status",
        "ingress, ingress",
        "kubernetes, kubernetes",
        "dnsConfig, dnsConfig",
        "env, env",
        "children, child",
        "leases, lease",
        "responses, response",
        "keys, key",
        "s, s",
        "redis, redis",
        "imageTLS, imageTLS"
    })
    void the_word_for_one_of_several(String plural, String singular) {
        assertThat(Words.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({
        "size, Size, size", "foo-bar, FooBar, fooBar", "foo_bar, FooBar, fooBar", "URL, URL, url",
        "IPAddress, IPAddress, ipAddress", "3scale, 3scale, _3scale", "-, Field, field", "$ref, Ref, ref",
        "a.b/c, ABC, abc", "podIPs, PodIPs, podIPs", "x, X, x"
    })
    void names_of_properties(String text, String pascal, String camel) {
        assertThat(Words.pascal(text)).isEqualTo(pascal);
        assertThat(Words.camel(pascal)).isEqualTo(camel);
    }

    @ParameterizedTest
    @CsvSource({
        "Always, ALWAYS",
        "IfNotPresent, IF_NOT_PRESENT",
        "read-only, READ_ONLY",
        "'', EMPTY",
        "+, VALUE",
        "1.2, _1_2",
        "TLSv1.2, TLSV1_2",
        "HTTP/2, HTTP_2",
        "a__b, A_B"
    })
    void names_of_constants(String text, String constant) {
        assertThat(Words.constant(text)).isEqualTo(constant);
    }
}
