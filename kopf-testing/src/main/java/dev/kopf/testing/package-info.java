/** A server, a client and a running operator for tests. */
@NullMarked
package dev.kopf.testing;

import org.jspecify.annotations.NullMarked;
