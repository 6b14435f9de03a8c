package dev.kopf.runtime.simulation;

/** Unwinds the thread of an operator that has crashed. Nothing of what it does on its way out is seen by anybody. */
final class Crashed extends Error {

    private static final long serialVersionUID = 1;

    Crashed() {
        super("crashed", null, false, false);
    }
}
