/** Tables, as kubectl prints them. */
@NullMarked
package dev.kopf.apiserver.table;

import org.jspecify.annotations.NullMarked;
