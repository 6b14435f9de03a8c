/** The only package that talks to the API server. */
@NullMarked
package dev.kopf.runtime.internal.client;

import org.jspecify.annotations.NullMarked;
