package dev.kopf.runtime;

import dev.kopf.runtime.handler.HandlerSource;
import java.util.Collection;
import java.util.List;

/** A placeholder until the operator is merged. */
public final class Operator implements AutoCloseable {

    private Operator() {}

    /** Starts the declaration of an operator. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts. */
    public void start() {}

    /** Waits. */
    public void join() {}

    @Override
    public void close() {}

    /** Declares an operator. */
    public static final class Builder {

        private Builder() {}

        /** The handlers. */
        public Builder handlers(List<HandlerSource> handlers) {
            return this;
        }

        /** The namespaces; empty for all. */
        public Builder namespaces(Collection<String> namespaces) {
            return this;
        }

        /** The operator. */
        public Operator build() {
            return new Operator();
        }
    }
}
