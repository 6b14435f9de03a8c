/** Bugs that are planted into copies of the runtime, to see that the simulation finds them. */
@NullMarked
package dev.kopf.runtime.simulation.planted;

import org.jspecify.annotations.NullMarked;
