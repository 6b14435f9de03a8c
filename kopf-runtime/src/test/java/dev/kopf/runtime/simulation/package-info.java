/** The real runtime on a simulated cluster: virtual time, one seed that decides everything, and an oracle that knows what was promised. */
@NullMarked
package dev.kopf.runtime.simulation;

import org.jspecify.annotations.NullMarked;
