/** A versioned store of trees and the history of its changes; it knows no kind and no HTTP. */
@NullMarked
package dev.kopf.apiserver.storage;

import org.jspecify.annotations.NullMarked;
