/** The kinds that are served: those built in and those that a CRD describes. */
@NullMarked
package dev.kopf.apiserver.kind;

import org.jspecify.annotations.NullMarked;
