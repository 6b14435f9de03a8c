/** An API server in the process. */
@NullMarked
package dev.kopf.apiserver;

import org.jspecify.annotations.NullMarked;
