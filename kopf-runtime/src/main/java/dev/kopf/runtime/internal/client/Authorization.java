package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;

/** Makes what sends credentials along with requests. */
interface Authorization {

    /** For all clients of a configuration. */
    Interceptor of(HttpClient.Factory factory, Config config);

    /** Puts it in the place of fabric8's. */
    static void with(Interceptor sender, HttpClient.Builder builder) {
        builder.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, sender);
    }
}
