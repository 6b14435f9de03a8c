/** Starts an operator: the command line, its settings, and the one place where objects are wired. */
@NullMarked
package dev.kopf.runtime;

import org.jspecify.annotations.NullMarked;
