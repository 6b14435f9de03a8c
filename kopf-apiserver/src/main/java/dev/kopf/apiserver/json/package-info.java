/** JSON trees and the YAML that becomes one. */
@NullMarked
package dev.kopf.apiserver.json;

import org.jspecify.annotations.NullMarked;
