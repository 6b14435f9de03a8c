/** What may be done to objects and what follows from it: the rules of create, read, update, delete. */
@NullMarked
package dev.kopf.apiserver.registry;

import org.jspecify.annotations.NullMarked;
