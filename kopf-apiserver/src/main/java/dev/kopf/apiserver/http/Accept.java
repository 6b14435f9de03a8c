package dev.kopf.apiserver.http;

import java.util.Locale;

/** What form of an answer a client asks for. */
enum Accept {
    /** Objects as they are. */
    PLAIN,
    /** Tables for people. */
    TABLE,
    /** Only the metadata. */
    METADATA,
    /** The aggregated form of discovery. */
    AGGREGATED;

    /** The first form of an Accept header that is spoken here; protobuf is not, so JSON is given instead. */
    static Accept of(String header) {
        for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String form = part.replace(" ", "");
            if (!form.startsWith("application/json") && !form.startsWith("*/*")) {
                continue;
            }
            if (form.contains("as=table")) {
                return TABLE;
            }
            if (form.contains("as=partialobjectmetadata")) {
                return METADATA;
            }
            if (form.contains("as=apigroupdiscoverylist") && (form + ";").contains(";v=v2;")) {
                return AGGREGATED;
            }
            if (!form.contains("as=")) {
                return PLAIN;
            }
        }
        return PLAIN;
    }
}
