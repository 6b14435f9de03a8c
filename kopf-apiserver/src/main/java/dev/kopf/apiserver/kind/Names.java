package dev.kopf.apiserver.kind;

import java.util.List;

/**
 * The names of a kind.
 *
 * @param plural as it stands in paths
 * @param singular as kubectl takes it besides
 * @param kind as it stands in objects
 * @param listKind as it stands in lists
 * @param shortNames further names for kubectl
 * @param categories groups of kinds for kubectl, such as {@code all}
 */
public record Names(
        String plural,
        String singular,
        String kind,
        String listKind,
        List<String> shortNames,
        List<String> categories) {}
