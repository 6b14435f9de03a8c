/** The documents by which clients learn what is served. */
@NullMarked
package dev.kopf.apiserver.discovery;

import org.jspecify.annotations.NullMarked;
