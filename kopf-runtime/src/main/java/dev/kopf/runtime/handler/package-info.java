/** What the author of an operator declares and is given: handlers, their options, their contexts, their errors. */
@NullMarked
package dev.kopf.runtime.handler;

import org.jspecify.annotations.NullMarked;
