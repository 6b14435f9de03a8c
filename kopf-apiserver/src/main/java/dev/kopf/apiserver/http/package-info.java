/** Requests and answers: routes, content types, watches over the wire. */
@NullMarked
package dev.kopf.apiserver.http;

import org.jspecify.annotations.NullMarked;
