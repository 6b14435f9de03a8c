package dev.kopf.examples.peering;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;

/** Says on each object which process has handled it. Where there is a peering object only one works, and nothing need be said here for it. */
public final class PeeringOperator implements KopfExampleHandler {

    private final String name;

    /** @param name what this process calls itself */
    public PeeringOperator(String name) {
        this.name = name;
    }

    public static void main(String[] args) {
        Kopf.main(args, ofEnvironment());
    }

    /** Named as its peers name it: by the variable that a Deployment sets to the name of the Pod. */
    static PeeringOperator ofEnvironment() {
        return new PeeringOperator(System.getenv().getOrDefault("POD_ID", "somebody"));
    }

    @Override
    public Object onCreate(KopfExample example, CreateContext ctx) {
        return name;
    }
}
